"""Somebody else's party: who asks when or where it is, and who insists after our no. Pure.

What is asked about it is no question about our area, our hours or a party of the customer's own.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY
from hibachi.language.roster.words import RELATION

TOLD = "privacy"
"""Noted among what was answered, so that insisting is understood."""
_WHO = (
    r"(?:best |good |old |dear )?(?:buddy|pal|bestie|roomie|classmate|acquaintance|client"
    rf"|ex[- ](?:wife|husband|boyfriend|girlfriend)|(?:{RELATION})(?: in[- ]law)?|in[- ]laws|tenant)"
)
_PARTY = r"(?:part(?:y|ies)|bookings?|reservations?|events?|hibachis?|dinners?|(?:chefs?|hibachi) (?:coming|booked))"
_HAS = (
    r"(?:has|have|had|got|booked|reserved|hired|scheduled"
    r"|(?:is|are|was|'?s) (?:(?:throwing|having|hosting|doing|getting|planning|holding"
    rf"|giving)\b))(?:(?! (?:so|because|and|but) )[^.?!\n]){{0,25}}\b(?:{_PARTY}|you(?: guys)?)\b"
)
_WHERE_WHEN = (
    r"\b(?:what time|what day|which day|what date|when|where|what'?s the (?:date|day|time|address|zip)"
    r"|(?<!same )(?<!at the same )(?:the )?(?<!same )(?:address|date|zip ?code|time)"
    r"|how many (?:people|guests)|who(?:'s| is) (?:going|coming|invited))\b"
)
_RELATIVE = re.compile(rf"\b(?:my|our|an?|the|his|her|their|this) {_WHO}\b(?P<rest>[^\n]{{0,120}})")
_PRIVATE = re.compile(
    r"\b(?:your|ur|the) (?:chef|cook|driver|owner"
    r"|manager)(?:'?s)? (?:(?:home|house|personal|private|cell|street|phone|direct|own) )*(?:address"
    r"|(?<!chef )(?<!cook )(?<!driver )number|cell|phone)\b"
    r"|\b(?:address|(?:phone |cell )?number|whereabouts) of (?:your|the"
    r"|one of your) (?:\w+ )?(?:chefs?|cooks?|drivers?|owners?|staff)\b"
    r"|\bwhere (?:does|do) (?:your|the) (?:chefs?|cook|owner|driver)s? live\b"
    r"|\b(?:customers?|clients?|bookings?)'? list\b"
    r"|\blist of (?:the |your |all |today'?s |tonight'?s )*(?:part(?:y|ies)|bookings|customers|clients"
    r"|events)\b(?! you (?:do|offer|cater))"
    r"|\b(?:another|other) (?:customer|client|person)s?\b[^.?!\n]{0,25}\b(?:sent|wrote|told|messaged"
    r"|texted)\b"
    r"|\b(?:address|where(?:'?s| is| are)?)\b[^.?!\n]{0,15}\bpart(?:y|ies) (?:that )?(?:you|u"
    r"|your chef)(?: guys| all)? (?:have|has|got|cook\w*|cater\w*|are (?:doing|cooking|at))\b"
    r"|\b(?:last|previous|other|another|next|first) (?:customer|client|caller|person|family"
    r"|guest)s?(?:'s)?\b(?! (?:i|we|my|our)\b)[^.?!\n]{0,25}\b(?:orders?|ordered|paid|pay|spent|spend"
    r"|book(?:ed)?|ask(?:ed)?|say|said|name|address|total|bill|quote|party|number)\b"
    r"|\b(?:is|are|was|did|does|has) (?!(?:already|still|also|now|all|not|just|it|this|that|everything"
    r"|anyone|someone|there|anything|the|your|my|our|a|you|u|i|we|people|everyone|everybody|most|many"
    r"|he|she|they|anybody|somebody|who|what|how)\b)[a-z]+(?: [a-z]+)? (?:book|booking|booked|using"
    r"|hiring|hired|having a party) (?:with |by )?(?:you|u)\b"
    r"|\b(?:list|names?|numbers?|e-?mails?|data|info\w*) of (?:\w+ ){0,2}(?:customers?|clients?"
    r"|guests who)\b"
    r"|\b(?:(?:give|send|tell|text|share|pass|slip)(?: me| us)?"
    r"|(?:can|could|may) (?:i|we) (?:get|have)|(?:do|did) you have|what(?:'?s| is|s))(?: the)? (?:his"
    r"|her|their|(?:the )?(?:host|guy|girl|lady|customer"
    r"|neighbou?r)'?s?) (?:\w+ (?:(?:and|&|n) )?)?(?:number|digits|phone|cell|e-?mail|contact\w*"
    r"|address|insta\w*|last name)\b"
)
""" "Your chef's home address", "what did the last customer order": what is nobody's to be told."""
_ALREADY_OURS = re.compile(
    rf"\b(?:does|do) (?:my|our) {_WHO} (?:already )?(?:have|got) (?:an? |any )?{_PARTY}\b"
    rf"|\b(?:did|has|have|had|did not|didn'?t|hasn'?t) (?:my|our) {_WHO}\b(?: [a-z]+)? (?:already "
    r"|ever |just |actually |happen to )*(?:books?|booked|booking|reserved?|hired?|called|signed up"
    r"|scheduled?|paid|put)\b(?! me\b| us\b)"
    rf"|\b(?:check|see|know|tell me|find out|say) (?:if|whether) (?:my|our) (?:{_WHO}|boss|manager"
    r"|coworker|landlord)\b(?: [a-z]+)? (?:has|have|had|got|already has) (?:an? |any "
    r"|already )*(?:reservation|booking|party|event|date|booked|hired|reserved)\b"
    r"|\b(?:i think|i believe|pretty sure|maybe|apparently|not sure if|wondering if|see if|check if"
    rf"|whether) (?:my|our) {_WHO}\b(?: [a-z]+)? (?:already |has |may have |might have "
    r"|just )*(?:booked|reserved|hired|scheduled)\b"
)
""" "Did my wife already book with you": whoever asks is told nothing of it either."""
_ON_THE_LIST = re.compile(
    r"\b(?:names?|numbers?|phones?|e-?mails?|addresses|zips?|contacts?|info\w*"
    r"|list)\b[^.?!\n]{0,30}\b(?:of|for) (?:every(?:one|body)|all|whoever|any(?:one|body)|those"
    r"|people(?! (?:that )?(?:i|we)\b)|the people(?! (?:that )?(?:i|we)\b)|other people"
    r"|other customers)\b[^.?!\n]{0,25}\b(?:booked|booking|books|customers?|reserved|hired|with you"
    r"|on your)\b"
    r"|\b(?:list|send|resend|give|show|text|pull|export|print)\b[^.?!\n]{0,12}\b(?:all|every|each"
    r"|today'?s?|tonight'?s?|tomorrow'?s?|weekend'?s?|week'?s)\b[^.?!\n]{0,14}\b(?:events?"
    r"|part(?:y|ies)|bookings?|reservations?|gigs|customers?|clients?"
    r"|jobs)\b(?=[^.?!\n]{0,30}\b(?:address\w*|names?|numbers?|phones?|contacts?|list|routes?|info\w*"
    r"|details?)\b)"
    r"|\b(?:send|give|show|tell|list|read|get|need|pull|forward|text|share|export"
    r"|email)\b[^.?!\n]{0,14}\b(?:everyone|everybody"
    r"|all (?:the )?(?:people|customers|clients|parties|bookings|events)"
    r"|who(?:ever)?(?: all)?)\b[^.?!\n]{0,15}\b(?:booked|booking|reserved"
    r"|on the (?:books|list|schedule|calendar)|with a (?:booking|party))\b"
    r"|\bhow many (?:other )?(?:parties|bookings|events|customers"
    r"|people) (?:(?:do|have) (?:you|u)(?: guys)? (?:have|got|already|booked)"
    r"|(?:are|have) (?:there|booked))\b[^.?!\n]{0,20}\bon\b"
    r"|\bwho (?:all |else )?(?:has |have |is |are )?(?:already )?(?:booked|hired|reserved|booking"
    r"|hiring) (?:you|u|ya|yall|with (?:you|u))\b"
    r"|\bwho (?:all|else) (?:has |have |is |are )?(?:already )?(?:booked|booking|coming"
    r"|having (?:a )?part\w+)\b[^.?!\n]{0,25}\b(?:on|that|you|for)\b"
)
""" "Who else booked you for July 4", "the emails of everyone who booked": of all our customers."""
_WHO_IS_IT = re.compile(
    r"\b(?:somebody|someone|some (?:people|family|guy|lady|couple)|one of my neighbou?rs"
    rf"|(?:my|our|a|the) neighbou?rs?|people)\b[^\n]{{0,80}}\b(?:your chef|your (?:hibachi )?chefs?"
    rf"|hibachi|you guys|{_PARTY})\b[^\n]{{0,60}}\b(?:who(?:'?s| is| are)(?: it| that| they| this)\b"
    r"|what(?:'?s| is| was)? (?:the|their|his|her) (?:last |first |full )?name"
    r"|which (?:house|family|neighbou?r)|whose (?:party|is it))"
    r"|\b(?:somebody|someone)(?: else)? (?:already |just )*(?:took|has|got|booked|reserved|grabbed"
    r"|snagged|beat (?:me|us) to|stole|snatched)\b[^\n]{0,60}\b(?:who(?:'?s| is| was| are)? (?:it|that"
    r"|they|he|she|them)|(?:tell|say|told) (?:me|us)? ?who\b|who (?:so|because|i can)\b|who did"
    r"|give me (?:their|his|her|the) (?:name|number))\b"
)
""" "Somebody on my street has your chef on Saturday, who is it?"."""
_CUSTOMERS = re.compile(
    r"\b(?:is|was|are|were) (?!(?:he|she|it|this|that|there|everyone|each|i|we"
    r"|the)\b)[a-z]+(?: [a-z]+)? (?:also )?(?:an?|one of your|your) (?:\w+ )?(?:customer|client)s?\b"
    r"|\b(?:last|latest|most recent|newest) (?:booking|reservation|party|event|customer|client"
    r"|order)s? (?:that )?(?:you|u|yall)(?: guys)? (?:took|take|had|have|got|did|made)\b"
    r"|\b(?:did|has|have) (?!(?:i|we|you|u|he|she|they|it|my"
    r"|our)\b)(?:the )?[a-z]+(?: [a-z]+)? (?:already |yet )?(?:pay|paid|cancel|cancell?ed|move|moved"
    rf"|confirm|confirmed) (?:their|his|her) (?:deposit|booking|balance|{_PARTY})\b"
)
""" "Did the Smiths pay their deposit", "is she a customer of yours": told to nobody."""
_NAME = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"
_UNDER_A_NAME = re.compile(
    rf"\b(?:booking|reservation|party|event)\b[^.?!\n]{{0,12}}\b(?:under|by|in the name of) {_NAME}\b"
    rf"|\b{_NAME}['\u2019]s? (?:\w+ )?(?:booking|reservation|party|event)\b"
)
_A_THIRD = re.compile(
    r"\b(?:he|she|they|him|them)(?:'?s|'re)?\b[^.?!\n]{0,30}\b(?:friend|buddy|pal|told|says|said|cool"
    r"|ok(?:ay)?|fine|mind|won'?t|knows?|asked|agreed|boss)\b"
)
""" "It's Marcus Webb's booking and he told me he's fine with it": his, not the writer's."""
_I_AM = r"\b(?:i'?m|i am|this is|my name is|my name'?s|it'?s me,?|here is|name:) "
_NO_NAME = (
    r"(?!(?:my|our|your|ur|the|a|an|mother|father|mom|dad|new year|valentine|veteran|president|patrick|kid"
    r"|children|child|men|women|driver|bachelor|bachelorette|today|tomorrow|tonight|let|it|that|what|where"
    r"|who|when|there|here|he|she|everyone|everybody|somebody|someone|nobody|week|month|year|chef|owner"
    r"|company|team|birthday)\b)"
)
_OF_A_NAMED = re.compile(
    r"\b(?:date|day|time|hour|address|place|location|zip(?: code)?|guest (?:list|count)|details?"
    rf"|status|when|where|how many (?:people|guests))\b[^.?!\n]{{0,15}}?\b(?:of|for|is|about|on|at"
    rf"|in) (?:the )?{_NO_NAME}[a-z]+(?: {_NO_NAME}[a-z]+)?(?:'s|s'|\u2019s) (?:\w+ )?{_PARTY}\b"
    r"|\b(?:what|whose|which) name (?:is|was|are|did"
    rf"|has)\b(?![^.?!\n]*\bi\b)[^.?!\n]{{0,40}}\b(?:booked|reserved|under)\b"
    r"|\bwho(?:'s| is| has| else is| else has|\u2019s) (?:having|throwing|hosting|got"
    rf"|celebrating)\b[^.?!\n]{{0,12}}\b{_PARTY}\b"
    r"|\b(?:invited to|going to|a guest (?:at|of)|coming to"
    rf"|headed to) (?:the )?{_NO_NAME}[a-z]+(?:'s)?(?: {_NO_NAME}[a-z]+(?:'s)?)? "
    rf"{_PARTY}\b[^\n]{{0,40}}\b(?:where|when|what time|address|which day|what day)\b"
    rf"|\b(?:of|for|about) (?:the )?{_PARTY} (?:of|for|under) (?:an? )?(?:mrs?|ms|miss|dr)\b\.?"
    r"|\b(?:officer|detective|deputy|sergeant|police|investigat\w+|bailiff"
    rf"|process server)\b[^\n]{{0,80}}\b(?:location|address|whereabouts|where|when|number"
    rf"|name)\b[^\n]{{0,25}}\b(?:{_PARTY}|customer|client)\b"
    r"|\b(?:list|schedule|calendar|addresses|names|locations)\b[^.?!\n]{0,15}\b(?:of"
    r"|for) (?:(?:all|the|your|every|today'?s|tonight'?s) )*(?:\w+ )?(?:events|parties|bookings"
    r"|reservations|gigs|customers|clients)\b(?! (?:you|that you|u) (?:do|offer|cater|can))"
    r"|\b(?:address|number|where|list|customers?|bookings?)\b[^?\n]{0,60}\b(?:i'?m|im|i am"
    r"|this is) (?:the|your|tonight'?s|a|one of (?:your|the)) (?:\w+ )?(?:chef|driver|employee|server"
    r"|cook|courier|florist|dj|photographer|bartender|delivery (?:guy|man|person))\b"
)
""" "The date of Darren Pike's party", "a list of this weekend's events": told to nobody, whoever asks."""
_OF_THE_STAFF = re.compile(
    r"\b(?:address|phone|number|where|who|whose|list|customers?|clients?|gigs?|names?|e-?mails?)\b"
)
"""What somebody who says to be of the staff may want; "this is the owner, what is the price for 11 adults" is a price."""
_IF_SOMEBODY = re.compile(
    r"\b(?:what if|what happens (?:if|when)|if|in case|suppose) (?:someone|somebody|anyone|anybody"
    r"|one of us|a guest|a friend)\b"
)
_OF_US = re.compile(r"\b(?:we|us|our|we're)\b")
_OURSELVES = re.compile(r"\b(?:my|our|we|us)\b")
_REACH = (
    r"(?:(?:cell |tele|mobile )?phone(?: number)?|(?:cell|phone|mobile) number|number|cell|digits"
    r"|e-?mail(?: address)?|(?:home |street )?address|contact(?: info\w*| details?)?|insta(?:gram)?"
    r"|last name|whatsapp)"
)
_SOMEBODY = (
    r"(?:host(?:ess)?|lady|guy|man|woman|girl|boy|person|customer|client|family|couple|guests?|people"
    r"|neighbou?r|owner of the (?:house|party))"
)
_NOT_OURS = (
    r"(?!(?:my|our|your|ur|chef|cook|manager|owner|company|business|office|team|boss|what|that|it|he|she"
    r"|here|there|let|who|where|today|tomorrow|tonight|someone|somebody)'?s\b)"
)
_WANTED = (
    r"(?:(?:can|could|would|will|may) (?:you|u"
    r"|ya)(?: guys)?(?: (?:please|pls|maybe|possibly|just))? (?:give|send|share|tell|pass|text|dm|forward"
    r"|look up|find)(?: (?:me|us|along|on))*|(?:please |pls )?(?:give|send|tell|pass|text) me"
    r"|(?:can|could|may) (?:i|we) (?:please )?(?:have|get)|what(?:'?s| is| was)"
    r"|(?:i|we)(?:'d| would)? (?:need|want|like)(?: to (?:get|have|know))?|do (?:you|u) (?:have|know))"
)
_ASKS_REACH = re.compile(
    rf"\b{_WANTED} (?:the )?(?:(?:her|his|their)|{_NOT_OURS}[a-z]+(?: [a-z]+)?'s"
    rf"|the {_SOMEBODY}'?s)(?: [a-z]+)?? {_REACH}\b(?! (?:on|for|of) (?:my|our|the) (?:booking"
    r"|reservation|party))"
    rf"|\b{_WANTED} (?:the |a )?{_REACH} (?:of|for|from) (?:the|that|this|an?|one of the"
    rf"|(?:tomorrow|tonight|today|yesterday|last night|\w+day)'?s) (?:other )?{_SOMEBODY}\b"
    rf"|\b{_WANTED} (?:the )?{_REACH} of (?:mrs?|ms|miss|dr)\b\.?"
    r"|\bwhere (?:does )?(?:he|she|(?:mrs?|ms|miss|dr)\.? [a-z]+"
    r"|(?!(?:my|our|the|you|your|we|i|us|people|everyone|that)\b)[a-z]+(?: [a-z]+)?) lives?\b"
)
""" "Could you give me Keith's number": how somebody else is reached is nobody's to be told."""
_WHAT_THEY_PAID = re.compile(
    r"\bhow much (?:he|she|they) (?:paid|pays?|owes?|put down|still owes?|spent)\b"
    r"|\b(?:pay|give|tip|offer|slip)\b[^.?!\n]{0,30}\b(?:cancel|bump|kick"
    r"|move)\b[^.?!\n]{0,20}\b(?:other|another|their|that) (?:party|booking|reservation|customer"
    r"|family|people)\b|\b(?:how much|what) (?:did|does|do|has"
    r"|is) (?!(?:i|we|you|u|it|that|this|everyone|everybody|people|most|a|an|each|one|guests?|adults?"
    r"|kids?|children|the (?:kids?|guests?|adults?|price|whole|total|deposit"
    r"|chef))\b)[^.?!\n]{1,30}\b(?:pay|paid|spend|spent|owe|tip|tipped) (?:for (?:her|his|their)|you\b"
    r"|for the party\b)"
)
""" "How much did my friend Ana pay for her party": no price of ours."""
_BOOKED_BY = re.compile(
    rf"\b(?:my|our) {_WHO}(?:'|\u2019)?s (?:[a-z]+ )?(?:bookings?"
    rf"|reservations?)\b[^\n]{{0,80}}\b(?:how much|paid|when|where|what|which|address|date|day|time"
    r"|cancel|details?|know)\b"
)
""" "My husband's booking, how much did he pay?": told to him."""
_THEIRS = re.compile(_HAS)
_ASKS = re.compile(_WHERE_WHEN)
_ON_OUR_SIDE = re.compile(
    r"\b(?:my|our|we|us|i)(?:'m|'re|'d)? (?:want|need|would|plan|planning|having|hosting|throwing"
    r"|booking|book|trying|looking)\b|\b(?:surprise|invited (?:me|us)"
    r"|for (?:me|us|him|her|them|my|our)|how much|quote|price)\b"
)
"""A party that the customer plans, or was asked to, is none of somebody else's."""
_GUESSED = re.compile(
    rf"^\W*(?:so |is |and |ok )*{_NO_NAME}[a-z]+(?: {_NO_NAME}[a-z]+)?(?:'s|s'"
    rf"|\u2019s) {_PARTY}\b[^.?!\n]{{0,50}}(?:\b(?:right|correct|true|yes or no|isn'?t it)\b|\?)"
)
""" "Marcus Webb's party on Aug 22 is at 6pm, right?": a guess that nobody confirms."""
_IS_A_SURPRISE = re.compile(
    r"\b(?:it'?s|is|as|supposed to be|keeping it) (?:all )?(?:a )?(?:big )?(?:surprise|secret)\b"
    r"|\b(?:i(?:'m|m| am)?|we(?:'re|re| are)?) (?:planning|plan|want|wanna|hoping|trying|thinking"
    r"|going|gonna|about)(?: to| of| on)? (?:just )?(?:surpris\w+ (?:him|her|them)"
    r"|(?:show|turn|pop)(?:ing)? up|drop(?:ping)? (?:by|in)|com(?:e|ing) by|crash(?:ing)?"
    r"|swing(?:ing)? by|stop(?:ping)? by|join(?:ing)? (?:him|her|them))\b"
)
"""What was booked behind the customer's back is still told by whoever booked it."""
_INSISTS = re.compile(
    r"\b(?:right to know|(?:have|got|gotta|need|want|deserve|supposed|allowed) to (?:know|be there"
    r"|get in)|(?:i'?m|im|i am|we'?re|we are) (?:her|his|their|the|family|invited"
    r"|on the (?:guest )?list)|s?he'?s? (?:is )?my|(?:they'?re|theyre|they are) my"
    r"|my (?:kids?|son|daughter|child(?:ren)?)"
    r"|(?:just|at least|please|pls|only|come on|cmon|c'?mon)\b[^.?!\n]{0,30}\b(?:tell|say|give|address"
    r"|date|day|time|when|where|city|area|town|know|help|(?:last |first |sur)?name|initials?|street"
    r"|house|number|zip)|(?:last |first |full )name (?:then|only)"
    r"|what(?:'?s| is|s) (?:his|her|their)\b|(?:just|only) (?:say|tell)"
    r"|(?:client|customer|guests?|they|he|she) (?:is|are|'re|'s)? ?waiting|urgent|hurry"
    r"|(?:tell|give) me|why (?:not|won'?t|can'?t)|(?:told|said|asked) (?:me|i|us)\b"
    r"|\b(?:s?he|they) (?:said|told|asked)\b"
    r"|(?:surprise|crash|show up|pick (?:up|him|her|them)|drop off)|emergency|legal|custody|i swear"
    r"|promise|her (?:mom|dad|brother|sister|husband|wife)|permission)\b"
)
_OF_YOU = re.compile(
    r"\b(?:where|when|what (?:time|days?|areas?)) (?:all )?(?:do|are|can|could|will|would) (?:you|u|ya|yall|y'all)\b"
)
_OF_THEIRS = re.compile(
    r"\b(?:list|who|names?|refund|his|her|their|theirs|them|him)\b|'s (?:party|booking|event|dinner|reservation)\b"
)
_THEY_GAVE = re.compile(
    r"\b(?:number|cell|phone|e-?mail|address|contact|zip)\b (?:that )?(?:she|he|they) (?:gave|left"
    r"|told|wrote|put down)\b"
)
""" "My neighbor has you coming, what's the number she gave you"."""
_OF_A_DAY = re.compile(
    rf"\b(?:tonight|tomorrow|today|{WEEKDAY})'?s? (?:\w+ ){{0,2}}?(?:party|dinner|event|booking|hibachi)\b"
)
""" "My cousins bailed on tonight's party": the party of a day is the writer's own where nothing is asked of it."""
_SHORT = 25
_SENTENCE = re.compile(r"[^.?!\n]+[.?!\n]*")
_A_NAMED_PARTY = re.compile(
    r"\b(?:the|that) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May"
    r"|June|July|August|September|October|November|December|Christmas|New Year|Halloween|Easter"
    r"|Thanksgiving|Hibachi)[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:party|wedding|event|booking|reservation"
    r"|birthday)\b"
)
""" "I've got chairs for the Okonkwo party, what's the address": a party by the name of its host."""
_JUST_TELL = re.compile(
    r"\b(?:just|at least|come on|c'?mon)\b[^.?!\n]{0,40}\b(?:tell|give|say)\b[^.?!\n]{0,25}\b(?:zip"
    r"|address|day|date|time|when|where|name|street|city|what)\b"
)
""" "Just give me the zip at least", after no party was found under the contact."""

_NOTHING: dict[str, object] = {"topics": (), "unknown": (), "name": None, "dates": (), "date_said": None, "times": (), "city": None, "state": None, "event_type": None}  # fmt: skip
"""The day, hour and town of somebody else's party are none that the customer wishes."""


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame, where somebody else's party is asked about, as a question about that alone."""
    folded = frame.text.lower()
    if "claims_staff" in frame.acts and frame.guests.stated and not _OF_THE_STAFF.search(folded):
        return frame.model_copy(update={"acts": tuple(act for act in frame.acts if act != "claims_staff")})
    if "others_booking" in frame.acts and _IF_SOMEBODY.search(folded) and "cancellation" in frame.topics:
        return frame.model_copy(update={"acts": tuple(act for act in frame.acts if act != "others_booking")})
    own = _OF_A_DAY.search(folded) is not None and not _ASKS.search(folded)
    if "referral" in frame.topics or ("others_booking" in frame.acts and (own or _asks_of_us(folded))):
        return frame.model_copy(update={"acts": tuple(act for act in frame.acts if act != "others_booking")})
    private = any(_is_private(said) for said in _SENTENCE.findall(folded)) or any(
        pattern.search(folded)
        for pattern in (_ON_THE_LIST, _ALREADY_OURS, _WHO_IS_IT, _CUSTOMERS, _BOOKED_BY, _THEY_GAVE)
    )
    named = (_OF_A_NAMED.search(folded) or _GUESSED.search(folded)) is not None and _OURSELVES.search(folded) is None
    named = named or (_UNDER_A_NAME.search(frame.text) is not None and _A_THIRD.search(folded) is not None)
    named = named or (_A_NAMED_PARTY.search(frame.text) is not None and _asked_besides_us(folded))
    named = named or _TELL_OF.search(folded) is not None
    named = named or _OF_RELATED.search(folded) is not None
    named = named or ("booked_with" in dialogue.expecting and _JUST_TELL.search(folded) is not None)
    if reaches(folded) or named:
        kept = tuple(act for act in frame.acts if act in ("greeting", "thanks", "injection"))
        return frame.model_copy(update={**_NOTHING, "acts": (*kept, "others_booking"), "time_part": None, "month": None, "month_last": None, "answer": None})  # fmt: skip
    private = private or _WHAT_THEY_PAID.search(folded) is not None
    if private and "others_booking" in frame.acts:
        kept = tuple(act for act in frame.acts if act not in ("book", "hold"))
        theirs = {} if _OF_US.search(folded) else {"guests": GuestWords()}
        return frame.model_copy(update={**_NOTHING, **theirs, "acts": kept})
    if "others_booking" in frame.acts and _plans_only(frame, folded, dialogue):
        return frame.model_copy(update={"acts": tuple(act for act in frame.acts if act != "others_booking")})
    if "others_booking" in frame.acts:
        return frame if _says_own_name(frame) else frame.model_copy(update={"name": None})
    if not (private or _asks_of_theirs(folded) or _insists(frame, folded, dialogue)):
        return frame
    return frame.model_copy(
        update={"acts": (*(act for act in frame.acts if act not in (("own_booking", "status", "thinking", "change", "send_quote") if private else ("own_booking", "status"))), "others_booking"), **({"answer": None} if private else {}), **(_NOTHING if private or _JUST_SAY.search(folded) else {"topics": (), "unknown": (), "name": None})}
    )  # fmt: skip


_REQUESTS = re.compile(
    r"\b(?:tell|give|send|share|show|text|forward|confirm|look up|check|find|cancel|move|change|what"
    r"|which|when|where|who|how many|address|list|refund|know|remind|resend)\b"
)
_HOSTS = re.compile(
    r"\b(?:plan(?:ning)?|throw(?:ing)?|organi[sz](?:e|ing)|host(?:ing)?|arrang(?:e|ing)"
    r"|putting together|doing|having|celebrat(?:e|ing)|book(?:ing)?|need|want|looking|it'?s|this is"
    r"|for)\b[^.?!\n]{0,15}\b(?:my|our|his|her|their|the)\b"
)


_UNAWARE = re.compile(
    r"\b(?:he|she|they|(?:my|our|the) \w+)(?:'s| is| has| have| are)? (?:doesn'?t|don'?t|does not|do not|didn'?t|won'?t|no idea|none the wiser|clueless)"
    r"(?: (?:even|actually))?(?: (?:know|suspect|find out|have a clue|have any idea))?\b"
)
""" "He doesn't know a thing": of whom a party is kept secret."""


def _plans_only(frame: Frame, folded: str, dialogue: Dialogue) -> bool:
    """ "Planning my sister's engagement party, oct 10": nothing is asked of a party that somebody else has."""
    tells = frame.dates or frame.zip or frame.guests.stated or frame.month
    hosts = _HOSTS.search(folded) or (dialogue.goal in ("quote", "booking") and _OURSELVES.search(folded))
    return bool(tells and hosts) and not _REQUESTS.search(_UNAWARE.sub(" ", folded))


_AT_MINE = re.compile(r"\b(?:at|for|to|of|from) my \w+(?:'?s)?\b")


def _is_private(sentence: str) -> bool:
    """ "The home address of the chef who cooked at my neighbors": what is nobody's to be told, of nobody of the writer's own."""
    rest = _AT_MINE.sub(" ", sentence)
    return "my " not in rest and bool(_PRIVATE.search(rest))


def _says_own_name(frame: Frame) -> bool:
    """Whether the name in a question about somebody else's party is the writer's: "I'm Ana, when is Marcus Webb's party?"."""
    return frame.name is None or re.search(_I_AM + re.escape(frame.name.lower()), frame.text.lower()) is not None


def _asked_besides_us(folded: str) -> bool:
    """Whether when or where is asked by somebody who speaks of no party of their own."""
    return (_ASKS.search(folded) or _DETAILS.search(folded)) is not None and _OURSELVES.search(folded) is None


_DETAILS = re.compile(
    r"\b(?:guest (?:count|list)|head ?count|how many|details?|confirm|address|balance|paid|info\w*)\b"
)
_OF_RELATED = re.compile(
    r"\b(?:this is|i'?m|i am) (?:the )?(?!(?:it|that|what|here|there|let)'?s\b)[a-z]+(?:'s|\u2019s"
    rf"|s) (?:best |good |older |younger |little |big )?{_WHO}\b[^\n]{{0,80}}\b(?:what|how much|when"
    r"|where|which|if|whether|how many"
    rf"|the (?:time|date|day|address|price|total))\b[^.?!\n]{{0,25}}\b(?:she|he|they|her|his|their)\b"
)
""" "This is Dana's sister, what did she pay?": told to Dana alone."""
_TELL_OF = re.compile(
    r"\btell (?:me|us) (?:more |anything |something "
    rf"|everything )?about (?:the )?{_NO_NAME}[a-z]+(?: {_NO_NAME}[a-z]+)?(?:'s"
    rf"|\u2019s) (?:\w+ )?{_PARTY}\b"
    r"|\b(?:what|when|where|how much|if|whether) (?:my|our) (?:ex|ex[- ]\w+|neighbou?r|friend|buddy"
    r"|boss|co-?worker|colleague|cousin|landlord)(?: (?:has|already|just|actually))* (?:booked"
    r"|reserved|ordered|paid|hired)\b"
)
""" "Tell me about Alex Kim's party", "what my ex booked"."""


def reaches(folded: str) -> bool:
    """Whether a text asks how somebody else is reached, or where somebody lives."""
    return bool(_ASKS_REACH.search(folded.replace("\u2019", "'")))


def _asks_of_theirs(folded: str) -> bool:
    """ "My ex is having one of your parties, where and when is it"."""
    who = _RELATIVE.search(folded)
    if who is None or _ON_OUR_SIDE.search(_IS_A_SURPRISE.sub(" ", folded)):
        return False
    has = _THEIRS.search(who["rest"])
    return has is not None and bool(_ASKS.search(_OF_YOU.sub(" ", folded.replace(has.group(), " "))))


def _asks_of_us(folded: str) -> bool:
    """ "My friend had one of your parties, where do you guys come to?"."""
    rest, ours = _OF_YOU.subn(" ", folded)
    return bool(ours) and not _ASKS.search(rest) and not _OF_THEIRS.search(folded)


_JUST_SAY = re.compile(
    r"\b(?:names?|numbers?|address|zip|details?),? (?:please|pls|plz)\b"
    r"|\b(?:just|at least|only) (?:say|tell|confirm|hint|nod|yes or no)\b"
)
""" "Just say if it's Saturday or Sunday": no day that is wished."""


def _insists(frame: Frame, folded: str, dialogue: Dialogue) -> bool:
    """Whether a message after our no goes on to ask for the same."""
    begs = _JUST_SAY.search(folded) is not None
    says_else = (not begs and (frame.topics or frame.dates)) or frame.guests.stated or frame.zip or frame.items
    short = len(folded.split()) <= _SHORT
    return dialogue.answered[-1:] == (TOLD,) and short and not says_else and (begs or bool(_INSISTS.search(folded)))
