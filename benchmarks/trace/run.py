"""Plants reuse, finds it, scores it; labelled pairs beside; one line of JSON at the end.

``python -m benchmarks.trace.run`` (``--quick``: 2,000 documents only, nothing is kept;
``--data DIR``: the folder of real texts that the made-up ones are written from).
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.machine import commit, machine, moment, sources

ROOT = Path(__file__).parents[2]
TASKS = ("h2a", "h2b", "viral", "h20", "real", "lid", "alignments", "similarity", "same")
QUICK = ("h2a", "viral", "alignments", "same")
LIMITS = {
    "h2a": {"passage_recall": (">=", 0.98), "precision_strict": (">=", 0.95)},
    "h2b": {"passage_recall": (">=", 0.98), "precision_strict": (">=", 0.95)},
    "h20": {
        "passage_recall": (">=", 0.98),
        "precision_strict": (">=", 0.95),
        "passage_recall_at_0.30": (">=", 0.95),
        "passage_characters": (">=", 0.98),
        "seconds": ("<=", 15.0),
        "peak_gb": ("<=", 3.0),
    },
    "viral": {"viral_recall": (">=", 0.95), "boilerplate_share": ("<=", 0.05)},
    "real": {"seconds_per_mb": ("<=", 0.3)},
    "lid": {"auc": (">=", 0.90)},
    "alignments": {"auc": (">=", 0.96)},
    "similarity": {"spearman": (">=", 0.93)},
    "same": {"seconds": ("<=", 60.0)},
}


def main() -> None:
    """Measure each task in a process of its own; print and keep."""
    parser = argparse.ArgumentParser(description="How well passages are found")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--quick", action="store_true", help="small tasks; nothing is kept")
    parser.add_argument("--only", action="append", choices=TASKS, help="only this task")
    asked = parser.parse_args()
    if not (asked.data / "ai-bills").is_dir():
        print(f"no data at {asked.data}: give the folder with --data DIR", file=sys.stderr)
        sys.exit(2)
    started = moment()
    figures = {}
    for task in asked.only or (QUICK if asked.quick else TASKS):
        load = machine()["load_1min"]
        figures[task] = {**_measured(task, asked.data), "load_1min_before": load}
        print(report(task, figures[task]), flush=True)
    result = {
        "benchmark": "trace",
        "commit": commit(ROOT),
        "sources_sha256": sources(ROOT),
        "started": started,
        "ended": moment(),
        "machine": machine(),
        "command": " ".join(["python -m benchmarks.trace.run", *sys.argv[1:]]),
        "figures": figures,
    }
    line = json.dumps(result)
    if not asked.quick and not asked.only:
        path = ROOT / "benchmarks" / "results" / f"trace-{result['commit']}.json"
        path.write_text(line + "\n", encoding="utf-8")
    print(line)


def _measured(task: str, data: Path) -> dict[str, Any]:
    words = [sys.executable, "-m", "benchmarks.trace.task", task, str(data)]
    print(f"measuring {task} …", file=sys.stderr, flush=True)
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def report(task: str, figures: dict[str, Any]) -> str:
    """One task with its limits beside its figures."""
    lines = [f"## {task}"]
    for name, value in figures.items():
        said = f"{value:.4g}" if isinstance(value, float) else str(value)
        lines.append(f"* {name}: {said}{_limit(task, name, value)}")
    return "\n".join(lines) + "\n"


def _limit(task: str, name: str, value: Any) -> str:
    if name not in LIMITS.get(task, {}):
        return ""
    sign, limit = LIMITS[task][name]
    kept = value >= limit if sign == ">=" else value <= limit
    return f" (limit {sign} {limit}: {'kept' if kept else 'MISSED'})"


if __name__ == "__main__":
    main()
