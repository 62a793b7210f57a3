"""The menu, and what is known of diets and allergens. Absence is never promised."""

from collections.abc import Iterator

from hibachi.kit.money import spoken
from hibachi.knowledge.rendering.passages import Passage, aside, plain, sentence
from hibachi.language.written import label, listed, plural
from hibachi.policies.schemas import Profile


def menu(profile: Profile) -> Iterator[Passage]:
    """What is on the grill, what comes with it, what is ours to bring and yours to have."""
    card = profile.menu
    things = listed([plain(item) for item in card.included])
    yield Passage(
        "included", "menu", "What is included?",
        (f"Every guest gets {plural(card.proteins_per_guest, 'protein')} with {things}. We bring the "
                "grill and all the food."),
        ("menu.included", "menu.proteins_per_guest"),
    )  # fmt: skip
    needed = [plain(item) for item in card.not_included if "alcohol" not in item]
    yield Passage(
        "not_included", "menu", "What do we have to provide?",
        f"Not included, so please have ready: {listed(needed)}.",
        ("menu.not_included",),
    )  # fmt: skip
    if any("table" in item or "chair" in item for item in needed):
        yield Passage(
            "tables", "menu", "Do you bring tables and chairs?",
            "Tables and chairs are yours to provide.",
            ("menu.not_included",),
        )  # fmt: skip
    proteins = listed([label(key) for key in card.included_proteins], "or")
    yield Passage(
        "proteins", "menu", "Which proteins can we choose?",
        f"Every guest chooses {card.proteins_per_guest} of {proteins}.",
        ("menu.included_proteins", "menu.proteins_per_guest"),
    )  # fmt: skip
    upgrades = listed([f"{label(key)} {spoken(price)}" for key, price in card.upgrades_per_person.items()])
    if upgrades:
        yield Passage(
            "upgrades", "menu", "What do the premium proteins cost?",
            f"Instead of one of the proteins, for each person: {upgrades}.",
            ("menu.upgrades_per_person",), (f"is {listed([label(key) for key in card.upgrades_per_person], 'or')} extra",),
        )  # fmt: skip
    addons = listed([f"{label(key)} {spoken(price)}" for key, price in card.addons_each.items()])
    if addons:
        yield Passage(
            "addons", "menu", "Which sides and starters can be added?",
            f"Each portion: {addons}.",
            ("menu.addons_each",), (f"can we get {listed([label(key) for key in card.addons_each], 'or')}",),
        )  # fmt: skip
    if any("sauce" in item for item in card.included):
        yield Passage(
            "sauces", "menu", "Which sauces are there?",
            f"{sentence(next(plain(item) for item in card.included if 'sauce' in item))[:-1]} are included.",
            ("menu.included",),
        )  # fmt: skip
    yield from _drinks(profile)
    if any("show" in item for item in card.included):
        yield Passage(
            "chef_show", "menu", "Is there a show?",
            "The chef's show is part of every party.",
            ("menu.included",),
        )  # fmt: skip


def _drinks(profile: Profile) -> Iterator[Passage]:
    sake = next((plain(item) for item in profile.menu.included if "sake" in item), None)
    drinks = next((item for item in profile.menu.not_included if "alcohol" in item), None)
    if drinks is not None:
        allowed = f"; {aside(drinks)}" if aside(drinks) else ""
        yield Passage(
            "alcohol", "menu", "Can we have alcohol?", f"{sentence(plain(drinks))[:-1]} is not included{allowed}.",
            ("menu.not_included",),
        )  # fmt: skip
    if sake:
        yield Passage(
            "sake", "menu", "Is sake included?",
            f"{sake[:1].upper()}{sake[1:]} is included.",
            ("menu.included",),
        )  # fmt: skip


def diets(profile: Profile) -> Iterator[Passage]:
    """Options by diet, what contains what, and what is not promised."""
    known = profile.dietary
    for key, cue, title in _DIETS:
        option = next((words for words in known.options if cue in words.casefold()), None)
        if option is not None:
            yield Passage(key, "dietary", title, f"There is an option: {option}.", ("dietary.options",))
    yield Passage(
        "nuts_pork", "dietary", "Do you cook with nuts or pork?",
        f"Not used: {listed([plain(item) for item in known.not_used])}. The kitchen is no allergen-free one.",
        ("dietary.not_used",),
    )  # fmt: skip
    for allergen, dishes in known.contains.items():
        name = label(allergen)
        yield Passage(
            _ALLERGENS.get(allergen, allergen), "dietary", f"Which dishes contain {name}?",
            f"{name[:1].upper()}{name[1:]}: {listed([label(dish) for dish in dishes])}.",
            (f"dietary.contains.{allergen}",), (f"{name} allergy, what should I avoid",),
        )  # fmt: skip
    for allergen, where in known.may_contain.items():
        yield Passage(
            allergen, "dietary", f"Is there {label(allergen)} in the food?",
            f"{label(allergen).capitalize()} may be in {where}.",
            (f"dietary.may_contain.{allergen}",), (f"{label(allergen)} allergy",),
        )  # fmt: skip
    yield Passage(
        "allergen_promise", "dietary", "Can you guarantee that there are no allergens?",
        f"We cannot promise {known.never_promise}",
        ("dietary.never_promise",),
    )  # fmt: skip
    yield Passage(
        "dietary_notice", "dietary", "When do we tell you about allergies and diets?",
        f"Tell us at least {plural(known.notice_hours, 'hour')} before the party.",
        ("dietary.notice_hours",),
    )  # fmt: skip


_DIETS = (
    ("vegetarian", "vegetarian", "Is there something for vegetarians?"),
    ("vegan", "vegan", "Is there something for vegans?"),
    ("gluten_free", "gluten", "Is there a gluten-free option?"),
    ("dairy_free", "dairy", "Is the food dairy-free?"),
    ("halal", "halal", "Is the food halal?"),
    ("kosher", "kosher", "Is the food kosher?"),
)
"""Passages of diets, each with the word by which the owner's options name it."""
_ALLERGENS = {"crustacean_shellfish": "shellfish"}
"""Allergens whose passages are known by another name."""
