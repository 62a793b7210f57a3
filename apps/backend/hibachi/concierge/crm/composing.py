"""A note out of what the database holds, line by line: the built-in wording. Pure; every amount is a stored one."""

from collections.abc import Iterator

from hibachi.bookings.schemas import Booking
from hibachi.concierge.crm.rules import LIVE, Known, wishes
from hibachi.concierge.crm.schemas import Draft, Standing
from hibachi.concierge.local.wording.formats import clock, counted, day, guests, label, listed, plural
from hibachi.customers.schemas import CHANNEL_NAMES
from hibachi.kit.clock import wall
from hibachi.kit.money import spoken
from hibachi.quotes.schemas import Party, Quote

NOTHING_TO_DO = "Nothing to do."


def composed(known: Known, standing: Standing | None) -> Draft:
    """Who, what was wanted, what was told, what was decided, what is open; and the next step."""
    lines = [
        line
        for line in (_who(known), _wanted(known), *_told(known), _decided(known, standing), _open(known, standing))
        if line
    ]
    return Draft(summary="\n".join(lines), next_step=_step(known, standing))


def _who(known: Known) -> str:
    name = known.person.name or known.dialogue.name or "Somebody without a name"
    channel = CHANNEL_NAMES[known.thread.channel]
    days = list(dict.fromkeys(wall(one.created_at, known.zone).date() for one in known.heard))
    span = f"on {day(days[0], year=True)}" if days else ""
    until = f", last on {day(days[-1], year=True)}" if len(days) > 1 else ""
    return f"Who: {name}, by {channel} {span}{until}.".replace(" .", ".")


def _wanted(known: Known) -> str:
    if not wishes(known) and known.dialogue.goal is None:
        return "Wanted: answers to questions, no party."
    party = known.counts
    what = [guests(party.adults, party.children, party.toddlers)] if party else []
    what += [
        _when(known),
        _where(known),
        f"for a {label(known.dialogue.event_type)}" if known.dialogue.event_type else "",
    ]
    said = ", ".join(part for part in what if part)
    goal = {"quote": "a price", "booking": "a party", "change": "a change of a party", "cancel": "a cancellation"}
    wish = goal.get(known.dialogue.goal or "", "")
    if wish and said:
        return f"Wanted: {wish}; {said}."
    return f"Wanted: {wish or said}." if wish or said else ""


def _when(known: Known) -> str:
    told = known.dialogue
    days = listed([day(one, year=True) for one in told.dates], "or")
    at = f" at {clock(told.time)}" if told.time else ""
    if not days and told.date_month is not None:
        days = f"some day in {told.date_month:%B}"
    return f"{days}{at}" if days else at.strip()


def _where(known: Known) -> str:
    place = known.dialogue
    return " ".join(part for part in (place.city, place.zip and f"ZIP {place.zip}") if part)


def _told(known: Known) -> Iterator[str]:
    if known.quote is not None:
        yield f"Told: {_priced(known.quote)}."
    if known.dialogue.dietary:
        yield f"Diets: {listed([f'“{note}”' for note in known.dialogue.dietary])}."
    if known.answered:
        yield f"Also asked about: {listed([label(topic) for topic in known.answered])}."


def _priced(quote: Quote) -> str:
    party = guests(quote.party.adults, quote.party.children, quote.party.toddlers)
    if quote.total is None:
        return f"the food for {party} is {spoken(quote.food_total)}; the travel fee is not known"
    chosen = _chosen(quote.party)
    party += f" with {chosen}" if chosen else ""
    way = f", the travel fee of {spoken(quote.travel_fee)} in it" if quote.travel_fee else ""
    before = "" if quote.travel_included else " before travel"
    return f"the total for {party} is {spoken(quote.total)}{before}{way}; the deposit is {spoken(quote.deposit)}"


def _chosen(party: Party) -> str:
    """What costs more, as the quote counts it."""
    extra = {**party.upgrades, **party.addons}
    proteins = [f"{counted(number, key)} on top" for key, number in party.extra_proteins.items()]
    return listed([*(counted(number, key) for key, number in extra.items()), *proteins])


def _decided(known: Known, standing: Standing | None) -> str:
    if not known.made:
        return "Decided: they want no party." if standing == "lost" else "Decided: nothing is booked."
    return "Decided: " + "; ".join(_party(one) for one in known.made) + "."


def _party(party: Booking) -> str:
    who = guests(party.adults, party.children, party.toddlers)
    when = f"{day(party.event_date, year=True)} at {clock(party.event_time)}"
    if party.status == "cancelled":
        return f"the party on {when} is cancelled"
    if party.status == "held":
        return f"{when} is held for {who}, no yes yet"
    money = f"the total is {spoken(party.total_amount)}"
    if party.status == "deposit_pending":
        return (
            f"the party on {when} is booked for {who}; {money}; the deposit of {spoken(party.deposit)} is not paid yet"
        )
    rest = f", the balance is {spoken(party.balance)}" if party.balance else ", nothing is owed"
    state = (
        "is confirmed"
        if party.status == "confirmed"
        else "is over"
        if party.status == "completed"
        else "did not happen"
    )
    return f"the party on {when} {state} for {who}; {money}{rest}"


def _open(known: Known, standing: Standing | None) -> str:
    return "Open: " + "; ".join(_matters(known, standing) or ["nothing"]) + "."


def _matters(known: Known, standing: Standing | None) -> list[str]:
    found = []
    if known.thread.status == "escalated":
        found.append(f"a person has to answer ({label(known.thread.escalation_reason or 'handed over')})")
    waiting = [one for one in known.heard if one.answered_by is None]
    if waiting and known.thread.status != "closed":
        found.append(f"{plural(len(waiting), 'message')} without an answer")
    if known.drafted:
        found.append("a reply waits for somebody’s yes")
    if known.party is not None and known.party.status == "deposit_pending":
        found.append("the deposit")
    if known.opted_out:
        found.append("they said STOP on this channel")
    return found if standing == "lost" else [*found, *_missing(known)]


def _missing(known: Known) -> list[str]:
    """What a price or a booking still lacks, of a party that is wished for and not made."""
    if known.party is not None or known.dialogue.goal not in ("quote", "booking"):
        return []
    told = known.dialogue
    lacks = [
        name
        for name, given in (("how many guests", known.counts), ("the day", told.dates), ("the place", told.zip))
        if not given
    ]
    if lacks:
        return [f"not told: {listed(lacks)}"]
    return ["they did not say whether they take it"] if known.quote is not None else []


def _step(known: Known, standing: Standing | None) -> str:
    party = known.party
    if known.thread.status == "escalated":
        return f"Answer them: {label(known.thread.escalation_reason or 'handed over')}."
    if known.drafted:
        return "Read the reply that waits, and send or mend it."
    if known.opted_out:
        return "Do not write on this channel: they said STOP."
    if party is not None and party.status == "deposit_pending":
        return f"See whether the deposit of {spoken(party.deposit)} came; it is asked for by itself."
    if party is not None and party.status in LIVE:
        return f"Prepare the party on {day(party.event_date, year=True)}."
    if standing == "lost":
        return "Leave them be: they said no. A new wish is a new lead."
    if standing == "quoted":
        return "Ask whether they would like the date."
    if standing in ("new", "contacted"):
        lacks = [one.removeprefix("not told: ") for one in _missing(known) if one.startswith("not told")]
        return f"Ask for {lacks[0]}." if lacks else "Ask whether they would like a price."
    return NOTHING_TO_DO
