"""What a reply says of allergens and diets is what the profile knows; absence is never guaranteed."""

from collections.abc import Iterator

from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.text import NEGATION, Part, clauses, negated, pieces
from hibachi.kit import lazy_re as re
from hibachi.policies.schemas import Dietary

_ALLERGENS: dict[str, str] = {
    "crustacean_shellfish": r"shellfish|crustaceans?|crab",
    "molluscs": r"moll?us[ck]s?|shellfish",
    "fish": r"(?<!shell)fish",
    "egg": r"eggs?",
    "wheat": r"wheat|gluten",
    "soy": r"soy(?!a? sauce)|soya(?! sauce)|soybeans?",
    "celery": r"celery",
    "sesame": r"sesame",
    "corn": r"corn",
    "sulphites": r"sulphites|sulfites",
    "peanuts": r"peanuts?|nuts?(?! allerg)",
    "tree nuts": r"tree nuts?|nuts?(?! allerg)|almonds?|cashews?|walnuts?|pecans?",
    "pork": r"pork|bacon|ham",
    "dairy butter": r"dairy|milk|butter|cheese|lactose|cream",
    "alcohol": r"alcohol|mirin|wine",
}
_NEVER = re.compile(
    r"\b(?:(?:allergen|allergy|nut|peanut|shellfish|fish|egg|soy|sesame|seafood)[- ]free|safe(?:ly)?"
    r"|guarantee[ds]?|100 ?%|zero risk|no risk|risk[- ]free|no cross[- ]contamination|certified"
    r"|separate (?:grill|tools|kitchen|oil)|no traces?|trace[- ]free|completely free of"
    r"|won't (?:have|cause) (?:a|any) (?:reaction|problem|issue)s?|nothing to worry"
    r"|don't (?:need to )?worry|cross[- ]contamination (?:is|isn't) (?:not )?(?:a|an|possible)\b)"
)
_DIET_WORD = re.compile(
    r"\b(?:allerg\w*|diet\w*|nuts?|peanuts?|shellfish|gluten|dairy|eggs?|soy|vegan|vegetarian|halal"
    r"|kosher|celiac|coeliac|sesame|fish|eat|food|kitchen|reaction|grill|contamination|epipen"
    r"|intoleran\w*|him|her|them)\b"
)
_ABSENT = re.compile(
    r"\b(?:(?:contains?|has|have|uses?|used|cook with|in our kitchen|includes?) (?:no|zero"
    r"|absolutely no|none of)|free (?:of|from)"
    r"|(?:do not|don't|does not|doesn't|never|not|are not|aren't|isn't|is not) (?:cook with "
    r"|cooked with |use[ds]? |using |contain |have |include |serve |made with |add |put )(?:any )?"
    r"|(?:there's|there is|there are|we have|with|has) no|^\s*no|not used|none)\b"
)
_PRESENT = re.compile(
    r"\b(?:contains?|containing|has|have|made with|includes?|uses?|used in|(?:is|are) (?:in|a|an)?"
    r"|there's|comes with|with)\b"
)
_CLAIM = re.compile(
    r"\b(?P<what>vegan|vegetarian|gluten[- ]free|dairy[- ]free|egg[- ]free|halal|kosher|pork[- ]free"
    r"|lactose[- ]free|wheat[- ]free)\b"
)
_MEAT = {
    "chicken",
    "steak",
    "ny strip",
    "ny_strip_steak",
    "shrimp",
    "calamari",
    "salmon",
    "scallops",
    "filet mignon",
    "lobster",
    "beef",
}


def check_dietary(ground: Ground) -> None:
    """Refuse guarantees, wrong allergens, absences that are not known, and diets that a dish does not fit."""
    for part in ground.sentences:
        for match in _NEVER.finditer(part.text):
            if _is_guarantee(part, match):
                ground.refuse(
                    "allergen",
                    part.start + match.start(),
                    part.start + match.end(),
                    "never promise safety or absence: grill, tools and oil are shared",
                )
        for clause in clauses(part):
            _absence(ground, clause)
            for piece in pieces(clause):
                _presence(ground, piece)
            _diets(ground, part, clause)


def _is_guarantee(part: Part, match: re.Match[str]) -> bool:
    text, words = part.text, match.group()
    if words.startswith(
        ("safe", "guarantee", "100", "don't", "nothing", "certified", "separate", "zero", "no risk")
    ) and not _DIET_WORD.search(text):
        return words.startswith("guarantee") and not negated(text, match.start(), reach=60)
    if re.search(r"\b(?:feet|clearance|flammable|distance|ventilat\w*)\b", text):
        return False
    if words.startswith("don't") and re.search(r"\b(?:use|cook)\b", text[match.end() : match.end() + 12]):
        return False
    return (
        not negated(text, match.start(), reach=70)
        and not re.search(r"\bnot\b", words)
        and not (part.asks and "safe" not in words)
    )


def _named(text: str) -> Iterator[tuple[str, int, int]]:
    for name, words in _ALLERGENS.items():
        for match in re.finditer(rf"(?<![\w-])(?:{words})(?![\w]|-free)", text):
            yield name, match.start(), match.end()


def _absence(ground: Ground, clause: Part) -> None:
    """ "We don't use peanuts" is known; "no sesame in it" is not."""
    if clause.asks:
        return
    for match in _ABSENT.finditer(clause.text):
        if re.search(
            r"\b(?:can't|cannot|couldn't|if|whether|not (?:mean|guarantee|promise))\b", clause.text[: match.start()]
        ):
            continue
        scope = re.split(r"\b(?:but|so|because|since|which|that|contains?)\b|[.;]", clause.text[match.end() :])[0]
        for name, start, end in _named(scope):
            if not _unused(ground.profile.dietary, name, scope[start:end]):
                at = clause.start + match.start()
                ground.refuse(
                    "allergen",
                    at,
                    clause.start + match.end() + end,
                    "absence of this is not known; say what contains it, and that nothing is guaranteed",
                )
                break


def _unused(dietary: Dietary, name: str, words: str) -> bool:
    listed = " | ".join(dietary.not_used).lower()
    if name == "dairy butter":
        return "dairy" in listed
    if name == "alcohol":
        return False
    return name in listed or (words.startswith("nut") and "peanuts" in listed and "tree nuts" in listed)


def _dishes(dietary: Dietary) -> dict[str, set[str]]:
    """Every dish that the profile names, with the allergens known in it."""
    found: dict[str, set[str]] = {}
    for allergen, dishes in dietary.contains.items():
        for dish in dishes:
            found.setdefault(dish.replace("_", " "), set()).add(allergen)
    return found


def _presence(ground: Ground, piece: Part) -> None:
    if piece.asks or not _PRESENT.search(piece.text) or NEGATION.search(piece.text):
        return
    dietary = ground.profile.dietary
    dishes = _dishes(dietary)
    named = {dish for dish in _all_dishes(ground, dishes) if _names(piece.text, dish)}
    claimed = {(name, piece.text[start:end]) for name, start, end in _named(piece.text)}
    if (
        not named
        or not claimed
        or re.search(r"\b(?:allerg\w*|if|for|can|on request|may|might|instead|substitut\w*|option)\b", piece.text)
    ):
        return
    for dish in named:
        known = dishes.get(dish, set())
        for name, words in claimed:
            others = {other for other, text in claimed if text == words}
            if not (others & known) and not _may(dietary, name):
                ground.refuse("allergen", piece.start, piece.end, f"the facts do not say that {dish} contains {words}")
                return


def _all_dishes(ground: Ground, known: dict[str, set[str]]) -> set[str]:
    menu = ground.profile.menu
    keys = [*menu.included_proteins, *menu.upgrades_per_person, *menu.addons_each]
    return {key.replace("_", " ") for key in keys} | set(known)


def _names(text: str, dish: str) -> bool:
    short = {
        "lobster tail": "lobster(?: tails?)?",
        "fried rice": "fried rice",
        "ny strip steak": "(?:ny strip )?steaks?",
        "yakisoba noodles": "(?:yakisoba )?noodles|yakisoba",
    }
    pattern = short.get(dish, re.escape(dish.rstrip("s")) + "s?")
    return bool(re.search(rf"(?<![\w-])(?:{pattern})(?!\w)", text))


def _may(dietary: Dietary, name: str) -> bool:
    return name in dietary.may_contain


def _diets(ground: Ground, part: Part, clause: Part) -> None:
    """ "The fried rice is vegan" is wrong; "we have vegan options" is right."""
    for match in _CLAIM.finditer(clause.text):
        if clause.asks or negated(clause.text, match.start()):
            continue
        what = match["what"].replace(" ", "-")
        wrong = _wrong_diet(ground, clause.text, match, what)
        if wrong:
            ground.refuse("diet", clause.start, clause.end, wrong)


def _wrong_diet(ground: Ground, text: str, match: re.Match[str], what: str) -> str | None:
    options = " | ".join(ground.profile.dietary.options).lower()
    if what in ("halal", "kosher") and re.search(r"\bcertified\b", text) and not NEGATION.search(text):
        return "nothing is certified"
    if re.search(
        r"\b(?:everything|all (?:of )?(?:our|the)|entire|whole|completely|fully|totally|always|100) ?(?:\w+ ){0,3}$",
        text[: match.start()],
    ):
        return "the facts give this as an option, not of everything"
    if what in ("egg-free", "wheat-free", "pork-free") or (what not in options and what.split("-")[0] not in options):
        return "absence of this is not known"
    known = {
        "vegan": {"egg", "fish", "crustacean_shellfish", "molluscs"},
        "vegetarian": {"fish", "crustacean_shellfish", "molluscs"},
        "gluten-free": {"wheat"},
    }.get(what, set())
    after = text[match.end() : match.end() + 24]
    subject = re.split(r"\b(?:with|and|or|plus|for)\b", text[: match.start()])[-1]
    if re.match(r"\s(?:soy sauce|tamari)", after) or not re.search(r"\b(?:is|are|'s|'re|comes)\b", subject):
        if what == "gluten-free" and re.match(
            r"\s(?!soy sauce|option|need|diet|guest|request|soy|tamari|eat|friend|one|arrange|,|\.|$)", after
        ):
            return "only the soy sauce is gluten-free, on request"
        return None
    for dish, allergens in _dishes(ground.profile.dietary).items():
        if _names(subject, dish) and allergens & known and "without" not in text:
            return f"{dish} is not {what} by the facts"
    if what in ("vegan", "vegetarian") and any(re.search(rf"\b{meat}\b", subject) for meat in _MEAT):
        return f"this dish is not {what}"
    return None
