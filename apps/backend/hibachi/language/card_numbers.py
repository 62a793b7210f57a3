"""The number of a payment card and what is told with it: neither a day, nor a telephone, nor a number of guests."""

from hibachi.kit import lazy_re as re

_CARD = re.compile(
    r"(?<![\w+/-])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}(?![\w/-])"
    r"(?:[ ,;.]*\(?(?:exp(?:ires?|iry|iration)?(?: date)?|valid(?: thru| until)?|good thru|cvv|cvc|security code|code)[ :.]*\d{1,4}(?: ?[/-] ?\d{2,4})?\)?)*",
    re.I,
)


def without_cards(text: str) -> str:
    """The text with each card as that word, behind one that nobody writes, by which it is known that a number was told."""
    return _CARD.sub("bankcard card", text)
