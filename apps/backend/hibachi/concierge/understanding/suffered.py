"""What somebody says that they suffered, as we regret it: in their own matter, only what they said, owning up to nothing. Pure."""

from collections.abc import Callable
from typing import Any

from hibachi.concierge.understanding.figures import without_figures
from hibachi.kit import lazy_re as re
from hibachi.language.roster.words import RELATION
from hibachi.language.spans import fold

MOST = 2
"""So many things are named; more would be a list."""
_KIN = rf"(?:{RELATION}|baby|toddler|kid|child|guest)(?:[- ]in[- ]law)?"
_WHO = rf"(?:(?:my|our) (?:\w+ )?(?P<who>{_KIN})|one of (?:my|our|the) (?:guests|friends|kids))"
_CHEF = r"(?:chefs?|cooks?|hibachi guy|guy|guys|team|crew|staff|he|she|they|you|u)"
_FOOD = (
    r"(?:food|meal|dinner|chicken|steak|beef|shrimp|scallops?|salmon|lobster|filet|calamari|tofu|rice"
    r"|noodles|meat|fish|veg(?:gie|etable)s?|dish(?:es)?)"
)
_BAD = r"(?:ice[- ]cold|cold|raw|undercooked|overcooked|burnt|burned|spoiled|salty|dry|inedible|rancid)"
_PLACE = (
    r"(?:deck|patio|terrace|porch|balcony|tables?|lawn|grass|fence|garage(?: door)?|driveway|car|truck"
    r"|walls?|floors?|tiles?|pavers?|counter ?tops?|umbrella|awning|canopy|gazebo|pergola|rug|carpet"
    r"|tablecloth|tree|bush(?:es)?|siding|window|gate|mail ?box|couch|sofa|furniture|chairs?|concrete|door"
    r"|house|fridge|flower ?beds?|sprinklers?|pool|yard|backyard|sink|oven|planter)"
)
_HARM = (
    r"(?:stain\w*|burn marks?|scorch\w*|burn(?:ed|t)|broke(?:n)?|crack\w*|scratch\w*|damag\w+|dent\w*"
    r"|melt\w*|ruin\w*|destroy\w*|chipp?ed|hit|backed into|ran over|drove over"
    r"|(?:grease|oil)(?! (?:stain|mark|spot)))"
)
_EVENT = (
    r"(?:birthday(?: party)?|party|wedding(?: day)?|anniversary|graduation(?: party)?|dinner|evening|night"
    r"|day|event|celebration|quincea[nñ]era|shower|reception|reunion)"
)


def _who(said: re.Match[str]) -> str:
    return f"your {said['who'].lower()}" if said["who"] else "one of your guests"


def _hurt(said: re.Match[str]) -> str:
    return f"that {_who(said)} got hurt"


def _burned(said: re.Match[str]) -> str:
    who = said["who"] or said["who2"]
    return f"about your {who.lower()}'s burn" if who else "about the burn"


def _ill(said: re.Match[str]) -> str:
    return f"that {_who(said)} fell ill" if said["who"] else "that people fell ill"


def _was_bad(said: re.Match[str]) -> str:
    what = (said["what"] or said["what2"]).lower()
    verb = "were" if what.endswith("s") and not what.endswith("ss") and what != "calamari" else "was"
    return f"that the {what} {verb} {(said['how'] or said['how2']).lower()}"


def _spoiled(said: re.Match[str]) -> str:
    of, event = said["of"] or said["of2"], (said["event"] or said["event2"]).lower()
    whose = f" {of.lower().removesuffix(chr(39) + 's').removesuffix('s')}'s" if of else ""
    return f"that your{whose} {event} was spoiled"


def _damage(said: re.Match[str]) -> str:
    harm = (said["harm"] or said["harm2"] or "").lower()
    place = (said["place"] or said["place2"]).lower()
    if harm.startswith("stain"):
        return f"about the stains on your {place}"
    if harm in ("grease", "oil"):
        return f"about the {harm} on your {place}"
    return f"about the damage to your {place}"


_Phrase = str | Callable[[re.Match[str]], str]
_SUFFERED: tuple[tuple[str, str, _Phrase], ...] = (
    (
        "burn",
        (
            rf"\b{_WHO}\b[^.?!\n]{{0,40}}\b(?:burn(?:ed|t|s)?|scald\w*|blister\w*)\b"
            rf"|\bburn(?:ed|t)? (?:my|our) (?:\w+ )?(?P<who2>{_KIN})\b"
        ),
        _burned,
    ),
    (
        "hurt",
        (
            rf"\b{_WHO}\b[^.?!\n]{{0,30}}\b(?:(?:was|got|is|has been) (?:\w+ )?(?:hurt|injured|cut)"
            r"|cut (?:his|her|their|a)|slipped|fell (?:over|on|off|down))\b"
        ),
        _hurt,
    ),
    (
        "self hurt",
        (
            r"\bi\b(?:(?!\b(?:my|our|his|her|the|an?|who)\b)[^.?!\n]){0,40}\b(?:slipped|tripped|fell"
            r"|got (?:burn(?:ed|t)|hurt|cut)|(?:was|am) (?:hurt|injured|burned)|burned (?:my|myself)|hurt my"
            r"|cut my)\b"
        ),
        "that you got hurt",
    ),
    (
        "ill",
        (
            rf"\b(?:(?:my|our) (?:\w+ )?(?P<who>{_KIN})"
            r"|(?:\w+ )?(?:of us|of our guests|guests|people|kids|friends)|everyone|everybody|we"
            rf"|i)\b[^.?!\n]{{0,40}}\b(?:(?:got|were|was|been|being|felt|are|fell|is|all) (?:\w+ )?(?:sick"
            r"|ill)|food poison\w*|threw up|throwing up|vomit\w*)\b(?! of)"
        ),
        _ill,
    ),
    (
        "no chef",
        (
            r"\b(?:your |the |our |ur )?(?:chefs?|cooks?|hibachi guy|guy|nobody|no one"
            r"|no-one)\b[^.?!\n]{0,20}\b(?:never|didn'?t|did not|even)\b[^.?!\n]{0,12}\b(?:show\w*(?: up)?"
            r"|c[oa]me|arrive[ds]?|turn(?:ed)? up)\b|\b(?:nobody|no one) (?:showed|came|turned) (?:up)?\b"
            r"|\bno[- ]show\w*"
        ),
        "that no chef came to your party",
    ),
    (
        "not there",
        (
            r"\b(?:where(?:'?s| is| the hell is)) (?:the|our|my|your|ur) (?:chef|cook|guy)\b"
            r"|\b(?:no|still no) (?:chef|cook)\b(?! came)"
            r"|\b(?:the|our|your) (?:chef|cook)(?:'s| is)? (?:still )?(?:not|isn'?t) (?:here|there)\b"
            r"|\b(?:chef|cook) (?:still )?(?:hasn'?t|has not|isn'?t)\b[^.?!\n]{0,12}\b(?:here|arrived|come"
            r"|shown)\b|\b(?:chef|cook|guy|he|she)(?:'?s| is)(?: already| now| still| over"
            r"| almost)*(?: (?:an?|one|two|half an|\d+) (?:hours?|hrs?|min\w*))? late\b"
        ),
        "that the chef isn't there yet",
    ),
    (
        "late",
        (
            rf"\b{_CHEF}\b[^.?!\n]{{0,45}}\b(?:late"
            r"|hours? after)\b(?! (?:with|on) (?:my|the|our) (?:refund|money|deposit))"
            rf"|\b(?:an?|one|two|three|half|\d{{1,3}})\b[^.?!\n]{{0,14}}\b(?:hours?|hrs?|min\w*) late\b"
            r"|\b(?:waited|waiting|sat around|kept (?:us|everyone|my guests"
            rf"|our guests) waiting)\b[^.?!\n]{{0,25}}\b(?:an?|one|two|three|half"
            rf"|\d{{1,3}})\b[^.?!\n]{{0,8}}\b(?:hours?|hrs?|min\w*)\b[^.?!\n]{{0,14}}\b(?:chef|cook|you|guy"
            r"|food)\b"
        ),
        "that you had to wait for the chef",
    ),
    (
        "food",
        (
            rf"\b(?P<what>{_FOOD})\b(?: (?:on|at|last|this) \w+)?(?: (?:was|were|is|are|came(?: out)?|arrived"
            r"|got|all|half|really|so|totally|completely|still|stone|mostly|served|tasted"
            rf"|just))+ (?P<how>{_BAD})\b|\b(?P<how2>raw|undercooked|burnt|spoiled|ice[- ]cold"
            rf"|overcooked) (?P<what2>{_FOOD})\b"
        ),
        _was_bad,
    ),
    (
        "found",
        (
            r"\b(?:hairs?|metal|glass|plastic|bugs?|fl(?:y|ies)|roach\w*|insects?|mold|band[- ]?aid|wire"
            r"|pebble|screw|nail)\b[^.?!\n]{0,15}\b(?:in|inside|on)\b[^.?!\n]{0,14}\b(?:food|rice|noodles"
            r"|chicken|steak|salad|sauce|plate|dinner|meal|drink)\b"
        ),
        "about what was in the food",
    ),
    (
        "drunk",
        (
            r"\b(?:your |the )?(?:chefs?|cooks?|driver|guy|staff|he|she|they)\b[^.?!\n]{0,25}\b(?:drunk|high"
            r"|wasted|intoxicated|inappropriate|harass\w*|comments|groped|hit on|creepy)\b"
        ),
        "about what happened with the chef",
    ),
    (
        "rude",
        (
            r"\b(?:your |the )?(?:chefs?|cooks?|driver|guy|staff|person|man|woman|lady|team|he|she"
            r"|they)\b[^.?!\n]{0,25}\b(?:rude|yell\w*|shout\w*|curs\w+|swore|swear\w*|insult\w*|made fun"
            r"|mock\w*|laughed at|argu\w+ with|fought with|humiliat\w*)\b"
        ),
        "about how you were treated",
    ),
    (
        "double",
        (
            r"\b(?:charg|bill|debit|took|taken|paid)\w*\b[^.?!\n]{0,35}\b(?:twice|double|(?:two|2) times)\b"
            r"|\bdouble[- ]?charged?\b"
        ),
        "about the double charge",
    ),
    (
        "charge",
        (
            r"\b(?:took|taken|charged|debited|withdr[ae]w\w*)\b[^.?!\n]{0,30}\b(?:my|our) (?:\w+ )?(?:card"
            r"|account|bank)\b"
        ),
        "about the charge on your card",
    ),
    (
        "bill",
        (
            r"\b(?:overcharg\w+|(?:charg|bill)ed\b[^.?!\n]{0,25}\b(?:too much|wrong|more than|extra"
            r"|for (?:too many|people|\w+ (?:people|guests|adults|kids)))"
            r"|(?:wrong|mistakes?|errors?|something (?:off|wrong))\b[^.?!\n]{0,15}\b(?:bill|invoice|charge"
            r"|receipt)|(?:bill|invoice|charge|receipt)\b[^.?!\n]{0,15}\b(?:wrong|off|incorrect|too high"
            r"|higher|not right))\b"
        ),
        "about the trouble with your bill",
    ),
    (
        "refund",
        (
            r"\b(?:still|never|not|haven'?t|hasn'?t|didn'?t|no|waiting"
            r"|promised)\b[^.?!\n]{0,40}\b(?:refund(?:ed)?|deposit|money) ?(?:back)?\b[^.?!\n]{0,30}(?:[.!\n]"
            r"|$)|\b(?:refund|deposit|money)\b[^.?!\n]{0,25}\b(?:still|never|not|hasn'?t|haven'?t)\b"
        ),
        "that you're still waiting for your money",
    ),
    (
        "called off",
        (
            r"\b(?:you|u|they|(?:your|the) (?:chef|team|company))(?: guys| just| have|'ve| has"
            r"| all)* cancell?ed\b"
        ),
        "that your party was cancelled",
    ),
    (
        "missing",
        (
            r"\b(?:forgot|left out|didn'?t bring|never brought)\b[^.?!\n]{0,25}\b(?:paid|ordered|asked)\b"
            r"|\b(?:ordered|paid (?:extra )?for|asked for|requested|promised)\b[^.?!\n]{0,45}\b(?:only|never"
            r"|didn'?t|not|instead)\b|\bnever (?:got|received|saw) (?:the|our|my|any) (?:\w+ ){0,2}(?:lobster"
            r"|filet|steak|shrimp|salmon|scallops|gyoza|noodles|edamame|rice|food|upgrade)"
        ),
        "that part of what you ordered was missing",
    ),
    (
        "damage",
        (
            rf"\b(?P<harm>{_HARM})\b[^.?!\n]{{0,25}}\b(?:my|our|the|his"
            rf"|her) (?:\w+[ -]){{0,3}}?(?P<place>{_PLACE})\b"
            rf"|\b(?:my|our|the) (?:\w+ ){{0,3}}?(?P<place2>{_PLACE})\b[^.?!\n]{{0,30}}\b(?P<harm2>{_HARM})\b"
        ),
        _damage,
    ),
    (
        "mess",
        (
            r"\b(?:left|leaving)\b[^.?!\n]{0,25}\b(?:mess|trash|garbage|grease|dirt|food (?:all|every))\b"
            r"|\bthe mess\b"
        ),
        "about the mess",
    ),
    (
        "spoiled",
        (
            r"\b(?:ruin|spoil|wreck|destroy)\w* (?:my"
            rf"|our) (?:(?P<of>{_KIN})'?s )?(?:\w+ )??(?P<event>{_EVENT})\b"
            rf"|\b(?:my|our) (?:(?P<of2>{_KIN})'?s )?(?:\w+ "
            rf")??(?P<event2>{_EVENT})\b[^.?!\n]{{0,30}}\b(?:ruined|spoiled|wrecked|destroyed)\b"
        ),
        _spoiled,
    ),
    (
        "unanswered",
        (
            r"\b(?:nobody|no ?one|no-one|you (?:guys )?never|you don'?t)\b[^.?!\n]{0,20}\b(?:answer\w*|call\w*"
            r"|repl(?:y|ie)\w*|respond\w*|g[eo]ts? back|picks? up|picked up|returned)\b"
            r"|\bignor(?:ed|ing) (?:me|us|my|our)\b"
            r"|\b(?:called|emailed|texted|written|wrote|messaged|asked)\b[^.?!\n]{0,25}\b(?:twice"
            r"|(?:three|four|five|\d) times|several times|again and again|no (?:answer|reply|response))\b"
            r"|\bno (?:answer|reply|response|call ?back)\b"
        ),
        "that nobody has got back to you",
    ),
)
"""What is suffered, the gravest first, with the words for it behind "I'm sorry to hear"."""
_PATTERNS = tuple((name, re.compile(pattern, re.I), phrase) for name, pattern, phrase in _SUFFERED)
_ONLY_SUPPOSED = re.compile(
    r"\b(?:if|what if|in case|will|would|could|might|may|hope|hopefully|afraid|worried)\b", re.I
)
_SENTENCE = re.compile(r"[^.?!\n]+[.?!\n]*")
_INSTEAD_OF = {
    "not there": ("late",),
    "no chef": ("late",),
    "burn": ("hurt", "self hurt"),
    "hurt": ("self hurt",),
    "double": ("charge",),
    "drunk": ("rude",),
    "self hurt": ("damage",),
    "found": ("food",),
    "damage": ("mess",),
}
"""What says the others too."""


def named(text: str) -> tuple[str, ...]:
    """What somebody says that they suffered, at most two, each to stand behind "I'm sorry to hear"."""
    sentences = [said for said in _SENTENCE.findall(without_figures(fold(text))) if not _ONLY_SUPPOSED.search(said)]
    told = " ".join(sentences)
    found: dict[str, str] = {}
    for name, pattern, phrase in _PATTERNS:
        said = pattern.search(told)
        if said is not None and not any(name in _INSTEAD_OF.get(one, ()) for one in found):
            found[name] = phrase if isinstance(phrase, str) else phrase(said)
    return tuple(found.values())[:MOST]


_FIRM = re.compile(
    r"\b(?:compan(?:y|ies)|corporat\w*|firm|business|office|team|employ\w+|staff|school|church"
    r"|vendors?|accounts? payable|accounting|procurement|department|dept|p\.?o\.?|purchase order"
    r"|net[- ]?\d+|inc|llc|organi[sz]ation|non-?profit|university|hospital|tax[- ]exempt\w*)\b",
    re.I,
)
""" "Our accounting pays on invoice": somebody who writes for a firm; "can we pay by invoice?" may be anybody."""


def who_it_is(text: str) -> dict[str, Any]:
    """Of whom an allergy is told, and whether a firm is spoken of, so that it may be welcomed as one."""
    return {"whose": whose_allergy(text), "firm": bool(_FIRM.search(text))}


_WANTS_MONEY = re.compile(
    r"\b(?:refund|(?:my|our|the) (?:full )?(?:money|deposit|\$?\d{2,4}) back|money back|reimburs\w*"
    r"|compensat\w*|pay(?:ing)? (?:for|me|us)|credit)\b",
    re.I,
)


_ALLERGIC = re.compile(
    rf"\b(?:my|our) (?:\w+ )?(?P<who>{_KIN})(?:'?s)?\b[^.?!\n]{{0,60}}\b(?:allerg\w+|anaphyla\w+"
    rf"|epi ?-?pens?)\b|\b(?:allerg\w+|anaphyla\w+|epi ?-?pens?)\b[^.?!\n]{{0,25}}\b(?:for|of) (?:my"
    rf"|our) (?:\w+ )?(?P<who2>{_KIN})\b",
    re.I,
)


def whose_allergy(text: str) -> str | None:
    """Of whom a severe allergy is told, "your son's"; None where it is nobody that is named."""
    told = _ALLERGIC.search(text)
    return f"your {(told['who'] or told['who2']).lower()}'s" if told else None


def wants_money(text: str) -> bool:
    """Whether money is asked back, which the person who takes over should find named."""
    return bool(_WANTS_MONEY.search(text))
