"""Words for quotes: lines, minimum, sum, balance. Every amount is a field of a fact."""

from typing import Any

from hibachi.concierge.local.wording.formats import is_zero, label, listed, miles, money, of_party, plain
from hibachi.concierge.local.wording.lines import added_up, is_food, name_of, ordered
from hibachi.concierge.local.wording.voice import Part, Parts, Voice, must, rather, says, should
from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse

Data = dict[str, Any]


@says("quote")
def quote(voice: Voice, data: Data) -> Parts:
    said, counts = data["quote"], data["counts"]
    if voice.plain:
        lines = [
            must(f"{re.sub(' [(][^)]*[)]', '', one).rstrip('.')}.")
            for one in said["sentences"]
            if not one.startswith(("Travel:", "Deposit", "No total yet"))
        ]
        if said.get("total") is None:
            return [*lines, *way_of(voice, said)]
        travel = said.get("travel_fee")
        return lines if is_zero(travel) else [*lines, must(f"Travel is {money(travel)}.")]
    told = bool(data.get("told")) and (said.get("travel") or {}).get("fee") is not None
    if data.get("way_new") and (said.get("travel") or {}).get("fee") is not None:
        return [*(must(part.text) for part in way_of(voice, said)), must(_total(voice, said)), *_left_open(voice, data)]
    parts = [
        *_food(voice, data),
        *(
            []
            if data.get("way_said") or (told and is_zero(said.get("travel_fee")))
            else way_of(voice, said, brief=told)
        ),
    ]
    if (
        said.get("total") is not None
        and said.get("travel") is not None
        and not (is_zero(said.get("travel_fee")) and not _extras(said))
    ):
        parts.append(must(_total(voice, said, first=data["first"])))
    if data["first"] and data.get("deposit", True):
        parts.append(should(_deposit(voice, said)))
    if data.get("span"):
        parts += _ends(voice, data)
    if data.get("halved"):
        half = counts.total // 2
        parts.append(must(f"I counted half of {counts.total} as {half}; tell me if you'd rather have {half + 1}."))
    return [*parts, *_left_open(voice, data)]


def _left_open(voice: Voice, data: Data) -> Parts:
    if data.get("kids_open"):
        assumed = "I counted everybody as adults until I know how many of you are kids; kids cost less."
        return [must(assumed if data["counts"].assumed else "That's before the kids.")]
    return _assumed(voice, data["counts"]) if data["tell_assumed"] else []


def _ends(voice: Voice, data: Data) -> Parts:
    low, high = data["span"]
    fewest, weigh = data.get("low"), should if voice.used else must
    if not fewest:
        return [weigh(f"That's for {high}, the upper end; tell me the final number once you know it.")]
    whole = fewest.get("total") is not None and (fewest.get("travel") or {}).get("fee") is not None
    amount = money(fewest["total"] if whole else fewest["food_total"])
    return [must(f"That's for {high}; for {low} it's {amount}."), weigh("Tell me the final number once you know it.")]


@says("stays_at")
def stays_at(voice: Voice, data: Data) -> Parts:
    total = money(data["quote"]["total"])
    what = "the price of the food" if data["quote"].get("travel") is None else "the total"
    return [must(voice.pick(f"Thank you, then {what} stays at {total}.", f"Perfect, so {what} stays at {total}.", f"Lovely, {what} stays at {total}."))]  # fmt: skip


@says("per_person")
def per_person(voice: Voice, data: Data) -> Parts:
    said = data["quote"]
    share, total, who = money(said["per_person"]), money(said["total"]), of_party(said["party"])
    travel = "" if is_zero(said.get("travel_fee")) else ", travel included"
    return [
        must(
            voice.pick(
                f"That's {share} per person{travel}: the total of {total} split between {who}.",
                f"It comes to {share} per person{travel}, out of the total of {total} for {who}.",
            )
        )
    ]


def _food(voice: Voice, data: Data) -> Parts:
    said = data["quote"]
    who, food = of_party(said["party"]), money(said["food_total"])
    total = said.get("total")
    if said.get("minimum_applied"):
        return _minimum(voice, data, who)
    extras = _extras(said)
    if extras:
        return [must(added_up(said)), *_sum(voice, said, food)]
    if total is not None and said.get("travel") is not None and is_zero(said.get("travel_fee")):
        return [
            must(
                voice.pick(
                    f"For {who} the total is {money(total)}.",
                    f"{money(total)} is the total for {who}.",
                    f"That comes to {money(total)} in total for {who}.",
                    f"For {who} it's {money(total)} in total.",
                )
            )
        ]
    return [
        must(
            voice.pick(
                f"For {who} the food comes to {food}.",
                f"{food} covers the food for {who}.",
                f"The food for {who} is {food}.",
                f"With {who} the food is {food}.",
            )
        )
    ]


_FOR_THE_SAME = re.compile(
    r"\bwithout (?:paying|it costing|costing)(?: us| me)? (?:any(?:thing)? )?(?:more|extra)\b|\bfor (?:free|the same|nothing extra)\b|\bsame price\b"
    r"|\bno (?:extra|additional) (?:cost|charge)\b",
    re.I,
)
""" "Could we invite another couple without paying more?": yes first."""


SMALL = 10
"""So many guests are a cozy group; eight adults with ten toddlers are none."""


def _is_small(quote: Data) -> bool:
    party = quote["party"]
    return sum(int(party.get(band) or 0) for band in ("adults", "children", "toddlers")) <= SMALL


def _minimum(voice: Voice, data: Data, who: str) -> Parts:
    said = data["quote"]
    food, least = money(said["food_subtotal"]), money(said["food_total"])
    if ordered(said):
        return [
            must(added_up(said)),
            must(voice.pick(
                f"The party minimum of {least} still applies, so the food is {least}.",
                f"The party minimum makes the food {least}, the extras included.",
            )),
        ]  # fmt: skip
    if not data["explain_minimum"] and _FOR_THE_SAME.search(str(data.get("words", ""))):
        return [must(f"Yes, with {who} it stays at our minimum, {least}.")]
    if not data["explain_minimum"]:
        return [
            must(
                voice.pick(
                    f"For {who} the party minimum of {least} still applies.",
                    f"The minimum of {least} covers {who}.",
                    f"With {who} it stays at our minimum, {least}.",
                )
            )
        ]
    warm = voice.pick(
        "Small parties are great fun, and we'd love to cook for you!",
        "A cozy group is always special, and you're very welcome!",
        "Happy to cook for an intimate group!",
    )
    extras = ideas(voice, data["menu"])
    return [
        *([must(data["few"])] if data.get("few") else [should(warm)] if _is_small(said) else []),
        must(
            voice.pick(
                f"The menu price for {who} is {food}; our party minimum is {least}, so the food is {least}.",
                (
                    f"{who.capitalize() if who[0].isalpha() else who} would be {food}, and our party "
                    f"minimum is {least}, so that's the food price."
                ),
            )
        ),
        rather(
            f"There's room for {extras}, or more guests."
            if voice.brief
            else voice.pick(
                f"You could use the difference for {extras}, or add a few guests.",
                f"That leaves room to add {extras}, or a few more guests, before anything goes up.",
            )
        ),
    ]


def ideas(voice: Voice, menu: Data) -> str:
    upgrades = sorted(menu["upgrades_per_person"], key=lambda key: -parse(menu["upgrades_per_person"][key]))
    addons = sorted(menu["addons_each"], key=lambda key: -parse(menu["addons_each"][key]))
    return listed([label(key) for key in (*upgrades[:2], *addons[:1])], "or")


def _extras(said: Data) -> bool:
    party = said.get("party", {})
    kinds = sum(bool(party.get(key)) for key in ("adults", "children"))
    return bool(party.get("upgrades") or party.get("extra_proteins") or party.get("addons")) or kinds > 1


def _sum(voice: Voice, said: Data, food: str) -> Parts:
    """The sum of the food, unless the total that follows is the same number."""
    if said.get("total") is not None and said.get("travel") is not None and is_zero(said.get("travel_fee")):
        return []
    return [
        must(voice.pick(f"Together the food is {food}.", f"The food comes to {food}.", f"The food adds up to {food}."))
    ]


def way_of(voice: Voice, said: Data, *, brief: bool = False) -> Parts:
    travel = said.get("travel")
    if brief and travel is not None:
        return [must(voice.pick(f"Travel stays {money(travel['fee'])}.", f"Travel is still {money(travel['fee'])}.", f"The {money(travel['fee'])} travel fee stays the same."))]  # fmt: skip
    if travel is None:
        return [
            should(
                voice.pick(
                    "Travel depends on the distance and comes on top where it applies.",
                    "Travel isn't in there yet, since it depends on where you are.",
                )
            )
        ]
    if "fee" not in travel:
        return [
            must(
                voice.pick(
                    "I couldn't place that ZIP code yet, so travel isn't in there.",
                    "Travel is still open because I can't find that ZIP code.",
                )
            )
        ]
    if is_zero(travel["fee"]):
        return [
            should(
                voice.pick("Travel is free for you.", "There's no travel fee for you.", "Travel is included, no fee.")
            )
        ]
    return [must(_fee(voice, travel))]


def _fee(voice: Voice, travel: Data) -> str:
    about = "about " if travel.get("estimated") else ""
    way = (
        f"{about}{miles(travel['miles'])} miles, the first {travel['free_miles']} free, then "
        f"{money(travel['per_mile'])} a mile"
    )
    return voice.pick(
        f"Travel is {money(travel['fee'])} ({way}).",
        f"Travel adds {money(travel['fee'])}: {way}.",
        f"The travel fee is {money(travel['fee'])}: {way}.",
    )


def _total(voice: Voice, said: Data, *, first: bool = False) -> str:
    total = money(said["total"])
    if not first:
        return voice.pick(
            f"That makes {total} in total.",
            f"All together it's {total}.",
            f"So the total is {total}.",
        )
    return voice.pick(
        f"So your total is {total}.",
        f"In total that's {total}.",
        f"All together it's {total}.",
        f"That makes {total} in total.",
    )


def _deposit(voice: Voice, said: Data) -> str:
    deposit = money(said["deposit"])
    return voice.pick(
        f"A {deposit} deposit, taken off the bill, holds the date.",
        f"The deposit is {deposit} and comes off the final bill.",
    )


def _assumed(voice: Voice, counts: Any) -> Parts:
    parts: list[Part] = []
    if counts.assumed and not counts.children and not counts.toddlers:
        parts.append(
            should(
                voice.pick(
                    "I counted everyone as an adult; kids cost less, so tell me if there are any.",
                    "That counts everybody as adults. If kids are coming, tell me, they cost less.",
                )
            )
        )
    elif counts.assumed:
        parts.append(should("I counted everyone else as an adult."))
    if counts.unaged:
        parts.append(
            should(
                voice.pick(
                    "I used the child price for the kids for now.",
                    "The kids are in at the child price until I know their ages.",
                )
            )
        )
    return parts


@says("compare")
def compare(voice: Voice, data: Data) -> Parts:
    """One sentence for each party or place, each with its own amount."""
    return [must(compared(quote, places=data["places"])) for quote in data["quotes"]]


@says("which_of_them")
def which_of_them(voice: Voice, data: Data) -> Parts:
    return [should(voice.pick("Which one shall I go on with?", "Which of them suits you better?", "Which one would you like?"))]  # fmt: skip


def compared(said: Data, *, places: bool) -> str:
    """One party's amount as a sentence. places: name the ZIP code."""
    travel = said.get("travel") or {}
    whole = travel.get("fee") is not None and said.get("total") is not None
    amount, what = (money(said["total"]), "total") if whole else (money(said["food_total"]), "food")
    way = (
        "" if not whole else " with no travel fee" if is_zero(travel["fee"]) else f" with {money(travel['fee'])} travel"
    )
    place = f" in {travel['zip']}" if places and travel.get("zip") else ""
    if said.get("minimum_applied"):
        return f"For {of_party(said['party'])}{place} the {what} is {amount}{way}, since our minimum applies."
    return f"For {of_party(said['party'])}{place} the {what} is {amount}{way}."


@says("each")
def each(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(f"That's {money(data['quote']['per_person'])} per person.", f"Per person it comes to {money(data['quote']['per_person'])}."))]  # fmt: skip


@says("for_everyone")
def for_everyone(voice: Voice, data: Data) -> Parts:
    """What the amount told is: for all of the party; with what each guest pays, where that was asked and differs."""
    said = data["quote"]
    whole = said.get("travel") is not None and said.get("total") is not None
    amount, what = (said["total"], "the total") if whole else (said["food_total"], "the food")
    travel = "" if not whole else ", with no travel fee" if is_zero(said.get("travel_fee")) else f", including {money(said['travel_fee'])} for travel"  # fmt: skip
    parts = [must(f"{money(amount)} is {what} for the whole party: {of_party(said['party'])}{travel}.")]
    if data.get("prices"):
        adult, child = (money(data["prices"][who]["amount"]) for who in ("adult", "child"))
        parts.append(must(f"That's {adult} per adult and {child} per child before any extras."))
    return parts


@says("in_writing")
def in_writing(voice: Voice, data: Data) -> Parts:
    here = must(
        voice.pick("Sure, here it is in writing, to keep or to show.", "Of course, here is everything in writing.")
    )
    if not data.get("by_mail") or voice.channel == "email":
        return [here]
    return [here, must("I can't send an email from here myself, so please keep this message.")]


@says("breakdown")
def breakdown(voice: Voice, data: Data) -> Parts:
    said = data["quote"]
    lines = [
        f"{name_of(line)} × {money(line['unit'])} = {money(line['amount'])}" for line in said["lines"] if is_food(line)
    ]
    parts = [must(voice.pick("Here's how it adds up:", "Line by line:", "Sure, in detail:") + f" {listed(lines)}.")]
    if said.get("minimum_applied"):
        parts.append(must(f"Because the party minimum applies, the food is {money(said['food_total'])}."))
    parts += way_of(voice, said)
    if said.get("total") is not None:
        parts.append(must(_total(voice, said)))
    return parts


@says("balance")
def balance(voice: Voice, data: Data) -> Parts:
    said = data["quote"]
    left, deposit = money(said["balance"]), money(said["deposit"])
    return [
        must(
            voice.pick(
                f"After the {deposit} deposit, the balance is {left}.",
                f"The balance is {left} once the {deposit} deposit is paid.",
            )
        )
    ]


@says("rest_shared")
def rest_shared(voice: Voice, data: Data) -> Parts:
    """What is left and who shares it; the share that somebody named is agreed with or not, never said."""
    said, who = data["quote"], of_party(data["quote"]["party"])
    left = f"{money(said['balance'])} is left after the {money(said['deposit'])} deposit, shared by {who}."
    lead = {True: "Yes, exactly: ", False: "Not quite: "}.get(data["agreed"], "")
    return [must(f"{lead}{left}")]


@says("total_shared")
def total_shared(voice: Voice, data: Data) -> Parts:
    """The whole, and what it is for one where all pay the same; how it is split among them is theirs."""
    said = data["quote"]
    each = said.get("per_person") if data["each"] else None
    share = f" ({money(each)} per person)" if each is not None else ""
    adds_up = data.get("adds_up")
    told = "Yes, that adds up: the" if adds_up else "Those two don't make the whole: the"
    lead = "The" if adds_up is None else told
    return [must(f"{lead} total is {money(said['total'])} for {of_party(said['party'])}{share}; how you split it "
            "among yourselves is up to you.")]  # fmt: skip


@says("cannot_price")
def cannot_price(voice: Voice, data: Data) -> Parts:
    return [
        must(plain(data["message"]) + "." if data["message"] else "I can't price that yet."),
        must("How many guests should I count?"),
    ]


@says("unclear_guests")
def unclear_guests(voice: Voice, data: Data) -> Parts:
    return [must("I want to be sure that I count everybody once.")]


@says("invalid_guests")
def invalid_guests(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "I can only price whole guests, at least one.",
                "That number of guests doesn't work, it has to be a whole number.",
            )
        )
    ]
