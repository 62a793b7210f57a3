"""Rows of guests in which children are told by nothing but their ages ("kids of 6, 8 and 10"), with others before and behind."""

from random import Random

from tests.concierge.understanding.party_statements import (
    FRAMES,
    Piece,
    Statement,
    Who,
    adults,
    couple_of_relations,
    joined,
    kid,
    kids_of_ages,
    listed,
    me,
    number,
    people,
    relation,
    small,
    twins,
)

FORMS = [
    "{} of {}", "{} of {}", "{} aged {}", "{} ages {}", "{} age {}", "{} at {}", "{}: {}", "{} who are {}", "{} {}",
    "my {} of {}", "our {}, {}", "my {} {}", "the {} ({})", "{} ({})", "{} - {}", "{}, ages {}", "{} (ages {})", "{} aged: {}",
]  # fmt: skip
NOUNS = "kids kids children boys girls nephews nieces grandkids kiddos sons daughters".split()


def kids_by_age(rng: Random, most: int = 5) -> Piece:
    """Children without a number, as many as there are ages."""
    ages = tuple(rng.randint(1, 16) for _ in range(rng.randint(2, most)))
    said = listed(rng, [number(rng, age) if rng.random() < 0.3 else str(age) for age in ages])
    return rng.choice(FORMS).format(rng.choice(NOUNS), said), Who(ages=ages)


def row(rng: Random) -> Statement:
    """Grown-ups, children by their ages, and others: in any order."""
    pieces = [adults(rng), kids_by_age(rng)]
    others = [twins, small, relation, couple_of_relations, kid, kids_of_ages, people, kids_by_age]
    pieces += [rng.choice(others)(rng) for _ in range(rng.randint(0, 2))]
    if rng.random() < 0.3:
        pieces[0] = me(rng)
    if rng.random() < 0.3:
        rng.shuffle(pieces)
    who = pieces[0][1]
    for _, more in pieces[1:]:
        who = who + more
    text = joined(rng, [text for text, _ in pieces])
    if len(pieces) > 2 and rng.random() < 0.3:
        text = ", ".join(text for text, _ in pieces[:-1]) + rng.choice([", plus ", ". Plus ", ", and ", ". Oh and "])
        text += pieces[-1][0]
    return Statement("row", (rng.choice(FRAMES).format(text),), who)


def rows(seed: int, many: int) -> list[Statement]:
    """The same rows for the same seed."""
    return [row(Random(f"{seed}-row-{at}")) for at in range(many)]
