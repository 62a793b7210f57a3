"""How payment services lay out a payment that came: subject, plain text, HTML. Names, sums and ids are ours.

After mails that people show in public code (venmo old and new, chase, wells_fargo, cash_app, paypal, stripe,
bank_of_america's subject); capital_one, us_bank and zelle are written after their general form.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from email.message import EmailMessage
from html import escape

PAID_AT = "pay@myhibachichef.example"
AUTHSERV = "mx.example.net"
FROM = {
    "venmo": "Venmo <venmo@venmo.com>",
    "chase": "Chase <no.reply.alerts@chase.com>",
    "bank_of_america": "Bank of America <customerservice@ealerts.bankofamerica.com>",
    "wells_fargo": "Wells Fargo Online <alerts@notify.wellsfargo.com>",
    "capital_one": "Capital One <capitalone@notification.capitalone.com>",
    "us_bank": "U.S. Bank <usbank@notifications.usbank.com>",
    "zelle": "Zelle <alerts@zellepay.com>",
    "cash_app": "Cash App <cash@square.com>",
    "paypal": "PayPal <service@paypal.com>",
    "stripe": "Stripe <notifications@stripe.com>",
}


@dataclass(frozen=True)
class Paid:
    """What a mail tells. amount: as it is written; memo None: the payer wrote none."""

    amount: str = "$100.00"
    payer: str = "Dana Ruiz"
    memo: str | None = "PB-3F9A-2C71-80E4"
    id: str = "4558063035059940001"


@dataclass(frozen=True)
class Mail:
    """A mail before it is bytes. vouches: what the receiving server says; None: nothing at all."""

    sender: str
    subject: str
    text: str | None = None
    html: str | None = None
    to: str = PAID_AT
    vouches: str | None = "pass"
    extra: tuple[tuple[str, str], ...] = ()

    def raw(self) -> bytes:
        """The mail with what the receiving server puts on top."""
        made = EmailMessage()
        domain = self.sender.rpartition("@")[2].strip(">")
        if self.vouches is not None:
            made["Authentication-Results"] = (
                self.vouches
                if ";" in self.vouches
                else f"{AUTHSERV}; dkim={self.vouches} header.d={domain}; dmarc={self.vouches} header.from={domain}"
            )
        for name, value in self.extra:
            made[name] = value
        made["From"], made["To"], made["Subject"] = self.sender, self.to, self.subject
        made["Date"] = "Wed, 04 Mar 2026 10:00:00 -0800"
        made["Message-ID"] = f"<{abs(hash((self.subject, self.text, self.html, self.sender)))}@{domain or 'x.example'}>"
        if self.text is not None:
            made.set_content(self.text)
        if self.html is not None and self.text is not None:
            made.add_alternative(self.html, subtype="html")
        elif self.html is not None:
            made.set_content(self.html, subtype="html")
        return made.as_bytes().replace(b"Subject_:", b"Subject:")


Layout = Callable[[Paid], Mail]


def venmo(paid: Paid) -> Mail:
    """Since 2024: the amount in pieces, the memo between it and the button, a hidden line with the other direction."""
    whole, _, cents = paid.amount.lstrip("$").partition(".")
    note = f'<p class="transaction-note">{escape(paid.memo)}</p>' if paid.memo else ""
    html = f"""<html><body><div style="display:none;max-height:0">You paid {escape(paid.payer)}</div>
<table><tr><td><div>{escape(paid.payer)} paid you</div><div class="amount-container">
<div class="amount-container__text-high">$</div><div class="amount-container__amount-text">{whole}</div>
<div class="amount-container__text-high">.</div><div class="amount-container__text-high">{cents}</div></div>
{note}<a href="https://venmo.com/story/1">See transaction</a>
<p>Money credited to your Venmo account.</p><h3>Transaction details</h3>
<table><tr><td>Date</td><td>Mar 04, 2026</td></tr><tr><td>Transaction ID</td><td>{paid.id}</td></tr>
<tr><td>Sent to</td><td>@myhibachichef</td></tr></table>
<p>Don't recognize this activity? Declined or disputed payments are explained in our Help Center.</p></td></tr></table></body></html>"""
    return Mail(FROM["venmo"], f"{paid.payer} paid you {paid.amount}", html=html)


def venmo_text(paid: Paid) -> Mail:
    """The same as a program writes it that knows text alone."""
    note = f"\n{paid.memo}\n" if paid.memo else ""
    text = f"""{paid.payer} paid you {paid.amount}
{note}
See transaction <https://venmo.com/story/1>
Money credited to your Venmo account.

Transaction details
Date
Mar 04, 2026
Transaction ID
{paid.id}
Sent to
@myhibachichef
"""
    return Mail(FROM["venmo"], f"{paid.payer} paid you {paid.amount}", text=text)


def venmo_old(paid: Paid) -> Mail:
    """Until 2023: the memo under the names, date and amount on one line, the fee of a business profile beside it."""
    note = f"<p>{escape(paid.memo)}</p>" if paid.memo else ""
    html = f"""<table><tr><td><a href="#">{escape(paid.payer)}</a> <span>paid</span> <strong>You</strong></td></tr>
<tr><td>{note}</td></tr><tr><td>Transfer Date and Amount:</td></tr>
<tr><td><span>Mar 04, 2026 PST</span><span> · </span><span style="color:#148572;float:right;">+ {paid.amount}</span></td></tr>
<tr><td><a href="#">Like</a> <a href="#">Comment</a></td></tr>
<tr><td>Money credited to your Venmo account. <a href="#">Transfer to your bank</a>.</td></tr>
<tr><td>Payment ID: {paid.id}</td></tr><tr><td>Invite Friends!</td></tr></table>"""
    return Mail(FROM["venmo"], f"{paid.payer} paid you {paid.amount}", html=html)


def chase(paid: Paid) -> Mail:
    """Zelle at Chase, as HTML: labels and values in two cells of a row."""
    html = f"""<html><head><title>You received money</title></head><body><table><tr><td>Zelle<sup>®</sup> payment</td></tr>
<tr><td><h1>{escape(paid.payer)} sent you money</h1></td></tr><tr><td>Here are the details:</td></tr></table>
<table><tr><td>Amount</td><td>{paid.amount}</td></tr><tr><td>Sent on</td><td>Mar 4, 2026</td></tr>
<tr><td>Transaction number</td><td>{paid.id}</td></tr><tr><td>Memo</td><td>{escape(paid.memo or "N/A")}</td></tr></table>
<p>The money was sent to your account ending in (...5516). Once a payment is authorized it can't be canceled.</p>
<p>If a payment is pending or you have questions, please call us.</p></body></html>"""
    return Mail(FROM["chase"], "You received money with Zelle®", html=html)


def chase_text(paid: Paid) -> Mail:
    """Zelle at Chase, as text."""
    text = f"""You received money with Zelle®

{paid.payer} sent you money

Here are the details:

Amount {paid.amount}
Sent on Mar 4, 2026
Transaction number {paid.id}
Memo {paid.memo or "N/A"}

The money is in your account ending in 5516.
"""
    return Mail(FROM["chase"], "You received money with Zelle®", text=text)


def bank_of_america(paid: Paid) -> Mail:
    """Zelle at Bank of America: everything in the subject, the message in quotation marks."""
    note = f"<p>“{escape(paid.memo)}”</p>" if paid.memo else ""
    html = f"""<table><tr><td>Zelle®</td></tr><tr><td>{escape(paid.payer)} sent you {paid.amount}</td></tr><tr><td>{note}</td></tr>
<tr><td>Confirmation code: {paid.id}</td></tr><tr><td>Date: 03/04/2026</td></tr>
<tr><td>The money has been deposited into your account ending in 1234.</td></tr></table>"""
    return Mail(FROM["bank_of_america"], f"{paid.payer} sent you {paid.amount}", html=html)


def wells_fargo(paid: Paid) -> Mail:
    """Zelle at Wells Fargo, the plain part of it: stars for bold, links in angles."""
    note = f"*Memo * {paid.memo}\n" if paid.memo else ""
    text = f"""<https://www.wellsfargo.com>[image: Wells Fargo logo]
You received money with Zelle®
{paid.payer} sent you money. Here are the details:
*Date * 03/04/2026
*Amount * {paid.amount}
{note}*Confirmation Code * {paid.id}
This money has been deposited in your Wells Fargo account XXXXXX5516.

For your protection, *Zelle* should only be used for sending money to friends, family, or others you know and trust.
"""
    return Mail(FROM["wells_fargo"], "You received money with Zelle", text=text)


def capital_one(paid: Paid) -> Mail:
    """Zelle at Capital One, after its general form."""
    note = f"<p>Memo: {escape(paid.memo)}</p>" if paid.memo else ""
    html = f"""<div>You've received money with Zelle®.</div><p>{escape(paid.payer)} sent you {paid.amount} with Zelle®.</p>{note}
<p>Date: March 4, 2026</p><p>Confirmation number: {paid.id}</p><p>Deposited to: 360 Checking...0797</p>"""
    return Mail(FROM["capital_one"], "You received money with Zelle®", html=html)


def us_bank(paid: Paid) -> Mail:
    """Zelle at U.S. Bank, after its general form."""
    note = f"Message: {paid.memo}\n" if paid.memo else ""
    text = f"""Zelle® payment received

You received {paid.amount} from {paid.payer}.
{note}Date received: 03/04/2026
Confirmation number: {paid.id}
Deposited into: Checking - 1234
"""
    return Mail(FROM["us_bank"], f"You received {paid.amount} from {paid.payer}", text=text)


def zelle(paid: Paid) -> Mail:
    """Zelle itself, after its general form."""
    note = f"<tr><td>Memo</td><td>{escape(paid.memo)}</td></tr>" if paid.memo else ""
    html = f"""<table><tr><td>Hello,</td></tr><tr><td>{escape(paid.payer)} sent you {paid.amount} with Zelle®</td></tr></table>
<table><tr><td>Amount:</td><td>{paid.amount}</td></tr>{note}<tr><td>Date:</td><td>March 4, 2026</td></tr>
<tr><td>Reference number:</td><td>{paid.id}</td></tr></table>"""
    return Mail(FROM["zelle"], f"{paid.payer} sent you {paid.amount} with Zelle®", html=html)


def cash_app(paid: Paid) -> Mail:
    """Cash App: the memo in the subject, labels and values one below the other."""
    about = f" for {paid.memo}" if paid.memo else ""
    note = f"<div>For {escape(paid.memo)}</div>" if paid.memo else ""
    html = f"""<div>{escape(paid.payer)}</div><div>Payment from $danaruiz</div>{note}<div>{paid.amount}</div><div>Received</div>
<div>Amount</div><div>{paid.amount}</div><div>Destination</div><div>Cash balance</div><div>Identifier</div><div>#{paid.id}</div>
<div>To</div><div>My Hibachi Chef</div><div>From</div><div>{escape(paid.payer)}</div>"""
    return Mail(FROM["cash_app"], f"{paid.payer} sent you {paid.amount}{about}", html=html)


def paypal(paid: Paid) -> Mail:
    """PayPal, both alternatives, the currency behind the amount."""
    note = f"\nNote from {paid.payer}:\n{paid.memo}\n" if paid.memo else ""
    text = f"""Hello, My Hibachi Chef

{paid.payer} sent you {paid.amount} USD
{note}
Transaction Details
*Transaction ID*
{paid.id}
<https://www.paypal.com/activity/payment/1>
*Transaction date*
March 4, 2026
------------------------------
*Amount* {paid.amount} USD
------------------------------

Don't see the money in your account?
Don't worry -- sometimes it just takes a few minutes for it to show up.
"""
    quoted = f"<p>Note from {escape(paid.payer)}:</p><p>{escape(paid.memo)}</p>" if paid.memo else ""
    html = f"""<p>Hello, My Hibachi Chef</p><h1>{escape(paid.payer)} sent you {paid.amount} USD</h1>{quoted}
<table><tr><td>Transaction ID</td><td>{paid.id}</td></tr><tr><td>Transaction date</td><td>March 4, 2026</td></tr>
<tr><td>Amount</td><td>{paid.amount} USD</td></tr></table>"""
    return Mail(FROM["paypal"], "You've got money", text=text, html=html)


def stripe(paid: Paid) -> Mail:
    """Stripe: the payer is an address, the memo the description of the payment."""
    address = f"payer{len(paid.payer)}@mail.example"
    note = f"<tr><td>Description</td><td>{escape(paid.memo)}</td></tr>" if paid.memo else ""
    html = f"""<h2>You've just received a payment through Stripe.</h2><table><tr><td>Payment</td><td>{paid.amount}</td></tr>
<tr><td>Customer</td><td>{escape(paid.payer)} ({address})</td></tr>{note}<tr><td>Payment ID</td><td>pi_{paid.id}</td></tr></table>"""
    return Mail(FROM["stripe"], f"Payment of {paid.amount} from {address} for My Hibachi Chef", html=html)


LAYOUTS: dict[str, Layout] = {
    made.__name__: made
    for made in (
        venmo, venmo_text, venmo_old, chase, chase_text, bank_of_america, wells_fargo, capital_one, us_bank, zelle,
        cash_app, paypal, stripe,
    )
}  # fmt: skip


def forwarded_by_rule(mail: Mail) -> Mail:
    """As a mailbox's own rule passes it on: the same mail below another Received."""
    return replace(mail, extra=(*mail.extra, ("X-Forwarded-To", PAID_AT)), subject=f"Fwd: {mail.subject}")


def forwarded_by_hand(mail: Mail, sender: str) -> Mail:
    """As a person passes it on."""
    head = f"---------- Forwarded message ---------\nFrom: {mail.sender}\nDate: Wed, Mar 4, 2026 at 10:00 AM\n"
    body = f"{head}Subject: {mail.subject}\nTo: <me@mail.example>\n\n{mail.text}"
    return Mail(sender, f"Fwd: {mail.subject}", text=f"see below, it's paid\n\n{body}")


def quoted(mail: Mail) -> Mail:
    """With marks of quotation before its lines."""
    lines = "\n".join(f"> {line}".rstrip() for line in (mail.text or "").split("\n"))
    return replace(mail, text=lines)
