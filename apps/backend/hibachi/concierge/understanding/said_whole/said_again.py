"""Who comes, said or asked once more after the price ("24?", "still 24", "the nephews are 14 and 16, the small ones 9 and 5"). Pure.

Such a number is the party's own, no day and no hour; such ages are those that were counted.
"""

from collections import Counter

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.small_numbers import ONE_TO_TWELVE

_LEAD = (
    r"\W*(?:(?:ok(?:ay)?|so|and|but|wait|sorry|yes|yeah|no|um+|hm+|just to (?:be sure|check|confirm)"
    r"|(?:is )?(?:that|it)(?:'?s| is)?|thats|for|like i said|as i said|again|we'?re|we are|still|yep"
    r"|all)\W+)*"
)
_OF_US = r"(?: (?:of us|people|guests|adults|ppl|persons|total|in total|all together|altogether))?"
_ASKED = re.compile(rf"{_LEAD}(?P<n>{NUMBER}){_OF_US}(?:,? (?:right|correct|yes|yeah|no))?\W*\?+\W*")
_STILL = re.compile(
    rf"(?P<lead>{_LEAD})(?P<n>{NUMBER}){_OF_US}(?P<end>,? (?:still|like (?:i|we) said|as (?:i|we) said"
    r"|same as before|as before|right))?\W*"
)
_TAGGED = re.compile(r",? (?:right|correct|yes|yeah)\W*\Z")
_CONFIRMS = re.compile(r"\b(?:still|like i said|as i said|again)\b")
_WORDS = re.compile(r"[a-z]+|\d+")
_OF_AGES = frozenset(
    (
        "the my our his her a and or are is was aged ages age year years old yo yr yrs kids kid children "
        "child boys girls boy girl nephews nephew nieces niece"
        " sons son daughters daughter ones one small little older younger big oldest youngest twins of "
        "them they they're re respectively cousins grandkids"
        " grandchildren four two three five six again said like i as so yes ok all be will who"
    ).split()
)
_COUNT = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight"
    r"|\d{1,2}) (?=(?:\w+ )?(?:kids|children|boys|girls|nephews|nieces|ones|sons|daughters|cousins"
    r"|grandkids|grandchildren)\b)"
)
_AGE_WORD = re.compile(rf"\b(?:{ONE_TO_TWELVE})\b(?! of\b)")
_FEWEST_AGES = 2
_HOURS = 12


def whole(folded: str, dialogue: Dialogue) -> str | None:
    """The guests that such a message says again, in plain words."""
    if (
        not dialogue.quoted
        or dialogue.booked
        or dialogue.pending is not None
        or {"how_many", "guests"} & set(dialogue.expecting)
    ):
        return None
    if _tells_known_ages(folded, dialogue):
        return "same number of people"
    asked = _ASKED.fullmatch(folded)
    told = asked or _STILL.fullmatch(folded)
    number = to_int(told["n"]) if told else None
    if told is None or number not in _sizes(dialogue) or number in _days(dialogue):
        return None
    if "time" in dialogue.expecting and number <= _HOURS:
        return None
    if asked:
        return (
            "what's the total again?"
            if dialogue.party.children or dialogue.party.toddlers
            else f"how much for {number} of us?"
        )
    if _TAGGED.search(folded):
        return f"so that's {number} people, right?"
    return f"we're {number} people" if told["end"] or _CONFIRMS.search(told["lead"]) else None


def _sizes(dialogue: Dialogue) -> set[int]:
    party = dialogue.party
    grown = (party.adults or 0) + (party.unsplit or 0)
    return {grown + (party.children or 0) + (party.toddlers or 0)} - {0}


def _days(dialogue: Dialogue) -> set[int]:
    return {day.day for day in (*dialogue.dates, *dialogue.earlier_days)}


def _tells_known_ages(folded: str, dialogue: Dialogue) -> bool:
    """Whether the message tells the ages of the party, these alone and in words of ages."""
    known = dialogue.party.ages
    text = _AGE_WORD.sub(lambda one: str(to_int(one.group())), _COUNT.sub("", folded))
    numbers = [int(one) for one in re.findall(r"\d{1,2}", text)]
    if len(known) < _FEWEST_AGES or Counter(numbers) != Counter(known):
        return False
    return not set(_WORDS.findall(text)) - _OF_AGES - {str(one) for one in numbers}
