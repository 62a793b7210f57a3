"""Words about a change that was shown and waits for its yes: why it costs what it costs, whether it is free, what it means."""

from typing import Any

from hibachi.concierge.local.wording.changes import deposit_then, what_would_change
from hibachi.concierge.local.wording.formats import is_zero, money, of_party, when
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says
from hibachi.kit import lazy_re as re

Data = dict[str, Any]


@says("shown_why")
def shown_why(voice: Voice, data: Data) -> Parts:
    """Each of what moves the total: the food, the way, the fee for moving."""
    preview = data["preview"]
    after, before, fee = preview["quote"], preview["before"], preview.get("reschedule_fee")
    parts = []
    if after["food_total"] != before["food_total"]:
        guests, had = of_party(after["party"]), of_party(before["party"])
        if guests == had:
            parts.append(must(f"With that, the food comes to {money(after['food_total'])} instead of "
                    f"{money(before['food_total'])}."))  # fmt: skip
        else:
            parts.append(must(f"The food for {guests} comes to {money(after['food_total'])}, while it's "
                    f"{money(before['food_total'])} for {had}."))  # fmt: skip
        if before.get("minimum_applied") or after.get("minimum_applied"):
            parts.append(
                must(f"The party minimum is {money(voice.profile.prices.model_dump(mode='json')['party_minimum'])}.")
            )
    if after.get("travel_fee") != before.get("travel_fee") and not is_zero(after.get("travel_fee")):
        parts.append(must(f"Travel to {data['arguments'].get('customer_zipcode', 'the new place')} is "
                f"{money(after['travel_fee'])}."))  # fmt: skip
    if not is_zero(fee):
        parts.append(must(f"There is a reschedule fee of {money(fee)} in it, since the first move is free and a further "
                "or late one isn't."))  # fmt: skip
    return parts or [must(f"It doesn't cost more: the total stays {money(after['total'])}.")]


_ASKS_FREE = re.compile(
    r"\b(?:free|no (?:extra |additional )?(?:fee|charge|cost|money)|same price|nothing (?:more|extra)|still)\b", re.I
)
""" "Is that free?" is answered by yes, "is there a fee?" by no."""


@says("shown_free")
def shown_free(voice: Voice, data: Data) -> Parts:
    preview = data["preview"]
    total, difference = money(preview["quote"]["total"]), str(preview.get("difference") or "0")
    if is_zero(difference):
        lead = "Yes, it's free" if _ASKS_FREE.search(str(data.get("words", ""))) else "No, it costs nothing more"
        return [must(f"{lead}: the total stays {total}.")]
    if difference.startswith("-"):
        return [must(f"Yes, and the new total would even be less, {total}.")]
    return [must(f"Not quite: the new total would be {total}, {money(difference)} more than before.")]


@says("shown_means")
def shown_means(voice: Voice, data: Data) -> Parts:
    after = data["preview"]["quote"]
    what = what_would_change(voice, data["booking"], data["arguments"], after).rstrip(".")
    return [
        must(voice.pick("Nothing is changed yet.", "So far nothing is changed.")),
        must(f"If you say yes, {what[0].lower()}{what[1:]}, and the total would be {money(after['total'])}."),
    ]  # fmt: skip


@says("cancel_means")
def cancel_means(voice: Voice, data: Data) -> Parts:
    return [
        must("Nothing is cancelled yet."),
        must(f"If you say yes, there would be no party on {when(data['booking'])}."),
        must(deposit_then(voice, data["preview"], data["booking"])),
    ]


@says("only_the_team")
def only_the_team(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "That's something only our team can do, so that nothing goes wrong with it.",
        "I'm not able to do that part myself, I'm afraid; our team takes care of it.",
    ))]  # fmt: skip


@says("shall_pass_on")
def shall_pass_on(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Shall I pass it on to them?", "Would you like me to hand it to them?"))]


@says("check_time")
def check_time(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "I can't promise how long it takes: our team records a payment once it has arrived, and you "
                "can ask me here any time.",
        "How long a check takes I can't say for certain; our team records payments once they have arrived.",
    ))]  # fmt: skip


@says("reminders_only")
def reminders_only(voice: Voice, data: Data) -> Parts:
    """Reminders alone are to stop: what STOP would end besides is said, and a person is offered."""
    return [
        must(voice.pick("I understand, you'd like no more reminders.", "Understood, no more reminders.")),
        must("Replying STOP would end all our texts, also those about your party."),
        must("Shall I ask our team to stop only the reminders?"),
    ]


@says("not_done_yet")
def not_done_yet(voice: Voice, data: Data) -> Parts:
    """What was shown still waits for the yes."""
    return [must(voice.pick("Not yet, I was waiting for your yes.", "No, not yet: it waits for your yes."))]
