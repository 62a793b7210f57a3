"""Booking: what is missing is asked for, a free slot is held and summed up, and only a yes to that sum books it."""

from typing import Any

from hibachi.bookings.rules import NO_DIETS
from hibachi.concierge.local import (
    comparisons,
    existing,
    in_writing,
    on_file,
    own_notes,
    paying,
    preparing,
    reacting,
    reconsidered,
    selling,
    undecided,
)
from hibachi.concierge.local import openings as starts
from hibachi.concierge.local.about_party import about_a_party
from hibachi.concierge.local.days import ask_which_date
from hibachi.concierge.local.known import ANSWERED, ASKED, DONE, FELT, Known
from hibachi.concierge.local.openings import is_too_far, other_starts, say_unavailable, which_time
from hibachi.concierge.local.quote_said import say_quote
from hibachi.concierge.local.summary_heard import says_yes, tells
from hibachi.concierge.understanding import contacts_told, declined, told_for_chef
from hibachi.concierge.understanding.schemas import Pending
from hibachi.kit import lazy_re as re

MATERIAL = tuple("date time adults children toddlers protein_selections extra_proteins addons customer_zipcode".split())
"""What a summary is about: when one of these changes, a yes to the old summary is no yes."""
_NOT_YET = re.compile(r"\b(?:don'?t|do not|dont) (?:book|reserve|confirm)\b|\bnot (?:booking|ready to book)\b", re.I)


def plan(known: Known) -> bool:
    """Bring a booking one step further; False when this turn is not about one."""
    without_start(known)
    pending = known.dialogue.pending
    if pending is not None and pending.kind == "book" and not known.frame.guests.unclear:
        return _with_summary(known, pending)
    if known.does("bye") and known.frame.answer != "no" and not known.reading.changed:
        return False
    if known.dialogue.goal == "booking" and not known.reading.changed and _NOT_YET.search(known.frame.text):
        return _declined(known)
    if known.dialogue.booked and not _wants_another(known):
        return _after_booking(known)
    if not says_yes(known) and reconsidered.leaves_it(known):
        return True
    if known.frame.guests.invalid or known.frame.guests.unclear:
        return False
    if known.dialogue.goal != "booking" or known.does("thinking"):
        return _just_a_date(known) if not known.does("thinking") else False
    return _towards_summary(known)


def _wants_another(known: Known) -> bool:
    return known.dialogue.goal == "booking" and known.changed("date", "time", "month")


def _with_summary(known: Known, pending: Pending) -> bool:
    other = known.changed("date", "time", "guests", "items", "zip") or contacts_told.anew(
        known.reading, pending, known.turn.contact
    )
    other = other or (known.changed("name") and not says_yes(known))
    if not other and other_starts(known, str(pending.shown["date"]), str(pending.shown["time"])[:5]):
        return True
    gone = known.does("cancel", "gives_up") and not known.frame.question
    if (known.does("keep") or gone or known.frame.answer == "no") and not other:
        return _declined(known)
    if known.turn.latest("current_hold") is None and not other and not says_yes(known):
        return _towards_summary(known)
    waits = known.does("thinking", "hold") and not says_yes(known) and not known.changed("name")
    waits = waits or (known.does("unsure") and known.frame.answer != "yes" and not known.reading.changed)
    if (waits or known.frame.answer == "later") and known.silent and not other:
        known.say("thinking_held", at=ANSWERED, shown=pending.shown)
        return True
    if known.does("send_quote") and not says_yes(known):
        return _towards_summary(known)
    wanted = hold_arguments(known)
    if wanted is None or _differs(wanted, pending) or contacts_told.anew(known.reading, pending, known.turn.contact):
        return _towards_summary(known)
    if not says_yes(known):
        still = known.silent and known.asked("availability")
        anew = known.changed("name") or still or (known.silent and known.asked("price"))
        if still and known.need("hold_date", **wanted).get("held"):
            known.say("still_held", at=ANSWERED, shown=pending.shown)
        return _towards_summary(known) if anew else _ask_again(known, pending)
    if known.changed("name") and not contacts_told.completes(known.dialogue, pending):
        return _towards_summary(known)
    return _book(known, pending.token or "")


def _differs(wanted: dict[str, Any], pending: Pending) -> bool:
    return any(wanted.get(key) != pending.arguments.get(key) for key in MATERIAL)


def _ask_again(known: Known, pending: Pending) -> bool:
    """A question in the middle was answered: back to the open yes, which was to the same summary."""
    if known.changed("dietary") and known.silent:
        known.say("is_noted", at=ANSWERED, diets=list(known.dialogue.dietary), booked=False, lead="")
    elif known.silent and tells(known) and not known.frame.claimed:
        known.say("heard", at=FELT)
    if (
        known.frame.answer == "later"
    ):  # "not yet, I must ask them first": what was asked is answered, and no yes is pressed for
        known.say("thinking_held", at=ASKED, shown=pending.shown)
        known.note(expecting=("yes",))
        return True
    known.say("confirm_again", at=ASKED, shown=pending.shown)
    known.note(expecting=("yes",))
    return True


_START_DOWN = re.compile(r"\b(?:(?:that'?s |is |a bit |way |far )*too (?:late|early)|(?:later|earlier) than)\b", re.I)
""" "Too late. Sunday?": the start that was talked of suits on no day."""


def without_start(known: Known) -> None:
    """Another day is named since the start does not suit: it isn't looked for at the same hour there."""
    if known.changed("date") and not known.frame.times and _START_DOWN.search(known.frame.text):
        known.settle(time=None)
        known.note(time=None)


def _declined(known: Known) -> bool:
    pending, frame = known.dialogue.pending, known.frame
    given_up = declined.ends(frame)
    if pending and (frame.guests.stated or frame.times) and not (known.reading.changed or given_up):
        return _ask_again(known, pending)  # "no, 6 pm and 15 adults", as it was shown
    known.say("not_booked", at=DONE, given_up=given_up)
    known.note(pending=None, goal=None if given_up else "booking", expecting=() if given_up else ("what_else",))
    return True


def _book(known: Known, token: str) -> bool:
    done = known.need("book_party", token=token)
    if not done.get("booked"):
        return _towards_summary(known) if "error" in done else _refused(known, done)
    booking = done["booking"]
    known.unsay("next_step")  # "yes, what's next?" is answered by what was booked
    noted = own_notes.note_on_booked(known, str(booking["id"]), list(booking.get("dietary") or []), _diets(known))
    known.say("booked", at=DONE, booking=booking, hold_minutes=done.get("hold_minutes"), payment=known.topic("payment"), pay=paying.instructions(known, str(booking["id"])), today=known.today, grave=reacting.is_grave(known), answers=preparing.team_answers(known))  # fmt: skip
    known.unsay("topic:pay_handle")  # how the deposit is paid stands in what was just said
    if noted:
        known.say("noted_diet", at=DONE, dietary=known.dialogue.dietary)
    preparing.ask(known)
    known.note(pending=None, goal=None, booked=str(booking["id"]), booking_id=str(booking["id"]), dietary_asked=True)
    return True


def _diets(known: Known) -> list[str]:
    """What was told of allergies and diets, or that there are none; nothing where nobody spoke of them."""
    told = list(known.dialogue.dietary)
    return told or [NO_DIETS] * known.dialogue.no_dietary


def _refused(known: Known, result: dict[str, Any]) -> bool:
    known.note(pending=None)
    say_unavailable(known, result, known.dialogue.day, known.dialogue.time)
    return True


def _after_booking(known: Known) -> bool:
    """Diets and the place that come after the booking are noted on it."""
    dialogue, frame = known.dialogue, known.frame
    if known.changed("dietary") and frame.dietary:
        known.need("change_booking", booking_id=dialogue.booked, dietary=list(dialogue.dietary))
        known.say("noted_diet", at=DONE, dietary=dialogue.dietary)
        return True
    if frame.no_dietary:
        booked = [one for one in existing.own_parties(known) if str(one["id"]) == dialogue.booked]
        existing.note_none(known, booked[0] if booked else None)
    if known.changed("venue", "address") or frame.no_dietary:
        known.say("noted_place", at=DONE)
        return True
    firm = frame.answer == "yes" and frame.strength == "firm"
    if known.silent and (firm or known.does("book")) and not known.does("thanks", "bye"):
        booked = [one for one in existing.own_parties(known) if str(one["id"]) == dialogue.booked]
        if not booked:
            known.note(booked=None, goal="booking")
            return _towards_summary(known)
        known.say("already_booked", at=DONE, bookings=booked, booked=dialogue.booked)
        return True
    return False


# -- on the way to a summary -------------------------------------------------------------------------------------


def _just_a_date(known: Known) -> bool:
    """A date without the wish to book: the price if it is due, whether the date is free, and what comes next."""
    if not known.changed("date", "time", "month", "date_problem") and not known.asked("availability"):
        return False
    if known.dialogue.turns == 0 and not about_a_party(known):
        return False
    if _all_known(known):
        return _towards_summary(known)
    _quote_meanwhile(known)
    open_day = not known.dialogue.dates and (
        known.dialogue.date_month is not None or undecided.asks_which_days(known) or known.silent
    )
    if open_day and known.asked("availability") and undecided.open_days(known, at=ASKED):
        return True
    if known.said("handover") or _date_is_unclear(known) or _is_taken(known):
        known.say_why_first("unavailable", "refused_start", before="quote")
        return True
    if known.said("quote", "free"):
        selling.next_question(known)
    return known.said("quote", "free")


def _all_known(known: Known) -> bool:
    """Whether an offer to book can be the summary itself: nothing is missing, and the customer gave a name for it."""
    return known.dialogue.name is not None and not known.asked("explain") and hold_arguments(known) is not None


def _towards_summary(known: Known) -> bool:
    if _date_is_unclear(known):
        _quote_meanwhile(known)
        return True
    if _is_taken(known):
        _quote_meanwhile(known)
        known.say_why_first("unavailable", "refused_start", before="quote")
        return True
    wanted = hold_arguments(known)
    if wanted is None:
        return _ask_missing(known)
    held = known.need("hold_date", **wanted)
    if not held.get("held"):
        return _refused(known, held)
    return selling.too_far(known, held["quote"].get("travel")) or _sum_up(known, wanted, held)


def _quote_meanwhile(known: Known) -> None:
    """A price that can be said is said, also when the date is still open."""
    if known.counts is None and (known.asked("price") or known.does("per_person")):
        selling.list_prices(known)
    worth = known.changed("guests", "items", "zip", "no_extras") or known.asked("price")
    if known.counts is None or not worth or known.said("quote", "breakdown", "item_prices", "balance"):
        return
    quote = selling.price(known)
    if quote is not None and not selling.too_far(known, quote.get("travel")):
        say_quote(known, quote)


def _sum_up(known: Known, wanted: dict[str, Any], held: dict[str, Any]) -> bool:
    shown = {"date": held["date"], "time": held["time"], "total": held["quote"]["total"]}
    counts = known.counts
    assert counts is not None
    arguments = {key: wanted.get(key) for key in (*MATERIAL, "name")} | contacts_told.of(known.dialogue)
    pending = Pending(kind="book", token=held["token"], booking_id=held["booking_id"], arguments=arguments, shown=shown)
    if _only_reached(known, pending):
        known.say("noted", at=FELT)
        known.say("confirm_again", at=ASKED, shown=shown)
        known.note(pending=pending, expecting=("yes",))
        return True
    if known.does("send_quote"):
        in_writing.announce(known)
    known.say(
        "summary",
        free=known.unsay("free"),
        held=held,
        zip=wanted["customer_zipcode"],
        city=known.dialogue.city,
        counts=counts,
        child_ages=known.profile.prices.child.ages,
        dietary=list(known.dialogue.dietary),
        also=told_for_chef.named(known.dialogue.notes),
        today=known.today,
    )
    known.say("confirm", at=ASKED, shown=shown)
    known.note(pending=pending)
    known.note(expecting=("yes",), quoted=True, minimum_explained=True)
    return True


def _only_reached(known: Known, pending: Pending) -> bool:
    """Whether all that is new beside the summary on the table is how somebody is reached: it isn't told once more."""
    before, told = known.dialogue.pending, set(known.reading.changed)
    if before is None or before.kind != "book" or not told or not told <= {"phone", "email", "contact", "name"}:
        return False
    same = all(before.arguments.get(key) == pending.arguments.get(key) for key in (*MATERIAL, "name"))
    return same and before.shown == pending.shown and before.arguments != pending.arguments


def _ask_missing(known: Known) -> bool:
    _quote_meanwhile(known)
    if known.said("handover"):
        return True
    wanted = missing(known)[: 2 if known.turn.channel == "phone" else 3]
    if known.said("soonest"):
        return True
    known.asks(*wanted, openings=_openings_of_the_day(known) if "time" in wanted else ())
    return True


def _openings_of_the_day(known: Known) -> list[dict[str, Any]]:
    """Free starts of the wanted day; before there is a day, the starts of any day."""
    if known.dialogue.day is None:
        slots = known.topic("hours").get("booking.slots", [])
        return [{"time": str(slot)[:5]} for slot in slots]
    if known.said("openings", "unavailable"):
        return []
    return starts.on_the_day(known.need("check_availability", date=known.dialogue.day.isoformat()), ())


def missing(known: Known) -> list[str]:
    """What is still needed before a date can be held, in the order of asking."""
    dialogue, contact = known.dialogue, known.turn.contact
    wanted = []
    if dialogue.day is None:
        wanted.append("date")
    if dialogue.time is None:
        wanted.append("time")
    if known.counts is None:
        wanted.append("guests")
    if dialogue.zip is None:
        wanted.append("zip")
    if selling.kids_open(known):
        wanted.insert(0, "kids")
    if selling.ages_open(known):
        wanted.append("ages")
    if not (dialogue.name or contact.name or on_file.name(known)):
        wanted.append("name")
    if not on_file.is_reachable(known):
        wanted.append("contact")
    return wanted


def hold_arguments(known: Known) -> dict[str, Any] | None:
    """What hold_date takes, once everything that is needed is there."""
    dialogue, contact, counts = known.dialogue, known.turn.contact, known.counts
    if dialogue.day is None or dialogue.time is None or counts is None or dialogue.zip is None:
        return None
    if [slot for slot in missing(known) if slot != "ages"]:
        return None
    quote = comparisons.quote_arguments(known, counts)
    quote.pop("event_date")
    return {
        "date": dialogue.day.isoformat(),
        "time": dialogue.time.strftime("%H:%M"),
        **quote,
        "name": dialogue.name or contact.name or on_file.name(known),
        "phone": dialogue.phone or contact.phone or on_file.phone(known),
        "email": dialogue.email or contact.email or on_file.email(known),
        "dietary": _diets(known),
        "event_type": dialogue.event_type,
    }


# -- dates and slots ---------------------------------------------------------------------------------------------


def _date_is_unclear(known: Known) -> bool:
    dialogue = known.dialogue
    if known.changed("date_problem") and dialogue.date_problem:
        known.say("impossible_date", problem=dialogue.date_problem, said=dialogue.date_said)
        known.asks("date")
        return True
    if len(dialogue.dates) > 1:
        return ask_which_date(known)
    if dialogue.day is not None and dialogue.time is None and len(dialogue.time_choices) > 1:
        return which_time(known, dialogue.day, dialogue.time_choices)
    return False


def _is_taken(known: Known) -> bool:
    """Look the date up when it is new; say why it is not free, or which starts are."""
    dialogue = known.dialogue
    fresh = known.changed("date", "time", "month") or known.asked("availability")
    if dialogue.date_month is not None and dialogue.day is None and known.changed("month"):
        return is_too_far(known)
    if dialogue.day is None or not fresh:
        return False
    day, at = dialogue.day, dialogue.time
    found = known.need("check_availability", date=day.isoformat(), time=at.strftime("%H:%M") if at else None)
    if found.get("available"):
        if at is None:
            on_day = starts.on_the_day(found, dialogue.time_choices)
            known.say("openings", today=known.today, date=found["date"], openings=on_day)
            later = ("date", "time") if dialogue.goal == "booking" else ("date", "time", "name", "contact")
            rest = [slot for slot in missing(known) if slot not in later][: 1 if known.turn.channel == "phone" else 2]
            if rest:
                known.asks(*rest)
            known.note(expecting=("time", *rest), offered=starts.openings_of(found))
        elif hold_arguments(known) is None or known.dialogue.goal != "booking":
            known.say("free", date=found["date"], time=found["time"], today=known.today)
        return at is None
    say_unavailable(known, found, day, at)
    return True
