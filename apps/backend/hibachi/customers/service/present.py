"""The row of a person as they are now: whoever they were merged into."""

from uuid import UUID

from hibachi.customers import repository
from hibachi.customers.models import CustomerRow
from hibachi.kit.db import Tx
from hibachi.kit.errors import NotFound


async def present(tx: Tx, customer_id: UUID) -> CustomerRow:
    """The person of an id, or whom they were merged into; raises NotFound."""
    person = await repository.row(tx, customer_id)
    while person is not None and person.merged_into is not None:
        person = await repository.row(tx, person.merged_into)
    if person is None:
        raise NotFound("There is no such customer.")
    return person
