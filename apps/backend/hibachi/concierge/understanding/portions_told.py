"""Numbers that stand with a dish, once the guests were counted: so many have it, and the party is no smaller for it. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.concierge.understanding.words import Words
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.roster.words import RELATION

_WISH = re.compile(
    rf"\b{NUMBER} (?:of (?:us|them|the [a-z]+|our [a-z]+|my [a-z]+)|adults?|people|ppl|guests?"
    r"|persons?|friends|guys|ladies) (?:(?:who|that|are|would|will|might|do|also|all|each|just"
    r"|really) )*(?:want|like|get|have|having|take|order|eat|ask|need|prefer|upgrade|swap|switch|go"
    r"|opt|add|choose|chose|pick|double|split|share|try)\w*"
)
_SIZE = re.compile(
    r"\b(?:we'?re|we are|we'?ll be|there'?s|there are|there will be|it'?s|down to|up to"
    r"|make (?:it|that)|only|now|total|instead|party of|group of|coming|come|join\w*|left|not \d+)\b"
)


def are_eaters(guests: GuestWords, folded: str, words: Words, dialogue: Dialogue) -> bool:
    """ "Can 4 people double up on steak": some of a larger party ask for a dish, and are no new size of it."""
    before = (dialogue.party.adults or 0) + (dialogue.party.unsplit or 0)
    told = guests.people or guests.adults
    if not told or told >= before or not words.dishes.mentioned or "how_many" in dialogue.expecting:
        return False
    others = guests.children or guests.toddlers or guests.ages or guests.add or guests.low is not None
    return not others and bool(_WISH.search(folded)) and not _SIZE.search(folded)


_COUNTS_ANEW = re.compile(
    rf"\b(?:(?:we|it)(?:'?re|'?s|'?ll be| are| will be)(?: (?:only|just|now|about|like|a party of))* {NUMBER}"
    r"|make (?:it|that|us)|total|altogether|in all|party of|group of|coming|join\w*|instead|everybody|everyone"
    r"|all of us|head ?count)\b"
)
_NAMED_PEOPLE = re.compile(
    rf"(?<!our )(?<!the )(?<!my )(?<!these )(?<!those )\b{NUMBER} (?:\w+ )?(?:people|ppl|guests?|persons?|adults?"
    r"|grown[- ]?ups|heads|friends|attendees)\b"
)
_FOR_RELATIVES = re.compile(
    rf"\bfor (?:just |only |both )*(?:me|him|her|us|mom|dad|(?:my|our|the|his|her) (?:[a-z]+ )?(?:{RELATION}))\b"
)


def are_portions(guests: GuestWords, folded: str, words: Words, dialogue: Dialogue) -> bool:
    """Whether they have a dish, once the guests were counted: "lobster?? for 4", "two tails for me and my wife"."""
    before = (dialogue.party.adults or 0) + (dialogue.party.unsplit or 0)
    others = guests.children or guests.toddlers or guests.ages or guests.add or guests.low is not None
    told = guests.people or guests.adults
    if not told or told >= before or others or guests.people_is_total or not words.dishes.mentioned:
        return False
    if guests.adults and not _FOR_RELATIVES.search(folded):
        return False
    return not (_NAMED_PEOPLE.search(folded) or _COUNTS_ANEW.search(folded))
