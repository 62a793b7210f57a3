"""Answers to mere reactions: joy, excuses, impatience, hesitation."""

from typing import Any

from hibachi.concierge.local.wording.formats import day
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should
from hibachi.kit import lazy_re as re

Data = dict[str, Any]


def _sign(voice: Voice, data: Data, sign: str) -> str:
    return f" {sign}" if voice.emoji and not data.get("grave") else ""


@says("reaction_pleased")
def pleased(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("So glad to hear that!", "Happy you like it!", "That's lovely to hear!", "Wonderful, thank you!") + _sign(voice, data, "😊"))]  # fmt: skip


@says("congratulations")
def congratulations(voice: Voice, data: Data) -> Parts:
    return [should(voice.pick("Congratulations, what great news!", "That's wonderful news, congratulations!") + _sign(voice, data, "🎉"))]  # fmt: skip


@says("reaction_excited")
def excited(voice: Voice, data: Data) -> Parts:
    if data["on"]:
        return [must(voice.pick(f"We're looking forward to it too! See you on {day(data['on'])}.", f"So are we! See you on {day(data['on'])}.") + _sign(voice, data, "🎉"))]  # fmt: skip
    return [must(voice.pick("That makes us happy, it's going to be fun!", "Love the excitement, we'd be happy to cook for you!") + _sign(voice, data, "🎉"))]  # fmt: skip


@says("reaction_apologises")
def no_worries(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("No worries at all!", "No problem, that happens.", "All good, no need to be sorry."))]


@says("reaction_waiting")
def here(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Yes, I'm here!", "I'm right here!"))]


@says("reaction_unheard")
def unheard(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "You're right, I'm sorry about that.", "I'm sorry, let me get it right this time.", "Sorry about that! If you'd rather have a person from our team, just say so.",
    ))]  # fmt: skip


@says("reaction_no_answer_yet")
def sorry_waited(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("I'm sorry you had to wait for an answer.", "Sorry that nobody got back to you yet."))]


_DRIVES = re.compile(r"\bdriving\b", re.I)


@says("reaction_busy")
def busy(voice: Voice, data: Data) -> Parts:
    """Who is kept from writing is not hurried; who drives is wished a safe way."""
    if _DRIVES.search(str(data.get("words", ""))):
        return [must(voice.pick("No rush, drive safely!", "All good, get there safely!"))]
    return [must(voice.pick("No rush, I'm here when you're ready.", "Take your time, I'm here.", "No problem, whenever you have a moment."))]  # fmt: skip


@says("reaction_returns")
def back_again(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Welcome back!", "Good to have you back!"))]


@says("reaction_starts_to_say")
def listening(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Go ahead, I'm listening!", "I'm all ears!", "Yes, tell me!"))]


@says("reaction_browses")
def browses(voice: Voice, data: Data) -> Parts:
    """Who only looks around is left to it."""
    return [must(voice.pick(
        "Of course, look around as long as you like, no pressure at all!", "Totally fine, no need to decide anything!", "Sure, take all the time you need!",
    )), should(voice.pick("If a question comes up, I'm here.", "I'm here whenever you're curious about something."))]  # fmt: skip


@says("reaction_praises")
def praises(voice: Voice, data: Data) -> Parts:
    """Praise is thanked for; nothing is sold on it."""
    return [must(voice.pick("Thank you, that made our day!", "Aw, thank you, that's so nice to hear!", "That's so kind of you, thank you!") + _sign(voice, data, "😊"))]  # fmt: skip


@says("reaction_jests")
def jests(voice: Voice, data: Data) -> Parts:
    """A joke is laughed about."""
    return [must(voice.pick("Haha, that made me smile!", "Haha, good one!", "Haha, I like that!") + _sign(voice, data, "😄"))]  # fmt: skip


@says("reaction_weather")
def weather(voice: Voice, data: Data) -> Parts:
    """Small talk about the weather is met in a light sentence."""
    return [must(voice.pick("Ha, I hope the weather is kind to you!", "I hear you, here's to good weather for the party!") + _sign(voice, data, "☀️"))]  # fmt: skip


@says("reaction_sports")
def sports(voice: Voice, data: Data) -> Parts:
    """Small talk about a game is met in a light sentence."""
    return [must(voice.pick("Ha, I only follow the grill, but I hope it was a good one!", "Haha, I keep my eyes on the grill, so tell me all about it at the party!"))]  # fmt: skip


@says("reaction_yearns")
def yearns(voice: Voice, data: Data) -> Parts:
    """Who calls for a chef is welcome."""
    return [must(voice.pick("We'd love to come and cook for you!", "We'd be happy to come and cook for you!", "Nothing we'd rather do than cook for you!") + _sign(voice, data, "🔥"))]  # fmt: skip


@says("reaction_rude")
def came_across_badly(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "I'm sorry, I didn't mean to come across that way.", "Oh, I'm sorry about my tone, it wasn't meant like that.",
    ))]  # fmt: skip


@says("reaction_hesitates")
def no_rush(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "No rush at all! If something isn't clear yet, just ask.", "Take your time. If a question comes up, just ask.", "All right, whenever you're ready.",
    ))]  # fmt: skip


@says("offer_person")
def offer_person(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "Would you like a person from our team to take over?", "Shall I ask a person from our team to get in touch with you?",
    ))]  # fmt: skip


@says("noted_for_now")
def noted_for_now(voice: Voice, data: Data) -> Parts:
    """Something was told that leads no further yet."""
    return [must(voice.pick("Good to know, thank you! Just tell me once you know more.", "Got it, thanks! The rest can wait until you know it.", "Thank you, I'll keep that in mind. Write whenever you know more."))]  # fmt: skip


@says("onward")
def onward(voice: Voice, data: Data) -> Parts:
    """A nod to a nod, before the question that is open."""
    return [may(voice.pick("All right!", "Sounds good!", "Great!", "Okay!"))]


@says("misnamed")
def misnamed(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("I'm sorry about the wrong name!", "Oh, sorry for getting the name wrong!"))]
