"""A follow-up that goes back: "as before", "back to the first one", "12 again", "take that off again". Pure."""

from collections.abc import Sequence

from hibachi.concierge.understanding.following.schemas import Back, Delta, Dish
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_LEAD = (
    r"\W*(?:(?:ok(?:ay)?|no|nah|hm+|actually|then|so|and|but|let'?s|lets|can we|could we|please|pls"
    r"|i think|we'?ll|i'?ll|i'?d rather|we'?d rather|just|sorry|wait|never ?mind|nvm|oh|scratch that"
    r"|maybe)\W+)*"
)
_TAIL = r"(?: (?:then|instead|please|pls|again|after all|thanks?|if that'?s ok))*\W*"
_GO = (
    r"(?:(?:go|going|went|switch|change|stick|stay|take|do|want|keep|get|leave|revert|return"
    r"|make)(?: (?:it|that|everything|all))? ?)?"
)
_THING = r"(?:one|version|plan|quote|number|numbers|price|idea|option|total|setup|count|deal|menu)"
_BACK = re.compile(
    rf"{_LEAD}{_GO}(?:(?:back )?(?:to|with|as|at|like) )?(?:back to |the |my |our )*"
    r"(?:(?P<first>(?:first|original|initial|very first"
    rf"|1st) {_THING}(?: (?:you (?:gave|quoted|told|sent)(?: me| us)?|before))?"
    r"|(?:how|what|where) (?:it|we) (?:(?:was|were|had it|had) (?:at first|originally"
    r"|in the beginning)|started(?: with| at)?)|the original|original)"
    rf"|(?P<last>(?:previous|earlier|last|old|other) {_THING}(?: before)?"
    r"|(?:how|what|where|like|the way) (?:it|we|i) (?:was|had|were|said)(?: it)?(?: before)?"
    r"|(?:what|as) (?:we had|it was)(?: before)?|(?:same )?(?:as|like) (?:before|it was)|before))"
    rf"{_TAIL}"
)
_UNDO = re.compile(rf"{_LEAD}(?:undo|revert|reverse|take back)(?: (?:that|it|this|the last (?:one|change)))?{_TAIL}")
_SAME_AS = re.compile(
    rf"{_LEAD}(?:the )?same (?:as|like) (?:in |with )?(?:the |your "
    rf"|my )?(?:(?P<first>first|original|initial) {_THING}?"
    rf"|(?:before|last|previous|earlier)(?: {_THING})?){_TAIL}"
)
_OFF = re.compile(
    rf"{_LEAD}(?:(?:and|ok|how much) )?(?:(?:take|leave|keep|get) (?:it|that|those|them) (?:off|out"
    r"|away)|(?:remove|drop|skip|lose|nix|scratch|ditch|delete) (?:it|that|those|them)(?: again)?"
    rf"|(?:without|w/o|minus) (?:it|that|those|them)|no (?:never ?mind )?without(?: it| that)?){_TAIL}"
)
_TO_NUMBER = re.compile(
    rf"{_LEAD}(?:(?:(?:go |going )?back (?:down |up )?(?:to|at)|revert to|return to|stick (?:with|to)"
    r"|stay (?:with|at)|leave (?:it|that|us) at"
    rf"|keep (?:it|that|us)(?: at| to)?) (?:the )?(?P<a>{NUMBER})"
    rf"|(?:it'?s |make it |to )?(?P<b>{NUMBER}) (?:again|after all|as before|like before"
    rf"|like i said(?: before)?)|(?:never ?mind|nvm),? (?P<c>{NUMBER}))(?: (?:adults|people|ppl|guests"
    rf"|of us))?{_TAIL}"
)
_TO_AMOUNT = re.compile(rf"{_LEAD}(?:go )?back to (?:the )?\$? ?(?P<n>\d{{3,4}}|\d,\d{{3}})(?:\.\d\d)?{_TAIL}")


_TO_DISH = re.compile(
    rf"{_LEAD}{_GO}back to (?:the |our "
    rf"|having )?@(?P<at>\d+)s?(?: (?:then|please|pls|after all|again))*(?:,[^.?!\n]{{0,40}})?\W*"
)
_PLAIN = re.compile(
    rf"{_LEAD}(?:(?:we'?ll|i'?ll|i guess|guess|let'?s|make it|maybe) )?{_GO}(?:(?:back (?:to|with)"
    r"|(?:only|just|simply|all|everyone|everybody)(?: (?:gets?|has|have|takes?|with))?) )+(?:just "
    r"|only |the )*(?:plain|regulars?|basics?|normal|standard|included|no[- ]?frills"
    r"|the usual)(?: (?:one|menu|proteins?|version|food|stuff|dinner|ones|price))?(?: (?:for"
    rf"|with) (?:everyone|everybody|all(?: of us)?|us))?{_TAIL}"
)
""" "Back to plain", "only regular then": without any dish that costs more."""


def read(folded: str, dish: str | None, dishes: Sequence[str | None] = ()) -> Delta | None:
    """Where a text goes back to; dish: the one that was talked of just now, which "it" then is."""
    if back := _BACK.fullmatch(folded) or _SAME_AS.fullmatch(folded):
        return Back(first=back["first"] is not None)
    if _UNDO.fullmatch(folded) or _TO_AMOUNT.fullmatch(folded):
        return Back(first=False)
    if _PLAIN.fullmatch(folded):
        return Dish(None, "off")
    if _OFF.fullmatch(folded):
        return Dish(dish, "off") if dish is not None else Back(first=False)
    if (named := _TO_DISH.fullmatch(folded)) and (key := dishes[int(named["at"])]):
        return Back(first=False, dish=key)
    told = _TO_NUMBER.fullmatch(folded)
    number = to_int(next(part for part in (told["a"], told["b"], told["c"]) if part)) if told else None
    return Back(first=False, guests=number) if number else None
