"""The table of counters: one row for whoever is counted, with the newest window alone."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base


class RateCounterRow(Base):
    """How many there were in a window."""

    __tablename__ = "rate_counters"
    __table_args__ = (CheckConstraint("hits > 0", name="hits"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger)
    hits: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(index=True)
