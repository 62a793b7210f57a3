"""Words about food: the menu, and diets and allergens. What is present is said; that something is absent never is promised."""

from typing import Any

from hibachi.concierge.local.wording.formats import label, listed, money, plain
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should

Data = dict[str, Any]


@says("menu")
def menu(voice: Voice, data: Data) -> Parts:
    card = data["menu"]
    upgrades = listed([f"{label(key)} {money(price)}" for key, price in card["upgrades_per_person"].items()])
    addons = listed([f"{label(key)} {money(price)}" for key, price in card["addons_each"].items()])
    parts: Parts = []
    if data.get("addons_only"):
        return [must(voice.pick(f"You can add {addons}, each.", f"Add-ons: {addons}."))]
    if not data.get("upgrades_only"):
        proteins = listed([label(key) for key in card["included_proteins"]], "or")
        parts.append(
            must(
                voice.pick(
                    f"Each guest picks {card['proteins_per_guest']} proteins: {proteins}.",
                    f"Everyone chooses {card['proteins_per_guest']} proteins from {proteins}.",
                )
            )
        )
        if not voice.brief:
            parts.append(should(f"Included are {listed([plain(item) for item in card['included']])}."))
    parts.append(must(voice.pick(f"Upgrades per person: {upgrades}.", f"Upgrades, per person: {upgrades}.")))
    parts.append(
        (must if data.get("upgrades_only") else should)(
            voice.pick(f"Add-ons: {addons}.", f"Add-ons to share are {addons}.")
        )
    )
    return parts


@says("dietary")
def dietary(voice: Voice, data: Data) -> Parts:
    facts = data["facts"]
    found = facts.get("facts", [])[:4]
    parts: Parts = _options(voice, found)
    for fact in found:
        parts += _from_the_sea(voice) if fact["asked"] == "pescatarian" and not fact.get("options") else _one(fact)
    if not parts:
        parts.append(
            must(
                voice.pick(
                    "Our chefs are used to all kinds of diets. Which ones do your guests have?",
                    "Sure, which diets or allergies should the chef know about?",
                )
            )
        )
    if data.get("warned"):
        return parts
    parts.append(
        should(
            voice.pick(
                "The grill, tools and oil are shared, so we can't promise an allergen-free kitchen.",
                "Please keep in mind that grill, tools and oil are shared, so we can't promise an allergen-free kitchen.",
            )
        )
    )
    if facts.get("notice_hours"):
        parts.append(
            may(
                voice.pick(
                    f"Please tell us {facts['notice_hours']} hours ahead.",
                    f"Just let us know {facts['notice_hours']} hours before the party.",
                )
            )
        )
    return parts


def _options(voice: Voice, found: list[Data]) -> Parts:
    """What is possible, of everything that was asked, in one sentence."""
    options = list(dict.fromkeys(plain(option) for fact in found for option in _possible(fact)))
    if "tofu" in voice.profile.menu.included_proteins:
        options = ["vegetarian, with tofu, rice and vegetables" if one == "vegetarian" else one for one in options]
    unused = list(dict.fromkeys(plain(item) for fact in found for item in fact.get("not_used", [])))
    parts: Parts = []
    if options:
        parts.append(
            must(
                voice.pick(
                    f"Yes, no problem: {listed(options)}.",
                    f"Of course, we can do {listed(options)}.",
                    f"Yes, that's possible: {listed(options)}.",
                )
            )
        )
    if unused:
        parts.append(
            must(
                voice.pick(
                    f"We don't cook with {listed(unused, 'or')}.", f"There's no {listed(unused, 'or')} in our cooking."
                )
            )
        )
    return parts


_SEA = ("fish", "shellfish", "mollusc")
"""What the names of allergens that swim hold."""


def _from_the_sea(voice: Voice) -> Parts:
    """What somebody eats who has fish and seafood but no meat: from the owner's own lists."""
    menu, contains = voice.profile.menu, voice.profile.dietary.contains
    swims = {dish for key, dishes in contains.items() if any(word in key for word in _SEA) for dish in dishes}
    included = [key for key in menu.included_proteins if key in swims or key == "tofu"]
    upgrades = [key for key in menu.upgrades_per_person if key in swims]
    if not included and not upgrades:
        return []
    said = [f"{listed([label(key) for key in included])} are included" if included else "", f"{listed([label(key) for key in upgrades])} are upgrades" if upgrades else ""]  # fmt: skip
    return [must(f"For pescatarians {' and '.join(filter(None, said))}.")]


def _possible(fact: Data) -> list[str]:
    """What can be done about what was asked; for an ingredient only what names it ("egg" is no question for vegan food)."""
    options = [str(option) for option in fact.get("options", [])]
    if not fact.get("contained_in"):
        return options
    return [option for option in options if option.startswith(str(fact["asked"])[:5])]


def _one(fact: Data) -> Parts:
    parts: Parts = []
    for key, dishes in list((fact.get("contained_in") or {}).items())[:2]:
        parts.append(must(f"These contain {label(key)}: {listed([label(dish) for dish in dishes])}."))
    for key, where in list((fact.get("may_be_in") or {}).items())[:1]:
        parts.append(must(f"{key[:1].upper() + key[1:]} may be in our {plain(where)}."))
    if not parts and not fact.get("options") and not fact.get("not_used"):
        parts.append(must(f"About {fact['asked']} I have nothing on record, so I'd rather not promise anything."))
    return parts
