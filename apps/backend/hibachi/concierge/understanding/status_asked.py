"""Whether somebody asks what stands of the party that is booked: when and where it is, for how many, with which dishes. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.day_names import MONTH_STARTS, WEEKDAY, WEEKDAY_STEMS
from hibachi.language.numbers import NUMBER

KIND = (
    r"(?:bookings?|reservations?|part(?:y|ies)|events?|appointment|dinner|lunch|celebration|hibachi"
    r"|catering|order|date)"
)
STATUS = re.compile(
    r"\b(?:number of (?:people|guests)|head ?count) (?:that )?(?:i|we|you)(?:'ve| have)? (?:booked?"
    r"|put|have|said|gave|reserved|told)\b"
    rf"|\bhow many (?:guests?|people|ppl|persons?|adults|kids)\b[^.?!\n]{{0,12}}\b(?:do|did"
    r"|have) (?:you|u|we|i)(?: guys)? (?:have|got|say|put|tell)\b"
    r"|\b(?:what|which) (?:day|date|time|zip"
    r"|hour)(?: and(?: what| which)? (?:day|date|time|hour))?(?: is| was|'s)? (?:that|it|this"
    r"|the party|ours|everything)\b"
    rf"|\b(?!(?:what|which) (?:\w+ )?(?:days|dates|times|slots|starts|hours|weekends|openings|{WEEKDAY}s)\b)"
    r"(?:what|which|how many|how much(?! (?:time|longer))|when|where"
    rf"|who)\b[^.?!\n]{{0,25}}\b(?:did|do|had|have) (?:we|i|you|u)(?: guys)? (?:say|tell|told|put"
    r"|write|have|give|order|pick|choose|sign up|down"
    r"|on file)\b(?! (?:to|any|an?|the|before|left|until|till|til|open|free|available|coming up|in)\b"
    rf"|(?<=have)(?: (?:on|for|around)(?: the| that| this)?)? (?:next\b|following|week|\d|{MONTH_STARTS}|{WEEKDAY}))"
    rf"|\b(?:what|which|whats|what'?s)\b[^.?!\n]{{0,30}}\b(?:date|zip|address|name|total"
    rf"|count)\b[^.?!\n]{{0,25}}\b(?:on|for|of) (?:my|our|us)\b"
    r"|\b(?:what|which) (?:zip|address|name|number|date|time) do (?:you|u|ya) have\b"
    r"|\b(?:when|where|what (?:time|day|date))(?:'s| is| was|s)? (?:my|our"
    rf"|the) (?:[\w']+ ){{0,3}}{KIND}\b"
    r"|\b(?:did|have|had) (?:we|i) (?:already )?(?:order|book|reserve|choose|pick)(?:ed|d)?\b"
    r"|\b(?:what|which) (?:day|date|time|hour|weekday|month"
    r"|\w+day)\b[^.?!\n]{0,20}\b(?:(?:is|was|are|were) (?:it|that|(?:my|our|the) [\w ]{2,20}?) again"
    r"|(?:did|have|had) (?:we|i|you) (?:\w+ )?(?:agree|settle|decide|set|fix)\w*"
    r"|is (?:my|our) (?:[\w']+ )?party)\b"
    r"|\b(?:what|which) (?:time|day|date|start|hour) again\b"
    r"|\b(?:for )?how many(?: people| guests| of us)? again\b"
    r"|\bwhat(?:'?s|s| is| was) the (?:start(?:ing)?(?: time)?|time|date|day|address|head ?count"
    r"|guest count|number) again\b"
    r"|\b(?:for )?how many(?: people| guests)? (?:are|were|r) we (?:down|booked|set|signed up"
    r"|registered) for\b|\bfor how many(?: people| guests| of us)? (?:was|is|did|do|are) (?:it|that|we"
    r"|you)\b(?! (?:price|total|quote|cost))"
    r"|\bis (?:the|my|our) (?:[\w']+ ){0,2}party (?:really |still |now )?(?:on|at|for)\b"
    r"|\bwhen are (?:my|our)\b|\bwhat parties\b"
    r"|\b(?:what|when|where|which|who|how many|how much|for how many)\b[^.?!\n]{0,25}\b(?:did|have|had"
    r"|do) (?:we|i) (?:all )?(?:book|order|reserve|get booked)(?:ed|d)?\b"
    r"|\b(?:what|when|which|how many)[^.?!\n]{0,20} (?:we|i)(?:'ve| have)? (?:booked|ordered"
    r"|reserved)\b|\bremind (?:me|us)\b|\bwhat do you have (?:for|on|down)\b"
    rf"(?! (?:the |that |this )?(?:next|following|week|\d|{MONTH_STARTS}|{WEEKDAY}))"
    r"|\bdo (?:you|we|i) (?:still )?have (?:us|me|our|my|(?:a|any) (?:booking|reservation))\b"
    r"|\b(?:are|r) (?:we|you)(?: guys)? still (?:on|coming|good|set|booked)\b|\bstill on for\b"
    r"|\bstill on\W*$|\bis (?:it|that|the party|our [\w ]{0,15}) still on\b"
    r"|\b(?:is|are) (?:everything|it|we|this|that|my|our|the|all)[^.?!\n]{0,30}\b(?:confirmed|all set"
    r"|booked|official|locked in)\b|\b(?:who|which name|what name|under (?:what|which|whose)"
    r"|whose name)\b[^.?!\n]{0,25}\b(?:booked|booking|reservation|under|party)\b"
    r"|\b(?:show|list|tell|give|send|read)(?: me| us)? (?:(?:all|of|about) )*(?:my"
    rf"|our) (?:[\w']+ ){{0,2}}(?:bookings?|reservations?)\b"
    rf"|\b(?:how many|what|which|when|who)\b[^.?!\n]{{0,25}}\bon (?:my|our) (?:booking|reservation)\b"
    r"|\b(?:is there|do (?:you|u)(?: guys)? (?:have|see|find)) (?:an?|any) (?:booking"
    rf"|reservation)s? (?:for|under|in the name of) (?!(?:an?|\d|the|next|this|any|{WEEKDAY_STEMS}"
    rf"|{MONTH_STARTS}|tomorrow|today|tonight)\w*\b)"
    r"|\b(?:did|has|is) (?:it|that|this|everything"
    r"|(?:my|our|the) (?:booking|reservation|request))(?: all)? (?:go|gone|went|come|been|get"
    r"|got)(?: through| booked| confirmed| in)\b(?! (?:the|my|our) (?:mail|bank))"
    rf"|\b(?:status|details|summary|confirmation|info)\b[^.?!\n]{{0,25}}\b(?:my|our"
    rf"|the) (?:[\w']+ ){{0,3}}{KIND}\b"
    r"|\b(?:see|check|show|pull up|look up|find|confirm)\b (?:on )?(?:my"
    rf"|our) (?:[\w']+ ){{0,3}}{KIND}\b",
    re.I,
)
_THE_PARTY = rf"(?:we|it|(?:the|our|my) (?:[\w']+ ){{0,3}}?{KIND}(?: (?:on|of|for) (?:the )?[\w ]{{2,18}}?)?)"
_OF_THE_BOOKED = re.compile(
    r"^\W*(?:(?:and|so|ok|okay) )*for how many(?: people| guests| of us)?(?: again)?\W*$|"
    r"\b(?:when|what time|at what time|what hour|which hour|where|at which address)\b(?: exactly"
    rf"| again)? (?:does|do|did|will|is|are|was|should|would)(?: it)? {_THE_PARTY} (?:supposed to "
    r"|going to |gonna |meant to |due to )?(?:start\w*|beg[iu]n\w*|kick(?:s|ing)? off"
    r"|take(?:s)? place|taking place|happen\w*|eat|get going"
    r"|get started)\b(?! (?:to|if|later|earlier))"
    r"|\b(?:tell|check|confirm|see|say|verify|know|look up|remind)\b(?: (?:me|us|for me"
    r"|for us))? (?:again )?what (?:time |date |day |hour )?(?:you|u)(?: guys)?"
    r" (?:have|show|see|got)(?: (?:us|me|it|for|down|on file|in (?:the|your) (?:system|books?)"
    r"|for (?:us|me|that day|it|our party)|booked|written|noted|recorded|there))*\W*$"
    r"|\b(?:are|were) (?:we|you having us) (?:still )?(?:down|booked|signed up|set|registered"
    r"|on the books) (?:for|as|with|at|on)\b"
    r"|\b(?:double[- ]?check|verify|go over|run (?:me )?through|recap|read (?:me )?back|tell me"
    rf"|give me|send me)\b[^.?!\n]{{0,30}}\b(?:about|of|on|for|in|with|what'?s (?:on|in)) (?:my"
    rf"|our) (?:[\w']+ ){{0,3}}?{KIND}\b(?! (?:fee|price|chef))"
    r"|\b(?:forgot|forgotten|can'?t remember|don'?t remember|cannot remember|not sure|unsure"
    rf"|blanking on|slipped my mind|mixed up)\b[^.?!\n]{{0,20}}\b(?:when|where|what (?:time|day|date)"
    rf"|which (?:day|date|time)|for how many|how many)\b[^.?!\n]{{0,15}}\b(?:it|that|we|you|he"
    rf"|(?:the|our|my|your) (?:[\w']+ ){{0,3}}?(?:{KIND}|chef|cook"
    rf"|guys?))\b[^.?!\n]{{0,15}}\b(?:comes?|coming|arrives?|is|was|were|are|start\w*|begins?|booked"
    r"|said|do)\b",
    re.I,
)
"""Of a party that is booked; of one that is only planned the same words ask something else."""
_ELSE = re.compile(
    rf"\b(?:can|could|would|may) (?:we|you|it|i)\b[^.?!\n]{{0,20}}\b(?:move|change|start|do|make"
    rf"|add)\b|\binstead\b|\bif (?:we|it)\b|\b{NUMBER} (?:more|fewer|less)\b",
    re.I,
)


def of_the_booked(text: str) -> bool:
    """Whether somebody who has a party asks what stands of it."""
    return bool(_OF_THE_BOOKED.search(text)) and not _ELSE.search(text)


def asked_in(clause: str) -> bool:
    """Whether a clause asks for what stands, be it of a party that is booked or to be found."""
    return bool(STATUS.search(clause)) or of_the_booked(clause)
