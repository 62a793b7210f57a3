"""So many of a dish are too many or too few: "6 gyoza is too many, 3 is enough" counts the dish anew, and nobody. Pure."""

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

_JUDGED = re.compile(
    rf"\b(?P<old>{NUMBER}) (?:(?:orders?|portions?|plates?"
    rf"|servings?) of )?(?:(?P<dish>[a-z][a-z -]{{2,24}}?) )??(?:(?:is|are|was|were|seems?|might be"
    r"|would be|sounds?) )?"
    r"(?:(?:way |a bit |a little |maybe )?too (?:many|much|few|little)"
    r"|(?:not|won'?t be|isn'?t|aren'?t|never be) (?:going to be |gonna be )?enough)(?: (?:for us"
    r"|actually|i think|after all))?[,.;:! -]+"
    r"(?:(?:i think|so|and|but|just|only|actually|rather|make it|make that|let'?s (?:do|say|make it)"
    rf"|we(?:'d| would)? (?:need|want|like|take)|better) )*(?P<new>{NUMBER})\b"
    r"(?: (?:is|are|will be|would be|will do|would do"
    r"|should be)?(?: ?(?:enough|plenty|fine|better|good))?(?: then| instead)?)?(?! ?(?:people|guests"
    r"|adults|kids|of us|more|pm|am))",
    re.I,
)


def counted_anew(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The text with the new number beside the dish that it is of."""
    return _JUDGED.sub(lambda said: _anew(said, dialogue, profile), text)


def _anew(said: re.Match[str], dialogue: Dialogue, profile: Profile) -> str:
    named = said["dish"] or _of_so_many(to_int(said["old"].lower()), dialogue)
    known = dishes.foods(profile)
    if not any(word in known for word in named.lower().split()):
        return said.group()
    return f"{said['new']} {named} instead of {said['old']}"


def _of_so_many(count: int | None, dialogue: Dialogue) -> str:
    """The dish of which a party has just so many, where no more than one is: "4 is too many actually, 2 is enough"."""
    party = dialogue.party
    ordered = [key for shelf in (party.upgrades, party.addons) for key, many in shelf.items() if many == count]
    return ordered[0].replace("_", " ") if len(ordered) == 1 and count != party.adults else ""
