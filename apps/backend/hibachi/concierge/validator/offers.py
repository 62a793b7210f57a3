"""Nothing is given away: discounts, free things and percentages must be facts."""

from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.text import Part, negated
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import WORDS, to_int

_DISCOUNT = re.compile(
    r"\b(?:discount(?:ed|s)?|promo(?:tion)?s?|promo code|coupons?|vouchers?"
    r"|special (?:price|rate|offer|deal)|deal|reduced (?:price|rate)|price[- ]match\w*"
    r"|lower (?:the|your) price|knock(?:ed|ing)? (?:off|\S+ off)|markdown"
    r"|cheaper (?:price|rate)|waiv(?:e|ed|es|ing)|complimentary|comp(?:ed|ing)?|on the house|on us"
    r"|for nothing|no charge|gratis|half[- ]price|half off|throw(?:n|ing)? in|throw in|a break on"
    r"|sweeten|(?:\d+(?:\.\d+)?|percent|%|dollars?|bucks) (?:off|cheaper"
    r"|less(?! than (?:before|the \$|it (?:is|was))| (?:the|your|what)\b))\b|credit (?:you|toward|of)|gift|freebie|treat you"
    r"|as a thank[- ]you|round(?:ed)? (?:it )?down|at no (?:extra |additional )?(?:cost|charge)"
    r"|without (?:the|any) (?:fee|charge))\b"
)
_ALLOWS = re.compile(
    r"\b(?:team|human|person|owner|manager|colleague|ask|someone|approve|decide[sd]?|request|question"
    r"|about|look(?:ing)? for)\b"
)
_FREE = re.compile(r"(?<![\w-])(?:for )?free(?: of charge)?(?![\w-])")
_FREE_OK = re.compile(
    r"\b(?:feel free|free to|(?:is|are|'re|be|you|i'm|still) free(?: (?:on|at|that|this|then|for you|in)|[,.?!]|$))"
)
_TODDLER = re.compile(
    r"\b(?:toddlers?|little ones?|babies|baby|infants?|(?:5|five) ?(?:and|or|&) ?(?:under|younger)"
    r"|under (?:6|six)|(?:age[sd]? )?(?:5|five) and below)\b"
)
_PRICED = re.compile(
    r"\b(?:adults?|child(?:ren)?|kids?|guests?|upgrade|lobster|salmon|scallops?|filet|gyoza|edamame"
    r"|noodles?|protein|add-?on|deposit|meal|dinner|party|chef|dessert|drinks?|rice|vegetables"
    r"|appetizers?|tables?|chairs?|wine|everyone|person|people|portion|extra)\b"
)
_SHARE = rf"(?:\d{{1,3}}(?:\.\d+)?|{WORDS})"
_PERCENT = re.compile(
    rf"(?<![\w.$])(?P<a>{_SHARE})(?:(?: ?%| percent)? ?(?:-|to|and|or) ?(?P<b>{_SHARE}))? ?(?:%|percent\b|per cent\b)"
)
_WHOLLY = re.compile(r"\b100 ?% (?:real|human|a |yours|yes|sure|live|happy|up to you|private)")


def check_offers(ground: Ground) -> None:
    """Refuse discounts, gifts and percentages that no fact holds."""
    for part in ground.sentences:
        for match in _DISCOUNT.finditer(part.text):
            if not _may_name(ground, part, match):
                ground.refuse(
                    "discount",
                    part.start + match.start(),
                    part.start + match.end(),
                    "no fact gives a discount or anything for nothing; leave it out",
                )
        for match in _FREE.finditer(part.text):
            if not _is_free(ground, part, match):
                ground.refuse(
                    "free", part.start + match.start(), part.start + match.end(), "no fact says that this is free"
                )
    for match in _PERCENT.finditer(ground.folded):
        _percent(ground, match)


def _may_name(ground: Ground, part: Part, match: re.Match[str]) -> bool:
    text, words = part.text, match.group()
    if part.asks and not re.search(r"\b(?:i|we)(?:'ll| will| can|'d)\b", text):
        return True
    if negated(text, match.start(), reach=60) or re.search(
        r"\b(?:can't|cannot|not able|don't|no)\b", text[: match.start()]
    ):
        return True
    if _ALLOWS.search(text) and not re.search(
        r"\b(?:i|we)(?:'ll| will| can|'ve| have) (?:give|offer|apply|take|knock|waive|throw|comp|do|add|get you)", text
    ):
        return True
    if "cost" in words and "minimum" in text:
        return any(fact.result.get("minimum_applied") is True for fact in ground.facts)
    if re.search(r"no charge|at no|for nothing|waived|without", words):
        return (
            _travel_is_free(ground, text)
            or bool(_TODDLER.search(text))
            or _included(ground, text)
            or _move_is_free(ground, text)
        )
    return _included(ground, text) and words in ("complimentary", "on us")


def _names_toddler(ground: Ground, near: str) -> bool:
    """ "Your five-year-old eats free": an age of a toddler."""
    oldest = max((int(number) for number in re.findall(r"\d+", ground.profile.prices.toddler.ages)), default=-1)
    ages = [to_int(words) for words in re.findall(r"\b(\w+)[- ]year[- ]olds?\b", near)]
    return bool(ages) and any(age is not None and age <= oldest for age in ages)


def _included(ground: Ground, text: str) -> bool:
    return "sake" in text and any("sake" in thing for thing in ground.profile.menu.included)


def _travel_is_free(ground: Ground, text: str) -> bool:
    if not re.search(r"\b(?:travel|mile|miles|distance|mileage|trip|drive)\b", text):
        return False
    fees = [leaf for leaf in ground.evidence.amounts.get(0, []) if "travel_fee" in leaf.roles and not leaf.stale]
    return bool(fees) or _names_free_miles(ground, text)


def _names_free_miles(ground: Ground, text: str) -> bool:
    return bool(re.search(rf"\b{ground.profile.travel.free_miles}\b", text)) or bool(
        re.search(r"\bfree miles\b|\bthirty\b", text)
    )


def _move_is_free(ground: Ground, text: str) -> bool:
    moved = re.search(r"\b(?:resched\w*|chang\w+|mov\w+|switch\w*|cancel\w*|first)\b", text)
    return bool(moved) and not re.search(
        r"\b(?:second|any|every|always|unlimited|all) (?:time|change|move|resched|date)"
        r"|(?:always|unlimited|as (?:many|often))\b",
        text,
    )


def _is_free(ground: Ground, part: Part, match: re.Match[str]) -> bool:
    text = part.text
    if (
        negated(text, match.start())
        or _FREE_OK.search(text[max(0, match.start() - 8) : match.end() + 8])
        and not _PRICED.search(text[max(0, match.start() - 30) : match.start()])
    ):
        return True
    if part.asks and not re.search(r"\b(?:i|we)(?:'ll| will| can)\b", text):
        return True
    near = text[max(0, match.start() - 45) : match.end() + 40]
    if (_TODDLER.search(near) or _names_toddler(ground, near)) and ground.profile.prices.toddler.amount == 0:
        return not re.search(r"\b(?:adults?|everyone|all guests)\b (?:\w+ )?free", near)
    if re.search(r"\b(?:travel|mile|miles|mileage|distance|zip)\b", near):
        return _travel_is_free(ground, text)
    if re.search(r"\b(?:resched\w*|chang\w+|mov\w+|switch\w*|cancel\w*|date change)\b", near):
        return _move_is_free(ground, text) or _move_is_free(ground, near)
    if _included(ground, near) or _is_free_change(ground, near):
        return True
    return not _PRICED.search(near) and not re.search(r"\bfor free\b|free of charge", match.group())


def _is_free_change(ground: Ground, near: str) -> bool:
    """A change of this turn whose fee is zero: "we can do that for free this time"."""
    fees = [
        leaf for leaf in ground.evidence.amounts.get(0, []) if leaf.fact.tool in ("preview_change", "change_booking")
    ]
    return any("reschedule_fee" in leaf.roles and "before" not in leaf.path for leaf in fees) and not _PRICED.search(
        near
    )


def _percent(ground: Ground, match: re.Match[str]) -> None:
    ground.take(*match.span())
    low, high = ground.profile.prices.gratuity_suggested_percent
    allowed = {float(low), float(high)} | {
        value for value, leaves in ground.evidence.numbers.items() if any("percent" in leaf.path for leaf in leaves)
    }
    said = [_share(words) for words in match.groups() if words]
    if all(share in allowed for share in said) or _WHOLLY.match(ground.folded, match.start()):
        leaf = next((leaf for leaf in ground.evidence.numbers.get(said[0], []) if "percent" in leaf.path), None)
        if leaf:
            ground.accept(*match.span(), leaf)
        return
    ground.refuse("percent", *match.span(), "no fact holds this percentage")


def _share(words: str) -> float:
    return float(words) if words[0].isdigit() else float(to_int(words) or 0)
