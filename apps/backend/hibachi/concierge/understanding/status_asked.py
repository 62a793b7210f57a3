"""Whether somebody asks what stands of the party that is booked: when and where it is, for how many, with which dishes. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.day_names import MONTH_STARTS, WEEKDAY_STEMS
from hibachi.language.numbers import NUMBER

KIND = r"(?:bookings?|reservations?|part(?:y|ies)|events?|appointment|dinner|lunch|celebration|hibachi|catering|order|date)"
STATUS = re.compile(
    rf"\b(?:number of (?:people|guests)|head ?count) (?:that )?(?:i|we|you)(?:'ve| have)? (?:booked?|put|have|said|gave|reserved|told)\b|\bhow many (?:guests?|people|ppl|persons?|adults|kids)\b[^.?!\n]{{0,12}}\b(?:do|did|have) (?:you|u|we|i)(?: guys)? (?:have|got|say|put|tell)\b|\b(?:what|which) (?:day|date|time|zip|hour)(?: and(?: what| which)? (?:day|date|time|hour))?(?: is| was|'s)? (?:that|it|this|the party|ours|everything)\b|\b(?:what|which|how many|how much(?! (?:time|longer))|when|where|who)\b[^.?!\n]{{0,25}}\b(?:did|do|had|have) (?:we|i|you|u)(?: guys)? (?:say|tell|told|put|write|have|give|order|pick|choose|sign up|down|on file)\b(?! (?:to|any|an?|the|before|left|until|till|til)\b)|\b(?:what|which|whats|what'?s)\b[^.?!\n]{{0,30}}\b(?:date|zip|address|name|total|count)\b[^.?!\n]{{0,25}}\b(?:on|for|of) (?:my|our|us)\b|\b(?:what|which) (?:zip|address|name|number|date|time) do (?:you|u|ya) have\b|\b(?:when|where|what (?:time|day|date))(?:'s| is| was|s)? (?:my|our|the) (?:[\w']+ ){{0,3}}{KIND}\b"
    r"|\b(?:did|have|had) (?:we|i) (?:already )?(?:order|book|reserve|choose|pick)(?:ed|d)?\b|\b(?:what|which) (?:day|date|time|hour|weekday|month|\w+day)\b[^.?!\n]{0,20}\b(?:(?:is|was|are|were) (?:it|that|(?:my|our|the) [\w ]{2,20}?) again|(?:did|have|had) (?:we|i|you) (?:\w+ )?(?:agree|settle|decide|set|fix)\w*|is (?:my|our) (?:[\w']+ )?party)\b"
    r"|\b(?:what|which) (?:time|day|date|start|hour) again\b|\b(?:for )?how many(?: people| guests| of us)? again\b|\bwhat(?:'?s|s| is| was) the (?:start(?:ing)?(?: time)?|time|date|day|address|head ?count|guest count|number) again\b"
    r"|\b(?:for )?how many(?: people| guests)? (?:are|were|r) we (?:down|booked|set|signed up|registered) for\b|\bfor how many(?: people| guests| of us)? (?:was|is|did|do|are) (?:it|that|we|you)\b(?! (?:price|total|quote|cost))"
    r"|\bis (?:the|my|our) (?:[\w']+ ){0,2}party (?:really |still |now )?(?:on|at|for)\b|\bwhen are (?:my|our)\b|\bwhat parties\b"
    r"|\b(?:what|when|where|which|who|how many|how much|for how many)\b[^.?!\n]{0,25}\b(?:did|have|had|do) (?:we|i) (?:all )?(?:book|order|reserve|get booked)(?:ed|d)?\b"
    r"|\b(?:what|when|which|how many)[^.?!\n]{0,20} (?:we|i)(?:'ve| have)? (?:booked|ordered|reserved)\b|\bremind (?:me|us)\b|\bwhat do you have (?:for|on|down)\b"
    r"|\bdo (?:you|we|i) (?:still )?have (?:us|me|our|my|(?:a|any) (?:booking|reservation))\b|\b(?:are|r) (?:we|you)(?: guys)? still (?:on|coming|good|set|booked)\b|\bstill on for\b|\bstill on\W*$|\bis (?:it|that|the party|our [\w ]{0,15}) still on\b"
    r"|\b(?:is|are) (?:everything|it|we|this|that|my|our|the|all)[^.?!\n]{0,30}\b(?:confirmed|all set|booked|official|locked in)\b|\b(?:who|which name|what name|under (?:what|which|whose)|whose name)\b[^.?!\n]{0,25}\b(?:booked|booking|reservation|under|party)\b"
    rf"|\b(?:show|list|tell|give|send|read)(?: me| us)? (?:(?:all|of|about) )*(?:my|our) (?:[\w']+ ){{0,2}}(?:bookings?|reservations?)\b|\b(?:how many|what|which|when|who)\b[^.?!\n]{{0,25}}\bon (?:my|our) (?:booking|reservation)\b|\b(?:is there|do (?:you|u)(?: guys)? (?:have|see|find)) (?:an?|any) (?:booking|reservation)s? (?:for|under|in the name of) (?!(?:an?|\d|the|next|this|any|{WEEKDAY_STEMS}|{MONTH_STARTS}|tomorrow|today|tonight)\w*\b)"
    r"|\b(?:did|has|is) (?:it|that|this|everything|(?:my|our|the) (?:booking|reservation|request))(?: all)? (?:go|gone|went|come|been|get|got)(?: through| booked| confirmed| in)\b(?! (?:the|my|our) (?:mail|bank))"
    rf"|\b(?:status|details|summary|confirmation|info)\b[^.?!\n]{{0,25}}\b(?:my|our|the) (?:[\w']+ ){{0,3}}{KIND}\b|\b(?:see|check|show|pull up|look up|find|confirm)\b (?:on )?(?:my|our) (?:[\w']+ ){{0,3}}{KIND}\b",
    re.I,
)
_THE_PARTY = rf"(?:we|it|(?:the|our|my) (?:[\w']+ ){{0,3}}?{KIND}(?: (?:on|of|for) (?:the )?[\w ]{{2,18}}?)?)"
_OF_THE_BOOKED = re.compile(
    rf"\b(?:when|what time|at what time|what hour|which hour|where|at which address)\b(?: exactly| again)? (?:does|do|did|will|is|are|was|should|would)(?: it)? {_THE_PARTY} (?:supposed to |going to |gonna |meant to |due to )?(?:start\w*|beg[iu]n\w*|kick(?:s|ing)? off|take(?:s)? place|taking place|happen\w*|eat|get going|get started)\b(?! (?:to|if|later|earlier))"
    rf"|\b(?:are|were) (?:we|you having us) (?:still )?(?:down|booked|signed up|set|registered|on the books) (?:for|as|with|at|on)\b"
    rf"|\b(?:double[- ]?check|verify|go over|run (?:me )?through|recap|read (?:me )?back|tell me|give me|send me)\b[^.?!\n]{{0,30}}\b(?:about|of|on|for|in|with|what'?s (?:on|in)) (?:my|our) (?:[\w']+ ){{0,3}}?{KIND}\b(?! (?:fee|price|chef))"
    rf"|\b(?:forgot|forgotten|can'?t remember|don'?t remember|cannot remember|not sure|unsure|blanking on|slipped my mind|mixed up)\b[^.?!\n]{{0,20}}\b(?:when|where|what (?:time|day|date)|which (?:day|date|time)|for how many|how many)\b[^.?!\n]{{0,15}}\b(?:it|that|we|you|he|(?:the|our|my|your) (?:[\w']+ ){{0,3}}?(?:{KIND}|chef|cook|guys?))\b[^.?!\n]{{0,15}}\b(?:comes?|coming|arrives?|is|was|were|are|start\w*|begins?|booked|said|do)\b",
    re.I,
)
"""Of a party that is booked; of one that is only planned the same words ask something else."""
_ELSE = re.compile(
    rf"\b(?:can|could|would|may) (?:we|you|it|i)\b[^.?!\n]{{0,20}}\b(?:move|change|start|do|make|add)\b|\binstead\b|\bif (?:we|it)\b|\b{NUMBER} (?:more|fewer|less)\b",
    re.I,
)


def of_the_booked(text: str) -> bool:
    """Whether somebody who has a party asks what stands of it."""
    return bool(_OF_THE_BOOKED.search(text)) and not _ELSE.search(text)


def asked_in(clause: str) -> bool:
    """Whether a clause asks for what stands, be it of a party that is booked or to be found."""
    return bool(STATUS.search(clause)) or of_the_booked(clause)
