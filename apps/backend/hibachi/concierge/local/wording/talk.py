"""Words between people: hello, thanks, sympathy, and the way back to the party."""

from typing import Any

from hibachi.concierge.local.wording.formats import day
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should

Data = dict[str, Any]


def _emoji(voice: Voice, sign: str) -> str:
    return f" {sign}" if voice.emoji else ""


@says("hello")
def hello(voice: Voice, data: Data) -> Parts:
    if voice.formal:
        return [may(f"Thank you for writing to {voice.profile.business.name}.")]
    if data.get("occasion"):
        return [should(_wish(voice, str(data["occasion"])))]
    return [should(voice.pick("Hi there!", "Hello!", "Hey!", "Hi!") + _emoji(voice, "😊"))]


@says("occasion")
def occasion(voice: Voice, data: Data) -> Parts:
    return [should(_wish(voice, str(data["occasion"])))]


def _wish(voice: Voice, what: str) -> str:
    sign = _emoji(voice, "🎉")
    if what in ("birthday", "anniversary", "graduation"):
        return (
            voice.pick(
                f"Happy {what}!{sign}",
                f"A {what} party, how fun!{sign}",
                f"What a great way to celebrate a {what}!{sign}",
            )
            if what != "anniversary"
            else voice.pick(f"Happy anniversary!{sign}", f"What a special occasion!{sign}")
        )
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
    return parts


@says("sympathy")
def sympathy(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("I'm so sorry to hear that.", "I'm sorry to hear it.", "I understand, and I'm sorry."))]


@says("welcome")
def welcome(voice: Voice, data: Data) -> Parts:
    return [
        must(voice.pick("You're very welcome!", "My pleasure!", "Any time!", "Happy to help!")),
        may(voice.pick("Just write whenever you need anything.", "I'm here if anything else comes up.")),
    ]


@says("bye")
def bye(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Have a great day!", "Talk soon!", "Take care!"))]


@says("take_your_time")
def take_your_time(voice: Voice, data: Data) -> Parts:
    return [
        must(voice.pick("Of course, take your time!", "Sure, no rush!")),
        must(voice.pick("I'm here whenever you're ready.", "Just write when you're ready.")),
    ]


@says("how_can_i_help")
def how_can_i_help(voice: Voice, data: Data) -> Parts:
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


@says("off_topic")
def off_topic(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "I'd better stick to what I know: hibachi parties! Can I help you with a price, a date or the menu?",
        "That's outside my kitchen, I'm only good at hibachi parties. Would you like a price or a free date?",
        "I can only help with hibachi parties, their prices, dates and menu. Are you planning one?",
    ))]  # fmt: skip


@says("unclear")
def unclear(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "I'm not sure I got that. Is it about a price, a date, or the menu of a hibachi party?",
        "Sorry, could you tell me a bit more about what you need for your party?",
        "I didn't quite catch that. Would you like a price, a free date, or something about the menu?",
    ))]  # fmt: skip


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
                "Sounds good! Just write when you'd like to go on.",
                "Perfect, just tell me how I can help.",
                "Lovely! I'm around whenever you're ready.",
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
