"""Mails that must not be recorded: by a payment service that tells of no money for us, or not by one at all."""

from dataclasses import replace

from tests.channels.mail.money.layouts import FROM, LAYOUTS, Mail, Paid, forwarded_by_hand

PAID = Paid("$100.00", "Dana Ruiz", "PB-3F9A-2C71-80E4", "455800000777")
ITS_MEMO = "Note: PB-3F9A-2C71-80E4"


def _mail(service: str, subject: str, *lines: str) -> Mail:
    return Mail(FROM[service], subject, text="\n".join((*lines, ITS_MEMO)))


TOLD: dict[str, dict[str, Mail]] = {
    "requested": {
        "venmo": _mail("venmo", "Dana Ruiz requests $100.00", "Dana Ruiz requests $100.00", "Pay now or decline"),
        "venmo charge": _mail("venmo", "Dana Ruiz requested $100.00", "Dana Ruiz charged you $100.00"),
        "venmo again": _mail("venmo", "Reminder: Dana Ruiz requests $100.00", "Dana Ruiz requests $100.00"),
        "chase": _mail("chase", "You have a Zelle® request", "DANA RUIZ requested money from you", "Amount $100.00"),
        "bank of america": _mail("bank_of_america", "Dana Ruiz is requesting $100.00", "Dana Ruiz is requesting $100.00"),
        "cash app": _mail("cash_app", "Dana Ruiz requested $100.00", "Dana Ruiz requested $100.00 for hibachi"),
        "paypal": _mail("paypal", "Dana Ruiz sent you a money request", "Dana Ruiz requested $100.00 USD", "Amount $100.00 USD"),
        "paypal invoice": _mail("paypal", "Invoice from Dana Ruiz (0001)", "Dana Ruiz sent you an invoice for $100.00 USD"),
        "paypal reminder": _mail("paypal", "Reminder: You have a money request", "Dana Ruiz requested $100.00 USD"),
        "zelle": _mail("zelle", "New payment request", "Dana Ruiz is requesting $100.00 from you with Zelle®"),
    },
    "sent": {
        "venmo": _mail("venmo", "You paid Dana Ruiz $100.00", "You paid Dana Ruiz $100.00", "Transaction ID 455800000778"),
        "venmo request": _mail("venmo", "You completed Dana Ruiz's $100.00 request", "You paid Dana Ruiz"),
        "venmo cash out": _mail("venmo", "Standard transfer initiated", "Amount $100.00", "Estimated arrival Mar 6, 2026"),
        "chase": _mail("chase", "You sent money with Zelle®", "You sent $100.00 to DANA RUIZ", "Amount $100.00"),
        "bank of america": _mail("bank_of_america", "You sent $100.00 to Dana Ruiz", "You sent $100.00 to Dana Ruiz"),
        "wells fargo": _mail("wells_fargo", "You sent money with Zelle", "You sent money to DANA RUIZ.", "Amount $100.00"),
        "cash app": _mail("cash_app", "You sent $100.00 to Dana Ruiz", "You paid Dana Ruiz $100.00", "Amount", "$100.00"),
        "paypal": _mail("paypal", "You sent a payment", "You sent $100.00 USD to Dana Ruiz", "Amount $100.00 USD"),
        "paypal receipt": _mail("paypal", "Receipt for Your Payment to Dana Ruiz", "You sent a payment of $100.00 USD"),
        "stripe": _mail("stripe", "Your $100.00 payout for My Hibachi Chef is on the way", "Amount $100.00"),
    },
    "failed": {
        "venmo": _mail("venmo", "Your payment from Dana Ruiz was declined", "Dana Ruiz's payment of $100.00 was declined"),
        "venmo request": _mail("venmo", "Dana Ruiz declined your $100.00 request", "Dana Ruiz declined your request"),
        "chase": _mail("chase", "A Zelle® payment to you was canceled", "The payment of $100.00 from DANA RUIZ was canceled."),
        "chase below": _mail(
            "chase", "You received money with Zelle®", "DANA RUIZ sent you money", "Amount $100.00",
            "This payment has been canceled by the sender.",
        ),
        "bank of america": _mail("bank_of_america", "Payment failed", "The payment from Dana Ruiz could not be deposited"),
        "cash app": _mail("cash_app", "Payment failed", "Your payment of $100.00 from Dana Ruiz failed"),
        "cash app status": _mail("cash_app", "Dana Ruiz sent you $100.00 for PB-3F9A-2C71-80E4", "Status", "Amount $100.00", "Payment status: Failed"),
        "paypal": _mail("paypal", "The payment from Dana Ruiz was returned", "Your payment of $100.00 USD was returned"),
        "stripe": _mail("stripe", "Payment of $100.00 from dana@mail.example failed", "The payment of $100.00 was unsuccessful."),
        "zelle": _mail("zelle", "Your Zelle payment expired", "The payment of $100.00 from Dana Ruiz has expired."),
    },
    "refunded": {
        "venmo": _mail("venmo", "Your payment of $100.00 was refunded", "The payment from Dana Ruiz was refunded"),
        "venmo dispute": _mail("venmo", "A payment you received is disputed", "Dana Ruiz paid you $100.00", "Amount $100.00"),
        "paypal": _mail("paypal", "Refund from your account", "You issued a refund of $100.00 USD to Dana Ruiz"),
        "paypal reversal": _mail("paypal", "Notice of a payment reversal", "Dana Ruiz sent you $100.00 USD", "Amount $100.00 USD"),
        "paypal chargeback": _mail("paypal", "A chargeback was filed", "Dana Ruiz sent you $100.00 USD"),
        "cash app": _mail("cash_app", "You refunded Dana Ruiz $100.00", "This payment was refunded"),
        "stripe": _mail("stripe", "A customer disputed a payment of $100.00", "Payment", "$100.00", "Customer", "dana@mail.example"),
        "chase": _mail("chase", "You received money with Zelle®", "DANA RUIZ sent you money", "Amount $100.00", "The payment was reversed."),
    },
    "pending": {
        "venmo": _mail("venmo", "Dana Ruiz's payment is pending", "Dana Ruiz paid you $100.00", "Amount $100.00"),
        "venmo review": _mail("venmo", "Dana Ruiz paid you $100.00", "Dana Ruiz paid you $100.00", "This payment is under review."),
        "chase": _mail("chase", "You have a pending Zelle® payment", "DANA RUIZ sent you money", "Amount $100.00"),
        "wells fargo": _mail(
            "wells_fargo", "You received money with Zelle", "DANA RUIZ sent you money. Here are the details:",
            "Amount $100.00", "This payment is on hold.",
        ),
        "bank of america": _mail("bank_of_america", "Action required: Dana Ruiz's payment", "Dana Ruiz sent you $100.00"),
        "zelle": _mail("zelle", "Dana Ruiz sent you $100.00 with Zelle®", "To receive your money, enroll by March 18."),
        "zelle days": _mail("zelle", "Enroll to get your $100.00", "Dana Ruiz sent you $100.00 with Zelle®"),
        "cash app": _mail("cash_app", "Accept your $100.00 from Dana Ruiz", "Dana Ruiz sent you $100.00"),
        "paypal": _mail("paypal", "You've got money", "Dana Ruiz sent you $100.00 USD", "Your payment is on hold.", "Amount $100.00 USD"),
        "paypal claim": _mail("paypal", "Claim your money from Dana Ruiz", "Dana Ruiz sent you $100.00 USD"),
        "capital one": _mail("capital_one", "You've received money with Zelle®", "Dana Ruiz sent you $100.00 with Zelle®.", "The money will be available by March 6."),
        "us bank": _mail("us_bank", "You received $100.00 from Dana Ruiz", "Status: Pending"),
    },
    "other": {
        "venmo offer": _mail("venmo", "Get $10 when you invite a friend", "Share Venmo and get $10."),
        "venmo history": _mail("venmo", "Your Venmo account statement", "Your February history is there. You had 4 payments."),
        "chase statement": _mail("chase", "Your statement is ready", "Your balance is $1,100.00", "Amount due soon"),
        "chase card": _mail("chase", "Your $100.00 transaction with HIBACHI", "You made a $100.00 transaction"),
        "cash app card": _mail("cash_app", "Your Cash Card is on its way to you?", "Pick a design"),
        "paypal terms": _mail("paypal", "Changes to our agreement", "We are changing our user agreement."),
        "paypal offer": _mail("paypal", "$5 for your next purchase", "Use PayPal and save $5.00 USD."),
        "stripe report": _mail("stripe", "Your weekly summary", "You had 12 customers this week."),
        "zelle safety": _mail("zelle", "How to spot a scam", "Only send money to people whom you know."),
        "nothing": Mail(FROM["venmo"], "", text=""),
    },
    "unclear": {
        "two amounts": _mail("chase", "You received money with Zelle®", "DANA RUIZ sent you money", "Amount $100.00", "Amount $900.00"),
        "a name that pays": Mail(
            FROM["cash_app"], "Bob sent you $900.00 for PB-3F9A-2C71-80E4 sent you $1.00", text="Amount\n$1.00\nIdentifier\n#D-QQ1"
        ),
        "a name that pays and hides": Mail(FROM["venmo"], "Bob paid you $900.00 paid you $1.00", text="See transaction"),
        "a name that asks": Mail(
            FROM["venmo"], "Dana Ruiz paid you $900.00 for PB-3F9A-2C71-80E4. Bob requests $100.00",
            text="Dana Ruiz paid you $900.00 for PB-3F9A-2C71-80E4. Bob requests $100.00\nPay or decline",
        ),
        "a name that declines": Mail(
            FROM["venmo"], "Dana Ruiz paid you $900.00 for PB-3F9A-2C71-80E4 declined your $100.00 request", text="See request"
        ),
        "a layout that nobody knows": _mail("venmo", "News from your account", "Good news: Dana Ruiz has today sent you about $100.00, it seems"),
        "two ids": _mail("chase", "You received money with Zelle®", "DANA RUIZ sent you money", "Amount $100.00", "Transaction number 111111", "Transaction number 222222"),
        "subject and body": _mail("venmo", "Dana Ruiz paid you $900.00", "Dana Ruiz paid you $100.00"),
        "both directions": _mail("venmo", "Dana Ruiz paid you $100.00", "You paid Dana Ruiz $100.00"),
        "memo of many lines": Mail(
            FROM["chase"], "You received money with Zelle®",
            text="DANA RUIZ sent you money\nAmount $100.00\nMemo hello\nAmount $900.00\n",
        ),
        "text and html": replace(LAYOUTS["paypal"](PAID), text="Dana Ruiz sent you $900.00 USD"),
    },
}  # fmt: skip
"""By what is read of them."""

FOREIGN: dict[str, tuple[Mail, int, str]] = {
    "euros": (Mail(FROM["paypal"], "You've got money", text="Dana Ruiz sent you €100.00 EUR\nAmount €100.00 EUR"), 100_00, "EUR"),
    "euros as in Europe": (Mail(FROM["paypal"], "You've got money", text="Dana Ruiz sent you 1.250,00 € EUR\nAmount 1.250,00 €"), 1_250_00, "EUR"),
    "canadian": (Mail(FROM["paypal"], "You've got money", text="Dana Ruiz sent you $100.00 CAD\nAmount $100.00 CAD"), 100_00, "CAD"),
    "pounds": (Mail(FROM["cash_app"], "Dana Ruiz sent you £100 for PB-3F9A-2C71-80E4", text="Amount\n£100.00"), 100_00, "GBP"),
    "pesos": (Mail(FROM["paypal"], "You've got money", text="Dana Ruiz sent you $1,000.00 MXN\nAmount $1,000.00 MXN"), 1_000_00, "MXN"),
    "yen": (Mail(FROM["paypal"], "You've got money", text="Dana Ruiz sent you ¥10,000 JPY\nAmount ¥10,000 JPY"), 10_000, "JPY"),
}  # fmt: skip

_GOOD = LAYOUTS["venmo_text"](PAID)
_ALIKE = (
    "venm0.com", "venmo.co", "venmo.com.pay.example", "mail-venmo.com", "venmo-payments.com", "xn--vnmo-epa.com",
    "notvenmo.com", "venmo.example", "chase.com.alerts.example", "zellepay.support", "paypaI.com", "squareup.help",
)  # fmt: skip
SERVER = "mx.example.net"
FORGED: dict[str, Mail] = {
    **{f"from {domain}": replace(_GOOD, sender=f"Venmo <venmo@{domain}>") for domain in _ALIKE},
    "no word of the server": replace(_GOOD, vouches=None),
    "dmarc failed": replace(_GOOD, vouches=f"{SERVER}; dkim=pass header.d=evil.example; dmarc=fail (p=NONE) header.from=venmo.com"),
    "dmarc failed, dkim passed": replace(_GOOD, vouches=f"{SERVER}; dmarc=fail header.from=venmo.com; dkim=pass header.d=venmo.com"),
    "dkim of another": replace(_GOOD, vouches=f"{SERVER}; dkim=pass header.d=evil.example; dmarc=none header.from=venmo.com"),
    "dkim of a suffix": replace(_GOOD, vouches=f"{SERVER}; dkim=pass header.d=com"),
    "spf alone": replace(_GOOD, vouches=f"{SERVER}; spf=pass smtp.mailfrom=bounce@venmo.com"),
    "dmarc of another": replace(_GOOD, vouches=f"{SERVER}; dmarc=pass header.from=evil.example"),
    "pass in a comment": replace(_GOOD, vouches=f"{SERVER}; dmarc=fail (dmarc=pass) header.from=venmo.com"),
    **{
        f"its own word in {where}": replace(_GOOD, vouches=f"{SERVER}; {said}")
        for where, said in {
            "a quoted address": 'spf=pass smtp.mailfrom="x; dmarc=pass header.from=venmo.com"@evil.example',
            "a quoted address, dkim": 'spf=pass smtp.mailfrom="x; dkim=pass header.d=venmo.com "@evil.example',
            "a signer's quoted name": 'dkim=pass header.i="x.venmo.com"@evil.example',
            "a signer's quoted property": 'dkim=pass header.i="x header.d=venmo.com y"@evil.example',
            "a comment in a comment": "spf=pass (domain of a(b)c; dmarc=pass header.from=venmo.com x@evil.example designates) smtp.mailfrom=x@evil.example",
            "an escaped comment": "spf=pass (domain of a\\); dmarc=pass header.from=venmo.com x) smtp.mailfrom=x@evil.example",
            "an open comment": "dmarc=pass header.from=venmo.com (and",
            "an open quotation": 'dmarc=pass header.from=venmo.com; spf=pass smtp.mailfrom="x',
        }.items()
    },
    "another server's word": replace(_GOOD, vouches="mx.evil.example; dmarc=pass header.from=venmo.com"),
    "a server that begins alike": replace(_GOOD, vouches=f"{SERVER}.evil.example; dmarc=pass header.from=venmo.com"),
    "its own word below the server's": replace(
        _GOOD, vouches=f"{SERVER}; dmarc=fail header.from=venmo.com",
        extra=(("Authentication-Results", f"{SERVER}; dmarc=pass header.from=venmo.com"),),
    ),
    "two subjects": replace(_GOOD, extra=(("Subject_", "Dana Ruiz paid you $900.00"),)),
    "the name before the address": replace(_GOOD, sender='"venmo@venmo.com" <dana@mail.example>'),
    "the subject alone": Mail("Dana Ruiz <dana@mail.example>", _GOOD.subject, text="I paid!"),
    "forwarded by hand": forwarded_by_hand(_GOOD, "Dana Ruiz <dana@mail.example>"),
    "two senders": replace(_GOOD, sender="venmo@venmo.com, dana@mail.example"),
}  # fmt: skip
"""A payment, as it seems, whose sender nothing proves."""

NOT_OURS: dict[str, Mail] = {
    "somebody else's, sent on whole": replace(_GOOD, to="eve@mail.example"),
    "to both": replace(_GOOD, to="eve@mail.example, pay@myhibachichef.example"),
    "to nobody": replace(_GOOD, to="undisclosed-recipients:;"),
}
"""True mails of a service about payments to others: signed, and worth nothing here."""
