"""Plain statements of a party and what thumbs, haste, voices and mail programs make of them: the same party each time."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
).split()
ZIPS = ("94536", "94538", "94539", "94541", "94544", "95112", "95128", "94087", "94301")
DAYS = ("saturday march 14", "sunday march 22", "march 28", "friday april 10", "april 18", "may 2", "next saturday")
HOURS = ("6pm", "3pm", "noon", "9 pm")
DISHES = ("lobster", "salmon", "filet mignon", "scallops")


@dataclass(frozen=True)
class Plain:
    """A statement in plain words; whom it counts is in it once."""

    text: str
    adults: int


def plain(rng: Random) -> Plain:
    """One of the ways in which a price, a day or a booking is asked for."""
    adults, kids, zip_code = rng.randint(8, 28), rng.choice([0, 0, 0, 2, 3, 4]), rng.choice(ZIPS)
    who = f"{adults} adults" + (f" and {kids} kids" if kids else "")
    if not kids and rng.random() < 0.35:
        who = rng.choice([f"{adults} people", f"{adults} people all adults", f"{adults} of us"])
    told = [rng.randint(6, 12) for _ in range(kids)] if rng.random() < 0.6 else []
    ages = f", kids are {', '.join(map(str, told[:-1]))} and {told[-1]}" if told else ""
    day, hour, dish = rng.choice(DAYS), rng.choice(HOURS), f"{rng.randint(2, 6)} {rng.choice(DISHES)}"
    frame = rng.choice([
        f"how much for {who} in {zip_code}{ages}", f"hi, what is the price for {who}{ages}, zip {zip_code}?",
        f"can you tell me how much it would be for {who} in {zip_code}{ages}", f"how much is hibachi for {who} at {zip_code}{ages} please",
        f"{who}, {zip_code}, how much{ages}?", f"price for {who} {zip_code}{ages}",
        f"are you available {day} at {hour} for {who} in {zip_code}{ages}?", f"can you do {who} {day} at {hour} in {zip_code}{ages}?",
        f"we want to book a birthday party for {who} on {day} at {hour}, zip code {zip_code}{ages}",
        f"how much for {who} in {zip_code} with {dish}{ages}?",
    ])  # fmt: skip
    return Plain(frame, adults)


_SLANG = {
    "how much": ("hw mch", "how mch", "hwmuch", "howmuch"), "you": ("u", "ya"), "are": ("r",), "for": ("4", "fr", "for"), "people": ("ppl", "peeps"),
    "adults": ("adlts", "adlt"), "please": ("pls", "plz"), "next": ("nxt",), "saturday": ("sat", "satrdy"), "sunday": ("sun",), "and": ("n", "nd", "&"),
    "with": ("w", "w/", "wit"), "birthday": ("bday", "bdy"), "what is": ("wuts", "whats"), "would be": ("wld b", "wd be"), "want to": ("wanna",),
    "kids": ("kds", "kidz"), "can": ("cn",), "at": ("@", "at"), "march": ("mar",), "april": ("apr",), "tell me": ("tel me", "lmk"), "book": ("bk",),
    "party": ("prty",), "hibachi": ("hbachi", "hibach"), "all": ("al",),
}  # fmt: skip
_NEAR = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wqrteuyioposdgfjhlkxzvcnbn", strict=True))
_FILLERS = ("um", "uh", "you know", "let's see", "hang on", "so yeah", "hmm", "er", "okay so")
_EMOJI = ("😊", "🎉", "🔥", "😭", "👀", "💀", "🍤", "🥳")
_SPANISH = {"please": "porfa", "hi": "hola", "adults": "adultos", "people": "personas", "party": "fiesta", "and": "y", "in": "en"}  # fmt: skip

Noisy = str | tuple[str, ...]


def slang(one: Plain, rng: Random) -> Noisy:
    text = one.text
    for word, short in _SLANG.items():
        text = re.sub(
            rf"\b{word}\b", lambda match, short=short: rng.choice(short) if rng.random() < 0.8 else match.group(), text
        )  # type: ignore[misc]
    return f"{rng.choice(['yo ', 'ayo ', 'hey hru, ', ''])}{text}{rng.choice([' thx', ' hmu', ' lmk', ' tysm', ''])}"


def without_vowels(one: Plain, rng: Random) -> Noisy:
    def bare(match: re.Match[str]) -> str:
        word = match.group()
        return word if len(word) < 4 or rng.random() < 0.3 else word[0] + re.sub("[aeiou]", "", word[1:])

    return re.sub(r"[a-z]+", bare, one.text)


def typos(one: Plain, rng: Random) -> Noisy:
    def slip(match: re.Match[str]) -> str:
        word, at = match.group(), rng.randrange(1, len(match.group()))
        if rng.random() > 0.6:
            return word
        return rng.choice([word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + _NEAR[word[at]] + word[at + 1 :]])  # fmt: skip

    return re.sub(r"[a-z]{4,}", slip, one.text)


def glued(one: Plain, rng: Random) -> Noisy:
    said, *rest = one.text.split(" ")
    for word in rest:
        said += ("" if said[-1].isdigit() != word[0].isdigit() and rng.random() < 0.7 else " ") + word
    return said


def run_together(one: Plain, rng: Random) -> Noisy:
    said, *rest = one.text.split(" ")
    for word in rest:
        said += ("" if said[-1].isalpha() and word[0].isalpha() and rng.random() < 0.2 else " ") + word
    return said


def shouted(one: Plain, rng: Random) -> Noisy:
    return re.sub(r"[,?]", "", one.text).upper() + rng.choice(["", "!!!", "???", " LOL"])


def unpointed(one: Plain, rng: Random) -> Noisy:
    return re.sub(r"[,?]", "", one.text)


def spoken(one: Plain, rng: Random) -> Noisy:
    """A transcript: numbers as words, sounds of thinking between them."""
    text = re.sub(r"\b\d{5}\b", lambda zip_code: " ".join(WORDS[int(digit)] for digit in zip_code.group().replace("0", "0")), one.text)  # fmt: skip
    text = text.replace("zero", "oh")
    text = re.sub(r"\b(\d{1,2}) ?pm\b", lambda hour: f"{WORDS[int(hour[1])]} p m", text)
    text = re.sub(r"\b\d{1,2}\b", lambda many: WORDS[int(many.group())] if int(many.group()) <= 20 else many.group(), text)  # fmt: skip
    said: list[str] = []
    digits = {*WORDS[:10], "oh"}
    for word in re.sub(r"[,?]", "", text).split():
        inside = bool(said) and (said[-1] in ("p", "zip", "how", "march", "april", "may") or {said[-1], word} <= digits)
        said += [rng.choice(_FILLERS)] if said and not inside and rng.random() < 0.15 else []
        said.append(word)
    return " ".join(said)


def taken_back(one: Plain, rng: Random) -> Noisy:
    wrong = one.adults + rng.choice([-2, -1, 1, 2, 3])
    back = rng.choice(["no wait", "sorry", "no sorry", "i mean", "oops", "no make that", "actually"])
    return re.sub(rf"\b{one.adults}\b", f"{wrong} {back} {one.adults}", one.text, count=1)


def dictated(one: Plain, rng: Random) -> Noisy:
    text = one.text.replace(",", " comma").replace("?", " question mark")
    return text if "question mark" in text else text + rng.choice([" question mark", " exclamation point"])


def painted(one: Plain, rng: Random) -> Noisy:
    words = [word + (f" {rng.choice(_EMOJI)}" if rng.random() < 0.3 else "") for word in one.text.split()]
    return " ".join(words) + rng.choice(_EMOJI) * 3


def mixed(one: Plain, rng: Random) -> Noisy:
    text = one.text
    for word in rng.sample(sorted(_SPANISH), 3):
        text = re.sub(rf"\b{word}\b", _SPANISH[word], text)
    return f"{rng.choice(['hola! ', 'buenas, ', ''])}{text}{rng.choice([' gracias', ' porfa', ''])}"


def held_down(one: Plain, rng: Random) -> Noisy:
    def longer(match: re.Match[str]) -> str:
        word = match.group()
        return word + word[-1] * rng.randint(1, 4) if word[-1] in "aeouyshm" and rng.random() < 0.25 else word

    return re.sub(r"[a-z]{3,}", longer, one.text)


def in_pieces(one: Plain, rng: Random) -> Noisy:
    pieces: list[list[str]] = [[]]
    for word in one.text.split():
        pieces[-1].append(word)
        if rng.random() < 0.2 and not word.isdigit() and word not in ("at", "zip", "march", "april", "may", "in", "with", "can", "can you", "we"):  # fmt: skip
            pieces.append([])
    return tuple(" ".join(piece) for piece in pieces if piece)


NOISES: dict[str, tuple[Callable[[Plain, Random], Noisy], float]] = {
    "slang": (slang, 0.97), "without_vowels": (without_vowels, 0.93), "typos": (typos, 0.85), "glued": (glued, 0.98), "run_together": (run_together, 0.88),
    "shouted": (shouted, 0.99), "unpointed": (unpointed, 0.99), "spoken": (spoken, 0.85), "taken_back": (taken_back, 0.99), "dictated": (dictated, 0.99),
    "painted": (painted, 0.98), "mixed": (mixed, 0.95), "held_down": (held_down, 0.96), "in_pieces": (in_pieces, 0.93),
}  # fmt: skip
"""Each kind of noise, and what share of such statements must be read as the plain ones."""
