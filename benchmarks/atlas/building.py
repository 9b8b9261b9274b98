"""``technofed build`` as a whole process."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.atlas.material import laws
from benchmarks.atlas.plan import Size
from benchmarks.measure import Figure
from benchmarks.process import started


def measure(size: Size) -> Iterator[Figure]:
    """Build so many times, each in a new process, to a file that is not there yet."""
    asked = [str(laws())] if laws() else []
    for name, what, environment in (
        ("build", "technofed build", {"PYTHONDONTWRITEBYTECODE": ""}),
        ("build_uncompiled", "technofed build, nothing compiled", {"PYTHONDONTWRITEBYTECODE": "1"}),
    ):
        with tempfile.TemporaryDirectory() as folder:
            cache = {**environment, "PYTHONPYCACHEPREFIX": str(Path(folder, "cache"))}
            runs = []
            for n in range(size.starts + 1):
                store = Path(folder, f"{n}.sqlite")
                runs.append(started(["build", *asked, "-o", str(store)], cache))
            same = len({path.read_bytes() for path in Path(folder).glob("*.sqlite")}) == 1
        notes = {"first_run_s": round(runs[0][0], 3), "files_are_the_same_to_the_byte": same}
        kept = runs[1:]
        peak = max(megabytes for _, megabytes in kept)
        yield Figure(name, what, "s", [seconds for seconds, _ in kept], peak_mb=peak, notes=notes)
