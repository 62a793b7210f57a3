"""Statements of parties told as parts of a whole, whose right answer is known by construction: any order, any form."""

from collections.abc import Callable
from random import Random

from tests.concierge.understanding.party_statements import Statement, Who, listed, number

FRAMES = [
    "{}", "{}. 94539", "Hi! {}. how much?", "{}, zip 94539, what would it cost", "We want hibachi on June 20 at 6pm in 94539. {}.",
    "hello um so {} and we're in 94539", "Our budget is around $900. {}.", "{} - price?", "My mom is turning 60! {}. 94539",
]  # fmt: skip
WHOLES = [
    "{n} persons", "{n} people", "{n} guests", "we're {n}", "we are {n}", "there'll be {n} of us", "{n} of us", "party of {n}", "{n} ppl",
    "we'll be {n} persons", "headcount is {n}", "{n} total", "a group of {n}", "total of {n} guests", "there's {n} of us", "we would be {n}",
    "I have {n} people coming", "it's {n} of us", "{n} in total", "{n} heads", "we're a party of {n}", "guest count {n}", "{n} folks total",
]  # fmt: skip
LINKS = [": ", ", ", " - ", "; ", ". ", " and of those ", ", of which ", " where ", " but "]
RESTS = [
    "the rest are adults", "rest adults", "the rest adults", "the others are adults", "everyone else is an adult", "everybody else is grown",
    "the rest of us are adults", "all the rest are grown ups", "the remaining {k} are adults", "the other {k} are adults", "others are over 18",
    "{k} adults", "{k} are adults", "the remaining {k} adults", "and everyone else is over 13",
]  # fmt: skip
OLDEST_FREE, OLDEST_CHILD = 5, 12


def some(rng: Random, count: int, age: int, of: bool = True) -> str:
    """So many of one age, as people say it."""
    n, a = number(rng, count), number(rng, age)
    if count == 1:
        forms = [f"one is {a}", f"one is {age} years old", f"one {age} year old", f"one's {age}", f"one of us is {a}"]
    else:
        forms = [
            f"{n} are {a}", f"{n} of them are {a}", f"{n} are {a} years old", f"{n} {age} year olds", f"{n} aged {a}", f"{n} kids of {a}",
            f"{n} are {age}yo", f"{n} kids aged {a}", f"{n} kids who are {a}", f"{n} of them are {age} year olds", f"{n} of us are {a}",
            f"{n} kids are {a}", f"{n} children ({age})" if age > OLDEST_FREE else f"{n} kids all {age}", f"{n} are still {a}",
        ]  # fmt: skip
    return rng.choice(forms)


def within(rng: Random, count: int, young: bool) -> str:
    """So many whose ages are told by their bounds."""
    n = number(rng, count)
    if young:
        return rng.choice([f"{n} under 5", f"{n} are under five", f"{n} toddlers", f"{n} are babies", f"{n} of them under 6", f"{n} are 5 and under", f"{n} kids under 4"])  # fmt: skip
    return rng.choice([f"{n} are 6 to 10", f"{n} between 6 and 12", f"{n} are between 7 and 11", f"{n} kids 6-12", f"{n} of them 8 or 9", f"{n} kids from 7 to 11"])  # fmt: skip


def by_age(rng: Random) -> Statement:
    """Parts by their ages, with or without the rest, in any order."""
    parts: list[tuple[str, tuple[int, ...]]] = []
    for _ in range(rng.randint(1, 3)):
        count, age = rng.randint(1, 6), rng.randint(1, OLDEST_CHILD)
        parts.append((some(rng, count, age), (age,) * count))
    if rng.random() < 0.4:
        count, young = rng.randint(2, 5), rng.random() < 0.5
        parts.append((within(rng, count, young), (3 if young else 8,) * count))
    ages = tuple(age for _, each in parts for age in each)
    grown = rng.randint(4, 15)
    who = Who(grown, ages=ages)
    told = [text for text, _ in parts]
    if rng.random() < 0.75:
        rest = rng.choice(RESTS).format(k=number(rng, grown))
        told.insert(
            len(told)
            if "rest" in rest or "else" in rest or "other" in rest or "remaining" in rest
            else rng.randint(0, len(told)),
            rest,
        )
    whole = rng.choice(WHOLES).format(n=number(rng, who.total))
    text = joined(rng, told)
    if rng.random() < 0.15:
        text = f"{text}, {who.total} total"
    else:
        text = whole + rng.choice(LINKS) + text
    return Statement("by_age", (rng.choice(FRAMES).format(text),), who)


def joined(rng: Random, told: list[str]) -> str:
    if len(told) == 1:
        return told[0]
    style = rng.choice([", ", ", ", "; ", ". "])
    return style.join(told[:-1]) + rng.choice([style, ", and ", " and "]) + told[-1]


def fraction(rng: Random) -> Statement:
    """Halves, thirds and quarters."""
    part, name = rng.choice([(2, "half"), (2, "half"), (3, "a third"), (4, "a quarter")])
    k = rng.randint(3, 7)
    n = k * part
    told, ages = rng.choice(
        [("kids 6 to 10", 8), ("kids (8 to 11)", 8), ("under 5", 4), ("kids aged 7-12", 8), ("8 year olds", 8)]
    )
    rest = rng.choice(["", ", the rest adults", ", the others are grown ups"])
    form = rng.choice(
        ["{w}, {f} of them {t}{r}", "{w} and {f} are {t}{r}", "{w}, {f} of us are {t}{r}", "{w}, {f} {t}{r}"]
    )
    if name == "half" and "kids" in told and rng.random() < 0.4:
        form = rng.choice(
            ["{w}, half adults half {t}", "{w}, half adults and half {t}", "{w} - half are adults, half are {t}"]
        )
    text = form.format(w=rng.choice(WHOLES).format(n=n), f=name, t=told, r=rest)
    return Statement("fraction", (rng.choice(FRAMES).format(text),), Who(n - k, ages=(ages,) * k))


def but(rng: Random) -> Statement:
    """All adults but some."""
    k, ages = rng.choice([(1, (7,)), (2, (6, 9)), (2, (3, 8)), (1, (4,)), (3, (7, 8, 11))])
    said = listed(rng, [str(age) for age in ages])
    kids = rng.choice([f"my {'kid' if k == 1 else f'{number(rng, k)} kids'} ({said})", f"{number(rng, k)} kid{'s' * (k > 1)}, {said}", f"{number(rng, k)} {'kids who are' if k > 1 else 'kid who is'} {said}"])  # fmt: skip
    n = rng.randint(9, 20)
    grown = rng.choice(
        [
            "everyone over 13",
            "everyone's an adult",
            "all adults",
            "everybody is grown",
            "all of us are adults",
            "all grown",
        ]
    )
    text = f"{rng.choice(WHOLES).format(n=n)}, {grown} {rng.choice(['but', 'except', 'except for', 'apart from', 'besides', 'other than'])} {kids}"
    return Statement("but", (rng.choice(FRAMES).format(text),), Who(n - k, ages=ages))


def nested(rng: Random) -> Statement:
    """Children as a part, and some of those told apart."""
    k, p = rng.randint(4, 9), rng.randint(1, 3)
    n = k + rng.randint(5, 15)
    whole = rng.choice(WHOLES).format(n=n)
    young, youngs = rng.choice([("under 5", 4), ("under 6", 4), ("5 and under", 4), ("4 years old", 4)])
    are = "is" if p == 1 else "are"
    form = rng.choice(
        [
            f"{whole}, {number(rng, k)} of them kids, of those {p} {are} {young}",
            f"{whole}, {number(rng, k)} kids, {p} of which {are} {young}",
            f"{whole}. {number(rng, k)} are kids, {p} of the kids {are} {young}",
            f"{whole}, {number(rng, k)} are under 12, {p} of those {are} {young}",
            f"{n - k} adults and {number(rng, k)} kids, {p} of them {are} {young} and the other {k - p} are 8",
            f"{n - k} adults, {number(rng, k)} kids, of the kids {p} {are} {young}",
        ]
    )
    who = Who(n - k, ages=(youngs,) * p, unaged=k - p)
    return Statement("nested", (rng.choice(FRAMES).format(form),), who)


def of_whole(rng: Random) -> Statement:
    """ "Of the 18, 4 are kids", "4 out of 18 are under 6"."""
    k, n = rng.randint(2, 6), rng.randint(10, 22)
    told, age = rng.choice(
        [("kids of 7", 7), ("7", 7), ("under 6", 4), ("kids under 5", 4), ("between 6 and 12", 8), ("8 years old", 8)]
    )
    few = number(rng, k)
    form = rng.choice(
        [f"of the {n}, {few} are {told}", f"out of {n} people {few} are {told}", f"{few} of the {n} are {told}", f"{few} out of the {n} of us are {told}",
         f"of the {n} of us {few} are {told}", f"{n} people and {few} of them are {told}", f"{few} of {n} guests are {told}"]
    )  # fmt: skip
    return Statement("of_whole", (rng.choice(FRAMES).format(form),), Who(n - k, ages=(age,) * k))


def includes(rng: Random) -> Statement:
    """ "14 including one 8 year old", "11 adults including a 14 year old"."""
    n = rng.randint(9, 20)
    form, who = rng.choice(
        [
            (f"{n} including one 8 year old", Who(n - 1, ages=(8,))),
            (f"{n} including 2 kids (7 and 10)", Who(n - 2, ages=(7, 10))),
            (f"{n} people counting my 3 year old", Who(n - 1, ages=(3,))),
            (f"{n} adults including a 14 year old", Who(n)),
            (f"{n} adults including my 15 yo son", Who(n)),
            (f"{n} adults including me", Who(n)),
            (f"{n} adults, me included", Who(n)),
            (f"{n} people counting my wife and me", Who(n)),
            (f"{n} people, only one kid, she's 7", Who(n - 1, ages=(7,))),
            (f"{n} of us, just one little one who is 3", Who(n - 1, ages=(3,))),
            (f"{n} not counting the baby", Who(n, small=1)),
        ]
    )
    return Statement("includes", (rng.choice(FRAMES).format(form),), who)


def aged(rng: Random) -> Statement:
    """Ages as people say them: still, almost, just turned, and a half, by the party."""
    n = rng.randint(7, 16)
    form, who = rng.choice(
        [
            ("my son is still 12", (12,)),
            ("a kid who just turned six", (6,)),
            ("our almost 13 year old", (12,)),
            ("my daughter, 5 and a half", (5,)),
            ("my 5 1/2 year old", (5,)),
            ("my son who is 12 and a half", (12,)),
            ("my 18 month old", (1,)),
            ("a nearly 6 year old", (5,)),
            ("my niece, 5 now but 6 by the party", (6,)),
            ("my niece, she's 12 but will be 13 on the day", (13,)),
            ("my son (he'll be 13 by then) and his buddy who's 12", (13, 12)),
            ("2 kids who are still 12", (12, 12)),
            ("3 friends who are 5", (5, 5, 5)),
            ("4 kids who are 5 as well", (5, 5, 5, 5)),
        ]
    )
    return Statement("aged", (rng.choice(FRAMES).format(f"{n} adults and {form}"),), Who(n, ages=who))


def spoken(rng: Random) -> Statement:
    """A child of whom a sentence speaks, counted by a pronoun."""
    age, n, k = rng.randint(6, 14), rng.randint(6, 15), rng.randint(2, 5)
    who, him = rng.choice([("girl", "her"), ("son", "him"), ("daughter", "her"), ("boy", "him"), ("niece", "her")])
    other = rng.choice([age, max(6, age - 1)])
    intro = rng.choice(
        [
            f"my {who} turns {age} next week",
            f"my {who} is turning {age}",
            f"it's my {who}'s {age}th birthday",
            f"our {who} will be {age}",
        ]
    )
    friends = f"{k} friends who are {other}" if other != age else rng.choice([f"{k} friends the same age", f"{k} friends {'her' if him == 'her' else 'his'} age", f"{k} friends who are {age}"])  # fmt: skip
    form = rng.choice(
        ["{i}. {n} adults, {h} and {f}", "{i}! {h}, {f} and {n} adults", "{i}, so {h} plus {f}, and {n} adults"]
    )
    return Statement(
        "spoken", (form.format(i=intro, n=n, h=him, f=friends) + ". 94539",), Who(n, ages=(age, *(other,) * k))
    )


def company(rng: Random) -> Statement:
    """Grown children, partners, flatmates, us girls, names, families with their children."""
    n, k = rng.randint(3, 9), rng.randint(2, 4)
    form, who = rng.choice(
        [
            (f"me and my {number(rng, k)} grown sons", Who(1 + k)),
            (f"my wife and I and our {number(rng, k)} grown children, plus {n} friends", Who(2 + k + n)),
            (f"me, my {k} adult daughters and their husbands", Who(1 + 2 * k)),
            (f"we are {n} flatmates", Who(n)),
            (f"we're {number(rng, n)} housemates (all adults)", Who(n)),
            (f"just us girls, {n + 4}", Who(n + 4)),
            (f"{k} couples and a single friend", Who(2 * k + 1)),
            (f"me and the missus plus {k} other couples", Who(2 + 2 * k)),
            (f"my better half and me, {n} friends", Who(2 + n)),
            (f"me, Tom, Ana, the twins (7) and {n} friends", Who(3 + n, ages=(7, 7))),
            ("It's Tom, Ana, Luis, Mia (6), Leo (3) and me", Who(4, ages=(6, 3))),
            ("mom dad me 2 brothers and 3 cousins", Who(8)),
            (f"my family of 4 (kids are 8 and 10) and {n} friends", Who(2 + n, ages=(8, 10))),
            ("we're a family of 5, 2 adults and 3 kids (4, 7, 9)", Who(2, ages=(4, 7, 9))),
            ("family of six, kids are 2, 5, 7 and 13", Who(2, ages=(2, 5, 7, 13))),
            (f"the Garcias (5) with 3 kids 6, 9 and 11 and {n} friends", Who(2 + n, ages=(6, 9, 11))),
            (f"{n + 4} adults plus a baby on the way", Who(n + 4)),
        ]
    )
    return Statement(
        "company",
        (rng.choice(["{}", "{}. 94539", "it would be {}", "{}, zip 94539", "{} how much"]).format(form),),
        who,
    )


def taken_back(rng: Random) -> Statement:
    """A count that is taken back in the same breath."""
    n, m, k = rng.randint(8, 18), rng.randint(8, 18), rng.randint(2, 4)
    no = rng.choice(
        [
            "no wait",
            "sorry",
            "i mean",
            "scratch that",
            "no,",
            "er, make that",
            "wait no",
            "i'm sorry",
            "oops",
            "correction,",
        ]
    )
    form, who = rng.choice(
        [
            (f"{number(rng, n)} {no} {number(rng, m)} adults", Who(m)),
            (f"{number(rng, n)} adults {no} {number(rng, m)} adults", Who(m)),
            (f"{number(rng, n)} people {no} {number(rng, m)}, i forgot my aunt", Who(m)),
            (f"{n} adults and {k} kids {no} {k + 1} kids", Who(n, unaged=k + 1)),
            (f"{number(rng, n)} adults and two no one grandchild she's eight", Who(n, ages=(8,))),
            (f"{n} adults {no} {m} adults and one toddler", Who(m, small=1)),
            (f"{n} adults and my son he's seven no eight", Who(n, ages=(8,))),
            (f"{n} adults wait one sec, sorry {n} adults and {k} kids", Who(n, unaged=k)),
        ]
    )
    return Statement("taken_back", (rng.choice(FRAMES[:5]).format(form),), who)


KINDS: dict[str, tuple[Callable[[Random], Statement], int]] = {
    "by_age": (by_age, 1200), "fraction": (fraction, 300), "but": (but, 300), "nested": (nested, 300), "of_whole": (of_whole, 300),
    "includes": (includes, 200), "aged": (aged, 200), "spoken": (spoken, 300), "company": (company, 300), "taken_back": (taken_back, 300),
}  # fmt: skip


def parts(seed: int, *, only: str | None = None, share_of: float = 1.0) -> list[Statement]:
    """Statements of every kind; the same ones for the same seed."""
    found = []
    for kind, (make, many) in KINDS.items():
        if only in (None, kind):
            found += [make(Random(f"{seed}-{kind}-{at}")) for at in range(max(1, int(many * share_of)))]
    return found
