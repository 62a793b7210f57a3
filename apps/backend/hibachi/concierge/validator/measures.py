"""Miles and durations of a reply: which of the facts' numbers a sentence speaks of."""

import re
from collections.abc import Iterable

from hibachi.concierge.facts import Leaf
from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.text import Part, pieces

UNITS = {"hour": 60.0, "minute": 1.0, "day": 1440.0, "week": 10080.0}
_SPECIFIC: dict[str, str] = {
    "min_notice_hours": r"new (?:date|time)|to book|book(?:ing)? (?:at|with|us)|please book",
    "hold_minutes": r"hold|held|deposit|pay|paid|confirm\w*|pending",
    "menu_change_cutoff_hours": r"menu|proteins?|upgrades?|dish\w*|food choices?",
    "guest_count_final_hours": r"guest count|head ?count|count is final|guests?(?=:)|final (?:number|count)s?|number of guests",
    "min_hours_before": (
        r"resched\w*|moved?|moves?|change of date|one change|first change|chang\w+ (?:your |the )?date"
        r"|date change"
    ),
    "duration_minutes": r"part(?:y|ies) (?:takes?|lasts?)|lasts?|takes?|cook\w*|experience|event",
    "show_minutes": r"show|lasts?|takes?|cook\w*|perform\w*|experience",
    "setup_minutes": r"set[- ]?up|setting up|arrives?",
    "notice_hours": r"halal|diet\w*|kosher",
    "deposit_refundable_days": r"(?:more|less|fewer) than|within|or more|at least|up to|refund\w*|cancel\w*|deposit|back|kept",
    "days_before": r"away|off|until|from now|left",
}
_GENERIC: dict[str, str] = {
    "min_notice_hours": r"notice|ahead|advance|before|prior|need|away|at least|minimum|earliest",
    "hold_minutes": r"keep|have|until|within",
    "duration_minutes": r"part(?:y|ies)|long|about|around|two-hour",
    "show_minutes": r"long|part(?:y|ies)",
    "setup_minutes": r"before",
    "days_before": r"before|ahead|notice",
}  # fmt: skip
_MILES: dict[str, str] = {
    "billed_miles": (
        r"bill\w*|beyond|charge\w*|rest|x \$|× \$|at \$|× |x |over the|past|extra|after the|remaining"
        r"|additional|more than the"
    ),
    "free_miles": r"free|first|included|cover\w*|within|beyond|over|past",
    "max_miles": r"max\w*|farther|further|beyond|up to|over|more than|limit|don't go|travel as far",
    "human_review_over_miles": r"over|beyond|more than|team|person|review|human|past",
    "miles": r"",
    "nearest_miles": r"",
    "farthest_miles": r"",
}
_MEASURED = ("miles", "nearest_miles", "farthest_miles")


def mile(ground: Ground, part: Part, start: int, end: int, value: float) -> Leaf | None:
    """The distance of the facts that is said at [start, end); a measured one may be said in whole miles."""
    near = part.text[max(0, start - part.start - 40) : end - part.start + 40]
    for key, cue in _MILES.items():
        if not re.search(rf"\b(?:{cue})", near):
            continue
        for known, leaves in ground.evidence.numbers.items():
            rounded = key in _MEASURED and value in (float(int(known)), float(int(known) + (known % 1 > 0)))
            leaf = next((leaf for leaf in leaves if _key(leaf) == key), None)
            if leaf is not None and (value == known or rounded):
                return leaf
    return None


def duration(ground: Ground, part: Part, start: int, noun: str, value: float) -> Leaf | None:
    """The duration of the facts that is said at start, by what the sentence says of it; noun: day, hour, …"""
    minutes = value * UNITS[noun]
    piece = next((p for p in pieces(part) if p.start <= start < p.end), part)
    for cues, text in ((_SPECIFIC, piece.text), (_SPECIFIC, part.text), (_GENERIC, piece.text), (_GENERIC, part.text)):
        cued = [leaf for leaf in _durations(ground, noun) if _is_cued(cues, leaf, text)]
        if cued:
            return next((leaf for leaf in cued if _length(leaf) == minutes), None)
    return next((leaf for leaf in _durations(ground, noun) if _length(leaf) == minutes), None)


def _is_cued(cues: dict[str, str], leaf: Leaf, text: str) -> bool:
    cue = cues.get(_key(leaf))
    return cue is not None and bool(re.search(rf"\b(?:{cue})(?!\w)", text))


_SAID_IN = {"day": r"days|hours", "week": r"days", "hour": r"hours|minutes", "minute": r"minutes"}


def _durations(ground: Ground, noun: str) -> Iterable[Leaf]:
    """The durations of the facts that people say in this unit: 48 hours are two days, a deposit's 4 days no hours."""
    for leaves in ground.evidence.numbers.values():
        for leaf in leaves:
            if re.search(rf"(?:{_SAID_IN[noun]})(?:$|_before|\.)", leaf.path):
                yield leaf


def _key(leaf: Leaf) -> str:
    steps = [step for step in leaf.path.split(".") if not step.isdigit()]
    return steps[-1]


def _length(leaf: Leaf) -> float:
    key = _key(leaf)
    unit = 60.0 if "hour" in key else 1440.0 if "days" in key else 1.0
    return float(leaf.value) * unit
