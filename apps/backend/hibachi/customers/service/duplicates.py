"""Who may be one person with whom: for staff to look at. Nothing here merges anybody."""

from hibachi.customers import repository, rules
from hibachi.customers.schemas import Customer, Duplicate
from hibachi.kit.db import Tx


async def duplicates(tx: Tx, *, limit: int = 50) -> list[Duplicate]:
    """Pairs who share an address that at least one of them only claims, the most alike names first.

    A shared address without a like name, or a like name without a shared address, is no pair.
    """
    found: list[Duplicate] = []
    for one, other, shared in await repository.sharing(tx):
        likeness = rules.likeness(one.name, other.name)
        if likeness >= rules.ALIKE:
            pair = (Customer.model_validate(one), Customer.model_validate(other))
            found.append(Duplicate(customers=pair, shared=sorted(shared), name_similarity=round(likeness, 2)))
    return sorted(found, key=lambda pair: -pair.name_similarity)[:limit]
