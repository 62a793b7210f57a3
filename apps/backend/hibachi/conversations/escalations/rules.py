"""How urgent a hand-over is: pure, so that it can be read and argued about."""

from hibachi.conversations.escalations.schemas import Urgency

AT_ONCE = ("allerg", "injur", "emergency", "legal", "lawyer", "sick")
"""Matters that wait for nobody, wherever the reason or the summary names them."""
SOON = (
    "complain",
    "angry",
    "anger",
    "refund",
    "disputed",
    "delivery_failed",
    "turn_failed",
    "validation_failure",
    "no_model",
)
VERY_ANGRY = 0.7


def urgency(*, reason: str, emotion: str, intensity: float, days_to_party: int | None) -> Urgency:
    """How soon a person has to look. intensity: 0..1; days_to_party: until the customer's next party, None without one."""
    words = reason.casefold()
    is_near = days_to_party is not None and days_to_party <= 1
    if any(matter in words for matter in AT_ONCE) or (is_near and emotion in ("angry", "fearful")):
        return "urgent"
    is_angry = emotion in ("angry", "disgusted") and intensity >= VERY_ANGRY
    if is_angry or is_near or any(matter in words for matter in SOON):
        return "high"
    if days_to_party is not None and days_to_party <= 7:
        return "high"
    return "low" if any(matter in words for matter in ("media", "press", "partnership", "job", "enquiry")) else "normal"
