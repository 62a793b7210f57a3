"""Guests told in groups by a noun of their own: "14 girls and 3 moms", then "make it 15 girls" leaves the moms. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold

_NOUNS = (
    r"girls|moms|mums|mothers|dads|fathers|ladies|women|men|guys|friends|coworkers|co-workers|colleagues"
    r"|cousins|neighbou?rs|relatives|students|teammates|players|coaches|teachers|chaperones"
)
_GROUP = re.compile(rf"\b(?P<n>{NUMBER}) (?:of (?:my|our|the) |other |more )?(?P<who>{_NOUNS})\b")
_MORE = re.compile(r"\b(?:more|another|extra|additional|less|fewer)\b|\+")


def find(text: str) -> dict[str, int]:
    """How many of which group a text counts."""
    return {match["who"]: to_int(match["n"]) or 0 for match in _GROUP.finditer(fold(text))}


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame of a message that counts one of several groups anew: the others still come."""
    said, before, guests = find(frame.text), dialogue.groups, frame.guests
    who = next(iter(said), None)
    if who is None or len(said) != 1 or who not in before or _MORE.search(fold(frame.text)):
        return frame
    young = _are_children(who, dialogue)
    if len(before) < 2 and not (young and dialogue.party.adults):
        return frame
    plain = set(guests.model_dump(exclude_defaults=True)) <= {"people", "adults", "children", "on_top"}
    as_age = guests == GuestWords(ages=(said[who],), ages_alone=True)  # "make it 4 moms" is nobody's age
    if not as_age and (not plain or said[who] not in (guests.people, guests.adults, guests.children)):
        return frame
    step, party = said[who] - before[who], dialogue.party
    if young:
        return frame.model_copy(update={"guests": GuestWords(children=(party.children or 0) + step)})
    if party.adults is not None:
        return frame.model_copy(update={"guests": GuestWords(adults=party.adults + step)})
    return frame.model_copy(update={"guests": GuestWords(people=(party.unsplit or 0) + step)})


def _are_children(who: str, dialogue: Dialogue) -> bool:
    """Whether a group was counted among the children, as girls beside their mothers are."""
    party, number = dialogue.party, dialogue.groups[who]
    return (party.children or 0) >= number and (who == "girls" or (party.adults or 0) < number)
