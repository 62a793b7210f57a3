"""Numbers of something else: what is measured, how long ago, how far on a map, one of our prices. Pure.

They count no guests, and are no age, no day and no start, whatever was asked for.
"""

from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse
from hibachi.language.date_words import COUNTED, MONTH
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import Span, fold, span_of
from hibachi.policies.schemas import Profile

_THING = (
    r"(?:steps?|stairs?|stairsteps|paces|yards?|meters?|metres?|inch(?:es)?|feet|foot|ft|miles?|mi|km"
    r"|blocks?|houses|doors|floors?|stories|levels?|flights|cars?|trucks?|vans?"
    r"|dogs?|cats?|pets|puppies|chickens|bedrooms?|bathrooms?|acres?|trees|umbrellas?|canop(?:y|ies)"
    r"|tents?|heaters?|fans|outlets?|plugs?|coolers?|kegs?|bottles?|cans|cases|watts|amps|volts|tvs?"
    r"|pounds|lbs|degrees|percent|pages?|texts?|messages|emails|calls|reviews|stars|photos|pictures"
    r"|seconds|secs?|min|mins|minutes?)"
)
_MEASURED = re.compile(
    rf"(?<![\w$/:.-])(?:{NUMBER})(?:(?: or |-| to )(?:{NUMBER}))?(?:[ -]?(?:more|little|small|big"
    r"|large|or so|few|extra|old|steep|wide|long"
    r"|folding))*(?: (?!(?:people|adults?|kids?|guests?|of|and|or|for|with|in|on|at|from|by"
    rf"|to)\b)[a-z]{{3,}})?[ -]?{_THING}(?: ago)?\b(?! (?:of (?:us|them)))"
)
""" "30 steps from the patio", "we changed it 5 min ago"."""
_SO_OFTEN = re.compile(
    rf"(?<![\w$/:.-])(?:{NUMBER}) times(?= *(?:$|[.,;!?)]|already|right|now|today|yes|by|in|and|a |or"
    r"|so|before|since|but|because|last|this|that|to|during|per)\b|\W*$)"
)
""" "The fire is lit 2 times right?"."""
_OF_A_PLACE = re.compile(
    r"\b(?:floor|level|unit|apt|apartment|suite|gate|building|bldg|tower|lot|stall|court|field|site"
    r"|picnic area|area|pavilion|shelter|terminal|exit|pier|hall|studio|cabin) (?:number |no\.? "
    r"|# ?)?\d{1,3}\b(?! ?(?:people|ppl|guests|adults|kids|children|of us|persons|pm|am|dollars"
    r"|bucks))",
    re.I,
)
""" "We are on floor 3"."""
_DIVIDED = re.compile(
    r"\$?\b\d{3,5} ?(?:/|÷|divided by|over) ?\d{1,3}(?: ?(?:is|=|makes|gives|would be|comes to) \$?\d{1,4})?(?![\d/])"
)
""" "770 / 14 is 55 right"."""
_LIKE = r"(?: (?:like|about|around|only|just|more like|closer to|maybe|really|actually))*"
_ON_MAPS = re.compile(
    r"\b(?:it'?s|its|is|was|says?|said|shows?|get|got|see|gives?|comes? (?:out )?to"
    rf"|at){_LIKE} (?P<n>{NUMBER}) (?:on|in|by|per|with|according to|from) (?:my |our |the |google "
    r"|apple |your )*(?:maps?|gps|waze|navi\w*|google|phone|odometer)\b"
)
_FAR = re.compile(
    rf"\bmiles?\b[^.!?\n]{{0,25}}?[,.!?;]* (?:it'?s|its|that'?s|more like|not|really|only|i get"
    rf"|i got){_LIKE} (?P<n>\d{{1,3}})\b(?! ?(?:people|ppl|guests|adults|of us|kids|children|pm|am"
    r"|o'?clock|days?|hours?|years?|:))"
)
""" "How do you get 65 miles, its like 55 on my maps"."""


def spans(text: str, profile: Profile) -> list[Span]:
    """Where such numbers stand."""
    folded = fold(text)
    found = [
        span_of(text, *one.span())
        for pattern in (_MEASURED, _SO_OFTEN, _OF_A_PLACE, _DIVIDED)
        for one in pattern.finditer(folded)
    ]
    found += [span_of(text, *one.span("n")) for pattern in (_ON_MAPS, _FAR) for one in pattern.finditer(folded)]
    return [*found, *_prices(text, folded, profile), *_of_worth(text, profile)]


_NO_HEADS = r"(?! ?(?:people|ppl|guests?|adults?|of us|kids?|children|heads|persons?|pm|am|o'?clock|st|nd|rd|th)\b)"
_EITHER_PRICE = re.compile(
    rf"\$?(?P<one>\d{{1,3}}) (?:instead of|rather than|not|and not|or|vs\.?|versus"
    rf"|over) \$?(?P<other>\d{{1,3}})\b{_NO_HEADS}"
)
""" "So hes 55 instead of 30?": what the one pays, and the other."""
_PAYS = re.compile(
    r"\b(?:so|then|that'?s|thats|he'?s|hes|she'?s|shes|he is|she is|they'?re|it'?s"
    r"|its)(?: (?:so|then|that'?s|thats|he'?s|hes|she'?s|shes|he is|she is|they'?re|it'?s|its|just"
    rf"|only|like|a))* \$?(?P<n>\d{{1,3}})\b{_NO_HEADS}(?= *(?:\?|right\b|then\b|now\b|each\b"
    r"|for (?:him|her|that|the)\b|$))"
)
""" "She is 10, so 30?"."""
_OF_A_PRICE = re.compile(
    r"\b(?:just|only|still|pay|is that|is it|that'?s|it'?s) (?:the|those"
    r"|an?(?: extra)?) \$?(?P<n>\d{1,3})\b(?= ?(?:\?|or (?:double|twice|triple|\$?\d)|each|extra"
    r"|more\b|on top|twice|per|upgrade|fee|for (?:the|one|each|both)))"
)
""" "Is that just the 5 or double"."""
_OF_PEOPLE = re.compile(rf"\b(?:{NUMBER}) ?(?:people|ppl|guests?|adults?|of us|persons?|heads)\b")
_HE = re.compile(r"\b(?:he|she|his|her|kid|son|daughter|nephew|niece|boy|girl|child|teen|grown|adult)(?:'?s|'re)?\b")


def _prices(text: str, folded: str, profile: Profile) -> list[Span]:
    """Where bare numbers are prices of ours, told one beside the other or of one guest."""
    heads, dishes = _of_heads(profile), _of_dishes(profile)
    found: list[Span] = []
    for one in _EITHER_PRICE.finditer(folded):
        if {parse(one["one"]), parse(one["other"])} <= heads:
            found.append(span_of(text, *one.span()))
    if _HE.search(folded) and not _OF_PEOPLE.search(folded):
        found += [span_of(text, *one.span("n")) for one in _PAYS.finditer(folded) if parse(one["n"]) in heads]
    return found + [span_of(text, *one.span("n")) for one in _OF_A_PRICE.finditer(folded) if parse(one["n"]) in dishes]


def _of_heads(profile: Profile) -> set[int | None]:
    """What a guest pays."""
    return {profile.prices.adult.amount, profile.prices.child.amount}


def _of_dishes(profile: Profile) -> set[int | None]:
    """What a dish or a guest costs."""
    menu = profile.menu
    priced = [*menu.upgrades_per_person.values(), *menu.addons_each.values(), menu.extra_protein]
    return {*_of_heads(profile), *(int(getattr(one, "amount", one)) for one in priced)}


_FOR_MONEY = re.compile(
    r"\b(?:for|at|is|costs?|of|with)(?: (?:the|that|those|this|my|our|just|only|(?P<left>extra|other|remaining|leftover|left over|missing)))*"
    r" \$?(?P<n>\d{2,4})\b(?! ?(?:people|ppl|persons?|guests?|adults?|adlts|kids?|children"
    r"|of us|friends|am|pm|:|th|st|nd|rd|miles|[a-z]+ ?(?:people|guests)))"
)
_OF_WORTH = re.compile(
    r"\b(?:includ\w*|what do (?:i|we|you) get|what (?:all )?(?:comes|do we get)|cover\w*"
    r"|what (?:else )?(?:can|could|do|would|should) (?:i|we|you) (?:get|have|add|buy|do|order)"
    r"|per (?:person|head)|a (?:head|person)|each|get for|paying for)\b"
)


def _of_worth(text: str, profile: Profile) -> list[Span]:
    """Where a text names a price of ours, not a number of guests: "what's included for 55"."""
    folded = fold(text)
    prices = profile.prices
    known = {prices.adult.amount, prices.child.amount, prices.party_minimum, prices.deposit}
    if not _OF_WORTH.search(folded):
        return []
    return [
        Span(*match.span("n"), match["n"])
        for match in _FOR_MONEY.finditer(folded)
        if parse(match["n"]) in known or match["left"]
    ]


_SLASHED = re.compile(
    r"(?<![\d/])(?<!\d )(?!(?:1/[234]|2/3) (?:of|are|is|kids|children|adults"
    r"|grown)\b)\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])"
)
_OF_MONTH = re.compile(rf"\b{MONTH}\.? (?P<n>\d{{1,2}})(?:st|nd|rd|th)?\b{COUNTED}(?! (?:to|or) \d)", re.I)
""" "June 13 between 5 and 7": the number of a day, no count of children of those ages."""


def of_days(text: str) -> list[Span]:
    """Where a day is written in digits, and the number of a day behind its month."""
    found = [Span(*match.span(), match.group()) for match in _SLASHED.finditer(text)]
    return [*found, *(Span(*match.span("n"), match["n"]) for match in _OF_MONTH.finditer(text))]
