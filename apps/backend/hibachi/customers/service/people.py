"""Who somebody is: by proof, never by what they say of themselves."""

from collections.abc import Collection, Mapping
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.customers import repository, rules
from hibachi.customers.errors import InvalidEmail, InvalidPhone, PartedByStaff
from hibachi.customers.models import CustomerRow
from hibachi.customers.schemas import (
    ChannelName,
    Contact,
    Customer,
    CustomerChange,
    CustomerDetail,
    CustomerPage,
    CustomerSearch,
    Identity,
    IdentityKind,
)
from hibachi.customers.service.merging import WHO_IS_WHO, join
from hibachi.customers.service.present import present
from hibachi.kit.db import Tx
from hibachi.kit.errors import NotFound

main_identity = rules.main_identity
normalised = rules.normalised
identities_of = rules.identities
address_on = rules.address_on
KIND_OF = rules.KIND_OF
zones_of_number = rules.zones_of_number


async def resolve(tx: Tx, *, contact: Contact, proven: bool) -> Customer:
    """The person behind a contact; a new one when there is none.

    proven: the channel's provider vouches for every address of the contact. Then the owner of any of them is the
    person, and two people of whom one contact proves both become one. Without proof it is always a new person, whose
    addresses are kept as claims: they find nobody and open nothing. Two whom staff parted are never joined again by
    this: it is then the one whose account writes. Raises InvalidPhone, InvalidEmail, InvalidHandle.
    """
    known = rules.identities(contact)
    owner, theirs = await _owner(tx, contact, known) if proven and known else (await _new(tx, contact, known), known)
    if known and not proven:
        await repository.claim(tx, owner.id, known)
    if contact.name and not owner.name:
        _call(owner, contact.name)
    _reach(owner, theirs)
    if tx.session.is_modified(owner):
        await repository.save(tx, owner)
    return Customer.model_validate(owner)


async def get(tx: Tx, *, customer_id: UUID) -> Customer:
    """The person of an id, or whom they were merged into; raises NotFound."""
    return Customer.model_validate(await present(tx, customer_id))


async def hold_still(tx: Tx, *, customer_id: UUID) -> UUID:
    """Whom an id stands for; what this transaction then writes for them is not lost to a merge at the same time.

    Take it before any lock on what belongs to the person: merging takes them in that order too. Raises NotFound.
    """
    found = await repository.stand_in(tx, customer_id)
    while found is not None and found[1] is not None:
        found = await repository.stand_in(tx, found[1])
    if found is None:
        raise NotFound("There is no such customer.")
    return found[0]


async def detail(tx: Tx, *, customer_id: UUID) -> CustomerDetail:
    """A person with every address that they are known by; raises NotFound."""
    person = await get(tx, customer_id=customer_id)
    known = [Identity.model_validate(row) for row in await repository.identities(tx, person.id)]
    return CustomerDetail(**person.model_dump(), identities=known)


async def reached_on(tx: Tx, *, customer_id: UUID, channel: ChannelName) -> str | None:
    """The proven address at which somebody is reached on a channel; None when they have proven none."""
    person = await present(tx, customer_id)
    kind = rules.KIND_OF[channel]
    known = await repository.identities(tx, person.id)
    return next((row.value for row in known if row.proven and row.kind == kind), None)


async def known_by(tx: Tx, *, kind: IdentityKind, value: str) -> Customer | None:
    """The person of whom this address is proven; None when nobody has proven it."""
    found = await repository.owners(tx, [(kind, rules.normalised(kind, value))])
    return await get(tx, customer_id=found[0]) if found else None


async def attach_identity(tx: Tx, *, customer_id: UUID, kind: IdentityKind, value: str, proven: bool) -> Customer:
    """Add an address to a person. A proven one that another person has proven too makes the two one.

    The answer may therefore carry another id than the one given: the person who was known first. Raises
    PartedByStaff where staff said that the two are not one.
    """
    if proven:
        await tx.lock(WHO_IS_WHO)
    person, known = await present(tx, customer_id), (kind, rules.normalised(kind, value))
    if proven:
        both = {person.id, *await repository.prove(tx, person.id, [known])}
        if await repository.parted(tx, both):
            raise PartedByStaff()
        person = await _merge(tx, both, [known])
        await repository.drop_proven_claims(tx, person.id)
    else:
        await repository.claim(tx, person.id, [known])
    _reach(person, [known])
    await repository.save(tx, person)
    return Customer.model_validate(person)


async def note_contact(
    tx: Tx, *, customer_id: UUID, name: str | None = None, phone: str | None = None, email: str | None = None
) -> Customer:
    """Keep what somebody said in a conversation: the newest name, and addresses as claims.

    A proven number or address stays the one that we reach them by. Raises InvalidPhone, InvalidEmail.
    """
    person = await present(tx, customer_id)
    known = rules.addresses(phone=phone, email=email)
    if name and name.strip():
        _call(person, name)
    proven = {row.kind for row in await repository.identities(tx, person.id) if row.proven}
    await repository.claim(tx, person.id, known)
    for kind, value in known:
        if kind not in proven:
            setattr(person, kind, value)
    await repository.save(tx, person)
    return Customer.model_validate(person)


async def page(tx: Tx, *, wanted: CustomerSearch) -> CustomerPage:
    """People, newest first, a page at a time."""
    rows = await repository.page(tx, wanted, _spellings(wanted.q))
    people = [Customer.model_validate(row) for row in rows[: wanted.limit]]
    return CustomerPage(customers=people, next=people[-1].id if len(rows) > wanted.limit else None)


async def known_as(tx: Tx, *, q: str, limit: int) -> list[UUID]:
    """Who has this in their name, or exactly this number or address; the newest of them, at most so many."""
    return list(await repository.known_as(tx, q, _spellings(q), limit))


async def names(tx: Tx, *, customer_ids: Collection[UUID]) -> Mapping[UUID, str | None]:
    """The names of these people; where nothing is said, None."""
    return await repository.names(tx, customer_ids) if customer_ids else {}


async def change(tx: Tx, *, customer_id: UUID, wanted: CustomerChange) -> Customer:
    """Correct a person by hand (staff); every field that changed is in the audit log. It proves nothing."""
    person = await present(tx, customer_id)
    fields = wanted.model_dump(exclude_unset=True, exclude={"reason"})
    if fields.get("phone"):
        fields["phone"] = rules.phone_number(fields["phone"])
    if fields.get("email"):
        fields["email"] = rules.email_address(fields["email"])
    if "name" in fields:
        fields["first_name"] = rules.first_name(fields["name"])
    changes = {field: (getattr(person, field), new) for field, new in fields.items()}
    for field, new in fields.items():
        setattr(person, field, new)
    await repository.save(tx, person)
    await audit.record(
        tx,
        action="customer_update",
        resource="customer",
        resource_id=person.id,
        changes=changes,
        reason=wanted.reason,
    )
    return Customer.model_validate(person)


Owned = tuple[CustomerRow, list[rules.Known]]
"""A person, and which of a contact's addresses are theirs."""


async def _owner(tx: Tx, contact: Contact, known: list[rules.Known]) -> Owned:
    """The proven owner of a contact's addresses; the unique index decides between first contacts at one time."""
    found = await repository.owners(tx, known)
    if len(found) == len(known) and len(set(found)) == 1:
        return await present(tx, found[0]), known
    await tx.lock(WHO_IS_WHO, shared=len(known) == 1)  # one address alone makes nobody one with somebody else
    found = await repository.owners(tx, known)
    mine = None if found else await _new(tx, contact, known)
    everyone = await repository.prove(tx, mine.id if mine else found[0], known)
    if mine and everyone == {mine.id}:
        return mine, known
    if mine and mine.id not in everyone:
        await repository.remove(tx, mine.id)
    if await repository.parted(tx, everyone):
        return await _of_account(tx, contact, known)
    owner = await _merge(tx, everyone, known)
    await repository.drop_proven_claims(tx, owner.id)
    return owner, known


async def _of_account(tx: Tx, contact: Contact, known: list[rules.Known]) -> Owned:
    """Staff said that the owners of these addresses are not one person: then it is whose account writes."""
    account = rules.account_of(contact, known)
    [owner] = await repository.owners(tx, [account])
    return await present(tx, owner), [account]


async def _new(tx: Tx, contact: Contact, known: list[rules.Known]) -> CustomerRow:
    reach = dict(known)
    return await repository.add(
        tx,
        name=contact.name,
        first_name=rules.first_name(contact.name),
        phone=reach.get("phone"),
        email=reach.get("email"),
        preferred_channel=contact.channel,
    )


async def _merge(tx: Tx, ids: set[UUID], known: list[rules.Known]) -> CustomerRow:
    """Make one person of several, the one who was known first; what it lacks it takes from the others."""
    kept, *others = await repository.locked(tx, sorted(ids))
    proof = ", ".join(kind for kind, _ in known)
    for gone in others:
        await join(tx, kept, gone, how="proof", reason=f"one sender proved: {proof}")
    return kept


def _call(person: CustomerRow, name: str) -> None:
    person.name = rules.one_line(name)
    person.first_name = rules.first_name(name)


def _reach(person: CustomerRow, known: list[rules.Known]) -> None:
    """Fill where to reach somebody; what is there stays."""
    for kind, value in known:
        if kind in ("phone", "email") and getattr(person, kind) is None:
            setattr(person, kind, value)


def _spellings(said: str | None) -> list[str]:
    found: list[str] = []
    for spelling, refusal in ((rules.phone_number, InvalidPhone), (rules.email_address, InvalidEmail)):
        try:
            found.append(spelling(said or ""))
        except refusal:
            continue
    return found
