"""Two customers turn out to be one person, or two again: what was said to them follows."""

from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.journeys import repository
from hibachi.kit.db import Tx

NOUN = "journey"


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction: nobody is told again what the other one was told today."""
    moved = await repository.hand_over(tx, event.kept, event.gone)
    await customers.note_moved(tx, merge_id=event.merge_id, noun=NOUN, rows=dict.fromkeys(moved))


async def on_customers_parted(tx: Tx, event: CustomersParted) -> None:
    """Listener inside the undoing transaction: they go back."""
    back = [one.row_id for one in await customers.moved(tx, merge_id=event.merge_id, noun=NOUN)]
    await repository.hand_back(tx, event.gone, event.kept, back)
