"""Measures one contender in this process and prints its figures as one line of JSON."""

import json
import sys
from dataclasses import asdict
from importlib import import_module

from benchmarks.atlas.plan import CONTENDERS, SIZES


def main() -> None:
    """``python -m benchmarks.atlas.contender store full``."""
    name, size = sys.argv[1:]
    if name not in CONTENDERS:
        sys.exit(f"no contender {name}; there are {', '.join(CONTENDERS)}")
    figures = import_module(f"benchmarks.atlas.{name}").measure(SIZES[size])
    print(json.dumps([asdict(figure) for figure in figures]))


if __name__ == "__main__":
    main()
