"""Narrow questions, those that one fact answers: read a clause at a time, and taken before the broad topic around them.

A narrow question stands for the broad topics whose words it happens to contain: "do you take bitcoin" is about a way to
pay, "the latest you can start" about one start, not about the whole list.
"""

from dataclasses import dataclass

from hibachi.concierge.understanding import asked_besides, asked_of_us, cues, money_asked, narrower
from hibachi.concierge.understanding.clauses import asks, clauses
from hibachi.kit import lazy_re as re
from hibachi.kit import once
from hibachi.language.day_names import WEEKDAY

_YOU = r"(?:you|u|ya|yall|y'all|guys|they|he|she|it|we|i|the (?:chef|party|grill|team)|chef|someone)"
_WAYS = r"(?:venmo|zelle|cash(?: ?app)?|pay ?pal|apple ?pay|google ?pay|samsung ?pay|bitcoins?|btc|crypto\w*|ethereum|dogecoin|checks?|cheques?|(?<!referral )(?<!store )(?<!your )credit|debit|cards?|visa|master ?card|amex|american express|discover|wire|bank transfer|ach|gift cards?|klarna|affirm|afterpay|installments?|western union|money orders?|foreign currency|euros?)"
_DAYTIME = r"(?:lunch(?:es|time|eon)?|brunch(?:es)?|breakfast|day ?time|mid ?day|mornings?|before noon|afternoons?|evenings?|dinners?|(?:late )?nights?|midnight)"

NARROW: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "latest_start": rf"^\W*(?:(?:and|so|ok|oh|also)\W+)*(?:what'?s?|whats|what is) the (?:latest|last one)\W*$|\bis (?:1?\d|noon|six|nine)(?: ?pm| o'?clock)? (?:really |already )?the (?:latest|last)\b|\b(?:latest|last)\b(?! ?(?:minute|min|day|time(?! ?(?:slots?|to start|(?:you|we|u|i) can))\b|date|name|year|month|week|summer|night))(?![^.?!\n]{{0,20}}\b(?:book(?! for)|reserve|order|sign up|cancel|change|pay)\b)[^.?!\n]{{0,30}}\b(?:start\w*|begin\w*|time|slots?|seating|hour|come|do (?:it|a party)|book (?:for|a time))\b|\bhow late(?: (?:at night|in the (?:evening|day|night)))? (?:can|could|do|does|will|would|may)\b(?![^.?!\n]{{0,30}}\b(?:chang\w*|add|cancel\w*|book|tell|confirm|stay|let|mov\w*|resched\w*|postpon\w*|switch\w*|swap\w*|pay\w*)\b)|\blatest {_YOU} (?:can|could|will|would|do)\b(?! (?:book|reserve|order|sign|cancel|change|pay))",
        "earliest_start": rf"\b(?:can|could|is|are|do|does|start|possible|anything|any|be|have it)\b[^.?!\n]{{0,30}}\b(?:earlier|sooner) than (?:noon|midday|12|lunch)\b|\b(?:earliest|first(?! time(?:rs?)?\b(?! ?(?:slot|you|u|we|i|of the day|available|possible|that)\b)))\b[^.?!\n]{{0,25}}\b(?:start\w*|begin\w*|(?:time ?)?slots?|seating|hour|time)\b(?! (?:you|u) (?:have )?(?:met|did))|\bhow early (?:can|could|do|does|will|would|may)\b(?![^.?!\n]{{0,30}}\b(?:book|arriv\w*|set ?up|get (?:here|there)|show up|be (?:here|there)|should|need)\b)|\bearliest {_YOU} (?:can|could|will|would|do)\b(?![^.?!\n]{{0,20}}\b(?:arrive|set ?up|get (?:here|there)|book)\b)",
        "daytime": rf"\b(?:do|does|can|could|would|will|is|are|have|offer|possible|available|about|r)\b[^.?!\n]{{0,40}}\b(?<!on the )(?<!of the )(?<!on that ){_DAYTIME}\b(?! (?:menu|special))(?![^.?!\n]*\b(?:costs?|price|run us|come to|be in total)\b)|\b(?:open|available) for {_DAYTIME}\b|^\W*(?:and |what about |how about )?{_DAYTIME}\W*(?:too|also|possible|ok(?:ay)?)?\W*\?",
        "clearance": r"\bdistance\b[^.?!\n]{0,30}\b(?:from|to)\b[^.?!\n]{0,20}\b(?:house|home|fence|hedge|wall|trees?|building|deck|garage|shed|pergola|structures?|roof)\b|\bhow (?:far|close|near)(?: away)? (?:from|to) (?:that|it|them|this)\b|\b(?:fence|hedge|tree|shed|pergola|gazebo|wall|house|garage)s?\b[^.?!\n]{0,25}\bhow (?:far|close|near|much (?:distance|space|room))\b|\b(?:how (?:far|close|near|much (?:distance|clearance))|what(?:'?s| is)?[^.?!\n]{0,12} (?:distance|clearance)|(?:any|enough|min(?:imum)?) (?:distance|clearance)|far enough|too close|safe distance)\b[^.?!\n]{0,60}\b(?:house|home|tree|roof|wall|fence|building|garage|bush|hedge|umbrella|awning|canopy|tent|structure|flammable|wood|pergola|gazebo|siding|deck|railing|curtain|things|anything|grill|it|stuff)\w*|\b(?:clearance|flammable|fire ?(?:hazard|safety|risk)|burn (?:down|my)|catch (?:on )?fire)\b|\b(?:grill|chef|set ?up|it|cook)\b[^.?!\n]{0,30}\b(?:next to|near|close to|under(?:neath)?|against|beside)\b[^.?!\n]{0,25}\b(?:house|tree|roof|wall|fence|building|garage|bush|hedge|umbrella|awning|canopy|tent|pergola|gazebo|siding|railing|overhang)\w*",
        "grill_size": r"\b(?:how (?:big|large|long|wide|tall|high)|what size|size|dimensions?|measurements?)\b[^.?!\n]{0,20}\bgrills?\b|\bgrill(?:'?s)?\b[^.?!\n]{0,15}\b(?:size|dimensions?|measurements?|how (?:big|large|wide|long))",
        "same_every_day": rf"\b(?:open|work|cook|available|come)\b[^.?!\n]{{0,15}}\b(?:week ?ends?|(?:satur|sun)days?|holidays?|week ?nights?)\b[^.?!\n]{{0,12}}\band (?:is|are|does|do|would) (?:it|that|they|you)\b[^.?!\n]{{0,12}}\b(?:more|extra|same)\b|\bcheaper (?:day|date|time|month|season|option on)s?\b|\b(?:lunch|noon|dinner|evening)\b[^.?!\n]{{0,15}}\b(?:cheaper|less|more|same price|different price)\b|\b(?:cheaper|less|more|extra|same|different|higher|lower|surcharge|upcharge|better price|price|cost|rate|charge)\b[^.?!\n]{{0,40}}\b(?:on|for|during|in|over)? ?(?:a |the |any )?(?:week ?(?:days?|nights?|ends?)|during the week|mid ?week|{WEEKDAY}s?|holidays?|christmas|thanksgiving|new year\w*|(?:4th|fourth) of july|independence day|july (?:4th|fourth)|memorial day|labor day|easter|(?:mother|father)'?s day|halloween|super ?bowl|valentine\w*(?: day)?|peak|season\w*|every day|any day|lunch(?:time)?|afternoons?|off[- ]peak)\b(?!,? ?(?:the )?(?:\d|(?:jan|feb|mar|apr|may|june?\b|july?\b|aug|sep|oct|nov|dec)[a-z]*\.? |(?:twenty|thirty|[a-z]+(?:th|first|second|third)\b)))|\b(?:week ?(?:days?|nights?|ends?)|holidays?|{WEEKDAY}s?)\b[^.?!\n]{{0,20}}\b(?:cheaper|less|more expensive|extra|same price|different price|surcharge)\b|\b(?:weekday|weekend|holiday|lunch|off[- ]peak|seasonal) (?:price|pricing|rate|discount|surcharge|fee|cost)s?\b",
        "most_guests": r"\b(?:max(?:imum)?|most|largest|biggest|upper limit|limit|how many (?:people|guests|ppl|persons|adults))\b[^.?!\n]{0,30}\b(?:number|guests?|people|ppl|persons?|party|group|size|can|could|do|handle|serve|cook|feed|fit|allowed|max(?:imum)?)\b(?![^.?!\n]{0,25}\b(?:coming|included|minimum|free miles|far|travel|price|for \$|cost|table|seat))|\bhow (?:big|large) (?:of )?(?:a )?(?:group|party|crowd)\b|\bis there a (?:limit|max(?:imum)?)\b|\b(?:guest|group|party) (?:limit|max(?:imum)?)\b|\btoo (?:many|big|large)\b",
        "payment": rf"\b(?:put|charge|swipe|run|throw) (?:it|that|this|everything|the (?:deposit|balance|rest|bill))(?: all)? (?:on|to) (?:my |a |the |our )?{_WAYS}\b|\b(?:pay\w*|accept\w*|take|takes|use|using|do|does|by|with|w|via|send|split|possible|ok(?:ay)?|have)\b[^.?!\n]{{0,35}}\b{_WAYS}\b(?! (?:availab|if|on|with (?:my|the)|the|back|in with))|\b{_WAYS}\b[^.?!\n]{{0,15}}\b(?:ok(?:ay)?|fine|accepted|possible|works?|payments?|good|cool)\b|^\W*(?:and |or |what about |how about )?{_WAYS}\W*(?:ok(?:ay)?|too|also|possible)?\W*\?",
        "pay_handle": r"\b(?:what(?:'?s| is|s)?|send me|give me) (?:your|ur|the|yalls?) (?:@|handle|user ?name|\$?cash ?tag)(?!\w)|\b(?:what(?:'?s| is|s)?|whats|send me|give me|got|have|need)\b[^.?!\n]{0,15}\b(?:your|ur|yalls?|the)\b[^.?!\n]{0,12}\b(?:venmo|zelle|cash ?app|pay ?pal)\b|\b(?:where|how|who)\b[^.?!\n]{0,12}\b(?:do|can|should|to|shall|would)\b[^.?!\n]{0,12}\b(?:send|transfer|wire|venmo|zelle|pay)\b[^.?!\n]{0,25}\b(?:deposit|money|\$ ?\d{2,4}|payment|it to|venmo|zelle)\b|\b(?:venmo|zelle|pay(?:ment)?)\b[^.?!\n]{0,15}\b(?:handle|username|user name|account|link|address|number|details|instructions|info)\b|\b(?:what|which|anything|something|whats)\b[^.?!\n]{0,45}\b(?:memo|caption|payment (?:note|reference|description)|(?:venmo|zelle) (?:note|comment|description))\b|\blink\b[^.?!\n]{0,20}\b(?:pay|deposit|payment)\b|\b(?:pay(?:ment|ing)?|deposit)\b[^.?!\n]{0,20}\b(?:link|online)\b",
        "needs": r"\bwhat(?! if\b)(?![^.?!\n]{0,25}\bput down\b)(?!'?s? (?:is )?the (?:address|zip|name|number))(?: else)?(?:'?s| is| all)? ?(?:do|does|would|will|should|must|is|are)?\b[^.?!\n]{0,18}\b(?:need\w*|required?|require)\b(?! (?:the|to know the|a quote|for the (?:kids|price))\b)(?![^.?!\n]{0,20}\b(?:zip|date|deposit|name|to pay)\b)|\bwhat (?:do|should|must|would) (?:i|we)\b[^.?!\n]{0,18}\b(?:have ready|prepare|provide|set up|get ready|have|supply)\b(?! to pay)|\b(?:anything|something) (?:we|i|you|u) (?:need|should|have to|must)\b[^.?!\n]{0,20}\b(?:prepare|provide|have|do|get|from us|from me|ready)\b|\bhow (?:do|should) (?:we|i) prepare\b|\brequirements?\b",
        "setting": r"\b(?:is|are|would|will|can|could|does|do|ok|okay|alright|fine|works?|possible|possibly|good|allowed|we have|theres|there's|there is|got)\b[^.!\n]{0,60}\b(?:patio|back ?yards?|yard|deck|drive ?way|pool ?side|by the pool|the pool|terrace|roof ?top|balcony|garden|porch|courtyard|carport|gazebo|pergola|lawn|grass|gravel|parks?|beach|campground|lake|winery|vineyard|ranch|street|parking lot|cul[- ]de[- ]sac|club ?house|air ?bnb|complex)\b|\bby the pool\b|\bpool ?side\b",
        "why_you": r"\b(?:diff\w*)\b[^.?!\n]{0,12}\b(?:between|from)\b[^.?!\n]{0,20}\b(?:you|u|this|yours|your \w+|what (?:you|u) do)\b[^.?!\n]{0,10}\b(?:and|vs|from)\b|\bhow (?:do|does|would) (?:you|u|it|this|that|your \w+)(?: guys)? compare\b|\bwhy (?:should|would|do|pick|choose)\b[^.?!\n]{0,15}\b(?:i|we|one|people|pick|choose|go with|book)\b[^.?!\n]{0,20}\b(?:pick|choose|go with|book|hire|take|you|u|yall)\b|\bwhat(?:'?s| is|s| makes)?\b[^.?!\n]{0,12}\b(?:so )?(?:special|different|unique|better)\b(?![^.?!\n]{0,30}\bor\b)|\bwhat makes (?:you|u|yours|it|this)\b|\bwhat sets (?:you|u)\b",
        "suggest": r"\bwhat (?:could|can|should|would|might|else) (?:we|i|you|u)\b[^.?!\n]{0,18}\b(?:put|use|spend|apply|throw|get|order|do)\b[^.?!\n]{0,14}\b(?:toward|towards|to (?:reach|hit|meet|fill|make (?:up|the most)|use (?:it|that) up)|with the (?:difference|rest)|on that)\b|\b(?:use|fill|make|spend|eat) (?:up )?(?:the |that )?(?:difference|gap|minimum|rest of (?:it|the minimum))\b(?=[^.!\n]{0,40}\?)|\b(?:our|my|the|your) mon(?:ey|ie)'?s worth\b|\bmake the most of (?:it|that|the minimum|our)\b|\b(?:anything|something|what) (?:(?:that )?(?:you|u|ya)(?: guys)?(?: would|'?d)? )?(?:recommend|suggest)\w*\b|\b(?:any|got) (?:\w+ )?(?:suggestions?|recommendations?|recs)\b|\bwhat (?:do|would|can|should|could)\b[^.?!\n]{0,12}\b(?:you|u|yall|i|we|people|ppl|others|most)\b[^.?!\n]{0,14}\b(?:suggest|recommend|add|usually get|get on top|order|try|go (?:with|for))\b|\bany (?:suggestions?|recommendations?|ideas|tips for)\b|\b(?:suggest|recommend) (?:me |us )?(?:something|anything|a dish|an? upgrade|any)\b|\b(?:most popular|best ?sell\w*|favou?rite|popular)\b[^.?!\n]{0,20}\b(?:upgrade|protein|dish|choice|item|add-?on|meat|thing)\w*|\b(?:upgrades?|proteins?|dishes|meats?|add-?ons?)\b[^.?!\n]{0,20}\b(?:most popular|best|popular|favou?rites?|worth it|recommend\w*)\b|\b(?:make|making|jazz|dress|spice|step|take) (?:it|this|that|things|ours?|(?:the|our|my|this) (?:party|dinner|night|evening|menu|meal|food)) (?:up )?(?:(?:a (?:bit|little|lil|tad|touch)|lil|even|extra|much|really|super|so) )*(?:more )?(?:special|fanc(?:y|ier)|upscale|luxur\w+|nicer|elegant|deluxe|premium|bougie|boujee|memorable|exciting|next level|wow|(?:up )?a (?:notch|level|bit|little))\b|\b(?:upgrade|elevate|fancy up|fancify|jazz up|spice up|dress up|step up|go (?:all out|fancier|big(?:ger)?)|splurge)\b[^.?!\n]{0,25}\b(?:it|this|things|(?:the|our|my) (?:party|dinner|menu|meal|food|night|evening|experience))\b(?=[^.!\n]*\?)|\bhow (?:could|can|do|would|might|should) (?:we|i|you) (?:upgrade|elevate|fancy up|jazz up|spice up|dress up|step up|splurge)\b|(?<!need )(?<!require )(?<!requires )(?<!prepare )(?<!set up )\b(?:something|anything|any way|ways?|ideas?|options?) (?:to make it |to be |that'?s |a (?:bit|little|lil) )*(?:extra[- ]?|more )?(?:special|fanc(?:y|ier)|upscale|luxur\w+|premium|deluxe)\b(?! (?:about|diet|needs?|request))|\b(?:treat|spoil) (?:ourselves|them|everyone|him|her|the (?:guests|birthday \w+))\b(?=[^.!\n]*\?)",
        "evening": r"\bhow (?:would|will|does|do|is) (?:the|an?|our|your|this) (?:whole )?(?:evening|night|party|event|dinner|day|show|thing|experience|lunch)\b[^.?!\n]{0,15}\b(?:go|work|run|look|structured|like)\b|\bwhat happens (?:at|during|on) (?:the|a|that) (?:party|day|evening|night|event|show)\b|\b(?:walk|talk) (?:me|us) through\b(?! (?:how (?:you|that|this|it|the)\b|(?:the |that |your |this |my |our )*(?:math|maths|numbers?|prices?|pricing|total|calculation|costs?|fees?|amount|bill|quote|menu|booking|payment|cancell?ation|refund)\b))|\bwhat (?:is|does) (?:it|a party|the (?:evening|party|night|experience)) (?:like|look like)\b|\bwhat (?:can|should|do) (?:we|i) expect\b|\brun of (?:the )?(?:show|evening|night)\b",
        "referral": r"\b(?:something|anything|what(?:'?s| is|s)) in it for (?:me|us)\b|\b(?:send|sent|sending|bring|bringing|point|steer|pass) (?:my|a|an|our|some|other|more|new)(?: \w+){1,3} (?:to (?:you|u|yall)|your way|ur way|over)\b|\bif my (?:friend|neighbou?r|sister|brother|cousin|coworker)s? (?:books?|orders?|hires?)\b|\b(?:get|receive|earn|bonus|credit|reward|anything|something|perks?|thank you)\b[^.?!\n]{0,30}\b(?:refer\w*|recommend\w* (?:you|u|my|a|her|him|them)|sen(?:d|t|ding) (?:you|u)|bring(?:ing)? (?:you|u)|telling|(?<!i can )(?<!we can )(?<!i could )(?<!can i )tell(?! (?:him|her|them|my (?:husband|wife|boss|mom|dad|partner))))\b[^.?!\n]{0,25}|\brefer\w*\b[^.?!\n]{0,30}\b(?:get|credit|bonus|reward|anything|something|program\w*|discount|for me)\b|\brefer+al\w*\b",
        "whats_next": r"\bwhat(?:'?s| is|s| do| does)?(?: (?:you|u|i|we))?(?: else| still)?(?: do)? (?:you|u) (?:still |else )?(?:need|want|require|missing)\b[^.?!\n]{0,15}\bfrom (?:me|us)\b(?![^.?!\n]{0,30}\b(?:day|ready|set ?up|grill|party|yard|chef|place)\b)|\bwhat (?:info\w*|details|information) (?:do|does|would|will|are)\b[^.?!\n]{0,20}\bneed|\bwhat (?:else|more) do (?:you|u) need\b|\bwhat(?:'?s| is) (?:still )?missing\b|\bwhat (?:are )?(?:the )?next steps?\b|\bhow does (?:booking|reserving) work\b|\bwhat(?:'?s| is|s) next\b(?! (?:week|month|year))|\bwhat (?:do|should|must|can) (?:i|we) (?:need to |have to )?(?:do )?(?:now|next|from here)\b|\bwhat (?:do|should|must) (?:i|we) do (?:now|next|from here)\b|^\W*(?:(?:ok(?:ay)?|so|great|and|cool|perfect|alright)\W+)*(?:what now|now what)\W*$|\bwhat happens (?:next|now|from here)\b|\bwhere do we go from here\b|\bhow do (?:we|i) (?:proceed|move forward|go ahead|get started|lock it in)\b",
        "booking_window": r"\b(?:when|by when|how (?:soon|early|far|long))\b[^.?!\n]{0,25}\b(?:have to|need to|must|should|best to|can|do)\b[^.?!\n]{0,8}\b(?:i|we|one|to)?\b[^.?!\n]{0,8}\b(?:book|reserve)\b|\b(?:days?|weeks?|months?) (?:ahead|in advance|before|notice|out)\b[^.?!\n]{0,20}\b(?:ok(?:ay)?|enough|fine|too (?:late|early)|good|possible|soon)\b|\b(?:enough|too (?:short|late)) notice\b|\b(?:fill|fills|book|books|sell|sells|booked|filled|sold) (?:up|out)\b|\b(?:is|are|would|will)\b[^.?!\n]{0,30}\b(?:days?|weeks?|months?) (?:ahead|in advance|out|notice)\b",
        "hold_time": r"\b(?:hold|reserve|save|keep|pencil|guarantee|lock in|lock|secure)\b[^.?!\n]{0,25}\b(?:without (?:paying|a deposit|deposit|money)|for (?:a|one|two|a few|\d) (?:weeks?|days?|hours?|nights?)|until (?:i|we|tomorrow|monday|next)|with no deposit|no deposit|for free|while)\b|\bhow (?:long|much time) (?:do|have|will) (?:i|we|u|you)\b(?: have| got| get)?(?! been| to (?:eat|cook|wait|drive|decide on))(?=\W*$|[^.?!\n]{0,25}\b(?:pay|deposit|decide|hold)\b)|\bhow (?:long|much time)\b[^.?!\n]{0,12}\b(?:til+|until|before)\b[^.?!\n]{0,20}\b(?:pay|deposit)\b|\bwhen (?:is|must|does|do)\b[^.?!\n]{0,20}\bdeposit\b[^.?!\n]{0,12}\b(?:due|paid|by)\b",
        "guest_count_final": r"\bif (?:only |just )?(?:\d{1,2}|\w+)(?: of (?:us|them))? (?:actually |end up )?(?:shows? up|turns? up|showing up)\b|\b(?:if|when|what if|say|suppose)\b[^.?!\n]{0,15}\b(?:\d{1,2}|one|two|three|four|five|six|a few|a couple|some|somebody|someone|half)(?: more)?(?: of (?:us|them|my \w+|the \w+))?(?: people| guests| ppl| friends| kids| adults)? (?:cancels?|bails?|drops? out|flakes?(?: out)?|no[- ]?shows?|backs? out|doesn'?t come|don'?t come|can'?t (?:come|make it))\b|\bbook(?:ed)?(?: for)? \d{1,3}\b[^.?!\n]{0,20}\b(?:but|and) (?:only|just|fewer|less)\b|\bonly \d{1,3}(?: \w+)? (?:show|come|turn)s?(?: up)?\b|\b(?:give|tell|send|confirm|know|have|provide|need)\b[^.?!\n]{0,25}\b(?:final|exact|actual|definite) (?:number|count|head ?count|guest (?:list|count)|numbers)\b|\b(?:change|adjust|update|increase|lower|correct|confirm|finali[sz]e) (?:the |our |my )?(?:final )?(?:number|count|head ?count|guest (?:count|list|number)|amount of (?:people|guests))\b|\b(?:don'?t|doesn'?t|do not|won'?t|not) (?:show(?: up)?|come|make it|turn up)\b|\bno[- ]shows?\b|\b(?:fewer|less) (?:people|ppl|guests?|of us)\b[^.?!\n]{0,15}\b(?:come|show|than)\b|\b(?:someone|somebody|some (?:people|ppl|guests)|a (?:guest|few)|people) (?:cancels?|drops? out|bails?|can'?t)\b|\b(?:add|bring|invite) (?:more|a few more|extra) (?:people|ppl|guests|friends) (?:later|after|last minute)\b",
        "menu_change": r"\b(?:what|how much|anything)\b[^.?!\n]{0,15}\b(?:chang\w*|switch|swap|adjust)\b[^.?!\n]{0,12}\b(?:on|in|of|about) the (?:menu|food|order)\b|\b(?:menu|food)\b[^.?!\n]{0,30}\b(?:chang\w*|switch|swap|adjust)\b[^.?!\n]{0,25}\b(?:close|closer|near|later|last minute|before)\b|\b(?:chang\w*|adjust|switch|swap|pick|choose|decide|tell you)\b[^.?!\n]{0,30}\b(?:what (?:people|we|they|guests|everyone|everybody) (?:eat|want|get|have)|menu|proteins?|meats?|food choices|dishes|choices|orders?|upgrades?)\b[^.?!\n]{0,25}\b(?:later|after|until|before|last minute|by when)\b|\b(?:until when|till when|by when|how late|when)\b[^.?!\n]{0,30}\b(?:chang\w*|adjust|switch|pick|choose|decide|tell you)\b[^.?!\n]{0,20}\b(?:what (?:people|we|they|guests|everyone|everybody) (?:eat|want|get|have)|menu|proteins?|meats?|food|dishes|choices|orders?|upgrades?)\b",
        "every_day": r"\b(?:do|does|are|r|can|could|would|will|is)\b[^.?!\n]{0,30}\b(?:(?:sun|mon|tues|wednes|thurs|fri|satur)days|week ?(?:days|nights|ends)|every day|7 days|seven days|all week|(?:only|just) (?:do |on |work )*weekends)\b|\b(?:do|does|are|r|can|could|would|will)\b[^.?!\n]{0,30}\b(?:on|during) (?:a |the )?(?:week ?(?:days?|nights?|ends?)|holidays?|week)\b",
        "area": r"\b(?:which|what) (?:parts?|areas?|regions?|sections?|cities|towns|counties|places|locations)\b[^.?!\n]{0,30}\b(?:you|u|yall|your)\b[^.?!\n]{0,20}\b(?:serve|cover|come|go|travel|work|cater|deliver|do|service|operate|available|cook)\b|\bhow far (?:out |away )?(?:do|will|can|would) (?:you|u|yall)\b[^.?!\n]{0,20}\b(?:go|come|travel|drive)\b|\b(?:your|ur) (?:service|delivery|travel) (?:area|radius|range)\b",
        "cancellation": r"\brefund\w*\b[^.?!\n]{0,40}\b(?:if|when|in case)\b|\b(?:if|when|in case)\b[^.?!\n]{0,60}\b(?:refund\w*|(?:deposit|money) back)\b|\b(?:deposit|money) back\b[^.?!\n]{0,30}\b(?:if|when)\b",
        "balance": r"\b(?:minus|less|after|without) (?:the |my |our )?deposit\b",
        "travel": r"\b(?:fee|charge|extra|cost|surcharge)\b[^.?!\n]{0,12}\b(?:for|to|in|at) (?:that|this|my|our|the) (?:zip|area|place|address|town|city|location)\b",
        "children": r"\b(?:do|does|will|would|is|are|should) (?:he|she|they)\b[^.?!\n]{0,12}\b(?:pay\w*|free|charged|count\w*|full price|half price)\b|\b(?:at |from )?(?:what|which) age\b|\bhow old\b[^.?!\n]{0,25}\b(?:adult|child|kid|free|full price|count)\b|\bcounts? as (?:an? )?(?:adult|child|kid)s?\b|\b(?:do|does|will|would|is|are|should) (?:(?:my|our|the|a) (?:\w+ )?(?:sons?|daughters?|kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|niece|nephew|grand\w+|little ones?|twins?))\b[^.?!\n]{0,20}\b(?:pay\w*|free|charged?|count\w*|cost|full price|half price|(?:child|kids?|adult)(?:'?s)? price|as an? (?:adult|child|kid))\b|\b(?:is|are) \w+ (?:years? old )?(?:considered )?(?:a|an) (?:kid|child|adult)\b",
        "contact": r"^\W*(?:(?:and|so|ok|but|on|at)\W+)*what (?:phone )?number(?: (?:do|should|can|does|shall) (?:i|we|he|she|they) (?:call|text|use|dial))?(?: (?:do|should) (?:i|we|he|she|they))?\W*$|\b(?:tele)?phone (?:number|#|no)\b|\b(?:number|phone|email|e-mail)\b (?:for|of|to) (?:your|ur|the) (?:office|business|company|team)\b|\b(?:an?|your|ur|the) (?:office|business|company) (?:phone|line|number|email)\b|\b(?:your|ur|the|a)\b(?: (?:business|office|company))? (?:tele)?(?:phone|number|email|e-mail)\b(?=\W*$)|\b(?:number(?! of (?:people|guests|adults|persons|heads|us))|phone|email|e-mail)\b[^.?!\n]{0,15}\b(?:i can|to) (?:call|reach|text|write)\b|\bhow (?:do|can|could) (?:i|we) (?:reach|contact|call|email)\b[^.?!\n]{0,10}\b(?:you|u|yall|somebody|someone|them|the office)\b",
        "office_hours": r"\b(?:opening|office|business|working|phone) hours\b|\bwhen (?:does|do|is|are|can)\b[^.?!\n]{0,25}\b(?:answer|pick up|call|reach|office|somebody|someone|open)\b(?! (?:for|on) )|\b(?:until when|till when)\b[^.?!\n]{0,20}\b(?:call|reach|open|phone)\b",
        "reschedule": r"\b(?:is|are|does|how (?:much|late|often)|what|when|until|up to)\b[^.?!\n]{0,25}\b(?:reschedul\w+|moving (?:it|the)|postpon\w+|move (?:my|our|the|a) (?:party|date|booking|event))\b|\b(?:can|could|may|able to|what if|if|how|possible|cost|fee|free|charge)\b[^.?!\n]{0,30}\b(?:just |simply |instead )?(?:move|resched\w*|postpone|push|shift|change) (?:it|the (?:date|day|party|booking)|our (?:date|day)|dates?|days?|that)\b",
    }.items()
}  # fmt: skip

INSTEAD: dict[str, frozenset[str]] = {
    "latest_start": frozenset({"hours", "duration", "availability", "daytime"}),
    "earliest_start": frozenset({"hours", "duration", "booking_window", "availability", "daytime"}),
    "daytime": frozenset({"hours", "about", "area", "availability", "price", "show"}),
    "clearance": frozenset({"price", "space", "venue", "area", "grill", "setting", "booking_window", "rain"}),
    "grill_size": frozenset({"space", "grill", "venue"}),
    "same_every_day": frozenset({"price", "every_day", "hours", "area", "availability", "daytime", "travel"}),
    "most_guests": frozenset({"minimum", "guest_count_final", "about", "space"}),
    "payment": frozenset({"about"}),
    "pay_handle": frozenset({"payment", "contact", "deposit", "about"}),
    "needs": frozenset({"not_included", "venue", "space", "parking", "included", "about"}),
    "setting": frozenset({"venue", "space", "area", "about", "needs", "availability"}),
    "why_you": frozenset({"about"}),
    "suggest": frozenset({"menu", "about", "not_included"}),
    "evening": frozenset({"about", "show", "duration", "daytime"}),
    "referral": frozenset({"about", "contact", "payment"}),
    "whats_next": frozenset({"about", "needs", "area"}),
    "booking_window": frozenset({"hours", "availability", "duration", "venue"}),
    "hold_time": frozenset({"duration", "deposit", "hours", "booking_window"}),
    "rest_due": frozenset({"balance", "deposit", "payment", "hours", "duration"}),
    "refund_when": frozenset({"cancellation", "deposit", "duration", "hours", "reschedule", "payment"}),
    "area": frozenset({"about", "menu", "show"}),
    "guest_count_final": frozenset(
        {"latest_start", "cancellation", "hold_time", "deposit", "about", "children", "price"}
    ),
    "travel": frozenset({"price", "about", "deposit"}),
    "children": frozenset({"price", "about", "availability"}),
    "menu_change": frozenset({"menu", "guest_count_final", "choose", "reschedule"}),
    "every_day": frozenset({"hours", "area", "availability", "about", "daytime"}),
    "cancellation": frozenset({"deposit", "about"}),
    "balance": frozenset({"deposit", "price", "payment"}),
    "contact": frozenset({"about", "venue"}),
    "office_hours": frozenset({"about", "contact", "hours"}),
    "reschedule": frozenset({"about", "price", "availability", "earliest_start", "latest_start"}),
}
"""The topics, broad and narrow, that a narrow question stands for within its own clause."""


@dataclass(frozen=True, slots=True)
class Asked:
    """topics: the narrow questions, each with where it is asked; instead: broad topics whose words were only theirs."""

    topics: dict[str, int]
    instead: frozenset[str] = frozenset()


@once.only
def of_clause(clause: str) -> dict[str, int]:
    """The narrow questions of a folded clause and where they stand, without those that another one stands for."""
    lists = (asked_besides.NARROW, asked_of_us.NARROW, narrower.NARROW, NARROW)
    hits = {name: match.start() for one in lists for name, pattern in one.items() if (match := pattern.search(clause))}
    hits |= {name: 0 for name in money_asked.topics(clause)}
    stood = {other for name in hits for other in _instead(name) if other != name and name not in _instead(other)}
    stood |= asked_besides.first(clause)
    return {name: at for name, at in hits.items() if name not in stood}


def _instead(name: str) -> frozenset[str]:
    lists = (INSTEAD, narrower.INSTEAD, asked_of_us.INSTEAD, asked_besides.INSTEAD)
    return frozenset().union(*(one.get(name, frozenset()) for one in lists))


def read(text: str) -> Asked:
    """The narrow questions of a folded message."""
    asked: dict[str, int] = {}
    instead: set[str] = set()
    rest: set[str] = set()
    if money_asked.asks_of_both_parts(text):
        asked["balance"] = 0
        instead |= INSTEAD["balance"]
    for start, clause in clauses(text):
        broad = set(cues.found(cues.TOPICS, clause))
        narrow = of_clause(clause) if asks(clause) else {}
        stood = {other for name in narrow for other in _instead(name)}
        for name, at in narrow.items():
            asked.setdefault(name, start + at)
        instead |= broad & stood
        rest |= broad - stood
    across = asked_besides.across(text)
    gone = frozenset().union(*(asked_besides.ACROSS_INSTEAD[name] for name in across))
    asked = {name: at for name, at in (asked | across).items() if name not in gone}
    return Asked(asked, frozenset(instead - rest - set(asked)) | gone)
