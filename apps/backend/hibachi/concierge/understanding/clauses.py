"""A message in clauses: where one question ends and the next begins, and whether a clause asks at all. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.openers import ASKING
from hibachi.language.spans import fold

MOST_HEARD = 5
"""Questions of one message that the heads are asked about; a letter of more is left to the rules."""

_CUT = re.compile(
    r"[.!?;\n]+|,\s+(?:and |or )?(?=(?:whether|by when|until when)\b)"
    r"|,\s+(?=(?:what|how|where|who)(?:'s|s|'re) (?!(?:it|that|they|the (?:price|cost|damage))\b)"
    rf"|(?:{ASKING}) (?!about\b))|(?:,| -)? (?<!you )(?<!they )(?<!guys )(?<! u )(?=(?:and|n|&|also|please"
    rf"|btw|by the way|but|oh|plus|or) (?:then |also )?(?:{ASKING}|whats|hows|wheres)\b)"
    r"|(?<!please)(?<!you)(?<!and)(?<!so)\s+(?=(?:can|could|would) (?:you|u|ya|someone|anyone) (?:please "
    r"|pls |maybe )?(?:tell|explain|remind|let|give|confirm) (?:me|us)\b)"
)
LEAD = re.compile(
    r"^(?:[\W_]*\b(?:and|n|nd|aw+|also|btw|by the way|but|oh|so|um+|uh+|er+|hm+|ok(?:ay)?"
    r"|(?:hi|hey|hello)(?: there)?|there(?!'"
    r"| (?:will|would|is|are|was|were|can|could|should|might|may|must|has|have|wont|won't|isn't|aren't"
    r"|r|ll|s)\b)|guys|well|yes|yeah|no|thanks?|thank you|cool|great|nice|perfect|awesome|fine|alright"
    r"|sure|lol|haha|k|phew|(?:a )?quick (?:question|one)"
    r"|(?:real|serious|honest|dumb|silly|stupid|random) (?:q|question)"
    r"|one (?:more|other) (?:question|thing)|last (?:question|thing)|question|just|wait|like|sorry"
    r"|actually|curious|wondering|i was wondering|i'?m (?:also |just )?wondering"
    r"|wanted to (?:ask|know)|can i ask|may i ask)\b[\W_]*)+"
)
_ASKS = re.compile(
    r"^(?:(?:you|u|ya|yall) (?:guys )?(?:got|have|do|take|offer|serve|sell|come)\b|what(?!ever| a\b)"
    r"|whats|how|hows|when(?!ever)|where|why|who(?!ever)|whos|which(?!ever)"
    r"|(?:is|are)(?! (?:in|on|at|now|not|also|still|really|very|so|both|all|coming|going|turning"
    r"|having|getting|staying)\b)|r|do (?:you|u|we|i|they|ya|yall|the|your|ur|our|my|people|ppl|folks"
    r"|guests|everyone|everybody|adults|parents|kids|most|any|all|prices?|tips?|chefs|toddlers|teens?"
    r"|they|these|those|vegans?|vegetarians|babies|deposits?|weekends?|weekdays?|holidays?|tables"
    r"|plates|chairs|leftovers|noodles|drinks|add-?ons|upgrades|sides|costs?|rates|fees)\b|does|did"
    r"|can|could|will|would|should|has|have (?:you|u|they)|am i"
    r"|(?:you )?got (?:any(?:thing)?|an?|some(?:thing)?)\b"
    r"|(?:got |have )?any (?:\w+ )?(?:chance|ideas?|recommend\w*|suggest\w*|tips|way)"
    r"|any(?:thing)? (?!(?:of|day|days|date|dates|time|times|one|other|more|\w+days?)\b"
    r"|[^.?!]{0,20}\b(?:works?|is (?:fine|ok(?:ay)?|good)|would work|will do|goes)\b)"
    r"|(?:deadline|cut ?-?off|last (?:day|minute|chance)) (?:to|for)\b|(?:so )?all in for\b"
    r"|anything (?:you|u)\b|(?:at|until|till|by|from) (?:what|which|when)|same price"
    r"|if (?:i|we|you|the)\b.*\b(?:or not)"
    r"|if (?:\d+|one|two|three|four|five|six|half|nobody|i|im|i'?m|we|were|we'?re|you|the|some\w*|my"
    r"|our|one|a|it|that|dinner|lunch|everything"
    r"|food)\b.*\b(?:when(?:'?s)? (?:does|do|will|is|should|the)"
    r"|how (?:much|many|long|late|does|do|would)|what(?:'?s| is| does| do| would| happens)"
    r"|is (?:it|that)|would (?:it|that)|does (?:it|that))\b"
    r"|(?:if|once|after) (?:i|we) (?:book|pay|cancel|reserve|sign up)\b.*\b(?:when|how|what|do i|do we"
    r"|can i|can we|is it)|(?:if|when) (?:\d+|two|three|four|five|six|half|my|our|i|we|you|the"
    r"|some(?:one|body)|any(?:one|body)|a guest|people)\b.*\b(?:do|can|will|would|does) (?:i|we|they"
    r"|you|it|he|she)|(?:for|at) (?:the )?\$?\d+(?: (?:dollars|bucks|each|a head"
    r"|per person))?,? (?:what|how|which)|tell me|do you know|know if|whether)\b"
)

_INVERTED = re.compile(
    r"\b(?:how (?:much|many|long|far|early|late|big|large|soon|often|close|tall|wide)(?: [a-z]+){0,3}?"
    r"|what(?: (?:time|kind|kinds|sort|size|day|date|area|areas|else|all))?|which(?: [a-z]+)?|where"
    r"|why) (?:do|does|did|will|would|can|could|should|is|are) (?:you|u|ya|yall|we|i|they|he|she|it"
    r"|that|this|the|your|ur|our|my|a)\b"
    r"|\bdo (?:you|u|ya|yall)(?: guys)? (?:do|come|serve|cook|offer|travel|cater|have)\b"
    r"|\b(?:is|are|will|would) (?:the|my|our|that) (?:deposit|money|\$?100|hundred(?: dollars| bucks)?) (?:be |all |just |then )*"
    r"(?:gone|lost|kept|forfeited|wasted|refunded|returned|safe|back)\b"
    r"|\bam i (?:still )?(?:able|allowed) to\b"
    r"|\b(?:can|could|may) (?:i|we) still (?:change|add|move|cancel|swap|switch)\b"
    r"|\bwhen(?:'?s| is| are) (?:it|that|this|they|those|the \w+|my \w+|our \w+) (?:due|paid|payable"
    r"|final|over|done|back|open)\b"
    r"|\b(?:i|we|he|she|they|wife|husband|owner|venue|hall|manager|place|city|hoa)?\b ?(?:wanted|want"
    r"|wants|need|needs|'d like|would like|like|trying|hoping|writing|calling|just|curious|wondering"
    r"|wondered|asking) (?:\w+ )?(?:to )?(?:check(?:ing)?|know(?:ing)?|see|ask(?:ing)?"
    r"|find(?:ing)? out|make sure|confirm(?:ing)?|verify(?:ing)?|be sure|hear)?(?: about)? ?(?:if"
    r"|whether|how (?:much|many|long|far|early|late|big|wide|large)|what(?:'?s| is| are| kind)?|which"
    r"|when|where) (?:the|your|ur|you|u|it|this|that|there|we|i|my|our|kids|guests|food|chef|is|are"
    r"|size)\b"
)
""" "Before the food starts, how much time does the chef need": verb before its subject, wherever it stands in the clause."""


_SIGNS = " &+-–—."


def clauses(text: str) -> list[tuple[int, str]]:
    """The clauses of a text with their start, in order; offsets point into the text."""
    found, start = [], 0
    for cut in _CUT.finditer(text):
        found.append((start, text[start : cut.start()] + ("?" if "?" in cut.group() else "")))
        start = cut.end()
    return [(at, part) for at, part in [*found, (start, text[start:])] if part.strip(" ?")]


def questions_of(text: str) -> tuple[str, ...]:
    """The folded clauses of a text that ask something, each as the heads hear it, MOST_HEARD at most."""
    parts = [" ".join(LEAD.sub("", part.lstrip(_SIGNS)).split()) for _, part in clauses(fold(text)) if asks(part)]
    return tuple(dict.fromkeys(part for part in parts if part))[:MOST_HEARD]


_NO_SUBJECT = re.compile(
    r"^and (?:is|are|was|were|am|can'?t|can|cannot|won'?t|will|has|have|had|does|did|doesn'?t|didn'?t"
    r"|would|could)(?: not)? (?:here|already|now|still|always|never|also|really|very|so|too|in|on|at"
    r"|stand|stay|come|coming|going|make|be|been|done|ready|happy|sick|ill|full|feel|wait|hardly"
    r"|barely|only|just|leaving|staying|visiting|turning|gone|out|away|back|off|not)\b"
    r"|^and will (?!(?:you|u|ya|yall|he|she|it|they|we|i|that|this|there|the|your|my|our|everyone"
    r"|everybody|anyone|kids?|guests?)\b)[a-z]+(?: (?:at|by|if|when|before|after|because|from|out|on"
    r"|in|later|soon|early|asleep|him|her|them|it)\b[^?]*)?$"
)
_NOT_DONE = re.compile(
    r"^and (?:can'?t|cannot|won'?t|doesn'?t|didn'?t|isn'?t|aren'?t|wouldn'?t|couldn'?t|hasn'?t"
    r"|haven'?t|don'?t) (?!(?:you|u|ya|yall|we|i|they|he|she|it|that|this|these|those|the|my|our|your"
    r"|there|any\w*|some\w*|kids|guests|people)\b)[a-z]"
)
""" "I slipped and can't stand on my foot", "he came early and is here already": a verb whose subject stands before it."""


def asks(clause: str) -> bool:
    """Whether a folded clause asks something."""
    bare = LEAD.sub("", clause.lstrip(_SIGNS)).strip()
    if clause.rstrip().endswith("?"):
        return True
    told = _NO_SUBJECT.match(clause.strip()) or _NOT_DONE.match(clause.strip())
    return not told and bool(_ASKS.match(bare) or _INVERTED.search(bare))


def longest_question(text: str) -> int:
    """The words of the longest clause of a text that asks something; 0 where none does."""
    return max((len(part.split()) for _, part in clauses(fold(text)) if asks(part)), default=0)
