"""Words for what is asked of us: what costs nothing extra, the shared grill, which occasions; yes or no first."""

from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import plain
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should
from hibachi.kit import lazy_re as re

Data = dict[str, Any]

_INCLUDED = re.compile(
    r"\binclud\w*\b|\bcovered\b|\bpart of\b|\bin (?:the|that|this|your) (?:price|total|cost)\b", re.I
)
_OR = re.compile(r"\bor\b|\bhow much\b|\bwhat\b", re.I)


@says("topic:chef_extra")
def chef_extra(voice: Voice, data: Data) -> Parts:
    """ "You don't charge extra for the chef?": chef, show, grill and set-up are in the price of each guest."""
    words = str(data.get("words", ""))
    lead = "" if _OR.search(words) else "Yes, " if _INCLUDED.search(words) else "No, "
    what = voice.pick(
        "the chef, the show, the grill and the set-up are all included in the price per guest.",
        "everything is in the price per guest: the chef, the show, the grill, the food and the set-up.",
    )
    said = f"{lead}{what}" if lead else f"{what[:1].upper()}{what[1:]}"
    return [must(said), should("Only travel beyond the free miles and a tip come on top.")]


_SEPARATE = re.compile(
    r"\b(?:separate(?:ly)?|apart|away from|different|another|own|second|dedicated|guarantee|keep)\b", re.I
)
_SAME = re.compile(
    r"\b(?:same|shared?|together|one grill|one pan|next to|cross[- ]?contam\w*|touch\w*|near|mix\w*)\b", re.I
)


@says("topic:shared_grill")
def shared_grill(voice: Voice, data: Data) -> Parts:
    words = str(data.get("words", ""))
    lead = "No, " if _SEPARATE.search(words) else "Yes, " if _SAME.search(words) else ""
    shared = re.search(r"[^.]*\bshared\b", plain(facts_of(data)["dietary.never_promise"]))
    told = shared.group().strip() if shared else "grill, tools and oil are shared"
    told = f"{told[:1].lower()}{told[1:]}" if lead else f"{told[:1].upper()}{told[1:]}"
    return [
        must(f"{lead}{told}, so we can't promise an allergen-free kitchen."),
        should(voice.pick("Please tell me about any allergy.", "If somebody has an allergy, please tell me.")),
    ]


@says("topic:indoor")
def indoor(voice: Voice, data: Data) -> Parts:
    """ "We're in an apartment": where the chef can cook, and who decides about indoors."""
    rule = plain(facts_of(data)["policies.indoor"])
    return [
        must(f"The chef cooks outdoors; about that our rule is: {rule}."),
        must(
            "Is there a patio, a courtyard or a driveway that you could use? Otherwise our team can "
            "look at it with you."
        ),
    ]


@says("topic:occasions")
def occasions(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    line = plain(facts["business.tagline"])
    return [
        must(
            voice.pick(
                f"Yes, gladly! {facts['business.name']} is {line[:1].lower() + line[1:]}, whatever the occasion.",
                f"Yes, we cook for any occasion: {facts['business.name']} is {line[:1].lower() + line[1:]}.",
            )
        )
    ]
