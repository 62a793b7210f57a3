"""Words that were written into each other, apart again: "price12adults94539", "so...14 adults...94301", "16-adults/94560"."""

from hibachi.kit import lazy_re as re
from hibachi.language.guest_words import ADULTS, CHILDREN, PEOPLE, TODDLERS

_NOUN = rf"(?:{ADULTS}|{CHILDREN}|{TODDLERS}|{PEOPLE})"
_ADDRESS = re.compile(r"(?<!\S)\S*?(?:@|://|www\.|\.com\b|\.org\b|\.net\b)\S*", re.I)
_GLUED = re.compile(
    rf"(?<![\w.])[a-z]{{0,12}}(?:\d{{1,3}}{_NOUN})+(?:\d{{5}})?[a-z]{{0,12}}(?!\w)|(?<![\w.]){_NOUN}\d{{1,3}}(?!\w)",
    re.I,
)
_KEYCAP = re.compile("(?<=[0-9])\ufe0f?\u20e3")
_WIDE = {ord(wide): ord(plain) for wide, plain in zip("０１２３４５６７８９，．：", "0123456789,.:", strict=True)}
_PRICE_ASKED = re.compile(r"(\d)\s*\$\s*\?")
_PARTS = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])", re.I)
_BEFORE_DIGITS = (
    "for|and|in|with|at|is|are|r|n|zip|code|on|of|price|us|about|be|to|than|or|the|all|like|maybe|plus"
    "|party|from|were|we"
    "|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    "|sept?|oct|nov|dec"
    "|saturday|sunday|friday|monday|tuesday|wednesday|thursday|sat|sun|fri|only|just|tomorrow|today"
    "|tonight|noon|around|approx|adding|add|adults?|kids?|people|do|have|need|want|host|feed|got|there"
    "|ages?|aged"
)
_BEHIND_DIGITS = (
    "and|adults?|kids?|in|at|on|for|is|are|with|of|zip|lobsters?|salmon|scallops?|filets?|gyoza|shrimp"
    "|chicken|noodles|edamame|please|pls|how|price"
    "|all|total|saturday|sunday|friday|or|to|plus|what|we|can|my|our|tails?|orders?|march|april|may"
    "|june|july|august|september|october|november|december|hibachi|grown"
)
_DIGITS_RUN_INTO_WORDS = re.compile(
    r"(?<![\w.@/-])(?=[a-z]*\d)(?!\d+(?:am|pm|a|p|st|nd|rd|th|yo|yrs?|y|k|m|x|s|mi|miles?|hrs?|h|min"
    rf"|ish|ppl)\b)(?:{_BEFORE_DIGITS}|how"
    rf"|much)*(?:\d{{1,5}}(?:am|pm|st|nd|rd|th)?(?:{_BEHIND_DIGITS}|{_BEFORE_DIGITS})*)+(?![\w@/-])",
    re.I,
)
"""A token of nothing but numbers and words that stand beside numbers: "and2kids", "in94538with4scallops", "2at6pm"."""
_WORD_BOUND = re.compile(
    r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])(?!(?:am|pm|st|nd|rd|th)(?![a-z]))|(?<=\dam|\dpm|\dst|\dnd|\drd|\dth)(?=[a-z])",
    re.I,
)
_BEFORE_ZIP = re.compile(r"(?<=\b\d)/(?=\d{5}\b)|(?<=\b\d\d)/(?=\d{5}\b)")
_AND_I_SAY = re.compile(
    r"(?<=\w),? (?:and|n|&) (?=i(?:['\u2019]m|['\u2019]d (?:like|love)|['\u2019]ve|m"
    r"| am (?:not|also|still)| (?:also |really |just |still )?(?:think|guess|believe|suppose|want"
    r"|wanna|wanted|need|needed|would (?:like|love)|live|have|know|don['\u2019]?t|do"
    r"|can['\u2019]?t tell|cannot|might|heard|saw|love|like|wonder|hope|must|should|see|was|got|forgot"
    r"|prefer))\b)",
    re.I,
)
_ENDS_IN_A_COUNT = re.compile(rf"(?:{_NOUN}|\bof us)$", re.I)
"""What somebody says next is no guest: "15 adults and I think 3 kids"."""
_BEHIND_ZIP = re.compile(rf"(?<![\d#-])(\d{{5}})(?= (?:hm+ |u[mh]+ )?(?:the |my |our )?{_NOUN}(?![\w]))", re.I)
"""A ZIP counts nobody: "95128 kids are 10 and 7" begins to speak of the kids."""
_DOTS = re.compile(r"(?<=[a-z0-9])(\.{2,}|\u2026)(?=[a-z0-9])", re.I)
_MARKS = re.compile(r"(?<=[a-z])([,;:])(?=\d)", re.I)
_JOINED = re.compile(
    rf"(?<=[a-z])[/|_](?=\d{{1,3}}[ _-]?[a-z]{{3}}|\d{{5}}\b)|(?<=\d{{5}})[/|_.](?=[a-z])"
    rf"|(?<=[a-z]{{3}})\|(?=[a-z0-9])|(?<=\d)[-_.](?={_NOUN}(?![\w]))|(?<=[a-z])[.](?=\d{{5}}\b)",
    re.I,
)
_DOZENS = re.compile(r"\b(?P<n>an?|one|two|three|four|\d)(?: dozen and an? half| and an? half dozen)\b", re.I)
_TIMES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_NUMBERED = re.compile(r"^[ \t>]*\(?(?P<number>\d{1,2})[.)][ \t]+(?=[a-z\"'])", re.I | re.M)


_PLACE_AND_ZIP = re.compile(r"(?<![\w@.#/-])([a-z]{4,})(?=\d{5}(?![\w-]))", re.I)
""" "Castro valley94546"."""


def spaced(text: str) -> str:
    """The text with spaces where words, numbers and dots stand without any between them; links and addresses stay."""
    text = _DOZENS.sub(_dozens, text)
    text = _unnumbered(_PRICE_ASKED.sub(r"\1 ?", _KEYCAP.sub("", text).translate(_WIDE)))
    parts, last = [], 0
    for address in _ADDRESS.finditer(text):
        parts += [_apart(text[last : address.start()]), address.group()]
        last = address.end()
    return "".join([*parts, _apart(text[last:])])


def _dozens(match: re.Match[str]) -> str:
    """ "A dozen and a half" is 18."""
    said = match["n"].lower()
    return str(12 * (_TIMES.get(said) or int(said)) + 6)


def _apart(text: str) -> str:
    text = _JOINED.sub(" ", _MARKS.sub(r"\1 ", _DOTS.sub(r"\1 ", text)))
    text = _PLACE_AND_ZIP.sub(r"\1 ", _BEFORE_ZIP.sub(" ", text))
    text = _DIGITS_RUN_INTO_WORDS.sub(lambda match: _WORD_BOUND.sub(" ", match.group()), text)
    text = _AND_I_SAY.sub(_said_next, _BEHIND_ZIP.sub(r"\1,", text))
    return _GLUED.sub(lambda match: _PARTS.sub(" ", match.group()), text)


def _said_next(match: re.Match[str]) -> str:
    return ". " if _ENDS_IN_A_COUNT.search(match.string[: match.start()]) else match.group()


def _unnumbered(text: str) -> str:
    """A list "1) … 2) …" without its numbers: they count lines, not guests."""
    numbers = [int(match["number"]) for match in _NUMBERED.finditer(text)]
    return _NUMBERED.sub("", text) if len(numbers) > 1 and numbers == [*range(1, len(numbers) + 1)] else text
