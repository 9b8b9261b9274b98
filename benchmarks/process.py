"""Whole commands from a new process: their seconds and their memory."""

import os
import sys
from pathlib import Path
from time import perf_counter

TECHNOFED = Path(sys.executable).parent / "technofed"


def started(arguments: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Start the command in a new process; its seconds, and its peak memory in megabytes."""
    words = [str(TECHNOFED), *arguments]
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = perf_counter()
    child = os.posix_spawn(words[0], words, os.environ | environment, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    seconds = perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss * 1024 / 1e6
