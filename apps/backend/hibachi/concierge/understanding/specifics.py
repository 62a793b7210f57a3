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
from hibachi.language.openers import ASKING_VERBS, GLAD, LED, OPENERS

_YOU = r"(?:you|u|ya|yall|y'all|guys|they|he|she|it|we|i|the (?:chef|party|grill|team)|chef|someone)"
_WAYS = (
    r"(?:venmo|zelle|cash(?: ?app)?|pay ?pal|apple ?pay|google ?pay|samsung ?pay|bitcoins?|btc|crypto\w*"
    r"|ethereum|dogecoin|checks?|cheques?|(?<!referral )(?<!store )(?<!your )credit|debit|cards?|visa"
    r"|master ?card|amex|american express|discover|wire|bank transfer|ach|gift cards?|klarna|affirm"
    r"|afterpay|installments?|western union|money orders?|foreign currency|euros?)"
)
_DAYTIME = (
    r"(?:lunch(?:es|time|eon)?|brunch(?:es)?|breakfast|day ?time|mid ?day|mornings?|before noon"
    r"|afternoons?|evenings?|dinners?|(?:late )?nights?|midnight)"
)

NARROW: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "latest_start": (
            rf"^{LED}(?:what'?s?|whats|what is) the (?:latest|last one)\W*$"
            r"|\bis (?:1?\d|noon|six|nine)(?: ?pm| o'?clock)? (?:really |already )?the (?:latest|last)\b"
            r"|\b(?:latest|last)\b(?! ?(?:minute|min|day"
            r"|time(?! ?(?:slots?|to start|(?:you|we|u|i) can))\b|date|name|year|month|week|summer"
            rf"|night))(?![^.?!\n]{{0,20}}\b(?:book(?! for)|reserve|order|sign up|cancel|change"
            rf"|pay)\b)[^.?!\n]{{0,30}}\b(?:start\w*|begin\w*|time|slots?|seating|hour|come"
            r"|do (?:it|a party)|book (?:for|a time))\b"
            r"|\bhow late(?: (?:at night|in the (?:evening|day|night)))? (?:can|could|do|does|will|would"
            rf"|may)\b(?![^.?!\n]{{0,30}}\b(?:chang\w*|add|cancel\w*|book|tell|confirm|stay|let|mov\w*"
            r"|resched\w*|postpon\w*|switch\w*|swap\w*|pay\w*)\b)"
            rf"|\blatest {_YOU} (?:can|could|will|would"
            r"|do)\b(?! (?:book|reserve|order|sign|cancel|change|pay))"
        ),
        "earliest_start": (
            r"\b(?:can|could|is|are|do|does|start|possible|anything|any|be"
            rf"|have it)\b[^.?!\n]{{0,30}}\b(?:earlier|sooner) than (?:noon|midday|12|lunch)\b"
            r"|\b(?:earliest|first(?! time(?:rs?)?\b(?! ?(?:slot|you|u|we|i|of the day|available|possible"
            rf"|that)\b)))\b[^.?!\n]{{0,25}}\b(?:start\w*|begin\w*|(?:time ?)?slots?|seating|hour"
            r"|time)\b(?! (?:you|u) (?:have )?(?:met|did))"
            r"|\bhow early (?:can|could|do|does|will|would"
            rf"|may)\b(?![^.?!\n]{{0,30}}\b(?:book|arriv\w*|set ?up|get (?:here|there)|show up"
            r"|be (?:here|there)|should|need)\b)"
            rf"|\bearliest {_YOU} (?:can|could|will|would"
            rf"|do)\b(?![^.?!\n]{{0,20}}\b(?:arrive|set ?up|get (?:here|there)|book)\b)"
        ),
        "daytime": (
            rf"\b(?:{ASKING_VERBS}|have|offer|possible|available|about"
            rf"|r)\b[^.?!\n]{{0,40}}\b(?<!on the )(?<!of the )(?<!on that ){_DAYTIME}\b(?! (?:menu"
            r"|special))(?![^.?!\n]*\b(?:costs?|price|run us|come to|be in total)\b)"
            rf"|\b(?:open|available) for {_DAYTIME}\b"
            rf"|^\W*(?:and |what about |how about )?{_DAYTIME}\W*(?:too|also|possible|ok(?:ay)?)?\W*\?"
        ),
        "clearance": (
            r"\bdistance\b[^.?!\n]{0,30}\b(?:from|to)\b[^.?!\n]{0,20}\b(?:house|home|fence|hedge|wall"
            r"|trees?|building|deck|garage|shed|pergola|structures?|roof)\b"
            r"|\bhow (?:far|close|near)(?: away)? (?:from|to) (?:that|it|them|this)\b"
            r"|\b(?:fence|hedge|tree|shed|pergola|gazebo|wall|house|garage)s?\b[^.?!\n]{0,25}\bhow (?:far"
            r"|close|near|much (?:distance|space|room))\b"
            r"|\b(?:how (?:far|close|near|much (?:distance|clearance))"
            r"|what(?:'?s| is)?[^.?!\n]{0,12} (?:distance|clearance)"
            r"|(?:any|enough|min(?:imum)?) (?:distance|clearance)|far enough|too close"
            r"|safe distance)\b[^.?!\n]{0,60}\b(?:house|home|tree|roof|wall|fence|building|garage|bush"
            r"|hedge|umbrella|awning|canopy|tent|structure|flammable|wood|pergola|gazebo|siding|deck"
            r"|railing|curtain|things|anything|grill|it|stuff)\w*"
            r"|\b(?:clearance|flammable|fire ?(?:hazard|safety|risk)|burn (?:down|my)"
            r"|catch (?:on )?fire)\b|\b(?:grill|chef|set ?up|it|cook)\b[^.?!\n]{0,30}\b(?:next to|near"
            r"|close to|under(?:neath)?|against|beside)\b[^.?!\n]{0,25}\b(?:house|tree|roof|wall|fence"
            r"|building|garage|bush|hedge|umbrella|awning|canopy|tent|pergola|gazebo|siding|railing"
            r"|overhang)\w*"
        ),
        "grill_size": (
            r"\b(?:how (?:big|large|long|wide|tall|high)|what size|size|dimensions?"
            r"|measurements?)\b[^.?!\n]{0,20}\bgrills?\b"
            r"|\bgrill(?:'?s)?\b[^.?!\n]{0,15}\b(?:size|dimensions?|measurements?"
            r"|how (?:big|large|wide|long))"
        ),
        "same_every_day": (
            rf"\b(?:open|work|cook|available|come)\b[^.?!\n]{{0,15}}\b(?:week ?ends?|(?:satur|sun)days?"
            rf"|holidays?|week ?nights?)\b[^.?!\n]{{0,12}}\band (?:is|are|does|do|would) (?:it|that|they"
            rf"|you)\b[^.?!\n]{{0,12}}\b(?:more|extra|same)\b"
            r"|\bcheaper (?:day|date|time|month|season|option on)s?\b"
            rf"|\b(?:lunch|noon|dinner|evening)\b[^.?!\n]{{0,15}}\b(?:cheaper|less|more|same price"
            r"|different price)\b|\b(?:cheaper|less|more|extra|same|different|higher|lower|surcharge"
            rf"|upcharge|better price|price|cost|rate|charge)\b[^.?!\n]{{0,40}}\b(?:on|for|during|in"
            r"|over)? ?(?:a |the |any )?(?:week ?(?:days?|nights?|ends?)|during the week|mid ?week"
            rf"|{WEEKDAY}s?|holidays?|christmas|thanksgiving|new year\w*|(?:4th|fourth) of july"
            r"|independence day|july (?:4th|fourth)|memorial day|labor day|easter"
            r"|(?:mother|father)'?s day|halloween|super ?bowl|valentine\w*(?: day)?|peak|season\w*"
            r"|every day|any day|lunch(?:time)?|afternoons?"
            r"|off[- ]peak)\b(?!,? ?(?:the )?(?:\d"
            r"|(?:jan|feb|mar|apr|may|june?\b|july?\b|aug|sep|oct|nov|dec)[a-z]*\.? "
            r"|(?:twenty|thirty|[a-z]+(?:th|first|second|third)\b)))"
            rf"|\b(?:week ?(?:days?|nights?|ends?)|holidays?|{WEEKDAY}s?)\b[^.?!\n]{{0,20}}\b(?:cheaper"
            r"|less|more expensive|extra|same price|different price|surcharge)\b"
            r"|\b(?:weekday|weekend|holiday|lunch|off[- ]peak|seasonal) (?:price|pricing|rate|discount"
            r"|surcharge|fee|cost)s?\b"
        ),
        "most_guests": (
            r"\b(?:max(?:imum)?|most|largest|biggest|upper limit|limit"
            r"|how many (?:people|guests|ppl|persons|adults))\b[^.?!\n]{0,30}\b(?:number|guests?|people"
            r"|ppl|persons?|party|group|size|can|could|do|handle|serve|cook|feed|fit|allowed"
            r"|max(?:imum)?)\b(?![^.?!\n]{0,25}\b(?:coming|included|minimum|free miles|far|travel|price"
            r"|for \$|cost|table|seat))|\bhow (?:big|large) (?:of )?(?:a )?(?:group|party|crowd)\b"
            r"|\bis there a (?:limit|max(?:imum)?)\b|\b(?:guest|group|party) (?:limit|max(?:imum)?)\b"
            r"|\btoo (?:many|big|large)\b"
        ),
        "payment": (
            r"\b(?:put|charge|swipe|run|throw) (?:it|that|this|everything"
            rf"|the (?:deposit|balance|rest|bill))(?: all)? (?:on|to) (?:my |a |the |our )?{_WAYS}\b"
            r"|\b(?:pay\w*|accept\w*|take|takes|use|using|do|does|by|with|w|via|send|split|possible"
            rf"|ok(?:ay)?|have)\b[^.?!\n]{{0,35}}\b{_WAYS}\b(?! (?:availab|if|on|with (?:my|the)|the|back"
            rf"|in with))|\b{_WAYS}\b[^.?!\n]{{0,15}}\b(?:ok(?:ay)?|fine|accepted|possible|works?"
            rf"|payments?|good|cool)\b|^\W*(?:and |or |what about |how about )?{_WAYS}\W*(?:ok(?:ay)?|too"
            r"|also|possible)?\W*\?"
        ),
        "pay_handle": (
            r"\b(?:what(?:'?s| is|s)?|send me|give me) (?:your|ur|the|yalls?) (?:@|handle|user ?name"
            r"|\$?cash ?tag)(?!\w)|\b(?:what(?:'?s| is|s)?|whats|send me|give me|got|have"
            r"|need)\b[^.?!\n]{0,15}\b(?:your|ur|yalls?|the)\b[^.?!\n]{0,12}\b(?:venmo|zelle|cash ?app"
            r"|pay ?pal)\b|\b(?:where|how|who)\b[^.?!\n]{0,12}\b(?:do|can|should|to|shall"
            r"|would)\b[^.?!\n]{0,12}\b(?:send|transfer|wire|venmo|zelle|pay)\b[^.?!\n]{0,25}\b(?:deposit"
            r"|money|\$ ?\d{2,4}|payment|it to|venmo|zelle)\b"
            r"|\b(?:venmo|zelle|pay(?:ment)?)\b[^.?!\n]{0,15}\b(?:handle|username|user name|account|link"
            r"|address|number|details|instructions|info)\b"
            r"|\b(?:what|which|anything|something|whats)\b[^.?!\n]{0,45}\b(?:memo|caption"
            r"|payment (?:note|reference|description)|(?:venmo|zelle) (?:note|comment|description))\b"
            r"|\blink\b[^.?!\n]{0,20}\b(?:pay|deposit|payment)\b"
            r"|\b(?:pay(?:ment|ing)?|deposit)\b[^.?!\n]{0,20}\b(?:link|online)\b"
        ),
        "needs": (
            r"\b(?:need|require|want|must have)\b[^.?!\n]{0,20}\b(?:(?:stairs?|steps?)[- ]?free|step[- ]?less|level access|ground[- ]floor access|a ramp|an elevator)\b|"
            r"\bwhat(?! if\b)(?![^.?!\n]{0,25}\bput down\b)(?!'?s? (?:is )?the (?:address|zip|name"
            r"|number))(?: else)?(?:'?s| is| all)? ?(?:do|does|would|will|should|must|is"
            r"|are)?\b[^.?!\n]{0,18}\b(?:need\w*|required?"
            r"|require)\b(?! (?:the|to know the|a quote"
            r"|for the (?:kids|price))\b)(?![^.?!\n]{0,20}\b(?:zip|date|deposit|name|to pay)\b)"
            r"|\bwhat (?:do|should|must|would) (?:i|we)\b[^.?!\n]{0,18}\b(?:have ready|prepare|provide"
            r"|set up|get ready|have|supply)\b(?! to pay)"
            r"|\b(?:anything|something) (?:we|i|you|u) (?:need|should|have to"
            r"|must)\b[^.?!\n]{0,20}\b(?:prepare|provide|have|do|get|from us|from me|ready)\b"
            r"|\bhow (?:do|should) (?:we|i) prepare\b|\brequirements?\b"
        ),
        "setting": (
            rf"\b(?:{ASKING_VERBS}|ok|okay|alright|fine|works?|possible|possibly|good|allowed|we have"
            rf"|theres|there's|there is|got)\b[^.!\n]{{0,60}}\b(?:patio|back ?yards?|yard|deck|drive ?way"
            r"|pool ?side|by the pool|the pool|terrace|roof ?top|balcony|garden|porch|courtyard|carport"
            r"|gazebo|pergola|lawn|grass|gravel|parks?|beach|campground|lake|winery|vineyard|ranch|street"
            r"|parking lot|cul[- ]de[- ]sac|club ?house|air ?bnb|complex)\b|\bby the pool\b"
            r"|\bpool ?side\b"
        ),
        "why_you": (
            r"\b(?:diff\w*)\b[^.?!\n]{0,12}\b(?:between|from)\b[^.?!\n]{0,20}\b(?:you|u|this|yours"
            r"|your \w+|what (?:you|u) do)\b[^.?!\n]{0,10}\b(?:and|vs|from)\b"
            r"|\bhow (?:do|does|would) (?:you|u|it|this|that|your \w+)(?: guys)? compare\b"
            r"|\bwhy (?:should|would|do|pick|choose)\b[^.?!\n]{0,15}\b(?:i|we|one|people|pick|choose"
            r"|go with|book)\b[^.?!\n]{0,20}\b(?:pick|choose|go with|book|hire|take|you|u|yall)\b"
            r"|\bwhat(?:'?s| is|s| makes)?\b[^.?!\n]{0,12}\b(?:so )?(?:special|different|unique"
            r"|better)\b(?![^.?!\n]{0,30}\bor\b)|\bwhat makes (?:you|u|yours|it|this)\b"
            r"|\bwhat sets (?:you|u)\b"
        ),
        "suggest": (
            r"\bwhat (?:could|can|should|would|might|else) (?:we|i|you|u)\b[^.?!\n]{0,18}\b(?:put|use"
            r"|spend|apply|throw|get|order|do)\b[^.?!\n]{0,14}\b(?:toward|towards"
            r"|to (?:reach|hit|meet|fill|make (?:up|the most)|use (?:it|that) up)"
            r"|with the (?:difference|rest)|on that)\b"
            r"|\b(?:use|fill|make|spend|eat) (?:up )?(?:the |that )?(?:difference|gap|minimum"
            r"|rest of (?:it|the minimum))\b(?=[^.!\n]{0,40}\?)"
            r"|\b(?:our|my|the|your) mon(?:ey|ie)'?s worth\b"
            r"|\bmake the most of (?:it|that|the minimum|our)\b"
            r"|\b(?:anything|something|what) (?:(?:that )?(?:you|u|ya)(?: guys)?(?: would"
            r"|'?d)? )?(?:recommend|suggest)\w*\b"
            r"|\b(?:any|got) (?:\w+ )?(?:suggestions?|recommendations?|recs)\b"
            r"|\bwhat (?:do|would|can|should|could)\b[^.?!\n]{0,12}\b(?:you|u|yall|i|we|people|ppl|others"
            r"|most)\b[^.?!\n]{0,14}\b(?:suggest|recommend|add|usually get|get on top|order|try"
            r"|go (?:with|for))\b|\bany (?:suggestions?|recommendations?|ideas|tips for)\b"
            r"|\b(?:suggest|recommend) (?:me |us )?(?:something|anything|a dish|an? upgrade|any)\b"
            r"|\b(?:most popular|best ?sell\w*|favou?rite|popular)\b[^.?!\n]{0,20}\b(?:upgrade|protein"
            r"|dish|choice|item|add-?on|meat|thing)\w*"
            r"|\b(?:upgrades?|proteins?|dishes|meats?|add-?ons?)\b[^.?!\n]{0,20}\b(?:most popular|best"
            r"|popular|favou?rites?|worth it|recommend\w*)\b"
            r"|\b(?:make|making|jazz|dress|spice|step|take) (?:it|this|that|things|ours?"
            r"|(?:the|our|my|this) (?:party|dinner|night|evening|menu|meal"
            r"|food)) (?:up )?(?:(?:a (?:bit|little|lil|tad|touch)|lil|even|extra|much|really|super"
            r"|so) )*(?:more )?(?:special|fanc(?:y|ier)|upscale|luxur\w+|nicer|elegant|deluxe|premium"
            r"|bougie|boujee|memorable|exciting|next level|wow|(?:up )?a (?:notch|level|bit|little))\b"
            r"|\b(?:upgrade|elevate|fancy up|fancify|jazz up|spice up|dress up|step up"
            r"|go (?:all out|fancier|big(?:ger)?)|splurge)\b[^.?!\n]{0,25}\b(?:it|this|things"
            r"|(?:the|our|my) (?:party|dinner|menu|meal|food|night|evening|experience))\b(?=[^.!\n]*\?)"
            r"|\bhow (?:could|can|do|would|might|should) (?:we|i|you) (?:upgrade|elevate|fancy up|jazz up"
            r"|spice up|dress up|step up|splurge)\b"
            r"|(?<!need )(?<!require )(?<!requires )(?<!prepare )(?<!set up )\b(?:something|anything"
            r"|any way|ways?|ideas?|options?) (?:to make it |to be |that'?s "
            r"|a (?:bit|little|lil) )*(?:extra[- ]?|more )?(?:special|fanc(?:y|ier)|upscale|luxur\w+"
            r"|premium|deluxe)\b(?! (?:about|diet|needs?|request))"
            r"|\b(?:treat|spoil) (?:ourselves|them|everyone|him|her"
            r"|the (?:guests|birthday \w+))\b(?=[^.!\n]*\?)"
        ),
        "evening": (
            r"\bhow (?:would|will|does|do|is) (?:the|an?|our|your|this) (?:whole )?(?:evening|night|party"
            r"|event|dinner|day|show|thing|experience|lunch)\b[^.?!\n]{0,15}\b(?:go|work|run|look"
            r"|structured|like)\b|\bwhat happens (?:at|during|on) (?:the|a|that) (?:party|day|evening"
            r"|night|event|show)\b|\b(?:walk|talk) (?:me"
            r"|us) through\b(?! (?:how (?:you|that|this|it|the)\b"
            r"|(?:the |that |your |this |my |our )*(?:math|maths|numbers?|prices?|pricing|total"
            r"|calculation|costs?|fees?|amount|bill|quote|menu|booking|payment|cancell?ation|refund)\b))"
            r"|\bwhat (?:is|does) (?:it|a party|the (?:evening|party|night|experience)) (?:like"
            r"|look like)\b|\bwhat (?:can|should|do) (?:we|i) expect\b"
            r"|\brun of (?:the )?(?:show|evening|night)\b"
        ),
        "referral": (
            r"\b(?:something|anything|what(?:'?s| is|s)) in it for (?:me|us)\b"
            r"|\b(?:send|sent|sending|bring|bringing|point|steer|pass) (?:my|a|an|our|some|other|more"
            r"|new)(?: \w+){1,3} (?:to (?:you|u|yall)|your way|ur way|over)\b"
            r"|\bif my (?:friend|neighbou?r|sister|brother|cousin|coworker)s? (?:books?|orders?|hires?)\b"
            r"|\b(?:get|receive|earn|bonus|credit|reward|anything|something|perks?"
            r"|thank you)\b[^.?!\n]{0,30}\b(?:refer\w*|recommend\w* (?:you|u|my|a|her|him|them)"
            r"|sen(?:d|t|ding) (?:you|u)|bring(?:ing)? (?:you|u)|telling"
            r"|(?<!i can )(?<!we can )(?<!i could )(?<!can i )tell(?! (?:him|her|them"
            r"|my (?:husband|wife|boss|mom|dad|partner))))\b[^.?!\n]{0,25}"
            r"|\brefer\w*\b[^.?!\n]{0,30}\b(?:get|credit|bonus|reward|anything|something|program\w*"
            r"|discount|for me)\b|\brefer+al\w*\b"
        ),
        "whats_next": (
            r"\bwhat(?:'?s| is|s| do| does)?(?: (?:you|u|i|we))?(?: else| still)?(?: do)? (?:you"
            rf"|u) (?:still |else )?(?:need|want|require|missing)\b[^.?!\n]{{0,15}}\bfrom (?:me"
            rf"|us)\b(?![^.?!\n]{{0,30}}\b(?:day|ready|set ?up|grill|party|yard|chef|place)\b)"
            rf"|\bwhat (?:info\w*|details|information) (?:do|does|would|will|are)\b[^.?!\n]{{0,20}}\bneed"
            r"|\bwhat (?:else|more) do (?:you|u) need\b|\bwhat(?:'?s| is) (?:still )?missing\b"
            r"|\bwhat (?:are )?(?:the )?next steps?\b|\bhow does (?:booking|reserving) work\b"
            r"|\bwhat(?:'?s| is|s) next\b(?! (?:week|month|year))"
            r"|\bwhat (?:do|should|must|can) (?:i|we) (?:need to |have to )?(?:do )?(?:now|next"
            r"|from here)\b|\bwhat (?:do|should|must) (?:i|we) do (?:now|next|from here)\b"
            rf"|^\W*(?:(?:{OPENERS}|{GLAD})\W+)*(?:what now|now what)\W*$"
            r"|\bwhat happens (?:next|now|from here)\b|\bwhere do we go from here\b"
            r"|\bhow do (?:we|i) (?:proceed|move forward|go ahead|get started|lock it in)\b"
        ),
        "booking_window": (
            r"\b(?:when|by when|how (?:soon|early|far|long))\b[^.?!\n]{0,25}\b(?:have to|need to|must"
            r"|should|best to|can|do)\b[^.?!\n]{0,8}\b(?:i|we|one|to)?\b[^.?!\n]{0,8}\b(?:book|reserve)\b"
            r"|\b(?:days?|weeks?|months?) (?:ahead|in advance|before|notice"
            r"|out)\b[^.?!\n]{0,20}\b(?:ok(?:ay)?|enough|fine|too (?:late|early)|good|possible|soon)\b"
            r"|\b(?:enough|too (?:short|late)) notice\b"
            r"|\b(?:fill|fills|book|books|sell|sells|booked|filled|sold) (?:up|out)\b"
            r"|\b(?:is|are|would|will)\b[^.?!\n]{0,30}\b(?:days?|weeks?|months?) (?:ahead|in advance|out"
            r"|notice)\b"
        ),
        "hold_time": (
            r"\b(?:hold|reserve|save|keep|pencil|guarantee|lock in|lock"
            r"|secure)\b[^.?!\n]{0,25}\b(?:without (?:paying|a deposit|deposit|money)"
            r"|for (?:a|one|two|a few|\d) (?:weeks?|days?|hours?|nights?)"
            r"|until (?:i|we|tomorrow|monday|next)|with no deposit|no deposit|for free|while)\b"
            r"|\bhow (?:long|much time) (?:do|have|will) (?:i|we|u|you)\b(?: have| got| get)?(?! been"
            r"| to (?:eat|cook|wait|drive|decide on))(?=\W*$"
            r"|[^.?!\n]{0,25}\b(?:pay|deposit|decide|hold)\b)"
            r"|\bhow (?:long|much time)\b[^.?!\n]{0,12}\b(?:til+|until|before)\b[^.?!\n]{0,20}\b(?:pay"
            r"|deposit)\b|\bwhen (?:is|must|does|do)\b[^.?!\n]{0,20}\bdeposit\b[^.?!\n]{0,12}\b(?:due|paid"
            r"|by)\b"
        ),
        "guest_count_final": (
            r"\bif (?:only |just )?(?:\d{1,2}|\w+)(?: of (?:us|them))? (?:actually |end up )?(?:shows? up"
            r"|turns? up|showing up)\b|\b(?:if|when|what if|say|suppose)\b[^.?!\n]{0,15}\b(?:\d{1,2}|one"
            r"|two|three|four|five|six|a few|a couple|some|somebody|someone"
            r"|half)(?: more)?(?: of (?:us|them|my \w+|the \w+))?(?: people| guests| ppl| friends| kids"
            r"| adults)? (?:cancels?|bails?|drops? out|flakes?(?: out)?|no[- ]?shows?|backs? out"
            r"|doesn'?t come|don'?t come|can'?t (?:come|make it))\b"
            r"|\bbook(?:ed)?(?: for)? \d{1,3}\b[^.?!\n]{0,20}\b(?:but|and) (?:only|just|fewer|less)\b"
            r"|\bonly \d{1,3}(?: \w+)? (?:show|come|turn)s?(?: up)?\b"
            r"|\b(?:give|tell|send|confirm|know|have|provide|need)\b[^.?!\n]{0,25}\b(?:final|exact|actual"
            r"|definite) (?:number|count|head ?count|guest (?:list|count)|numbers)\b"
            r"|\b(?:change|adjust|update|increase|lower|correct|confirm|finali[sz]e) (?:the |our "
            r"|my )?(?:final )?(?:number|count|head ?count|guest (?:count|list|number)"
            r"|amount of (?:people|guests))\b"
            r"|\b(?:don'?t|doesn'?t|do not|won'?t|not) (?:show(?: up)?|come|make it|turn up)\b"
            r"|\bno[- ]shows?\b|\b(?:fewer|less) (?:people|ppl|guests?|of us)\b[^.?!\n]{0,15}\b(?:come"
            r"|show|than)\b|\b(?:someone|somebody|some (?:people|ppl|guests)|a (?:guest|few)"
            r"|people) (?:cancels?|drops? out|bails?|can'?t)\b"
            r"|\b(?:add|bring|invite) (?:more|a few more|extra) (?:people|ppl|guests|friends) (?:later"
            r"|after|last minute)\b"
        ),
        "menu_change": (
            r"\b(?:what|how much|anything)\b[^.?!\n]{0,15}\b(?:chang\w*|switch|swap"
            r"|adjust)\b[^.?!\n]{0,12}\b(?:on|in|of|about) the (?:menu|food|order)\b"
            r"|\b(?:menu|food)\b[^.?!\n]{0,30}\b(?:chang\w*|switch|swap|adjust)\b[^.?!\n]{0,25}\b(?:close"
            r"|closer|near|later|last minute|before)\b"
            r"|\b(?:chang\w*|adjust|switch|swap|pick|choose|decide"
            r"|tell you)\b[^.?!\n]{0,30}\b(?:what (?:people|we|they|guests|everyone|everybody) (?:eat|want"
            r"|get|have)|menu|proteins?|meats?|food choices|dishes|choices|orders?"
            r"|upgrades?)\b[^.?!\n]{0,25}\b(?:later|after|until|before|last minute|by when)\b"
            r"|\b(?:until when|till when|by when|how late|when)\b[^.?!\n]{0,30}\b(?:chang\w*|adjust|switch"
            r"|pick|choose|decide|tell you)\b[^.?!\n]{0,20}\b(?:what (?:people|we|they|guests|everyone"
            r"|everybody) (?:eat|want|get|have)|menu|proteins?|meats?|food|dishes|choices|orders?"
            r"|upgrades?)\b"
        ),
        "every_day": (
            rf"\b(?:{ASKING_VERBS}|r)\b[^.?!\n]{{0,30}}\b(?:(?:sun|mon|tues|wednes|thurs|fri|satur)days"
            r"|week ?(?:days|nights|ends)|every day|7 days|seven days|all week"
            r"|(?:only|just) (?:do |on |work )*weekends)\b"
            rf"|\b(?:do|does|are|r|can|could|would|will)\b[^.?!\n]{{0,30}}\b(?:on|during) (?:a "
            r"|the )?(?:week ?(?:days?|nights?|ends?)|holidays?|week)\b"
        ),
        "area": (
            r"\b(?:which|what) (?:parts?|areas?|regions?|sections?|cities|towns|counties|places"
            r"|locations)\b[^.?!\n]{0,30}\b(?:you|u|yall|your)\b[^.?!\n]{0,20}\b(?:serve|cover|come|go"
            r"|travel|work|cater|deliver|do|service|operate|available|cook)\b"
            r"|\bhow far (?:out |away )?(?:do|will|can|would) (?:you|u|yall)\b[^.?!\n]{0,20}\b(?:go|come"
            r"|travel|drive)\b|\b(?:your|ur) (?:service|delivery|travel) (?:area|radius|range)\b"
        ),
        "cancellation": (
            r"\brefund\w*\b[^.?!\n]{0,40}\b(?:if|when|in case)\b"
            r"|\b(?:if|when|in case)\b[^.?!\n]{0,60}\b(?:refund\w*|(?:deposit|money) back)\b"
            r"|\b(?:deposit|money) back\b[^.?!\n]{0,30}\b(?:if|when)\b"
        ),
        "balance": r"\b(?:minus|less|after|without) (?:the |my |our )?deposit\b",
        "travel": (
            r"\b(?:fee|charge|extra|cost|surcharge)\b[^.?!\n]{0,12}\b(?:for|to|in|at) (?:that|this|my|our"
            r"|the) (?:zip|area|place|address|town|city|location)\b"
        ),
        "children": (
            r"\b(?:do|does|will|would|is|are|should) (?:he|she|they)\b[^.?!\n]{0,12}\b(?:pay\w*|free"
            r"|charged|count\w*|full price|half price)\b|\b(?:at |from )?(?:what|which) age\b"
            r"|\bhow old\b[^.?!\n]{0,25}\b(?:adult|child|kid|free|full price|count)\b"
            r"|\bcounts? as (?:an? )?(?:adult|child|kid)s?\b"
            r"|\b(?:do|does|will|would|is|are"
            r"|should) (?:(?:my|our|the|a) (?:\w+ )?(?:sons?|daughters?|kids?|child(?:ren)?|toddlers?"
            r"|bab(?:y|ies)|niece|nephew|grand\w+|little ones?|twins?))\b[^.?!\n]{0,20}\b(?:pay\w*|free"
            r"|charged?|count\w*|cost|full price|half price|(?:child|kids?|adult)(?:'?s)? price"
            r"|as an? (?:adult|child|kid))\b|\b(?:is|are) \w+ (?:years? old )?(?:considered )?(?:a"
            r"|an) (?:kid|child|adult)\b"
        ),
        "contact": (
            rf"^\W*(?:(?:{OPENERS}|on|at)\W+)*what (?:phone )?number(?: (?:do|should|can|does|shall) (?:i"
            r"|we|he|she|they) (?:call|text|use|dial))?(?: (?:do|should) (?:i|we|he|she|they))?\W*$"
            r"|\b(?:tele)?phone (?:number|#|no)\b"
            r"|\b(?:number|phone|email|e-mail)\b (?:for|of|to) (?:your|ur|the) (?:office|business|company"
            r"|team)\b|\b(?:an?|your|ur|the) (?:office|business|company) (?:phone|line|number|email)\b"
            r"|\b(?:your|ur|the|a)\b(?: (?:business|office|company))? (?:tele)?(?:phone|number|email"
            r"|e-mail)\b(?=\W*$)|\b(?:number(?! of (?:people|guests|adults|persons|heads|us))|phone|email"
            rf"|e-mail)\b[^.?!\n]{{0,15}}\b(?:i can|to) (?:call|reach|text|write)\b"
            rf"|\bhow (?:do|can|could) (?:i|we) (?:reach|contact|call|email)\b[^.?!\n]{{0,10}}\b(?:you|u"
            r"|yall|somebody|someone|them|the office)\b"
        ),
        "office_hours": (
            r"\b(?:opening|office|business|working|phone) hours\b"
            r"|\bwhen (?:does|do|is|are|can)\b[^.?!\n]{0,25}\b(?:answer|pick up|call|reach|office|somebody"
            r"|someone|open)\b(?! (?:for|on) )"
            r"|\b(?:until when|till when)\b[^.?!\n]{0,20}\b(?:call|reach|open|phone)\b"
        ),
        "reschedule": (
            r"\b(?:is|are|does|how (?:much|late|often)|what|when|until"
            r"|up to)\b[^.?!\n]{0,25}\b(?:reschedul\w+|moving (?:it|the)|postpon\w+"
            r"|move (?:my|our|the|a) (?:party|date|booking|event))\b"
            r"|\b(?:can|could|may|able to|what if|if|how|possible|cost|fee|free"
            r"|charge)\b[^.?!\n]{0,30}\b(?:just |simply |instead )?(?:move|resched\w*|postpone|push|shift"
            r"|change) (?:it|the (?:date|day|party|booking)|our (?:date|day)|dates?|days?|that)\b"
        ),
    }.items()
}

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
