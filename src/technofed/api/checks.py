"""Are the law files right? Schema, cases, limb coverage, mutants."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from technofed._base.errors import Fault
from technofed.atlas.casefiles import check_reviews, load_cases, typed_cases
from technofed.atlas.files import TextFile
from technofed.atlas.laws import Laws, Loading
from technofed.law.cases import CaseFile, Status
from technofed.law.rules import Rule
from technofed.resolve.casework import Posed, idle_limbs, mismatch
from technofed.resolve.mutants import survivors

GOOD_SCORE = 0.9


@dataclass
class Checked:
    """What the checks found for one instrument.

    Attributes:
        instrument: Its id.
        cases: How many cases ran.
        faults: What is wrong: failed cases, idle limbs, missing kinds of case.
        mutants: How many slips were tried; 0 if none were asked for.
        unnoticed: Slips no case noticed and nobody explained.
        explained: Slips no case noticed, with the reason why that is right.
    """

    instrument: str
    cases: int = 0
    faults: list[Fault] = field(default_factory=list)
    mutants: int = 0
    unnoticed: list[str] = field(default_factory=list)
    explained: dict[str, str] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """The share of mutants that were noticed."""
        return 1 - (len(self.unnoticed) + len(self.explained)) / max(self.mutants, 1)

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults and not self.unnoticed and self.score >= GOOD_SCORE


def check_instrument(laws: Laws, id_: str, *, mutate: bool = False) -> Checked:
    """Run the cases of one instrument, and bend its record if asked to.

    Args:
        laws: The laws folder, loaded (so its schema is right already).
        id_: The instrument.
        mutate: Whether to try every small slip, too.
    """
    checked, loading = Checked(id_), Loading()
    check_reviews(laws, id_, loading)
    loaded = load_cases(laws, id_, loading)
    if not loaded:
        checked.faults += loading.faults
        return checked
    file, cases = loaded
    posed = [Posed(*pair) for pair in typed_cases(laws, id_, file, cases, loading)]
    checked.faults += loading.faults
    checked.cases = len(posed)
    for rule in laws.rules_of(id_):
        mine = [each for each in posed if each.case.provision == rule.provision.id]
        checked.faults += _failures(rule, mine, file)
    if mutate and not checked.faults:
        _try_mutants(laws, id_, posed, cases, checked)
    return checked


def _try_mutants(
    laws: Laws, id_: str, posed: Sequence[Posed], cases: CaseFile, checked: Checked
) -> None:
    checked.mutants, unnoticed = survivors(laws.instruments[id_], laws.vocabulary, posed)
    checked.explained = {name: why for name, why in cases.explained.items() if name in unnoticed}
    checked.unnoticed = [name for name in unnoticed if name not in checked.explained]
    where = str(laws.files[id_].path.with_name("cases.yaml"))
    checked.faults += [
        Fault(where, f"explains a mutant that is noticed or does not exist: {name}", "remove it")
        for name in cases.explained
        if name not in unnoticed
    ]


def _failures(rule: Rule, cases: Sequence[Posed], file: TextFile) -> Iterator[Fault]:
    for posed in cases:
        if wrong := mismatch(rule, posed):
            yield Fault(str(file.path), f"case “{posed.case.name}” ({rule.id}): {wrong}")
    seen = {posed.case.expect.would or posed.case.expect.status for posed in cases}
    for status in sorted({Status.APPLIES, Status.NOT_APPLICABLE} - seen):
        fix = "add one (for law never in force: expect not_in_force with would)"
        yield Fault(str(file.path), f"no case of {rule.id} expects {status}", fix)
    for limb in idle_limbs(rule, cases):
        yield Fault(
            str(file.path), f"in no case of {rule.id} is this limb the deciding one: {limb}"
        )
