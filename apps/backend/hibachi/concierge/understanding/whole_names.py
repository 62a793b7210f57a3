"""The whole name of who was known by the first one: "Ken Watanabe", "last name Watanabe" of Ken. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.names import clean_name
from hibachi.language.slips import is_english
from hibachi.language.tagging import known_names

_LAST_NAME = re.compile(
    r"\b(?:last|sur|family) ?name(?:'?s| is|:)?(?: spelled| spelt)? (?P<last>[^\W\d_][\w'’-]+)", re.I
)
_ALONE = re.compile(r"^\W*(?P<last>[A-ZÀ-Þ][\w'’-]+)\W*$")
MOST_WORDS = 3
"""Words of a person's name, the first one included."""


def told_now(text: str, dialogue: Dialogue) -> str | None:
    """The whole name, where a message tells it of somebody who gave only the first one."""
    first = dialogue.name
    if first is None or " " in first:
        return None
    if whole := nothing_else(text, first):
        return whole
    last = _LAST_NAME.search(text) or _alone(text, dialogue)
    if last is None:
        return _behind_the_first(text, first)
    surname = clean_name(last["last"])
    return f"{first} {surname}" if surname and surname.lower() != first.lower() else None


def _alone(text: str, dialogue: Dialogue) -> re.Match[str] | None:
    """A family name by itself, while the party is summed up."""
    alone = _ALONE.match(text) if dialogue.pending is not None else None
    return alone if alone and alone["last"].lower() in known_names() else None


def nothing_else(text: str, first: str | None) -> str | None:
    """ "Deshawn Price", of Deshawn: two words that are nothing but his name, though one is a word of ours."""
    words = text.strip(" .!,").split()
    if first is None or " " in first:
        return None
    twice = len(words) == 2 and words[0].lower() == first.lower() and words[1][:1].isupper() and words[1].isalpha()
    return f"{first} {words[1]}" if twice else None


def _behind_the_first(text: str, first: str) -> str | None:
    words = text.split()
    for at, word in enumerate(words[:-1]):
        if word.lower() != first.lower():
            continue
        name = clean_name(" ".join(words[at : at + MOST_WORDS])) or ""
        surnames = name.split()[1:]
        written = [one.strip(".,!?;:") for one in words[at + 1 : at + 1 + len(surnames)]]
        if surnames and all(map(_is_surname, written)):
            return name
    return None


def _is_surname(word: str) -> bool:
    return word[:1].isupper() or word in known_names() or not is_english(word)
