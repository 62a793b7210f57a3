"""Statements of who comes whose right answer is known by construction: pieces that add up, in frames, beside other numbers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
).split()
TODDLER_TO, CHILD_TO = 5, 12
TEEN = 13


@dataclass(frozen=True)
class Who:
    """Some of the guests: grown (or without an age), children by age, children and toddlers of whom no age was said."""

    grown: int = 0
    ages: tuple[int, ...] = ()
    unaged: int = 0
    small: int = 0

    def __add__(self, other: "Who") -> "Who":
        return Who(
            self.grown + other.grown,
            self.ages + other.ages,
            self.unaged + other.unaged,
            self.small + other.small,
        )

    @property
    def counts(self) -> tuple[int, int, int]:
        """Adults, children and toddlers by the bands of the price list."""
        adults = self.grown + sum(age > CHILD_TO for age in self.ages)
        children = self.unaged + sum(TODDLER_TO < age <= CHILD_TO for age in self.ages)
        return adults, children, self.small + sum(age <= TODDLER_TO for age in self.ages)

    @property
    def total(self) -> int:
        return self.grown + len(self.ages) + self.unaged + self.small


@dataclass(frozen=True)
class Statement:
    """What a customer says, message by message, and who comes then; None where nobody was counted."""

    kind: str
    turns: tuple[str, ...]
    who: Who | None
    seed: int = field(default=0)


Piece = tuple[str, Who]


def number(rng: Random, value: int) -> str:
    """A number in digits or words."""
    return WORDS[value] if 1 < value < len(WORDS) and rng.random() < 0.4 else str(value)


def listed(rng: Random, items: list[str]) -> str:
    """A list as people write it."""
    if len(items) == 1:
        return items[0]
    last = rng.choice([" and ", " and ", ", and ", " & ", ", "])
    return ", ".join(items[:-1]) + last + items[-1]


def _ages(rng: Random, count: int) -> tuple[int, ...]:
    return tuple(rng.choice([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]) for _ in range(count))


# -- pieces ---------------------------------------------------------------------------------------------------------


def adults(rng: Random) -> Piece:
    many = rng.randint(3, 19)
    noun = rng.choice(["adults", "adults", "grown ups", "grown-ups", "grownups", "adlts"])
    return f"{number(rng, many)} {noun}", Who(many)


def people(rng: Random) -> Piece:
    many = rng.randint(3, 19)
    noun = rng.choice(["friends", "people", "coworkers", "of my friends", "other friends", "guests", "of her friends"])
    return f"{number(rng, many)} {noun}", Who(many)


def me(rng: Random) -> Piece:
    return rng.choice(["me", "myself", "me", "just me"]), Who(1)


def relation(rng: Random) -> Piece:
    own = rng.choice(["my", "my", "my", "our", "his", "her"])
    who = "wife husband mom dad sister brother boss neighbor grandma girlfriend partner aunt cousin roommate".split()
    noun = rng.choice([*who, "best friend", "mother-in-law", "brother in law", "older sister", "fiancé", "uncle Bob"])
    return f"{own} {noun}", Who(1)


def couple_of_relations(rng: Random) -> Piece:
    return rng.choice(
        [
            ("my parents", Who(2)),
            ("his parents", Who(2)),
            ("my in-laws", Who(2)),
            ("my grandparents", Who(2)),
            ("my wife's parents", Who(2)),
            ("my mom and dad", Who(2)),
            ("both grandmas", Who(2)),
            ("my brother and his wife", Who(2)),
            ("my sister and her husband", Who(2)),
            ("the neighbors (2)", Who(2)),
        ]
    )


def relations(rng: Random) -> Piece:
    many = rng.randint(2, 9)
    noun = rng.choice("sisters brothers cousins aunts uncles neighbors roommates coworkers".split())
    return f"{rng.choice(['my', 'my', 'our', 'her'])} {number(rng, many)} {noun}", Who(many)


def couples(rng: Random) -> Piece:
    many = rng.randint(2, 6)
    return (
        f"{number(rng, many)} {rng.choice(['couples', 'couples', 'other couples', 'married couples'])}",
        Who(2 * many),
    )


def family(rng: Random) -> Piece:
    many = rng.randint(3, 7)
    whose = rng.choice(["my brother's family of", "my sister's family of", "a family of", "the neighbors, a family of"])
    return f"{whose} {number(rng, many)}", Who(many)


def families(rng: Random) -> Piece:
    many, each = rng.randint(2, 4), rng.randint(3, 6)
    return f"{number(rng, many)} families of {number(rng, each)}", Who(many * each)


def dozen(rng: Random) -> Piece:
    return rng.choice(
        [
            ("a dozen adults", Who(12)),
            ("half a dozen adults", Who(6)),
            ("a dozen friends", Who(12)),
            ("a dozen kids", Who(unaged=12)),
            ("half a dozen kids", Who(unaged=6)),
            ("two dozen adults", Who(24)),
        ]
    )


def kids(rng: Random) -> Piece:
    many = rng.randint(2, 5)
    noun = rng.choice(["kids", "kids", "children", "kiddos", "nephews", "nieces", "boys", "grandkids"])
    return f"{rng.choice(['', '', 'my ', 'our '])}{number(rng, many)} {noun}", Who(unaged=many)


def kids_of_ages(rng: Random) -> Piece:
    many = rng.randint(2, 4)
    ages = _ages(rng, many)
    said = listed(rng, [number(rng, age) for age in ages])
    noun = rng.choice(["kids", "kids", "children", "nephews", "nieces", "boys", "grandkids", "sons", "daughters"])
    own = rng.choice(["", "", "my ", "our "])
    told = rng.choice([" ({})", " (ages {})", " (aged {})", " ages {}", " aged {}", ", ages {}", " who are {}"])
    return f"{own}{number(rng, many)} {noun}{told.format(said)}", Who(ages=ages)


def kids_all_of(rng: Random) -> Piece:
    many = rng.randint(2, 5)
    head = f"{number(rng, many)} {rng.choice(['kids', 'children', 'kids', 'nephews'])}"
    told, age = rng.choice(
        [(" all under 5", 4), (" under 5", 4), (", all 7", 7), (" all under 6", 5), (" between 6 and 10", 8)]
        + [(" (all 13)", 13), (", all 8 or 9", 8), (" (6-10)", 8), (" 5 and under", 4), (" aged 6 to 12", 9)]
    )
    return f"{head}{told}", Who(ages=(age,) * many)


def kid(rng: Random) -> Piece:
    age = rng.randint(1, 16)
    who = rng.choice(["son", "daughter", "nephew", "niece", "little brother", "kid", "grandson", "stepdaughter"])
    own = rng.choice(["my", "our", "my", "her"])
    said = number(rng, age)
    form = rng.choice(
        [
            f"{own} {who} ({said})",
            f"{own} {age} year old",
            f"{own} {said}-year-old {who}",
            f"{own} {age}yo",
            f"{own} {age} yo {who}",
            f"{own} {who} who is {said}",
            f"{own} {who}, {said}",
            f"{own} {who} (age {said})",
            f"a {said} year old",
            f"{own} {who}, who's {said}",
            f"{who} ({said})",
            f"{own} {who} age {said}",
        ]
    )
    return form, Who(ages=(age,))


def twins(rng: Random) -> Piece:
    age = rng.randint(1, 16)
    word, many = rng.choice([("twins", 2), ("twins", 2), ("triplets", 3), ("twin boys", 2), ("twin girls", 2)])
    form = rng.choice(
        [
            f"my {age}yo {word}",
            f"our {age} year old {word}",
            f"my {number(rng, age)}-year-old {word}",
            f"my {word} ({age})",
            f"our {word}, {number(rng, age)}",
            f"the {word} who are {number(rng, age)}",
            f"my {word}, both {age}" if many == 2 else f"my {word}, all {age}",
        ]
    )
    return form, Who(ages=(age,) * many)


def small(rng: Random) -> Piece:
    return rng.choice(
        [
            ("a baby", Who(small=1)),
            ("a toddler", Who(small=1)),
            ("2 toddlers", Who(small=2)),
            ("a 10 month old", Who(ages=(0,))),
            ("our 8-month-old", Who(ages=(0,))),
            ("newborn twins", Who(small=2)),
            ("a newborn", Who(small=1)),
            ("our baby", Who(small=1)),
            ("one infant", Who(small=1)),
            ("my toddler", Who(small=1)),
            ("my 3 month old", Who(ages=(0,))),
            ("an 18 month old", Who(ages=(1,))),
        ]
    )


def teens(rng: Random) -> Piece:
    many = rng.randint(2, 5)
    return rng.choice(
        [
            (f"{number(rng, many)} teenagers", Who(many)),
            (f"{number(rng, many)} teens", Who(many)),
            ("a teenager", Who(1)),
            ("my teenage son", Who(1)),
            ("two teenage boys", Who(2)),
        ]
    )


def several_aged(rng: Random) -> Piece:
    one, two = rng.randint(2, 16), rng.randint(2, 16)
    return rng.choice(
        [
            (f"niece ({one}) and nephew ({two})", Who(ages=(one, two))),
            (f"my son ({one}) and daughter ({two})", Who(ages=(one, two))),
            (f"a {one} year old and a {two} year old", Who(ages=(one, two))),
            (f"my kids ({one}, {two})", Who(ages=(one, two))),
            (f"my kids, {one} and {two}", Who(ages=(one, two))),
            (f"the girls ({one} and {two})", Who(ages=(one, two))),
            (f"our two boys, {one} and {two}", Who(ages=(one, two))),
            (f"Mia ({one}) and Leo ({two})", Who(ages=(one, two))),
            (f"two {one} year olds", Who(ages=(one, one))),
            (f"my {one} and {two} year olds", Who(ages=(one, two))),
            (f"my {one} and {two} year old", Who(ages=(one, two))),
        ]
    )


def team(rng: Random) -> Piece:
    many = rng.randint(6, 15)
    return f"{number(rng, many)} {rng.choice(['players', 'parents', 'teammates', 'coaches', 'moms', 'dads'])}", Who(
        many
    )


HEADS: list[Callable[[Random], Piece]] = [
    adults, adults, adults, people, relations, couples, family, families, team, dozen,
]  # fmt: skip
YOUNG: list[Callable[[Random], Piece]] = [kids, kids_of_ages, kids_all_of, kid, kid, twins, small, teens, several_aged]
NEAR: list[Callable[[Random], Piece]] = [relation, relation, couple_of_relations, relations, family, people, couples]

# -- frames ---------------------------------------------------------------------------------------------------------

FRAMES = [
    "{}",
    "how much for {}?",
    "How much for {} in 94539?",
    "{}. 94539",
    "{}, zip 94539",
    "we're {}. Zip 94539. what's the price?",
    "We'd be {}",
    "Hi! Looking for hibachi for {} on June 20 at 6pm in 94539",
    "it's {}",
    "there will be {}",
    "there'll be {} at our place in 94539",
    "party for {}",
    "quote for {} please, 94539",
    "Guests: {}",
    "we have {} coming",
    "It would be {}.",
    "ok so it's {}, what would that cost?",
    "Saturday June 20, {}, 94539, 6pm. price?",
    "Can I get a quote? {}. My zip is 94539 and my number is 510-555-0142",
    "want to book june 20. {}. thanks!",
    "We are having {}.",
]
STORIES = [
    "Last time we ordered 35 pizzas for the office and it was a mess.",
    "My grandfather, born 1938, loves a show.",
    "We live at 1412 Maple Street, corner house.",
    "My mom is turning 60 so we want something special.",
    "I was born in 1998 and have never had hibachi at home!",
    "We moved here 12 years ago from Ohio.",
    "Our budget is around $900.",
    "A friend paid $1,200 at Benihana last year.",
    "We got married in 2004.",
    "Our backyard is 40 by 30 feet.",
    "Five of us had lobster at your party last year and loved it.",
    "It's my parents' 40th anniversary.",
    "I work until 5 most days.",
    "It took us 3 hours to plan the last one.",
    "My daughter's best friend had you guys over in May and said the chef was great.",
    "My phone died twice today, sorry for the 2 missed calls.",
]


def party(rng: Random) -> Piece:
    """Heads, with or without people near them and children."""
    pieces: list[Piece] = []
    shape = rng.choice(
        ["heads", "heads+young", "heads+young", "me+near", "me+near+young", "near+heads", "heads+young2"]
    )
    if shape.startswith("me"):
        pieces = [me(rng), *(rng.choice(NEAR)(rng) for _ in range(rng.randint(1, 3)))]
        if len(pieces) == 2 and shape == "me+near":
            pieces.append(people(rng))
        if shape == "me+near+young":
            pieces += [rng.choice(YOUNG)(rng) for _ in range(rng.randint(1, 2))]
    elif shape == "near+heads":
        pieces = [rng.choice([me, couple_of_relations])(rng), rng.choice(NEAR)(rng), rng.choice(HEADS)(rng)]
    else:
        pieces = [rng.choice(HEADS)(rng)]
        if "young" in shape:
            pieces += [rng.choice(YOUNG)(rng) for _ in range(2 if shape.endswith("2") else 1)]
    who = pieces[0][1]
    for _, more in pieces[1:]:
        who = who + more
    return joined(rng, [text for text, _ in pieces]), who


def joined(rng: Random, texts: list[str]) -> str:
    """Pieces joined as people join those who come."""
    style = rng.choice(["and", "plus", "+", "commas", "commas", "&", "mixed"])
    if len(texts) == 1:
        return texts[0]
    if style == "mixed":
        return ", ".join(texts[:-1]) + " plus " + texts[-1]
    if style == "commas":
        return ", ".join(texts[:-1]) + rng.choice([" and ", ", and "]) + texts[-1]
    return {"and": " and ", "plus": " plus ", "+": " + ", "&": " & "}[style].join(texts)


def plain(rng: Random) -> Statement:
    text, who = party(rng)
    return Statement("plain", (rng.choice(FRAMES).format(text),), who)


def story(rng: Random) -> Statement:
    text, who = party(rng)
    clause = rng.choice(["We'd be {}.", "There will be {}.", "It's {}.", "We need it for {}.", "Guests: {}."]).format(
        text
    )
    around = rng.sample(STORIES, rng.randint(1, 3))
    place = rng.randint(0, len(around))
    return Statement("story", (" ".join([*around[:place], clause, *around[place:]]),), who)


def total(rng: Random) -> Statement:
    """A total that its parts explain; the parts come to no more than it."""
    pieces = [me(rng), couple_of_relations(rng)]
    pieces += [rng.choice([relation, relations, kid, kids_of_ages, twins, kids])(rng) for _ in range(rng.randint(1, 2))]
    who = pieces[0][1]
    for _, more in pieces[1:]:
        who = who + more
    text = joined(rng, [one for one, _ in pieces])
    form = rng.choice(
        [
            "{n} of us: {p}",
            "{n} people total: {p}",
            "{p}, {n} of us in all",
            "{p}, so {n} in total",
            "{p} = {n} people",
            "there are {n} of us, {p}",
            "{p}. That makes {n} of us",
            "{n} people ({p})",
            "{p}, {n} total",
        ]
    )
    said = form.format(n=number(rng, who.total), p=text)
    return Statement("total", (rng.choice(FRAMES[:5]).format(said),), who)


def total_larger(rng: Random) -> Statement:
    """A total of which only some are named: the others are people without an age."""
    near, who = rng.choice([("my parents and I", 3), ("my wife and I", 2), ("me and my brother", 2), ("my parents", 2)])
    n = rng.randint(who + 3, 18)
    form = rng.choice(
        ["{p}, {n} of us in all", "{p}, {n} of us total", "{n} of us including {p}", "{n} people including {p}"]
    )
    return Statement("total_larger", (rng.choice(FRAMES[:5]).format(form.format(p=near, n=number(rng, n))),), Who(n))


def share(rng: Random) -> Statement:
    """Children as a part of those who were counted."""
    k = rng.randint(2, 5)
    n = rng.randint(k + 5, 20)
    ages = _ages(rng, k)
    said = listed(rng, [str(age) for age in ages])
    head = rng.choice(
        [f"{number(rng, n)} people", f"{number(rng, n)} of us", f"{number(rng, n)} guests", f"party of {n}"]
    )
    some = Who(n - k, unaged=k)
    told = Who(n - k, ages=ages)
    few = number(rng, k)
    text, who = rng.choice(
        [
            (f"{head}, {few} of them kids", some),
            (f"{head} including {few} kids", some),
            (f"{head}, {few} are kids", some),
            (f"{head} including {few} kids ({said})", told),
            (f"{head}, {few} of them kids ages {said}", told),
            (f"{head}, of which {few} are children", some),
            (f"{head}, {few} under 5", Who(n - k, ages=(4,) * k)),
            (f"{head}, {few} of them under 5", Who(n - k, ages=(4,) * k)),
            (f"{head} with {few} of them under 6", Who(n - k, ages=(4,) * k)),
            (f"{2 * k} people, half of them kids", Who(k, unaged=k)),
            (f"{2 * k} of us, half kids", Who(k, unaged=k)),
            (f"{head}, everyone is over 21", Who(n)),
            (f"{head}, nobody under 13", Who(n)),
            (f"{head}, all adults", Who(n)),
            (f"{head}, no kids", Who(n)),
        ]
    )
    return Statement("share", (rng.choice(FRAMES[:9]).format(text),), who)


def part(rng: Random) -> Statement:
    """A part of the children that were counted, against more of them."""
    n, k = rng.randint(6, 16), rng.randint(4, 7)
    p = rng.randint(2, k - 1)
    few = number(rng, p)
    head = f"{number(rng, n)} adults and {number(rng, k)} kids"
    part_small = Who(n, ages=(4,) * p, unaged=k - p)
    text, who = rng.choice(
        [
            (f"{head}, {few} of them under 5", part_small),
            (f"{head}, {few} of the kids are under 5", part_small),
            (f"{head} ({few} under 5)", part_small),
            (f"{head}, {few} of whom are 4", part_small),
            (f"{head}, {few} of them are toddlers", Who(n, unaged=k - p, small=p)),
            (f"{head}, one of them is 3", Who(n, ages=(3,), unaged=k - 1)),
            (f"{head}, one is 14", Who(n, ages=(14,), unaged=k - 1)),
            (f"{head}. My two nephews too", Who(n, unaged=k + 2)),
            (f"{head}, plus my two nephews", Who(n, unaged=k + 2)),
            (f"{head} plus my {few} nieces", Who(n, unaged=k + p)),
            (f"{head}. Oh and my sister's {few} kids", Who(n, unaged=k + p)),
            (f"{head}, the youngest is 3", Who(n, ages=(3,), unaged=k - 1)),
            (f"{head}, plus a baby", Who(n, unaged=k, small=1)),
            (f"{head} and also grandma", Who(n + 1, unaged=k)),
        ]
    )
    return Statement("part", (rng.choice(FRAMES[:8]).format(text),), who)


def by_name(rng: Random) -> Statement:
    names = rng.sample(["Mia", "Leo", "Ava", "Noah", "Zoe", "Max", "Ida", "Ben"], rng.randint(2, 4))
    ages = _ages(rng, len(names))
    form = rng.choice(["{} ({})", "{} {}", "{}, {}", "{} is {}"])
    sep = "; " if form == "{}, {}" else ", "
    told = sep.join(form.format(name, age) for name, age in zip(names, ages, strict=True))
    n = rng.randint(4, 15)
    text = rng.choice(["{n} adults and {k} kids: {t}", "{n} adults plus {t}", "{n} adults, kids: {t}"])
    return Statement("by_name", (text.format(n=n, k=len(ages), t=told) + ". 94539",), Who(n, ages=ages))


def correction(rng: Random) -> Statement:
    """A party, then what is otherwise."""
    n, k = rng.randint(8, 16), rng.randint(2, 6)
    new = rng.choice([one for one in range(6, 20) if abs(one - n) > 0 and one != n])
    m = rng.randint(2, 4)
    kids_first = f"{n} adults and {k} kids, 94539"
    grown_first = f"{n} adults, 94539"
    told = [
        (grown_first, f"make that {new}", Who(new)),
        (grown_first, f"change it to {new}", Who(new)),
        (grown_first, f"sorry I meant {new} adults", Who(new)),
        (grown_first, f"sorry, {number(rng, new)} adults not {n}", Who(new)),
        (grown_first, "one more adult", Who(n + 1)),
        (grown_first, f"{number(rng, m)} more people are coming", Who(n + m)),
        (grown_first, "minus grandma", Who(n - 1)),
        (grown_first, "my uncle can't make it", Who(n - 1)),
        (grown_first, "my brother's family of 4 can't come", Who(n - 4)),
        (grown_first, f"{number(rng, m)} people dropped out", Who(n - m)),
        (grown_first, "my brother's family of 4 is coming too", Who(n + 4)),
        (grown_first, "my sister and her husband are joining too", Who(n + 2)),
        (grown_first, "my boss wants to come too", Who(n + 1)),
        (grown_first, "plus my parents", Who(n + 2)),
        (grown_first, "also my two nephews (6 and 8)", Who(n, ages=(6, 8))),
        (grown_first, "and my 9 year old", Who(n, ages=(9,))),
        (grown_first, f"plus {number(rng, m)} kids", Who(n, unaged=m)),
        (grown_first, "oh and a baby", Who(n, small=1)),
        (grown_first, "my parents can't come after all", Who(n - 2)),
        (grown_first, "another couple is joining us", Who(n + 2)),
        (grown_first, "five of us had lobster last time", Who(n)),
        (grown_first, "last year we had 35 pizzas for 20 people", Who(n)),
        (kids_first, f"sorry I meant {k + 3} kids", Who(n, unaged=k + 3)),
        (kids_first, f"make that {k + 1} kids", Who(n, unaged=k + 1)),
        (kids_first, f"actually {new} adults", Who(new, unaged=k)),
        (kids_first, "one more kid", Who(n, unaged=k + 1)),
        (kids_first, f"{number(rng, 2)} more kids are coming", Who(n, unaged=k + 2)),
        (kids_first, "one kid less", Who(n, unaged=k - 1)),
        (kids_first, "one of the kids can't come", Who(n, unaged=k - 1)),
        (kids_first, "my two nephews are coming too", Who(n, unaged=k + 2)),
        (kids_first, "the kids aren't coming", Who(n)),
        (kids_first, "one more adult", Who(n + 1, unaged=k)),
        (kids_first, "minus grandma", Who(n - 1, unaged=k)),
        (kids_first, "my aunt can't make it", Who(n - 1, unaged=k)),
        (kids_first, "all the kids are under 5", Who(n, ages=(4,) * k)),
    ]
    first, then, who = rng.choice(told)
    return Statement("correction", (first, then), who)


def range_told(rng: Random) -> Statement:
    low = rng.randint(9, 15)
    high = low + rng.randint(2, 5)
    settled = rng.randint(low, high)
    text, n = rng.choice(
        [
            (f"somewhere between {low} and {high}, call it {settled}", settled),
            (f"between {low} and {high} people, let's say {settled}", settled),
            (f"maybe {low}, maybe {high}, go with {settled} adults", settled),
            (f"{low}-{high} people, quote me for {settled}", settled),
            (f"{low} or {high}, let's plan on {settled} people", settled),
            (f"around {settled} people", settled),
            (f"table of {settled}", settled),
            (f"a group of {settled}", settled),
            (f"roughly {settled} adults", settled),
            (f"{settled}ish adults", settled),
        ]
    )
    return Statement("range", (f"{text}. 94539",), Who(n))


NOBODY = [
    "five of us had lobster last time",
    "last year we ordered 35 pizzas, how do you compare?",
    "my friend had 20 people over with you and loved it",
    "I was born 1998, is there a discount?",
    "do you charge for kids under 5?",
    "I have 3 kids and no time to cook lol",
    "we are at 1412 Maple Street 94539",
    "how much is lobster for one person?",
    "can your chef cook for 30 people?",
    "my daughter is turning 6",
    "do you come to 94539?",
    "June 20 at 6pm?",
    "it's for my mom, she's turning 60",
]


def nobody(rng: Random) -> Statement:
    return Statement("nobody", (rng.choice(NOBODY),), None)


KINDS: dict[str, tuple[Callable[[Random], Statement], int]] = {
    "plain": (plain, 700),
    "story": (story, 300),
    "total": (total, 200),
    "total_larger": (total_larger, 40),
    "share": (share, 150),
    "part": (part, 150),
    "by_name": (by_name, 80),
    "correction": (correction, 200),
    "range": (range_told, 60),
}


def statements(seed: int, *, only: str | None = None, share_of: float = 1.0) -> list[Statement]:
    """Statements of every kind; the same ones for the same seed."""
    found = []
    for kind, (make, many) in KINDS.items():
        if only not in (None, kind):
            continue
        for at in range(max(1, int(many * share_of))):
            rng = Random(f"{seed}-{kind}-{at}")
            found.append(make(rng))
    return found
