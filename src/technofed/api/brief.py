"""Who governs this undertaking, by which rules, from when?"""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import technofed_laws
from technofed.api.laws import review_status
from technofed.atlas.files import read_tree
from technofed.atlas.laws import Laws
from technofed.law.brief import Brief, PartyOut, SourceOut, UndertakingOut, Versions
from technofed.law.cases import Status
from technofed.law.intake import read_undertaking
from technofed.law.moments import Days
from technofed.law.rules import Rule
from technofed.law.undertakings import Undertaking
from technofed.resolve.balance import balance
from technofed.resolve.calendar import calendar
from technofed.resolve.caseload import Judged, judge_all
from technofed.resolve.findings import findings
from technofed.resolve.matters import build_matters
from technofed.resolve.questions import questions_of_fact, questions_of_law


def load_undertaking(path: Path, laws: Laws) -> Undertaking:
    """Read an undertaking from a YAML or JSON file.

    Raises:
        FileError: The file cannot be read as YAML or JSON.
        UndertakingError: It does not describe an undertaking; every fault is named.
    """
    file = read_tree(path)
    return read_undertaking(file.tree, file.where, laws.vocabulary)


def brief(undertaking: Undertaking, laws: Laws, days: Days) -> Brief:
    """Write the governance brief of an undertaking.

    Args:
        undertaking: What is to be judged.
        laws: The law to judge by.
        days: The day the rules are applied to, and the day of knowledge.
    """
    matters = build_matters(undertaking)
    judged = judge_all(known_rules(laws, days), matters, days.as_of, days.known)
    reached = [one for one in judged if one.verdict.judgement.status is not Status.NOT_APPLICABLE]
    vouched = review_status(laws, _instruments(judged))
    listed = findings(judged, laws.vocabulary, vouched, days.known)
    return Brief(
        undertaking=UndertakingOut(
            title=undertaking.title,
            summary=undertaking.summary,
            prepared=undertaking.prepared,
            parties=tuple(PartyOut(id=each.id, name=each.name) for each in undertaking.parties),
            matters=tuple(matter.id for matter in matters),
        ),
        as_of=days.as_of,
        known=days.known,
        versions=versions(laws),
        balance=balance(listed),
        findings=tuple(listed),
        questions=(
            *questions_of_fact(judged, laws.vocabulary),
            *questions_of_law(reached, laws.vocabulary),
        ),
        calendar=tuple(calendar(judged, days.as_of, days.known)),
        sources=_sources(laws, _instruments(reached)),
    )


def known_rules(laws: Laws, days: Days) -> list[Rule]:
    """Rules of instruments of which anything was known on the day of knowledge."""
    return [
        rule
        for rule in laws.rules
        if any(event.known <= days.known for event in rule.instrument.events_of(rule.provision))
    ]


def _instruments(judged: Sequence[Judged]) -> list[str]:
    return list(dict.fromkeys(one.rule.instrument.id for one in judged))


def _sources(laws: Laws, instruments: Sequence[str]) -> tuple[SourceOut, ...]:
    return tuple(
        SourceOut(instrument=id_, **source.model_dump(exclude={"note"}))
        for id_ in instruments
        for source in laws.instruments[id_].sources
    )


def _version(folder: Path) -> str:
    shipped = folder.resolve() == technofed_laws.path().resolve()
    return technofed_laws.VERSION if shipped else f"own folder {folder.name}"


def versions(laws: Laws) -> Versions:
    """The versions of everything that gives an answer."""
    return Versions(
        technofed=version("technofed"),
        laws=laws.stored.version if laws.stored else _version(laws.folder),
        laws_digest=laws.digest,
        instruments=len(laws.instruments),
        provisions=len(laws.rules),
    )
