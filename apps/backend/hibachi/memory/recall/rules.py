"""Pure decisions: what of a message can be found again, how a memory is put into words, how sure a find is."""

from collections.abc import Iterator, Mapping
from datetime import date
from math import exp
from typing import Any

from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.memory.schemas import Memory, MemoryKind

LONGEST = 320
"""Characters of a passage: what the encoder reads whole, and what says one thing."""
SHORT = 30
"""A sentence of fewer characters is one passage with its neighbour; any other is its own, since two matters blur each other."""
MOST_PARTS = 12
"""Passages of one message; a letter that is longer has said what it is about."""
LEAST_WORDS = 2
TALK = frozenset(
    (
        "a about again ah all already also am an and any anything are as at awesome be been book but bye "
        "can cool could did do does "
        "doing done dont else fine for from get go good got great had has have hello help hey hi how i id "
        "if ill im in into is it its "
        "ive just know let lets like lol look looks lot lovely many may maybe me mine more much my need "
        "nice no nope not now of oh ok okay on one "
        "or our out perfect please pls possible question questions really right said same say see sent "
        "should so some soon sorry sounds "
        "still stop sure thank thanks that thats the them then there these they thing this those time to "
        "today tell u us very want was "
        "we well were what whats when where which who why will with would yeah yep yes yet you your youre"
    ).split()
)
"""Words that say nothing of anybody: a message of these alone is not worth a vector."""
_WORD = re.compile(r"[a-zà-ÿ]+(?:'[a-z]+)?|\d+")
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+|[^.!?\n]+$")
_ASKS_BACK = re.compile(
    r"\b(?:did|have|had|do) (?:i|we)(?: ever| already)? (?:say|said|tell|told|mention(?:ed)?|write"
    r"|written|have|had|order(?:ed)?|get|ask(?:ed)?)\b[^.!\n]{0,60}"
    r"\b(?:last time|before|earlier|previously|back then|about)\b"
    r"|\bdo (?:you|u)(?: guys)?(?: still)? (?:remember|recall|know) (?:what|which|where|who|when|how)\b",
    re.I,
)
_RELATIVES = (
    "husband|wife|partner|mom|mother|dad|father|son|daughter|kid|baby|sister|brother|grandma|grandpa"
    "|grandmother|grandfather|aunt|"
    "uncle|niece|nephew|cousin|friend|neighbou?r|boss"
)
_OF_OWN = re.compile(
    rf"\b(?:my|mine|our|ours|his|hers?|him|he|she)\b|\b(?:{_RELATIVES})s?\b"
    r"|\b(?:i'm|i’m|i am|im|we're|we’re|we are)\b"
    r"|\b(?:if|that|because|since|so|as|while) (?:i|we|they|there|it|everybody|everyone|one)\b",
    re.I,
)
"""Who asks without any of these asks of us, and tells nothing of themselves."""
_ASKS = re.compile(
    r"^(?:hi|hey|hello|ok|okay|so|and|also|or|but|well|sorry|please|then|quick question)?[ ,.!:-]*"
    r"(?!(?:when|where|what|how) (?:a|an|the|i|we|you|he|she|they|it|my|our|nice|lovely|sweet|funny|wonderful)\b)"
    r"(?:how|what|whats|what's|when|where|which|who|whom|whose|why|can|could|may|do|does|did|is|are"
    r"|was|were|will|would|should|shall|any)\b",
    re.I,
)
FILLERS = (
    "said", "say", "tell", "told", "mention", "wrote", "write", "rememb", "rememb", "know", "last", "time", "us", "ever",
    "previous", "earlier", "befor", "did", "customer", "thing", "anyth", "someth", "note", "pleas", "hi", "hello", "like",
)  # fmt: skip
"""Words of the asking itself, as the index knows them: they find nothing."""


def worth_finding(text: str) -> bool:
    """Whether a message says anything that somebody may ask about later."""
    return bool(passages(text))


def passages(text: str) -> list[str]:
    """What is found of a message: the sentences that tell something, short ones together; [] for small talk.

    What only asks of us tells nothing of the customer, and neither does what asks for their earlier words.
    """
    parts: list[str] = []
    for sentence in _sentences(text):
        if not _tells(sentence):
            continue
        brief = parts and min(len(parts[-1]), len(sentence)) < SHORT
        if brief and len(parts[-1]) + 1 + len(sentence) <= LONGEST:
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    return parts[:MOST_PARTS]


def _tells(sentence: str) -> bool:
    asks = sentence.endswith("?") or _ASKS.search(sentence)
    if _ASKS_BACK.search(sentence) or (asks and not (_OF_OWN.search(sentence) or diets(sentence))):
        return False
    telling = {word for word in _WORD.findall(sentence.lower().replace("’", "'")) if word.replace("'", "") not in TALK}
    return len(telling) >= LEAST_WORDS or bool(diets(sentence))


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text; one that is too long is cut between words."""
    for match in _SENTENCE.finditer(text):
        rest = " ".join(match.group().split())
        while len(rest) > LONGEST:
            cut = rest.rfind(" ", 1, LONGEST)
            cut = cut if cut > 0 else LONGEST
            yield rest[:cut]
            rest = rest[cut:].lstrip()
        if rest:
            yield rest


def in_words(memory: Memory) -> list[str]:
    """A memory as passages. One that was heard in a message has none of its own: there the customer's words stand."""
    if memory.source == "message":
        return []
    words = _spoken(memory.kind, memory.value)
    return [words[start : start + LONGEST] for start in range(0, len(words), LONGEST)][:MOST_PARTS]


def _spoken(kind: MemoryKind, value: Mapping[str, Any]) -> str:
    match kind:
        case "party":
            return _party(value)
        case "important_date":
            return _day(value)
        case "preferred_name":
            return f"Likes to be called {value['name']}."
        case "dietary":
            return f"Diet or allergy: {_list(value['diets'])}."
        case "contact_method":
            return f"Prefers to be reached by {value['channel']}."
        case "special_request":
            return str(value["text"])


def _party(value: Mapping[str, Any]) -> str:
    """A party of theirs, without any amount of money."""
    guests = [f"{value['adults']} adults"]
    guests += [f"{value[kind]} {kind}" for kind in ("children", "toddlers") if value.get(kind)]
    said = [f"Had a party on {spoken(date.fromisoformat(str(value['day'])))} with {_list(guests)}"]
    said += [f"for a {value['event_type']}"] if value.get("event_type") else []
    said += [f"at {', '.join(str(value[key]) for key in ('location', 'zip') if value.get(key))}"]
    dishes = [f"{key}: {_list(value[name])}" for name, key in _ON_THE_TABLE.items() if value.get(name)]
    notes = [str(value["notes"])] if value.get("notes") else []
    return ". ".join([" ".join(said), *dishes, *notes]) + "."


_ON_THE_TABLE = {"proteins": "They had", "addons": "with extra", "dietary": "Diet or allergy"}


def _day(value: Mapping[str, Any]) -> str:
    day = date.fromisoformat(str(value["date"]))
    whose = f" of {value['name']}" if value.get("name") else ""
    return f"The {value['type']}{whose} is on {day:%B} {day.day}."


def _list(items: Any) -> str:
    words = [str(item).replace("_", " ") for item in items]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def spoken(day: date) -> str:
    """Saturday, June 13, 2026."""
    return f"{day:%A, %B} {day.day}, {day.year}"


OF_WORDS = 0.2
"""What the question's words in a passage count beside its nearness in meaning; see docs/evaluation.md."""
CERTAIN, RELEVANT = 0.45, 0.3
"""From where on a find is told, and from where on it is shown to a model that is to judge for itself."""
INTERCEPT, OF_COSINE = -2.62, 5.65
"""Fitted on the even half of the questions of evals/recall (a logistic regression). The question's words in a passage say
no more of whether it answers: they are mostly names, which many passages have."""


def certainty(*, cosine: float) -> float:
    """How likely a passage answers, 0..1; one without a vector (cosine 0) is never certain."""
    return 1 / (1 + exp(-(INTERCEPT + OF_COSINE * cosine))) if cosine else 0.0
