"""Which of several days is the old one, the new one, or one turned down: "from aug 8 to aug 15", "instead of the 8th"."""

import re
from dataclasses import replace

from hibachi.language import date_words as say
from hibachi.language.date_mentions import DateMention, Role

Placed = tuple[tuple[int, int], DateMention]


def with_roles(text: str, found: list[Placed]) -> list[DateMention]:
    """The mentions with their roles, in order of appearance."""
    moving = bool(say.MOVE.search(text))
    mentions = [replace(mention, role=_role(text, place, moving)) for place, mention in found]
    for at in range(len(found) - 1):
        between = text[found[at][0][1] : found[at + 1][0][0]]
        if say.LATE_CORRECTION.match(between):
            mentions[at] = replace(mentions[at], role="not")
        elif (
            moving
            and mentions[at].role in ("from", "on")
            and mentions[at + 1].role in ("to", "on")
            and _leads_to(between)
        ):
            mentions[at] = replace(mentions[at], role="from")
            mentions[at + 1] = replace(mentions[at + 1], role="to")
    return mentions


def _leads_to(between: str) -> bool:
    return bool(re.search(r"\b(?:to|until|onto|for)\b(?: be)?(?: on| the)*\s*$", between)) and len(between) < 80


def _role(text: str, place: tuple[int, int], moving: bool) -> Role:
    before, after = text[max(0, place[0] - 80) : place[0]], text[place[1] : place[1] + 80]
    if say.ROLE_INSTEAD.search(before):
        return "not" if not moving else "from"
    if re.match(r" (?:doesn'?t work|won'?t work|isn'?t (?:good|possible)|is (?:out|not (?:good|possible)))", after):
        return "not"
    if moving and re.search(r"\bto(?: be on| the| on)*\s*$", before):
        return "to"
    if moving and (
        say.ROLE_FROM_STRICT.search(before)
        or re.match(r"(?:'s)? (?:party|booking|event|reservation|dinner|one|slot)\b", after)
    ):
        return "from"
    return "on"
