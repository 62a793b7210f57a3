"""Words for the owner's terms: deposit, cancellation, moves, payment, tips, deadlines; the numbers are theirs."""

from datetime import date, timedelta
from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import day, hours, money, of_party, plain, plural
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should
from hibachi.concierge.understanding import days_ahead
from hibachi.kit import lazy_re as re

Data = dict[str, Any]


_IN_PRICE = re.compile(
    r"\bin (?:the \$?\d+|there|that)\b|\b(?:on top|extra|separate\w*)\b"
    r"|\bin (?:the|that|this|your) (?:price|total|quote|bill)\b|\binclud(?:ed|e|es|ing)\b|\bpart of\b",
    re.I,
)
_IF_NOT = re.compile(r"\bif (?:i|we) (?:don'?t|do not|can'?t|cannot|miss|forget)\b", re.I)


@says("topic:gratuity")
def gratuity(voice: Voice, data: Data) -> Parts:
    low, high = facts_of(data)["prices.gratuity_suggested_percent"]
    asks = data.get("asks") or _IN_PRICE.search(str(data.get("words", "")))
    lead = [must("No, the tip isn't part of the price.")] if asks else []
    return [
        *lead,
        must(
            voice.pick(
                f"Most guests tip the chef {low} to {high}% on the day.",
                f"Tips are usually {low} to {high}%, and go to the chef on the day.",
            )
        ),
        *([] if asks else [may("The tip is never part of the quote.")]),
    ]


_EITHER = re.compile(r"\bor\b", re.I)
_EACH = re.compile(
    r"\b100 (?:each|per (?:person|head|guest)|a (?:head|person))\b"
    r"|\bdeposit (?:for|of|from) (?:each|every)\b"
    r"|\b(?:is|are|was|do|does)\b[^.?!\n]{0,25}\bdeposit\b[^.?!\n]{0,15}\b(?:(?:per|each|a) (?:person"
    r"|head|guest|adult)|each)\b",
    re.I,
)


@says("topic:deposit")
def deposit(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    amount = money(facts["prices.deposit"])
    if _EACH.search(str(data.get("words", ""))):
        no = "" if _EITHER.search(str(data["words"])) else "No, "
        return [must(f"{no or 'It is one deposit: '}{'the deposit is ' if no else ''}{amount} for the whole party, "
                "and it comes off the final bill.")]  # fmt: skip
    return [
        must(
            voice.pick(
                f"The deposit is {amount} and comes off the final bill.",
                f"We take a {amount} deposit, which is taken off your bill.",
            )
        ),
        should(
            f"Your party is less than {plural(facts['policies.deposit_refundable_days'], 'day')} away, so it wouldn't come back if you cancel."
            if data.get("late")
            else "It's refundable when you cancel "
            f"{plural(facts['policies.deposit_refundable_days'], 'day')} or more before the party."
        ),
        *(
            []
            if data.get("paid")
            else [may(f"You have {hours(facts['booking.hold_minutes'])} to pay it once you book.")]
        ),
    ]


@says("deposit_stands")
def deposit_stands(voice: Voice, data: Data) -> Parts:
    """Who says that the deposit was waived, or asks for it."""
    return [must(voice.pick(
        f"The {money(data['deposit'])} deposit is the same for every party, I can't waive it.",
        f"I'm sorry, I can't waive the {money(data['deposit'])} deposit, every party has it.",
    ))]  # fmt: skip


@says("topic:hold_time")
def hold_time(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    return [
        must(
            voice.pick(
                f"We hold it for {hours(facts['booking.hold_minutes'])} while you pay the deposit.",
                f"After booking you have {hours(facts['booking.hold_minutes'])} to pay the deposit.",
            )
        ),
        (must if _IF_NOT.search(str(data.get("words", ""))) else should)(
            "After that the date opens up again for others."
        ),
    ]


_AT_ONCE = re.compile(r"\b(?:at once|up ?front|in full|everything|all of it|it all|whole)\b", re.I)


_NAMES_REST = re.compile(
    r"\b(?:rest|balance|remain\w*|left|other (?:part|half)|full|final|all of it|everything|chef|party"
    r"|bill|that day|on the (?:day|night))\b",
    re.I,
)
""" "When do I have to pay it?": the deposit and the rest, where none of them is named."""


@says("rest_due")
def rest_due(voice: Voice, data: Data) -> Parts:
    if _AT_ONCE.search(str(data.get("words", ""))):
        deposit = money(facts_of(data)["prices.deposit"])
        return [must(f"At booking only the {deposit} deposit is due, the rest on the day of the party or before.")]
    if not _NAMES_REST.search(str(data.get("words", ""))):
        deposit = money(facts_of(data)["prices.deposit"])
        return [
            must(f"The {deposit} deposit is paid online once you book, the rest on the day of the party or before.")
        ]
    return [must(voice.pick("The rest is due on the day of the party or before.", "You pay the rest on the day of the party, or before."))]  # fmt: skip


@says("topic:refund_when")
def refund_when(voice: Voice, data: Data) -> Parts:
    """No fact of ours says how long a refund takes, and so no day is named."""
    return [must(voice.pick(
        "Our team sends a refund back to you; on which day it arrives I can't promise.",
        "Our team takes care of refunds; I can't name the day on which one arrives.",
    ))]  # fmt: skip


def _last_day(data: Data, least: int) -> str | None:
    """The last day on which the deposit comes back, of a party that is planned far enough ahead."""
    if not data.get("party"):
        return None
    last = date.fromisoformat(str(data["party"])) - timedelta(days=least)
    return day(last) if last.isoformat() > str(data["today"]) else None


@says("topic:cancellation")
def cancellation(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    least, amount = facts["policies.deposit_refundable_days"], money(facts["prices.deposit"])
    days = plural(least, "day")
    if (told := days_ahead.told(str(data.get("words", "")))) is not None:
        back = f"you'd get the {amount} deposit back in full, as with any cancellation {days} or more before the party"
        kept = f"the {amount} deposit would be kept; it's refunded when you cancel {days} or more before the party"
        return [must(f"{told.words[:1].upper()}{told.words[1:]} {back if told.days >= least else kept}.")]
    if (last := _last_day(data, least)) is not None:
        return [must(f"Cancel by {last}, {days} before the party, and you get the {amount} deposit back in full; "
                "after that it is kept.")]  # fmt: skip
    return [must(voice.pick(
        f"If you cancel {days} or more before the party, you get the {amount} deposit back in full. "
                "Later than that the deposit is kept.",
        f"Cancel {days} or more ahead and you get the {amount} deposit back in full; after that it is kept.",
    ))]  # fmt: skip


_ASKS_IF_KEPT = re.compile(r"\b(?:lose|loses|losing|lost|forfeit\w*|keep|kept|too late|late for|gone)\b", re.I)
_ASKS_IF_BACK = re.compile(
    r"\b(?:back|refund\w*|ok(?:ay)?|fine|safe|in time|early enough|right|correct|yes or no|still|last (?:day|date))\b",
    re.I,
)


COUNTED_DAYS = 30
"""So many days are counted out; more than that nobody counts."""


@says("cancelled_on")
def cancelled_on(voice: Voice, data: Data) -> Parts:
    """What cancelling on a certain day would mean for the party that is planned."""
    facts, on, party = facts_of(data), date.fromisoformat(str(data["on"])), date.fromisoformat(str(data["party"]))
    least, amount, ahead = facts["policies.deposit_refundable_days"], money(facts["prices.deposit"]), (party - on).days
    far = plural(ahead, "day") if ahead <= COUNTED_DAYS else f"more than {plural(least, 'day')}"
    where = f"{day(on)} is {far} before the party on {day(party)}"
    words, kept = str(data.get("words", "")), ahead < least
    asks = bool(_ASKS_IF_KEPT.search(words)), bool(_ASKS_IF_BACK.search(words))
    lead = {(True, False): kept, (False, True): not kept}.get(asks)  # where both are named neither yes nor no is clear
    lead_words = "" if lead is None else "Yes: " if lead else "No: "
    if kept:
        rule = f"You get it back when you cancel {plural(least, 'day')} or more ahead."
        return [must(f"{lead_words}{where}, so the {amount} deposit would be kept."), should(rule)]
    last = ", and that is the last day for it" if ahead == least else ""
    return [must(f"{lead_words}{where}, so you'd get the {amount} deposit back in full{last}.")]


@says("topic:reschedule")
def reschedule(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    free = facts["policies.reschedule_free"]
    times = "once" if free["times"] == 1 else f"{free['times']} times"
    fee = money(facts["policies.reschedule_fee"])
    if data.get("moved"):
        return [must(voice.pick(
            f"Your party has had its free move already, so another one would have a reschedule fee of {fee}.",
            f"The free move of your party is used; for another one there is a {fee} reschedule fee.",
        ))]  # fmt: skip
    return [must(voice.pick(
        f"You can move the date {times} for free, up to {free['min_hours_before']} hours before the "
                f"party. Further or later moves have a reschedule fee of {fee}.",
        (f"The date can be moved {times} for free, up to {free['min_hours_before']} hours before the "
                f"party. After that there is a {fee} reschedule fee."),
    ))]  # fmt: skip


@says("topic:booking_window")
def booking_window(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    return [must(voice.pick(
        f"Please book at least {facts['booking.min_notice_hours']} hours in advance; we plan up to "
                f"{facts['booking.max_months_ahead']} months ahead.",
        (f"You can book from {facts['booking.min_notice_hours']} hours to "
                f"{facts['booking.max_months_ahead']} months ahead."),
    ))]  # fmt: skip


_OF_MONEY = re.compile(r"\b(?:money|refund\w*|credit\w*|paid|pay|charged?|discount|less|cheaper|back)\b", re.I)


@says("topic:leftovers")
def leftovers(voice: Voice, data: Data) -> Parts:
    refund = plain(facts_of(data)["policies.leftover_food_refund"])
    if refund.lower() in ("none", "no") and _OF_MONEY.search(str(data.get("words", ""))):
        return [must("No, any leftovers are yours and don't change the price.")]
    return [
        must(
            "Any leftovers are yours, they don't change the price."
            if refund.lower() in ("none", "no")
            else f"About leftover food: {refund}."
        )
    ]


_FEE = re.compile(r"\b(?:fees?|charge\w*|cost\w*|extra|penalt\w+)\b", re.I)
_MORE_COME = re.compile(
    r"\b(?:more|extra|additional|another|further) (?:\w+ )?(?:people|guests?|persons?|adults?|kids?|friends?|heads|of us|come[s]?|show[s]?)\b"
    r"|\b(?:more|others) (?:show|come|join|turn)|\b(?:bring|add)s? (?:\w+ )?(?:more|another|someone|somebody)\b",
    re.I,
)
""" "Is there a fee if more people show up?"; of one who does not show up nothing is said."""


@says("topic:guest_count_final")
def guest_count_final(voice: Voice, data: Data) -> Parts:
    words, prices = str(data.get("words", "")), voice.profile.prices.model_dump(mode="json")
    more = _FEE.search(words) and _MORE_COME.search(words)
    lead = (
        f"No extra fee: each further guest is simply {money(prices['adult']['amount'])} per adult and "
        f"{money(prices['child']['amount'])} per child."
    )
    return [
        *([must(lead)] if more else []),
        must(
            voice.pick(
                f"The guest count is final {facts_of(data)['policies.guest_count_final_hours']} hours "
                "before the party; until then you can change it.",
                (
                    "You can change the number of guests until "
                    f"{facts_of(data)['policies.guest_count_final_hours']} hours before."
                ),
            )
        ),
    ]


@says("topic:menu_change")
def menu_change(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                f"You can change the menu until {facts_of(data)['policies.menu_change_cutoff_hours']} "
                "hours before the party.",
                f"Menu changes are fine up to {facts_of(data)['policies.menu_change_cutoff_hours']} hours before.",
            )
        )
    ]


_OF_THE_FRIEND = re.compile(
    r"\b(?:she|he|they|(?:my|the|her|his) (?:friend|sister|brother|cousin|neighbou?r|bff|coworker)"
    r"|(?:we|them) both|both of us)\b[^.?!\n]{0,12}\b(?:gets?|also|too|as well|save|receive|earn)\b"
    r"|\bfor being (?:(?:her|his|their|a|the|your|someone'?s|somebody'?s|an?)(?: \w+)? )?(?:friend|sister|brother|cousin|neighbou?r"
    r"|coworker|referr\w+|recommend\w+|sent|invited)\b|\b(?:was|were|got|been|being|am|is) (?:the one )?(?:referred|recommended|sent)\b"
    r"|\b(?:friend|sister|brother|cousin|neighbou?r|coworker|colleague|boss|someone|somebody|who|she|he|they|family|aunt|mom)"
    r"(?: [a-z]+)? (?:sent|referred|recommended|told) (?:me|us|you|u)\b"
    r"|\b(?:friend|sister|brother|cousin|neighbou?r|coworker)(?: [a-z]+)? (?:booked|hired|used|had) (?:with )?(?:you|u|ya)\b"
    r"|\bwhat (?:does|do|would|will) (?:my|the|her|his) (?:friend|sister|brother|cousin|neighbou?r|coworker)\b"
    r"|\b(?:the|that) (?:person|one|guy|lady|couple|family|people)\b[^.?!\n]{0,25}\b(?:gets?|save"
    r"|receive|earn|pays?)\b|^\W*(?:and|what about|how about|does)\W+(?:my |the )?(?:friend|her|him"
    r"|them|friends|she|he)\b",
    re.I,
)
""" "And my friend?": the credit is for who recommends."""


_HOW_MUCH = re.compile(r"\b(?:what|whats|when|before|how (?:much|does|do))\b(?![^.?!\n]*\bin it for\b)", re.I)
""" "What do I get if ...": no question for a yes."""


@says("topic:referral")
def referral(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)["growth.referral"]
    if _OF_THE_FRIEND.search(str(data.get("words", ""))):
        return [must(f"The referral credit is {money(facts['referrer_credit'])}, only for whoever recommends us, "
                "once the friend's party is completed.")]  # fmt: skip
    if _HOW_MUCH.search(str(data.get("words", ""))):
        return [must(f"Your referral credit is {money(facts['referrer_credit'])}, once your friend's party is "
                "completed.")]  # fmt: skip
    return [
        must(f"Yes, your referral credit is {money(facts['referrer_credit'])}, once your friend's party is completed.")
    ]


_COUNTS = re.compile(
    r"\b(?:count\w*|toward\w*|reach\w*|met|appl(?:y|ies)|include\w*|part of|travel\w*|driv\w+)\b", re.I
)
_WHY = re.compile(r"\bwhy\b|\bhow come\b|\bwhat(?:'s| is|s)? (?:that|it) for\b", re.I)
_OF_HEADS = re.compile(
    r"\b(?:min(?:imum)?|least|fewest|smallest)\b[^.?!\n]{0,15}\b(?:number|amount|head ?count|group"
    r"|guests?|people|ppl|party size|persons)\b"
    r"|\b(?:guest|people|group|party size|head ?count) (?:minimum|min)\b|\bhow few\b",
    re.I,
)
_OF_TRAVEL = re.compile(r"\b(?:travel\w*|driv\w+|mileage|distance)\b", re.I)


_ONLY_BIG = re.compile(
    r"\b(?:only|just)\b[^.?!\n]{0,20}\b(?:big(?:ger)?|large(?:r)?|huge|bigger)\b|\b(?:too|that) (?:small|few|little)\b|\bonly (?:for|do) (?:big|large)",
    re.I,
)
""" "Is this only for big groups?", "are we too small?": no first."""


@says("topic:minimum")
def minimum(voice: Voice, data: Data) -> Parts:
    least = money(facts_of(data)["prices.party_minimum"])
    words, reach = str(data.get("words", "")), data.get("reach")
    if reach and "error" not in reach:
        lead = [] if data.get("told") else [must(f"The party minimum is {least} on food.")]
        return [*lead, must(f"{of_party(reach['party'])} come to {money(reach['food_total'])}, so from there on you pay "
                "for your guests alone.")]  # fmt: skip
    if _OF_HEADS.search(words) and facts_of(data)["booking.guests"]["min"] <= 1:
        return [must(f"There's no minimum number of guests, only a party minimum of {least} on food; a smaller "
                "group simply pays that.")]  # fmt: skip
    if _WHY.search(words):
        return [must(f"The minimum of {least} is on the food, so that a private chef can come to any party, "
                "however small."), should("Upgrades, add-ons and more guests count towards it.")]  # fmt: skip
    if _ONLY_BIG.search(words):
        return [must(f"Not at all, smaller groups are very welcome! There's only a minimum of {least} on the food.")]
    if _COUNTS.search(words):
        on_top = _OF_TRAVEL.search(words)
        return [must(f"No, travel comes on top of the {least} minimum." if on_top else (f"Yes, guests, upgrades, extra proteins and add-ons count towards the {least} minimum; travel "
                "comes on top."))]  # fmt: skip
    return [
        must(
            voice.pick(
                f"There's a minimum of {least} on food, travel comes on top. Smaller groups are very "
                "welcome, they just pay the minimum.",
                f"The party minimum is {least} on food; a smaller party is welcome too and simply pays that.",
            )
        )
    ]
