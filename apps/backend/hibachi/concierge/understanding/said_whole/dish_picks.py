"""A dish named alone after another ("the filet then for those 5", "filet it is"), or for so many ("only six of us then"). Pure."""

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.following import remarks
from hibachi.concierge.understanding.schemas import Dialogue, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import GLAD, OPENERS
from hibachi.policies.schemas import Profile

_LEAD = (
    rf"\W*(?:(?:{OPENERS}|{GLAD}|ouch|no|nah|yeah|yes|let'?s|lets|we'?ll|i'?ll|do|go with|just|maybe|guess"
    r"|i guess|make (?:it|them|that|those))\W+)*"
)
_OF_THOSE = (
    rf"(?: for| on)? (?:(?:those|these|the same|the|them|all)(?: same)? (?P<n>{NUMBER})|those|these|them"
    r"|(?:those|these|the same) (?:people|guys|folks|guests|ones))(?: (?:of (?:us|them)|people|guys"
    r"|guests|adults))?"
)
_THEN = r"(?: (?:then|instead|please|pls|it is|it'?ll be|will do|it will be))*"
_PRICE = (
    rf"(?:[\s,.!?]*(?:(?:{OPENERS}|back to) )*(?:(?:what|what'?s|how much|whats|the|new|is|total|price"
    r"|cost|it|that|now|comes?|to|then|be|would|does)\b[ ,?]*)*)"
)
_REST = rf"[^\w@]*(?P<rest>{_PRICE})\W*"
_FOR_THEM = re.compile(rf"{_LEAD}(?:the )?@{_THEN}{_OF_THOSE}{_THEN}{_REST}")
_PICKED = re.compile(
    rf"{_LEAD}(?:the )?@ (?:it is|it'?ll be|it will be|then|wins|it'?s gonna be"
    rf"|is the winner)(?: (?:then|lol|haha))*{_REST}"
)
_SO_MANY = re.compile(
    rf"{_LEAD}(?:(?:only|just|for|if|what if|maybe|say)\W+)*(?P<n>{NUMBER})(?: of (?:us|them)| people"
    r"| guests| adults)?(?: (?:then|do (?:it|that)|get (?:it|that|one)|want (?:it|that|one)|instead"
    r"|please|pls|will do|is enough))*(?:[\s,]+(?:then|how much|please))*\W*"
)


def whole(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """What such a message wishes, with the dish that it comes for."""
    said = remarks.without(folded)
    if put := in_words(folded, dialogue, profile):
        return put
    return _extra_for(said, dialogue) or _in_place(said, dialogue, profile) or _so_many_of_it(said, dialogue, profile)


def in_words(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """A dish that was supposed before and is put in now, or cut in half, with its number."""
    return _put_in(folded, dialogue, profile) or _halved(folded, dialogue, profile)


_PUT_IN = re.compile(
    r"\b(?:put|add|throw|leave|keep|include) (?:the |that |those )?@(?: tails?)?(?: (?:back )?in"
    r"| on(?: it| there)?| to (?:it|that)| too)(?=\W|$)"
)
_IN_HALF = re.compile(
    r"\b(?:(?:cut|split|slice|reduce) (?:the |our |those )?@ (?:in half|by half|in two|down by half)"
    r"|halve (?:the |our |those )?@|(?:only |just )?half (?:of )?(?:the|those) @)(?=\W|$)"
)


def _put_in(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """ "Put the lobster in", of the number that was supposed before: "what if i did lobster for all"."""
    for span, key in dishes.named(folded, profile):
        if key is None:
            continue
        marked = f"{folded[: span.start]}@{folded[span.end :]}"
        supposed = next((one for one in reversed(dialogue.variants) if key in {**one.upgrades, **one.addons}), None)
        told = _PUT_IN.search(marked)
        if (
            told is None
            or supposed is None
            or key is None
            or key in {**dialogue.party.upgrades, **dialogue.party.addons}
        ):
            continue
        number = {**supposed.upgrades, **supposed.addons}[key]
        return f"{marked[: told.start()]}add {number} {key.replace('_', ' ')}{marked[told.end() :]}"
    return None


def _halved(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """ "Cut the gyoza in half", of an even number that is planned."""
    had = {**dialogue.party.upgrades, **dialogue.party.addons}
    for span, key in dishes.named(folded, profile):
        marked = f"{folded[: span.start]}@{folded[span.end :]}"
        told = _IN_HALF.search(marked)
        number = had.get(key or "", 0)
        if told is not None and number and number % 2 == 0:
            name = span.text
            return f"{marked[: told.start()]}make the {name} {number // 2}{marked[told.end() :]}"
    return None


_FOR_ALL = re.compile(
    rf"{_LEAD}(?:for )?(?:every ?one|every ?body|all of us|all|the whole group"
    r"|us all)(?: (?:then|please|pls|of us|gets? (?:it|that|one)))*\W*"
)
_OF_IT = re.compile(
    rf"{_LEAD}(?P<n>{NUMBER})(?: (?:of (?:them|those|it)|orders?|portions?|please|pls|then|sounds good"
    r"|is good|is fine))*\W*"
)


_HOW_MUCH_MORE = re.compile(
    rf"{_LEAD}how much (?:more|extra)(?: (?:is (?:it|that)|would (?:it|that) be|for (?:it|that)))*\W*"
)


def _so_many_of_it(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """ "Ok 3" right after what a dish costs: so many of it; "ok everyone" too."""
    key, party = dialogue.just_dish, dialogue.party
    costs = {**profile.menu.upgrades_per_person, **profile.menu.addons_each}
    if key not in costs or not dialogue.quoted or dialogue.offered or dialogue.just_guests:
        return None
    if key in {**party.upgrades, **party.addons, **party.extra_proteins} or "how_many" in dialogue.expecting:
        return None
    if "variant" in dialogue.expecting:
        return None
    name = key.replace("_", " ")
    if _HOW_MUCH_MORE.fullmatch(folded):
        return f"how much is {name}"
    if _FOR_ALL.fullmatch(folded):
        return f"{name} for everyone"
    told = _OF_IT.fullmatch(folded)
    return f"{told['n']} {name}" if told else None


def _extra_for(folded: str, dialogue: Dialogue) -> str | None:
    """ "Only six of us then" right after a third protein: so many portions, no smaller party."""
    if dialogue.spoken_dish is not None or not (dialogue.spoken_extra or _supposed_extra(dialogue)):
        return None
    told = _SO_MANY.fullmatch(folded)
    return f"{told['n']} of us get a third protein, how much is that" if told else None


def _supposed_extra(dialogue: Dialogue) -> bool:
    last = dialogue.variants[-1] if "variant" in dialogue.expecting and dialogue.variants else None
    return last is not None and last.extra_proteins != dialogue.party.extra_proteins and bool(last.extra_proteins)


def _in_place(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """ "The filet then for those 5" after five lobster tails: in their place, not beside them."""
    named = dishes.named(folded, profile)
    upgrades = _upgrades(dialogue)
    if not dialogue.quoted or len(named) != 1 or len(upgrades) != 1:
        return None
    (span, key), (other, number) = named[0], next(iter(upgrades.items()))
    if key == other or key not in profile.menu.upgrades_per_person:
        return None
    marked = f"{folded[: span.start]}@{folded[span.end :]}"
    told = _FOR_THEM.fullmatch(marked) or _PICKED.fullmatch(marked)
    if told is None or (told.groupdict().get("n") and to_int(told["n"]) != number):
        return None
    asks = ". what's the total?" if told["rest"].strip() else ""
    return f"{key.replace('_', ' ')} instead of the {other.replace('_', ' ')}{asks}"


def _upgrades(dialogue: Dialogue) -> dict[str, int]:
    """The upgrades of the party that was priced last."""
    supposed = "variant" in dialogue.expecting and dialogue.variants
    party: PartyState = dialogue.variants[-1] if supposed else dialogue.party
    return party.upgrades
