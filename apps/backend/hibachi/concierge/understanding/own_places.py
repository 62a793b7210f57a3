"""Two places told together, one of them the party's own: the other one is wished. Pure."""

from typing import Any

from hibachi.concierge.understanding.schemas import Frame


def as_moved(frame: Frame, own: list[dict[str, Any]]) -> Frame:
    """ "The party won't be in 94539 but in 94611": no two places to compare, where the party has one of them."""
    standing = {str(one.get("zip")) for one in own}
    other = [place for place in frame.zips if place not in standing]
    if len(frame.zips) != 2 or len(other) != 1:
        return frame
    return frame.model_copy(update={"zips": (), "zip": other[0], "acts": (*frame.acts, "change")})
