"""The guests of a booked party who are told clause by clause to join or to stay away, by the bands of the price list. Pure."""

from hibachi.concierge.understanding import roster_told
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import GuestWords, PartyState
from hibachi.language.roster.comers import read_comers


def told(text: str, stands: PartyState, bands: Bands) -> GuestWords | None:
    """So many more and so many less; None where a text does not tell them plainly."""
    comers = read_comers(text)
    if comers is None:
        return None
    come, gone = roster_told.beside(comers.joining, bands), roster_told.beside(comers.away, bands)
    less = _of_those_booked(gone.add, stands)
    add = {slot: come.add.get(slot, 0) - less.get(slot, 0) for slot in ("unsplit", "children", "toddlers")}
    return GuestWords(add={slot: more for slot, more in add.items() if more}, add_ages=come.add_ages)


def _of_those_booked(gone: dict[str, int], stands: PartyState) -> dict[str, int]:
    """Who stays away as they are booked: a child of a party that has none was counted among its adults."""
    left = {"children": stands.children or 0, "toddlers": stands.toddlers or 0}
    less = {"unsplit": gone.get("unsplit", 0)}
    for slot, other in (("children", "toddlers"), ("toddlers", "children")):
        count = gone.get(slot, 0)
        for kind in (slot, other):
            taken = min(count, left[kind])
            less[kind] = less.get(kind, 0) + taken
            left[kind] -= taken
            count -= taken
        less["unsplit"] += count
    return less
