"""Small things people mention: the occasion, the kind of place, diets. English words, no dish and no number."""

from collections.abc import Sequence

from hibachi.concierge.understanding import diet_facts, tastes
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.numbers import NUMBER
from hibachi.language.openers import OPENERS

OCCASIONS: tuple[tuple[str, str], ...] = (
    (
        "birthday",
        (
            r"b-?days?|birthdays?|brithday|bithday|turn(?:s|ing) \d+"
            r"|(?:my|his|her|\w+'s|(?:my|our|his|her) \w+s) \d{1,2}(?:st|nd|rd"
            r"|th)\b(?! (?:of|street|st|ave|at|noon|\d))"
        ),
    ),
    ("anniversary", r"anniversar(?:y|ies)"),
    ("graduation", r"graduation|grad party|graduat(?:es?|ed|ing)\b"),
    ("wedding", r"wedding|rehearsal dinner"),
    ("engagement", r"engagement|proposal"),
    ("baby shower", r"baby shower"),
    ("bridal shower", r"bridal shower"),
    ("bachelorette", r"bachelorette"),
    ("bachelor party", r"bachelor party"),
    ("retirement", r"retirement|retiring"),
    ("christening", r"christening|baptism"),
    ("quinceañera", r"quincea[nñ]era|\bquince\b"),
    ("housewarming", r"house ?warming"),
    ("reunion", r"reunion"),
    ("team dinner", r"team (?:dinner|lunch|event|party)|office party|work party|company party"),
    ("Mother's Day", r"mother'?s day"),
    ("Father's Day", r"father'?s day"),
    ("holiday party", r"holiday party|christmas party|new year'?s"),
    ("cookout", r"cook ?outs?\b"),
    ("date night", r"date night"),
)
_OCCASION = tuple((name, re.compile(rf"\b(?:{pattern})", re.I)) for name, pattern in OCCASIONS)

_VENUE = re.compile(
    r"\b(?:(?:big |flat |nice |level |covered |our |my |the |a |same |large |small )*(?:back ?yard"
    r"|front yard|yard|patio|garden|deck|roof ?top|roof terrace|terrace|driveway|pool(?:side)?"
    r"|courtyard|carport|lawn|porch|gazebo|tent|canopy|park|ranch|farm|vineyard|winery|beach house"
    r"|airbnb))\b",
    re.I,
)

_DIET_SUBJECT = re.compile(
    r"\b(?:my|our|us|half|most|one|two|three|four|five|six|\d+|some|someone|somebody|i|we|i'?m|he|she"
    r"|they|his|her|guests?|a few|couple|nobody|adults?|kids?|people|ppl|who"
    r"|all(?: the)? (?:meats?|food|chicken|beef)|the (?:meats?|food)|everything|must|need(?:s|ed)?"
    r"|has to|have to|should be|required?|requested|please|pls|strictly|only"
    r"|for (?:the|a|an|my|our|him|her|them|us)|whole|entire|(?:any|every)(?:one|body)|dad|daddy|father|mom|mum"
    r"|mother|wife|husband|son|daughter|sister|brother|aunt\w*|uncle|cousins?|nieces?|nephews?"
    r"|grand\w+|nana|abuel[ao]|t[ií][ao]|friends?|boss|fianc[eé]e?|boyfriend|girlfriend)(?:'?s)?\b",
    re.I,
)
_DIET_CUE = re.compile(
    r"\b(?:allerg\w+|intoleran\w+|diet\w*|restrictions?|can'?t (?:eat|have)|cant (?:eat|have)"
    r"|cannot (?:eat|have)|doesn'?t eat|don'?t eat|dont eat|free)\b",
    re.I,
)
_GENERAL_ALLERGY = re.compile(r"\ballerg\w+|\bdietary\b|\bfood (?:restrictions?|sensitivit\w+)", re.I)
_NO_DIET = re.compile(
    r"\b(?:no|nothing|none|not any|without|nobody|no one|aren'?t any|everybody"
    r"|everyone)\b[^.!?,\n]{0,25}\b(?:diet\w*|restrictions?|allerg\w+|dietary|picky"
    r"|eats? (?:everything|anything))\b|\bnobody(?:'s)? (?:is )?picky\b"
    r"|(?<!don't )(?<!can't )(?<!not )(?<!cannot )(?<!won't )(?<!rest )(?<!others )\beats? (?:everything"
    r"|anything)\b(?![^.!?]*\b(?:but|except|halal|vegetarian|vegan)\b)",
    re.I,
)


_OF_OTHERS = re.compile(
    r"\b(?:has|have|got|is at|going to|goes to|attending|invited to|away for) (?:a|an|another|his|her"
    r"|their|my)\s+(?:\w+ )?$",
    re.I,
)
_BUSY = re.compile(r"^\W*no\b|\b(?:can'?t|cannot|not|won'?t|conflict|busy|instead|doesn'?t work)\b", re.I)
""" "No, my cousin has a wedding": the reason why a day is not possible, not what is celebrated."""


def occasion(text: str) -> str | None:
    """What is celebrated, as a noun."""
    for name, pattern in _OCCASION:
        match = pattern.search(text)
        if match and not (_OF_OTHERS.search(text[: match.start()]) and _BUSY.search(text)):
            return name
    return None


def venue(text: str) -> str | None:
    """Where on the property, in the customer's words."""
    match = _VENUE.search(text)
    return match.group().strip() if match else None


def speaks_of_diet(text: str) -> bool:
    return bool(diets(text) or _GENERAL_ALLERGY.search(text))


_NONE = re.compile(r"(?:^|[.,;!\n])\s*(?:and )?(?:no(?:ne|pe)?|nah|nothing)\s*(?:$|[.,;!\n])", re.I)
""" "Saturday June 13. none", to the question about diets."""


_CAN_EAT = re.compile(
    r"\b(?:can|could|will|would|does|is there|what)\b[^.?!\n]{0,30}\b(?:eat|eats|have|get) (?:anything"
    r"|something|everything)\b(?! (?:and|but) no)",
    re.I,
)
""" "Can my vegan friend eat anything?": asked, no word that everything is eaten."""


_ONE_AVOIDS = re.compile(
    rf"\b(?:my|our|his|her|their|one|an?|some\w*|the|{NUMBER})(?: \w+){{0,4}}? (?:avoids?"
    r"|prefers?(?: to (?:skip|avoid|eat|have|stay))?|skips?|likes? to (?:skip|avoid)|would rather"
    r"|tr(?:y|ies) to (?:avoid|skip)|stays? (?:away|off)|cuts? (?:out|down)"
    r"|doesn'?t (?:eat|do|want|like)|does not (?:eat|do)|goes? without"
    r"|(?:isn'?t|is not|not) (?:really |much of |big on )?(?:a (?:big )?fan of|into|big on))\b",
    re.I,
)
""" "My aunt avoids gluten, no allergy": somebody's wish, told as no allergy, is a diet all the same."""


def no_diets(text: str, *, answer: str | None = None, asked: bool = False) -> bool:
    """Whether a text says that nobody has a diet; asked: a no, and a bare "none" among other things, say so too."""
    none = asked and "?" not in text and _says_none(text)
    if (_CAN_EAT.search(text) and not none) or _ONE_AVOIDS.search(text):
        return False
    plainly = none or (asked and (answer == "no" or bool(_NONE.search(text))))
    return bool(_NO_DIET.search(text)) or plainly


_SOME = (
    r"(?:everyone|everybody|all of us|we all|we|they(?: all)?|all|our (?:guests|group|family)"
    r"|the (?:whole )?(?:guests|group|family|kids))"
)
_NO_ONE = r"(?:nobody|no one|none(?: of (?:us|them|the \w+|our \w+))?|not? a single (?:one|person))"
_SAYS_NONE = re.compile(
    rf"(?:{_SOME} (?:(?:can|will|do|does|all|just|pretty much|happily) )*(?:eats?|have|like"
    r"|love) (?:it all|all|anything|everything|whatever|all of it)(?: you (?:cook|make|bring|have))?"
    rf"|{_NO_ONE}(?: here)?(?: (?:has|have|is|got|with|that i know))?(?: (?:any|that|those|anything"
    r"|one|it|them|such))*(?: (?:like that|that (?:i|we)(?:'m| am|'re)? (?:know|aware) of))?"
    r"|(?:there'?s|there (?:is|are)|we have|we'?ve got|i have) (?:none|nothing"
    r"|no(?:ne)? (?:at all|like that))(?: (?:of (?:that|those|them)|at all|like that))?"
    r"|(?:nothing|none|no) ?(?:nothing|none)?(?: (?:like that|of (?:that|those)"
    r"|to (?:note|report|worry about)|special|at all))?"
    rf"|(?:{_SOME}(?:'s|'re| is| are)? )?(?:all )?(?:(?:good|fine|ok(?:ay)?|easy|easygoing|set|cool"
    r"|flexible)(?: (?:on|with|for) (?:the )?(?:food|foods|everything|anything|diets?|all of it"
    r"|all (?:the )?food|allergies|that))?|not picky)"
    r"|(?:not|none|nothing|no(?:body)?) that (?:i|we)(?:'m| am|'re| are)? (?:know|aware|think)(?: of)?"
    r"|no (?:food )?(?:issues?|problems?|worries|concerns"
    r"|requests)(?: (?:with|about|on) (?:the )?food)?)"
)
_PIECE = re.compile(r"[.!?;,\n]+|\b(?:and|so)\b")
_NOD = re.compile(
    r"^(?:(?:no+(?:pe)?|nah|oh|ok|okay|yeah|yes|yep|well|um+|uh+|luckily|thankfully|thank god"
    r"|as far as i know|pretty much|i think|hm+)\b[ ,]*)+(?=\w)"
)


def _says_none(text: str) -> bool:
    """ "Nobody has any", "we eat all", "there are none", "not that I know of": no diets, to whoever asked for them."""
    if diets(text) or _EXCEPT.search(text) or _NODS.fullmatch(text):
        return False
    pieces = [" ".join(piece.split()) for piece in _PIECE.split(text)]
    return any(_SAYS_NONE.fullmatch(_NOD.sub("", piece)) or _SAYS_NONE.fullmatch(piece) for piece in pieces if piece)


_NODS = re.compile(r"\W*(?:(?:ok(?:ay)?|cool|fine|good|great|yes|yeah|yep|sure|got it|perfect|nice|k+)\W*)+", re.I)
""" "Ok cool", to an answer that the question about diets stood behind: heard, not that nobody has one."""
_EXCEPT = re.compile(
    r"\b(?:except|but (?:for|my|our|one|two|the|a|for)|other than|apart from|besides|only (?:my|our|one|two|a))\b"
)


_AVOIDS = re.compile(
    r"\b(?:(?:can'?t|cannot|cant|doesn'?t|does not|don'?t|won'?t) (?:eat|tolerate)|avoids|allergic to"
    r"|intolerant (?:to|of)|stays? away from) (?!(?:it|that|this|them|much|a lot|a ton|too|very|so|big"
    r"|late|early|lunch|dinner|breakfast|at|more|anything|everything|well|like)\b)[a-z]+",
    re.I,
)
""" "One guest can't eat garlic": what no list of diets names."""


_OF_ADDRESS = re.compile(
    r"^(?:(?:the|our|my|its|it'?s|we'?re) )*(?:address|street|location|place|zip|party|at)(?:'?s| is"
    r"| will be)?(?: at)? (?:and|but) ",
    re.I,
)
""" "The address is (12 Hill Road) and my sister is vegan": what is left of a street that was read is no part of a diet."""


_ASKS = re.compile(
    rf"^(?:(?:{OPENERS})\b[ ,]*)*(?:is|are|was|were|do|does"
    r"|did(?! (?:you|u)(?: guys)? (?:note|write|put|add|mark))|can|what|how|have|could|will|would"
    r"|which|any|whether|if)\b",
    re.I,
)
_FIRST_WORDS = re.compile(
    r"^(?:(?:and|but|also|ok|okay|cool|yes|yeah|so|hi|hey|oh|just|got it|sorry|actually|oops|wait|i mean|i meant"
    r"|make (?:that|it|them)|nope)\b[ ,]*)+(?:the (?=\d|two|three|four|five|six))?",
    re.I,
)
_CLAUSES = re.compile(
    r"[.!?;\n]+|(?=\bwhether\b)|,(?= (?:nobody"
    r"|no(?! (?:onions?|garlic|mushrooms?|beef|pork|salt|dairy|nuts|egg\w*|gluten)\b)|everybody"
    r"|everyone|nothing|others|and|can|could|is|that|will|how|what|do|the rest|rest|the others))"
    r"|\b(?:can you|can u|is that|that ok|could you|what (?:does|do|can|could|would|will) (?:he|she|they|we|i)"
    r"|how much)\b(?! (?:please |pls |also |just )*(?:note|write|put|mark|add))",
)


def diet_notes(text: str, *, expected: bool) -> tuple[str, ...]:
    """What a text tells of who eats what, for the chef: the facts in the customer's words, without the talk around them."""
    notes = []
    for clause in _CLAUSES.split(text):
        words = _OF_ADDRESS.sub("", " ".join(clause.split()).strip(" ,"))
        if tastes.likes_sea(words) or diet_facts.tells_of_food(words):
            continue
        named = [name for name in diets(words) if name not in ("milk",)]
        told = named or _AVOIDS.search(words) or diet_facts.avoids(words)
        if not told or no_diets(words) and not _exception(words):
            continue
        asked_for = diet_facts.is_request(words)
        if not (asked_for or ((expected or _DIET_SUBJECT.search(words)) and not _ASKS.match(words))):
            continue
        if note := diet_facts.of_clause(_FIRST_WORDS.sub("", words), _DIET_SUBJECT):
            notes.append(note)
    return tuple(notes) or diet_facts.bare(text)


_SOME_OF = re.compile(
    rf"\b(?:{NUMBER}|some|half|a few|a couple) of (?:us|them"
    rf"|(?:our|my|the)(?: {NUMBER})?(?: (?:guests|people|friends|family|kids|group|party|adults))?)\b",
    re.I,
)


_NO_MORE = re.compile(
    r"\W*(?:(?:it'?s|its|that'?s|for|about|like|just|only|maybe|and|are|would be)\W+)*(?:of)?\W*", re.I
)


def asked_for_some(text: str, named: Sequence[str]) -> tuple[str, ...]:
    """ "Can you do vegan? 2 of our 10 guests": who it is asked for, as a note for the chef."""
    for clause in re.split(r"[.!?;,\n]+", text):
        who = _SOME_OF.search(clause)
        if who and named and (diets(clause) or _NO_MORE.fullmatch(clause[: who.start()] + clause[who.end() :])):
            return (f"{' '.join(who.group().split())}: {', '.join(named)}",)
    return ()


def _exception(words: str) -> bool:
    return bool(re.search(r"\b(?:except|but|only|just)\b", words, re.I))


def cue_of_diet(text: str) -> bool:
    return bool(_DIET_CUE.search(text))
