"""A number for each dish of a row: "edamame n gyoza, 1 each", "three of each", "4 each of lobster, filet and salmon". Pure."""

from collections.abc import Sequence
from dataclasses import replace

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, ItemWords
from hibachi.kit import lazy_re as re
from hibachi.language.items import ItemMention
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

_PORTIONS = r"(?: (?:orders?|portions?|sides?|servings?|plates?|people|persons?|guests?|of us|adults?))?"
_JOINS = re.compile(
    r"\s*(?:upgrades?|orders?|tails?)?\s*(?:,|&|\+|/|;)?\s*(?:and|n|plus|&|\+|'n'?"
    r"|or)?\s*(?:(?:some|the|also|an?) )?(?:x ?\d+ ?)?\s*$"
)
_AFTER = re.compile(
    r"\W*(?:(?:for|so|with|make it|like|please|pls|just|upgrades?"
    rf"|times)\W+)*(?:x ?)?(?P<n>{NUMBER})(?: ?x)?{_PORTIONS} ?(?:of each|of both|for each|for both"
    r"|each|apiece|ea\b)(?! (?:of (?:us|them|the)|guest|person|adult|one of us))"
)
_BEFORE = re.compile(
    rf"\b(?P<n>{NUMBER}){_PORTIONS} (?:each of|of each(?: of)?|of both"
    r"|each)(?: (?:the )?(?:add[- ]?ons?|upgrades?|sides?|extras?|kinds?|proteins?|ones?"
    r"|dish(?:es)?))?(?: please| pls)?\s*(?::|-|,|of)?\s*(?:the |these )?$"
)
_ALONE = re.compile(
    r"\W*(?:(?:ok|okay|yes|yeah|sure|great|then|and|so|let'?s|lets|do|add|make it|just|maybe"
    r"|we'?ll (?:take|have)|i'?ll (?:take|have)|give us|can we (?:get|have|do)"
    rf"|like)\W+)*(?P<n>{NUMBER}){_PORTIONS} (?:each|of each|of both|for each|for both"
    r"|apiece)(?: one)?(?:\W+(?:then|please|pls|thanks|thank you|for now))*\W*"
)


def told(text: str, mentions: Sequence[ItemMention]) -> tuple[ItemMention, ...]:
    """The mentions with the number that a row of them has, one for each dish."""
    folded = fold(text)
    found = [_for_everyone(folded, mention) for mention in mentions]
    for row in _rows(folded, found):
        before = _BEFORE.search(folded[: found[row[0]].name_span.start])
        after = _AFTER.match(folded[found[row[-1]].name_span.end :])
        number = to_int((after or before or {"n": ""})["n"])
        if not number:
            _for_the_table(folded, found, row)
            continue
        for at in row:
            mode = "set" if found[at].mode in ("mention", "set") else found[at].mode
            found[at] = replace(found[at], quantity=number, share=None, part=None, but=0, mode=mode)
        last = found[row[-1]]
        if after:
            end = last.name_span.end + after.end()
            found[row[-1]] = replace(last, span=replace(last.span, end=max(last.span.end, end)))
        elif before:
            first = found[row[0]]
            found[row[0]] = replace(first, span=replace(first.span, start=min(first.span.start, before.start())))
    return tuple(found)


_FOR_TABLE = re.compile(
    r"s? (?:for|on) the table\b|s? (?:to|for) (?:share|sharing|pass around)\b"
    r"|s? for (?:us |everyone |all )?(?:all )?to share\b"
)


def _for_the_table(folded: str, found: list[ItemMention], row: list[int]) -> None:
    """ "12 gyoza and edamame for the table": the dish without a number is wished too, and waits for it."""
    last = found[row[-1]]
    if last.mode != "mention" or last.quantity or not any(found[at].quantity for at in row):
        return
    if "?" not in folded and _FOR_TABLE.match(folded[last.name_span.end :]):
        found[row[-1]] = replace(last, mode="add")


_FOR_EVERYONE = re.compile(
    r" ?(?:each|apiece),? (?:for|to) (?:every ?one|every ?body|each (?:guest|person|of us)"
    r"|all(?: of us)?|the whole \w+)\b"
)


def _for_everyone(folded: str, mention: ItemMention) -> ItemMention:
    """ "One edamame each for everyone": as many as there are guests."""
    after = _FOR_EVERYONE.match(folded[mention.name_span.end :])
    if after is None or mention.quantity != 1:
        return mention
    end = mention.name_span.end + after.end()
    return replace(mention, quantity=None, share="all", span=replace(mention.span, end=max(mention.span.end, end)))


def _rows(folded: str, mentions: Sequence[ItemMention]) -> list[list[int]]:
    """Dishes that stand one behind the other, at least two."""
    rows: list[list[int]] = []
    for at, mention in enumerate(mentions):
        if mention.key is None or mention.mode == "remove":
            continue
        joined = bool(rows) and rows[-1][-1] == at - 1
        if joined and _JOINS.match(folded[mentions[at - 1].name_span.end : mention.name_span.start]):
            rows[-1].append(at)
        else:
            rows.append([at])
    return [row for row in rows if len(row) > 1]


def of_those(frame: Frame, dialogue: Dialogue, profile: Profile) -> Frame:
    """The frame of "2 each", once several dishes were named in the message before: so many of each of them."""
    match = _ALONE.fullmatch(fold(frame.text))
    number = to_int(match["n"]) if match else None
    dishes = [
        key
        for key in dialogue.just_dishes
        if key in profile.menu.upgrades_per_person or key in profile.menu.addons_each
    ]
    if not number or len(dishes) < 2 or frame.mentioned:
        return frame
    items = tuple(
        ItemWords(key=key, role="upgrade" if key in profile.menu.upgrades_per_person else "addon", count=number)
        for key in dishes
    )
    return frame.model_copy(update={"guests": GuestWords(), "items": items, "mentioned": tuple(dishes), "dates": ()})
