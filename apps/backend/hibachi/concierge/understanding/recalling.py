"""Whether somebody asks what was told so far: "what date did I say", "you have my ZIP, right?". Pure."""

from hibachi.kit import lazy_re as re

_OURS = r"(?:zip(?: ?code)?|date|day|time|number|guest count|head ?count|name|e-?mail|phone(?: number)?|address|details|info\w*)"
_ASKS = re.compile(
    rf"\b(?:what|which|how many|when|where)\b[^.?!\n]{{0,25}}\bdid (?:i|we) (?:say|tell|write|give|mention|put)\b"
    rf"|\b(?:my|our) {_OURS}\b[^.?!\n]{{0,25}}\b(?:right|correct|have it|got it|saved|noted|down)\b[^.?!\n]{{0,8}}\?"
    rf"|\b(?:do|did) (?:you|u|ya)(?: guys)? (?:still )?(?:have|know|remember|get|got|note|write down) (?:my|our) {_OURS}\b"
    rf"|\bwhat (?:{_OURS} )?do (?:you|u) have (?:so far|down|for (?:me|us)|on (?:file|record))\b|\bwhat have (?:i|we) told (?:you|u)\b",
    re.I,
)


_WEEKDAY = re.compile(
    r"\b(?:it'?s|its|is it|is that|that'?s|thats|is this|this is|which is|falls on|(?:\d{1,2})(?:st|nd|rd|th)? is|is the \d{1,2}(?:st|nd|rd|th)?) an? (?:mon|tues|wednes|thurs|fri|satur|sun)day\b[^.!\n]{0,12}\?"
    r"|\bwh(?:at|ich) (?:day of the week|weekday|day) (?:is|was) (?:that|it|this)\b",
    re.I,
)


def asks_weekday(folded: str) -> bool:
    """Whether a folded text asks on which weekday the day that is talked of falls."""
    return bool(_WEEKDAY.search(folded))


def asks(folded: str) -> bool:
    """Whether a folded text asks what was told so far."""
    return bool(_ASKS.search(folded))
