"""Ours, one profile answered in full: exact status, essential facts, shortest yes and no.

As the caseload does it: the generated function judges everything, and what it leaves open
goes through a diagram over the missing facts. Every answer is then tried out against the
readable definition: what is called settled must come out so however the missing facts are
filled in, and after a shortest yes (or no) every filling must give yes (or no). Where an
answer is about two missing dates together, fillings of both outcomes are looked for instead.
Two fillings that agree in the essential facts must agree in the outcome.
"""

from collections.abc import Iterator, Sequence
from statistics import mean
from time import perf_counter

import numpy as np

from benchmarks.measure import Figure, peak_mb
from benchmarks.resolve.fillings import filled, forced
from benchmarks.resolve.plan import Size
from benchmarks.resolve.population import Given, Population
from benchmarks.resolve.provisions import Provision, provisions
from technofed.law.cases import Status
from technofed.law.kleene import Truth
from technofed.resolve.judge import Answer, Judgement, judge_known
from technofed.resolve.scalar import Compiled, compile_conditions

SHARES = (0.2, 0.6)
FILLINGS, SEARCHED = 5, 1000
OPEN = (Status.MAY_APPLY, Status.APPLIES_UNLESS)


def measure(size: Size) -> Iterator[Figure]:
    """Judge some profiles in full at each share of missing facts."""
    compiled = compile_conditions([c for p in provisions() for c in (p.base, *p.exceptions)])
    for share in SHARES:
        profiles = Population(size.exact, share).facts(range(size.exact))
        rounds = [[_timed(compiled, each) for each in profiles] for _ in range(size.rounds)]
        peak = peak_mb()
        per_profile = np.array(rounds)
        judged = [judge_in_full(compiled, each) for each in profiles]
        percent = round(share * 100)
        yield Figure(
            f"exact_{percent}",
            f"ours, exact, in full, {percent} % missing",
            "ms",
            [float(mean(one)) for one in per_profile],
            len(provisions()),
            peak_mb=peak,
            check=_tried(profiles, judged),
            notes={
                "profiles": size.exact,
                "worst_profile_ms_best_of_rounds": round(float(per_profile.min(0).max()), 1),
                "worst_profile_ms_any_round": round(float(per_profile.max()), 1),
                **_decided(profiles, judged),
            },
        )


def judge_in_full(compiled: Compiled, facts: Given) -> list[Judgement]:
    """Every provision on one profile: status, essential facts, shortest yes and no."""
    truths = iter(compiled(facts))
    judgements = []
    for provision in provisions():
        applies = next(truths)
        excepted = [next(truths) for _ in provision.exceptions]
        judgements.append(
            judge_known(provision.base, provision.exceptions, facts, applies, excepted)
        )
    return judgements


def _timed(compiled: Compiled, facts: Given) -> float:
    start = perf_counter()
    judge_in_full(compiled, facts)
    return (perf_counter() - start) * 1000


def _decided(profiles: Sequence[Given], judged: Sequence[Sequence[Judgement]]) -> dict[str, int]:
    """How many of Kleene's unknowns are truly open, and how many are decided already."""
    found = {"kleene_unknown": 0, "of_these_decided": 0, "one_fact_yes": 0, "one_fact_no": 0}
    for facts, row in zip(profiles, judged, strict=True):
        for provision, judgement in zip(provisions(), row, strict=True):
            if provision.effect.holds(facts) is None:
                found["kleene_unknown"] += 1
                found["of_these_decided"] += judgement.status not in OPEN
            found["one_fact_yes"] += len(judgement.shortest_yes or ()) == 1
            found["one_fact_no"] += len(judgement.shortest_no or ()) == 1
    return found


def _tried(profiles: Sequence[Given], judged: Sequence[Sequence[Judgement]]) -> dict[str, int]:
    """Try every answer out on fillings of the missing facts; count the wrong ones."""
    rng = np.random.default_rng(11)
    counts = {"cells": 0, "mismatches": 0, "settled": 0, "open": 0, "found_open_by_search": 0}
    for facts, row in zip(profiles, judged, strict=True):
        fillings = [filled(facts, rng) for _ in range(FILLINGS)]
        for provision, judgement in zip(provisions(), row, strict=True):
            counts["cells"] += 1
            if judgement.status not in OPEN:
                counts["settled"] += 1
                binds = judgement.status is Status.APPLIES
                right = all(provision.effect.holds(each) is binds for each in fillings)
            else:
                counts["open"] += 1
                yes = _forces(provision, facts, judgement.shortest_yes, fillings, truth=True)
                no = _forces(provision, facts, judgement.shortest_no, fillings, truth=False)
                right = False not in (yes, no) and _enough(provision, judgement, fillings)
                if None in (yes, no):
                    counts["found_open_by_search"] += 1
                    right = right and _both_ways(provision, facts, rng)
            counts["mismatches"] += not right
    return counts


def _forces(
    provision: Provision,
    facts: Given,
    answers: tuple[Answer, ...] | None,
    fillings: Sequence[Given],
    *,
    truth: bool,
) -> Truth:
    """Whether the answers force the effect, however the rest is filled in."""
    tried = [forced(filling, facts, answers or ()) for filling in fillings]
    if None in tried:
        return None
    return all(each is not None and provision.effect.holds(each) is truth for each in tried)


def _enough(provision: Provision, judgement: Judgement, fillings: Sequence[Given]) -> bool:
    """Whether fillings with the same essential facts come out the same."""
    first, *others = fillings
    essential = {name: first[name] for name in judgement.essential}
    outcome = provision.effect.holds(first)
    return all(provision.effect.holds(other | essential) is outcome for other in others)


def _both_ways(provision: Provision, facts: Given, rng: np.random.Generator) -> bool:
    """Whether some filling gives yes and some other gives no."""
    seen: set[Truth] = set()
    for _ in range(SEARCHED):
        seen.add(provision.effect.holds(filled(facts, rng)))
        if seen == {True, False}:
            return True
    return False
