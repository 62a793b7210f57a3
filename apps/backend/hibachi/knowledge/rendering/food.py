"""The menu, and what is known of diets and allergens. Absence is never promised."""

from collections.abc import Iterator

from hibachi.kit.money import spoken
from hibachi.knowledge.rendering.passages import Passage, label, listed, plain, sentence
from hibachi.policies.schemas import Profile


def menu(profile: Profile) -> Iterator[Passage]:
    """What is on the grill, what comes with it, what is ours to bring and yours to have."""
    card = profile.menu
    things = listed([plain(item) for item in card.included])
    yield Passage(
        "included", "menu", "What is included?",
        f"Every guest gets {card.proteins_per_guest} proteins with {things}. We bring the grill and all the food.",
        ("what comes with the meal or plate", "is rice, salad and vegetables part of it", "what do we get for the price", "do you bring the equipment and ingredients"),
        ("menu.included", "menu.proteins_per_guest"),
    )  # fmt: skip
    needed = [plain(item) for item in card.not_included if "alcohol" not in item]
    yield Passage(
        "not_included", "menu", "What do we have to provide?",
        f"Not included, so please have ready: {listed(needed)}.",
        ("plates, forks, cups, napkins and silverware", "do you bring dishes", "what should I buy or prepare myself", "what is not covered"),
        ("menu.not_included",),
    )  # fmt: skip
    if any("table" in item or "chair" in item for item in needed):
        yield Passage(
            "tables", "menu", "Do you bring tables and chairs?",
            "Tables and chairs are yours to provide.",
            ("who supplies the seating and furniture", "rent chairs"),
            ("menu.not_included",),
        )  # fmt: skip
    proteins = listed([label(key) for key in card.included_proteins], "or")
    yield Passage(
        "proteins", "menu", "Which proteins can we choose?",
        f"Every guest chooses {card.proteins_per_guest} of {proteins}.",
        ("what meats and seafood can each person pick", "can everybody order differently", "main dishes on the standard menu", "steak and shrimp together"),
        ("menu.included_proteins", "menu.proteins_per_guest"),
    )  # fmt: skip
    upgrades = listed([f"{label(key)} {spoken(price)}" for key, price in card.upgrades_per_person.items()])
    if upgrades:
        yield Passage(
            "upgrades", "menu", "What do the premium proteins cost?",
            f"Instead of one of the proteins, for each person: {upgrades}.",
            (f"is {listed([label(key) for key in card.upgrades_per_person], 'or')} extra", "upgrade to luxury options", "how much more for the better meat or fish"),
            ("menu.upgrades_per_person",),
        )  # fmt: skip
    addons = listed([f"{label(key)} {spoken(price)}" for key, price in card.addons_each.items()])
    if addons:
        yield Passage(
            "addons", "menu", "Which sides and starters can be added?",
            f"Each portion: {addons}.",
            ("appetizers", f"can we get {listed([label(key) for key in card.addons_each], 'or')}", "noodles and dumplings price", "more side dishes for everybody"),
            ("menu.addons_each",),
        )  # fmt: skip
    if any("sauce" in item for item in card.included):
        yield Passage(
            "sauces", "menu", "Which sauces are there?",
            f"{sentence(next(plain(item) for item in card.included if 'sauce' in item))[:-1]} are included.",
            ("yum yum sauce, white sauce or ginger sauce", "dressing for the salad"),
            ("menu.included",),
        )  # fmt: skip
    yield from _drinks(profile)
    if any("show" in item for item in card.included):
        yield Passage(
            "chef_show", "menu", "Is there a show?",
            "The chef's show is part of every party.",
            ("onion volcano, tricks and flames", "entertainment that is fun for kids", "does the chef perform"),
            ("menu.included",),
        )  # fmt: skip


def _drinks(profile: Profile) -> Iterator[Passage]:
    sake = next((plain(item) for item in profile.menu.included if "sake" in item), None)
    if any("alcohol" in item for item in profile.menu.not_included):
        yield Passage(
            "alcohol", "menu", "Can we have alcohol?",
            "Other alcohol is not included; guests may bring their own." if sake else "Alcohol is not included; guests may bring their own.",
            ("bring our own beer or wine", "do you serve cocktails and drinks", "byob"),
            ("menu.not_included",),
        )  # fmt: skip
    if sake:
        yield Passage(
            "sake", "menu", "Is sake included?",
            f"{sake[:1].upper()}{sake[1:]} is included.",
            ("how old must one be for sake shots", "do we get rice wine"),
            ("menu.included",),
        )  # fmt: skip


def diets(profile: Profile) -> Iterator[Passage]:
    """Options by diet, what contains what, and what is not promised."""
    known = profile.dietary
    for key, cue, title, asks in _DIETS:
        option = next((words for words in known.options if cue in words.casefold()), None)
        if option is not None:
            yield Passage(key, "dietary", title, f"There is an option: {option}.", asks, ("dietary.options",))
    yield Passage(
        "nuts_pork", "dietary", "Do you cook with nuts or pork?",
        f"Not used: {listed([plain(item) for item in known.not_used])}. The kitchen is no allergen-free one.",
        ("peanuts, almonds, cashews or other nuts", "bacon, ham or pork in the food", "ingredients that you never use"),
        ("dietary.not_used",),
    )  # fmt: skip
    for allergen, dishes in known.contains.items():
        name = label(allergen)
        yield Passage(
            _ALLERGENS.get(allergen, allergen), "dietary", f"Which dishes contain {name}?",
            f"{name[:1].upper()}{name[1:]}: {listed([label(dish) for dish in dishes])}.",
            (f"{name} allergy, what should I avoid", *_ALLERGEN_ASKS.get(allergen, ())),
            (f"dietary.contains.{allergen}",),
        )  # fmt: skip
    for allergen, where in known.may_contain.items():
        yield Passage(
            allergen, "dietary", f"Is there {label(allergen)} in the food?",
            f"{label(allergen).capitalize()} may be in {where}.",
            (f"{label(allergen)} allergy",),
            (f"dietary.may_contain.{allergen}",),
        )  # fmt: skip
    yield Passage(
        "allergen_promise", "dietary", "Can you guarantee that there are no allergens?",
        f"We cannot promise {known.never_promise}",
        ("cross contamination on a shared grill", "is it completely safe for a severe or deadly allergy", "are the tools cleaned between dishes"),
        ("dietary.never_promise",),
    )  # fmt: skip
    yield Passage(
        "dietary_notice", "dietary", "When do we tell you about allergies and diets?",
        f"Tell us at least {known.notice_hours} hours before the party.",
        ("how early do you need to know food restrictions", "deadline for dietary requirements"),
        ("dietary.notice_hours",),
    )  # fmt: skip


_DIETS = (
    ("vegetarian", "vegetarian", "Is there something for vegetarians?", ("guests who eat no meat", "plant based meal")),
    ("vegan", "vegan", "Is there something for vegans?", ("no animal products at all", "plant-based guests")),
    ("gluten_free", "gluten", "Is there a gluten-free option?", ("celiac disease and soy sauce", "GF sauce", "guest who avoids gluten")),
    ("dairy_free", "dairy", "Is the food dairy-free?", ("butter, milk or cheese in the rice", "lactose intolerant")),
    ("halal", "halal", "Is the food halal?", ("zabiha meat for Muslim guests",)),
    ("kosher", "kosher", "Is the food kosher?", ("Jewish guests who keep kosher",)),
)  # fmt: skip
_ALLERGENS = {"crustacean_shellfish": "shellfish"}
"""Allergens whose passages are known by another name."""
_ALLERGEN_ASKS = {
    "crustacean_shellfish": ("shellfish, shrimp or lobster",),
    "egg": ("are there eggs in the rice or noodles",),
    "wheat": ("flour or wheat in the sauces",),
    "soy": ("soya in everything", "soybean allergy"),
    "fish": ("does something contain fish",),
}
