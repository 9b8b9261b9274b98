"""Who adopts next? Skill, forecasts and influence networks, from a user's own data.

Not among the names of :mod:`technofed.api`, since it loads NumPy (the extra ``lab``).
"""

import hashlib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np

import technofed_laws
from technofed._base.errors import AdoptionsError, QuestionUnclearError
from technofed._base.text import counted
from technofed.api.lab_answers import Asked, Card, Corpus, Network, Prospect
from technofed.atlas.imports.adoptions import load_adoptions
from technofed.atlas.imports.states import load_states
from technofed.lab.backtest import MODELS, OURS, WINDOW_YEARS, Origin, Trial, backtest, fit
from technofed.lab.cascades import NEVER, Cascades
from technofed.lab.covariates import COLUMN, COVARIATES, NETWORK
from technofed.lab.delays import DelayKind, fit_delay
from technofed.lab.drivers import Driver
from technofed.lab.forecast import (
    MONTHS,
    Forecast,
    Learnt,
    Outlook,
    Question,
    forecast,
    policy_spread,
)
from technofed.lab.netinf import netinf
from technofed.lab.panel import Span, build_panel
from technofed.lab.support import edge_support
from technofed.law.adoptions import AdoptionTable

__all__ = [
    "Asked",
    "Card",
    "Corpus",
    "Driver",
    "Network",
    "Origin",
    "Outlook",
    "Prospect",
    "Trial",
    "forecast_policy",
    "infer_network",
    "measure_skill",
    "open_corpus",
]

LONGEST_HORIZON, TRUSTED_HORIZON, FEW_ADOPTERS = 120, 36, 5
_WHAT_IF = re.compile(r"(.+?) adopts (\d{4})-(0[1-9]|1[0-2])", re.IGNORECASE)
_NOT = (
    "not a prediction of one state: most of the skill lies in when a policy spreads, less in where",
    "not a cause: a covariate that goes with adoption need not bring it about",
    "not aware of bills, sessions, elections, courts or federal preemption",
    "not tested on AI law: skill was measured on other policies, first adopted 1991 to 2017",
    "not sharper within a year than the year: the corpus has no months, so all months weigh alike",
)


def open_corpus(
    data: Path, today: date, metadata: Path | None = None, laws: Path | None = None
) -> Corpus:
    """Read adoptions to learn from.

    Raises:
        AdoptionsError: They cannot be used; every fault is named.
        FileUnreadableError: A file is missing or is not text.
    """
    states = load_states(laws or technofed_laws.path())
    return _corpus(load_adoptions(data, states, today.year, metadata))


def _corpus(table: AdoptionTable) -> Corpus:
    lines = [f"{each.policy}\t{each.place}\t{each.year}\n" for each in table.adoptions]
    lines += [f"{each.id}\t{each.source}\t{each.observed_until}\n" for each in table.policies]
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    return Corpus(Cascades.from_table(table), table.remarks, digest)


def measure_skill(
    corpus: Corpus, trial: Trial, seed: int, said: Callable[[str], None] = lambda _: None
) -> list[Origin]:
    """How well who adopts next would have been forecast; see ``lab.backtest``.

    Raises:
        QuestionUnclearError: A cut-off leaves nothing to fit to, or nothing to forecast.
    """
    try:
        return backtest(corpus.cascades, trial, np.random.default_rng(seed), said)
    except ValueError as error:
        raise QuestionUnclearError(
            f"the data cannot be cut there: {error}",
            where="--cut",
            fix="cut at a year with policies that spread before it and others that began after it",
        ) from error


def infer_network(
    corpus: Corpus, kind: DelayKind, cutoff: float, replicates: int, seed: int
) -> Network:
    """Infer who follows whom, and how surely; see ``lab.netinf``.

    Raises:
        QuestionUnclearError: No adoption follows an earlier one.
    """
    try:
        delay = fit_delay(corpus.cascades, kind)
    except ValueError as error:
        raise QuestionUnclearError(
            f"there is no network to infer: {error}",
            where="--data",
            fix="give policies that places adopted in different years",
        ) from error
    edges = netinf(corpus.cascades, delay, cutoff=cutoff)
    rng = np.random.default_rng(seed)
    support = edge_support(corpus.cascades, delay, replicates, rng, cutoff)
    return Network(edges, support, replicates, delay)


def forecast_policy(corpus: Corpus, policy: Path, today: date, asked: Asked, seed: int) -> Prospect:
    """Forecast one policy from the month after ``today``.

    Args:
        corpus: What to learn from.
        policy: A file of the same shape with one policy's adoptions so far.
        today: The day of the forecast; adoptions of its year may be in the file.
        asked: How far, and what to suppose.
        seed: Of the random draws.

    Raises:
        AdoptionsError: The file is at fault, or has more than one policy, or a place that the
            corpus does not have.
        QuestionUnclearError: The horizon is too long, what is supposed cannot be, or everybody
            has adopted.
    """
    horizon = asked.horizon
    if not 1 <= horizon <= LONGEST_HORIZON:
        raise QuestionUnclearError(
            f"a horizon of {horizon} months cannot be forecast",
            where="--horizon",
            fix=f"ask for 1 to {LONGEST_HORIZON} months",
        )
    own, remarks = _own(corpus, policy, today)
    learnt, fitted_on = _learn(corpus, today)
    start = MONTHS * today.year + today.month
    supposed = tuple(_supposed(each, own, start, horizon) for each in asked.what_if)
    question = Question(start, horizon, supposed=supposed)
    found = forecast(learnt, own, question, np.random.default_rng(seed))
    if not found.outlooks:
        raise QuestionUnclearError(
            "every place has adopted it", where=str(policy), fix="there is nobody left to forecast"
        )
    hazard, last = learnt.hazard, int(learnt.corpus.ends.max())
    names = [COVARIATES[n].name for n in hazard.columns]
    card = Card(
        fitted_on,
        corpus.digest,
        list(zip(names, hazard.coefficients[1:].tolist(), hazard.errors[1:].tolist(), strict=True)),
        [*remarks, *_warnings(found, asked, last, today)],
        _NOT,
        seed,
    )
    year, month = divmod(start, MONTHS)
    return Prospect(
        own.policies[0].id, date(year, month + 1, 1), horizon, found, corpus.places, card
    )


def _learn(corpus: Corpus, today: date) -> tuple[Learnt, str]:
    """Fit to what was known when the year of ``today`` began, and say in words to what."""
    seen = corpus.cascades.known_before(today.year)
    seen = seen.choose(np.flatnonzero(seen.first < NEVER))
    # The network is left out: it says next to nothing about who is next, and takes longest.
    columns = [n for n in MODELS[OURS] if n != COLUMN[NETWORK.name]]
    try:
        last = int(seen.ends.max())
        first = last - WINDOW_YEARS + 1
        panel, memory = build_panel(seen, Span(first, last), None)
        hazard = fit(panel, columns)
    except ValueError as error:
        raise QuestionUnclearError(
            f"too little to learn from: {error}",
            where="--data",
            fix=f"give policies that spread in the {WINDOW_YEARS} years before {today.year}",
        ) from error
    fitted_on = (
        f"{len(panel.event):,} place-years at risk, {int(panel.event.sum()):,} adoptions, "
        f"{len(set(panel.policy.tolist()))} policies, {first} to {last}"
    )
    spread = policy_spread(panel, hazard)
    return Learnt(hazard, memory.past(today.year), seen, spread), fitted_on


def _own(corpus: Corpus, policy: Path, today: date) -> tuple[Cascades, tuple[str, ...]]:
    """The policy asked about, with the places of the corpus."""
    every = load_states(technofed_laws.path())
    table = load_adoptions(policy, every, today.year)
    names = [each.id for each in table.policies]
    if len(names) != 1:
        raise AdoptionsError(
            f"the file has {len(names)} policies; one is forecast at a time",
            where=str(policy),
            fix="keep the rows of one policy",
        )
    codes = {place.code: n for n, place in enumerate(corpus.places)}
    absent = sorted({each.place for each in table.adoptions} - set(codes))
    if absent:
        raise AdoptionsError(
            f"nothing is known of {', '.join(absent)}: the data to learn from does not have it",
            where=str(policy),
            fix="leave these rows out, or learn from data that has them",
        )
    years = np.full((1, len(codes)), NEVER, dtype=np.int32)
    for each in table.adoptions:
        years[0, codes[each.place]] = each.year
    ends = np.array([today.year], dtype=np.int32)
    remarks = tuple(
        remark
        for remark in table.remarks
        if not remark.startswith(("never named", "1 policy without metadata"))
    )
    return Cascades(table.policies, corpus.places, years, ends), remarks


def _supposed(text: str, own: Cascades, start: int, horizon: int) -> tuple[int, int]:
    """The place and month of “CA adopts 2027-01”."""
    fix = "write it as CA adopts 2027-01, with a month of the forecast and a place that waits"
    read = _WHAT_IF.fullmatch(text.strip())
    wanted = read[1].casefold() if read else ""
    columns = [
        n
        for n, place in enumerate(own.places)
        if wanted in (place.code.casefold(), place.name.casefold(), place.abbreviation.casefold())
    ]
    if not read or not columns or own.years[0, columns[0]] != NEVER:
        raise QuestionUnclearError(f"“{text}” cannot be supposed", where="--what-if", fix=fix)
    when = MONTHS * int(read[2]) + int(read[3]) - start
    if not 1 <= when <= horizon:
        raise QuestionUnclearError(f"“{text}” is not in the forecast", where="--what-if", fix=fix)
    return columns[0], when


def _warnings(found: Forecast, asked: Asked, last: int, today: date) -> list[str]:
    horizon = asked.horizon
    said = [
        f"supposing that {each}: others feel it from the next year on" for each in asked.what_if
    ]
    if len(found.adopted) < FEW_ADOPTERS:
        said.append(
            f"only {counted(len(found.adopted), 'adopter')}: who follows whom can hardly be told"
        )
    if horizon > TRUSTED_HORIZON:
        said.append(
            f"{horizon} months is far: beyond {TRUSTED_HORIZON} the errors of the years add up"
        )
    if last < today.year - 1:
        said.append(
            f"the data to learn from ends in {last}: what states did since then is not known to it"
        )
    return said
