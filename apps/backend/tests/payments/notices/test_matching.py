"""What a payment may be for: pure decisions, over many names, memos and debts."""

from decimal import Decimal
from itertools import product
from uuid import UUID, uuid4

import pytest

from hibachi.payments.notices import rules
from hibachi.payments.notices.schemas import Candidate, Notice
from hibachi.payments.rules import reference
from hibachi.payments.schemas import Receivable

SURE = Decimal("0.9")


def owing(payer: str | None = "Dana Ruiz", **said: object) -> Receivable:
    owed_id = uuid4()
    fields = {
        "id": owed_id, "reference": reference(owed_id), "payer": payer, "phone": None, "email": None, "total": 660_00,
        "deposit": 100_00, "paid": 0, "refunded": 0, "deposit_paid": 0, "owed": 660_00,
    }  # fmt: skip
    return Receivable.model_validate(fields | said)


def notice(**said: object) -> Notice:
    return Notice.model_validate({"kind": "received", "amount": 100_00, "currency": "USD"} | said)


def chosen(told: Notice, *owed: Receivable, sure: Decimal = SURE) -> UUID | str:
    made = rules.chosen(rules.candidates(told, owed), certainty=sure)
    return made.receivable_id if isinstance(made, Candidate) else made


@pytest.mark.parametrize(
    "memo",
    ["{}", "deposit {}", "{} thanks!", "#{}", "ref:{}.", "{lower}", "{bare}", "{spaced}", "PB{joined}", "hibachi/{}", "“{}”", "{dashed}"],
)  # fmt: skip
def test_a_reference_is_found_however_it_is_written(memo: str) -> None:
    mine, other = owing("Ann Other"), owing("Bob Third")
    code = mine.reference
    said = memo.format(
        code, lower=code.lower(), bare=code.removeprefix("PB-"), spaced=code.replace("-", " "),
        joined=code.removeprefix("PB-").replace("-", ""), dashed=code.replace("-", "–"),
    )  # fmt: skip
    assert chosen(notice(payer="Somebody Else", memo=said), mine, other) == mine.id


def test_the_letter_o_is_a_zero() -> None:
    mine = owing(reference="PB-0F1A-2001")
    assert chosen(notice(memo="PB-OFIA-2OOl"), mine) == mine.id


@pytest.mark.parametrize(
    "memo", [None, "", "hibachi", "PB-", "PB-1234", "12/24/2026", "5105550142", "deadbeef facade", "PB-ZZZZ-ZZZZ"]
)
def test_what_is_no_reference_is_none(memo: str | None) -> None:
    known = {owing().reference for _ in range(500)}
    assert not rules.references_in(memo) & known


def test_two_references_are_for_a_person() -> None:
    one, two = owing(), owing()
    assert chosen(notice(memo=f"{one.reference} and {two.reference}"), one, two) == "several_match"


def test_a_reference_of_a_stranger_is_no_match() -> None:
    assert chosen(notice(memo="PB-AAAA-BBBB", payer="Nobody Known"), owing()) == "not_certain"
    assert (
        chosen(notice(memo="PB-AAAA-BBBB", payer="Nobody Known", amount=1), owing(), owing("Ann Other")) == "no_match"
    )


@pytest.mark.parametrize("memo", ["(510) 555-0142", "5105550142 hibachi", "+1 510 555 0142", "call 510.555.0142"])
def test_a_phone_number_in_the_memo_is_next(memo: str) -> None:
    mine = owing("Ann Other", phone="+15105550142")
    assert chosen(notice(memo=memo, payer="X Y"), mine, owing(phone="+15105550143")) == mine.id


def test_a_number_with_two_parties_is_for_a_person() -> None:
    parties = [owing(phone="+15105550142"), owing(phone="+15105550142", owed=500_00, deposit_paid=100_00)]
    assert chosen(notice(memo="5105550142"), *parties) == "several_match"


def test_a_reference_against_a_number_is_for_a_person() -> None:
    one, two = owing(), owing("Ann Other", phone="+15105550142")
    assert chosen(notice(memo=f"{one.reference} 5105550142"), one, two) == "several_match"


@pytest.mark.parametrize(
    ("payer", "known"),
    [
        ("DANA RUIZ", "Dana Ruiz"),
        ("Dana M Ruiz", "Dana Ruiz"),
        ("Ruiz, Dana", "dana ruiz"),
        ("José Núñez", "Jose Nunez"),
    ],
)
def test_the_payers_whole_name_and_the_sum_are_enough(payer: str, known: str) -> None:
    mine = owing(known)
    assert chosen(notice(payer=payer), mine, owing("Ann Other")) == mine.id
    assert chosen(notice(payer=payer, amount=660_00), mine, owing("Ann Other")) == mine.id


@pytest.mark.parametrize(
    ("payer", "known"),
    [("Dana R", "Dana Ruiz"), ("Dana", "Dana Ruiz"), ("Dana Rviz", "Dana Ruiz"), ("Maria Lopez", "Mario Lopez"), ("Mario Reed", "Maria Reed")],
)  # fmt: skip
def test_a_name_that_is_only_like_waits(payer: str, known: str) -> None:
    assert chosen(notice(payer=payer), owing(known)) == "not_certain"


@pytest.mark.parametrize("payer", ["Ann Other", "", None, "Ruiz Catering", "🎉"])
def test_another_name_is_never_sure(payer: str | None) -> None:
    assert chosen(notice(payer=payer), owing()) == "not_certain"
    assert chosen(notice(payer=payer, amount=123_45), owing()) == "no_match"


def test_a_name_with_another_sum_waits() -> None:
    assert chosen(notice(payer="Dana Ruiz", amount=123_45), owing()) == "not_certain"


def test_two_of_one_name_are_for_a_person() -> None:
    assert chosen(notice(payer="Dana Ruiz"), owing(), owing()) == "several_match"


def test_an_address_with_the_sum_is_enough() -> None:
    mine = owing("Ann Other", email="Dana@Mail.example")
    assert chosen(notice(payer_email="dana@mail.example"), mine, owing()) == mine.id


def test_who_owes_nothing_is_paid_by_reference_alone() -> None:
    settled = owing(owed=0, deposit_paid=100_00, phone="+15105550142")
    assert chosen(notice(payer="Dana Ruiz"), settled) == "no_match"
    assert chosen(notice(memo=settled.reference), settled) == settled.id


def test_the_owner_sets_how_sure() -> None:
    mine = owing()
    told = notice(payer="Dana Ruiz")
    assert chosen(told, mine, sure=Decimal("0.95")) == "not_certain"
    assert chosen(notice(memo=mine.reference), mine, sure=Decimal(1)) == "not_certain"
    assert chosen(notice(payer="Dana R"), mine, sure=Decimal("0.8")) == mine.id


def test_the_certainty_only_grows_with_what_is_known() -> None:
    marks = ["reference", "phone", "email", "name", "similar_name", "amount"]
    for bits in product((False, True), repeat=len(marks)):
        known = {mark for mark, bit in zip(marks, bits, strict=True) if bit}
        sure = next((value for needed, value in rules.CERTAINTY if needed <= known), 0.0)
        for more in marks:
            assert next((value for needed, value in rules.CERTAINTY if needed <= known | {more}), 0.0) >= sure


def test_how_much_of_what_was_due_came() -> None:
    owed = owing()
    assert [rules.extent(cents, owed) for cents in (100_00, 660_00, 1, 659_99, 660_01)] == [
        "exact", "exact", "partial", "partial", "over",
    ]  # fmt: skip
    assert rules.extent(1, owing(owed=0, deposit_paid=100_00)) == "over"


@pytest.mark.parametrize(
    ("domain", "service"),
    [("venmo.com", "venmo"), ("mail.venmo.com", "venmo"), ("notvenmo.com", None), ("venmo.com.example", None), ("com", None), ("", None)],
)  # fmt: skip
def test_a_domain_is_a_services_or_nobodys(domain: str, service: str | None) -> None:
    assert rules.service_of(domain, {"venmo": ("venmo.com",), "zelle": ("chase.com",)}) == service


def test_a_bank_that_speaks_of_something_else_is_not_zelle() -> None:
    assert rules.method_of("zelle", notice(zelle=True)) == "zelle"
    assert rules.method_of("zelle", notice()) == "bank"
    assert (rules.method_of("stripe", notice()), rules.method_of("unknown", notice())) == ("card", "other")
