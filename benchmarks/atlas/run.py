"""Runs every contender in a process of its own; prints a table and one line of JSON.

``python -m benchmarks.atlas.run`` (``--quick`` tries everything in small; ``--only scan`` runs some
contenders; ``--laws DIR`` takes other laws than those shipped. Then nothing is kept.)
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.atlas.plan import CONTENDERS, SIZES
from benchmarks.atlas.report import judged_limits, remarks, table
from benchmarks.machine import commit, machine, moment, sources
from benchmarks.measure import Figure, kept
from technofed import api

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "benchmarks" / "results"


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description="How fast the atlas is built and searched")
    parser.add_argument("--quick", action="store_true", help="few runs; nothing is kept")
    parser.add_argument("--only", action="append", choices=CONTENDERS, help="only this contender")
    parser.add_argument("--laws", type=Path, help="other laws than those shipped")
    asked = parser.parse_args()
    size = "quick" if asked.quick else "full"
    started, load, figures = moment(), [], []
    for name in asked.only or CONTENDERS:
        load.append(machine()["load_1min"])
        figures += _measured(name, size, asked.laws)
    limits = judged_limits(figures)
    print(table(figures, limits))
    print(remarks(SIZES[size], load, figures))
    result = {
        "benchmark": "atlas",
        "commit": commit(ROOT),
        "sources_sha256": sources(ROOT),
        "laws_digest": api.versions(api.load(asked.laws)).laws_digest,
        "started": started,
        "ended": moment(),
        "machine": machine() | {"load_1min_before_each_contender": load},
        "command": " ".join(["python -m benchmarks.atlas.run", *sys.argv[1:]]),
        "size": vars(SIZES[size]),
        "limits": limits,
        "figures": {figure.id: kept(figure) for figure in figures},
    }
    line = json.dumps(result, ensure_ascii=False)
    if not (asked.quick or asked.only or asked.laws):
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"atlas-{result['commit']}.json").write_text(line + "\n", encoding="utf-8")
    print(line)


def _measured(name: str, size: str, laws: Path | None) -> list[Figure]:
    words = [sys.executable, "-m", "benchmarks.atlas.contender", name, size]
    environment = os.environ | ({"BENCHMARK_LAWS": str(laws.resolve())} if laws else {})
    print(f"measuring {name} …", file=sys.stderr, flush=True)
    done = subprocess.run(
        words, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return [Figure(**figure) for figure in json.loads(done.stdout.splitlines()[-1])]


if __name__ == "__main__":
    main()
