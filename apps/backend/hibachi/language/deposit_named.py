"""The deposit called by its amount: "is the hundred refundable", "does that $100 come off". The amount is the owner's. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int

_AMOUNT = re.compile(
    r"\b(?P<the>the|my|our|that|this|your) (?:\$ ?)?(?P<n>\d{2,4}"
    r"|(?:(?:one|two|three|four|five) )?hundred|fifty)(?P<unit> (?:dollars?|bucks))?"
    r"(?![\w$:/-]|[.,]\d| ?(?:%|(?:dollars?|bucks|deposit|down|people|guests?|adults?|ppl|persons?"
    r"|kids?|children|of us|of them|miles?|percent|more|extra|feet|foot|ft|inch(?:es)?|hours?|or so"
    r"|travel|fee|minimum|total)\b))",
    re.I,
)


def by_its_name(text: str, amount: int) -> str:
    """The text with "the deposit" where its amount stands alone. amount: in whole units."""
    return _AMOUNT.sub(lambda match: f"{match['the']} deposit" if _units(match["n"]) == amount else match.group(), text)


def _units(said: str) -> int | None:
    return 100 if said.lower() == "hundred" else to_int(said)
