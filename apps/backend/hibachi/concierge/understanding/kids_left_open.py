"""Children who come and were told without their number: "us, my two brothers and then the kids", "25, half kids", "mostly children". Pure.

They are asked for; until then those who were counted are priced, and the price says so.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import OPENERS
from hibachi.language.party import GROWN_AT
from hibachi.language.spans import fold

OPEN = "kids_open"
"""The act of telling so, and the slot that is asked for."""
SLOT = "kids"
_KIDS = r"(?:kids|children|kiddos|grandkids|grandchildren|little ones)"
_BESIDE = re.compile(
    r"(?:\b(?:and|plus|with|also)|&|\+)(?: (?:then|also|of course|all|all of|the|our|some|their|my|a few|several"
    rf"|lots of|a bunch of|little|young))* {_KIDS}(?: (?:too|as well|also|of course|obviously|lol|coming))*"
    r"(?=\s*(?:$|[.,!;)\n]|in 9\d{4}|9\d{4}))"
)
_SHARE = re.compile(
    r"\b(?:half|(?:a|one) (?:third|quarter|fifth)|two thirds|three quarters|most(?:ly)?|many|several|some|a few"
    r"|a (?:lot|bunch)|\d{1,2} ?(?:%|percent))(?: of)?(?: (?:them|us|those|whom|which|the \w+))?,?"
    rf"(?: (?:are|r|is|being|will be|would be))?(?: (?:the|little|young|small))* {_KIDS}\b(?!'s| (?:menu|price|meal|size|drink))"
)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with the act of leaving the children open, where grown people are counted and no child is."""
    guests, folded = frame.guests, fold(frame.text)
    counted = guests.people or guests.adults or dialogue.party.adults or dialogue.party.unsplit
    young = guests.children or guests.toddlers or guests.ages or guests.add or guests.no_children or guests.unclear
    known = dialogue.party.children or dialogue.party.toddlers or dialogue.party.ages
    if not counted or young or known or dialogue.booked is not None or dialogue.goal in ("change", "cancel"):
        return frame
    beside, share = _BESIDE.search(folded), _SHARE.search(folded)
    if not (beside or share) or re.search(r"\b(?:no|without|if|not|any) (?:\w+ )?(?:kids|children)\b", folded):
        return frame
    acts = tuple(dict.fromkeys((*frame.acts, OPEN)))
    if beside and not share and guests.people and not guests.people_is_total:
        told = {"adults": guests.people, "people": None}  # they come beside those who were counted
        return frame.model_copy(update={"acts": acts, "guests": guests.model_copy(update=told)})
    party = dialogue.party
    same = guests.people is not None and guests.people == (party.adults or 0) + (party.unsplit or 0)
    return frame.model_copy(update={"acts": acts, **({"guests": GuestWords()} if same else {})})


def is_open(before: Dialogue, party: PartyState, acts: tuple[str, ...]) -> bool:
    """Whether children are to come of whom no number is known after a message."""
    counted = party.children is not None or party.toddlers is not None or party.ages or party.all_adults
    return OPEN in acts or (before.kids_open and not counted)


_NONE = re.compile(
    r"\W*(?:none|zero|0|nobody|no one|kids after all)(?: of (?:them|us))?(?: (?:after all|sorry|actually))*\W*"
)
""" "None"; "oh no kids after all", of which "oh no" was taken for a cry."""
_FEW = re.compile(
    rf"^\W*(?:(?:{OPENERS}|about|like|maybe|around|probably|i think|there'?s|there are|we have|we'?ll have|it'?s|just|only)\W+)*"
    rf"(?P<n>{NUMBER})(?: of (?:them|us|those))?(?=\W*$|[.,!;:(]| (?:ages?|aged|and they)\b)"
)
_ROW = re.compile(
    rf"\W*(?:(?:{OPENERS}|ages?|they'?re|they are)\W+)*(?P<row>{NUMBER}(?:(?:,? and |, ?| ?& ?| (?=\d)){NUMBER})+)\W*"
)


def as_kids(text: str, dialogue: Dialogue) -> str:
    """The answer to how many they are as so many kids: "about 7", "4, 6 and 9"."""
    if SLOT not in dialogue.expecting[:1]:
        return text
    folded = fold(text)
    if _NONE.fullmatch(folded):
        return "no kids"
    if row := _ROW.fullmatch(folded):
        ages = [to_int(one) or 0 for one in re.findall(rf"\b{NUMBER}\b", row["row"])]
        ages = ages[1:] if ages[0] == len(ages) - 1 else ages
        return f"{len(ages)} kids ({', '.join(map(str, ages))})" if max(ages) < GROWN_AT else text
    few = _FEW.match(folded)
    return f"{few['n']} kids{text[few.end() :]}" if few else text
