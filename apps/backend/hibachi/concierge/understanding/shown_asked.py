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
MADE = "as_done"
"""The act of who asks after a change whether it was made, or what it was."""
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
_DEED = r"(?:chang|mov|cancel|switch|swap|updat|add|mak|do|put|tak|book|agree)\w*"
_DOER = (
    r"(?:you|u|i|we|am i|are you|are u|would you(?: be)?|will you|will u|do you|do u|did you|is it|is that|gets?|to)"
)
_ECHO = re.compile(
    rf"\W*(?:(?:{OPENERS}|yes|yeah|no|huh|sorry|hm+)\W+)*"
    rf"(?:(?:{_DOER} )?{_DEED} (?:(?:it|that|us|me|them|the party|yes) )?(?:(?:to|from|for|on) )?(?:what|which|where"
    rf"|when|who)(?: (?:one|party|day|date|exactly|now|then))*"
    rf"|(?:to|from|for|you mean|u mean) (?:what|which|where|when)(?: (?:one|party|day|date|exactly|now|then))*"
    rf"|(?:what|which|where)(?:'?s| is)?(?: (?:exactly|one|ones|party|day|date|now|then|part|thing))*"
    rf"(?: (?:{_DOER} ?(?:{_DEED}|saying|even|yes|now|all|to|ing|be|exactly|different)(?: (?:it|to|yes|now|then"
    rf"|exactly|different|changed|moved|here|there|cancelled|canceled))*"
    r"|would change|changes|will change|is changing|changed|the change|was that(?: again)?|would be different"
    r"|is different|the plan))?"
    r"|say (?:that|it) again|come again)(?: (?:exactly|again|now|then|here|please))*\W*",
    re.I,
)
""" "Change what exactly", "what exactly would you be changing", "move it where": what it is that waits for the yes."""
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
_IS_NOW = re.compile(
    rf"{_LEAD}(?:is|was|has) (?:it|that|this|everything|the party|my party|our party"
    rf"|the booking)(?: been)? (?:really |all |already |now )*"
    r"(?:chang|updat|mov|switch|set|done|fixed|in there|noted)\w*\b[^.?!\n]{0,40}\?*\W*$",
    re.I,
)
_WHAT_WAS = re.compile(
    rf"{_LEAD}what (?:exactly )?(?:did|have|was|were|has) (?:you|u|been|it|that|it been)?(?: guys)?(?: just"
    rf"| now)? ?(?:chang|mov|updat|do\b|done|switch)\w*(?: (?:exactly|now|then|it|to))*\W*$",
    re.I,
)
""" "Ok but is it changed now to 10 and 3?", "what did you change", after it was done."""
_NEGATED = re.compile(r"\b(?:can'?t|cannot|don'?t|won'?t|not|couldn'?t|wouldn'?t)\b", re.I)
_HOW_LONG = re.compile(
    rf"{_LEAD}(?:(?:and )?(?:how long|how soon|how fast|by when|when"
    rf"|how many days)\b[^.?!\n]{{0,40}}\b(?:take|takes|know|be|see|confirmed?|updated?|recorded"
    rf"|check\w*|show\w*|arrive\w*|clear\w*|that|it)\b[^.!\n]{{0,15}}|how long)\W*$",
    re.I,
)


_GUESS = re.compile(r"\b(?:right|correct|or|no|yes)\W*$", re.I)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame, marked with what is asked of what was shown or said just before."""
    kind = _kind(frame, dialogue)
    if kind is None:
        return frame
    kept = tuple(act for act in frame.acts if act in ("about_own", "own_booking", "greeting"))
    kept = (*kept, "about_own", "own_booking") if kind == MADE and "about_own" not in kept else kept
    return frame.model_copy(
        update={"acts": (*kept, kind), "topics": (), "unknown": (), "question": True, "answer": None}
    )


def echoes(text: str) -> bool:
    """Whether all that is said asks which deed it is that waits, whatever words of the deed stand in it."""
    first, *more = [part for part in re.split(r"(?<=[?.!])\s+", text.strip()) if part] or [""]
    guesses = len(more) == 1 and "?" in first and bool(_GUESS.search(more[0]))  # "just the one on sunday, right"
    return bool(_ECHO.fullmatch(first)) and (not more or guesses)


def _kind(frame: Frame, dialogue: Dialogue) -> str | None:
    text, pending = frame.text, dialogue.pending
    if pending is not None and pending.kind in ("change", "cancel") and echoes(text):
        return MEANS
    slots = frame.guests.stated or frame.dates or frame.times or frame.items or frame.zip or frame.city
    if dialogue.changed_here and pending is None and _IS_NOW.match(text) and not frame.guests.stated:
        return MADE
    if slots or len(text.split()) > MOST_WORDS:
        return None
    if _WHY_NOT_YOU.match(text) and _NEGATED.search(text):
        return WHY_NOT_YOU
    if dialogue.answered[-1:] == (CHECKED,) and _HOW_LONG.match(text):
        return CHECK_TIME
    if pending is None or pending.kind not in ("change", "cancel"):
        return MADE if dialogue.changed_here and (_DONE_YET.match(text) or _WHAT_WAS.match(text)) else None
    if _MEANS.match(text):
        return MEANS
    if "?" in text and _DONE_YET.match(text):
        return DONE_YET
    if pending.kind == "cancel":
        return None
    return WHY if _WHY.match(text) or _THAT_MUCH.match(text) else FREE if _FREE.match(text) else None
