"""The US states with their neighbours, from the data record that ships with the laws."""

from pathlib import Path

from technofed.atlas.files import read_tree
from technofed.law.adoptions import Place


def load_states(laws: Path) -> tuple[Place, ...]:
    """All states of a laws folder, in order of code.

    Args:
        laws: A laws folder; the record is ``lab/us-states.yaml`` in it.

    Raises:
        FileUnreadableError: The folder has no such record.
        FileSyntaxError: The record is no YAML.
    """
    tree = read_tree(laws / "lab" / "us-states.yaml").tree
    places = (
        Place(
            code=each["code"],
            name=each["name"],
            abbreviation=each["abbreviation"],
            since=int(each["since"]),
            neighbours=tuple(each["neighbours"]),
        )
        for each in tree
    )
    return tuple(sorted(places, key=lambda place: place.code))
