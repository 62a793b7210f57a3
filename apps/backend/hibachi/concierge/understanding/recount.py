"""A number without a noun that counts the guests anew: "actually just 13", "nope 15", "+3", "14 not 12". Pure.

A day of the month, an hour, an age or a number of portions is such a number only where one of those was asked for; words
that correct or count ("actually", "just", "we're", "instead") make it guests even then.
"""

from dataclasses import dataclass, replace
from typing import Literal

from hibachi.concierge.understanding.clock_swaps import bare_hour
from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import Number, find_numbers
from hibachi.language.party import OLDEST_CHILD
from hibachi.policies.schemas import Profile

Mode = Literal["set", "add", "remove"]
MOST = 2000
HALF_A_DAY = 12
NEAR = 3
"""Guests more or fewer than before: so near, a number that could be an hour is one of guests."""

_COUNTING = frozenset(
    (
        "actually just only meant mean nope no nah not wait sorry oops whoops oopsie correction correct "
        "scratch instead now total altogether"
        " make made change changed update updated bump up down to so should be we we're were it's its it "
        "us count headcount really rather"
        " bad double doubled said got word closer if with for there's there their than but in all say "
        "typo wrong finally final number"
        " numbers let's lets do us turns out become becomes became grew shrank went going gonna will "
        "be'll we'll it'll can could might more"
        " again fewer less another extra additional plus minus add off take drop lose remove cut already "
        "shoud switch set ish * fine says say"
        " everybody everyone comes come shows show max maximum tops most limit"
    ).split()
)
"""Words that only somebody who counts or corrects himself puts beside a bare number."""
_FILLING = frozenset(
    (
        "hmm hm ok okay yes yeah yep please pls plz lol haha thanks thx thank you um uh like about around "
        "roughly approximately maybe"
        " probably perhaps and or then how what much price cost is are that that's thats the hey hi oh "
        "well i i'm im think guess my a an at nvm nevermind omg ugh sry srry hey"
        " of quite exactly even round flat nice full still would how's what's whats me gotta list"
        " answer promise swear safe sure careful n ya u wat wht hw abt bout lmao lolol grr argh"
    ).split()
)
_WEAK = frozenset(
    "no nah not wait so to in all it its it's be for do let's lets can could with if say there at now total".split()
)
"""Of the counting words, those that a day may stand beside too, when days are what is talked of."""
_SURE = _COUNTING - _WEAK
_OF_US = frozenset("we we're us were make change total altogether count headcount actually nope instead number".split())
"""Those of them that no age is told with."""
_ADDS = re.compile(
    r"(?:\+|\bplus|\badd(?:ing)?|\banother|\bextra|\badditional)\W*$|^ ?(?:more|extra|additional)\b(?! like)"
)
_REMOVES = re.compile(
    r"(?:(?:^|(?<=\s))-|\bminus|\b(?:take|drop|lose|remove|cut)(?: off)?(?: (?:another|like))?)\W*$"
    r"|^ ?(?:less|fewer|off)\b"
)
_OLD = re.compile(r"\b(?:not|said|from|instead of|rather than|was|were|had|than|wasn'?t|isn'?t)(?: the| just| only)? $")
_AT_AN_HOUR = re.compile(
    r"\b(?:com(?:e|es|ing)|start\w*|arriv\w*|there|here|leave|eat|begin\w*|home|off|open|doors) (?:at"
    r"|by|around|till|until) $"
)
""" "Can you come at 5 to set up"."""
_GOES_ON = re.compile(
    r"\W*(?:ok |okay |lol |haha )?(?:and|n|&) (?:(?:what|wat|how|hw|wht) (?:about|abt|bout) |for "
    r"|if )?\w+(?:[- ]\w+)?\W*"
)
""" "And 16?": the next size of a party whose price was told; a day that nobody has talked of is not told with "and"."""
_IN_CLAUSE = _COUNTING - frozenset("if with for it its it's to at in all us could can".split())
_ENDS = re.compile(
    r"[.!?;\n]+(?!\d)\s*|,? ?(?=\bso\b)|\b(?:he|she|they|wife|husband) says? (?=\w)"
    r"|,\s*(?=(?:i |we )?(?:forgot|forgotten|just remembered|didn'?t count|left out|because|cuz|cause"
    r"|since)\b)|,? (?=(?:and|n|&) \d+ (?:of (?:them|us)|with|w/|gets?|takes?|wants?|having|eat)\b)"
    r"|,\s*(?=(?:and )?(?:\d+ of (?:them|us)|they|he|she|we|i|some(?:one|body)?|my|our|the) )"
    r"|,\s*(?=(?:just|only) (?:the |us |for )?\d{1,3}\b)"
    r"|,\s*(?=(?:and |with |incl\w* )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight)"
    r" (?:of (?:them|us) )?(?:are |r |is )?(?:little |small )?(?:kids?|children|toddlers?|little ones)\b)"
    r"|,\s*(?=(?:make (?:it|that)|actually|that makes|we'?re|no\b|wait\b"
    r"|(?:back to )?\d{1,3} (?:again|now|then|after all)\b)\b)"
)
_GOES_FURTHER = re.compile(r"[.?!;\n]\s*\w")
_SAYS = re.compile(r"\bsays? $")
_PRONOUNS = frozenset(("one", "a", "an"))
""" "Yes that one": no number."""
_WORD = re.compile(r"[a-z']+|[*#]")
_ISH = re.compile(r"(?<=\d)-?ish\b")


_AMOUNT = 100
_OF_MONEY = re.compile(
    r"\$|%|\b(?:percent|tip|gratuity|all[- ]in|cost|price|total|pay|paying|deposit|fee|tax|each|per (?:person|head))\b"
)
""" "20 percent of 660 is 132, so 792 all in": so large a bare number is money where money is talked of."""


@dataclass(frozen=True, slots=True)
class Recount:
    """How many, and whether that is all of them, so many more or so many less; where it stands in the message."""

    number: int
    mode: Mode
    start: int = 0
    end: int = 0

    @property
    def words(self) -> GuestWords:
        """The same as guests of a message."""
        if self.mode == "set":
            return GuestWords(people=self.number)
        return GuestWords(add={"unsplit": self.number if self.mode == "add" else -self.number})


_REACTS = re.compile(
    r"\W*(?:(?:oh|wow|so|ok|okay|the|its|it's|that's|thats|exact|exactly|same|price|nice|cool|great"
    r"|good|perfect|really|awesome|not|bad|thing|lol|haha|no|way|hm+|ah|interesting|got"
    r"|it)\W+){1,7}(?<=[!.?] )(?=and\b|what about\b|how about\b)"
)
""" "Oh so the same! And at 11?": what was just told is only reacted to first."""


def recount_of(folded: str, dialogue: Dialogue, profile: Profile) -> Recount | None:
    """The new number of guests that a message, or one clause of it, consists of; None where something else was asked."""
    before = _guests_before(dialogue)
    if (
        before is None
        or "how_many" in dialogue.expecting
        or dialogue.wanted_dish
        or dialogue.expecting[:1] == ("guests",)
    ):
        return None
    reacts = _REACTS.match(folded)
    begins = reacts.end() if reacts else 0
    whole = _of_clause(folded[begins:], dialogue, before, profile, alone=True)
    if whole is not None:
        return replace(whole, end=len(folded))
    for start, end in reversed(_clauses(folded)):
        told = bool(_SAYS.search(folded[:start]))
        found = _of_clause(folded[start:end], dialogue, before, profile, alone=False, told=told)
        if found is not None and not (found.number >= _AMOUNT and _OF_MONEY.search(folded)):
            return replace(found, start=start, end=end)
    return None


def _clauses(folded: str) -> list[tuple[int, int]]:
    """Sentences, and what "so", "he says" and their like lead to."""
    ends = [match.end() for match in _ENDS.finditer(folded)]
    starts = [0, *ends]
    return [(start, end) for start, end in zip(starts, [*ends, len(folded)], strict=True) if folded[start:end].strip()]


def _of_clause(
    clause: str, dialogue: Dialogue, before: int, profile: Profile, *, alone: bool, told: bool = False
) -> Recount | None:
    clause = _ISH.sub(" ish", clause)
    numbers = [one for one in find_numbers(clause) if one.kind in ("whole", "negative") and 0 < abs(one.low) <= MOST]
    new = [one for one in numbers if not _OLD.search(clause[: one.span.start])]
    if len(new) != 1 or len(numbers) > 2:
        return None
    if _AT_AN_HOUR.search(clause[: new[0].span.start]):
        return None
    words = set(_WORD.findall(_without(clause, numbers)))
    found = Recount(abs(int(new[0].low)), _mode(clause, new[0]))
    counting = words & _COUNTING
    sure = counting if alone else counting & _IN_CLAUSE or told
    sure = sure or (alone and _goes_on(clause, dialogue))
    if words - _COUNTING - _FILLING or not (sure or found.mode != "set" or (alone and _nothing_asked(dialogue))):
        return None
    just_of_time = dialogue.just_time and not dialogue.just_guests
    if found.mode == "set" and alone and just_of_time and bare_hour(clause, dialogue, profile):
        return None  # "back to 3", right after another start
    if found.mode == "set" and (
        new[0].span.text in _PRONOUNS or _means_something_else(found.number, counting, dialogue, before, profile)
    ):
        return None
    return found


def is_all(recounted: GuestWords | None, folded: str) -> bool:
    """Whether a message is one sentence that counts the guests anew: "and if everybody shows up, 18?" asks nothing else."""
    return recounted is not None and not _GOES_FURTHER.search(_REACTS.sub("", folded, count=1))


def uncounted(dialogue: Dialogue) -> bool:
    """Whether nobody has counted the guests yet, of a party to come or of one that exists."""
    return _guests_before(dialogue) is None


def _guests_before(dialogue: Dialogue) -> int | None:
    """How many guests were talked of; None while nobody counted any."""
    party = dialogue.party
    said = (party.adults, party.children, party.toddlers, party.unsplit)
    if all(number is None for number in said):
        return 0 if dialogue.booked or dialogue.booking_id else None
    return sum(number or 0 for number in said)


def _goes_on(folded: str, dialogue: Dialogue) -> bool:
    """ "And 16": another size, where a price was told and neither a day nor an hour is talked of."""
    timed = dialogue.dates or dialogue.date_month or dialogue.choices or dialogue.day or dialogue.offered
    other = {"time", "ages", "zip", "which_booking"} & set(dialogue.expecting)
    return dialogue.quoted and not timed and not other and bool(_GOES_ON.fullmatch(folded))


def _without(folded: str, numbers: list[Number]) -> str:
    for one in reversed(numbers):
        folded = f"{folded[: one.span.start]} {folded[one.span.end :]}"
    return folded


def _mode(folded: str, number: Number) -> Mode:
    before, after = folded[: number.span.start], folded[number.span.end :]
    if number.kind == "negative" or _REMOVES.search(before) or _REMOVES.match(after):
        return "remove"
    return "add" if _ADDS.search(before) or _ADDS.match(after) or folded[number.span.start] == "+" else "set"


def is_hour(text: str, dialogue: Dialogue, profile: Profile) -> bool:
    """Whether the one number of a text ("what about 9") is a start of ours rather than another size of the party."""
    before, numbers = _guests_before(dialogue), find_numbers(text)
    return before is not None and len(numbers) == 1 and _may_be_hour(int(numbers[0].low), dialogue, before, profile)


def _may_be_hour(number: int, dialogue: Dialogue, before: int, profile: Profile) -> bool:
    hours = {slot.hour % 12 or 12 for slot in profile.booking.slots}
    timed = "time" in dialogue.expecting
    if "date" in dialogue.change and "time" not in dialogue.change and number in hours:
        return True
    if dialogue.just_time and number in hours:
        return True
    could = number in hours and dialogue.booked is None and (dialogue.day is not None or timed)
    return could and (timed or abs(number - before) > max(NEAR, before // 3))


def _nothing_asked(dialogue: Dialogue) -> bool:
    return not {"date", "time", "ages", "zip", "which_booking"} & set(dialogue.expecting) and not dialogue.offered


def _is_day_talked_of(number: int, dialogue: Dialogue) -> bool:
    """Whether a number may be one of the days that are talked of: one of the choices, else any of the month."""
    if dialogue.choices:
        return number in {int(day[-2:]) for day in dialogue.choices}
    return bool(dialogue.dates or dialogue.date_month)


def _means_something_else(number: int, counting: set[str], dialogue: Dialogue, before: int, profile: Profile) -> bool:
    """Whether the number answers what was asked: an age, one of the days that are talked of, a start."""
    expecting = set(dialogue.expecting)
    if "ages" in expecting and number <= OLDEST_CHILD and not counting & _OF_US:
        return True
    if "time" in expecting and number <= HALF_A_DAY and not (counting & _SURE) - {"ish"}:
        return True
    if "date" in expecting and number <= 31 and not counting & _SURE and _is_day_talked_of(number, dialogue):
        return True
    return _may_be_hour(number, dialogue, before, profile)
