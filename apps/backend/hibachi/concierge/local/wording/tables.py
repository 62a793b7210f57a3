"""Words about tables: what the owner says of them, and of that what suits so many guests."""

from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import sentence
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says
from hibachi.kit import lazy_re as re

Data = dict[str, Any]
_PEOPLE = re.compile(
    r"\b(\d{1,3})\b(?= ?(?:\w+ )?(?:people|ppl|guests?|adults?|persons?|of us|heads|friends)\b)"
    r"|\bfor (?:about )?(\d{1,3})\b",
    re.I,
)
_SEATS = re.compile(r"\bseats? (?:about )?(\d+)(?: to (\d+))?")


def _tables_for(told: str, words: str, counted: int | None) -> str | None:
    """What the owner says of tables, less the sizes that do not suit so many guests."""
    asked, clauses = _PEOPLE.search(words), told.split("; ")
    people = int(asked[1] or asked[2]) if asked is not None else counted
    if people is None:
        return None
    sized = [(one, int(seats[2] or seats[1])) for one in clauses if (seats := _SEATS.search(one))]
    first = next((one for one, most in sized if people <= most), None)
    rest = [one for one in clauses if not _SEATS.search(one)]
    return "; ".join([first, *rest]) if first else None


@says("topic:tables")
def tables(voice: Voice, data: Data) -> Parts:
    told = str(facts_of(data)["venue"]["tables"])
    fitting = _tables_for(told, str(data.get("words", "")), data.get("people"))
    return [must(sentence(fitting or told)), may("Tables and chairs are yours, we bring the grill.")]
