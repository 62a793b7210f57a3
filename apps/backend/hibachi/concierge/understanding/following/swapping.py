"""One dish for another in a follow-up: "swap the lobster for salmon, same 5 ppl", "2 of the lobster people want filet". Pure.

The names of dishes stand in the text as @0, @1, …; a dish that is included costs nothing, so that what it stands for only goes.
A number beside a dish is so many of its guests, never the party.
"""

from collections.abc import Sequence

from hibachi.concierge.understanding.following.lexing import FILLING
from hibachi.concierge.understanding.following.schemas import Delta, Dish, Who
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_D = r"@\d+"
_ART = rf"(?:(?:the|those|these|them|my|our|all|any|some|an?|that|of|orders?|upgrades?|both|out|same|{NUMBER})\s+)*"
_TURN = (
    r"(?:swap(?:ped|ping|s)?|switch(?:ed|ing|es)?|chang(?:e|ed|es|ing)|trad(?:e|ed|es|ing)"
    r"|replac(?:e|ed|es|ing)|exchang(?:e|ed|es|ing)|turn(?:ed|ing)?|convert(?:ed|ing)?"
    r"|upgrad(?:e|ed|es|ing)|downgrad(?:e|ed|es|ing)|make|sub(?:stitut(?:e|ed|es|ing)|bing)?"
    r"|mov(?:e|ed|ing))"
)
_OFF = (
    r"(?:drop|forget(?: about)?|skip|ditch|no(?: more)?|scrap|scratch|nix|lose|cancel|remove|take off|kill"
    r"|leave out|without|minus|never ?mind|nvm|not|axe|86|hold|instead of|rather than|in place of"
    r"|in lieu of|over|than|and not|get rid of|trade in)"
)
_INSTEAD_OF = r"(?:instead of|rather than|in place of|in lieu of|over|than|and not|not|versus)"
_WANT = (
    r"(?:want(?:s|ed)?|get(?:s|ting)?|have|has|having|take(?:s)?|would like|'d like|prefer(?:s)?"
    r"|would rather(?: have| do| get)?|'d rather(?: have)?|switch(?:es|ed)?(?: over)? to|go(?:es)? with"
    r"|should (?:be|get|have)|chang(?:e|ed)(?: over)? to|will have|do|now want)"
)
_EATERS = r"(?:people|ppl|folks|guys|eaters|ones|lovers|crew|group|gang|guests?|persons?|orders?|tails?)"
_CUE = re.compile(
    rf"\b{_TURN}\b|\binstead\b|\b{_INSTEAD_OF}\b|\b{_D} (?:is |are )?(?:out|off)\b|\brather\b"
    rf"|\bprefer\b|\b{_OFF}\b|\bsame\b|{_D}s? {_EATERS}\b|{_D} should be\b"
    r"|\bchanged (?:my|our|their) minds?\b"
)
_WORDS = FILLING | frozenset(
    """swap swapped swapping swaps switch switched switching switches change changed changes changing trade traded trades trading replace replaced replaces replacing
    exchange exchanged exchanging turn turned turning convert converted converting upgrade upgraded upgrading upgrades downgrade downgraded sub subbing substitute
    substituted substituting move moved moving instead rather place lieu over than not drop forget skip ditch no scrap scratch nix lose cancel remove kill leave without
    minus never mind minds nvm axe hold rid people ppl folks guys eaters lovers crew group gang guest guests person persons order orders tail tails same number amount
    count still everyone everybody had wanted chose picked ordered having prefer prefers wants want would should will do have has all them they he she way too much expensive
    pricey rich steep we'll they'll who those both between versions price total how switching off out in into to with only pls please u can could put pay everything
    already after like it's eat eating get gets getting does don't dont want's per each on from choose nah nope after-all anymore adults kids children grown-ups""".split()
)
_PART = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:out )?of (?:the |those |these |them\b|us\b|my "
    rf"|our )*(?:{NUMBER}\b ?)?(?:{_D} ?)?(?:{_EATERS}\b ?)?"
)
_NUMBER = re.compile(rf"(?<![@\w])(?:{NUMBER})(?![\w%])")
_SETS = re.compile(
    r"\W*(?:(?:actually|ok|so|then|make it|make that|let'?s do|we'?ll do|do|now"
    rf"|and)\W+)*(?P<a>{NUMBER}) (?P<x>{_D})(?:s)?(?: ?(?:,|and|&|\+|plus"
    rf"|with)? ?)(?P<b>{NUMBER}) (?P<y>{_D})(?: (?:instead|then|please|pls|now))*\W*"
)
_SO_MANY_NOW = re.compile(
    rf"\b(?:make|change|put|set) (?:the |our |my |those )?{_D}s? (?:to |at )?{NUMBER}\b(?! {_D})"
    rf"|\b(?:make (?:it|that)|only|just) {NUMBER} {_D}"
    rf"|\b{NUMBER} {_D}s? instead of {NUMBER}\b(?! {_D})"
)
""" "Drop the edamame and make the gyoza 6": six there are to be, no six more for those that go."""
_ALSO = re.compile(r"^\W*(?:(?:also|and|oh|plus|then|actually)\W+)+")
_ALL = re.compile(
    r"\b(?:every ?one|every ?body|all of us|for all|us all|the whole (?:group|party))\b(?! who\b| that\b)"
)
_ADULTS = re.compile(r"\b(?:all )?(?:the|for|us) (?:adults|grown[- ]?ups)\b")
_KIDS = re.compile(r"\b(?:the|for) (?:kids|children)\b")


def read(text: str, dishes: Sequence[str | None]) -> tuple[Delta, ...]:
    """What a text swaps; nothing where it swaps nothing or says more than that."""
    text = _ALSO.sub("", text)
    places = list(dict.fromkeys(re.findall(_D, text)))
    if not 1 <= len(places) <= 2 or not _CUE.search(text) or _has_other_words(text):
        return ()
    keys = [dishes[int(place[1:])] for place in places]
    if _SO_MANY_NOW.search(text):
        return ()
    if len(places) == 1:
        return _instead(text, places[0], keys[0])
    if (told := _SETS.fullmatch(text)) and None not in keys:
        return _so_many_of_each(told, keys)
    order = _out_and_in(text, places[0], places[1])
    if order is None or keys[0] == keys[1]:
        return ()
    gone, comes = (keys[places.index(place)] for place in order)
    return _swap(text, order, gone, comes)


def _has_other_words(text: str) -> bool:
    rest = _NUMBER.sub(" ", re.sub(_D, " ", text))
    return bool({word.strip("'") for word in re.findall(r"[a-z'-]+", rest)} - _WORDS - {""}) or "$" in text


def _so_many_of_each(told: re.Match[str], keys: list[str | None]) -> tuple[Delta, ...]:
    """ "Actually 3 lobster and 2 salmon"."""
    numbers = [to_int(told["a"]), to_int(told["b"])]
    return tuple(Dish(key, "set", number) for key, number in zip(keys, numbers, strict=True))


def _out_and_in(text: str, a: str, b: str) -> tuple[str, str] | None:
    """Which of two dishes goes and which comes for it; None where that is not said."""
    return next((order for pattern, order in _orders(a, b) if re.search(pattern, text)), None)


def _orders(a: str, b: str) -> tuple[tuple[str, tuple[str, str]], ...]:
    had = r"(?:had|have|having|wanted|chose|picked|get|getting|ordered|with)"
    gone = (
        r"(?:(?: is| are| was| part| thing)* (?:out|off|go(?:es)?|gone"
        r"|too (?:much|expensive|pricey|rich|steep))|(?: is| are)* too)"
    )
    return (
        (rf"\b{_INSTEAD_OF} {_ART}{b}\b", (b, a)),
        (rf"\b{_INSTEAD_OF} {_ART}{a}\b", (a, b)),
        (rf"\bsub\w*(?: in)? {_ART}{a}\w*(?: in)? (?:for|in place of) {_ART}{b}\b", (b, a)),
        (rf"\bfrom {_ART}{a}\b.*\b(?:to|into) {_ART}{b}\b", (a, b)),
        (
            (
                rf"\b{_TURN} (?:out )?(?:to )?{_ART}{a}\w*(?: {_EATERS})? ?(?:,|for|to|with|w|into|by|in"
                rf"|be)? ?(?:just |only )?{_ART}{b}\b"
            ),
            (a, b),
        ),
        (rf"\b{_OFF} {_ART}{a}\b", (a, b)),
        (rf"{a}{gone}\b", (a, b)),
        (rf"{b}{gone}\b", (b, a)),
        (rf"\b{_OFF} {_ART}{b}\b", (b, a)),
        (rf"{a} {_EATERS}\b.*{b}|\b{had} {a}\b.*\b{_WANT} (?:the )?{b}|{a}\w* {_WANT} {_ART}{b}", (a, b)),
        (rf"{b}(?: (?:for|to)? ?(?:\w+ ){{0,3}})?,? ?instead\b(?! of)", (a, b)),
    )


def _share(text: str) -> Who | None:
    if _ALL.search(text):
        return "everybody"
    if _ADULTS.search(text):
        return "adults"
    return "children" if _KIDS.search(text) else None


def _swap(text: str, order: tuple[str, str], gone: str | None, comes: str | None) -> tuple[Delta, ...]:
    if gone is None and comes is None:
        return ()
    part = _PART.search(text)
    numbers = _told(text)
    if part is not None and (number := to_int(part["n"])):
        if gone is None:
            return (Dish(comes, "set", number),)
        return (Dish(comes, "part", number, instead=gone) if comes else Dish(gone, "remove", number),)
    number = _of(text, order[1], numbers)
    share = None if number is not None else _share(text)
    if gone is None:
        return (Dish(comes, "set", number, share),) if number or share else ()
    if comes is None:
        return (Dish(gone, "off"),)
    return (Dish(comes, "swap", number, share, instead=gone),)


def _told(text: str) -> list[int]:
    found = [to_int(match.group()) for match in _NUMBER.finditer(text)]
    return [number for number in found if number]


def _of(text: str, comes: str, numbers: list[int]) -> int | None:
    """How many have the dish that comes: the number beside it, else the only one that is told."""
    beside = re.search(rf"(?<![@\w])(?P<n>{NUMBER}) (?:orders? of )?{comes}", text)
    if beside is not None:
        return to_int(beside["n"])
    return numbers[-1] if numbers and len(set(numbers)) == 1 else None


_INSTEAD = re.compile(
    rf"\b(?:same|those|these|the|them|they|all)\b.*{_D}.*\binstead\b"
    rf"|\bsame (?:number|amount|people|ppl|{NUMBER})\b.*{_D}"
    rf"|\b(?:{_TURN})(?: (?:all|the|those|these|them|over|just"
    rf"|it))*(?: {NUMBER})?(?: of them)?(?: {_EATERS})? ?(?:to |into )?{_D}"
    rf"|\b(?:those|these|the) {NUMBER} .*{_D}"
    rf"|{_D}(?: for (?:those|these|them|the) ?(?:{NUMBER})?)? instead\b(?! of)"
)


def _instead(text: str, place: str, key: str | None) -> tuple[Delta, ...]:
    """ "Same 5 but salmon", "switch all 5 to filet", "2 of those 5 would rather have filet": for the one dish that there is."""
    if re.search(rf"\b(?:{_OFF}) {_ART}{place}|\binstead of\b|{place} (?:is |are )?(?:out|off)\b", text):
        return ()
    part = _PART.search(text)
    if part is not None:
        other = re.search(
            r"\b(?:instead|rather|switch\w*|chang\w*|swap\w*)\b|\bmake\b.*\bof (?:those|these|them|the)\b", text
        )
        number = to_int(part["n"])
        return (Dish(key, "part", number),) if other and number and key else ()
    numbers = _told(text)
    if not _INSTEAD.search(text) or len(set(numbers)) > 1 or key is None or _share(text):
        return ()
    return (Dish(key, "swap", numbers[0] if numbers else None, same=True),)
