"""How money, days, times, counts and lists are written. Pure; what comes in are fields of facts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from hibachi.concierge.understanding.diet_facts import foods_avoided
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets, spans_of
from hibachi.language.written import clock, hours, label, listed, number, plural, telephone

__all__ = [
    "FAR_DAYS",
    "clock",
    "counted",
    "dated",
    "day",
    "for_the_chef",
    "guests",
    "hours",
    "is_zero",
    "label",
    "listed",
    "miles",
    "money",
    "number",
    "of_party",
    "plain",
    "plural",
    "sentence",
    "telephone",
    "when",
]

_SMALL = "zero one two three four five six seven eight nine ten".split()


def money(amount: str | Decimal) -> str:
    """ "1100.00" → "$1,100", "57.50" → "$57.50"."""
    value = Decimal(str(amount))
    return f"${value:,.0f}" if value == value.to_integral_value() else f"${value:,.2f}"


def is_zero(amount: str | None) -> bool:
    return amount is None or Decimal(str(amount)) == 0


def day(written: str | date, *, year: bool = False) -> str:
    """ "2026-06-13" → "Saturday, June 13"."""
    value = date.fromisoformat(written) if isinstance(written, str) else written
    return f"{value:%A}, {value:%B} {value.day}" + (f", {value.year}" if year else "")


def when(booking: dict[str, Any]) -> str:
    """The day and the start of a party."""
    return f"{day(booking['date'])} at {clock(booking['time'])}"


FAR_DAYS = 120
"""A day of another year that lies further ahead is said with its year."""


def dated(written: str | date, today: str | date | None) -> str:
    """A day as it is first read back: with its year where that is not this one and the day is far away."""
    value = date.fromisoformat(written) if isinstance(written, str) else written
    now = date.fromisoformat(today) if isinstance(today, str) else today
    return day(value, year=now is not None and value.year != now.year and (value - now).days > FAR_DAYS)


def counted(number: int, key: str) -> str:
    """ "4 lobster tails", "2 gyoza"."""
    name = label(key)
    return f"{number} {name}s" if number > 1 and name.endswith("tail") else f"{number} {name}"


def guests(adults: int, children: int, toddlers: int) -> str:
    """ "10 adults, 3 children and 2 toddlers"."""
    parts = []
    if adults:
        parts.append(plural(adults, "adult"))
    if children:
        parts.append(plural(children, "child", "children"))
    if toddlers:
        parts.append(plural(toddlers, "toddler"))
    return listed(parts)


def of_party(party: dict[str, Any]) -> str:
    return guests(int(party.get("adults") or 0), int(party.get("children") or 0), int(party.get("toddlers") or 0))


def miles(value: float | str) -> str:
    """Whole miles, a begun one counted, as the fee counts them: 90.39 → "91"."""
    return str(ceil(float(value)))


def plain(words: str) -> str:
    """An owner's sentence as part of one of ours: one line, no full stop at its end."""
    return " ".join(str(words).split()).rstrip(". ")


_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_SMALL[2:])})"
_COUNT = re.compile(
    rf"\b(?P<count>{_NUMBER}) (?:of (?:us|them|(?:the|our|my)(?: \d+)? [a-z]+)|guests?|people|ppl"
    r"|persons?|adults|kids|children|friends|are|eat"
    r"|(?:strict |pure )?(?:vegetarian|vegan|veggie|pesc|halal|kosher|muslim|gluten|dairy|celiac|keto)[a-z]*)\b"
    rf"|\bfor (?P<last>{_NUMBER})\W*$",
    re.I,
)
_ONE = re.compile(
    r"\b(?:one|1|a (?:guest|friend|cousin))\b|\b(?:is|eats|doesn'?t|isn'?t|i'?m|i am|i don'?t|avoids|has)\b", re.I
)
_MANY = re.compile(
    r"\b(?:all|(?:any|every) ?(?:one|body)|nobody|they|some|several|most|half|both|few|couple|we|are|family"
    r"|group|table|party|kids|children|food|meal|menu)\b",
    re.I,
)
_AVOIDS = re.compile(
    r"\b(?:(?:can'?t|cannot|doesn'?t|does not|don'?t|won'?t) (?:eat|have|tolerate|do)|avoids?"
    r"|allergic to|intolerant (?:to|of)|stays? away from|hates?|(?:doesn'?t|don'?t) like) (?!it\b"
    r"|that\b|this\b|them\b|all\b|any\b)(?P<food>[a-z]+)",
    re.I,
)
_PIECES = re.compile(r"[,;.]|\b(?:and|but|plus)\b", re.I)
_ITS_NUMBER = re.compile(rf", (?P<many>{_NUMBER} (?:people|ppl|guests|persons|of (?:us|them)))\W*$", re.I)
""" "Half of us are vegetarian, 8 people": the number stands with what it counts."""
_EATERS = ("vegetarian", "vegan", "pescatarian")
_KITCHENS = ("halal", "kosher", "keto")


def for_the_chef(notes: Sequence[str], *, also: Sequence[str] = (), plainly: bool = False) -> str:
    """What was noted of diets by its own name and for how many, never as an echo; plainly: only that it is noted.

    also: other notes that have their own few words.

    Who avoids something comes last: "halal and someone who avoids dairy" can't be misheard as the other way round can.
    """
    told = sorted(dict.fromkeys(_diet_of(note) for note in notes), key=lambda one: "avoid" in one)
    if plainly or not all(told):
        return "The dietary needs are noted for the chef."
    return f"Noted for the chef: {listed([*told, *also])}."


def _diet_of(note: str) -> str:
    """ "One of the guests eats no meat" as "one vegetarian guest"; empty where the note names nothing that we know.

    Each diet is read in its own piece of the note: a number beside another one is none of its guests.
    """
    pieces = [piece for piece in _PIECES.split(_ITS_NUMBER.sub(r" \g<many>", note)) if piece.strip()]
    eaters = [_eaters(name, piece) for piece in pieces for name in diets(piece) if name in _EATERS]
    kitchens = [_kitchen(name, piece) for piece in pieces for name in diets(piece) if name in _KITCHENS]
    named = [name for name in diets(note) if name not in (*_EATERS, *_KITCHENS)]
    if re.search(r"\bgluten[- ]?free soy\b", note, re.I):
        return listed(
            [
                *eaters,
                *kitchens,
                "gluten-free soy sauce",
                *_avoided([one for one in named if one not in ("gluten", "soy")], note),
            ]
        )
    others = [found["food"].lower() for piece in pieces if not diets(piece) and (found := _AVOIDS.search(piece))]
    apart = [
        phrase for piece in pieces if diets(piece) or foods_avoided(piece) for phrase in _avoided(_foods(piece), piece)
    ]
    if len(apart) > 1 and any(_COUNT.search(piece) for piece in pieces):
        return listed([*eaters, *kitchens, *apart])
    foods = [
        *named,
        *dict.fromkeys(
            [*others, *(food for food in foods_avoided(note) if not diets(food) and not (food == "meat" and eaters))]
        ),
    ]
    return listed([*eaters, *kitchens, *_avoided(foods, note)])


def _foods(piece: str) -> list[str]:
    """What is avoided in one piece of a note, by name."""
    named = [name for name in diets(piece) if name not in (*_EATERS, *_KITCHENS)]
    return list(dict.fromkeys([*named, *(food for food in foods_avoided(piece) if not diets(food) and food != "meat")]))


def _kitchen(name: str, piece: str) -> str:
    """ "Halal for 5 guests" of "halal for 5 of us"; without a number that stands with it only the name."""
    many = _count_at(name, piece)
    return f"{name} for {many.lower()} guests" if many not in (None, "1") else name


def _count_at(name: str, piece: str) -> str | None:
    """The number of guests that stands nearest to a diet: in "8 of us, 4 vegan" four are."""
    at = next((start for start, end in spans_of(piece) if name in diets(piece[start:end])), 0)
    found = sorted(_COUNT.finditer(piece), key=lambda one: abs(one.start() - at))
    return found[0]["count"] or found[0]["last"] if found else None


def _avoided(foods: Sequence[str], note: str) -> list[str]:
    """ "A peanut allergy", "someone who avoids garlic": as grave as it was told."""
    if not foods:
        return []
    if re.search(r"\b(?:allerg|celiac|coeliac|anaphyl)", note, re.I):
        return [f"{'an' if food[0] in 'aeiou' else 'a'} {food.removesuffix('s')} allergy" for food in foods]
    many = _COUNT.search(note)
    if many is not None and (count := many["count"] or many["last"]) != "1":
        return [f"{count.lower()} guests who avoid {listed(foods)}"]
    return [f"guests who avoid {listed(foods)}" if _MANY.search(note) else f"someone who avoids {listed(foods)}"]


def _eaters(name: str, piece: str) -> str:
    """ "two vegan guests" of "two of us are vegan"; without a number that stands with it only the name."""
    many = _count_at(name, piece)
    if many not in (None, "1"):
        return f"{many.lower()} {name} guests"
    return f"one {name} guest" if _ONE.search(piece) and not _MANY.search(piece) else name


def sentence(words: str) -> str:
    """An owner's phrase as a sentence of its own."""
    flat = plain(words)
    return flat[:1].upper() + flat[1:] + "."
