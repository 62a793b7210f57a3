"""What a message tells of children and groups of an age, in the light of who was counted before. Pure."""

from collections.abc import Callable

from hibachi.concierge.understanding import group_ages, kids_apart, who_pays
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Dialogue, Frame


def told(frame: Frame, dialogue: Dialogue, bands: Bands, framed: Callable[[str], Frame]) -> Frame:
    """The frame with them. framed: how a text alone is read in this talk."""
    frame = group_ages.told(kids_apart.told(frame, dialogue, framed), dialogue, bands, framed)
    return who_pays.told(frame, dialogue, bands)
