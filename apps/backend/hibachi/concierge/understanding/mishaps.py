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


CALLED_AWAY = "called_away"
_AWAY = re.compile(
    r"\b(?:get|gets|got|are|is|be|being|getting) (?:called|paged|sent|dispatched|toned|pulled) (?:out|away|in|back|off|to (?:work|a \w+))\b"
    r"|\b(?:get|gets|getting) an? (?:\w+ )?(?:call|page|alarm)\b[^.?!\n]{0,30}\b(?:run|leave|go|rush|bail|roll|head)\b"
    r"|\b(?:have|has|had|need) to (?:run(?: out)?|leave|rush|bail|go|roll|head out)\b[^.?!\n]{0,25}"
    r"\b(?:mid\w*|middle|halfway|during|early|before (?:the|it|you|he|dessert|we|chef))\b"
)
_SUPPOSED = re.compile(r"\b(?:if|what if|when|in case|suppose)\b")
_OF_MONEY = re.compile(r"\b(?:pay|paid|full|refund\w*|deposit|charge[ds]?|money|cost|owe)\b")


def _is_away(frame: Frame) -> bool:
    folded = fold(frame.text)
    return bool(_AWAY.search(folded) and _SUPPOSED.search(folded)) and not (frame.guests.add or "change" in frame.acts)


def called_away(frame: Frame) -> Frame:
    """The frame of guests who may have to leave, or never sit down: no fact of ours says what then, but what comes back of a deposit."""
    if not _is_away(frame):
        return frame
    topics = tuple(one for one in frame.topics if one not in ("price", "balance", "per_person"))
    topics = (*topics, *(("cancellation",) if _OF_MONEY.search(fold(frame.text)) else ()))
    acts = tuple(act for act in frame.acts if act not in ("same_price", "price_objection", "cancel", "laughs"))
    return frame.model_copy(update={"topics": tuple(dict.fromkeys(topics)), "acts": (*acts, CALLED_AWAY), "unknown": frame.unknown or (frame.text,), "question": True})  # fmt: skip


_OF_FIRE = re.compile(r"\b(?:burn\w*|sing\w*|fires?|flames?|alight|eyebrows?|explode\w*|blow(?:n)? up)\b")


def told(frame: Frame) -> Frame:
    """The frame of who wonders about the flames: the distance that the grill keeps is the answer."""
    frame = called_away(frame)
    if not wonders(frame.text) or not _OF_FIRE.search(fold(frame.text)):
        return frame
    acts = tuple(act for act in frame.acts if act not in ("own_booking", "others_booking", "off_topic", "for_chef"))
    unknown = tuple(clause for clause in frame.unknown if not wonders(clause))
    return frame.model_copy(update={"topics": tuple(dict.fromkeys((*frame.topics, "clearance"))), "acts": acts, "unknown": unknown, "question": True})  # fmt: skip
