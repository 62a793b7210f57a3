"""A guest by his place in the count: "bring a 10th person", "can the 10th be a kid"; a count beside its sum. Pure."""

from hibachi.kit import lazy_re as re

_PLACE = r"(?:\d{1,2}(?:st|nd|rd|th)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
_PERSON = r"(?:person|guest|adult|friend|head)"
_ONE_MORE = re.compile(
    r"\b(?P<does>(?:bring|invite|add|include|have|get|take|ask|find|count"
    rf"|squeeze in)(?:ing)? )an? {_PLACE} (?P<who>{_PERSON})\b",
    re.I,
)
_THE_LAST = re.compile(
    rf"\bthe {_PLACE}(?: {_PERSON}| one)?(?= (?:could |can |may |would |will )?(?:be|is|being"
    r"|was) (?:a |an |my |our )?(?:kids?|child|toddler|baby|teen\w*|adult|boy|girl|son|daughter|vegan"
    rf"|vegetarian|\d{{1,2}}[- ]?(?:yo|years?))\b)",
    re.I,
)
_BESIDE_A_SUM = re.compile(
    r"\bfor (?P<n>\d{1,2})(?=,? (?:it'?s|its|it is|that'?s|thats|that is|is it|is that|it'?d be"
    r"|it would be|it comes to|that comes to) (?:like |about |still |just )?\$?\d{3,4}\b)",
    re.I,
)


def told(text: str) -> str:
    """The text with the usual words for them."""
    text = _ONE_MORE.sub(r"\g<does>1 more \g<who>", text)
    return _BESIDE_A_SUM.sub(r"for \g<n> people", _THE_LAST.sub("the last one", text))
