"""A whole conversation without a database: real understanding, policy, wording, prices, distances, calendar and validator.

Only the storage behind the tools is played here, in memory; every number comes from the product's own rules.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from hibachi.bookings import rules as booking_rules
from hibachi.calendar import rules as calendar
from hibachi.concierge import gather, results, understanding
from hibachi.concierge.facts import Fact
from hibachi.concierge.hearing import Heard
from hibachi.concierge.local.model import speak
from hibachi.concierge.local.policy import next_step
from hibachi.concierge.local.steps import Call, Say
from hibachi.concierge.router import Route, route
from hibachi.concierge.tools.topics import facts_of
from hibachi.concierge.turn import Contact, Escalation, Line, Turn
from hibachi.concierge.understanding import contacts_told
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.concierge.validator import Verdict, check_turn
from hibachi.customers.schemas import ChannelName
from hibachi.kit.clock import instant_of
from hibachi.kit.errors import HibachiError
from hibachi.kit.money import text as money
from hibachi.menu.service import dietary_facts
from hibachi.payments.rules import reference
from hibachi.policies.schemas import PolicyBook, Profile
from hibachi.policies.service import DEFAULT_PATH, read_profile
from hibachi.quotes import rules as quotes
from hibachi.quotes import service as quotes_service
from hibachi.quotes.schemas import Party
from hibachi.travel import service as travel
from hibachi.travel.schemas import TravelFee

SPACE = UUID("00000000-0000-4000-8000-000000000000")
PROFILE = read_profile(DEFAULT_PATH)
ZONE = "America/Los_Angeles"


@dataclass
class Answer:
    """What one turn brought."""

    text: str
    turn: Turn
    route: Route
    verdict: Verdict
    calls: list[Call]
    refused: list[list[str]]

    @property
    def tools(self) -> list[str]:
        return [call.tool for call in self.calls]

    @property
    def dialogue(self) -> Dialogue:
        return self.turn.dialogue


@dataclass
class Talk:
    """One customer and one conversation; `bookings` is the world's memory."""

    channel: ChannelName = "sms"
    now: datetime = field(default_factory=lambda: instant_of(date(2026, 3, 4), time(10), ZONE))
    contact: Contact = field(default_factory=lambda: Contact(phone="+15105550142", proven=True))
    profile: Profile = PROFILE
    bookings: list[dict[str, Any]] = field(default_factory=list)
    full: set[tuple[str, str]] = field(default_factory=set)
    seed: str = "talk"
    card_site: str | None = None
    hears: Callable[[list[str], str], Heard | None] | None = None
    """The trained heads, asked as a turn asks them; without them the rules read alone."""
    knows: Callable[[str], dict[str, Any]] | None = None
    """The search in the business's passages; without it none is found."""
    dialogue: Dialogue = field(default_factory=Dialogue)
    lines: list[Line] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    escalated: bool = False
    held_now: set[str] = field(default_factory=set)
    """The holds of the running turn: the customer has not seen them yet, so nothing books them."""

    def say(self, *texts: str) -> Answer:
        """One or several messages in a row, answered together."""
        self.lines += [Line("customer", text, self.now) for text in texts]
        turn = self._turn(list(texts))
        self.held_now.clear()
        calls: list[Call] = []
        refused: list[list[str]] = []
        for _ in range(40):
            step = next_step(turn)
            if isinstance(step, Call):
                calls.append(step)
                result = self._tool(turn, step)
                turn.facts.append(
                    Fact(f"call:{len(calls)}", step.tool, step.arguments, result, at=turn.now.isoformat())
                )
                turn.calls += 1
                continue
            assert isinstance(step, Say)
            text = speak(turn, step)
            verdict = check_turn(turn, text)
            if verdict.ok or len(refused) > 1:
                break
            refused.append([f"{text!r}: {problem.kind} {problem.words} {problem.why}" for problem in verdict.errors])
            turn.rejections.append([problem.why for problem in verdict.errors])
        self.dialogue = Dialogue.model_validate_json(turn.dialogue.model_dump_json())
        self.lines.append(Line("concierge", text, self.now))
        self.escalated = self.escalated or turn.escalation is not None
        answer = Answer(text, turn, route(turn.reading, self.profile), verdict, calls, refused)
        self.answers.append(answer)
        return answer

    def _turn(self, new: list[str]) -> Turn:
        facts = [
            Fact("gathered:price_list", "price_list", {}, gather.price_list(self.profile), at=self.now.isoformat())
        ]
        own = [dict(one) for one in self.bookings if one["status"] != "held"]
        if own:
            facts.append(
                Fact("gathered:customer_bookings", "customer_bookings", {}, {"bookings": own}, at=self.now.isoformat())
            )
        held = next((dict(one) for one in self.bookings if one["status"] == "held"), None)
        if held and self.dialogue.pending is not None and self.dialogue.pending.kind == "book":
            facts.append(Fact("gathered:hold", "current_hold", {}, {"hold": held}, at=self.now.isoformat()))
        reading = understanding.read(
            new, dialogue=self.dialogue, profile=self.profile, now=self.now, zone=ZONE,
            channel=self.channel, facts=facts, heard=self.hears(new, self.channel) if self.hears else None,
        )  # fmt: skip
        book = PolicyBook(version=1, effective_from=self.now, profile=self.profile)
        conversation = uuid5(SPACE, self.seed)
        return Turn(
            conversation_id=conversation, customer_id=conversation, channel=self.channel, contact=self.contact, now=self.now,
            zone=ZONE, book=book, lines=list(self.lines), new=new, answers=[conversation], dialogue=reading.dialogue,
            reading=reading, facts=facts, card_site=self.card_site,
        )  # fmt: skip

    # -- the tools ---------------------------------------------------------------------------------------------

    def _tool(self, turn: Turn, call: Call) -> dict[str, Any]:
        tool: Callable[..., dict[str, Any]] = getattr(self, f"_{call.tool}")
        if call.tool == "hand_over_to_human":
            turn.escalation = Escalation(call.arguments["reason"], call.arguments["summary"])
            return {"handed_over": True, "reason": call.arguments["reason"]}
        told = contacts_told.with_the_yes(turn.reading) if call.tool == "book_party" else {}
        try:
            return tool(**call.arguments, **told)
        except HibachiError as refusal:
            return {"error": refusal.code, "message": refusal.message, "next_step": refusal.next_step}

    def _hand_over_to_human(self, **_: Any) -> dict[str, Any]:
        return {"handed_over": True}

    def _business_facts(self, topic: str) -> dict[str, Any]:
        return {"topic": topic, "facts": facts_of(self.profile, topic)}

    def _search_knowledge(self, question: str) -> dict[str, Any]:
        return self.knows(question) if self.knows else {"known": False, "passages": [], "facts": {}}

    def _recall_words(self, question: str) -> dict[str, Any]:
        done = [one for one in self.bookings if one["status"] == "completed"]
        last = max(done, key=lambda one: str(one["date"]), default=None)
        shown = ("date", "time", "adults", "children", "zip")
        bare: dict[str, Any] = {"place": None, "proteins": [], "addons": []}
        party = {key: last[key] for key in shown} | bare if last else None
        return {"known": False, "words": [], "last_party": party}

    def _remember_date(self, **day: Any) -> dict[str, Any]:
        return {"remembered": True, "day": day}

    def _get_menu(self) -> dict[str, Any]:
        return {"menu": self.profile.menu.model_dump(mode="json")}

    def _dietary_facts(self, asked: list[str]) -> dict[str, Any]:
        return dietary_facts(self.profile, asked).model_dump(mode="json")

    def _check_service_area(self, city: str, state: str | None = None) -> dict[str, Any]:
        return travel.area_of(city, state, self.profile).model_dump(mode="json", exclude={"zips"})

    def _calculate_travel_fee(self, customer_zipcode: str) -> dict[str, Any]:
        return {"place": customer_zipcode, **results.travel(self._fee(customer_zipcode))}

    def _fee(self, place: str) -> Any:
        return asyncio.run(travel.fee_to(place, profile=self.profile, maps=None))

    def _calculate_party_quote(self, **arguments: Any) -> dict[str, Any]:
        place, day = arguments.pop("customer_zipcode", None), arguments.pop("event_date", None)
        arguments["upgrades"] = arguments.pop("protein_selections", {})
        priced = quotes.price(
            Party(**arguments), self.profile, travel=self._fee(place) if place else None,
            event_date=date.fromisoformat(day) if day else None,
        )  # fmt: skip
        quote_id = str(uuid5(SPACE, repr(arguments)))
        rest = {"sentences": list(quotes.sentences(priced)), "room": results.room(priced)}
        return {"quote_id": quote_id, **priced.model_dump(mode="json"), **rest}

    def _calculate_protein_costs(self, guest_count: int, protein_selections: dict[str, int]) -> dict[str, Any]:
        costs = quotes_service.proteins(guest_count, protein_selections, self.profile).model_dump(mode="json")
        return {**costs, "breakdown": costs.pop("lines")}

    def _facts(self, ignoring: str | None = None) -> calendar.Facts:
        busy = []
        for day, at in self.full:
            start = instant_of(date.fromisoformat(day), time.fromisoformat(at), ZONE)
            busy += [calendar.Busy(chef, start, start + timedelta(hours=3)) for chef in (1, 2)]
        return calendar.Facts(self.now, self.profile.booking, (1, 2), tuple(busy))

    def _check_availability(self, date: str, time: str | None = None, days: int = 0) -> dict[str, Any]:
        from datetime import date as Day
        from datetime import time as Clock

        day = Day.fromisoformat(date)
        listed = results.openings(calendar.openings(day, day + timedelta(days=days), ZONE, self._facts()))
        said = {
            "date": date, "time": time, "weekday": day.strftime("%A"), "openings": listed, "available": True, "reason": None,
            "alternatives": [],
        }  # fmt: skip
        if time is None and listed:
            return said
        reason, near = self._why_not(day, Clock.fromisoformat(time) if time else self.profile.booking.slots[0])
        return {**said, "available": False, "reason": reason, "alternatives": near} if reason else said

    def _why_not(self, day: date, at: time) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
        wanted = calendar.Wanted(day, at, ZONE)
        reason = calendar.why_not(wanted, self._facts())
        if reason is None:
            return None, []
        first, last = calendar.bookable_days(ZONE, self.now, self.profile.booking)
        near = calendar.nearest(
            wanted, self._facts(), first=max(first, day - timedelta(days=7)), last=min(last, day + timedelta(days=14))
        )
        return results.reason(reason), results.openings(near)

    def _hold_date(self, **a: Any) -> dict[str, Any]:
        reason, near = self._why_not(date.fromisoformat(a["date"]), time.fromisoformat(a["time"]))
        if reason:
            return {"held": False, "reason": reason, "alternatives": near}
        fee = self._fee(a["customer_zipcode"])
        if not isinstance(fee, TravelFee):
            return {"held": False, "reason": {"code": "unknown_place", "sentence": fee.reason}, "alternatives": []}
        keys = ("adults", "children", "toddlers", "protein_selections", "extra_proteins", "addons", "customer_zipcode")
        quote = self._calculate_party_quote(**{key: a[key] for key in keys if key in a}, event_date=a["date"])
        if "error" in quote:
            return quote
        held = {
            "id": str(uuid5(SPACE, repr(sorted(a.items(), key=str)))), "status": "held", "date": a["date"], "time": a["time"],
            "weekday": f"{date.fromisoformat(a['date']):%A}", "adults": a["adults"], "children": a["children"],
            "toddlers": a["toddlers"], "proteins": {"upgrades": a.get("protein_selections", {})}, "addons": a.get("addons", {}),
            "zip": a["customer_zipcode"], "name": a.get("name"), "phone": a.get("phone"), "email": a.get("email"),
            "dietary": a.get("dietary", []), "event_type": a.get("event_type"), "total": quote["total"],
            "deposit": quote["deposit"], "deposit_paid": "0.00", "balance": quote["balance"],
        }  # fmt: skip
        self.bookings = [one for one in self.bookings if one["status"] != "held"] + [held]
        self.held_now.add(f"token-{held['id']}")
        expires = (self.now + timedelta(minutes=self.profile.booking.hold_minutes)).isoformat()
        return {
            "held": True, "booking_id": held["id"], "token": f"token-{held['id']}", "hold_expires_at": expires, "date": a["date"],
            "time": a["time"], "weekday": held["weekday"], "name": a.get("name"), "quote": quote,
        }  # fmt: skip

    def _book_party(self, token: str, **told: str | None) -> dict[str, Any]:
        if token in self.held_now:
            return {
                "error": "not_agreed",
                "message": "The customer has not yet said yes to the summary of exactly this.",
            }
        held = next(one for one in self.bookings if f"token-{one['id']}" == token)
        held |= {key: value for key, value in told.items() if value} | {"status": "deposit_pending"}
        return {"booked": True, "booking": dict(held), "hold_minutes": self.profile.booking.hold_minutes}

    def _customer_bookings(self) -> dict[str, Any]:
        return {"bookings": [dict(one) for one in self.bookings if one["status"] != "held"]}

    def _payment_instructions(self, booking_id: str) -> dict[str, Any]:
        own = self._own(booking_id)
        handles = {way: at for way, at in self.profile.policies.payment_handles.items() if at}
        due = {"deposit": own["deposit"]} if own["status"] == "deposit_pending" else {"balance": own["balance"]}
        if due.get("balance") == "0.00":
            return {"payable": False, "status": own["status"]}
        link = f"{self.card_site}/party/?id={booking_id}&token=kf3-Qp_x9TzD" if self.card_site else None
        by_card = {"pay_by_card": link} if link else {}
        return {
            "payable": True, **due, "memo": reference(UUID(booking_id)), "handles": handles, **by_card,
            "sent_by_staff": not (handles or link),
        }  # fmt: skip

    def _payment_status(self, booking_id: str) -> dict[str, Any]:
        own = self._own(booking_id)
        cents = {key: int(str(own.get(key, "0.00")).replace(".", "")) for key in ("total", "deposit", "deposit_paid")}
        came = int(str(own.get("received", own["deposit_paid"])).replace(".", ""))
        missing, owed = cents["deposit"] - cents["deposit_paid"], cents["total"] - came
        said = {"booking": dict(own), "received": money(came), "deposit_paid": missing <= 0}
        if missing > 0:
            return {**said, "deposit_missing": money(missing)}
        return {**said, "balance": money(max(owed, 0)), "credit": money(max(-owed, 0))}

    def _tip_for_party(self, booking_id: str, percent: int) -> dict[str, Any]:
        return results.tip(int(self._own(booking_id)["total"].replace(".", "")), percent)

    def _own(self, booking_id: str) -> dict[str, Any]:
        return next(one for one in self.bookings if one["id"] == booking_id)

    def _preview_change(self, booking_id: str, **a: Any) -> dict[str, Any]:
        own = self._own(booking_id)
        start = instant_of(date.fromisoformat(own["date"]), time.fromisoformat(own["time"]), ZONE)
        after = {**own, **a, "zip": a.get("customer_zipcode", own["zip"])}
        moved = (after["date"], after["time"]) != (own["date"], own["time"])
        refusal: dict[str, Any] | None = None
        near: list[dict[str, Any]] = []
        if moved:
            refusal, near = self._why_not(date.fromisoformat(after["date"]), time.fromisoformat(after["time"]))
        guests = any(after[key] != own[key] for key in ("adults", "children", "toddlers"))
        menu = any(key in a for key in ("protein_selections", "extra_proteins", "addons"))
        wish = booking_rules.Wish(moved, guests, menu, after["zip"] != own["zip"], start)
        late = booking_rules.too_late(wish, self.profile.policies, self.now)
        if refusal is None and late is not None:
            refusal = {"code": late.code, "sentence": late.sentence}
        fee = booking_rules.reschedule_fee(
            status=own["status"], reschedules=own.get("reschedules", 0), start=start, now=self.now, policies=self.profile.policies
        )  # fmt: skip
        fee = fee if moved else 0
        before, quote = self._priced(own), self._priced(after, fee)
        difference = int(quote["total"].replace(".", "")) - int(before["total"].replace(".", ""))
        return {
            "allowed": refusal is None, "refusal": refusal, "alternatives": near, "before": before, "quote": quote,
            "date": after["date"], "time": after["time"], "weekday": f"{date.fromisoformat(after['date']):%A}",
            "difference": money(difference), "reschedule_fee": money(fee), "consequences": [],
        }  # fmt: skip

    def _priced(self, one: dict[str, Any], fee: int = 0) -> dict[str, Any]:
        party = Party(
            adults=one["adults"], children=one["children"], toddlers=one["toddlers"], addons=one.get("addons") or {},
            upgrades=one.get("protein_selections", (one.get("proteins") or {}).get("upgrades") or {}),
        )  # fmt: skip
        priced = quotes.price(party, self.profile, travel=self._fee(one["zip"]), reschedule_fees=1 if fee else 0)
        return {"quote_id": str(uuid5(SPACE, repr(one))), **priced.model_dump(mode="json")}

    def _change_booking(self, booking_id: str, **a: Any) -> dict[str, Any]:
        own = self._own(booking_id)
        preview = self._preview_change(booking_id, **a)
        if not preview["allowed"]:
            return {"changed": False, "reason": preview["refusal"], "alternatives": preview["alternatives"]}
        if "date" in a or "time" in a:
            own["reschedules"] = own.get("reschedules", 0) + 1
        own |= {key: value for key, value in a.items() if key in own}
        own["notes"] = a.get("notes", own.get("notes"))
        own["zip"] = a.get("customer_zipcode", own["zip"])
        if "protein_selections" in a:
            own["proteins"] = {**(own.get("proteins") or {}), "upgrades": a["protein_selections"]}
        if set(a) - {"dietary", "location", "notes"}:
            own["total"] = preview["quote"]["total"]
        paid = max(int(own[key].replace(".", "")) for key in ("deposit", "deposit_paid"))
        own["balance"] = money(int(own["total"].replace(".", "")) - paid)
        own["weekday"] = f"{date.fromisoformat(own['date']):%A}"
        return {"changed": True, "booking": dict(own)}

    def _preview_cancel(self, booking_id: str) -> dict[str, Any]:
        own = self._own(booking_id)
        paid = int(own["deposit_paid"].replace(".", ""))
        money_in = booking_rules.PaidSoFar(deposit=paid, deposit_paid=paid, paid=paid)
        terms = booking_rules.refund(
            day=date.fromisoformat(own["date"]), zone=ZONE, money=money_in, now=self.now, policies=self.profile.policies
        )  # fmt: skip
        return {
            "allowed": True, "reason": None, "refundable": terms.refundable, "refund": money(terms.refund),
            "deposit_paid": money(paid), "deadline": terms.deadline.isoformat(), "days_before": terms.days_before,
            "sentence": terms.sentence, "booking": dict(own),
        }  # fmt: skip

    def _cancel_booking(self, booking_id: str, reason: str) -> dict[str, Any]:
        own = self._own(booking_id)
        preview = self._preview_cancel(booking_id)
        own["status"] = "cancelled"
        return {"cancelled": True, **preview, "booking": dict(own)}


def party_on(
    day: str, at: str = "18:00", *, adults: int = 12, status: str = "confirmed", **more: Any
) -> dict[str, Any]:
    """A party that the customer already has."""
    return {
        "id": str(uuid5(SPACE, f"{day}{at}{adults}")), "status": status, "date": day, "time": at,
        "weekday": f"{date.fromisoformat(day):%A}", "adults": adults, "children": 0, "toddlers": 0, "proteins": {}, "addons": {},
        "zip": "94539", "name": "Dana Ruiz", "phone": "+15105550142", "email": None, "dietary": [], "event_type": None,
        "total": f"{max(550, 55 * adults)}.00", "deposit": "100.00", "deposit_paid": "100.00" if status == "confirmed" else "0.00",
        "balance": f"{max(550, 55 * adults) - 100}.00", "reschedules": 0, **more,
    }  # fmt: skip
