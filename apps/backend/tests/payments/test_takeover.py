"""An installation that took deposits before there was a ledger: the migration writes each of them, once."""

import asyncio

from alembic import command
from alembic.config import Config

from hibachi.bookings import service as bookings
from hibachi.founding import MIGRATIONS
from tests.parties import DEPOSIT, OLGA, Shop

OWED = "SELECT total, paid, owed, deposit_paid, reference FROM receivables WHERE id = :id"


def configuration(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


async def back_and_forth(shop: Shop) -> None:
    """Take the schema back to the one without a ledger, and forward again."""
    await shop.db.close()
    settings = configuration(shop.db.url)
    await asyncio.to_thread(command.downgrade, settings, "0006")
    await asyncio.to_thread(command.upgrade, settings, "head")


async def test_every_deposit_of_before_stands_in_the_ledger(shop: Shop) -> None:
    await shop.chefs(1)
    late = await shop.pending()
    shop.later(hours=3)
    paid = await shop.confirmed()
    await shop.pay(late.id)
    await shop.do(bookings.close_lapsed)
    unpaid = await shop.pending(day=paid.event_date.replace(day=15))
    called_off = await shop.confirmed(day=paid.event_date.replace(day=16))
    await shop.do(bookings.cancel, actor=OLGA, booking_id=called_off.id, reason="ill")
    await shop.held(day=paid.event_date.replace(day=17))
    references = await shop.rows("SELECT id, reference FROM receivables ORDER BY id")
    await back_and_forth(shop)
    assert [tuple(row)[:4] for one in (paid, unpaid, late, called_off) for row in await shop.rows(OWED, id=one.id)] == [
        (660_00, DEPOSIT, 560_00, DEPOSIT), (660_00, 0, 660_00, 0), (0, DEPOSIT, -DEPOSIT, DEPOSIT),
        (DEPOSIT, DEPOSIT, 0, DEPOSIT),
    ]  # fmt: skip
    assert await shop.rows("SELECT id, reference FROM receivables ORDER BY id") == references
    assert await shop.number("ledger") == 3 and (await shop.get(paid.id)).paid == DEPOSIT
    assert await shop.problems() == []
