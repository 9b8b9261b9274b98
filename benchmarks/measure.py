"""Times and memory, for every benchmark."""

import resource
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter, process_time
from typing import Any, TypeVar

Result = TypeVar("Result")


@dataclass
class Figure:
    """One thing measured.

    Attributes:
        id: Its name in the results.
        what: Its name in the table.
        unit: ``s`` for the whole, or ``ms`` for one profile or question.
        runs: The times, in the order of the runs.
        cells: Verdicts per unit of time measured.
        cpu: The least processor time of a run, in seconds, all threads together.
        peak_mb: The most memory its process ever took, in megabytes (10^6 bytes).
        check: The comparison with the definition.
        notes: What else was found.
    """

    id: str
    what: str
    unit: str
    runs: list[float]
    cells: int = 0
    cpu: float | None = None
    peak_mb: float = 0.0
    check: dict[str, int] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def best(self) -> float:
        """The shortest run."""
        return min(self.runs)

    @property
    def median(self) -> float:
        """The run in the middle."""
        return median(self.runs)

    @property
    def worst(self) -> float:
        """The longest run."""
        return max(self.runs)

    @property
    def per_second(self) -> float:
        """Verdicts in a second, by the median."""
        return self.cells / self.median * (1000 if self.unit == "ms" else 1)


@dataclass
class Timing:
    """The times of some runs, in seconds."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def run(self, action: Callable[[], Result]) -> Result:
        """Run something once more and keep its times."""
        wall, cpu = perf_counter(), process_time()
        result = action()
        self.wall.append(perf_counter() - wall)
        self.cpu.append(process_time() - cpu)
        return result


def peak_mb() -> float:
    """The most memory this process ever took, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def kept(figure: Figure) -> dict[str, Any]:
    """A figure as it is kept in the results."""
    said = vars(figure) | {"best": figure.best, "median": figure.median, "worst": figure.worst}
    if figure.cells:
        said["verdicts_per_second"] = round(figure.per_second)
    rounded = {
        name: round(value, 4) if isinstance(value, float) else value for name, value in said.items()
    }
    return rounded | {"runs": [round(run, 4) for run in figure.runs]}
