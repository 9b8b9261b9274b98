"""The article's tables as records: every id in a cell leads somewhere, every row has a source."""

import re

import pytest

from technofed.law.atlas import Table
from tests.article.atlas import the_atlas

ID_COLUMNS = {"actor", "cases", "conflict", "of", "record", "records"}
PREFIXES = r"(actor|artefact|event|point|relation|statistic|table|[a-z]{2}(-[a-z]{2})?)/[a-z0-9]"

TABLES = [each for each in the_atlas().entries.values() if isinstance(each, Table)]
tables = pytest.mark.parametrize("found", TABLES, ids=lambda found: found.id)


@tables
def test_every_id_in_a_cell_is_a_record(found: Table) -> None:
    for row in found.rows:
        for column in ID_COLUMNS & row.cells.keys():
            for entry in row.cells[column]:
                if re.match(PREFIXES, entry):
                    assert the_atlas().record(entry).id == entry


@tables
def test_every_row_has_pins_of_its_own_or_of_its_table(found: Table) -> None:
    assert all(row.pins or found.pins for row in found.rows)


@tables
def test_rows_are_named_once(found: Table) -> None:
    names = [row.id for row in found.rows]
    assert len(names) == len(set(names))
