"""Diets and allergens that people name, by one word each: "vegan", "peanuts", "gluten"."""

from hibachi.kit import lazy_re as re
from hibachi.kit import once

DIETS: tuple[tuple[str, str], ...] = (
    (
        "vegetarian",
        (
            r"(?<!not )(?<!not a )(?<!n't )vegetarians?"
            r"|veggie(?= (?:options?|guests?|lovers?|eaters?|friendly|person|people|plates?|meals?"
            r"|for (?:the|my|our|one|two|three|him|her|\d+)))"
            r"|(?:just|only) (?:the |some )?(?:veggies|vegetables|veg)\b|no meat"
            r"|not (?:a |much of a |really a )?meat[- ]eaters?\b|doesn'?t eat meat|don'?t eat meat"
        ),
    ),
    ("vegan", r"vegans?|plant[- ]based"),
    (
        "pescatarian",
        (
            r"pesc[ae]t[ae]rians?|(?:only|just) (?:eats?|does|do|has|have|wants?|likes?) (?:fish|sea ?food)"
            r"|(?:eats?|does|do|has|have|wants?|likes?) (?:only|just) (?:fish|sea ?food)"
            r"|(?:eats?|does|do|has|have|wants?) (?:fish|sea ?food) only"
            r"|eats? (?:fish|seafood) (?:but|and) (?:no|not|doesn'?t eat|don'?t eat) (?:other )?meat"
        ),
    ),
    (
        "gluten",
        (
            r"gluten(?:[- ]?free)?|celiac|coeliac|wheat"
            r"|gf(?= (?:options?|menu|food|stuff|friendly|people|guests?|version|soy|sauce|ppl))"
        ),
    ),
    ("halal", r"halal|muslims?"),
    ("kosher", r"kosher"),
    ("dairy", r"dairy(?:[- ]?free)?|lactose(?: intoleran\w+)?|milk|butter"),
    (
        "nuts",
        (
            r"(?<!it's )(?<!that's )(?<!thats )(?<!drives me )(?<!going )(?<!go "
            r")(?:tree[- ]?)?nuts?(?:[- ]?free)?|cashews?|almonds?|walnuts?|pecans?"
        ),
    ),
    ("peanuts", r"peanuts?|peanut oil"),
    ("shellfish", r"shell ?fish|mollus[ck]s?|crustaceans?|sea ?food"),
    ("fish", r"fish(?! ?(?:sauce|market))|sea ?food"),
    ("egg", r"eggs?"),
    ("soy", r"soy(?:a)?(?! sauce)"),
    ("sesame", r"sesame"),
    ("pork", r"pork"),
    ("corn", r"corn\b"),
    ("celery", r"celery"),
    ("sulphites", r"sul(?:ph|f)ites?"),
    ("msg", r"msg(?! (?:me|us|you|u|him|her|them|my|our|your|the (?:team|chef|host)|when|if|back|again|later)\b)"),
    (
        "oil",
        (
            r"(?:cooking|frying|canola|vegetable|olive|seed|sunflower|palm|rapeseed|avocado|soybean|sesame"
            r"|corn|peanut|coconut) oils?|(?:what|which)(?: kinds?(?: of)?| types?(?: of)?"
            r"| sorts?(?: of)?)? oils?|oils? (?:do|does|is used|are used|goes|on the grill)"
            r"|(?:cook|fry|grill|frying|cooking)(?:ed|ing)? (?:\w+ ){0,3}(?:with|in) (?:an? |any |the )?oil"
        ),
    ),
    ("keto", r"keto|low[- ]carb"),
    (
        "alcohol",
        (
            r"(?:cook(?:ed|ing|s)?|made|marinated|prepared?) (?:it |anything |the \w+ |everything )?(?:with"
            r"|in) (?:any )?(?:alcohol|wine|sake|mirin|liquor)"
            r"|(?:alcohol|wine|sake|mirin|liquor|booze) (?:is |are )?(?:used )?(?:in"
            r"|inside) (?:(?:the|your|any|ur|that|of) ){1,2}(?:\w+ )?(?:sauces?|food|teriyaki|marinades?|rice"
            r"|dish(?:es)?|cooking|meat|recipes?|dressing)"
        ),
    ),
)
_DIET = tuple((name, re.compile(rf"\b(?:{pattern})\b", re.I)) for name, pattern in DIETS)


_OF_THE_SEA = re.compile(
    r"\b(?:only|just) (?:\w+ )?(?:fish|sea ?food)\b(?! allerg)"
    r"|\b(?:eats?|does|do|has|have|wants?|likes?) (?:only|just) (?:fish|sea ?food)\b"
    r"|\b(?:eats?|does|do|has|have|wants?) (?:fish|sea ?food) only\b",
    re.I,
)
""" "She only does fish/seafood": what she eats, no allergen."""


@once.only
def diets(text: str) -> tuple[str, ...]:
    """Diets and allergens that are named, in the order of naming."""
    hits = [(match.start(), name) for name, pattern in _DIET if (match := pattern.search(text))]
    if any(name == "pescatarian" for _, name in hits) and _OF_THE_SEA.search(text):
        hits = [(at, name) for at, name in hits if name not in ("fish", "shellfish")]
    return tuple(name for _, name in sorted(hits))


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where diets and allergens are named."""
    return [match.span() for _, pattern in _DIET for match in pattern.finditer(text)]
