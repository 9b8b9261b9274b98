"""Who holds the power: the point of an undertaking in the triangle central, local, market."""

from collections import Counter
from collections.abc import Iterable

from technofed.law.brief import Balance, Finding, Weights
from technofed.law.cases import Status
from technofed.law.words import DIMENSIONS, Level, Modality

_BINDS = (Status.APPLIES, Status.APPLIES_UNLESS)


def balance(findings: Iterable[Finding]) -> Balance:
    """Weigh the three powers over an undertaking.

    Each instrument with at least one provision that binds counts once, for its level:
    how finely an instrument was encoded must not move the point. Provisions that only set a
    status (an amending act's new date, say) bind nobody and do not count. (The article, I.B and
    III.D, speaks of three powers; it gives no weights. Counting instruments is ours.)
    """
    listed = [finding for finding in findings if finding.modality is not Modality.STATUS]
    binding = [finding for finding in listed if finding.status in _BINDS]
    possible = [finding for finding in listed if finding.status is Status.MAY_APPLY]
    return Balance(
        overall=_weights(binding),
        with_possible=_weights([*binding, *possible]),
        **{
            str(dimension): _weights([f for f in binding if f.dimension is dimension])
            for dimension in DIMENSIONS
        },
    )


def _weights(findings: list[Finding]) -> Weights:
    levels = {finding.instrument: finding.level for finding in findings}
    counts = Counter(levels.values())
    total = max(len(levels), 1)
    return Weights(
        central=round(counts[Level.CENTRAL] / total, 4),
        local=round(counts[Level.LOCAL] / total, 4),
        market=round(counts[Level.MARKET] / total, 4),
        instruments=len(levels),
    )
