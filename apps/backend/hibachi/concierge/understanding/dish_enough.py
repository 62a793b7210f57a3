"""So many of a dish are too many or too few: "6 gyoza is too many, 3 is enough" counts the dish anew, and nobody. Pure."""

from hibachi.concierge.understanding import dishes
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.policies.schemas import Profile

_JUDGED = re.compile(
    rf"\b(?P<old>{NUMBER}) (?:(?:orders?|portions?|plates?|servings?) of )?(?P<dish>[a-z][a-z -]{{2,24}}?) (?:(?:is|are|was|were|seems?|might be|would be|sounds?) )?"
    r"(?:(?:way |a bit |a little |maybe )?too (?:many|much|few|little)|(?:not|won'?t be|isn'?t|aren'?t|never be) (?:going to be |gonna be )?enough)(?: (?:for us|actually|i think|after all))?[,.;:! -]+"
    rf"(?:(?:i think|so|and|but|just|only|actually|rather|make it|make that|let'?s (?:do|say|make it)|we(?:'d| would)? (?:need|want|like|take)|better) )*(?P<new>{NUMBER})\b"
    r"(?: (?:is|are|will be|would be|will do|would do|should be)?(?: ?(?:enough|plenty|fine|better|good))?(?: then| instead)?)?(?! ?(?:people|guests|adults|kids|of us|more|pm|am))",
    re.I,
)


def counted_anew(text: str, profile: Profile) -> str:
    """The text with the new number beside the dish that it is of."""
    return _JUDGED.sub(lambda said: _anew(said, profile), text)


def _anew(said: re.Match[str], profile: Profile) -> str:
    known = dishes.foods(profile)
    if not any(word in known for word in said["dish"].lower().split()):
        return said.group()
    return f"{said['new']} {said['dish']} instead of {said['old']}"
