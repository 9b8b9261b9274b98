"""Whole commands from a new process: ``technofed brief`` and ``technofed --help``.

Python writes compiled files beside a program the first time it runs, unless it is told not
to. Both ways are measured: with compiled files in a folder of their own (the run that makes
them is left out and told apart), and without, which is how every start is where
``PYTHONDONTWRITEBYTECODE`` is set. Files may be in the system's cache in either case.
"""

import tempfile
from collections.abc import Iterator

from benchmarks.measure import Figure
from benchmarks.process import started
from benchmarks.resolve.plan import Size

COMMANDS = {"brief": ["brief", "examples/hiring.yaml"], "help": ["--help"]}


def measure(size: Size) -> Iterator[Figure]:
    """Start each command so many times, with compiled files and without."""
    for name, arguments in COMMANDS.items():
        with tempfile.TemporaryDirectory() as folder:
            kept = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
            first, _ = started(arguments, kept)
            runs = [started(arguments, kept) for _ in range(size.starts)]
        bare = [started(arguments, {"PYTHONDONTWRITEBYTECODE": "1"}) for _ in range(size.starts)]
        words = " ".join(["technofed", *arguments])
        notes = {"first_run_which_compiles_s": round(first, 3)}
        yield _figure(name, words, runs, notes)
        yield _figure(f"{name}_uncompiled", f"{words}, nothing compiled", bare, {})


def _figure(
    name: str, what: str, runs: list[tuple[float, float]], notes: dict[str, float]
) -> Figure:
    peak = max(megabytes for _, megabytes in runs)
    return Figure(name, what, "s", [seconds for seconds, _ in runs], peak_mb=peak, notes=notes)
