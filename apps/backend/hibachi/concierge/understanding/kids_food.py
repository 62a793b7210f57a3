"""What a child is given to eat: "does the 3 yr old get a plate too", "what do the little ones eat", "is his food included". Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold

ACT = "asks_kids_food"
_AGED = (
    rf"(?:(?:(?P<other>{NUMBER}) ?(?:,|and|&|n) )?(?P<age>{NUMBER})[- ]?(?:years?|yrs?|y/?o|yo)\b(?:[- ]?olds?)?(?:'?s)?"
    rf"|(?P<months>{NUMBER})[- ]?(?:months?|mos?)\b(?:[- ]?olds?)?(?:'?s)?)"
)
_SMALL = r"(?:toddlers?|bab(?:y|ies|ys)|infants?|(?:lil|little) (?:ones?|guys?|girls?|boys?|man|kids?)|tots?)(?:'?s)?"
_KIDS = r"(?:kids?|kiddos?|child(?:ren)?|sons?|daughters?|grandkids?|grandsons?|granddaughters?|nieces?|nephews?|boys?|girls?)(?:'?s)?"
_BELOW = (
    rf"(?: (?:(?:who|that) (?:are|is) )?(?:under|below) (?P<below>{NUMBER})"
    rf"| (?:of |aged )?(?P<upto>{NUMBER}) (?:and|or) (?:under|younger))?"
)
_WHO = (
    r"(?:(?:the|my|our|his|her|their|a|an|those|youngest|other|small|young) )*"
    rf"(?:{_AGED}|{_SMALL}|{_KIDS}{_BELOW})"
)
_THEY = r"(?P<they>he|she|they|him|her|them|his|hers?|their)"
_FOOD = (
    r"(?:food|plates?|meals?|dinner|proteins?|portions?|rice|anything|something|smth\w*"
    r"|(?:a |the )?(?:same|own) (?:food|thing|meal|plate|stuff))"
)
_GET = r"(?:get|gets|eat|eats|have|has|receive|gonna (?:get|eat|have))"
_FED = r"(?:be(?:ing)? (?:served|fed|given)|served|fed)"
_PATTERNS = tuple(
    re.compile(pattern)
    for who in (_WHO, _THEY)
    for pattern in (
        rf"\bwha?t(?:'?s| (?:food|kind of food|proteins?))?\b[^.?!\n]{{0,8}}\b(?:do|does|will|would|can|could|is|are)? ?{who} (?:also |actually )?(?:{_GET}|{_FED})\b",
        rf"\bwhat(?:'?s| is) (?:there )?(?:for|in it for) {who}\b[^.?!\n]{{0,6}}\beat\b",
        rf"\b(?:do|does|will|would|is|are) {who} (?:also |even |still )?(?:{_GET}|{_FED}|gonna eat)(?: (?:a|an|any|some|the|his|her|their|own|full))* ?{_FOOD}?\b",
        rf"\b{who} (?:own )?(?:food|meals?|plates?|dinner|portions?)(?: is| are)? (?:included|extra|separate|free|covered)\b",
        rf"\b(?:is|are) {who} (?:own )?(?:food|meals?|plates?|dinner|portions?)\b[^.?!\n]{{0,8}}\b(?:included|extra|separate|free|covered|part of)\b",
        rf"\b(?:do|should|must|can|have to|need to)\b[^.?!\n]{{0,6}}\b(?:i|we) (?:have to |need to )?(?:order|bring|pack|make|get|pay)\b[^.?!\n]{{0,12}}\b(?:food|meal|{_FOOD}) (?:else )?for {who}\b",
        rf"\b(?:is|are) (?:the |there )?(?:any )?{_FOOD} (?:there )?for {who}(?: to eat|\b[^.?!\n]{{0,12}}\b(?:included|extra|separate|free))?",
        rf"\b(?:can|could|may|do|does|will) {who} (?:also |still |get to )?(?:pick|choose|get|have|order)(?: (?:a|his|her|their|own|from|the|all|two|2))* proteins?\b",
        rf"\border {who} (?:something|smth\w*|anything|food|a meal)\b",
        rf"\bhow many proteins (?:do|does|will|for) {who}\b",
    )
)
_HAS_TOLD = re.compile(r"\b(?:coming|come|comes|joins?|joining|bring(?:ing)? (?:my|our|his|her|the|a)|add|plus)\b")
_CROCKERY = re.compile(r"\b(?:bring|provide|supply|own|need|have|paper|plastic|real)\b[^.?!\n]{0,12}\bplates?\b")
_OF_IT = frozenset({"children", "menu", "choose", "included", "needs", "price", "balance"})
_NO_NAMES = frozenset({"get", "eat", "have"})


def told(frame: Frame, dialogue: Dialogue, *, own: bool) -> Frame:
    """The frame of who asks what a child is given, with the ages of whom it is asked. own: a party stands, whose guests are counted."""
    folded = fold(frame.text)
    found = next((match for one in _PATTERNS if (match := one.search(folded))), None)
    if found is None or _CROCKERY.search(folded) or "injection" in frame.acts:
        return frame
    ages = _ages(folded, frame, dialogue, pronoun=bool(found.groupdict().get("they")))
    if ages is None:
        return frame
    only = own and not _HAS_TOLD.search(folded)
    return frame.model_copy(update={
        "topics": ("children", *(one for one in frame.topics if one not in _OF_IT or _is_money(folded, one))),
        "acts": (*frame.acts, ACT), "unknown": (), "ages_asked": ages,
        "guests": GuestWords() if only else frame.guests,
        "name": None if (frame.name or "").lower() in _NO_NAMES else frame.name,
    })  # fmt: skip


def _is_money(folded: str, topic: str) -> bool:
    return (
        topic in ("price", "balance")
        and re.search(r"\b(?:total|how much|price|owe|left to pay|balance)\b", folded) is not None
    )


def _ages(folded: str, frame: Frame, dialogue: Dialogue, *, pronoun: bool) -> tuple[int, ...] | None:
    """The ages that are asked about; none where children of any age are meant, None where it is not known that it is a child."""
    told = [(to_int(one["age"]) if one["age"] else 0) for one in re.finditer(_AGED, folded)]
    told += [to_int(one["other"]) for one in re.finditer(_AGED, folded) if one["other"]]
    told += [_below(one) for one in re.finditer(_KIDS + _BELOW, folded) if one["below"] or one["upto"]]
    told += [0] * bool(re.search(rf"\b{_SMALL}\b", folded))
    told += [*frame.guests.ages]
    ages = tuple(dict.fromkeys(age for age in told if age is not None))
    if ages or re.search(rf"\b{_KIDS}\b", folded):
        return ages
    just = dialogue.answered[-1:] == ("children",) and dialogue.spoken_ages
    return tuple(dialogue.spoken_ages) if pronoun and just else None


def _below(one: re.Match[str]) -> int | None:
    below, upto = to_int(one["below"] or ""), to_int(one["upto"] or "")
    return max(below - 1, 0) if below else upto
