"""More narrow questions: whether there is a restaurant, whether guests sit, a third protein, the hours of people. Pure.

Read like those of specifics, a clause at a time; kept apart because each list is read whole.
"""

from hibachi.kit import lazy_re as re

_YOU = r"(?:you|u|ya|yall|y'all|you guys|your (?:place|company|business|team))"

NARROW: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "duration": r"\b(?:what time|when) (?:do|does|will|would|are) (?:you|u|yall|the chef|he|she|it|we|they|the party|everything)(?: guys)? (?:leave|leaving|finish\w*|end|wrap(?: it)? up|be (?:done|over|finished|out|gone)|done)\b",
        "contact": r"\bwho (?:do|can|should|would) (?:i|we) (?:call|text|contact|reach(?: out to)?|ring|phone)\b",
        "show": r"\b(?:cook\w*|made|make|prepar\w*|grill\w*) (?:it |the food |everything |all )?(?:fresh )?(?:on[- ]?site|right there|in front of (?:us|everyone|the guests|people|you|my)|live|at (?:our|my|the) (?:house|home|place|party|table))\b",
        "tax": r"\b(?:sales )?tax(?:es)?\b(?! (?:ids?|returns?|exempt\w*|receipts?|purposes|deduct\w*|forms?|season|payer))",
        "diet_notice": r"\b(?:when|by when|until when|how (?:early|far|soon|late|long before|much (?:notice|time))|what notice)\b[^.?!\n]{0,45}\b(?:allerg\w*|diets?|dietary|restrictions?|vegans?|vegetarians?|halal|kosher|gluten|intoleran\w*)\b",
        "trust": r"\b(?:legit\w*|trustworth\w*|reputable|for real)\b|\b(?:scam(?:mers?|ming)?|fraud|fake|rip ?off|con artists?)\b(?<!scammed)|\b(?:can|do|should|how (?:can|do|could)) (?:i|we) (?:really )?(?:trust|know (?:if |that )?(?:you(?:'re| are)?|u r|this is|it'?s) (?:a )?(?:real|actually|going to|gonna|not))\b|\b(?:are|r) (?:you|u)(?: guys)? (?:a |an )?(?:real|actual|registered|established) (?:business|company)\b",
        "extra_costs": r"\b(?:any|are there|is there|no|what|some) (?:other |more |extra |all the )*(?:hidden|surprise|additional|extra|other|sneaky) (?:fees?|costs?|charges?|expenses)\b|\b(?:anything|what) else (?:(?:do|would|will|should|might) (?:we|i) (?:have to |need to |be )?(?:pay\w*|owe)|(?:we|i)(?:'d| would|'ll| will)? (?:have to |need to )?(?:pay|owe)|on top|(?:gets|is|get) added|to pay)\b|\b(?:fees?|costs?|charges?) (?:i|we) should (?:know|expect|be aware)\b|\bwhat(?:'?s| is) not in (?:the|that|this) (?:price|total|quote)\b",
        "confirmed_when": r"\b(?:when|how|at what point|once what|what)\b[^.?!\n]{0,30}\b(?:is|are|does|do|will|gets?|makes?|know)\b[^.?!\n]{0,30}\b(?:it|that|(?:my|our|the|a|this) (?:\w+ )?(?:booking|date|spot|party|reservation|slot)|we|i)\b[^.?!\n]{0,12}\b(?:confirmed|official|final(?:ized)?|locked in|guaranteed|secured|set in stone|booked for (?:real|sure))\b|\b(?:is|are) (?:it|we|my date|our date|the date) (?:really |already |actually )?(?:confirmed|locked in|guaranteed|secured|booked|official) (?:as soon as|once|when|after|if|before|right when)\b",
        "max_distance": rf"\b(?:farthest|furthest|max(?:imum)?(?: (?:distance|miles|radius|range))?|longest) (?:distance |away |out |place |that )?(?:{_YOU}|the chefs?)?(?:'?d|'?ll)?\b[^.?!\n]{{0,20}}\b(?:driv\w*|travel\w*|go|come|deliver|cater|miles|distance)\b|\bhow (?:far|many miles) (?:away |out )?(?:is too (?:far|many)|will|would|do|can|are) ?(?:{_YOU}|the chefs?)?(?: guys)?(?: (?:go|travel|drive|come|cater|willing to \w+))? ?(?:at most|max(?:imum)?|tops|at the most)\b|\bhow far is too far\b",
        "setup_time": r"\b(?:when|what time|how early|how long before)\b[^.?!\n]{0,12}\b(?:would|will|does|do|should|is|are)\b[^.?!\n]{0,12}\b(?:chefs?|cook|he|she|they|you|u|yall)\b(?: guys)?(?: be)? (?:get(?:ting)? (?:here|there|to)|arriv\w+|show(?:ing)? up|be (?:here|there)|here|there)\b|\b(?:how (?:long|much time|early|much (?:earlier|before))|when|what time)\b[^.?!\n]{0,40}\b(?:set ?up|setting up|set everything up)\b(?! my)|\b(?:set ?up|setting up)\b[^.?!\n]{0,15}\b(?:take|takes|time)\b(?=[^.!\n]*\?)",
        "comes_to_you": r"\b(?:do|should|would|must|will|are) (?:we|i) (?:have to |need to |gotta |going to |supposed to )?(?:come|go|drive|travel) (?:out |over )?to (?:you|u|yall|your|ur)\b|\b(?:come|coming) to (?:us|me|our (?:house|home|place)) or (?:we|do we|us)\b|\b(?:dining (?:room|area|hall)|your (?:restaurant|place|location|store|shop|diner|kitchen to eat)|(?:address|location|name) of (?:the|your|ur) (?:restaurant|place|store|shop|location)|the restaurant'?s? (?:address|location)|(?:have|run|own|got|is there) (?:a |an |any )?(?:actual |real |physical |sit[- ]down )?(?:restaurant|location|store|store ?front|dining room|venue of your own)|(?:eat|dine|come|sit) (?:in )?(?:at|to|in) (?:your|ur) (?:place|restaurant|location|house)|where (?:is|are) (?:your|ur|the) (?:restaurant|place|location)|where (?:can|do) (?:we|i) (?:eat|come|go|find you)|(?:only|just) (?:at|in) (?:ppl'?s|people'?s|our|customers'?) (?:homes?|houses?|places?)|(?:do|does|would|is it) (?:you|u|yall|the chef|it)? ?(?:come to (?:us|me|our|my)|at (?:our|my) (?:place|home|house))\b[^.?!\n]{0,20}\bor\b)\b",
        "seated": r"\b(?:sit|sits|sitting|seated|stand|stands|standing)\b[^.?!\n]{0,40}\b(?:or|around|at|by|near|in front|while|to eat|up|down|like)\b|\b(?:eat|dine|dinner|meal)\b[^.?!\n]{0,20}\b(?:standing|sitting|seated|sit[- ]down|stand up)\b|\b(?:is it|is this|a) (?:a )?(?:sit[- ]?down|buffet|stand[- ]?up|plated)\b|\bwhere (?:do|does|will|would|are|should) (?:the |my |our |all )?(?:guests|people|ppl|everyone|everybody|we|they)(?: all)? (?:sit|eat|be seated)\b|\b(?:around|at) the grill\b[^.?!\n]{0,25}\b(?:restaurant|benihana|sit|seat)\w*",
        "third_protein": r"\b(?:want|wants|wanted|get|gets|have|has|had|do|does|order|orders|eat|eats)\b[^.?!\n]{0,12}\b(?:three|3|four|4) (?:proteins?|meats?|kinds of meat)\b|\b(?:can|could|may|is it|possible|have|get|want|order|choose|pick|what about|how about)\b[^.?!\n]{0,40}\b(?:three|3|more than (?:two|2)|a third|a 3rd|an? (?:extra|additional)|another|four|4) (?:proteins?|meats?|kinds of (?:meat|protein)|choices of (?:meat|protein))\b",
        "office_hours": rf"\b(?:what|which) (?:hours|times?|days)\b[^.?!\n]{{0,40}}\b(?:reach|call|talk|speak|get (?:hold|through)|human|person|someone|somebody|staff|office|phone)\b|\b(?:when|what time|until when|till when|how late)\b[^.?!\n]{{0,30}}\b(?:reach|call|talk to|speak (?:to|with)|get hold of|get through to)\b[^.?!\n]{{0,25}}\b(?:{_YOU}|human|person|someone|somebody|office|team|staff)\b|\b(?:is|are) (?:the|your|ur) (?:office|phone|line|team)s? (?:open|staffed|answered|there)\b",
        "payment": r"\bwrite (?:you|u|yall|them|the chef|out)? ?(?:a |an )?(?:personal |paper )?(?:check|cheque)\b|\b(?:personal|paper|cashier'?s|bank) (?:checks?|cheques?|drafts?)\b",
        "travel": r"\b(?:before|until|till|when do) (?:you|u|it|they)(?: guys)? (?:start(?:s)? )?charg\w+\b(?! (?:my|me|us|our|the (?:card|deposit|balance|rest)))|\b(?:work(?:s|ed)? out|calculat\w+|figur\w+|measur\w+|comput\w+|determin\w+|count)\b[^.?!\n]{0,20}\b(?:distance|miles?|mileage|travel\w*|drive|way)\b|\b(?:distance|miles?|mileage|travel\w*)\b[^.?!\n]{0,20}\b(?:calculated|measured|worked out|computed|counted|charged|priced|billed)\b|\btravel (?:part|portion|bit|piece|share)\b|\bcharg\w+\b[^.?!\n]{0,25}\b(?:to drive|for driving|per mile|by the mile|for (?:the )?(?:travel|distance|drive|trip|way))\b|\bhow far\b[^.?!\n]{0,40}\b(?:free|charg\w+|extra|included|fee|no (?:extra )?(?:cost|charge))\b",
        "whats_next": r"\bhow (?:do|can|would|could|should) (?:i|we|one|you) (?:secure|reserve|book|lock in|hold|save|claim|get)(?: myself| us)? (?:my|our|a|an|the|that|this|one) (?:date|spot|day|slot|party|time|booking|reservation|hibachi|chef)\b|\bhow do (?:i|we) book\b|\bwhat'?s the process\b|\bhow does (?:the )?booking\b",
        "included": r"\bwhat (?:does|do|would|will|did) (?:each|every|a|the|one) ?(?:person|guest|adult|one|head|plate|body|kid)?(?: actually| all)? (?:get|receive|come with|include)\b|\b(?:is|are|was|does) (?:that|it|this|everything|(?:the|that|this|your) (?:price|total|quote))(?: really| already| all)? (?:all[- ]?in|all[- ]?inclusive|everything|the (?:full|final|whole|complete|all[- ]in) (?:price|cost|amount|thing|total)|cover everything|include everything|with everything|complete)\b|\bwhat (?:exactly )?(?:do|does|am|are|is) (?:i|we|that|it|the (?:price|\$?\d+|\w+ dollars?))\b[^.?!\n]{0,40}\b(?:paying for|cover|covers|get for)\b|\bwhat (?:does|do)\b[^.?!\n]{0,40}\bcovers?\b",
        "why_you": r"\b(?:are|r) (?:you|u|yall)(?: guys)? (?:any |actually |really )?good\b|\bdifferen\w+ (?:between (?:you|u|this|yours)|from (?:a |an |the |other|going)|to (?:a |the |other)|than (?:a |the |other))\b|\bhow (?:are|is) (?:you|this|it|your\w*)(?: guys)? (?:any )?different\b|\bwhat do (?:you|u) (?:do|offer|have) that\b",
        "suggest": r"\b(?:most|more) popular\b|\bpopular (?:choices?|picks?|dish(?:es)?|items?|order|combo)\b|\b(?:what|which)(?:'?s| is| one is| one'?s| would be)?(?: \w+)? (?:better|best|nicer|tastier|good|worth it)\b[^.?!\n]{0,35}\bor\b|\bwhat (?:do|would|should|could|will)\b[^.?!\n]{0,12}\b(?:people|most(?: people| guests| folks| customers)?|guests|others|everyone|everybody|folks|customers|other (?:people|guests|customers|parties))\b[^.?!\n]{0,16}\b(?:like|add|get|upgrade|order|choose|pick|go for|take|prefer)\b|\bwhat(?: would| wud|'?d| do| should| could)? (?:you|u|ya)(?: guys)? (?:\w+ )?(?:add|do|pick|choose|get|order|upgrade|take)\b(?! (?:for|on|in|if (?:it|the chef)))|\bwhat(?:'?s| is) (?:popular|most popular|a good (?:add-?on|upgrade|extra))\b|\bwhat else (?:can|could|should) (?:we|i) (?:get|add|have|order|choose|take)\b|\bwhat (?:upgrades?|extras?|add-?ons?)\b[^.?!\n]{0,25}\b(?:worth|best|popular|recommend\w*|most|like|choose|pick)\b|\bif you were (?:me|us|in my)\b|\bin (?:my|our) (?:place|shoes)\b",
        "booking_window": r"\b(?:can|could|may|possible|ok(?:ay)?|able)\b[^.?!\n]{0,25}\b(?:already|now) (?:book|fix|reserve|set|plan|secure|save)\b|\b(?:book|reserve|fix|secure|save|set|plan)\b[^.?!\n]{0,35}\b(?:already|this early|that early|(?:so|that) far (?:ahead|out|in advance)|(?:a|one|two) years? (?:ahead|out|in advance|from now))\b",
        "hold_time": r"\b(?:if|when|after|once) (?:i|we) book\b[^.?!\n]{0,30}\b(?:when|how soon|by when|how fast)\b[^.?!\n]{0,20}\bpay\b|\b(?:when|how soon|by when|how fast)\b[^.?!\n]{0,25}\bpay\b[^.?!\n]{0,25}\b(?:if|when|after|once) (?:i|we) book\b",
        "zip_enough": r"\b(?:need|want|give|send|have to (?:give|tell)|require)\b[^.?!\n]{0,25}\b(?:full |exact |whole |complete |street |home |my |our )+(?:address|street)\b",
        "about": r"\b(?:is|are) (?:the|your) (?:chefs?|cooks?)\b(?! (?:coming|there|here|late|on))[^.?!\n]{0,20}\bany good\b",
    }.items()
}

INSTEAD: dict[str, frozenset[str]] = {
    "duration": frozenset({"hours", "office_hours", "venue", "about"}),
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
    "office_hours": frozenset({"venue", "space", "bot", "show", "contact", "about", "hours", "every_day"}),
    "travel": frozenset({"area", "booking_window", "explain", "hours", "availability", "price", "about", "deposit", "included", "clearance", "space"}),
    "whats_next": frozenset({"deposit", "hold_time", "about"}),
    "included": frozenset({"price", "about", "children"}),
    "why_you": frozenset({"about", "travel", "price"}),
    "suggest": frozenset({"why_you", "menu", "about", "included", "most_guests", "not_included", "price"}),
}  # fmt: skip
"""The topics that such a question stands for within its own clause."""
