"""Platforms as co-regulators: when their rules bind, and how far they are regulators.

TaoBao's rules bind whoever accepts its service agreement, and courts enforce them under the
E-Commerce Law (the article, IV.B.2 nn.309-313).
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import counted, in_prose
from technofed.atlas.article.answers import UNDETERMINED, Answer, Undetermined, mechanism, table
from technofed.atlas.article.cells import chosen, pins_of
from technofed.atlas.article.reading import links
from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.view import when_of
from technofed.law.atlas import Link, Statistic
from technofed.law.records import Instrument
from technofed.law.words import Level, RelationKind

FUNCTIONS, DOMAINS = "regulator-functions", "platform-domains"
RULES = "cn/taobao-platform-rules"


class RuleStatus(Answer):
    """Whether a platform rule binds.

    Attributes:
        rule: Id of the rule.
        status: Not binding without acceptance, by contract with it, in court where courts
            recognise the rules besides.
        basis: Ids of the relations that make it so.
        domain: The field asked about; the platform's rules reach it.
        instances: Records of the platform's rule-making in that field.
    """

    rule: str
    status: Literal["not binding", "binding by contract", "enforceable in court"]
    basis: tuple[str, ...]
    domain: str | None = None
    instances: tuple[str, ...] = ()


@mechanism(
    "cn-m15",
    name="platform-rule",
    about="Whether a platform rule binds a user or merchant",
    example={"accepted": "true", "domain": "price-regulation"},
)
def platform_rule(
    atlas: Atlas,
    *,
    accepted: bool,
    rule: str = RULES,
    court_recognised: bool | None = None,
    domain: str | None = None,
) -> RuleStatus:
    """Tell whether a platform rule binds.

    Args:
        atlas: The records.
        accepted: Whether the user or merchant accepted the service agreement, without which
            there is no access.
        rule: Id of the rule.
        court_recognised: Whether courts recognise it; ``None`` asks the records.
        domain: A field the platform regulates.

    Raises:
        QuestionUnclearError: The platform's rules are not known to reach that field.
        UnknownIdError: There is no such rule.
    """
    id_ = atlas.record(rule).id
    reached = chosen(table(atlas, DOMAINS), domain, where="domain") if domain else None
    contract = _bases(atlas, id_, market=True)
    law = _bases(atlas, id_, market=False)
    recognised = bool(law) if court_recognised is None else court_recognised
    basis = (*contract, *(law if recognised else ())) if accepted else ()
    why, status = _status(accepted=accepted, recognised=recognised)
    return RuleStatus(
        rule=id_,
        status=status,
        basis=tuple(link.id for link in basis),
        domain=domain,
        instances=reached.cells.get("instance", ()) if reached else (),
        because=(why, *(link.qualifier for link in basis if link.qualifier)),
        pins=tuple(dict.fromkeys(pin for link in (*contract, *law) for pin in link.pins)),
    )


def _bases(atlas: Atlas, rule: str, *, market: bool) -> tuple[Link, ...]:
    return tuple(
        link
        for link in links(atlas, RelationKind.LEGAL_BASIS_FOR)
        if link.object == rule and _is_market(atlas, link.subject) is market
    )


def _is_market(atlas: Atlas, id_: str) -> bool:
    found = atlas.record(id_)
    return isinstance(found, Instrument) and found.level is Level.MARKET


def _status(
    *, accepted: bool, recognised: bool
) -> tuple[str, Literal["not binding", "binding by contract", "enforceable in court"]]:
    if not accepted:
        return "the service agreement was not accepted", "not binding"
    if not recognised:
        return "the service agreement was accepted", "binding by contract"
    return "the service agreement was accepted, and courts recognise it", "enforceable in court"


class Regulator(Answer):
    """How far a platform is a regulator.

    Attributes:
        functions: The functions of a regulator that it performs.
        score: How many.
        out_of: Of how many.
        upheld_by: Courts that affirm its rules.
        label: ``semi-autonomous regulator`` with all functions and courts that affirm them.
    """

    functions: tuple[str, ...]
    score: int
    out_of: int
    upheld_by: tuple[str, ...]
    label: Literal["semi-autonomous regulator", "platform with some functions of a regulator"]


@mechanism(
    "cn-m15",
    name="platform-regulator",
    about="How many functions of a regulator a platform performs",
    example={"functions": "legislative,enforcement"},
)
def platform_regulator(atlas: Atlas, *, functions: tuple[str, ...] | None = None) -> Regulator:
    """Score a platform as a regulator.

    Args:
        atlas: The records.
        functions: The functions it performs; ``None`` for those the article finds at TaoBao.

    Raises:
        QuestionUnclearError: A function is not among those the table knows.
    """
    found = table(atlas, FUNCTIONS)
    asked = found.rows
    if functions is not None:
        names = dict.fromkeys(functions)
        asked = tuple(chosen(found, name, where="functions") for name in names)
    courts = [link for link in links(atlas, RelationKind.AFFIRMS) if link.object == RULES]
    whole = len(asked) == len(found.rows) and bool(courts)
    return Regulator(
        functions=tuple(row.id for row in asked),
        score=len(asked),
        out_of=len(found.rows),
        upheld_by=tuple(link.subject for link in courts),
        label="semi-autonomous regulator"
        if whole
        else "platform with some functions of a regulator",
        because=(
            f"{len(asked)} of {counted(len(found.rows), 'function')} of a regulator",
            *(f"{row.id}: {' '.join(row.cells['what'])}" for row in asked),
        ),
        pins=pins_of(*asked) or found.pins,
    )


class RuleVersion(BaseModel):
    """A new version of one rule.

    Attributes:
        rule: Id of the rule.
        when: The date as exact as the source.
        known: The day it was public knowledge.
        what: What happened to the rule.
    """

    model_config = ConfigDict(frozen=True)

    rule: str
    when: str
    known: date
    what: str


class RulePackage(Answer):
    """Rules that were changed together.

    Attributes:
        rules: Their ids.
        versions: Their new versions, in order of time.
        same_date: Whether all changed at the same date, as exact as the source.
        trigger: Why, in the words of the relations that join them.
        counted: How many rules the article counts in the package, where it counts them.
    """

    rules: tuple[str, ...]
    versions: tuple[RuleVersion, ...]
    same_date: bool
    trigger: str | Undetermined
    counted: float | None = None


@mechanism(
    "cn-m15",
    name="rule-package",
    about="Which platform rules were changed together, when and why",
    example={"rule": "cn/taobao/no-inventory-rules"},
)
def rule_package(atlas: Atlas, *, rule: str) -> RulePackage:
    """Find the package a rule was changed in, from histories and *accompanies* relations.

    Args:
        atlas: The records.
        rule: Id of one rule of the package.

    Raises:
        QuestionUnclearError: The record has no versions.
        UnknownIdError: There is no such record.
    """
    asked = atlas.record(rule)
    joins = _joins(atlas, asked.id)
    ends = (end for link in joins for end in (link.subject, link.object))
    rules = dict.fromkeys([asked.id, *ends])
    versions = sorted((v for id_ in rules for v in _versions(atlas, id_)), key=lambda v: v.when)
    if not versions:
        raise QuestionUnclearError(f"{asked.id} has no history", where="rule", fix=f"rule={RULES}")
    triggers = tuple(dict.fromkeys(link.qualifier for link in joins if link.qualifier))
    dates = {version.when for version in versions}
    return RulePackage(
        rules=tuple(sorted(rules)),
        versions=tuple(versions),
        same_date=len(dates) == 1 and len(versions) == len(rules),
        trigger=in_prose(triggers) or UNDETERMINED,
        counted=_counted(atlas, set(rules)),
        because=tuple(f"{each.rule}, {each.when}: {each.what}" for each in versions),
        pins=tuple(dict.fromkeys(pin for link in joins for pin in link.pins)) or asked.pins,
        undetermined=None if triggers else "no relation says why the rule was changed",
    )


def _joins(atlas: Atlas, rule: str) -> tuple[Link, ...]:
    """The relations that put a rule in a package."""
    together = links(atlas, RelationKind.ACCOMPANIES)
    return tuple(link for link in together if rule in {link.subject, link.object})


def _versions(atlas: Atlas, rule: str) -> tuple[RuleVersion, ...]:
    found = atlas.record(rule)
    events = found.history if isinstance(found, Instrument) else ()
    return tuple(
        RuleVersion(rule=rule, when=when_of(e).text, known=e.known, what=f"{e.event}: {e.by}")
        for e in events
    )


def _counted(atlas: Atlas, rules: set[str]) -> float | None:
    for entry in atlas.entries.values():
        counts = isinstance(entry, Statistic) and entry.unit == "rules"
        if counts and isinstance(entry, Statistic) and rules <= set(entry.about):
            return entry.value
    return None
