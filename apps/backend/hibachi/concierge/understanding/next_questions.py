"""A few words that go on from what was just answered: "which ones?", "how much?" after the tip, "forks?" after the chairs. Pure.

Each row: what was answered last, what the few words say once "and", "what about" and the like are taken off, and the topic
that they ask about then.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY
from hibachi.language.openers import GLAD, OPENERS
from hibachi.language.small_numbers import ONE_TO_NINE

MOST_WORDS = 11
_LEAD = re.compile(
    rf"^\W*(?:(?:{OPENERS}|{GLAD}|or|right|yes|yeah|no|what about|how about|wh?at abt|wbt|how bout|hbt"
    r"|what of|same for|even)\b[\s,.!?;:-]*)*",
    re.I,
)
_TRAIL = re.compile(r"(?:[\s,]+(?:too|then|though|tho|as well|also|pls|please|exactly|btw|now|lol|instead))*\W*$", re.I)
_THINGS = (
    r"(?:tables?|chairs?|plates?|forks?|knives|spoons?|chop ?sticks|cups?|glasses|napkins?|utensils"
    r"|silverware|cutlery|table ?cloths?|linens?|dishes|bowls?|seating|benches)"
)
_COVER = (
    r"(?:canop(?:y|ies)|tents?|umbrellas?|tarps?|awnings?|pop[- ]?ups?|gazebos?|pergolas?|carports?"
    r"|cover(?:ed)?|patio|roof|garage|shelter)"
)
_DRINKS = (
    r"(?:wine|beers?|soda|cokes?|tequila|margaritas?|cocktails?|drinks?|liquor|alcohol|champagne|sake"
    r"|water|juice|white claws?|seltzers?|own bottles?|byob)"
)
_WAYS = (
    r"(?:venmo|zelle|cash(?: ?app)?|pay ?pal|apple ?pay|google ?pay|checks?|cheques?|cards?"
    r"|credit(?: cards?)?|debit|crypto|bitcoin)"
)
_DAYS = (
    rf"(?:(?:on )?(?:a |the )?(?:{WEEKDAY}s?|weekends?|weekdays?|weeknights?|holidays|every ?day"
    r"|during the week|the week))"
)
_FOOD = (
    r"(?:(?:the |your |any )?(?:\w+ ){0,2}(?:sauces?|yum ?yum|teriyaki|dressing|salad|beef|meats?|pork"
    r"|rice|noodles?|yakisoba|gyozas?|dumplings|edamame|soup|tofu|chicken|steak|shrimp|calamari|salmon"
    r"|scallops?|lobster|filet|veg\w*|butter|oil|soy sauce|sake|desserts?))"
)
_ALLERGEN = (
    r"(?:egg|eggs|wheat|gluten|soy|dairy|milk|nuts?|peanuts?|sesame|shellfish|fish|pork|celery|corn"
    r"|vegans?|vegan (?:ppl|people|folks|guests?|friends?)|vegetarians?|halal|kosher|pescatarians?"
    r"|(?:gluten|dairy)[- ]free|veggies?)"
)
_WHICH = (
    r"(?:which(?: ones?)?|like|to what|such(?: as)?|what(?: ones?| kinds?| are they)?|like what|such as"
    r"|like which|name (?:them|some)|what do you have|whats? there|what are (?:they|those|my options)"
    r"|examples?)"
)
_EXTRA = (
    r"(?:(?:what|which)(?:'?s| is| are| ones are| ones| one is)?(?: the| an?)? (?:extras?|upcharges?)"
    r"|(?:(?:do you have |got |are there |is there )?(?:any|some) |the |your )?(?:extras?"
    r"|upcharges?)(?:[ ,.]+how much.{0,10})?"
    r"|how much (?:are|r|is|for) (?:the |your )?(?:extras?|upcharges?))"
)
""" "And whats extra" after the menu: what of it costs more."""
_INSTEAD = (
    r"(?:(?:is it |are you |is that |are they |is the \w+ )?(?:really |officially |fully )?certified\b.*"
    r"|which (?:things?|ones?|dish(?:es)?|stuff|foods?|proteins?|meats?) (?:can|could|would|do|should|will"
    r"|are) .*|(?:what(?:'?s| is| are) (?:the |your |his |her |their |my |our )?|is there do you have "
    r"|got |have |any(?:thing)? |something |what |so )*(?:instead|alternatives?|options?|substitut\w*|else"
    r"|safe)\b.*|what (?:can|could|would|do|should|will) (?:he|she|they|we|i|vegans|vegetarians|people"
    r"|someone|her|him|the \w+|my \w+)(?: \w+)? ?(?:eat|have|get|order|pick|choose|do)\b.*"
    r"|what(?:'?s| is) (?:left|safe|ok|okay)\b.*"
    r"|(?:is )?(?:there )?(?:something|anything) (?:else )?(?:he|she|they|for|we|i|to)\b.*"
    r"|what do you (?:have|do|offer|use|got)(?: for (?:him|her|them|that|us))?"
    r"|can you (?:make|do|leave|swap|use|cook)\b.*"
    r"|(?:can|could|would|will) (?:hers|his|theirs|mine|ours|it|that|they"
    r"|(?:her|his|their|my|the|our) \w+)(?: just| also)? (?:be )?(?:made|done|cooked|prepared|served|come"
    r"|have it|get it)\b.*|(?:made |done |cooked )?without (?:it|that|them|any).{0,15}"
    r"|(?:do you |you )?(?:have|got|carry) (?:another|a different|other|one|any other)\b.*"
    r"|can (?:he|she|they|we|i) bring .*|(?:so )?what(?:'?s| is) (?:there|left) for\b.*)"
)

_GROUND = r"(?:grass|gravel|dirt|concrete|cement|pavers?|turf|bricks?|wood(?: chips)?|sand|stone|asphalt|tiles?)"

_ROWS: tuple[tuple[frozenset[str], str, str], ...] = (
    (
        frozenset({"cancellation", "deposit", "refund_when", "reschedule"}),
        (
            r"(?:if |what if |when |can |could )*(?:i|we)(?:'d)? (?:just |only |instead |simply |have to "
            r"|need to |want to |can )*(?:push|move|postpone|reschedule|shift|delay|bump)\b(?! (?:up )?\d).*"
        ),
        "reschedule",
    ),
    (
        frozenset({"dietary"}),
        (
            r"(?:is )?(?:all of (?:it|them)|everything|the whole menu"
            r"|all (?:of )?(?:the|your) (?:food|meats?|menu))|it all"
        ),
        "dietary",
    ),
    (
        frozenset({"guest_count_final", "menu_change"}),
        (
            r"(?:(?:can|could|when|until when|how late|may|do) )*(?:(?:i|we|they"
            r"|people) )?(?:still )?(?:swap(?:ping)?|switch(?:ing)?|chang(?:e|ing)|trad(?:e|ing))\b.*"
            r"|(?:for )?(?:the |their |our )?(?:menu|food|dishes|proteins?|meats?|choices|orders?)"
        ),
        "menu_change",
    ),
    (
        frozenset({"children"}),
        (
            r"(?:(?:do|does|will|would) )?(?:they|he|she|it|the (?:kids?|little ones?|children)|kids) (?:also "
            r"|just )?(?:get|eat|have)s? (?:(?:exactly |basically )?the )?same\b.*"
            r"|what (?:do|will|would|can|does) (?:they|he|she|kids|the kids) (?:get to )?(?:eat|get|have"
            r"|choose|pick)\b.*"
        ),
        "choose",
    ),
    (
        frozenset({"deposit", "hold_time"}),
        (
            r"(?:do i |do we |does |is |will |would |are )?(?:that|it|this|the (?:deposit|money|hundred)|i|we"
            r"|pay)\b.*\b(?:off|on top|extra|part of|in addition|counts?|counted|towards?|included?|deducted"
            r"|subtracted|separate\w*|credited)\b.*"
        ),
        "deposit",
    ),
    (
        frozenset({"deposit", "hold_time", "payment", "cancellation"}),
        (
            r"(?:when(?:'?s| is) |when do (?:i|we) pay )?(?:the )?(?:rest|balance|remainder"
            r"|remaining)(?: (?:of (?:it|the money)|due|amount|part))*"
        ),
        "rest_due",
    ),
    (
        frozenset({"payment", "rest_due"}),
        (
            r"(?:by |until )?when(?:'?s| is| does| must| should| do)?\b(?!.*\b(?:back|deposit)\b).*\b(?:due"
            r"|pay|paid|owed?)\b.*"
        ),
        "rest_due",
    ),
    (
        frozenset({"deposit", "hold_time", "payment"}),
        (
            r"(?:by |until )?when(?:'?s| is| does| must| should| do)?\b(?!.*\bback\b).*\b(?:due|pay|paid"
            r"|owed?)\b.*"
        ),
        "hold_time",
    ),
    (
        frozenset({"hours", "latest_start", "earliest_start", "daytime"}),
        (
            r"(?:(?:can|could|do|does|is|may|would|will) )?(?:(?:i|we|you|it) )?(?:(?:do|start|begin|come"
            rf"|have|get|make it|at|around|about) )*(?:\d{{1,2}}(?::\d\d)?|{ONE_TO_NINE}|ten"
            r"|noon)(?: ?(?:pm|am|p\.m\.|o'?clock|ish))?(?: (?:ok|okay|possible|work|works|fine|good))?"
        ),
        "hours",
    ),
    (
        frozenset({"dietary"}),
        (
            r"(?:what'?s|what is|whats) (?:in|on|part of) (?:it|that|them|one"
            r"|the (?:vegan|vegetarian|veggie) \w+)"
            r"|what(?: exactly| all)? (?:does|do|would|will|can|could) (?:it|that|they|one|he|she|we|i|vegans"
            r"|vegetarians|someone) (?:then |even |actually )?(?:eat|consist of|come with|include|get|have"
            r"|look like)"
        ),
        "dietary",
    ),
    (
        frozenset({"grill_size", "space", "setting", "needs"}),
        (
            r"(?:how much |what )?(?:the |any |about )?(?:space|room|clearance|distance"
            r"|free space)(?: (?:around|next to|beside|near|for|behind|do (?:you|we) need|to leave))*(?: (?:it"
            r"|that|the grill|him|the chef|around it))?"
        ),
        "space",
    ),
    (
        frozenset({"alcohol"}),
        (
            r"(?:for |from |at |is it |until )?(?:how old|what age|which age|at what age|the age)\b.{0,20}"
            r"|(?:is there |what'?s |what is )?(?:an? |the )?(?:age limit|minimum age|drinking age|age)"
        ),
        "alcohol",
    ),
    (
        frozenset({"payment", "pay_handle", "ways_to_pay"}),
        (
            r"(?:is |does |can |would )?(?:that|it|this|i|we|you)? ?(?:also |go |work |count |use (?:it|that) "
            r"|pay )*(?:for |with |on )?(?:the )?deposit"
        ),
        "payment",
    ),
    (
        frozenset({"space", "setting", "venue", "grill_size", "needs"}),
        (
            r"(?:mine'?s?|ours|it'?s|its|it is|i have|we have|we got|i got|there'?s)? ?(?:like |about "
            rf"|around |maybe |a )?\d+ ?(?:x|by|\*) ?\d+\b.{{0,40}}"
            r"|(?:it'?s |its |it is |we have |we only have |ours is |mine'?s? |on )+(?:all |on |just "
            rf"|mostly )?(?:artificial |fake |real )?{_GROUND}(?:\W+(?:is (?:that|it) |that'?s |thats )?(?:ok"
            r"|okay|fine|good|alright|works?|a problem))?"
        ),
        "setting",
    ),
    (
        frozenset({"children"}),
        (
            r"(?:what'?s |whats |what is |is there )?(?:the |an |a )?(?:cut ?-?off|age limit|age range|oldest"
            r"|max age)\b.{0,20}|(?:up )?(?:to|till|until) what age.{0,15}"
        ),
        "children",
    ),
    (
        frozenset({"gratuity"}),
        (
            r"(?:like )?how much(?: is .*| do .*| should .*| would .*)?"
            r"|what(?:'?s| is)? (?:\w+ )?(?:normal|usual|standard|fair|customary|typical|common|average|good"
            r"|right|polite|expected|appropriate)\b.*"
            r"|what (?:percent\w*|amount|do (?:people|most|others|folks|you)\b.*)"
            r"|.*\b(?:included|in (?:the|that|there)|automatic\w*|added|in the \$?55|not in)\b.*|(?:in )?cash"
            r"|who gets it|to (?:whom|who)"
        ),
        "gratuity",
    ),
    (
        frozenset({"tables"}),
        (
            r"(?:and |or )?(?:if (?:we'?re|there'?s|it'?s|we are|we have) |for |with |we'?re )?(?:about "
            r"|around |like |maybe |say )?(?:\d{1,2}|\w+teen|ten|eleven|twelve"
            r"|twenty(?:[- ]\w+)?)(?: (?:people|ppl|guests|persons|adults|of us))"
        ),
        "tables",
    ),
    (
        frozenset({"minimum"}),
        (
            r"what (?:could|can|would|will|do|does|might) (?:we|i|you|that|it|this)(?: all)? (?:get|buy|have"
            r"|include|cover|be|order|make|mean)(?: (?:us|me|you))?(?: (?:for|with|from|out of) (?:that|it"
            r"|this|the (?:minimum|money)|\$?\d+)(?: much| money| amount)?)?"
            r"|how many (?:people|guests|adults|of us|heads|ppl)?.{0,25}(?:that|it|the minimum)(?: .{0,15})?"
            r"|how many (?:people|guests|adults|heads|ppl)(?: .{0,20})?"
            r"|what does that (?:work out|come) to.{0,20}"
        ),
        "minimum",
    ),
    (
        frozenset({"minimum"}),
        (
            r"(?:but )?why(?:'?s that| is that| so| though| that| is there one)?|how come|what for"
            r"|what(?:'?s| is) (?:that|it) for"
        ),
        "minimum",
    ),
    (
        frozenset({"cancellation", "refund_when", "deposit"}),
        (
            r"(?:how many|how much) (?:days?|time|notice)\b.*|(?:until|till|by|up to|since) (?:when|what)\b.*"
            r"|when\b.{0,25}|what if (?:i'?m|i am|im|we'?re|someone|somebody|he|she|my|one|the|it"
            r"|there)\b.*\b(?:sick|ill|covid|emergency|die[sd]?|hospital|late|last minute|that day|day of"
            r"|same day|too late)\b.*|(?:and )?(?:if )?(?:it'?s |i do (?:it|that) )?(?:later|after(?: that)?"
            r"|last[- ]minute|same day|too late)"
        ),
        "cancellation",
    ),
    (
        frozenset({"reschedule"}),
        (
            r"(?:for |is (?:it|that) |at )?(?:no charge|free|any (?:fee|charge|cost))(?: .*)?"
            r"|how (?:many|much) times?\b.*|how much(?: (?:is|does|would|do) .*)?"
            r"|what(?:'?s| is| does| would)? (?:the fee|it cost|that cost|that|the cost)\b.*"
            r"|(?:the )?(?:second|2nd|next|third) (?:time|one)|twice|(?:\d|two|three) times"
            r"|(?:(?:what )?if (?:i|we)(?:'d)? (?:(?:have|need|want|had|wanted|needed) to )?)?(?:mov(?:e|ed)"
            r"|chang(?:e|ed)|do|did|resched\w*|postpon\w*)\b.*\b(?:again|twice|second|more)\b.*"
            r"|(?:what )?if (?:it'?s |i do it )?(?:the )?(?:day (?:before|of)|night before|last[- ]minute"
            r"|later|same day)\b.*|(?:until|till|by) when\b.*|when\b.{0,20}|(?:is (?:that|it) )?free"
            r"|how (?:often|many times|late)\b.*|(?:a |the )?(?:different|another) time"
        ),
        "reschedule",
    ),
    (
        frozenset({"booking_window"}),
        (
            r"(?:what(?:'?s| is|s)? )?(?:the )?(?:latest|soonest|shortest|last[- ]minute|earliest|furthest"
            r"|farthest|minimum|max(?:imum)?)(?: (?:day|date|notice|i can|we can|you|for).*)?"
            r"|how (?:late|soon|short|early|far)\b.*|(?:and )?(?:at )?(?:the )?(?:most|least|latest|earliest)"
        ),
        "booking_window",
    ),
    (
        frozenset({"every_day", "hours", "daytime", "same_every_day", "office_hours"}),
        rf"(?:do you (?:do|work|cook|come) )?{_DAYS}(?: (?:ok|okay|possible|fine|work|works))?",
        "every_day",
    ),
    (
        frozenset({"not_included", "needs", "grill", "included", "tables", "seated"}),
        (
            r"(?:(?:do|will|should|can) (?:you|we|i) (?:bring|have|provide|need|supply) )?(?:the |any |your "
            rf"|our |my |some )?{_THINGS}(?:(?: and |,? ?& ?| or | n |, ?)(?:the )?{_THINGS})*"
        ),
        "not_included",
    ),
    (
        frozenset({"not_included", "needs"}),
        (
            r"(?:do |will )?you (?:guys )?bring (?:the rest|everything else|all the rest|the other stuff"
            r"|the grill)|(?:the )?(?:grill|rest)(?: (?:is )?(?:yours|from you|on you))?|what do you bring"
            r"|(?:is )?(?:the )?(?:grill|cooking stuff|equipment)"
        ),
        "grill",
    ),
    (
        frozenset({"payment", "pay_handle", "ways_to_pay", "rest_due"}),
        (
            rf"(?:by |with |via |in )?{_WAYS}(?:(?: or |/|, ?| and ){_WAYS})*(?: (?:ok|okay|work|works|fine"
            r"|possible|good))?"
        ),
        "payment",
    ),
    (
        frozenset({"rain"}),
        (
            rf".*\b{_COVER}\b.*|.*\b(?:wind\w*|snow|hail|storm\w*|heat|hot|cold|drizzl\w*|sprinkl\w*"
            r"|lightning)\b.*|(?:do|would|will|should) (?:we|i|you) (?:have to |need to )?(?:cancel"
            r"|reschedule|move it)\b.*|(?:do|will|can|could) (?:you|u|yall|the chef)(?: guys)? (?:bring"
            r"|provide|have|rent|supply) (?:one|it|that|them)"
            r"|(?:do )?(?:we|i) get (?:a refund|our money back|the deposit back)\b.*"
            r"|(?:who|what) (?:provides|brings|kind)\b.*"
        ),
        "rain",
    ),
    (frozenset({"menu", "choose", "suggest", "third_protein", "included"}), _EXTRA, "menu"),
    (frozenset({"menu", "choose", "suggest", "third_protein"}), _WHICH, "menu"),
    (
        frozenset({"menu", "choose", "included"}),
        (
            r"(?:can|could|may) (?:i|we|you|he|she|they|everyone|people) (?:get|have|pick|choose|order"
            r"|add) (?:3|three|4|four|more|another(?: one)?|an extra(?: one)?|a third(?: one)?"
            r"|one more)(?: of (?:them|those)| proteins?| meats?)?"
        ),
        "third_protein",
    ),
    (
        frozenset({"menu", "suggest", "choose"}),
        (
            r"(?:and )?(?:which|what)(?:'?s| is| are| one is| ones are| would be)? (?:the )?(?:best|good"
            r"|popular|favou?rite|nicest|tastiest|better)\b.*"
            r"|(?:any )?(?:recommend\w*|favou?rites?|suggestions?)"
        ),
        "suggest",
    ),
    (
        frozenset({"hold_time", "deposit"}),
        (
            r"(?:and )?(?:then what|what then|what happens then"
            r"|(?:what )?if (?:i|we) (?:forget|don'?t(?! cancel)|miss|am late|can'?t).*|and if not)"
        ),
        "hold_time",
    ),
    (
        frozenset({"daytime", "latest_start", "earliest_start"}),
        (
            r"(?:for |at |a )?(?:lunch|brunch|breakfast|mornings?|afternoons?|evenings?|dinner|noon|late night"
            r"|midnight|day ?time)"
        ),
        "daytime",
    ),
    (
        frozenset({"dietary"}),
        (
            r"(?:(?:do |should |must )?(?:we|i) (?:need|have|should|must)(?: to)? (?:tell"
            r"|let) you(?: know)? (?:when|by when|how early|that when)"
            r"|(?:by |until )?when (?:do|should|must|would|can) (?:we|i) (?:have to |need to )?(?:tell|let|say"
            r"|give|order|ask)\b.*|how (?:early|far ahead|much notice)\b.*)"
        ),
        "diet_notice",
    ),
    (
        frozenset({"dietary"}),
        (
            rf"{_WHICH}|{_INSTEAD}|(?:is it |does it |are |is |in )?(?:{_FOOD}"
            rf"|(?:the |your )(?:\w+ ){{0,2}}ones?)(?: (?:ok|okay|safe|fine|contain it|have it|has it))?"
            rf"|{_ALLERGEN}(?: options?)?|(?:what about |for )?(?:the )?{_ALLERGEN}"
        ),
        "dietary",
    ),
    (
        frozenset({"dietary", "shared_grill"}),
        (
            r".*\b(?:same|separate|shared) (?:grill|pan|surface|oil|tools)\b.*"
            r"|(?:is it |are they |all )?(?:cooked )?(?:together|separately)"
        ),
        "shared_grill",
    ),
    (
        frozenset({"price", "per_person", "explain"}),
        (
            r"what(?:'?s| is| all is|s)? (?:in (?:it|that|there)|included|part of it)"
            r"|what (?:do|would|will) (?:we|i|you|they) (?:get|have|eat)\b.*"
            r"|what (?:comes|does that come) with\b.*"
            r"|what (?:does|do) (?:that|it|they) (?:include|cover|come with)\b.*"
            r"|what'?s (?:that|it) (?:include|cover|come with)"
        ),
        "included",
    ),
    (
        frozenset({"children"}),
        (
            r"(?:my|our|the) (?:oldest|eldest|youngest|middle one|other (?:one|kid|son|daughter)|older one"
            r"|younger one|son|daughter)(?: (?:she|he))?(?:'?s| is| just turned| turned)? (?:like |only "
            r"|about )?(?:\d{1,2}|\w+teen|\w+)(?: years? old)?"
        ),
        "children",
    ),
    (
        frozenset({"children"}),
        (
            r"(?:what about |how about |but )?(?:my|our|his|her|the|their|another) [a-z' -]{2,30}?(?: is|'s"
            r"| are| was| turned| turns| turning| of| aged| at)?(?: just| already| only| almost| now| turned"
            r"| turning)* \d{1,2}(?: ?(?:years? old|yo|y/o|yrs?))?(?: (?:now|already|today|too))?"
        ),
        "children",
    ),
    (
        frozenset({"price", "children"}),
        (
            r"(?:for )?(?:the |my |our )?(?:kids?|children|child(?:'s)?|little ones|kiddos|minors)(?: price"
            r"| prices| cost)?|(?:the |my |our |a |an )?(?:bab(?:y|ies)|toddlers?|infants?|newborns?"
            r"|under (?:5|five|6|six))"
        ),
        "children",
    ),
    (
        frozenset({"referral"}),
        (
            r"(?:does |would |will |what does |do |what about )?(?:she|he|they|my friend|the friend|her|him"
            r"|them|friends?)\b(?:.*\b(?:get|gets|save|saves|earn|earns|credit|discount|pay|pays|anything"
            r"|something|too|free|money|book|books|off)\b(?! \d).*)?|when\b.*|how (?:do|does|is|much)\b.*"
        ),
        "referral",
    ),
    (
        frozenset({"alcohol"}),
        (
            r"(?:is |are |do you have |do we get |can (?:we|i) (?:bring|have) |so we (?:can )?bring "
            r"|we (?:can )?bring )?(?:the |our |some |any |a "
            rf"|my )?(?:own )?{_DRINKS}(?: (?:ok|okay|included|fine|allowed|free))?"
        ),
        "alcohol",
    ),
    (
        frozenset({"duration", "show", "setup_time", "hours", "evening"}),
        (
            r"(?:for )?how long(?: (?:is|does|do|will|for|then)\b.*)?"
            r"|when (?:does|will|is) (?:it|he|she|the \w+|that) (?:end|over|done|leave|finish\w*)\b.*"
        ),
        "duration",
    ),
    (
        frozenset({"area", "travel", "max_distance"}),
        (
            r"(?:is )?(?:that|it|there|this|any|an?|for)?\s?(?:is )?(?:that |it |there |any |an? )?(?:extra"
            r"|free|fees?|charges?|costs?|included)(?: (?:fee|charge|cost))?(?: (?:for|to|on) .*)?"
            r"|(?:how much|what)(?:'?s| is| would| does"
            r"| extra)?(?: (?:is|does|would|it|that|the|cost|be))*(?: (?:fee|charge|damage|travel|for that"
            r"|to get (?:here|there)|extra))+(?: .*)?|how much"
        ),
        "travel",
    ),
    (
        frozenset({"space", "setting", "venue", "grill_size", "clearance"}),
        (
            r"(?:does it |do they |must it |has it )?(?:need to |have to )?(?:be )?(?:flat|level|even)"
            r"|(?:on )?(?:grass|gravel|dirt|concrete|a slope|the lawn|pavers)(?: (?:ok|okay|fine))?"
        ),
        "space",
    ),
    (
        frozenset({"space", "setting", "venue", "clearance", "indoor", "grill_size"}),
        (
            r".*\b(?:driveway|patio|deck|lawn|garage|carport|front ?yard|back ?yard|yard|terrace|courtyard"
            r"|side ?yard|cul[- ]de[- ]sac|porch|street|pool)\b.*"
        ),
        "setting",
    ),
    (
        frozenset({"area", "travel", "max_distance"}),
        (
            r"(?:how much(?: is it| per mile)? |what(?:'?s| is| about)? )?(?:the )?(?:beyond|after|past|over"
            r"|above|outside|further|farther|more)(?: (?:than )?(?:that|those|it|then"
            r"|the (?:free )?(?:\d+|thirty)?(?: ?miles)?))?"
        ),
        "travel",
    ),
    (
        frozenset({"minimum", "most_guests"}),
        (
            r"(?:we|i) (?:can|could|would|may) (?:be|do|have|come with"
            r"|bring) \w+(?: (?:people|of us|guests|adults))? (?:and|if we|as long as we) (?:just |only "
            r"|still |simply )?pay (?:that|it|the minimum|the difference|\$?\d+).*"
        ),
        "minimum",
    ),
    (
        frozenset({"guest_count_final", "menu_change"}),
        (
            r"(?:switch|swap|chang)\w* (?:some(?:one|body)|a guest|one (?:person|guest)|somebody's|a protein"
            r"|proteins|the menu|a dish|dishes|the food|what)\b.*"
        ),
        "menu_change",
    ),
    (
        frozenset({"minimum"}),
        (
            r"(?:does|is|do|will|would) (?:the )?(?:travel|way|drive|mileage|travel fee)\b.{0,40}"
            r"|(?:is|are) (?:the )?(?:travel|travel fee) (?:in|part of) (?:it|that)"
        ),
        "minimum",
    ),
    (frozenset({"most_guests"}), r"(?:what(?:'?s| is) )?(?:the )?(?:min(?:imum)?|least|smallest)", "minimum"),
)
_PATTERNS = tuple((after, re.compile(rf"(?:{words})", re.I), topic) for after, words, topic in _ROWS)


_NOBODY = re.compile(
    r"\W*(?:(?:and|ok|there'?s|there are|yes|so|nope)\W+)*(?:no|zero|0|without"
    r"|not any) (?:any )?(?:kids?|child\w*|little ones|kiddos|minors|bab(?:y|ies)|toddlers?|infants?"
    r"|newborns?)\b"
)
""" "No children": told, not asked."""


def topic_of(folded: str, answered: tuple[str, ...]) -> str | None:
    """The topic that a few words ask about by going on from what was just answered; None where they ask something else."""
    bare = _TRAIL.sub("", _LEAD.sub("", folded)).strip(" ,?!.")
    if not answered or len(bare.split()) > MOST_WORDS or _NOBODY.match(folded):
        return None
    just = frozenset(answered[-2:]) if bare else frozenset()
    last = answered[-1]
    for after, pattern, topic in _PATTERNS:
        if (last in after or (last != "told" and just & after and topic in just)) and pattern.fullmatch(bare):
            return topic
    return None
