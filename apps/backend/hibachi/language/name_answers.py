"""Names among other answers: a clause that is nothing but a name, when a name was asked for or a contact stands beside it.

"laura finch. no kids. no extras", "Sam Ortiz sam@example.com", "no extras. laura finch", "the Lakeview PTA".
"""

from collections.abc import Collection

from hibachi.kit import lazy_re as re
from hibachi.language import exclamations
from hibachi.language.roster.words import RELATION
from hibachi.language.spans import Span
from hibachi.language.tagging import known_names

_CUT = re.compile(
    r"(?<!\b[A-Z])[.,;!?\n()]+(?!\w)|(?:^|\s)(?:and|but|with|because|plus)\s"
    r"|\s(?=(?:my|her|his|the) (?:best )?(?:cell|mobile|number|phone|e-?mail|contact|digits)\b)"
    r"|[:;]-?[)D]|[\U0001F300-\U0001FAFF☀-➿]+"
)
_LEAD = re.compile(
    r"^(?:(?:h+m+|um+|uh+|er+|erm|oh|ok|okay|alright|all right|great|cool|sorry|yes|yeah|yep|sure"
    r"|well|so|hi|hey|hello|please|just(?: put| say| write)?|it'?s|its|that'?s|thats|it is|this is"
    r"|that would be|it would be|would be|(?:i|you) (?:can|could) (?:put|use|write|say)"
    r"|put(?: it| me)?(?: down)?|make it(?: out)?|i go by|(?:for|under|to|as)"
    r"|(?:the |my |our )?(?:full |whole )?name(?: on it| for it)?(?:'s| is| should be| will be"
    rf"| would be)?:?|(?:my|our) (?:{RELATION})(?:'?s)?(?: name)?(?: is)?|the)\s+)+",
    re.I,
)
_TRAIL = re.compile(
    r"(?:\s+(?:please|pls|plz|thanks|thank you|thx|ty|here|speaking|is fine|is good|works|is ok(?:ay)?"
    r"|asap|i guess|then|again|bro|bruh|dude|man|lol|haha|fam|yo|tho|btw))+$",
    re.I,
)
_TITLE = re.compile(
    r"^(?:mr|mrs|ms|mx|dr|miss|prof|rev|sgt|capt|col|lt|colonel|captain|sergeant|lieutenant|judge"
    r"|rabbi|imam|deacon|reverend|professor|doctor|officer|sheriff|coach|pastor)\.?\s+",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_PARTICLES = frozenset("de da van von der la del di bin al el le y st dos den ten ter".split())
_ORGANISATION = re.compile(
    r"\b(?:pta|pto|hoa|llc|inc|corp|co|company|club|church|school|academy|university|college|temple"
    r"|mosque|synagogue|department|dept|group|team|family|association|society|foundation|dental|clinic"
    r"|hospital|bank|realty|studios?|labs?|partners|troop|league|crew)\b",
    re.I,
)
MOST_WORDS = 4


def answers(
    text: str, *, refused: Collection[str], blocked: Collection[Span], also: Collection[str], asked: bool = False
) -> list[Span]:
    """Where a clause of a text is a name or an organisation and nothing else.

    blocked: contacts, which end a clause. also: words of the refused ones that are names beside another name ("April Jones").
    """
    blank = list(text)
    for span in blocked:
        blank[span.start : span.end] = "," * (span.end - span.start)
    found: list[Span] = []
    start, flat = 0, "".join(blank)
    for end, after in [*((cut.start(), cut.end()) for cut in _CUT.finditer(flat)), (len(flat), len(flat))]:
        if (name := _name_of(text, start, end, refused, also, blocked, asked=asked)) is not None:
            found.append(name)
        start = after
    return found


def _name_of(
    text: str,
    start: int,
    end: int,
    refused: Collection[str],
    also: Collection[str],
    blocked: Collection[Span],
    *,
    asked: bool,
) -> Span | None:
    clause = text[start:end].rstrip()
    bare = clause.lstrip(" -–—,")
    cued = False
    for pattern in (_LEAD, _TITLE):
        if match := pattern.match(bare):
            cued, bare = True, bare[match.end() :]
    at = start + len(clause) - len(bare)
    bare = _TRAIL.sub("", bare).rstrip(" -–—")
    said = Span(at, at + len(bare), bare)
    if asked and stands_before(said, blocked) and bare.isalpha() and len(bare) > len("al"):
        return said if bare.lower() not in {*refused, *exclamations.WORDS, *_OF_CONTACT} else None
    return said if _is_name(bare, refused, also, cued=cued) else None


_OF_CONTACT = frozenset(
    "phone cell call text mobile number tel telephone home work reach email mail whatsapp contact his her my"
    " is at here sure done the total best use via or and thx cool nice".split()
)


def stands_before(said: Span, blocked: Collection[Span]) -> bool:
    """ "jax 209-555-0155", asked for a name: one word with the number behind it, however it is written."""
    return any(0 < span.start - said.end <= len(", ") for span in blocked)


def _is_name(said: str, refused: Collection[str], also: Collection[str], *, cued: bool) -> bool:
    words = said.split()
    if not 1 <= len(words) <= MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    low = [word.lower().strip(".") for word in words]
    if " ".join(low) in refused or " ".join(low) in exclamations.WORDS:
        return False
    if len(words) > 1 and _ORGANISATION.search(said):
        return words[0][:1].isupper() and low[0] not in refused
    taken = [word for word in low if word in refused and word not in _PARTICLES]
    if taken and not (
        len(words) > 1 and all(word in also for word in taken) and any(_is_known(word) for word in low[1:])
    ):
        return False
    if len(words) == 1:
        return _is_known(low[0]) and (words[0][:1].isupper() or cued)
    capitals = all(word[:1].isupper() or word in _PARTICLES for word in words)
    return capitals or _is_known(low[0]) or (_is_known(low[-1]) and len(low[0]) > 1)


def _is_known(word: str) -> bool:
    """Whether a word, or a part of a double one ("mary-ann"), is a name that we know."""
    known = known_names()
    return word in known or any(part in known for part in re.split(r"[-'’]", word) if len(part) > 2)
