"""Payments that came: what each mail must give, to the cent and to the letter."""

from dataclasses import dataclass

from tests.channels.mail.money.layouts import LAYOUTS, Layout, Mail, Paid, forwarded_by_rule, quoted


@dataclass(frozen=True)
class Told:
    """A mail and what it says. id None: the mail has none."""

    mail: Mail
    amount: int
    payer: str | None
    memo: str | None
    id: str | None
    currency: str = "USD"


PEOPLE: tuple[tuple[str, int, str, str | None], ...] = (
    ("$100.00", 100_00, "Dana Ruiz", "PB-3F9A-2C71-80E4"),
    ("$1,250.50", 1_250_50, "JOSÉ ÁLVAREZ-NUÑEZ", "hibachi party 🎉 ¡gracias!"),
    ("$0.01", 1, "O'Brien, Pat", "(510) 555-0142"),
    ("$12,345.67", 12_345_67, "Nguyễn Thị Mai", "生日快乐 PB-0000-FFFF-1234"),
    ("$550.00", 550_00, "SMITH & SONS LLC", None),
    ("$99.99", 99_99, "Lee", "deposit for Sat. 3/14 @ 6pm, 20 people; balance later"),
    ("$100.00", 100_00, "Мария Иванова", "pb 3f9a 2c71 80e4"),
    ("$1,000,000.00", 1_000_000_00, "Dr. Ann-Marie van der Berg III", "x"),
    ("$100.00", 100_00, "Dana Ruiz", "Amount $9,999.00"),
    ("$100.00", 100_00, "Dana Ruiz", "Bob Stone paid you $900.00"),
    ("$100.00", 100_00, "Dana Ruiz", "refund declined, pending"),
    ("$100.00", 100_00, "Dana Ruiz", "Transaction ID: 999999999"),
)
"""Amounts, names and memos of many kinds; the last four memos pretend to be parts of the mail."""


def _id(layout: str, number: int) -> str:
    return f"{'D-QQ' if layout == 'cash_app' else '3MB' if layout == 'paypal' else 'WF' if layout == 'wells_fargo' else '4558'}{number:09}"


def _told(layout: str, made: Layout, number: int, person: tuple[str, int, str, str | None]) -> Told:
    written, cents, payer, memo = person
    ident = _id(layout, number)
    mail = made(Paid(written, payer, memo, ident))
    return Told(mail, cents, payer, memo, f"pi_{ident}" if layout == "stripe" else ident)


def _variants() -> dict[str, Told]:
    """Passed on by a rule, quoted, without cents, with another spelling of spaces and digits."""
    text = LAYOUTS["chase_text"](Paid("$100.00", "DANA RUIZ", "PB-3F9A-2C71-80E4", "17534000001"))
    said = Told(text, 100_00, "DANA RUIZ", "PB-3F9A-2C71-80E4", "17534000001")
    spaced = (text.text or "").replace("Amount $", "Amount\u00a0$\u00a0")
    whole = LAYOUTS["venmo_text"](Paid("$100", "Dana Ruiz", "PB-3F9A-2C71-80E4", "455800000001"))
    return {
        "forwarded by a rule": Told(forwarded_by_rule(text), 100_00, "DANA RUIZ", "PB-3F9A-2C71-80E4", "17534000001"),
        "quoted": Told(quoted(text), 100_00, said.payer, said.memo, said.id),
        "no-break spaces": Told(Mail(text.sender, text.subject, text=spaced), 100_00, said.payer, said.memo, said.id),
        "no cents": Told(whole, 100_00, "Dana Ruiz", "PB-3F9A-2C71-80E4", "455800000001"),
    }


RECEIVED: dict[str, Told] = {
    f"{layout} {number}": _told(layout, made, number, person)
    for layout, made in LAYOUTS.items()
    for number, person in enumerate(PEOPLE)
} | _variants()
