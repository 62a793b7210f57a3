"""Words about food: the menu, and diets and allergens. What is present is said; that something is absent never is promised."""

from typing import Any

from hibachi.concierge.local.wording.formats import label, listed, money, plain
from hibachi.concierge.local.wording.voice import Part, Parts, Voice, may, must, says, should
from hibachi.concierge.understanding import eaten_by_diet
from hibachi.kit import lazy_re as re
from hibachi.language.openers import ASKING

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
    if data.get("upgrades_only"):
        parts.append(should(f"An extra protein is {money(card['extra_protein'])} a portion."))
    return parts


@says("pescatarian")
def pescatarian(voice: Voice, data: Data) -> Parts:
    """What of the menu comes out of the sea, with what it costs more; and tofu."""
    card, sea = data["menu"], set(data["sea"])
    only = data.get("menu_only")
    own = listed([label(key) for key in card["included_proteins"] if key in sea or (key == "tofu" and not only)])
    more = listed([f"{label(key)} ({money(price)} more)" for key, price in card["upgrades_per_person"].items() if key in sea])  # fmt: skip
    if only:
        return [must(f"From the sea we have {own}, and as an upgrade {more}.")]
    return [must(f"Pescatarians can choose {own}, or upgrade to {more}."), should("The grill, tools and oil are shared with meat.")]  # fmt: skip


@says("dietary")
def dietary(voice: Voice, data: Data) -> Parts:
    facts = data["facts"]
    late = bool(data.get("late"))
    found = [fact for fact in facts.get("facts", []) if fact["asked"] != "pescatarian" or fact.get("options")][:4]
    found = [{**fact, "options": []} for fact in found if not late or _holds(fact)] if late else found
    if not found and facts.get("facts"):
        return []
    words = str(data.get("words", "")).lower()
    eaten, has = _eaten(voice, found, words), any(_has_it(str(fact["asked"]), words) for fact in found)
    made = [*(_named(found, words) if eaten and has else []), *eaten] or _as_it_is(voice, found, words)
    rest = [fact for fact in found if not (made and _is_told(voice, fact, words))]
    only_told = data.get("told") and not _ASKS_SO.search(words)
    named = [] if made or only_told or _without(voice, found, words) else _named(found, words)
    parts: Parts = [*made, *([] if made else _without(voice, found, words) or named), *(_options(voice, rest, words, after=bool(named), made=bool(made)) if rest else [])]  # fmt: skip
    for fact in found:
        told = (named and _is_all_named(fact, words)) or (made and _is_told(voice, fact, words))
        parts += [] if told else _also(fact, words) if named else _one(fact)
    if not parts and data.get("told") and "allerg" in words:
        parts.append(must(SEVERE))
    if not parts and not late:
        parts.append(
            must(
                voice.pick(
                    "Our chefs are used to all kinds of diets. Which ones do your guests have?",
                    "Sure, which diets or allergies should the chef know about?",
                )
            )
        )
    if not data.get("warned") and (parts or not late):
        parts.append(_shared(voice))
    if data.get("told") and "allerg" in words and not voice.heard(SEVERE):
        parts.append(should(SEVERE))
    only_left_out = all(fact.get("not_used") and not fact.get("options") for fact in found) and bool(found)
    if (
        facts.get("notice_hours")
        and not only_left_out
        and not data.get("told")
        and not late
        and not (made and data.get("warned"))
    ):
        parts.append(
            may(
                voice.pick(
                    f"Please tell us {facts['notice_hours']} hours ahead.",
                    f"Just let us know {facts['notice_hours']} hours before the party.",
                )
            )
        )
    return parts


@says("contents")
def contents(voice: Voice, data: Data) -> Parts:
    """Only what is known to contain, or may contain, what was asked about."""
    found = [fact for fact in data["facts"].get("facts", []) if fact.get("contained_in") or fact.get("may_be_in")]
    return [part for fact in found for part in _one(fact)]


def _holds(fact: Data) -> bool:
    """Whether what is known of it is more than what can be done with enough notice."""
    return bool(fact.get("contained_in") or fact.get("may_be_in") or fact.get("not_used"))


SEVERE = "If it's a severe allergy, please tell me: a person from our team looks at that first."
_ASKS_SO = re.compile(rf"\?|(?:^|[.,;!\n])\W*(?:(?:and|so|but)\W+)?(?:{ASKING})\b")
_BUT_NOT = re.compile(r" \((not \w+)\)")
""" "Kosher-friendly (not certified)" is said as one says it."""


def _shared(voice: Voice) -> Part:
    return should(
        voice.pick(
            "The grill, tools and oil are shared, so we can't promise an allergen-free kitchen.",
            "Please keep in mind that grill, tools and oil are shared, so we can't promise an allergen-free kitchen.",
        )
    )


_NOTE = re.compile(r" \((?:to be )?ask(?:ed)?\b[^)]*\)")
""" "halal with 48 hours notice (asked for at booking)": the owner's word to the staff, none to a customer."""
_INSTEAD = re.compile(r"(?P<what>[^(]+?) \((?P<how>[^)]+)\)")
""" "Dairy butter (dairy-free butter is used)": what is used instead is a sentence of its own."""


def _asks_for(how: str, words: str) -> bool:
    """ "Do you cook with canola oil?": what is used instead is itself asked for."""
    named = how.rsplit(" is ", 1)[0].lower()
    return named in words and _WITHOUT_IT.search(words) is None


_WITHOUT_IT = re.compile(r"\b(?:what|which|allergic|allergy|no|not|without)\b")


def _options(voice: Voice, found: list[Data], words: str, *, after: bool, made: bool) -> Parts:
    """What is possible, of everything that was asked, in one sentence; after: behind a yes or no, made: behind a plate."""
    of_use = _OF_USE.search(words) is not None
    in_it = of_use or _ANY_IN.search(words) is not None
    eaten = found if not in_it or any(not fact.get("not_used") for fact in found) else []
    said = (_BUT_NOT.sub(r", but \1", _NOTE.sub("", plain(option))) for fact in eaten for option in _possible(fact))
    options = list(dict.fromkeys(said))
    if "tofu" in voice.profile.menu.included_proteins:
        options = ["vegetarian, with tofu, rice and vegetables" if one == "vegetarian" else one for one in options]
    unused = list(dict.fromkeys(plain(item) for fact in found for item in fact.get("not_used", [])))
    parts: Parts = _certified(voice, options, words)
    if options and after and not parts:
        parts.append(must(f"What we can do is {listed(options)}."))
    elif options and not parts and (lead := _not_all(found, words)):
        parts.append(must(f"{lead}, but we can do {listed(options)}."))
    elif options and not parts:
        parts.append(
            must(
                voice.pick(
                    f"Yes, we can do {listed(options)}.",
                    f"Of course, we can do {listed(options)}.",
                    f"Yes, that's possible: {listed(options)}.",
                )
            )
        )
    noted = [_INSTEAD.fullmatch(one) for one in unused]
    if used := [match["how"] for match in noted if match and _asks_for(match["how"], words)]:
        return [*parts, *(must(f"Yes, {how}.") for how in used)]
    if _WHICH_OIL.search(words) and (which := [match["how"] for match in noted if match]):
        return [*parts, *(must(f"{how[:1].upper()}{how[1:]}.") for how in which)]
    bare = [match["what"] if match else one for match, one in zip(noted, unused, strict=True)]
    if (oil := _OIL.search(words)) and not any(oil["which"] in one for one in bare):
        bare = [one for one in bare if "oil" not in one]
        unused = unused if bare else []
        parts += [
            must(f"{match['how'][:1].upper()}{match['how'][1:]}.")
            for match in noted
            if match and "oil" in match["how"].lower()
        ]
    if unused and of_use and not options and not made:
        parts.append(must(f"No, we don't cook with {listed(bare, 'or')}."))
        parts += [must(f"{match['how'][:1].upper()}{match['how'][1:]}.") for match in noted if match]
    elif unused:
        parts.append(
            must(
                voice.pick(
                    f"We don't cook with {listed(bare, 'or')}.", f"There's no {listed(bare, 'or')} in our cooking."
                )
            )
        )
        parts += [must(f"{match['how'][:1].upper()}{match['how'][1:]}.") for match in noted if match]
    return parts


_ANY_IN = re.compile(r"\bany [a-z]+ in (?:the|your|ur|it|any|those|that)\b")
""" "Any dairy in the sauces?": no yes to it because of what can be done instead."""
_EVERYTHING = re.compile(r"\b(?:everything|all (?:of )?(?:it|(?:your|the|ur) \w+)|(?:whole|entire) menu)\b")
_AS_IT_COMES = re.compile(
    r"\b(?:is|are) (?:your|the|ur|it) ?(?:food|menu|meals?|dishes|cooking|stuff|hibachi|fried rice"
    r"|sauces?)?\b[^.?!]{0,12}\bfree\b"
)
""" "Is your food gluten free?": not where something is known to contain it."""


def _not_all(found: list[Data], words: str) -> str:
    """No to whether all of the food is so, where only an option makes it so."""
    if _EVERYTHING.search(words):
        return "Not everything is"
    contains = any(fact.get("contained_in") for fact in found)
    return "Not as it comes" if contains and _AS_IT_COMES.search(words) else ""


_WHICH_OIL = re.compile(r"\b(?:what|which)\b[^.?!]{0,15}\b(?:oils?|fat)\b")
""" "What oil do you use?": what is used, not what isn't."""
_OIL = re.compile(r"\b(?P<which>(?!the |your |what |any |which |this )\w+) oil\b")
_OF_USE = re.compile(
    r"\b(?:do|does|are|is|did) (?:you|u|ya|yall|the|your|ur|they|there|it|that"
    r"|any of)\b[^.?!]{0,30}\b(?:cook\w*|use|using|have|contain|made|fr(?:y|ied)|butter|in)\b"
)
""" "Do you cook with butter?": no is the answer, not what else is possible."""
_CERTIFIED = re.compile(r"\bcertif\w+")


def _certified(voice: Voice, options: list[str], words: str) -> Parts:
    """ "Are you kosher certified?": no, where the owner's option says so, and what is possible."""
    uncertified = [one.partition(",")[0] for one in options if _CERTIFIED.search(one) and "not" in one]
    if not uncertified or not _CERTIFIED.search(words):
        return []
    kind = uncertified[0]
    return [
        must(voice.pick(f"No, we aren't certified, but we can cook {kind}.", f"We're {kind}, but not certified, no."))
    ]


_EATS = re.compile(
    r"\bwhat\b[^.?!]{0,12}\b(?:can|could|would|will|do|does|should) (?:i|we|he|she|they"
    r"|(?:the|a|an|your|our) \w+(?: \w+)?|my \w+|vegans|vegetarians|someone|her"
    r"|him)\b[^.?!]{0,12}\b(?:eat|have|get|order|be eating|be having)\b"
    r"|\bwhat\b[^.?!]{0,8}\b(?:can|could|would|will|do) (?:you|u|the chef)\b[^.?!]{0,8}\b(?:serve|make"
    r"|cook|give|prepare|do for|offer|have for)\b[^.?!]{0,8}\b(?:him|her|them|me|us|vegans?"
    r"|vegetarians?|(?:my|our|the|a) \w+)\b"
    r"|\b(?:what'?s|what is|whats|what are) (?:in|on|part of) (?:it|that|them"
    r"|the (?:vegan|vegetarian)\b)|\bconsists? of\b"
    r"|\bwhat (?:does|do) (?:it|that|they) (?:come with|include|have)\b"
)
_MENU_OF = re.compile(r"^(?P<diet>[\w-]+) \((?P<food>[^)]*)\)$")


def _eaten(voice: Voice, found: list[Data], words: str) -> Parts:
    """ "What would I eat then?", "is there anything for her besides rice?": what the owner's option holds, and leaves out."""
    any_, only = eaten_by_diet.asks_if_any(words), eaten_by_diet.asks_if_only(words)
    if not (any_ or only or _EATS.search(words)):
        return []
    plates = dict.fromkeys(plate for fact in found if (plate := _plate_of(voice, fact)))
    lead = "Yes, a" if any_ else "No, a" if only else "A"
    return [must(f"{lead if at == 0 else 'A'} {plate}.") for at, plate in enumerate(plates)]


def _plate_of(voice: Voice, fact: Data) -> str | None:
    """The plate of the diet that was asked for, if the owner tells it."""
    plates = (_plate(voice, option) for option in _possible(fact) if option.startswith(str(fact["asked"])))
    return next((plate for plate in plates if plate), None)


def _plate(voice: Voice, option: str) -> str | None:
    """What one who eats by this option of the owner's gets, where it is known: "vegan plate is tofu and vegetables"."""
    if option == "vegetarian" and "tofu" in voice.profile.menu.included_proteins:
        return "vegetarian plate is tofu, rice and vegetables"
    told = _MENU_OF.match(option)
    if told is None or "," not in told["food"]:
        return None
    food = [one.strip() for one in told["food"].split(",")]
    kept, out = [one for one in food if not one.startswith("no ")], [one[3:] for one in food if one.startswith("no ")]
    return f"{told['diet']} plate is {listed(kept)}{', with no ' + listed(out, 'or') if out else ''}"


def _is_told(voice: Voice, fact: Data, words: str) -> bool:
    """Whether what was asked is an option whose food was told, or the allergen of just that dish."""
    return bool(_plate_of(voice, fact)) or _has_it(str(fact["asked"]), words)


def _has_it(what: str, words: str) -> bool:
    """ "Does the rice have egg in it?": yes, before what a diet gets instead."""
    name = re.escape(what)
    return bool(
        re.search(
            rf"\b(?:have|has|contains?|with|got|is there|any)\b[^.?!]{{0,12}}\b{name}s?\b[^.?!]{{0,12}}\b(?:in"
            r"|on)\b|\b(?:does|do|is|are) (?:the |your )(?:\w+ )?\w+ (?:have|contain|made with|cooked with"
            rf"|come with)\b[^.?!]{{0,12}}\b{name}",
            words,
        )
    )


_ASKS_OF_DISH = re.compile(r"\b(?:is|are|does|do|can|will|would|still|get|have)\b")


def _as_it_is(voice: Voice, found: list[Data], words: str) -> Parts:
    """ "Is the fried rice vegan?", "does the vegan one still get the rice?": yes, in the way that the owner's option makes it."""
    for fact in found:
        for option in (one for one in map(str, fact.get("options", [])) if one.startswith(str(fact["asked"]))):
            told = re.search(r"\b(?P<dish>[a-z]+) without (?P<what>[a-z]+)\b", option)
            if told is None or not re.search(rf"\b{told['dish']}\b", words) or not _ASKS_OF_DISH.search(words):
                continue
            contains = tuple(voice.profile.dietary.contains.get(told["what"]) or ())
            whole = next((plain(one) for one in contains if told["dish"] in plain(one)), told["dish"])
            if _has_it(told["what"], words):
                return [must(f"The {whole} contains {told['what']}, but {fact['asked']} guests get it without.")]
            if re.search(r"\b(?:get|have|eat|still|too|come)\b", words):
                return [must(f"Yes, {fact['asked']} guests get the {whole} without {told['what']}.")]
            return [
                must(f"Not as it is, the {whole} contains {told['what']}, but {fact['asked']} guests get it without.")
            ]
    return []


_LITTLE = frozenset({"sauce", "sauces", "extra", "regular", "fried"})


_FREE_OF = re.compile(
    r"\bfree\b|\bwithout\b|\bsafe\b|\bvegan\b|\b(?:can|could) (?:he|she|they|i|we|my)\b|\bok(?:ay)?\b"
)
""" "Is the teriyaki gluten free?": no is the answer where it contains wheat."""


_OF_THAT = re.compile(
    r"\b(?:can|could|would|will|possible)\b[^.?!]{0,40}\b(?:without (?:it|that|them)\b"
    r"|(?:portions?|plates?|servings?|share|one|meals?|helping|version) (?:without|with no|minus"
    r"|free of)\b)"
)
""" "Could hers be made without it?" after the dish was told to contain it."""


def _without(voice: Voice, found: list[Data], words: str) -> Parts:
    """ "Can you do the rice without egg?": yes, where one of the owner's options is that dish without it."""
    if not re.search(r"\b(?:without|no|free|leave out|hold|skip)\b", words):
        return []
    parts: Parts = []
    for fact in found:
        for option in voice.profile.dietary.options:
            told = re.search(rf"\b(?P<dish>[a-z]+) without {re.escape(str(fact['asked']))}\b", option)
            if told and (re.search(rf"\b{told['dish']}\b", words) or _OF_THAT.search(words)):
                parts.append(must(f"Yes, we can do the {told.group()}."))
    return parts


def _named(found: list[Data], words: str) -> Parts:
    """ "Does the teriyaki have wheat?": yes, where the food that was named is known to contain what was asked for."""
    parts: Parts = []
    if _WHICH_DISH.search(words):
        return parts
    for fact in found:
        for key, dishes in (fact.get("contained_in") or {}).items():
            said = [label(dish) for dish in dishes if not dish.startswith("regular") and _is_named(label(dish), words)]
            asked = re.escape(str(fact["asked"]).removesuffix("s"))
            in_it = re.search(rf"\b(?:there|have|has|contains?)\b(?: any)? {asked}", words) is not None
            lead = "No" if _FREE_OF.search(words) and not in_it else "Yes"
            if (
                said
                and (len(said) < len(dishes) or len(dishes) == 1)
                and str(fact["asked"]) != key.replace("_", " ") + "s"
            ):
                parts.append(must(f"{lead}, {listed(said)} "
                        f"{'contains' if len(said) == 1 and not said[0].endswith('s') else 'contain'} "
                        f"{label(key)}."))  # fmt: skip
    return parts


def _is_all_named(fact: Data, words: str) -> bool:
    """Whether the dishes that were named are all that contain what was asked for: the yes told it already."""
    dishes = [label(dish) for where in (fact.get("contained_in") or {}).values() for dish in where]
    return bool(dishes) and not fact.get("may_be_in") and all(_is_named(dish, words) for dish in dishes)


_WHICH_DISH = re.compile(
    r"\b(?:which|what|any)\b[^.?!]{0,15}\b(?:dish(?:es)?|foods?|items?|things?|proteins?|sauces?|options?|stuff)\b"
)
""" "Which of your dishes have no soy": the list answers, neither yes nor no."""


def _is_named(dish: str, words: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}", words) for word in dish.lower().split() if word not in _LITTLE and len(word) > 2)  # fmt: skip


def _possible(fact: Data) -> list[str]:
    """What can be done about what was asked; for an ingredient only what names it ("egg" is no question for vegan food)."""
    options = [str(option) for option in fact.get("options", [])]
    if not fact.get("contained_in"):
        return options
    return [option for option in options if option.startswith(str(fact["asked"])[:5])]


def _also(fact: Data, words: str) -> Parts:
    """ "Yes, fried rice contains egg", and what else does: the dish that was named isn't named again."""
    kinds = fact.get("contained_in") or {}
    others = [label(dish) for dishes in kinds.values() for dish in dishes if not _is_named(label(dish), words)]
    if len(kinds) != 1 or not others or fact.get("may_be_in"):
        return _one(fact)
    return [must(f"These contain {label(next(iter(kinds)))} too: {listed(others)}.")]


def _one(fact: Data) -> Parts:
    parts: Parts = []
    for key, dishes in list((fact.get("contained_in") or {}).items())[:2]:
        parts.append(must(f"These contain {label(key)}: {listed([label(dish) for dish in dishes])}."))
    for key, where in list((fact.get("may_be_in") or {}).items())[:1]:
        parts.append(must(f"{key[:1].upper() + key[1:]} may be in our {plain(where)}."))
    if not parts and not fact.get("options") and not fact.get("not_used"):
        parts.append(must(f"About {fact['asked']} I have nothing on record, so I'd rather not promise anything."))
    return parts
