"""Words between people: hello, thanks, sympathy, and the way back to the party."""

from datetime import date
from typing import Any

from hibachi.concierge.local.wording.formats import day, listed
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should
from hibachi.kit import lazy_re as re

Data = dict[str, Any]


def _emoji(voice: Voice, sign: str) -> str:
    return f" {sign}" if voice.emoji else ""


@says("hello")
def hello(voice: Voice, data: Data) -> Parts:
    if voice.formal:
        return [may("Thank you for your message.")]
    if data.get("occasion"):
        return [should(_wish(voice, str(data["occasion"])))]
    first = str(data["name"]).split()[0] if data.get("name") else ""
    if data.get("grave"):
        return [should(f"Hello {first}." if first else "Hello.")]
    if first:
        hi = voice.pick(f"Hi {first}!", f"Hello {first}!", f"Hey {first}!") + _emoji(voice, "😊")
        return [should(hi), *voice.script("greeting")]
    return voice.script("greeting") or [should(voice.pick("Hi there!", "Hello!", "Hey!", "Hi!") + _emoji(voice, "😊"))]


@says("how_are_you")
def how_are_you(voice: Voice, data: Data) -> Parts:
    return [should(voice.pick("I'm doing well, thank you for asking!", "All good here, thanks for asking!", "Doing great, thank you!"))]  # fmt: skip


@says("occasion")
def occasion(voice: Voice, data: Data) -> Parts:
    return [should(_wish(voice, str(data["occasion"])))]


def _wish(voice: Voice, what: str) -> str:
    sign = _emoji(voice, "🎉")
    if what == "anniversary":
        return voice.pick(f"Happy anniversary!{sign}", f"What a special occasion!{sign}")
    if what in ("birthday", "graduation"):
        article = "A"
        return voice.pick(
            f"{article} {what} party, how fun!{sign}",
            f"What a great way to celebrate a {what}!{sign}",
            f"A {what} is a wonderful reason for hibachi!{sign}",
        )
    if what.endswith("'s Day"):
        return voice.pick(f"What a lovely idea for {what}!{sign}", f"Hibachi for {what}, how nice!{sign}")
    what = f"{what} party" if what in ("bachelorette", "retirement", "engagement", "christening") else what
    article = "an" if what[0].lower() in "aeiou" else "a"
    return voice.pick(f"How lovely, {article} {what}!{sign}", f"{article.capitalize()} {what} sounds wonderful!{sign}")


@says("welcome_back")
def welcome_back(voice: Voice, data: Data) -> Parts:
    name = str(data["name"]).split()[0] if data.get("name") else ""
    hi = f"Welcome back, {name}!" if name else "Welcome back!"
    sign = _emoji(voice, "🎉")
    parts = [
        must(
            voice.pick(
                f"{hi}{sign}", f"{hi} So glad you enjoyed it!{sign}", f"{hi} It's great to hear from you again!{sign}"
            )
        )
    ]
    if data.get("date"):
        parts.append(may(f"We loved cooking for you on {day(str(data['date']))}."))
    if data.get("favorites"):
        parts.append(may(f"I remember you liked {listed([str(key).replace('_', ' ') for key in data['favorites']])}."))
    for on, kind, whose in data.get("ahead") or ():
        parts.append(may(f"{f'{whose}’s' if whose else 'Your'} {kind} on {day(on)} is coming up!"))
    return parts


@says("usual_guests")
def usual_guests(voice: Voice, data: Data) -> Parts:
    adults, children = int(data["adults"]), int(data["children"])
    kids = f" and {children} {'child' if children == 1 else 'children'}" if children else ""
    who = f"{adults} adults{kids}" if children else f"{adults} guests"
    return [should(voice.pick(f"The usual {who}?", f"Is it {who} as usual?"))]


def _day_of(data: Data) -> str:
    """ "Mia's birthday", "your son's birthday", "your anniversary"."""
    name = data.get("name")
    if not name:
        return f"your {data['type']}"
    return f"{name}'s {data['type']}" if str(name)[0].isupper() else f"your {name}'s {data['type']}"


def _month_day(written: str) -> str:
    value = date.fromisoformat(written)
    return f"{value:%B} {value.day}"


@says("ask_about_day")
def ask_about_day(voice: Voice, data: Data) -> Parts:
    what, on = _day_of(data), _month_day(str(data["date"]))
    return [must(voice.pick(f"Shall I remember that {what} is {on}?", f"Would you like us to remember {what}, {on}?"))]


@says("day_kept")
def day_kept(voice: Voice, data: Data) -> Parts:
    what, on = _day_of(data), _month_day(str(data["date"]))
    return [must(voice.pick(f"Noted: {what} is {on}.", f"Got it, I've noted {what} on {on}."))]


@says("day_left")
def day_left(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("All right, I won't keep it.", "No problem, I'll leave it at that."))]


@says("sympathy")
def sympathy(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(*_SYMPATHY.get(data.get("trouble", ""), _SYMPATHY["sad"])))]


_SYMPATHY: dict[str, tuple[str, ...]] = {
    "grief": ("I'm so sorry for your loss.", "I'm so sorry, my heartfelt condolences to you and your family.", "I'm truly sorry for your loss."),
    "illness": ("I'm sorry to hear that, I hope everything gets better soon.", "Oh no, I'm sorry. I wish a quick recovery!", "I'm sorry, that sounds hard. Wishing a quick recovery."),
    "let_down": ("Oh no, being let down like that is awful, I'm sorry.", "I'm sorry that happened to you, what a hassle!"),
    "called_off": ("I'm so sorry, that must be a hard time.", "I'm sorry to hear that, it can't be easy."),
    "stress": ("I can imagine that's stressful. Let's sort it out together.", "I understand the worry, I'm here to help.", "Take a breath, we'll find a way."),
    "upset": ("I understand, and I'm sorry if this is frustrating.", "I hear you, and I'm sorry about the frustration."),
    "upset_again": (("I'm sorry, I really want to get this right for you. If you'd rather talk to a person, just say "
            "so."), "I'm sorry this is still upsetting; a person from our team is happy to help if you prefer."),
    "sad": ("I'm so sorry to hear that.", "I'm sorry to hear it.", "I understand, and I'm sorry."),
}  # fmt: skip


@says("there_for_you")
def there_for_you(voice: Voice, data: Data) -> Parts:
    if data["own"]:
        return [must(voice.pick(
            "If you'd like to change or cancel your party, I can help with that, or a person from our "
                    "team can take care of it. Would you like someone to get in touch?",
            ("We can move or cancel the party if that helps. Shall I ask a person from our team to "
                    "take care of it with you?"),
        ))]  # fmt: skip
    return [must(voice.pick(
        "Is there anything we can do for you? If you'd rather talk to a person, just say so.",
        "If there's anything I can take off your hands, tell me, or I can ask a person from our team to get in touch.",
    ))]  # fmt: skip


@says("let_us_see")
def let_us_see(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Let's see what we can do.", "Let me see how I can help."))]


@says("date_open")
def date_open(voice: Voice, data: Data) -> Parts:
    return [should(voice.pick("No problem, the date can wait.", "That's fine, just tell me once you have a date."))]


@says("misheard")
def misheard(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Sorry, my mistake!", "Sorry, I got that wrong."))]


@says("not_answered")
def not_answered(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Sorry, I passed over that.", "Sorry, I should have answered that."))]


@says("all_i_know")
def all_i_know(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("I'm sorry, that's all I know about it.", "More than that I can't tell you, I'm sorry."))]


@says("diet_off")
def diet_off(voice: Voice, data: Data) -> Parts:
    what = listed([one.replace("_", " ") for one in data["diets"]])
    return [
        must(voice.pick(f"Sorry, then there's no note about {what}.", f"My mistake, there's no note about {what} now."))
    ]


@says("put_right")
def put_right(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Sorry about that, I've put it right.", "My mistake, I've corrected it."))]


@says("english")
def english(voice: Voice, data: Data) -> Parts:
    return [should(voice.pick("Yes, English is perfect!", "Sure, English works great!"))]


@says("smile")
def smile(voice: Voice, data: Data) -> Parts:
    return [should(voice.pick("Haha!", "Glad to make you smile!", "😄" if voice.emoji else "Haha, good one!"))]


@says("not_caught")
def not_caught(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "Sorry, I didn't quite get that.", "I'm not sure I understood, sorry.", "Hmm, I didn't catch that."
            )
        )
    ]


def _matter(data: Data) -> str | None:
    """What is not known, by its name; None where it has none."""
    named = list(data["subjects"])
    return listed(named) if named else None


@says("wrong_number")
def wrong_number(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("No worries at all, have a great day!", "No problem, that happens. All the best!"))]


@says("passage")
def passage(voice: Voice, data: Data) -> Parts:
    """The business's own words; on a short channel the first sentence matters most."""
    first, *rest = re.split(r"(?<=[.!?])\s+(?=[A-Z])", str(data["text"]).strip())
    return [must(first), *(should(one) for one in rest)]


@says("not_known")
def not_known(voice: Voice, data: Data) -> Parts:
    what = _matter(data) or ("those" if data["more"] else "that")
    if data["beside"]:
        what = (
            what if what not in ("that", "those") else "the other questions" if data["more"] else "your other question"
        )
        open_ = voice.pick(
            f"About {what} I'm not sure, though.",
            f"Only about {what} I can't say anything certain.",
            f"I'm afraid I don't know about {what}.",
        )
    else:
        open_ = voice.pick(
            f"I don't have anything on record about {what}, so I'd rather not guess.",
            f"About {what} I'm honestly not sure, and I don't want to tell you something wrong.",
            f"I can't say anything certain about {what}, sorry.",
            f"I'm afraid I don't know about {what}.",
            f"Good question! I have no information about {what}.",
        )
    if data["asks"]:
        return [must(open_), must(voice.pick(
            "Would you like a person from our team to answer it?", "Shall I ask our team to get back to you?",
            "Should I pass it to our team for you?", "Would you like our team to get back to you about it?",
        ))]  # fmt: skip
    return [must(open_), should(voice.pick(
        "If you'd like, just say \"ask the team\" and a person will answer it.",
        "A person from our team can tell you, just say so.",
        "Our team knows more; tell me if you'd like a person to answer.",
    ))]  # fmt: skip


@says("welcome")
def welcome(voice: Voice, data: Data) -> Parts:
    return voice.script("thanks") or [
        must(voice.pick("You're very welcome!", "My pleasure!", "Any time!", "Happy to help!")),
        may(voice.pick("Just write whenever you need anything.", "I'm here if anything else comes up.")),
    ]


@says("ask_away")
def ask_away(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Of course, ask away!", "Sure, what would you like to know?"))]


@says("write_here")
def write_here(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("You can simply write it here.", "Right here in this conversation is fine."))]


@says("glad")
def glad(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Thank you, that's so nice to hear!", "Thank you, we're glad you like it!")), should(voice.pick("Just tell me if you'd like to plan a party.", "If you have a party in mind, I'm happy to help."))]  # fmt: skip


@says("bye")
def bye(voice: Voice, data: Data) -> Parts:
    if voice.channel == "email":
        return voice.script("farewell") or [
            must(voice.pick("Goodbye, and have a lovely day.", "Goodbye, and take care."))
        ]
    return voice.script("farewell") or [must(voice.pick("Have a great day!", "Talk soon!", "Take care!"))]


@says("take_your_time")
def take_your_time(voice: Voice, data: Data) -> Parts:
    return [
        must(voice.pick("Of course, take your time!", "Sure, no rush!")),
        must(voice.pick("I'm here whenever you're ready.", "Just write when you're ready.")),
    ]


@says("team_looks")
def team_looks(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "That's all right, our team can look into it for you. Shall I ask them?",
        "No problem, a person from our team can help with that. Would you like me to ask them?",
    ))]  # fmt: skip


@says("how_can_i_help")
def how_can_i_help(voice: Voice, data: Data) -> Parts:
    party = data.get("party")
    if party:
        on = day(str(party["date"]))
        return [must(voice.pick(f"How can I help with your party on {on}?", f"What can I do for you about your party on {on}?", f"Is it about your party on {on}?"))]  # fmt: skip
    return [
        must(
            voice.pick(
                "How can I help with your hibachi party?",
                "What can I do for you: a price, a date, or a question about the menu?",
                "Are you planning a hibachi party? I'm happy to help with prices and dates.",
            )
        )
    ]


@says("lead_on")
def lead_on(voice: Voice, data: Data) -> Parts:
    return [
        should(
            voice.pick(
                "Would you like a price for your party?",
                "Is there a party I can help you plan?",
                "Shall I work out a price for your group?",
                "Anything else you'd like to know?",
                "What else can I tell you?",
            )
        )
    ]


@says("not_that")
def not_that(voice: Voice, data: Data) -> Parts:
    """What has nothing to do with the party that is planned, before the plan goes on: silence would be rude."""
    if data["tries"]:
        return [must(voice.pick("That I can't do, sorry.", "Sorry, that isn't something I can do.", "I'm afraid I can't help with that."))]  # fmt: skip
    return [must(voice.pick("That isn't something that I can help with, sorry.", "I'd better stick to your party.", "With that I can't help, I'm afraid."))]  # fmt: skip


@says("off_topic")
def off_topic(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "I'd better stick to what I know: hibachi parties! Can I help you with a price, a date or the menu?",
        "That's outside my kitchen, I'm only good at hibachi parties. Would you like a price or a free date?",
        "I can only help with hibachi parties, their prices, dates and menu. Are you planning one?",
    ))]  # fmt: skip


@says("unclear")
def unclear(voice: Voice, data: Data) -> Parts:
    party = data.get("party")
    if party:
        on = day(str(party["date"]))
        return [must(voice.pick(f"Sorry, I didn't quite get that. What can I do for you about your party on {on}?", f"I'm not sure what you mean, sorry. Is it about your party on {on}?"))]  # fmt: skip
    return [must(voice.pick(
        "I'm not sure I got that. Is it about a price, a date, or the menu of a hibachi party?",
        "Sorry, could you tell me a bit more about what you need for your party?",
        "I didn't quite catch that. Would you like a price, a free date, or something about the menu?",
    ))]  # fmt: skip


@says("heard")
def heard(voice: Voice, data: Data) -> Parts:
    """A remark that stands in the conversation, which our team reads; nothing is claimed to be on the booking."""
    return [
        must(voice.pick("Thanks for telling me, our team sees that too.", "Understood, our team reads this as well."))
    ]


@says("noted")
def noted(voice: Voice, data: Data) -> Parts:
    return [
        should(
            voice.pick(
                "Got it, thank you!",
                "Perfect, thanks!",
                "Great, noted!",
                "Thank you!",
                "Lovely, thanks!",
                "All right, got that!",
            )
        )
    ]


@says("here_for_you")
def here_for_you(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "Great! I'm here if you need anything.",
                "Sounds good! Just write whenever you like.",
                "All right! If a question comes up, I'm here.",
                "Okay! I'm around whenever you need me.",
            )
        )
    ]


@says("not_sure")
def not_sure(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "I'm not sure about that one. Shall I ask our team to get back to you?",
        "That's something I don't know for certain. Would you like a person from our team to answer it?",
    ))]  # fmt: skip


@says("farewell")
def farewell(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "No problem at all, thank you for letting me know! You're always welcome to come back.",
        "I completely understand, thanks for telling me. If it fits another time, we'd be happy to hear from you.",
    ))]  # fmt: skip


@says("condolence")
def condolence(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "I'm so sorry to hear that, our thoughts are with you. You don't need to do anything here.",
        "I'm very sorry for what you're going through. Nothing is needed from you here; take good care of yourself.",
    ))]  # fmt: skip
