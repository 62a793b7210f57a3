"""What children pay and eat: of the ages that were named, else of all bands."""

from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding import kids_food
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_OF_ALL = re.compile(
    r"\badults?\b[^.?!]{0,15}\b(?:kids?|child(?:ren)?)\b|\b(?:kids?|child(?:ren)?)\b[^.?!]{0,15}\badults?\b", re.I
)
_LIST = re.compile(
    r"\b(?:kids?'?s?|child(?:ren)?'?s?) (?:price|rate|pricing|cost)s?\b"
    r"|\b(?:price|rate|cost)s? (?:for|of) (?:the )?(?:kids|children)\b",
    re.I,
)
""" "What's the kid price, and do I pay for my 4 yr old?": the bands, one of them asked by its age."""
_AS_WHICH = re.compile(
    r"\b(?:count\w*|consider\w*|class\w*|pay\w*|charged?|price[ds]?|is|be"
    r"|treated)\b[^.?!]{0,15}\b(?:as|an?|the)? ?(?:kid|child|adult)s?\b[^.?!]{0,6}\bor\b",
    re.I,
)
""" "Does my 13 year old count as kid or adult?": the age decides."""
_BABY = re.compile(r"\b(?:bab(?:y|ies|ys)|infants?|toddlers?|newborns?|preschoolers?)\b", re.I)
_OLDER = re.compile(r"\b(?:kids?|child(?:ren)?|sons?|daughters?|teen\w*|adults?|ages?)\b", re.I)


_FREE_UP_TO = re.compile(
    rf"\b(?:(?P<below>under|below|younger than) (?P<n>{NUMBER})"
    rf"|(?P<upto>{NUMBER}) (?:and|or|&) (?:under|younger|below|less))\b[^.?!\n]{{0,25}}\bfree\b",
    re.I,
)


_COUNTS = re.compile(rf"\b(?P<age>{NUMBER})[- ]?(?:years?|yrs?|yo)\b[- ]?(?:olds?)? (?:still |also )?counts?\b", re.I)


def _free_up_to(words: str) -> int | None:
    """The oldest age of "5 and under are free?", or the one that is asked about ("the 5 year old counts as under 5?")."""
    said = _FREE_UP_TO.search(words)
    counted = _COUNTS.search(words) if said is None else None
    if counted is not None:
        return to_int(counted["age"].lower())
    age = to_int((said["n"] or said["upto"]).lower()) if said else None
    return None if said is None or age is None else age - 1 if said["below"] else age


def answer(known: Known, topic: str) -> None:
    """What children pay, or are given to eat: of the ages that were named, else of all bands."""
    if known.does(kids_food.ACT):
        eaters = sorted({known.bands.of(age) for age in known.frame.ages_asked})
        facts = known.topic("children") | known.topic("included")
        known.say("kids_food", at=ANSWERED, facts=facts, bands=eaters, words=known.frame.text)
        return
    bands = (
        []
        if (_OF_ALL.search(known.frame.text) or _LIST.search(known.frame.text))
        and not _AS_WHICH.search(known.frame.text)
        else [known.bands.of(age) for age in known.frame.ages_asked]
    )
    if not bands and known.changed("guests") and known.counts is not None and known.counts.toddlers:
        bands = ["toddlers"]
    if not bands and (free := _free_up_to(known.frame.text)) is not None:
        bands = [known.bands.of(free)]
    if not bands and _BABY.search(known.frame.text) and not _OLDER.search(known.frame.text):
        bands = ["toddlers"]
    known.say("topic:children", at=ANSWERED, facts=known.topic("children"), ages=known.frame.ages_asked, bands=bands, words=known.frame.text)  # fmt: skip
