"""Orders whose right answer is known by construction: each way of saying it, with dishes and numbers drawn anew."""

from random import Random

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Dialogue

from .test_reading import PROFILE, read

UPGRADES = {
    "lobster_tail": ("lobster", "lobster tails", "lobsters"), "filet_mignon": ("filet", "filet mignon", "filets"),
    "salmon": ("salmon",), "scallops": ("scallops",),
}  # fmt: skip
INCLUDED = ("chicken", "steak", "shrimp", "tofu", "calamari")
SIDES = {"gyoza": ("gyoza", "dumplings"), "edamame": ("edamame",), "yakisoba_noodles": ("noodles", "yakisoba noodles")}
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WANT = ("want", "would like", "are getting", "get", "will have", "are having", "prefer", "would go for", "will take")
GETS = ("wants", "gets", "is having", "will have", "would like")
ONE = ("grandma", "my dad", "my wife", "the birthday girl", "my sister", "the bride", "my mother-in-law", "uncle bob")
TWO = ("my mom and dad", "me and my wife", "grandma and grandpa", "my parents", "the newlyweds", "the bride and groom")

# One message behind "quote for {n} adults and {kids} kids in 94539"; what it comes to: A and B are upgrades, I and J are
# included, X and Y sides; k and m are numbers below half of the party.
ONE_MESSAGE: list[tuple[str, dict[str, str]]] = [
    ("{K} of the {n} adults {want} {A}", {"A": "k"}), ("{K} of us {want} {A}", {"A": "k"}),
    ("{K} of the adults {want} {A}", {"A": "k"}), ("{K} of the {n} adults {want} {A}, the rest {B}", {"A": "k", "B": "n-k"}),
    ("{K} of the {n} adults {want} {A}, the rest {I}", {"A": "k"}), ("{K} out of {n} {want} {A}", {"A": "k"}),
    ("{A} for {K} of the {n} adults", {"A": "k"}), ("{A} for {K} out of {n}", {"A": "k"}),
    ("{A} for all the adults", {"A": "n"}), ("{A} for the adults, {I} for the kids", {"A": "n"}),
    ("all the adults get {A} and the kids just {I}", {"A": "n"}), ("everyone but the kids gets {A}", {"A": "n"}),
    ("{A} for everyone except the kids", {"A": "n"}), ("the kids want {A}", {"A": "c"}),
    ("half {A} half {B}", {"A": "h", "B": "h"}), ("half of us {want} {A} and the other half {B}", {"A": "h", "B": "h"}),
    ("half {I} half {B}", {"B": "h"}), ("everyone gets {A} except {one}", {"A": "t-1"}),
    ("{A} for everyone but {one}", {"A": "t-1"}), ("{A} for everyone except {two}", {"A": "t-2"}),
    ("everyone but {K} {gets} {A}", {"A": "t-k"}), ("{A} for {two}", {"A": "2"}), ("{one} {gets} {A}", {"A": "1"}),
    ("{A} for {one}", {"A": "1"}), ("my wife and i want {A}", {"A": "2"}), ("{A} for me, {B} for my wife, everyone else {I}", {"A": "1", "B": "1"}),
    ("{K} {A} and a {B} for the birthday boy", {"A": "k", "B": "1"}), ("{K} {A} and {M} {B}", {"A": "k", "B": "m"}),
    ("{K} {want} {A} and {M} {want} {B}", {"A": "k", "B": "m"}), ("{K} {A}, {M} {B}, rest {I}", {"A": "k", "B": "m"}),
    ("{K} {A}, {M} {B}, everyone else just {I}", {"A": "k", "B": "m"}), ("everyone {gets} {A}", {"A": "t"}),
    ("everyone {gets} {I} and {A}", {"A": "t"}), ("everyone {gets} {I} and {J}", {}), ("{K} {want} {I}, the rest {J}", {}),
    ("{K} {I} and {A} combos, the others {I}", {"A": "k"}), ("{I} and {A} for {K} of us", {"A": "k"}),
    ("{K} of us want {A} and {B}", {"A": "k", "B": "k"}), ("everybody does {I} and {J}, but {K} want {A} instead of the {J}", {"A": "k"}),
    ("{K} people want extra {I}", {"+I": "k"}), ("one extra {I} each for the guys ({k})", {"+I": "k"}),
    ("{K} of the {n} want a third protein, {I}", {"+I": "k"}), ("{K} {A} as an extra protein", {"+A": "k"}),
    ("plus {K} orders of {X}", {"X": "k"}), ("add {K} {X} and {M} {Y}", {"X": "k", "Y": "m"}), ("{M} each of {X} and {Y}", {"X": "m", "Y": "m"}),
    ("{X} for everyone", {"X": "t"}), ("{K} {A}, {M} orders of {X}", {"A": "k", "X": "m"}), ("the {k} guys {want} {A}, the ladies {I}", {"A": "k"}),
    ("the guys ({K}) want {A}, the ladies ({M}) want {B}", {"A": "k", "B": "m"}), ("{A} for the guys ({k})", {"A": "k"}),
    ("{A} only for the grown-ups at the head table, that is {k} people, the others stay with the {I}", {"A": "k"}),
    ("{A} only for the {k} at the head table", {"A": "k"}), ("only the {k} at the head table get {A}", {"A": "k"}),
    ("just the head table (that's {k}) should have {A}, the rest regular {I}", {"A": "k"}), ("{A} for the bridal party, so {k} people", {"A": "k"}),
    ("the adults half {A} half {B}", {"A": "n-n//2", "B": "n//2"}), ("half {A} half {B} for the adults, kids don't need {A}", {"A": "n-n//2", "B": "n//2"}),
    ("{A} for the {n} adults and {X} for all", {"A": "n", "X": "t"}), ("the kids don't need {A}, so {K} {A}", {"A": "k"}),
    ("{A} for the adults only, {M} {X}", {"A": "n", "X": "m"}),
    ("{A} upgrade x{k}", {"A": "k"}), ("we'd like to upgrade {K} to {A}", {"A": "k"}), ("{K} {want} {A} instead of {I}", {"A": "k"}),
]  # fmt: skip

# Behind "quote for {n} adults in 94539 with {k} {A} and {k} {X}": what the second message leaves. Where it says nothing of
# one, that stays as it was.
SECOND: list[tuple[str, dict[str, str]]] = [
    ("drop the {A}", {"A": "0"}), ("no {A} after all", {"A": "0"}), ("take the {A} off", {"A": "0"}), ("make it {T} {A}", {"A": "t2"}), ("change the {A} to {T}", {"A": "t2"}),
    ("only {M} {A} actually", {"A": "m"}), ("sorry i meant {M} {A} not {K}", {"A": "m"}), ("{M} {A} instead of {K}", {"A": "m"}), ("one less {A}", {"A": "k-1"}),
    ("one {A} fewer", {"A": "k-1"}), ("take {M} {A} off", {"A": "k-m"}), ("drop {M} of the {A}", {"A": "k-m"}), ("remove one {A}", {"A": "k-1"}),
    ("add {M} more {A}", {"A": "k+m"}), ("another {A}", {"A": "k+1"}), ("can you add one more {A}", {"A": "k+1"}), ("swap the {A} for {B}", {"A": "0", "B": "k"}),
    ("make those {B} instead", {"A": "0", "B": "k"}), ("actually {B} instead of {A}", {"A": "0", "B": "k"}), ("swap {M} of the {A} for {B}", {"A": "k-m", "B": "m"}),
    ("change {M} of the {A} to {B}", {"A": "k-m", "B": "m"}), ("make {M} of those {B}", {"A": "k-m", "B": "m"}), ("swap the {A} for {I}", {"A": "0"}),
    ("switch {M} of the {A} to {I}", {"A": "k-m"}), ("also {M} {B}", {"B": "m"}), ("the rest want {B}", {"B": "n-k"}), ("actually everyone wants {A}", {"A": "n"}),
    ("drop the {X}", {"X": "0"}), ("no more {X}", {"X": "0"}), ("we don't need the {X}", {"X": "0"}), ("make it {T} {X}", {"X": "t2"}), ("{X} down to {M}", {"X": "m"}),
    ("replace the {X} with {Y}", {"X": "0", "Y": "k"}), ("scratch the {X} and the {A}", {"X": "0", "A": "0"}), ("one less order of {X}", {"X": "k-1"}),
]  # fmt: skip


class _Drawn:
    """The dishes, people and numbers of one case; its formulas say what an order comes to."""

    def __init__(self, seed: int) -> None:
        chance = Random(seed)
        self.keys = dict(zip("ABIJXY", (*chance.sample(list(UPGRADES), 2), *chance.sample(INCLUDED, 2), *chance.sample(list(SIDES), 2)), strict=True))  # fmt: skip
        n, kids = chance.choice([8, 10, 12, 14, 16]), chance.choice([2, 4])
        k, m, t2 = chance.randint(3, n // 2), chance.randint(1, 2), chance.randint(1, n - 1)
        self.numbers = {"n": n, "c": kids, "t": n + kids, "h": (n + kids) // 2, "k": k, "m": m, "t2": t2}
        said = {name: chance.choice([str(number), WORDS[number]]) for name, number in (("K", k), ("M", m))}
        names = {slot: chance.choice({**UPGRADES, **SIDES}.get(key, (key,))) for slot, key in self.keys.items()}
        people = {
            "one": chance.choice(ONE),
            "two": chance.choice(TWO),
            "want": chance.choice(WANT),
            "gets": chance.choice(GETS),
        }
        self.words = {**said, **names, **people, "T": str(t2), "n": n, "k": k}

    def order(self, formulas: dict[str, str]) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        """Upgrades, extra proteins and sides."""
        found: tuple[dict[str, int], dict[str, int], dict[str, int]] = ({}, {}, {})
        for slot, formula in formulas.items():
            key = self.keys[slot[-1]]
            shelf = found[1] if slot[0] == "+" else found[0] if slot[-1] in "AB" else found[2]
            shelf["ny_strip_steak" if key == "steak" else key] = eval(formula, {}, self.numbers)
        return ({k: n for k, n in found[0].items() if n}, found[1], {k: n for k, n in found[2].items() if n})


def _ordered(dialogue: Dialogue) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    party = dialogue.party
    return dict(party.upgrades), dict(party.extra_proteins), dict(party.addons)


def _guests(dialogue: Dialogue) -> int:
    counts = counts_of(dialogue.party, bands_of(PROFILE))
    return counts.total if counts else 0


@pytest.mark.parametrize(("words", "formulas"), ONE_MESSAGE, ids=[row[0] for row in ONE_MESSAGE])
def test_an_order_in_one_message(words: str, formulas: dict[str, str]) -> None:
    for seed in range(8):
        drawn = _Drawn(seed)
        ages = "6 and 9" if drawn.numbers["c"] == 2 else "6, 7, 8 and 11"
        text = f"quote for {{n}} adults and {drawn.numbers['c']} kids ({ages}) in 94539. {words}".format(**drawn.words)
        after = read(text).dialogue
        assert (_ordered(after), _guests(after), after.wanted_dish) == (
            drawn.order(formulas), drawn.numbers["t"], None), text  # fmt: skip


@pytest.mark.parametrize(("words", "formulas"), SECOND, ids=[row[0] for row in SECOND])
def test_an_order_that_is_changed(words: str, formulas: dict[str, str]) -> None:
    for seed in range(8):
        drawn = _Drawn(seed + 100)
        before = read("quote for {n} adults in 94539 with {k} {A} and {k} {X}".format(**drawn.words)).dialogue
        after = read(words.format(**drawn.words), dialogue=before).dialogue
        assert (_ordered(after), _guests(after), after.wanted_dish) == (
            drawn.order({"A": "k", "X": "k", **formulas}), drawn.numbers["n"], None), (drawn.words, words)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "it's a birthday dinner for my dad with lobster, 12 adults 94539",
        "my wife loves lobster. 12 adults in 94539",
        "how much is lobster? we're 12 adults in 94539",
    ],
)
def test_a_dish_beside_a_person_is_no_portion_of_theirs(text: str) -> None:
    assert not read(text).dialogue.party.upgrades
