"""The link that a host shares, and what each guest chose by it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import FORGOTTEN_ROWS


class GuestLinkRow(Base):
    """The one link of a party; a new token ends the one before.

    revision counts the changes of the choices behind it, so that a yes is to what was shown. notes: the lines that the
    last taking over put among the party's allergies and diets: the next one replaces these, and no others.
    """

    __tablename__ = "guest_links"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision"), {"info": FORGOTTEN_ROWS})

    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"), primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    revision: Mapped[int] = mapped_column(server_default=text("1"))
    notes: Mapped[list[str]] = mapped_column(JSONB)
    made_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]


class GuestChoiceRow(Base):
    """What one guest eats. A guest has a seat of the party, a name that no other guest of it has, and a device's key.

    declined: when the host last took the choices over, it was without the upgrades of this guest.
    """

    __tablename__ = "guest_choices"
    __table_args__ = (
        UniqueConstraint("booking_id", "seat"),
        UniqueConstraint("booking_id", "folded_name"),
        UniqueConstraint("booking_id", "key_digest"),
        CheckConstraint("seat >= 1", name="seat"),
        CheckConstraint("age IN ('adult', 'child', 'toddler')", name="age"),
        {"info": FORGOTTEN_ROWS},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("guest_links.booking_id"))
    seat: Mapped[int]
    name: Mapped[str]
    folded_name: Mapped[str]
    key_digest: Mapped[str]
    age: Mapped[str]
    dishes: Mapped[list[str]] = mapped_column(JSONB)
    diet: Mapped[str | None]
    allergies: Mapped[str | None]
    declined: Mapped[bool] = mapped_column(server_default=text("false"))
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
