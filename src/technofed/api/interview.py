"""Which question next? An interview that fills in an undertaking fact by fact."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from technofed.api.brief import known_rules
from technofed.atlas.files import TextFile, dump_tree, parse_tree, read_tree
from technofed.atlas.laws import Laws
from technofed.law.brief import QuestionOut
from technofed.law.facts import FactSpec, FactType, Subject
from technofed.law.intake import read_undertaking
from technofed.law.moments import Days
from technofed.resolve.caseload import judge_all
from technofed.resolve.matters import build_matters
from technofed.resolve.questions import questions_of_fact

_DONT_KNOW = {"unknown", "don't know", "dont know", "dunno", "?"}


class Interview:
    """An undertaking being filled in.

    Args:
        path: The undertaking's file; it is never changed.
        laws: The law to judge by.
        days: The day the rules are applied to, and the day of knowledge.

    Raises:
        FileError: The file cannot be read.
        UndertakingError: It does not describe an undertaking.
    """

    def __init__(self, path: Path, laws: Laws, days: Days) -> None:
        self.laws, self.days = laws, days
        self.file: TextFile = read_tree(path)
        self.answers = 0
        self._skipped: set[tuple[str, tuple[str | int, ...]]] = set()

    def open_questions(self) -> Iterator[QuestionOut]:
        """The questions still worth asking, the most useful first."""
        undertaking = read_undertaking(self.file.tree, self.file.where, self.laws.vocabulary)
        rules = known_rules(self.laws, self.days)
        days = self.days
        judged = judge_all(rules, build_matters(undertaking), days.as_of, days.known)
        for question in questions_of_fact(judged, self.laws.vocabulary):
            if not question.declined and self._can_take(question):
                yield question

    def next_question(self) -> QuestionOut | None:
        """The best next question, or None if nothing more can be settled by asking."""
        return next(self.open_questions(), None)

    def spec(self, question: QuestionOut) -> FactSpec:
        """The fact a question asks for."""
        return self.laws.vocabulary[question.fact or ""]

    def answer(self, question: QuestionOut, said: str) -> None:
        """Write an answer into the undertaking.

        Raises:
            ValueError: What was said is no answer; the message says what would be.
        """
        raw = self._raw(question, said.strip())
        self.laws.vocabulary.typed(question.fact or "", raw)
        tree = deepcopy(self.file.tree)
        _entry(tree, question.at)[question.fact or ""] = raw
        self.file = parse_tree(dump_tree(tree), self.file.path)
        self.answers += 1

    def text(self) -> str:
        """The undertaking as it stands now, as YAML."""
        return dump_tree(self.file.tree)

    def _raw(self, question: QuestionOut, said: str) -> Any:
        if said.lower() in _DONT_KNOW:
            return "unknown"
        spec = self.spec(question)
        if spec.type is FactType.BOOL:
            return {"y": "yes", "n": "no"}.get(said.lower(), said)
        if spec.type is FactType.SET:
            parts = [part.strip() for part in said.strip("[]").split(",")]
            return [] if said.lower() == "none" else [part for part in parts if part]
        return said.replace(",", "") if spec.type is FactType.NUMBER else said

    def _can_take(self, question: QuestionOut) -> bool:
        """Whether the file has a place for the answer (an unnamed place has none)."""
        subject = self.laws.vocabulary[question.fact or ""].subject
        return subject not in (Subject.MATTER, Subject.LAW) and bool(question.at)


def _entry(tree: Any, at: tuple[str | int, ...]) -> dict[str, Any]:
    """The mapping an answer belongs into; made where the file has only a short form."""
    if "+" in at:
        split = at.index("+")
        owner = _entry(tree, at[: split - 1])
        entry = {"place": str(at[split + 1])}
        owner.setdefault(str(at[split - 1]), []).append(entry)
        return entry
    parent = None
    for step in at:
        parent, tree = tree, tree[step]
    if isinstance(tree, str) and parent is not None:
        parent[at[-1]] = tree = {"place": tree}
    found: dict[str, Any] = tree
    return found
