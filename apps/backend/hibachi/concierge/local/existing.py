"""What is asked and told about parties that exist: answered from the booking, noted on it, never sold anew."""

from datetime import date, time
from typing import Any

from hibachi.bookings.rules import NO_DIETS
from hibachi.concierge.local import addresses, diets_told, own_parts, paying
from hibachi.concierge.local.known import ANSWERED, ASKED, DONE, FELT, GRAVE, LIVE, Known
from hibachi.concierge.understanding import asked_of_own, existing, own_signs, own_words, subjects, which_party
from hibachi.concierge.understanding.own_bookings import heads_of
from hibachi.concierge.understanding.schemas import PartyState, Pending
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAYS

_OF_MONEY = re.compile(r"\b(?:pay|paid|owe|due|deposit|balance|bill|total|the rest|remaining|left)\b", re.I)
_ASKS_HOW = re.compile(
    r"\b(?:how|where|what ways?|which ways?|what can i)\b(?! much)[^.?!\n]{0,30}\b(?:pay|send)", re.I
)


def own_parties(known: Known) -> list[dict[str, Any]]:
    """The customer's parties that are still to come, the next one first."""
    known.need("customer_bookings")
    found = known.bookings()
    today = known.turn.now.date().isoformat()
    return which_party.sorted_own([one for one in found if one.get("status") in LIVE and str(one.get("date")) >= today])


def meant(known: Known) -> list[dict[str, Any]]:
    """The parties that this message can mean; the one that is clear is remembered."""
    found = which_party.meant(known.frame, known.dialogue, own_parties(known))
    if len(found) == 1:
        known.note(booking_id=str(found[0]["id"]))
    return found


def plan(known: Known) -> bool:
    """Answer and note what is said of a party that exists; False when this turn is not about one."""
    if _booked_with(known):
        return True
    if known.does("about_past"):
        known.say("glad", at=FELT)
        return True
    if known.does("deposit_state", "status"):
        return _state(known)
    if _paid_for_none(known) or _joins_none(known):
        return not_found(known)
    return known.does("about_own") and (paying.of_the_difference(known) or _about(known))


def _paid_for_none(known: Known) -> bool:
    """Whether somebody says to have paid, or wants to be confirmed, of whom no party is seen here and none is planned."""
    if not known.does("paid_claim", "mark_confirmed") or known.does("injection") or known.counts is not None:
        return False
    return known.dialogue.booked is None and known.dialogue.pending is None and not own_parties(known)


_BOOKED = re.compile(
    r"\b(?:i|we|he|she|my \w+)(?:'ve| have| has)?(?: already)? (?:booked|reserved)\b(?! (?:out|up|solid))", re.I
)
""" "My wife booked the party": there is one, wherever it stands."""


def _joins_none(known: Known) -> bool:
    """Whether guests are to join a party that is said to be booked and isn't seen here: they are no party of two."""
    frame, dialogue = known.frame, known.dialogue
    planned = dialogue.quoted or dialogue.booked or dialogue.pending
    if planned or not frame.guests.add or not _BOOKED.search(frame.text) or own_parties(known):
        return False
    known.note(party=PartyState(), dates=(), date_said=None)
    return True


def _booked_with(known: Known) -> bool:
    """The number or address of a booking that cannot be seen from here: for a person to look up, never for us to show."""
    frame, pending = known.frame, known.dialogue.pending
    waits = pending is not None and pending.kind == "human" and "booked_with" in known.dialogue.expecting
    if not waits or known.said("handover") or not (frame.phone or frame.email or frame.name):
        return False
    from hibachi.concierge.local.talking import hand_over

    told = ", ".join(part for part in (frame.name, frame.phone, frame.email) if part)
    hand_over(known, "person", f"customer's booking was made with another contact: {told}")
    return True


def not_found(known: Known) -> bool:
    """No party under this contact: say so, reveal nothing, offer a person; one that lapsed is offered to be booked again."""
    lapsed = _lapsed(known)
    if lapsed is not None:
        known.say("lapsed", at=ANSWERED, booking=lapsed, late=known.dialogue.reason is None)
        known.note(goal="quote", booked=None, booking_id=None, pending=None, change={}, expecting=("booking",))
        _as_wished(known, lapsed)
        return True
    known.unsay("not_known")
    known.say("no_booking", at=ANSWERED, channel=known.turn.channel)
    known.note(goal=None, pending=Pending(kind="human"), offered_human=True, change={}, expecting=("booked_with",))
    return True


def _as_wished(known: Known, lapsed: dict[str, Any]) -> None:
    """The day and start to book it again at: those that were just asked for, else those that it had."""
    wished = known.dialogue.change
    known.note(
        dates=(date.fromisoformat(str(wished.get("date") or lapsed["date"])),),
        time=time.fromisoformat(str(wished.get("time") or lapsed["time"])),
    )


def _lapsed(known: Known) -> dict[str, Any] | None:
    """The party that this conversation booked, when it is not kept any more."""
    if known.dialogue.reason is not None:
        return None
    found = known.need("customer_bookings").get("bookings", [])
    own = (known.dialogue.booked, known.dialogue.booking_id)
    mine = (one for one in found if str(one["id"]) in own and one.get("status") == "cancelled")
    return next(mine, None)


def _state(known: Known) -> bool:
    found = meant(known)
    if known.does("deposit_state"):
        return _money_state(known, found)
    if not found and known.said("topic:confirmed_when"):
        return True
    if not found:
        return not_found(known)
    if known.said("not_known") and subjects.subject_of(known.frame.text.lower()):
        return True
    if len(found) == 1 and existing.asks_arrival(known.frame):
        known.unsay("topic:setup_time")
        known.say("stands", at=ANSWERED, booking=found[0])
        known.say("arrival", at=ANSWERED, booking=found[0], facts=known.topic("duration"))
        own_parts.tell(known, found[0], without=("when", "state"))
        return True
    if len(found) == 1 and own_parts.tell(known, found[0]):
        return True
    if len(found) == 1 and known.does("told_right"):
        known.say("as_booked", at=DONE, booking=found[0], party=True, asked=True)
        return True
    right = "told_wrong" if known.does("told_wrong") else None
    known.say("own_bookings", at=ANSWERED, bookings=found, dishes=known.frame.mentioned, right=right)
    return True


def _money_state(known: Known, found: list[dict[str, Any]]) -> bool:
    """What came for the parties that are meant; money for one that is not kept any more is for a person.

    Of a party that was cancelled just now the money goes back: when it does is what is asked.
    """
    if known.dialogue.cancelled_here is not None:
        for kind in ("topic:cancellation", "topic:deposit", "rest_due"):
            known.unsay(kind)
        if not known.said("topic:refund_when"):
            known.say("topic:refund_when", at=ANSWERED, facts={})
        return True
    if found:
        if not known.said("paid_claim"):
            kind = "deposit_once" if known.does(asked_of_own.ONCE_MORE) else "deposit_state"
            known.say(kind, at=ANSWERED, states=paying.states(known, found))
        return True
    came = paying.of_one_that_is_over(known)
    if came is None:
        return not_found(known)
    if came["booking"]["status"] != "cancelled":
        known.say("deposit_state", at=ANSWERED, states=[came])
        return True
    from hibachi.concierge.local.talking import hand_over

    known.say("arrived_for_nothing", at=ANSWERED, state=came)
    hand_over(known, "person", f"money came for a party that is not active: {came['booking']['id']}")
    return True


def _about(known: Known) -> bool:
    found = meant(known)
    only = found[0] if len(found) == 1 else None
    if only is not None and known.does("as_done"):
        known.say("as_booked", at=DONE, booking=only, party=True)
        return True
    if known.does("pays_rest"):
        known.say("rest_any_day", at=ANSWERED, bookings=found)
        if _ASKS_HOW.search(known.frame.text) and not known.said("topic:payment", "how_to_pay"):
            known.say("ways_to_pay", at=ANSWERED, facts=known.topic("payment"))
        return True
    stays = existing.swaps(known.frame) or (known.does("keep") and not asked_of_own.asks_besides(known.frame))
    if stays and known.dialogue.goal not in ("change", "cancel"):
        known.say("kept", at=DONE, booking=only)
        return True
    if known.dialogue.goal in ("change", "cancel"):
        return False
    if (_FEWER_COME.search(known.frame.text) or _FIT_IN.search(known.frame.text)) and not known.does("cancel"):
        known.say("topic:guest_count_final", at=ANSWERED, facts=known.topic("guest_count_final"))
        return True
    moves = known.asked("reschedule") and own_words.puts_off(known.frame.text)
    if (existing.asks_for_refund(known.frame) and not moves) or own_signs.asks_cancel_by(known.frame.text):
        refund(known, found)
        return True
    if only is not None and only["status"] == "deposit_pending" and existing.asks_if_unpaid(known.frame):
        known.say("if_unpaid", at=ANSWERED, booking=only, facts=known.topic("deposit"))
        return True
    if only is not None and known.does("per_person") and _share(known, only):
        return True
    if known.asked("balance", "price") and not known.said("travel", "item_prices", "topic:minimum"):
        known.say("booking_balance", at=ANSWERED, bookings=found)
        return True
    if only is not None and existing.asks_arrival(known.frame):
        known.say("arrival", at=ANSWERED, booking=only, facts=known.topic("duration"))
        return True
    return _noted(known, only) or _answered(known, only)


def _share(known: Known, party: dict[str, Any]) -> bool:
    """What one pays of a party where all pay the same; False where children are among the guests."""
    if party.get("children") or party.get("toddlers"):
        return False
    quote = priced(known, party)
    if quote is None or quote.get("per_person") is None:
        return False
    known.say("per_person", at=ANSWERED, quote=quote)
    return True


def priced(known: Known, party: dict[str, Any]) -> dict[str, Any] | None:
    """The quote of a party as it stands; None where it does not come to what the party costs."""
    proteins = party.get("proteins") or {}
    quote = known.need(
        "calculate_party_quote", adults=int(party["adults"]), children=int(party.get("children") or 0),
        toddlers=int(party.get("toddlers") or 0), customer_zipcode=party.get("zip"),
        protein_selections=dict(proteins.get("upgrades") or {}), extra_proteins=dict(proteins.get("extra_proteins") or {}),
        addons=dict(party.get("addons") or {}),
    )  # fmt: skip
    return quote if str(quote.get("total")) == str(party.get("total")) else None


_ON_ANOTHER_DAY = re.compile(
    r"\b(?:by|until|till|before|latest|tomorrow|next week|later|how (?:late|long|soon|close|many)|when"
    r"|polic\w+|rules?|always|usually|in general)\b",
    re.I,
)
""" "If we cancel next week", "by when": the rule itself is asked for, not only what holds now."""


_FIT_IN = re.compile(r"\b(?:squeeze|fit|slip) (?:them|'?em|him|her) in\b", re.I)
""" "My cousin just landed, party is at 6 today, can you squeeze em in": until when guests may join."""
_FEWER_COME = re.compile(
    r"\b(?:(?:people|guests?|adults|kids|persons|of us) short"
    r"|(?:fewer|less) (?:people|guests|adults|kids|of us)"
    r"|(?:someone|somebody|some|people|guests?|few|one|two|three|four"
    r"|\d+)(?: (?:people|guests?|of us|adults|kids))? (?:can'?t|don'?t|doesn'?t|won'?t|might not"
    r"|may not) (?:make it|come|show)|no[- ]shows?)\b",
    re.I,
)
""" "We might be three short, do we get money back?": who comes is asked about, no cancellation."""


def _asks_the_rule(text: str, found: list[dict[str, Any]]) -> bool:
    """Whether a cancellation on another day than now is asked about: on a weekday that no party has, "by when"."""
    own = {date.fromisoformat(str(one["date"])).strftime("%A").lower() for one in found}
    days = {day for day in WEEKDAYS if re.search(rf"\b{day}\b", text, re.I)}
    return bool(days - own) or bool(_ON_ANOTHER_DAY.search(text))


def refund(known: Known, found: list[dict[str, Any]]) -> None:
    """What cancelling now would mean for each party, which says the rule too; nothing is cancelled."""
    if found and not _asks_the_rule(known.frame.text, found):
        known.unsay("topic:cancellation")
    if known.said("would_be_refunded"):
        return
    for one in found[:3]:
        preview = known.need("preview_cancel", booking_id=str(one["id"]))
        if preview.get("allowed", True) and "error" not in preview:
            known.say("would_be_refunded", at=ANSWERED, preview=preview, booking=one)
            known.note(terms_told=str(one["id"]) if len(found) == 1 else None)


def _noted(known: Known, party: dict[str, Any] | None) -> bool:
    """Diets and the place that are told are noted on the party; a diet that is asked about is offered to be noted."""
    if party is None:
        return False
    wanted = _notes(known, party)
    if "dietary" in wanted and known.said("dietary") and not diets_told.tells(known.frame.text, known.frame.dietary):
        _offer_note(known, party, {"dietary": _with_need(known, wanted.pop("dietary"))})
    if not wanted:
        return known.said("offer_note")
    done = known.need("change_booking", booking_id=str(party["id"]), **wanted)
    if "location" in wanted:
        known.unsay("area")
    if not done.get("changed"):
        reason = done.get("reason") or done.get("refusal") or {"sentence": done.get("message", "")}
        known.say("change_refused", reason=reason if isinstance(reason, dict) else {"sentence": reason}, offered=[])
        known.note(pending=Pending(kind="human"), offered_human=True)
        return True
    if not known.said("noted_on"):
        named = known.frame.dietary if set(wanted) == {"dietary"} else ()
        known.say("noted_on", at=DONE, noted=wanted, booking=party, diets=list(named))
    if "dietary" in wanted and not known.said("dietary"):
        diets_told.say_facts(known, party)
    return True


def _with_need(known: Known, notes: list[str]) -> list[str]:
    """ "One guest is Muslim, is the chicken halal?": what the chef needs to know stands in the note, not only why."""
    needs = [one.replace("_", " ") for one in known.frame.asked_diets if one in _BY_BELIEF]
    missing = [one for one in needs if not any(one in note.lower() for note in notes)]
    return [*notes[:-1], f"{notes[-1]} ({', '.join(missing)})"] if missing else notes


_BY_BELIEF = frozenset({"halal", "kosher"})


def _notes(known: Known, party: dict[str, Any]) -> dict[str, Any]:
    frame = known.frame
    diets = diets_told.wanted(known, party)
    wanted: dict[str, Any] = {"dietary": diets} if diets and not known.said("noted_on", "is_noted") else {}
    asks = frame.question and not frame.address
    place = place_told(known, None if asks else frame.venue, party.get("location"))
    if place is not None:
        wanted["location"] = place
    return wanted


def note_none(known: Known, party: dict[str, Any] | None) -> None:
    """That there are no allergies and diets is an answer, and noted where nobody told of any."""
    if party is not None and not party.get("dietary"):
        known.need("change_booking", booking_id=str(party["id"]), dietary=[NO_DIETS])


def place_told(known: Known, venue: str | None, before: Any) -> str | None:
    """The street with its town, and the spot, as they stand on a booking; None when nothing new was told."""
    return addresses.location_of(addresses.with_its_town(known.frame, known.profile), venue, before)


def _offer_note(known: Known, party: dict[str, Any], arguments: dict[str, Any]) -> None:
    known.say("offer_note", at=ASKED)
    known.note(
        pending=Pending(kind="change", booking_id=str(party["id"]), arguments=arguments),
        change=arguments,
        expecting=("yes",),
    )


def _answered(known: Known, party: dict[str, Any] | None) -> bool:
    """The question was answered; nothing is sold. What was not understood is asked about, with the party named."""
    if known.silent and party is not None and known.frame.question and _OF_MONEY.search(known.frame.text):
        known.say("booking_balance", at=ANSWERED, bookings=[party])
    if known.silent and party is not None and known.frame.items:
        known.say("own_bookings", at=ANSWERED, bookings=[party], dishes=known.frame.mentioned)
    if not known.silent:
        return True
    if known.frame.email or known.frame.phone or own_signs.renames(known.frame, (party or {}).get("name")):
        known.say("team_changes", at=DONE)
        known.note(pending=Pending(kind="human"), offered_human=True)
        return True
    if known.frame.no_dietary:
        note_none(known, party)
        known.say("noted_place", at=DONE)
        return True
    if (
        party is None
        or known.frame.answer
        or known.does("thanks", "bye", "greeting", "thinking", "only_emoji", "laughs", "compliment")
    ):
        return False
    if known.frame.trouble in GRAVE:
        return False
    if _restated(known):
        if known.frame.question and (_differs(known, party) or _counted_otherwise(known, party)):
            known.say("own_bookings", at=ANSWERED, bookings=[party], dishes=(), right="told_wrong")
            return True
        counted = known.frame.guests.stated or bool(known.frame.items)
        known.say(
            "as_booked",
            at=DONE,
            booking=party,
            differs=_differs(known, party),
            party=counted,
            asked=known.frame.question,
        )
        return True
    return False


def _differs(known: Known, party: dict[str, Any]) -> bool:
    """Whether the day or the start that was told is not the one that the party has."""
    days = {day.isoformat() for day in known.frame.dates}
    starts = {at.strftime("%H:%M") for at in known.frame.times}
    return bool(days - {str(party["date"])}) or bool(starts - {str(party["time"])[:5]})


def _counted_otherwise(known: Known, party: dict[str, Any]) -> bool:
    """Whether another number of guests was told than the party has."""
    said = known.frame.guests
    whole = heads_of(party)
    people = said.people if said.people is not None else said.adults
    return people is not None and people not in (whole, int(party.get("adults") or 0))


def _restated(known: Known) -> bool:
    """Only what the party has already was said."""
    frame = known.frame
    return (
        existing.swaps(frame)
        or not (frame.topics or frame.unknown)
        and bool(frame.dates or frame.times or frame.zip or frame.guests.stated or frame.name)
    )
