"""More narrow questions: whether there is a restaurant, whether guests sit, a third protein, the hours of people. Pure.

Read like those of specifics, a clause at a time; kept apart because each list is read whole.
"""

from hibachi.concierge.understanding import few_enough
from hibachi.kit import lazy_re as re

_YOU = r"(?:you|u|ya|yall|y'all|you guys|your (?:place|company|business|team))"

NARROW: dict[str, re.Pattern[str]] = {"minimum": few_enough.ASKS} | {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "duration": (
            r"\bhow (?:much(?: of (?:our|the|your))? time"
            r"|many (?:hours|minutes))\b(?![^.?!\n]*\b(?:pay\w*|deposit|notice|advance|before|ahead|hold"
            r"|until|set ?up|setting up|get ready|cancel|decide|beforehand)\b)[^.?!\n]{0,35}\b(?:spends?"
            r"|stays?|there|takes?|lasts?|with us|at (?:our|my)|here|runs?|set aside|plan|block)\b"
            r"|\b(?:what time|when) (?:do|does|will|would|are) (?:you|u|yall|the chef|he|she|it|we|they"
            r"|the party|everything)(?: guys)? (?:leave|leaving|finish\w*|end|wrap(?: it)? up"
            r"|be (?:done|over|finished|out|gone)|done)\b"
        ),
        "menu": (
            r"\b(?:how (?:much|many)|what|which|are|is|upcharge|extra|more)\b[^.?!\n]{0,40}\b(?:premium"
            r"|fancy|fancier|upgraded?|pricier|special|specialty|nicer|better) (?:proteins?|meats?|cuts"
            r"|seafood|ones)\b"
        ),
        "contact": r"\bwho (?:do|can|should|would) (?:i|we) (?:call|text|contact|reach(?: out to)?|ring|phone)\b",
        "show": (
            r"\b(?:cook\w*|food|everything|it|made|make|prepar\w*|grill\w*|done"
            r"|happens?)\b[^.?!\n]{0,22}\b(?:in front of (?:us|everyone|everybody"
            r"|(?:the|our|my|all) (?:\w+ )?(?:guests|people|kids|table|family|friends)|people|you|me)"
            r"|before our eyes)|\b(?:watch|see) (?:him|her|them|the chef|your chef|the cook\w*|the food"
            r"|how (?:it|the food)|while|everything)\b[^.?!\n]{0,15}\b(?:cook\w*|prepar\w*|grill\w*|made"
            r"|being)?|\b(?:cook\w*|made|make|prepar\w*|grill\w*) (?:it |the food |everything "
            r"|all )?(?:fresh )?(?:on[- ]?site|right there"
            r"|in front of (?:us|everyone|the guests|people|you|my)|live"
            r"|at (?:our|my|the) (?:house|home|place|party|table))\b"
        ),
        "tax": (
            r"\b(?<!my )(?<!our )(?:sales )?tax(?:es)?\b(?! (?:ids?|returns?|exempt\w*|receipts?|purposes"
            r"|deduct\w*|forms?|season|payer))"
        ),
        "diet_notice": (
            r"\b(?:when|by when|until when|how (?:early|far|soon|late|long before|much (?:notice|time))"
            r"|what notice)\b[^.?!\n]{0,45}\b(?:allerg\w*|diets?|dietary|restrictions?|vegans?"
            r"|vegetarians?|halal|kosher|gluten|intoleran\w*)\b"
        ),
        "trust": (
            r"\b(?:legit\w*|trustworth\w*|reputable|for real)\b"
            r"|\b(?:scam(?:mers?|ming)?|fraud|fake|rip ?off|con artists?)\b(?<!scammed)"
            r"|\b(?:can|do|should|how (?:can|do|could)) (?:i|we) (?:really )?(?:trust"
            r"|know (?:if |that )?(?:you(?:'re| are)?|u r|this is|it'?s) (?:a )?(?:real|actually|going to"
            r"|gonna|not))\b|\b(?:are|r) (?:you|u)(?: guys)? (?:a |an )?(?:real|actual|registered"
            r"|established) (?:business|company)\b"
        ),
        "extra_costs": (
            r"\b(?:so |and |then |there'?s )?nothing (?:else|more|extra"
            r"|on top)(?: (?:to pay|to add|owed|due|on top))?\b(?=[^.!\n]{0,15}\?)"
            r"|\b(?:any|are there|is there|no|what|some) (?:other |more |extra |all the )*(?:hidden"
            r"|surprise|additional|extra|other|sneaky) (?:fees?|costs?|charges?|expenses)\b"
            r"|\b(?:anything|what) else (?:(?:do|would|will|should|might) (?:we|i) (?:have to |need to "
            r"|be )?(?:pay\w*|owe)|(?:we|i)(?:'d| would|'ll| will)? (?:have to |need to )?(?:pay|owe)"
            r"|on top|(?:gets|is|get) added|to pay)\b"
            r"|\b(?:fees?|costs?|charges?) (?:i|we) should (?:know|expect|be aware)\b"
            r"|\bwhat(?:'?s| is) not in (?:the|that|this) (?:price|total|quote)\b"
        ),
        "confirmed_when": (
            r"\b(?:when|how|at what point|once what|what)\b[^.?!\n]{0,30}\b(?:is|are|does|do|will|gets?"
            r"|makes?|know)\b[^.?!\n]{0,30}\b(?:it|that"
            r"|(?:my|our|the|a|this) (?:\w+ )?(?:booking|date|spot|party|reservation|slot)|we"
            r"|i)\b[^.?!\n]{0,12}\b(?:confirmed|official|final(?:ized)?|locked in|guaranteed|secured"
            r"|set in stone|booked for (?:real|sure))\b"
            r"|\b(?:is|are) (?:it|we|my date|our date|the date) (?:really |already "
            r"|actually )?(?:confirmed|locked in|guaranteed|secured|booked|official) (?:as soon as|once"
            r"|when|after|if|before|right when)\b"
        ),
        "max_distance": (
            r"\b(?:farthest|furthest|max(?:imum)?(?: (?:distance|miles|radius|range))?"
            rf"|longest) (?:distance |away |out |place |that )?(?:{_YOU}|the chefs?)?(?:'?d"
            rf"|'?ll)?\b[^.?!\n]{{0,20}}\b(?:driv\w*|travel\w*|go|come|deliver|cater|miles|distance)\b"
            r"|\bhow (?:far|many miles) (?:away |out )?(?:is too (?:far|many)|will|would|do|can"
            rf"|are) ?(?:{_YOU}|the chefs?)?(?: guys)?(?: (?:go|travel|drive|come|cater"
            r"|willing to \w+))? ?(?:at most|max(?:imum)?|tops|at the most)\b|\bhow far is too far\b"
        ),
        "setup_time": (
            r"\b(?:when|what time|how early|how long before)\b[^.?!\n]{0,12}\b(?:would|will|does|do|should"
            r"|is|are)\b[^.?!\n]{0,12}\b(?:chefs?|cook|he|she|they|you|u"
            r"|yall)\b(?: guys)?(?: be)? (?:get(?:ting)? (?:here|there|to)|arriv\w+|show(?:ing)? up"
            r"|be (?:here|there)|here|there)\b"
            r"|\b(?:how (?:long|much time|early|much (?:earlier|before))|when"
            r"|what time)\b[^.?!\n]{0,40}\b(?:set ?up|setting up|set everything up)\b(?! my)"
            r"|\b(?:set ?up|setting up)\b[^.?!\n]{0,15}\b(?:take|takes|time)\b(?=[^.!\n]*\?)"
        ),
        "comes_to_you": (
            r"\b(?:if|what if|can|could|do) (?:we|i) (?:came|come|drove|drive|went|go) (?:over )?to (?:you"
            r"|u|your place|yours)\b|\b(?:do|should|would|must|will|are) (?:we|i) (?:have to |need to "
            r"|gotta |going to |supposed to )?(?:come|go|drive|travel) (?:out |over )?to (?:you|u|yall"
            r"|your|ur)\b|\b(?:come|coming) to (?:us|me|our (?:house|home|place)) or (?:we|do we|us)\b"
            r"|\b(?:dining (?:room|area|hall)"
            r"|your (?:restaurant|place|location|store|shop|diner|kitchen to eat)"
            r"|(?:address|location|name) of (?:the|your|ur) (?:restaurant|place|store|shop|location)"
            r"|the restaurant'?s? (?:address|location)"
            r"|(?:have|run|own|got|is there) (?:a |an |any )?(?:actual |real |physical "
            r"|sit[- ]down )?(?:restaurant|location|store|store ?front|dining room|venue of your own)"
            r"|(?:eat|dine|come|sit) (?:in )?(?:at|to|in) (?:your|ur) (?:place|restaurant|location|house)"
            r"|where (?:is|are) (?:your|ur|the) (?:restaurant|place|location)"
            r"|where (?:can|do) (?:we|i) (?:eat|come|go|find you)"
            r"|(?:only|just) (?:at|in) (?:ppl'?s|people'?s|our|customers'?) (?:homes?|houses?|places?)"
            r"|(?:do|does|would|is it) (?:you|u|yall|the chef|it)? ?(?:come to (?:us|me|our|my)"
            r"|at (?:our|my) (?:place|home|house))\b[^.?!\n]{0,20}\bor\b)\b"
        ),
        "seated": (
            r"\b(?:sit|sits|sitting|seated|stand|stands|standing)\b[^.?!\n]{0,40}\b(?:or|around|at|by|near"
            r"|in front|while|to eat|up|down|like)\b"
            r"|\b(?:eat|dine|dinner|meal)\b[^.?!\n]{0,20}\b(?:standing|sitting|seated|sit[- ]down"
            r"|stand up)\b|\b(?:is it|is this|a) (?:a )?(?:sit[- ]?down|buffet|stand[- ]?up|plated)\b"
            r"|\bwhere (?:do|does|will|would|are|should) (?:the |my |our |all )?(?:guests|people|ppl"
            r"|everyone|everybody|we|they)(?: all)? (?:sit|eat|be seated)\b"
            r"|\b(?:around|at) the grill\b[^.?!\n]{0,25}\b(?:restaurant|benihana|sit|seat)\w*"
        ),
        "third_protein": (
            r"\b(?:want|wants|wanted|get|gets|have|has|had|do|does|order|orders|eat"
            r"|eats)\b[^.?!\n]{0,12}\b(?:three|3|four|4) (?:proteins?|meats?|kinds of meat)\b"
            r"|\b(?:can|could|may|is it|possible|have|get|want|order|choose|pick|what about"
            r"|how about)\b[^.?!\n]{0,40}\b(?:three|3|more than (?:two|2)|a third|a 3rd"
            r"|an? (?:extra|additional)|another|four|4) (?:proteins?|meats?|kinds of (?:meat|protein)"
            r"|choices of (?:meat|protein))\b"
        ),
        "office_hours": (
            r"\bhow (?:late|early) (?:can|could|do|may) (?:i|we) (?:call|ring|phone|reach|text)\b"
            rf"|\b(?:what|which) (?:hours|times?|days)\b[^.?!\n]{{0,40}}\b(?:reach|call|talk|speak"
            r"|get (?:hold|through)|human|person|someone|somebody|staff|office|phone)\b"
            rf"|\b(?:when|what time|until when|till when|how late)\b[^.?!\n]{{0,30}}\b(?:reach|call"
            rf"|talk to|speak (?:to|with)|get hold of|get through to)\b[^.?!\n]{{0,25}}\b(?:{_YOU}|human"
            r"|person|someone|somebody|office|team|staff)\b"
            r"|\b(?:is|are) (?:the|your|ur) (?:office|phone|line|team)s? (?:open|staffed|answered"
            r"|there)\b"
        ),
        "payment": (
            r"\bwrite (?:you|u|yall|them|the chef|out)? ?(?:a |an )?(?:personal |paper )?(?:check"
            r"|cheque)\b|\b(?:personal|paper|cashier'?s|bank) (?:checks?|cheques?|drafts?)\b"
        ),
        "travel": (
            r"\bhow much (?:is it|would it be|is that|does it cost|do you charge"
            r"|extra)?[^.?!\n]{0,12}\bto (?:get|come|drive|travel)(?: all the way)?(?: out| over| up"
            r"| down)? (?:here|there|to (?:us|me|our|my))\b"
            r"|\b(?:before|until|till|when do) (?:you|u|it"
            r"|they)(?: guys)? (?:start(?:s)? )?charg\w+\b(?! (?:my|me|us|our"
            r"|the (?:card|deposit|balance|rest)))"
            r"|\b(?:work(?:s|ed)? out|calculat\w+|figur\w+|measur\w+|comput\w+|determin\w+"
            r"|count)\b[^.?!\n]{0,20}\b(?:distance|miles?|mileage|travel\w*|drive|way)\b"
            r"|\b(?:distance|miles?|mileage|travel\w*)\b[^.?!\n]{0,20}\b(?:calculated|measured|worked out"
            r"|computed|counted|charged|priced|billed)\b|\btravel (?:part|portion|bit|piece|share)\b"
            r"|\bcharg\w+\b[^.?!\n]{0,25}\b(?:to drive|for driving|per mile|by the mile"
            r"|for (?:the )?(?:travel|distance|drive|trip|way))\b"
            r"|\bhow far\b[^.?!\n]{0,40}\b(?:free|charg\w+|extra|included|fee"
            r"|no (?:extra )?(?:cost|charge))\b"
        ),
        "whats_next": (
            r"\bhow (?:do|can|would|could|should) (?:i|we|one|you) (?:secure|reserve|book|lock in|hold"
            r"|save|claim|get)(?: myself| us)? (?:my|our|a|an|the|that|this|one) (?:date|spot|day|slot"
            r"|party|time|booking|reservation|hibachi|chef)\b"
            r"|\bhow (?:do|does|can|would|should) (?:i|we|she|he|they|(?:my|our) \w+) (?:book|reserve"
            r"|order)\b(?! (?:\w+ )?(?:with|for) (?:venmo|cash))"
            r"|\bhow (?:do|can|would|could|should|does) (?:i|we|one|you|somebody|someone"
            r"|a person) (?:go about|start|begin|get around to|set about) (?:book|reserv|gett|arrang|hir"
            r"|schedul|do|order)\w*\b|\bhow (?:does|do|can|would|could|should) (?:i|we|one|somebody"
            r"|someone) (?:go (?:and|n) |actually |even )?(?:book|hire|reserve|order|get) (?:you|u"
            r"|you guys|y'?all|one|this|it|a chef|one of (?:you|your \w+))(?: guys"
            r"| folks)?\b(?! (?:to|here|in|on)\b)|\bwhat'?s the process\b|\bhow does (?:the )?booking\b"
        ),
        "included": (
            r"\bhow many sides?\b|\b(?:is|was) (?:that|it|this) (?:all )?(?:with|including) (?:all |the "
            r"|all the )?(?:food|chef|show|cooking|everything)\b"
            r"|\bwhat (?:does|do|would|will|did) (?:each|every|a|the|one) ?(?:person|guest|adult|one|head"
            r"|plate|body|kid)?(?: actually| all)? (?:get|receive|come with|include)\b"
            r"|\b(?:is|are|was|does) (?:that|it|this|everything"
            r"|(?:the|that|this|your) (?:price|total|quote))(?: really| already"
            r"| all)? (?:all[- ]?inclusive|everything|cover everything|include everything|with everything"
            r"|complete)\b|\bwhat (?:exactly )?(?:do|does|am|are|is) (?:i|we|that|it"
            r"|the (?:price|\$?\d+|\w+ dollars?))\b[^.?!\n]{0,40}\b(?:paying for|cover|covers|get for)\b"
            r"|\bwhat (?:does|do)\b[^.?!\n]{0,40}\bcovers?\b"
        ),
        "why_you": (
            r"\b(?:are|r) (?:you|u|yall)(?: guys)? (?:any |actually |really )?good\b"
            r"|\bdifferen\w+ (?:between (?:you|u|this|yours)|from (?:a |an |the |other|going)"
            r"|to (?:a |the |other)|than (?:a |the |other))\b"
            r"|\bhow (?:are|is) (?:you|this|it|your\w*)(?: guys)? (?:any )?different\b"
            r"|\bwhat do (?:you|u) (?:do|offer|have) that\b"
        ),
        "suggest": (
            r"\b(?:most|more) popular\b|\bpopular (?:choices?|picks?|dish(?:es)?|items?|order|combo)\b"
            r"|\b(?:what|which)(?:'?s| is| one is| one'?s| would be)?(?: \w+)? (?:better|best|nicer"
            r"|tastier|good|worth it)\b[^.?!\n]{0,35}\bor\b"
            r"|\bwhat (?:do|would|should|could|will)\b[^.?!\n]{0,12}\b(?:people"
            r"|most(?: people| guests| folks| customers)?|guests|others|everyone|everybody|folks|customers"
            r"|other (?:people|guests|customers|parties))\b[^.?!\n]{0,16}\b(?:like|add"
            r"|get(?! to\b| for\b| fed\b| included\b| with\b)|upgrade|order|choose|pick|go for|take"
            r"|prefer)\b|\bwhat(?: would| wud|'?d| do| should| could)? (?:you|u"
            r"|ya)(?: guys)? (?:\w+ )?(?:add|(?<!what do you )(?<!what do u )(?<!do you guys )do|pick"
            r"|choose|get|order|upgrade|take)\b(?! (?:for|on|in|if (?:it|the chef)))"
            r"|\bwhat(?:'?s| is) (?:popular|most popular|a good (?:add-?on|upgrade|extra))\b"
            r"|\bwhat else (?:can|could|should) (?:we|i) (?:get|add|have|order|choose|take)\b"
            r"|\bwhat (?:upgrades?|extras?|add-?ons?)\b[^.?!\n]{0,25}\b(?:worth|best|popular|recommend\w*"
            r"|most|like|choose|pick)\b|\bif you were (?:me|us|in my)\b|\bin (?:my|our) (?:place|shoes)\b"
        ),
        "booking_window": (
            r"\b(?:can|could|may|possible|ok(?:ay)?|able)\b[^.?!\n]{0,25}\b(?:already|now) (?:book|fix"
            r"|reserve|set|plan|secure|save)\b"
            r"|\b(?:book|reserve|fix|secure|save|set|plan)\b[^.?!\n]{0,35}\b(?:already|this early"
            r"|that early|(?:so|that) far (?:ahead|out|in advance)"
            r"|(?:a|one|two) years? (?:ahead|out|in advance|from now))\b"
        ),
        "hold_time": (
            r"\b(?:if|when|after|once) (?:i|we) book\b[^.?!\n]{0,30}\b(?:when|how soon|by when"
            r"|how fast)\b[^.?!\n]{0,20}\bpay\b"
            r"|\b(?:when|how soon|by when|how fast)\b[^.?!\n]{0,25}\bpay\b[^.?!\n]{0,25}\b(?:if|when|after"
            r"|once) (?:i|we) book\b"
        ),
        "zip_enough": (
            r"\b(?:need|want|give|send|have to (?:give|tell)|require)\b[^.?!\n]{0,25}\b(?:full |exact "
            r"|whole |complete |street |home |my |our )+(?:address|street)\b"
        ),
        "about": (
            r"\b(?:is|are) (?:the|your) (?:chefs?"
            r"|cooks?)\b(?! (?:coming|there|here|late|on))[^.?!\n]{0,20}\bany good\b"
        ),
    }.items()
}

INSTEAD: dict[str, frozenset[str]] = {
    "duration": frozenset({"hours", "office_hours", "venue", "about"}),
    "menu": frozenset({"price", "about", "choose"}),
    "minimum": frozenset({"about", "area", "most_guests", "availability"}),
    "contact": frozenset({"about"}),
    "show": frozenset({"about", "area"}),
    "tax": frozenset({"included", "price", "extra_costs", "about"}),
    "diet_notice": frozenset({"menu_change", "booking_window", "hours", "guest_count_final"}),
    "trust": frozenset({"about", "bot", "contact", "deposit", "show"}),
    "extra_costs": frozenset({"price", "about", "deposit", "travel"}),
    "confirmed_when": frozenset({"guest_count_final", "about", "hold_time", "venue"}),
    "max_distance": frozenset({"area", "travel", "about"}),
    "setup_time": frozenset({"venue", "duration", "space", "about", "hours"}),
    "comes_to_you": frozenset({"area", "contact", "about", "venue", "hours", "office_hours", "setting", "not_included", "space"}),
    "seated": frozenset({"venue", "tables", "about", "show", "space", "setting", "grill", "not_included", "included"}),
    "booking_window": frozenset({"availability", "hours", "about", "whats_next"}),
    "hold_time": frozenset({"payment", "rest_due", "deposit", "booking_window"}),
    "zip_enough": frozenset({"contact", "about"}),
    "third_protein": frozenset({"price", "menu", "choose", "included", "suggest"}),
    "office_hours": frozenset({"latest_start", "earliest_start", "venue", "space", "bot", "show", "contact", "about", "hours", "every_day"}),
    "travel": frozenset({"area", "booking_window", "explain", "hours", "availability", "price", "about", "deposit", "included", "clearance", "space"}),
    "whats_next": frozenset({"deposit", "hold_time", "about"}),
    "included": frozenset({"price", "about", "children"}),
    "why_you": frozenset({"about", "travel", "price"}),
    "suggest": frozenset({"why_you", "menu", "about", "included", "most_guests", "not_included", "price"}),
}  # fmt: skip
"""The topics that such a question stands for within its own clause."""
