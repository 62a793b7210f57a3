"""Words for what a child is given to eat, by the owner's bands of age."""

from typing import Any

from hibachi.concierge.local.wording.answers import facts_of, of_band
from hibachi.concierge.local.wording.formats import listed, plain
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says
from hibachi.kit import lazy_re as re

Data = dict[str, Any]
_PLATE = re.compile(r"\b(?:get|gets|have|has|own)\b[^.?!\n]{0,8}\bplates?\b", re.I)
_GROWN = re.compile(r"\bshow\b|\bsake\b")


@says("kids_food")
def kids_food(voice: Voice, data: Data) -> Parts:
    """What each band that was asked about gets: the youngest their small portion, older ones what everybody gets."""
    facts, bands = facts_of(data), data["bands"] or ["toddlers", "children"]
    parts = [must(of_band("toddlers", facts["prices.toddler"]))] if "toddlers" in bands else []
    parts += [must(one) for one in _whole(facts)] if "children" in bands else []
    parts += (
        [must(f"Guests of {plain(facts['prices.adult']['ages'])} eat as adults do.")] if bands == ["adults"] else []
    )
    theirs = any("plates" in plain(item) for item in facts["menu.not_included"])
    if theirs and _PLATE.search(str(data["words"])):
        parts.append(must("Plates to eat from are yours to provide."))
    return parts


def _whole(facts: Data) -> list[str]:
    food = listed([plain(item) for item in facts["menu.included"] if not _GROWN.search(item)])
    whole = f"They get {facts['menu.proteins_per_guest']} proteins like everybody else, with {food}."
    return [of_band("children", facts["prices.child"]), whole]
