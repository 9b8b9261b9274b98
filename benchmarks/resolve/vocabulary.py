"""Forty made-up facts: 22 yes/no, 6 numbers, 6 one-of, 3 sets, 3 dates."""

from datetime import date

from technofed.law.facts import FactSpec, FactType, Subject, Vocabulary


def _words(text: str) -> list[str]:
    return text.split()


BOOLS = _words(
    "deploys develops distributes imports public_body nonprofit profiles_people scores_people "
    "ranks_people records_voice records_face talks_to_people makes_images makes_text "
    "decides_alone substantial_factor trains_on_own_data learns_in_use tells_people "
    "human_review open_weights chips_award"
)

NUMBERS: dict[str, tuple[float, ...]] = {
    "employees": (15, 50, 100, 250, 500),
    "revenue_usd": (1e6, 2.5e7, 5e8),
    "users": (10_000, 1_000_000, 45_000_000),
    "training_flop": (1e23, 1e25, 1e26),
    "site_mw": (20, 50, 100),
    "affected_pct": (5, 20, 50),
}
"""Each number with the thresholds that the provisions use."""

ENUMS = {
    "domain": _words("hiring lending housing insurance health schooling policing other"),
    "sector": _words("bank shop hospital school agency platform factory"),
    "entity_form": _words("corporation partnership cooperative agency person"),
    "model_kind": _words("text image speech tabular agent other"),
    "data_origin": _words("own bought scraped public synthetic"),
    "release": _words("internal closed api open"),
}

SETS = {
    "states": [f"s{n:02d}" for n in range(50)],
    "inputs": _words("face voice text gait location health credit school"),
    "groups": _words("children workers tenants patients borrowers voters"),
}

DATES = ("offered_on", "awarded_on", "traded_on")
DAYS = (date(2024, 2, 29), date(2026, 1, 1), date(2027, 7, 1))
"""The days that the provisions use."""


def _spec(type_: FactType, values: list[str] | None = None) -> FactSpec:
    listed = {value: value for value in values or ()}
    return FactSpec(
        subject=Subject.MATTER, type=type_, values=listed, ask="made up", definition="made up"
    )


VOCABULARY = Vocabulary(
    {
        **{name: _spec(FactType.BOOL) for name in BOOLS},
        **{name: _spec(FactType.NUMBER) for name in NUMBERS},
        **{name: _spec(FactType.ENUM, values) for name, values in ENUMS.items()},
        **{name: _spec(FactType.SET, values) for name, values in SETS.items()},
        **{name: _spec(FactType.DATE) for name in DATES},
    },
    places=(),
)
