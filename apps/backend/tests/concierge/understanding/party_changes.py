"""Random conversations about one party: each line changes it in a known way, so that the price must be of what is true.

What is said is put between openings ("yay", "ps:") and closings ("new total?", "thx"), which change nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from random import Random

OPENINGS = (
    "", "", "", "ok ", "hmm ", "oh wait, ", "sorry, ", "lol ok ", "actually ", "ugh ", "Great. ", "oh no, ", "yay ", "ps: ", "btw ", "quick update: ",
    "my bad, ", "one more thing, ", "thanks! ",
)  # fmt: skip
CLOSINGS = (
    "", "", "", " what's the total?", " thx", " how much is it then", " 🙈", ", sorry!", " - new total?", " pls", " ok?", " if thats ok", " (sorry lol)",
)  # fmt: skip
UPGRADES = {"lobster_tail": "lobster", "filet_mignon": "filet", "salmon": "salmon", "scallops": "scallops"}
ADDONS = {"gyoza": "gyoza", "yakisoba_noodles": "yakisoba noodles", "edamame": "edamame"}
QUESTIONS = (
    "is sake included?", "how long does it take?", "do we need plates and chairs?", "can i pay with zelle?", "what if it rains?", "do you bring the grill?",
    "how much is the deposit?", "whats a normal tip", "do you have vegetarian food?", "how much space do you need?",
)  # fmt: skip
WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
OLDEST_TODDLER = 5


@dataclass(frozen=True)
class Truth:
    """The party as the customer means it. ages: of the children, toddlers among them."""

    adults: int
    ages: tuple[int, ...] = ()
    upgrades: dict[str, int] = field(default_factory=dict)
    addons: dict[str, int] = field(default_factory=dict)

    @property
    def counts(self) -> tuple[int, int, int]:
        """Adults, children and toddlers."""
        toddlers = sum(age <= OLDEST_TODDLER for age in self.ages)
        return self.adults, len(self.ages) - toddlers, toddlers


@dataclass(frozen=True)
class Line:
    """What is said, and the party that is meant after it; asks: it changes nothing."""

    said: str
    truth: Truth
    asks: bool = False


Step = Callable[["Random", Truth], Line | None]


def conversation(seed: int, steps: int = 6) -> Iterator[Line]:
    """The lines of one customer, the first with a party and a ZIP."""
    rnd = Random(seed)
    line = _first(rnd)
    yield line
    truth = line.truth
    for _ in range(steps):
        made = rnd.choice(STEPS)(rnd, truth)
        if made is None:
            continue
        truth = made.truth
        yield made if made.asks else replace(made, said=rnd.choice(OPENINGS) + made.said + rnd.choice(CLOSINGS))


def _number(rnd: Random, number: int) -> str:
    return WORDS[number] if number < len(WORDS) and rnd.random() < 0.35 else str(number)


def _listed(rnd: Random, ages: tuple[int, ...]) -> str:
    *before, last = (str(age) for age in ages)
    return rnd.choice((" and ", " & ", ", ")).join(filter(None, (", ".join(before), last)))


def _first(rnd: Random) -> Line:
    adults = rnd.randint(10, 18)
    n = _number(rnd, adults)
    if rnd.random() < 0.5:
        forms = (
            f"hi how much for {n} adults in 94539",
            f"we're {n} adults, 94539. price?",
            f"party of {n}, all adults, in 94539. what would it be?",
        )
        return Line(rnd.choice(forms), Truth(adults))
    ages = tuple(rnd.randint(6, 12) for _ in range(rnd.randint(1, 3)))
    kids = f"{_number(rnd, len(ages))} {'kid' if len(ages) == 1 else 'kids'}"
    told = _listed(rnd, ages)
    forms = (
        f"{n} adults and {kids} ({told}) in 94539, how much",
        f"hi! {n} adults + {kids} aged {told}, 94539 price pls",
    )
    return Line(rnd.choice(forms), Truth(adults, ages))


def _adults_join(rnd: Random, truth: Truth) -> Line:
    n = rnd.choice((1, 1, 2, 2, 3, 4))
    many = _number(rnd, n)
    forms = {
        1: ("my uncle wants to come too", "one more adult is coming", "plus one more grown up", "oh and my mother in law is joining"),
        2: ("my parents are coming too", "two more adults are joining us", "my sister and her husband want to come as well"),
    }.get(n, (f"{many} more adults are coming", f"add {many} more adults pls", f"plus {many} adults", f"{many} more friends said yes, all adults"))  # fmt: skip
    return Line(rnd.choice(forms), replace(truth, adults=truth.adults + n))


def _adults_stay_away(rnd: Random, truth: Truth) -> Line | None:
    n = rnd.choice((1, 1, 2, 3))
    if truth.adults - n < 8:
        return None
    many = _number(rnd, n)
    few = ("my uncle can't make it", "one adult less", "my aunt dropped out", "minus one adult")
    forms = (
        few
        if n == 1
        else (
            f"{many} of the adults can't make it",
            f"minus {many} adults",
            f"{many} fewer adults",
            f"{many} adults dropped out",
        )
    )
    return Line(rnd.choice(forms), replace(truth, adults=truth.adults - n))


def _adults_anew(rnd: Random, truth: Truth) -> Line | None:
    n, old = rnd.randint(9, 20), truth.adults
    many, before = _number(rnd, n), _number(rnd, old)
    forms = (
        f"make it {many} adults",
        f"i meant {many} adults not {before}",
        f"{many} adults instead of {before}",
        f"so not {before} but {many} adults",
    )
    return Line(rnd.choice(forms), replace(truth, adults=n)) if n != old else None


def _told_again(rnd: Random, truth: Truth) -> Line:
    kids = f" and {len(truth.ages)} {'kid' if len(truth.ages) == 1 else 'kids'}" if truth.ages else ""
    n = _number(rnd, truth.adults)
    forms = (
        f"so {n} adults{kids}, right?",
        f"ok so that's {n} adults{kids}. total?",
        f"so for {n} adults{kids} what do we pay",
    )
    return Line(rnd.choice(forms), truth, asks=True)


def _children_join(rnd: Random, truth: Truth) -> Line:
    ages = tuple(rnd.randint(6, 12) for _ in range(rnd.choice((1, 1, 2, 2, 3))))
    many, told = _number(rnd, len(ages)), _listed(rnd, ages)
    if len(ages) == 1:
        forms = (
            f"and one kid, {told} years old",
            f"plus a {told} year old",
            f"my nephew is coming too, he's {told}",
            f"add one kid, age {told}",
        )
    else:
        forms = (
            f"plus {many} kids, {told}",
            f"add {many} kids aged {told}",
            f"my sister brings her {many} kids ({told})",
            f"and {many} children ({told})",
        )
    return Line(rnd.choice(forms), replace(truth, ages=(*truth.ages, *ages)))


def _toddler_joins(rnd: Random, truth: Truth) -> Line:
    age = rnd.randint(2, OLDEST_TODDLER)
    forms = (
        f"oh and a {age} year old",
        f"plus a toddler, {age} years old",
        f"and my little one, he's {age}",
        f"also one more kid who is {age}",
    )
    return Line(rnd.choice(forms), replace(truth, ages=(*truth.ages, age)))


def _no_children(rnd: Random, truth: Truth) -> Line | None:
    forms = ("no kids after all", "the kids are staying home", "leave the kids out, adults only", "without the kids")
    return Line(rnd.choice(forms), replace(truth, ages=())) if truth.ages else None


def _upgrade(rnd: Random, truth: Truth) -> Line | None:
    key, n = rnd.choice(list(UPGRADES)), rnd.randint(2, 6)
    if key in truth.upgrades or sum(truth.upgrades.values()) + n > truth.adults:
        return None
    many, dish = _number(rnd, n), UPGRADES[key]
    forms = (
        f"{many} of us want {dish}",
        f"add {dish} for {many} people",
        f"{many} people take {dish}",
        f"{dish} for {many} guests",
    )
    return Line(rnd.choice(forms), replace(truth, upgrades={**truth.upgrades, key: n}))


def _upgrade_anew(rnd: Random, truth: Truth) -> Line | None:
    if not truth.upgrades:
        return None
    key, n = rnd.choice(list(truth.upgrades)), rnd.randint(1, 6)
    old = truth.upgrades[key]
    if n == old or sum(truth.upgrades.values()) - old + n > truth.adults:
        return None
    many, before, dish = _number(rnd, n), _number(rnd, old), UPGRADES[key]
    forms = (f"make that {many} {dish}", f"{many} {dish} instead of {before}", f"{dish}: {many}, not {before}")
    return Line(rnd.choice(forms), replace(truth, upgrades={**truth.upgrades, key: n}))


def _addon(rnd: Random, truth: Truth) -> Line | None:
    key, n = rnd.choice(list(ADDONS)), rnd.randint(2, 8)
    many, dish = _number(rnd, n), ADDONS[key]
    forms = (
        f"add {many} {dish}",
        f"and {many} {dish} please",
        f"we'd like {many} {dish} too",
        f"can we get {many} {dish}",
    )
    return Line(rnd.choice(forms), replace(truth, addons={**truth.addons, key: n})) if key not in truth.addons else None


def _addon_anew(rnd: Random, truth: Truth) -> Line | None:
    if not truth.addons:
        return None
    key, n = rnd.choice(list(truth.addons)), rnd.randint(1, 9)
    old, many, dish = truth.addons[key], _number(rnd, n), ADDONS[key]
    fewer = f"{_number(rnd, old)} {dish} is too many, {many} is enough"
    forms = (
        f"make it {many} {dish}",
        f"{many} {dish} instead of {old}",
        fewer if n < old else f"change the {dish} to {many}",
    )
    return Line(rnd.choice(forms), replace(truth, addons={**truth.addons, key: n})) if n != old else None


def _without_dish(rnd: Random, truth: Truth) -> Line | None:
    ordered = [*truth.upgrades, *truth.addons]
    if not ordered:
        return None
    key = rnd.choice(ordered)
    dish = {**UPGRADES, **ADDONS}[key]
    rest = {slot: {k: n for k, n in getattr(truth, slot).items() if k != key} for slot in ("upgrades", "addons")}
    forms = (f"skip the {dish}", f"no {dish} after all", f"take the {dish} off again", f"forget the {dish}")
    return Line(rnd.choice(forms), replace(truth, upgrades=rest["upgrades"], addons=rest["addons"]))


def _question(rnd: Random, truth: Truth) -> Line:
    return Line(rnd.choice(QUESTIONS), truth, asks=True)


STEPS: tuple[Step, ...] = (
    _adults_join, _adults_stay_away, _adults_anew, _told_again, _children_join, _toddler_joins, _no_children, _upgrade, _upgrade, _upgrade_anew,
    _addon, _addon, _addon_anew, _without_dish, _question,
)  # fmt: skip
