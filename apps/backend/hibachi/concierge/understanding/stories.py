"""What is told of another party or another time: "last year we were 20", "five of us had lobster at yours in May". Pure.

A sentence of the past counts nobody for the party to come, unless it speaks of that one too ("as last time", "this year 12").
"""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import Span, fold, span_of

_SENTENCE = re.compile(r"[^.!?;\n]+(?:\.(?=\d)[^.!?;\n]+)*")
_TURN = re.compile(
    r",? (?=(?:but|so|and) (?:this|now|we'?re|we are|we'?d|we will|we'?ll|next)\b)"
    r"|,? (?=this (?:time|year)\b)|, (?=now\b)|,? but |,? (?=so\b)|, (?=i\b|we\b)"
    r"|,? (?=how much\b|what (?:would|is|do|does)\b|what'?s\b|can (?:you|we)\b)"
)
_THEN = re.compile(
    r"\b(?:last (?:year|time|month|summer|spring|fall|winter|week|weekend|night|christmas|party"
    r"|birthday)|(?:years?|months?|weeks?) (?:ago|back)|previously|back in|the other day|once before"
    r"|in (?:19|20)\d\d|when we (?:had|hosted|booked|did|were)"
    r"|at (?:my|our|her|his|their|a|your|the) (?:\w+'s )?(?:\w+ )?(?:wedding|party|place|restaurant"
    r"|shower)|at benihana|in college)\b"
)
_DID = re.compile(
    r"\b(?:had|was|were|did|ordered|came|paid|went|loved|got|booked|hired|took|cooked|ate|used|hosted"
    r"|tried|fed|served|threw|invited|showed up|cost|charged|split|shared)\b"
)
_NOW = re.compile(
    r"\b(?:this (?:time|year)|now|we're|we are|there are|there'?s|it's|will|'ll|we'd|would|want|need"
    r"|looking|quote|same|again|as (?:many|last|the)|instead|book(?! at)|having|planning"
    r"|for (?:the|our) party)\b"
)

_IF = re.compile(r"\b(?:if|say|suppose|supposing) (?:we|i|there|it|you) (?:had|have|were|was|did|got|hosted|invited)\b")
""" "If we had sixteen adults over at our place": a party to come, not one that was."""
_AT_FIRST = re.compile(
    r"\b(?:first|firstly|originally|initially|at first|to begin with|at the start|in the beginning"
    r"|before that)\b[^.?!\n]{0,20}\b(?:thought|thinking|planned|planning|wanted|expected|figured"
    r"|counted|guessed|hoped|assumed|said|invited|had|were|was)\b"
    r"|\b(?:thought|thinking|planned|planning|wanted|expected|figured|counted|guessed|hoped|assumed"
    r"|invited|had|were|was)\b[^.?!\n]{0,40}\b(?:first|originally|initially|at first|to begin with"
    r"|at the start|in the beginning)\b"
    r"|\b(?:was|were) (?:gonna|going to|supposed to|meant to|planned to) (?:be|have)\b"
)
""" "We had first thought of 20 people": no size any more, once another is told."""
_COUNTED = re.compile(rf"\b(?:{NUMBER}) (?:adults?|people|ppl|guests?|persons?|grown[- ]?ups|of us)\b")

_ASKED_FIRST = re.compile(
    r"\b(?:ask|asking|run (?:it|this|that) (?:by|past)|check with|talk (?:it over )?(?:to|with)"
    r"|discuss(?: it| this)? with|clear it with"
    rf"|consult(?: with)?)\b[^.!?\n]{{0,40}}?\b[a-z]+s\b[^.!?\n]{{0,20}}?,? (?:and |since |because "
    rf"|but )?(?P<them>(?:there'?s|there are|there r|we'?re|we are) {NUMBER} of (?:us|them))\b"
)
""" "I have to ask my sisters, there's five of us": who is asked, not who comes."""

_GREW_UP = re.compile(
    rf"\b(?:my|our|the) (?:{NUMBER} )?(?:boys|girls|kids|children|sons"
    r"|daughters) (?:(?:all|both|have|had|were|are) )*(?:grew up|grown up (?:here|in)|born|raised"
    r"|moved (?:out|away)|left (?:home|the)|live (?:in|far|across|abroad)|went to school"
    r"|learned to)\b"
)
""" "Our three boys grew up here": told of the past."""


_TURNS = re.compile(
    r"\b(?:who|she|he|(?:my|our|his|her) (?:\w+ )?\w+)(?:'ll| will| is going to"
    r"| is about to) be (?:[2-9]\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety)(?:[- ]\w+)?)\b(?! (?:of|people|ppl|guests|adults|total|in (?:all|total)|strong))"
)
""" "My mother, who will be 90": an age, no crowd."""


def spans(text: str) -> list[Span]:
    """The clauses of a text that tell of the past alone."""
    found: list[Span] = []
    folded = fold(text)
    for sentence in _SENTENCE.finditer(folded):
        start = sentence.start()
        ends = [*(start + turn.end() for turn in _TURN.finditer(sentence.group())), sentence.end()]
        for end in ends:
            clause = folded[start:end]
            past = not _IF.search(clause) and _THEN.search(clause) and _DID.search(clause) and not _NOW.search(clause)
            if past or (_AT_FIRST.search(clause) and _COUNTED.search(folded[end:])):
                found.append(span_of(text, start, end))
            start = end
    return [
        *found,
        *(span_of(text, *said.span("them")) for said in _ASKED_FIRST.finditer(folded)),
        *(span_of(text, *said.span()) for told in (_GREW_UP, _TURNS) for said in told.finditer(folded)),
    ]


_RECOMMENDS = re.compile(r"\b(?:because of|thanks to|through|cuz of|cause of) (?:me|us)\b")


def recommends(folded: str) -> bool:
    """ "My sister booked you because of me": told for the credit, nothing is asked about her party."""
    return bool(_RECOMMENDS.search(folded))
