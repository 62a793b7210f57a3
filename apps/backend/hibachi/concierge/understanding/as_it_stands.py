"""Where a party stands as it is, beside what is wished: "it's on March 14 at 6 now", "currently 6pm on the 14th". Pure."""

from collections.abc import Sequence

from hibachi.kit import lazy_re as re
from hibachi.language.date_mentions import DateMention
from hibachi.language.time_mentions import TimeMention

_BOOKED = r"(?:booked|set|scheduled|planned|down|reserved|confirmed|supposed|signed up|slated|put)"
_NOW = (
    r"(?:right now|at the moment|at present|currently|presently|as of now|so far|today it'?s"
    r"|as it (?:is|stands)|for the moment)"
)
_WAS = re.compile(
    r"\b(?:(?:it|we|party|time|date|start|booking|reservation|dinner|event|original(?:ly)?"
    rf"|that)(?: (?:was|were)|'s been|'d been| had been)|originally|{_BOOKED} originally"
    r"|i (?:said|told (?:you|u)|put|wrote|booked)"
    r"|we (?:said|booked|put|had|told (?:you|u)|picked|chose))\b",
    re.I,
)
""" "It was at 6", "originally the 14th": where the party stood."""
_IS = re.compile(
    rf"\b{_NOW}\b|\b(?:it|that|we|party|start|time|date|booking|reservation|dinner|event|slot|which"
    rf"|one|you)(?:'s| is|'re| are| have (?:it|us)| got us|s)\b(?: (?:still|already))? {_BOOKED}\b"
    r"|\bwe(?:'re| are|re| have it| have the party) (?:on|for|at)\b"
    r"|\byou(?:'ve| have)?(?: got)? us (?:down )?(?:for|at|on)\b",
    re.I,
)
_IS_NOW = re.compile(
    r"\b(?:it|that|party|start|time|date|booking|reservation|dinner|event|slot|which|ours?|one)(?:'s"
    r"| is|s)\b[^?]*\b(?:now|atm|rn)\b",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:(?:can|could|may|might|would|should|will|shall|let'?s|want\w*|wish\w*|needs?|has to|have to"
    r"|gotta|must|please|pls|move|moving|change|changing|switch\w*|push\w*|make|rather|prefer\w*"
    r"|instead|better|how about|what about|like)\b|['\u2019]d\b)",
    re.I,
)
_TURNED_DOWN = re.compile(
    r"\b(?:instead of|rather than|in place of|and not|not(?= (?:on|at|the)\b)|no longer|away from"
    r"|off)\b(?:(?!\bbut\b)[^.?!,;\n]){0,25}$",
    re.I,
)
""" "3 PM on the 21st instead of 6 on the 14th"."""
_ENDS = re.compile(
    r"(?<![ap]\.m)(?<!\b[ap])[.!?](?=\s|$)|[;\n]"
    r"|,(?= (?:we|i|it|can|could|so|but|and|would|my|our|please|then|let|how|what|is)\b)"
    r"|\b(?:but|so|and (?=(?:we|i|it|can|could|would|now)\b)|can|could|would|i'd|we'd"
    r"|(?:i|we) (?:want|need)|please)\b",
    re.I,
)
"""Where what stands ends and what is wished begins."""


def times_wished(times: Sequence[TimeMention], folded: str) -> tuple[TimeMention, ...]:
    """The times without those that only say where the party stands, as long as another is told."""
    standing = _standing([one.span.start for one in times if one.candidates], folded)
    return tuple(one for one in times if one.span.start not in standing)


def days_wished(days: Sequence[DateMention], folded: str) -> tuple[DateMention, ...]:
    """The days without those that only say where the party stands, as long as another is told."""
    standing = _standing([one.span.start for one in days if one.candidates], folded)
    return tuple(one for one in days if one.span.start not in standing)


def _standing(starts: Sequence[int], folded: str) -> set[int]:
    """Which of several say what is; none where that would leave nothing that is wished."""
    for tells in (_is_turned_down, _tells_what_was, _tells_what_is):
        standing = {start for start in starts if tells(folded, start)}
        if standing and len(standing) < len(set(starts)):
            return standing
    return set()


def _clause(at: int, folded: str) -> str:
    """The words about a place in the text that go with it, from the word on that begins them."""
    before = [found.start() for found in _ENDS.finditer(folded, 0, at)]
    behind = _ENDS.search(folded, at)
    return folded[before[-1] if before else 0 : behind.start() if behind else len(folded)]


def _is_turned_down(folded: str, at: int) -> bool:
    return bool(_TURNED_DOWN.search(folded[:at]))


def _tells_what_was(folded: str, at: int) -> bool:
    clause = _clause(at, folded)
    return bool(_WAS.search(clause)) and not _WISHED.search(clause)


def _tells_what_is(folded: str, at: int) -> bool:
    clause = _clause(at, folded)
    return bool(_IS.search(clause) or _IS_NOW.search(clause)) and not _WISHED.search(clause)
