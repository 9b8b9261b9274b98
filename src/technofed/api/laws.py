"""Find and load the laws."""

from collections.abc import Sequence
from pathlib import Path

import technofed_laws
from technofed._base.errors import Fault
from technofed.atlas.casefiles import load_reviews
from technofed.atlas.laws import Laws, load_laws
from technofed.atlas.shelf import survey_atlas
from technofed.atlas.store.find import store_path
from technofed.atlas.store.read import read_laws
from technofed.law.cases import Review, Vouched


def load(folder: Path | None = None) -> Laws:
    """Load a laws folder; by default the one shipped with technofed.

    A store built by ``technofed build`` is read in its place when it is current. The
    folder may also be such a store itself.

    Raises:
        RecordInvalidError: One or more files are wrong; all faults are named.
        FileUnreadableError: The folder is no laws folder.
    """
    where = folder or technofed_laws.path()
    store = store_path(where)
    return read_laws(store) if store else load_laws(where)


def survey(folder: Path | None = None) -> tuple[Laws, list[Fault]]:
    """Load what can be loaded of a laws folder, with the faults of the rest.

    Raises:
        RecordInvalidError: The facts or the jurisdictions are wrong.
        FileUnreadableError: The folder is no laws folder.
    """
    atlas, loading = survey_atlas(folder or technofed_laws.path())
    return atlas.laws, loading.faults


def review_status(laws: Laws, instruments: Sequence[str]) -> dict[str, Vouched]:
    """Who vouches for each provision, by full id, and the digest of its record.

    ``draft`` if nobody; ``lapsed`` if the record changed since the last review; else the
    weightiest role that confirmed or corrected it, or ``doubtful`` if the last word is a doubt.
    """
    found: dict[str, Vouched] = {}
    for id_ in instruments:
        file = load_reviews(laws, id_)
        for rule in laws.rules_of(id_):
            mine = [r for r in file.reviews if r.provision == rule.provision.id] if file else []
            digest = laws.fingerprint(rule)
            found[rule.id] = Vouched(_status_of(mine, digest), digest)
    return found


def _status_of(reviews: Sequence[Review], digest: str) -> str:
    current = [review for review in reviews if review.digest == digest]
    if not current:
        return "lapsed" if reviews else "draft"
    if current[-1].outcome == "doubtful":
        return "doubtful"
    return max((review.role for review in current), key=_WEIGHTS.index)


_WEIGHTS = ("drafter", "second-reader", "lawyer", "second-lawyer")
