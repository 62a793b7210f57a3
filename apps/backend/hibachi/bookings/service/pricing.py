"""A party's price after a change: at the policy version of the booking."""

from datetime import date

from hibachi.bookings.models import BookingRow
from hibachi.kit.db import Tx
from hibachi.policies import service as policies
from hibachi.quotes import service as quotes
from hibachi.quotes.schemas import Party, Quote
from hibachi.travel.schemas import TravelFee


async def requoted(tx: Tx, row: BookingRow, *, party: Party, travel: TravelFee, day: date, paid_moves: int) -> Quote:
    """A fresh quote of a changed party at its booking's policy version, with a fee for each move that costs one."""
    book = await policies.at_version(tx, version=row.policy_version)
    return await quotes.quote(
        tx, party=party, book=book, travel=travel, event_date=day, zip=travel.zip, reschedule_fees=paid_moves
    )
