"""OpenFisca-Core as a peer: the same provisions as its variables, on the same profiles.

OpenFisca-Core is AGPL-3.0. It is only run here, through its published interface, in the
benchmark's environment; nothing of technofed imports it, and none of its code is copied.
This is the one module that imports it.

Every input fact, shared definition and provision is a variable (a set is one yes/no
variable for each member), and the engine itself keeps the definitions once computed. It has
no notion of a missing value: what nobody sets has its default (no, 0, the first of the
values, 1 January 1970; a set, no members). So there are two ways to measure it. ``BOOLEAN``
is the idiomatic one. ``KLEENE`` writes three-valued logic by hand: beside every fact
whether it was given, and for every verdict two variables, whether it certainly holds and
whether it possibly does.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import reduce
from operator import add, and_, eq, ge, gt, le, lt, ne, or_
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder  # type: ignore[import-untyped]
from openfisca_core.taxbenefitsystems import TaxBenefitSystem  # type: ignore[import-untyped]
from openfisca_core.variables import Variable  # type: ignore[import-untyped]

from benchmarks.measure import Timing
from benchmarks.resolve.population import Array
from benchmarks.resolve.provisions import effects, provisions
from benchmarks.resolve.vocabulary import BOOLS, DATES, ENUMS, NUMBERS, SETS
from technofed.law.atoms import Atom, Compare, Contains, Flag, OneOf, Relate, Within
from technofed.law.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf

VALUE, CERTAIN, POSSIBLE = "", "_certain", "_possible"
BOOLEAN, KLEENE = (VALUE,), (CERTAIN, POSSIBLE)
CONTRARY = {VALUE: VALUE, CERTAIN: POSSIBLE, POSSIBLE: CERTAIN}
"""What must fail for the contrary to hold."""

ASKED = "2026-11-22"
COMPARE = {"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq, "!=": ne}
Ask = Callable[[str], Array]
Inputs = dict[str, Array]

PERSON: Any = build_entity(key="person", plural="persons", label="an undertaking", is_person=True)
CHOICES: dict[str, Any] = {
    name: Enum(f"{name}_values", [(value, value) for value in values])
    for name, values in ENUMS.items()
}


def build_system(sides: tuple[str, ...]) -> Any:
    """The facts, the definitions and the provisions as OpenFisca variables."""
    system = TaxBenefitSystem([PERSON])
    for name, attributes in _inputs(sides):
        _declare(system, name, attributes)
    names = {term: f"term_{n}" for n, term in enumerate(_terms())}
    for side in sides:
        for term, name in names.items():
            _declare(system, name + side, _verdict(term, {}, side))
        for name, effect in effects().items():
            _declare(system, name + side, _verdict(effect, names, side))
    return system


def calculated(system: Any, inputs: Inputs, sides: tuple[str, ...], timing: Timing) -> Inputs:
    """Every provision of every profile, by name and side; handing over the inputs is not timed."""
    rows = len(next(iter(inputs.values())))
    simulation = SimulationBuilder().build_default_simulation(system, count=rows)
    for name, values in inputs.items():
        simulation.set_input(name, ASKED, values)
    wanted = [name + side for name in effects() for side in sides]
    return timing.run(lambda: {name: simulation.calculate(name, ASKED) for name in wanted})


def chosen(name: str, codes: Array) -> Array:
    """The codes of a one-of fact in the form OpenFisca keeps them."""
    encoded: Array = EnumArray(codes.astype(np.uint8), CHOICES[name])
    return encoded


def _inputs(sides: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in (*BOOLS, *NUMBERS, *ENUMS, *DATES):
        yield name, _input(name)
        if sides == KLEENE:
            yield f"{name}_given", {"value_type": bool}
    for name, members in SETS.items():
        for member in members:
            for side in sides:
                yield f"{name}_{member}{side}", {"value_type": bool}


def _input(name: str) -> dict[str, Any]:
    if name in ENUMS:
        first = next(iter(CHOICES[name]))
        return {"value_type": Enum, "possible_values": CHOICES[name], "default_value": first}
    types = {**dict.fromkeys(BOOLS, bool), **dict.fromkeys(NUMBERS, float)}
    return {"value_type": types.get(name, date)}


def _terms() -> list[Condition]:
    return list(dict.fromkeys(term for provision in provisions() for term in provision.terms))


def _declare(system: Any, name: str, attributes: dict[str, Any]) -> None:
    always = {"entity": PERSON, "definition_period": DateUnit.DAY, "label": name}
    system.add_variable(type(name, (Variable,), always | attributes))


def _verdict(condition: Condition, names: dict[Condition, str], side: str) -> dict[str, Any]:
    def formula(person: Any, period: Any) -> Array:
        return _written(condition, names, side, lambda name: person(name, period))

    return {"value_type": bool, "formula": formula}


def _written(condition: Condition, names: dict[Condition, str], side: str, ask: Ask) -> Array:
    """A condition as a formula in arrays, as one would write it by hand."""
    if condition in names:
        return ask(names[condition] + side)
    if isinstance(condition, Leaf):
        if condition.negated:
            return ~_atom(condition.atom, CONTRARY[side], ask)
        return _atom(condition.atom, side, ask)
    inner = CONTRARY[side] if isinstance(condition, NoneOf) else side
    parts = [_written(part, names, inner, ask) for part in condition.parts]
    match condition:
        case AllOf():
            return reduce(and_, parts)
        case AnyOf():
            return reduce(or_, parts)
        case NoneOf():
            return ~reduce(or_, parts)
        case AtLeast(count=count):
            held = reduce(add, [part.astype(np.int8) for part in parts])
            return np.asarray(held >= count)


def _atom(atom: Atom, side: str, ask: Ask) -> Array:
    if isinstance(atom, Contains):
        return reduce(or_, [ask(f"{atom.fact}_{member}{side}") for member in sorted(atom.values)])
    test = _test(atom, ask)
    if side == VALUE:
        return test
    given = ask(f"{atom.fact}_given")
    if isinstance(atom, Relate):
        given = given & ask(f"{atom.other}_given")
    return test & given if side == CERTAIN else test | ~given


def _test(atom: Atom, ask: Ask) -> Array:
    match atom:
        case Flag():
            return ask(atom.fact)
        case OneOf():
            value = ask(atom.fact)
            return reduce(or_, [value == CHOICES[atom.fact][each] for each in sorted(atom.values)])
        case Compare():
            bound: Any = atom.bound if atom.fact in NUMBERS else np.datetime64(str(atom.bound))
            return np.asarray(COMPARE[atom.op](ask(atom.fact), bound))
        case Relate():
            other = _moved(ask(atom.other), atom.unit, int(str(atom.shift)))
            return np.asarray(COMPARE[atom.op](ask(atom.fact), other))
        case Contains() | Within():
            raise TypeError("a set is asked member by member; there are no places here")


def _moved(days: Array, unit: str, shift: int) -> Array:
    """Days moved by so many days or years; 29 February becomes 28 where it must."""
    if unit == "days":
        return days + np.timedelta64(shift, "D")
    months = days.astype("datetime64[M]")
    later = months + np.timedelta64(12 * shift, "M")
    last = (later + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
    moved = later.astype("datetime64[D]") + (days - months.astype("datetime64[D]"))
    return np.asarray(np.minimum(moved, last))
