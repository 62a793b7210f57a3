"""What every part of a customer's turn is read with, beside its words and the state of the talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from hibachi.concierge.understanding import own_bookings
from hibachi.concierge.understanding.parties import Bands, bands_of
from hibachi.concierge.understanding.schemas import Emotion
from hibachi.language.heads.schemas import Alarm, Chances, Hunch, Mood
from hibachi.policies.schemas import Profile


class HeardLike(Protocol):
    """What the trained heads say of the words of a turn."""

    @property
    def hunch(self) -> Hunch: ...
    @property
    def mood(self) -> Mood: ...
    @property
    def alarm(self) -> Alarm | None: ...
    @property
    def asked(self) -> tuple[tuple[str, Chances], ...]: ...
    @property
    def whole(self) -> Chances: ...
    @property
    def mentions(self) -> tuple[tuple[str, float], ...]: ...


@dataclass(frozen=True, slots=True)
class Given:
    """The same for each part of a turn. moods: how the newest messages before felt, the oldest first."""

    profile: Profile
    now: datetime
    zone: str
    channel: str
    facts: Sequence[own_bookings.FactLike] = ()
    moods: Sequence[Emotion] = ()

    @property
    def local(self) -> datetime:
        return self.now.astimezone(ZoneInfo(self.zone))

    @property
    def bands(self) -> Bands:
        return bands_of(self.profile)

    def parties(self) -> tuple[own_bookings.Bookings, own_bookings.Bookings]:
        """The customer's live parties to come, and all others."""
        return own_bookings.told_apart(self.facts, self.local)
