"""Narrow questions once more: what costs extra, who brings the cover, whether the grill is shared, how soon, on which days. Pure.

Read like those of specifics, a clause at a time; each is a way to ask for a fact that the owner has told.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY
from hibachi.language.openers import LED, OPENERS
from hibachi.language.small_numbers import TWO_TO_NINE

_YOU = r"(?:you|u|ya|yall|y'all|they|we|i|it|that|this)"
_OURS = (
    r"(?:chefs?|cooks?|show|entertainment|performance|performing|perform|cooking|grills?|griddle|hibachi"
    r"|equipment|gear|set ?-?up|setting up|set it up|setting it up|teardown|service|labor|staff)"
)
_EXTRA = (
    r"(?:extra|separate(?:ly)?|additional(?:ly)?|more|on top|upcharge|surcharge|included|includ\w+"
    r"|(?:in|part of) the (?:price|\$?55|cost|total)|a (?:fee|charge)|fees?|charge[ds]?|covered"
    r"|rent(?:al)?)"
)
_COVER = (
    r"(?:canop(?:y|ies)|tents?|umbrellas?|tarps?|awnings?|pop[- ]?ups?|gazebos?|pergolas?|carports?"
    r"|covered (?:patio|deck|porch|area|spot)|overhead cover|shelter|shade|a roof)"
)
_DAY = rf"(?:{WEEKDAY}s?|weekends?|weekdays?|weeknights?)"
_HOLIDAY = (
    r"(?:holidays?|christmas(?: eve| day)?|xmas|thanksgiving|new year'?s?(?: eve| day)?"
    r"|(?:the )?(?:4th|fourth) of july|easter(?: sunday)?|(?:mother|father)'?s day|memorial day|labor day"
    r"|halloween|valentine'?s(?: day)?)"
)
_OCCASION = (
    r"(?:birthdays?|bdays?|weddings?|receptions?|rehearsal dinners?|bachelor(?:ette)?s?(?: part(?:y|ies))?"
    r"|corporate|company|office|work|team[- ]building|team|business|holiday|christmas|graduations?"
    r"|anniversar\w+|reunions?|showers?|quince\w*|baptisms?|engagements?|housewarmings?|block|retirement"
    r"|church(?:es)?|gender reveals?|pool parties|tailgates?|christenings?|farewells?|schools?"
    r"|universit(?:y|ies)|kids?'?|children'?s|funerals?|memorials?|fundraisers?|proms?"
    r"|sweet (?:16|sixteen)|date nights?|bar mitzvahs?|events?|parties|celebrations?|gatherings?|dinners?"
    r"|luncheons?)"
)

NARROW: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "chef_extra": (
            rf"\b(?:is|are|does|do|will|would)\b[^.?!\n]{{0,12}}\b(?:the |your |a "
            rf"|an )?{_OURS}\b[^.?!\n]{{0,25}}\b{_EXTRA}\b(?! (?:people|guests|kids|time|food|space|grills?|griddles?|pans?|surface"
            r"|area|side|section|oil|utensils|tools|tongs))"
            rf"|\b(?:charge[ds]?|pay|cost|costs|fees?|extra|surcharge)\b[^.?!\n]{{0,25}}\b(?:for|to"
            rf"|of)\b[^.?!\n]{{0,22}}\b(?:the |your |a "
            rf"|an )?{_OURS}\b(?! (?:for|to) (?:the )?(?:kids?|vegan))"
            rf"|\b(?:rent|hire)\b[^.?!\n]{{0,12}}\b(?:the |your |a )?(?:grill|equipment|griddle"
            r"|hibachi)\b(?! chef)|\b(?:set ?-?up|chef|service|equipment|grill|cook|performance"
            r"|entertainment)(?:'?s)? (?:fees?|charges?|costs?)\b"
        ),
        "extra_costs": (
            rf"\ball in\b[^.?!\n]{{0,12}}\bor\b|\b(?:a|per) (?:person|head) all[- ]in\b"
            r"|\bor (?:are|is) there (?:more|other|extra|additional)\b"
            rf"|^\W*(?:(?:{OPENERS}|what'?s|whats|is there|there'?s|where'?s) )*(?:a "
            r"|the )?catch\b(?! with)|\bis (?:that|this|it) (?:all|everything"
            r"|it)(?: (?:we|i) (?:pay|owe|need to pay)| or)\b"
            rf"|\b(?:anything|something|what) (?:else|more|other)\b[^.?!\n]{{0,25}}\b(?:added|charged"
            r"|billed|pay|cost|costs|fees?|bill|tacked on)\b|\bother (?:charges|costs|fees)\b"
            r"|\b(?:no|any) surprises\b|\bservice (?:charge|fee)\b"
        ),
        "rain": (
            r"\b(?:do|does|should|would|will|can|could|is|are|must|have to"
            rf"|need)\b[^.?!\n]{{0,30}}\b{_COVER}\b(?! (?:is|s) (?:in|on) the)(?![^.?!\n]{{0,25}}\b(?:feet"
            r"|far|close|flammable|fire|safe|burn)\b)"
            r"|\b(?:need|bring|provide|supply|have|get|rent|buy|use) (?:you |us |we |an? |the |some |our "
            rf"|your |own )*{_COVER}\b|\b(?:if|when|what if|what about|what happens|how about"
            rf"|and)\b[^.?!\n]{{0,20}}\b(?:rain\w*|pour\w*|drizzl\w*|storm\w*|snow\w*|hail|wind\w*"
            r"|bad weather|weather (?:is|turns|gets|goes|looks))\b"
            r"|\b(?:in|on|about|of) (?:the |a )?(?:rain|wind|windy|storm|bad weather|drizzle)\b"
            rf"|\b(?:is|does|are|will|can)\b[^.?!\n]{{0,20}}\b(?:wind"
            rf"|weather)\b[^.?!\n]{{0,15}}\b(?:problem|ok|okay|issue|matter|fine|bad)\b"
        ),
        "shared_grill": (
            r"\b(?:own|second|another|one) (?:pan|surface|spatula|pot)\b"
            r"|\b(?:all|everything|it|they|food)\b[^.?!\n]{0,20}\b(?:one|a single) grill\b"
            r"|\b(?:same|single|shared?|sharing|separate|different|dedicated)\b[^.?!\n]{0,20}\b(?:grills?"
            r"|griddles?|pans?|surface|utensils|tools|spatulas?|knife|knives|oil|cooktop|plancha"
            r"|equipment)\b(?![^.?!\n]{0,20}\b(?:bring|provide)\b)"
            r"|\b(?:cook\w*|prepar\w*|made|grill\w*|done|kept?|keep)\b[^.?!\n]{0,40}\b(?:separate(?:ly)?"
            r"|apart|together|away from|next to|with the (?:meat|shrimp|seafood|chicken|steak)"
            r"|same (?:grill|place|time|oil|pan|surface))\b|\bcross[- ]?contam\w*"
            r"|\b(?:touch|touches|touching|near|mixed?|mix(?:es|ing)?)\b[^.?!\n]{0,25}\b(?:meat|shrimp"
            r"|seafood|shellfish|chicken|steak|egg|tofu|veg\w*|pork|fish)\b"
            r"|\bclean(?:s|ed|ing)?\b[^.?!\n]{0,15}\b(?:grill|pan|surface|spatula"
            r"|tools)\b[^.?!\n]{0,15}\b(?:between|first|before|after each)\b"
        ),
        "deposit": (
            r"\b(?:come[s]?|taken|take it|go(?:es)?|deducted|subtracted) off (?:of )?(?:the|my"
            r"|our) (?:final |total )?(?:bill|total|price|balance|amount|end)\b"
            r"|\b(?:pay|paid) (?:it|that)(?: as)? (?:extra|on top|separately)\b"
            r"|\bpay(?: it)?(?: in)? (?:half(?!,? (?:and )?(?:me|us|my|the other|each)\b)|part(?:s|ly)?"
            rf"|installments?|two parts)\b[^.?!\n]{{0,20}}"
            rf"|\b(?:pay|cost|costs|how much|\$ ?\d{{2,4}}|deposit)\b[^.?!\n]{{0,25}}\bto (?:hold|book"
            r"|reserve|lock|secure|save|get (?:this|it|things) (?:going|started|booked|rolling))\b"
            rf"|\bdeposit\b[^.?!\n]{{0,20}}\b(?:off|towards?|credited|deducted|subtracted)\b"
            r"|\b(?:do|does|must|should|would|will) (?:i|we) (?:have to |need to )?(?:pay|owe|put down"
            rf"|send)\b[^.?!\n]{{0,15}}\b(?:anything|something|money|now|today|up ?front|at booking"
            r"|when (?:i|we) book|first|ahead)\b"
            rf"|\bwhat\b[^.?!\n]{{0,20}}\b(?:need|want|take|require|takes)\b[^.?!\n]{{0,12}}\bto (?:lock"
            r"|hold|secure|reserve|save)\b|(?<!did i )(?<!did we )\b(?:put|pay|paying) (?:anything "
            r"|something |money )?(?:down|up ?front)\b(?! (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|some|us|me|my|our|the)\b)"
            rf"|\b{_YOU} (?:need|want|require|take)\b[^.?!\n]{{0,12}}\b(?:money|payment|cash) (?:up ?front"
            r"|first|in advance|down|ahead|now)\b"
            rf"|\b100\b[^.?!\n]{{0,12}}\b(?:for |as )(?:the |a )?deposit\b"
            rf"|\bdeposit\b[^.?!\n]{{0,12}}\b(?:for|per|a) (?:every|each|person|head|guest|adult)\b"
        ),
        "booking_window": (
            r"\b(?:far|early|soon) enough (?:ahead|out|in advance|notice)\b"
            r"|\b(?:book|reserve|come|do (?:it|one|a party)|have (?:it|a party|one)"
            r"|cook)\b[^.?!\n]{0,15}\b(?:the |a |just a |one |only a )?(?:day|night|week|2 days|two days"
            r"|few days|couple(?: of)? days|hours?) (?:before|in advance|ahead"
            r"|prior)\b(?! (?:the \d|that\b|my\b|our\b|thanksg|christ|easter|hallow|mother|father|memorial"
            r"|labor|new year|jan|feb|mar|apr|may\b|june?\b|july?\b|aug|sep|oct|nov"
            r"|dec))(?![^.?!\n]{0,15}\b(?:cancel|refund|deposit)\b)"
            r"|\b(?:furthest|farthest|earliest|latest|soonest)(?: out| ahead| day"
            r"| date)?\b[^.?!\n]{0,15}\b(?:book|reserve"
            r"|you (?:can|could|take|plan))\b(?! (?:start|come|begin|arrive))"
            r"|\bin (?:like |about |just )?(?:an?|one|two|three|four|five|six|a few|a couple"
            r"|\d{1,2}) (?:hours?|hrs)\b|\b(?:very |super |too |such |so )?(?:short"
            r"|last[- ]minute) notice\b|\b(?:last[- ]minute|same[- ]day|spur of the moment)\b(?=[^.!\n]*\?"
            r"|[^.?!\n]{0,30}\b(?:ok|okay|possible|bookings?|party|parties)\b)"
            r"|\b(?:last[- ]minute|spur of the moment)\b\W*$"
        ),
        "every_day": (
            rf"\b(?:do|can|could|will|would) {_YOU}(?: guys)? (?:do|come|work|make|come on|take"
            rf"|book) (?:an? |any |on a ){WEEKDAY}\b(?! (?:the|\d|in|of|at|for|\w+ \d))"
            rf"|\b(?:do|does|are|r|can|could|will|would)\b[^.?!\n]{{0,14}}\b(?:{_YOU}|chefs?"
            rf"|your \w+)\b[^.?!\n]{{0,25}}\b(?:work|cook|open|come|operate|available"
            rf"|do (?:parties|it|this|hibachi|events))\b[^.?!\n]{{0,15}}\bon (?:a "
            rf"|any )?{_DAY}\b(?! (?:the|\d|at|in|of|\w+ \d))"
            rf"|\b(?:do|are|r|can|will|would)\b[^.?!\n]{{0,14}}\b{_YOU}\b[^.?!\n]{{0,25}}\b(?:work|cook"
            rf"|open|operate|do|closed|close)\b[^.?!\n]{{0,15}}\bholidays\b"
            rf"|\b(?:which|what) days of the week (?:do|are|r|can) {_YOU}\b"
        ),
        "same_every_day": (
            rf"\b(?:prices?|rates?|cost|it)\b[^.?!\n]{{0,15}}\b(?:go(?:es)? up|higher|rise|increase|change"
            rf"|more|differ\w*)\b[^.?!\n]{{0,15}}\b(?:on|for|over|during"
            rf"|at)\b[^.?!\n]{{0,10}}\b(?:{_HOLIDAY}|{_DAY}|summer|peak)\b"
            rf"|\bcharge\b[^.?!\n]{{0,15}}\b(?:more|extra|differ\w*|higher|less"
            rf"|the same)\b[^.?!\n]{{0,15}}\b(?:on|for|over|during)\b[^.?!\n]{{0,10}}\b(?:{_HOLIDAY}"
            rf"|{_DAY})\b"
        ),
        "occasions": (
            r"\b(?:are|is) (?:(?:kids?'?|birthday|private|home|house|backyard|outdoor|small"
            rf"|big) )*(?:{_OCCASION}|that|this|hibachi at home|home parties) (?:something|sth"
            r"|a thing) (?:you|u|ya|y'?all)(?: guys)? (?:do|offer|handle|cater)\b"
            rf"|\b(?:are|r) (?:you|u)(?: guys)? (?:also )?doing (?:any )?{_OCCASION}\b"
            r"|(?<!times )(?<!time )(?<!days )(?<!day )(?<!when )(?<!where )(?<!areas )(?<!hours )\b(?:do"
            rf"|does|can|could|would|will|are|r)\b[^.?!\n]{{0,10}}\b(?:you|u|ya|yall|y'all|your \w+"
            rf"|the chef)(?: guys| all| people)?\b[^.?!\n]{{0,22}}\b(?:do|does|cater|host|handle|cook for"
            r"|cook at|available for|come to|work|serve|for hire for)\b (?:for |at |to |an? |any |our "
            r"|my |some |small |big |large |the |private |outdoor |\w+'s "
            rf"|kids?'? )*{_OCCASION}\b(?! (?:the|on|in|minute|time|price|menus?|meals?|plates?|portions?"
            r"|food|fee|deals?|discounts?|rates?|accounts?|day\b))"
        ),
        "guest_count_final": (
            r"\b(?:can|could|may) (?:i|we) (?:still )?(?:add|bring|invite|include"
            r"|have)\b[^.?!\n]{0,15}\b(?:people|guests|ppl|persons?|adults|someone|somebody|friends"
            r"|kids)\b[^.?!\n]{0,12}\b(?:later(?: on)?|afterwards?|after (?:booking|(?:we|i) book)"
            r"|closer to|last[- ]minute|down the (?:road|line))\b"
            r"|\b(?:what if|if|when|can|could|may)\b[^.?!\n]{0,25}\b(?:brings?|adds?|invites?"
            r"|shows? up with|tags? along|last[- ]minute)\b[^.?!\n]{0,15}\b(?:plus[- ]one|\+1"
            r"|extra (?:person|guest|people)|a friend|a date|someone|somebody|uninvited)\b"
            r"|\bplus[- ]ones?\b[^.?!\n]{0,20}\?"
        ),
        "menu_change": (
            r"\b(?:choos\w+|pick\w*|decid\w+|order\w*)\b[^.?!\n]{0,25}\b(?:on the (?:day|spot|night)"
            r"|at the party|that (?:same )?(?:day|night|evening)"
            r"|(?:when|once) (?:the chef|he|you) (?:comes?|arrives?|gets? (?:here|there)))\b"
            r"|\b(?:too late|still (?:time|possible|able|ok|okay)|can (?:we|i|you) still"
            r"|late are we)\b[^.?!\n]{0,25}\b(?:chang\w*|switch\w*|swap\w*|adjust|update"
            r"|tweak)\b[^.?!\n]{0,20}\b(?:menu|food|proteins?|meats?|dishes|orders?|upgrades?|choices)\b"
            r"|\b(?:do|does|have|must|should|need)\b[^.?!\n]{0,20}\b(?:decide|choose|pick|select|order"
            r"|know)\b[^.?!\n]{0,20}\b(?:meats?|proteins?|food|menu|dishes"
            r"|what (?:we|everyone|people) (?:eat|want))\b[^.?!\n]{0,12}\b(?:now|today|already|yet|ahead"
            r"|beforehand|in advance|right away|when (?:we|i) book)\b"
            r"|\b(?:by when|when|until when|how (?:early|far|late|soon))\b[^.?!\n]{0,25}\b(?:send|give"
            r"|tell|need|submit|hand|let)\b[^.?!\n]{0,25}\b(?:menu|food|protein|meat|meal"
            r"|dinner)s?(?: choices?| selections?| picks?| orders?| options?)?\b"
        ),
        "availability": (
            r"\b(?:would|will|can|could|do|are|r|is) (?:you|u|ya|yall|y'all|the chef|your chefs?"
            r"|they)(?: guys)?(?: still| even| also)? (?:come|work|cook|open|be open|available"
            r"|do (?:it|a party|parties|hibachi)|working|free)\b[^.?!\n]{0,20}\bon\b"
        ),
        "minimum": (
            rf"\b(?:would|will|do|does|can|could)\b[^.?!\n]{{0,15}}\b(?:you|u|chefs?|yall|y'all"
            rf"|they)\b[^.?!\n]{{0,15}}\b(?:come|cook"
            r"|do (?:it|that|this|a party|a dinner|dinners|parties|small)|show up"
            rf"|bother)\b[^.?!\n]{{0,12}}\b(?:for|with) (?:a |just |only |us |so )*(?:family of|group of"
            rf"|party of|couple|{TWO_TO_NINE}|[2-9]|few)\b"
        ),
        "reschedule": (
            r"\b(?:charge|costs?|fees?|penalty)\b[^.?!\n]{0,12}\b(?:for|to|of) (?:mov|chang|switch|shift"
            r"|push)\w*\b[^.?!\n]{0,20}\b(?:date|day)s?\b"
            r"|\b(?:charge|charged|cost|costs|fees?|pay|penalty)\b[^.?!\n]{0,15}\b(?:for |to "
            r"|if (?:i|we) )?(?:mov(?:e|ing)|chang(?:e|ing)|switch(?:ing)?|push(?:ing)?|shift(?:ing)?"
            r"|reschedul\w+|postpon\w+) (?:the |our |my )?(?:date|day|dates|days)\b"
            r"|\b(?:if|what if|suppose|say|in case)\b[^.?!\n]{0,40}\b(?:different|another|other|new"
            r"|later) (?:day|date|weekend)\b[^.!\n]{0,40}\b(?:what|how much|fee|cost|charge|possible"
            r"|ok(?:ay)?|allowed)\b|\b(?:different|another|new) (?:day|date"
            r"|weekend)\b[^.?!\n]{0,30}\bwhat (?:happens|then)\b"
            r"|\bwhat (?:happens|then)\b[^.?!\n]{0,20}\bif\b[^.?!\n]{0,25}\b(?:different|another|new"
            r"|other) (?:day|date|weekend)\b|\b(?:move|change|resched\w*|push"
            r"|postpone)\b[^.?!\n]{0,30}\bif (?:something|anything|plans?|things|it|someone|somebody|life"
            r"|stuff|needed|need be)\b|\b(?:what if|if|when)\b[^.?!\n]{0,20}\b(?:date|day|weekend"
            r"|that day)\b[^.?!\n]{0,12}\b(?:doesn'?t|does not|won'?t|stops?|no longer) work\w*\b"
            r"|\b(?:need|needs|has|have|want|wants) (?:it )?to be (?:on )?(?:another|a different"
            r"|some other) (?:day|date|weekend|time)\b"
        ),
        "why_you": (
            r"\b(?:is|are) (?:the|your|ur) (?:food|hibachi|meats?|steaks?|stuff) (?:any |really |actually "
            r"|even )?(?:good|tasty|yummy|decent|legit|great)\b(?! (?:for|with|to))"
            r"|\bhow(?:'?s| is| are) (?:this|that|it|you|yours|hibachi|a private chef)(?: guys)?(?: any"
            r"| really| actually| so)? (?:better|different|other|special)\b(?! (?:price|date|day|time))"
            r"|\bwhat makes (?:this|it|you|hibachi|a private chef)(?: guys)?(?: so| any)? (?:better"
            r"|different|special|worth)\b|\bwhat(?:'?s| do| does| have| has)? (?:yours?|you|u"
            r"|your \w+)\b[^.?!\n]{0,15}\b(?:that|which)\b[^.?!\n]{0,30}\b(?:hasn'?t|haven'?t|doesn'?t"
            r"|don'?t|can'?t|hasnt|havent|doesnt|dont|cant)\b"
            r"|\b(?:home|you|you guys|yours|private|this|hibachi)\b[^.?!\n]{0,20}\b(?:vs\.?|versus"
            r"|compared to|instead of|over)\b[^.?!\n]{0,15}\b(?:an? |the |regular "
            r"|normal )*(?:restaurants?|benihana|going out|eating out|catering|caterers?|food trucks?)\b"
            r"|\bwhat(?:'?s| is) the difference\b(?! in price"
            r"| in cost)(?! between (?!you|this|yours|going))"
        ),
        "children": (
            r"\bcounts? (?:as|under) (?:under |over |below |free|an? |\d)"
            r"|\b(?:under|below|younger than|up to|and (?:under|younger|below)) ?(?:\d{1,2}|five"
            r"|six)?\b[^.?!\n]{0,20}\b(?:is|are|eats?|go(?:es)?|comes?) free\b"
            r"|\bwhat(?:'?s| is| goes| comes| will be| would be)? (?:on|for) (?:their|the kids'?"
            r"|the children'?s?|his|her|a (?:kid|child)'?s) (?:plates?|dinner|lunch|menu)\b"
            r"|\b(?:does|do|will|would|can|is) (?:he|she|they|my \w+"
            r"|the (?!guests|adults|people|grown)(?:\w+ )?(?:\w+))(?: even| also| still)? (?:get|gets"
            r"|getting|have) (?:any |some |a |his own |her own |their own )?(?:food|plate|meal|portion"
            r"|something to eat|to eat|fed)\b"
            r"|\b(?:does|will|would|can) (?:he|she) (?:also |still )?eat (?:too|for free|free|as well"
            r"|with us)\b|\b(?:kids?|children|child|little ones|teens?)\b[^.?!\n]{0,20}\b(?:cheaper"
            r"|pay (?:less|the same|full|half|more)|less|discounted|half price|full price|same price"
            r"|the same as|free)\b|\b(?:cheaper|less|different price|discount)\b[^.?!\n]{0,15}\b(?:for"
            r"|if (?:it'?s|we'?re|they'?re)(?: all)?) (?:the |my |our |all )?(?:kids?|children)\b"
        ),
        "included": (
            r"\b(?:does|do) (?:that|it|this|the price)(?: all)? come with (?:the |all (?:of )?the "
            r"|any )?(?:food|meal|dinner|rice|sides|chef|show)\b"
            r"|\bwhat (?:all |exactly |else )?(?:do|will|would) (?:you|we|i|they|everyone|people"
            r"|guests) (?:all )?get\b(?! (?:here|there|paid|back|returned|refunded))"
            r"|\b(?:do|does|will|would) (?:we|you|i|they|it|that|everyone)\b[^.?!\n]{0,15}\b(?:get"
            r"|come with|include|come)\b[^.?!\n]{0,10}\b(?:rice|salad|veg\w*|sides|sauces?)\b"
            r"|\b(?:(?:is|are) there|do (?:you|u|y'?all)(?: guys)? (?:have|serve|do|offer|make)"
            r"|(?:is|are|r)(?= .*\binclud))"
            r" (?:any |some |also |the |your )?(?:hibachi |fried )*(?:rice|salad|veg(?:gies|etables)|sides"
            r"|sauces?)\b(?! (?:in|on|with|without|for|instead)\b|\?* .*\b(?:vegan|gluten|allerg\w*)\b)"
            r"|\bwhat (?:are|am) (?:we|i)\b[^.?!\n]{0,12}\bpaying\b[^.?!\n]{0,12}\bfor\b"
            r"|\bwhat(?:'?s| is| all is|s) (?:on|in|part of) (?:the|a|each|every|our) (?:plate|meal"
            r"|package|deal|dinner)\b"
        ),
        "travel": (
            r"\b(?:gas|fuel|driving|petrol) (?:money|costs?|fees?|charges?)\b"
            r"|\b(?:pay|paying|cover|covering)\b[^.?!\n]{0,10}\b(?:your|ur|the chef'?s|his|their) (?:gas"
            r"|fuel|mileage|drive|driving|trip|way)\b"
            r"|\b(?:fee|charge|extra|cost|pay)\b[^.?!\n]{0,12}\b(?:to (?:get|come|drive)"
            r"|for (?:coming|driving|getting|the drive|you to come))\b[^.?!\n]{0,10}\b(?:here|out|there"
            r"|to us)\b"
        ),
        "alcohol": r"\bcorkage\b|\bso (?:we|i) (?:can )?bring (?:our|my) own\b",
        "not_included": (
            r"\b(?:is|are) (?:the )?(?:chairs?|tables?|plates?|utensils|silverware|napkins?|forks?|cups"
            r"|glasses|table ?cloths?)(?:(?:,| and| or|,? &|,? n) (?:the )?(?:chairs?|tables?|plates?"
            r"|utensils|silverware|napkins?|forks?|cups|glasses"
            r"|table ?cloths?))*\b[^.?!\n]{0,15}\b(?:part of|in (?:it|that|there|the price)|included|incl"
            r"|covered|provided)\b|\b(?:who|do|does|will|should|can)\b[^.?!\n]{0,25}\b(?:brings?|provides?"
            r"|sets? out|carry|supply|supplies|lend|has|have|need|rent|use)\b[^.?!\n]{0,20}\b(?:chairs?"
            r"|tables?|plates?|utensils|silverware|napkins?|forks?|cups|glasses|table ?cloths?)\b"
        ),
        "grill": (
            r"\b(?:use|need|cook in|cook on|(?:have |need |want )?access to|go into|come into) (?:our|my"
            r"|the|a) (?:own )?(?:kitchen|stove|oven|bbq|barbecue)\b"
        ),
        "cancellation": (
            r"\b(?:is|are|was|will|would|do|does)\b[^.?!\n]{0,10}\b(?:the|my|our)? ?(?:deposit"
            r"|money)\b[^.?!\n]{0,12}\b(?:gone|lost|forfeit\w*|wasted|down the drain)\b"
            r"|\b(?:what if|if|what happens if"
            r"|suppose)\b(?![^.?!\n]*\b(?:chefs?|cook|you|your|u)\b)[^.?!\n]{0,40}\b(?:gets?|got|has|have"
            r"|is|are|catch(?:es)?|test(?:s|ed)?|fall(?:s)?|break(?:s)?|goes into|am"
            r"|'m)\b[^.?!\n]{0,15}\b(?:covid|sick|ill|the flu|hurt|hospital\w*|positive|labor|injured"
            r"|an emergency)\b|\bdeposits?\b[^.?!\n]{0,15}\b(?:non[- ]?refundable|refundable)\b"
        ),
        "needs": (
            r"\bwhat (?:else )?do (?:i|we) (?:have to|need to|gotta|got to) (?:do|bring|get|buy|have"
            r"|provide|supply)\b(?! to (?:book|reserve|pay|get started))"
            r"|\bwhat(?:'?s| is) on (?:us|me|our side|our end|my end)\b"
            r"|\bwhat(?:'?s| is) our (?:part|job)\b"
        ),
        "evening": (
            r"\bwhat (?:exactly |all |else )?(?:happens"
            r"|do (?:you|they) do)\b[^.?!\n]{0,30}\b(?:chef (?:arrives|comes|gets|shows)"
            r"|he (?:arrives|comes|gets)|(?:they|you) (?:arrive|come|get)|on the (?:day|night))\b"
            r"|\b(?:from|once|when|after) (?:the (?:moment|time|minute|second) )?(?:the chef|he|they|you"
            r"|your chef) (?:arrives?|gets? (?:here|there)|shows? up)\b[^.?!\n]{0,15}\bwhat happens\b"
            r"|\bwhat(?:'?s| is|s) (?:it|that|this|a (?:party|night|evening)"
            r"|the (?:experience|evening|night)) like\b"
            r"|\b(?:process|flow|order|course|schedule|timeline|rundown) of (?:the |an? |this )?(?:evening"
            r"|night|party|event|day|dinner|show)\b"
        ),
        "referral": (
            r"\b(?:rewards?|bonus|perks?|kickback|credit)\b[^.?!\n]{0,15}\b(?:for (?:me|us)\b"
            r"|if (?:i|we) (?:do|did|recommend\w*|refer\w*)\b)"
            r"|\b(?:recommend\w*|refer|tell (?:my|our|all my)|spread the word|send (?:you|u)"
            r"|bring (?:you|u))\b[^?\n]{0,80}\b(?:rewards?|credit|bonus|perks?"
            r"|(?:anything|something) (?:in it )?for (?:me|us)|in it for (?:me|us)"
            r"|do (?:i|we) get (?:anything|something))\b"
            r"|\b(?:rewards?|credit|bonus|perks?)\b[^?\n]{0,30}\b(?:if|for|when) (?:i "
            r"|we )?(?:recommend\w*|refer\w*|send\w*|bring\w*)\b"
            r"|\b(?:booked|books|hired|used|found)\b[^.?!\n]{0,20}\b(?:because of|thanks to|through"
            r"|cause of|cuz of) (?:me|us)\b"
        ),
        "about": (
            r"\b(?:is|are) (?:it|this|that|you|u)(?: guys)?\b[^.?!\n]{0,15}\b(?:food |meal )?delivery\b"
            r"|\b(?:does|do|will|would) (?:a|an|the|your"
            r"|some)?\s?(?:(?:real|actual|live|human|professional) )*(?:person|human|chef|cook|someone"
            r"|somebody)\b[^.?!\n]{0,15}\b(?:come|comes|cook"
            r"|show up)\b(?! (?:early|late|at \d|earlier|later"
            r"|on (?:time|sat|sun|mon|tue|wed|thu|fri)))[^.?!\n]{0,20}\b(?:cook\w*|out|live|for us"
            r"|in person|at (?:my|our) (?:home|house))\b"
            r"|\b(?:explain|tell me|understand|describe) how (?:it|this|that|you guys"
            r"|everything)(?: all)? works?\b|\bwhat (?:exactly )?do (?:you|u|ya|yall)(?: guys| all"
            r"| people)? (?:do|offer|sell)\W*$"
        ),
        "setting": (
            r"\b(?:airbnb|vrbo|rental|rented (?:a |an |out )?(?:\w+ )?(?:house|place|cabin|hall|venue"
            r"|pavilion|park)|campsite|campground|winer(?:y|ies)|vineyard|brewery|park|beach|rooftop"
            r"|clubhouse|church|pool|lake house|cabin|ranch|farm)\b[^.?!\n]{0,25}\b(?:ok(?:ay)?|fine|work"
            r"|works|possible|allowed|good|problem|cool|alright)\b"
            r"|\b(?:events?|parties|hibachi|party|it|dinners?) (?:at|in|on) (?:an? |the |any |our "
            r"|my )?(?:winer(?:y|ies)|vineyards?|parks?|beach(?:es)?|airbnbs?|rooftops?|clubhouses?"
            r"|churches|church|farms?|ranch(?:es)?|campgrounds?|breweries|brewery|hotels?"
            r"|event (?:spaces?|venues?)|venues?)\b"
        ),
        "comes_to_you": (
            r"\b(?:can|could|may|do|does|will|would|is there|if) (?:i|we|you|u|ya|yall|they)?\b[^.?!\n]{0,25}\b(?:drop(?:ped|s)?[- ]?off"
            r"|delivered|take ?out|carry ?out|(?<!take )to[- ]go(?! (?:to|from|with|on|for|over|up|down|back|ahead)\b))\b(?! (?:the|my|our|a) (?:kids?|grill|deposit|check|cash|friend))"
            r"|\b(?:pick(?:ed)? up|deliver|get|order|buy|send|bring)\b[^.?!\n]{0,12}\b(?:only|just)? ?the food\b[^.?!\n]{0,20}"
            r"\b(?:delivered|dropped|only|without (?:a|the) (?:chef|show)|ourselves|myself|to go|and go)\b"
            r"|\b(?:only|just) the food\b(?![^.?!\n]{0,15}\b(?:cost|price|total|tax))|\bfood only\b"
            r"|\bcan (?:i|we) (?:just )?pick (?:it|the food|our (?:food|order)) up\b|\bpick up the food\b|"
            r"\b(?:do you have|is there|got) (?:a |an |some )?(?:place|spot|location|venue|building"
            r"|dining room)\b[^.?!\n]{0,15}\b(?:where|to|for|we can|of your own)\b"
            r"|\b(?:can|could|may|do|should) (?:we|i) (?:just |also |have to |all )?(?:come|drive|go|eat"
            r"|dine)\b[^.?!\n]{0,12}\b(?:to|at|with|by) (?:you|u|yours"
            r"|your (?:place|location|spot|restaurant))\b"
        ),
        "hours": (
            r"\b(?:what|which)(?:'?s| is| are|s)? (?:your|ur|the|yall'?s?) (?:available |possible "
            r"|usual )?(?:time ?slots?|start(?:ing)? times?|slots|seatings|times|party times)\b"
            r"|\b(?:set|fixed|certain|specific|particular) (?:start )?times?\b[^.?!\n]{0,20}\b(?:or|\?)"
            r"|\bis there a (?:set|fixed|certain|specific) (?:start(?:ing)? )?time\b"
            r"|\b(?:pick|choose|any) (?:our |my |the |your "
            r"|own )*(?:start(?:ing)? )?times?\b(?! off)(?=[^.!\n]*\?|\W*$)"
        ),
        "payment": (
            r"\b(?:ways?|options?|methods?|forms?) (?:to pay|of pay\w*|for pay\w*)\b"
            r"|\b(?:after ?pay|klarna|affirm|installments?|payment plans?|google pay|samsung pay"
            r"|money orders?|travell?er'?s checks?|zip pay|sezzle|stripe|square|wire)\b(?=[^.!\n]*\?"
            r"|[^.?!\n]{0,20}\b(?:ok|okay|possible)\b|\W*$)"
        ),
        "rest_due": (
            r"^(?![^\n]*\b(?:cash|venmo|zelle|cards?|checks?|paypal|apple pay|credit"
            r"|debit)\b)[^\n]*?(?:\b(?:pay|settle|tip)\b[^.?!\n]{0,12}\b(?:the )?(?:chef|cook|guy"
            r"|him)\b[^.?!\n]{0,15}\b(?:directly|in person|that (?:night|day|evening)"
            r"|on the (?:night|day|spot))\b|\bpay\b[^.?!\n]{0,20}\b(?:after(?:wards"
            r"|(?: the (?:party|event|dinner|show|meal)| it'?s| we| you)\b)|at the end"
            r"|when (?:the chef|he|you|it'?s) (?:comes?|arrives?|done|over|finished|leaves?)"
            r"|once (?:it'?s|you'?re|we'?re) (?:over|done|finished))\b)"
        ),
        "setup_time": (
            r"\b(?:when(?:'?s| is| does| do| will)?|what time)\b(?! can)[^.?!\n]{0,15}\b(?:chef|cook|guys?"
            r"|dude|team|crew|he|she|they|you)\b(?! can)[^.?!\n]{0,15}\b(?:get(?:ting|s)? (?:here|there)"
            r"|arriv\w+|show(?:ing|s)? up|com(?:es|ing)|be here|here)\b"
            r"|\bhow (?:much|long|early|far|soon)\b[^.?!\n]{0,12}\b(?:before|ahead|in advance|early"
            r"|beforehand)\b[^.?!\n]{0,20}\b(?:do|does|will|would|should) (?:you|u|he|she|they"
            r"|the chef)\b[^.?!\n]{0,20}\b(?:be (?:there|here)|come|arrive|get (?:here|there)|show up"
            r"|set ?up)\b|\bhow (?:early|long before|far ahead)\b[^.?!\n]{0,15}\b(?:chef|he|she|you|u"
            r"|they)\b[^.?!\n]{0,15}\b(?:come|arrive|be (?:there|here)|show|get)\b"
        ),
        "clearance": (
            r"\b(?:is|are|isn'?t|how)\b[^.?!\n]{0,15}\b(?:safe|dangerous|risky|hazard\w*)\b[^.?!\n]{0,20}\b(?:fire|flames?|grill|heat|propane|gas)\b"
            r"|\b(?:fire|flames?|grill|heat)\b[^.?!\n]{0,20}\b(?:safe|dangerous|risky|hazard)\b(?! for (?:vegan|celiac))|"
            r"\b(?:flames?|fire|sparks?|heat)\b[^.?!\n]{0,25}\b(?:under|near|next to|close to|by"
            r"|and) (?:the |our |my |a |an )?(?:awning|roof|tree|wood\w*|pergola|house|wall|fence|canopy"
            r"|umbrella|ceiling|overhang|deck|patio cover)\w*"
        ),
        "suggest": (
            rf"\bwhat(?:'?s| is| are| would be)?\b[^.?!\n]{{0,15}}\b(?:fanci(?:est|er)"
            r"|most (?:luxurious|special|premium|expensive|exclusive|extravagant)|nicest|poshest"
            r"|top[- ]of[- ]the[- ]line)\b|\bsomething (?:\w+ )?(?:fanc(?:y|ier)|special|nicer?|luxurious"
            rf"|premium|extra)\b[^.!\n]{{0,30}}\b(?:what (?:have|do|can|could|would|is)|any ideas?"
            rf"|anything)\b|^{LED}what(?:'?s| is)? else(?:'?s| is| are)? (?:good|nice|tasty|popular"
            r"|worth (?:it|getting|adding|trying)|there (?:to (?:add|try|get)))(?: on the menu| there"
            r"| to (?:add|try|get))?\W*$|\bwhat (?:would|should|do|could|can) (?:you|i|we|u) (?:splurge"
            rf"|treat ourselves)\b|^{LED}(?:what'?s|whats|what is|what are) (?:really |so "
            r"|usually )?(?:good|tasty|yummy|the best(?: one| thing)?|best"
            r"|your (?:favou?rite|fave|go[- ]to|best seller)(?: \w+)?"
            r"|the (?:favou?rite|go[- ]to|move|most popular))(?: here| there"
            r"| on (?:there|the menu|it))?\W*$"
        ),
    }.items()
}

INSTEAD: dict[str, frozenset[str]] = {
    "chef_extra": frozenset({"price", "travel", "show", "included", "grill", "extra_costs", "about", "setup_time", "venue", "deposit", "seated", "not_included"}),
    "extra_costs": frozenset({"price", "about", "menu", "included", "gratuity"}),
    "rain": frozenset({"setting", "about", "availability", "clearance", "venue", "space", "not_included", "cancellation", "needs"}),
    "shared_grill": frozenset({"dietary", "grill", "about", "choose", "menu", "show", "price", "not_included"}),
    "deposit": frozenset({"hold_time", "price", "payment", "about", "whats_next", "needs", "rest_due"}),
    "booking_window": frozenset({"availability", "hours", "area", "about", "cancellation", "duration", "latest_start", "earliest_start"}),
    "every_day": frozenset({"hours", "area", "availability", "about", "office_hours"}),
    "same_every_day": frozenset({"price", "about", "every_day", "hours"}),
    "occasions": frozenset({"about", "venue", "area", "every_day", "show"}),
    "guest_count_final": frozenset({"about", "not_included"}),
    "menu_change": frozenset({"choose", "menu", "deadline", "booking_window"}),
    "needs": frozenset({"about", "not_included"}),
    "minimum": frozenset({"about", "most_guests", "area"}),
    "reschedule": frozenset({"availability", "about"}),
    "why_you": frozenset({"about", "price", "availability", "menu"}),
    "children": frozenset({"price", "about", "same_every_day"}),
    "included": frozenset({"price", "about", "menu"}),
    "travel": frozenset({"price", "extra_costs", "about"}),
    "alcohol": frozenset({"extra_costs", "price"}),
    "not_included": frozenset({"about", "tables", "venue", "seated"}),
    "grill": frozenset({"about", "venue"}),
    "cancellation": frozenset({"about"}),
    "evening": frozenset({"whats_next", "about", "duration"}),
    "about": frozenset({"suggest", "whats_next"}),
    "setting": frozenset({"about", "parking", "venue", "occasions", "area", "needs"}),
    "comes_to_you": frozenset({"area", "about", "venue"}),
    "hours": frozenset({"about", "office_hours", "availability"}),
    "payment": frozenset({"about", "price"}),
    "rest_due": frozenset({"payment", "about", "gratuity", "daytime"}),
    "setup_time": frozenset({"booking_window", "venue", "hours"}),
    "clearance": frozenset({"show", "setting", "rain"}),
    "suggest": frozenset({"menu", "about"}),
}  # fmt: skip
"""The topics that such a question stands for within its own clause."""
