"""Customers who talk with us for months, made from facts.txt and talk.txt by a seed: sessions of turns, and the questions after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import Literal

HERE = Path(__file__).parent
Kind = Literal["single", "multi", "temporal", "updated", "unanswerable"]
DRAWN = {"single": 5, "multi": 2, "temporal": 2, "updated": 2}
UNKNOWN = 2
SESSIONS = (8, 10)
TURNS = (6, 8)
"""Of the customer in a session; the concierge answers each, so that a session has at least twelve."""
BEGIN = datetime(2025, 1, 6, 17, tzinfo=UTC)
ANSWERS = ("Of course!", "Thanks, noted.", "Happy to help!", "Got it.", "Sure thing.", "Let me check that for you.")


@dataclass(frozen=True, slots=True)
class Block:
    """One thing to know of somebody, with the ways to tell it and to ask for it."""

    kind: Kind
    name: str
    lines: dict[str, tuple[str, ...]]

    def of(self, part: str, even: bool) -> Sequence[str]:
        """The wordings of a half."""
        return self.lines[part][0 if even else 1 :: 2]


@dataclass(slots=True)
class Turn:
    """One message of the customer, and when; id: its place in the whole."""

    text: str
    at: datetime
    session: int
    id: int = -1


@dataclass(frozen=True, slots=True)
class Asked:
    """A question after all sessions, with the turns that answer it (none: nothing does)."""

    kind: Kind
    question: str
    right: frozenset[int]


@dataclass(slots=True)
class Person:
    """A customer: number, the turns in the order of their time, and the questions."""

    number: int
    turns: list[Turn] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    @property
    def is_even(self) -> bool:
        """Whether they belong to the half that may be tuned on."""
        return self.number % 2 == 0


@cache
def blocks() -> tuple[Block, ...]:
    """The blocks of facts.txt."""
    found: list[Block] = []
    for line in _lines("facts.txt"):
        if line.startswith("["):
            kind, name = line.strip("[]").split()
            found.append(Block(kind, name, {}))  # type: ignore[arg-type]  # the file's own words
        else:
            part, words = line.split(" | ", 1)
            found[-1].lines[part] = (*found[-1].lines.get(part, ()), words)
    return tuple(found)


@cache
def talk() -> tuple[str, ...]:
    """What is said in between."""
    return tuple(_lines("talk.txt"))


def _lines(name: str) -> Iterator[str]:
    return (line for line in (HERE / name).read_text().splitlines() if line and not line.startswith("#"))


def people(number: int, *, seed: int = 7) -> list[Person]:
    """So many customers, the same each time."""
    ids = count()
    made = [_person(one, Random(f"{seed}:{one}")) for one in range(number)]
    for person in made:
        for turn in person.turns:
            turn.id = next(ids)
    return made


POOLS: dict[str, tuple[str, ...]] = {
    "dog": ("beagle", "husky", "poodle", "labrador", "terrier", "shepherd", "pug", "boxer"),
    "pet": ("Rufus", "Biscuit", "Tango", "Olive", "Moose", "Pepper", "Ziggy", "Nacho", "Waffles", "Gus"),
    "kid": ("Milo", "Ada", "Jonah", "Priya", "Elio", "Wren", "Tomas", "Suki", "Leila", "Otis", "Nadia", "Ezra"),
    "kid2": ("Freya", "Hugo", "Ines", "Kofi", "Mabel", "Rafi", "Thea", "Viggo", "Yara", "Zane", "Bruno", "Clio"),
    "sister": ("Dana", "Imogen", "Paula", "Renske", "Talia", "Vera", "Wanda", "Yvette", "Corinne", "Bettina"),
    "brother": ("Aldo", "Casper", "Dmitri", "Enzo", "Farid", "Gareth", "Henrik", "Joaquin", "Lamar", "Niko"),
    "wife": ("Annika", "Carmen", "Delphine", "Eun-ji", "Gloria", "Hedda", "Ilse", "Jocelyn", "Kamala", "Lorena"),
    "aunt": ("Agatha", "Bess", "Dolores", "Edna", "Flora", "Greta", "Hilda", "Irma", "Josefina", "Lucinda"),
    "rel": ("grandma", "mother-in-law", "great aunt", "stepmother", "godmother"),
    "relname": ("Nonna", "Abuela Rosa", "Gigi", "Mimi", "Tante Lou", "Baba", "Oma", "Lola Cora", "Nana Jo", "Bibi"),
    "neighbor": ("Mr. Kessler", "the Okafors", "Mrs. Lindqvist", "the Patels", "old Tim", "the Navarros"),
    "nut": ("cashews", "walnuts", "peanuts", "pistachios", "almonds", "hazelnuts"),
    "food": ("sesame", "soy", "strawberries", "kiwi", "mustard", "shrimp", "egg", "tomatoes"),
    "veg": ("zucchini", "mushrooms", "onions", "carrots", "broccoli", "peppers"),
    "street": ("12 Alder Court", "408 Quince Lane", "77 Harbor Way", "9 Sequoia Drive", "2301 Mill Road", "56 Fig Street"),
    "street2": ("31 Juniper Loop", "845 Castle Hill", "6 Ferry Landing", "190 Orchard Row", "14 Saddle Path", "702 Bay Terrace"),
    "city": ("Fremont", "Hayward", "Pleasanton", "Milpitas", "Cupertino", "Redwood City"),
    "city2": ("Napa", "Vallejo", "Gilroy", "Livermore", "Antioch", "Petaluma"),
    "city3": ("Sacramento", "Stockton", "Modesto", "Davis", "Monterey", "Santa Cruz"),
    "color": ("turquoise", "purple", "orange", "silver", "pink", "emerald"),
    "theme": ("pirate", "dinosaur", "outer space", "jungle", "mermaid", "superhero"),
    "company": ("Brightwell Labs", "Nordhaven Logistics", "Casa Verde Realty", "Pike & Sons", "Aurora Dental"),
    "far": ("Denver", "Chicago", "Boise", "Phoenix", "Atlanta", "Boston"),
    "far2": ("Fresno", "Reno", "Eugene", "Bakersfield", "Redding", "Spokane"),
    "age": ("60", "65", "70", "75", "80", "85", "90"),
    "kidage": ("5", "6", "7", "9", "11", "13"),
    "small": ("8", "9", "10", "11", "12"),
    "large": ("22", "24", "26", "28", "30"),
    "dish": ("chicken", "shrimp", "tofu", "steak"),
    "dish2": ("scallops", "salmon", "filet mignon", "lobster tail"),
    "zip": ("94539", "94538", "95035", "94085", "95112", "94560", "94044"),
    "date": ("May 9", "June 6", "July 18", "August 22", "September 5", "October 10", "November 14", "March 21"),
    "num": ("11", "12", "14", "15", "16", "18", "20", "23"),
    "few": ("2", "3", "4", "5"),
}  # fmt: skip


def _person(number: int, chance: Random) -> Person:
    even = number % 2 == 0
    own = {slot: chance.choice(words) for slot, words in POOLS.items()}
    sessions: list[list[str]] = [_small_talk(chance) for _ in range(chance.randint(*SESSIONS))]
    planned: list[tuple[Block, list[tuple[int, str]]]] = []
    by_kind = {kind: [block for block in blocks() if block.kind == kind] for kind in DRAWN}
    drawn = {kind: chance.sample(found, DRAWN[kind]) for kind, found in by_kind.items()}
    for block in (block for some in drawn.values() for block in some):
        planned.append((block, _told(block, own, even, len(sessions), chance)))
    unknown = chance.sample([one for one in by_kind["single"] if one not in drawn["single"]], UNKNOWN)
    for block in [*(block for block, _ in planned), *unknown]:
        for near in block.lines["near"]:
            _put(sessions[chance.randrange(len(sessions))], near.format(**own), chance)
    for _, told in planned:
        for session, words in told:
            _put(sessions[session], words, chance)
    person = Person(number, list(_timed(sessions, chance)))
    for block, told in planned:
        right = frozenset(
            place for place, turn in enumerate(person.turns) if any(words in turn.text for words in _right(block, told))
        )
        person.asked.append(Asked(block.kind, _question(block, own, even, chance), right))
    person.asked += [Asked("unanswerable", _question(block, own, even, chance), frozenset()) for block in unknown]
    return person


def _told(block: Block, own: dict[str, str], even: bool, sessions: int, chance: Random) -> list[tuple[int, str]]:
    """In which session what of a block is told: what held before comes first, two halves are told in two sessions."""
    first, later = sorted(chance.sample(range(sessions), 2))
    earlier = {"updated": "old", "multi": "also"}.get(block.kind)
    parts = [("say", later)] if earlier is None else [(earlier, first), ("say", later)]
    return [(session, chance.choice(block.of(part, even)).format(**own)) for part, session in parts]


def _right(block: Block, told: list[tuple[int, str]]) -> list[str]:
    """What answers: of what was told anew the newest alone."""
    return [words for _, words in (told if block.kind == "multi" else told[-1:])]


def _question(block: Block, own: dict[str, str], even: bool, chance: Random) -> str:
    return chance.choice(block.of("ask", even)).format(**own)


def _small_talk(chance: Random) -> list[str]:
    return [_line(chance) for _ in range(chance.randint(*TURNS))]


def _line(chance: Random) -> str:
    return chance.choice(talk()).format(**{slot: chance.choice(words) for slot, words in POOLS.items()})


def _put(session: list[str], words: str, chance: Random) -> None:
    """A message of its own, or a sentence of one that is there."""
    place = chance.randrange(len(session))
    if chance.random() < 0.3:
        session[place] = f"{session[place].rstrip('.')}. {words}"
    else:
        session.insert(place, words)


def _timed(sessions: list[list[str]], chance: Random) -> Iterator[Turn]:
    """Sessions three to seven weeks apart, a minute or two between the messages of one."""
    day = BEGIN + timedelta(days=chance.randint(0, 20))
    for number, words in enumerate(sessions):
        at = day + timedelta(minutes=chance.randint(0, 240))
        for line in words:
            at += timedelta(seconds=chance.randint(40, 150))
            yield Turn(line, at, number)
        day += timedelta(days=chance.randint(21, 50))
