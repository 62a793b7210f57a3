"""The number of a payment card and what is told with it: neither a day, nor a telephone, nor a number of guests."""

from hibachi.kit import lazy_re as re

_TOLD_WITH = (
    r"(?:[ ,;.]*(?:and )?\(?(?:(?:exp(?:ires?|iry|iration)?(?: date)?|valid(?: thru| until)?|good thru|cvv"
    r"|cvc|cvv2|ccv|security code|sec code|code|zip)[ :.]*(?:is )?\d{1,5}(?: ?[/-] ?\d{2,4})?"
    r"|\d{2} ?/ ?\d{2,4}|\d{3,4}(?= ?(?:[.,;!?]|$)))\)?)*"
)
_CARD = re.compile(
    rf"(?<![\w+/-])(?:\d{{4}}[ -]?\d{{4}}[ -]?\d{{4}}[ -]?\d{{1,7}}"
    rf"|3\d{{3}}[ -]?\d{{6}}[ -]?\d{{5}})(?![\w/-]){_TOLD_WITH}"
    r"|\b(?:routing|account|acct|iban|bank account|debit card"
    r"|credit card)(?: (?:number|no|nr|#))?\.?[ :#]*(?:is "
    r")?\d{6,17}(?![\w/-])(?:[ ,;.]*(?:and )?(?:routing|account"
    r"|acct)(?: (?:number|no|nr|#))?\.?[ :#]*(?:is )?\d{6,17}(?![\w/-]))*",
    re.I,
)


def without_cards(text: str) -> str:
    """The text with each card as that word, behind one that nobody writes, by which it is known that a number was told."""
    return _CARD.sub("bankcard card", text)
