"""How old a group of several is that was told by its noun: "20 girls and us parents", then "the girls are 15 and 16". Pure.

Two numbers behind it are ages between which all of them are, and no two sizes of the party.
"""

from collections.abc import Callable

from hibachi.concierge.understanding.groups_told import find
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT

LEAST = 3
"""Of two girls an age each may be told."""
_SO_OLD = re.compile(
    rf"(?:,? ?\b(?:and|but|also)\W+)?\b(?:the|our|these|those|all) (?:the )?(?P<who>girls|boys|friends|guys|students|cousins)"
    rf"(?: are|'re| is| r| will be)(?: all| both| about| around| between| from| aged?| either| like| only| just)*"
    rf" (?P<low>{NUMBER})(?: ?- ?| to | or |/| and )(?P<high>{NUMBER})\b(?: ?(?:years? old|yrs?(?: old)?|yo))?"
    r"(?! ?(?:of|people|adults|guests|more|am|pm|want|get|vegan|vegetarian))",
    re.I,
)


def told(frame: Frame, dialogue: Dialogue, bands: Bands, framed: Callable[[str], Frame]) -> Frame:
    """The frame with the group as what its ages make it. framed: how a text alone is read in this talk."""
    said = _SO_OLD.search(frame.text)
    number = {**find(frame.text), **dialogue.groups}.get(said["who"].lower(), 0) if said else 0
    low, high = (to_int(said["low"].lower()), to_int(said["high"].lower())) if said else (None, None)
    if said is None or number < LEAST or low is None or high is None or not low <= high < GROWN_AT:
        return frame
    if bands.of(low) != bands.of(high) or dialogue.party == PartyState():
        return frame
    rest = f"{frame.text[: said.start()]} {frame.text[said.end() :]}".strip(" ,.;")
    others = framed(rest).guests if rest else GuestWords()
    guests = _of(number, low, bands.of(low) == "adults", others, dialogue.party)
    return frame if guests is None else frame.model_copy(update={"guests": guests, "sizes": ()})


def _of(number: int, age: int, grown: bool, others: GuestWords, party: PartyState) -> GuestWords | None:
    """The party with the group as grown-ups, or as children of that age; None where others change it besides."""
    if others.add or others.children or others.ages:
        return None
    elders = (party.adults or 0) + (party.unsplit or 0)
    young = party.children or 0
    counted = number <= young
    if counted and number < young and not grown:
        return None
    total = others.people or others.adults or elders + young
    if not counted and number > total:
        return None
    if grown:
        left = young - number if counted else young
        return GuestWords(adults=total - left, children=left if counted else None)
    return GuestWords(adults=total - number, children=number, ages=(age,) * number)
