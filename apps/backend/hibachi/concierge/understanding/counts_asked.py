"""Whether the counts of a price that was told are asked about or doubted: "so that's 12 adults and 3 kids, right?", "why 13 adults", "is that with the kids?". Pure.

None of it is a new number of guests: who is counted, and why, answers it.
"""

from collections.abc import Iterator

from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Counts, Dialogue, Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import LED, OPENERS
from hibachi.language.spans import fold

ASKS, AGREES, DIFFERS = "asks_counts", "counts_agree", "counts_differ"
_KINDS = {
    "adults": r"adults?|grown[- ]?ups?",
    "children": r"kids?|child(?:ren)?|kiddos?|little ones",
    "toddlers": r"toddlers?|bab(?:y|ies)",
    "people": r"people|ppl|guests?|persons?|of us|heads",
}
_WHO = "|".join(_KINDS.values())
_N = rf"(?:{NUMBER})"
_COUNT = rf"{_N} (?:paying |young |full )?(?:{_WHO})"
_LIST = rf"{_COUNT}(?:,? (?:and |plus |& |with |\+ )?{_COUNT}){{0,2}}"
_LEAD = (
    rf"\W*(?:(?:{OPENERS}|just (?:to (?:be sure|confirm|check|clarify|make sure)|checking|confirming"
    r"|making sure)|to (?:be sure|confirm|clarify|make sure)|quick check|let me make sure|i count"
    r"|in other words)\W+)*"
)
_STATES = (
    r"(?:(?:that(?:'?s| is| makes| would be)|(?:it|this)(?:'?s| is)"
    r"|you(?:'ve)? (?:have|had|got|put|counted)(?: us| me)?(?: down)?(?: (?:for|as|at))?"
    r"|we(?:'?re| are)(?: down)?(?: for)?|there(?:'?s| are)|(?:it|that) (?:should|would) be|should be"
    r"|(?:that|this|it)(?:'?s| is) (?:for|with))\W+)?(?:for |like |with )*"
)
_TAG = r"(?:,? ?(?:right|correct|yes|yeah|no|isn'?t it|is that (?:right|correct|so)|true|did i get that right))"
_MADE_SURE = re.compile(
    rf"{_LEAD}{_STATES}(?P<told>{_LIST})(?: (?:in total|in all|total|altogether|all together|paying"
    rf"|who pay|then|so far))*(?P<tag>{_TAG})?\W*"
)
_WHY = re.compile(
    r"\b(?:why|how come)(?: (?:only|just|is|are|do|does|did|you|it|that|say|have|count|put|there|am i"
    rf"|being|charged|for|paying|am|i|we|the|us))* {_COUNT}\b(?!'s)"
)
_DOUBTED = re.compile(rf"^\W*(?:(?:{OPENERS}|what|no)\W+)*(?P<told>{_COUNT})\s*\?+")
_SAID = re.compile(
    r"\b(?:text|message|quote|e-?mail|it|that|reply|list|price) (?:says|said|has|shows|lists"
    rf"|counts)(?: only| just)? (?P<told>{_COUNT})"
)
_ASKED = re.compile(
    r"\b(?P<with>(?:is|are) (?:everyone|everybody|all of us|we all"
    r"|the (?:kids|children|little ones)) (?:already )?(?:included|counted|in)(?: in)? (?:that|it"
    r"|this|there)\b|(?:did|have|do) (?:you|u) (?:already )?(?:count(?:ed|ing)?"
    r"|includ\w+) (?:in )?(?:the (?:kids|children|little ones|babies|toddlers)|everyone|everybody"
    rf"|all of us|me|us all|my \w+)\b|^{LED}(?:is|was|does) (?:that|this|it) (?:with|for|includ\w+"
    r"|counting|cover)(?: all of)? (?:the (?:kids|children|little ones|babies|toddlers)|everyone"
    rf"|everybody|all of us|us all)\b)|^{LED}(?:is|was) (?:that|this|it) without (?:the )?(?:kids"
    r"|children|little ones|babies|toddlers)\b"
    r"|\bhow many (?:adults|kids|children|people|guests"
    r"|of us)(?: (?:and \w+))? (?:did (?:you|u) (?:count|put|have)|have you counted"
    r"|(?:do|did) you have (?:us )?down|is (?:that|this|it) for|are we (?:at|now|down for)"
    r"|did i (?:say|tell you))|\bhow many (?:are we|of us are there|is that)(?: now| then| in total"
    r"| total| altogether)*\W*$|\bwhat(?:'?s| is) (?:our|the) (?:head ?count|count)(?: now"
    r"| so far)?\W*$|\b(?:one|1|two|an?) (?:adults?|kids?|child|persons?|people|guests?) too (?:many"
    r"|much|few)\b|\bwho(?:m)? did (?:you|u) count\b"
)
_CHANGES = re.compile(
    r"\b(?:make|change|update|actually|instead|add|adding|more|extra|another|if|now|would|how much"
    r"|price|cost|can|could|join\w*|also)\b"
)
_AMONG = re.compile(rf"(?P<n>{_N}) (?:paying |young |full "
        rf")?(?:{'|'.join(f'(?P<{kind}>{who})' for kind, who in _KINDS.items())})\b")  # fmt: skip


def told(frame: Frame, dialogue: Dialogue, bands: Bands) -> Frame:
    """The frame as the question for who is counted, with whether it is so; as it was where no price was told or a new number is."""
    counts = counts_of(dialogue.party, bands)
    if counts is None or not dialogue.quoted or dialogue.booked is not None or dialogue.goal in ("change", "cancel"):
        return frame
    acts = _acts(fold(frame.text), frame, dialogue.party, counts)
    if not acts:
        return frame
    rest = _put_right(frame, dialogue.party, counts)
    if rest is not None:
        return frame.model_copy(update={"guests": rest, "unknown": ()})
    kept = tuple(act for act in frame.acts if act not in ("item_price", "change"))
    cleared = {
        "guests": GuestWords(),
        "topics": (),
        "apart": (),
        "unknown": (),
        "ages_asked": (),
        "sizes": (),
        "answer": None,
    }
    return frame.model_copy(update={**cleared, "acts": (*kept, *acts), "question": True})


def makes_sure(folded: str) -> bool:
    """ "So that's 12 adults and 2 kids, right?": asked, whatever is counted."""
    sure = _MADE_SURE.fullmatch(folded)
    return sure is not None and sure["tag"] is not None and not _CHANGES.search(folded)


def _acts(folded: str, frame: Frame, party: PartyState, counts: Counts) -> tuple[str, ...]:
    if asked := _ASKED.search(folded):
        of_young = re.search(r"\b(?:kids|children|little ones|babies|toddlers)\b", asked.group())
        counted = not of_young or counts.children + counts.toddlers
        return (ASKS, AGREES) if asked["with"] and counted else (ASKS,)
    if frame.zip or frame.dates or frame.items or "book" in frame.acts:
        return ()
    sure = _MADE_SURE.fullmatch(folded)
    if sure is not None and not _CHANGES.search(folded):
        said = _numbers(sure["told"])
        agrees = _agrees(said, party, counts)
        if sure["tag"] and not agrees and _as_called(said, party):
            return (ASKS,)
        if sure["tag"] or ("?" in folded and (agrees or _of_known_ages(said, party))):
            return (ASKS, AGREES if agrees else DIFFERS)
    doubted = _DOUBTED.match(folded) or _SAID.search(folded)
    if _WHY.search(folded) or (doubted and _numbers(doubted["told"]).items() <= _paying(counts).items()):
        return (ASKS,)
    return (ASKS,) if _told_again(frame, party, counts) and frame.answer != "yes" else ()


def _of_known_ages(said: dict[str, int], party: PartyState) -> bool:
    """ "3 toddlers?" where the ages of all children are known: no new number of them is told by asking."""
    young = (party.children or 0) + (party.toddlers or 0)
    return set(said) <= {"children", "toddlers"} and 0 < young <= len(party.ages)


def _told_again(frame: Frame, party: PartyState, counts: Counts) -> bool:
    """ "We only have 12 adults" of 12 and a teenager: told once more as they were called, and counted otherwise."""
    said = frame.guests
    told = {kind: getattr(said, kind) for kind in ("adults", "children") if getattr(said, kind) is not None}
    if not told or said.ages or said.add or said.people is not None or said.on_top or said.gone_ages:
        return False
    called = {"adults": party.adults, "children": party.children}
    same = all(called[kind] == number for kind, number in told.items())
    return same and any(_paying(counts)[kind] != number for kind, number in told.items()) and bool(party.ages)


def _numbers(said: str) -> dict[str, int]:
    return {kind: to_int(one["n"]) or 0 for one in _AMONG.finditer(said) for kind in _KINDS if one[kind]}


def _paying(counts: Counts) -> dict[str, int]:
    return {
        "adults": counts.adults,
        "children": counts.children,
        "toddlers": counts.toddlers,
        "people": counts.total,
    }


def _as_called(said: dict[str, int], party: PartyState) -> bool:
    """ "So 12 adults and 3 kids?" of 12 and a teenager among three young ones: right as they were called."""
    grown = (party.adults or 0) + (party.unsplit or 0)
    young = max((party.children or 0) + (party.toddlers or 0), len(party.ages))
    return said.items() <= {"adults": grown, "children": young, "people": grown + young}.items()


def _agrees(said: dict[str, int], party: PartyState, counts: Counts) -> bool:
    """Whether these numbers are those of the party: as they are counted, or with all the young ones as children."""
    young = {**_paying(counts), "children": counts.children + counts.toddlers}
    return any(said.items() <= known.items() for known in (_paying(counts), young))


def _put_right(frame: Frame, party: PartyState, counts: Counts) -> GuestWords | None:
    """ "Wait, 13 adults? There's only 12 of us" where nothing explains the 13: the other number is the right one."""
    explained = bool(party.ages) or counts.children or counts.toddlers
    doubted = _DOUBTED.match(fold(frame.text))
    others = [number for number in _people(fold(frame.text)[doubted.end() :])] if doubted else []
    return GuestWords(people=others[0]) if others and not explained and len(others) == 1 else None


_WE_ARE = re.compile(
    r"\b(?:we'?re|we are|there'?s|there are|it'?s|only|should be|i said|we said)(?: only"
    rf"| just)? (?P<n>{_N})\b"
)


def _people(folded: str) -> Iterator[int]:
    for one in _WE_ARE.finditer(folded):
        yield to_int(one["n"]) or 0
