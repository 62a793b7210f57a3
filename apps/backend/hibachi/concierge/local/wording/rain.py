"""Words for the weather: the owner's rule for rain, and first of all whether a cover is ours to bring, needed, or enough."""

from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import plain
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should
from hibachi.kit import lazy_re as re

Data = dict[str, Any]

_COVER = (
    r"(?:canop(?:y|ies)|tents?|umbrellas?|tarps?|awnings?|pop[- ]?ups?|gazebos?|pergolas?|carports?"
    r"|cover(?:ed)?|shelter|roof|patio)"
)
_OURS_TO_BRING = re.compile(
    r"\b(?:do|will|can|could|would|does) (?:you|u|ya|yall|they|the chef"
    rf"|your \w+)\b[^.?!]{{0,25}}\b(?:bring|provide|have|supply|rent"
    rf"|come with)\b(?:[^.?!]{{0,25}}\b{_COVER}| (?:one|it|that|them|those)\W*$)",
    re.I,
)
_NEEDED = re.compile(rf"\b(?:need|have to|must|should)\b[^.?!]{{0,25}}\b{_COVER}", re.I)
_HAVE_NONE = re.compile(
    r"\b(?:no|without(?: any)?|(?:don'?t|do not|doesn'?t|haven'?t) (?:have|got|own)(?: any"
    rf"| an?)?) (?:\w+ )?(?:{_COVER}|cover(?:ing)?\b)",
    re.I,
)
_CALLED_OFF = re.compile(
    r"\b(?:(?:do|will|would|should|must)(?:n'?t)? (?:i|we)\b[^.?!]{0,20}\b(?:cancel|call (?:it|this|the party) off))\b",
    re.I,
)
""" "Do we have to cancel?"."""
_GETS_ONE = re.compile(
    rf"\b(?:get|getting|rent|renting|buy|buying|borrow|put up|set up)\b[^.?!]{{0,20}}\b{_COVER}", re.I
)
_HAVE_ONE = re.compile(
    rf"\b{_COVER}\b[^.?!]{{0,40}}\b(?:ok|okay|enough|fine|work|works|good|do|count|tho|though)\b"
    r"|\b(?:we have|we got|i have|there'?s|is|would|could"
    rf"|if (?:i|we) (?:get|have|use))\b[^.?!]{{0,40}}\b{_COVER}",
    re.I,
)


_MONEY_BACK = re.compile(r"\b(?:refund\w*|money back|deposit|back|lose)\b", re.I)
_COVERS = "A canopy, a tent or a covered patio works well."


_MAY_BURN = re.compile(
    r"\b(?:awnings?|cloth|fabric|canvas|sail|wood\w*|timber|bamboo|straw|thatch\w*|pergolas?|umbrellas?|low"
    r"|plastics?|vinyl|pvc|nylon|polyester|polycarbonate|acrylic|plexi\w*|fiberglass|tarps?|tarpaulin"
    r"|\d{1,2} ?(?:ft|feet|foot)(?: (?:up|high|above))?)\b",
    re.I,
)
""" "A cloth awning 8 ft up": cover, and something that burns above a grill."""


def _of_cover(words: str) -> str:
    """What is said first where a cover itself is asked about."""
    if _OURS_TO_BRING.search(words):
        return "No, the cover is yours to have ready."
    if _HAVE_NONE.search(words):
        return "Without cover over the grill it can't go ahead in the rain."
    if _CALLED_OFF.search(words):
        return "No need to, as long as there's overhead cover for the grill."
    if _NEEDED.search(words):
        return "Yes, if it may rain there has to be cover over the grill."
    if _MAY_BURN.search(words):
        return (
            'Whether a cover like that is safe is for our team to decide; just say "ask the team" and a '
            "person takes a look."
        )
    if _GETS_ONE.search(words):
        return "Great, overhead cover like that is what we need."
    return "Yes, overhead cover like that is what we need." if _HAVE_ONE.search(words) else ""


_COLD = re.compile(r"\b(?:cold|chilly|cool|freezing)\b", re.I)


@says("heat")
def heat(voice: Voice, data: Data) -> Parts:
    """What helps against the weather of a day that nobody can foresee."""
    if _COLD.search(str(data["words"])):
        return [must("How cold it gets that day I can't foresee, but the earlier starts are usually the warmer ones.")]
    return [
        must(
            "How hot it gets that day I can't foresee; shade for your guests helps, and the later starts are usually cooler."
        )
    ]


@says("topic:rain")
def rain(voice: Voice, data: Data) -> Parts:
    clauses = [part.strip() for part in re.split(r"[;,]", plain(facts_of(data)["policies.rain"]))]
    rule = "; ".join(part for part in clauses if "refund" not in part)
    words = str(data.get("words", ""))
    rule = rule.replace("the customer provides", "you provide")
    if _MONEY_BACK.search(words):
        refund = next((part.removeprefix("and ") for part in clauses if "refund" in part), "")
        return [must(f"Our rule for rain: {rule}{f', and there is {refund}' if refund else ''}."), may(_COVERS)]
    if lead := _of_cover(words):
        return [must(lead), should(f"Our rule: {rule}.")]
    return [
        must(voice.pick("Rain is no problem under cover:", "Our rule for rain:") + f" {rule}."),
        should(
            voice.pick(
                "A canopy, a tent or a covered patio works well.", "A tent, a canopy or a patio roof does the job."
            )
        ),
    ]
