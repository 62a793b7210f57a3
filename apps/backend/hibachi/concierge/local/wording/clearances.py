"""Words for how far the grill stands from what burns, and whether what was named is too near."""

from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should
from hibachi.concierge.understanding import clearances
from hibachi.kit import lazy_re as re

Data = dict[str, Any]
_LEVEL_LAWN = re.compile(
    r"\b(?:lawn|grass|yard)\b[^.?!\n]{0,25}\b(?:flat|level|even)\b"
    r"|\b(?:flat|level|even) (?:\w+ )?(?:lawn|grass|yard)\b",
    re.I,
)


@says("topic:clearance")
def clearance(voice: Voice, data: Data) -> Parts:
    """The distance of the grill from what burns, and whether what was named is too near; nothing that may burn is ever allowed."""
    facts, words = facts_of(data), str(data.get("words", ""))
    feet, near = facts["venue.clearance_feet"], clearances.read(words, asked=True)
    if near is None:
        return [*_lawn(words), must(voice.pick(
            f"Please keep the grill {feet} feet from anything flammable.",
            f"The grill has to stand {feet} feet away from anything flammable.",
        ))]  # fmt: skip
    wide, deep = facts["venue.space_feet"]
    room = [must(f"The chef needs about {wide} by {deep} feet for the grill.")] if near.size else []
    return [*room, must(_apart(near, feet)), *_lawn(words), *_elsewhere(near, feet)]


def _apart(near: clearances.Near, feet: int) -> str:
    """How far from what was named the grill has to stand, and that a lower or nearer one is too near."""
    rule = f"the grill has to stand {feet} feet from anything flammable"
    if near.away is not None and near.away < feet:
        lead = (
            "Right, that's too close"
            if near.ended
            else "That's too close"
            if near.burns
            else "If it can burn, that's too close"
        )
        return f"{lead}: {rule}{f', the {near.thing} included' if near.burns else ''}."
    if near.away is not None and not near.over:
        return f"That's far enough: {rule}."
    if near.away is not None:
        return f"What counts is how far the {near.thing} is from the grill itself: {rule}."
    return f"{rule[0].upper()}{rule[1:]}{f', the {near.thing} included' if near.burns else ''}."


def _elsewhere(near: clearances.Near, feet: int) -> Parts:
    """What to do about a place that is not plainly far enough."""
    if near.ended or (near.away is not None and near.away >= feet and not near.over):
        return []
    clear_spot = "A spot with nothing above it is safest. " if near.over else ""
    return [should(f'{clear_spot}If you are unsure, just say "ask the team" and a person takes a look.')]


def _lawn(words: str) -> Parts:
    """A level lawn that was offered is what is asked of the ground."""
    return [must("A lawn works well if it's level.")] if _LEVEL_LAWN.search(words) else []
