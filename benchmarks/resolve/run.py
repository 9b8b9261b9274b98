"""Runs every contender in a process of its own; prints a table and one line of JSON.

``python -m benchmarks.resolve.run`` (``--quick`` tries everything in small, and keeps
nothing; ``--only columns`` runs some contenders and keeps nothing either).
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from benchmarks.machine import commit, machine, moment, sources
from benchmarks.measure import Figure, kept
from benchmarks.resolve.plan import CONTENDERS, SIZES
from benchmarks.resolve.report import judged_limits, remarks, table

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "benchmarks" / "results"


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description="How fast and how exactly provisions are judged")
    parser.add_argument("--quick", action="store_true", help="small sizes; nothing is kept")
    parser.add_argument("--only", action="append", choices=CONTENDERS, help="only this contender")
    asked = parser.parse_args()
    size = "quick" if asked.quick else "full"
    started, load, figures = moment(), [], []
    for name in asked.only or CONTENDERS:
        load.append(machine()["load_1min"])
        figures += _measured(name, size)
    limits = judged_limits(figures)
    print(table(figures, limits))
    print(remarks(SIZES[size], load, figures))
    result = {
        "benchmark": "resolve",
        "commit": commit(ROOT),
        "sources_sha256": sources(ROOT),
        "started": started,
        "ended": moment(),
        "machine": machine() | {"load_1min_before_each_contender": load},
        "command": " ".join(["python -m benchmarks.resolve.run", *sys.argv[1:]]),
        "size": vars(SIZES[size]),
        "limits": limits,
        "figures": {figure.id: kept(figure) for figure in figures},
    }
    line = json.dumps(result)
    if not asked.quick and not asked.only:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"resolve-{result['commit']}.json").write_text(line + "\n", encoding="utf-8")
    print(line)


def _measured(name: str, size: str) -> list[Figure]:
    words = [sys.executable, "-m", "benchmarks.resolve.contender", name, size]
    print(f"measuring {name} …", file=sys.stderr, flush=True)
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return [Figure(**figure) for figure in json.loads(done.stdout.splitlines()[-1])]


if __name__ == "__main__":
    main()
