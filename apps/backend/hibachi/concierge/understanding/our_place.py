"""Where somebody believes that we are: "you're in San Jose, no?". Told of us, such a town is not where the party is. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_OURS = (
    r"\b(?:(?:you|u|ya|yall|they)(?:'re|r| are| guys are| all are|'re all)(?: not)?|youre|ur"
    r"|your (?:guys|chefs?|team|office|company|kitchen|base)(?:'s| is| are)?"
    r"|aren'?t (?:you|u|ya|yall)(?: guys)?)(?: (?:all|guys|right|actually|just|already|based|located"
    r"|coming|driving|out|over))*(?: (?:in|at|near|from|out of|by|around))+ "
)


def not_theirs(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame without a town that is told as ours, once the party has a place of its own."""
    if frame.city is None or frame.zip or not (dialogue.zip or dialogue.city):
        return frame
    if not re.search(_OURS + re.escape(frame.city.lower()), fold(frame.text)):
        return frame
    topics = tuple(topic for topic in frame.topics if topic != "area" or len(frame.topics) == 1)
    return frame.model_copy(update={"city": None, "state": None, "topics": topics})
