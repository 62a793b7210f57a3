"""Words that ask: one question, or everything that is missing in one sentence; asked again softly, never the same words."""

from typing import Any

from hibachi.concierge.local.wording.formats import clock, listed
from hibachi.concierge.local.wording.voice import Parts, Voice, must, rather, says, should

Data = dict[str, Any]


def times_of(openings: Any) -> str:
    """The starts of openings, each once: "noon, 3 PM or 6 PM"."""
    return listed(list(dict.fromkeys(clock(one["time"]) for one in openings)), "or")


@says("ask")
def ask(voice: Voice, data: Data) -> Parts:
    slots = list(data["slots"])
    if data.get("optional"):
        return _afterwards(voice, slots, data)
    if data.get("soft"):
        return [should(_softly(voice, slots, data))]
    if len(slots) == 1 or not set(slots) <= set(_NOUNS):
        return [must(_question(voice, slot, data)) for slot in slots]
    return [must(_together(voice, slots, data))]


_NOUNS: dict[str, tuple[str, ...]] = {
    "date": (
        "the date",), "time": ("the start time",), "guests": ("how many adults and kids are coming",),
    "zip": ("the ZIP code",), "ages": ("the kids' ages",), "kids": ("how many kids are coming and how old they are",), "name": ("a name for the booking",),
    "contact": (
        "a phone number or email",),
}  # fmt: skip


def _noun(slot: str, data: Data) -> str:
    if slot == "guests" and data.get("kids_told"):
        return "how many adults are coming"
    times = times_of(data.get("openings") or ())
    if slot == "time" and times:
        return f"the start time ({times})"
    if slot == "date" and data.get("month"):
        return f"the day in {data['month']:%B}"
    return _NOUNS[slot][0]


def _nouns(slots: list[str], data: Data) -> str:
    ordered = sorted(slots, key=lambda slot: slot == "guests")
    return listed([_noun(slot, data) for slot in ordered])


def _together(voice: Voice, slots: list[str], data: Data) -> str:
    """Several things in one sentence."""
    if slots == ["zip", "date"] and not data.get("month"):
        return voice.pick(
            "Which ZIP code is the party in, and what date do you have in mind?",
            "What's the ZIP code of the party, and which date are you thinking of?",
            "Could you tell me the ZIP code and the date you have in mind?",
        )
    if slots == ["guests", "zip"]:
        return voice.pick(
            "How many guests will you be, and which ZIP code is the party in?",
            "How many adults and kids are you, and what's the ZIP code?",
            "What's your group size, and the ZIP code of the party?",
        )
    if slots == ["name", "contact"]:
        return voice.pick(
            "What name should I put on it, and what's a good phone number or email?",
            "Who should I book it for, and which phone number or email can we reach you at?",
        )
    things = _nouns(slots, data)
    return voice.pick(
        f"Could you tell me {things}?",
        f"What I still need is {things}. Could you tell me?",
        f"Can you let me know {things}?",
        f"May I have {things}?",
        f"Would you tell me {things}?",
        f"All I need now is {things}. What are they?",
    )


def _softly(voice: Voice, slots: list[str], data: Data) -> str:
    """What was asked before and not answered yet: a reminder, no push."""
    if not set(slots) <= set(_NOUNS):
        return _question(voice, slots[0], data)
    things = _nouns(slots, data)
    return voice.pick(
        f"Whenever you're ready, I just need {things}.",
        f"To go on I only need {things}.",
        f"And when you're ready, tell me {things}.",
        f"For your party I'd still need {things}.",
        f"Once I have {things}, I can take it from there.",
    )


def _question(voice: Voice, slot: str, data: Data) -> str:
    times = times_of(data.get("openings") or ())
    options = dict(_QUESTIONS)
    if data.get("month"):
        month = f"{data['month']:%B}"
        options["date"] = (f"Which day in {month} would you like?", f"What day in {month} do you have in mind?", f"Which date in {month} works for you?")  # fmt: skip
    if data.get("kids_told"):
        options["guests"] = ("And how many adults are coming?", "How many adults will be there?")
    if data.get("instead"):
        options |= _INSTEAD
    if times:
        options["time"] = (
            f"What time works best: {times}?",
            f"Which start time would you like: {times}?",
            f"Would you like {times}?",
            f"Which suits you, {times}?",
        )
    return voice.pick(*options[slot])


_INSTEAD: dict[str, tuple[str, ...]] = {
    "date": ("Which day would suit you instead?", "Sure, which day would you like instead?", "To which day should I move it?"),
    "time": ("Which start time would you like instead?", "At what time should it start instead?"),
    "zip": ("What's the new address, with its ZIP code?", "Where will it be instead? I need the street and the ZIP code."),
    "guests": ("How many will you be now, adults and kids?", "What's the new number of adults and kids?"),
}  # fmt: skip
"""What is asked where a party stands and is to be different."""
_QUESTIONS: dict[str, tuple[str, ...]] = {
    "date": (
        "What date do you have in mind?", "Which date are you thinking of?", "What date would you like?",
        "Which day should I look at?", "When would you like to have it?", "What day would you like?", "On which day will it be?",
    ),
    "time": (
        "What time would you like to start?", "Which start time works best?", "What time suits you?",
        "When should the party start?", "What start time would you like?", "At what time shall the chef begin?",
    ),
    "guests": (
        "How many guests will you be, adults and kids?", "How many people are coming, and are there any kids?",
        "What's the group size, adults and children?", "How many adults and kids should I count?",
        "And how many of you will there be?", "How many adults, and how many kids?",
    ),
    "kids": ("How many kids are coming, and how old are they?", "How many kids will there be, and what are their ages?"),
    "ages": (
        "How old are the kids?", "May I ask the ages of the kids?", "What are the children's ages?",
        "And how old are the little ones?", "Could you tell me how old the kids are?",
    ),
    "zip": (
        "Which ZIP code is the party in?", "What's the ZIP code of the party?", "Could you tell me the ZIP code?",
        "Which ZIP code should I use for the address?", "And which ZIP code is it?", "What's the ZIP code there?",
    ),
    "name": (
        "What name should I put the booking under?", "Who should I book it for, what's the name?",
        "May I have a name for the booking?", "Which name should it be booked under?", "And your name, please?",
        "The last thing I need is a name for the booking, what's yours?",
    ),
    "contact": (
        "What's a good phone number or email for the booking?", "Which phone number or email can we reach you at?",
        "How can we reach you, by phone number or email?", "What's the best phone number or email for you?",
        "And a phone number or email, please?", "Where can our team reach you, by phone or email?",
    ),
    "change": (
        "What would you like to change: the date, the time, the guests or the menu?", "Sure, what should be different?",
        "Happy to, what should I change?",
    ),
    "how_many": ("For how many guests would you like it?", "How many of you would like that?", "How many portions would that be?"),
    "what_else": ("What would you like to change?", "What should be different?"),
    "booking": ("Would you like me to book it?", "Shall I go ahead and book it?", "Shall I book it for you?"),
    "yes": ("Shall I book it?", "Should I go ahead and book it?"),
    "which_booking": ("Which of your parties do you mean?", "Which date is the party that you mean?"),
    "booked_with": ("Which number or email was it booked with?", "What number or email did you book with?"),
    "human": ("Would you like a person from our team to get back to you?", "Shall I ask someone from our team to reply to you?"),
    "extras": ("Would you like any upgrades?", "Would you like to add anything?"),
    "dietary": ("Any allergies or dietary needs the chef should know about?", "Does anyone have allergies or dietary needs?"),
    "venue": ("What's the street address?", "Which street address is it?", "And the street address, so that the chef finds you?"),
}  # fmt: skip


def _afterwards(voice: Voice, slots: list[str], data: Data) -> Parts:
    """What the chef needs to know once a party is booked; what was not answered is asked again in other words."""
    spot = bool(data.get("spot"))
    if slots == ["venue", "dietary"]:
        return [rather(_for_the_chef(voice, spot=spot, again=bool(data.get("later"))))]
    if slots == ["venue"] and not spot:
        return [
            rather(
                voice.pick(
                    "What's the street address, and where can the chef set up?",
                    "Which street address and set-up spot is it?",
                )
            )
        ]
    return [rather(_question(voice, slot, {})) for slot in slots]


def _for_the_chef(voice: Voice, *, spot: bool, again: bool) -> str:
    """Address and diets in one question: softer where it is asked again, without the spot where that was told."""
    place = "street address" if spot else "street address and set-up spot"
    if again:
        return voice.pick(
            f"When you have a moment, I still need the {place} and any allergies or diets.",
            f"Whenever it suits you, tell me the {place} and any allergies or diets.",
        )
    if spot or voice.brief:
        return voice.pick(
            f"Which {place} is it, and any allergies or diets?",
            f"What's the {place}, and are there allergies or diets?",
        )
    return voice.pick(
        f"Two last things for the chef: what's the {place}, and does anyone have allergies or dietary needs?",
        "To prepare: which street address and spot will the chef set up at, and are there allergies or dietary needs?",
    )


@says("plainer")
def plainer(voice: Voice, data: Data) -> Parts:
    why = {
        "venue": "I mean the street address of the party, and the spot where the chef can set up.",
        "zip": "The ZIP code tells me how far the chef drives, so I can give you the exact price.",
        "date": "The day of the party tells me whether our chefs can come.",
        "time": "I need the time when the party should start.",
        "guests": "I need to know how many people are coming to give you the price.",
        "ages": "The price for kids depends on their age.",
        "kids": "Kids cost less, so I need to know how many there are and how old they are.",
        "name": "I need a name to put on the booking.",
        "contact": "I need a way to reach you about the booking.",
    }.get(data["slot"], "")
    sorry = voice.pick(
        "Sorry, let me put that more simply.", "Sorry if that wasn't clear!", "My apologies, let me say it better."
    )
    return [must(sorry), *([must(why)] if why else [])]


@says("no_rush")
def no_rush(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("No problem, there's no rush.", "That's fine, take your time.", "No worries at all."))]


@says("open_days")
def open_days(voice: Voice, data: Data) -> Parts:
    from hibachi.concierge.local.wording.formats import day

    days = listed([day(one).replace(",", "") for one in data["days"]], "or")
    lead = "No problem!" if data["minds"] else "Lovely, that makes it easy!"
    return [
        *([] if data.get("asked") else [must(lead)]),
        must(
            voice.pick(
                f"For example, {days} would be open. Would one of these work?",
                f"{days} are open, for example. Would one of them suit you?"
                if data.get("asked")
                else f"How about {days}?",
            )
        ),
    ]


@says("soonest")
def soonest(voice: Voice, data: Data) -> Parts:
    from hibachi.concierge.local.wording.formats import day

    on, times = day(data["openings"][0]["date"]), times_of(data["openings"])
    return [
        must(voice.pick(f"The soonest we could come is {on}, at {times}.", f"Our first opening is {on} at {times}.")),
        must(voice.pick("Would one of these work?", "Which one would you like?")),
    ]


@says("proposed_time")
def proposed_time(voice: Voice, data: Data) -> Parts:
    at = clock(data["time"])
    return [must(voice.pick(f"Then let's say {at}.", f"Then I'd take {at}.", f"How about {at}, then."))]


@says("zip_help")
def zip_help(voice: Voice, data: Data) -> Parts:
    return [
        must(voice.pick("No problem!", "That's all right!", "No worries!")),
        must(
            voice.pick(
                "You can give me the ZIP code later; it's only for the exact travel fee.",
                "The ZIP code can wait, I only need it for the exact travel fee.",
            )
        ),
    ]


@says("rough_number")
def rough_number(voice: Voice, data: Data) -> Parts:
    final = data["facts"]["policies.guest_count_final_hours"]
    return [must(voice.pick(
        f"No problem, a rough number is fine: the guest count is only final {final} hours before the "
                "party. About how many do you think?",
        f"A guess is good enough, as you can change the number of guests until {final} hours before. Roughly how many?",
    ))]  # fmt: skip


@says("name_help")
def name_help(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Any name that you'd like the booking under is fine, yours for example.", "Your own name is fine, it's only so that the chef knows who to ask for."))]  # fmt: skip


@says("contact_help")
def contact_help(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Either one is fine, a phone number or an email; it's so that our team can reach you about the "
            "party.", "Just one of the two is enough, whichever you prefer."))]  # fmt: skip


@says("ages_help")
def ages_help(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("No problem, I'll count the kids at the child price until you know.", "That's fine, they're in at the child price for now."))]  # fmt: skip


@says("other_name")
def other_name(voice: Voice, data: Data) -> Parts:
    """The booking may stand under somebody else's name."""
    if data["named"]:
        return [must(voice.pick("Of course, I'll use that name.", "Sure, under that name it is."))]
    return [
        must(voice.pick("Of course, it can be under another name.", "Sure, it can stand under any name you tell me."))
    ]
