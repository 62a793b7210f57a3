"""What a message says (Frame), where the conversation stands (Dialogue), and both together (Reading)."""

from datetime import date as Day
from datetime import time as Clock
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Goal = Literal["quote", "booking", "change", "cancel"]
OptOut = Literal["stop", "start", "help"]
Answer = Literal["yes", "no", "later"]
PendingKind = Literal["book", "change", "cancel", "hold", "human"]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Evidence(_Value):
    """Where in the message something was said, and how sure we are of it (0..1)."""

    slot: str
    text: str
    start: int
    end: int
    confidence: float = 1.0


class PartyState(_Value):
    """Who comes, as it was said; ages decide later. None: never said.

    adults, children and toddlers are those called so; unsplit are people without an age; ages are those of children.
    """

    adults: int | None = None
    children: int | None = None
    toddlers: int | None = None
    unsplit: int | None = None
    ages: tuple[int, ...] = ()
    spread: tuple[int, int] | None = None
    low: int | None = None
    high: int | None = None
    all_adults: bool = False
    upgrades: dict[str, int] = Field(default_factory=dict)
    extra_proteins: dict[str, int] = Field(default_factory=dict)
    addons: dict[str, int] = Field(default_factory=dict)
    included: dict[str, int] = Field(default_factory=dict)


class Counts(_Value):
    """Who pays what: the bands of the price list. assumed are people counted as adults without having been called so."""

    adults: int
    children: int
    toddlers: int
    assumed: int = 0
    unaged: int = 0

    @property
    def total(self) -> int:
        return self.adults + self.children + self.toddlers

    @property
    def each(self) -> tuple[int, int, int]:
        return self.adults, self.children, self.toddlers


class Pending(_Value):
    """An act that waits for the customer's yes to exactly this: its token or arguments, and what was shown."""

    kind: PendingKind
    token: str | None = None
    booking_id: str | None = None
    arguments: dict[str, Any] = Field(default_factory=dict)
    shown: dict[str, Any] = Field(default_factory=dict)


class Later(_Value):
    """An errand about another party, told beside one that is done first."""

    goal: Goal
    booking_id: str
    change: dict[str, Any] = Field(default_factory=dict)
    said: str = ""


class Opening(_Value):
    """A date and time that was offered."""

    date: str
    time: str


class Dialogue(_Value):
    """Where a conversation stands. Every field has a default, so that older rows can always be read."""

    version: int = 1
    turns: int = 0
    goal: Goal | None = None
    party: PartyState = Field(default_factory=PartyState)
    dates: tuple[Day, ...] = ()
    earlier_days: tuple[Day, ...] = ()
    date_problem: str | None = None
    date_said: str | None = None
    date_month: Day | None = None
    date_last: Day | None = None
    cancel_day: Day | None = None
    time: Clock | None = None
    time_choices: tuple[Clock, ...] = ()
    zip: str | None = None
    city: str | None = None
    state: str | None = None
    zips: dict[str, str] = Field(default_factory=dict)
    places: dict[str, str] = Field(default_factory=dict)
    address: str | None = None
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    dietary: tuple[str, ...] = ()
    dietary_asked: bool = False
    notes: tuple[str, ...] = ()
    no_dietary: bool = False
    event_type: str | None = None
    venue: str | None = None
    extras_declined: bool = False
    same_as_before: bool = False
    variants: tuple[PartyState, ...] = ()
    versions: tuple[PartyState, ...] = ()
    wanted_dish: str | None = None
    spoken_dish: str | None = None
    spoken_extra: bool = False
    spoken_ages: tuple[int, ...] = ()
    spoken_diets: tuple[str, ...] = ()
    kids: dict[str, int] = Field(default_factory=dict)
    just_dish: str | None = None
    just_dishes: tuple[str, ...] = ()
    just_guests: bool = False
    just_time: bool = False
    doubted: str | None = None
    kids_open: bool = False
    groups: dict[str, int] = Field(default_factory=dict)
    wanted_too: tuple[str, ...] = ()
    booking_id: str | None = None
    unplaced: str | None = None
    change: dict[str, Any] = Field(default_factory=dict)
    reason: str | None = None
    expecting: tuple[str, ...] = ()
    offered: tuple[Opening, ...] = ()
    refused: dict[str, str] = Field(default_factory=dict)
    choices: tuple[str, ...] = ()
    pending: Pending | None = None
    later: Later | None = None
    booked: str | None = None
    cancelled_here: str | None = None
    terms_told: str | None = None
    changed_here: dict[str, Any] = Field(default_factory=dict)
    changed_from: dict[str, Any] = Field(default_factory=dict)
    quoted: bool = False
    clarified: int = 0
    reasked: int = 0
    asked_times: dict[str, int] = Field(default_factory=dict)
    asked_last: tuple[str, ...] = ()
    consoled: tuple[str, ...] = ()
    objected: tuple[str, ...] = ()
    travel_told: str | None = None
    answered: tuple[str, ...] = ()
    upsold: tuple[str, ...] = ()
    offered_human: bool = False
    greeted: bool = False
    minimum_explained: bool = False
    assumption_told: bool = False
    used: tuple[str, ...] = ()
    zone: str | None = None
    usual: tuple[int, int] | None = None
    day_to_remember: dict[str, Any] | None = None

    @property
    def day(self) -> Day | None:
        """The date, once there is only one candidate."""
        return self.dates[0] if len(self.dates) == 1 else None


class GuestWords(_Value):
    """The guests of one message, each None when not said; changes are relative ("three more").

    unclear: parts of a whole were told that come to no sum. joining: the children come beside all who were counted. gone_ages: children who were counted and stay away.
    not_aged: ages that were read of children who have others.
    as_counted: the numbers are those of the price, a teenager among the adults, and stand for all who were counted.
    add_ages: ages of those children whom add counts. ages_alone: the children were told by their ages, not counted ("one is 13", "a 7 year old").
    """

    adults: int | None = None
    children: int | None = None
    toddlers: int | None = None
    people: int | None = None
    people_is_total: bool = False
    ages: tuple[int, ...] = ()
    age_low: int | None = None
    age_high: int | None = None
    ages_alone: bool = False
    no_children: bool = False
    all_adults: bool = False
    add: dict[str, int] = Field(default_factory=dict)
    low: int | None = None
    high: int | None = None
    invalid: bool = False
    unclear: bool = False
    gone_ages: tuple[int, ...] = ()
    not_aged: tuple[int, ...] = ()
    add_ages: tuple[int, ...] = ()
    on_top: bool = False
    joining: bool = False
    as_counted: bool = False

    @property
    def stated(self) -> bool:
        counts = (self.adults, self.children, self.toddlers, self.people)
        return (
            any(count is not None for count in counts)
            or bool(self.ages or self.add or self.gone_ages)
            or self.age_low is not None
        )


class ItemWords(_Value):
    """A dish with a number: role says whether it replaces a protein, comes on top, is an add-on, or is included.

    part: so many for every so many guests; but: who of all does not want it; among: the guests of whom so many want it;
    instead_of: the dish that goes for it, instead_count: so many of that, None all of it.
    """

    key: str
    role: Literal["upgrade", "extra", "addon", "included"]
    count: int | None = None
    share: Literal["all", "half", "rest", "adults", "children"] | None = None
    operation: Literal["set", "add", "remove"] = "set"
    part: tuple[int, int] | None = None
    but: int = 0
    among: int | None = None
    instead_of: str | None = None
    instead_count: int | None = None


class Term(_Value):
    """What is asked of the terms of a party that stands: until when it can be cancelled with the deposit back, how it is paid,
    its reference, whether the deposit goes with a move, until when its dishes are told, what a tip comes to.

    day: when somebody would cancel; percents and amounts: of the tip; parties: the ids of those that can be meant;
    insists: what was answered before is said not to have been asked.
    """

    kind: Literal["refund", "pay", "due", "reference", "carries", "menu", "tip"]
    said: str
    day: Day | None = None
    percents: tuple[int, ...] = ()
    amounts: tuple[int, ...] = ()
    parties: tuple[str, ...] = ()
    insists: bool = False


class Frame(_Value):
    """What the new messages say, nothing else; `topics` are questions, `apart` the same by clause, `unknown` those that no fact answers,
    `acts` what the customer does; `sizes`, `zips` and `plans` (of dishes) are compared with each other and none of them is chosen;
    `checked` are amounts in cents that are to be right or not, `claimed` those that we are said to have told, `budget` what is to be spent when it is asked for how many that is;
    `doubted` says that what was shown is left open, whatever yes is heard;
    `asked_back` are the clauses that ask for what was said or had in earlier times, in which nothing else is read;
    `telling` is the text without the sentences that only mention numbers, people, days and deeds, where there are such."""

    text: str
    telling: str | None = None
    topics: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    unknown: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    asked_back: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    answer: Answer | None = None
    strength: str | None = None
    conditional: bool = False
    doubted: bool = False
    choice: int | None = None
    question: bool = False
    guests: GuestWords = Field(default_factory=GuestWords)
    ages_asked: tuple[int, ...] = ()
    checked: tuple[int, ...] = ()
    claimed: tuple[int, ...] = ()
    budget: int | None = None
    kids: dict[str, int] = Field(default_factory=dict)
    sizes: tuple[GuestWords, ...] = ()
    zips: tuple[str, ...] = ()
    plans: tuple[tuple[ItemWords, ...], ...] = ()
    items: tuple[ItemWords, ...] = ()
    mentioned: tuple[str, ...] = ()
    same_party: bool = False
    no_extras: bool = False
    dates: tuple[Day, ...] = ()
    other_dates: tuple[Day, ...] = ()
    cancel_days: tuple[Day, ...] = ()
    date_problem: str | None = None
    date_said: str | None = None
    month: Day | None = None
    month_last: Day | None = None
    times: tuple[Clock, ...] = ()
    time_part: str | None = None
    times_not: tuple[Clock, ...] = ()
    zip: str | None = None
    zip_invalid: str | None = None
    city: str | None = None
    state: str | None = None
    address: str | None = None
    foreign: bool = False
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    own_channel: bool = False
    same_as_before: bool = False
    dietary: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    asked_diets: tuple[str, ...] = ()
    diets_gone: tuple[str, ...] = ()
    no_dietary: bool = False
    event_type: str | None = None
    trouble: str | None = None
    venue: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def of_the_party(self) -> str:
        """The text in which the party itself may be told."""
        return self.text if self.telling is None else self.telling


class Emotion(_Value):
    """One of Ekman's six or neutral; intensity 0..1."""

    label: Literal["happy", "sad", "angry", "fearful", "surprised", "disgusted", "neutral"] = "neutral"
    intensity: float = 0.0


class HandoverNeed(_Value):
    """Why a person has to take over: kind for the wording, reason and summary for the staff."""

    kind: str
    reason: str
    summary: str


class Reading(_Value):
    """A message understood in its conversation; `changed` names the slots that this message set anew.

    agreed: what was shown and is agreed to in a part of the message; the frame is of the rest.
    """

    frame: Frame
    agreed: Pending | None = None
    dialogue: Dialogue
    intents: tuple[tuple[str, float], ...]
    emotion: Emotion = Field(default_factory=Emotion)
    handover: HandoverNeed | None = None
    opt_out: OptOut | None = None
    language: str = "en"
    changed: tuple[str, ...] = ()

    @property
    def intent(self) -> str:
        return self.intents[0][0] if self.intents else "unclear"

    @property
    def confidence(self) -> float:
        return self.intents[0][1] if self.intents else 0.0
