"""Which language a message is in, as far as it tells. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.tongue import tell_tongue

_THANKS = re.compile(
    r"\W*(?:(?:muchas|muchisimas|muchísimas|mil) )?gracias(?: (?:por todo|amigo|amiga|senor|señor|a ti"
    r"|a usted|bye|adios|adiós))?\W*",
    re.I,
)
""" "Gracias" in a talk that goes on in English is thanks, and asks for no other language."""
SURE_OF_TONGUE = 0.6
NAME_WORDS = 3
"""A message that is hardly more than a name says nothing of the language."""


def language_of(text: str, dialogue: Dialogue, frame: Frame) -> str:
    """The language of a message; a name, or "si" and "gracias" in a talk that goes on in English, tell of none."""
    words = len(text.split())
    if dialogue.turns and _THANKS.fullmatch(text):
        return "en"
    goes_on = (
        dialogue.booked is not None
        or dialogue.goal is not None
        or dialogue.pending is not None
        and dialogue.pending.kind != "human"
    )
    if (frame.name and words <= NAME_WORDS) or (goes_on and words < NAME_WORDS) or "in_english" in frame.acts:
        return "en"
    tongue = tell_tongue(text)
    sure = tongue.sure >= SURE_OF_TONGUE and (
        tongue.language == "es" or len(text.split()) > NAME_WORDS or not text.isascii()
    )
    return tongue.language if tongue.language in ("es", "other") and sure else "en"
