"""The same law for many matters at once: a register of systems, a book of deals."""

from collections.abc import Sequence

import polars as pl

from technofed.api.brief import known_rules
from technofed.atlas.laws import Laws
from technofed.law.cases import Status
from technofed.law.conditions import Condition
from technofed.law.facts import Facts
from technofed.law.moments import Days
from technofed.law.words import Concerns
from technofed.resolve.caseload import Prepared, prepare
from technofed.resolve.columns import build_portfolio, verdicts


def judge_many(rows: Sequence[Facts], laws: Laws, days: Days, concerns: Concerns) -> pl.DataFrame:
    """Judge every provision on many matters of one kind, in Kleene's logic.

    Fast (columns, not objects), and so without the exact treatment of unknowns that a
    brief gives: ``may_apply`` here can turn out to be decided there, never the reverse.

    Args:
        rows: The facts of each matter, typed (``laws.vocabulary.typed``).
        laws: The law to judge by.
        days: The day the rules are applied to, and the day of knowledge.
        concerns: The kind of the matters.

    Returns:
        One row per matter; one column per provision in force on the day, named by its full
        id, holding a status.
    """
    live = [prepare(rule, days.as_of, days.known) for rule in known_rules(laws, days)]
    mine = [
        each
        for each in live
        if each.rule.provision.concerns is concerns and each.force == "in_force"
    ]
    conditions: dict[str, Condition] = {}
    for each in mine:
        for n, condition in enumerate((each.base, *each.exceptions)):
            conditions[f"{each.rule.id}@{n}"] = condition
    table = verdicts(conditions, build_portfolio(rows, laws.vocabulary))
    return table.select([_status(each).alias(each.rule.id) for each in mine])


def _status(each: Prepared) -> pl.Expr:
    base = pl.col(f"{each.rule.id}@0")
    excepted = pl.lit(value=False)
    for n in range(1, len(each.exceptions) + 1):
        excepted = excepted | pl.col(f"{each.rule.id}@{n}")
    open_, free = excepted.is_null(), excepted.not_().fill_null(value=False)
    return (
        pl.when(base.not_().fill_null(value=False))
        .then(pl.lit(str(Status.NOT_APPLICABLE)))
        .when(excepted.fill_null(value=False))
        .then(pl.lit(str(Status.EXEMPT)))
        .when(base.is_null())
        .then(pl.lit(str(Status.MAY_APPLY)))
        .when(open_)
        .then(pl.lit(str(Status.APPLIES_UNLESS)))
        .when(free)
        .then(pl.lit(str(Status.APPLIES)))
    )
