"""Words about paying for a party: where the money goes, what belongs into the memo, and what has come."""

from typing import Any

from hibachi.concierge.local.wording.existing import state_of
from hibachi.concierge.local.wording.formats import is_zero, listed, money, when
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should

NAMES = {"venmo": "Venmo", "zelle": "Zelle", "cash_app": "Cash App", "paypal": "PayPal"}
Data = dict[str, Any]


def how(pay: Data) -> str:
    """Where the money goes and its memo, in a sentence or two; only what the tool told. A link ends what it stands in."""
    link = f"You can pay by card here: {pay['pay_by_card']}" if pay.get("pay_by_card") else ""
    if not pay["handles"]:
        return link
    memo = f"please write {pay['memo']} into the memo, so that we know it's yours."
    return f"{_where(pay)}; {memo} {link.replace('You can pay', 'Or pay')}".strip()


def _where(pay: Data) -> str:
    ways = [f"{NAMES.get(way, way.replace('_', ' ').capitalize())} to {at}" for way, at in pay["handles"].items()]
    return f"You can pay by {listed(ways, 'or')}"


@says("how_to_pay")
def how_to_pay(voice: Voice, data: Data) -> Parts:
    pay = data["pay"]
    due = (
        f"The {money(pay['deposit'])} deposit is due now."
        if "deposit" in pay
        else f"{money(pay['balance'])} is left to pay."
    )
    memo = [must(f"Please write {pay['memo']} into the memo when you pay, nothing else is needed.")]
    if pay["handles"]:
        return [*memo, should(f"{_where(pay)}."), should(due)] if data["memo"] else [must(due), must(how(pay))]
    if pay.get("pay_by_card"):
        none = [must("No memo is needed when you pay by card.")] if data["memo"] else []
        return [*none, must(f"{due} {how(pay)}")]
    sent = voice.pick("Our team sends you the payment instructions.", "You get the payment instructions from our team.")
    return [*memo, should(sent)] if data["memo"] else [must(f"{due} {sent}"), must(memo_of(pay))]


def memo_of(pay: Data) -> str:
    """What belongs into the memo, where nobody can say yet where the money goes."""
    return f"When you pay, please write {pay['memo']} into the memo."


@says("how_to_pay_each")
def how_to_pay_each(voice: Voice, data: Data) -> Parts:
    """Several parties: one place for the money, and a memo for each."""
    memos = [f"{one['pay']['memo']} for {when(one['booking'])}" for one in data["told"]]
    first = data["told"][0]["pay"]
    if first.get("pay_by_card") and not first["handles"]:
        return [must(f"For your party on {when(one['booking'])}: {how(one['pay'])}") for one in data["told"]]
    where = f"{_where(first)}." if first["handles"] else "Our team sends you the payment instructions."
    return [must(where), must(f"Please write the party's own reference into the memo: {listed(memos)}.")]


@says("deposit_state")
def deposit_state(voice: Voice, data: Data) -> Parts:
    return [must(arrived(voice, one)) for one in data["states"]]


@says("deposit_once")
def deposit_once(voice: Voice, data: Data) -> Parts:
    """Whether a deposit is to be paid once more."""
    return [must(_once(voice, one)) for one in data["states"]]


def _once(voice: Voice, came: Data) -> str:
    party = came["booking"]
    if not came["deposit_paid"]:
        return f"It's paid only once. {arrived(voice, came)}"
    left = "nothing is left to pay" if is_zero(came["balance"]) else f"{money(came['balance'])} is left to pay"
    return f"No, once is enough: your {money(party['deposit'])} deposit for {when(party)} is in, and {left}."


def arrived(voice: Voice, came: Data) -> str:
    """What came for a party, and what is still to come; only what the ledger holds."""
    party, received = came["booking"], came["received"]
    if is_zero(received):
        return voice.pick(
            f"Not yet: no money for your party on {when(party)} has been recorded, and its "
            f"{money(party['deposit'])} deposit is still pending on our side. Our team checks "
            "payments, and the party is confirmed once it is in.",
            (
                f"The {money(party['deposit'])} deposit for {when(party)} hasn't been recorded yet. Our "
                "team checks payments and records them once they have arrived, and that confirms the "
                "party."
            ),
        )
    if not came["deposit_paid"]:
        return (
            f"So far {money(received)} has arrived. The {money(party['deposit'])} deposit for "
            f"{when(party)} isn't complete yet: {money(came['deposit_missing'])} is still missing."
        )
    left = "and nothing is left to pay" if is_zero(came["balance"]) else f"and {money(came['balance'])} is left to pay"
    return voice.pick(
        f"Yes, {money(received)} has arrived from you; your party on {when(party)} is {state_of(party)}, {left}.",
        f"Your payment is in: {money(received)} has arrived. Your party on {when(party)} is {state_of(party)}, {left}.",
    )


@says("arrived_for_nothing")
def arrived_for_nothing(voice: Voice, data: Data) -> Parts:
    came = data["state"]
    return [
        must(
            f"{money(came['received'])} has arrived from you, but your party on "
            f"{when(came['booking'])} is no longer active."
        )
    ]


@says("paid_claim")
def paid_claim(voice: Voice, data: Data) -> Parts:
    """Thanks for the word, and what the ledger holds; nobody is believed to have paid."""
    thanks = [must(voice.pick("Thank you for letting me know!", "Thanks for the update!"))] if data["told"] else []
    if data["states"]:
        return [*thanks, *(must(_claimed(voice, one)) for one in data["states"])]
    return [*thanks, must(CHECKED)]


CHECKED = "Our team checks payments and records them once they have arrived; I can't mark anything as paid myself."


def _claimed(voice: Voice, came: Data) -> str:
    if not is_zero(came["received"]):
        return f"{arrived(voice, came)} What came after that is recorded once it has arrived."
    return (
        f"The deposit of your party on {when(came['booking'])} is still pending on our side. Our team "
        "checks payments and records it once it has arrived, and that is what confirms the party."
    )
