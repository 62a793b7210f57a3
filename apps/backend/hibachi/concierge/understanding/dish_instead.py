"""One dish for those who were to have another: "ouch ok. the filet then for those 5" takes the lobster's place. Pure."""

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language import eaters
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

_FOR_THEM = re.compile(
    rf"\b(?:for|to) (?:(?:those|these|the same|the|all|only|just) )*(?:(?P<n>{NUMBER})\b|them\b"
    r"|those\b|both\b|(?:people|guests|ones)\b)",
    re.I,
)
_THEN = re.compile(r"\b(?:then|instead|rather|in that case|better)\b", re.I)
_MORE = re.compile(r"\b(?:also|too|as well|add|plus|another|more|both|besides|other|rest)\b", re.I)


def named(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The text with the dish that goes named, where the guests of the only one that was wished get another."""
    had = dialogue.party.upgrades
    if len(had) != 1 or not _THEN.search(text) or _MORE.search(text):
        return text
    ((old, number),) = had.items()
    said = {key for _, key in dishes.named(text, profile)}
    who = _FOR_THEM.search(text)
    if who is None or old in said or len(said & set(profile.menu.upgrades_per_person)) != 1:
        return text
    same = who["n"] is None or to_int(who["n"].lower()) == number
    return (
        f"{number} of us get {_dish(text, profile)} instead of the {old.replace('_', ' ')}" if same and number else text
    )


def _dish(text: str, profile: Profile) -> str:
    return next(span.text for span, key in dishes.named(text, profile) if key in profile.menu.upgrades_per_person)


_GETS = (
    r"(?:(?:who|she|he|they|and|which|that|is|are|will|would|ll|d|s|rather|really|prefers?|wants?|gets?|has|have|having|getting"
    r"|(?:hates?|dislikes|does(?:n'?t| not) (?:like|eat|want)|can'?t (?:eat|have))(?: (?:it|that|fish|seafood|beef|steak))?|takes?|taking|likes?|loves?|to|be|go|goes|going|with|for|just|needs?|do|does|a|an|the|would like)\W+)"
)
_WHO = rf"(?:(?:the |my |our )?(?P<n>{NUMBER})(?: (?:people|ppl|guests?|adults?|of (?:us|them)|others?))?|(?P<who>{eaters.PERSONS}))"
_BUT_FOR = re.compile(
    rf"(?:^|\b)(?:except|but|besides|other than|apart from|only|all but)(?: for| that)? {_WHO}\W+{_GETS}*$", re.I
)
""" "Except my mom, she wants", "but 2 of us would rather have"."""
_WISHES = re.compile(rf"(?:^|(?<=[ ,.!?])){_WHO} {_GETS}+$", re.I)
_INSTEAD = re.compile(r"^(?: upgrades?)?\W+(?:instead|rather)\b", re.I)
_NOT_THAT = re.compile(r"^\W+(?:and )?(?:not|no|instead of|rather than|in place of) (?:the |that |a )?$", re.I)
_FOR_THAT_ONE = re.compile(r"^ (?:for|to) (?:her|him|them|that one|those)\b", re.I)


def but_some(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """ "Except my mom, she wants salmon" once all have the filet: so many of those portions are another dish."""
    had = dialogue.party.upgrades
    if len(had) != 1 or dialogue.booked is not None:
        return text
    ((old, number),) = had.items()
    said = [(span, key) for span, key in dishes.named(text, profile) if key]
    new = next((one for one in said if one[1] != old), None)
    if new is None or new[1] in profile.menu.addons_each or len({key for _, key in said} - {old}) != 1:
        return text
    before, behind = text[: new[0].start], text[new[0].end :]
    told = _BUT_FOR.search(before)
    rest = next((span for span, key in said if key == old and span.start > new[0].end), None)
    away = rest is not None and _NOT_THAT.match(text[new[0].end : rest.start])
    if told is None and (_INSTEAD.match(behind) or away):
        told = _WISHES.search(before)
    many = _how_many(told) if told else 0
    if told is None or _THE_OTHERS.search(text[: told.start()]):
        return text
    if not 0 < many < number or (_OF_ALL.match(told[0]) and number < _all_of(dialogue)):
        return text
    end = rest.end if away and rest is not None else new[0].end
    tail = _FOR_THAT_ONE.sub("", _INSTEAD.sub("", text[end:]))
    return f"{text[: told.start()]}make {many if many > 1 else 'one'} of them {new[0].text}{tail}"


_THE_OTHERS = re.compile(r"\b(?:every(?:one|body)|all(?: of us)?|the rest)\W*$", re.I)
""" "Everyone except two wants filet": the others have it."""
_OF_ALL = re.compile(r"\W*(?:but|only)\b", re.I)
""" "But my mom wants salmon": she is one of those who were to have the other only where all were."""


def _all_of(dialogue: Dialogue) -> int:
    party = dialogue.party
    return sum(number or 0 for number in (party.adults, party.unsplit, party.children))


def _how_many(told: re.Match[str]) -> int:
    return (to_int(told["n"].lower()) or 0) if told["n"] else eaters.how_many(told["who"])


_IN_PLACE = re.compile(r"\W+(?:instead of|in place of|rather than|not) (?:the |that |those |our |my )?$", re.I)
_GO_WITH = re.compile(r"\b(?:go(?:ing)? (?:with|for)|do|take|have|make it|make that) (?:the )?$", re.I)
_OPENS = re.compile(r"^\W*(?:(?:actually|wait|oh|hm+|ok(?:ay)?|well|no|sorry)\W+)+", re.I)
_AFTER_IT = re.compile(r"^\W*(?:then|instead|rather)\b", re.I)


def swapped(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """ "What would it be if it's filet instead of the lobster", "go with filet then" while lobster waits for a yes: one for the other."""
    pending = dialogue.pending
    if pending is None or pending.kind != "change":
        return text
    shelves = (pending.arguments.get(slot) or {} for slot in ("protein_selections", "addons"))
    waits = {key for shelf in shelves for key in shelf}
    said = [(span, key) for span, key in dishes.named(text, profile) if key]
    if len(said) == 2 and said[1][1] in waits and said[0][1] not in waits:
        (new, _), (old, _) = said
        if _IN_PLACE.fullmatch(text[new.end : old.start]):
            return f"{_OPENS.sub('', text[: new.start])}swap the {old.text} for {new.text}{text[old.end :]}"
    upgrades = waits & set(profile.menu.upgrades_per_person)
    if len(said) == 1 and len(upgrades) == 1 and said[0][1] not in waits:
        new = said[0][0]
        lead = _GO_WITH.search(text[: new.start])
        if lead and said[0][1] in profile.menu.upgrades_per_person and _AFTER_IT.match(text[new.end :]):
            old_name = next(iter(upgrades)).replace("_", " ")
            rest = re.sub(rf"^\W*(?:then|instead|rather)\b,? ?(?:{NUMBER}\b)?", "", text[new.end :])
            return f"{text[: lead.start()]}swap the {old_name} for {new.text}{rest}"
    return text
