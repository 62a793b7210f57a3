"""Yes or no before a fact, where the words ask for it and the fact decides it: "is there a minimum?", "can we bring wine?". Pure."""

from collections.abc import Mapping
from typing import Any

from hibachi.concierge.understanding import few_enough
from hibachi.kit import lazy_re as re
from hibachi.language.openers import ASKING_VERBS

_CAN = (
    r"\b(?:can|could|may|is it (?:ok|okay|possible|alright|fine)|are we able|am i able|are we allowed|is it allowed)\b"
)
_ASK = rf"\b(?:{ASKING_VERBS})\b"
_THEY = (
    r"(?:we|i|they|he|she|people|guests|everyone|everybody|each (?:guest|person|one|of us)"
    r"|every (?:guest|person)|kids?|the kids|my \w+|somebody|someone|one person)"
)

LEADS: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    f"topic:{topic}": tuple((re.compile(pattern, re.I), said) for pattern, said in rows)
    for topic, rows in {
        "alcohol": (
            (
                (
                    r"\b(?:do|does|are|will|would|whether|if)\b[^.?!\n]{0,25}\b(?:you|u|ya|yall"
                    r"|chef)\b(?! mind)[^.?!\n]{0,20}\b(?:have|serve|provide|sell|offer|bring|supply"
                    r"|got)\b[^.?!\n]{0,20}(?:\b(?:any|some|ur ?self|yourself|yourselves|drinks?|alcohol"
                    r"|beverages?)\b)|\b(?:drinks?|alcohol|beverages?)\b[^.?!\n]{0,20}\byou (?:provide|serve"
                    r"|bring|sell|have|offer)\b"
                ),
                "",
            ),
            (r"\b(?:swap\w*|instead|replace\w*|exchange\w*|trade)\b", ""),
            (
                (
                    rf"{_CAN}[^.?!\n]{{0,20}}\b(?:bring|have|drink|serve|byob?)\b"
                    rf"|\bbyob?\b[^.?!\n]{{0,12}}(?:\?|ok|fine|allowed)"
                    r"|\b(?:do you mind|hope (?:it'?s|that'?s|its|thats) (?:ok|okay|fine))\b"
                    rf"|\b(?:beer|wine|drinks?|cooler|alcohol)\b[^.?!\n]{{0,20}}\b(?:ok|okay|fine|allowed|cool"
                    r"|alright)\b"
                ),
                "Yes.",
            ),
            (
                (
                    rf"{_ASK}[^.?!\n]{{0,15}}\bsake\b[^.?!\n]{{0,20}}\b(?:included|free|part|come)\b"
                    rf"|{_ASK}[^.?!\n]{{0,15}}\b(?:there|we get|you have|you do|include"
                    rf"|with)\b[^.?!\n]{{0,10}}\bsake\b"
                ),
                "Yes.",
            ),
            (
                (
                    rf"{_ASK}[^.?!\n]{{0,12}}\b(?:you|the chef)\b[^.?!\n]{{0,12}}\b(?:sell|serve|bring|have"
                    rf"|provide|offer|do)\b[^.?!\n]{{0,12}}\b(?:beers?|wine|sodas?|cocktails?|liquor"
                    r"|soft drinks|water|juice|cokes?)\b|\bcorkage\b"
                ),
                "No.",
            ),
        ),
        "about": (
            (
                (
                    r"\b(?:can|could|do|would|will) (?:you|u|ya|yall)(?: guys)?\b[^.?!\n]{0,15}\b(?:do|cook"
                    r"|come|cater|offer|set ?up|bring)\b[^.?!\n]{0,30}\b(?:hibachi|teppanyaki|home|homes|house"
                    r"|houses|place|back ?yards?|part(?:y|ies)|chefs?|showers?|weddings?|birthdays?|bdays?"
                    r"|reunions?|graduations?|bachelor\w*|events?|anniversar\w+)\b"
                ),
                "Yes, we do.",
            ),
        ),
        "choose": (
            (
                (
                    r"\b(?:have to|has to|gotta|must|needs? to|all|everyone|everybody"
                    r"|each)\b[^.?!\n]{0,25}\b(?:get|eat|have|pick|choose"
                    r"|order)\b[^.?!\n]{0,12}\b(?:the )?same\b"
                ),
                "No.",
            ),
            (
                (
                    rf"\b(?:can|could|may|does|do|will)\b[^.?!\n]{{0,6}}\b{_THEY}\b[^.?!\n]{{0,20}}\b(?:choose"
                    r"|pick|get|have|select|order|swap|skip|do)\b"
                ),
                "Yes.",
            ),
        ),
        "deposit": (
            (
                (
                    r"\b(?:per|each|every) (?:person|head|guest|adult)\b[^.?!\n]{0,30}\bor\b"
                    r"|\b(?:100|deposit)\b[^.?!\n]{0,20}\b(?:per|for each|for every) (?:person|head|guest"
                    r"|adult)\b"
                ),
                "It's one deposit for the whole party.",
            ),
            (
                (
                    r"\bdeposit\b[^.?!\n]{0,25}\b(?:on top|extra|separate|additional)\b"
                    r"|\b100\b[^.?!\n]{0,12}\b(?:extra|on top|separate)\b"
                ),
                "No.",
            ),
            (
                (
                    r"\b(?:come[s]?|taken|take|knocked|deducted|subtracted|go(?:es)?|count(?:s|ed)?"
                    r"|appl(?:y|ied|ies)|credited|part of|put)\b[^.?!\n]{0,15}\b(?:off|towards?|total|bill"
                    r"|price|balance|from)\b"
                ),
                "Yes.",
            ),
            (
                (
                    rf"{_ASK}[^.?!\n]{{0,15}}\b(?:there|you|we|i)\b[^.?!\n]{{0,22}}\b(?:an? )?(?:deposit"
                    r"|down ?payment|anything (?:down|now|up ?front)|money (?:down|up ?front))\b"
                ),
                "Yes.",
            ),
        ),
        "minimum": (
            (
                (
                    r"(?=.*\b(?:too (?:few|small|little)|not enough"
                    rf"|a problem)\b)(?:{few_enough.ASKS.pattern})"
                ),
                "No, not at all.",
            ),
            (few_enough.ASKS.pattern, "Yes, that's fine."),
            (
                (
                    r"\bmin(?:imum)?\b[^.?!\n]{0,15}\b(?:number|head ?count|group|guests?|people|ppl"
                    r"|party size|persons)\b|\b(?:guest|people|group|party size|head ?count) min(?:imum)?\b"
                ),
                "",
            ),
            (
                (
                    r"\b(?:is there|do you have|do you(?: guys)? (?:require|need)|got|have you got"
                    r"|are there)\b[^.?!\n]{0,15}\bmin(?:imum)?s?\b"
                ),
                "Yes.",
            ),
            (
                r"\b(?:around|avoid|skip|waive|without|get out of)\b[^.?!\n]{0,12}\bmin(?:imum)?\b",
                ("No, the minimum holds for every party, but it can be filled with upgrades, add-ons or more guests."),
            ),
        ),
        "included": (
            (
                (
                    rf"{_ASK}[^.?!\n]{{0,15}}\b(?:rice|salad|veg\w*|sauces?"
                    rf"|sides)\b[^.?!\n]{{0,15}}\b(?:included?|part|extra|free|come)\b"
                    r"|\b(?:is|are) there (?:any |some |also )?(?:rice|salad|veg\w*|sauces?|sides)\b"
                    rf"|\b(?:come|comes|includes?) (?:it )?with\b[^.?!\n]{{0,12}}\b(?:rice|salad|veg\w*"
                    r"|sauces?|sides)\b"
                ),
                "Yes.",
            ),
        ),
        "reschedule": (
            (r"\b(?:unlimited|as often as|as many times|more than once|twice|again|left|how (?:many|often))\b", ""),
            (
                (
                    r"\b(?:an?|one|two|three|four|five|six|eight|ten|twelve|\d{1,2}) (?:hours?|hrs?) (?:before"
                    r"|ahead|prior|out)|\b(?:same day|day of|that morning|morning of|last[- ]minute)\b"
                ),
                "",
            ),
            (
                (
                    rf"{_CAN}[^.?!\n]{{0,20}}\b(?:move|resched\w*|postpone|change|switch|push)\b"
                    r"|\b(?:for )?free\b(?=[^.!\n]*\?|\W*$)"
                ),
                "Yes.",
            ),
        ),
        "guest_count_final": (
            (
                (
                    r"\b(?:have to|need to|must|should)\b[^.?!\n]{0,15}\b(?:know|give|tell"
                    r"|have)\b[^.?!\n]{0,20}\b(?:exact|now|already|today|final)\b"
                ),
                "No, not yet.",
            ),
            (rf"{_CAN}[^.?!\n]{{0,20}}\b(?:change|add|adjust|update|bring|invite|increase|lower)\b", "Yes."),
        ),
        "menu_change": (
            (
                (
                    r"\b(?:have to|need to|must|should)\b[^.?!\n]{0,20}\b(?:decide|pick|choose|know"
                    r"|select)\b[^.?!\n]{0,25}\b(?:now|already|today|yet|when)\b"
                ),
                "No, not yet.",
            ),
            (rf"{_CAN}[^.?!\n]{{0,20}}\b(?:change|switch|swap|adjust)\b", "Yes."),
        ),
        "show": (
            (
                (
                    rf"{_ASK}[^.?!\n]{{0,30}}\b(?:tricks?|shows?|perform\w*|entertain\w*|volcano|flip|toss"
                    r"|cook in front|fire)\b(?![^.?!\n]*\bor\b)"
                ),
                "Yes.",
            ),
        ),
        "hold_time": (
            (
                (
                    r"\b(?:can|could|will|would|do) (?:you|we|i)(?: guys)? (?:hold|reserve|save|keep"
                    r"|pencil)\b(?![^.?!\n]*\b(?:until|till?|through|days?|weeks?|overnight|tomorrow|longer)\b)"
                ),
                "Yes.",
            ),
        ),
        "leftovers": (
            (r"\b(?:money|refund|credit|discount|off the bill|taken off|back)\b", ""),
            (rf"{_CAN}[^.?!\n]{{0,15}}\b(?:keep|take|have|save|box)\b|\bdo (?:we|i) (?:get to )?keep\b", "Yes."),
        ),
        "space": (
            (
                (
                    r"\b(?:have to|need to|must|should|does it need)\b[^.?!\n]{0,12}\b(?:be )?(?:flat|level"
                    r"|even)\b"
                ),
                "Yes.",
            ),
        ),
        "gratuity": (
            (
                r"\b(?:mandatory|required|obligatory|compulsory|optional|have to|forced?|must|automatic\w*)\b",
                "It's up to you.",
            ),
        ),
        "comes_to_you": (
            (
                (
                    r"\b(?:do|have|is|are|got)\b[^.?!\n]{0,15}\b(?:you|there|this)\b[^.?!\n]{0,10}\b(?:an? "
                    r"|any )?(?:actual |real |physical )?(?:restaurant|location|store ?front|dining room)\b"
                ),
                "No.",
            ),
        ),
    }.items()
}


def lead(kind: str, data: Mapping[str, Any]) -> str:
    """What is said before the fact; empty where the words ask for no yes or no, or the fact does not decide it."""
    words = str(data.get("words", ""))
    found = ((pattern.search(words), said) for pattern, said in LEADS.get(kind, ()))
    fits = (said for match, said in found if match is not None and (not said or _is_yes_or_no(words, match.start())))
    return next(fits, "")


_OPEN = re.compile(r"\b(?:how(?! about)|what|whats|which|when|where|who|why|until|till)\b", re.I)
_EITHER = re.compile(r"\bor\b(?! (?:not|no|nah|what|something|anything|so)\b)", re.I)


def _is_yes_or_no(words: str, at: int) -> bool:
    """Whether the sentence asks for a yes or no: none that begins with how, what or when, none between two things."""
    begins = max((words.rfind(end, 0, at) for end in ".?!\n"), default=-1) + 1
    ends = min((found for end in ".?!\n" if (found := words.find(end, at)) >= 0), default=len(words))
    said = words[begins:ends]
    return not _OPEN.search(words[begins:at]) and not _EITHER.search(said)
