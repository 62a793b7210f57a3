"""So many of a dish are too many or too few: "6 gyoza is too many, 3 is enough" counts the dish anew, and nobody. Pure."""

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

_TOO_MANY = (
    r"(?:(?:is|are|was|were|seems?|might be|would be|sounds?) )?"
    r"(?:(?:way |a bit |a little |maybe )?too (?:many|much|few|little)|(?:not|won'?t be|isn'?t|aren'?t|never be) (?:going to be |gonna be )?enough)(?: (?:for us|actually|i think|after all))?[,.;:! -]+"
    rf"(?:(?:i think|so|and|but|just|only|actually|rather|make it|make that|let'?s (?:do|say|make it)|we(?:'d| would)? (?:need|want|like|take)|better) )*(?P<new>{NUMBER})\b"
    r"(?: (?:is|are|will be|would be|will do|would do|should be)?(?: ?(?:enough|plenty|fine|better|good))?(?: then| instead)?)?(?! ?(?:people|guests|adults|kids|of us|more|pm|am))"
)
_JUDGED = re.compile(
    rf"\b(?P<old>{NUMBER}) (?:(?:orders?|portions?|plates?|servings?) of )?(?P<dish>[a-z][a-z -]{{2,24}}?) {_TOO_MANY}",
    re.I,
)
_UNNAMED = re.compile(rf"\b(?P<old>{NUMBER}) {_TOO_MANY}", re.I)
""" "4 is too many, 2 is enough"."""


def counted_anew(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The text with the new number beside the dish that it is of, named or the one that is ordered so often."""
    text = _JUDGED.sub(lambda said: _anew(said, profile), text)
    return _UNNAMED.sub(lambda said: _of_the_ordered(said, dialogue), text)


def _of_the_ordered(said: re.Match[str], dialogue: Dialogue) -> str:
    ordered = {**dialogue.party.upgrades, **dialogue.party.addons}
    so_many = [key for key, count in ordered.items() if count == to_int(said["old"].lower())]
    if len(so_many) != 1:
        return said.group()
    return f"{said['new']} {so_many[0].replace('_', ' ')} instead of {said['old']}"


def _anew(said: re.Match[str], profile: Profile) -> str:
    known = dishes.foods(profile)
    if not any(word in known for word in said["dish"].lower().split()):
        return said.group()
    return f"{said['new']} {said['dish']} instead of {said['old']}"
