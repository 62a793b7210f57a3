"""A notice from its subject and its two bodies. What it says in several places must agree, or it is `unclear`.

The payer chooses their name and the memo: those are found first, by their place, and then read as nothing else. What a
name or memo pretends beside the true words makes two amounts, two ids or two directions, and a person looks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hibachi.kit import lazy_re as re
from hibachi.payments.notices.reading import fields as labelled
from hibachi.payments.notices.reading.fields import Field
from hibachi.payments.notices.reading.headlines import Headline, fate_of, headline_of, of_subject
from hibachi.payments.notices.reading.lines import html_lines, one_line, plain_lines
from hibachi.payments.notices.reading.money import Said, amount_of, amounts_in
from hibachi.payments.notices.schemas import Kind, Notice

LONGEST_MEMO = 500
SHORTEST_REPEATED = 3
_ENDS_MEMO = re.compile(
    r"(?:see transaction|transfer date and amount:?|like|comment|like comment|money credited to your venmo .*)",
    re.IGNORECASE,
)
_QUOTED_MEMO = re.compile(r"(?:\"(?P<plain>[^\"]{1,500})\"|“(?P<curly>[^”]{1,500})”)")
_TWICE = re.compile(
    r"\b(?:paid|sent|charged) you\b|\byou (?:paid|sent|received)\b|\b(?:requests|requested|is requesting)\b"
    r"|\b(?:declined|cancell?ed|refunded|reversed|failed|disputed|returned)\b",
    re.IGNORECASE,
)
"""What a subject says of a payment: twice is once too often, since the payer chooses their name."""
_SPEAKS = re.compile(
    r"\b(?:(?:paid|sent) you|you(?:'ve| have)?(?: just)? (?:received|got paid|been paid)"
    r"|payment received|received a payment)\b",
    re.IGNORECASE,
)
"""Of money that came, in whatever layout: where nothing else is understood, a person looks."""
_EMAIL = re.compile(r"[\w.+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_IN_BRACKETS = re.compile(r"\s*[(<](?P<inside>[^()<>]{3,200})[)>]\s*$")
_WORST: tuple[Kind, ...] = ("refunded", "failed", "pending")


@dataclass(slots=True)
class _Read:
    """What one body says."""

    kinds: set[Kind] = field(default_factory=set)
    said: list[Said] = field(default_factory=list)
    payers: list[str] = field(default_factory=list)
    memo: str | None = None
    ids: list[str] = field(default_factory=list)
    day: date | None = None
    labelled: bool = False
    speaks: bool = False
    zelle: bool = False


def read(*, subject: str, text: str | None, html: str | None) -> Notice:
    """What a notification says; text and html are the alternatives of one mail, of which either may be missing."""
    head = one_line(subject)
    top = of_subject(head)
    bodies = [_body(lines, top) for lines in (plain_lines(text or ""), html_lines(html or "")) if lines]
    said = list(
        dict.fromkeys([*([top.said] if top and top.said else []), *(one for body in bodies for one in body.said)])
    )
    ids = list(dict.fromkeys(one for body in bodies for one in body.ids))
    kind = _kind(top, {one for body in bodies for one in body.kinds})
    if kind == "other" and (_SPEAKS.search(head) or any(body.speaks for body in bodies)):
        kind = "unclear"
    if kind == "received" and (len(said) > 1 or len(ids) > 1 or _may_be_two(head, bodies)):
        kind = "unclear"
    payers = [*([top.payer] if top and top.payer else []), *(one for body in bodies for one in body.payers)]
    payer, email = _payer(payers)
    memos = [top.memo if top else None, *(body.memo for body in bodies)]
    memo = next((one for one in memos if one), None)
    alone = said[0] if len(said) == 1 else None
    return Notice(
        kind=kind,
        amount=alone.amount if alone else None,
        currency=alone.currency if alone else None,
        payer=payer,
        payer_email=email,
        memo=memo[:LONGEST_MEMO] if memo else None,
        transaction_id=ids[0] if len(ids) == 1 else None,
        paid_on=next((body.day for body in bodies if body.day), None),
        zelle=any(body.zelle for body in bodies) or "zelle" in head.lower(),
    )


def _may_be_two(head: str, bodies: Sequence[_Read]) -> bool:
    """Whether a subject says twice what became of money, and no labelled amount says which is the service's word."""
    return len(_TWICE.findall(head)) > 1 and not any(body.labelled for body in bodies)


def _kind(top: Headline | None, below: set[Kind]) -> Kind:
    """What the mail tells as a whole: the worst that is said of the payment, then the subject, then the body."""
    worst = next((kind for kind in _WORST if kind in below or (top is not None and top.kind == kind)), None)
    if worst:
        return worst
    directions = below & {"received", "requested", "sent"}
    if top is not None:
        contradicted = top.kind == "received" and bool(directions - {"received"})
        return "unclear" if contradicted else top.kind
    if len(directions) > 1:
        return "unclear"
    return next(iter(directions), "other")


def _body(lines: Sequence[str], top: Headline | None) -> _Read:
    read = _Read(zelle=any("zelle" in line.lower() for line in lines), speaks=any(map(_speaks, lines)))
    strangers, read.memo = _between(lines, top)
    strangers |= _repeated(lines, top.memo if top else None)
    own = [line for number, line in enumerate(lines) if number not in strangers]
    found = labelled.fields_of(own)
    read.memo = read.memo or labelled.memo_of(found)
    memos = {number for one in found if one.label == "memo" for number in one.lines[-1:]}
    _headlines(read, [line for number, line in enumerate(own) if number not in memos])
    amounts = list(labelled.amounts(found))
    read.said, read.labelled = [*read.said, *amounts], bool(amounts)
    read.ids = list(labelled.identifiers(found))
    read.payers += [one.value for one in found if one.label == "payer" and one.value]
    read.day = _day(found)
    return read


def _headlines(read: _Read, lines: Sequence[str]) -> None:
    for line in lines:
        headline = headline_of(line)
        if headline is not None:
            read.kinds.add(headline.kind)
            read.said += [headline.said] if headline.said else []
            read.payers += [headline.payer] if headline.payer and headline.kind == "received" else []
            read.memo = read.memo or headline.memo
        elif (fate := fate_of(line)) is not None:
            read.kinds.add(fate)


def _between(lines: Sequence[str], top: Headline | None) -> tuple[set[int], str | None]:
    """Where a memo without a label stands: between the headline and the line that ends it, or in quotation marks below it.

    The headline may be there several times, as the subject says it; another one is already the stranger's.
    """
    begins = next((number for number, line in enumerate(lines) if _is_head(line, top)), None)
    if begins is None:
        return set(), None
    at = begins + 1
    while at < len(lines) and (_is_head(lines[at], top) or _is_amount(lines[at], top)):
        at += 1
    ends = next((number for number in range(at, min(at + 6, len(lines))) if _ENDS_MEMO.fullmatch(lines[number])), None)
    if ends is not None:
        region = range(at, ends)
        if not any(labelled.is_label(lines[number]) for number in region):
            return set(region), labelled.memo_text(" ".join(lines[number] for number in region))
    quoted = _QUOTED_MEMO.fullmatch(lines[at]) if at < len(lines) else None
    return ({at}, (quoted["plain"] or quoted["curly"]).strip() or None) if quoted else (set(), None)


def _repeated(lines: Sequence[str], memo: str | None) -> set[int]:
    """Where the memo of the subject stands again, as it is or behind "For"."""
    if memo is None or len(memo) < SHORTEST_REPEATED:
        return set()
    return {number for number, line in enumerate(lines) if line in (memo, f"For {memo}", f"for {memo}", f'"{memo}"')}


def _speaks(line: str) -> bool:
    return bool(_SPEAKS.search(line)) and bool(amounts_in(line))


def _is_head(line: str, top: Headline | None) -> bool:
    headline = headline_of(line)
    if headline is None or headline.kind != "received":
        return False
    same_money = top is None or top.said is None or headline.said is None or headline.said == top.said
    same_payer = (
        top is None or top.payer is None or headline.payer is None or headline.payer.lower() == top.payer.lower()
    )
    return same_money and same_payer


def _is_amount(line: str, top: Headline | None) -> bool:
    said = amount_of(line)
    return said is not None and (top is None or top.said is None or said == top.said)


def _payer(named: Sequence[str]) -> tuple[str | None, str | None]:
    """The payer's name and e-mail address out of what the mail calls them, the first of each."""
    name = email = None
    for one in named:
        bracket = _IN_BRACKETS.search(one)
        parts = [one[: bracket.start()], bracket["inside"]] if bracket else [one]
        for part in parts:
            if _EMAIL.fullmatch(part.strip()):
                email = email or part.strip().lower()
            elif part is parts[0]:
                name = name or part.strip(" .,:") or None
    return name, email


def _day(found: Sequence[Field]) -> date | None:
    return next((day for one in found if one.label == "date" and (day := labelled.day_of(one.value))), None)
