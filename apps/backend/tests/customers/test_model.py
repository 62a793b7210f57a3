"""Random arrivals against the smallest model of identity: addresses proven together are one person, claims are nobody."""

from dataclasses import dataclass, field
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from hibachi.customers import service
from hibachi.customers.events import CustomersMerged
from hibachi.customers.schemas import Contact, IdentityKind
from hibachi.kit.db import Database, Tx
from hibachi.kit.events import EventBus

Address = tuple[IdentityKind, str]
PHONES = ("+15105550140", "+15105550141", "+15105550142")
MAILS = ("a@example.com", "b@example.com", "c@example.com")
HANDLES = ("dana", "eve")


@dataclass
class Model:
    """Groups of addresses, each with its person; and the people who only said something."""

    groups: dict[frozenset[Address], UUID] = field(default_factory=dict)
    strangers: set[UUID] = field(default_factory=set)
    merged: dict[UUID, UUID] = field(default_factory=dict)

    def prove(self, found: UUID, addresses: frozenset[Address]) -> None:
        """Join every group that one of the addresses touches; the person who was known first stays."""
        touched = {group: owner for group, owner in self.groups.items() if group & addresses}
        expected = min(touched.values(), default=found)
        assert found == expected
        for group, owner in touched.items():
            del self.groups[group]
            if owner != found:
                self.merged[owner] = found
        self.groups[frozenset().union(addresses, *touched)] = found

    def claim(self, found: UUID) -> None:
        """A claim is always somebody new."""
        assert found not in self.strangers
        assert found not in self.groups.values()
        assert found not in self.merged
        self.strangers.add(found)

    def owner(self, address: Address) -> UUID | None:
        """Whose proven address it is."""
        return next((owner for group, owner in self.groups.items() if address in group), None)

    def now(self, person: UUID) -> UUID:
        """Who a person is after all merging."""
        while person in self.merged:
            person = self.merged[person]
        return person


def contacts() -> st.SearchStrategy[Contact]:
    """One to three addresses of a small world, so that they meet."""
    return st.builds(
        Contact,
        channel=st.just("instagram"),
        phone=st.none() | st.sampled_from(PHONES),
        email=st.none() | st.sampled_from(MAILS),
        handle=st.none() | st.sampled_from(HANDLES),
    )


def addresses(contact: Contact) -> frozenset[Address]:
    """What a contact carries, in one spelling."""
    said: list[tuple[IdentityKind, str | None]] = [
        ("phone", contact.phone),
        ("email", contact.email),
        ("instagram", contact.handle),
    ]
    return frozenset((kind, value) for kind, value in said if value)


async def empty(db: Database) -> None:
    async with db.transaction() as tx:
        await tx.session.execute(text("TRUNCATE customers, events CASCADE"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arrivals=st.lists(st.tuples(contacts(), st.sampled_from([True, True, True, False])), max_size=14))
async def test_any_arrivals_are_the_models_people(
    db: Database, bus: EventBus, arrivals: list[tuple[Contact, bool]]
) -> None:
    await empty(db)
    model, heard = Model(), {}

    async def listen(_tx: Tx, event: CustomersMerged) -> None:
        heard[event.gone] = event.kept

    bus.listen_inside(CustomersMerged, listen)
    for contact, proven in arrivals:
        async with db.transaction() as tx:
            found = (await service.resolve(tx, contact=contact, proven=proven)).id
        if proven and addresses(contact):
            model.prove(found, addresses(contact))
        else:
            model.claim(found)
    await compare(db, model)
    assert {gone: model.now(kept) for gone, kept in heard.items()} == {gone: model.now(gone) for gone in model.merged}


async def compare(db: Database, model: Model) -> None:
    """Every address opens its person and no other; everybody is still found by the id that they once had."""
    world: list[Address] = [
        *(("phone", one) for one in PHONES),
        *(("email", one) for one in MAILS),
        *(("instagram", one) for one in HANDLES),
    ]
    async with db.transaction() as tx:
        for kind, value in world:
            known = await service.known_by(tx, kind=kind, value=value)
            assert (known.id if known else None) == model.owner((kind, value))
        for person in (*model.strangers, *model.merged):
            assert (await service.get(tx, customer_id=person)).id == model.now(person)
        alive = await tx.session.execute(text("SELECT id FROM customers WHERE merged_into IS NULL"))
        assert set(alive.scalars()) == model.strangers | set(model.groups.values())
        claims = await tx.session.execute(text("SELECT DISTINCT customer_id FROM customer_identities WHERE NOT proven"))
        assert set(claims.scalars()) <= model.strangers
