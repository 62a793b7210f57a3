"""Narrow questions as they are put in passing: "which start times do you offer", "what should be ready". Pure.

Read like those of specifics, a clause at a time; each is a way to ask for a fact that the owner has told.
"""

from hibachi.concierge.understanding import miles_told
from hibachi.kit import lazy_re as re

_WAYS = (
    r"(?:cash(?! ?back)|venmo|zelle|credit cards?|debit cards?|cards?|cheques?|checks?|pay ?pal|apple ?pay|cash ?app)"
)
_MUST = (
    r"should(?: i| we)?|must(?: i| we)?|needs? to|ha(?:s|ve) to|do (?:i|we) (?:need to|have to|gotta)"
    r"|(?:am i|are we) supposed to|would (?:i|we) need to"
)
_SIZE = r"(?:size|dimensions?|measurements?|width|height|length|footprint)"

NARROW: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "grill_size": (
            rf"\b{_SIZE} of (?:the|your|ur|that|this) (?:\w+ )?(?:grill|griddle|hibachi)\b"
            r"|\bhow (?:wide|tall|high|long|big|large) (?:is|are|would) (?:the|your|ur"
            r"|that) (?:\w+ )?(?:grill|griddle|hibachi|thing)\b"
            rf"|\b(?:grill|griddle)\b[^.?!\n]{{0,25}}\b(?:fit|go|get|pass"
            rf"|squeeze)\b[^.?!\n]{{0,15}}\b(?:through|thru|past)\b"
        ),
        "hours": (
            r"\b(?:what|which) (?:all )?(?:start(?:ing)?|party|dinner)? ?(?:times?|time ?slots?|slots"
            r"|hours)\b[^.?!\n]{0,12}\b(?:do|can|could|would|are) (?:you|we|i|there|u"
            r"|yall)(?: guys)?\b[^.?!\n]{0,12}\b(?:offer|have|start|begin|choose|pick|give|got|available"
            r"|cook)\b|\bwhen (?:can|could|do|may) (?:the )?(?:parties|dinners|events|it|we|our party|you"
            r"|u)(?: guys)? (?:usually |normally )?(?:start|begin)\b(?! charging)"
        ),
        "booking_window": (
            r"\b\d{1,2}[- ]?(?:hours?|hrs?|h)'? ?(?:rule|notice|policy|limit|minimum|requirement)\b"
            r"|\bhow (?:early|soon|late|far(?: (?:ahead|out|in advance))?) (?:can|could|may|should|do"
            r"|must) (?:i|we|one|you|people|customers)\b[^.?!\n]{0,20}\b(?:reservations?|reserve|bookings?"
            r"|book|order)\b(?! (?:start|begin))"
            r"|\b(?:take|taking|accept\w*|open for)\b[^.?!\n]{0,12}\b(?:reservations?|bookings?"
            r"|orders?)\b[^.?!\n]{0,12}\b(?:for|in|as|already|until)\b"
        ),
        "payment": (
            rf"\b(?:pay|settle|hand over|cover)\b[^.?!\n]{{0,30}}\b(?:rest|balance|remainder|remaining"
            rf"|bill|deposit|chef)?\b[^.?!\n]{{0,12}}\b(?:in|by|with|via|through|using) (?:an? "
            rf"|my )?{_WAYS}\b"
        ),
        "rest_due": (
            r"\b(?:rest|balance|remainder|remaining (?:amount|part|money)"
            r"|what'?s left)\b[^.?!\n]{0,25}\b(?:when(?:'?s)?|by when|due|until when)\b"
        ),
        "needs": (
            r"\b(?:does|will|would|do) (?:the chef|your chef|the cook|he|she|they|your team)(?: also"
            r"| still)? (?:need|want|require) (?:anything|something)(?: else)? (?:from|of) (?:us|me"
            r"|our side)\b|\bwhat\b[^.?!\n]{0,35}\b(?:(?:have|has|be|got|get) (?:\w+ )?ready"
            r"|(?:be|have) (?:set up|in place|prepared|there))\b[^.?!\n]{0,15}\b(?:when|before|by the time"
            r"|for the chef|for (?:you|him|her|them))\b"
            rf"|\bwhat(?: all| else| exactly)? (?:{_MUST})\b[^.?!\n]{{0,20}}\b(?:in place|ready|prepared"
            r"|set ?up|set out|laid out|waiting|arranged|there|prepare|prep|arrange|organi[sz]e"
            r"|take care of)\b(?! to (?:book|order|pay))"
            r"|\bwhat(?:'?s| is| are|s)? (?:my|our|the host'?s) (?:job|jobs|part|role|share|homework"
            r"|tasks?|responsibilit\w+|to[- ]?dos?)\b"
            r"|\bwhat(?:'?s| is| am| are)? ?(?:i|we)?(?:'m| am|'re| are)? (?:i |we )?(?:responsible for"
            r"|in charge of|supposed to (?:do|bring|have|get|provide|prepare))\b"
            r"|\bwhat do(?:es)? (?:you|u|the chef|he|she|they) (?:guys )?(?:expect|need|want"
            r"|require) (?:from|of) (?:me|us)\b"
            r"|\bwhat (?:do|should|must) (?:i|we) (?:need to |have to |gotta )?(?:do|prepare|prep|arrange"
            r"|set up|get ready)\b[^.?!\n]{0,15}\b(?:before (?:he|she|they|the chef|you|u)"
            r"|on (?:the|party) day|beforehand|ahead of time|for (?:him|her|the chef))\b"
            r"|\bhow (?:do|should|can|would) (?:i|we) (?:best )?(?:prepare|prep"
            r"|set (?:things |everything |it )?up|get (?:\w+ ){0,3}ready)\b(?! the)"
            r"|\b(?:do|should|must) (?:i|we) (?:need to |have to |gotta )?(?:prep|prepare|set up|set out"
            r"|get ready|arrange|do)\w* (?:anything|something)\b(?! to (?:book|pay|reserve))"
            r"|\banything (?:that )?(?:i|we) (?:should|need to|have to|must|can|could|gotta"
            r"|are supposed to) (?:prep|prepare|set out|set up|do (?:before|beforehand|for the chef)"
            r"|get ready|have ready|arrange)\b"
        ),
        "max_distance": (
            r"\b(?:somewhere|anywhere|places?|areas?|towns?|cities|parts?)\b[^.?!\n]{0,20}\b(?:won'?t"
            r"|don'?t|do not|will not|not|never|wouldn'?t)\b[^.?!\n]{0,12}\b(?:drive|go|come|travel|serve"
            r"|cover|cater|deliver)\b"
        ),
        "same_every_day": (
            r"\b(?:dinners?|lunch(?:es)?|evenings?|weekends?|noon|nights?|holidays?"
            r"|(?:satur|sun|fri)days?)\b[^.?!\n]{0,15}\b(?:pricier|costlier|dearer|more expensive|cheaper"
            r"|costs? (?:more|less|the same))\b(?! (?:if|option|dish|protein))"
        ),
        "minimum": (
            r"\b(?:get|reach|meet|hit) (?:to )?(?:the|your|that) minimum\b[^.?!\n]{0,12}\b(?:with|by|if"
            r"|through)\b|\bminimum\b[^.?!\n]{0,12}\b(?:be )?(?:reached|met|filled(?: up)?|made up)\b"
            r"|\bdiff\w*\b[^.?!\n]{0,40}\bminimum\b"
            r"|\b(?:travel\w*|drive|mileage|add-?ons?|upgrades?|extras?"
            r"|extra proteins?)\b[^.?!\n]{0,20}\b(?:counts?|goes|go|apply|applies|included|toward|towards"
            r"|part)\b[^.?!\n]{0,12}\b(?:minimum|\$?\d{3})\b"
        ),
        "chef_extra": (
            r"\b(?:price|cost|total|quote|it|that"
            r"|\$?\d\d)\b[^.?!\n]{0,12}\binclud\w*\b[^.?!\n]{0,15}\b(?:chefs?|cook|grill|set ?-?up"
            r"|equipment|performance)\b"
        ),
        "deposit": (
            r"\b(?:deposit|down ?payment)\b[^.?!\n]{0,20}\b(?:per|for each|for every|a) (?:person|head"
            r"|guest|adult)\b|\bdiff\w*\b[^.?!\n]{0,20}\bdeposit\b[^.?!\n]{0,20}\b(?:minimum|total"
            r"|balance)\b|\bdiff\w*\b[^.?!\n]{0,25}\bminimum\b[^.?!\n]{0,15}\bdeposit\b"
            r"|\bpay\b[^.?!\n]{0,12}\b(?:half|part|some|a portion|in parts|in two|a bit"
            r"|a little)\b[^.?!\n]{0,25}\b(?:now|later|up ?front|first|other half|payments?"
            r"|at the (?:end|party))\b"
        ),
        "pay_handle": (
            r"\b(?:when|how (?:soon|fast|quickly|long))\b[^.?!\n]{0,15}\b(?:will|do|does|can|should|until"
            r"|till|before|would)\b[^.?!\n]{0,20}\b(?:hear|get|receive|contact(?:ed)?|reach(?:ed)?|send"
            r"|sent|text(?:ed)?|message|call(?:ed)?"
            r"|e-?mail)\b[^.?!\n]{0,30}\b(?:about (?:the )?(?:deposit|payment|paying)"
            r"|payment (?:details|info\w*|instructions|link)"
            r"|(?:deposit|payment|pay) (?:link|details|info\w*|instructions|request)|how to pay)\b"
        ),
        "office_hours": (
            r"\b(?:when|how (?:soon|fast|quickly|long))\b[^.?!\n]{0,15}\b(?:will|do|does|can|should|until"
            r"|till|before|would)\b[^.?!\n]{0,20}\b(?:hear|get|receive|contact(?:ed)?|reach(?:ed)?|send"
            r"|sent|text(?:ed)?|message|call(?:ed)?"
            r"|e-?mail)\b[^.?!\n]{0,30}\b(?:about (?:the )?(?:deposit|payment|paying)"
            r"|payment (?:details|info\w*|instructions|link)"
            r"|(?:deposit|payment|pay) (?:link|details|info\w*|instructions|request)|how to pay)\b"
        ),
        "hold_time": (
            r"\b(?:hold|keep|save|reserve|pencil|put (?:a|us|me|it))\b[^.?!\n]{0,45}\b(?:for (?:a|an|one|two|three|\d+|a few"
            r"|a couple(?: of)?) (?:more )?(?:days?|weeks?|nights?|(?<!reserve )hours?|hrs?)|overnight)\b(?! (?:party|event|trip))"
            r"|\b(?:book|reserve|hold) (?:it|the date|us)\b[^.?!\n]{0,12}\bpay(?:ing)? (?:it |the deposit )?later\b|"
            r"\b(?:how long|how much time|until when|till when|by when)\b[^.?!\n]{0,30}\b(?:before|until"
            r"|till|til)\b[^.?!\n]{0,18}\b(?:releas\w+"
            r"|giv\w+ (?:it|that|the \w+|my \w+|our \w+) (?:away|up|to)"
            r"|let(?:ting)? (?:it|that|the \w+|my \w+|our \w+) go"
            r"|(?:it|the \w+) (?:expires?|lapses?|opens?|is gone|goes))\b"
            r"|\b(?:don'?t|do not|dont|can'?t|cant|forget to"
            r"|miss)\b[^.?!\n]{0,15}\bpay\w*\b[^.?!\n]{0,25}\b(?:in time|on time|right away|by then"
            r"|soon enough|within)\b|\bwithout (?:paying |putting (?:down )?|making |sending )(?:the |a "
            r"|any |you )?(?:deposit|money|anything)\b"
        ),
        "setup_time": (
            r"\bhow (?:much time|long|many minutes)\b[^.?!\n]{0,40}\b(?:set ?-?up"
            r"|setting (?:it |everything )?up|get (?:everything |it all )?ready)\b"
        ),
        "grill": (
            r"\bgrills?\b[^.?!\n]{0,25}\b(?:you|u|yall|the chefs?)\b(?: guys)?[^.?!\n]{0,12}\b(?:bring"
            r"|brings|provide|provides|supply|carry)\b"
        ),
        "about": (
            r"\bwho (?:exactly |actually )?(?:comes|is coming|will come|would come|cooks|shows up"
            r"|will be (?:there|cooking))(?: (?:to|at|over|out))?(?: (?:the|my|our) (?:house|home|place"
            r"|door))?(?: exactly| then)?\W*(?:\?|$)"
            r"|\b(?:curious|wondering|know|see|ask|tell me|explain|understand|learn|idea"
            r"|about) (?:about )?how (?:it|this|that|everything|you guys|all this|all of it) (?:all "
            r"|really |even )?works?\b|\b(?:actual|real|live|human) (?:person|chef|human|cook|people|guy"
            r"|somebody|someone)\b[^.?!\n]{0,15}\b(?:cook\w*|doing|does|there|grill\w*|prepar\w*)\b"
        ),
        "suggest": (
            r"\bwhat (?:else |more |other \w+ )?(?:would|do|could|can) (?:you|u) (?:guys )?(?:suggest"
            r"|recommend|advise|propose|put on top|top it (?:up|off) with|throw in|splurge on"
            r"|add on top)\b|\bany (?:other )?(?:suggestions?|recommendations?|ideas?"
            r"|tips?)\b(?=\W*(?:$|\?|for (?:us|me|extras|add|food|the menu)))"
        ),
        "menu": (
            r"\b(?:which|what)\b(?: (?:ones|proteins|meats|dishes|of (?:them|those|these)))?(?: (?:are"
            r"|is) the ones)?[^.?!\n]{0,15}\b(?:costs?|pay|charge)\b[^.?!\n]{0,8}\b(?:extra|more"
            r"|additional)\b|\bwhat (?:all |exactly )?(?:do|does|will|would|can|could) (?:the |my |our "
            r"|your |all |all the )?(?:guests|people|adults|grown-?ups|everyone|everybody|folks"
            r"|each (?:person|guest)) (?:actually |all |each )?(?:get to (?:eat|have|choose)|be eating|eat"
            r"|be served|get served|have to eat|get for (?:food|dinner))\b"
        ),
        "referral": (
            r"\b(?:anything|something|discount|credit|bonus|reward|perk|what)\b[^.?!\n]{0,12}\bfor being (?:(?:her|his|their|a|the|your|an?)"
            r"(?: \w+)? )?(?:friend|referr\w+|recommended|sent)\b"
            r"|\bwhat (?:does|do|would|will) (?:my|the|her|his) (?:friend|sister|brother|cousin|neighbou?r|coworker) get\b"
            r"|\b(?:anything|something|what(?:'?s| is| would be)?)\b[^.?!\n]{0,8}\bin (?:it|this"
            r"|that) for (?:me|us)\b|\b(?:discount|credit|reward|bonus|perk|something|anything"
            r"|money off)s?\b[^.?!\n]{0,12}\bfor (?:an? )?(?:referr\w*|recommend\w*"
            r"|sending (?:you|u|a|my))\b"
        ),
        "included": (
            r"\b(?:price|\$?\d+|cost|rate|total)\b[^.?!\n]{0,12}\b(?:covers?|includes?) what\b"
            r"|\bwhat(?: all| exactly| else)?(?:'?s| is| are)? (?:all |actually |really )?(?:covered"
            r"|included|in it|part of it|comes)\b[^.?!\n]{0,12}\b(?:by|in|for|with"
            r"|under)\b[^.?!\n]{0,25}\b(?:price|\$?\d+|cost|rate|fee)\b"
            r"|\bwhat (?:i|we|you|one|people|everyone)(?:'d|'ll| would| will)? get for (?:the |that |this "
            r"|our |my )?(?:price|money|\$?\d+|\w+ dollars)\b"
        ),
        "confirmed_when": (
            r"\bwhat happens (?:after|once|when|as soon as|next when) (?:i|we)(?:'ve| have)? (?:pay|paid"
            r"|send|sent|make|made|put down)\b"
        ),
        "reschedule": (
            r"\b(?:costs?|fees?|charges?|price|penalty|extra|free)\b[^.?!\n]{0,12}\b(?:for|to|of"
            r"|if (?:we|i)) (?:mov(?:e|ing)|chang(?:e|ing)|switch(?:ing)?|postpon\w+"
            r"|reschedul\w+)\b[^.?!\n]{0,25}\b(?:date|day|weekend)\b"
        ),
        "trust": (
            r"\bhow (?:do|can|could|will|would) (?:i|we) (?:know|be sure|trust|tell"
            r"|make sure)\b[^.?!\n]{0,25}\b(?:you|u|y'?all|the chef|he|she|they|somebody|someone"
            r"|anybody)(?:'ll|'re|'d)?\b[^.?!\n]{0,25}\b(?:show up|come|be there|turn up|arrive|really"
            r"|actually|real|reliable|legit|for real)\b"
            r"|\b(?:burned|burnt|stood up|let down|ghosted) (?:by|before)\b[^.!\n]{0,50}\?"
        ),
        "extra_costs": (
            r"\b(?:any|no|more|other|bad|nasty"
            r"|hidden) (?:\w+ )?surprises?\b(?! (?:party|dinner|guest|birthday))"
            r"|\bsurprises? (?:later|on the (?:bill|day)|at the end|afterwards)\b"
            r"|(?<!how much )(?<!what )\b(?:is|are|was) (?:that|this|it|\$?\d+"
            r"|these)\b[^.?!\n]{0,12}\b(?:the )?(?:final|whole|complete|full|total|all[- ]in"
            r"|everything)(?: (?:number|price|amount|cost|total|bill))?\b[^.?!\n]{0,6}(?:,? or\b|\?|\W*$)"
            r"|\b(?:admin(?:istrat\w+)?|booking|convenience|fuel|gas|weekend|holiday|cleaning"
            r"|equipment) fees?\b"
        ),
        "alcohol": r"\b(?:mocktails?|soft drinks?|sodas?|lemonade|iced tea)\b",
        "choose": (
            r"\b(?:kids?|children|little ones)\b[^.?!\n]{0,15}\b(?:eat|eating|get|have"
            r"|order)\b[^.?!\n]{0,12}\b(?:the same|same|something different"
            r"|different (?:food|stuff|things|meal))\b"
        ),
        "menu_change": (
            r"\b(?:last|latest)\b[^.?!\n]{0,25}\b(?:switch|swap|change)\b[^.?!\n]{0,15}\b(?:proteins?"
            r"|meats?|menu|food|dish(?:es)?)\b"
            r"|\b(?:need|want|require)\b[^.?!\n]{0,15}\b(?:menu|food|proteins?|meat|meal"
            r"|dinner)\b[^.?!\n]{0,12}\b(?:choices?|selections?|picks"
            r"|orders?)\b[^.?!\n]{0,15}\b(?:in advance|ahead|beforehand|before|early|now|already)\b"
        ),
        "dietary": (
            r"\b(?:alcohol|wine|sake|mirin|liquor|booze)\b[^.?!\n]{0,12}\b(?:in|inside|used in) (?:the"
            r"|your|any(?: of)?|ur|that)\b[^.?!\n]{0,15}\b(?:sauces?|food|teriyaki|marinades?|rice"
            r"|dish(?:es)?|cooking|meat|recipes?|dressing)\b"
            r"|\b(?:cook\w*|made|marinat\w+|flamb\w+|prepared?) (?:it |anything |the \w+ "
            r"|everything )?(?:with|in) (?:any )?(?:wine|sake|alcohol|mirin|liquor)\b"
        ),
        "setting": (
            r"\b(?:at|in|on) (?:an?|the|our|my|some) (?:local |nearby |rented |small )?(?:winery|vineyard"
            r"|brewery|ranch|farm|community center|club ?house|rooftop|barn|campground)\b"
        ),
        "occasions": (
            r"\b(?:can|could|would|do|is it possible)\b[^.?!\n]{0,15}\b(?:do|have|host|handle|cater|throw"
            r"|help with|book) (?:an? |it as a )surprise\b"
        ),
        "not_included": (
            r"\b(?:what|which|anything)\b[^.?!\n]{0,20}(?:\bnot\b|n'?t\b)[^.?!\n]{0,15}\b(?:includ\w+"
            r"|covered|part of|in the (?:price|package|deal)|come with)\b"
            r"|\b(?:what|which)\b[^.?!\n]{0,20}\b(?:excluded|left out)\b"
            r"|\b(?:chairs?|tables?|plates?|utensils|silverware|napkins?|forks?|cups"
            r"|glasses)\b[^.?!\n]{0,30}\b(?:arrange|organi[sz]e|ourselves"
            r"|(?:on|by|from) our (?:own|side|end)|our (?:job|responsibility)"
            r"|(?:something|things) (?:we|i) (?:have to|need to|must|should|provide|bring|get))\b"
        ),
        "children": (
            r"\b(?:is|are|does|do|would) (?:an? )?\d{1,2}\b[^.?!\n]{0,20}\b(?:kid|child|adult)\b"
            r"|\b(?:adult|kids?|child(?:ren)?)(?:'?s)? (?:price|rate)\b"
            r"|\bcount(?:s|ed)? as (?:an? )?(?:kid|child|adult|grown[- ]?up)\b"
            r"|\bbaby\b[^.?!\n]{0,30}\bdo (?:we|i) pay\b"
            r"|\b(?:do|does|would|must|should|will|are|is) (?:we|i|you|u|he"
            r"|she)\b[^.?!\n]{0,15}\b(?:pay(?:ing)?|charged?|charge|owe"
            r"|billed?)\b[^.?!\n]{0,12}\bfor (?:him|her"
            r"|(?:the |a |my |our )?(?:kid|child|baby|little one|toddler|infant)s?)\b"
        ),
    }.items()
}

INSTEAD: dict[str, frozenset[str]] = {
    "grill_size": frozenset({"space", "grill", "venue", "about", "setting"}),
    "hours": frozenset({"about", "office_hours", "availability"}),
    "booking_window": frozenset({"hours", "earliest_start", "latest_start", "venue", "availability", "about"}),
    "payment": frozenset({"chef_extra", "rest_due", "about", "price", "balance"}),
    "rest_due": frozenset({"balance", "payment", "deposit"}),
    "needs": frozenset(
        {"setup_time", "venue", "about", "not_included", "space", "hours", "earliest_start", "whats_next"}
    ),
    "max_distance": frozenset({"area", "about", "travel"}),
    "same_every_day": frozenset({"price", "daytime", "hours", "every_day"}),
    "minimum": frozenset({"travel", "price", "max_distance", "area", "children", "extra_costs"}),
    "chef_extra": frozenset({"price", "included", "show", "grill", "about"}),
    "deposit": frozenset({"payment", "hold_time", "about"}),
    "pay_handle": frozenset({"deposit", "payment", "contact", "hold_time", "booking_window"}),
    "office_hours": frozenset({"deposit", "payment", "contact"}),
    "hold_time": frozenset({"cancellation", "deposit", "payment", "refund_when"}),
    "setup_time": frozenset({"venue", "duration", "booking_window", "hours"}),
    "grill": frozenset({"needs", "not_included", "about", "included"}),
    "about": frozenset({"show", "grill", "bot"}),
    "menu": frozenset({"suggest", "children", "price", "extra_costs", "chef_extra"}),
    "referral": frozenset({"payment", "price", "about"}),
    "included": frozenset({"price", "about", "choose", "menu"}),
    "not_included": frozenset({"choose", "included", "about", "price"}),
    "children": frozenset({"price", "about"}),
    "confirmed_when": frozenset({"price", "cancellation", "deposit", "payment", "balance", "rest_due"}),
    "reschedule": frozenset({"price", "cancellation", "about"}),
    "extra_costs": frozenset({"price", "about", "chef_extra", "travel"}),
    "alcohol": frozenset({"menu", "included"}),
    "choose": frozenset({"children", "price", "menu"}),
    "menu_change": frozenset({"menu", "choose", "booking_window"}),
    "dietary": frozenset({"alcohol", "included"}),
    "setting": frozenset({"alcohol", "about"}),
    "occasions": frozenset({"about", "show"}),
}
"""The topics that such a question stands for within its own clause."""

FIRST = frozenset({"payment"})
"""Those that stand for another question even where that one stands for them: "can we pay the balance in cash"."""


def first(clause: str) -> frozenset[str]:
    """The topics of a folded clause that give way to one of FIRST."""
    found = (INSTEAD[name] for name in FIRST if NARROW[name].search(clause))
    return frozenset().union(*found)


ACROSS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "tables": (
            r"\btables?\b[^?\n]{0,80}\bhow many\b(?: of (?:them|those))?[^.?!\n]{0,15}\b(?:need|rent|get"
            r"|borrow|order|want|take)\b"
        ),
        "rest_due": (
            r"\b(?:rest|balance|remainder|remaining (?:amount|part|money)"
            r"|what'?s left)\b[^.?!\n,]{0,20}[,.:;-]? ?(?:and |so |then )?(?:when(?:'?s)?|by when"
            r"|until when|what day)\b(?! (?:i|we) (?:book|cancel|move))[^.?!\n]{0,12}\b(?:pay|paid|due"
            r"|that|it|owed?|settle)\b"
        ),
        "referral": (
            r"\b(?:refer|refers|referred|recommend|recommends|recommended|send|sends"
            r"|sent)\b[^?\n]{0,60}\b(?:do|would|will|can|could|is|are) (?:i|we"
            r"|there)\b[^?\n]{0,30}\b(?:credits?|rewards?|bonus|perks?|kickback|thank[- ]you"
            r"|anything (?:for|from|in) (?:it|that|me|us)|something (?:for|from|in) (?:it|that|me|us))\b"
        ),
        "guest_count_final": (
            r"\b(?:if|when|suppose|say)\b[^?\n]{0,60}\b(?:cancels?|bails?|flakes?|drops? out|backs? out"
            r"|no[- ]?shows?|(?:don'?t|doesn'?t|do not|does not|can'?t|cannot) (?:show(?: up)?|come"
            r"|make it|turn up)|(?:get|gets|are|is) sick)\b[^?\n]{0,40}\b(?:still (?:have to "
            r"|need to )?pay|pay (?:for (?:them|him|her|those|that)|the full|anyway)|charged?|billed?"
            r"|owe)\b"
        ),
        "show": (
            r"\b(?:real|actual|live|human) (?:person|human|chef|cook|people"
            r"|somebody)\b[^?\n]{0,30}\band (?:does|do|doing) (?:all )?(?:the )?cook\w*\b"
        ),
        "reschedule": (
            r"\b(?:postpon\w*|reschedul\w*|mov(?:e|ing) (?:it"
            r"|the (?:date|party)))\b[^?\n]{0,40}\bhow (?:late|close|long before|short)\b"
            r"|\b(?:postpone|reschedule|move (?:it|the (?:date|party)))\b[^.?!\n]{0,15}[,.;:-] ?(?:and "
            r"|so |then )?(?:what(?:'?s| is| would)|how much)\b[^.?!\n]{0,12}\b(?:damage|fee|cost|charge"
            r"|penalty|price|catch)\b"
        ),
    }.items()
}
"""Questions that stand in two clauses: the one names of what, the other asks."""
ACROSS_INSTEAD: dict[str, frozenset[str]] = {
    "rest_due": frozenset({"payment", "hold_time", "balance", "deposit"}),
    "tables": frozenset({"seated", "most_guests", "show"}),
    "max_distance": frozenset({"area", "travel", "price", "hours", "about"}),
    "travel": frozenset({"area", "price", "max_distance", "about"}),
    "reschedule": frozenset({"price", "cancellation", "latest_start", "booking_window"}),
    "guest_count_final": frozenset({"cancellation", "children", "price", "refund_when", "deposit"}),
    "show": frozenset({"grill", "about"}),
    "referral": frozenset({"payment", "price", "about", "contact"}),
}
"""The topics, broad and narrow, that such a question stands for in the whole message."""


def across(text: str) -> dict[str, int]:
    """The questions of a folded text that stand in two of its clauses, and where."""
    found = {name: match.start() for name, pattern in ACROSS.items() if (match := pattern.search(text))}
    return found | ({far: 0} if (far := miles_told.asked(text)) else {})
