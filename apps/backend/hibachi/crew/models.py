"""The tables stations and chefs. A chef is never deleted: old parties keep theirs."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, text
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base


class StationRow(Base):
    """A place that chefs start from."""

    __tablename__ = "stations"
    __table_args__ = (CheckConstraint("name <> ''", name="named"),)
    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    zip: Mapped[str]
    created_at: Mapped[datetime]


class ChefRow(Base):
    """One chef of one station; only active ones get new parties."""

    __tablename__ = "chefs"
    __table_args__ = (CheckConstraint("name <> ''", name="named"),)
    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    station_id: Mapped[int] = mapped_column(ForeignKey("stations.id"), index=True)
    name: Mapped[str]
    active: Mapped[bool] = mapped_column(server_default=text("true"))
    created_at: Mapped[datetime]
