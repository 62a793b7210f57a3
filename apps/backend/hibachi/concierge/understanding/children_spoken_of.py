"""Children whose price was asked before and who are counted in now: "ten adults plus my daughter", "and him". Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_COUNTED = r"\b(?:adults?|grown[- ]?ups?|people|of us|guests|friends),? (?:and|plus|\+|&|with)"
_AND_HIM = re.compile(
    rf"{_COUNTED} (?:him|her|them|he|she"
    r"|the (?:little (?:one|guy|man|girl)|kid|baby|boy|girl|toddler))\b(?! (?:mom|dad|sister|brother"
    r"|husband|wife|family|friend))"
)
""" "Eleven adults and him": the child whose price was asked before."""
_AND_MINE = re.compile(
    rf"{_COUNTED} (?:(?:just|only|also) )?(?:my|our|the|that|this|his|her) (?:little |one "
    r"|tiny )?(?:son|daughter|boy|girl|kid|child|baby|toddler|nephew|niece"
    r"|grand ?(?:son|daughter|kid|child))\b(?!'s|s\b| (?:who|\(|is|aged?|,? ?\d))"
)

_KIDS_AND_HER = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:kids?|children|boys|girls),? (?:and|plus|\+|&|with) (?:him|her)\b(?! [a-z]+)"
)
""" "9 adults 2 kids and her": one more child than those two."""
_AND_THOSE = re.compile(
    r"\b(?:adults?|grown[- ]?ups?|people|of us|guests"
    r"|friends),? (?:(?:and|plus|with|\+|&) )?(?:(?P<two>(?:those|these|the) two\b"
    r"|both (?:of them|kids|children)|them both|the two of them)"
    r"|(?P<three>(?:those|these|the) three\b|all three\b)"
    r"|(?:those|these|the same) (?:kids|children|ones|little ones)\b|them\b)"
)
""" "Eleven adults, those two": all whose price was asked, where that is how many there are."""


def counted_in(guests: GuestWords, folded: str, dialogue: Dialogue) -> GuestWords:
    """The guests of a message with the ages of those children that were only spoken of before."""
    ages = dialogue.spoken_ages
    beside, children = _KIDS_AND_HER.search(folded), guests.children
    if beside and children is not None and children == to_int(beside["n"]):
        aged = guests.ages or ages
        more = {"children": children + 1, "ages": aged, "ages_alone": False}
        return guests.model_copy(update=more) if 0 < len(aged) <= children + 1 else guests
    if not ages or not guests.stated or guests.ages:
        return guests
    if guests.children == len(ages) == 1 and _AND_MINE.search(folded):
        return guests.model_copy(update={"ages": ages})
    if guests.children or not (_AND_HIM.search(folded) or _are_those(folded, len(ages))):
        return guests
    return guests.model_copy(update={"ages": ages, "ages_alone": True, "toddlers": None})


def _are_those(folded: str, many: int) -> bool:
    """Whether children are counted by a pronoun for as many as were spoken of."""
    said = _AND_THOSE.search(folded)
    number = 2 if said and said["two"] else 3 if said and said["three"] else many
    return said is not None and number == many > 1
