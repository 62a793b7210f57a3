"""Pure questions about what a reply may rest on."""

from collections.abc import Mapping, Sequence
from typing import Any

from hibachi.concierge.facts import Evidence, Fact
from hibachi.kit import money
from hibachi.language.amounts import find_amounts


def unsupported_amounts(text: str, tools: Sequence[Mapping[str, Any]], *, zone: str) -> list[str]:
    """The amounts of money in a text that no fact of its turn holds, as they are spoken ("$1,100"), each once.

    tools: what the turn gathered and called, as the reply's metadata keeps it. What an amount stands for is not
    judged: a person wrote the text, and is told only what nothing supports.
    """
    facts = [Fact(str(tool["id"]), str(tool["name"]), tool["arguments"], tool["result"], at="") for tool in tools]
    held = Evidence.of(facts, zone).amounts
    missing = [amount.cents for amount in find_amounts(text) if amount.currency != "USD" or amount.cents not in held]
    return [money.spoken(cents) for cents in dict.fromkeys(missing)]
