"""Whether it is booked yet, asked while a party is only planned: it is none that anybody could look up. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

TOPIC = "confirmed_when"
_ASKED = re.compile(
    r"\b(?:is|was|are|am) (?:it|that|this|everything|all(?: of it)?|the (?:party|date|slot|day)|we|i)(?: all| already| now| then| officially| actually)*"
    r" (?:booked|reserved|set|confirmed|locked in)\b[^.!\n]{0,15}(?:\?|$)"
    r"|\b(?:did|have) (?:you|u|we|i)(?: guys)?(?: already| just| really)? (?:book(?:ed)?|reserved?) (?:it|that|us|the (?:party|date))\b[^.!\n]{0,15}(?:\?|$)"
)
""" "Is it booked now?", "am i booked then"."""
_NONE_YET = re.compile(
    r"\b(?:there is|there'?s|i have|we have|it'?s) (?:no|none|not)(?: \w+){0,2} yet\b|\b(?:make|book) (?:me |us )?a new one\b"
)
""" "There is none yet, I am asking you to make it"."""
_OF_ONES_OWN = ("status", "own_booking", "about_own")


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame of who asks it of a plan with a day: what books it is asked, and no party is looked up."""
    if dialogue.day is None or dialogue.booked is not None:
        return frame
    folded = fold(frame.text)
    asks = _ASKED.search(folded) is not None
    if not asks and not _NONE_YET.search(folded):
        return frame
    acts = tuple(act for act in frame.acts if act not in _OF_ONES_OWN)
    topics = tuple(dict.fromkeys((*frame.topics, TOPIC))) if asks else frame.topics
    return frame.model_copy(update={"acts": acts, "topics": topics, "unknown": (), "question": frame.question or asks})
