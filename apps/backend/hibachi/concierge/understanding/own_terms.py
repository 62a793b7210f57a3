"""What somebody with a party asks of its own terms: how it is paid, by when it can be cancelled, which reference it has. Pure.

The clauses that ask it are taken out of the message, so that nothing else is read in them: the rest is a yes, a wish, a thank-you as ever.
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hibachi.concierge.understanding import asked_in_vain, existing, terms_named, which_party
from hibachi.concierge.understanding.clauses import clauses
from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.schemas import Dialogue, Frame, Term
from hibachi.kit import lazy_re as re
from hibachi.language.amounts import find_amounts
from hibachi.language.spans import fold

Terms = tuple[Term, ...]
_OF_A_CONDITION = re.compile(
    r"^\W*(?:(?:and|but|so|ok|also|now|then|what|how about)\W+)*(?:if|when|once|in case|should|suppose)\b"
)
"""A clause that another one completes: "if he's still sick on the 4th, can I ...". """
_KEPT = re.compile(
    r"^\W*(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|yes|yeah|yep|yup|yea|sure|no|nope|do it|go ahead"
    r"|please do)\b(?: (?:there|guys|team|please))?\W+)+(?=\w)"
)
"""A greeting or an answer before what is asked: it stands for itself."""
_SAYS_NOTHING = re.compile(
    r"\b(?:and|or|so|but|then|also|ok(?:ay)?|k|cool|great|perfect|nice|thanks?(?: (?:you|so much"
    r"|a lot))*|thx|sorry|please|pls|as i said"
    r"|like i said|i said|i (?:already )?asked|again|good|that(?:'s| is| does)? not (?:help me"
    r"|what i (?:asked|meant))"
    r"|that does not help(?: me)?|i (?:see|understand)|understood|alright|got it|um+|uh+|well"
    r"|for (?:my|our|the) party|(?:a )?quick question|one (?:more|last|other) (?:thing|question)"
    r"|another (?:thing|question)|you keep saying (?:that|it|this|the same(?: thing)?)|question|btw"
    r"|by the way|real quick|wait|oh)\b"
)
"""What stands around a question and is no answer to anything: a nod before it agrees to no offer."""
_EACH = re.compile(r"\b(?:each|both|all of (?:them|those)|either|the two)\b")


def parted(text: str, dialogue: Dialogue, own: Bookings, read: Callable[[str], Frame]) -> tuple[Terms, str]:
    """The terms of the own party that are asked for, and the text without the clauses that ask for them."""
    if not own or existing.drafts(dialogue):
        return (), text
    found: list[Term] = []
    rest, before = "", ""
    insists = asked_in_vain.insists(fold(text))
    for part in _segments(text):
        lead = _KEPT.match(fold(part))
        rest, part = rest + (part[: lead.end()] if lead else ""), part[lead.end() :] if lead else part
        folded = fold(part)
        kind = terms_named.kind_of(folded, dialogue, before, tuple(one.kind for one in found))
        if kind is None:
            rest, before = rest + part, folded
            continue
        found.append(_term(kind, part, dialogue, own, read).model_copy(update={"insists": insists}))
        before = folded
    if not found:
        return (), text
    return _merged(found), "" if not re.search(r"\w", _SAYS_NOTHING.sub(" ", fold(rest))) else rest.strip(" ,")


def told(frame: Frame, terms: Terms) -> Frame:
    """The frame with the terms that are asked for; they are of the party that stands."""
    if not terms:
        return frame
    acts = tuple(dict.fromkeys((*frame.acts, "about_own", "own_booking")))
    return frame.model_copy(update={"terms": terms, "acts": acts, "question": True})


def alone(rest: str, terms: Terms) -> bool:
    """Whether the message asks for nothing but terms."""
    return bool(terms) and not re.search(r"\w", rest)


def _segments(text: str) -> list[str]:
    """The text in clauses, a condition together with what it is one of."""
    starts = [at for at, _ in clauses(fold(text))]
    if not starts:
        return [text]
    cuts = [0, *starts[1:], len(text)]
    parts = [text[start:end] for start, end in pairwise(cuts)]
    joined: list[str] = []
    for part in parts:
        if joined and _OF_A_CONDITION.match(fold(joined[-1])) and not re.search(r"[.?!;\n]\s*$", joined[-1]):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _term(kind: str, part: str, dialogue: Dialogue, own: Bookings, read: Callable[[str], Frame]) -> Term:
    said = read(part)
    meant = own if _EACH.search(fold(part)) else which_party.meant(said, dialogue, own)
    days = _days(said, part, own, read) if kind == "refund" else []
    return Term(
        kind=kind,
        said=part.strip(),
        day=days[0] if days else None,
        percents=terms_named.percents(part),
        amounts=_amounts(part) if kind == "tip" else (),
        parties=tuple(str(one["id"]) for one in meant),
    )


def _days(said: Frame, part: str, own: Bookings, read: Callable[[str], Frame]) -> list[date]:
    """The days on which somebody would cancel: those that are told, but for the day of the party itself."""
    ahead = terms_named.days_before(fold(part))
    if ahead is not None and len(own) == 1:
        return [which_party.day_of(own[0]) - timedelta(days=ahead)]
    named = terms_named.day_named(part)
    bare = read(f"on {named}") if named and not (said.dates or said.other_dates or said.cancel_days) else said
    theirs = {str(one["date"]) for one in own}
    return [day for day in (*bare.cancel_days, *bare.dates, *bare.other_dates) if day.isoformat() not in theirs]


def _amounts(part: str) -> tuple[int, ...]:
    """What somebody reckoned a tip to be, bare numbers too: "288 by my calculator"."""
    bare = (
        int(one.replace(",", "")) * 100 for one in re.findall(r"(?<![\w.,$%])\d{1,3}(?:,?\d{3})?(?![\w%]|[.,]\d)", part)
    )
    return tuple(dict.fromkeys((*(one.cents for one in find_amounts(part)), *bare)))


def _merged(found: list[Term]) -> Terms:
    """A term that is asked for in several clauses, once, with all that was said of it."""
    kinds: dict[str, Term] = {}
    for one in found:
        had = kinds.get(one.kind)
        if had is None:
            kinds[one.kind] = one
            continue
        more: dict[str, Any] = {
            "said": f"{had.said} {one.said}",
            "day": had.day or one.day,
            "percents": tuple(dict.fromkeys((*had.percents, *one.percents))),
            "amounts": (*had.amounts, *one.amounts),
        }
        kinds[one.kind] = had.model_copy(update=more)
    return tuple(kinds.values())
