"""Children told by whose they are, and the age that one still has: "my brother brings his two (8 and 11)", "still 5, turns 6 in April"."""

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.numbers import NUMBER, find_numbers, to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.roster.words import RELATION

_KIN = rf"(?:{RELATION})"
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


_NO_APOSTROPHE = re.compile(
    rf"\b(?P<whose>(?:my|our|his|her|their) (?:best |good |older |younger |little |big )?(?:{_KIN}|gf|bf|girlfriend"
    r"|boyfriend|fianc[eé]e?|partner|wife|husband|mom|dad|ex|boss)"
    r"|(?:my |our )?(?:bro|sis))s (?P<who>sister|brother|cousin|hubby|gf|bf|famil(?:y|ies)|kids?"
    r"|child(?:ren)?|bab(?:y|ies)"
    r"|toddlers?|sons?|daughters?|boys?|girls?|twins|wife|husband|parents|mom|dad|girlfriend"
    r"|boyfriend|partner)\b",
    re.I,
)
""" "My sisters kids", "my friends baby": of one sister, of one friend."""
_YOUNGEST = re.compile(
    rf"\b(?P<whose>(?:my|our|his|her|their) {NUMBER}) (?:youngest|oldest|eldest|littlest|smallest"
    r"|older|younger)(?: ones)?(?=(?:,? who)?(?: are)? ?\(?(?:aged? |ages )?\d)",
    re.I,
)
""" "My two youngest who are 8 and 12"."""
_EACH_BRINGS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<who>moms|mums|dads|parents|mothers|fathers|friends|couples|women|ladies"
    r"|guys|adults|aunts|cousins|sisters|brothers)(?:,| who| are| will| \()* (?:each|all"
    r"|every one)(?: of (?:them|whom))? (?:bring(?:s|ing)?|with|ha(?:s|ve|ving)|comes? with"
    r"|plus)(?: along)? (?P<m>an?|one|two|three|[123]) (?P<young>kids?|child(?:ren)?|toddlers?"
    r"|bab(?:y|ies)|daughters?|sons?|boys?|girls?)(?: each| apiece)?\b",
    re.I,
)
""" "6 moms each bringing one kid"."""

_US_IN_BRACKETS = re.compile(
    r"\b(?:us|our (?:own )?family|my (?:own )?family"
    r"|ours) \((?P<who>(?:me|i|myself|my (?:wife|husband))\b[^()]*(?:\([^()]*\)[^()]*)*)\)",
    re.I,
)
""" "Us (me, hubs, kids 3 and 9), his brother ..."."""

_SENIORS = re.compile(
    rf"(?P<all>\b{NUMBER} (?:adults?|grown[- ]?ups)),? \(?{NUMBER} (?:of (?:them|us|whom"
    r"|which) )?(?:(?:are|is) )?(?:seniors?|elderly|retired|retirees)\b\)?",
    re.I,
)
""" "6 adults (two are seniors)"."""


def named(text: str) -> str:
    """The text with these children called so, and without the birthday that is still to come."""
    text = _SENIORS.sub(r"\g<all>", text)
    text = _US_IN_BRACKETS.sub(r"\g<who>", text)
    text = _EACH_BRINGS.sub(
        _all_of_them, _YOUNGEST.sub(r"\g<whose> kids", _NO_APOSTROPHE.sub(r"\g<whose>'s \g<who>", text))
    )
    return _STILL.sub(r"\g<now>", _AGED.sub(_as_kids, text))


def _all_of_them(said: re.Match[str]) -> str:
    """So many of them with the children of all."""
    many = to_int(said["n"].lower()) or 0
    heads = many * (2 if said["who"].lower() == "couples" else 1)
    young = many * (to_int(said["m"].lower()) or 1)
    noun = (
        {"t": "toddlers", "b": "babies"}.get(said["young"][0].lower(), "kids")
        if said["young"].lower()[:2] != "bo"
        else "kids"
    )
    who = "adults" if heads != many else said["who"]
    return f"{heads} {who} and {young} {noun}"


def _as_kids(said: re.Match[str]) -> str:
    ages = [int(one.low) for one in find_numbers(said["ages"].lower())]
    if len(ages) != to_int(said["n"].lower()) or max(ages) >= GROWN_AT:
        return said.group()
    return f"{said['whose']} {said['n']} kids{said['gap']}{said['ages']}"
