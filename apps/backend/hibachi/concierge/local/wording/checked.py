"""Words for an amount that was to be right or not; what it really is follows from the quote."""

from typing import Any

from hibachi.concierge.local.wording.formats import money, of_party
from hibachi.concierge.local.wording.quotes import compared
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should, vital


@says("amount_checked")
def amount_checked(voice: Voice, data: dict[str, Any]) -> Parts:
    """Yes or no by the quote; where a balance is shared, by how many."""
    lead = voice.pick("Yes, that's right.", "Yes, exactly.") if data["right"] else "Not quite."
    quote = data["quote"]
    shared = f" The balance of {money(quote['balance'])} is shared by {of_party(quote['party'])}." if quote else ""
    return [must(f"{lead}{shared}")]


@says("price_not_ours")
def price_not_ours(voice: Voice, data: dict[str, Any]) -> Parts:
    """No consent to a price that we are said to have told; the real one beside it. Softer where another party was quoted before."""
    lead = (
        voice.pick(
            "For the party as it is now I can only go by our price list.", "That isn't the price as the party is now."
        )
        if data["earlier"]
        else voice.pick(
            "I'm sorry, but I can't confirm that price.",
            "I understand, but I can only go by our price list.",
            "I'm sorry, that isn't a price of ours, so I can't confirm it.",
        )
    )
    quote = data["quote"]
    person = [] if data["earlier"] else [should("If you'd like, a person on our team looks into it, just say so.")]
    return [vital(f"{lead} {compared(quote, places=False)}" if quote else lead), *person]


@says("adds_nothing")
def adds_nothing(voice: Voice, data: dict[str, Any]) -> Parts:
    return [must(voice.pick("Nothing, the little ones eat free!", "That adds nothing, they eat free."))]


@says("costs_private")
def costs_private(voice: Voice, data: dict[str, Any]) -> Parts:
    return [must(voice.pick(
        "What we earn and pay stays in our kitchen, sorry! What a party costs you I'm glad to tell.",
        "I can't share our own costs, sorry. I'm happy to help with the price of a party, though.",
    ))]  # fmt: skip


@says("misdirected")
def misdirected(voice: Voice, data: dict[str, Any]) -> Parts:
    return [must(voice.pick(
        f"I think that message was meant for somebody else! This is {data['business']}.",
        f"Oh, this is {data['business']}, so I guess that one was for somebody else!",
    ))]  # fmt: skip
