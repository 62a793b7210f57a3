"""A question that goes on about until when something may change: "until when the guests? and the menu? and the date?". Pure."""

from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.openers import GLAD, OPENERS

DEADLINES = frozenset({"guest_count_final", "menu_change", "reschedule"})
_GOES_ON = re.compile(
    rf"^\W*(?:(?:{OPENERS}|{GLAD})\W+)*(?:and|what about|how about|or|also|so|but|same for|then|can i"
    r"|can we|is it the same)\b",
    re.I,
)
_OF = (
    (
        "menu_change",
        re.compile(
            r"\b(?:eats?|eating|menu|foods?|proteins?|dish(?:es)?|meats?|upgrades?|orders?|extras?|add-?ons?"
            r"|lobster|what (?:they|people|we|everyone) (?:want|get|have))\b",
            re.I,
        ),
    ),
    (
        "reschedule",
        re.compile(r"\b(?:dates?|day|time|party itself|whole party|move|resched\w*|postpone|another day)\b", re.I),
    ),
    (
        "guest_count_final",
        re.compile(r"\b(?:guests?|people|head ?count|number|how many(?! times)|kids|who'?s coming)\b", re.I),
    ),
)
_OTHER = re.compile(
    r"\b(?:how much|cost|price|per (?:person|head)|cancel\w*|deposit|pay\w*|tip|sit|seat\w*|allerg\w*)\b|\d", re.I
)
_AFTER = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|and|what|what about|what if|how about|but|so|if)\W+)*(?:(?:it'?s |its |i'?m "
    r"|we'?re |i do it |i move it )?(?:after(?:wards?)?(?: (?:that|then|it))?"
    r"|later(?: than (?:that|this))?|past (?:that|it))|a second time|twice|again|more than once)\W*$"
)
""" "And after that?", "what if it's later than that": the same rule has the answer."""
MOST_WORDS = 16


def goes_on(folded: str, answered: tuple[str, ...]) -> str | None:
    """The deadline that a message asks for by going on from another one; None where it asks something else."""
    if answered[-1:] == () or answered[-1] not in DEADLINES or len(folded.split()) > MOST_WORDS:
        return None
    if answered[-1] == "reschedule" and _AFTER.search(folded):
        return "reschedule"
    if not _GOES_ON.match(folded) or _OTHER.search(folded):
        return None
    return next((topic for topic, pattern in _OF if pattern.search(folded)), None)


_UNTIL_WHEN = re.compile(
    r"\b(?:until when|till when|by when|until what|how late|how long|when at the latest|latest"
    r"|deadlines?|cut ?-?offs?|last (?:day|minute|moment|chance)"
    r"|how (?:many|much) (?:hours|time|days) before)\b"
)
_CHANGES = re.compile(
    r"\b(?:chang\w*|adjust\w*|alter\w*|switch\w*|swap\w*|updat\w*|correct\w*|amend\w*|tweak\w*"
    r"|modif\w*|edit\w*|revis\w*|finali[sz]\w*|deadlines?)\b"
)


def both(folded: str) -> tuple[str, ...]:
    """ "Until when may we change (a) the guests and (b) the menu?": the deadlines of one question for several things."""
    if not _UNTIL_WHEN.search(folded) or not _CHANGES.search(folded):
        return ()
    counted = _OF_EATERS.sub(" ", folded)
    named = [topic for topic, pattern in _OF if topic in _ASKED_TOGETHER and pattern.search(counted)]
    return tuple(named) if len(named) == len(_ASKED_TOGETHER) and not _MOVES.search(folded) else ()


_OF_EATERS = re.compile(
    r"\b(?:people|guests|they|everyone|everybody"
    r"|kids)(?='?s? (?:eat|want|get|have|pick|choos|cho[os]e|order|foods?\b|meals?\b|proteins?\b|dish"
    r"|orders?\b))"
)
""" "Change what people eat": of the menu alone."""
_ASKED_TOGETHER = ("menu_change", "guest_count_final")
_MOVES = re.compile(r"\b(?:add|adding|bring|cancel\w*)\b")


def before_booking(frame: Frame, *, own: bool) -> Frame:
    """ "What can I change on the menu close to the party", of somebody without one: until when is asked, no party is looked up."""
    if own or not frame.topics or set(frame.topics) - DEADLINES or frame.dates or frame.times or frame.items:
        return frame
    acts = tuple(act for act in frame.acts if act not in ("own_booking", "change"))
    return frame.model_copy(update={"acts": acts})
