"""Words about paying for a party: where the money goes, and what belongs into the memo."""

from typing import Any

from hibachi.concierge.local.wording.formats import listed, money
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says

NAMES = {"venmo": "Venmo", "zelle": "Zelle", "cash_app": "Cash App", "paypal": "PayPal"}
Data = dict[str, Any]


def how(pay: Data) -> str:
    """Where the money goes and its memo, in a sentence; only what the tool told."""
    ways = [f"{NAMES.get(way, way.replace('_', ' ').capitalize())} to {at}" for way, at in pay["handles"].items()]
    return f"You can pay by {listed(ways, 'or')}; please write {pay['memo']} into the memo, so that we know it's yours."


@says("how_to_pay")
def how_to_pay(voice: Voice, data: Data) -> Parts:
    pay = data["pay"]
    due = (
        f"The {money(pay['deposit'])} deposit is due now."
        if "deposit" in pay
        else f"{money(pay['balance'])} is left to pay."
    )
    if pay["handles"]:
        return [must(due), must(how(pay))]
    return [
        must(
            f"{due} {voice.pick('Our team sends you the payment instructions.', 'You get the payment instructions from our team.')}"
        ),
        must(f"When you pay, please write {pay['memo']} into the memo."),
    ]
