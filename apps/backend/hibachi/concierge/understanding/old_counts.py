"""The old count said beside the new one: "we're 17 now, not 20, 3 bailed". Of a party of 20 only the 17 is news. Pure.

Which number is old needs no grammar where the count is known: it is the one that the party has, and whoever comes or goes
is the difference. So the words are looked at only where the sum is right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, ORDINAL, to_int
from hibachi.language.party import GROWN_AT

MOST = 400
YOUNG_BESIDE = 5
_GROWN = (
    r"(?:adults?|adlts?|adts?|grown[- ]?ups?|people|ppl|persons?|guests?|of us|heads|folks|guys|girls"
    r"|friends|cousins|colleagues|co-?workers|ladies|women|men|pax)"
)
_YOUNG = (
    r"(?:kids?|kiddos?|child(?:ren)?|boys|little ones|toddlers?|bab(?:y|ies)|infants?|nephews?|nieces?"
    r"|grandkids|grandchildren|sons?|daughters?|teens?|teenagers?|year[- ]olds?)"
)
_NO_COUNT = (
    r"(?: ?(?:am|pm|a\.m|p\.m|o'?clock|%|percent|bucks|dollars|usd|hours?|hrs?|min(?:ute)?s?|days?|weeks?"
    r"|months?|miles?|mi|years?|yrs?|yo|y/o|ft|feet|foot|tables?|chairs?|chefs?|times|portions?"
    rf"|orders?)\b| (?:quick |little |small |other |last |more )?(?:things?|questions?|requests?|changes?|updates?|favors?)\b"
    rf"|[:/.]\d|-\d|[ -](?:{ORDINAL})\b|(?:st|nd|rd|th)\b)"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NO_COUNT_BEFORE = re.compile(
    rf"(?:[$#/:.\d-]|\b{_MONTH}\.? (?:the )?"
    r"|\b(?:at|(?<!off )by|around|until|till|aged?|ages|zip(?: code)?|turn(?:s|ed|ing)?|who'?s|who is"
    r"|he'?s|she'?s|they'?re (?:only|just) |is only|is just) ?)$",
    re.I,
)
_COUNT = re.compile(
    rf"(?<![\w$])(?P<n>{NUMBER})(?![\w$])(?!{_NO_COUNT})(?! of {_MONTH}\b)(?! {_MONTH}\b)"
    r"(?P<noun>(?: (?:more|other|extra|additional|fewer|less|new|our|my|the|grown|adult|of my"
    rf"|of our))* (?:(?P<young>{_YOUNG})|{_GROWN})\b)?",
    re.I,
)
_OLD_BEFORE = re.compile(
    r"(?:\b(?:,? ?instead of|rather than|not|no longer|isn'?t|wasn'?t|was|were|had|used to be|says"
    r"|shows|have us (?:down )?(?:as|for)|said|told you|thought|booked|planned|put(?: down)?|from"
    r"|original(?:ly)?|previous(?:ly)?|first|until now|reserved|signed up|down for"
    r"|count(?:ed)? (?:of|was)|headcount of|number of|our|the|than)"
    r"(?: (?:the|our|an?|about|for|with|it|us|me|original(?:ly)?|all|be|planned|previous|first|old|as"
    r"|count of|party of|like|only|to be|having|there|that|would be|would come|we were|we had))*) ?$",
    re.I,
)
_OLD_BEHIND = re.compile(
    r"^,? ?(?:before|originally|at first|until now|so far|to begin with|initially"
    r"|(?:has|have|had|'ve) (?:now )?(?:become|grown|turned|shrunk|gone|dropped|changed)"
    r"|(?:became|becomes|become|grew|shrank|turned|went|is now|are now|is actually|are actually"
    r"|is wrong|was wrong|was the plan|down to|up to|to|into|we booked|we planned|i booked|booked"
    r"|planned|[-=]+>|→)\b|[-=]+>|→)",
    re.I,
)
_NEW_BEFORE = re.compile(
    r"(?:\b(?:we'?re|we are|we'?ll be|we will be|we'?d be|we would be|it'?s|it is|its|it'?ll be"
    r"|it will be|it would be|that'?s|that makes|makes|make (?:it|that|us)|makes (?:it|us)|be|become"
    r"|becomes|became|now|to|into|total(?: of| is)?"
    r"|(?:we|i|that) (?:now |still |only )?(?:have|leaves)"
    r"|(?:not|instead of) (?:the )?[a-z0-9-]+[.,;!]+|leaves(?: us)?(?: with| at)?|so|only|just|down to"
    r"|up to|at|with|are|is|and|for|out to|comes to|but)"
    r"|[>→=])(?: (?:now|only|just|a total of|actually|about|at|with|like|us|to|be|up|down|exactly"
    r"|more like))* ?$",
    re.I,
)
_GOING = re.compile(
    r"\b(?:drop\w*|bail\w*|cancel\w*|can'?t|cannot|can not|won'?t|couldn'?t|fewer|less|lost"
    r"|los(?:e|es|ing)|out|gone|flak\w*|back(?:ed|s|ing)? out|pull\w*|not (?:coming|able)|no longer"
    r"|aren'?t|isn'?t|sick|short|minus|stay\w*|left|down|decline\w*|off|without|missing|skip\w*"
    r"|are? not)\b",
    re.I,
)
_NEW_BEHIND = re.compile(r"^,? (?:and )?(?:not|instead of|rather than) (?:the )?\w", re.I)
""" "I said 15 not 14"."""
_COMING = re.compile(
    r"\b(?:more|extra|additional|join\w*|com(?:e|es|ing)|add\w*|plus|new|said yes|say yes|found|find"
    r"|gain\w*|up|fl(?:y|ying)|also|bring\w*|too|rsvp\w*|other|another|forgot|on top|off|invited)\b"
    r"|\+ ?$",
    re.I,
)
_PART_OF = re.compile(
    rf"\b(?P<part>{NUMBER}) (?:out )?of (?:the|our|those|these"
    rf"|my) (?P<whole>{NUMBER})(?: {_GROWN})?(?![\w$:/%])(?! {_YOUNG})"
    r"|\b(?:out )?of (?:the|our|those|these"
    rf"|my) (?P<first>{NUMBER})(?: {_GROWN})?,? (?P<then>{NUMBER})(?= (?:are|r|is|will|would|of them"
    r"|aren'?t|won'?t|can'?t|have|want|get|don'?t|eat)\b)",
    re.I,
)
_EITHER = re.compile(
    rf"\b(?:are|were|was|is) (?:we|it|that|you)\b[^.?!\n\d]{{0,30}}\b{NUMBER} or {NUMBER}\b[^.!\n]*\?", re.I
)
""" "Are we down for 12 or 14?": asked, none is new."""
_ENDS = re.compile(r"[,;:.!?()\n]|\b(?:and|but|so|which|that makes)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Count:
    value: int
    start: int
    end: int
    noun: str
    young: bool
    before: str
    behind: str

    @property
    def clause(self) -> str:
        """The words between two stops around the number."""
        return f"{_ENDS.split(self.before)[-1]} \u00b7 {self.noun} {_ENDS.split(self.behind)[0]}"

    @property
    def is_old(self) -> bool:
        return bool(_OLD_BEFORE.search(self.before) or _OLD_BEHIND.match(self.behind))

    @property
    def is_new(self) -> bool:
        return bool(self.noun or _NEW_BEFORE.search(self.before) or _NEW_BEHIND.match(self.behind))


def without(text: str, known: Sequence[tuple[int, int]]) -> tuple[str, bool]:
    """The text without the count that a party has and without the difference, and whether it tells a new one beside them.

    known: adults and younger guests of each party that can be meant.
    """
    wholes = {whole for adults, young in known for whole in (adults, adults + young) if whole}
    if _EITHER.search(text):
        return text, False
    text = _PART_OF.sub(partial(_part_of_them, wholes), text)
    counts = _without_ages(list(_counts(text)))
    for adults, young in known:
        for whole in {adults, adults + young} if adults else ():
            told = _told(counts, whole)
            if told is not None:
                return _said(text, whole, *told, noun="adults" if young and whole == adults else "people"), True
    return text, False


def _part_of_them(wholes: set[int], match: re.Match[str]) -> str:
    """ "Two of the fourteen", "of the 14, two": a part of those who are counted."""
    whole, part = match["whole"] or match["first"], match["part"] or match["then"]
    return f"{part} of them" if to_int(whole.lower()) in wholes else match.group()


def of_booked(frame: Frame) -> Frame:
    """The frame as said of the party that is booked: a new count beside its own is a change of it."""
    acts = (act for act in ("about_own", "own_booking", "change") if act not in frame.acts)
    return frame.model_copy(update={"acts": (*frame.acts, *acts), "unknown": ()})


def _counts(text: str) -> Iterator[_Count]:
    for match in _COUNT.finditer(text):
        value = to_int(match["n"].lower())
        before = text[: match.start()]
        if value is None or not 0 < value <= MOST or _NO_COUNT_BEFORE.search(before):
            continue
        young = match["young"] is not None
        yield _Count(value, match.start(), match.end(), match["noun"] or "", young, before, text[match.end() :])


def _without_ages(counts: list[_Count]) -> list[_Count]:
    """The counts of grown people: neither those of children nor the ages told behind them ("two kids, 10 and 8")."""
    kept: list[_Count] = []
    ages = 0
    for one in counts:
        if one.young:
            ages = one.value
        elif ages and not one.noun and one.value < GROWN_AT:
            ages -= 1
        else:
            kept, ages = [*kept, one], 0
    return kept


def _told(counts: list[_Count], whole: int) -> tuple[_Count, list[_Count]] | None:
    """The new count, and the numbers that only explain it: what was before, and who comes or goes."""
    for new in counts:
        if new.value == whole or not new.is_new or _is_difference(new, counts, whole):
            continue
        goes = new.value < whole
        others = [one for one in counts if one is not new]
        differs = [one for one in others if one.value == abs(new.value - whole) and _moves(one, goes)]
        old = [one for one in others if one.value == whole and (one.is_old or differs)]
        if (old or differs) and len(others) == len(old) + len(differs):
            return new, [*old, *differs]
    return None


def _is_difference(one: _Count, counts: list[_Count], whole: int) -> bool:
    """Whether another number is all who come then, and this one only those who come or go."""
    if not (_moves(one, True) or _moves(one, False)):
        return False
    return any(abs(other.value - whole) == one.value and not _moves(other, other.value < whole) for other in counts)


def _moves(one: _Count, goes: bool) -> bool:
    return bool((_GOING if goes else _COMING).search(one.clause))


def _said(text: str, whole: int, new: _Count, gone: list[_Count], *, noun: str) -> str:
    """The text with the new count as a count of people, and without the old one and those who come or go."""
    for one in sorted([new, *gone], key=lambda count: -count.start):
        if one is new:
            few = (
                not new.before.rstrip().endswith(("has", "have"))
                and new.value * 2 <= whole + YOUNG_BESIDE
                and " only " not in new.before
            )
            only = "only " if few else ""  # so few are all who come
            text = (
                f"{text[: one.start]}{only}{text[one.start : one.end]}{'' if one.noun else f' {noun}'}{text[one.end :]}"
            )
            continue
        told = _ENDS.split(one.behind)[0]
        moves = one.value != whole and (_GOING.search(told) or _COMING.search(told))
        behind = text[one.end + (len(told) if moves else 0) :].lstrip(" ")
        text = _LEAD.sub(" ", text[: one.start]) + _BUT.sub("", behind)
    return text


_BUT = re.compile(r"^(?:any ?more,? )?but ", re.I)
_LEAD = re.compile(
    r",? ?\b(?:instead of|rather than|not|from|our|the"
    r"|(?:(?:i|i'?ve|we|we'?re|we are|we'?ve|have|just|only|could|can|it'?s|was) )*(?:losing|lost|lose"
    r"|find|found|got|get|need|invited?|down|minus|less|adding|added|add|plus|up|gained|gaining|off"
    r"|short)(?: by)?)(?: (?:the|our|original|planned|previous|an?|about))* ?$",
    re.I,
)
""" "Instead of the ", "we're losing ": words that lead to what is left out."""
