"""Children told by whose they are, and the age that one still has: "my brother brings his two (8 and 11)", "still 5, turns 6 in April"."""

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.numbers import NUMBER, find_numbers, to_int
from hibachi.language.party import GROWN_AT

_KIN = (
    r"(?:sister|brother|cousin|friend|neighbou?r|aunt|uncle|daughter|son|sister-in-law|brother-in-law"
    r"|coworker|colleague|roommate|boss|buddy)"
)
_AGED = re.compile(
    r"\b(?P<whose>(?:bring(?:s|ing)?|brought|with|has|and|plus|add) (?:his|her|their)"
    rf"|(?:my|our|his|her) {_KIN}'?s) (?P<n>{NUMBER})(?P<gap> ?\(|, | ?- ?"
    r"| aged )(?:(?:they'?re|they are|ages?"
    rf"|aged) )?(?P<ages>{NUMBER}(?:(?:,? (?:and|&) |, ?| ){NUMBER}){{1,6}})(?![\w:/$%]"
    r"| ?(?:am|pm|people|guests|adults)\b)",
    re.I,
)
_STILL = re.compile(
    rf"\b(?P<now>still(?: only| just)? {NUMBER}(?: years? old)?)[,;]? (?:and "
    r"|but )?(?:(?:he|she) )?(?:only |just )?(?:turns|turning|will turn|will be"
    rf"|becomes) {NUMBER} (?:in|on|this|next|later in) (?:{MONTH}|spring|summer|fall|autumn|winter"
    rf"|month|week|year)\b\.?(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?",
    re.I,
)


def named(text: str) -> str:
    """The text with these children called so, and without the birthday that is still to come."""
    return _STILL.sub(r"\g<now>", _AGED.sub(_as_kids, text))


def _as_kids(said: re.Match[str]) -> str:
    ages = [int(one.low) for one in find_numbers(said["ages"].lower())]
    if len(ages) != to_int(said["n"].lower()) or max(ages) >= GROWN_AT:
        return said.group()
    return f"{said['whose']} {said['n']} kids{said['gap']}{said['ages']}"
