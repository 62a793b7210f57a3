"""What the proof says of a party: each thing that is wrong is one finding with what to do, and a sound party has none."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from hibachi.bookings.proof import rules
from hibachi.bookings.proof.schemas import Seen
from hibachi.payments.cards.schemas import Difference

NOW = datetime(2026, 3, 4, 18, tzinfo=UTC)
START = NOW + timedelta(days=10)
FINAL = timedelta(hours=48)
SOUND = Seen(
    id=UUID(int=1), status="confirmed", name="Dana Ruiz", start=START, end=START + timedelta(hours=2),
    zone="America/Los_Angeles", zip_zone="America/Los_Angeles", served=True, has_chef=True, location="1 Main St",
    dietary=("none",), total=660_00, deposit=100_00, deposit_paid=100_00, paid=100_00, billed=660_00, net=100_00,
    owed=560_00, ledger_deposit=100_00, adds_up=True, invoiced=660_00,
)  # fmt: skip
OVER = {"status": "completed", "start": NOW - timedelta(days=2), "end": NOW - timedelta(days=2, hours=-2)}
EMPTY = {"paid": 0, "deposit_paid": 0, "net": 0, "ledger_deposit": 0}


def codes(party: Seen) -> list[tuple[str, bool]]:
    return [(one.code, one.is_urgent) for one in rules.wrongs(party, now=NOW, final=FINAL)]


@pytest.mark.parametrize(
    ("changed", "code", "is_urgent"),
    [
        ({"deposit_paid": 70_00, "paid": 70_00, "net": 70_00, "ledger_deposit": 70_00, "owed": 590_00}, "deposit_missing", False),
        ({"has_chef": False}, "chef_missing", True),
        ({"location": None}, "address_missing", False),
        ({"location": "  "}, "address_missing", False),
        ({"zip_zone": "America/Denver"}, "zone_differs", True),
        ({"served": False}, "place_unserved", False),
        ({"dietary": ()}, "allergies_unanswered", False),
        ({"paid": 90_00}, "books_differ", True),
        ({"deposit_paid": 120_00}, "books_differ", True),
        ({"billed": 650_00, "invoiced": 650_00}, "books_differ", True),
        ({"adds_up": False}, "books_differ", True),
        ({"billed": None, "invoiced": None}, "books_differ", True),
        ({"invoiced": 600_00}, "invoice_differs", False),
        ({"invoiced": None}, "invoice_missing", False),
        ({"status": "no_show", "invoiced": None}, "invoice_missing", False),
        ({"owed": -40_00}, "money_owed_back", False),
        ({"status": "cancelled", "billed": 0, "owed": -100_00, "invoiced": None}, "money_owed_back", True),
        (OVER, "party_unpaid", False),
        (OVER | {"status": "no_show"}, "party_unpaid", False),
    ],
)  # fmt: skip
def test_each_fault_is_one_finding(changed: dict[str, object], code: str, is_urgent: bool) -> None:
    assert codes(replace(SOUND, **changed)) == [(code, is_urgent)]  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"zip_zone": None},
        {"invoiced": None, "bookkept": True},
        OVER | {"owed": 0, "location": None, "dietary": ()},
        {"status": "deposit_pending", "has_chef": False, "location": None, "dietary": (), "owed": 660_00, "invoiced": None} | EMPTY,
        {"status": "cancelled", "billed": 0, "owed": 0, "invoiced": None} | EMPTY,
        {"status": "cancelled", "billed": None, "owed": 0, "invoiced": None} | EMPTY,
        {"status": "cancelled", "billed": 100_00, "owed": 0, "invoiced": 100_00},
    ],
)  # fmt: skip
def test_what_is_as_it_has_to_be_is_no_finding(changed: dict[str, object]) -> None:
    assert codes(replace(SOUND, **changed)) == []  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("what", [{"location": None}, {"served": False}, {"dietary": ()}])
def test_shortly_before_the_party_it_is_urgent(what: dict[str, object]) -> None:
    near = {"start": NOW + timedelta(hours=47), "end": NOW + timedelta(hours=49)}
    [(_, is_urgent)] = codes(replace(SOUND, **near | what))  # type: ignore[arg-type]  # fields by name
    assert is_urgent


def test_a_finding_says_which_party_and_what_to_do() -> None:
    [one] = rules.wrongs(replace(SOUND, dietary=()), now=NOW, final=FINAL)
    assert one.what.startswith("Party of March 14, 2026, Dana Ruiz: ") and one.to_do.endswith(".")
    assert one.subject == str(SOUND.id) and one.booking_id == SOUND.id


@pytest.mark.parametrize(("there", "here"), [(100_00, None), (None, 100_00), (100_00, 90_00)])
def test_a_difference_names_both_amounts(there: int | None, here: int | None) -> None:
    code = "not_in_ledger" if here is None else "not_at_stripe" if there is None else "amount_differs"
    said = rules.difference(Difference(code, "pi_1", None, there, here))  # type: ignore[arg-type]  # one of the codes
    assert said.is_urgent and "pi_1" in said.what and "$100" in said.what
    assert ("nothing" in said.what) == (None in (there, here))
