"""Words for what a customer said and had in earlier times."""

from typing import Any

from hibachi.concierge.local.wording.formats import clock, day, listed
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should

Data = dict[str, Any]


@says("own_words")
def own_words(voice: Voice, data: Data) -> Parts:
    """Their own words with the day, the newest first; without the words where they may not be repeated."""
    first, *rest = data["words"]
    parts = [must(_told(first, data, voice.pick("you wrote", "you told us")))]
    parts += [should(_told(one, data, "you wrote")) for one in rest]
    return [*parts, may(voice.pick("Is that still so?", "Tell me if that has changed."))]


def _past(on: str, today: str) -> str:
    """A day that is over, with its year where that is another one."""
    return day(on, year=on[:4] != today[:4])


def _told(one: Data, data: Data, verb: str) -> str:
    on = _past(one["date"], data["today"])
    verb = verb if one["own_words"] else "we noted"
    return f"On {on} {verb}: \u201c{one['said']}\u201d" if data["quotes"] else f"On {on} {verb} something about that."


@says("nothing_noted")
def nothing_noted(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "I have nothing noted about that.",
                "I'm sorry, I have nothing noted about that from before.",
                "About that I have nothing noted, sorry.",
            )
        ),
        should(voice.pick("Just tell me, and I'll go by that.", "If you tell me now, I'll go by that.")),
    ]


@says("no_place_noted")
def no_place_noted(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("I have no place noted from before.", "I don't have a place noted from last time, sorry."))]


@says("last_party")
def last_party(voice: Voice, data: Data) -> Parts:
    """When and where it was, who came and what they had."""
    kids = f" and {data['children']} {'child' if data['children'] == 1 else 'children'}" if data["children"] else ""
    where = f" in {data['zip']}" if data["zip"] else ""
    lead = voice.pick("Last time, on", "Your last party was on")
    when = f"{_past(data['date'], data['today'])} at {clock(data['time'])}"
    if lead.startswith("Last"):
        parts = [must(f"{lead} {when}, we cooked for {data['adults']} adults{kids}{where}.")]
    else:
        parts = [must(f"{lead} {when}, for {data['adults']} adults{kids}{where}.")]
    dishes = [str(key).replace("_", " ") for key in (*data["proteins"], *data["addons"])]
    return [*parts, must(f"You had {listed(dishes)}.")] if dishes else parts
