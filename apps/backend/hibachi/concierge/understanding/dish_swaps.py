"""Two dishes of one sentence that hang together: one for another ("swap the noodles for edamame"), both for one guest. Pure."""

from collections.abc import Collection
from itertools import pairwise

from hibachi.kit import lazy_re as re
from hibachi.language import eaters
from hibachi.language.items import ItemMention
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold

_SWAP_BEFORE = re.compile(
    r"\b(?:swap|swapping|change|changing|switch|switching|trade|replace|replacing|exchange|turn"
    r"|substitute)(?: out)?(?: (?:the|our|my|his|her|their|those|all|both|that|of|just|only"
    r"|every ?(?:one|body)'?s|each (?:guest|person)'?s|(?:the )?(?:guests|people|adults)'?"
    rf"|one of (?:the|our|their)|{NUMBER}))*\s*$"
)
_SWAP_BETWEEN = re.compile(
    rf"\s*(?:upgrades?|orders?|tails?|s)?\s*(?:for|to|with|into|by)(?: (?:the|an?|some|more|{NUMBER}|orders? of))*\s*$"
)
_INSTEAD_BETWEEN = re.compile(
    r"\s*(?:please |pls )?(?:instead of|rather than|in place of|in lieu of|and not"
    r"|not)(?: (?:the|our|those|any|all|\d+))*\s*$"
)
_INSTEAD_AFTER = re.compile(r"\s*(?:upgrades?|orders?)?\s*instead\b(?! of)")
_OUT = re.compile(r"\s*(?:is |are )?(?:out|off|away|go(?:es)?|leave)\b")
_IN = re.compile(r"\s*(?:in|on|comes? in)\b")
_SAME_NUMBER = re.compile(r"\bsame (?:number|amount|quantity|count)\b[^.?!\n]{0,6}$")
_ONE_GUEST_BEFORE = re.compile(
    r"\b(?:one|1|an?|single|(?:my )?(?:dad|mom|grandpa|grandma|husband|wife|son|brother|sister|boss"
    r"|friend)|(?:the )?(?:b-?day|birthday) (?:boy|girl|kid|child|man|lady|person)"
    r"|(?:the )?(?:groom|bride|host|graduate|guest of honor)|he|she"
    r"|i)(?: (?:of (?:us|them|the \w+|my \w+)|guest|person|adult|guy|lady|man|woman"
    r"|friend))*(?: (?:would|will|might|who|'d|really|also|wants?|gets?|takes?|has|have|like|likes?|to"
    r"|both|a|the|having))*\s*$"
)
_ONE_GUEST_AFTER = re.compile(
    r"\s*(?:upgrades?|both|tail|together)?\s*(?:for|to) (?:just |only )?(?:one|1|a single|the same"
    r"|my (?:dad|mom|husband|wife|son|brother|sister|boss|friend))\b(?: (?:guest|person|adult"
    r"|of (?:us|them)|guy|lady|man|woman|friend))?(?! ?(?:order|pm|am|portion|kid))"
)
_BOTH = re.compile(r"\s*(?:upgrades?)?\s*(?:and also|and|&|\+|plus|with|as well as)(?: (?:an?|the|also|one))*\s*$")


def swaps(text: str, mentions: tuple[ItemMention, ...]) -> dict[int, int]:
    """Which mention (by its place) comes in for which other: {in: out}."""
    folded = fold(text)
    found: dict[int, int] = {}
    for at, (one, two) in enumerate(pairwise(mentions)):
        before, between, after = _around(folded, one, two)
        if _SWAP_BEFORE.search(before) and _SWAP_BETWEEN.match(between):
            found[at + 1] = at
        elif _INSTEAD_BETWEEN.match(between):
            found[at] = at + 1
        elif (one.mode == "remove" and (_INSTEAD_AFTER.match(after) or _SAME_NUMBER.search(between))) or (
            _OUT.match(between) and (_IN.match(after) or _INSTEAD_AFTER.match(after) or re.search(r"\bput\b", between))
        ):
            found[at + 1] = at
    return found


def shared_by_one(text: str, mentions: tuple[ItemMention, ...]) -> set[int]:
    """The places of two dishes that one guest has both of: each is one portion."""
    folded = fold(text)
    found: set[int] = set()
    for at, (one, two) in enumerate(pairwise(mentions)):
        before, between, after = _around(folded, one, two)
        if _BOTH.match(between) and (_ONE_GUEST_BEFORE.search(before) or _ONE_GUEST_AFTER.match(after)):
            found |= {at, at + 1}
    return found


_EXCEPTED = re.compile(
    rf"[^.?!\n]{{0,30}}?(?:,? ?(?:except|but|besides|other than|excluding|save|apart from"
    rf"|minus)(?: for)?(?: that)?) (?:the |my |our )?(?:(?P<n>{NUMBER})\b(?: [a-z]+(?: of us)?)?"
    rf"|(?P<who>{eaters.PERSONS}))\W+(?:(?:who|she|he|they|and|which|that|'s|is|are|will|would|'ll|'d"
    r"|rather|prefers?|wants?|gets?|has|have|having|getting|takes?|taking|like|likes|to|be|go|goes"
    r"|with|for|just|a|an|the)\W+)*"
)


def excepted(text: str, mentions: tuple[ItemMention, ...]) -> dict[int, tuple[int, int]]:
    """ "Everyone gets filet except grandma, she gets salmon": {the dish of all: (the other dish, for how many)}."""
    folded = fold(text)
    found: dict[int, tuple[int, int]] = {}
    for at, (one, two) in enumerate(pairwise(mentions)):
        match = _EXCEPTED.fullmatch(folded[one.name_span.end : two.name_span.start])
        if one.share != "all" or match is None or two.mode == "remove":
            continue
        number = to_int(match["n"]) if match["n"] else eaters.how_many(match["who"])
        if number:
            found[at] = (at + 1, number)
    return found


def _around(folded: str, one: ItemMention, two: ItemMention) -> tuple[str, str, str]:
    first, second = one.name_span, two.name_span
    return folded[: first.start], folded[first.end : second.start], folded[second.end :]


_OF_PEOPLE = re.compile(
    r"\b(?:wants?|would|likes?|gets?|getting|have|having|has|takes?|taking|prefer|go(?:es|ing)?|do"
    r"|doing|adults?|people|ppl|guests?|persons?|of (?:us|them)|friends|with)\b|'d\b"
)
""" Between a number and its dish: guests are counted, not portions."""


def paired(
    text: str, mentions: tuple[ItemMention, ...], proteins: Collection[str], included: Collection[str]
) -> dict[int, int]:
    """Which dish (by its place) has no number because the same guests have another one too: {it: the other}.

    "Everyone gets chicken and filet", "6 of us want steak and lobster", "shrimp and scallops for 4".
    """
    folded = fold(text)
    found: dict[int, int] = {}
    for at, (one, two) in enumerate(pairwise(mentions)):
        _, between, _ = _around(folded, one, two)
        apart = one.key not in proteins or two.key not in proteins or {one.mode, two.mode} & {"remove", "extra", "add"}
        if apart or not _BOTH.fullmatch(between) or _is_told(one) == _is_told(two):
            continue
        before = folded[one.span.start : one.name_span.start]
        if _is_told(one) and (one.share or one.part or one.key in included or _OF_PEOPLE.search(before)):
            found[at + 1] = at
        elif _is_told(two) and two.span.end > two.name_span.end:
            found[at] = at + 1
    return found


def _is_told(mention: ItemMention) -> bool:
    return mention.quantity is not None or mention.share is not None or mention.part is not None
