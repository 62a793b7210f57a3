"""What to do next in a turn: pure, from the reading, the state and the facts so far; the same again gives the same."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from hibachi.concierge.local import (
    answering,
    budgets,
    changing,
    claims,
    counted,
    details,
    doing,
    existing,
    following,
    menu_told,
    noting,
    objections,
    openings,
    own_asked,
    own_terms,
    preparing,
    reaching,
    reacting,
    regretted,
    remembered,
    reminders,
    reserving,
    selling,
    shares,
    shown,
    supposed,
    talking,
    undecided,
)
from hibachi.concierge.local.known import Known, Missing
from hibachi.concierge.local.steps import Step
from hibachi.concierge.turn import Turn

PLANS: tuple[Callable[[Known], bool], ...] = (
    talking.handed_over,
    talking.in_another_language,
    remembered.agreed_day,
    regretted.plan,
    details.plan,
    menu_told.plan,
    reminders.plan,
    shown.plan,
    changing.plan,
    existing.plan,
    reaching.out_of_reach,
    openings.why_not,
    supposed.plan,
    following.with_and_without,
    selling.portions,
    undecided.plan,
    objections.thinking,
    selling.written,
    budgets.asked,
    reserving.plan,
    selling.plan,
)

_BESIDE_A_YES = ("corporate", "custom_menu", "enquiry", "indoor", "person")
"""What a person takes over beside a change that was agreed to; nothing is done for who was hurt or is angry."""


def next_step(turn: Turn) -> Step:
    """The next call of a tool, or what to say when every needed fact is there."""
    known = Known(turn)
    try:
        _plan(known)
    except Missing as missing:
        return missing.call
    return known.spoken()


def _plan(known: Known) -> None:
    _forget_past_days(known)
    known.note(turns=known.dialogue.turns + 1, expecting=(), asked_last=(), refused={}, terms_told=None)
    beside = known.reading.handover is None or known.reading.handover.kind in _BESIDE_A_YES
    agreed = beside and doing.do_agreed(known)
    _hear(known)
    if agreed:
        doing.say_agreed(known)


def _hear(known: Known) -> None:
    if any(plan(known) for plan in PLANS[:2]) or talking.let_go(known):
        return
    if not known.frame.terms and reacting.plan(known):
        preparing.ask_again(known)
        return
    following.lean_on_supposed(known)
    talking.open(known)
    following.check_amounts(known)
    claims.contradict(known)
    objections.answer(known)
    shared = shares.of_the_total(known) or shares.of_the_rest(known)
    counted.answer(known)
    shares.of_one(known)
    answering.answer(known)
    own_asked.answer(known)
    if not shared and not any(plan(known) for plan in PLANS[2:]):
        talking.close(known)
    own_terms.answer(known, late=True)
    preparing.ask_again(known)
    talking.lead_back(known)
    following.still_supposed(known)
    remembered.offer_usual(known)
    remembered.ask_about_day(known)
    noting.acknowledge(known)
    noting.speak_up(known)
    reacting.leave_alone(known)


def _forget_past_days(known: Known) -> None:
    """Of several readings of a day, those that have passed are none: "Feb 27" said in March is next year's."""
    today = known.turn.now.astimezone(ZoneInfo(known.turn.zone)).date()
    ahead = tuple(day for day in known.dialogue.dates if day >= today)
    if ahead and len(ahead) < len(known.dialogue.dates):
        known.settle(dates=ahead)
