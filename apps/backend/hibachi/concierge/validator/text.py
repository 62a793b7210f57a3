"""A reply cut into sentences and clauses; offsets are those of the reply."""

from collections.abc import Iterator
from dataclasses import dataclass

from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_DOTTED = re.compile(r"\b([ap])\.\s?m\.(?=(\s+[A-Z])?)", re.IGNORECASE)
_END = re.compile(
    r"\n+|(?<=[a-z)\"'%])[.!?]+(?=[\s\"')]|$)|(?<=\d)[.!?]+(?=\s|$)|[!?]+|[.](?=\s|$)"
    r"|[\U0001F300-\U0001FAFF\u2600-\u27BF]+"
)
_TITLES = re.compile(
    r"\b(?:approx|est|incl|no|mr|mrs|ms|dr|st|vs|etc|sat|sun|mon|tue|tues|wed|thu|thur|thurs|fri|jan"
    r"|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|hrs?|mins?|mi|ft|e\.g|i\.e)\.$"
)
_CLAUSE = re.compile(r";| - |[()]|,? (?:but|however|although|though|while|whereas|yet|except|instead|otherwise) |: ")
_COMMA = re.compile(r", (?:and |or |so |then )?")
NEGATION = re.compile(
    r"\b(?:not|never|no|none|nothing|neither|nor|without|cannot|unable|can't|won't|don't|doesn't|isn't"
    r"|aren't|wasn't|weren't|hasn't|haven't"
    r"|couldn't|wouldn't|shouldn't|didn't|cant|wont|dont|doesnt|isnt|arent|havent|hasnt|rather than"
    r"|instead of|hardly)\b"
)
CONDITION = re.compile(
    r"\b(?:if|once|when|whenever|unless|until|till|before|after|as soon as|in case|should you|whether"
    r"|will|would|'ll|'d|can|could|may|might|shall"
    r"|to be|going to|ready to|happy to|want me to|like me to|want to|need to|needs to|has to|have to"
    r"|must|let me|please|in order to|provided|first)\b|\?"
)
ASKING = re.compile(
    r"^[\s\"'-]*(?:and |or |so |then |ok(?:ay)?,? |great[,!]? |perfect[,!]? )?(?:would|could|can|do"
    r"|does|did|is|are|was|will|shall|should|may|which|what|when|where|who|how|want|ready"
    r"|have you|has|any|sound|like me|care to|need|interested)\b"
)


@dataclass(frozen=True, slots=True)
class Part:
    """Characters [start, end) of the reply, folded; asks: it is a question."""

    start: int
    end: int
    text: str
    asks: bool


def flatten(text: str) -> str:
    """The reply in lower case, plain quotes and dashes, "p.m." as "pm"; exactly as long as the reply."""
    plain = _DOTTED.sub(_undotted, text)
    folded = fold(plain)
    return folded.replace("*", " ").replace("_", "_")


def _undotted(match: re.Match[str]) -> str:
    width = len(match.group())
    return (match[1] + "m" + ("." if match[2] else " ")).ljust(width)


def sentences(folded: str) -> list[Part]:
    """The sentences, lines and items of a reply."""
    parts: list[Part] = []
    start = 0
    for match in _END.finditer(folded):
        if match.group().startswith(".") and _TITLES.search(folded, max(start, match.end() - 8), match.end()):
            continue
        _add(parts, folded, start, match.end())
        start = match.end()
    _add(parts, folded, start, len(folded))
    return parts


def _add(parts: list[Part], folded: str, start: int, end: int) -> None:
    if folded[start:end].strip():
        text = folded[start:end]
        parts.append(Part(start, end, text, "?" in text[-4:]))


def clauses(sentence: Part) -> list[Part]:
    """A sentence cut at "but", "while", semicolons, dashes, colons and brackets."""
    return list(_cut(sentence, _CLAUSE))


def pieces(clause: Part) -> list[Part]:
    """A clause cut at its commas."""
    return list(_cut(clause, _COMMA))


def _cut(part: Part, at: re.Pattern[str]) -> Iterator[Part]:
    start, cuts = 0, [match.span() for match in at.finditer(part.text)]
    for left, right in [*cuts, (len(part.text), len(part.text))]:
        if part.text[start:left].strip():
            last = right == len(part.text)
            yield Part(part.start + start, part.start + left, part.text[start:left], part.asks and last)
        start = right


def negated(text: str, position: int, *, reach: int = 45) -> bool:
    """Whether a "not" stands before the position, within reach and within its piece of the sentence."""
    before = text[max(0, position - reach) : position]
    before = re.split(r"[,;:()!?\n]|\.(?= |$)| but | and (?=i |we |it |you |your |that )", before)[-1]
    return bool(NEGATION.search(before))
