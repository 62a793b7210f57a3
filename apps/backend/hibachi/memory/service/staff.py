"""What staff do with memories: add one, confirm a day, delete one. Each is in the audit log without its content."""

from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.customers import service as customers
from hibachi.customers.schemas import CHANNELS
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.language.diets import diets
from hibachi.memory import repository
from hibachi.memory.errors import NothingToRemember, UnknownMemory
from hibachi.memory.recall import repository as recall
from hibachi.memory.schemas import KnownDate, NewMemory, RememberedCustomer, Said
from hibachi.memory.service.reading import remembered
from hibachi.memory.service.writing import keep, rebuild


async def add(tx: Tx, *, customer_id: UUID, new: NewMemory) -> RememberedCustomer:
    """Remember what staff know of a customer. Raises NotFound, NothingToRemember."""
    key, value = _content(new)
    said = Said(kind=new.kind, key=key, value=value)
    await keep(tx, customer_id=customer_id, said=[said], source="staff", source_id=new_id(), told_at=tx.now)
    await _record(tx, "memory_add", customer_id, new.kind)
    return await remembered(tx, customer_id=customer_id)


async def confirm(tx: Tx, *, customer_id: UUID, memory_id: UUID) -> RememberedCustomer:
    """A day that a message seems to name is so. Raises NotFound, UnknownMemory."""
    person = await customers.hold_still(tx, customer_id=customer_id)
    row = await repository.get(tx, memory_id, person)
    if row is None:
        raise UnknownMemory()
    await repository.confirm(tx, person, row.kind, row.key, row.value)
    await rebuild(tx, customer_id=person)
    await _record(tx, "memory_confirm", person, row.kind)
    return await remembered(tx, customer_id=person)


async def delete(tx: Tx, *, customer_id: UUID, memory_id: UUID) -> RememberedCustomer:
    """Forget one memory for good: its source does not bring it back; the customer's row is made anew without it. Raises NotFound, UnknownMemory."""
    person = await customers.hold_still(tx, customer_id=customer_id)
    kind = await repository.drop(tx, memory_id, person)
    if kind is None:
        raise UnknownMemory()
    await recall.drop(tx, memory_id)
    await rebuild(tx, customer_id=person)
    await _record(tx, "memory_delete", person, kind)
    return await remembered(tx, customer_id=person)


def _content(new: NewMemory) -> tuple[str, dict[str, Any]]:
    """Key and value of what staff entered."""
    if new.kind == "important_date":
        if new.date is None:
            raise NothingToRemember()
        day = KnownDate(type=new.type, date=new.date, name=new.text or None)
        return f"{new.type}:{new.text.lower()}", day.model_dump(mode="json", exclude_none=True)
    codes = list(diets(new.text)) or [part.strip() for part in new.text.split(",") if part.strip()]
    contents: dict[str, tuple[bool, dict[str, Any]]] = {
        "preferred_name": (bool(new.text), {"name": new.text[:100]}),
        "special_request": (bool(new.text), {"text": new.text}),
        "dietary": (bool(codes), {"diets": codes}),
        "contact_method": (new.text in CHANNELS, {"channel": new.text}),
    }
    complete, value = contents[new.kind]
    if not complete:
        raise NothingToRemember()
    return "", value


async def _record(tx: Tx, action: str, customer_id: UUID, kind: str) -> None:
    await audit.record(tx, action=action, resource="customer", resource_id=customer_id, changes={"kind": (None, kind)})
