"""Measures the lab on SPID; prints tables and one line of JSON, and counts the look.

``python -m benchmarks.lab.run`` (``--data DIR``; ``--quick`` measures in small and keeps
nothing; ``--only netinf`` measures some things). Every run of the backtest is a look
at the test split and is written into ``looks.jsonl``, also a quick one.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.lab.plan import AIMS, CONTENDERS, DEFAULT_DATA, LIMITS, SIZES, SPLIT
from benchmarks.machine import commit, machine, moment, sources

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "benchmarks" / "results"
LOOKS = Path(__file__).parent / "looks.jsonl"


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description="How fast and how skilful the lab is")
    parser.add_argument("--data", type=Path, default=Path(DEFAULT_DATA), help="the data folder")
    parser.add_argument("--quick", action="store_true", help="in small; nothing is kept")
    parser.add_argument("--only", action="append", choices=CONTENDERS, help="only this")
    asked = parser.parse_args()
    if not (asked.data / "spid" / "policies.csv").exists():
        print(f"no spid/policies.csv in {asked.data}: nothing measured; see --data")
        return
    size = "quick" if asked.quick else "full"
    figures, load, started = [], [], moment()
    for name in asked.only or CONTENDERS:
        load.append(machine()["load_1min"])
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        figures.append(_measured(name, size, asked.data))
    result = {
        "benchmark": "lab",
        "commit": commit(ROOT),
        "sources_sha256": sources(ROOT),
        "started": started,
        "ended": moment(),
        "machine": machine() | {"load_1min_before_each_contender": load},
        "command": " ".join(["python -m benchmarks.lab.run", *sys.argv[1:]]),
        "size": vars(SIZES[size]),
        "figures": {figure["id"]: figure for figure in figures},
    }
    print("\n".join([*_speed(figures), *_skill(figures), f"load before each: {load}"]))
    if any(figure["id"] == "backtest" for figure in figures):
        _count_look(result)
    line = json.dumps(result)
    if not asked.quick and not asked.only:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"lab-{result['commit']}.json").write_text(line + "\n", encoding="utf-8")
    print(line)


def _measured(name: str, size: str, data: Path) -> dict[str, Any]:
    words = [sys.executable, "-m", "benchmarks.lab.contender", name, size, str(data.resolve())]
    # As the commands do: sharing matrices of fifty places among cores costs more than it saves.
    env = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(words, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _speed(figures: list[dict[str, Any]]) -> list[str]:
    limits = {limit.figure: limit for limit in LIMITS}
    lines = [
        "| | best s | median s | worst s | CPU s | peak MB | limit |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    for figure in figures:
        wall, said = figure["wall"], "–"
        if limit := limits.get(figure["id"]):
            taken = median(figure[limit.of])
            said = f"{limit.most:g} s {limit.of}: {'kept' if taken < limit.most else 'MISSED'}"
        cells = [
            f"{value:.3f}" for value in (min(wall), median(wall), max(wall), min(figure["cpu"]))
        ]
        lines.append(f"| {figure['id']} | {' | '.join(cells)} | {figure['peak_mb']:.0f} | {said} |")
    return lines


def _skill(figures: list[dict[str, Any]]) -> list[str]:
    lines = []
    for origin in next((f["notes"]["origins"] for f in figures if f["id"] == "backtest"), []):
        lines += [
            "",
            f"{origin['cut_off']}: {origin['policies']} policies, {origin['rows']:,} rows",
        ]
        for standing in origin["standings"]:
            told = ", ".join(
                f"{aim.score} {standing['scores'][aim.score]['value']:.4f}" for aim in AIMS
            )
            lines.append(f"  {standing['model']}: {told}")
        ours = origin["standings"][-1]["scores"]
        for aim in AIMS:
            value = ours[aim.score]["value"]
            kept = aim.least <= value and (aim.most is None or value <= aim.most)
            lines.append(f"  {aim.score} {value:.4f}: {'reached' if kept else 'MISSED'}")
    return lines


def _count_look(result: dict[str, Any]) -> None:
    notes = result["figures"]["backtest"]["notes"]
    frozen = {str(cut): digest for cut, digest in SPLIT.items()}
    look = {
        "when": result["started"],
        "commit": result["commit"],
        "sources_sha256": result["sources_sha256"],
        "command": result["command"],
        "frozen_split": {str(cut): each for cut, each in notes["split"].items()} == frozen,
        "concordance": [
            round(origin["standings"][-1]["scores"]["concordance"]["value"], 4)
            for origin in notes["origins"]
        ],
    }
    with LOOKS.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(look) + "\n")
    count = len(LOOKS.read_text(encoding="utf-8").splitlines())
    print(f"this was look {count} at the test split", file=sys.stderr)


if __name__ == "__main__":
    main()
