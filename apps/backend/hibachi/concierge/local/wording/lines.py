"""The lines of a quote in words: what was ordered, what it comes to, and who is free. Every amount is a field of a fact."""

from typing import Any

from hibachi.concierge.local.wording.formats import is_zero, listed, money

Data = dict[str, Any]
DISHES = ("upgrades", "extra_proteins", "addons")


def paid(said: Data) -> list[Data]:
    """The lines of a quote that cost something: the guests and what they take on top."""
    return [line for line in said["lines"] if is_food(line) and not is_zero(line["amount"])]


def added_up(said: Data) -> str:
    """The lines of a quote as one sentence: "13 adults come to $715 and 3 children to $90; 1 toddler is free."."""
    first, *rest = paid(said)
    verb = "comes" if int(first["quantity"]) == 1 else "come"
    amounts = [
        f"{name_of(first)} {verb} to {money(first['amount'])}",
        *(f"{name_of(line)} to {money(line['amount'])}" for line in rest),
    ]
    return f"{listed(amounts)}{_toddlers(said)}."


def _toddlers(said: Data) -> str:
    young = [line for line in said["lines"] if is_food(line) and is_zero(line["amount"])]
    return "".join(f"; {name_of(line)} {'is' if int(line['quantity']) == 1 else 'are'} free" for line in young)


def is_food(line: Data) -> bool:
    return line.get("component") not in ("travel", "minimum")


def ordered(said: Data) -> list[str]:
    """What a party takes beyond its guests' own food, counted: "6 lobster tail upgrades"."""
    return [name_of(line) for line in said["lines"] if line.get("component") in DISHES]


def name_of(line: Data) -> str:
    """ "14 adults (13 and over)" → "14 adults"; upgrades in the plural."""
    name, many = str(line["label"]).split(" (")[0], int(line["quantity"])
    return f"{many} {name + 's' if name.endswith(' upgrade') and many > 1 else name}"
