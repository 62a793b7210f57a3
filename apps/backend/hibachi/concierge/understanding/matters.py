"""The matters that a person has to decide: found by words alone, so that nothing can talk the concierge out of them."""

from dataclasses import dataclass

from hibachi.kit import lazy_re as re


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter for a person: kind chooses the wording, reason names it for staff ({said} is what was written)."""

    kind: str
    reason: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I | re.S)


_PERSON = r"(?:real |actual |live |human |another |some )*(?:person|human(?: being)?|agent|representative|rep|manager|supervisor|owner|operator|somebody|someone|staff(?: member)?|member of (?:your|the) (?:staff|team)|people|your boss|employee)"
_OFF_MENU = (
    r"(?:wagyu|kobe|sushi|sashimi|nigiri|duck|lamb|veal|venison|bison|rib ?eye|tomahawk|prime rib|brisket|pork(?: belly| chops?)?|bacon|crab(?: legs)?|king crab|oysters?|octopus|eel|tuna|ahi|sea ?bass|halibut|cod|mahi"
    r"|caviar|foie gras|truffles?|ramen|udon|tempura|teriyaki burgers?|pizza|tacos?|burgers?|pasta|paella|bbq|barbecue|korean bbq|curry|dumplings? bar|omakase|poke|quail|turkey|ham)"
)

_BODY = r"(?:my|his|her|our|their|the|\w+'s) (?:\w+ ){0,2}?(?:arms?|hands?|face|eyes?|legs?|fingers?|neck|chest|foot|feet|skin|wrist|cheek|forehead|lap|hair|thigh|shoulder|scalp|eyebrows?|sleeve|shirt|dress)"
_GEAR = r"(?:your|the|ur|his|that) (?:\w+ )?(?:chef'?s?|driver'?s?|cook|guys?|crew|staff|helper|assistant|van|truck|trailer|car|grill|hibachi|cart|flames?|fire|oil|grease|equipment|propane tank|burners?)"
_PROPERTY = r"(?:my|our|the|his|her|their|\w+'s) (?:\w+ ){0,3}?(?:deck|patio|tables?|lawn|grass|fence|garage|garage door|driveway|car|wall|floor|tiles?|pavers?|counter ?tops?|umbrella|awning|canopy|gazebo|pergola|rug|tablecloth|tree|bush(?:es)?|siding|window|gate|mail ?box|couch|furniture|chairs?|concrete|door|house|fridge|flower ?beds?|sprinklers?)"

_ELSEWHERE = (
    r"\b(?:benihana|kobe steakhouse|cheesecake factory|olive garden|chipotle)(?:'s)? (?:was|is|were|had|did)\b|\b(?:at|from|with) benihana\b|"
    r"\b(?:did|tried|had|used|went (?:to|with)|was at|were at|booked|hired|rented) (?:an? |the |some |this )(?:\w+ )?(?:restaurants?|caterers?|food truck|taco (?:truck|guy)|buffet|steak ?house|banquet\w*|hall|winery|bowling alley)\b"
    r"|\b(?:last|other|previous|another|different|former) (?:\w+ )?(?:caterers?|company|place|hibachi|chef|restaurant|vendor|food truck|taco (?:truck|guy))\b"
    r"|\b(?:last (?:year|time|summer|spring|fall|winter)|in the past|before)\b[^.?!\n]{0,40}\b(?:tacos?|pizzas?|burgers?|bbq|barbecue|sushi|ice cream|paella|pasta|indian|thai|mexican|italian|dj)\b"
    r"|\b(?:two|three|four|five|\d|several|some|many|a few|a couple of|couple|all the|other) (?:other )?(?:\w+ )?(?:compan(?:y|ies)|caterers?|places|vendors|restaurants|businesses) (?:already|so far|before|and|but|none|never|didn'?t|don'?t|now)\b"
    r"|\b(?:last|the other) (?:year|time|month|summer|spring|fall|winter)'s (?:\w+ )?(?:guy|man|lady|people|caterers?|chef|truck|company|place|vendor|cook)\b|\b(?:the|that) (?:guys?|people|company|man|lady|ones?|crew|chef|place) (?:that |who )?(?:we|i) (?:had|hired|used|booked|tried|got) (?:last|before|back in|for (?:my|our|his|her) last)\b|\b(?:had|hired|used|booked) an?(?:other| different) (?:\w+ )?(?:company|caterer|chef|place)\b"
    r"|\bthe (?:taco|pizza|burger|bbq|barbecue|sushi|paella|ice cream|coffee|dj|band) (?:guy|man|lady|people|truck|van|stand|cart|place)\b"
    r"|^(?!.*\b(?:you|your|yours|ur|ya|y'?all)\b).*\b(?:an?|some|my|our|his|her|their) (?:\w+ ){0,2}?(?:caterers?|catering (?:company|service)|restaurants?|food trucks?|taco (?:truck|guy|man)s?|buffet|steak ?house|banquet hall|deli|bakery)\b"
)
"""Words that put an evening at another provider's door; with "you" in the sentence it may still be ours."""

MATTERS: tuple[Matter, ...] = (
    Matter(
        "person",
        "customer asks about their own data (forget or export): {said}",
        _re(
            r"\b(?:delete|erase|remove|wipe|forget)\b[^.!?\n]{0,25}\b(?:(?:all |any )?(?:my|our) (?:personal )?(?:data|information|info|details|account|records?|history|profile)|(?:everything|all|anything)(?: that)? you (?:have|know|keep|stored?)|(?:all )?about me)\b"
            r"|\b(?:what|which) (?:data|information|info|personal data) (?:do you|have you|did you|you)\b[^.!?\n]{0,25}\b(?:about|on|of) (?:me|us)\b|\b(?:copy|export|download)\b[^.!?\n]{0,20}\b(?:of )?(?:my|our) (?:personal )?(?:data|information|records?)\b|\b(?:gdpr|ccpa|right to be forgotten)\b"
        ),
        _re(r"\b(?:don'?t|do not|never|won'?t|didn'?t|did not|can'?t|cannot) (?:forget|delete|erase|remove)\b"),
    ),
    Matter(
        "injury",
        "injury or illness reported: {said}",
        unless=_re(
            r"\A(?![\s\S]*\b(?:your (?:food|chef|grill|staff|guy|cook)|(?:the|ur|ya'?ll'?s) (?:chef|grill|cook|food)|at (?:the|our|your|last \w+'?s?) (?:party|dinner|event)|food poison\w* (?:after|from|since|at|by|because))\b)[\s\S]*\b(?:cancel\w*|call(?:ing)? (?:it |this |the party |everything )?off|postpon\w*|resched\w*|(?:move|push|shift|change) (?:it|the|our|my)\b)|"
            r"\b(?:food poison\w*|sick|ill|hurt|burned|burnt)\b[^.!?\n]{0,20}\b(?:at|from|with|by) (?:the|an?|our|my|some|this)? ?(?:last|other|previous|another|different|former|old|first|restaurant|caterer|buffet|place (?:we|i) (?:had|used|went))\b|"
            r"\b(?:will|would|could|can|might|do|does|did|has|have) (?:i|we|you|u|anyone|anybody|people|someone|guests|kids|any (?:guests|kids))\b[^.!?\n]{0,25}\b(?:food poison\w*|sick|burn(?:ed|t)|hurt|injured|ill)\b|\b(?:on|with) (?:a|the|our|my|his|her) (?:stove|oven|iron|curling iron|candle|camp ?fire|fireworks?|coffee|kettle|heater|radiator)\b|\b(?:with|by|from|at|to) (?:another|a different|some other|my \w+'?s?|a friend'?s) (?:\w+ )?(?:company|caterer|chef|hibachi|party|restaurant|place)\b|\bwith an? (?:broken|bad|sprained|injured|hurt|fractured)\b|\bnothing (?:serious|bad|severe|major)\b|\bnot (?:serious|severe|your fault|that bad)\b|\b(?:intoleran\w+|lactose|from (?:dairy|milk|gluten|onions?|spicy))\b"
        ),
        pattern=_re(
            r"\b(?:injur\w*|burn(?:ed|t) (?:my|his|her|our|me|him|a|the guest)|got burn\w*|hospitali[sz]ed|food poison\w*|went to (?:the )?(?:er|hospital|emergency)|(?:got|made|were|was|are|been|fell) (?:us |me |him |her |everyone |really |so |very |all )*sick (?:after|from|since)|sick from (?:your|the) food"
            r"|made (?:me|us|him|her|(?:my|our) \w+) (?:throw up|vomit|puke|sick|ill)\b|threw up after|(?:throwing|threw) up since|throwing up (?:all (?:night|day) )?(?:after|since|from)|(?:got|were|was|felt|became|fell) (?:really |very |so |pretty |all )?ill\b(?! at ease)|(?:cut|burned|burnt|hurt) (?:himself|herself|themselves)|bled (?:on|all over|into)|bleeding|hurt by your|got hurt|ambulance|paramedics|(?:had|has|having|got|have) an? (?:\w+ )?(?:allergic )?reaction (?:after|to (?:your|the (?:food|shrimp|sauce|dinner))|from|at the (?:party|dinner)|during|last)|broke out in hives|blisters?|needed stitches|choked on|(?:me|le|se|nos|lo|la|les) quem(?:ó|o|aron|amos)\b|quem(?:ó|aron) a (?:mi|mis|nuestr\w+|su)\b|quemaduras?|intoxicaci[oó]n|intoxicad\w+|(?:nos|se|me) enferm(?:é|ó|amos|aron)|(?:se|me) lastim(?:é|ó|aron)|(?:fell|felt|were|was|got) (?:\w+ )?ill (?:after|from|the (?:night|day) after)"
            r"|(?:slipped|fell|tripped|slid) (?:\w+ )?(?:over|on|in) (?:(?:your|the chef'?s|the grill|the grease)|(?:the |some |all the )?(?:oil|grease|water|cords?|hoses?|ice|sauce|rice)\b)|(?:fractured|dislocated|sprained|twisted|broke) (?:my|his|her|their) (?:\w+ )?(?:arm|leg|wrist|ankle|hip|foot|knee|elbow|tooth|nose|finger)s?\b(?=[^.!?\n]{0,60}\b(?:your|chef|grill|party|oil|grease|show))|\b(?:oil|grease|chef|grill)\b[^.!?\n]{0,60}\b(?:fractured|dislocated|sprained|twisted|broke) (?:my|his|her|their)|(?:hit|cut|burn(?:ed|t)|struck) (?:\w+ ){1,3}(?:in the (?:face|eye|head)|hand|arm|face|forehead)|got (?:really |very |pretty )?burn(?:ed|t)|burn(?:ed|t) (?:on|by) (?:the|your)"
            rf"|(?:first|second|third|1st|2nd|3rd)[- ]degree(?: burns?)?|burns? on {_BODY}|(?:splash|splatter|spill|spray|shot|flew|landed)\w*\b[^.!?\n]{{0,30}}\b(?:on|onto|in|into|at|over|across) {_BODY}|(?:sing|scorch|scald|burn)(?:ed|t)\b[^.!?\n]{{0,15}}\b(?:eyebrows?|eyelashes|hair)|{_BODY} (?:\w+ )?(?:caught|was on|is on) fire|chipp?ed (?:a|his|her|my) tooth)\b"
        ),
    ),
    Matter(
        "legal",
        "threat: {said}",
        _re(
            r"\bbreak (?:his|her|your|their|the chef'?s) (?:\w+ )?(?:legs?|arms?|neck|face|nose|jaw|bones|windows?|teeth)\b|\bburn (?:down )?(?:your|the|his|ur) (?:\w+ )?(?:truck|van|house|place|kitchen|office|shop|business)\b"
            r"|\b(?:gonna|going to|will|i'?ll|i will|we'?ll|we will|wanna|want to|should|could|i'?d) (?:fucking |literally )?(?:kill|shoot|stab|beat up|hurt|punch|strangle|smash|slap|beat) (?:you|u|him|them|your|ur|the chef|that (?:chef|guy|cook)|y'?all|every ?one of you)\b"
            r"|\byou(?:'ll| will|'re gonna| are going to| gonna)? (?:all )?(?:regret (?:this|it)|pay for (?:this|what you did)|be sorry)\b|\bi know where (?:you|he|she|your \w+) (?:live|work|park)|\b(?:coming|come) (?:after|for) you(?: guys)?\b(?! with)|\bwatch your back\b"
        ),
    ),
    Matter(
        "legal",
        "legal threat: {said}",
        _re(
            r"\b(?:hear(?:ing)? from (?:my|our|a) (?:\w+ )?(?:lawyer|attorney)s?|health (?:inspector|inspection)|lawyer|attorney|su(?:e|ing) (?:you|u|your|the company|them)|lawsuit|small claims|legal action|take (?:you|this) to court|better business bureau|\bbbb\b|charge ?back|disput(?:e|ing) (?:(?:the|this|my|your|that) (?:charge|payment|deposit|transaction)|it with (?:my|the) (?:bank|card))|report(?:ing)? you to|health department|police report|press charges|breach of contract|(?:your|the company'?s|ur) (?:\w+ )?insurance (?:carrier|provider|company|details|info\w*|claim)|(?:file|filing|make|making|submit) an? (?:\w+ )?(?:insurance )?claim (?:with|against)|(?<!like )(?<!kinda )(?<!basically )(?<!almost )(?<!kind of )(?<!bit of )false advertising|see you in court|direct (?:all|any) (?:\w+ )?(?:communications?|correspondence|inquiries)|(?:i|we) represent (?:mr|mrs|ms|dr|the (?:family|estate|injured))\b|(?:on behalf of|acting for) (?:my|our) client|letter of (?:demand|claim)|cease and desist)\b"
        ),
        _re(
            r"^(?!.*\b(?:su(?:e|ing)|court|claims?|legal action|hear(?:ing)? from|in touch|contact(?:ing)?|call(?:ing)?|letter|settlement|damages|demand|sent|talk(?:ed)? to (?:my|our|a)|get(?:ting)? (?:a|my|our))\b)(?!.*\b(?:su(?:e|ing)|lawsuit|charge ?back|legal action)\b).*\b(?:lawyers?|attorneys?)\b"
        ),
    ),
    Matter(
        "complaint",
        "complaint or refund dispute: {said}",
        _re(
            r"\b(?:unacceptable|ruined|worst|terrible|horrible|awful|disgusting|disgusted|scam(?:med|mers?)?|rip(?:ped)? ?off(?: artists?)?|fraud|disgrace\w*|pathetic|furious|outrag\w+|appall\w+|livid|incompetent|never again|disappoint\w*|complain\w*|complaint|rude|no[- ]show(?:ed)?|never showed(?: up)?|didn'?t show(?: up)?|did not show"
            r"|(?:want|need|demand|give|get)(?: me| us)? (?:all |a |an )?(?:my|our|the|full)?\s?(?:money back|refund(?: now)?)|(?:an? )?(?:hour|hours|minutes|mins?|hrs?) late|showed up late|(?:was|were|came|arrived) (?:so |very |really |super |an? \w+ |over an? \w+ |\w+ (?:minutes|mins|hours) )?late"
            r"|(?:food|chicken|steak|shrimp|rice|meat) (?:was|were|is|came) (?:\w+ )?(?:cold|raw|undercooked|burnt|spoiled|gross|inedible)|overcharged|(?:quiero|necesito|exijo|pido)\b[^.!?\n]{0,30}\b(?:reembolso|devoluci[oó]n|mi (?:dinero|dep[oó]sito))|que me (?:devuelvan|regresen)|(?:una |mi )?(?:queja|reclamo) (?:de|sobre|contra|por)|(?:nunca|no) lleg(?:ó|aron)|lleg(?:ó|aron) (?:\w+ )?tarde|p[eé]sim[oa]s?|double[- ]charged|(?:we|i|you|it|they|deposit|hundred|\$?100)\b[^.!?\n]{0,15}\b(?:paid|took|taken|withdrew|withdrawn|came out|went out|gone out|debited)\b[^.!?\n]{0,25}\b(?:twice|(?:two|2) times|double)\b|(?:charged|billed|debited)\b[^.!?\n]{0,30}\b(?:twice|(?:two|2) times|double)|charged (?:me |us )?twice|stole|unprofessional|fed up|sick of (?:this|you)|unhappy|ridiculous service|terrible service|bad experience|poor service|not happy with|wtf is wrong|where(?:'s| is| are| tf is| the hell is) (?:the|our|your|my) (?:chef|cook|guy|hibachi guy)|still no (?:chef|cook|one)\b|no (?:chef|cook) (?:here|yet|showed|in sight)|there(?:'?s| is)(?: still)? no (?:chef|cook)\b(?! (?:fee|charge|cost|table|uniform))(?!')|(?:the|our|your|ur|my) (?:chef|cook|guys?)(?:'s| is|s)?(?: still)?(?: is|'s)?(?: ?n[o']?t)(?: still)? (?:here|there|shown up|arrived)(?! (?:until|before|till|for|on))|(?:nobody|no one)(?:'s| is)? (?:here|there|at (?:the|our|my) (?:door|house|gate))|(?:been|still|all) waiting (?:on|for) (?:the|our|your|ur) (?:chef|cook|guy)s?\b(?! to (?:confirm|call|reply|answer|text|say))|waiting (?:for )?(?:\w+ ){0,3}(?:min\w*|hours?|hrs?)\b[^!\n]{0,25}\bwhere (?:are|r) (?:you|u|ya|they)|(?:nobody|no one)(?:'s| is| has)? (?:here|came|come|arrived|shown|showed)(?! yet for)|(?:party|dinner|event|booking) was (?:at|for|to (?:begin|start) at|supposed to (?:start|be) at) \d(?![^?!\n]*\b(?:can|could|please|pls|mov\w+|chang\w+|instead|rather|but|now (?:it|we))\b)|was supposed to (?:be here|start|arrive)|hungry (?:people|guests|kids)"
            r"|(?:want|need|like|give me|gimme|expect|demand) (?:all )?(?:my|our) (?:\$?\d{2,4}|deposit|cash|hundred)(?: dollars| bucks)? back|(?:unless|until|till) (?:you|u|i get|we get) (?:guys )?(?:a |my |our )?(?:refund\w*|pay me|money)|(?:1|one|zero|0)[- ]stars?(?: review)?|(?:well |far |way )?below (?:what|the standard)|paid\b[^.!?\n]{0,25}\bfor cold|(?:caught|set) (?:my|our|the) (?:\w+ ){1,2}on fire|left (?:\w+ ){1,2}(?:all over|everywhere)|ruin(?:ing|s) (?:my|our|his|her|the)|crooks?|thieves|liars?|frauds|fu+c?k(?: you| u| off| this|ing (?:joke|ridiculous|liars?))|f you|screw you|go to hell|idiots?|(?:are|r) (?:you|u|ya) (?:stupid|dumb|deaf|an idiot|even reading|kidding me right now)|(?:isn'?t|is not|not|how is (?:it|that|this)) fair (?:that )?(?:we|i|you) (?:paid|charge|got)|paid for \d+ (?:\w+ ){0,4}(?:got|received|were served|only)|shouting at|shouted at|yell(?:ed|ing) at|screamed at|swearing at|rude|(?:third|second|fourth|3rd|2nd|4th|fifth|5th|tenth) time (?:i|we|now|today)(?:'m|'ve| am| have|'re)? ?(?:telling|asking|told|asked|said|saying|written|called|tell|say)|(?:kept|keep|keeping|stole|took) (?:my|our) (?:deposit|money)|(?:i|we) (?:want|need) (?:my|our) \$?\d+(?: dollars| bucks)? back|owe (?:me|us) (?:money|an apology|a refund)|(?:your|the|our|my) (?:final )?(?:bill|invoice|receipt|charge) (?:was|is|looks|seems|has been|came out) (?:way |totally |all |just )?(?:off|wrong|incorrect|too high|not right|not correct)|(?:ordered|paid (?:extra |more |\$?\d+ )?for|asked for|requested|were promised|was promised|were supposed to get)\b[^.!?\n]{0,40}\b(?:and|but) (?:we |i |they |he |you )?(?:only |instead |just )?(?:got|received|were given|was given|were served|brought|gave us|served us)|(?:keep|kept|keeps) (?:changing|moving|cancell?ing|rescheduling|pushing|ignoring|charging|messing up)\b(?=[^.!?\n]{0,40}\b(?:on (?:me|us)|my|our|me|us)\b)|left (?:us )?(?:a|the) mess|(?:ignoring|ignored) (?:me|us)|(?:nobody|no ?one|no-one) (?:ever |even )?(?:answers|answered|answering|calls|called|picks|picked|replies|replied|responds|responded|apologi[sz]ed|gets back|got back)|charged (?:more|extra) than|(?:bill|charge|invoice)d? (?:us |me )?for (?:\w+ ){0,3}(?:instead of|rather than) (?:\w+)|(?:expect|demand|request|requesting|want|would like|'d like|owed) (?:a |an |my |our |the )?(?:partial |full )?refund (?:of|for) (?:the|my|our|two|three|\d)|ordered\b[^.!?\n]{0,40}\bonly \w+ (?:\w+ ){1,2}(?:came|arrived|were (?:there|served|delivered)))\b"
            r"|\b(?:your|the) (?:chef|driver|cook|guy|guys|people|team|crew|van|truck|staff|helpers?|employees?)\b[^.?!\n]{0,25}\b(?:broke|hit|scratched|damaged|stained|smashed|cracked|dented|ran over|trampled|smoked|yelled|cursed|swore|insulted|left (?:early|before)|showed up without|made (?:\w+ )?(?:comments|remarks)|made a pass|made (?:\w+ ){1,2}uncomfortable|groped|harass\w*|hit on|touched (?:my|me|her)|(?:was|were|is|showed up|came|seemed|looked) (?:\w+ )?(?:drunk|high|wasted|intoxicated|creepy|inappropriate|filthy))\b"
            r"|\b(?:i|we)(?:'m|'re| am| are| was| were|m)? ?(?:not|weren'?t|wasn'?t|aren'?t) (?:at all |really |very |so |too |exactly )*(?:happy|pleased|satisfied)(?: at all)? (?:with|about) (?:how|the (?:party|food|chef|service|evening|event|dinner|way)|your (?:chef|service|food|work)|last|saturday|sunday|friday)\b|^\W*(?:not|so not|really not) happy\b\W*(?:at all|$|[.!])"
            r"|\b(?:mistakes?|errors?|something wrong|issues?|problems?) (?:on|with|in) (?:my|our|the) (?:final )?(?:bill|invoice|receipt|charge)\b|\b(?:billed|charged)(?: us| me)? (?:way |far )?(?:too much|the wrong|too many|for (?:too many|(?:people|guests|kids|someone) (?:who|that) (?:didn'?t|never)))|\brefund\w* (?:for|on) (?:the |those )?(?:people|guests|kids|ones) (?:that|who) (?:didn'?t|did not|never) (?:come|show)"
            r"|\b(?:feel|felt|feeling|were|was|been) (?:\w+ )?let ?down by (?:you|your)\b|\b(?:apart|aside) from (?:the|your) (?:chef|food|guy|service|driver)\b|\b(?:nice|great|good|fantastic|amazing|stellar|wonderful|brilliant) (?:job|work|service) (?:ruining|leaving|showing|forgetting|wrecking|messing|not|being)\b|\b(?:chef|cook|nobody|no one|guy)\b[^.?!\n]{0,20}\b(?:just )?(?:\.\.\. ?)?(?:didn'?t|did not|never) (?:come|arrive|turn up|bother)\b|\bwas (?:just )?a (?:total |complete |real )?let[- ]?down\b|\bnot what (?:we|i) (?:paid for|ordered|were promised|was promised|signed up for)\b|\bpaid (?:for|extra)[^.?!\n]{0,25}\bnever (?:got|received|came|saw)\b"
            r"|\bstill (?:haven'?t|have not|didn'?t|no|got no|waiting for)(?: (?:you|sent|returned|paid|refunded|my|our|an?|the|any|got|received|back))* (?:refund|money|answer|reply|response)\b|\b(?:this|that|it) is (?:just )?a joke\b|\b(?:deposit|refund|money)(?: back)?(?: has| have| had| is|'s| was)?(?: still)?(?: not| never|n'?t)(?: yet)?(?: been)? (?:returned|refunded|reimbursed|given back|sent back|paid back|come back)\b|\bhow you treat (?:your |paying )?(?:customers|people|clients)\b|\byou(?: guys)? (?:just )?cancell?ed on (?:us|me)\b|\b(?:bill|final price|charge) was (?:higher|more) than\b"
            rf"|\b{_GEAR}\b[^.!?\n]{{0,25}}\b(?:backed|drove|crashed|rammed|bumped|ran|rolled|slammed|hit|scraped|knocked|burn(?:ed|t)|melted|scorched|charred|singed|stained|cracked|chipped|scratched|gouged|ruined|destroyed|wrecked|damaged|killed|dented|left)\b[^.!?\n]{{0,30}}\b{_PROPERTY}\b|\b{_PROPERTY} (?:is|was|are|were|got|has|have)(?: been| all| now| completely| totally)? (?:burn(?:ed|t)|melted|scorched|charred|stained|cracked|scratched|ruined|destroyed|damaged|dented|covered in (?:grease|oil|soot))\b|\b(?:burn|scorch|grease|oil|black) (?:marks?|stains?|spots?|holes?)\b[^.!?\n]{{0,25}}\b(?:on|in|all over|across) {_PROPERTY}"
            r"|\b(?:found|there (?:was|were|is|are)|bit (?:into|on|down on)|pulled|had)\b[^.!?\n]{0,30}\b(?:hairs?|metal|glass|plastic|bugs?|fly|flies|maggots?|roach(?:es)?|insects?|mold|band[- ]?aid|wire|rocks?|pebble|screw|nail)\b[^.!?\n]{0,20}\b(?:in|inside|on|out of) (?:the|my|our|his|her|your|their|\w+'s) (?:\w+ )?(?:food|rice|noodles|chicken|steak|shrimp|salad|sauce|plate|dinner|vegetables|veggies|meal|drink)\b"
        ),
        _re(
            r"\b(?:do|would|will|can|could) (?:i|we|you|people|one)(?: still)? get (?:a |any |our |my )?(?:full |partial )?refund\b[^.!\n]{0,15}\b(?:if|when) (?:it(?:'s)? rain\w*|it'?s raining|there'?s (?:rain|a storm)|the weather|i cancel|we cancel|i have to cancel|we have to cancel)|"
            r"\b(?:just kidding|j/?k\b|kidding lol|(?:i was|i am|i\'m|im|only|just) joking|love you|refund (?:polic\w+|rules?|terms)|\b(?:do|did|does|have|has) (?:you|u|ya|yall|people|customers|anyone|anybody)(?: guys)?(?: ever)? (?:have |had |get |got |gotten |receive )?(?:many |any |lots of |a lot of |often )?complain\w*|(?:we|i|they|everyone) (?:still |all )?loved (?:it|him|her|them|everything|the (?:food|show|chef))\b(?![^.!?]*\bbut\b)|(?:it'?s|its|it was|that'?s) (?:totally |perfectly )?(?:fine|ok|okay|all good|no big deal) (?:that )?(?:he|she|they|the chef|it|you)|so funny|(?:didn'?t|don'?t|did not) (?:care|mind)|(?<!you )(?<!guys )\bscammed (?:\w+ ){0,2}(?:last time|before|once|in the past|online|on (?:facebook|craigslist|instagram|ig|yelp))|landlord|pizza guy|uber|doordash|\d+ (?:min(?:ute)?s?) (?:late|early) but)|\b(?:can|could|may|how late|until when|till when|by when|if) (?:i|we|you)? ?(?:still )?(?:can |have to |need to )?cancel\w*\b[^.!?\n]{0,25}\b(?:money|deposit|it|that) back\b|\bleft ?overs?\b|\b(?:will|would|could|can|might|may|does|ever|if|worried|afraid|scared|concerned|so that|make sure)\b[^.!?\n]{0,50}\b(?:burn(?:ed|t|s)?|melt(?:ed|s)?|scorch(?:ed)?|stain(?:ed|s)?|crack(?:ed|s)?|scratch(?:ed)?|damaged?|marks?|ruin(?:ed|s)?)\b|\b(?:do|would|will|can|could|if) (?:i|we|you)\b[^.!?\n]{0,20}\bget (?:any |some |my |our )?(?:money|cash|something|credit|deposit) back\b(?=[^.!\n]*\?|[^.!?\n]{0,30}\b(?:for|if|when)\b)|\bworst[- ](?:case|comes?)\b|\b(?:forecast|weather|rain|wind|heat(?:wave)?|smoke|storm|traffic)\b[^.!?\n]{0,30}\b(?:awful|terrible|horrible|worst|disgusting|disappoint\w*|ridiculous)\b|\b(?:awful|terrible|horrible|worst|ridiculous) (?:forecast|weather|rain|wind|heat|smoke|storm|traffic)\b|\b(?:not|n'?t|don'?t) (?:\w+ )?(?:trying |meaning |want(?:ing)? |mean )?to (?:be|sound|seem|come (?:off|across)(?: as)?) rude\b|\b(?:we|i|my guests|some of us|they)(?: might|'ll| will| may| could)(?: \w+){0,2} (?:be|come|arrive)\b[^.!?]{0,20}\blate\b|\bhate when\b|\b(?:will|do|would|can|could) (?:i|we) (?:still )?get (?:my|our|the|a) (?:money back|refund|deposit back)|\bif (?:it|we|i)\b[^.!]{0,40}(?:money back|refund)|\bdo (?:i|we) get (?:my|our|the) (?:money|deposit) back|hope (?:it|you|the)[^.!?]{0,20}(?:not|n'?t)|not (?:a )?complain\w*|\b(?:no|never|not|n'?t|without|zero)(?: \w+){0,2} complain\w*|\bcomplain\w* (?:to|with|at|about) (?:my|our|his|her|the kids)|\bi(?: was|'m|m| am| got| must have been)(?: \w+){0,2} rude\b|\b(?:not|n'?t|never) (?:\w+ )?(?:unhappy|disappoint\w*|upset)|\b(?:(?:is|r|are) (?:this|it|you|u|these|that)(?: guys)?(?: \w+)?(?: real)?|not|n'?t) ?(?:or )?(?:just )?(?:an? )?(?:scam(?:mers?)?|fraud|rip ?off)|\b(?:no|(?<!refund )please|promise|hope)\b[^.!?]{0,20}\bno[- ]?show|\bno[- ]?show(?:,)? (?:please|pls|just|needed|necessary)|\b(?:neighbou?rs?|hoa|landlord|mother|mom|dad|husband|wife|kids?|people|guests?)\b[^.!?]{0,30}\bcomplain\w*|\b(?:if|when|in case|what if|suppose)\b[^.!?]{0,60}\b(?:no[- ]?show|show up|late|money back|refund)\b|"
            + _ELSEWHERE
        ),
    ),
    Matter(
        "allergy",
        "severe allergy: {said}",
        _re(
            r"\b(?:anaphyla\w*|anafil\w*|al[eé]rgic[oa]s? grave\w*|alergias? (?:muy )?(?:grave|severa|fuerte)s?|epi[- ]?pens?|epinephrine|(?:severe(?:ly)?|serious(?:ly)?|deadly|deathly|life[- ]?threatening|extreme(?:ly)?|really bad|very bad|terrible|bad|highly|super|fatal(?:ly)?|dangerous(?:ly)?)(?: \w+){0,3} (?:allerg\w+|intoleran\w+|reaction|coeliac|celiac)"
            r"|\b(?:even )?(?:a )?traces?\b[^.!?\n]{0,25}\b(?:dangerous|deadly|too much|kill\w*|harm\w*|hospital)\b|allerg\w+[^.!?\n]{0,40}\b(?:severe(?:ly)?|serious|deadly|life[- ]?threatening|could (?:die|kill)|hospital|extreme|airborne|cross[- ]?contam\w+)|(?:could|would|will|might) (?:die|kill (?:him|her|me|them))\b|(?:is|has|have|am|are|with|got|was diagnosed with) (?:a )?(?:celiac|coeliac)\b|(?:celiac|coeliac)(?: disease)?"
            r"|(?:end(?:s|ed)? up|land(?:s|ed)?|put(?:s)?(?: (?:him|her|me|them))?|go(?:es)?|been|was) in (?:the )?(?:er|emergency(?: room)?|hospital|icu)\b[^.!?\n]{0,40}\b(?:touch|eat|ate|eats|smell|peanut|nut|shellfish|shrimp|sesame|soy|egg|dairy|wheat|gluten)\w*"
            r"|(?:touch|eat|ate|eats|smell)\w*\b[^.!?\n]{0,40}\b(?:ends? up in|lands? in|goes to|hospitali[sz]ed|(?:in|to) the (?:er|hospital|emergency room))\b|stops? breathing|can'?t breathe"
            r"|throat (?:closes|swells)|goes into shock|trace amounts|can'?t even (?:touch|be near|smell))\b"
        ),
        _re(
            r"\b(?:nobody|no one|none|no-one|nothing|noone)\b[^.!?]{0,30}(?:allerg|severe|serious|celiac|coeliac)|\b(?:not|isn'?t|aren'?t|wasn'?t) (?:actually |really )?(?:a |an )?(?:celiac|coeliac|severe\w*|allergic|anaphylactic|deathly|serious|life)|\bno (?:celiac|severe|serious|allerg\w+)|n'?t (?:(?:have|got|has) )?(?:an? |any |the )?(?:severe|celiac|coeliac|serious|that bad|deadly|life|allerg)|\b(?:just|only|more of|merely) (?:an? |her |his |their |my )?(?:\w+ )?preference\b|\bmild(?:ly)?\b|\bnothing (?:severe|serious)|\b(?:wife|husband|hubby|mom|mother|dad|father|boss|boyfriend|girlfriend|partner|family|parents|he|she|they)(?:'ll| will| would| might| is gonna| are gonna|'s gonna)? (?:\w+ )?(?:kill|murder) me\b"
        ),
    ),
    Matter(
        "discount",
        "discount or price match asked for: {said}",
        _re(
            r"\b(?:(?:can|could|will|would) (?:you|u|ya|yall)(?: guys)? (?:\w+ )?(?:do|go|get|come) (?:any |a (?:bit|little) )?(?:better|lower|down)\b(?! on the)|(?:can|could|would|will) (?:you|u|ya|yall|we)(?: guys)? (?:just |please |maybe )?(?:do|take|make|accept|go|say|agree on|settle (?:on|for))(?: it| this| that| us)?(?: for| at)? ?\$?\d{2,3}(?:\.\d\d)? ?(?:dollars |bucks )?(?:a|per|each|/) ?(?:head|person|adult|guest|pp|plate|$)|(?:how about|what about|any chance (?:for|of)|chance (?:for|of|at)) \$?\d{2,3} ?(?:each|pp|(?:a|per) (?:head|person|adult|guest))|(?:\$\d{2,4}|\d{2,3} ?(?:each|pp|(?:a|per) (?:head|person|adult|guest))),? (?:instead of|rather than|not) \$?\d{2,4}\b(?! ?(?:people|guests|adults|kids|ppl|of us|pm|am))(?=[^.!\n]{0,12}\?)|(?:can|could|shall) we (?:say|agree on|settle (?:on|for)|do) \$?\d{3,4} (?:total|all in|even|flat)|is (?:that|this) (?:the|your|ur) best(?: price| you can do| offer)?\W*$|best (?:price|you can do|offer)\b|come down (?:on|a)\b|(?:can|could|would|will) (?:you|u|ya|yall)(?: guys)? (?:just |please |maybe )?(?:do|take|make|accept|go)(?: it| this| that| us)?(?: for| at)? ?\$?\d{3,4}(?! ?(?:people|guests|adults|ppl|kids|of us))\b|(?:if|when) (?:we|i) pay (?:in |with |by )?cash|pay(?:ing)? (?:in )?cash[^.?!\n]{0,20}(?:less|off|cheaper)|(?:do|match|give|offer|go|make|beat)(?: us| me)? (?:the |that |it for the )?same (?:price|number|rate|amount|deal)(?! (?:as|like|for) (?:last|before|my|our))|cash price|half (?:off|price)|(?:owner|manager|chef|guy|lady|someone|friend|coworker)[^.?!\n]{0,30}\b(?:told|promised|said|offered|quoted)[^.?!\n]{0,30}\b(?:off|free|half|lower|less|cheaper|special)|discount\w*|price ?match\w*|can (?:you|u|yall) (?:match|beat)\b|(?:match|beat) (?:it|that|this)\b|match (?:their|the|that|his|her|a|another|this) (?:price|quote|offer)|beat (?:their|that|the|this) (?:price|quote)|promo(?:tion(?:al)?)?(?: ?codes?)?|coupons?|groupon|deals?\b(?=[^.!\n]{0,30}\?)|special offers?|specials\b(?=[^.!\n]{0,20}\?)|(?:military|senior|student|teacher|veteran|first responder) (?:rate|price|pricing|deal)"
            r"|\d+ ?(?:%|percent) off|percent off|(?:any|running|have|got|offer|doing) (?:\w+ )?(?:deals?|promos?|promotions?|coupons?|vouchers?|specials)\b(?! (?:diet|request))|(?:promised|told|offered|guaranteed) (?:me|us) (?:a |an |some )?(?:free \w+|discounts?|\d+ ?(?:%|percent))|lower (?:the|your|that) (?:price|rate|cost|quote)|(?:any|some|little|bit of) wiggle room|negotia\w+|(?:do|go|come|give)[^.!?\n]{0,20}\b(?:cheaper|lower|better (?:price|rate|deal))|better (?:price|rate|deal)\b|knock (?:off|some|a|\$?\d+ off)|cut (?:me|us) a (?:deal|break)|haggl\w+|waive (?:the|my|our|that|a)|(?:give|get|offer|owe|comp|gift|grant) (?:me|us) (?:an? |my |our |the |this |one )?(?:\w+ )?free (?:party|dinner|hibachi|event|meal|food|booking|chef|show|upgrades?)\b|for free\?|(?:throw|toss) in (?:some|a|an|the|any|\d+|few)\b|(?:throw|toss) (?:something|anything|it|that) in\b|(?:give|get|add|include|have|throw)[^.!?\n]{0,40}\bfor free\b(?! (?:parking|time))|at no (?:extra|additional) (?:charge|cost)|(?:do|make|offer|give|get)(?: \w+){0,3} for less\b|(?:cheaper|less)(?: \w+){0,3} (?:if|when|for) (?:we |i |you )?(?:all )?(?:pay\w*|cash)|group (?:rate|pricing|price|deal|discount)s?|friends (?:and|&|n) family (?:rate|price|pricing|deal)|(?:can|could|would|will) (?:you|u|ya)(?: guys)? (?:do|feed|take|cook for) (?:about )?\d{1,2} (?:people|ppl|adults|guests|of us) (?:for|at) \$?\d{3,4}|price break|lower (?:rate|price)s?|loyalty|(?:get|have|give|offer|is there)(?: \w+){0,2} (?:anything|something|a bit|some) off|something off|(?:a bit|little|some(?:thing)?) off (?:the|for|if)|comp (?:the|my|us))\b"
        ),
        _re(
            r"\b(?:don'?t|do not|can'?t|cannot|didn'?t|won'?t) (?:eat|finish) (?:everything|it all|all)\b|"
            r"\b(?:do|does|is there|are there|any|get|have|give)\b[^.?!\n]{0,20}\b(?:kids?|child(?:ren)?|toddlers?|little ones|under (?:\d+|six|ten|twelve))\b[^.?!\n]{0,15}\bdiscounts?\b|\bdiscounts? for (?:the |my |our )?(?:\w+ )?(?:kids?|child(?:ren)?|toddlers?|little ones)\b|\b(?:we|i|let'?s|us)(?:'d| would|'ll| will| can| could)? ?(?:like to |love to |want to |wanna |need to |gonna |going to |also |just |maybe )*(?:throw|toss) in\b(?!.*\b(?:free|discount|off)\b)|\b(?:his|her|my|our|their|a|the|work|job|\w+'s) promotion\b(?! code)|\bpromotion (?:party|dinner|celebration|lunch)\b|\b(?:which|what)\b[^.?!\n]{0,40}\b(?:come[s]?|is|are|get|have|pick|choose|includ\w*)\b[^.?!\n]{0,30}\b(?:at|for|with|without) (?:no )?(?:any )?(?:extra|additional|added) (?:cost|charge|fee)|"
            r"\b(?:discount|something off|money off)\b[^.?!\n]{0,20}\b(?:for|if (?:i|we)|when (?:i|we)|to) (?:\w+ )?(?:refer|recommend)\w*|\bif (?:i|we) (?:refer|recommend)\w*\b[^.?!\n]{0,50}\bdiscount|\b(?:no|(?<!why )not|isn'?t|without|don'?t (?:want|need|expect)|wasn'?t) (?:a |any |looking for |asking for |after |here for |expecting |need(?:ing)? )*(?:a |any )?(?:discounts?|deal|big deal)\b|\bif\b[^.?!\n]{0,30}\b(?:people|ppl|guests?|of us|kids|adults|friends|someone|somebody|drops? out|bails?|cancels?|fewer|less|don'?t come|can'?t (?:come|make))\b[^.?!\n]{0,30}\b(?:cheaper|less|lower|go down|drop)\b|\b(?:cheaper|less|lower|go down)\b[^.?!\n]{0,12}\b(?:if|with|for) (?:\w+ )?(?:fewer|less|\d+|two|three|four|some|a few|we'?re|there)\b|\bor (?:is it |is |it'?s )?(?:always |all )?(?:the )?same\b|\b(?:have|got|is there|offer|any)\b[^.?!\n]{0,15}\b(?:anything|something|package|option|options|menu|one)\b[^.?!\n]{0,15}\b(?:cheaper|less expensive|lower)\b|\bbig deal\b|\bdeal with\b|(?:^|[.!?\n]\s*|\bit'?s a |\bok(?:ay)?,? |\byes,? |\bgot (?:yourself )?a )deal[!.]"
        ),
    ),
    Matter(
        "corporate",
        "corporate account or invoice with terms: {said}",
        _re(
            r"\b(?:corporate (?:account|rate|billing|contract)|business account|company account|net[- ]?(?:15|30|45|60|90|thirty|sixty)|(?:invoice|invoiced|bill|billed|billing|pay)[^.!?\n]{0,40}\b(?:terms|net|monthly|quarterly|purchase order|accounts payable|our company|later by invoice)|purchase orders?|\bp\.?o\.? (?:number|#)|vendor (?:form|registration|set ?up|onboarding|portal|packet)"
            r"|w-?9\b|accounts payable|payment terms|on terms|certificate of insurance|\bcoi\b|retainer|recurring (?:events?|dinners?)|master service)\b"
        ),
        _re(
            r"\b(?:pay(?:ing|s)? (?:it |this |for it )?(?:personally|privately|ourselves|myself)|privately|personally|company (?:isn'?t|is not) involved|not (?:a |for a |the )?(?:company|corporate|business)|ordinary receipt)\b"
        ),
    ),
    Matter(
        "custom_menu",
        "custom menu asked for: {said}",
        _re(
            r"\b(?:custom(?:i[sz]ed?)?|bespoke|tailor(?:ed|-made)?|personali[sz]ed|own|different|special(?:ly)?|completely new|off[- ]menu) (?:\w+ )?menus?\b|\bmenu\b[^.!?\n]{0,40}\b(?:custom\w*|bespoke|from scratch|of our own|(?:designed|created|written|built|made|put together|crafted|composed|developed|tailored)(?: \w+){0,2} (?:for|around|just|with) (?:us|me|our|my|this|the)|designed (?:specially|specifically|especially))|\b(?:none|nothing|not any) (?:of|from|on|off) (?:your|the) (?:standard|regular|usual|normal|set)? ?(?:menu|items|dishes|stuff|things|offerings)\b|\b(?:five|six|seven|eight|nine|ten|5|6|7|8|9|10|multi|several)[- ]courses?\b(?! (?:meal )?include)|\b(?:design|create|write|compose|craft|put together|develop|build) (?:us |me |for us )?(?:a|an|our own|our) (?:\w+ ){0,2}menu\b|\bnot on (?:the|your) menu\b|\binstead of (?:your|the) (?:regular|usual|normal|standard) (?:menu|one|food)\b"
            rf"|\b(?:can|could|do|would|will|does|have|serve|make|cook|add|get|want|like|offer)\b[^.!?\n]{{0,40}}\b{_OFF_MENU}\b(?![^.!?\n]{{0,15}}(?:allerg|free))|\b(?:with|and|plus) (?:wagyu|sushi|sashimi|duck|lamb|crab|king crab|omakase)\b"
        ),
        _re(
            rf"\b(?:do|does) (?:you|u|ya|yall|the chef)(?: guys| all)? (?:also |even |ever )?(?:have|serve|offer|carry|got|cook|grill|use|handle)\b[^.?!\n]{{0,20}}\b{_OFF_MENU}\b(?![^.?!\n]*\binstead\b)|\b(?:no|without|not(?! on (?:the|your))|don'?t|avoid\w*|away from|clear of|n'?t|free of|cook with|use|allergic to|eats?|contains?|is there|any)\b[^.!?\n]{{0,20}}\b{_OFF_MENU}\b|\b(?:what|how) about (?:some |the |any )?{_OFF_MENU}\b\W*(?:\?|$)|better than|than (?:sushi|pizza|tacos?|bbq|burgers?)|\b(?:pizza|taco|burger) (?:guy|man|truck|delivery|place|party|night)\b|\border (?:me|us) (?:an? |some )?(?:\w+ )?(?:pizza|sushi|burgers?|tacos?)\b|\b(?:at|by|near|behind|over|around) (?:the|an?|our|my|his|her) (?:bbq|barbecue)\b"
        ),
    ),
    Matter(
        "indoor",
        "indoor set-up asked for: {said}",
        _re(
            r"\b(?:indoors?|in-?door|inside)\b|\b(?:cook|set ?up|grill|hibachi|come|do it|party|have it)[^.!?\n]{0,40}\bin (?:my|our|the|a) (?:living room|kitchen|garage|apartment|condo|basement|dining room|house(?! ?warming)|sun ?room|lobby|office|hall|ballroom|clubhouse)\b|\b(?:is|are|would|will|does|can)\b[^.!?\n]{0,6}\b(?:my|our|the|a) (?:\w+ )?(?:garage|living room|kitchen|sun ?room|basement)\b(?: be| also)? (?:ok|okay|fine|alright|possible|works?|count|good|enough|do)\b"
        ),
        _re(
            r"\b(?:dogs?|cats?|pets?|pupp(?:y|ies)|kitt(?:y|en|ens)|animals?|bab(?:y|ies)|toddlers?|kids?|child(?:ren)?|guests?|grand(?:ma|pa|mother|father|parents)|people|everyone|everybody)\b[^.!?\n]{0,20}\b(?:stay|stays|staying|be|is|are|go|goes|wait|remain|play|sleep|nap|run|hide|kept|keep|locked|put|come|hang(?: out)?|sit)\b(?! (?:a |the )?(?:hibachi|grill|cook))[^.?!\n]{0,12}\b(?:inside|indoors?)\b(?![^.?!\n]*\b(?:cook|grill|set ?up)\w*\b(?![^.?!\n]*\b(?:outside|outdoors|out back|back ?yard|patio)\b))|\b(?:keep|put|lock|leave|bring|take|have|move)(?:ing)? (?:\w+ ){1,3}?(?:dogs?|cats?|pets?|pupp(?:y|ies)|animals?|kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|guests?|people|everyone|everybody)\b[^.?!\n]{0,12}\b(?:inside|indoors?)\b|\b(?:we|i|they) (?:can |could |will |should |have to |need to |must )?(?:stay|wait|hang out|eat|sit|sleep|watch)\b[^.?!\n]{0,10}\b(?:inside|indoors?)\b|"
            r"\b(?:not|no|never|n'?t|instead of|rather than) (?:be |being |going |cook\w* |it |at |all |do |have |it'?s )*(?:inside|indoors?)\b|\binside (?:of )?(?:the )?\d|\b(?:in the )?open[- ]air\b|\bopen to the sky\b|\b(?:roof(?:top)?|open) (?:terrace|deck|patio|garden)\b(?![^.!?]*\b(?:enclosed|indoors?|covered|glass)\b)|\b(?:it'?s|it is|all|we'?re|held) (?:all )?(?:outside|outdoors)\b(?![^.!?]*\b(?:inside|indoors?)\b)|\b(?:eat|seat(?:ed|ing)?|sit|tables?|guests?|bathrooms?|serve the food)\b[^.!?\n]{0,20}\b(?:inside|indoors?)\b|\binside (?:the )?(?:city|limits|bay|your (?:area|radius|zone)|joke|out)\b|\bcome inside to\b|\binside (?:of )?(?:an? |the |some |your )?(?:\w+ )?(?:code|quotes?|quotation|brackets?|tags?|xml|json|block|poem|message|text|story|triple|backticks|instructions|prompt|info\w*|scoop|look)\b|\bcome (?:out )?(?:in|into) (?:my|our) (?:house|home|place)\b(?![^.!?]*\b(?:kitchen|living room|garage|inside|indoors?)\b)|\bindoor plumbing\b|\b(?:indoor|inside) (?:pool|cat|dog|plants?|kitchen)\b(?![^.!?]*\b(?:cook|grill|set up|hibachi) (?:there|inside|in it))"
        ),
    ),
    Matter(
        "enquiry",
        "media, press, partnership or job enquiry: {said}",
        _re(
            r"\b(?:hiring(?! (?:you|your|a (?:private |hibachi |personal )*chef|the chef|one of your))|(?:chef|cook|server|job|work|staff|kitchen) openings?|openings? (?:for|as) (?:a |an |any )?(?:chefs?|cooks?|servers?|drivers?|staff)|(?:need|needing|looking for) (?:any )?(?:more )?(?:chefs|cooks|drivers|staff)|(?:i'?ve|i have|i) worked (?:at|as|for|in) (?!.{0,30}(?:party|event))|job (?:opening|opportunit\w+|application)|jobs\b(?=[^.!\n]{0,20}\?)|any jobs|apply (?:for|to work|as)|my resume|résumé|(?:to|wanna|gonna|i|we|and) work (?:for|with) you(?: guys)?(?! out)|looking for (?:work|a job)|join your team|become a chef|employment|open positions?|career|internship|i'?m a (?:\w+ ){0,2}chef (?:w|with|looking|who)|journalist|reporter|press (?:enquir\w+|inquir\w+|release|pass)|(?:writ(?:e|ing)|doing) an? (?:article|story|piece|feature)|magazine|newspaper|tv (?:show|station|segment)|podcast"
            r"|interview (?:you|the|your)|media (?:enquir\w+|inquir\w+|kit|request)|partnership|partner (?:with you|up)|collab(?:orat\w+|s)?\b|influencer|sponsor\w*|affiliate|wholesale|franchis\w+|we (?:offer|provide) (?:seo|marketing|leads|web)|seo services|event planner partnership|vendor partnership|exposure in exchange|(?:i'?m|i am|we'?re|we are) an? (?:\w+ ){0,3}(?:chef|cook|server|bartender|waiter|waitress)\b[^.!?\n]{0,60}\b(?:openings?|hir(?:e|ing)|work|jobs?|positions?|vacanc\w+)|(?:looking for|need|hire|hiring) (?:\w+ ){0,3}(?:servers|chefs|cooks|assistants|assistant chefs|bartenders|waiters|helpers)\?|(?:i|we) (?:write|report|work) for (?:the|a|an) [^.!?\n]{0,40}(?:courier|times|post|news|paper|magazine|gazette|chronicle|herald|tribune|blog|radio)|interview (?:someone|somebody|one of|a|an|him|her|them)|producer (?:with|at|for|of)|feature (?:your|you)\b|(?:live|tv|news|radio) segment|(?:like|love|want|wanted|hoping) to apply|apply(?:ing)? (?:as|for a|to work)|(?:food|lifestyle) (?:blogger|critic|writer)|content creator|donat(?:e|ion) (?:a|to|for)|auction)\b"
        ),
        _re(
            r"\b(?:just|only) want (?:a|to have a|to book a) (?:\w+ )?(?:dinner|party|evening)\b|\b(?:write|fix|edit|improve|proofread|review|format|redo|polish|make)(?: me| up)? (?:my|a) (?:resume|r[eé]sum[eé])\b|\b(?:good|great|nice|awesome|amazing|hard) job\b|\bcollabs? (?:party|birthday)\b"
        ),
    ),
    Matter(
        "person",
        "customer asked for a person: {said}",
        _re(
            r"\b(?:could|can|would|will|may|might) (?:some(?:one|body)|anyone|anybody|a (?:person|colleague|human|member)|one) (?:(?:of|from|in|at|on) (?:your|the) (?:\w+ )?(?:office|team|staff|company|crew|side|end|people)|real|human|there)(?: please| kindly)? (?:talk|speak|call|phone|ring|contact|reach|help|write|get|text|answer)\b|\b(?:get|have|want|need|like|request|arrange|schedule|hoping for) (?:a |an )?(?:\w+ )?(?:call ?back|phone call|callback)\b|\b(?:can|could|may|let me) (?:i|we)? ?(?:talk|speak|chat) (?:directly )?(?:to|with) (?:the|your|a|one of your) (?:chefs?|cook)\b(?![^.?!\n]*\b(?:on the (?:day|night)|at the party|that (?:day|night)|during|while|before (?:the|he|dinner|we eat))\b)|"
            r"\b(?:talk|speak|chat) (?:to|with) (?:one of |some(?:one|body) (?:of|from|on) )(?:your|the) (?:\w+ )?(?:staff|team|people|employees|colleagues|guys|members?)\b|\b(?:could|can|would|will) (?:someone|somebody|anyone|one of you|one of your \w+)(?: please| kindly)? (?:call|phone|ring|give (?:me|us) a (?:call|ring))\b|"
            rf"\b(?:talk|speak|chat|connect|transfer|put|pass|get|text|call)\b(?: (?:me|us))?(?: \w+){{0,3}}? (?:to|with|through to|over to|on (?:with )?)(?: (?:a|an|the|your|some))* {_PERSON}\b|\b(?:want|need|like|get|give|rather have|prefer)(?: me| us)?(?: to (?:talk|speak|chat) (?:to|with))? (?:a|an|the|your|some) {_PERSON}\b(?! chef)"
            rf"|\b(?:is there|do you have|got) (?:a|an|any|some) {_PERSON} (?:(?:that |who )?(?:i|we) (?:can|could)|to) (?:talk|speak|chat|text|call)|\b(?:prefer|rather|like|love) (?:talking|speaking|chatting|dealing) (?:to|with) (?:a |an |the |your )?{_PERSON}\b|\b(?:talk|speak|chat) (?:to|with) (?:whoever|whomever|who(?:ever)? is) (?:runs|in charge|owns|responsible|handles)\b|\b(?:could|can|would|will|may|please (?:have|let)) (?:the|your|an?) (?:owner|manager|boss|person|human|colleague) (?:please )?(?:call|phone|ring|text|email|contact|reach|write)\b|\b(?:don'?t|dont|do not|not|hate|stop|no) (?:wanna |want to |like |going to |gonna )*(?:talk(?:ing)?|speak(?:ing)?|chat(?:ting)?|text(?:ing)?|deal(?:ing)?) (?:to|with) (?:a |an |this |some )?(?:bots?|robots?|machines?|computers?|ai)\b|\b(?:get|give|find|send) me an? {_PERSON}\b|\bwho (?:do|can|should|could) (?:i|we) (?:talk|speak) (?:to|with)\b"
            r"|\b(?:call|phone|ring) (?:me|us) (?:back )?(?:at|on) [^.?!\n]{3,24}? (?:to (?:discuss|talk|go over|sort|arrange|chat|work|answer|explain)|about\b|asap\b|right away|so (?:we|i) can)|\b(?:call me(?: back)?(?: please| pls|\b(?! ?(?:at\b|later|by\b|on (?:my|this|the|that|\(?\+?\d)|under\b|if\b|\(?\+?\d)))|have (?:someone|somebody|a person|a human|the owner|a manager) (?:call|ring|phone|contact|text|email|reach|get)|can (?:someone|somebody|a person|a human|anyone|the owner|a manager)(?: real| actually| human| please)? (?:call|contact|text|email|reach|help|get back|answer|reply|respond|look|check|handle)|(?:can|could|would|will) (?:you|u|ya|y'?all)(?: guys| please)?(?: please)? (?:give (?:me|us) a (?:quick )?(?:call|ring|buzz|callback)|(?:call|phone|ring) (?:me|us)(?: back)?(?=\W*(?:$|[.,!?;\n])| (?:please|pls|at|about|regarding|tomorrow|today|tonight|asap|now|later|sometime|this|so|and|or|i|on)\b))\b(?! (?:when|before|once|if)\b)|(?:call|text|ring|reply|answer) ?back from (?:a |an |some)?(?:actual |real |live )?(?:employee|person|human|someone|somebody|manager|owner)|(?:manager|owner|boss|supervisor|someone|somebody|team) (?:please )?give (?:me|us) a (?:ring|call|shout|buzz|callback)|(?:speaking|talking) (?:to|with) (?:someone|somebody|a (?:real |actual |live )?(?:person|human))|any ?(?:one|body) (?:that |who )?(?:i|we) can (?:actually |really )?(?:talk|speak) (?:to|with)|(?:deal|dealing) with an? (?:actual |real |live )?(?:human|person)(?: being)?|human please|real person please|agent please|representative|escalate (?:this|it|me|my)|customer (?:support|care)|(?:is|are) there (?:a|an|any|some) (?:real |actual |live )?(?:person|people|human|humans|somebody|someone|staff)(?: here| there| around| available| (?:i|we) can)?\s*(?=[?.!]|$| (?:to|who|that|i|we) )|(?:i|we) don'?t (?:do|like|trust|use|understand) (?:computers|machines|bots|robots|chat ?bots|ai|technology)|(?:talk|speak|chat) (?:to|with) the (?:lady|man|woman|gentleman|girl|guy|person|one) (?:who|that|from|we|i)|speak to (?:someone|somebody|management)|talk to (?:someone|somebody|people)|(?:yes |yeah |please |pls |ok )*(?:ask|check with) (?:them|your team|the team|your people|the chef|the owner|the manager|somebody|someone)(?: please| pls| then)?\s*(?=$|[.!,])|no (?:more )?bots?|not a (?:bot|robot|machine)|customer service|(?:is|are) (?:the|your) (?:owner|manager|boss|supervisor|team|staff) (?:around|there|in|available|free|on)|(?:put|transfer|connect) me (?:through|over)|someone (?:real|human)|(?:live|real|human) (?:agent|person|rep|support|chat)\b(?! chef)|(?:talk|speak|chat) (?:to|with) (?:that|this) (?:person|man|lady|guy)|(?:discuss|talk about|go over|sort out|arrange|clarify)(?: \w+){0,2} (?:with|by) (?:a |an |the |some |your )?(?:real |actual )?(?:person|human|someone|somebody|member of (?:your|the) (?:staff|team)|staff|team|owner|manager)|who(?:'s| is) in charge|(?:deal|talk|chat|speak) (?:directly )?(?:with|to|w) (?:the |an? |your )?(?:owner|human|real person|manager|boss))\b|\b(?:don'?t|dont|do not|rather not|won'?t|hate to|hate|refuse to|not going to|tired of)(?: (?:want|wanna|like|wish|care)(?: to)?)? ?(?:chat|talk|speak|writ|deal|text|typ)(?:e|ing|ting)? (?:to|with|w) (?:an? |some |this |that |the )?(?:computers?|machines?|(?:chat ?)?bots?|robots?|ai|automat\w+|software)\b|\b(?:is|are) (?:there )?(?:a human|anybody real|anyone real|somebody real|someone real|real people|any human)\b(?! chef)|\b(?:transfer|connect) me\b|\b(?:person|human|somebody|someone) (?:please )?take over\b|(?:^|[.!?\n])\W*(?:a |an |real |live )*(?:human|human being|agent|operator|representative|person|manager)(?: now| please| pls| asap)?\s*(?:[.!?\n]|$)"
            r"|\b(?:hablar|comunicarme|comunicarse|contactar\w*|hable) con (?:un|una|el|la|su|alg[uú]n|alguna)? ?(?:persona|humano|agente|gerente|representante|encargad\w+|due[nñ]\w+|alguien|ser humano)\b"
        ),
        _re(
            r"\b(?:this|it|here|me)(?:'s| is|,)?(?: me,?)? (?:is )?(?:the|your) (?:owner|manager|boss|supervisor)\b|\b(?:i'?m|i am) (?:the|your) (?:owner|manager|boss|supervisor)\b|\b(?:are|r|is|am) (?:you|u|ya|this|i|it)\b(?: \w+){0,4} (?:real|actual|live|human|bot|robot|ai|person|machine)\b(?![^.!?]*\b(?:or|and|but) (?:can|could|i|let|may|get))|\b(?:does|do|will|would|is) (?:an? |the )?(?:real |actual |live )*(?:person|human|human being|chef|cook|someone|somebody) (?:\w+ )?(?:come|comes|cook|cooks|cooking|show up|shows up|be there|there|stand|prepare|make)\b|\b(?:person|human|somebody|someone|people) (?:who |that |to |actually |really |also |comes? |out |over |and |there |here |does |do |the |all |is |are |will |for us )*(?:cook\w*|grill\w*)\b|\breal human chef\b|\bhuman chef\b|\bperson(?:s)? (?:per|party)\b|(?<!with )(?<!to )(?<!by )(?<!me )(?<!get )(?<!want )(?<!need )(?<!, )\b(?:per|each|a) person\b(?![^.!?]*\b(?:talk|speak|call))|\bamong people\b|\btalk(?:ing)? to (?:my|our|a bunch)\b|\b(?:talk|speak|act|write|sound|text|reply|answer)\w*(?: to (?:me|us))? like an? (?:\w+ )?(?:human|person)\b|\bcheck with someone\b|\bsurprise\b|\b(?:no need|don'?t|do not|dont|not necessary|needn'?t|please don'?t|without|rather not|not)(?: (?:need|have|want|like))?(?: (?:to|you to|anyone to|anybody to|someone to|a|any))* (?:call\w*|phon\w+|ring)\b(?!\w* (?:back|you)\b)|\b(?:need|want|like) (?:a|another|one more|some|someone|somebody) ?(?:person|people|human)? to (?!talk|speak|chat|call|text|help|answer|contact|reach|ring|phone|get|deal|handle|sort|look|email|write|take)"
        ),
    ),
)


_SENTENCE = _re(r"[^.!?\n]*[.!?\n]*")
_ASKS_FOR = _re(
    rf"\b(?:what|how) about (?:some |the |any )?(?P<dish2>{_OFF_MENU})\b\W*(?:\?|$)|\b(?:do|does) (?:you|u|ya|yall|the chef)(?: guys| all)? (?:also |even |ever )?(?:have|serve|offer|carry|got|cook|grill|use|handle)\b[^.?!\n]{{0,20}}\b(?P<dish>{_OFF_MENU})\b"
)


def off_menu(text: str) -> str | None:
    """A dish that we do not have and that is only asked after: "do you have pork belly"."""
    asked = _ASKS_FOR.search(text)
    return (asked["dish"] or asked["dish2"]).lower() if asked else None


def excused(kind: str, text: str) -> bool:
    """Whether a text says itself that a matter is none ("nothing serious", "not trying to be rude")."""
    return any(
        matter.kind == kind and matter.unless is not None and bool(matter.unless.search(text)) for matter in MATTERS
    )


def without_excused(kind: str, text: str) -> str:
    """The sentences of a text, less those that say themselves that a matter is none."""
    unless = [matter.unless for matter in MATTERS if matter.kind == kind and matter.unless is not None]
    sentences = _SENTENCE.findall(text)
    return "".join(said for said in sentences if not any(pattern.search(said) for pattern in unless))


def is_severe_allergy(said: str) -> bool:
    """Whether what somebody wrote below "allergies" is one that a person has to decide about ("peanuts, epipen")."""
    told = f"{said}. Allergic to {said}. {said} allergy."
    return any(matter.kind == "allergy" for matter, _ in find(told))


def find(text: str) -> tuple[tuple[Matter, str], ...]:
    """Every matter that a text raises, the gravest first, with the sentence that raises it."""
    hits = []
    for matter in MATTERS:
        for match in matter.pattern.finditer(text):
            sentence = _sentence(text, match.start(), match.end())
            if matter.unless is None or not matter.unless.search(sentence):
                hits.append((matter, sentence))
                break
    return tuple(hits)


def _sentence(text: str, start: int, end: int) -> str:
    first = max((text.rfind(mark, 0, start) for mark in ".!?\n"), default=-1) + 1
    lasts = [place for mark in ".!?\n" if (place := text.find(mark, end)) >= 0]
    return " ".join(text[first : min(lasts) + 1 if lasts else len(text)].split())
