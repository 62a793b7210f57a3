"""Where a party takes place, as it stands on the booking: the street with its town, and the spot."""

from typing import Any

from hibachi.concierge.understanding.frames import gazetteer
from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.places import find_places
from hibachi.policies.schemas import Profile

_LONGEST = 60
"""Letters behind a street among which its town is looked for."""
_IN = re.compile(r"^[\s,.]*(?:(?:over |up |down )?in )?", re.I)


def with_its_town(frame: Frame, profile: Profile) -> str | None:
    """ "220 Starlite Way Fremont": the street with the town that stands right behind it."""
    street = frame.address
    if street is None:
        return None
    at = frame.text.lower().find(street.lower())
    behind = _IN.sub("", frame.text[at + len(street) :][:_LONGEST]) if at >= 0 else ""
    found = find_places(f"in {behind}", gazetteer(profile.travel.base.state)).cities[:1] if behind else ()
    town = next((one.name for one in found if behind.lower().startswith(one.name.lower())), None)
    written = " ".join(word[:1].upper() + word[1:] for word in street.split())
    return f"{written}, {town}" if town and town.lower() not in street.lower() else written


def location_of(address: str | None, venue: str | None, before: Any) -> str | None:
    """Street and spot as one line; None when nothing new was told."""
    known = str(before or "")
    parts = [part for part in (address, venue) if part and part.lower() not in known.lower()]
    if not parts:
        return None
    return ", ".join([known, *parts] if known and not address else parts)[:200]
