"""Words about food: the menu, and diets and allergens. What is present is said; that something is absent never is promised."""

from typing import Any

from hibachi.concierge.local.wording.formats import label, listed, money, plain
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should

Data = dict[str, Any]


@says("menu")
def menu(voice: Voice, data: Data) -> Parts:
    card = data["menu"]
    upgrades = listed([f"{label(key)} +{money(price)}" for key, price in card["upgrades_per_person"].items()])
    addons = listed([f"{label(key)} {money(price)}" for key, price in card["addons_each"].items()])
    parts = []
    if not data.get("upgrades_only"):
        proteins = listed([label(key) for key in card["included_proteins"]], "or")
        parts.append(must(voice.pick(f"Each guest picks {card['proteins_per_guest']} proteins: {proteins}.", f"Everyone chooses {card['proteins_per_guest']} proteins from {proteins}.")))
        if not voice.brief:
            parts.append(should(f"Included are {listed([plain(item) for item in card['included']])}."))
    parts.append(must(voice.pick(f"Upgrades per person: {upgrades}.", f"You can upgrade to {upgrades} a person.")))
    parts.append((must if data.get("upgrades_only") else should)(voice.pick(f"Add-ons: {addons}.", f"Add-ons to share are {addons}.")))
    return parts


@says("dietary")
def dietary(voice: Voice, data: Data) -> Parts:
    facts = data["facts"]
    parts: Parts = []
    for fact in facts.get("facts", [])[:3]:
        parts += _one(voice, fact)
    if not parts:
        parts.append(must(voice.pick("Our chefs are used to all kinds of diets. Which ones do your guests have?", "Sure, which diets or allergies should the chef know about?")))
    parts.append(should(voice.pick("The grill, tools and oil are shared, so we can't promise an allergen-free kitchen.", "Please keep in mind that grill, tools and oil are shared, so nothing is ever allergen-free.")))
    if facts.get("notice_hours"):
        parts.append(may(f"Please tell us {facts['notice_hours']} hours ahead."))
    return parts


def _one(voice: Voice, fact: Data) -> Parts:
    asked = str(fact["asked"])
    parts: Parts = []
    options = [plain(option) for option in fact.get("options", [])]
    if options:
        parts.append(must(voice.pick(f"Yes, we can do {listed(options)}.", f"Of course: {listed(options)} is possible.")))
    if fact.get("not_used"):
        unused = listed([plain(item) for item in fact["not_used"]], "or")
        parts.append(must(voice.pick(f"We don't cook with {unused}.", f"No {unused} in our recipes.")))
    contained = fact.get("contained_in") or {}
    for key, dishes in list(contained.items())[:2]:
        named = listed([label(dish) for dish in dishes])
        parts.append(must(f"{label(key)[:1].upper() + label(key)[1:]} is in our {named}."))
    for key, where in list((fact.get("may_be_in") or {}).items())[:1]:
        parts.append(must(f"{key[:1].upper() + key[1:]} may be in our {plain(where)}."))
    if not parts:
        parts.append(must(f"About {asked} I have nothing on record, so I'd rather not promise anything."))
    return parts
