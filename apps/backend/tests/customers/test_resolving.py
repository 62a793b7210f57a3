"""Who somebody is: found by proof alone, once, and never by what they say."""

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from hibachi.customers import rules, service
from hibachi.customers.errors import InvalidEmail, InvalidHandle, InvalidPhone
from hibachi.customers.events import CustomersMerged
from hibachi.customers.schemas import Contact, Customer
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import NotFound
from hibachi.kit.events import EventBus
from hibachi.kit.ids import new_id

DANA = "+15105550142"


async def resolve(db: Database, *, proven: bool = True, channel: str = "sms", **said: str | None) -> Customer:
    async with db.transaction() as tx:
        return await service.resolve(tx, contact=Contact(channel=channel, **said), proven=proven)


async def count(db: Database, table: str) -> int:
    async with db.transaction() as tx:
        return int((await tx.session.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one())


async def identities(db: Database) -> list[tuple[str, str, bool]]:
    async with db.transaction() as tx:
        found = await tx.session.execute(
            text("SELECT kind, value, proven FROM customer_identities ORDER BY kind, value, proven")
        )
        return [(row.kind, row.value, row.proven) for row in found]


async def test_a_proven_number_finds_the_same_person_in_every_spelling(db: Database) -> None:
    first = await resolve(db, phone="(510) 555-0142", name="Dana Ruiz")
    for spelling in ("+15105550142", "510.555.0142", "1 510 555 0142", "5105550142"):
        assert (await resolve(db, phone=spelling)).id == first.id
    assert (first.phone, first.name, first.first_name, first.preferred_channel) == (DANA, "Dana Ruiz", "Dana", "sms")
    assert await count(db, "customers") == 1
    assert await identities(db) == [("phone", DANA, True)]


@pytest.mark.parametrize(
    ("channel", "handle", "expected"),
    [
        ("instagram", "@Dana.Ruiz", [("instagram", "dana.ruiz", True)]),
        ("ig", "dana.ruiz", [("instagram", "dana.ruiz", True)]),
        ("facebook", "DanaR", [("facebook", "danar", True)]),
        ("whatsapp", "1 510 555 0142", [("phone", DANA, True), ("whatsapp", DANA, True)]),
        ("web_chat", "Browser-1", [("web", "browser-1", True)]),
        ("sms", "nobody", []),
    ],
)
async def test_a_handle_is_an_address_of_its_channel(
    db: Database, channel: str, handle: str, expected: list[tuple[str, str, bool]]
) -> None:
    await resolve(db, channel=channel, handle=handle)
    assert await identities(db) == expected


async def test_one_name_on_two_networks_is_two_people(db: Database) -> None:
    assert (await resolve(db, channel="instagram", handle="dana")).id != (
        await resolve(db, channel="facebook", handle="dana")
    ).id


async def test_claims_find_nobody_and_merge_nobody(db: Database) -> None:
    dana = await resolve(db, phone=DANA, email="dana@example.com", name="Dana")
    visitors = [
        await resolve(db, proven=False, channel="web_chat", phone=DANA, email="dana@example.com", name="Dana")
        for _ in range(3)
    ]
    assert len({dana.id, *(one.id for one in visitors)}) == 4
    assert (await resolve(db, phone=DANA)).id == dana.id
    async with db.transaction() as tx:
        known = await service.known_by(tx, kind="phone", value=DANA)
        told = await service.detail(tx, customer_id=visitors[0].id)
    assert known is not None and known.id == dana.id
    assert {(one.kind, one.value, one.proven) for one in told.identities} == {
        ("phone", DANA, False),
        ("email", "dana@example.com", False),
    }


async def test_claims_alone_are_known_to_nobody(db: Database) -> None:
    await resolve(db, proven=False, channel="web_chat", phone=DANA)
    async with db.transaction() as tx:
        assert await service.known_by(tx, kind="phone", value=DANA) is None
    assert await count(db, "customers") == 1
    await resolve(db, phone=DANA)
    assert await count(db, "customers") == 2


async def test_somebody_without_any_address_is_somebody_new(db: Database) -> None:
    one, two = await resolve(db, channel="web_chat"), await resolve(db, channel="web_chat")
    assert one.id != two.id
    assert await identities(db) == []


async def test_the_first_name_stays_and_a_missing_one_is_filled(db: Database) -> None:
    await resolve(db, phone=DANA)
    assert (await resolve(db, phone=DANA, name="Dana Ruiz")).name == "Dana Ruiz"
    assert (await resolve(db, phone=DANA, name="Somebody Else")).name == "Dana Ruiz"


async def test_proof_of_two_addresses_joins_two_people_into_the_first(db: Database, bus: EventBus) -> None:
    heard: list[CustomersMerged] = []

    async def listen(_tx: Tx, event: CustomersMerged) -> None:
        heard.append(event)

    bus.listen_inside(CustomersMerged, listen)
    by_phone = await resolve(db, phone=DANA)
    by_mail = await resolve(db, channel="email", email="Dana@Example.com", name="Dana Ruiz")
    joined = await resolve(db, phone=DANA, email="dana@example.com")
    assert joined.id == by_phone.id
    assert (joined.name, joined.email) == ("Dana Ruiz", "dana@example.com")
    assert [(one.kept, one.gone) for one in heard] == [(by_phone.id, by_mail.id)]
    assert (await resolve(db, channel="email", email="dana@example.com")).id == by_phone.id
    async with db.transaction() as tx:
        assert (await service.get(tx, customer_id=by_mail.id)).id == by_phone.id


async def test_a_new_proof_beside_a_known_one_joins_no_third_person(db: Database) -> None:
    dana = await resolve(db, phone=DANA)
    again = await resolve(db, phone=DANA, email="dana@example.com")
    assert again.id == dana.id
    assert (await resolve(db, channel="email", email="dana@example.com")).id == dana.id
    assert await count(db, "customers") == 1


async def test_proving_a_claim_makes_it_one_address(db: Database) -> None:
    visitor = await resolve(db, proven=False, channel="web_chat", phone=DANA)
    async with db.transaction() as tx:
        proved = await service.attach_identity(tx, customer_id=visitor.id, kind="phone", value=DANA, proven=True)
    assert proved.id == visitor.id
    assert await identities(db) == [("phone", DANA, True)]


async def test_proving_what_another_has_proven_joins_the_two_with_claims_and_all(db: Database) -> None:
    dana = await resolve(db, phone=DANA)
    visitor = await resolve(db, proven=False, channel="web_chat", phone=DANA, email="d@example.com")
    async with db.transaction() as tx:
        await service.note_contact(tx, customer_id=dana.id, email="d@example.com")
        joined = await service.attach_identity(tx, customer_id=visitor.id, kind="phone", value=DANA, proven=True)
    assert joined.id == dana.id
    assert await identities(db) == [("email", "d@example.com", False), ("phone", DANA, True)]


async def test_attaching_a_claim_that_another_has_proven_takes_nothing_from_them(db: Database) -> None:
    dana, eve = await resolve(db, phone=DANA), await resolve(db, phone="+15105550143")
    async with db.transaction() as tx:
        await service.attach_identity(tx, customer_id=eve.id, kind="phone", value=DANA, proven=False)
        known = await service.known_by(tx, kind="phone", value=DANA)
    assert known is not None and known.id == dana.id
    assert (await resolve(db, phone=DANA)).id == dana.id


async def test_what_is_said_in_a_conversation_is_kept_as_a_claim(db: Database) -> None:
    dana = await resolve(db, phone=DANA)
    async with db.transaction() as tx:
        noted = await service.note_contact(
            tx, customer_id=dana.id, name=" Dana  Ruiz ", phone="(510) 555-0199", email="Dana@Example.com"
        )
    assert (noted.name, noted.first_name) == ("Dana Ruiz", "Dana")
    assert noted.phone == DANA, "a proven number stays the one that we reach them by"
    assert noted.email == "dana@example.com"
    assert await identities(db) == [
        ("email", "dana@example.com", False),
        ("phone", DANA, True),
        ("phone", "+15105550199", False),
    ]


async def test_a_visitors_newest_word_counts(db: Database) -> None:
    visitor = await resolve(db, proven=False, channel="web_chat", phone=DANA)
    async with db.transaction() as tx:
        noted = await service.note_contact(tx, customer_id=visitor.id, phone="5105550199")
        again = await service.note_contact(tx, customer_id=visitor.id, phone="5105550199")
    assert noted.phone == again.phone == "+15105550199"


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"phone": "12"}, InvalidPhone),
        ({"phone": "call me"}, InvalidPhone),
        ({"phone": "555-0142"}, InvalidPhone),
        ({"phone": "+1 510 555 0142 ext 7"}, InvalidPhone),
        ({"phone": "9" * 40}, InvalidPhone),
        ({"email": "dana"}, InvalidEmail),
        ({"email": "dana@"}, InvalidEmail),
        ({"email": "dana@@example.com"}, InvalidEmail),
        ({"handle": "two words", "channel": "instagram"}, InvalidHandle),
        ({"handle": "@", "channel": "instagram"}, InvalidHandle),
    ],
)
async def test_wrong_addresses_are_refused_and_write_nothing(
    db: Database, said: dict[str, str], error: type[InvalidPhone]
) -> None:
    for proven in (True, False):
        with pytest.raises(error) as refusal:
            await resolve(db, proven=proven, **said)
        assert refusal.value.status == 422
    assert await count(db, "customers") == 0


async def test_nobody_of_that_id(tx: Tx) -> None:
    for call in (service.get, service.detail, service.note_contact):
        with pytest.raises(NotFound):
            await call(tx, customer_id=new_id())


@pytest.mark.parametrize("value", ["x" * 201, "a\0b", "two\nlines"])
def test_a_contact_holds_short_printable_lines(value: str) -> None:
    with pytest.raises(ValueError, match="printable|200"):
        Contact(channel="sms", name=value)


def test_a_blank_line_is_nothing() -> None:
    assert Contact(channel="sms", name="  ", phone="").model_dump() == {
        "channel": "sms",
        "name": None,
        "phone": None,
        "email": None,
        "handle": None,
    }


def test_somebody_is_called_by_their_mail_else_their_number_else_their_account() -> None:
    everything = Contact(channel="ig", phone=DANA, email="D@example.com", handle="@Dana")
    assert rules.main_identity(everything) == ("email", "d@example.com")
    assert rules.main_identity(everything.model_copy(update={"email": None})) == ("phone", DANA)
    assert rules.main_identity(Contact(channel="ig", handle="@Dana")) == ("instagram", "dana")
    assert rules.main_identity(Contact(channel="web_chat")) is None


@given(st.integers(2_000_000_000, 9_999_999_999))
def test_a_normalised_number_stays_what_it_is(number: int) -> None:
    try:
        once = rules.phone_number(str(number))
    except InvalidPhone:
        return
    assert rules.phone_number(once) == once == f"+1{number}"


async def test_twenty_first_contacts_at_one_time_are_one_person(db: Database) -> None:
    for number in range(5):
        found: list[Customer] = []

        async def arrive(phone: str = f"+151055501{number}0", into: list[Customer] = found) -> None:
            into.append(await resolve(db, phone=phone))

        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(arrive)
        assert len({one.id for one in found}) == 1
    assert await count(db, "customers") == 5
    assert await count(db, "customer_identities") == 5


async def test_crossing_proofs_at_one_time_end_as_one_person(db: Database) -> None:
    await resolve(db, phone=DANA)
    await resolve(db, channel="email", email="dana@example.com")
    await resolve(db, channel="instagram", handle="dana")

    async def prove(channel: str, said: dict[str, str]) -> None:
        await resolve(db, channel=channel, **said)

    pairs = [
        ("sms", {"phone": DANA, "email": "dana@example.com"}),
        ("instagram", {"handle": "dana", "email": "dana@example.com"}),
        ("instagram", {"handle": "dana", "phone": DANA}),
    ]
    async with anyio.create_task_group() as group:
        for pair in pairs * 3:
            group.start_soon(prove, *pair)
    async with db.transaction() as tx:
        owners = await tx.session.execute(text("SELECT DISTINCT customer_id FROM customer_identities"))
        assert len(owners.all()) == 1
        free = await tx.session.execute(text("SELECT count(*) FROM customers WHERE merged_into IS NULL"))
        assert free.scalar_one() == 1


async def test_the_database_refuses_a_second_owner_by_itself(db: Database) -> None:
    await resolve(db, phone=DANA)
    eve = await resolve(db, phone="+15105550143")
    with pytest.raises(IntegrityError, match="uq_customer_identities_proven"):
        async with db.transaction() as tx:
            await tx.session.execute(
                text("UPDATE customer_identities SET value = :phone WHERE customer_id = :eve"),
                {"phone": DANA, "eve": eve.id},
            )
