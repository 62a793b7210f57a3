"""Words for booking: what is missing, what is free, the summary, the yes, and what follows it."""

from datetime import date, timedelta
from typing import Any

from hibachi.concierge.local.wording.asking import times_of
from hibachi.concierge.local.wording.formats import (
    clock,
    dated,
    day,
    for_the_chef,
    is_zero,
    listed,
    money,
    of_party,
    plain,
)
from hibachi.concierge.local.wording.lines import added_up, ordered, paid
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should, vital
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY_STEMS

Data = dict[str, Any]


@says("free")
def free(voice: Voice, data: Data) -> Parts:
    when = f"{dated(data['date'], data.get('today'))} at {clock(data['time'])}"
    return [must(voice.pick(f"{when} is available.", f"Good news, {when} is open.", f"Yes, {when} is free."))]


@says("openings")
def openings(voice: Voice, data: Data) -> Parts:
    times, on = times_of(data["openings"]), dated(data["date"], data.get("today"))
    return [
        must(
            voice.pick(
                f"{on} is open at {times}.",
                f"On {on} we have {times}.",
                f"For {on} I can offer {times}.",
            )
        ),
        *([] if data.get("told") else [must(voice.pick("Which time would you like?", "What time suits you best?", "Which start works for you?"))]),
    ]  # fmt: skip


@says("left_as_booked")
def left_as_booked(voice: Voice, data: Data) -> Parts:
    """The one start that was not turned down is the one that the party has."""
    at = f"{clock(data['time'])} on {dated(data['date'], None)}"
    return [must(voice.pick(f"That leaves {at}, which is what you have booked, so nothing changes.", f"Then {at} it stays, just as it's booked."))]  # fmt: skip


@says("none_that_way")
def none_that_way(voice: Voice, data: Data) -> Parts:
    """No start that day lies before or after the one that stands."""
    side = "earlier" if data["earlier"] else "later"
    return [must(voice.pick(f"I have no {side} start that day.", f"There's no {side} start open that day."))]


@says("no_other_start")
def no_other_start(voice: Voice, data: Data) -> Parts:
    """The start that stands is the only one of its day."""
    return [
        must(f"I have no other start open on {day(data['date'])}."),
        must(voice.pick("Which other date could work for you?", "What other date would you like?")),
    ]


@says("refused_start")
def refused_start(voice: Voice, data: Data) -> Parts:
    """Why a wished day or start cannot be; what can be offered ends the message."""
    day_said = dated(data["date"], data.get("today")) if data["date"] else ""
    when = " at ".join(part for part in (day_said, clock(data["time"]) if data["time"] else "") if part)
    return [must(_why(voice, data["reason"].get("code"), when, data["reason"], data))]


@says("unavailable")
def unavailable(voice: Voice, data: Data) -> Parts:
    parts = [] if data.get("told") else refused_start(voice, data)
    offered = data["offered"]
    if not offered:
        return [*parts, must(voice.pick("Which other date could work for you?", "What other date would you like?"))]
    same = all(one["date"] == data["date"] for one in offered)
    if same:
        choice = listed([clock(at) for at in sorted({one["time"] for one in offered})], "or")
        parts.append(
            must(
                voice.pick(
                    f"That day I still have {choice}. Which one would you like?",
                    f"What about {choice} on that day instead?",
                    f"On that day I have {choice}. Which time suits you?",
                )
            )
        )
    else:
        choice = _by_day(sorted(offered[:4], key=lambda one: (one["date"], one["time"])), data.get("today"))
        parts.append(
            must(
                voice.pick(
                    f"The nearest I have is {choice}. Would one of these work?",
                    f"I could offer {choice}. Would that work?",
                )
            )
        )
    return parts


FAR_DAYS = 300
"""A day that lies further ahead is said with its year."""


def _by_day(offered: list[Data], today: str | None) -> str:
    """ "Friday, March 6 at noon or 3 PM, or Saturday, March 7 at noon"."""
    days: dict[str, list[str]] = {}
    for one in offered:
        days.setdefault(one["date"], []).append(clock(one["time"]))
    limit = date.fromisoformat(today) + timedelta(days=FAR_DAYS) if today else date.max
    said = [f"{day(on, year=date.fromisoformat(on) > limit)} at {listed(times, 'or')}" for on, times in days.items()]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])}, or {said[-1]}"


def _why(voice: Voice, code: str | None, when: str, reason: Data, data: Data) -> str:
    window = data.get("window") or {}
    if code in ("full", "closed"):
        return voice.pick(
            f"I'm sorry, {when} is already taken.",
            f"Unfortunately {when} is fully booked.",
            f"Sorry, {when} is no longer free.",
        )
    if code == "too_soon" and "booking.min_notice_hours" in window:
        notice = window["booking.min_notice_hours"]
        return voice.pick(
            f"I'm sorry, {when} is too soon: our chefs need {notice} hours' notice.",
            f"Unfortunately {when} is too short notice for us, we need {notice} hours.",
        )
    if code == "too_far_ahead" and "booking.max_months_ahead" in window:
        ahead = window["booking.max_months_ahead"]
        return voice.pick(
            f"{when} is a bit too far ahead: we take bookings up to {ahead} months out.",
            f"Sorry, {when} is too far ahead; we book up to {ahead} months in advance.",
        )
    if code == "not_a_slot":
        return voice.pick(
            "That isn't one of our start times.",
            "We don't have a start at that time.",
            "Our chefs only start at fixed times, and that isn't one of them.",
        )
    if code == "past":
        return f"{when} has already passed."
    return plain(reason.get("sentence") or "That time isn't possible") + "."


@says("too_far_ahead")
def too_far_ahead(voice: Voice, data: Data) -> Parts:
    ahead = data["facts"]["booking.max_months_ahead"]
    return [
        must(
            voice.pick(
                f"That's a bit too far ahead for us: we take bookings up to {ahead} months in advance.",
                f"We can only take bookings up to {ahead} months ahead, so that's too early for us.",
            )
        ),
        should("If an earlier date suits you too, just tell me which one."),
    ]


@says("impossible_date")
def impossible_date(voice: Voice, data: Data) -> Parts:
    if data["problem"] == "past":
        return [must(voice.pick("That date has already passed.", "That date is behind us already."))]
    return [
        must(voice.pick("I'm afraid that date doesn't exist in the calendar.", "Hmm, the calendar has no such date."))
    ]


@says("days_open")
def days_open(voice: Voice, data: Data) -> Parts:
    """Several days that were asked about and are open, at the start that is wished where one is."""
    each = [dated(day.isoformat(), data.get("today")) for day in data["dates"]]
    each = [one.replace(",", "") for one in each] if len(each) > 2 else each
    starts = [listed([clock(one) for one in free]) for free in data.get("starts") or ()]
    if len(set(starts)) > 1 and len(starts) == len(each):
        return [must(f"{listed([f'{day} at {free}' for day, free in zip(each, starts, strict=True)])} are open.")]
    same = starts[0] if starts else ""
    at = f" at {clock(data['time'])}" if data["time"] else f" at {same}" if same else ""
    return [must(voice.pick(f"{listed(each)} are {'both' if len(each) == 2 else 'all'} open{at}.", f"Good news: {listed(each)} are open{at}."))]  # fmt: skip


@says("days_taken")
def days_taken(voice: Voice, data: Data) -> Parts:
    """Of several days that were asked about, those that are not open at the start that is wished, or at all."""
    each = listed([dated(day.isoformat(), data.get("today")) for day in data["dates"]])
    are = "isn't" if len(data["dates"]) == 1 else "aren't"
    at = f" at {clock(data['time'])}" if data["time"] else ""
    return [must(voice.pick(f"{each} {are} free{at}.", f"I'm afraid {each} {are} available{at}."))]


@says("days_too_soon")
def days_too_soon(voice: Voice, data: Data) -> Parts:
    """Of several days that were asked about, those that begin before the owner's notice is over."""
    each = listed([dated(day.isoformat(), data.get("today")) for day in data["dates"]])
    are, notice = "is" if len(data["dates"]) == 1 else "are", data["window"]["booking.min_notice_hours"]
    return [must(voice.pick(f"{each} {are} too soon: our chefs need {notice} hours' notice.", f"{each} {are} too short notice for us, we need {notice} hours."))]  # fmt: skip


@says("which_date")
def which_date(voice: Voice, data: Data) -> Parts:
    if data.get("told"):
        return [must(voice.pick("Which one would you like?", "Which of them suits you?", "Which day shall it be?"))]
    choice = listed([dated(one, data.get("today")).replace(",", "") for one in data["dates"]], "or")
    return [must(voice.pick(
        f"Which date do you mean: {choice}?", f"Just to be sure, which date is it: {choice}?", f"Which one would you like: {choice}?",
        f"Shall I look at {choice}?", f"Which of these days works for you: {choice}?", f"Is it {choice}?",
    ))]  # fmt: skip


@says("which_time")
def which_time(voice: Voice, data: Data) -> Parts:
    choice = listed([clock(one) for one in data["times"]], "or")
    return [must(voice.pick(f"What time would you like: {choice}?", f"Which start time do you mean, {choice}?"))]


@says("summary")
def summary(voice: Voice, data: Data) -> Parts:
    held = data["held"]
    quote = held["quote"]
    when = f"{dated(held['date'], data.get('today'))} at {clock(held['time'])}"
    who, priced = of_party(quote["party"]), added_up(quote)
    itemized = not voice.brief and len(paid(quote)) > 1 and not voice.heard(priced)
    if (dishes := ordered(quote)) and not itemized:
        who = f"{who} with {listed(dishes)}"
    where = " ".join(part for part in (data.get("city"), data["zip"]) if part)
    name = f", for {held['name']}" if held.get("name") else ""
    lead = voice.pick("Here's your party", "This is what I have", "Your party would be", "Let me sum it up")
    parts = [vital(f"{lead}: {when}, {who}, {where}{name}.")]
    if data.get("free"):
        parts = [vital(voice.pick(f"Good news, {when} is open.", f"Yes, {when} is free.")), vital(f"{lead}: {who}, {where}{name}.")]  # fmt: skip
    if data["dietary"] or data.get("also"):
        parts.append(must(for_the_chef(data["dietary"], also=data.get("also") or [], plainly=voice.plain)))
    if itemized:
        parts.append(must(priced))
    if quote.get("minimum_applied"):
        parts.append(should(f"The party minimum makes the food {money(quote['food_total'])}."))
    travel = "travel is free" if is_zero(quote["travel_fee"]) else f"with {money(quote['travel_fee'])} travel"
    parts.append(vital(f"Total {money(quote['total'])} ({travel}), deposit {money(quote['deposit'])}."))
    if data["counts"].assumed and not data["counts"].children and not data["counts"].toddlers:
        parts.append(should("I counted everybody as adults."))
    if data["counts"].unaged:
        parts.append(
            should(
                f"The kids are in at the child price ({plain(data['child_ages'])}); tell me their "
                "ages if one is younger or older."
            )
        )
    return parts


@says("weekday")
def weekday(voice: Voice, data: Data) -> Parts:
    """On which weekday a day falls: yes or no first, where one was named."""
    value = date.fromisoformat(data["date"])
    named = re.search(rf"\b({WEEKDAY_STEMS})day\b", data["words"], re.I)
    lead = "" if named is None else ("Yes, " if f"{value:%A}".lower() == named.group().lower() else "No, ")
    return [must(f"{lead}that's {day(value)}." if lead else f"That's {day(value)}.")]


@says("recalled")
def recalled(voice: Voice, data: Data) -> Parts:
    """What was told so far of a party that is planned."""
    at = f" at {clock(data['time'])}" if data["time"] else ""
    told = [
        f"{dated(data['date'], data['today'])}{at}" if data["date"] else "",
        of_party(data["quote"]["party"]) if data["quote"] else "",
        f"ZIP {data['zip']}" if data["zip"] else "",
        f"for {data['name']}" if data["name"] else "",
    ]
    lead = voice.pick("So far I have", "This is what I have so far:")
    return [must(f"{lead} {', '.join(part for part in told if part)}.")]


@says("confirm")
def confirm(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "Shall I book it?",
                "Shall I go ahead and book it?",
                "Would you like me to book it?",
                "Should I book it for you?",
                "Ready for me to book it?",
            )
        )
    ]


@says("confirm_again")
def confirm_again(voice: Voice, data: Data) -> Parts:
    shown = data["shown"]
    when = f"{day(shown['date'])} at {clock(shown['time'])}"
    return [
        must(
            voice.pick(
                f"Shall I book {when} for you?",
                f"Would you like me to book {when}?",
                f"Should I go ahead and book {when}?",
                f"Ready for me to book {when}?",
            )
        )
    ]


@says("offer_booking")
def offer_booking(voice: Voice, data: Data) -> Parts:
    offer = voice.pick("Would you like me to book it?", "Shall I book that date for you?", "Shall I book it for you?")
    asked = {
        "name": voice.pick("If so, what name should I put on it?", "If so, which name should it be under?"),
        "contact": "If so, what's the best phone number or email for you?",
    }
    lacks = asked.get(str(data.get("lacks")))
    return [must(offer), *([should(lacks)] if lacks else [])]
