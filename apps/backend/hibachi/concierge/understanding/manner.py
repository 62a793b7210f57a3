"""That our words came across badly, and nothing else: "bit rude.", "wow that was kinda curt". Pure.

The first time it is a thing to be sorry for; said again, or of somebody who was there, it is a complaint.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

ACT = "rude"
_RUDE = r"(?:rude|curt|snippy|blunt|cold|harsh|impolite|abrupt|dismissive|snarky|short with me|unfriendly|pushy)"
_OF_US = re.compile(
    r"\W*(?:(?:wow|ok|okay|lol|um+|uh+|well|geez|jeez|hm+|hey|omg|damn|yikes|that'?s|thats|that|was|is"
    r"|this|it|its|it'?s|you'?re|you"
    r"|your|ur|u|r|are|were|sound|sounds?|sounded|seems?|came across|comes across|as|kinda|kind of"
    r"|sort of|a|an|bit|little"
    r"|tad|pretty|so|very|really|rather|just|being|slightly|somewhat|bot|ai|robot|answer|reply"
    r"|response|message|tone|way"
    r"|to put it|of you|for no reason|no need to be|don'?t be|not nice|how|quite|honestly|but|and|no"
    r"|need|be|tbh|why|thing"
    rf"|to say|haha+|there|dont)\W+)*{_RUDE}"
    r"(?:\W+(?:lol|haha+|tbh|ngl|of you|answer|reply|response|message|tone|bot|much|but ok(?:ay)?"
    r"|but fine|wow|smh|imo|there"
    r"|honestly|man|dude|don'?t you think|are you|thing to say|to me))*\W*"
)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with that reproach as its act, where it is the first and all that is said."""
    if ACT in dialogue.answered or not _OF_US.fullmatch(fold(frame.text)):
        return frame
    return frame.model_copy(update={"acts": (ACT,), "topics": (), "unknown": (), "apart": (), "answer": None})
