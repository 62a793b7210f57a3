"""What is asked about diets and allergens: the owner's facts of each, and what of the menu comes out of the sea."""

from hibachi.concierge.local import late_notes
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding import tastes
from hibachi.kit import lazy_re as re

SEA = ("fish", "crustacean_shellfish", "molluscs")
CHOSEN = frozenset({"vegetarian", "vegan", "pescatarian", "halal", "kosher", "keto", "pork", "oil"})
_ALLERGY = re.compile(
    r"\b(?:allerg|anaphyl|celiac|coeliac|cross|contamin|trace|safe|guarantee|promise|intoleran"
    r"|epi-?pen|medical|whole|entire|completely|totally|everything|doctor|hives|share[ds]?\b|separate"
    r"|same grill|reaction)\w*",
    re.I,
)
"""Where this is spoken of, that the grill is shared is said each time; else once in a conversation."""


def answer(known: Known, topic: str) -> None:
    """Answer what diets and allergens are asked for, or those that were spoken of just now."""
    if known.asked("shared_grill") and not known.frame.asked_diets:
        return
    asked = list(known.frame.asked_diets or known.dialogue.spoken_diets or _held_in(known))
    if known.changed("dietary") and not known.frame.question and known.next_party is None:
        known.say("noted", at=ANSWERED)
    medical = bool(_ALLERGY.search(known.frame.text))
    warned = not medical and ("dietary" in known.dialogue.answered or _is_preference(known, asked))
    if "pescatarian" in asked:
        _of_the_sea(known)
        eaters = {"fish", *(() if _VEGETARIAN.search(known.frame.text) else ("vegetarian",))}
        asked = [one for one in asked if one not in eaters]
    elif asked and _FROM_THE_SEA.issuperset(asked) and _WHAT_SEAFOOD.search(known.frame.text) and not medical:
        _of_the_sea(known, menu_only=True)
        return
    late, words = late_notes.diet_is_late(known), _WORRY.sub("", known.frame.text)
    facts, told = known.need("dietary_facts", asked=asked), known.changed("dietary")
    known.say("dietary", at=ANSWERED, asked=asked, facts=facts, warned=warned, told=told, late=late, words=words)


_WORRY = re.compile(
    r"[\s,.!-]*\b(?:is|will|would|could) (?:that|this"
    r"|it)(?: be)? (?:(?:too|really|super|a|an|very) )*(?:bad|ok(?:ay)?|problem|issue|big deal|fine"
    r"|alright|all right|trouble|worry)\b[^?]{0,15}\?*\W*$",
    re.I,
)
""" "Is that bad?" behind an allergy asks of no dish."""


def _held_in(known: Known) -> list[str]:
    """The allergens of the owner's lists that a dish stands for: "allergic to shrimp" asks for all that holds the same."""
    if not _ALLERGY.search(known.frame.text):
        return []
    lists = known.profile.dietary.contains
    return [kind for kind, dishes in lists.items() if set(known.frame.mentioned) & set(dishes)]


_VEGETARIAN = re.compile(r"\bveg(?:etarian|gie|\b)", re.I)
""" "Only eats fish, no meat" is one way of eating, and no vegetarian one beside it."""
_FROM_THE_SEA = frozenset({"fish", "shellfish", "seafood"})
_WHAT_SEAFOOD = re.compile(
    r"\b(?:what|which)(?: (?:kinds?|types?|sorts?) of| other)? (?:sea ?food|fish"
    r"|shell ?fish)(?: (?:dishes|options|choices|proteins?))?\b[^.?!\n]{0,12}\b(?:do|does|is|are|can"
    r"|have|you|u|there)\b|\bwhat (?:have|do) you (?:have|got)?[^.?!\n]{0,12}\b(?:in|of|for"
    r"|as) (?:sea ?food|fish)\b",
    re.I,
)
""" "What fish do you have?": the menu, no allergen."""


def _is_preference(known: Known, asked: list[str]) -> bool:
    """Whether nobody's health is spoken of: a way of eating by choice or belief, or what somebody does not care for."""
    return bool(asked) and (set(asked) <= CHOSEN or tastes.dislikes(known.frame.text))


def _of_the_sea(known: Known, *, menu_only: bool = False) -> None:
    """What of the menu is fish or seafood by the owner's own lists, and tofu: for those who eat no other meat."""
    menu, contains = known.need("get_menu")["menu"], known.profile.dietary.contains
    sea = {key for kind in SEA for key in contains.get(kind, ())}
    known.say("pescatarian", at=ANSWERED, menu=menu, sea=sorted(sea), menu_only=menu_only)
