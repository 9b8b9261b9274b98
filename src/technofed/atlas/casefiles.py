"""Loads the cases and reviews that stand beside an instrument."""

from collections.abc import Mapping
from typing import Any

from technofed._base.errors import Fault
from technofed.atlas.files import TextFile
from technofed.atlas.laws import Laws, Loading
from technofed.law.cases import Case, CaseFile, ReviewFile
from technofed.law.facts import FactValue, Unknown, Vocabulary


def load_cases(laws: Laws, id_: str, loading: Loading) -> tuple[TextFile, CaseFile] | None:
    """Load the cases of one instrument, noting faults."""
    file = loading.read(laws.files[id_].path.with_name("cases.yaml"))
    cases = loading.model(file, CaseFile) if file else None
    return (file, cases) if file and cases else None


def typed_cases(
    laws: Laws, id_: str, file: TextFile, cases: CaseFile, loading: Loading
) -> list[tuple[Case, Mapping[str, FactValue]]]:
    """The cases whose facts can be read, with those facts; faults are noted for the rest."""
    provisions = {rule.provision.id for rule in laws.rules_of(id_)}
    names = [case.name for case in cases.cases]
    found: list[tuple[Case, Mapping[str, FactValue]]] = []
    for n, case in enumerate(cases.cases):
        wrong = []
        if case.name in names[:n]:
            wrong.append(f"two cases are called “{case.name}”")
        if case.provision not in provisions:
            wrong.append(f"no provision is called {case.provision}")
        if case.base and case.base not in cases.given:
            wrong.append(f"nothing is given under the name {case.base}")
        facts = typed_facts(laws.vocabulary, cases.facts_of(case), wrong)
        loading.faults += [Fault(file.where(("cases", n)), what) for what in wrong]
        if not wrong:
            found.append((case, facts))
    return found


def typed_facts(
    vocabulary: Vocabulary, raw: Mapping[str, Any], wrong: list[str]
) -> dict[str, FactValue]:
    """Type the facts of a case; what is wrong with them is added to ``wrong``."""
    facts: dict[str, FactValue] = {}
    for name, text in raw.items():
        if name not in vocabulary:
            wrong.append(f"no fact is called {name}")
            continue
        try:
            value = vocabulary.typed(name, text)
        except ValueError as error:
            wrong.append(f"{name}: {error}")
            continue
        if not isinstance(value, Unknown):
            facts[name] = value
    return facts


def check_reviews(laws: Laws, id_: str, loading: Loading) -> None:
    """Note what is wrong with the reviews of an instrument."""
    loaded = _read_reviews(laws, id_, loading)
    if not loaded:
        return
    file, reviews = loaded
    provisions = {rule.provision.id for rule in laws.rules_of(id_)}
    for n, review in enumerate(reviews.reviews):
        if review.provision not in provisions:
            where = file.where(("reviews", n, "provision"))
            loading.faults.append(Fault(where, f"no provision is called {review.provision}"))


def load_reviews(laws: Laws, id_: str) -> ReviewFile | None:
    """Load the reviews of one instrument, if there are any.

    Raises:
        RecordInvalidError: The file does not follow the schema.
    """
    if laws.stored:
        return laws.stored.reviews.get(id_)
    loading = Loading()
    loaded = _read_reviews(laws, id_, loading)
    loading.finish(laws.files[id_].path.with_name("reviews.yaml"))
    return loaded[1] if loaded else None


def _read_reviews(laws: Laws, id_: str, loading: Loading) -> tuple[TextFile, ReviewFile] | None:
    path = laws.files[id_].path.with_name("reviews.yaml")
    file = loading.read(path) if path.exists() else None
    reviews = loading.model(file, ReviewFile) if file else None
    return (file, reviews) if file and reviews else None
