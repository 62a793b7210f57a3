"""What somebody asks of a change that was just shown and waits for the yes: why it is more, whether it is free, what it means. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS

DONE_YET = "asks_if_done_yet"
WHY, FREE, MEANS, WHY_NOT_YOU, CHECK_TIME = (
    "asks_why_more",
    "asks_if_free",
    "asks_what_it_means",
    "asks_why_not_you",
    "asks_check_time",
)
CHECKED = "payment_check"
"""Stands among what was answered where it was told how payments are checked."""
MOST_WORDS = 12
_LEAD = rf"^\W*(?:(?:{OPENERS}|no)\W+)*"
_IT = r"(?:it|that|this|the (?:new )?(?:total|price|move|change|cost)|everything|they|those)"
_WHY = re.compile(
    rf"{_LEAD}(?:why(?:'?s| is| would| does| did| are| so)?|how come"
    rf"|what(?:'?s| is)(?= the (?:extra|increase|difference)))\b(?:[^.?!\n]{{0,30}}\b(?:more|higher"
    r"|extra|so much|go(?:es|ing)? up|went up|increase\w*|jump\w*|difference|cost\w*|price|that much"
    rf"|\$?\d{{2,4}})\b|\s*\W*$)",
    re.I,
)
_THAT_MUCH = re.compile(rf"{_LEAD}\$?\d{{2,4}}(?: (?:dollars|bucks|more|extra))*\s*(?:\?[?!]*|!+\?)", re.I)
""" "200?? We changed it 5 min ago": why it is so much."""
_FREE = re.compile(
    rf"{_LEAD}(?:(?:it'?s|its|is it|is that|that'?s|thats|is this|{_IT} (?:is|would be)"
    r"|would (?:it|that) be|this is)(?: (?:all|then|still|totally|completely|for))* (?:free"
    r"|no (?:extra )?(?:charge|cost|fee)|at no (?:extra )?(?:charge|cost))\b"
    r"|(?:no|any|is there (?:an?|any)|are there any) (?:extra |additional |more )?(?:charges?|costs?"
    rf"|fees?)\b|(?:does|do|will|would) {_IT} cost\b"
    rf"|(?:so )?{_IT} costs? (?:nothing|anything|extra|more)\b)[^.!\n]{{0,25}}$",
    re.I,
)
_MEANS = re.compile(
    rf"{_LEAD}(?:what(?: exactly)? does (?:that|this|it|all that|all of that) (?:all |even "
    rf"|exactly )?mean\b[^.!\n]{{0,20}}|(?:and )?(?:that|this|it) means(?: what)?|meaning(?: what)?"
    rf"|what do (?:you|u) mean\b[^.!\n]{{0,20}}|what happens (?:if i (?:say )?yes|then)|wdym|wym"
    r"|i (?:don'?t|dont) (?:get|understand|follow) (?:it|that|this)?)\W*$",
    re.I,
)
_WHY_NOT_YOU = re.compile(
    rf"{_LEAD}(?:why|how come)(?: can'?t| cannot| don'?t| won'?t| not| couldn'?t"
    r"| wouldn'?t)? (?:can'?t |cannot |don'?t |won'?t |couldn'?t )?(?:you|u)(?: guys)?(?: can'?t"
    r"| cannot| won'?t| don'?t| not)?(?: just| simply| please)? (?:do|change|fix|update|mark|add"
    rf"|handle|correct|take care of|put)\b[^.!\n]{{0,40}}$"
    rf"|{_LEAD}(?:can'?t|cannot|couldn'?t) (?:you|u) (?:just |simply )?(?:do|change|fix|update"
    r"|handle) (?:it|that|this)(?: yourself)?\W*$",
    re.I,
)
_DONE_YET = re.compile(
    rf"{_LEAD}(?:(?:is|was|has|it'?s|its"
    r"|that'?s)(?: (?:it|that|this|everything|all|the \w+|my \w+|our \w+|is|been|now|already|all))* "
    r"|(?:did|have) (?:you|u)(?: guys)?(?: already| just)? |\w+ (?:is|was) )(?:it )?(?:chang(?:e|ed)"
    r"|mov(?:e|ed)|done|updat(?:e|ed)|cancel(?:l?ed)?|gone|switch(?:ed)?|set|made|add(?:ed)?"
    r"|put (?:it |that )?(?:in|on))\b(?: (?:it|that|this|them|now|already|then|yet|or not"
    r"|to \d+))*\W*$",
    re.I,
)
""" "So it is changed?", while what was shown waits for the yes: not yet."""
_NEGATED = re.compile(r"\b(?:can'?t|cannot|don'?t|won'?t|not|couldn'?t|wouldn'?t)\b", re.I)
_HOW_LONG = re.compile(
    rf"{_LEAD}(?:(?:and )?(?:how long|how soon|how fast|by when|when"
    rf"|how many days)\b[^.?!\n]{{0,40}}\b(?:take|takes|know|be|see|confirmed?|updated?|recorded"
    rf"|check\w*|show\w*|arrive\w*|clear\w*|that|it)\b[^.!\n]{{0,15}}|how long)\W*$",
    re.I,
)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame, marked with what is asked of what was shown or said just before."""
    kind = _kind(frame, dialogue)
    if kind is None:
        return frame
    kept = tuple(act for act in frame.acts if act in ("about_own", "own_booking", "greeting"))
    return frame.model_copy(
        update={"acts": (*kept, kind), "topics": (), "unknown": (), "question": True, "answer": None}
    )


def _kind(frame: Frame, dialogue: Dialogue) -> str | None:
    text, pending = frame.text, dialogue.pending
    slots = frame.guests.stated or frame.dates or frame.times or frame.items or frame.zip or frame.city
    if slots or len(text.split()) > MOST_WORDS:
        return None
    if _WHY_NOT_YOU.match(text) and _NEGATED.search(text):
        return WHY_NOT_YOU
    if dialogue.answered[-1:] == (CHECKED,) and _HOW_LONG.match(text):
        return CHECK_TIME
    if pending is None or pending.kind not in ("change", "cancel"):
        return None
    if _MEANS.match(text):
        return MEANS
    if "?" in text and _DONE_YET.match(text):
        return DONE_YET
    if pending.kind == "cancel":
        return None
    return WHY if _WHY.match(text) or _THAT_MUCH.match(text) else FREE if _FREE.match(text) else None
