"""What could go wrong, wondered aloud: "does anyone ever burn their eyebrows off?" is no harm that was done. Pure."""

from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_ANYBODY = r"(?:any(?:one|body)|some(?:one|body)|people|guests?|kids|it|this|that|he|the (?:chef|cook|grill|fire|flames?)|your (?:chefs?|cooks?|guys)|you(?: guys| all)?|they)"
_MISHAPS = re.compile(
    rf"\b(?:do|does|did|has|have|is|will|would|could|can|might) {_ANYBODY}\b[^.?!\n]{{0,12}}\b(?:ever|gonna|going to|accidental\w*|actually|often|usually)?\b[^.?!\n]{{0,25}}"
    r"\b(?:burn\w*|sing(?:e|ed|eing)|set\b[^.?!\n]{0,25}\b(?:on fire|alight)|catch(?:es)? fire|caught fire|start(?:s|ed)? a fire|hurt|injur\w*|los(?:e|t) (?:an |their |his |a )?"
    r"(?:eyebrows?|fingers?|hair)|miss(?:ed|es)?|drop(?:ped|s)?|cut|explode[sd]?|blow(?:n)? up|go(?:ne|es)? wrong|mess(?:ed)? up|accidents?)\b"
    rf"|\b(?:ever|any) (?:had )?(?:an? )?(?:accidents?|mishaps?|fires?|injur\w+|burn(?:s|ed))\b[^.!\n]*\?",
)
_HAPPENED = re.compile(
    r"\b(?:i|we|he|she|they|(?:my|our) (?:\w+ )?\w+) (?:just |got |was |were |is |are |has |have |had |am )+(?:\w+ )?(?:burn\w*|hurt|injur\w*|cut|sing\w*|scald\w*)\b"
    r"|\b(?:your|the) (?:chef|cook|guy)\w* (?:\w+ )?(?:burn(?:ed|t)|hurt|injured|cut|set|dropped) (?:me|us|my|our|him|her|the)\b|\blast (?:night|week|time|party)\b|\byesterday\b",
)


def wonders(text: str) -> bool:
    """Whether somebody only wonders what could go wrong: "does anyone ever burn their eyebrows off?", and tells of no harm."""
    folded = fold(text)
    return bool(_MISHAPS.search(folded)) and not _HAPPENED.search(folded)


_OF_FIRE = re.compile(r"\b(?:burn\w*|sing\w*|fires?|flames?|alight|eyebrows?|explode\w*|blow(?:n)? up)\b")


def told(frame: Frame) -> Frame:
    """The frame of who wonders about the flames: the distance that the grill keeps is the answer."""
    if not wonders(frame.text) or not _OF_FIRE.search(fold(frame.text)):
        return frame
    acts = tuple(act for act in frame.acts if act not in ("own_booking", "others_booking", "off_topic", "for_chef"))
    unknown = tuple(clause for clause in frame.unknown if not wonders(clause))
    return frame.model_copy(update={"topics": tuple(dict.fromkeys((*frame.topics, "clearance"))), "acts": acts, "unknown": unknown, "question": True})  # fmt: skip
