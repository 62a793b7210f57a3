"""What has nothing to do with a party, asked once more after it was declined: "ok then html for a login page?". Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.openers import GLAD, OPENERS

DECLINED = "off_topic"
"""Noted among what was answered, so that going on with it is understood."""
_GOES_ON = re.compile(
    rf"^\W*(?:(?:{OPENERS}|{GLAD}|no|come on|c'?mon|please|pls)\W+)*(?:(?:can|could|would|will) (?:you"
    r"|u)\b|(?:just|at least|then|how about|what about|do|does|who|what|when|why|how|where|is|are"
    r"|give|tell|write|make|help|show|explain|teach|say|sing|play|try|pretend)\b)|\?\W*$"
    r"|\b(?:please|pls|instead|just (?:this )?once|quick(?:ly)?)\b",
    re.I,
)
_OURS = re.compile(
    r"\b(?:hibachi|part(?:y|ies)|chefs?|menu|book\w*|quote|price\w*|cost\w*|guests?|adults?|kids"
    r"|people|grill\w*|deposit|travel|cater\w*|dinner|event|availab\w*|date|team|person|human)\b",
    re.I,
)

_OF_A_GAME = re.compile(
    r"\b(?:who(?:'s| is| will)? (?:won|win|winning|gonna win|going to win)|final score|score of)\b", re.I
)
""" "Who won the super bowl": a game is asked about, no day."""

_ALSO = re.compile(r"\b(?:then|but|just|at least|how about|what about|instead)\b", re.I)
""" "Fine, then just the names": no yes, what was declined is asked for in part."""


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as off the topic once more, where what was declined is gone on with and nothing of ours is said."""
    if "off_topic" in frame.acts and frame.dates and _OF_A_GAME.search(frame.text):
        return frame.model_copy(update={"dates": (), "date_said": None, "event_type": None})
    if dialogue.answered[-1:] != (DECLINED,) or not _GOES_ON.search(frame.text) or _OURS.search(frame.text):
        return frame
    told_of = (
        frame.topics or frame.guests.stated or frame.dates or frame.times or frame.zip or frame.items or frame.mentioned
    )
    if (
        told_of
        or frame.city
        or frame.name
        or frame.phone
        or frame.email
        or frame.dietary
        or (frame.answer == "yes" and not _ALSO.search(frame.text))
    ):
        return frame
    return frame.model_copy(update={"acts": (*frame.acts, "off_topic"), "unknown": ()})
