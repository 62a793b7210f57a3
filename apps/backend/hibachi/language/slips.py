"""Words of the field with a slip of the pen put right: "need a prise for fifteeen adlts at hme zpi 95128".

A word is a slip when it is no word that we know (of English, a name, a town, one of the caller's) and one step away from
exactly one word of the field, two in a long one; or, written as it sounds, a few steps away from the only one that
sounds the same ("pepol", "shef", "avalabul"). A step loses, gains or changes a letter or swaps two.
"""

from collections.abc import Collection
from functools import cache, lru_cache

from jellyfish import metaphone

from hibachi.kit import lazy_re as re
from hibachi.language.tagging import known_names

_FIELD = frozenset(
    (
        "price prices pricing quote quotes estimate cost total deposit payment refund minimum travel charge balance"
        " adult adults kids children people person guest guests toddler toddlers friends family couple grownups"
        " seven eight eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
        "thirty forty hundred"
        " hibachi party birthday anniversary graduation wedding backyard patio home house address "
        "chef chefs dinner lunch"
        " available availability book booking reserve reservation reschedule cancel cancelled "
        "cancellation change confirm"
        " tomorrow tonight afternoon evening weekend today saturday sunday friday monday thursday wednesday tuesday"
        " included include vegetarian vegan gluten allergy allergies allergic shellfish peanut dairy"
        " chicken steak shrimp calamari tofu lobster salmon scallops noodles gyoza edamame filet protein "
        "proteins upgrade upgrades"
        " much many what when next noon with from would could should have tell about know want need like "
        "there quote january"
        " february march april august september october november december grown scallop noodle"
        " kiddo kiddos vegetables fried tables chairs plates utensils please thanks minutes hours between "
        "around options accept daughter daughters husband number phone email menu almond almonds cashew "
        "cashews walnuts pecans pistachios"
    ).split()
)
_SHORT = {"prty": "party", "prce": "price", "nex": "next", "nxt": "next", "kis": "kids", "kidss": "kids", "muc": "much", "pric": "price", "dte": "date", "bok": "book", "gest": "guest", "gst": "guest", "zpi": "zip", "izp": "zip", "ziip": "zip", "zipp": "zip", "zp": "zip", "hme": "home", "hom": "home", "kds": "kids", "kdis": "kids", "ppl": "ppl", "cst": "cost", "csot": "cost", "cuold": "could", "chf": "chef", "shef": "chef", "tofo": "tofu", "hwo": "how", "muhc": "much", "mcuh": "much", "wnat": "want", "taht": "that", "teh": "the", "fro": "for", "adn": "and", "hvae": "have", "yse": "yes", "yess": "yes", "yesss": "yes", "eys": "yes", "yea": "yeah", "yeas": "yes", "wont": "won't", "wasnt": "wasn't", "theyre": "they're"}  # fmt: skip
"""Words of four letters and fewer have too many neighbours: these slips of them alone."""
LEAST, LONG = 4, 9
"""Letters from which one step is allowed, and from which two are."""
EASY = 5
"""A shorter word has many neighbours: its slip keeps its first letter, or two of its letters changed places."""
_FIRST_LETTERS = {"k": "c", "s": "c", "q": "c", "j": "g", "f": "p"}
"""Which other letter begins the same sound."""
MOST_WORDS = 400
_WORD = re.compile(r"(?<![A-Za-z@./'\u2019_#&-])[A-Za-z]{2,16}(?![A-Za-z@_/&-]|['\u2019.][A-Za-z])")
_NAMED = re.compile(r"\b(?:name(?:'s|s)?(?: is)?|called|i'?m|i am|this is|it'?s|mr|mrs|ms|dr|under)\.? ?$", re.I)
_ADDRESS = re.compile(
    r"(?:[\w.+-]+ ){0,3}[\w.+-]+ ?(?: at |@|\(at\)|\[at\]) ?[\w-]+ ?(?: dot |\.|,|\(dot\)"
    r"|\[dot\]) ?(?:com|net|org|edu|io|us|co)\b"
    r"|\b(?:gmail|googlemail|hotmail|ymail|icloud|yahoo|outlook|proton|comcast)\b",
    re.I,
)
"""An e-mail address, also a spoken one: nothing in it is put right."""
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "y", "n", "ies", "ish", "ness")


@cache
def _english() -> frozenset[str]:
    """The whole words of the embedding's vocabulary; none where the model is missing, and then nothing is put right."""
    from hibachi.language.embedding.errors import ModelMissing
    from hibachi.language.embedding.weights import folder  # NumPy comes with it: not before a word needs it

    try:
        lines = (folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    except (ModelMissing, FileNotFoundError):
        return frozenset()
    return frozenset(line for line in lines if len(line) > 1 and line.isalpha())


def is_english(word: str) -> bool:
    """Whether a folded word is one of English; every word, where the vocabulary is missing."""
    return not _english() or word in _english()


def respelt(text: str, keep: Collection[str] = ()) -> str:
    """The text with slips in words of the field put right. keep: folded words that are right as they stand (towns, dishes)."""
    parts, last = [], 0
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for number, match in enumerate(_WORD.finditer(text)):
        if number >= MOST_WORDS:
            break
        if any(start <= match.start() < end for start, end in addresses):
            continue
        meant = _meant(match.group().lower())
        if meant is None or match.group().lower() in keep or (not _is_held_down(match) and _is_name(text, match)):
            continue
        parts += [text[last : match.start()], meant]
        last = match.end()
    return "".join([*parts, text[last:]])


def _is_name(text: str, match: re.Match[str]) -> bool:
    """A capital within a sentence, or a word where a name or a place is told, is left as it is."""
    before = text[max(0, match.start() - 14) : match.start()]
    if match.group()[0].isupper():
        return (
            not text.isupper()
            and bool(before.strip())
            and before.rstrip()[-1:] not in ".!?\n"
            or len(match.group()) <= EASY
        )
    return bool(_NAMED.search(before)) and match.group().lower() not in _SHORT


@lru_cache(maxsize=4096)
def _meant(word: str) -> str | None:
    if word in _SHORT:
        return _SHORT[word]
    if word in _FIELD or word in _english() or word in known_names() or not _english():
        return None
    if (held := _held_down(word)) is not None:
        return held
    if len(word) < LEAST or _is_known(word):
        return None
    return _misspelt(word) or _without_vowels(word) or (_spelt_by_ear(word) if len(word) >= EASY else None)


def _is_held_down(match: re.Match[str]) -> bool:
    """ "It's meeee": no name, as long as no capital says so."""
    return match.group().islower() and _HELD.search(match.group()) is not None


def _held_down(word: str) -> str | None:
    """ "Pleaseeee", "mayyy", "toooo": a letter that was held down, once or twice in a word that we know."""
    if not _HELD.search(word):
        once = word[:-1] if word[-1:] == word[-2:-1] else ""
        return once if once in _FIELD or once in _HELD_SHORT else None
    once, twice = _HELD.sub(r"\1", word), _HELD.sub(r"\1\1", word)
    return next((one for one in (once, twice) if one in _FIELD or one in _english()), None)


_HELD = re.compile(r"(.)\1{2,}")
_HELD_SHORT = frozenset({"you", "may", "how", "hey", "kids", "for", "all", "zip", "sat", "sun"})


def _without_vowels(word: str) -> str | None:
    """ "Sndy", "mrch", "scllps": the one word of the field that is left of it when its inner vowels go."""
    if re.search(r"[aeiou]", word[1:]):
        return None
    meant = _bones().get(word, ())
    return meant[0] if len(meant) == 1 else None


@cache
def _bones() -> dict[str, list[str]]:
    """The words of the field by their first letter and the consonants behind it."""
    by_bones: dict[str, list[str]] = {}
    for word in sorted(_FIELD):
        by_bones.setdefault(word[0] + re.sub(r"[aeiou]", "", word[1:]), []).append(word)
    return by_bones


def _misspelt(word: str) -> str | None:
    for steps in (1, 2) if len(word) >= LONG else (1,):
        near = {
            one
            for one in _FIELD
            if abs(len(one) - len(word)) <= steps and len(one) >= LEAST and _near(word, one, steps)
        }
        if len(near) > 1:
            near = {one for one in near if one[0] == word[0] and one[-1] == word[-1]}
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _near(word: str, other: str, steps: int) -> bool:
    """Whether a word is so few steps from another; a short one only where it begins alike."""
    return (word[0] == other[0] or min(len(word), len(other)) > EASY) and _within(word, other, steps)


@cache
def _sounds() -> dict[str, list[str]]:
    """The words of the field by how they sound (Lawrence Philips' Metaphone)."""
    by_sound: dict[str, list[str]] = {}
    for word in sorted(_FIELD):
        by_sound.setdefault(metaphone(word), []).append(word)
    return by_sound


def _spelt_by_ear(word: str) -> str | None:
    """The one word of the field that sounds the same, syllable by syllable, and is written nearly so."""
    sound = metaphone(word)
    steps = max(1, (len(sound) + 1) // 2)
    near = [
        one
        for one in _sounds().get(sound, ())
        if one[0] in (word[0], _FIRST_LETTERS.get(word[0])) and _beat(one) == _beat(word) and _within(word, one, steps)
    ]
    return near[0] if len(near) == 1 else None


def _beat(word: str) -> str:
    """Where vowels stand among the consonants: "people" and "pepol" alike, "fried" and "farid" not."""
    return re.sub(r"[^V]+", "C", re.sub(r"[aeiouy]+", "V", re.sub(r"le$", "el", word)))


def of_the_field(word: str) -> bool:
    """Whether it is one of the words that customers of a caterer use."""
    return word in _FIELD


def is_known_word(word: str) -> bool:
    """Whether it is an English word or a name; every word is where the vocabulary is missing."""
    return _is_known(word)


def _is_known(word: str) -> bool:
    """Whether it is an English word, one with an ending, or a first or last name."""
    english = _english()
    if not english or word in english or word in known_names():
        return True
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(
        stem in english or f"{stem}e" in english or (len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in english)
        for stem in stems
        if len(stem) > 2
    )


def _within(word: str, other: str, most: int) -> bool:
    """Whether at most so many steps lie between two words (Damerau and Levenshtein)."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    older = before
    for at, mine in enumerate(word, 1):
        older, before, row = before, row, [at] + [0] * len(other)
        for to, theirs in enumerate(other, 1):
            row[to] = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (mine != theirs))
            if at > 1 and to > 1 and mine == other[to - 2] and word[at - 2] == theirs:
                row[to] = min(row[to], older[to - 2] + 1)
        if min(row) > most:
            return False
    return row[-1] <= most
