"""A dish for a part of the guests, told by where they sit, by halves or by whose portion goes for it, in plain numbers. Pure.

"Filet only for the grown-ups at the head table, that is 8 people" is "8 filet", "the 22 adults half lobster half filet" is
"11 lobster and 11 filet", "1 filet and 1 lobster instead of 2 filets" leaves one filet, and so does "lobster instead of his filet".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

_N = rf"(?:{NUMBER})"
_COUNTED = re.compile(rf"\b(?<!for the )(?<!all )(?P<n>{_N}) (?:adults?|grown[- ]?ups?)\b(?! at )", re.I)
_D = r"@\d+(?:s\b|es\b)?(?: (?:tails?|mignons?|upgrades?)\b)?"
_GROWN = r"(?:adults?|grown[- ]?ups?)"
_HEADS = rf"(?:{_GROWN}|people|ppl|guests?|persons?|folks|heads|of (?:us|them|those))"
_GET = (
    r"(?:(?:should|would|will|can|could|'ll|'d|to|all|both|each|really|just|only) )*"
    r"(?:get|gets|have|has|want|wants|take|takes|like|likes|go for|go with|eat|do|getting|having|wanting)"
)
_AT = r"(?:at|from|in|on|of|around|near|with)"
_NO_SEAT = r"and|plus|with|but|or|for|guests?|people|adults?|persons?|us|them|group|party"
_SEAT = rf"{_AT} (?:the|our|my|that|one) (?:(?!(?:{NUMBER}|{_NO_SEAT})\b)[a-z'-]+(?: (?!(?:{_NO_SEAT})\b))?){{1,4}}"
_CIRCLE = rf"(?:the|my|our|his|her|their) (?:(?!(?:{NUMBER})\b|and\b|more\b)[a-z'-]+[ ]?){{1,6}}?"
_SO_MANY = (
    rf"[ ,;:(–-]+(?:(?:(?:(?:that|which|it|they|those|there)(?: is| are|'s|'re)|so|meaning|i\.?e\.?|being|about)[ ,]+"
    rf"(?:that(?: is|'s) |just |only )?(?P<n>{_N})(?: {_HEADS})?|(?P<m>{_N}) {_HEADS})(?: (?:in total|total|people|of them))?\)?"
    r"(?! (?:more |extra |orders? of )?@))"
)
_JUST = r"(?:(?:only|just|solely) )?"
_FOR_CIRCLE = re.compile(rf"(?P<dish>{_D}),? {_JUST}for {_JUST}{_CIRCLE}{_SO_MANY}(?=\W|$)", re.I)
""" "Filet only for the grown-ups at the head table, that is 8 people"."""
_CIRCLE_GETS = re.compile(rf"\b{_JUST}{_CIRCLE}{_SO_MANY},? {_GET} (?:the |a )?(?P<dish>{_D})", re.I)
""" "Just the head table (that's 8) have filet"."""
_CIRCLE_HAS = re.compile(rf"\b{_JUST}{_CIRCLE} {_GET} (?:the |a )?(?P<dish>{_D}){_SO_MANY}(?=\W|$)", re.I)
""" "The grandparents' table should get lobster, that's 4 people"."""
_FOR_SEATED = re.compile(
    rf"(?P<dish>{_D}),? {_JUST}for {_JUST}(?:the |our |my |those )?(?P<n>{_N})(?: {_HEADS})? {_SEAT}(?=\W|$)", re.I
)
""" "Filet only for the 8 at the head table"."""
_SEATED_GET = re.compile(
    rf"\b{_JUST}(?:the|our|my|those) (?P<n>{_N})(?: {_HEADS})? {_SEAT}{_GET} (?:the |a )?(?P<dish>{_D})", re.I
)
_FOR_COUNTED = re.compile(rf"(?P<dish>{_D}) {_JUST}for {_JUST}(?:all )?(?:the|our|my) (?P<n>{_N}) {_GROWN}\b", re.I)
""" "Filet for the six adults and gyoza for all"."""
_OF_SOME = (_FOR_CIRCLE, _CIRCLE_GETS, _CIRCLE_HAS, _FOR_SEATED, _SEATED_GET)
_REST = re.compile(
    r"[,;.]? ?(?:and |but |while )?(?:the )?(?:others?|rest|remaining|everyone else|everybody else)(?: (?:of (?:us|them)|guests|people))?"
    r" (?:(?:can|will|would|should|just|all|to|'ll) )*(?:stays?|keeps?|sticks?|gets?|has|have|takes?|wants?|eats?|is"
    r"|are|goes?)?(?: (?:with|to|on|at|fine|ok|good))*"
    r"(?: (?:the|their|our|a))?(?: (?:regular|normal|usual|plain|included|standard|basic))*(?: (?:@\d+|one|menu|food|upgrades?|proteins?|thing))?(?=\s*(?:[.,;!?]|$))",
    re.I,
)
_WHOLE = rf"(?:(?:for )?(?:the|all|our|us)? ?(?:the )?(?P<n>{_N}) )?(?P<grown>{_GROWN})"
_HALF = rf"half(?: of (?:them|us|those))?(?:(?: {_GET})?(?: the| with)?)?"
_OTHER_HALF = rf"(?:,? ?(?:and|&|,|/))? ?(?:the )?(?:other )?half(?:(?: {_GET})?(?: the| with)?)?"
_HALVES = re.compile(
    rf"(?:\b(?P<before>{_WHOLE})\W+(?:(?:to be|with|as|doing|do|go|get|{_GET})\W+)?)?\b{_HALF} (?P<a>{_D}){_OTHER_HALF} (?P<b>{_D})"
    rf"(?P<behind>,? (?:for |of )?(?:the |all )?(?:{_N} )?{_GROWN}\b)?",
    re.I,
)
""" "The 22 adults half lobster half filet", "half lobster and half filet for the adults"."""
_HALF_OF_GROWN = re.compile(
    rf"\bhalf (?:of )?(?:the |our )(?:{_N} )?{_GROWN} {_GET} (?:the )?(?P<a>{_D})(?:,? ?(?:and|&|,) ?)(?:the )?(?:other half|half|rest|others)(?: {_GET})?(?: the)? (?P<b>{_D})",
    re.I,
)
_KIDS_NONE = re.compile(
    r"(?:(?:^|(?<=[.,;!?\n]))\s*|\b(?:and|but|since|because|as) )(?:the |my |our )?(?:kids|children|little ones|kiddos)"
    r" (?:do(?:es)?n'?t|do not|wo(?:n'?t|uld not)|wouldn'?t|can'?t|will not|are not|aren'?t)(?: really| even)? "
    rf"(?:need|want|get|have|eat|like|getting|having|eating)(?: to have)?(?: (?:the|any|a|an))? ?(?:{_D}|it|that|them|one|any|those)?(?:,? so\b|[,;.]|$)",
    re.I,
)
_NUMBERED = re.compile(rf"\b{_N} (?:extra |orders? of )?@\d")
_INSTEAD_OF = r"(?:instead of|rather than|in place of|not)"
_KEEPS_SOME = re.compile(
    rf"(?P<keep>\b(?P<n>{_N}) (?P<a>@\d+)\w*\W+(?:(?:and|plus|with)\W+)?(?P<m>{_N}) @\d+\w*|\b{_N} @\d+\w*\W+(?:(?:and|plus|with)\W+)?{_N} @\d+\w*)"
    rf",? {_INSTEAD_OF} (?:the |our |my |both )*(?:{_N} )?@\d+\w*",
    re.I,
)
""" "1 filet and 1 lobster instead of 2 filets"."""
_SWAP = re.compile(
    rf"\b(?:swap|chang|switch|trad|replac|exchang|turn|mak|convert)(?:e|ing)?(?: out)? (?P<n>{_N})(?: of (?:the|our|my"
    rf"|those))?(?: \d+)? (?P<old>@\d+)\w*(?: (?:tails?|mignons?))?"
    rf" (?:for|to|with|into|be|by|as|out for)? ?(?:(?:the|an?|some|{_N}) )*(?P<new>@\d+)",
    re.I,
)
""" "Swap 1 filet for salmon", of two."""
_OWN_GOES = re.compile(
    rf"(?P<new>@\d+)\w*(?: (?:tails?|mignons?))?,? {_INSTEAD_OF} (?:his|her|my|mom'?s|dad'?s|(?:my )?(?:husband|wife"
    rf"|hubby|son|sister|brother|mom|dad|friend)'?s) (?P<old>@\d+)"
    r"|\b(?:swap|change|switch|trade|replace|make|turn) (?:out )?(?:his|hers?|my|mine|(?:my )?(?:husband|wife|hubby"
    r"|son|sister|brother|mom|dad|friend)'?s)"
    r"(?: (?P<old2>@\d+)\w*)? (?:for|to|with|into|a|an)(?: (?:a|an|the))* ?(?P<new2>@\d+)",
    re.I,
)
""" "He'd rather have lobster instead of his filet": one of them goes."""
_SWAP_TOO = re.compile(
    r"[.,;!?]*\s*(?:so )?(?:can|could|would) (?:you|u|we) (?:please )?(?:swap|switch|change) (?:his|hers?|it|that|mine)\b\??",
    re.I,
)
_TWO_NUMBERS = re.compile(
    rf"^(?:\W*(?:wait|no+|nope|hey|hm+|it'?s|its|it is|it should be|should be|that should be|make it|make that|i said"
    rf"|i meant|i mean|sorry|only|just|actually|rather))*"
    rf"\W*(?P<n>{_N})(?: (?:and|&|n)|/|,) ?(?P<m>{_N})(?: (?:each|then|please|pls|not \d+ and \d+))?(?=\s*(?:[.,;!?]|$))",
    re.I,
)
""" "Wait, it's 11 and 11", of the two dishes that wait for a yes."""
_JUST_ONE = re.compile(
    r"^\W*(?:(?:no|oh|well|ok)\W+)*(?:only |just )(?:for )?(?:his|hers?|him|mine|me|my (?:husband|wife|mom|dad|son)|one)\b"
    r"(?:\W+(?:and )?(?:i|she|he|we)(?:'ll)? (?:keeps?|stays? with|still wants?) [^.?!\n]*)?",
    re.I,
)
_ALL_SO_MANY = re.compile(
    rf"^\W*(?:for )?all (?:of the )?(?P<n>{_N})(?: of (?:us|them)| adults| people)?(?=\W|$)", re.I
)
""" "All 6 lol", asked how many would like it."""


@dataclass(frozen=True, slots=True)
class _Party:
    """Who comes and what they have so far; grown and whole are None where nobody was counted."""

    grown: int | None
    whole: int | None
    has: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Menu:
    """The dishes that a text names, by the number of their mark, and how they are called there."""

    keys: tuple[str | None, ...]
    names: tuple[str, ...]

    def key(self, mark: str) -> str | None:
        return self.keys[int(re.sub(r"\D", "", mark))]


def plainly(text: str, dialogue: Dialogue, own: list[dict[str, Any]], profile: Profile) -> str:
    """The text with so many of a dish in numbers, where it tells a part of the guests or whose portion goes for another."""
    party = _party(text, dialogue, own, profile)
    text = _answered(_swapped_so_many(text, dialogue, own), dialogue, party)
    named = dishes.named(text, profile)
    dear = dishes.premium(profile)
    if not any(key in dear for _, key in named):
        return text
    marked, start = "", 0
    for at, (span, _) in enumerate(named):
        marked, start = f"{marked}{text[start : span.start]}@{at}", span.end
    marked += text[start:]
    menu = _Menu(tuple(key for _, key in named), tuple(span.text for span, _ in named))
    said = _swapped(_without_kids(_halved(_of_some(marked, menu, party, dear), party)), menu, party)
    return text if said == marked else re.sub(r"@(\d+)", lambda one: menu.names[int(one[1])], said)


def _party(text: str, dialogue: Dialogue, own: list[dict[str, Any]], profile: Profile) -> _Party:
    """The party that is talked of: the planned one, or the only one that stands with the change that is shown."""
    planned = counts_of(dialogue.party, bands_of(profile))
    if planned is not None or len(own) != 1:
        told = _COUNTED.search(text)
        here = to_int(told["n"].lower()) if told else None
        grown, whole = (planned.adults, planned.total) if planned and not here else (here, None)
        return _Party(grown, whole, dialogue.party.upgrades)
    pending = dialogue.pending.arguments if dialogue.pending is not None and dialogue.pending.kind == "change" else {}
    one = {**own[0], **pending}
    has = one.get("protein_selections", (one.get("proteins") or {}).get("upgrades") or {})
    grown = int(one.get("adults") or 0)
    return _Party(grown, grown + int(one.get("children") or 0) + int(one.get("toddlers") or 0), has)


_MAKE_IT = re.compile(
    rf"^\W*(?:(?:no|wait|actually|sorry|hm+|oh)\W+)*(?:make (?:it|that)|do|let'?s (?:do|say)|rather|i meant|better) (?P<n>{_N})"
    r"(?: (?:of (?:them|those)|instead|then|please|pls|actually))*(?=\s*(?:[.,;!?]|$))",
    re.I,
)
""" "Make it 3", after two of the lobsters were to be filet: three are, and the party stays as large as it is."""


def _swapped_so_many(text: str, dialogue: Dialogue, own: list[dict[str, Any]]) -> str:
    """Another number for the swap that was shown of a party that stands."""
    pending, told = dialogue.pending, _MAKE_IT.match(text)
    number = to_int(told["n"].lower()) if told else None
    if told is None or not number or pending is None or pending.kind != "change" or len(own) != 1:
        return text
    had = (own[0].get("proteins") or {}).get("upgrades") or {}
    shown = pending.arguments.get("protein_selections") or {}
    more = [key for key in shown if shown[key] > had.get(key, 0)]
    less = [key for key in had if shown.get(key, 0) < had[key]]
    if {"adults", "children"} & set(pending.arguments) or len(more) != 1 or len(less) != 1 or number > had[less[0]]:
        return text
    comes, goes = more[0].replace("_", " "), less[0].replace("_", " ")
    rest = had[less[0]] - number
    stays = f" and {rest} {goes}" if rest else f" instead of the {goes}"
    return f"{had.get(more[0], 0) + number} {comes}{stays}{text[told.end() :]}"


def _answered(text: str, dialogue: Dialogue, party: _Party) -> str:
    """An answer to how many would like a dish, and two numbers of the two dishes that were shown, with their dishes."""
    dish = dialogue.wanted_dish
    if dish is not None:
        name = dish.replace("_", " ")
        if (told := _ALL_SO_MANY.match(text)) and to_int(told["n"].lower()) in (party.grown, party.whole):
            return f"{told['n']} {name}{text[told.end() :]}"
        return _JUST_ONE.sub(f"1 {name}", text)
    if len(party.has) != PAIR:
        return text
    one, other = (key.replace("_", " ") for key in party.has)
    if _JUST_ONE.fullmatch(text.rstrip(" .!")) and dialogue.pending is not None:
        return " and ".join(f"{number} {key.replace('_', ' ')}" for key, number in party.has.items())
    if told := _TWO_NUMBERS.match(text):
        rest = _KIDS_NONE.sub(" ", text[told.end() :])
        return f"{told['n']} {one} and {told['m']} {other}{rest.rstrip(' ,')}"
    return text


PAIR = 2
"""So many dishes are halved, or told by two bare numbers."""


def _of_some(marked: str, menu: _Menu, party: _Party, dear: Mapping[str, Any]) -> str:
    said = marked
    for pattern in _OF_SOME:
        told = pattern.search(said)
        number = to_int((told["n"] or told.groupdict().get("m") or "").lower()) if told else None
        if told and number and menu.key(told["dish"]) in dear and (party.whole is None or number <= party.whole):
            rest = _REST.sub("", said[told.end() :])
            return f"{_ONLY.sub('', said[: told.start()])}{number} {told['dish']}{rest}"
    if len(menu.keys) >= PAIR and party.grown is not None:
        said = _FOR_COUNTED.sub(lambda one: _so_many(one, party.grown), said)
    return said


_ONLY = re.compile(r"\b(?:only|just)\s*$", re.I)


def _so_many(told: re.Match[str], grown: int | None) -> str:
    number = to_int(told["n"].lower())
    return f"{number} {told['dish']}" if number == grown else told.group()


def _without_kids(said: str) -> str:
    """ "The kids don't need lobster, so 4 lobster": who has none is no number of the others."""
    without = _KIDS_NONE.sub(", ", said)
    return without.strip(" ,") if without != said and _NUMBERED.search(without) else said


def _halved(marked: str, party: _Party) -> str:
    told = _HALF_OF_GROWN.search(marked)
    number = party.grown
    if told is None:
        told = _HALVES.search(marked)
        if told is None or not (told["before"] or told["behind"] or party.grown == party.whole):
            return marked
        number = (to_int(told["n"].lower()) if told["n"] else None) or party.grown
    if not number or number < PAIR:
        return marked
    more = number - number // PAIR
    counted = told.groupdict().get("n")
    first = f" {counted} {told['grown']}," if counted and (party.whole is None or number != party.grown) else ""
    lead, rest = marked[: told.start()].rstrip(), marked[told.end() :]
    return f"{lead}{first} {more} {told['a']} and {number // PAIR} {told['b']}{rest}"


def _swapped(marked: str, menu: _Menu, party: _Party) -> str:
    if (told := _KEEPS_SOME.search(marked)) is not None:
        return f"{marked[: told.start()]}{told['keep']}{marked[told.end() :]}"
    if (told := _SWAP.search(marked)) is not None:
        return _exchanged(marked, told, (told["old"], told["new"]), menu, party, to_int(told["n"].lower()) or 0)
    if (told := _OWN_GOES.search(marked)) is not None:
        old, new = told["old"] or told["old2"], told["new"] or told["new2"]
        only = next(iter(party.has), None) if len(party.has) == 1 else None
        return _exchanged(marked, told, (old, new), menu, party, 1, only)
    return marked


def _exchanged(
    marked: str,
    told: re.Match[str],
    pair: tuple[str | None, str],
    menu: _Menu,
    party: _Party,
    number: int,
    only: str | None = None,
) -> str:
    """So many of the one dish as stay, and so many of the other as come for it, where more stand than go."""
    old, new = menu.key(pair[0]) if pair[0] else only, menu.key(pair[1])
    had = party.has.get(old, 0) if old is not None else 0
    if old is None or new is None or old == new or not 0 < number < had:
        return marked
    stays = f"{had - number} {old.replace('_', ' ')}"
    if new in party.has or _is_dear(new, menu):
        stays += f" and {party.has.get(new, 0) + number} {pair[1]}"
    return f"{stays}{_SWAP_TOO.sub('', marked[told.end() :])}"


def _is_dear(key: str, menu: _Menu) -> bool:
    return key in menu.keys
