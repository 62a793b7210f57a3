"""Words for giving a conversation to a person: what it is about is named, nothing is promised that only they decide."""

from typing import Any

from hibachi.concierge.local.wording.voice import Parts, Voice, must, says
from hibachi.concierge.understanding.tone import Tone

OPENERS: dict[str, tuple[str, ...]] = {
    "complaint": (
        "I'm so sorry about this, that's not the experience anyone should have.",
        "I'm truly sorry, I understand how upsetting this is.",
    ),
    "injury": ("I'm very sorry to hear that, and I hope everyone is all right.",),
    "legal": ("I'm sorry that it has come to this.",),
    "allergy": ("Thank you for telling me, safety comes first.",),
    "discount": ("I appreciate you asking!",),
    "custom_menu": ("What a lovely idea!",),
    "corporate": ("We'd love to work with your company!",),
    "guests": ("What a wonderful big party!",),
    "travel": ("Thanks for telling me where it is!",),
    "indoor": ("Thanks for describing the place!",),
    "enquiry": ("Thank you for reaching out!",),
    "person": ("Of course!", "Sure thing!"),
    "language": ("¡Con mucho gusto! Of course!",),
    "unsure": ("I'm sorry, I want to be sure that you get this right.",),
}
"""The first words for each matter, where nobody suffered anything."""
REGRETS: dict[Tone, tuple[str, ...]] = {
    "grief": ("I'm so sorry for your loss.", "I'm truly sorry for your loss."),
    "hurt": ("I'm very sorry to hear that, and I hope everyone is all right.",),
    "illness": ("I'm sorry to hear that, and I hope for a quick recovery.",),
    "hard_time": ("I'm sorry to hear that, it can't be easy.",),
    "amiss": ("I'm sorry about the trouble.", "I'm sorry about that."),
}
"""The first words where somebody suffered something, in the place of a friendly opener."""
SORRY = frozenset({"complaint", "injury", "legal"})
ABOUT: dict[str, str] = {
    "allergy": "Our grill, tools and oil are shared and I can't promise anything here myself, so",
    "discount": "I can't set prices myself, so",
    "custom_menu": "A menu of your own is planned with you personally, so",
    "corporate": "Accounts and invoices are set up personally, so",
    "guests": "A party of that size is planned with you personally, so",
    "travel": "That's a long way for our chefs, so",
    "indoor": "Cooking indoors depends on ceilings and ventilation, so",
}
"""Why a person takes over, in one sentence with the hand-over itself."""
PASSED = (
    "I'm passing this to a person on our team, and they'll get back to you here.",
    "I'm handing this to a colleague on our team, who will get back to you here.",
    "A person from our team takes over from here and will be in touch with you.",
)
WITH_A_CALL = (
    "I'm passing this to a person on our team and telling them that you'd like a call.",
    "I'm handing this to a colleague on our team, with your wish for a call.",
)
"""Who asked to be called hears that this is passed on too."""


@says("handover")
def handover(voice: Voice, data: dict[str, Any]) -> Parts:
    """First what is felt, then why a person takes over, then that one does; who was consoled already is not greeted again."""
    tone = data.get("tone")
    if data.get("language") == "es":
        return _in_spanish(voice, sorry=bool(tone) or data["matter"] in SORRY)
    openers = REGRETS[tone] if tone else OPENERS.get(data["matter"], ("Thanks for letting me know!",))
    passed = voice.pick(*(WITH_A_CALL if data.get("call") else PASSED))
    if about := ABOUT.get(data["matter"]):
        passed = f"{about} {passed if passed.startswith('I') else passed[0].lower() + passed[1:]}"
    return [must("" if data.get("consoled") else voice.pick(*openers)), must(passed)]


def _in_spanish(voice: Voice, *, sorry: bool) -> Parts:
    """In both languages, since nobody knows which of them the person who answers writes."""
    feels = "Lo siento mucho." if sorry else "Gracias por escribirnos."
    passed = voice.pick(*PASSED)
    return [must(f"{feels} Una persona de nuestro equipo le responderá aquí."), must(f"({passed})")]


@says("other_language")
def other_language(voice: Voice, data: dict[str, Any]) -> Parts:
    if data["language"] != "es":
        return [must(voice.pick(
            "I'm sorry, I only write in English.", "I can only write in English, I'm sorry."
        )), must(voice.pick(
            "Would you like a person from our team to get back to you?", "Shall I ask a person from our team to reply to you?",
        ))]  # fmt: skip
    return [
        must(voice.pick(
            "¡Hola! Gracias por escribirnos. Por ahora solo puedo ayudarle en inglés, pero una persona de nuestro equipo con gusto le responde. ¿Quiere que le contacte una persona del equipo?",
            "Gracias por su mensaje. Yo solo escribo en inglés; ¿le gustaría que una persona de nuestro equipo le responda?",
        )),
        must(voice.pick("(I can help in English, or would you like a person from our team to reply?)", "(Would you like a person from our team to get back to you?)")),
    ]  # fmt: skip
