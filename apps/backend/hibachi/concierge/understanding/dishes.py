"""The dishes of a message by the owner's own keys: which, how many, instead of a protein, on top, or as an add-on."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from hibachi.concierge.understanding import dish_swaps, short_names, so_many_each
from hibachi.concierge.understanding.schemas import ItemWords
from hibachi.kit import lazy_re as re
from hibachi.kit import once
from hibachi.language.items import ItemMention, Lexicon, find_items, lexicon_of
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import Span
from hibachi.menu.service import Menu
from hibachi.policies.schemas import Profile
from hibachi.quotes.schemas import LARGEST_COUNT

Role = Literal["upgrade", "extra", "addon", "included"]


@dataclass(frozen=True, slots=True)
class Found:
    """items: what is wished; mentioned: every dish that was named, wished or asked about."""

    items: tuple[ItemWords, ...]
    mentioned: tuple[str, ...]
    spans: tuple[Span, ...]
    names: tuple[Span, ...]
    none: bool


_lexicons: dict[tuple[str, ...], Lexicon] = {}


MOST_OF_A_DISH = 1000
"""More of a dish is a joke: nothing is counted by it."""
_PLACES_TO_EAT = re.compile(
    r"\b(?:steak|chop|lobster|shrimp|noodle|tofu|chicken|salmon|rice) ?(?:houses?|shacks?|shops?"
    r"|trucks?|bars?|joints?|places?|spots?)\b",
    re.I,
)


def _without_places(text: str) -> str:
    """The text without houses that are called by a dish: a steakhouse is no steak."""
    return _PLACES_TO_EAT.sub(lambda match: "#" * len(match.group()), text)


@once.only
def find(text: str, profile: Profile) -> Found:
    """The dishes of the owner's menu in a text."""
    found = find_items(_without_places(text), _lexicon(profile))
    mentions = so_many_each.told(text, found.mentions)
    wished = tuple(one for one in _hanging_together(text, mentions, profile) if (one.count or 0) <= MOST_OF_A_DISH)
    said = [mention.key for mention in mentions if mention.key]
    named = tuple(dict.fromkeys([*said, *_more_of(text, profile)]))
    spans = tuple(mention.span for mention in mentions)
    return Found(wished, named, spans, tuple(mention.name_span for mention in mentions), found.none_at_all)


def _hanging_together(text: str, mentions: tuple[ItemMention, ...], profile: Profile) -> tuple[ItemWords, ...]:
    """What is wished; a dish that comes for another takes its number over, so do two dishes of the same guests."""
    mentions = _for_all_too(text, _of_every_one(text, mentions), profile)
    mentions = _of_the_same(text, _without_the_excepted(text, mentions), profile)
    swapped, both = dish_swaps.swaps(text, mentions), dish_swaps.shared_by_one(text, mentions)
    wished = []
    for at, mention in enumerate(mentions):
        if at in swapped.values() or _asks_if_extra(text, mention):
            continue
        if at in swapped or at in both:
            out = mentions[swapped[at]] if at in swapped else mention
            told = mention if mention.quantity is not None or mention.share else out
            mention = replace(mention, mode="set", quantity=1 if at in both else told.quantity, share=told.share)
        words = _words(mention, profile)
        if words is not None and at in swapped:
            out = mentions[swapped[at]]
            words = words.model_copy(update={"instead_of": out.key, "instead_count": out.quantity})
        wished += [words] if words is not None else []
    return tuple(wished)


_ASKS_IF = re.compile(r"\b(?:is|are|does|do|would|will)(?: the| your| a)? $", re.I)
_EXTRA = re.compile(r"(?:s| tails?| mignon)? (?:cost )?(?:extra|more)\b(?! (?:for|of|orders?|portions?))", re.I)


def _asks_if_extra(text: str, mention: ItemMention) -> bool:
    """ "Is lobster extra?": its price is asked, no portion on top is wished."""
    name = mention.name_span
    bare = mention.mode == "extra" and mention.quantity is None and mention.share is None
    return bare and bool(_ASKS_IF.search(text[: name.start]) and _EXTRA.match(text[name.end :]))


_ALL_HAVE = re.compile(
    r"\b(?:everyone|everybody|every(?: single)? (?:one|person|guest|adult)(?: of (?:us|them))?"
    r"|(?:we|they) all|all of (?:us|them))\b(?: (?:would|will|could|just|instead|here))* (?:had|has"
    r"|have|gets?|got|takes?|took|wants?|went (?:for|with)|goes (?:for|with)|ate|eats|does|did"
    r"|ordered)(?: the| a| some)? $",
    re.I,
)


_SO_MANY_HAVE = re.compile(
    rf"(?:\band|,|&|\bplus)\s+(?P<n>{NUMBER}) (?:would |will |of (?:us|them) |others? |'?d )?(?:do"
    r"|does|did|go (?:for|with)|went (?:for|with)|have|had|take|took|want|get|got|like|pick"
    r"|choose)(?: the| a| some)? $",
    re.I,
)
""" "3 of the girls do filet and 2 do lobster": the second number is as good as the first."""


def _of_every_one(text: str, mentions: tuple[ItemMention, ...]) -> tuple[ItemMention, ...]:
    """ "If every one of us had filet": for all of them, though it is only supposed."""
    return tuple(_counted_before(text[: one.name_span.start], one) for one in mentions)


def _counted_before(before: str, one: ItemMention) -> ItemMention:
    if one.quantity is not None or one.share is not None or one.mode not in ("mention", "set"):
        return one
    if _ALL_HAVE.search(before):
        return replace(one, mode="set", share="all")
    told = _SO_MANY_HAVE.search(before)
    number = to_int(told["n"].lower()) if told else None
    return replace(one, mode="set", quantity=number) if number else one


_JOINS = re.compile(r"s?(?: tails?)?,? ?(?:and|&|\+|plus|with|n)(?: also)?(?: some| the| an?)? ?", re.I)


def _for_all_too(text: str, mentions: tuple[ItemMention, ...], profile: Profile) -> tuple[ItemMention, ...]:
    """ "What if everybody gets lobster and gyoza": the dish that hangs on that of all is for all of them too."""
    said, dear = list(mentions), premium(profile)
    for at in range(1, len(said)):
        before, one = said[at - 1], said[at]
        between = text[before.name_span.end : one.name_span.start]
        if before.share == "all" and one.mode == "mention" and one.key in dear and _JOINS.fullmatch(between):
            said[at] = replace(one, mode="set", share="all")
    return tuple(said)


def _without_the_excepted(text: str, mentions: tuple[ItemMention, ...]) -> tuple[ItemMention, ...]:
    """The mentions with those who have another dish than all told for theirs, and left out of the dish of all."""
    said = list(mentions)
    for at, (other, number) in dish_swaps.excepted(text, mentions).items():
        said[at] = replace(said[at], but=number)
        said[other] = replace(said[other], mode="set", quantity=number, share=None, part=None)
    return tuple(said)


def _of_the_same(text: str, mentions: tuple[ItemMention, ...], profile: Profile) -> tuple[ItemMention, ...]:
    """The mentions with the number of the dish that the same guests have beside it; what is included needs none."""
    menu = profile.menu
    found, said = (
        dish_swaps.paired(text, mentions, (*menu.included_proteins, *menu.upgrades_per_person), menu.included_proteins),
        list(mentions),
    )
    for at, other in found.items():
        told = mentions[other]
        said[at] = replace(said[at], mode="set", quantity=told.quantity, share=told.share, part=told.part, but=told.but)
        free = next((one for one in (at, other) if said[one].key in menu.included_proteins), None)
        if free is not None:
            said[free] = replace(said[free], quantity=None, share=None, part=None)
    return tuple(said)


def _more_of(text: str, profile: Profile) -> tuple[str, ...]:
    """ "An extra portion of fried rice", "more veggies": the add-on whose dish is named apart from the "extra"."""
    found = []
    for key in profile.menu.addons_each:
        if not key.startswith(short_names.MORE):
            continue
        nouns = short_names.nouns(key)
        if re.search(rf"\b(?:extra|additional|more|another|second)\b[^.?!\n]{{0,22}}\b(?:{nouns})s?\b", text, re.I):
            found.append(key)
    return tuple(found)


def premium(profile: Profile) -> dict[str, Role]:
    """Every dish that costs extra, and whether it replaces a protein or comes beside."""
    upgrades: dict[str, Role] = dict.fromkeys(profile.menu.upgrades_per_person, "upgrade")
    return {**upgrades, **dict.fromkeys(profile.menu.addons_each, "addon")}


def named(text: str, profile: Profile) -> tuple[tuple[Span, str | None], ...]:
    """Where dishes of the owner's menu are named in a text, and which."""
    return tuple((one.name_span, one.key) for one in find_items(_without_places(text), _lexicon(profile)).mentions)


def words_of(profile: Profile) -> tuple[str, ...]:
    """The names of all dishes: no person is called so."""
    return _names(_keys(profile))


@once.only
def foods(profile: Profile) -> frozenset[str]:
    """Each word that a dish of the menu may be called by."""
    menu = Menu.of(profile)
    return frozenset(word for key in _keys(profile) for name in menu.aliases(key) for word in name.split())


def _keys(profile: Profile) -> tuple[str, ...]:
    menu = profile.menu
    return (*menu.included_proteins, *menu.upgrades_per_person, *menu.addons_each)


@lru_cache(maxsize=32)
def _names(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key.replace("_", " ") for key in keys)


def _lexicon(profile: Profile) -> Lexicon:
    keys = _keys(profile)
    if keys not in _lexicons:
        menu = Menu.of(profile)
        _lexicons[keys] = lexicon_of({key: menu.aliases(key) for key in keys})
    return _lexicons[keys]


def _words(mention: ItemMention, profile: Profile) -> ItemWords | None:
    """What is to happen to a dish; None where it is only named, or so many are that nobody means it."""
    if mention.mode == "mention" or (mention.quantity or 0) > LARGEST_COUNT:
        return None
    key = mention.key or profile.menu.included_proteins[0]
    operation: Literal["set", "add", "remove"] = "set"
    if mention.mode in ("add", "remove"):
        operation = "add" if mention.mode == "add" else "remove"
    role = _role(key, mention, profile)
    return ItemWords(
        key=key,
        role=role,
        count=mention.quantity,
        share=mention.share,
        operation=operation,
        part=mention.part,
        but=mention.but,
        among=mention.among,
    )


def _role(key: str, mention: ItemMention, profile: Profile) -> Role:
    if key in profile.menu.addons_each:
        return "addon"
    if mention.mode == "extra":
        return "extra"
    return "upgrade" if key in profile.menu.upgrades_per_person else "included"
