"""Who comes and who goes in one message, told by numbers: "3 dropped out but 1 joined" are two fewer. Pure."""

from hibachi.concierge.understanding import comings
from hibachi.concierge.understanding.schemas import GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, find_numbers, to_int
from hibachi.language.party import GROWN_AT

_HEADS = (
    r"(?: (?:of (?:us|them|the|our|my)|more|other|others|new|extra|adults?|grown[- ]?ups|people|ppl"
    r"|persons?|guests?|friends?|cousins?|ones?|folks))*"
)
_SOME = rf"(?P<n>{NUMBER}){_HEADS}"
_HAVE = r"(?: (?:have|has|had|just|are|is|'re|'s|will|also|now|can|might|want to|wants to|going to))*"
_GOES = re.compile(
    rf"\b{_SOME}{_HAVE} (?:dropped(?: out)?|drops? out|bail(?:ed|s)?(?: out)?|cancell?ed"
    r"|flaked(?: out)?|backed out|pulled out|out\b|gone|not coming|no longer coming"
    r"|can'?t (?:come|make it)|cannot (?:come|make it)|won'?t (?:come|make it|be there)|fewer|less)\b"
    rf"|\b(?:lost|lose|losing|minus|down|less) (?P<lost>{NUMBER})(?! ?(?:%|dollars|bucks|hours?|days?|weeks?)){_HEADS}",
    re.I,
)
_COMES = re.compile(
    rf"\b{_SOME}{_HAVE} (?:joined|joins?|joining|coming(?: instead)?|come|in\b|added|signed up"
    r"|said yes|showing up|new)\b"
    r"|\b(?:gained|gain|gaining|added|add|adding|plus|got|picked up"
    rf"|(?<!so we )(?<!now we )(?<!only )have) (?P<won>{NUMBER})(?! ?(?:%|dollars|bucks|hours?|days?"
    rf"|weeks?)){_HEADS}"
    rf"|\b(?P<new>{NUMBER}) new (?:ones?|people|guests|adults)\b",
    re.I,
)
_PARTS = re.compile(r"[,;.!?\n]|\b(?:but|and|though|however|while|then|plus also)\b", re.I)
_YOUNG = re.compile(r"\b(?:kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|year[- ]old|yo|aged?)\b", re.I)


def net(folded: str) -> GuestWords | None:
    """The change of the count, where some go and some come; None where it is not both, or children need their ages."""
    if (young := _for_children(folded)) is not None:
        return young
    if _YOUNG.search(folded):
        return None
    gone = come = 0
    for part in _PARTS.split(folded):
        went = _number(_GOES.search(part))
        joined = 0 if went else _number(_COMES.search(part)) or max(comings.by_name(part), 0)
        gone, come = gone + went, come + joined
    if not (gone and come) or comings.stays_the_same(folded):
        return None
    return GuestWords(add={"unsplit": come - gone} if come != gone else {})


_AGES = rf"(?:{NUMBER})(?:(?:,? ?and |, ?| ?& ?| ?/ ?)(?:{NUMBER})){{0,5}}"
_KIDS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:\w+ )?(?:kids?|kiddos?|children|child"
    r"|little ones)\b(?: (?:are|is|'re|who|that|will|be|now|joining|coming|join|come|instead|in"
    rf"|too))*[,:]? ?\(?(?:aged? |ages |they'?re |who are )?(?P<ages>{_AGES})?(?![\w:/$%])"
)
_A_CHILD = re.compile(
    r"\b(?:an?|one|my|her|his|their|our) (?:(?:little|young|own) )?(?:(?P<old>\w+)[- ]year[- ]old"
    r"|(?:son|daughter|kid|child|boy|girl|nephew|niece|grandson|granddaughter),? (?:who(?:'s| is)"
    r"|aged?|\(|she'?s|he'?s)? ?(?P<age>\d{1,2}|\w+)\b)"
)
_YOUNG_COME = re.compile(
    r"\b(?:in|join\w*|com(?:e|es|ing)|add\w*|bring\w*|brought|gain\w*|plus|instead|got|welcom\w+|with)\b", re.I
)


def _for_children(folded: str) -> GuestWords | None:
    """ "3 people are out but 2 kids, 6 and 11, are in": grown-ups go and children come, each with an age."""
    gone = _GOES.search(folded)
    went = _number(gone)
    rest = folded[gone.end() :] if gone is not None and went else ""
    if gone is None or not rest or _YOUNG.search(gone.group()) or not _YOUNG_COME.search(rest):
        return None
    ages = _ages_of(rest)
    return GuestWords(add={"unsplit": -went, "children": len(ages)}, add_ages=ages) if ages else None


def _ages_of(text: str) -> tuple[int, ...]:
    """An age for each of the children that a text names; none where they do not agree with their number."""
    kids, child = _KIDS.search(text), _A_CHILD.search(text)
    if kids is not None and kids["ages"]:
        told = tuple(int(one.low) for one in find_numbers(kids["ages"]))
        return told if len(told) == to_int(kids["n"]) and max(told) < GROWN_AT else ()
    age = to_int(child["old"] or child["age"]) if child is not None else None
    return (age,) if age and age < GROWN_AT else ()


def _number(match: re.Match[str] | None) -> int:
    told = next((said for said in match.groups() if said), None) if match is not None else None
    return (to_int(told) or 0) if told else 0
