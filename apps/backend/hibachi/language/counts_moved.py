"""A change of the head count told in a roundabout way becomes the usual one: "can we come down to 10" is "change it to 10 people"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.roster.words import RELATION

_BESIDE = (
    r"(?:people|ppl|guests|persons|heads|adults?|kids?|child(?:ren)?|please|pls|for|and|because|bc|cause"
    r"|cuz|since|now|instead|from|total|altogether|but|can|could|what|how|also|too|then|tonight|today"
    r"|tomorrow|this|that|thanks|thank|with|the|our|would|will|does|after|if|when|due)"
)
"""Words that may stand behind how many come; any other word is what is counted: "go down to 3 salmon"."""
_ENDS = (
    r"(?![\w:/%$]|[.,]\d| ?(?:am|pm|a\.m|p\.m|o'?clock|dollars|bucks|minutes?|mins?|hours?|hrs?|miles?"
    r"|feet|ft|inch\w*|degrees|days?|weeks?|months?|per|each|a head|portions?|orders?"
    rf"|pieces?)\b)(?! (?!{_BESIDE}\b)[a-z]{{3,}})"
)
_PEOPLE = r"(?: (?:people|ppl|guests|of us|persons|heads))?"
_DOWN_TO = re.compile(
    r"\b(?:come|go|drop|scale|get|shrink|cut|dial|bring"
    r"|trim)(?: (?:it|us|that|this|back|things"
    r"|(?:the|our) (?:head ?count|guest (?:count|list)|numbers?|party|count)))? (?:down"
    rf"|back) (?:from {NUMBER}{_PEOPLE} )?to (?:just |only "
    rf"|about )?(?P<n>{NUMBER})\b{_ENDS}(?! (?:adults?|kids?|child))",
    re.I,
)
_FROM_TO = re.compile(
    r"\b(?P<verb>drop|go|grow|shrink|jump|cut (?:it|us)|went|dropped|grew|gone) (?:up "
    rf"|down )?from (?P<m>{NUMBER}){_PEOPLE} (?:up "
    rf"|down )?to (?P<n>{NUMBER})\b{_ENDS}(?! (?:adults?|kids?|child))",
    re.I,
)
_THATS_SO_MANY = re.compile(
    rf"\b(?P<who>(?:the|our|my) [\w' -]{{2,30}}?) (?P<away>(?:aren'?t|isn'?t|are not|won'?t be"
    r"|no longer) coming|can'?t (?:come|make it)|cannot (?:come|make it)|cancell?ed|bailed"
    rf"|dropped out|backed out)\W{{1,3}}(?:that'?s|thats"
    rf"|they'?re) (?P<n>{NUMBER})(?! (?:adults|of us|left|total|in total|now))(?: (?:people|of them"
    r"|guests|persons|fewer|less))?\)?",
    re.I,
)
_WANTS_IN = re.compile(
    r"\b(?:wants? in|want to be in|are in too|is in too|wanna (?:come|join)"
    r"|(?:wants?|would like|have asked|asked|decided) to (?:come"
    r"|join)(?: us)?(?=\W*(?:$|[.,!?;\n]|too|as well|also|and|can|is|what|now)))\b(?! on\b)",
    re.I,
)
_A_COUPLE = re.compile(
    r"\b(?:our|my|the) (?:neighbou?rs|friends|relatives|cousins)(?: [a-z]+)?, (?=an? couple\b)", re.I
)
_FEWER_AND_KIDS = re.compile(
    rf"\b(?:we'?re|we are|it'?s|there'?s|there are) (?P<n>{NUMBER}) (?:fewer"
    rf"|less)(?: (?:adults|people|now))?,?(?: (?:and|but|plus))+ (?=(?:{NUMBER}) (?:kids?|children)\b)",
    re.I,
)
_JOINS = re.compile(
    r"\b(?:add|adding|too|also|as well|join\w*|along|invit\w+|squeeze"
    r"|(?:wants?|would like|asked) to (?:come|join)|(?:are|is) coming|after all)\b",
    re.I,
)
_GROWN = rf"(?:{RELATION})(?:[- ]in[- ]law)?"
_PAIR_AND_KIDS = re.compile(
    rf"\b(?:my|our) {_GROWN},? (?:(?:and|&|plus) )?(?:(?:my|our|his|her) )?{_GROWN},? (?:and|&|plus"
    rf"|with) (?=(?:their|her|his|the) (?:{NUMBER} )?(?:kids?|children|little ones|twins|boys|girls"
    r"|sons?|daughters?)\b)",
    re.I,
)
""" "My aunt, uncle and their 3 kids"."""
_THEIR_AGED = re.compile(
    r"\b(?P<whose>their|her|his) (?P<kids>kids|children|twins|boys|girls)(?:,| are| who are"
    r"|:)? ?\(?(?:aged? |ages? )?(?P<ages>\d{1,2}(?:(?:, | and | & "
    r"|, and )\d{1,2}){0,4})\b\)?(?! ?(?:pm|am|:|of|people|adults))",
    re.I,
)
_BY_STEP = re.compile(
    r"\b(?P<verb>reduce|cut|shrink|lower|drop|decrease|increase|raise|grow|expand|bump(?: up)?) (?:it"
    r"|us|that|(?:our|the|my) (?:(?:total |final )?numbers? of (?P<who>guests|people|persons|adults"
    r"|kids|children)|party|group|head ?count|guest (?:count|list)|numbers?|count|size|reservation"
    rf"|booking))(?: (?:size|down|up))? by (?P<n>{NUMBER})\b{_ENDS}",
    re.I,
)
""" "Reduce our party by four"."""
_FORGOT = re.compile(
    r"\b(?:we|i) (?:forgot|didn'?t)(?: to)? (?:count|mention|include|add"
    r"|tell you about)(?: that)? (?=(?:my|our|the|an?|one|two|three|\d)\b)",
    re.I,
)
_NOT_BUT = re.compile(
    r"\b(?:(?:we|it|there)(?: are|'re| is|'s)? (?:won'?t be|aren'?t|isn'?t|not)"
    rf"|not) (?P<m>{NUMBER})(?: (?:people|of us|guests))?(?: (?:any ?more|any longer|now"
    r"|after all))?(?:,| but|, but| -)+ (?:(?:but|it'?s|we'?re|now|rather|only"
    rf"|just) )*(?P<n>{NUMBER})\b{_ENDS}(?=\W*(?:$|[.,!?;\n]|please|pls|people|now|can|is|what))",
    re.I,
)
""" "Not 12 anymore, 15"."""
_GO = (
    r"(?:bailed|dropped out|cancell?ed|backed out|flaked|can'?t (?:come|make it)|aren'?t coming|are out"
    r"|fell out|said no|quit)"
)
_NOW_NOT = re.compile(
    r"\b(?P<were>we'?re|we are|we'?ll be|it'?s|there'?s|there are"
    rf"|make (?:it|us))(?: (?:now|only|actually|just|down to))* (?P<n>{NUMBER})(?P<noun> (?:adults"
    r"|people|of us|guests))?(?: now)?,? (?:and )?(?:not|instead of"
    rf"|rather than) (?:the )?(?P<m>{NUMBER})(?: (?:adults|people|of us|guests))?(?: anymore"
    rf"| any more)?(?P<gone>[,;.:] ?(?:because |since |bc |as )?(?:{NUMBER}|a few|a couple"
    rf"|some)(?: of (?:them|us|my|our))?(?: [a-z]+)? {_GO})?(?=\s*(?:$|[.,;!?]|and\b|plus\b|new\b"
    r"|what\b|how\b|so\b|can\b))",
    re.I,
)
""" "We're 17 not 20, 3 guys bailed": how many it is now."""
_CHECKED = re.compile(
    rf"(?<![\w$/:.,-])(?P<n>{NUMBER})(?: (?:people|of us|total|then|now|in all"
    r"|guests))?[.,:;!=(– -]+(?:that'?s |thats |it'?s |its |so |because "
    rf"|cuz )*(?P<a>{NUMBER})(?: (?:people|of us|adults))? (?P<sign>plus|\+|minus|less"
    rf"|-) (?P<b>{NUMBER})(?: (?:more|others|extra))?\b{_ENDS}",
    re.I,
)
""" "TEN. 8 plus 2": how many, and how they come to it."""
_WORKED_OUT = re.compile(
    rf"(?:^|(?<=[.,;!?] ))(?P<sum>{NUMBER}(?: (?:\+|plus|and|&) (?:{NUMBER}|(?:my|our|his|her) [a-z]+"
    r"|me|him|her|us))+)[.,;=]* (?:so|that'?s|thats|which is"
    rf"|makes)(?: (?:it'?s|that'?s|we'?re|we are|that is|its))? (?P<n>{NUMBER})(?: (?:adults"
    rf"|grown[- ]?ups))?(?=,? (?:and|&|\+|plus) (?:{NUMBER}) (?:kids?|children)\b)",
    re.I,
)
""" "10 + 2 + my cousin. So 13 and 5 kids": what it comes to, without the way there."""
MOST = 400
"""Guests; a larger number is a ZIP or an amount."""
STARTS = frozenset({3, 6, 9, 12})
"""Numbers that may be hours where two of them stand side by side."""


def plainly(text: str) -> str:
    """The text with such changes in the words that are read everywhere."""
    text = _NOW_NOT.sub(_now, _WORKED_OUT.sub(r"so \g<n> adults", _CHECKED.sub(_checked, text)))
    text = _THATS_SO_MANY.sub(r"\g<n> people \g<away>", text)
    text = _DOWN_TO.sub(lambda said: _to(said, "change it to"), text)
    text = _FROM_TO.sub(_from_to, text)
    text = _FEWER_AND_KIDS.sub(r"\g<n> adults can't come but ", text)
    text = _NOT_BUT.sub(_rather, _FORGOT.sub("please add ", _BY_STEP.sub(_step, text)))
    if _JOINS.search(text):
        text = _THEIR_AGED.sub(_aged, _PAIR_AND_KIDS.sub("a couple and ", text))
    return _A_COUPLE.sub("", _WANTS_IN.sub("are coming too", text))


def _now(said: re.Match[str]) -> str:
    """How many it is now; two hours of ours beside an "it's" may be a start."""
    now, before = to_int(said["n"].lower()), to_int(said["m"].lower())
    people = said["noun"] or said["gone"] or said["were"].lower().startswith("we")
    if not now or now > MOST or not (people or not {now, before} <= STARTS):
        return said.group()
    noun = said["noun"] or (" people" if said["gone"] else "")
    return f"we're now {now}{noun}" if noun else f"we're now {now} not {before}"


def _checked(said: re.Match[str]) -> str:
    whole, one, other = (to_int(said[part].lower()) or 0 for part in ("n", "a", "b"))
    more = said["sign"].lower() in ("plus", "+")
    return f"{whole} people" if whole == (one + other if more else one - other) else said.group()


def _to(said: re.Match[str], verb: str) -> str:
    number = to_int(said["n"].lower())
    return f"{verb} {number} people" if number else said.group()


def _from_to(said: re.Match[str]) -> str:
    hours = {to_int(said["m"].lower()), to_int(said["n"].lower())} <= STARTS
    verb = said["verb"].lower()
    if hours and not verb.startswith(("drop", "shr", "gr", "cut")):
        return said.group()
    told = verb in ("went", "dropped", "grew", "gone")
    return _to(said, "changed to" if told else "change it to")


def _step(said: re.Match[str]) -> str:
    up = said["verb"].lower().startswith(("inc", "rai", "gro", "exp", "bump"))
    who = said["who"] if said["who"] in ("adults", "kids", "children") else "people"
    return f"{'add' if up else 'remove'} {to_int(said['n'].lower())} {who}"


def _rather(said: re.Match[str]) -> str:
    before, now = to_int(said["m"].lower()), to_int(said["n"].lower())
    hours = {before, now} <= STARTS
    return (
        said.group()
        if hours or not now or now > MOST or "more" in said.group().lower().split()
        else f"we're now {now} not {before}"
    )


def _aged(said: re.Match[str]) -> str:
    """Their kids with the number that the ages tell; twins of one age are two."""
    ages = re.findall(r"\d+", said["ages"])
    if said["kids"].lower() == "twins" and len(ages) == 1:
        ages = ages * 2
    return f"{said['whose']} {len(ages)} kids ({' and '.join(ages)})"
