"""Random rules and facts over the invented federation's vocabulary."""

from datetime import date, timedelta

from hypothesis import strategies as st

from technofed.law.atoms import Atom, Compare, Contains, Flag, OneOf, Relate, Within
from technofed.law.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf
from technofed.law.facts import FactValue, PartialPlace, PartialSet
from technofed.law.places import possible

DOMAINS = frozenset({"hiring", "lending", "other"})
INPUTS = ("face", "text", "voice")
PLACES = ("XA", "XA-1", "XA-1/port", "XA-2", "XB")
NUMBERS = (0, 39, 40, 49, 50, 51, 1000)
START = date(2031, 5, 1)
DAYS = (START, START + timedelta(days=400))
OPS = st.sampled_from(("<", "<=", ">", ">=", "==", "!="))


def some_of(values: tuple[str, ...] | frozenset[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(sorted(values)), min_size=1, max_size=2)


atoms: st.SearchStrategy[Atom] = st.one_of(
    st.sampled_from((Flag("licensed"), Flag("notices_here"), Flag("law_kiosk"))),
    st.builds(OneOf, st.just("domain"), some_of(DOMAINS), st.just(DOMAINS)),
    st.builds(Contains, st.just("inputs"), some_of(INPUTS)),
    st.builds(Within, st.just("place"), st.tuples(st.sampled_from(PLACES))),
    st.builds(Compare, st.just("employees"), OPS, st.sampled_from(NUMBERS), st.just(True)),
    st.builds(Compare, st.just("flop"), OPS, st.sampled_from(NUMBERS)),
    st.builds(Compare, st.just("permit_day"), OPS, st.sampled_from(DAYS)),
    st.builds(
        Relate,
        st.just("sold_day"),
        OPS,
        st.just("award_day"),
        st.sampled_from(("years", "days")),
        st.sampled_from((0, 1, 10)),
    ),
)


def _groups(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    counted = st.tuples(st.integers(1, 3), parts)
    return st.one_of(
        parts.map(AllOf),
        parts.map(AnyOf),
        parts.map(NoneOf),
        counted.map(lambda pair: AtLeast(*pair)),
    )


leaves: st.SearchStrategy[Condition] = st.builds(Leaf, atoms, st.booleans())
conditions: st.SearchStrategy[Condition] = st.recursive(leaves, _groups, max_leaves=8)


@st.composite
def half_known_sets(draw: st.DrawFn) -> PartialSet:
    must = draw(st.frozensets(st.sampled_from(INPUTS)))
    more = draw(st.none() | st.frozensets(st.sampled_from(INPUTS)))
    return PartialSet(must, None if more is None else must | more)


half_known_places = st.one_of(
    st.builds(
        PartialPlace,
        st.sampled_from(("", *PLACES)),
        st.frozensets(st.sampled_from(PLACES), max_size=2),
    ).filter(lambda place: possible(place.inside or "elsewhere", place)),
    st.builds(
        PartialPlace,
        st.just(""),
        st.just(frozenset[str]()),
        st.frozensets(st.sampled_from((*PLACES, "")), min_size=1, max_size=3),
    ),
)

VALUES: dict[str, st.SearchStrategy[FactValue]] = {
    "licensed": st.booleans(),
    "notices_here": st.booleans(),
    "law_kiosk": st.booleans(),
    "domain": st.sampled_from(sorted(DOMAINS)),
    "inputs": half_known_sets(),
    "place": st.sampled_from(PLACES) | half_known_places,
    "employees": st.sampled_from(NUMBERS),
    "flop": st.sampled_from(NUMBERS) | st.floats(0, 2000),
    "permit_day": st.sampled_from(DAYS),
    "sold_day": st.sampled_from(DAYS),
    "award_day": st.sampled_from(DAYS),
}
facts = st.fixed_dictionaries({}, optional=VALUES)
