"""Which of several days is the old one, the new one, or one turned down: "from aug 8 to aug 15", "instead of the 8th"."""

from dataclasses import replace

from hibachi.kit import lazy_re as re
from hibachi.language import date_words as say
from hibachi.language.date_mentions import DateMention, Role

AFTER_DOWN = re.compile(
    r"(?:'s (?:out|off|taken|gone|full|booked|no good|not (?:good|possible|an option))\b"
    r"|\)?,? (?:doesn'?t work|won'?t work|(?:is|'s) not going to work"
    r"|isn'?t (?:good|possible|going to work|an option)|no longer works?"
    r"|(?:doesn'?t|does not|won'?t|will not)(?=\s*(?:$|[.,;!]))"
    r"|(?:is|'s) (?:(?:now |already |sadly |unfortunately )?(?:out|off|taken|gone|full|booked"
    r"|impossible)|a no[- ]?go|no good|no longer|not (?:good|possible|an option|gonna work))\b))"
)
_REASON_BEFORE = re.compile(r"\b(?:since|because|cause|cuz|bc|as) (?:on )?(?:the )?$")
_REASON_AFTER = re.compile(r" (?:is|was|'s|we have|we've|i have|i'm|we're|there's) ")
_SAID_BEFORE = re.compile(
    r"\b(?:i|we|he|she|they) (?:know (?:i|we) |had |have )?(?:said|told (?:you|u|them)|wrote|mentioned"
    r"|put|asked (?:for|about))(?: (?:it was|it's|for|on|about))?(?: the)? $"
)
_IN_TOWN_FOR = re.compile(
    r"\b(?:in town|in from \w+|visiting|here|home|together|over|off|around|flying in"
    r"|coming(?: in| home| over| down| up)?|staying(?: with us)?) (?:for|over|on|at)(?: the)? $"
)
""" "Sat nov 28, family in town for thanksgiving": why, and not when."""
_IF_NOT = re.compile(r"\b(?:if|or|and) not,? (?:then )?(?:maybe )?(?:on )?(?:the )?$")
""" "Is may 9 free? if not may 10": wished in place of the other."""
_OR_ELSE = re.compile(r",? (?:or|nor) (?:on )?(?:the )?")
""" "Not the 10th or the 17th", "the 10th or 17th won't work": what is said no to holds for both."""
Placed = tuple[tuple[int, int], DateMention]


def with_roles(text: str, found: list[Placed]) -> list[DateMention]:
    """The mentions with their roles, in order of appearance."""
    moving = bool(say.MOVE.search(text))
    mentions = [replace(mention, role=_role(text, place, moving)) for place, mention in found]
    if len(found) > 1:
        mentions = _all_explained(text, found, mentions)
    for at in range(len(found) - 1):
        between = text[found[at][0][1] : found[at + 1][0][0]]
        if _OR_ELSE.fullmatch(between) and {mentions[at].role, mentions[at + 1].role} == {"not", "on"}:
            mentions[at : at + 2] = [replace(one, role="not") for one in mentions[at : at + 2]]
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


def _all_explained(text: str, found: list[Placed], mentions: list[DateMention]) -> list[DateMention]:
    """The mentions without reasons and what was said before; "i said the 13th not the 30th" wishes what was said."""
    told = [_explained(text, place, mention) for (place, _), mention in zip(found, mentions, strict=True)]
    return told if any(one.role != "not" for one in told) else mentions


def _explained(text: str, place: tuple[int, int], mention: DateMention) -> DateMention:
    """Beside another day: one that is a reason ("since june 6 is my sister's wedding") or was said before is not wished."""
    before, after = text[max(0, place[0] - 40) : place[0]], text[place[1] : place[1] + 20]
    reason = bool(_REASON_BEFORE.search(before) and _REASON_AFTER.match(after))
    reason = reason or (mention.kind == "holiday" and bool(_IN_TOWN_FOR.search(before)))
    return replace(mention, role="not") if reason or _SAID_BEFORE.search(before) else mention


def _leads_to(between: str) -> bool:
    return bool(re.search(r"\b(?:to|until|onto|for)\b(?: be)?(?: on| the)*\s*$", between)) and len(between) < 80


def _role(text: str, place: tuple[int, int], moving: bool) -> Role:
    before, after = text[max(0, place[0] - 80) : place[0]], text[place[1] : place[1] + 80]
    if say.ROLE_INSTEAD.search(before) and not _IF_NOT.search(before):
        return "not" if not moving else "from"
    if AFTER_DOWN.match(after):
        return "not"
    if moving and re.search(r"\bto(?: be on| the| on)*\s*$", before):
        return "to"
    if moving and (
        say.ROLE_FROM_STRICT.search(before)
        or re.match(r"(?:'s)? (?:party|booking|event|reservation|dinner|one|slot)\b", after)
    ):
        return "from"
    return "on"
