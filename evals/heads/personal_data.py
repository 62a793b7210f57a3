"""Train the tagger of names and addresses: `make train`. Reads own chats and, where it lies beside, the public half.

What comes out lies beside the tagger: the model, and a recipe that says from what and how it was made.
"""

import hashlib
import json
import random
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pycrfsuite
from evals.splits import is_measuring, rows_of
from faker import Faker

from hibachi.language import tagging
from hibachi.language.tagging import MODEL, NAMES, features_of, tokens_of

SEED = 20261128
CHATS = Path(__file__).parent / "personal" / "chats.txt"
PUBLIC = "pii_presidio/synth_v2.jsonl"
LOCALES = ("en_US", "en_GB", "en_IN", "es_MX", "es_ES", "de_DE", "fr_FR", "it_IT", "pl_PL", "pt_BR", "nl_NL", "sv_SE",
           "tr_TR", "hu_HU", "cs_CZ", "fi_FI", "id_ID", "en_PH", "vi_VN")  # fmt: skip
LABELS = {"PERSON": "PERSON", "STREET_ADDRESS": "ADDRESS", "GPE": "PLACE", "ORGANIZATION": "COMPANY"}
UNHEARD = 0.4
"""The share of names that nobody has."""
TIMES = 10
"""How often each own chat is told with other names."""
SETTINGS = {"c1": 0.05, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": True}
COMMON_WORDS = frozenset(
    "read mail sent april may june august will art mark grace hope chase bill rob sue drew pat dawn rose summer autumn jan an my so do le van de la san santa "
    "and in on at the a for to of long young price park rice lake king day best good wood stone white black brown green hall church bush rain love "
    "joy faith sunny star chef fish lamb berry olive ginger basil sage pepper candy bean cook baker butler page case reader banks ford lane street".split()
)
_SLOT = re.compile(r"\{([A-Z]+)\}")
_OF_SLOT = {
    "FULL": "PERSON",
    "FIRST": "PERSON",
    "LAST": "PERSON",
    "STREET": "ADDRESS",
    "CITY": "PLACE",
    "ORG": "COMPANY",
}
_DATES = ("Saturday", "march 14", "6/20", "next friday", "the 15th", "July 4th", "Apr 18")
Sentence = tuple[list[str], list[str]]
Spans = list[tuple[int, int, str]]


def train(datasets: Path) -> str:
    """Write the names that the tagger knows, the model and its recipe; says what it was made of."""
    warnings.simplefilter("ignore")
    rng = random.Random(SEED)
    Faker.seed(SEED)
    fakers = [Faker(locale) for locale in LOCALES]
    NAMES.write_text("\n".join(known_names(fakers)) + "\n")
    tagging.known_names.cache_clear()
    own = [sentence_of(*told) for told in own_chats(fakers, rng)]
    public = [sentence_of(*told) for told in public_rows(datasets)]
    told_low = [sentence_of(text.lower(), spans) for text, spans in public_rows(datasets)]
    fit([*own, *public, *told_low])
    recipe = {
        "seed": SEED,
        "own": {"file": CHATS.name, "sha256": hashlib.sha256(CHATS.read_bytes()).hexdigest(), "sentences": len(own)},
        "public": {"rows": PUBLIC, "half": "even sha256 of the id", "licence": "MIT", "sentences": len(public)},
        "names": {"from": "faker", "locales": LOCALES},
        "crfsuite": SETTINGS,
        "model_sha256": hashlib.sha256(MODEL.read_bytes()).hexdigest(),
    }
    MODEL.with_suffix(".json").write_text(json.dumps(recipe, indent=2) + "\n")
    return (
        f"names and addresses: {len(own)} own sentences, {len(public)} public ones, {MODEL.stat().st_size // 1024} kB"
    )


def fit(sentences: Sequence[Sentence]) -> None:
    """Fit a linear chain by L-BFGS; the same sentences give the same model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for words, labels in sentences:
        trainer.append(features_of(words), labels)
    trainer.train(str(MODEL))


def sentence_of(text: str, spans: Spans) -> Sentence:
    """Tokens and their labels: B-, I- and O."""
    tokens = tokens_of(text)
    labels = []
    for token in tokens:
        found = next(((start, kind) for start, end, kind in spans if start <= token.start < end), None)
        labels.append("O" if found is None else f"{'B' if token.start == found[0] else 'I'}-{found[1]}")
    return [token.text for token in tokens], labels


def public_rows(datasets: Path) -> Iterable[tuple[str, Spans]]:
    """The development half of the public sentences; nothing where they are not at hand."""
    file = datasets / PUBLIC
    for row in rows_of(file) if file.is_file() else []:
        if is_measuring(row["id"]):
            continue
        yield (
            row["text"],
            [(span["start"], span["end"], LABELS[span["type"]]) for span in row["spans"] if span["type"] in LABELS],
        )


def own_chats(fakers: Sequence[Faker], rng: random.Random) -> Iterable[tuple[str, Spans]]:
    """Each own chat several times with other names, in other letters."""
    lines = [line for line in CHATS.read_text().splitlines() if line and not line.startswith("#")]
    for line in lines:
        for number in range(TIMES if "{" in line else 4):
            text, spans = filled(line.replace("\\n", "\n"), rng.choice(fakers), fakers[0], rng)
            yield (text.lower() if number % 2 else text), spans


def filled(line: str, faker: Faker, american: Faker, rng: random.Random) -> tuple[str, Spans]:
    """A chat with its slots filled, and where which kind stands."""
    text, spans, at = "", Spans(), 0
    for slot in _SLOT.finditer(line):
        text += line[at : slot.start()]
        value = value_of(slot.group(1), faker, american, rng)
        if slot.group(1) in _OF_SLOT:
            spans.append((len(text), len(text) + len(value), _OF_SLOT[slot.group(1)]))
        text, at = text + value, slot.end()
    return text + line[at:], spans


def value_of(slot: str, faker: Faker, american: Faker, rng: random.Random) -> str:
    """What stands in a slot."""

    def first() -> str:
        return _maybe_unheard(faker.first_name, rng)

    def last() -> str:
        return _maybe_unheard(faker.last_name, rng)

    makers: dict[str, Callable[[], str]] = {
        "FIRST": first,
        "LAST": last,
        "FULL": lambda: f"{first()} {last()}",
        "STREET": lambda: rng.choice((american.street_address, lambda: faker.street_address().replace("\n", " ")))(),
        "CITY": american.city,
        "STATE": american.state_abbr,
        "ZIP": american.zipcode,
        "PHONE": american.phone_number,
        "EMAIL": american.email,
        "ORG": american.company,
        "DATE": lambda: rng.choice(_DATES),
    }
    return makers[slot]()


def _maybe_unheard(name: Callable[[], str], rng: random.Random) -> str:
    """A name, now and then one put together from two, so that the tagger does not lean on the names it knows."""
    if rng.random() > UNHEARD:
        return name()
    one, other = name(), name()
    return one[: max(2, len(one) // 2)] + other[len(other) // 2 :].lower()


def known_names(fakers: Sequence[Faker]) -> list[str]:
    """First and family names of several languages in small letters, without those that are everyday words."""
    found: set[str] = set()
    for faker in fakers:
        provider = next(one for one in faker.get_providers() if hasattr(one, "last_names"))
        for listed in ("first_names_female", "first_names_male", "first_names", "last_names"):
            values = getattr(provider, listed, ())
            found |= {part.lower() for name in values if isinstance(name, str) for part in name.split()}
    return sorted(name for name in found - COMMON_WORDS if len(name) > 1 and name.isalpha())
