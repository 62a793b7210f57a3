"""Counts that were told and are put right by their nouns: "there are SEVEN adults", "3 adults? We're 7 adults, 1 child, 2 little ones". Pure.

Who corrects a price speaks of its numbers: the seven adults are all who pay as adults, a teenager among them. A correction
sets and never adds; what is asked about, turned down, supposed or wanted of a dish is no count.
"""

from collections import Counter
from collections.abc import Iterator

from hibachi.concierge.understanding.counts_asked import AGREES, ASKS, makes_sure
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Counts, Dialogue, Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import OPENERS
from hibachi.language.spans import fold

_KINDS = {
    "adults": r"adults?|grown[- ]?ups?",
    "children": r"kids?|child(?:ren)?|kiddos?",
    "toddlers": r"toddlers?|bab(?:y|ies)|infants?|newborns?|little ones|tiny ones|littles",
}
_N = rf"(?:{NUMBER})"
_KIND = "|".join(f"(?P<{kind}>{nouns})" for kind, nouns in _KINDS.items())
_COUNT = re.compile(
    rf"(?<![\w$:/.,-])(?P<n>{_N}) (?:paying |young |full |small )?(?:{_KIND})\b(?! ?(?:menu|price|meal)s?\b)"
)
_WANTS = re.compile(
    r"^(?: (?:who|that|of|at|each|also|would|will|do|does|just|really|all))* (?:want|like|get|have|having|take|order"
    r"|eat|ask|need|prefer|upgrade|share|with|pay|are|is|r|can|could|allerg|vegan|vegetarian)\w*"
)
_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:not|isn'?t|aren'?t|instead of|rather than|(?:more|less|fewer) than|of|for|per|an?|each|every|any|from|with"
    r"|(?:you|u|it|that|quote|text|message|reply|price) (?:says?|said|has|have|had|put|counted|wrote))"
    r"(?: (?:the|my|our|those|these|just|only|like))*) $"
)
_ON_TOP = re.compile(
    r"\b(?:more(?! like)|another|extra|additional|also|too|as well|on top|join\w*|bring\w*|add(?:s|ing|ed)?|forgot\w*|drop\w*"
    r"|cancel\w*|fewer|less|minus|without|remov\w*|lost|bail\w*|stay\w* home|if|suppose|say we|maybe|might|would it)\b"
    rf"|^\W*(?:(?:{OPENERS})\W+)*(?:plus|and|\+)\b"
)
_RIGHTS = re.compile(
    r"\b(?:no+|nope|wrong|fix|correct(?:ion|ed)?|mistake|error|incorrect|i (?:count|said|told|meant|mean|wrote)|we said"
    r"|should(?:n'?t)? be|supposed to be|sorry|actually|count again|recount|there(?:'s| is| are) (?:only|just)"
    r"|not right|that'?s off|miscounted|again)\b|!!"
)
_DOUBT = re.compile(rf"(?P<told>(?<![\w$:/.-]){_N} (?:paying |young |full )?(?:{_KIND}))(?: (?:now|total))?\s*\?+")
_OF_WHOM_SMALL = re.compile(rf"\b(?P<n>{_N}) of (?:them|those|these|the (?:kids|children|little ones)) are toddlers\b")
""" "So four of them should cost nothing", of whom that is known."""
_SENTENCE = re.compile(r"[^.!?\n]+")
_BARE = re.compile(
    rf"^\W*(?P<lead>(?:{OPENERS}|no+|nope|nah|just|only|it'?s|its|there'?s|there are|we have|we'?re|should be|that should be"
    rf"|actually|i (?:said|meant|count)|make (?:it|that)|more like|wrong|really|exactly)\W+)*(?P<n>{_N})"
    r"(?: (?:of (?:them|us|those)|only|please|pls|actually|not \w+))*(?=\s*(?:$|[.,!;\n]))"
)
_NOT_SO_MANY = re.compile(rf"\bnot (?:the )?(?P<n>{_N})\b")


def told(frame: Frame, dialogue: Dialogue, bands: Bands) -> Frame:
    """The frame with the guests as the price counts them, where a kind of those who were told is put right."""
    counts, folded = counts_of(dialogue.party, bands), fold(frame.text)
    over = dialogue.booked is not None or dialogue.goal in ("change", "cancel")
    if counts is None or not dialogue.quoted or over or frame.sizes or frame.guests.add or makes_sure(folded):
        return frame
    if frame.guests.as_counted:
        return frame  # who pays and who is free was told already
    if frame.guests.ages and frame.guests.adults is not None:
        return frame  # who comes is told anew, one by one
    known = counts.model_dump(include=set(_KINDS))
    if frame.guests.no_children or frame.guests.all_adults:
        known |= {"children": 0, "toddlers": 0}
    small = _OF_WHOM_SMALL.search(folded)
    if small and to_int(small["n"]) == counts.toddlers and frame.guests.adults is None:
        return frame.model_copy(update={"guests": GuestWords(), "unknown": ()})
    said = _said(folded, dialogue)
    if not said or _as_called(said, dialogue.party) or (frame.guests.children and "children" not in said):
        return frame  # "5 of those are kids, so 15 adults": more was read than stands beside its noun
    if said.items() <= known.items() and _answers_doubt(folded, dialogue):
        acts = (*(act for act in frame.acts if act != ASKS), ASKS, AGREES)
        return frame.model_copy(update={"guests": GuestWords(), "unknown": (), "answer": None, "acts": acts})
    marked = _is_marked(folded, counts)
    if said.items() <= known.items() and "adults" not in said and not marked:
        return frame
    if not (marked or _of_the_price(said, frame.guests, counts)):
        return frame
    guests = _counted(Counts(**{**known, **said}), dialogue.party, bands)
    return frame.model_copy(update={"guests": guests, "unknown": (), "ages_asked": ()})


def doubted(text: str) -> str | None:
    """The kind of guests whose number a message ends by doubting: "3 toddlers?"."""
    last = None
    for last in _DOUBT.finditer(fold(text)):
        pass
    return _kind(last) if last is not None and not text[last.end() :].strip() else None


def _answers_doubt(folded: str, dialogue: Dialogue) -> bool:
    """ "Just 2", after "3 toddlers?" was asked of two."""
    bare = _BARE.match(folded)
    return bool(dialogue.doubted and bare and bare["lead"])


def _said(folded: str, dialogue: Dialogue) -> dict[str, int]:
    """The numbers of a message by their kinds; none where one kind is told twice."""
    if any(_ON_TOP.search(one[0]) for one in _SENTENCE.finditer(folded) if _COUNT.search(one[0])):
        return {}
    doubts = list(_DOUBT.finditer(folded))
    found: dict[str, set[int]] = {}
    for match in _plain_counts(folded):
        found.setdefault(_kind(match), set()).add(to_int(match["n"]) or 0)
    kind = _kind(doubts[-1]) if doubts else dialogue.doubted
    behind = folded[doubts[-1].end() :] if doubts else folded
    bare = _BARE.match(behind) if kind else None
    if bare and any(_ON_TOP.search(one) for one in _SENTENCE.findall(behind[bare.start("n") :])[:1]):
        bare = None
    if kind and bare and kind not in found and (doubts or bare["lead"]):
        found[kind] = {to_int(bare["n"]) or 0}
    if any(len(numbers) > 1 for numbers in found.values()):
        return {}
    said = {kind: min(numbers) for kind, numbers in found.items()}
    return {} if set(said) == {"toddlers"} and re.search(r"\blittle ones\b", folded) else said


def _plain_counts(folded: str) -> Iterator[re.Match[str]]:
    for match in _COUNT.finditer(folded):
        behind = folded[match.end() :]
        if (
            _NO_COUNT_BEFORE.search(folded[: match.start()])
            or _WANTS.match(behind)
            or re.match(r"(?: \w+)?\s*\?", behind)
        ):
            continue
        yield match


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in _KINDS if match[kind])


def _as_called(said: dict[str, int], party: PartyState) -> bool:
    """Whether they are the guests as they were called, of whom the ages made others: that is explained, not taken over."""
    called = {
        "adults": (party.adults or 0) + (party.unsplit or 0),
        "children": _young(party),
        "toddlers": party.toddlers,
    }
    return bool(party.ages) and all(called[kind] == number for kind, number in said.items())


def _young(party: PartyState) -> int:
    return max((party.children or 0) + (party.toddlers or 0), len(party.ages)) - (party.toddlers or 0)


def _is_marked(folded: str, counts: Counts) -> bool:
    """Whether words say that a count of ours is wrong: a doubt, "fix it", "not 8" of eight."""
    wrong = {to_int(one["n"]) for one in _NOT_SO_MANY.finditer(folded)}
    return bool(_RIGHTS.search(folded) or _DOUBT.search(folded) or wrong & set(counts.each)) or bool(
        _BARE.match(folded)
    )


def _of_the_price(said: dict[str, int], guests: GuestWords, counts: Counts) -> bool:
    """Whether the numbers are those of the price without a word that says so: adults by themselves, or all kinds of them."""
    others = (
        guests.ages or guests.add or guests.people is not None or guests.low is not None or guests.age_low is not None
    )
    if others or "adults" not in said:
        return not others and set(said) == {"toddlers"} and bool(counts.toddlers)
    return set(said) == {"adults"} or "toddlers" in said or said["children"] == counts.children


def _counted(counts: Counts, party: PartyState, bands: Bands) -> GuestWords:
    """These counts as words, with the ages that fit them: a teenager stays one of the adults, and a child of seven a child."""
    known = Counter(bands.of(age) for age in party.ages)
    fits = {kind: known[kind] <= getattr(counts, kind) for kind in _KINDS}
    ages = tuple(age for age in party.ages if fits[bands.of(age)])
    grown = sum(bands.of(age) == "adults" for age in ages)
    return GuestWords(
        adults=counts.adults - grown,
        children=counts.children + grown,
        toddlers=counts.toddlers,
        ages=ages,
        as_counted=True,
    )
