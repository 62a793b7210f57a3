"""FUP-05 and BKG-07: what is said unasked costs a booking nothing, and cannot fail it."""

import pytest
from sqlalchemy import text

from hibachi.kit.clock import SettableClock
from tests.journeys.lives import life_on
from tests.parties import Statements


async def test_a_booking_is_made_moved_and_paid_without_any_of_it(database_url: str, clock: SettableClock) -> None:
    """No statement of a booking names its table, and without the table the booking stands; the run then fails alone."""
    async with life_on(database_url, clock) as life:
        async with life.shop.db.transaction() as tx:
            await tx.session.execute(text("ALTER TABLE journeys RENAME TO away"))
        seen = Statements(life.shop.db)
        booking = await life.confirmed()
        assert await life.move(booking, at="21:00")
        assert seen.seen and not [one for one in seen.seen if "journeys" in one.lower()]
        await life.shop.work()
        with pytest.raises(Exception, match="journeys"):
            await life.journeys().run()
        async with life.shop.db.transaction() as tx:
            await tx.session.execute(text("ALTER TABLE away RENAME TO journeys"))
        assert (await life.parties.get(booking.id)).status == "confirmed"
        life.at("2026-03-07T22:00:00-08:00")
        await life.journeys().run()
        assert [row.kind for row in await life.rows()] == ["event_reminder"]
