"""What a turn knows so far, and how a plan asks for more: a missing fact stops the plan with the call that brings it."""

from typing import Any
from zoneinfo import ZoneInfo

from hibachi.concierge.local.steps import Act, Call, Say
from hibachi.concierge.turn import Turn
from hibachi.concierge.understanding.parties import Bands, bands_of, counts_of
from hibachi.concierge.understanding.schemas import Counts, Dialogue, Frame, Reading
from hibachi.policies.schemas import Profile

MOST_CALLS = 12
MOST_REASKED = 2
MOST_ASKED, MOST_ASKED_TO_BOOK = 2, 3
"""How often a slot is asked for beside answers in one conversation: for a price, and for a booking."""
GRAVE = ("grief", "illness", "called_off")
"""Who tells this is asked for nothing, only told what would be needed."""
INVITING = ("openings", "soonest", "suggestion", "not_known", "not_sure")
"""What ends in a choice that the customer is to make, or in the offer of a person."""
FELT, DONE, ANSWERED, PLANNED, ASKED = 0, 1, 2, 3, 4
LIVE = ("deposit_pending", "confirmed")
OF_A_PARTY = frozenset({"guests", "zip", "date", "time", "name"})
"""What a new party is asked for."""


class Missing(Exception):
    """The plan needs the result of this call before it can go on."""

    def __init__(self, call: Call) -> None:
        super().__init__(call.tool)
        self.call = call


class Known:
    """The turn as a plan sees it. Acts are collected with say(), changes of the state with note()."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.reading: Reading = turn.reading
        self.frame: Frame = turn.reading.frame
        self.dialogue: Dialogue = turn.reading.dialogue
        self._acts: list[tuple[int, Act]] = []
        self._notes: dict[str, Any] = {}
        self._lost = False
        self.renewed: dict[str, dict[str, Any]] = {}

    @property
    def profile(self) -> Profile:
        return self.turn.profile

    @property
    def bands(self) -> Bands:
        return bands_of(self.profile)

    @property
    def counts(self) -> Counts | None:
        """The party by the bands of the price list; None while nobody knows how many come."""
        return counts_of(self.dialogue.party, self.bands)

    @property
    def today(self) -> str:
        """Today where the party is, "2026-06-13"."""
        return self.turn.now.astimezone(ZoneInfo(self.turn.zone)).date().isoformat()

    def need(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """The result of a call in this turn; raises Missing while it was not made."""
        wanted = {name: value for name, value in arguments.items() if value is not None}
        for fact in reversed(self.turn.called(tool)):
            if all(fact.arguments.get(name) == value for name, value in wanted.items()):
                return fact.result
        if self.turn.calls >= MOST_CALLS:
            return {"error": "too_many_calls"}
        raise Missing(Call(tool, wanted))

    def bookings(self) -> list[dict[str, Any]]:
        """The customer's parties as far as this turn knows them, with what was done at its beginning."""
        found: list[dict[str, Any]] = (self.turn.latest("customer_bookings") or {}).get("bookings", [])
        return [self.renewed.get(str(one["id"]), one) for one in found]

    def stood(self, booking_id: str | None) -> dict[str, Any] | None:
        """A party as it stood when this turn began."""
        found = (self.turn.latest("customer_bookings") or {}).get("bookings", [])
        return next((one for one in found if str(one["id"]) == booking_id), None)

    @property
    def next_party(self) -> dict[str, Any] | None:
        """The customer's next party that is still to come."""
        own = [one for one in self.bookings() if one.get("status") in LIVE and str(one.get("date")) >= self.today]
        return min(own, key=lambda one: str(one.get("date"))) if own else None

    def topic(self, name: str) -> dict[str, Any]:
        """The owner's facts about a topic, by dotted path."""
        facts: dict[str, Any] = self.need("business_facts", topic=name).get("facts", {})
        return facts

    def say(self, kind: str, *, at: int = PLANNED, **data: Any) -> None:
        """Say this at a place of the message: feelings first, then deeds, answers, plans, and the question last."""
        self._acts.append((at, Act(kind, data)))

    def asks(self, *slots: str, **data: Any) -> None:
        """Ask for these facts, last thing in the message, and expect them next.

        What was asked and not answered is asked again softly, MOST_REASKED times in a row; then the question waits.
        """
        if len(slots) > 1 and slots[0] in self.dialogue.expecting and not self.reading.changed and self.silent:
            slots = slots[:1]
        open_date = (
            "date_open" in (*self.dialogue.answered, *self.noted("answered")) and self.dialogue.goal != "booking"
        )
        slots = tuple(slot for slot in slots if not (slot == "date" and open_date))
        if self.next_party and self.dialogue.goal is None and self.dialogue.pending is None:
            slots = tuple(slot for slot in slots if slot not in OF_A_PARTY)  # theirs is booked, and no other is planned
            self._lost = self._lost or not slots
        if not slots:
            return
        slots = (*self._asked_already(), *(slot for slot in slots if slot not in self._asked_already()))
        if "date" in slots and self.dialogue.date_month is not None:
            data["month"] = self.dialogue.date_month
        party = self.dialogue.party
        if "guests" in slots and party.children and not (party.adults or party.unsplit):
            data["kids_told"] = True
        again = self.dialogue.reasked + 1 if slots[0] in self.dialogue.expecting and not self.reading.changed else 0
        if data.get("optional") or self.silent or (again <= MOST_REASKED and self._may_ask(slots[0])):
            self._acts = [(at, act) for at, act in self._acts if act.kind != "ask"]
            self.say(
                "ask",
                at=ASKED,
                slots=slots,
                again=again,
                soft=(bool(again) and not self.silent) or self.frame.trouble in GRAVE,
                **data,
            )
            self.note_asked(*slots)
        self.note(reasked=again)
        once = tuple(slot for slot in slots if slot in ("ages", "contact"))
        self.note(expecting=slots, answered=(*self.noted("answered"), *once)[-12:])

    def _asked_already(self) -> tuple[str, ...]:
        """What another plan of this turn asks for: it becomes one question."""
        return next((tuple(act.data["slots"]) for _, act in self._acts if act.kind == "ask"), ())

    def _may_ask(self, slot: str) -> bool:
        """Whether asking for a slot beside an answer is no nagging.

        Who is booking is led back to the step; who only asks for a price is asked for a day twice, not in a row.
        """
        times, just = self.dialogue.asked_times.get(slot, 0), slot in self.dialogue.asked_last
        if self.dialogue.goal == "booking":
            return times < MOST_ASKED_TO_BOOK or bool(self.reading.changed) or not just
        if slot == "date":
            return (not just or (self.changed("month") and not self.does("unsure"))) and times < MOST_ASKED
        return bool(self.reading.changed) or times == 0 or (not just and times < MOST_ASKED_TO_BOOK)

    def note_asked(self, *slots: str) -> None:
        """Remember that this message asks for these slots in words."""
        times = dict(self.dialogue.asked_times)
        self.note(asked_times=times | {slot: times.get(slot, 0) + 1 for slot in slots}, asked_last=slots)

    @property
    def silent(self) -> bool:
        """Whether nothing but feelings was said yet."""
        return all(at <= FELT for at, _ in self._acts)

    @property
    def asked_anything(self) -> bool:
        """Whether the message ends in something that the customer is to answer."""
        return any(at == ASKED for at, _ in self._acts) or bool(self.noted("expecting"))

    @property
    def tells_of_a_party(self) -> bool:
        """ "6 pm please, sorry!": facts with a courtesy; what is sad beside them would be a trouble in words."""
        return bool({"guests", "date", "time", "zip", "name", "contact", "items", "ages"} & {*self.reading.changed}) or bool(self.frame.topics)  # fmt: skip

    @property
    def mute(self) -> bool:
        """Whether the message says nothing at all."""
        return not self._acts

    @property
    def only_asks(self) -> bool:
        """Whether the message would be nothing but a question."""
        return bool(self._acts) and all(act.kind in ("ask", "confirm_again", "which_date") for _, act in self._acts)

    def unsay(self, kind: str) -> bool:
        """Take back what another act of this message says better; whether it was to be said."""
        before = len(self._acts)
        self._acts = [(at, act) for at, act in self._acts if act.kind != kind]
        return len(self._acts) < before

    def unask(self, *slots: str) -> None:
        """Take back a question that begins with one of these."""
        self._acts = [(at, act) for at, act in self._acts if act.kind != "ask" or act.data["slots"][0] not in slots]

    def say_why_first(self, kind: str, why: str, *, before: str) -> None:
        """Part an act that says why and then offers: the reason comes before another act, the offer stays last."""
        data = next((act.data for _, act in self._acts if act.kind == kind), None)
        if data is not None and self.said(before) and self.unsay(kind):
            self.say(why, at=ANSWERED, **data)
            self.say(kind, at=ASKED, told=True, **data)

    def said(self, *kinds: str) -> bool:
        return any(act.kind in kinds for _, act in self._acts)

    def settle(self, **values: Any) -> None:
        """Take something as known for the rest of this turn's plan, and for later turns."""
        self.dialogue = self.dialogue.model_copy(update=values)

    def note(self, **changes: Any) -> None:
        """Remember for the next turn."""
        self._notes.update(changes)

    def noted(self, name: str) -> Any:
        return self._notes.get(name, getattr(self.dialogue, name))

    def changed(self, *slots: str) -> bool:
        """Whether this message set any of the slots anew."""
        return any(slot in self.reading.changed for slot in slots)

    def asked(self, *topics: str) -> bool:
        return any(topic in self.frame.topics for topic in topics)

    def does(self, *acts: str) -> bool:
        return any(act in self.frame.acts for act in acts)

    def spoken(self) -> Say:
        if self.said("handover"):  # nobody would hear the answer to a question: a person takes over
            self._acts = [(at, act) for at, act in self._acts if at < ASKED and act.kind not in INVITING]
            self.note(expecting=())
        if self._lost and not self._acts:
            self.say("unclear", party=self.next_party)
        if any(act.kind == "ask" and "zip" in act.data["slots"] for _, act in self._acts):
            self._acts = [
                (at, Act(act.kind, {**act.data, "asked": True}) if act.kind == "topic:area" else act)
                for at, act in self._acts
            ]  # one question for the ZIP is enough
        ordered = sorted(self._acts, key=lambda placed: placed[0])
        return Say(tuple(act for _, act in ordered), self.dialogue.model_copy(update=self._notes))
