"""One part of the party that stands, told by itself to who asked for no more."""

from typing import Any

from hibachi.concierge.local.known import ANSWERED, ASKED, Known
from hibachi.concierge.understanding import part_asked
from hibachi.kit import lazy_re as re

_MEALS = re.compile(r"\b(?:proteins?|meats?|foods?|menu|pick\w*|order\w*|cho\w+|eat\w*)\b", re.I)


def tell(known: Known, party: dict[str, Any], *, without: tuple[str, ...] = ()) -> bool:
    """Tell what was asked of the party; False where all of it was. without: what another answer tells already."""
    parts = tuple(part for part in part_asked.of(known.frame) if part not in without)
    for part in parts:
        if part == "place":
            known.say("own_address", at=ANSWERED, street=party.get("location"), zip=party.get("zip"), booked=True)
        else:
            known.say(f"own_{part}", at=ANSWERED, booking=party, words=known.frame.text)
    if "dishes" in parts and not known.frame.mentioned and _MEALS.search(known.frame.text) and not _chosen(party):
        known.say("topic:choose", at=ANSWERED, facts=known.topic("included"))
    if parts == ("diets",) and not party.get("dietary"):
        known.say("ask_diets", at=ASKED)
    return bool(parts)


def _chosen(party: dict[str, Any]) -> bool:
    proteins = party.get("proteins") or {}
    return any((proteins.get("upgrades"), proteins.get("extra_proteins"), party.get("addons")))
