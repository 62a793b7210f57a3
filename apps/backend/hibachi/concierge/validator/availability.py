"""What a reply says of free and taken times is what a check, an opening or a hold of this turn says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from hibachi.concierge.facts import moment_of
from hibachi.concierge.validator.days import Said
from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.hours import Moment
from hibachi.concierge.validator.text import ASKING, NEGATION, Part, clauses
from hibachi.kit import lazy_re as re

_FREE = re.compile(
    r"\b(?:(?:is|are|'s|still|wide|currently|looks|stays|both|also|we're|times?) (?:all |still "
    r"|currently |wide |both |also )*(?:open|free|clear)\b"
    r"|available(?! (?:at|for|as|with|by) (?:the )?(?:phone|e-?mail|checkout))"
    r"|(?<!re)open\b(?! (?:air|fire|ended|from|every|flame|end|seven|7|daily|bar|kitchen))"
    r"|free for you|(?:am|pm|noon|\d) (?:free|available)|openings?\b|availability|vacan\w+"
    r"|(?:have|has|got|'ve got|there's|there is|is) (?:a |an |one |the |that |your )?(?:\w+ )?(?:spot"
    r"|slot|room|chef|table|time|date)s?(?: open| free| left| available)?(?! that)"
    r"|(?:do|can) (?:have|do|offer|fit|take|make)"
    r"|(?:i|we)(?:'ve got(?! you)| have(?! (?:\w+ed|put|made|held|kept|set|sent|been|got you|not|to"
    r"|passed)\b)| can do| could do| can offer| can fit| can make)|good to go"
    r"|works (?:on our end|for us)|up for grabs|not (?:yet )?(?:taken|booked|full)"
    r"|isn't (?:taken|booked|full)|nothing (?:booked|on)|is (?:yours|possible)|(?:that|it) works"
    r"|we're free|i'm free|(?:is|are|looks|looking) good|can host|can cook|ready for you)"
)
_TAKEN = re.compile(
    r"\b(?:fully booked|booked (?:up|solid|out)|all booked"
    r"|(?:is|are|'s|already|gets?|been|got|was) (?:already |now |all |sadly |unfortunately "
    r"|just )*(?:(?:booked|reserved)(?! (?:for|under|with) (?:you|your))|taken|gone|full|filled"
    r"|claimed|spoken for)"
    r"|sold out|unavailable|no (?:longer|more) (?:open|free|available)"
    r"|no (?:chefs?|openings?|availability|spots?|slots?|times?|room|tables?)(?: \w+)?"
    r"|nobody (?:free|available)|filled up|at capacity|maxed out|full(?:y)? up"
    r"|(?:is|are) full\b|closed|(?:can't|cannot|can not|couldn't|unable to|won't be able to) (?:do|fit"
    r"|host|make|take|offer|book|cook|serve|come|hold)"
    r"|(?:don't|do not|doesn't|didn't) (?:have|see|show|work)"
    r"|isn't (?:open|free|available|possible|going to work)|won't work|not (?:open|free|possible)"
    r"|has (?:already )?(?:passed|gone)|too (?:soon|late|far|close)|all (?:our|of our|the) chefs are"
    r"|nothing (?:left|open|free|available)|not a start|isn't one of"
    r"|another (?:party|booking|event))\b"
)
_HEDGE = re.compile(
    r"\b(?:if|whether|once|subject to|check(?:ing)?|let me see|see (?:if|what|whether)|depend(?:s|ing)"
    r"|in case|unless|until|when|would you|which)\b"
)
_NOT_TIME = re.compile(
    r"\b(?:feel|toll|dairy|gluten|nut|free (?:miles|of charge|travel|with|for (?:kids|toddlers))"
    r"|travel is free|eat free|open (?:air|ended|fire)|outdoors?)\b"
)
_OFFER = re.compile(
    r"\b(?:want me to|shall i|should i|would you like (?:me )?to|i can|we can|i could|we could"
    r"|i'd (?:love|be happy) to|happy to|ready to)(?: go ahead and)? (?:hold|book|reserve|lock|grab"
    r"|save|pencil|secure)\b"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Free or taken, said of a clause."""

    free: bool
    start: int
    end: int


def check_availability(ground: Ground, days: list[tuple[Said, date | None]], moments: list[Moment]) -> None:
    """Refuse a claim of free or taken that no fact carries, or that a fact denies."""
    last: date | None = None
    for part in ground.sentences:
        for clause in _cut(part):
            inside = [day for said, day in days if clause.start <= said.start < clause.end and day]
            times = [moment for moment in moments if clause.start <= moment.clock.start < clause.end]
            _clause(ground, part, clause, inside, times, last)
            last = inside[-1] if inside else last
        named = [day for said, day in days if part.start <= said.start < part.end and day]
        last = named[-1] if named else last


_SO = re.compile(r",? so (?!far|much|many|that|close|sorry)")


def _cut(part: Part) -> Iterator[Part]:
    """The clauses of a sentence, also cut at "so": what follows is a claim of its own."""
    for clause in clauses(part):
        start = 0
        for match in [*_SO.finditer(clause.text), None]:
            end = match.start() if match else len(clause.text)
            yield Part(clause.start + start, clause.start + end, clause.text[start:end], clause.asks and match is None)
            start = match.end() if match else end


def _clause(ground: Ground, part: Part, clause: Part, days: list[date], times: list[Moment], last: date | None) -> None:
    if _OFFER.search(clause.text):
        _deny_offer(ground, clause, times, days)
        return
    if clause.asks and (ASKING.match(clause.text) or _HEDGE.search(clause.text)):
        return
    if _MONEY_OPEN.search(clause.text):
        return
    claims = [claim for claim in claims_in(clause) if days or times or not _is_of_prices(clause, claim)]
    if not claims or (
        _HEDGE.search(clause.text[: max(0, claims[0].start - clause.start)]) and not _TAKEN.search(clause.text)
    ):
        return
    for moment in times:
        claim = _nearest(claims, moment.clock.start)
        day = moment.day or (days[0] if len(days) == 1 else last)
        _judge(ground, clause, claim, day, moment.clock.options, (moment.clock.start, moment.clock.end))
    if times:
        return
    for day in days:
        _judge(ground, clause, claims[0], day, (None,), (claims[0].start, claims[0].end))
    if not days and last and _points_back(clause):
        _judge_context(ground, clause, claims[0], last)
    elif not days and not last and _is_claim_of_time(clause):
        _judge_asked(ground, clause, claims[0])


_BACK = re.compile(r"\b(?:that|it|it's|this|that's|the (?:day|date|time|slot|evening)|which)\b")
_PRICES = re.compile(
    r"\b(?:miles?|travel|toddlers?|kids?|child(?:ren)?|little ones?|resched\w*|chang\w+|move[sd]?"
    r"|under|fee|minimum|charge|cancel\w*)\b.*\bfree\b|\bfree\b.* (?:miles?|travel)\b"
)
_MONEY_OPEN = re.compile(
    r"\b(?:deposit|balance|payment|amount)\b[^,;]{0,20}\b(?:open|possible)\b|\brefund\w*|\bat the open (?:end|side)\b"
)
_OWN = re.compile(r"(?<!fully )(?<!all )\b(?:booked|reserved)\b(?! (?:up|out|solid))")
_STRONG = re.compile(
    r"\b(?:full|gone|closed|booked|fully booked|booked (?:up|solid|out)|sold out|taken|available"
    r"|unavailable|free|open(?:ings?)?|spot|slot|availability)\b"
)


def _is_of_prices(clause: Part, claim: Claim) -> bool:
    """ "The first 30 miles are free", "toddlers are free", "taken off the bill"."""
    if _OWN.search(clause.text[claim.start - clause.start : claim.end - clause.start]) and re.search(
        r"\b(?:before|once|until|when|if|yes)\b", clause.text
    ):
        return True
    return bool(_PRICES.search(clause.text)) or bool(
        re.match(r" (?:off|care|into)\b", clause.text[claim.end - clause.start :])
    )


def _points_back(clause: Part) -> bool:
    return bool(_BACK.search(clause.text)) and _is_claim_of_time(clause)


def _is_claim_of_time(clause: Part) -> bool:
    return bool(
        re.search(
            r"\b(?:date|day|time|slot|evening|weekend|spot|chef|opening|it|it's|that|that's|this|we're"
            r"|we are|fully|all)\b",
            clause.text,
        )
    ) and bool(_STRONG.search(clause.text))


def claims_in(clause: Part) -> Iterator[Claim]:
    """Every free or taken of a clause; a "not" before it turns it round."""
    text = clause.text
    taken = [match.span() for match in _TAKEN.finditer(text)]
    for start, end in taken:
        words = text[start:end]
        flips = re.search(
            r"\b(?:not|isn't|aren't|never|hasn't been|haven't been|n't)(?: \w+)? $", text[max(0, start - 20) : start]
        ) and not NEGATION.match(words)
        yield Claim(bool(flips), clause.start + start, clause.start + end)
    for match in _FREE.finditer(text):
        if any(match.start() < end and start < match.end() for start, end in taken) or _NOT_TIME.search(
            text[max(0, match.start() - 12) : match.end() + 16]
        ):
            continue
        denied = NEGATION.search(text[max(0, match.start() - 20) : match.start()])
        own = re.match(r"(?:not|isn't|nothing)", match.group())
        yield Claim(bool(own) or not denied, clause.start + match.start(), clause.start + match.end())


def _nearest(claims: list[Claim], position: int) -> Claim:
    return min(claims, key=lambda claim: abs(claim.start - position))


def _judge(
    ground: Ground,
    clause: Part,
    claim: Claim,
    day: date | None,
    options: tuple[time | None, ...],
    where: tuple[int, int],
) -> None:
    if not claim.free and _is_theirs(ground, day, options) and _OWN.search(ground.folded[claim.start : claim.end]):
        return
    known = [
        ground.evidence.free[(on, at)]
        for (on, at) in ground.evidence.free
        if at in options and (on == day if day else at is not None)
    ]
    right = [leaf for free, leaf in known if free == claim.free]
    if right:
        ground.accept(*where, right[-1])
        return
    if options == (None,) and claim.free in _of_evening(ground, clause, day):
        return
    words = ground.text[clause.start : clause.end].strip()
    if known:
        truth = "taken or not possible" if claim.free else "free"
        ground.refuse("availability", clause.start, clause.end, f"the facts say that this time is {truth}")
    elif claim.free or _STRONG.search(clause.text) or _TAKEN.search(clause.text):
        ground.refuse(
            "availability",
            clause.start,
            clause.end,
            f"no check of this turn says whether it is free: {words!r}; check first or ask",
        )


def _is_theirs(ground: Ground, day: date | None, options: tuple[time | None, ...]) -> bool:
    """ "March 14 at 6 is booked" of the customer's own party or hold says a deed, which is judged as one."""
    own = [moment_of(booking) for _, booking in ground.evidence.bookings()]
    own += [moment_of(fact.result) for fact in ground.evidence.results("held")]
    return any(moment and moment[0] == day and (moment[1] in options or None in options) for moment in own)


_EVENING = re.compile(r"\b(?:evening|night|tonight|dinner)\b")


def _of_evening(ground: Ground, clause: Part, day: date | None) -> list[bool]:
    """What is known of the times from 5 PM on, where a clause speaks of an evening and names no hour."""
    if day is None or not _EVENING.search(clause.text):
        return []
    return [
        free for (on, at), (free, _) in ground.evidence.free.items() if on == day and at is not None and at >= time(17)
    ]


def _judge_context(ground: Ground, clause: Part, claim: Claim, day: date) -> None:
    known = [(free, leaf) for (on, at), (free, leaf) in ground.evidence.free.items() if on == day]
    if not any(free == claim.free for free, _ in known):
        ground.refuse("availability", clause.start, clause.end, "no check of this turn says so of that day")


def _judge_asked(ground: Ground, clause: Part, claim: Claim) -> None:
    """ "That slot is open" without any date: the time that was asked of, else any time of the facts."""
    own = any(ground.evidence.bookings()) or any(ground.evidence.results("held"))
    if not claim.free and own and _OWN.search(ground.folded[claim.start : claim.end]):
        return
    asked = ground.evidence.asked
    points = re.search(r"\b(?:that|this|it|it's|that's|which)\b", clause.text)
    known = [asked] if asked is not None and points else [free for free, _ in ground.evidence.free.values()]
    if claim.free not in known:
        ground.refuse("availability", claim.start, claim.end, "no check of this turn says so of that time")


def _deny_offer(ground: Ground, clause: Part, times: list[Moment], days: list[date]) -> None:
    """An offer to hold or book a time that is known to be taken is a false promise."""
    for moment in times:
        day = moment.day or (days[0] if len(days) == 1 else None)
        known = [
            free for (on, at), (free, _) in ground.evidence.free.items() if at in moment.clock.options and on == day
        ]
        if known and not any(known):
            ground.refuse("availability", clause.start, clause.end, "the facts say that this time is not free")
