"""``technofed brief`` as a whole process, from the folder and from the store."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.atlas.material import laws
from benchmarks.atlas.plan import Size
from benchmarks.measure import Figure
from benchmarks.process import started

EXAMPLE = ["brief", "examples/hiring.yaml"]


def measure(size: Size) -> Iterator[Figure]:
    """Brief without a store in the cache, then with one."""
    folder = laws()
    asked = ["--laws", str(folder)] if folder else []
    with tempfile.TemporaryDirectory() as cache:
        environment = {
            "XDG_CACHE_HOME": cache,
            "PYTHONPYCACHEPREFIX": str(Path(cache, "compiled")),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        for name, what in (("brief_folder", "without a store"), ("brief_store", "with a store")):
            if name == "brief_store":
                started(["build", *([str(folder)] if folder else [])], environment)
            started([*EXAMPLE, *asked], environment)  # compiles; left out
            runs = [started([*EXAMPLE, *asked], environment) for _ in range(size.starts)]
            peak = max(megabytes for _, megabytes in runs)
            times = [seconds for seconds, _ in runs]
            yield Figure(name, f"technofed brief, {what}", "s", times, peak_mb=peak)
