"""The queries of text messages: RingCentral's subscription, and how far what providers hold was looked at."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from hibachi.channels.sms.models import SubscriptionRow, TextsLookRow
from hibachi.kit.db import Tx


async def subscription(tx: Tx, address: str) -> SubscriptionRow | None:
    """The subscription whose events come to an address."""
    wanted = select(SubscriptionRow).where(SubscriptionRow.address == address)
    return (await tx.session.execute(wanted)).scalar_one_or_none()


async def keep_subscription(tx: Tx, *, address: str, subscription_id: str, expires_at: datetime) -> None:
    """Note which subscription an address has now, and until when."""
    values = {"subscription_id": subscription_id, "expires_at": expires_at}
    row = insert(SubscriptionRow).values(address=address, **values)
    await tx.session.execute(row.on_conflict_do_update(index_elements=[SubscriptionRow.address], set_=values))


async def looked_until(tx: Tx, provider: str) -> datetime | None:
    """Until when a provider's messages were looked at; None before the first look."""
    return await tx.session.scalar(select(TextsLookRow.looked_until).where(TextsLookRow.provider == provider))


async def note_look(tx: Tx, provider: str, until: datetime) -> None:
    """Note until when a provider's messages were looked at."""
    row = insert(TextsLookRow).values(provider=provider, looked_until=until)
    await tx.session.execute(
        row.on_conflict_do_update(index_elements=[TextsLookRow.provider], set_={"looked_until": until})
    )
