"""Measures one thing in a process of its own, and prints it as one line of JSON."""

import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.lab.plan import CUT_OFFS, SEED, SIZES, Size
from benchmarks.measure import Timing, peak_mb
from technofed.api import lab
from technofed.lab.cascades import NEVER, Cascades
from technofed.lab.delays import fit_delay
from technofed.lab.netinf import netinf
from technofed.lab.panel import Span, build_panel
from technofed.lab.support import edge_support

MINE = "statenam,policy,adopt_year\nCalifornia,mine,2014\nOregon,mine,2015\nVermont,mine,2016\n"


def main() -> None:
    """Measure what is asked for."""
    name, size, folder = sys.argv[1], SIZES[sys.argv[2]], Path(sys.argv[3])
    path = folder / "spid" / "policies.csv"
    corpus = lab.open_corpus(path, datetime.now(UTC).date())
    timing, notes = MEASURES[name](corpus, size, path)
    figure = {
        "id": name,
        "wall": timing.wall,
        "cpu": timing.cpu,
        "peak_mb": round(peak_mb(), 1),
        "notes": notes,
    }
    print(json.dumps(figure))


def _netinf(corpus: lab.Corpus, size: Size, _: Path) -> tuple[Timing, dict[str, Any]]:
    timing, delay = Timing(), fit_delay(corpus.cascades, "exponential")
    for _round in range(size.rounds):
        edges = timing.run(lambda: netinf(corpus.cascades, delay))
    whole = Timing()
    for _round in range(size.rounds):
        whole.run(lambda: netinf(corpus.cascades, delay, most_edges=300))
    return timing, {"edges": len(edges), "cpu_s_of_300_edges": round(min(whole.cpu), 4)}


def _support(corpus: lab.Corpus, size: Size, _: Path) -> tuple[Timing, dict[str, Any]]:
    timing, delay = Timing(), fit_delay(corpus.cascades, "exponential")
    rng = np.random.default_rng(SEED)
    found = timing.run(lambda: edge_support(corpus.cascades, delay, size.support, rng))
    edges = netinf(corpus.cascades, delay)
    firm = sum(found[edge.origin, edge.destination] >= 0.9 for edge in edges)
    return timing, {
        "replicates": size.support,
        "edges": len(edges),
        "in_90_percent": int(firm),
        "found_at_least_once": int((found > 0).sum()),
    }


def _panel(corpus: lab.Corpus, size: Size, _: Path) -> tuple[Timing, dict[str, Any]]:
    timing = Timing()
    for _round in range(size.rounds):
        panel, _memory = timing.run(lambda: build_panel(corpus.cascades, Span(1961, 2017), None))
    return timing, {"rows": len(panel.event), "adoptions": int(panel.event.sum())}


def _backtest(corpus: lab.Corpus, size: Size, _: Path) -> tuple[Timing, dict[str, Any]]:
    timing = Timing()
    trial = lab.Trial(CUT_OFFS, size.replicates)
    origins = timing.run(lambda: lab.measure_skill(corpus, trial, SEED))
    return timing, {
        "origins": [asdict(origin) for origin in origins],
        "split": {cut: split_digest(corpus.cascades, cut) for cut in CUT_OFFS},
    }


def split_digest(cascades: Cascades, cut: int) -> str:
    """A fingerprint of the policies forecast after a cut-off, with all their adoptions."""
    lines = []
    for n in np.flatnonzero((cascades.first > cut) & (cascades.first < NEVER)):
        row = " ".join(str(year) for year in cascades.years[n])
        lines.append(f"{cascades.policies[n].id} {cascades.ends[n]} {row}\n")
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


def _forecast(_: lab.Corpus, size: Size, path: Path) -> tuple[Timing, dict[str, Any]]:
    """The whole command, from the shell to the answer."""
    timing = Timing()
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder) / "mine.csv"
        mine.write_text(MINE, encoding="utf-8")
        code = "from technofed.faces.cli.main import main; main()"
        words = [sys.executable, "-c", code, "forecast", "--policy", str(mine)]
        words += ["--data", str(path), "--horizon", "24", "--as-of", "2018-01-31"]
        for _round in range(size.rounds):
            timing.run(lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL))
    return timing, {"processor": "of the parent only; the command is a process of its own"}


MEASURES = {
    "netinf": _netinf,
    "support": _support,
    "panel": _panel,
    "backtest": _backtest,
    "forecast": _forecast,
}

if __name__ == "__main__":
    main()
