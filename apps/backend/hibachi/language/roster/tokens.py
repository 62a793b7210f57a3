"""A text as tokens: numbers with their value, words, and single signs; each knows where it stands."""

from dataclasses import dataclass

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import Quiet

_TOKEN = re.compile(
    rf"(?P<number>(?<![\w$.:/#])(?:{NUMBER})(?![.:/]\d|,\d{{3}}(?!\d)|%|\d| ?(?:am|pm)\b)(?:(?=\W|$)|(?<=\d)(?=[a-z])))"
    r"|(?P<word>y/o|y\.o\.?|[a-zà-ÿ]+(?:[-'][a-zà-ÿ]+)*)|(?P<sign>\S)|(?P<line>\n)"
)
_HALF = re.compile(r"(?: 1/2|\.5| and an? half| ½|½)")


@dataclass(frozen=True, slots=True)
class Token:
    """value: of a number; capital: whether the writer began the word with a capital."""

    text: str
    start: int
    end: int
    value: int | None = None
    capital: bool = False


def tokens_of(clean: Quiet) -> tuple[Token, ...]:
    """The tokens of a text in order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(clean.text):
        value = to_int(match["number"]) if match["number"] else None
        end = match.end()
        if value is not None and (half := _HALF.match(clean.text, end)):
            end = half.end()
        if found and match.start() < found[-1].end:
            continue
        said = clean.source[clean.offsets[match.start()]]
        found.append(Token(match.group(), match.start(), end, value, said.isupper()))
    return tuple(found)
