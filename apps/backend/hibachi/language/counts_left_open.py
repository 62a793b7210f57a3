"""A number of guests that may be more: "10 people or so, maybe 12", "14, might be 16 of us" is a count from the one to the other. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_NOUN = r"(?:adults?|grown[- ]?ups|people|ppl|guests?|persons?|of us|heads)"
_MAYBE = (
    r"(?:maybe|possibly|perhaps|probably|might(?: even)? be|could(?: even)? be|may be|could go up to"
    r"|might go up to|up to|at most)"
)
_OPEN = re.compile(
    r"(?P<lead>\b(?:we'?re|we are|there'?s|there are|for|about|around|like|say|roughly|it'?s"
    r"|it'?ll be|we'?ll be) (?:about |around |like |maybe |probably "
    rf"|roughly )*)?(?<![\w/:.$-])(?P<low>{NUMBER})(?P<noun> {_NOUN})?(?P<so> or so| ?-?ish)?(?: |, ?"
    rf"|\.\.+ ?| - )(?:or |but |it |and )?{_MAYBE}(?: (?:like|even|as many as|up to"
    rf"|about))* (?P<high>{NUMBER})(?P<noun2> {_NOUN})?(?! ?(?:am|pm|o'?clock|[:/%$]|years?|yrs?|yo"
    r"|kids?|children|miles|days?|weeks?|hours?|of (?:them|those))|[\w:/])",
    re.I,
)


def as_ranges(text: str) -> str:
    """The text with such a count as "10 to 12 people"."""
    return _OPEN.sub(_range, text)


def _range(said: re.Match[str]) -> str:
    low, high = to_int(said["low"].lower()), to_int(said["high"].lower())
    of_guests = said["noun"] or said["noun2"]
    if low is None or high is None or not low < high <= 2 * low or not (of_guests or (said["lead"] and low > _HOURS)):
        return said.group()
    noun = (said["noun"] or said["noun2"] or " people").strip()
    return f"{said['lead'] or ''}{low} to {high} {noun}"


_HOURS = 12
""" "Around 6, maybe 9" may be a start."""
