"""Which questions of a message nothing that we know answers: they are said to be open, never passed over. Pure."""

import re
from collections.abc import Sequence

from hibachi.concierge.understanding import cues, existing, matters, occasions
from hibachi.language.spans import Span, fold

_CUT = re.compile(r"[.!?;\n]+|,\s+(?=(?:can|could|do|does|did|is|are|will|would|what|how|when|where|who|which) (?!about\b))|(?:,| -)? (?=(?:and|also|btw|by the way|but|oh|plus|or) (?:what|how|when|where|why|who|which|is|are|do|does|did|can|could|will|would|should)\b)")  # fmt: skip
_LEAD = re.compile(
    r"^(?:[\W_]*\b(?:and|also|btw|by the way|but|oh|so|um+|uh+|er+|hm+|ok(?:ay)?|hi|hey|hello|well|yes|yeah|no|thanks?|thank you|cool|great|nice|perfect|awesome|quick question|one (?:more|other) (?:question|thing)|last (?:question|thing)|question|just|wait|like|sorry|actually|curious|wondering|i was wondering|i'?m wondering|wanted to (?:ask|know)|can i ask|may i ask)\b[\W_]*)+"
)
_ASKS = re.compile(
    r"^(?:what(?!ever| a\b)|whats|how|hows|when(?!ever)|where|why|who(?!ever)|whos|which(?!ever)|is|are|r|do (?:you|u|we|i|they|ya|yall|the|your|ur|our|my|people|guests|kids|most|any|all)\b|does|did|can|could|will|would|should|has|have (?:you|u|they)|am i|any (?:chance|idea|recommend\w*)|if (?:i|we|you|the)\b.*\b(?:or not)|tell me|do you know|know if|whether)\b"
)
_SMALL = re.compile(
    r"^(?:(?:is|does|would|will|did|can|could)? ?(?:that|this|it|everything|we|all) (?:be )?(?:ok(?:ay)?|alright|all right|fine|good|work|works|make sense|sound (?:ok|good|right)|possible|correct|right|clear|cool|all set|good to go)(?: (?:for|with) (?:you|u|me|us))?|how are (?:you|u|things)(?: doing)?(?: today)?|how'?s it going|how'?s your day(?: going)?|what'?s up|wh?assup|how do you do|(?:are )?(?:you|u|anyone|anybody|someone) (?:still )?there|really|seriously|for real|right|you know|ok|okay|yes|no|huh|what|why|who|hello|sound(?:s)? good|make sense|got it|can you (?:help|help me|please help)(?: me| us)?(?: with (?:this|that|something))?|can i ask (?:you )?(?:a|something|another) ?(?:question|thing)?|(?:at |in )?(?:the )?same (?:time|place|price|day|people|name|number)|(?:is there |so )?(?:nothing|anything) (?:else )?(?:to do|you need|needed|(?:i|we) need to do)(?: now| right)?|what (?:can|could) (?:we|i) (?:do|get)(?: for| with| w)?(?: that| this| it)?|what do (?:you|u) (?:mean|think|recommend|suggest)|what (?:now|next|else)|what should (?:i|we) do(?: now| next)?|so what'?s next|what'?s the next step|how does that sound|can you (?:repeat|say) that(?: again)?|what did you say|come again|do (?:you|u) understand|why not|what'?s? that|which one|who is this|is this (?:a )?real|what about it|are you (?:sure|serious|kidding)|why (?:do|would|are) (?:you|u) (?:need|want|ask\w*)\b.*)\W*$"
)
_BEYOND = re.compile(
    r"\b(?:wi-?fi|internet|music|play ?list|songs?|dj|karaoke|speakers?|insur\w*|liabilit\w*|licen[sc]ed?|permits?|health (?:permit|certificate|inspection|score|grade)|food handler\w*|serv ?safe|\bein\b|tax ?(?:id|payer)\w*|background check\w*|vaccin\w*"
    r"|(?:chef|cook)(?:'?s)? (?:name|photo|picture|age|background|from|japanese|asian|speak\w*)|(?:name|names|pictures?|photos?) of (?:the|your|our|my) (?:chefs?|staff|team|cooks?)|(?:which|who'?s|who is|who will be) (?:the|our|my|your) (?:chef|cook)|(?:same|specific|female|male|particular|favorite) chefs?|request (?:a|the) (?:certain|specific|same) chef|who (?:owns|runs|founded|started|is the (?:owner|boss|manager))"
    r"|reviews?|yelp|google rating|ratings?|references|testimonials?|how (?:long|many years) have (?:you|u|yall)\b.{0,20}\b(?:been|business|doing)|years (?:in business|of experience)|how many (?:parties|chefs|events|employees|locations|trucks)|franchise|michelin|famous|celebrit\w+|photos?|pictures|pics?|videos?|gallery|instagram handle|tik ?tok"
    r"|gift (?:card|certificate)s?|wine (?:pair\w*|goes|recommend\w*|selection|list)|pair(?:s|ing)? with|which (?:wine|beer|drink|sake)|what (?:wine|beer|drinks?) (?:goes|go|should|would|do you recommend)|bartenders?|servers?|waiters?|waitress\w*|wait ?staff|rent(?:als?)?\b(?! a\b.{0,20}\b(?:hall|house|airbnb))|linens?|table ?cloths?|flowers|balloons?|decor\w*|cakes?|dessert|ice cream|candles?|photograph\w*|photo ?booth|bounc\w+|magician|fireworks|games"
    r"|calories|carbs|nutrition\w*|organic|grass[- ]fed|wild[- ]caught|farm[- ]raised|prime or choice|usda|where do (?:you|u|yall) (?:get|buy|source)|(?:get|buy|source) (?:the|your) (?:meat|fish|food|ingredients|seafood)|frozen|is (?:the|your) (?:\w+ )?(?:meat|fish|seafood|food|lobster|shrimp|steak|chicken) fresh|how spicy|spicy|propane|outlets?|generator|electricity|extension cord|smok(?:e|y)\b|noise|\bhoa\b|neighbou?rs?|clean(?:s|ing)? ?up|who cleans|trash|garbage|wash the dishes|oil (?:stain|splatter|spill)\w*|stains?|splatter"
    r"|dogs?|cats?|pets?|pool|heaters?|heat lamps?|air ?condition\w*|fans?\b|umbrellas?|(?:weather|forecast) (?:\w+ ){0,2}(?:be|look|on|for|like|this|next|that)\b|(?:price|quote|offer) (?:is )?(?:good|valid)|how long is (?:that|the|this) (?:price|quote|offer)|will it rain|is it (?:going to|gonna) rain|traffic|uber|hotels?|airport|school|stock|other customers?|how busy|competitors?|uniform|costume|dress code|speak (?:japanese|spanish|chinese|english|mandarin|korean|french|tagalog|hindi|vietnamese)|sign language|wheelchair|smoking|vap(?:e|ing)|weed|hookah|sing\b|happy birthday song|well[- ]?done|medium rare|rare\b|teach (?:us|me|the kids)|cooking (?:class|lesson)s?|recipes?|franchise|hibachi (?:history|mean)|history of)\b"
)
""" Subjects of this field that no fact of ours tells, whatever else the words around them may look like."""
_TOLD_BY_FACTS = re.compile(
    r"\b(?:website|email|phone number|how (?:early|much (?:space|room))|tables?|chairs?|plates?|utensils?|silverware|napkins|glasses|what'?s included|real chef|human)\b"
)
_VAGUE_ACTS = frozenset(
    "thanks greeting compliment again own_booking bye keep wants_chef same_place same_people only_emoji laughs item_price wants_more any_time same_time about_own".split()
)
_VAGUE_TOPICS = frozenset(
    "about area show contact venue space menu included not_included payment hours office_hours price alcohol rain parking availability duration booking_window".split()
)


def clauses(text: str) -> list[tuple[int, str]]:
    """The clauses of a text with their start, in order; offsets point into the text."""
    found, start = [], 0
    for cut in _CUT.finditer(text):
        found.append((start, text[start : cut.start()] + ("?" if "?" in cut.group() else "")))
        start = cut.end()
    return [(at, part) for at, part in [*found, (start, text[start:])] if part.strip(" ?")]


def unanswered(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The questions that no topic, no slot and no act of ours covers; spans are what was understood."""
    folded = fold(text)
    return tuple(
        " ".join(text[at : at + len(part)].split())
        for at, part in clauses(folded)
        if asks(part) and _is_open(part, at, spans)
    )


def beyond(text: str) -> tuple[str, ...]:
    """The topics that only questions about things beyond our facts seemed to name."""
    parts = clauses(fold(text))
    vague = {topic for _, part in parts if asks(part) and is_beyond(part) for topic in cues.found(cues.TOPICS, part)}
    kept = {
        topic for _, part in parts if not (asks(part) and is_beyond(part)) for topic in cues.found(cues.TOPICS, part)
    }
    return tuple(sorted((vague & _VAGUE_TOPICS) - kept))


_TORN = re.compile(r"\b(?:the|a|an|of|with|to|for|my|your|our)$")
""" "Does that come with the, what do you call it": half a question is none."""


def asks(clause: str) -> bool:
    """Whether a folded clause asks something."""
    bare = _LEAD.sub("", clause).strip()
    return clause.rstrip().endswith("?") or bool(_ASKS.match(bare))


def is_beyond(clause: str) -> bool:
    """Whether a clause names what no fact of ours tells."""
    return bool(_BEYOND.search(clause)) and not _TOLD_BY_FACTS.search(clause)


def _is_open(part: str, at: int, spans: Sequence[Span]) -> bool:
    bare = _LEAD.sub("", part).strip(" ?")
    if matters.find(part):
        return False
    if is_beyond(part):
        return True
    if not bare or len(bare.split()) < 2 or _SMALL.match(bare):
        return False
    if _TORN.search(bare):
        return False
    if cues.elliptical(part) or cues.found(cues.TOPICS, part) or set(cues.found(cues.ACTS, part)) - _VAGUE_ACTS:
        return False
    if existing.asks_about_own(part) or occasions.speaks_of_diet(part):
        return False
    return not any(at <= span.start < at + len(part) for span in spans)
