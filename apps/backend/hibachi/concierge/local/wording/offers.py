"""Words that sell without pushing: list prices, one suggestion, answers to objections, time to think."""

from typing import Any

from hibachi.concierge.local.wording.formats import (
    clock,
    counted,
    day,
    hours,
    is_zero,
    label,
    listed,
    money,
    plain,
    plural,
)
from hibachi.concierge.local.wording.quotes import ideas
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should
from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse
from hibachi.language.day_names import WEEKDAY

Data = dict[str, Any]


@says("price_list")
def price_list(voice: Voice, data: Data) -> Parts:
    prices = data["prices"]
    adult, child, toddler = prices["adult"], prices["child"], prices["toddler"]
    free = "free" if is_zero(toddler["amount"]) else money(toddler["amount"])
    return [
        must(voice.pick(
            f"It's {money(adult['amount'])} per adult ({adult['ages']}), {money(child['amount'])} per "
                    f"child ({child['ages']}), and {free} for {toddler['ages']}.",
            (f"Adults ({adult['ages']}) are {money(adult['amount'])}, kids ({child['ages']}) "
                    f"{money(child['amount'])}, and {toddler['ages']} {free}."),
        )),
        *([] if data.get("minimum_told") else [should(voice.pick(f"The party minimum is {money(prices['party_minimum'])} on food.", f"Food has a minimum of {money(prices['party_minimum'])} a party."))]),
    ]  # fmt: skip


@says("item_prices")
def item_prices(voice: Voice, data: Data) -> Parts:
    menu, parts = data["menu"], []
    if data["third"]:
        parts.append(
            must(
                f"Each guest has {menu['proteins_per_guest']} proteins included; an extra protein "
                f"costs {money(menu['extra_protein'])} a portion."
            )
        )
    if not data["third"] and len(data["keys"]) > 1 and set(data["keys"]) <= set(menu["included_proteins"]):
        return [must(_all_included(menu, list(data["keys"]), str(data.get("words", ""))))]
    parts += _yes_or_no(menu, list(data["keys"]), str(data.get("words", ""))) if not data["third"] else []
    if data["third"] and _IN_PLACE.search(str(data.get("words", ""))):
        parts += [part for key in data["keys"] if key in menu["upgrades_per_person"] for part in _item(menu, key, third=False)]  # fmt: skip
    for key in data["keys"]:
        parts += _item(menu, key, third=data["third"])
    if costs := data.get("costs"):
        parts.append(must(f"{counted(costs['guest_count'], costs['key'])} come to {money(costs['upgrade_cost'])}."))
    return parts


def _all_included(menu: Data, keys: list[str], words: str) -> str:
    """ "Only shrimp and tofu, is that ok?": both are included, and everybody picks for themselves."""
    named, each = listed([label(key) for key in keys]), menu["proteins_per_guest"]
    yes = "Yes, " if _FINE.search(words) or (_HAVE.search(words) and not _WH.search(words)) else ""
    named = named if yes else named[:1].upper() + named[1:]
    return f"{yes}{named} are included, and every guest picks {each} proteins."


_FINE = re.compile(
    r"\b(?:ok(?:ay)?|fine|possible|alright|works?|doable|a problem|only|just|yes or no|or no(?:t)?)\b", re.I
)
_WH = re.compile(r"\b(?:how much|what|whats|price)\b", re.I)
_IN_PLACE = re.compile(r"\b(?:instead of one|swap\w*|replac\w*|in place of|exchange\w*|trade)\b", re.I)
""" "How much to swap one for scallops, and as a third protein?": both prices."""
_INCLUDED = re.compile(
    r"\b(?:is|are|was|do|does|will)\b[^.?!\n]{0,40}\b(?:includ\w*|come[s]? with|part of"
    r"|in the (?:price|\$?\d+)|standard|free)\b",
    re.I,
)
_COSTS = re.compile(
    r"\b(?:is|are|do|does|will|would)\b[^.?!\n]{0,40}\b(?:extra|more|upcharge|upgrade|surcharge"
    r"|additional(?:ly)?|charge)\b",
    re.I,
)
_HAVE = re.compile(
    r"\b(?:can|could|may) (?:we|i|you|he|she|they|people|guests|someone)\b[^.?!\n]{0,30}\b(?:get|have"
    r"|add|order|do|pick|choose|swap|upgrade|eat)\b"
    r"|\bdo (?:you|u|ya|yall)(?: guys)?(?: also| still)? (?:have|do|offer|serve|cook|carry)\b"
    r"|\b(?:is|are) there\b|\bgot (?:any )?\b",
    re.I,
)
_EITHER = re.compile(
    r"\bincluded\b[^.?!\n]{0,12}\bor\b[^.?!\n]{0,15}\b(?:extra|add[- ]?ons?|upgrades?|additional|more"
    r"|separate)\b|\b(?:extra|add[- ]?on|upgrade)\b[^.?!\n]{0,12}\bor\b[^.?!\n]{0,12}\bincluded\b",
    re.I,
)
""" "Are noodles included or extra?": one of the two."""
_OPEN = re.compile(r"\b(?:how much|what|whats|price)\b|\bor\b", re.I)


def _yes_or_no(menu: Data, keys: list[str], words: str) -> Parts:
    """Yes or no to "is shrimp extra", "is lobster included", "can we get filet", where all that was named is alike."""
    included = {key in menu["included_proteins"] for key in keys}
    if len(included) == 1 and _EITHER.search(words):
        return [must("Included." if included.pop() else "Extra.")]
    if len(included) != 1 or _OPEN.search(words):
        return []
    base = included.pop()
    if _INCLUDED.search(words):
        return [must("Yes." if base else "No, that's not in the base price.")]
    if _COSTS.search(words):
        return [must("No." if base else "Yes.")]
    return [must("Yes.")] if _HAVE.search(words) else []


def _item(menu: Data, key: str, *, third: bool) -> Parts:
    name = label(key)
    if key in menu["upgrades_per_person"]:
        upgrade = menu["upgrades_per_person"][key]
        if not third:
            return [
                must(
                    f"{name[:1].upper() + name[1:]} {_are(name)} {money(upgrade)} more per person, in "
                    "place of one of the included proteins."
                )
            ]
        both = _extra_price(menu, upgrade)
        return [must(f"Extra {name} is {both} a portion.")]
    if key in menu["addons_each"]:
        return [must(f"{name[:1].upper() + name[1:]} {_are(name)} {money(menu['addons_each'][key])} each.")]
    return [] if third else [must(f"{name[:1].upper() + name[1:]} {_are(name)} one of the included proteins.")]


def _are(name: str) -> str:
    return "are" if name.endswith("s") else "is"


def _extra_price(menu: Data, upgrade: str) -> str:
    from decimal import Decimal

    return money(Decimal(menu["extra_protein"]) + Decimal(upgrade))


@says("not_on_menu")
def not_on_menu(voice: Voice, data: Data) -> Parts:
    proteins = listed([label(key) for key in data["menu"]["included_proteins"]], "or")
    return [must(f"No, {data['dish']} isn't on our menu."), must(f"Guests choose from {proteins}.")]


@says("suggestion")
def suggestion(voice: Voice, data: Data) -> Parts:
    menu = data["menu"]
    best = max(menu["upgrades_per_person"], key=lambda key: parse(menu["upgrades_per_person"][key]), default=None)
    date = voice.pick("What date do you have in mind?", "Which date are you thinking of?")
    if scripted := voice.script("upsell"):
        return [*scripted, must(date)]
    if best is None:
        return [must(date)]
    return [should(voice.pick(*_ideas_of(menu, best))), must(date)]


def _ideas_of(menu: Data, best: str) -> list[str]:
    """One thing from the menu that a party may like on top: the finest upgrade, or the finest dish to share."""
    more = f"{label(best)} is {money(menu['upgrades_per_person'][best])} more a person."
    ideas = [f"One idea for a treat: {more}", f"If you want something special, {more}"]
    dish = max(menu["addons_each"], key=lambda key: parse(menu["addons_each"][key]), default=None)
    return (
        [*ideas, f"Something nice to share: {label(dish)} at {money(menu['addons_each'][dish])} each."]
        if dish
        else ideas
    )


def _each(prices: Data) -> Parts:
    adult, child = prices["adult"], prices["child"]
    return [must(f"It's {money(adult['amount'])} per adult and {money(child['amount'])} per child.")]


@says("objection_price")
def objection_price(voice: Voice, data: Data) -> Parts:
    included = listed([plain(item) for item in data["facts"].get("menu.included", [])])
    each = _each(data["prices"]) if data.get("prices") else []
    if scripted := voice.script("objection_price"):
        return [*each, *scripted]
    return [
        must(voice.pick("I hear you.", "That's fair to ask!", "I understand, it should feel worth it.")),
        *each,
        must(voice.pick(
            "It's a private show rather than a table for everyone: your own chef comes to your home "
                    "with the grill and equipment, sets up, cooks and performs for your guests. The price "
                    f"includes two proteins each, {included}.",
            ("The price brings the whole evening to you: a private chef who comes to your home, "
                    f"brings the grill, sets up, cooks and entertains, and {included} are included."),
        )),
    ] if not voice.brief else [
        *each,
        must(voice.pick("I hear you.", "Fair question!") + (" The price includes a private chef who comes to your home with the grill, cooks and performs "
                "the show, plus all the food: ") + listed([plain(item) for item in data["facts"].get("menu.included", [])][:4]) + "."),
    ]  # fmt: skip


@says("ways_down")
def ways_down(voice: Voice, data: Data) -> Parts:
    """What makes a party cost less within the owner's prices: what is on top left out, or fewer of those who pay in full."""
    adult, child = data["prices"]["adult"], data["prices"]["child"]
    if data.get("bare"):
        return [
            must(voice.pick("Of course, let's see.", "Happy to look.", "Sure, there are ways.")),
            must(f"{without_extras(data['quote'], data['bare'])}."),
            *_for_fewer(voice, data["quote"], data["menu"]),
            should("If you tell me your budget, I'll see what fits."),
        ]
    return [
        must(
            voice.pick(
                f"Of course, let's see: every adult is {money(adult['amount'])} and every child "
                f"{money(child['amount'])}, so the number of guests decides the most.",
                (
                    f"Happy to look: what counts most is the number of guests, {money(adult['amount'])} "
                    f"an adult and {money(child['amount'])} a child."
                ),
            )
        ),
        must("Upgrades and add-ons are optional."),
        must("If you tell me your budget, I can see how many guests it covers."),
    ]


def without_extras(quote: Data, bare: Data) -> str:
    """ "Without the lobster tail and gyoza the total would be $550", travel included where the way is known."""
    taken = [label(key) for shelf in ("upgrades", "addons") for key in quote["party"].get(shelf) or {}]
    taken += ["extra proteins"] if quote["party"].get("extra_proteins") else []
    whole = bare.get("total") is not None and bare.get("travel") is not None
    amount, what = (bare["total"], "total") if whole else (bare["food_total"], "food")
    return f"Without the {listed(taken)} the {what} would be {money(amount)}"


def _for_fewer(voice: Voice, quote: Data, menu: Data) -> Parts:
    """An upgrade is paid per guest: it may be for some only, or be one that costs less."""
    prices, taken = menu["upgrades_per_person"], quote["party"].get("upgrades") or {}
    if not taken:
        return []
    dear = max(taken, key=lambda key: parse(prices[key]))
    less = [key for key in prices if parse(prices[key]) < parse(prices[dear]) and key not in taken]
    fewer = [must("An upgrade counts only for the guests who have it, so you could also keep it for fewer of you.")]
    if not less:
        return fewer
    low = min(less, key=lambda key: parse(prices[key]))
    same = [label(key) for key in less if prices[key] == prices[low]]
    return [*fewer, should(f"{listed(same, 'or').capitalize()} is {money(prices[low])} a person.")]


@says("objection_minimum")
def objection_minimum(voice: Voice, data: Data) -> Parts:
    least = money(data["facts"]["prices.party_minimum"])
    if scripted := voice.script("objection_minimum"):
        return scripted
    return [
        must(voice.pick("I understand, that's fair to ask.", "Totally understand.")),
        must(f"The minimum of {least} is on the food, so that a private chef can come to any party, however small."),
        must(
            voice.pick(
                f"You can fill it with {ideas(voice, data['menu'])}, or with more guests, and simply get more for it.",
                f"Upgrades such as {ideas(voice, data['menu'])} count towards it, and so do extra guests.",
            )
        ),
    ]


@says("fill_minimum")
def fill_minimum(voice: Voice, data: Data) -> Parts:
    """What is left up to the minimum, in money and in guests, and which dishes count towards it."""
    least, room = money(data["facts"]["prices.party_minimum"]), data["quote"].get("room")
    things = ideas(voice, data["menu"])
    on_top = [
        must(
            voice.pick(
                f"Upgrades and sides such as {things} count towards the {least} minimum, and so do more guests.",
                f"You can fill the {least} minimum with {things}, or invite a few more guests.",
            )
        ),
        should("Tell me what you'd like and I'll work it out."),
    ]
    if not room:
        return on_top
    left = must(f"There's {money(room['missing'])} of room up to the {least} minimum.")
    if _WHAT_ONE_GETS.search(str(data.get("words", ""))):
        included = listed([plain(one) for one in data["menu"]["included"]])
        each = must(f"Everyone gets {data['menu']['proteins_per_guest']} proteins with {included}.")
        return [each, left, should(f"You can use it for more guests or for {things}.")]
    if not room["more_adults"]:
        return [left, *on_top]
    many = [must(_more_for_the_same(voice, data["quote"], room, least))]
    if _OF_GUESTS.search(str(data.get("words", ""))):
        return [*many, should(f"Or use the {money(room['missing'])} of room for {things}.")]
    return [left, *many, should(f"Or you spend it on {things}.")]


_WHAT_ONE_GETS = re.compile(
    r"\bwhat (?:would|do|does|could|can|will|did)\b[^.?!\n]{0,20}\bget\b[^.?!\n]{0,12}\bfor (?:that|it|this|the|\$?\d)",
    re.I,
)
""" "What would we get for that?": what is included, first."""
_OF_GUESTS = re.compile(r"\bhow (?:many|big|large)\b|\b(?:friends?|people|guests|neighbou?rs|ppl|invite)\b", re.I)


def _more_for_the_same(voice: Voice, quote: Data, room: Data, least: str) -> str:
    """How many may still come; a party of adults alone also hears how many that makes."""
    more = plural(room["more_adults"], "more adult")
    if room.get("more_children"):
        kids = plural(room["more_children"], "more child", "more children")
        return f"For the same {least} you could invite {more}, or {kids}."
    if quote["party"].get("toddlers"):
        return f"For the same {least} you could invite {more}."
    return voice.pick(
        f"Up to {plural(room['adults'], 'adult')} can come for the same {least}, so that's {more}.",
        f"The {least} minimum covers up to {plural(room['adults'], 'adult')}, so you could invite {more}.",
    )


@says("minimum_reached")
def minimum_reached(voice: Voice, data: Data) -> Parts:
    """Nothing is left up to the minimum, where a party is past it."""
    least = money(data["facts"]["prices.party_minimum"])
    return [must(f"You're already past the {least} minimum, so nothing of it is left to fill.")]


@says("objection_again")
def objection_again(voice: Voice, data: Data) -> Parts:
    return voice.script("objection_again") or [must(voice.pick(
        "I understand. I can't change the prices myself, but I'm happy to see what fits your budget: "
                "the menu without upgrades is the most affordable way, and I can ask a person on our team if "
                "you'd like.",
        "I hear you, and there's no pressure at all. If you tell me your budget, I can see how many guests it covers.",
        "That's completely fair. We'd love to cook for you if it works for you, and no hard feelings if it doesn't.",
    ))]  # fmt: skip


@says("thinking")
def thinking(voice: Voice, data: Data) -> Parts:
    if scripted := voice.script("thinking"):
        return scripted
    if _HOLD_MEANWHILE.search(str(data.get("words", ""))):
        kept = hours(voice.profile.booking.hold_minutes)
        return [must(f"I can hold one start for {kept} while you pay the deposit, but not longer than that."), must("Nothing is held yet, so just write when you know.")]  # fmt: skip
    if data.get("answered"):
        return [must(voice.pick("Sounds good, take your time until then!", "Perfect, no rush until then!")), must("Just write to me here whenever you're ready.")]  # fmt: skip
    parts = [must(voice.pick("Of course, take your time!", "No rush at all!", "Sure, no pressure!"))]
    parts.append(
        must(
            voice.pick(
                "I can hold a date for you or send you the quote in writing whenever you like.",
                "If it helps, I can hold your date or send the quote in writing.",
            )
        )
    )
    if not _SAYS_WHEN.search(str(data.get("words", ""))):
        parts.append(
            should(voice.pick("When should I check back with you?", "When would be a good time to follow up?"))
        )
    return parts


_HOLD_MEANWHILE = re.compile(
    r"\b(?:can|could|would|will|do) (?:you|u|ya|we|i)\b[^.?!\n]{0,15}\b(?:hold|save|keep"
    r"|reserve)\b[^.?!\n]{0,30}\b(?:un?til|til+|while|for (?:us|me|now)|overnight|both)\b",
    re.I,
)
""" "Can you hold them both til tomorrow": what a hold is, not a friendly yes."""
_SAYS_WHEN = re.compile(
    rf"\b(?:tonight|tomorrow|today|week(?:end)?s?|month|{WEEKDAY}s?|later|later on|in a (?:few|couple|bit)"
    r"|by the \d)\b",
    re.I,
)
""" "I'll tell you by Friday": when to hear again was said."""


@says("thinking_held")
def thinking_held(voice: Voice, data: Data) -> Parts:
    return [
        must(voice.pick("Of course, take your time!", "No pressure at all!")),
        must(
            voice.pick(
                "I book nothing before your yes; just tell me here when you're ready.",
                "I haven't booked anything; I'm here when you're ready.",
            )
        ),
    ]


@says("still_held")
def still_held(voice: Voice, data: Data) -> Parts:
    """ "Is it still free?" of what the summary shows: it is held for the customer."""
    when = f"{day(data['shown']['date'])} at {clock(data['shown']['time'])}"
    return [must(voice.pick(f"Yes, {when} is still held for you.", f"Yes, {when} is held for you."))]
