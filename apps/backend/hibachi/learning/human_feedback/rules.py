"""Pure decisions: what changed between the machine's words and a person's, and what of it may be trained on."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from hibachi.kit import lazy_re as re
from hibachi.kit import money
from hibachi.language.amounts import find_amounts
from hibachi.language.dates import find_dates
from hibachi.language.numbers import find_numbers
from hibachi.language.times import find_times
from hibachi.learning.human_feedback.schemas import Facts, ImprovementPattern
from hibachi.policies.scripts import SITUATIONS, Situation

ALIKE = 0.15
"""A length that differs by no more than this share is the same length."""
UNMASKABLE = frozenset({"SSN", "CARD", "IBAN", "LICENSE"})
"""A text that held one of these is not trained on, masked or not (PII-03)."""
_WORD = re.compile(r"[a-z0-9$'’]+", re.I)
_TONE = {
    "greeting": re.compile(r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|dear|welcome)\b", re.I),
    "thanks": re.compile(r"\b(?:thank(?:s| you)|appreciate)\b", re.I),
    "apology": re.compile(r"\b(?:sorry|apologi[sz]e|apologies)\b", re.I),
    "empathy": re.compile(
        r"\b(?:i (?:totally |completely |fully )?(?:understand|hear you|get (?:it|that))|that makes sense"
        r"|fair (?:question|to ask)|totally fair|no pressure|take your time)\b",
        re.I,
    ),
    "please": re.compile(r"\bplease\b", re.I),
    "excitement": re.compile(r"!"),
    "emoji": re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]"),
}


def pattern_of(original: str, improved: str, *, at: datetime, objection: Situation | None) -> ImprovementPattern:
    """How better words differ from the machine's. at: the wall time at which they were said, from which days are read."""
    before, after = facts_in(original, at), facts_in(improved, at)
    added, removed = _without(after, before), _without(before, after)
    words, better = _words(original), _words(improved)
    tone, warmer = _tone_of(original), _tone_of(improved)
    pattern = ImprovementPattern(
        added=added,
        removed=removed,
        words_before=len(words),
        words_after=len(better),
        length=_length(len(words), len(better)),
        tone_added=[one for one in warmer if one not in tone],
        tone_removed=[one for one in tone if one not in warmer],
        question=_question("?" in original, "?" in improved),
        kept=round(sum((Counter(words) & Counter(better)).values()) / len(words), 2) if words else 0.0,
        objection=objection,
        in_words=[],
    )
    return pattern.model_copy(update={"in_words": list(_in_words(pattern))})


def facts_in(text: str, at: datetime) -> Facts:
    """The amounts, days, times and other numbers of a text, each once, in its order."""
    amounts, days = find_amounts(text), find_dates(text, at)
    taken = [*(one.span for one in amounts), *(one.span for one in days)]
    times = [one for one in find_times(text, taken=taken).mentions if one.candidates]
    taken += [one.span for one in times]
    numbers = [one for one in find_numbers(text) if not any(one.span.overlaps(other) for other in taken)]
    return Facts(
        amounts=_once(money.spoken(one.cents, money.symbol(one.currency)) for one in amounts),
        days=_once(one.candidates[0].isoformat() if one.candidates else one.span.text for one in days),
        times=_once(f"{one.candidates[0]:%H:%M}" for one in times),
        numbers=_once(f"{one.high:g}" for one in numbers if one.span.text.lower() != "one"),
    )


def _without(some: Facts, others: Facts) -> Facts:
    return Facts(
        **{
            name: [one for one in getattr(some, name) if one not in getattr(others, name)]
            for name in Facts.model_fields
        }
    )


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _tone_of(text: str) -> list[str]:
    return [name for name, sign in _TONE.items() if sign.search(text)]


def _length(before: int, after: int) -> str:
    if abs(after - before) <= before * ALIKE:
        return "alike"
    return "longer" if after > before else "shorter"


def _question(before: bool, after: bool) -> str:
    return {(True, True): "kept", (True, False): "removed", (False, True): "added"}.get((before, after), "none")


def _in_words(pattern: ImprovementPattern) -> Iterable[str]:
    for verb, facts in (("Adds", pattern.added), ("Leaves out", pattern.removed)):
        told = [*facts.amounts, *facts.days, *facts.times, *facts.numbers]
        if told:
            yield f"{verb} {', '.join(told)}."
    if pattern.length != "alike":
        yield f"{pattern.length.capitalize()}: {pattern.words_after} words instead of {pattern.words_before}."
    for verb, tone in (("More", pattern.tone_added), ("Less", pattern.tone_removed)):
        if tone:
            yield f"{verb} {', '.join(tone)}."
    if pattern.question in ("added", "removed"):
        yield "Asks a question." if pattern.question == "added" else "Asks no question any more."
    if pattern.objection:
        yield f"{SITUATIONS[pattern.objection]}."
