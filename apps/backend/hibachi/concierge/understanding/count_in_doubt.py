"""A correction of the guests after which the party does not fit the numbers that were said: it is asked, never guessed. Pure."""

from hibachi.concierge.understanding.parties import Bands, counts_of, merged
from hibachi.concierge.understanding.schemas import Counts, Dialogue, Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import MOST_GUESTS
from hibachi.language.roster.words import RELATION
from hibachi.language.spans import fold

_N = rf"(?:{NUMBER})"
_RIGHTS = re.compile(
    r"\b(?:wrong|incorrect|not right|that'?s off|miscounted|recount|put (?:that|it|this) right|(?:please )?(?:fix|correct) (?:it|that|this"
    r"|the (?:count|number|guests|party))|please correct|i (?:said|told you|wrote|meant)|can'?t be(?: right)?|you have|you wrote|it says)\b"
)
_TOLD = re.compile(
    rf"(?:\b(?:we(?:'re| are)|there(?:'s| are| will be)|i (?:said|meant|wrote|told you)|it(?:'s| is)|should be|make (?:it|that))"
    rf"(?: (?:only|just|now|exactly|really|actually|still|in fact))* (?P<n>{_N})(?P<who> (?:people|ppl|guests|adults|of us|persons))?"
    rf"|(?<![\w$:/.-])(?P<m>{_N})(?P<noun> (?:adults|people|ppl|guests|of us|grown[- ]?ups|in (?:all|total)|altogether|total)))\b"
    r"(?![\w:/%$]|[.,]\d| ?(?:am|pm|o'?clock|years?|yrs?|yo\b|dollars|bucks|miles|minutes|hours|th\b|st\b|nd\b|rd\b))"
)
_OLD = re.compile(
    r"(?:\b(?:not|instead of|rather than|it says|you (?:have|wrote|say|said|put|counted)|says|no longer)(?: (?:the|us|me|just|only|at))*) $"
)
_GOES = re.compile(
    r"\b(?:drop(?:s|ped)? out|cancel(?:s|led|ed)|bail(?:s|ed)|(?:can'?t|cannot|won'?t) (?:come|make it)|(?:is|are)(?:n'?t| not) coming"
    rf"|(?:one|{_N}) (?:fewer|less)|gave notice|backs? out)\b"
)
_COMES = re.compile(
    rf"\b(?:(?:my|our|his|her|their|the) (?:[a-z]+ )?(?:{RELATION}|friends?|replacement|neighbou?rs?|colleagues?)"
    rf"(?:,? (?:and|&|plus|with) (?:(?:my|our|his|her|their|a|the) )?(?:[a-z]+ )?(?:{RELATION}|friends?|husband|wife|partner))*"
    r"(?: (?:will|would|do|does|is|are|now|also))* (?:com(?:e|es|ing)|join(?:s|ing)?))\b"
)
_SAME = re.compile(
    r"\b(?:instead|in (?:his|her|their) (?:place|stead)|replac\w+ (?:him|her|them)|for (?:him|her|them)|swap\w*)\b|\?"
)

_WHOLE = re.compile(rf"\b(?:family|household|group|party|crowd|crew|total) of (?P<n>{_N})\b")
_ADULTS = re.compile(rf"\b(?P<n>{_N}) (?:adults|grown[- ]?ups)\b")
_ON_TOP = re.compile(r"\b(?:more|plus|add\w*|another|extra|join\w*|bring\w*|also|and|with|too|other)\b|[+&]")
_US_TOO = re.compile(
    rf"\b(?:the two of us|us two|me and my {RELATION}|my {RELATION} and (?:me|i)),? (?:and|plus|\+) [^.!?\n\d]{{3,30}}\((?P<n>{_N}) (?:adults|grown[- ]?ups|people)\b"
)
""" "The two of us and our neighbors (3 adults)"."""
_EACH_BRINGS = re.compile(
    r"\b(?:everyone|everybody|each(?: one)?(?: of (?:us|them))?|(?:they|we) (?:all|each)|all of (?:us|them)) (?:will )?(?:brings?|bringing|has|comes? with|with)"
    r" (?:an?|their|his or her|our) (?:spouse|partner|plus[- ]one|\+1|date|husband|wife|guest|friend|other half)s?\b"
)


def told(frame: Frame, dialogue: Dialogue, bands: Bands) -> Frame:
    """The frame with its guests left open, where they were put right and do not come out as they were told."""
    counts, guests = counts_of(dialogue.party, bands), frame.guests
    over = dialogue.booked is not None or dialogue.goal in ("change", "cancel")
    if over or frame.sizes or guests.invalid or guests.unclear or (frame.times and not guests.stated):
        return frame
    if counts is None:
        return _told_first(frame, bands)
    if guests.ages and guests.people is None and guests.adults is None:
        return frame  # "I said 5, 7 and 9": the ages of the children, told once more
    folded = fold(frame.text)
    after = counts_of(merged(dialogue.party, guests), bands) or counts
    if (
        _come_and_go(folded, guests)
        or _added_twice(folded, after)
        or (_RIGHTS.search(folded) and not _fits(folded, counts, after))
    ):
        return _open(frame)
    return frame


def _open(frame: Frame) -> Frame:
    """The frame with its guests to be asked for; nothing is booked before they are known."""
    acts = tuple(act for act in frame.acts if act != "book")
    answer = None if frame.answer == "yes" else frame.answer
    return frame.model_copy(update={"guests": GuestWords(unclear=True), "unknown": (), "acts": acts, "answer": answer})


def _told_first(frame: Frame, bands: Bands) -> Frame:
    """The frame of a first telling, its guests left open where more or fewer were read than it tells."""
    counts, folded = counts_of(merged(PartyState(), frame.guests), bands), fold(frame.text)
    if counts is None or frame.guests.low is not None:
        return frame
    whole, grown = _WHOLE.search(folded), _ADULTS.search(folded)
    twice = whole and grown and counts.adults == sum(to_int(one["n"]) or 0 for one in (whole, grown))
    alone = _US_TOO.search(folded)
    missed = alone is not None and counts.adults == (to_int(alone["n"]) or 0)
    with_theirs = _EACH_BRINGS.search(folded) if not (whole or grown) else None  # "… thats 12 adults" has counted them
    if twice or missed or (with_theirs and not re.search(r"\bif\b|\?", folded[:40])):
        return _open(frame)
    return frame


def _added_twice(folded: str, after: Counts) -> bool:
    """ "13, not 14. 9 adults": a whole and a part of it that were added up, though nobody comes on top."""
    grown = [to_int(one["n"]) or 0 for one in _ADULTS.finditer(folded)]
    numbers = {int(number) for number in re.findall(r"(?<![\w$:/.-])\d{1,3}(?![\w:/%$])", folded)}
    if len(grown) != 1:
        return False
    rest = after.adults - grown[0]
    return rest > 0 and rest in numbers and rest != grown[0] and not _ON_TOP.search(folded)


def _come_and_go(folded: str, guests: GuestWords) -> bool:
    """ "My boss drops out, but his wife and her mom come": who is not counted."""
    counted = guests.adults is not None or guests.people is not None or any(more > 0 for more in guests.add.values())
    return not counted and bool(_GOES.search(folded) and _COMES.search(folded)) and not _SAME.search(folded)


def _fits(folded: str, before: Counts, after: Counts) -> bool:
    """Whether the party that comes out holds the number that was said last, or none was said."""
    said = [
        to_int(one["n"] or one["m"]) or 0
        for one in _TOLD.finditer(folded)
        if (one["n"] or one["m"]) and not _OLD.search(folded[: one.start("n" if one["n"] else "m")])
    ]
    new = [number for number in said if 1 < number <= MOST_GUESTS and number not in (before.adults, before.total)]
    return not new or bool(
        set(new) & {after.adults, after.total, after.children, after.toddlers, after.children + after.toddlers}
    )
