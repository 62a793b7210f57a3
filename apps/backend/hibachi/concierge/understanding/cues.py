"""The words by which a message shows what it is about. Patterns over folded text; no business number, no dish."""

from hibachi.kit import lazy_re as re

_MONEY_WORD = r"(?:(?:full|total|whole|entire|exact|final|overall) (?:amount|sum|bill|figure)|price|pricing|prices|prce|cost|costs|costing|rate|rates|quote|qoute|estimate|total|totl|fee|fees|charge|charges)"

TOPICS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I | re.S)
    for name, pattern in {
        "price": (
            rf"\bh(?:o)?w (?:m(?:u)?ch|mcuh|muhc)\b(?! (?:space|room|area|time|notice|food|meat|rice|advance|longer|ahead|earlier|power|light|seating|parking)\b)|\bhowmuch\b|\bhm\b(?= for)|\bwhat(?:'?s| is| are| would| will| do| does| wud| about)?\b[^.?!\n]{{0,60}}"
            rf"\b(?:{_MONEY_WORD}|pay|run(?: me| us)?\b|be looking at|come (?:out )?to|owe|damage|make it|(?:that|it|this) be)\b(?! (?:possible|ok|okay|better|fine|like|good|safe|cheaper|rude|nice|easier|called|cooked|like))"
            r"|\bwhat (?:do|does|would|will|did)\b[^.?!\n]{0,40}\b(?:each |it |that |those )?(?:add|adds|tack on|go for|set (?:me|us) back|come in at)\b(?! (?:up )?(?:people|guests|kids|more|another|\d))|\bwhat (?:are|r|would|were|will) (?:we|i)(?: be)? (?:looking at|talking(?: about)?)\b|\bwhat'?s the damage\b|\bmuch (?:would|will|does|do) (?:it|that|this|we|you)\b"
            rf"|\b(?:quote|estimate|ballpark|pricing|cost|price|prices|total)\b(?=[^.!\n]{{0,25}}(?:\?|$|pls|please|for|\bfor\b|of|at|in)|[^a-z]*$)"
            rf"|\b(?:send|give|get|need|want|tell|know|like|have)(?: me| us)? (?:a |an |the |your |some |rough )*{_MONEY_WORD}\b|\bprice (?:for|pls|please)\b"
            r"|\bplease quote\b|\bwhat do you charge\b|\bnew (?:total|price)\b|\bhow expensive\b|\bcheapest\b|\bprice range\b|\baffordable\b|\bwhat'?s? it gonna (?:cost|be|run)\b|\brun me\b"
        ),
        "travel": (
            r"\b(?:part|portion|share|piece|bit|chunk|amount|how much|percentage|fraction|slice) of (?:that|it|this|those|the (?:total|price|quote|bill|cost|sum|amount))\b[^.?!\n]{0,25}\b(?:driv\w+|travel\w*|gas|mileage|distance|trip|getting (?:here|there|to us)|coming (?:out|here)|road|commute|transport\w*|delivery)\b|\b(?:is|are|was) (?:any|some|part) of (?:that|it|this|the \w+) (?:for )?(?:the )?(?:driv\w+|travel\w*|gas|mileage|distance|trip)\b|\b\d+ ?(?:bucks|dollars)\b[^.?!\n]{0,12}\btravel\b|\$\d+[^.?!\n]{0,12}\btravel\?|\btravel\?|\bhow much (?:is|are|would|for) (?:the )?travel\b|\b(?:distance|miles?|radius|how far)\b[^.?!\n]{0,20}\bfree\b|\bfree\b[^.?!\n]{0,20}\b(?:miles?|distance|radius|travel)\b|\bfor (?:the )?(?:driving|drive|travel|gas|mileage)\b|\btravel (?:fee|cost|charge|surcharge|expense)s?\b|\b(?:charge|extra|fee|pay|cost)[^.?!\n]{0,30}\b(?:travel|driv(?:e|ing)|distance|mileage|coming (?:out )?to|to come)\b"
            r"|\bmileage\b|\bdelivery fee\b|\btravel(?:ing)? (?:to|out|included|distance)\b|\bhow far (?:do|will|can|are)\b|\bdriving fee\b|\bper mile\b"
        ),
        "explain": (
            r"\bhow (?:you|u|ya|they)(?: guys)? (?:got|get|came|come|arrived?|worked) (?:there|to (?:that|it|this)|at (?:that|it|this)|up with (?:that|it|this)|(?:it|that|this) out)\b|"
            r"\bhow(?:'?d|'?ve| did| have| had| do) (?:you|u|ya|yall|they|y'all)(?: guys| all)? (?:even |just |actually )?(?:come|came|get|got|arrive|arrived|figure|figured|calculate|calculated|compute|computed|reach|reached|land|landed|work|worked|determine|determined|decide|decided)\b[^.?!\n]{0,12}\b(?:up with|to|at|on|out|that|this|it|the)\b|\b(?:walk me through|show me|explain|what goes into|what all goes into|what'?s behind) (?:how |the |that |your |this )*(?:math|numbers?|price|pricing|total|calculation|cost|fee|maths|amount)\b|\b(?:what'?s|whats|what is|where'?s|show me) the (?:math|maths|calculation|formula|reasoning)\b|\bdo the math for me\b|\bhow so\W*$"
            r"|\bhow(?:'?s|s| is| come) (?:it|that|this|its|it'?s) (?:so (?:much|high)|\$?\d{3,4})\b|\bwhy (?:is it |am i paying |are you charging (?:me |us )?|do (?:i|we) pay )?\$?\d{3,4}\b|\bhow (?:do|did|does|is|was|are|were|can) (?:you|u|that|this|it|the [a-z ]{3,20})\b[^.?!\n]{0,30}\b(?:get|got|come|came|calculat\w*|comput\w*|figur\w*|add|work out|worked out|arrive)\b"
            r"|\bwhat(?:'?s|s| is| are| was)? (?:with |up with )?(?:the |that |this |those |all the )?(?:extra |other |additional )?\$?\d{2,4}(?:\.\d\d)?(?: dollars| bucks)? (?:for|about|from)\b|\bwhy (?:the |that |is there an? |an? )?(?:extra |additional |whole )?\$?\d{2,4}(?:\.\d\d)?(?: dollars| bucks)?(?= (?:for|extra|more|on top)|\W*$|\?)|\bbreak(?:\s?| it | that | this )?down\b|\bitemi[sz]ed?\b|\bwhat'?s? (?:makes up|in) (?:that|the) (?:total|price)\b|\bwhere does (?:that|the) [a-z ]{0,20}come from\b"
            r"|\bwhy(?:'?s| is| are| does)? (?:the )?(?:travel|driving|mileage|fee|total|price|it|that|this)\b[^.?!\n]{0,10}\b(?:so|that|this) (?:much|high|expensive|steep)\b|\bwhy (?:is|so|does it|are)[^.?!\n]{0,20}(?:that much|so much|the total|travel)\b|\bhow (?:is|are) (?:the|that|this)[^.?!\n]{0,20}calculated\b"
        ),
        "balance": (
            r"\bwhen (?:is|are|do (?:i|we) pay) (?:the )?(?:rest|balance|remainder)\b|\b(?:what'?s?|whats|how much)[^.?!\n]{0,30}\b(?:left|remains?|outstanding|remaining|balance|the rest|owe|due)\b|\bremaining balance\b|\b(?:left|rest) to pay\b|\bpay the (?:rest|remainder|balance)\b(?=[^?]*\bhow much)"
            r"|\bbalance (?:after|due|on)\b|\bafter (?:the|my|our) deposit\b"
        ),
        "grill": (
            r"\b(?:bring|have|provide|supply|need|own|use|get|rent|come with)\b[^.?!\n]{0,25}\b(?:grills?|equipment|stove|burners?|griddle|cooking (?:stuff|gear|equipment))\b(?=[^.!\n]*(?:\?|$))|\b(?:you|u|chef|guys|yall)\b[^.?!\n]{0,10}\b(?:bring|provide|supply)\b[^.?!\n]{0,15}\bfood\b(?=[^.!\n]*(?:\?|$))"
            r"|\b(?:grill|equipment)\b[^.?!\n]{0,20}\b(?:included|provided|ours|yours)\b"
        ),
        "choose": (
            r"\b(?:every|each|all|everyone|everybody|guests?|we)\b[^.?!\n]{0,25}\b(?:have to|need to|must|has to|gotta|forced to)\b[^.?!\n]{0,15}\b(?:order|have|eat|get|pick|choose|take)\b[^.?!\n]{0,12}\bsame\b|"
            r"\b(?:each|every|all|everyone|everybody|guests?|people|person|they|we|kids?|one)\b[^.?!\n]{0,30}\b(?:choose|pick|select|mix(?: and match)?|order|have)\b[^.?!\n]{0,30}\b(?:proteins?|meats?|their own|our own|different (?:proteins?|meats?|things|meals?))\b"
            r"|\bhow many (?:proteins?|meats?)\b|"
            r"\b(?:which|what)\b[^.?!\n]{0,12}\b(?:meats?|proteins?)\b[^.?!\n]{0,40}\b(?:includ\w*|come[s]? with|free|without|no (?:extra|upcharge|additional)|(?:for|at) no\b|standard|base|regular)|\b(?:meats?|proteins?)\b[^.?!\n]{0,25}\b(?:are|is|come|comes) (?:included|free|standard|with)\b|\b(?:just|only) (?:have|eat|get|do)\b[^.?!\n]{0,20}\b(?:chicken|steak|shrimp|rice|noodles|vegetables|veggies)\b[^.!\n]{0,20}\?"
        ),
        "children": (
            r"\b(?:does|do|will|would|is|are|must|should)\b (?:he|she|they)(?: also| even| have to| need to| got to)* (?:pay|free|charged?|count)\b|\b(?:kids?|child(?:ren)?|kids?'?s? price)\b[^.?!\n]{0,25}\b(?:under|below|up to|over|until|from|age) (?:the age of )?\d{1,2}\b[^.!\n]{0,25}\?*$|\bpay\w* (?:anything )?(?:extra )?for (?:the |our |my |a )?(?:lil|little|small|young)(?:er)? (?:one|guy|girl|man|boy|kid|guest)s?\b|\b(?:does|do|will|would|is|are)\b[^.?!\n]{0,25}\b(?:lil|little) (?:one|guy|girl|man)s?\b[^.?!\n]{0,20}\b(?:pay|free|charged?|cost|count)\b|\b(?:smaller|half|kid'?s?|child'?s?|children'?s?|full|same|big) (?:sized? )?portions?\b|\b(?:kids?|child(?:ren)?|toddlers?)\b[^.?!\n]{0,25}\bportions?\b|\byoungest\b[^.?!\n]{0,20}\b(?:charge|pay|price)\w*|\b(?:cheaper|less|discount|smaller portions?) for (?:kids|children|them|the kids|toddlers)\b|\b(?:kids|children|they) (?:get )?(?:smaller|half) portions?\b|\b(?:price|cost|charge|rate|how much)\b[^.?!\n]{0,25}\bfor (?:a |the |my |our |younger |small )?(?:kids?|child(?:ren)?|toddlers?)\b|\b(?:pay|charge|free|full price|half price|cost|price)\b[^.?!\n]{0,30}\b(?:for )?(?:a |an |my |the |our |his |her )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)[- ]?(?:years?[- ]?olds?|yrs?[- ]?olds?|y/?o|yo)\b"
            r"|\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)[- ]?(?:years?[- ]?olds?|yrs?[- ]?olds?|y/?o|yo)s?\b[^.?!\n]{0,30}\b(?:pay|free|charged?|cost|price|eat)\b"
            r"|\b(?:do|does|are|is|will|would)\b[^.?!\n]{0,25}\b(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|infants?|twins|little ones?)\b[^.?!\n]{0,30}\b(?:pay|free|charged?|cost|eat|count)\b"
            r"|\b(?:kids?|child(?:ren)?(?:'s|s)?|toddlers?|bab(?:y|ies)) (?:prices?|rates?|pricing|menu|discount)\b|\bpay\w*(?: anything| extra)? for (?:them|(?:(?:the|our|my|his|her|a) )?(?:\w+'s )?(?:kids?|children|twins|baby|babies|toddlers?|infants?|newborn|little ones?|son|daughter|nephew|niece|grand\w+))\b|\bdo (?:they|kids|toddlers|babies) (?:get|eat) (?:food|too|anything)\b"
        ),
        "deposit": (
            r"\b(?:the |my |that )?(?:hundred(?: dollars| bucks)?|\$100|100 (?:dollars|bucks))\b[^.?!\n]{0,30}\b(?:on top|extra|included|part of|come[s]? off|added|separate\w*|deducted|subtracted|counted|refundable)\b|\bput down\b|\bhow much\b[^.?!\n]{0,25}\b(?:to book|to reserve|to hold|to secure|money down)\b|\bdeposit\b[^.?!\n]{0,25}\b(?:part of|included?|on top|extra|separate|in addition|comes? off|counts?)\b|\bplus\b[^.?!\n]{0,15}\bdeposit\b|\b(?:how (?:much|big)|what)[^.?!\n]{0,25}\bdeposit\b(?! back)|\bdo (?:i|we|you)[^.?!\n]{0,30}\b(?:deposit|pay (?:up ?front|ahead|in advance|now))\b|\bdeposit (?:required|needed|amount|work)\b"
            r"|\bup ?front\b|\bis there a deposit\b|\bdown ?payment\b|\bdeposit\?|\bwhen (?:do|is|must|should)[^.?!\n]{0,30}\b(?:deposit|pay|payment)\b|\b(?:is|are)[^.?!\n]{0,20}deposit[^.?!\n]{0,20}refundable\b"
        ),
        "cancellation": (
            r"\bcancel(?:l?ing|l?ation)? (?:polic|rule|term|fee)\w*\b|\bdeposit\b[^.?!\n]{0,40}\b(?:back|returned|refund\w*)\b|\b(?:get|getting) (?:it|that|the (?:money|deposit)) back\b|\bcancell?ation\b|\b(?:if|what if|what happens|when|can|could|able)\b[^.?!\n]{0,50}\b(?:have to |need to |had to |want to |ever )?(?:cancel|cancle|back out|call it off)\b"
            r"|\brefund policy\b|\brefundable\b|\bdo (?:i|we) (?:lose|get)[^.?!\n]{0,20}(?:deposit|money)[^.?!\n]{0,30}\bif\b"
        ),
        "reschedule": (
            r"\b(?:is|are|was|does) (?:rescheduling|moving (?:it|the (?:date|day|party))|postponing|changing (?:it|the (?:date|day))|switching (?:dates?|days?))\b|\b(?:move|moving|reschedul\w+|postpon\w+|change the (?:date|day)|changing the (?:date|day))\b[^.?!\n]{0,30}\b(?:for free|without (?:a |any )?(?:fee|charge|penalty|cost))\b|"
            r"^\W*(?:(?:haha|lol|ok|okay|and|so|cool|great|good|got it|thanks?|hm+|alright|fair|nice|what about|how about|for|but)\W+)*(?:the |a )?(?:reschedul\w+|postpon\w+|mov(?:e|ing) (?:it|the (?:date|day|party))|changing (?:it|the (?:date|day))|switching (?:dates?|days?|the (?:date|day)))\W*(?:\?|(?:is|does|would|do|any|whats|how|costs?|cost|free|fee|that|it)\b)|\bpolic(?:y|ies)\b[^.?!\n]{0,25}\b(?:chang\w*|mov\w*|resched\w*|postpon\w*|switch\w*)\b|\bchanging the (?:date|day)\b|\b(?:if|what if|can|could|what about|what happens|and if|is it possible|how (?:does|do|much)|policy)\b[^.?!\n]{0,50}\b(?:reschedul\w+|(?:move|change|switch|shift|push|postpone)[^.?!\n]{0,15}\b(?:date|day|it to another))\b"
            r"|\b(?:need|want|pick|choose|take|have|get) (?:another|a different|a new|some other) (?:day|date)\b[^.!\n]{0,40}\?"
            r"|\breschedul\w+ (?:policy|fee|cost)\b|\bpostpone\b[^.?!\n]{0,20}\?"
        ),
        "office_hours": r"\b(?:(?:answers?|picks? up|pick up) (?:the |ur |your )?phone|what(?:'?s| are| r| is) (?:your|ur|ya|the) (?:office |business |opening |working )?hours|when (?:can|could|may) (?:i|we) (?:call|reach|talk)|(?:are|r) (?:you|u|ya|yall) (?:guys )?open (?:now|today|right now|on sundays?)|when (?:are|r) (?:you|u|ya)(?: guys)? open|office hours|business hours)\b",
        "tables": r"\b(?:what|which|how many|how big|how large)\b[^.?!\n]{0,25}\btables?\b(?![^.?!\n]{0,12}\bavailable\b)|\btables? (?:size|set ?-?up|layout|arrangement|shape)\b|\barrange (?:the |our )?(?:tables|seating)\b|\bseating (?:chart|arrangement|layout)\b",
        "parking": r"\b(?:is there )?parking (?:needed|required|necessary)\b|\b(?:what|how) about (?:the )?parking\b|\bparking\b[^.!\n]{0,60}\?|\bstreet parking\b|\b(?:chef|you|u|they|he|van|truck|need|needs|have|is there|where)\b[^.?!\n]{0,25}\bpark(?:ing|s)?\b",
        "menu_change": r"\b(?:deadline|cut ?-?off|last (?:day|minute|moment|chance)|until when|till when|how late|by when|latest)\b[^.?!\n]{0,25}\b(?:chang\w*|switch\w*|swap\w*|pick\w*|choos\w*|decid\w*)\b[^.?!\n]{0,25}\b(?:proteins?|menu|meats?|food|dish\w*|eating|eats?|choices|orders?)\b|\b(?:change|switch|adjust|update|swap)[^.?!\n]{0,25}\b(?:menu|proteins?|dishes|choices|order)\b[^.?!\n]{0,40}(?:\?|later|after|until|deadline|by when|how late)",
        "guest_count_final": (
            r"\bchang\w*\b[^.?!\n]{0,30}\b(?:how many|number of|guests?|head ?count)\b[^.!\n]{0,40}(?:\?|$|later|after)|\b(?:when|how late|how long before|until when|deadline|by when|latest)\b[^.?!\n]{0,40}\b(?:final(?! payment| bill| price| balance)|guest count|head ?count|number of (?:guests|people)|add|change(?! (?:our |the |my )?(?:\w+ )?(?:protein|menu|meat|food|dish|date|day|what)))\b|\bfinal(?:ize)? (?:guest|head) ?count\b"
            r"|\bif (?:more|fewer|less|extra)[^.?!\n]{0,25}(?:people|guests|show up|come)\b"
        ),
        "hold_time": (
            r"\b(?:if|when|once) (?:i|we) (?:book|reserve)\b[^.?!\n]{0,30}\bpay\b[^.?!\n]{0,20}\b(?:later|tonight|tomorrow|after|next)\b|\b(?:book|reserve|lock it in) (?:it )?(?:now|today)\b[^.?!\n]{0,12}\bpay\b[^.?!\n]{0,20}\b(?:later|tonight|tomorrow|after|next)\b|"
            r"\bpay\w*\b[^.?!\n]{0,20}\bdeposit\b[^.?!\n]{0,15}\b(?:later|tomorrow|tonight|next week|another (?:day|time)|in a (?:few|couple))\b|\b(?:if|when|what if|what happens)\b[^.?!\n]{0,25}\b(?:don'?t|dont|do not|can'?t|cant|forget to|late)\b[^.?!\n]{0,15}\b(?:pay|deposit|send)\b|\bhow long\b[^.?!\n]{0,30}\b(?:hold|keep|reserve|save)\b|\bhow long (?:is|will)[^.?!\n]{0,20}\b(?:held|on hold|reserved|saved)\b|\bhow (?:long|much time) do (?:i|we) have\b[^.?!\n]{0,20}\bpay\b"
            r"|\bwhen (?:does|will)[^.?!\n]{0,15}\bhold\b[^.?!\n]{0,10}\b(?:expire|end|run out)\b"
        ),
        "included": (
            r"\bwhat (?:do|would|will|did) (?:we|i|you|u|guests|they|people|everyone) (?:even |actually |really |all |exactly )*(?:get|gets|receive)\b|\bwhat(?:'?s| is| all| does| do)?(?! if| time)[^.?!\n]{0,30}\b(?:includ\w*|come[s]? with|in the (?:package|price))\b|\bwhat (?:do|would|will|can|did) (?:we|i|you|guests|they|people)(?: actually| really)? (?:get|do)(?: for)?\b|\bincluded\?|\bis (?:rice|salad|veg\w*|everything|food|sake|the chef)[^.?!\n]{0,25}\bincluded\b|\bwhat do (?:we|i) get\b|\bwhat (?:all )?(?:do|does|will|would) (?:you|u|the chef|yall|they)(?: guys)? (?:bring|provide|supply|include)\b"
        ),
        "not_included": (
            r"\b(?:brings?|provides?|suppl(?:y|ies)|handles?|takes? care of) (?:everything|it all|all of it|all the stuff|all that)\b|"
            r"\b(?:do|does|will|can|would|should|must|whether|have to|need to|r|are)\b[^.?!\n]{0,40}\b(?:bring|provide|supply|include|have|come with|need|rent)\b[^.?!\n]{0,50}\b(?:tables?|chairs?|plates?|utensils?|glasses|napkins|dishes|silverware|forks|cups|tableware|plateware)\b"
            r"|\b(?:tables?|chairs?|plates?|utensils?|napkins)\b[^.?!\n]{0,40}\b(?:included|provided|on us|bring|ours|need)\b|\bwhat (?:do|should|must) (?:we|i) (?:need to )?(?:provide|bring|prepare|have ready|supply)\b"
            r"|\banything (?:we|i) (?:need to|should) (?:provide|bring|prepare|have|do)\b"
        ),
        "alcohol": (r"\b(?:byob?|alcohol\w*|drinks?|beers?|wines?|liquor|cocktails?|sake|booze|soda|beverages?)\b"),
        "rain": r"\b(?:rain\w*|forecast|weather|storm\w*|pour(?:s|ed|ing)?(?! (?:sake|drinks|wine|sauce|the|a|us|our|some|it))|downpours?|drizzl\w*|thunder\w*|hail(?:s|ing)?\b|sprinkling|wind(?:y)?|too (?:hot|cold)|snow\w*|shower(?:s)? forecast)\b",
        "space": (
            r"\b(?:slop(?:es?|ed|ing|ey|y)|uneven|incline|hilly|bumpy|not (?:level|flat|even))\b|\b(?:how (?:much|big)|what(?: kind| size)?|enough)\b[^.?!\n]{0,40}\b(?:space|room|area|yard|patio|footprint)\b|\bspace (?:need|require|do)\w*|\bhow (?:big|large|wide|long) is (?:the|your) grill\b|\bgrill (?:size|dimensions?)\b"
            r"|\b(?:ground|surface|floor|grass|concrete|gravel|lawn|deck)\b[^.?!\n]{0,40}\?|\bfit (?:in|on) (?:my|our|a|the)\b|\bclearance\b|\bset ?-?up (?:need|require|space|area)\w*|\bdimensions\b"
        ),
        "venue": r"\b(?:set ?-?up|setting up|(?:chef|you|they|team|guys)[^.?!\n]{0,12} arrive|arrival time|get there early|seating|table layout|arrange the tables|parking)\b[^.?!\n]{0,60}\?|\bhow (?:do|should) (?:we|i) (?:set up|arrange)\b|\bhow early\b|\b(?:park|beach|clubhouse|winery|airbnb|rental|office|church|hall|venue)\b[^.?!\n]{0,40}\?",
        "payment": (
            r"\b(?:how|can|could|do|what|which|accept|take|may|is)\b[^.?!\n]{0,50}\b(?:payments?|zelle|venmo|cash ?app|cash|credit|card|cheque|paypal|apple pay)\b[^.!\n]{0,40}(?:\?|$)|\bpayment (?:methods?|options?|types?)\b"
            r"|\b(?:accept|take) (?:zelle|venmo|cash|cards?|credit|checks?|paypal)\b|\bhow (?:do|can|should|would|could) (?:i|we) pay\b|\bwhen (?:do|does|must) (?:i|we|the (?:rest|balance))[^.?!\n]{0,10}\b(?:pay|due)\b"
        ),
        "gratuity": r"\b(?:tips?|tipping|gratuit\w+|tipped)\b|\b(?:how much|what|do (?:people|ppl|most|folks|we|i|guests)|should (?:we|i)|customary|supposed to|polite)\b[^.?!\n]{0,35}\b(?:give|leave|slip|hand)\b[^.?!\n]{0,12}\b(?:chef|cook|hibachi guy)\b(?! (?:our|the|my|an?) (?:address|list|menu|names?|music))",
        "recording": r"\b(?:record(?:ed|ing|ings)?|transcri\w+|taped?)\b(?=[^.!\n]{0,40}(?:\?|$|by the way|call))|\bis this (?:call|being|line)[^.?!\n]{0,20}record",
        "hours": (
            r"\b(?:earliest|latest|first|last)\b[^.?!\n]{0,15}\b(?:start\w*|time|slots?|begin\w*|hour)\b|\b(?:before noon|in the morning|mornings?|breakfast|brunch)\b[^.!\n]{0,25}\?|\b(?:only|just) (?:do |on |work )*weekends\b|\b(?:work|open|operate|do (?:parties|events|this)|cook|come|available)\b[^.?!\n]{0,20}\bon (?:a |the )?(?:weekdays?|weeknights?|(?:sun|mon|tues|wednes|thurs|fri|satur)days?|christmas|thanksgiving|holidays?|new year)|\bwhat (?:time|times)(?: slots?)? (?:do|are|can|r|is|would|could|have)\b[^.?!\n]{0,40}|\b(?:time ?slots?|start times?|slots|time options|times (?:available|open|offered))\b[^.!\n]{0,30}\?|\bhow late (?:do|can|are)\b(?![^.?!\n]{0,25}(?:change|add|cancel))"
            r"|\bwhat times\b|\bwhich (?:times?|slots?)\b"
        ),
        "duration": r"\bhow long\b(?! do (?:i|we) have\b)(?![^.?!,\n]{0,30}\b(?:price|quote|offer|valid|good for|hold|held|keep|reserve|in advance|ahead|been)\b)|\bhow many hours\b|\b(?:what'?s the )?duration\b|\bwhen (?:does|will|would) it (?:end|finish|be over)\b",
        "area": (
            r"\b(?:do|can|will|could|would|are|is|does|r|if)\b[^.?!\n]{0,25}\b(?:you|u|ya|yall|y'all|guys|chef|chefs|they|it|team|we|somebody|someone)\b[^.?!\n]{0,30}\b(?:come|go|travel|serve|service|cover|deliver|available|drive|cater|work)\b[^.?!\n]{0,20}\b(?:to|in|out|as far|near|around|into|at)\b"
            r"|\b(?:service|delivery|coverage) areas?\b|\bwhere (?:do|are) (?:you|u|yall)[^.?!\n]{0,20}\b(?:serve|come|go|located|based|travel|service|operate|cater)\b|\bwhat (?:areas?|cities|towns|locations)\b|\b(?:you|u|ya|guys|yall) (?:\w+ )?serve (?!our|my|your|own|alcohol|food|it|them|us|any|beer|wine|drinks)(?:the |in )?[a-z]+\b[^.!\n]{0,20}\?|\bhow far (?:do|will|can)\b|\bin your area\b"
        ),
        "booking_window": (
            r"\b(?:latest|last (?:day|moment|date)|how late|how close(?: to the (?:date|day|party))?|how soon|how little notice|until when|till when|by when|what'?s the cut ?-?off)\b[^.?!\n]{0,30}\b(?:i|we|you|one|to|for)\b[^.?!\n]{0,14}\b(?:book\w*|reserv\w*|order\w*|sign up)\b|\bhow many (?:days|hours|weeks)\b[^.?!\n]{0,25}\b(?:ahead|before|prior|notice|in advance|warning)\b|\b(?:cut ?-?off|deadline)\b[^.?!\n]{0,25}\b(?:book\w*|reserv\w*|order\w*)\b|"
            r"\b(?:days?|hours?|hrs|weeks?|months?)'?s? ?(?:of )?(?:notice|warning|heads[- ]?up)\b|\bhow (?:last[- ]minute|short (?:of )?notice)\b|\bhow (?:far|much|early|soon|long|many (?:days|weeks|months))\b[^.?!\n]{0,35}\b(?:in advance|ahead|notice|out|book|reserve|before)\b|\blast[- ]minute\b[^.!\n]{0,30}\?|\bnotice (?:do|is|period)\b|\bhow late can (?:i|we) book\b|\bsame[- ]day\b"
        ),
        "leftovers": r"\bleft ?-?overs?\b|\bfood left\b|\btake (?:food |it )?home\b|\buneaten\b",
        "contact": r"\bwebsite\b|\bweb ?page\b|\b(?:ur|your|u guys'?) (?:e-?mail|phone|number|address)\b|\byour (?:phone|number|email|e-mail|website|address|contact)\b[^.!\n]{0,20}\?|\bhow (?:do|can) (?:i|we) (?:reach|contact|call)\b|\b(?:phone number|email address|website)\b[^.!\n]{0,10}\?|\bwhat(?:'?s| is) your (?:number|email|website|phone|address)\b",
        "show": (
            r"\b(?:real|human|actual|live|person)\b[^.?!\n]{0,15}\bchefs?\b|\bchef\b[^.?!\n]{0,20}\b(?:real|human|person)\b|\b(?:tricks?|perform\w*|onion volcano|egg toss|entertain\w*|fire show|flames?|the show)\b|\bdo we cook\b|\bcook (?:it )?(?:ourselves|ourself|our own)\b|\bwho (?:cooks|does the cooking|is the chef)\b"
        ),
        "bot": r"\bwho (?:am i|are we) (?:talking|speaking|chatting|texting|writing) (?:to|with)\b|\bwho(?:'s| is) this\W*$|\bwho are (?:you|u)\W*$|\b(?:are|r) (?:you|u|ya) (?:a |an |like )?(?:real|bot|robot|ai|human|person|machine|chat ?bot|computer|automated)\b|\bis this (?:a |an )?(?:bot|ai|robot|real person|automated|chat ?bot)\b|\bam i (?:talking|chatting|speaking|texting) (?:to|with) (?:a |an )?(?:bot|robot|ai|machine|real|human|person|computer)\b|\byou a bot\b|\bchat ?gpt\b",
        "about": r"\b(?:is|are) (?:this|that|you|u|these|i calling|i speaking (?:to|with)) (?:the |my )?(?:\w+ )?(?:hibachi|catering|cater\w*)\b[^.?!\n]{0,10}(?:people|place|company|guys?|chefs?|folks|business|line|number|service)?\W*$|\bwhat (?:exactly )?is it (?:exactly )?(?:that )?(?:you|u|yall)(?: guys)? (?:do|offer)\b|\b(?:are |r )?(?:you|u|ya|yall)(?: guys)? (?:for real|real\b|legit|a scam|a real (?:company|business))|\b(?:do|r|are|can) (?:you|u|ya|yall)(?: guys| all)? (?:also )?(?:do|cater|host|handle)\b[^.?!\n]{0,15}\b(?:birthdays?|weddings?|bachelorettes?|bachelor|parties|events?|showers?|graduations?|anniversar\w+|dinners?|lunch(?:es)?)\b|\b(?:is|would) (?:that|this|it)(?: be)? something (?:you|u|yall)(?: guys)? (?:do|offer)\b|\bwhat (?:exactly )?do (?:you|u|ya|yall)(?: guys)? (?:do|offer|provide)\b|\bor do (?:we|i) (?:come|go|drive) to\b|\bcome to (?:our|my) (?:house|home|place)\b[^.?!\n]{0,10}\bor\b|\b(?:what|who) (?:is|are|'s) (?:my |your |this |you|u\b|yall|hibachi|the (?:company|business))[^.?!\n]{0,25}(?:\?|$)|\bhow (?:does|do) (?:it|this|that|the (?:whole )?thing|you guys|hibachi|a party|everything)(?: all)? works?\b|\btell me (?:more )?about\b|\bmore info\w*\b|\bhow (?:does|do) (?:it|this) go\b|\b(?:you|u|ya|yall)(?: guys| all)? (?:still )?(?:do|doing|offer|cater)\b[^.?!\n]{0,15}\bhibachi\b",
        "menu": (
            r"\b(?:what|which|any|got|have|do (?:you|u)|get)\b[^.?!\n]{0,15}\b(?:apps|starters|appetisers?|apetizers?)\b|"
            r"\b(?:what|which|whats|any|see|send|show|share|about|list of|do (?:you|u)|is there|are there)\b[^.?!\n]{0,40}\b(?:menu|proteins?|meats?|food options|choices|dishes|sides|appetizers?|add-?ons|upgrades?)\b"
            r"|\bwhat (?:kind of |kinds of |type of )?(?:food|meats?|things)\b|\bwhat (?:do (?:you|u) (?:cook|serve|make|have)|can we (?:eat|choose|pick|get|add|order)|(?:could|should|else)[^.?!\n]{0,10}(?:we|i) add)\b|(?<!regular )(?<!standard )(?<!normal )(?<!usual )(?<!basic )(?<!base )(?<!same )(?<!set )\bmenu\W*(?:\?|please|pls|$)|\bcan (?:i|we) add (?:stuff|something|things|anything)\b|\bhow many (?:proteins?|meats?)\b|\bwhat'?s on\b[^.?!\n]{0,10}menu"
        ),
        "availability": (
            r"^\W*(?:(?:hi|hey|hello|yo|so|and|ok|sup)\W+)*(?:are |r )?(?:you|u|ya|yall|y'all)(?: guys)?(?: still)? (?:free|open|available|booked(?: up| out| solid)?|busy)\b|\b(?:you|u|ya|yall|y'all)(?: guys| got| have)* (?:got |have )(?:anything|something|space|room|any (?:spots?|slots?|openings?|times?|dates?))(?: left| open| free| available)?\b(?=\W*(?:\?|$)|[^.!\n]{0,12}\b(?:on|for|in|next|this|around|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))|"
            r"\b(?:what|which) (?:days|dates|weekends|saturdays|sundays|fridays) (?:do|are|can|have|would|will)\b|\bwhen (?:can|could) (?:you|u|ya|yall|your chefs?|the chef|someone)(?: guys)? (?:come|do (?:it|this)|cook|make it|be here)\b|\b(?:anything|something|any (?:days?|dates?|saturdays?|sundays?|fridays?|weekends?|slots?)|dates?|weekends?) (?:open|free|available|left)\b|\bwhat(?:'?s| is| are| else is| else are)?(?: still| else)? (?:free|open|left)\b(?! (?:of|to pay|for me to pay))|\b(?:availab\w+|avail|openings?|open (?:on|for|that|this|next|slots?|dates?)|free (?:on|that|this|next|for|at)|still open|is [^.?!\n]{3,50}(?:open|free|taken|booked|good)|do (?:you|u) have (?:any|anything|space|room|a slot|something|\w+day)|any (?:dates|slots|times|spots?)|what dates|which dates)\b"
        ),
        "minimum": r"\b(?:do|does|would|will|can|could|is|are|r)\b[^.?!\n]{0,30}\b(?:such an? |so |that |a |very )*(?:tiny|small|little|teeny|mini)(?: of)?(?: an?)? (?:groups?|part(?:y|ies)|number|gathering|crowd|dinners?|events?)\b|\bare we (?:too (?:few|small)|enough)\b|\b(?:come|cook|do it|worth it)\b[^.?!\n]{0,12}\bfor (?:just |only )?(?:the )?(?:two|three|four|five|six|seven|eight|nine|[2-9]|so few|a handful)(?: of us| people| ppl| guests)?\W*(?:\?|$)|\b(?:only|just) for (?:big|large|bigger|larger)\b|\b(?:do|are) (?:you|u)[^.?!\n]{0,15}\bsmall (?:groups?|part(?:y|ies))\b|\btoo (?:few|small|little)\b[^.!\n]{0,15}(?:\?|$)|\benough (?:people|guests)\b[^.!\n]{0,10}\?|\bwhat(?:'?s| is| are|s)? (?:the|ur|your|yalls?) min(?:imum)?\b|\b(?:is there|got|have) (?:a |any )?min(?:imum)?\b|\bminimum\b[^.!\n]{0,50}\?|\b(?:is|what)[^.?!\n]{0,20}\bminimum\b|\bwhy (?:is there |do you have )?(?:a |the )?minimum\b|\bminimum (?:number|guests|people|party|spend|order)\b|\bhow (?:few|many people minimum)\b|\bsmallest party\b",
        "referral": r"\breferr?al\w*\b|\brefer (?:a|my|some)\b",
    }.items()
}

ACTS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I | re.S)
    for name, pattern in {
        "book": (
            r"\b(?:i|we|id|i'd|we'd|wed|wanna|want|would|like|need|looking|trying|hoping|plan\w*|ready|let'?s|lets|pls|please|can|could|may|go ahead|just|yes|ok|okay|bet|then|perfect|great|cool)\b[^.?!\n]{0,40}\b(?:book|reserve|reservation|schedule|lock (?:it|that|this|us)? ?in|set up (?:a|an|the)|sign (?:me|us) up)\b"
            r"|\bbook (?:it|that|this|us|me|now|please|pls)\b|\b(?:make|place|do) (?:a |the |this |my |our )?(?:booking|reservation)\b|\blet'?s do (?:it|that|this)\b|\blets (?:do|go)\b|\bgo ahead\b|\bsign (?:me|us) up\b|\b(?:reserve|lock in|book)\b(?= (?:for|on|the|a|an|next|this|us|me|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|sat|sun|fri|\d)[a-z]*)"
            r"|\bi'?ll take (?:it|the|that)\b|\bput (?:me|us) down\b|\bwanna do\b|\bwant to do it\b|\bdo it again\b|\bproceed\b|\bset (?:it|that|this) up\b"
        ),
        "wants_chef": (
            r"\b(?:need|want|get|hire|have|looking for|book) (?:a |an |your |the )?(?:private |hibachi |personal )*chef\b|\b(?:could|can|may) (?:we|i) (?:have|get|do)\b|\bcan (?:yall|y'all|you|u|ya|you guys|u guys|a chef|the chef)(?: guys)? (?:do|come|cater|host)\b|\bhow about\b|\bwould like (?:to have )?(?:a |the )?(?:hibachi|party|dinner|lunch|january|february|march|april|may|june|july|august|september|october|november|december|saturday|sunday)"
        ),
        "hold": r"\bhold (?:it|that|this|the|a|my|our)\b(?![^.?!\n]{0,10}(?:on|up))|\b(?:save|keep|pencil)(?: me| us)? (?:the|that|this|my|in|a) (?:date|slot|spot|time)\b|\bput (?:it|that) on hold\b",
        "cancel": (
            r"\b(?:cancel|cancle|call off|calling off|calloff|call (?:it|this|the party|everything) off)\b(?![^.?!\n]{0,10}\bpolicy\b)"
        ),
        "change": (
            r"\b(?:move|reschedul\w*|postpone|push(?: back)?|shift|switch|change|update|modify|adjust|bump|swap)\b|\b(?:pull|bring|put|take)(?:ing)?\b[^.?!\n]{0,30}\bforward\b"
        ),
        "thinking": (
            r"\b(?:think (?:about|it|on)|thinking (?:about|it)|lemme (?:check|think|ask|talk|see)|let me (?:check|think|ask|talk|see|get back)|check with|talk to my|ask (?:my|in|the|them|him|her|everyone|everybody|around)\b(?! (?:team|chef|kitchen|owner|manager))|discuss (?:it|this|with)|get back to (?:you|u|ya)|sleep on it|not sure yet|decide later|run it by|circle back|need some time|maybe later|later then|still deciding|shopping around|compar(?:e|ing) (?:prices|options|quotes))\b"
        ),
        "gives_up": (
            r"\b(?:won'?t|will not|wont|not going to|not gonna|can'?t|cannot|cant) (?:be )?(?:do|doing|have|having|need|needing|go ahead with|afford) (?:the|a|our|this|that|it|any)? ?(?:party|event|dinner|hibachi|it|after all)\b|\b(?:won'?t|wont|not|can'?t|cant|cannot)(?: be)?(?: able to)? (?:do|have|make|host|hold)\b[^.?!\n]{0,25}\b(?:anymore|any more|any longer|after all)\b|\bcall(?:ing)? (?:it|the party|everything) off\b|\bno longer need\b|\b(?:decided|going) (?:against|with (?:someone|somebody|another|a different)|not to)\b"
            r"|\b(?:too (?:expensive|pricey|much)|over budget|out of (?:our|my) budget)\b[^?]{0,30}\b(?:thanks? anyway|thank you anyway|we'?ll pass|i'?ll pass|bye)\b|\bthanks? (?:you )?anyway\b|\bnot interested\b|\bwe'?ll pass\b|\bi'?ll pass\b"
        ),
        "asks_total": r"^\W*(?:(?:and|so|ok|okay|then|plus|but|sorry|wait)\W+)*(?:(?:what(?:'s| is| was|s)?|how much)(?: (?:is|was|would|that|it|be))* )?(?:al(?:l )?together|in total|(?:the |my |our )?(?:grand |new |full |final |whole )?total|all in|overall|the whole thing|everything (?:together|included)|with (?:the )?(?:travel|everything|taxe?s?)(?: fee| included)?)\W*(?:now|then|come to|cost|again|for (?:everybody|everyone|all(?: of us)?|us(?: all)?|the (?:group|party|whole (?:group|party))))?\W*$|\b(?:what|how much)\b[^.?!\n]{0,12} (?:was|is) (?:that|it|the (?:total|price|quote))\b[^.?!\n]{0,10}\bagain\b|\b(?:remind|tell) me\b[^.?!\n]{0,15}\b(?:the )?(?:total|price|quote)\b(?![^.?!\n]{0,10}\bof\b)",
        "per_person": r"\bwhat(?:'?s| is| was| would| does|s| will)?\b[^.?!\n]{0,22}\b(?:come[s]? (?:out )?to|cost|run[s]?|work[s]? out(?: to| at| as)?|amount[s]? to|is (?:that|it|this)|'?s (?:that|it))\b[^.?!\n]{0,15}\b(?:a|each|for each|for every) (?:person|head|guest|adult|pop)\b|^\W*(?:(?:and|so|ok|okay|then)\W+)*(?:(?:what(?:'s| is|s)|how much is) (?:that|it|this) )?(?:per|a|each) (?:person|head|guest|adult|pp)\W*$|\bwhat(?:'?s| is| was| would| does)?\b[^.?!\n]{0,22}\bper (?:person|head|guest|adult)\b|\b(?:per|a|each) (?:person|head|guest|adult)\b[^.!\n]{0,30}(?:\?|how much)|\bhow much\b[^.?!\n]{0,25}\b(?:per|each|a) ?(?:person|head|guest|one of us)?\W*$",
        "fills_minimum": r"\b(?:get|have|make|got) (?:\w+ ){0,2}(?:more|most|something(?: extra)?|value|use) (?:out )?(?:of|for|from) (?:the|that|this|our|it|those)\b(?! (?:guests|party|people))|\b(?:use|fill|eat)(?:ing)? (?:it |that |this |the (?:rest|difference|gap|minimum|remainder|leftover \w+) )(?:up|in)\b|\b(?:use|fill|spend|reach|hit|meet|get (?:up )?to|close|make up)\b[^.?!\n]{0,12}\bthe (?:minimum|difference|gap|rest of (?:it|that|the \$?\d+)|remaining \$?\d+)\b|\bwhat (?:could|can|should|else) (?:we|i|could we|can we)\b[^.?!\n]{0,30}\b(?:minimum|difference|for (?:that|the) \$?\d{3})\b",
        "same_price": r"\b(?:cost|costs|charged?|pay|pays|price) (?:any )?(?:more|extra)\b(?! (?:people|guests|kids))|\b(?:pay|pays|cost|costs|charged?|price)\b[^.?!\n]{0,15}\b(?:less|same|cheaper|full|different|reduced)\b|\b(?:less|cheaper|reduced|lower)\b[^.?!\n]{0,15}\b(?:price|cost|rate)?\b(?=[^.?!\n]{0,25}\b(?:vegetarian|vegan|veggie))",
        "price_objection": (
            r"\b(?:taco|pizza|bbq|food|burger|sushi|regular|normal|local|other|another|different)?\s?(?:truck|guy|caterers?|catering|restaurant|place|stand|company|vendor)s?\b[^.?!\n]{0,60}\b(?:fraction|half|third|quarter|way less|much less|cheaper|less|(?:nearly|far) (?:as much|less)|pennies)\b|\b(?:a )?(?:fraction|half|third) of (?:that|this|the (?:price|cost)|what you)\b|\b(?:not sure|don'?t|dont|can'?t|cant|fail to|struggl\w+ to|hard to|why (?:is|are|should|would))\b[^.?!\n]{0,30}\b(?:see|get|understand|justify)?\b[^.?!\n]{0,20}\bworth (?:it|that|the|so|\$)|\bwhat (?:justifies|makes (?:it|you|yours|that) (?:so )?worth)\b|\b(?:convince|sell) me\b|\b(?:hard|tough|difficult) to justify\b|\bwhy (?:would|should) (?:i|we) pay\b[^.?!\n]{0,20}\b(?:that|this|so) (?:much|price)?|\b(?:seems?|sounds?|feels?|that'?s|thats|is|kinda|kind of|a bit|little|bit|pretty|so|really|not) (?:kinda |a bit |a little |kind of |pretty |so |really |very )?(?:unfair|not fair|fair\b(?=[^?]*\?)|not cool|steep|harsh|stiff|excessive|ridiculous)(?! (?:enough|question|price))\b|\b(?:benihana|restaurants?|other places?|elsewhere|somewhere else|kobe)\b[^.?!\n]{0,40}(?:\$ ?\d|\b\d{2,3}\b|cheaper|less|half)|\b(?:why|rather|could|might|just)\b[^.?!\n]{0,30}\b(?:go|going|went|eat(?:ing)?|drive) (?:out |over )?(?:to|at) (?:a |the )?(?:restaurant|benihana|hibachi place)|\b(?:other|another|different|cheaper) (?:hibachi )?(?:compan\w+|place|caterer|vendor|chef|guy|service|quote|one)s?\b[^.?!\n]{0,40}(?:charg|cheaper|\$|less|lower|only|for \d)|\b(?:thought|expected|hoping|hoped) (?:it|that|this)?[^.?!\n]{0,20}\b(?:cheaper|less|lower)\b|\bthat much\b\W*$|\b(?:damn|jeez|geez|sheesh|whoa|wow|oof|ouch)\W+(?:that'?s |thats )?(?:so |really )?(?:expensive|pricey|high|a lot|steep)|\bwhy (?:is (?:it|that|this) )?so (?:much|expensive|high|pricey)\b|\bwhy (?:does|do) (?:it|that|you)[^.?!\n]{0,12} so (?:much|high)\b|\b(?:yeah|yea|ya),? right\b(?=[^?\n]*\d)|\bfor (?:just |some )?(?:fried )?(?:rice|chicken|noodles)\b(?=[^\n]*(?:sure|lol|really|wow|\?\?|come on))|\bthat'?s (?:so|really|kinda|pretty|very) (?:much|high|pricey)\b|\b(?:too (?:much|expensive|pricey|high|steep)|(?<!is it more )(?<!are you more )(?<!it be more )(?<!be it more )(?<!are they more )expensive|pricey|pricy|steep|a lot (?:more|of money|of \$)|that'?s (?:a lot|crazy|insane|wild|high|alot)|thats (?:a lot|crazy|insane|wild|high|alot)|(?:out of|over|above|beyond|blow\w*) (?:my|our|the) budget|can'?t afford|cant afford|cheaper(?! for (?:kids|children|them|the kids|toddlers))|more than (?:we|i) (?:pay|paid|expected|thought|wanted|budgeted)|rip ?-?off|sticker shock|yikes|worth it\b(?=[^.!\n]{0,3}\?)|higher than|costs? (?:so|that) much)\b"
        ),
        "minimum_objection": r"^\W*\$?\d{3,4} (?:dollars |bucks )?for (?:just |only )?(?:us|me|two|three|four|five|six|seven|eight|nine|[2-9])(?: people| of us| ppl| adults| guests)?\W*\?|\b(?:why|y) (?:do|should|must|would) (?:i|we) (?:still |gotta |have to |need to |even )*pay \$?\d{3}\b|\bwhy\b[^.?!\n]{0,30}\b(?:pay|charged?|cost|owe|costing|price|paying)\b[^.?!\n]{0,20}\b(?:same|as much)\b[^.?!\n]{0,12}\bas\b|\b(?:same|as much) (?:price |cost |money )?as (?:for )?(?:an? )?(?:\w+ )(?:people|guests|adults|of us|ppl|person)|\bwhy (?:is there|do (?:you|u|yall) have|have|do we have to meet|does|should)\b[^.?!\n]{0,20}\bminimum\b|\b(?:pay(?:ing)?|charg(?:e|ed|ing)|billed)(?: us| me)? for (?:the |like |about |basically |another )*\w+ (?:people|persons?|guests?|adults?|ppl|folks|seats?|chairs?|heads?) (?:who|that|which|we|not)\b|\bpay(?:ing)? for (?:ghosts?|nobody|no one|empty (?:seats|chairs)|air)\b|\bpay(?:ing)? for (?!(?:the|my|our|his|her) |kids|children)\w+\b[^.?!\n]{0,20}\b(?:even if|even though|when|if|but)\b[^.?!\n]{0,20}\b(?:we'?re|were|are|only|just|there'?s)\b|\b(?:minimum|min)\b[^.?!\n]{0,40}\b(?:unfair|high|steep|too much|hard|seems|but|ridiculous|crazy)\b|\bonly (?:have |got )?\w+ (?:of us|people|ppl|guests)[^.?!\n]{0,30}\b(?:pay|minimum)\b|\bwhy (?:should|do|would) (?:we|i) (?:have to )?pay (?:for|the)\b",
        "other_name": r"\b(?:under|in) (?:my|his|her|their|our|someone else'?s|somebody else'?s|another|a different) (?:\w+'?s? ){0,2}name\b",
        "send_quote": r"\b(?:put|write|drop|pop) (?:that|it|this|everything|the (?:quote|price|numbers)) (?:all )?(?:in(?:to)?|on|down in) (?:an? )?(?:e-?mail|message|text|pdf|letter|paper|writing)\b|\b(?:send|e-?mail|text|write|put|get|have|give)\b[^.?!\n]{0,30}\b(?:in writing|written (?:quote|down))\b|\b(?:send|e-?mail|text|forward)\b[^.?!\n]{0,12}\b(?:me|us|over)\b[^.?!\n]{0,20}\b(?:that|it|this|the (?:quote|details|total|breakdown|info)|a (?:quote|proposal|summary))\b|\bsomething (?:i|we) can (?:show|forward|send)\b",
        "per_or_total": r"(?<!what )(?<!how much )\b(?:is|was|are) (?:that|it|this|those)(?: price| number)? (?:the )?(?:per|a|each|for|total|each person|all)\b[^.?!\n]{0,30}(?:person|head|each|every(?:one|body)|total|all of us|the (?:whole )?(?:group|party))",
        "includes_that": r"\b(?:tips?|gratuity)\b[^.?!\n]{0,30}\b(?:in (?:the|that|this|there|it|your|our|my|those)|already|inside|part of|built in|baked in|covered|added|extra|separate\w*|on top|automatic\w*)\b|\b(?:does|is|do)\b[^.?!\n]{0,20}\b(?:includ\w*|with)\b[^.?!\n]{0,15}\b(?:tips?|gratuity)\b|\b(?:tips?|gratuity)\b[^.?!\n]{0,15}\bincluded\b",
        "no_date_yet": r"\b(?:no|don'?t have (?:a|the|any)|haven'?t (?:got|picked|set|decided)(?: on)? (?:a|the)|not sure (?:of|about|on) (?:the|a)|without a) (?:set |exact |fixed |specific )?(?:date|day)\b",
        "claims_staff": r"\b(?:i'?m|im|it'?s|its|this is|here is) (?:the |your |a )?(?:chef|driver|manager|owner|admin|staff|employee|cook|server|developer|boss)\b[^?\n]{0,60}\b(?:address|phone|number|where|who|list|customers?|bookings?|gig|party|parties)\b",
        "keep": r"\b(?:never ?mind|nvm|nevermind|leave (?:it|everything|that)|keep (?:it|the|our|my|things|that|everything)|forget (?:it|about it|that)|don'?t (?:change|move|cancel)|stay with|as (?:it )?is)\b",
        "same_again": r"\b(?:(?:exactly|just|do|have|get|repeat|order|book|want|the)(?: (?:exactly|it|the|just))* )same (?:again|thing(?: again)?|party(?: again)?|as (?:last (?:time|year|summer|month|spring|fall|winter)|before|we had|we did)|order|set ?up|everything)\b|\bsame (?:everything|again)\b|\b(?:just|exactly) like (?:last (?:time|year|summer)|before)\b|\brepeat (?:of )?(?:our|the|my) last\b",
        "same_people": r"\bsame (?:people|number|guests|group|crew|count)\b",
        "same_place": r"\bsame (?:place|address|location|spot|house|venue|backyard|zip|home)\b|\bsame as (?:last time|before)\b|\blike last time\b",
        "again": r"\b(?:you|u|yall|your (?:chef|team|guy))(?: guys| all)? (?:cooked|came|catered|did) (?:at|to|for|our|a|my|us|in)\b[^.?!\n]{0,40}\b(?:in (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\w*|last|before|back in|a (?:year|while|month) ago|(?:year|month|week)s? ago|already|once|for (?:my|our|us))\b|\b(?:again|last (?:time|year|month|summer|party)|did our|catered our|came to our|another party|you guys did)\b",
        "thanks": r"\b(?:thanks?|thank (?:you|u)|thx|thnx|tysm|ty|appreciate|cheers|gracias)\b",
        "greeting": r"^\W*(?:(?:um+|uh+|er+|so|oh|ok|okay|well|yeah|yes|hmm+)\W+)*(?:hi+|hey+|he+y+|hello+|helo|yo+|sup|howdy|good (?:morning|afternoon|evening|day)|greetings|dear|hiya|heyy+|hola|aloha|what'?s up|wassup)\b|\b(?:are )?(?:you|u|ya|anyone|anybody) (?:still )?there\b",
        "bye": r"\b(?:bye|goodbye|good night|see (?:you|ya)|talk (?:soon|later)|ttyl|have a (?:good|great|nice))\b",
        "compliment": r"\b(?:you'?re|youre|ur|you are) (?:so |very |really )?(?:cool|great|nice|sweet|funny|kind|helpful|awesome|amazing|the best)\b|\b(?:awesome|amazing|loved|love it|best|fantastic|wonderful|incredible|great (?:job|time)|so (?:good|fun)|blast)\b",
        "paid_claim": r"\b(?:already|have|i'?ve|we'?ve|i|we) (?:already )?(?:did|done|made|put down|sent in|paid) (?:the|my|our) (?:deposit|down ?payment)\b|\b(?:already|just|have|i'?ve|we'?ve|we|i) (?:already |just )?(?:paid|sent|zelled|venmoed|transferred)\b|\bpaid (?:the|my|our) (?:deposit|balance|bill)\b",
        "mark_confirmed": r"\b(?:mark|set|make|show|update)\b[^.?!\n]{0,40}\b(?:confirmed|paid)\b",
        "own_booking": r"\b(?:my|our|the) (?:[a-z]+ ?\d{0,2}(?:st|nd|rd|th)? )?(?:booking|reservation|party|event|appointment|hibachi|dinner|date)\b|\bwe(?:'re| are) booked\b|\bi(?:'m| am) booked\b|\b(?:tomorrow|today|tonight|tmrw|saturday|sunday|friday|monday|tuesday|wednesday|thursday)'?s party\b|\bour (?:upcoming|event)\b",
        "status": r"\b(?:what|when|where)\b[^.?!\n]{0,20}\b(?:my|our) (?:booking|reservation|party|event)\b|\b(?:status|details|confirm(?:ation)?|look up|check on)\b[^.?!\n]{0,25}\b(?:my|our) (?:booking|reservation|party|event)\b|\b(?:is|are) (?:my|our|we|i)[^.?!\n]{0,25}\b(?:booked|confirmed|all set)\b|\bdo (?:i|we) have a (?:booking|reservation)\b",
        "others_booking": r"\b(?:when|what time|where|what day)\b[^.?!\n]{0,30}\b(?:party|booking|reservation|event|dinner) of (?:the |mr\.? |mrs\.? |ms\.? )?(?!ours|mine|us\b|\d)[a-z]+\b|\b(?:when|what time|where)\b[^.?!\n]{0,40}\b(?:have|has|having|is|are) theirs\b|\b(?:my|an?|the) (?:ex|friend|neighbou?r|cousin|sister|brother|coworker|boss|wife|husband|mom|mother|dad|father|aunt|uncle|girlfriend|boyfriend)\b[^.?!\n]{0,40}\b(?:has|have|had|got|booked) (?:a |an |her |his |their )?(?:party|booking|event|reservation)[^\n]{0,60}\b(?:what|when|where|which|tell|day|date|time|address)\b|\b(?:her|his|their|\w+'s) (?:\w+ ?\d{0,2} )?(?:party|booking|reservation)\b(?=[^\n]{0,40}\b(?:refund|venmo|zelle)\b)|\b(?:what time|when|where)(?:'?s| is| are| was) (?!my\b|our\b|the\b|this\b|it\b|your\b|to(?:day|morrow|night)|(?:satur|sun|fri|mon|tues|wednes|thurs)day)(?:\w+ )?\w+'s (?:\w+ )?(?:party|booking|reservation|event|dinner)\b|\b(?:list|show|give|send|tell|export|read)\b[^.?!\n]{0,15}\b(?:all|every|other|everyone'?s|the other) (?:the |your |of the )?(?:upcoming )?(?:bookings?|reservations?|customers?|clients?|parties)\b|\bwho (?:has|have|got|took|booked|reserved|is having|else)\b[^.?!\n]{0,40}\b(?:\d|slot|date|time|day|saturday|sunday|friday|party|booked)|\b(?:friend'?s?|his|her|their|somebody|someone|neighbou?r'?s?|boss'?s?|cousin'?s?|sister'?s?|brother'?s?|guest list of|other (?:customers?|people|clients?))\b[^.?!\n]{0,50}\b(?<!our )(?<!my )(?:bookings?|booked|reservations?|part(?:y|ies)|dates?|address(?:es)?|events?)\b|\bbooked (?:you|u)(?: guys)?\b[^.?!\n]{0,60}\b(?:what'?s?|when|where|address|date)\b",
        "decline_extras": (
            r"\b(?:regular|standard|normal|basic|plain|usual|included|base) (?:menu|food|proteins?|price|one|version|meal|stuff|dinner)s?(?: (?:is|are|will be|would be|'s|sounds|works))?(?: (?:just|totally|more than|perfectly))? (?:plenty|enough|fine|ok|okay|good|great|perfect|sufficient|works|for us|for everyone)\b|\b(?:just|only|back to) (?:with )?the (?:plain|regular|basic|base|normal|standard|original)\b|\b(?:stick|stay|go|going|keep|stuck) (?:to|with) (?:the )?(?:regular|basic|standard|normal|plain|included|base|original)\b|\bplain price\b|\bwithout (?:any of )?(?:that|the (?:fancy|extra|premium) (?:stuff|things))\b|\b(?:no|without|skip|none of|not? any|zero|drop (?:the|all)?) ?(?:the |any |more |additional |other )?(?:extras?|upgrades?|add[- ]?ons?|frills)\b|\bno (?:upgrades|extras|add ?ons)\b|\bnothing (?:else|extra|more|on top)\b|\bjust (?:the )?(?:basic|standard|regular|normal|base)\b|\bwe good\b|\bwe'?re good\b(?=[^?]*(?:extra|upgrade|add))"
        ),
    }.items()
}

SUPPOSED = re.compile(
    r"\b(?:how much|what)\b[^.?!\n]{0,30}\bto (?:book|reserve|hold|secure)\b|\bhow last[- ]minute\b|\b(?:if|when|before|once|after|unless|in case) (?:i|we|someone|you|one) (?:do |ever |actually |already |want to |wanna |decide to )?(?:book|reserve|cancel|have to cancel|need to cancel)\b|\b(?:do|should|must|can) (?:i|we) (?:have to |need to )?(?:book|reserve)\b[^.?!\n]{0,40}(?:advance|ahead|early|notice)|\b(?:advance|ahead|early|soon|late|notice|when)\b[^.?!\n]{0,30}\b(?:do|should|must|can) (?:i|we) (?:have to |need to )?(?:book|reserve)\b|\b(?:book|reserve)[^.?!\n]{0,25}\bthen (?:i |we )?(?:have to |need to )?cancel",
    re.I,
)
"""Booking or cancelling is supposed, not wished: "what if I book and then have to cancel"."""


_ELLIPSIS = re.compile(
    r"^\W*(?:(?:ok|okay|and|so|cool|great|got it|thanks?|hm+|lol|yes|yeah|oh)\W+)*(?:and|what about|how about|what of|plus)\W+(?:with |including )?(?:the |your |my |our |a )?(?P<noun>[\w' ]{3,24}?)(?: too| then| though| n stuff| and stuff| and all that| stuff| etc)*\W*$",
    re.I,
)
_NOUNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(pattern, re.I))
    for topic, pattern in (
        ("travel", r"travel(?: fee| cost)?|driving|mileage"), ("balance", r"(?:the )?(?:rest|remainder|balance)(?: of it)?"), ("deposit", r"(?:the )?deposit"),
        ("gratuity", r"tips?|tipping|gratuity"), ("parking", r"parking"), ("not_included", r"tables?(?: and chairs)?|chairs|plates|utensils|silverware|napkins"),
        ("alcohol", r"drinks?|alcohol|beer|wine|sake|soda"), ("children", r"kids?|children|toddlers?"), ("rain", r"rain"), ("payment", r"payment|paying"),
        ("cancellation", r"cancell?ing|cancell?ation|refunds?"), ("reschedule", r"reschedul\w+|changing the date"), ("menu", r"(?:the )?menu|food|proteins?|sides"),
        ("hours", r"times?|start times?"), ("guest_count_final", r"number of (?:guests|people)|guest count|head ?count|guests"), ("space", r"space|room"),
        ("menu_change", r"changing the menu"), ("minimum", r"minimum"), ("duration", r"length|duration"),
    )
)  # fmt: skip


_NOUN_ALONE = re.compile(r"^\W*(?:the |your )?(?P<noun>[\w' ]{3,24}?)\s*\?+\W*$", re.I)


def elliptical_noun(text: str) -> str | None:
    """The noun of a question that is hardly more: "and vegan", "what about dairy"."""
    match = _ELLIPSIS.match(text)
    return match["noun"].strip() if match else None


def elliptical(text: str) -> str | None:
    """The topic of a question that is hardly more than a noun: "and travel?", "what about the rest"."""
    alone = _NOUN_ALONE.match(text)
    noun = elliptical_noun(text) or (alone["noun"].strip() if alone else None)
    return next((topic for topic, pattern in _NOUNS if noun and pattern.fullmatch(noun)), None)


def places(patterns: dict[str, re.Pattern[str]], text: str) -> dict[str, int]:
    """The names whose pattern occurs in a folded text, with where it first does."""
    return {name: match.start() for name, pattern in patterns.items() if (match := pattern.search(text))}


def found(patterns: dict[str, re.Pattern[str]], text: str) -> tuple[str, ...]:
    """The names whose pattern occurs in a folded text, in the order of their first occurrence."""
    return tuple(sorted((hits := places(patterns, text)), key=lambda name: (hits[name], name)))
