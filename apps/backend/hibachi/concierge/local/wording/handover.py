"""Words for giving a conversation to a person: what it is about is named, nothing is promised that only they decide."""

from typing import Any

from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should
from hibachi.concierge.understanding.tone import Tone

OPENERS: dict[str, tuple[str, ...]] = {
    "complaint": (
        "I'm so sorry about this, that's not the experience anyone should have.",
        "I'm truly sorry, I understand how upsetting this is.",
    ),
    "injury": ("I'm very sorry to hear that, and I hope everyone is all right.",),
    "legal": ("I'm sorry that it has come to this.",),
    "allergy": ("Thank you for telling me, safety comes first.",),
    "discount": ("I appreciate you asking!", "Thank you for asking!"),
    "custom_menu": ("What a lovely idea!",),
    "corporate": ("We'd love to work with your company!",),
    "guests": ("What a wonderful big party!", "That sounds like a wonderful party!"),
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
HEAR = ("I'm so sorry to hear {}.", "I'm very sorry to hear {}.", "I'm truly sorry to hear {}.")
"""The first words where it was said what went wrong: that is named, nothing is owned up to."""
AFTER: dict[str, tuple[str, ...]] = {
    "complaint": ("I understand how upsetting that is.", "I can see why that upset you."),
    "injury": ("I hope everyone is all right.",),
}
"""What is said behind it, once."""
ABOUT: dict[str, tuple[str, ...]] = {
    "allergy": ("Our grill, tools and oil are shared and I can't promise anything here myself, so",),
    "discount": ("I can't set prices myself, so", "Prices aren't mine to change, so"),
    "custom_menu": ("A menu of your own is planned with you personally, so",),
    "corporate": ("Accounts and invoices are set up personally, so", "Terms and invoices are arranged personally, so"),
    "guests": (
        "A party of that size is planned with you personally, so",
        "We plan a group that large with you personally, so",
    ),
    "travel": ("{place} is a long way for our chefs, so",),
    "indoor": ("Cooking indoors depends on ceilings and ventilation, so",),
}
"""Why a person takes over, in one sentence with the hand-over itself."""
PASSED = (
    "I'm passing this to a person on our team, and they'll get back to you here.",
    "I'm handing this to a colleague on our team, who will get back to you here.",
    "I'm giving this to a person on our team, who will write to you here.",
    "A person from our team takes over from here and will be in touch with you.",
)
WITH_MONEY = (
    "I'm passing this and your wish for a refund to a person on our team, who will get back to you here.",
    "I'm handing this, with your request for a refund, to a colleague on our team, who will get back to you here.",
)
"""Who asks for money back hears that this is passed on; whether there is any is for that person to say."""
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
    passed = voice.pick(*(WITH_A_CALL if data.get("call") else WITH_MONEY if data.get("money") else PASSED))
    if about := ABOUT.get(data["matter"]):
        why = voice.pick(*about).format(place=data.get("place") or "That")
        passed = f"{why} {passed if passed.startswith('I') else passed[0].lower() + passed[1:]}"
    return [*_openers(voice, data), must(passed)]


def _openers(voice: Voice, data: dict[str, Any]) -> Parts:
    """What comes first: regret for what was named, else for what was felt, else a friendly word."""
    if data.get("consoled"):
        return []
    matter, tone, suffered = data["matter"], data.get("tone"), data.get("suffered")
    if matter == "travel" and data.get("wished") and not tone:
        return []
    if matter == "corporate" and not data.get("firm") and not tone:
        return [must(voice.pick(*OPENERS["discount"]))]
    if suffered and tone != "grief":
        after = AFTER.get("injury" if tone == "hurt" else matter)
        told = voice.pick(*HEAR).format(" and ".join(suffered))
        return [must(told), *([should(voice.pick(*after))] if after else [])]
    if matter == "allergy" and data.get("whose") and not tone:
        return [must(f"Thank you for telling me about {data['whose']} allergy.")]
    return [must(voice.pick(*(REGRETS[tone] if tone else OPENERS.get(matter, ("Thanks for letting me know!",)))))]


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
            "¡Hola! Gracias por escribirnos. Por ahora solo puedo ayudarle en inglés, pero una "
                    "persona de nuestro equipo con gusto le responde. ¿Quiere que le contacte una persona del "
                    "equipo?",
            ("Gracias por su mensaje. Yo solo escribo en inglés; ¿le gustaría que una persona de "
                    "nuestro equipo le responda?"),
        )),
        must(voice.pick("(I can help in English, or would you like a person from our team to reply?)", "(Would you like a person from our team to get back to you?)")),
    ]  # fmt: skip
