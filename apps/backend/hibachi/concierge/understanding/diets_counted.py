"""How many of the guests eat so: "lactose intolerant, 2 people", "2 people shellfish". They are of those who were counted. Pure."""

from collections.abc import Iterator, Sequence

from hibachi.concierge.understanding import diet_facts
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets, spans_of
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import OPENERS
from hibachi.language.spans import Span, fold, span_of

_PEOPLE = r"(?:people|ppl|persons?|guests?|adults?|of (?:us|them)|kids?|child(?:ren)?|friends?)"
_SO_MANY = re.compile(rf"(?<![\w$:/.-])(?P<n>{NUMBER}) (?P<who>{_PEOPLE})\b")
_BEHIND_DIET = re.compile(
    r"[ -]?(?:(?:intoleran\w+|allerg\w+|free|friendly|only|eaters?|diets?|food|meals?|option|options"
    r"|is|are|for|that'?s|that is|about|just|=|x)\b[ -]*)*[ ,:;(–=-]*"
    r"(?:[?!.…]+[ ?!.]*(?:(?:no|nope|nah|wait|sorry|actually|only|just|it'?s|its|there'?s|that'?s|lol|not all|not everyone)\W+)+)?$"
)
""" "Gluten free: ", "vegan (", "lactose intolerant, ", "8 vegan?? no just ": what stands between a diet and how many."""
_BEFORE_DIET = re.compile(
    r"(?: (?:could|can|would|will|may|should|be|get|gets|have|has|been|served?|receive|given|prefer"
    r"|like|order|to|a|an|some|the)\b)*[ ,:(–-]*(?:(?:who|that|which|are|is|r|being|needs?|wants?"
    r"|eats?|have|has|an?|the|no|not|can'?t (?:do|eat|have)|don'?t (?:do|eat)|avoid(?:s|ing)?|with|for"
    r"|on|strict(?:ly)?|tree)\b[ -]*)*$"
)
_FOR_SO_MANY = re.compile(
    rf" (?:(?:food|meals?|options?|ones?|plates?) )?for (?:about |just |like )?(?P<n>{NUMBER})(?=\W*$"
    r"|[,.!?;]| (?:and|plus|please|pls|then)\b)"
)
""" "Same but vegan for 2": so many eat it, no day."""
_OTHERS = re.compile(
    rf"(?<![\w$:/.-])(?P<n>{NUMBER})(?= (?:[a-z-]+ ){{0,2}}(?:{_PEOPLE}|grown[- ]?ups|total|in (?:all|total))\b)"
)


_NUMBERED = rf"(?P<n>{NUMBER})(?: (?:{_PEOPLE}|more people))?"
_LEADS = r"(?:(?:actually|no+|nope|sorry|oops|wait|make (?:it|that|them)|just|only|i mean|i meant|it'?s|that'?s|there(?:'?s| are)|for|like|so|about|ok(?:ay)?)\b[\s,.:]*)"
_TELLS_ANEW = re.compile(
    rf"^(?P<yes>\W*(?:yes|yeah|yep|sure)(?: please| pls)?[\s,.!]+)?\W*{_LEADS}*{_NUMBERED}(?:,? not {NUMBER})?(?: (?:please|pls|then|lol))*\W*$",
    re.I,
)
""" "Actually two", "yes please, for 2 people", right after a diet was told."""
_DENIED = re.compile(
    rf"(?P<was>{NUMBER}) (?P<diet>[a-z-]+)(?: (?:guests|people|ppl))? ?\?+ ?(?:no+|nope)?[\s,]*(?:it'?s |there are )?(?:just|only) {_NUMBERED}(?=[\s,.!?]|$)",
    re.I,
)
""" "8 vegan?? no just 4 of us"."""


_EATERS = {name: name for name in ("vegan", "vegetarian", "pescatarian", "halal", "kosher", "keto")} | {
    "gluten": "gluten-free",
    "dairy": "dairy-free",
}


def told_anew(text: str, dialogue: Dialogue) -> str:
    """A number that puts right how many eat as was told just now, said as that: "actually two" is two vegetarian guests."""
    if (found := _DENIED.search(text)) and diets(found["diet"]):
        return f"{text[: found.start()]}{found['n']} {found['diet']} guests. {text[found.end() :].lstrip(' .,!')}"
    spoken = dialogue.spoken_diets if len(dialogue.spoken_diets) == 1 else diets(" ".join(dialogue.dietary[-1:]))
    eaters = _EATERS.get(spoken[0]) if len(spoken) == 1 else None
    just = dialogue.answered[-1:] == ("dietary",) and not set(dialogue.expecting) & {
        "guests",
        "how_many",
        "date",
        "time",
        "zip",
        "ages",
    }
    told = _TELLS_ANEW.match(text)
    waits = dialogue.pending is not None and dialogue.pending.kind != "change"
    if told is None or not just or eaters is None or waits:
        return text
    return f"{told['yes'] or ''}{told['n']} {eaters} guests"


_ADDED = re.compile(r"\b(?:also|another|one more|more|too|plus|as well|additional)\b", re.I)
_ANYBODY = (
    r"(?:guests?|people|party|group|family|whole|team|office|adults|kids|guys|folks|friends|ladies|girls|boys|men|women"
    r"|others?|rest)"
)
_SOMEBODY = re.compile(
    r"\b(?:he|she|i|i'?m|him|her|mr|mrs)\b"
    rf"|\b(?:my|our|his|her|their|an?|the) (?!{_ANYBODY}\b)(?!{NUMBER}\b)[a-z]+",
    re.I,
)
_HAS_NUMBER = re.compile(rf"\b{NUMBER}\b|\b(?:all|every\w*|half|both|nobody)\b", re.I)


def without_older(before: Sequence[str], told: Sequence[str]) -> list[str]:
    """The notes of before without those whose diet is told anew with its number: "4 vegan" comes in the place of "5 vegan"."""
    counted = [one for one in told if len(diets(one)) == 1 and _HAS_NUMBER.search(fold(one)) and not _ADDED.search(one)]
    gone = {diets(one) for one in counted if not _SOMEBODY.search(one)}
    return [one for one in before if diets(one) not in gone or _SOMEBODY.search(one)]


_ALL_OF_US = re.compile(
    r"\b(?P<lead>we'?re|we are|we'?ll be|party of|group of)(?: all| about"
    rf"| like)* (?P<n>{NUMBER}) (?:all )?(?P<eaters>(?:strict |practicing |devout )?(?:muslims|vegans"
    r"|vegetarians|hindus|jains|pescatarians))\b",
    re.I,
)


_WHOLE_TOLD = re.compile(
    rf"^\W*(?:(?:{OPENERS}|we'?re|we are)\W+)*(?P<n>{NUMBER}) of us,? "
    r"(?:all )?(?P<eats>(?:strict(?:ly)? )?(?:vegans?|vegetarians?|halal|kosher|pescatarians?"
    r"|gluten[- ]free))\b[.,;!]* ?(?:(?:all|every one) of us|everyone|everybody|all)\b",
    re.I,
)
""" "10 of us, vegan. all of us"."""


def of_all(text: str, dialogue: Dialogue) -> str:
    """ "We are 14 muslims" before anybody was counted: so many people, and what they eat."""
    text = told_anew(text, dialogue)
    party = dialogue.party
    counted = party.adults or party.unsplit or party.children
    if not counted and _WHOLE_TOLD.search(text):
        return _WHOLE_TOLD.sub(r"we are \g<n> people, all \g<eats>", text)
    return text if counted or dialogue.booked else _ALL_OF_US.sub(r"\g<lead> \g<n> people, all \g<eaters>", text)


def spans(text: str, dialogue: Dialogue) -> list[Span]:
    """Where a text tells how many of a larger party have a diet."""
    folded = fold(text)
    eating = [*spans_of(folded), *diet_facts.avoided(folded)]
    if not eating:
        return []
    bare = (one for _, end in eating if (one := _FOR_SO_MANY.match(folded, end)))
    return [
        span_of(text, *one.span()) for one in _SO_MANY.finditer(folded) if _of_a_diet(folded, one, eating, dialogue)
    ] + [
        span_of(text, *one.span("n")) for one in bare if (to_int(one["n"]) or 0) < max(_counted(folded, one, dialogue))
    ]


def _of_a_diet(folded: str, one: re.Match[str], eating: list[tuple[int, int]], dialogue: Dialogue) -> bool:
    before = any(end <= one.start() and _BEHIND_DIET.match(folded[end : one.start()]) for _, end in eating)
    behind = any(start >= one.end() and _BEFORE_DIET.match(folded[one.end() : start]) for start, _ in eating)
    number = to_int(one["n"]) or 0
    return (before or behind) and number < max(_counted(folded, one, dialogue), default=0)


_WE_ARE = re.compile(
    rf"\b(?:we are|we'?re|we'?ll be|we will be|there are|there will be|party of|total of) (?P<n>{NUMBER})(?![\w:/.-])"
)


def _counted(folded: str, one: re.Match[str], dialogue: Dialogue) -> Iterator[int]:
    """Other numbers of people, of this text or of the talk before."""
    yield (dialogue.party.adults or 0) + (dialogue.party.unsplit or 0)
    yield from (to_int(other["n"]) or 0 for other in _WE_ARE.finditer(folded))
    yield from (to_int(other["n"]) or 0 for other in _OTHERS.finditer(folded) if other.start() != one.start())
