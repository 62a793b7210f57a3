"""Who stays away and who comes for them in one sentence, as what it comes to: "Lena and Tom can't come, but Tom's parents will".

Only grown people who are told one by one; where a number is not clear, the words stay as they are.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_NAME = (
    r"(?!(?:i|we|you|they|he|she|it|who|that|this|there|and|but|so|if|when|because|some|food|chef|menu"
    r"|time|date|day|price)\b)[a-z]+"
)
_WHOSE = rf"(?:my|our|his|her|their|the|{_NAME}'s)"
_KIN = (
    r"(?:(?:step|grand|god)?(?:sisters?|brothers?|mothers?|fathers?|parents|mom|mum|dad)|moms|dads"
    r"|cousins?|aunts?|aunties|auntie|uncles?|wife|husband|hubby|spouse|partner|girlfriend|boyfriend"
    r"|fianc[eé]e?|friends?|buddy|buddies|boss|colleagues?|co-?workers?|neighbou?rs?|roommates?|in-laws"
    r"|folks|grandparents|grandma|grandpa|couples?|twins|siblings)(?:[- ]in[- ]law)?"
)
_PERSON = (
    rf"(?:(?:{_WHOSE} )?(?:{NUMBER} )?(?:(?:older|younger|little|big|best|old|good|other) )?{_KIN}"
    rf"|(?:one|two|three|four|\d) of (?:my|our|the|his|her) {_KIN}"
    rf"|(?:aunt|uncle|grandma|grandpa|cousin) {_NAME}|{_NAME})"
)
_WHO = rf"{_PERSON}(?:(?:,|,? and| &| plus) {_PERSON}){{0,3}}"
_GONE = (
    r"(?:(?:just |now |sadly |unfortunately |also |both |suddenly )*(?:can'?t|cannot|cant|can not|won'?t"
    r"|wont|will not|isn'?t|aren'?t|is not|are not|'s not|'re not|couldn'?t)(?: be)?(?: able to)? ?(?:come"
    r"|coming|make it|attend|join(?:ing)?|there|here|with us|attending"
    r"|going)(?: (?:anymore|after all|now|sadly|unfortunately))?"
    r"|(?:is|are|'s) (?:out|sick|ill|away|out of town)(?: now)?"
    r"|(?:has|have|had) to (?:cancel|bail|work|drop out)"
    r"|(?:just )?(?:cancell?ed|bailed|dropped out|backed out|said no))"
)
_COME = (
    r"(?:(?:(?:can|will|would|is|are|'s|'re|'ll|does|do)(?: both| all| now"
    r"| also)?(?: be)?(?: (?:coming|com(?:e|ing) (?:instead|along|too)|in|there|joining(?: us)?"
    r"|join(?: us)?|come|make it|able to(?: come| make it)?|attend|going))?"
    r"|(?:comes|come|joins|join|said yes)(?: along| us)?"
    r"|(?:is |will be |'ll |will )?(?:takes?|taking|fills?|filling|gets?|getting) (?:her|his|their"
    r"|the) (?:place|spot|seat)s?)(?: (?:instead|though|now|for (?:her|him|them)"
    r"|in (?:her|his|their) (?:place|stead)))*)"
)
_EXCHANGE = re.compile(
    r"(?P<before>^|[.!?\n;] ?|, |\b(?:hi|hey|oh|ok|so|sorry|update|hello|oops|ugh)[ ,!:-]+)(?:ok |so "
    rf"|and |oh )*(?P<gone>{_WHO}) {_GONE},? ?(?:-|–|but|and|so|yet|;"
    rf"|instead)? ?(?:instead )?(?P<come>{_WHO}) {_COME}(?= *(?:$|[.!?,;\n]))",
    re.I,
)
_NEITHER = re.compile(
    r"(?P<before>^|[.!?\n;] ?|\b(?:hi|hey|oh|ok|so|sorry|update)[ ,!:-]+)(?:ok |so |and "
    rf"|oh )*(?P<gone>{_WHO}) {_GONE},? (?:and |but )?neither (?:can|is|are|will|does"
    rf"|do) (?P<also>{_WHO})(?: (?:come|make it|coming|be there))?(?= *(?:$|[.!?,;\n]))",
    re.I,
)
""" "My aunt can't come and neither can my uncle"."""
_OF_A_SIZE = re.compile(rf"\b{NUMBER} (?:adults?|people|guests?|of us|ppl|in total|total|kids|children)\b", re.I)
_YOUNG = re.compile(
    r"\b(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|sons?|daughters?|nieces?|nephews?|boys?|girls?"
    r"|little|year|yo)\b|\bage[sd]?\b",
    re.I,
)
_AND = re.compile(r",? (?:and|&|plus) |, ", re.I)
_PAIRS = re.compile(r"\b(?:parents|in-laws|folks|grandparents|twins|couple)$", re.I)
_MANY = re.compile(rf"\b(?P<n>{NUMBER})\b", re.I)
_PLURAL = re.compile(
    r"(?:sisters|brothers|cousins|aunts|aunties|uncles|friends|buddies|colleagues|co-?workers|neighbou?rs"
    r"|roommates|couples|siblings|moms|dads|mothers|fathers)(?:[- ]in[- ]law)?$",
    re.I,
)


def as_a_sum(text: str) -> str:
    """The text with such a sentence as so many more, so many fewer, or the same number of people."""
    if _OF_A_SIZE.search(text) or _YOUNG.search(text):
        return text
    return _EXCHANGE.sub(_summed, _NEITHER.sub(_both_gone, text), count=1)


def _both_gone(said: re.Match[str]) -> str:
    first, second = _heads(said["gone"]), _heads(said["also"])
    return said.group() if first is None or second is None else f"{said['before']}{first + second} of us can't come"


def _summed(said: re.Match[str]) -> str:
    gone, come = _heads(said["gone"]), _heads(said["come"])
    if gone is None or come is None:
        return said.group()
    more = come - gone
    if more == 0:
        return f"{said['before']}same number of people"
    change = (
        f"{more} more {'person is' if more == 1 else 'people are'} coming" if more > 0 else f"{-more} of us can't come"
    )
    return f"{said['before']}{change}"


def _heads(said: str) -> int | None:
    """How many persons are named; None where that is not clear ("her cousins")."""
    heads = [_of_one(part.strip()) for part in _AND.split(said) if part.strip()]
    return None if any(one is None for one in heads) else sum(one or 0 for one in heads)


def _of_one(part: str) -> int | None:
    counted = _MANY.search(part)
    number = to_int(counted["n"].lower()) if counted else None
    if number is not None:
        return number * 2 if part.lower().endswith(("couple", "couples")) else number
    if _PLURAL.search(part):
        return None
    return 2 if _PAIRS.search(part) else 1
