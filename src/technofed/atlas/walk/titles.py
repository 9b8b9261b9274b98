"""What a record is called."""

from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.view import Record
from technofed.law.atlas import Link
from technofed.law.records import Instrument


def title_of(record: Record, atlas: Atlas) -> str:
    """The title of a record; of a relation, its sentence."""
    if not isinstance(record, Link):
        return record.title
    ends = (atlas.record(record.subject), atlas.record(record.object))
    names = [end.short if isinstance(end, Instrument) else title_of(end, atlas) for end in ends]
    return f"{names[0]} {str(record.predicate).replace('_', ' ')} {names[1]}"
