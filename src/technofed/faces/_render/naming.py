"""Names for what files call by ids: parties go by their name, facts by their question."""

import re
from collections.abc import Iterable, Mapping, Sequence

from technofed._base.text import in_prose
from technofed.faces._render.outline import Bend
from technofed.faces._render.register import bearers
from technofed.faces._render.words import STATUS, value_in_words
from technofed.law.brief import Brief, Finding, Limb, Reply
from technofed.law.cases import Status
from technofed.law.facts import FactSpec, Subject

_ID = re.compile(r"\b[a-z0-9]+(_[a-z0-9]+)+\b")
_OPEN = "the open question of law"
_AT_A_PLACE = 4  # parts of a matter that has a place; deals and entities have none


class Names:
    """What the parties are called, and how the facts are asked for."""

    def __init__(self, brief: Brief, facts: Mapping[str, FactSpec]) -> None:
        """Gather the names.

        Args:
            brief: Names its parties and the questions it asks.
            facts: The declared facts; what is not among them is asked for as in the brief.
        """
        self._parties = {party.id: party.name for party in brief.undertaking.parties}
        asked = {q.fact: q.ask for q in brief.questions if q.fact and q.of == "open law"}
        asked |= {q.fact: q.ask for q in brief.questions if q.fact and q.kind == "fact"}
        self._asks = asked | {name: spec.ask for name, spec in facts.items()}
        self._law = {q.fact for q in brief.questions if q.fact and q.kind == "law"}
        self._law |= {name for name, spec in facts.items() if spec.subject is Subject.LAW}
        self._shorts = {f"{f.instrument}#{f.provision}": f.short for f in brief.findings}

    def ask(self, fact: str) -> str:
        """The question that asks for a fact."""
        return self._asks.get(fact) or f"{fact.replace('_', ' ')}?"

    def prose(self, text: str) -> str:
        """The prose of a record, with its questions for the names of facts."""
        return _ID.sub(lambda found: self._asked(found[0]), text)

    def _asked(self, word: str) -> str:
        return f"“{self._asks[word]}”" if word in self._asks else word

    def asks(self, finding: Finding) -> tuple[str, ...]:
        """The questions to the client that an open finding turns on, numbered if several."""
        facts = self._client(finding)
        return tuple(
            f"({n}) {self.ask(fact)}" if len(facts) > 1 else self.ask(fact)
            for n, fact in enumerate(facts, 1)
        )

    def _client(self, finding: Finding) -> list[str]:
        return [fact for fact in finding.essential_facts if fact not in self._law]

    def open_law(self, finding: Finding) -> tuple[str, ...]:
        """The open questions of law that an open finding turns on."""
        return tuple(self.ask(fact) for fact in finding.essential_facts if fact in self._law)

    def bears_on(self, provisions: Iterable[str]) -> str:
        """The instruments of provisions, by name."""
        return "; ".join(dict.fromkeys(self._shorts.get(one, one) for one in provisions))

    def replies(self, replies: tuple[Reply, ...] | None, finding: Finding) -> str:
        """A shortest yes or no in words: what the client answers, and how open law is read.

        A question that stands alone beside it is not said again.
        """
        if replies is None:
            return "nothing a fact could change"
        answers: dict[tuple[str, ...], list[str]] = {}
        for reply in replies:
            answers.setdefault(reply.facts, []).append(reply.answer)
        said = [self._reply(facts, _together(mine), finding) for facts, mine in answers.items()]
        return "; ".join(sorted(said, key=lambda one: one.startswith(_OPEN)))

    def _reply(self, facts: Sequence[str], answer: str, finding: Finding) -> str:
        if self._law & set(facts):
            which = self.open_law(finding)
            told = f"“{' / '.join(map(self.ask, facts))}” " if len(which) > 1 else ""
            return f"{_OPEN} {told}read as {answer}"
        asked = self._client(finding)
        if asked == list(facts):
            return answer
        known = [
            f"({asked.index(fact) + 1})" if fact in asked else self.ask(fact) for fact in facts
        ]
        return f"{in_prose(known)} {answer}"

    def matters(self, matters: Sequence[str], most: int = 14, bearer: bool = True) -> str:
        """Matters in brief: those that differ only by place or by party are joined.

        Args:
            matters: The matters.
            most: How many places are named.
            bearer: Whether to say whose matters they are; a heading may have said it.
        """
        places: dict[tuple[str, str, str], list[str]] = {}
        for matter in matters:
            *thing, tail = matter.split("/")
            at = "/".join(thing[2:]) if len(thing) + 1 >= _AT_A_PLACE else ""
            what = f"{thing[0]} ({thing[1]})" if at else ", ".join(thing)
            role, _, party = tail.partition(":")
            places.setdefault((what, role, party), []).append(at)
        joined: dict[tuple[str, tuple[str, ...]], dict[str, list[str]]] = {}
        for (what, role, party), found in places.items():
            of = joined.setdefault((what, tuple(dict.fromkeys(filter(None, found)))), {})
            of.setdefault(role, []).append(party)
        said = []
        for (what, where), roles in joined.items():
            rest = f" and {len(where) - most} more" if len(where) > most else ""
            whose = self._by_role(roles) if bearer else ""
            head = ", ".join(filter(None, (what, whose)))
            said.append(": ".join(filter(None, (head, ", ".join(where[:most]) + rest))))
        return "; ".join(filter(None, said))

    def whose(self, matters: Iterable[str]) -> str:
        """Whose matters they are, role by role."""
        roles: dict[str, list[str]] = {}
        for role, party in bearers(matters):
            roles.setdefault(role, []).append(party)
        return self._by_role(roles)

    def _by_role(self, roles: Mapping[str, Sequence[str]]) -> str:
        alike: dict[tuple[str, ...], list[str]] = {}
        for role, parties in roles.items():
            names = tuple(self._parties.get(party, party) for party in parties)
            alike.setdefault(names, []).append(role.replace("_", " "))
        return "; ".join(f"{in_prose(who)} as {in_prose(mine)}" for who, mine in alike.items())

    def for_whom(self, finding: Finding) -> str:
        """Whom an exemption frees, or more than one whom dead law would have reached."""
        if finding.status is Status.EXEMPT:
            return f" ({self.whose(finding.matters)})"
        would = finding.would not in (None, Status.NOT_APPLICABLE)
        several = would and len(bearers(finding.matters)) > 1
        return f" (for {self.whose(finding.matters)})" if several else ""

    def verdicts(self, bend: Bend) -> str:
        """What a provision would be with another answer, and for whom."""
        return ", ".join(f"{STATUS[status]} ({self.whose(m)})" for status, m in bend.verdicts)

    def bend(self, bend: Bend) -> str:
        """A near miss: the question, the answer given, and what another would bring."""
        now = f"{self.ask(bend.fact)} Now {value_in_words(bend.now)}"
        return f"{now}; answered “{bend.answer}” it {self.verdicts(bend)}"

    def limb(self, limb: Limb) -> str:
        """A limb with what was found of it and where the law says it."""
        mark = {True: "holds", False: "does not hold", None: "not known"}[limb.truth]
        known = "; ".join(
            f"{self.ask(name)} {value_in_words(value)}" for name, value in limb.facts.items()
        )
        prefix = f"[{limb.exception}] " if limb.exception else ""
        found = f" ({known})" if known else ""
        return f"{prefix}{limb.say} — {mark}{found} [{limb.cite}]"


def _together(answers: Sequence[str]) -> str:
    """Answers to one question; several about the members of a set share their verb.

    >>> _together(["includes face", "includes voice"]), _together(["yes"])
    ('includes face and voice', 'yes')
    """
    for verb in ("does not include", "includes"):
        mine = [answer.removeprefix(f"{verb} ") for answer in answers if answer.startswith(verb)]
        if len(mine) == len(answers):
            return f"{verb} {in_prose(mine, 'or' if verb.startswith('does') else 'and')}"
    return " and ".join(answers)
