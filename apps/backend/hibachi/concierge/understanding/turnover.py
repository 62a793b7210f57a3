"""Who comes and who goes in one message, told by numbers: "3 dropped out but 1 joined" are two fewer. Pure."""

from hibachi.concierge.understanding import comings
from hibachi.concierge.understanding.schemas import GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_HEADS = r"(?: (?:of (?:us|them|the|our|my)|more|other|others|new|extra|adults?|grown[- ]?ups|people|ppl|persons?|guests?|friends?|cousins?|ones?|folks))*"
_SOME = rf"(?P<n>{NUMBER}){_HEADS}"
_HAVE = r"(?: (?:have|has|had|just|are|is|'re|'s|will|also|now|can|might|want to|wants to|going to))*"
_GOES = re.compile(
    rf"\b{_SOME}{_HAVE} (?:dropped(?: out)?|drops? out|bail(?:ed|s)?(?: out)?|cancell?ed|flaked(?: out)?|backed out|pulled out|out\b|gone|not coming|no longer coming|can'?t (?:come|make it)|cannot (?:come|make it)|won'?t (?:come|make it|be there)|fewer|less)\b"
    rf"|\b(?:lost|lose|losing|minus|down|less) (?P<lost>{NUMBER})(?! ?(?:%|dollars|bucks|hours?|days?|weeks?)){_HEADS}",
    re.I,
)
_COMES = re.compile(
    rf"\b{_SOME}{_HAVE} (?:joined|joins?|joining|coming(?: instead)?|come|in\b|added|signed up|said yes|showing up|new)\b"
    rf"|\b(?:gained|gain|gaining|added|add|adding|plus|got|picked up|have) (?P<won>{NUMBER})(?! ?(?:%|dollars|bucks|hours?|days?|weeks?)){_HEADS}"
    rf"|\b(?P<new>{NUMBER}) new (?:ones?|people|guests|adults)\b",
    re.I,
)
_PARTS = re.compile(r"[,;.!?\n]|\b(?:but|and|though|however|while|then|plus also)\b", re.I)
_YOUNG = re.compile(r"\b(?:kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|year[- ]old|yo|aged?)\b", re.I)


def net(folded: str) -> GuestWords | None:
    """The change of the count, where some go and some come; None where it is not both, or children need their ages."""
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


def _number(match: re.Match[str] | None) -> int:
    told = next((said for said in match.groups() if said), None) if match is not None else None
    return (to_int(told) or 0) if told else 0
