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


_PERSON = (
    r"(?:real |actual |live |human |another |some )*(?:person|human(?: being)?|agent|representative|rep"
    r"|manager|supervisor|owner|operator|somebody|someone|staff(?: member)?"
    r"|member of (?:your|the) (?:staff|team)|people|your boss|employee)"
)
_OUR_PEOPLE = (
    r"(?:(?:one of |some(?:one|body) (?:of|from|on|in|at) |a (?:person|human|colleague|member) (?:of|from|on|in"
    r"|at) )?(?:the|your|ur) (?:\w+ )?(?:team|staff|people|crew|office|colleagues?|manager|owner|boss"
    r"|supervisor|guys|company|human|person)|(?:a|an|some|another|real|actual|live|your)(?: (?:real|actual"
    r"|live))? (?:person|human|human being|colleague|manager|team ?mate|supervisor|staff member)|some(?:one"
    r"|body)(?: else| real)?|a real one)"
)
_OFF_MENU = (
    r"(?:wagyu|kobe|sushi|sashimi|nigiri|duck|lamb|veal|venison|bison|rib ?eye|tomahawk|prime rib"
    r"|brisket|pork(?: belly| chops?)?|bacon|crab(?: legs)?|king crab|oysters?|octopus|eel|tuna|ahi"
    r"|sea ?bass|halibut|cod|mahi"
    r"|caviar|foie gras|truffles?|ramen|udon|tempura|teriyaki burgers?|pizza|tacos?|burgers?|pasta"
    r"|paella|bbq|barbecue|korean bbq|curry|dumplings? bar|omakase|poke|quail|turkey|ham)"
)

_BODY = (
    r"(?:my|his|her|our|their|the|\w+'s) (?:\w+ ){0,2}?(?:arms?|hands?|face|eyes?|legs?|fingers?|neck"
    r"|chest|foot|feet|skin|wrist|cheek|forehead|lap|hair|thigh|shoulder|scalp|eyebrows?|sleeve|shirt"
    r"|dress)"
)
_GEAR = (
    r"(?:your|the|ur|his|that) (?:\w+ )?(?:chef'?s?|driver'?s?|cook|guys?|crew|staff|helper|assistant|van"
    r"|truck|trailer|car|grill|hibachi|cart|flames?|fire|oil|grease|equipment|propane tank|burners?)"
)
_TAKEN = (
    r"(?:\b(?:you|u|guys|they|someone|somebody) (?:just |guys |already |all )*(?:took|charged|debited"
    r"|withdrew)\b|\b(?:charge|payment|debit|transaction)\b[^.?!\n]{0,40}\bon my (?:\w+ )?(?:card|account"
    r"|statement|bank)\b|\bmy (?:\w+ )?(?:card|account) (?:was|got|has been) (?:charged|debited)\b)"
)
_UNBOOKED = (
    r"\b(?:i|we)(?: have|'ve)? (?:never|did ?n'?t|did not|haven'?t|have not)(?: even| ever"
    r"| actually)? (?:book|order|authori[sz]|reserv|sign|hir|made? an? booking)\w*\b"
)
_TAKEN_UNBOOKED = rf"{_TAKEN}.{{0,80}}{_UNBOOKED}|{_UNBOOKED}.{{0,80}}{_TAKEN}|"
""" "You took 100 from my card and I never booked": whatever party stands under the contact."""
_PROPERTY = (
    r"(?:my|our|the|his|her|their|\w+'s) (?:\w+ ){0,3}?(?:deck|patio|tables?|lawn|grass|fence|garage"
    r"|garage door|driveway|car|wall|floor|tiles?|pavers?|counter ?tops?|umbrella|awning|canopy|gazebo"
    r"|pergola|rug|tablecloth|tree|bush(?:es)?|siding|window|gate|mail ?box|couch|furniture|chairs?"
    r"|concrete|door|house|fridge|flower ?beds?|sprinklers?)"
)

_ELSEWHERE = (
    r"\b(?:benihana|kobe steakhouse|cheesecake factory|olive garden|chipotle)(?:'s)? (?:was|is|were"
    r"|had|did)\b|\b(?:at|from|with) benihana\b|"
    r"\b(?:did|tried|had|used|went (?:to|with)|was at|were at|booked|hired|rented) (?:an? |the |some "
    r"|this )(?:\w+ )?(?:restaurants?|caterers?|food truck|taco (?:truck|guy)|buffet|steak ?house"
    r"|banquet\w*|hall|winery|bowling alley)\b"
    r"|\b(?:last|other|previous|another|different|former) (?:\w+ )?(?:caterers?|company|place|hibachi"
    r"|chef|restaurant|vendor|food truck|taco (?:truck|guy))\b"
    r"|\b(?:last (?:year|time|summer|spring|fall|winter)|in the past"
    r"|before)\b[^.?!\n]{0,40}\b(?:tacos?|pizzas?|burgers?|bbq|barbecue|sushi|ice cream|paella|pasta"
    r"|indian|thai|mexican|italian|dj)\b"
    r"|\b(?:two|three|four|five|\d|several|some|many|a few|a couple of|couple|all the"
    r"|other) (?:other )?(?:\w+ )?(?:compan(?:y|ies)|caterers?|places|vendors|restaurants"
    r"|businesses) (?:already|so far|before|and|but|none|never|didn'?t|don'?t|now)\b"
    r"|\b(?:last|the other) (?:year|time|month|summer|spring|fall|winter)'s (?:\w+ )?(?:guy|man|lady"
    r"|people|caterers?|chef|truck|company|place|vendor|cook)\b"
    r"|\b(?:the|that) (?:guys?|people|company|man|lady|ones?|crew|chef|place) (?:that |who )?(?:we"
    r"|i) (?:had|hired|used|booked|tried|got) (?:last|before|back in|for (?:my|our|his|her) last)\b"
    r"|\b(?:had|hired|used|booked) an?(?:other| different) (?:\w+ )?(?:company|caterer|chef|place)\b"
    r"|\bthe (?:taco|pizza|burger|bbq|barbecue|sushi|paella|ice cream|coffee|dj|band) (?:guy|man|lady"
    r"|people|truck|van|stand|cart|place)\b"
    r"|^(?!.*\b(?:you|your|yours|ur|ya|y'?all)\b).*\b(?:an?|some|my|our|his|her"
    r"|their) (?:\w+ ){0,2}?(?:caterers?|catering (?:company|service)|restaurants?|food trucks?"
    r"|taco (?:truck|guy|man)s?|buffet|steak ?house|banquet hall|deli|bakery)\b"
)
"""Words that put an evening at another provider's door; with "you" in the sentence it may still be ours."""

MATTERS: tuple[Matter, ...] = (
    Matter(
        "person",
        "customer asks about their own data (forget or export): {said}",
        _re(
            r"\b(?:delete|erase|remove|wipe|forget)\b[^.!?\n]{0,25}\b(?:(?:all |any )?(?:my"
            r"|our) (?:personal )?(?:data|information|info|details|account|records?|history|profile)"
            r"|(?:everything|all|anything)(?: that)? you (?:have|know|keep|stored?)"
            r"|(?:all )?about me)\b"
            r"|\b(?:what|which) (?:data|information|info|personal data) (?:do you|have you|did you"
            r"|you)\b[^.!?\n]{0,25}\b(?:about|on|of) (?:me|us)\b"
            r"|\b(?:copy|export|download)\b[^.!?\n]{0,20}\b(?:of )?(?:my|our) (?:personal )?(?:data"
            r"|information|records?)\b|\b(?:gdpr|ccpa|right to be forgotten)\b"
        ),
        _re(r"\b(?:don'?t|do not|never|won'?t|didn'?t|did not|can'?t|cannot) (?:forget|delete|erase|remove)\b"),
    ),
    Matter(
        "injury",
        "injury or illness reported: {said}",
        unless=_re(
            r"\A(?![\s\S]*\b(?:your (?:food|chef|grill|staff|guy|cook|dinner|party|meal)"
            r"|(?:after|from|since) (?:the|that|last \w+'?s?) (?:dinner|party|food|meal)"
            r"|(?:the|ur|ya'?ll'?s) (?:chef|grill|cook|food)"
            r"|at (?:the|our|your|last \w+'?s?) (?:party|dinner|event)"
            r"|food poison\w* (?:after|from|since|at|by|because))\b)[\s\S]*\b(?:cancel\w*"
            r"|call(?:ing)? (?:it |this |the party |everything )?off|postpon\w*|resched\w*"
            r"|(?:move|push|shift|change) (?:it|the|our|my)\b)|"
            r"\b(?:food poison\w*|sick|ill|hurt|burned|burnt)\b[^.!?\n]{0,20}\b(?:at|from|with"
            r"|by) (?:the|an?|our|my|some|this)? ?(?:last|other|previous|another|different|former|old"
            r"|first|restaurant|caterer|buffet|place (?:we|i) (?:had|used|went))\b|"
            r"\b(?:will|would|could|can|might|do|does|did|has|have) (?:i|we|you|u|anyone|anybody"
            r"|people|someone|guests|kids|any (?:guests|kids))\b[^.!?\n]{0,25}\b(?:food poison\w*|sick"
            r"|burn(?:ed|t)|hurt|injured|ill)\b"
            r"|\b(?:on|with) (?:a|the|our|my|his|her) (?:stove|oven|iron|curling iron|candle"
            r"|camp ?fire|fireworks?|coffee|kettle|heater|radiator)\b"
            r"|\b(?:with|by|from|at|to) (?:another|a different|some other|my \w+'?s?"
            r"|a friend'?s) (?:\w+ )?(?:company|caterer|chef|hibachi|party|restaurant|place)\b"
            r"|\bwith an? (?:broken|bad|sprained|injured|hurt|fractured)\b"
            r"|\bnothing (?:serious|bad|severe|major)\b|\bnot (?:serious|severe|your fault|that bad)\b"
            r"|\b(?:intoleran\w+|lactose|from (?:dairy|milk|gluten|onions?|spicy))\b"
        ),
        pattern=_re(
            r"\b(?:injur\w*|burn(?:ed|t) (?:my|his|her|our|me|him|a|the guest)|got burn\w*"
            r"|hospitali[sz]ed|food poison\w*|went to (?:the )?(?:er|hospital|emergency)"
            r"|(?:got|made|were|was|are|been|fell) (?:us |me |him |her |everyone |really |so |very "
            r"|all )*sick (?:after|from|since)|sick from (?:your|the) food"
            r"|made (?:me|us|him|her|(?:my|our) \w+) (?:throw up|vomit|puke|sick|ill)\b|threw up after"
            r"|(?:throwing|threw) up since|throwing up (?:all (?:night|day) )?(?:after|since|from)"
            r"|(?:got|were|was|felt|became|fell) (?:really |very |so |pretty |all )?ill\b(?! at ease)"
            r"|(?:cut|burned|burnt|hurt) (?:himself|herself|themselves)|bled (?:on|all over|into)"
            r"|bleeding|hurt by your|got hurt|ambulance|paramedics"
            r"|(?:had|has|having|got|have) an? (?:\w+ )?(?:allergic )?reaction (?:after"
            r"|to (?:your|the (?:food|shrimp|sauce|dinner))|from|at the (?:party|dinner)|during|last)"
            r"|broke out in hives|blisters?|needed stitches|choked on"
            r"|(?:me|le|se|nos|lo|la|les) quem(?:ó|o|aron|amos)\b"
            r"|quem(?:ó|aron) a (?:mi|mis|nuestr\w+|su)\b|quemaduras?|intoxicaci[oó]n|intoxicad\w+"
            r"|(?:nos|se|me) enferm(?:é|ó|amos|aron)|(?:se|me) lastim(?:é|ó|aron)"
            r"|(?:fell|felt|were|was|got) (?:\w+ )?ill (?:after|from|the (?:night|day) after)"
            r"|(?:slipped|fell|tripped|slid) (?:\w+ )?(?:over|on"
            r"|in) (?:(?:your|the chef'?s|the grill|the grease)"
            r"|(?:the |some |all the )?(?:oil|grease|water|cords?|hoses?|ice|sauce|rice)\b)"
            r"|(?:fractured|dislocated|sprained|twisted|broke) (?:my|his|her|their) (?:\w+ )?(?:arm"
            r"|leg|wrist|ankle|hip|foot|knee|elbow|tooth|nose"
            r"|finger)s?\b(?=[^.!?\n]{0,60}\b(?:your|chef|grill|party|oil|grease|show))"
            r"|\b(?:oil|grease|chef|grill)\b[^.!?\n]{0,60}\b(?:fractured|dislocated|sprained|twisted"
            r"|broke) (?:my|his|her|their)|(?:hit|cut|burn(?:ed|t)"
            r"|struck) (?:\w+ ){1,3}(?:in the (?:face|eye|head)|hand|arm|face|forehead)"
            r"|got (?:really |very |pretty )?burn(?:ed|t)|burn(?:ed|t) (?:on|by) (?:the|your)"
            rf"|(?:first|second|third|1st|2nd|3rd)[- ]degree(?: burns?)?|burns? on {_BODY}"
            rf"|(?:splash|splatter|spill|spray|shot|flew|landed)\w*\b[^.!?\n]{{0,30}}\b(?:on|onto|in"
            rf"|into|at|over|across) {_BODY}|(?:sing|scorch|scald|burn)(?:ed"
            rf"|t)\b[^.!?\n]{{0,15}}\b(?:eyebrows?|eyelashes|hair)"
            rf"|{_BODY} (?:\w+ )?(?:caught|was on|is on) fire|chipp?ed (?:a|his|her|my) tooth)\b"
        ),
    ),
    Matter(
        "legal",
        "threat: {said}",
        _re(
            r"\bbreak (?:his|her|your|their|the chef'?s) (?:\w+ )?(?:legs?|arms?|neck|face|nose|jaw"
            r"|bones|windows?|teeth)\b|\bburn (?:down )?(?:your|the|his|ur) (?:\w+ )?(?:truck|van"
            r"|house|place|kitchen|office|shop|business)\b"
            r"|\b(?:gonna|going to|will|i'?ll|i will|we'?ll|we will|wanna|want to|should|could"
            r"|i'?d) (?:fucking |literally )?(?:kill|shoot|stab|beat up|hurt|punch|strangle|smash|slap"
            r"|beat) (?:you|u|him|them|your|ur|the chef|that (?:chef|guy|cook)|y'?all"
            r"|every ?one of you)\b"
            r"|\byou(?:'ll| will|'re gonna| are going to| gonna)? (?:all )?(?:regret (?:this|it)"
            r"|pay for (?:this|what you did)|be sorry)\b"
            r"|\bi know where (?:you|he|she|your \w+) (?:live|work|park)"
            r"|\b(?:coming|come) (?:after|for) you(?: guys)?\b(?! with)|\bwatch your back\b"
        ),
    ),
    Matter(
        "legal",
        "legal threat: {said}",
        _re(
            r"\b(?:hear(?:ing)? from (?:my|our|a) (?:\w+ )?(?:lawyer|attorney)s?"
            r"|health (?:inspector|inspection)|lawyer|attorney"
            r"|su(?:e|ing) (?:you|u|your|the company|them)|lawsuit|small claims|legal action"
            r"|take (?:you|this) to court|better business bureau|\bbbb\b|charge ?back"
            r"|disput(?:e|ing) (?:(?:the|this|my|your|that) (?:charge|payment|deposit|transaction)"
            r"|it with (?:my|the) (?:bank|card))|report(?:ing)? you to|health department|police report"
            r"|press charges|breach of contract"
            r"|(?:your|the company'?s|ur) (?:\w+ )?insurance (?:carrier|provider|company|details"
            r"|info\w*|claim)|(?:file|filing|make|making"
            r"|submit) an? (?:\w+ )?(?:insurance )?claim (?:with|against)"
            r"|(?<!like )(?<!kinda )(?<!basically )(?<!almost )(?<!kind of )(?<!bit of )false "
            r"advertising|see you in court|direct (?:all|any) (?:\w+ )?(?:communications?"
            r"|correspondence|inquiries)|(?:i|we) represent (?:mr|mrs|ms|dr"
            r"|the (?:family|estate|injured))\b|(?:on behalf of|acting for) (?:my|our) client"
            r"|letter of (?:demand|claim)|cease and desist)\b"
        ),
        _re(
            r"\b(?:won|wins|winning) (?:the |a |her |his |my |our |their )?lawsuit\b"
            r"|\b(?:jk|just kidding)\W*$|^(?!.*\b(?:su(?:e|ing)|court|claims?|legal action"
            r"|hear(?:ing)? from|in touch|contact(?:ing)?|call(?:ing)?|letter|settlement|damages"
            r"|demand|sent|talk(?:ed)? to (?:my|our|a)"
            r"|get(?:ting)? (?:a|my|our))\b)(?!.*\b(?:su(?:e|ing)|lawsuit|charge ?back"
            r"|legal action)\b).*\b(?:lawyers?|attorneys?)\b"
        ),
    ),
    Matter(
        "complaint",
        "complaint or refund dispute: {said}",
        _re(
            rf"{_TAKEN_UNBOOKED}"
            r"\b(?:unacceptable|ruined|worst|terrible|horrible|awful|disgusting|disgusted"
            r"|scam(?:med|mers?)?|rip(?:ped)? ?off(?: artists?)?|fraud|disgrace\w*|pathetic|furious"
            r"|outrag\w+|appall\w+|livid|incompetent|never again|disappoint\w*|complain\w*|complaint"
            r"|rude|no[- ]show(?:ed)?|never showed(?: up)?|didn'?t show(?: up)?|did not show"
            r"|(?:want|need|demand|give|get)(?: me| us)? (?:all |a |an )?(?:my|our|the"
            r"|full)?\s?(?:money back|refund(?: now)?)|(?:an? )?(?:hour|hours|minutes|mins?|hrs?) late"
            r"|showed up late|(?:was|were|came|arrived) (?:so |very |really |super |an? \w+ "
            r"|over an? \w+ |\w+ (?:minutes|mins|hours) )?late"
            r"|(?:food|chicken|steak|shrimp|rice|meat) (?:was|were|is|came) (?:\w+ )?(?:cold|raw"
            r"|undercooked|burnt|spoiled|gross|inedible)|overcharged"
            r"|(?:quiero|necesito|exijo|pido)\b[^.!?\n]{0,30}\b(?:reembolso|devoluci[oó]n"
            r"|mi (?:dinero|dep[oó]sito))|que me (?:devuelvan|regresen)"
            r"|(?:una |mi )?(?:queja|reclamo) (?:de|sobre|contra|por)|(?:nunca|no) lleg(?:ó|aron)"
            r"|lleg(?:ó|aron) (?:\w+ )?tarde|p[eé]sim[oa]s?|double[- ]charged"
            r"|(?:we|i|you|it|they|deposit|hundred|\$?100)\b[^.!?\n]{0,15}\b(?:paid|took|taken"
            r"|withdrew|withdrawn|came out|went out|gone out|debited)\b[^.!?\n]{0,25}\b(?:twice"
            r"|(?:two|2) times|double)\b|(?:charged|billed|debited)\b[^.!?\n]{0,30}\b(?:twice"
            r"|(?:two|2) times|double)|charged (?:me |us )?twice|stole|unprofessional"
            r"|(?:your |the )?(?:chefs?|cooks?|guys?|you|they|he|she) (?:completely |just |also "
            r"|totally )?(?:forgot|left out|didn'?t bring|never brought|skipped|missed) (?:the |our "
            r"|my |all )?(?:\w+ ){0,3}(?:we|i)(?:'d| had)? (?:\w+ )?(?:paid|ordered|asked)|fed up"
            r"|sick of (?:this|you)|unhappy|ridiculous service|terrible service|bad experience"
            r"|poor service|not happy with|wtf is wrong"
            r"|where(?:'s| is| are| tf is| the hell is) (?:the|our|your|my) (?:chef|cook|guy"
            r"|hibachi guy)|still no (?:chef|cook|one)\b|no (?:chef|cook) (?:here|yet|showed|in sight)"
            r"|there(?:'?s| is)(?: still)? no (?:chef"
            r"|cook)\b(?! (?:fee|charge|cost|table|uniform))(?!')"
            r"|(?:the|our|your|ur|my) (?:chef|cook|guys?)(?:'s| is|s)?(?: still)?(?: is"
            r"|'s)?(?: ?n[o']?t)(?: still)? (?:here|there|shown up"
            r"|arrived)(?! (?:until|before|till|for|on))"
            r"|(?:nobody|no one)(?:'s| is)? (?:here|there|at (?:the|our|my) (?:door|house|gate))"
            r"|(?:been|still|all) waiting (?:on|for) (?:the|our|your|ur) (?:chef|cook"
            r"|guy)s?\b(?! to (?:confirm|call|reply|answer|text|say))"
            r"|waiting (?:for )?(?:\w+ ){0,3}(?:min\w*|hours?|hrs?)\b[^!\n]{0,25}\bwhere (?:are"
            r"|r) (?:you|u|ya|they)|(?:nobody|no one)(?:'s| is| has)? (?:here|came|come|arrived|shown"
            r"|showed)(?! yet for)|(?:party|dinner|event|booking) was (?:at|for|to (?:begin|start) at"
            r"|supposed to (?:start|be) at) \d(?![^?!\n]*\b(?:can|could|please|pls|mov\w+|chang\w+"
            r"|instead|rather|but|now (?:it|we))\b)|was supposed to (?:be here|start|arrive)"
            r"|hungry (?:people|guests|kids)"
            r"|(?:want|need|like|give me|gimme|expect|demand) (?:all )?(?:my|our) (?:\$?\d{2,4}"
            r"|deposit|cash|hundred)(?: dollars| bucks)? back"
            r"|(?:unless|until|till) (?:you|u|i get|we get) (?:guys )?(?:a |my |our )?(?:refund\w*"
            r"|pay me|money)|(?:1|one|zero|0)[- ]stars?(?: review)?"
            r"|(?:well |far |way )?below (?:what|the standard)|paid\b[^.!?\n]{0,25}\bfor cold"
            r"|(?:caught|set) (?:my|our|the) (?:\w+ ){1,2}on fire"
            r"|left (?:\w+ ){1,2}(?:all over|everywhere)|ruin(?:ing|s) (?:my|our|his|her|the)|crooks?"
            r"|thieves|liars?|frauds|fu+c?k(?: you| u| off| this|ing (?:joke|ridiculous|liars?))|f you"
            r"|screw you|go to hell|idiots?|(?:are|r) (?:you|u|ya) (?:stupid|dumb|deaf|an idiot"
            r"|even reading|kidding me right now)"
            r"|(?:isn'?t|is not|not|how is (?:it|that|this)) fair (?:that )?(?:we|i|you) (?:paid"
            r"|charge|got)|paid for \d+ (?:\w+ ){0,4}(?:got|received|were served|only)|shouting at"
            r"|shouted at|yell(?:ed|ing) at|screamed at|swearing at|rude"
            r"|(?:third|second|fourth|3rd|2nd|4th|fifth|5th|tenth) time (?:i|we|now|today)(?:'m|'ve"
            r"| am| have|'re)? ?(?:telling|asking|told|asked|said|saying|written|called|tell|say)"
            r"|(?:kept|keep|keeping|stole|took) (?:my|our) (?:deposit|money)"
            r"|(?:i|we) (?:want|need) (?:my|our) \$?\d+(?: dollars| bucks)? back"
            r"|owe (?:me|us) (?:money|an apology|a refund)"
            r"|(?:your|the|our|my) (?:final )?(?:bill|invoice|receipt|charge) (?:was|is|looks|seems"
            r"|has been|came out) (?:way |totally |all |just )?(?:off|wrong|incorrect|too high"
            r"|not right|not correct)|(?:ordered|paid (?:extra |more |\$?\d+ )?for|asked for|requested"
            r"|were promised|was promised|were supposed to get)\b[^.!?\n]{0,40}\b(?:and|but) (?:we |i "
            r"|they |he |you )?(?:only |instead |just )?(?:got|received|were given|was given"
            r"|were served|brought|gave us|served us)"
            r"|(?:keep|kept|keeps) (?:changing|moving|cancell?ing|rescheduling|pushing|ignoring"
            r"|charging|messing up)\b(?=[^.!?\n]{0,40}\b(?:on (?:me|us)|my|our|me|us)\b)"
            r"|left (?:us )?(?:a|the) mess|(?:ignoring|ignored) (?:me|us)"
            r"|(?:nobody|no ?one|no-one) (?:ever |even )?(?:answers|answered|answering|calls|called"
            r"|picks|picked|replies|replied|responds|responded|apologi[sz]ed|gets back|got back)"
            r"|charged (?:more|extra) than|(?:bill|charge|invoice)d? (?:us "
            r"|me )?for (?:\w+ ){0,3}(?:instead of|rather than) (?:\w+)"
            r"|(?:expect|demand|request|requesting|want|would like|'d like|owed) (?:a |an |my |our "
            r"|the )?(?:partial |full )?refund (?:of|for) (?:the|my|our|two|three|\d)"
            r"|ordered\b[^.!?\n]{0,40}\bonly \w+ (?:\w+ ){1,2}(?:came|arrived"
            r"|were (?:there|served|delivered)))\b"
            r"|\b(?:your|the) (?:chef|driver|cook|guy|guys|people|team|crew|van|truck|staff|helpers?"
            r"|employees?)\b[^.?!\n]{0,25}\b(?:broke|hit|scratched|damaged|stained|smashed|cracked"
            r"|dented|ran over|trampled|smoked|yelled|cursed|swore|insulted|made fun|mocked|laughed at"
            r"|humiliated|left (?:early|before)|showed up without|made (?:\w+ )?(?:comments|remarks)"
            r"|made a pass|made (?:\w+ ){1,2}uncomfortable|groped|harass\w*|hit on"
            r"|touched (?:my|me|her)|(?:was|were|is|showed up|came|seemed|looked) (?:\w+ )?(?:drunk"
            r"|high|wasted|intoxicated|creepy|inappropriate|filthy))\b"
            r"|\b(?:i|we)(?:'m|'re| am| are| was| were|m)? ?(?:not|weren'?t|wasn'?t"
            r"|aren'?t) (?:at all |really |very |so |too |exactly )*(?:happy|pleased"
            r"|satisfied)(?: at all)? (?:with|about) (?:how"
            r"|the (?:party|food|chef|service|evening|event|dinner|way)"
            r"|your (?:chef|service|food|work)|last|saturday|sunday|friday)\b"
            r"|^\W*(?:not|so not|really not) happy\b\W*(?:at all|$|[.!])"
            r"|\b(?:mistakes?|errors?|something wrong|issues?|problems?) (?:on|with|in) (?:my|our"
            r"|the) (?:final )?(?:bill|invoice|receipt|charge)\b"
            r"|\b(?:billed|charged)(?: us| me)? (?:way |far )?(?:too much|the wrong|too many"
            r"|for (?:too many|(?:people|guests|kids|someone) (?:who|that) (?:didn'?t|never)))"
            r"|\brefund\w* (?:for|on) (?:the |those )?(?:people|guests|kids|ones) (?:that"
            r"|who) (?:didn'?t|did not|never) (?:come|show)"
            r"|\b(?:feel|felt|feeling|were|was|been) (?:\w+ )?let ?down by (?:you|your)\b"
            r"|\b(?:apart|aside) from (?:the|your) (?:chef|food|guy|service|driver)\b"
            r"|\b(?:nice|great|good|fantastic|amazing|stellar|wonderful|brilliant) (?:job|work"
            r"|service) (?:ruining|leaving|showing|forgetting|wrecking|messing|not|being)\b"
            r"|\b(?:chef|cook|nobody|no one|guy)\b[^.?!\n]{0,20}\b(?:just )?(?:\.\.\. ?)?(?:didn'?t"
            r"|did not|never) (?:come|arrive|turn up|bother)\b"
            r"|\bwas (?:just )?a (?:total |complete |real )?let[- ]?down\b"
            r"|\bnot what (?:we|i) (?:paid for|ordered|were promised|was promised|signed up for)\b"
            r"|\bpaid (?:for|extra)[^.?!\n]{0,25}\bnever (?:got|received|came|saw)\b"
            r"|\bstill (?:haven'?t|have not|didn'?t|no|got no"
            r"|waiting for)(?: (?:you|sent|returned|paid|refunded|my|our|an?|the|any|got|received"
            r"|back))* (?:refund|money|answer|reply|response)\b"
            r"|\b(?:this|that|it) is (?:just )?a joke\b"
            r"|\b(?:deposit|refund|money)(?: back)?(?: has| have| had| is|'s| was)?(?: still)?(?: not"
            r"| never|n'?t)(?: yet)?(?: been)? (?:returned|refunded|reimbursed|given back|sent back"
            r"|paid back|come back)\b|\bhow you treat (?:your |paying )?(?:customers|people|clients)\b"
            r"|\byou(?: guys)? (?:just )?cancell?ed on (?:us|me)\b"
            r"|\b(?:bill|final price|charge) was (?:higher|more) than\b"
            rf"|\b{_GEAR}\b[^.!?\n]{{0,25}}\b(?:backed|drove|crashed|rammed|bumped|ran|rolled|slammed"
            r"|hit|scraped|knocked|burn(?:ed|t)|melted|scorched|charred|singed|stained|cracked"
            r"|chipped|scratched|gouged|ruined|destroyed|wrecked|damaged|killed|dented"
            rf"|left)\b[^.!?\n]{{0,30}}\b{_PROPERTY}\b"
            rf"|\b{_PROPERTY} (?:is|was|are|were|got|has|have)(?: been| all| now| completely"
            r"| totally)? (?:burn(?:ed|t)|melted|scorched|charred|stained|cracked|scratched|ruined"
            r"|destroyed|damaged|dented|covered in (?:grease|oil|soot))\b"
            r"|\b(?:burn|scorch|grease|oil|black) (?:marks?|stains?|spots?"
            rf"|holes?)\b[^.!?\n]{{0,25}}\b(?:on|in|all over|across) {_PROPERTY}"
            r"|\b(?:found|there (?:was|were|is|are)|bit (?:into|on|down on)|pulled"
            r"|had)\b[^.!?\n]{0,30}\b(?:hairs?|metal|glass|plastic|bugs?|fly|flies|maggots?"
            r"|roach(?:es)?|insects?|mold|band[- ]?aid|wire|rocks?|pebble|screw"
            r"|nail)\b[^.!?\n]{0,20}\b(?:in|inside|on|out of) (?:the|my|our|his|her|your|their"
            r"|\w+'s) (?:\w+ )?(?:food|rice|noodles|chicken|steak|shrimp|salad|sauce|plate|dinner"
            r"|vegetables|veggies|meal|drink)\b"
        ),
        _re(
            (
                r"\b(?:do|would|will|can|could) (?:i|we|you|people|one)(?: still)? get (?:a |any |our "
                r"|my )?(?:full |partial )?refund\b[^.!\n]{0,15}\b(?:if|when) (?:it(?:'s)? rain\w*"
                r"|it'?s raining|there'?s (?:rain|a storm)|the weather|i cancel|we cancel|i have to cancel"
                r"|we have to cancel)|"
                r"\b(?:just kidding|j/?k\b|kidding lol|(?:i was|i am|i\'m|im|only|just) joking|love you"
                r"|refund (?:polic\w+|rules?|terms)"
                r"|\b(?:do|did|does|have|has) (?:you|u|ya|yall|people|customers|anyone"
                r"|anybody)(?: guys)?(?: ever)? (?:have |had |get |got |gotten |receive )?(?:many |any "
                r"|lots of |a lot of |often )?complain\w*"
                r"|(?:we|i|they|everyone) (?:still |all )?loved (?:it|him|her|them|everything"
                r"|the (?:food|show|chef))\b(?![^.!?]*\bbut\b)"
                r"|(?:it'?s|its|it was|that'?s) (?:totally |perfectly )?(?:fine|ok|okay|all good"
                r"|no big deal) (?:that )?(?:he|she|they|the chef|it|you)|so funny"
                r"|(?:didn'?t|don'?t|did not) (?:care|mind)"
                r"|(?<!you )(?<!guys )\bscammed (?:\w+ ){0,2}(?:last time|before|once|in the past|online"
                r"|on (?:facebook|craigslist|instagram|ig|yelp))|landlord|pizza guy|uber|doordash"
                r"|\d+ (?:min(?:ute)?s?) (?:late|early) but)"
                r"|\b(?:can|could|may|how late|until when|till when|by when|if) (?:i|we"
                r"|you)? ?(?:still )?(?:can |have to |need to )?cancel\w*\b[^.!?\n]{0,25}\b(?:money"
                r"|deposit|it|that) back\b|\bleft ?overs?\b"
                r"|\b(?:will|would|could|can|might|may|does|ever|if|worried|afraid|scared|concerned"
                r"|so that|make sure)\b[^.!?\n]{0,50}\b(?:burn(?:ed|t|s)?|melt(?:ed|s)?|scorch(?:ed)?"
                r"|stain(?:ed|s)?|crack(?:ed|s)?|scratch(?:ed)?|damaged?|marks?|ruin(?:ed|s)?)\b"
                r"|\b(?:do|would|will|can|could|if) (?:i|we|you)\b[^.!?\n]{0,20}\bget (?:any |some |my "
                r"|our )?(?:money|cash|something|credit|deposit) back\b(?=[^.!\n]*\?"
                r"|[^.!?\n]{0,30}\b(?:for|if|when)\b)|\bworst[- ](?:case|comes?)\b"
                r"|\b(?:forecast|weather|rain|wind|heat(?:wave)?|smoke|storm"
                r"|traffic)\b[^.!?\n]{0,30}\b(?:awful|terrible|horrible|worst|disgusting|disappoint\w*"
                r"|ridiculous)\b|\b(?:awful|terrible|horrible|worst|ridiculous) (?:forecast|weather|rain"
                r"|wind|heat|smoke|storm|traffic)\b"
                r"|\b(?:not|n'?t|don'?t) (?:\w+ )?(?:trying |meaning |want(?:ing)? |mean )?to (?:be|sound"
                r"|seem|come (?:off|across)(?: as)?) rude\b"
                r"|\b(?:we|i|my guests|some of us|they)(?: might|'ll| will| may| could)(?: \w+){0,2} (?:be"
                r"|come|arrive)\b[^.!?]{0,20}\blate\b|\bhate when\b"
                r"|\b(?:will|do|would|can|could) (?:i|we) (?:[^.!?]{0,25}\band )?(?:still )?get (?:my|our"
                r"|the|a) (?:money back|refund|deposit back)"
                r"|\bif (?:it|we|i)\b[^.!]{0,40}(?:money back|refund)"
                r"|\bdo (?:i|we) get (?:my|our|the) (?:money|deposit) back"
                r"|hope (?:it|you|the)[^.!?]{0,20}(?:not|n'?t)|not (?:a )?complain\w*"
                r"|\b(?:no|never|not|n'?t|without|zero)(?: \w+){0,2} complain\w*"
                r"|\bcomplain\w* (?:to|with|at|about) (?:my|our|his|her|the kids)"
                r"|\bi(?: was|'m|m| am| got| must have been)(?: \w+){0,2} rude\b"
                r"|\b(?:not|n'?t|never) (?:\w+ )?(?:unhappy|disappoint\w*|upset)"
                r"|\b(?:(?:is|r|are) (?:this|it|you|u|these|that)(?: guys)?(?: \w+)?(?: real)?|not"
                r"|n'?t) ?(?:or )?(?:just )?(?:an? )?(?:scam(?:mers?)?|fraud|rip ?off)"
                r"|\b(?:no|(?<!refund )please|promise|hope)\b[^.!?]{0,20}\bno[- ]?show"
                r"|\bno[- ]?show(?:,)? (?:please|pls|just|needed|necessary|polic\w+|fees?|rules?)"
                r"|\bnot (?:that |too |so |really |super |very )?(?:terrible|horrible|awful)\b"
                r"|\b(?:neighbou?rs?|hoa|landlord|mother|mom|dad|husband|wife|kids?|people"
                r"|guests?)\b[^.!?]{0,30}\bcomplain\w*"
                r"|\b(?:if|when|in case|what if|suppose)\b[^.!?]{0,60}\b(?:no[- ]?show|show up|late"
                r"|money back|refund)\b|"
            )
            + _ELSEWHERE
        ),
    ),
    Matter(
        "allergy",
        "severe allergy: {said}",
        _re(
            r"\b(?:anaphyla\w*|anafil\w*|al[eé]rgic[oa]s? grave\w*"
            r"|alergias? (?:muy )?(?:grave|severa|fuerte)s?|epi[- ]?pens?|epinephrine"
            r"|(?:severe(?:ly)?|serious(?:ly)?|deadly|deathly|life[- ]?threatening|extreme(?:ly)?"
            r"|really bad|very bad|terrible|bad|highly|super|fatal(?:ly)?"
            r"|dangerous(?:ly)?)(?: \w+){0,3} (?:allerg\w+|intoleran\w+|reaction|coeliac|celiac)"
            r"|\b(?:even )?(?:a )?traces?\b[^.!?\n]{0,25}\b(?:dangerous|deadly|too much|kill\w*"
            r"|harm\w*|hospital)\b|allerg\w+[^.!?\n]{0,40}\b(?:severe(?:ly)?|serious|deadly"
            r"|life[- ]?threatening|could (?:die|kill)|hospital|extreme|airborne|cross[- ]?contam\w+)"
            r"|(?:could|would|will|might) (?:die|kill (?:him|her|me|them))\b"
            r"|(?:is|has|have|am|are|with|got|was diagnosed with) (?:a )?(?:celiac|coeliac)\b"
            r"|(?:celiac|coeliac)(?: disease)?"
            r"|(?:end(?:s|ed)? up|land(?:s|ed)?|put(?:s)?(?: (?:him|her|me|them))?|go(?:es)?|been"
            r"|was) in (?:the )?(?:er|emergency(?: room)?|hospital|icu)\b[^.!?\n]{0,40}\b(?:touch|eat"
            r"|ate|eats|smell|peanut|nut|shellfish|shrimp|sesame|soy|egg|dairy|wheat|gluten)\w*"
            r"|(?:touch|eat|ate|eats|smell)\w*\b[^.!?\n]{0,40}\b(?:ends? up in|lands? in|goes to"
            r"|hospitali[sz]ed|(?:in|to) the (?:er|hospital|emergency room))\b|stops? breathing"
            r"|can'?t breathe"
            r"|throat (?:closes|swells)|goes into shock|trace amounts|can'?t even (?:touch|be near|smell))\b"
        ),
        _re(
            r"\b(?:nobody|no one|none|no-one|nothing|noone)\b[^.!?]{0,30}(?:allerg|severe|serious"
            r"|celiac|coeliac)|\b(?:not|isn'?t|aren'?t|wasn'?t) (?:actually |really )?(?:a "
            r"|an )?(?:celiac|coeliac|severe\w*|allergic|anaphylactic|deathly|serious|life)"
            r"|\bno (?:celiac|severe|serious|allerg\w+)"
            r"|n'?t (?:(?:have|got|has) )?(?:an? |any |the )?(?:severe|celiac|coeliac|serious|that bad"
            r"|deadly|life|allerg)|\b(?:just|only|more of|merely) (?:an? |her |his |their "
            r"|my )?(?:\w+ )?preference\b|\bmild(?:ly)?\b|\bnothing (?:severe|serious)"
            r"|\b(?:wife|husband|hubby|mom|mother|dad|father|boss|boyfriend|girlfriend|partner|family"
            r"|parents|he|she|they)(?:'ll| will| would| might| is gonna| are gonna"
            r"|'s gonna)? (?:\w+ )?(?:kill|murder) me\b"
        ),
    ),
    Matter(
        "discount",
        "discount or price match asked for: {said}",
        _re(
            r"\b(?:can|could|would|will|do|to) (?:you|u|ya|yall)(?: guys)? (?:\w+ )?(?:match|beat) (?:it|that|this"
            r"|them"
            r"|theirs|(?:their|the|that|his|her|a|another|this)(?: \w+)? (?:price|quote|offer|rate|number|deal)s?)\b"
            r"|\b(?:quot\w+|charg\w+|offer\w*|wants?|cheaper|less)\b[^?!\n]{0,60}\b(?:can|could|would|will|chance)"
            r" (?:you|u|ya|yall)(?: guys)? (?:\w+ )?meet (?:it|that|this|their (?:price|quote|offer))\b"
        ),
    ),
    Matter(
        "discount",
        "discount or price match asked for: {said}",
        _re(
            r"\bknock (?:the |that |your )?(?:travel|trip|mileage|delivery|fee|price)(?: \w+)? (?:off|down)\b"
            r"|\b(?:church|non-?profit|military|veterans?|students?|seniors?|schools?|teachers?"
            r"|charity) (?:rates?|pric(?:es?|ing))\b"
            r"|\b(?:rates?|pric(?:es?|ing)) for (?:churches|non-?profits|schools|the military|veterans|charities)\b|"
            r"\b(?:(?:can|could|will|would) (?:you|u|ya|yall)(?: guys)? (?:\w+ )?(?:do|go|get"
            r"|come) (?:any |a (?:bit|little) )?(?:better|lower|down)\b(?! on the)"
            r"|(?:can|could|would|will) (?:you|u|ya|yall|we)(?: guys)? (?:just |please |maybe )?(?:do"
            r"|take|make|accept|go|say|agree on|settle (?:on|for))(?: it| this| that| us)?(?: for"
            r"| at)? ?\$?\d{2,3}(?:\.\d\d)? ?(?:dollars |bucks )?(?:a|per|each|/) ?(?:head|person"
            r"|adult|guest|pp|plate|$)|(?:how about|what about|any chance (?:for|of)"
            r"|chance (?:for|of|at)) \$?\d{2,3} ?(?:each|pp|(?:a|per) (?:head|person|adult|guest))"
            r"|(?:\$\d{2,4}|\d{2,3} ?(?:each|pp"
            r"|(?:a|per) (?:head|person|adult|guest))),? (?:instead of|rather than"
            r"|not) \$?\d{2,4}\b(?! ?(?:people|guests|adults|kids|ppl|of us|pm|am))(?=[^.!\n]{0,12}\?)"
            r"|(?:can|could|shall) we (?:say|agree on|settle (?:on|for)|do) \$?\d{3,4} (?:total|all in"
            r"|even|flat)|is (?:that|this) (?:the|your|ur) best(?: price| you can do| offer)?\W*$"
            r"|best (?:price|you can do|offer)\b|come down (?:on|a)\b"
            r"|(?:can|could|would|will) (?:you|u|ya|yall)(?: guys)? (?:just |please |maybe )?(?:do"
            r"|take|make|accept|go)(?: it| this| that| us)?(?: for"
            r"| at)? ?\$?\d{3,4}(?! ?(?:people|guests|adults|ppl|kids|of us))\b"
            r"|(?:if|when) (?:we|i) pay (?:in |with |by )?cash"
            r"|pay(?:ing)? (?:in )?cash[^.?!\n]{0,20}(?:less|off|cheaper)"
            r"|(?:do|match|give|offer|go|make|beat)(?: us| me)? (?:the |that "
            r"|it for the )?same (?:price|number|rate|amount"
            r"|deal)(?! (?:as|like|for) (?:last|before|my|our))|cash price|half (?:off|price)"
            r"|(?:owner|manager|chef|guy|lady|someone|friend|coworker)[^.?!\n]{0,30}\b(?:told|promised"
            r"|said|offered|quoted)[^.?!\n]{0,30}\b(?:off|free|half|lower|less|cheaper|special)"
            r"|discount\w*|price ?match\w*|can (?:you|u|yall) (?:match|beat)\b"
            r"|(?:match|beat) (?:it|that|this)\b"
            r"|match (?:their|the|that|his|her|a|another|this) (?:price|quote|offer)"
            r"|beat (?:their|that|the|this) (?:price|quote)|promo(?:tion(?:al)?)?(?: ?codes?)?"
            r"|coupons?|groupon|deals?\b(?=[^.!\n]{0,30}\?)|special offers?"
            r"|specials\b(?=[^.!\n]{0,20}\?)"
            r"|(?:military|senior|student|teacher|veteran|first responder) (?:rate|price|pricing|deal)"
            r"|\d+ ?(?:%|percent) off|percent off"
            r"|(?:any|running|have|got|offer|doing) (?:\w+ )?(?:deals?|promos?|promotions?|coupons?"
            r"|vouchers?|specials)\b(?! (?:diet|request))"
            r"|(?:promised|told|offered|guaranteed) (?:me|us) (?:a |an |some )?(?:free \w+|discounts?"
            r"|\d+ ?(?:%|percent))|lower (?:the|your|that) (?:price|rate|cost|quote)"
            r"|(?:any|some|little|bit of) wiggle room|negotia\w+"
            r"|(?<!how )(?:do|go|come|give)[^.!?\n]{0,20}\b(?:cheaper|lower"
            r"|better (?:price|rate|deal))|better (?:price|rate|deal)\b"
            r"|knock (?:off|some|a|\$?\d+ off)|cut (?:me|us) a (?:deal|break)|haggl\w+"
            r"|waive (?:the|my|our|that|a)|(?:give|get|offer|owe|comp|gift|grant) (?:me|us) (?:an? "
            r"|my |our |the |this |one )?(?:\w+ )?free (?:party|dinner|hibachi|event|meal|food|booking"
            r"|chef|show|upgrades?)\b|for free\?|(?:throw|toss) in (?:some|a|an|the|any|\d+|few)\b"
            r"|(?:throw|toss) (?:something|anything|it|that) in\b"
            r"|(?:give|get|add|include|have|throw)[^.!?\n]{0,40}\bfor free\b(?! (?:parking|time))"
            r"|at no (?:extra|additional) (?:charge|cost)"
            r"|(?:do|make|offer|give|get)(?: \w+){0,3} for less\b"
            r"|(?:cheaper|less)(?: \w+){0,3} (?:if|when|for) (?:we |i |you )?(?:all )?(?:pay\w*|cash)"
            r"|group (?:rate|pricing|price|deal|discount)s?"
            r"|friends (?:and|&|n) family (?:rate|price|pricing|deal)"
            r"|(?:can|could|would|will) (?:you|u|ya)(?: guys)? (?:do|feed|take"
            r"|cook for) (?:about )?\d{1,2} (?:people|ppl|adults|guests|of us) (?:for|at) \$?\d{3,4}"
            r"|price break|(?:lower|reduced|discounted|nonprofit|non-profit|charity) (?:rate|price"
            r"|pricing)s?\b(?! (?:list|menu|for (?:the )?(?:kids|children)))|loyalty"
            r"|(?:returning|repeat|regular|loyal|existing|previous|past|old) (?:customers?|clients?"
            r"|guests?)(?: \w+){0,2} (?:get|have|receive|save) (?:anything|something"
            r"|a (?:little )?(?:bonus|break|thank you)|any \w+)"
            r"|(?:get|have|give|offer|is there)(?: \w+){0,2} (?:anything|something|a bit|some) off"
            r"|something off|(?:a bit|little|some(?:thing)?) off (?:the|for|if)|comp (?:the|my|us))\b"
        ),
        _re(
            r"\b(?:does|will|would) (?:that|it|this)(?: also| then| all)? (?:lower|reduce|bring down"
            r"|cut|change|drop) (?:it|that|the (?:price|total|bill|cost))\b"
            r"|\b(?:don'?t|do not|can'?t|cannot|didn'?t|won'?t) (?:eat|finish) (?:everything|it all"
            r"|all)\b|"
            r"\b(?:do|does|is there|are there|any|get|have|give)\b[^.?!\n]{0,20}\b(?:kids?"
            r"|child(?:ren)?|toddlers?|little ones"
            r"|under (?:\d+|six|ten|twelve))\b[^.?!\n]{0,15}\bdiscounts?\b"
            r"|\bdiscounts? for (?:the |my |our )?(?:\w+ )?(?:kids?|child(?:ren)?|toddlers?"
            r"|little ones)\b|\b(?:we|i|let'?s|us)(?:'d| would|'ll| will| can| could)? ?(?:like to "
            r"|love to |want to |wanna |need to |gonna |going to |also |just |maybe )*(?:throw"
            r"|toss) in\b(?!.*\b(?:free|discount|off)\b)"
            r"|\b(?:his|her|my|our|their|a|the|work|job|\w+'s) promotion\b(?! code)"
            r"|\bpromotion (?:party|dinner|celebration|lunch)\b"
            r"|\b(?:which|what)\b[^.?!\n]{0,40}\b(?:come[s]?|is|are|get|have|pick|choose"
            r"|includ\w*)\b[^.?!\n]{0,30}\b(?:at|for|with|without) (?:no )?(?:any )?(?:extra"
            r"|additional|added) (?:cost|charge|fee)|"
            r"\b(?:discount|something off|money off)\b[^.?!\n]{0,20}\b(?:for|if (?:i|we)|when (?:i|we)"
            r"|to) (?:\w+ )?(?:refer|recommend)\w*"
            r"|\bif (?:i|we) (?:refer|recommend)\w*\b[^.?!\n]{0,50}\bdiscount"
            r"|\b(?:no|(?<!why )not|isn'?t|without|don'?t (?:want|need|expect)|wasn'?t) (?:a |any "
            r"|looking for |asking for |after |here for |expecting |need(?:ing)? )*(?:a "
            r"|any )?(?:discounts?|deal|big deal)\b"
            r"|\bif\b[^.?!\n]{0,30}\b(?:people|ppl|guests?|of us|kids|adults|friends|someone|somebody"
            r"|drops? out|bails?|cancels?|fewer|less|don'?t come"
            r"|can'?t (?:come|make))\b[^.?!\n]{0,30}\b(?:cheaper|less|lower|go down|drop)\b"
            r"|\b(?:cheaper|less|lower|go down)\b[^.?!\n]{0,12}\b(?:if|with|for) (?:\w+ )?(?:fewer"
            r"|less|\d+|two|three|four|some|a few|we'?re|there)\b"
            r"|\bor (?:is it |is |it'?s )?(?:always |all )?(?:the )?same\b"
            r"|\b(?:have|got|is there|offer|any)\b[^.?!\n]{0,15}\b(?:anything|something|package|option"
            r"|options|menu|one)\b[^.?!\n]{0,15}\b(?:cheaper|less expensive|lower)\b|\bbig deal\b"
            r"|\bdeal with\b|(?:^|[.!?\n]\s*|\bit'?s a |\bok(?:ay)?,? |\byes,? "
            r"|\bgot (?:yourself )?a )deal[!.]"
        ),
    ),
    Matter(
        "corporate",
        "corporate account or invoice with terms: {said}",
        _re(
            r"\b(?:corporate (?:account|rate|billing|contract)|business account|company account"
            r"|net[- ]?(?:15|30|45|60|90|thirty|sixty)"
            r"|(?:invoice|invoiced|bill|billed|billing|pay)[^.!?\n]{0,40}\b(?:terms|net|monthly"
            r"|quarterly|purchase order|accounts payable|our company|later by invoice"
            r"|after ?wards?|after (?:the )?(?:event|party|dinner|fact)|end of (?:the |this |next )?month"
            r"|month[- ]end|on account"
            r"|in arrears|(?:30|60|90|thirty|sixty|ninety) days)"
            r"|invoices?[^.!?\n]{0,25}\b(?:the|my|our) (?:company|firm|school|church|office|shelter|club|team"
            r"|district|department|employer"
            r"|organi[sz]ation|charity|foundation|business|treasurer|accounting|accountant|finance)"
            r"|(?:company|firm|school|church|office|shelter|club|district|department|employer|organi[sz]ation"
            r"|charity|foundation|business|treasurer"
            r"|accounting|finance)[^.!?\n]{0,30}\b(?:an? invoice|be invoiced|get invoiced|on account"
            r"|pays? by invoice)"
            r"|purchase orders?|\bp\.?o\.? (?:number|#)|(?:registered|approved) vendor"
            r"|vendor (?:form|registration|set ?up|onboarding|portal|packet)"
            r"|w-?9\b|accounts payable|payment terms|on terms|certificate of insurance|\bcoi\b"
            r"|retainer|recurring (?:events?|dinners?)|master service)\b"
        ),
        _re(
            r"\b(?:pay(?:ing|s)? (?:it |this |for it )?(?:personally|privately|ourselves|myself)"
            r"|privately|personally|company (?:isn'?t|is not) involved"
            r"|not (?:a |for a |the )?(?:company|corporate|business)|ordinary receipt)\b"
        ),
    ),
    Matter(
        "custom_menu",
        "custom menu asked for: {said}",
        _re(
            r"\b(?:custom(?:i[sz]ed?)?|bespoke|tailor(?:ed|-made)?|personali[sz]ed|own|different"
            r"|special(?:ly)?|completely new|off[- ]menu) (?:\w+ )?menus?\b"
            r"|\bmenu\b[^.!?\n]{0,40}\b(?:custom\w*|bespoke|from scratch|of our own"
            r"|(?:designed|created|written|built|made|put together|crafted|composed|developed"
            r"|tailored)(?: \w+){0,2} (?:for|around|just|with) (?:us|me|our|my|this|the)"
            r"|designed (?:specially|specifically|especially))"
            r"|\b(?:none|nothing|not any) (?:of|from|on|off) (?:your|the) (?:standard|regular|usual"
            r"|normal|set)? ?(?:menu|items|dishes|stuff|things|offerings)\b"
            r"|\b(?:five|six|seven|eight|nine|ten|5|6|7|8|9|10|multi"
            r"|several)[- ]courses?\b(?! (?:meal )?include)"
            r"|\b(?:design|create|write|compose|craft|put together|develop|build) (?:us |me "
            r"|for us )?(?:a|an|our own|our) (?:\w+ ){0,2}menu\b|\bnot on (?:the|your) menu\b"
            r"|\binstead of (?:your|the) (?:regular|usual|normal|standard) (?:menu|one|food)\b"
            r"|\b(?:can|could|do|would|will|does|have|serve|make|cook|add|get|want|like"
            rf"|offer)\b[^.!?\n]{{0,40}}\b{_OFF_MENU}\b(?![^.!?\n]{{0,15}}(?:allerg|free))"
            r"|\b(?:with|and|plus) (?:wagyu|sushi|sashimi|duck|lamb|crab|king crab|omakase)\b"
        ),
        _re(
            r"\b(?:kids?|child(?:ren)?|toddlers?|little ones)\b[^.?!\n]{0,20}\b(?:get|have|eat|order"
            r"|need)\b[^.?!\n]{0,12}\b(?:different|own|separate|special) menus?\b"
            r"|\b(?:different|own|separate|special) (?:\w+ )?menus? for (?:the |my |our )?(?:kids"
            r"|children|little ones)\b|"
            r"\b(?:do|does) (?:you|u|ya|yall|the chef)(?: guys| all)? (?:also |even |ever )?(?:have"
            r"|serve|offer|carry|got|cook|grill|use"
            rf"|handle)\b[^.?!\n]{{0,20}}\b{_OFF_MENU}\b(?![^.?!\n]*\binstead\b)"
            r"|\b(?:no|without|not(?! on (?:the|your))|don'?t|avoid\w*|away from|clear of|n'?t"
            r"|free of|cook with|use|allergic to|eats?|contains?|is there"
            rf"|any)\b[^.!?\n]{{0,20}}\b{_OFF_MENU}\b"
            rf"|\b(?:what|how) about (?:some |the |any )?{_OFF_MENU}\b\W*(?:\?|$)|better than"
            r"|than (?:sushi|pizza|tacos?|bbq|burgers?)"
            r"|\b(?:pizza|taco|burger) (?:guy|man|truck|delivery|place|party|night)\b"
            r"|\border (?:me|us) (?:an? |some )?(?:\w+ )?(?:pizza|sushi|burgers?|tacos?)\b"
            r"|\b(?:at|by|near|behind|over|around) (?:the|an?|our|my|his|her) (?:bbq|barbecue)\b"
        ),
    ),
    Matter(
        "indoor",
        "indoor set-up asked for: {said}",
        _re(
            r"\b(?:indoors?|in-?door|inside)\b"
            r"|\b(?:cook|set ?up|grill|hibachi|come|do it|party|have it)[^.!?\n]{0,40}\bin (?:my|our"
            r"|the|a) (?:living room|kitchen|garage|apartment|condo|basement|dining room"
            r"|house(?! ?warming)|sun ?room|lobby|office|hall|ballroom|clubhouse)\b"
            r"|\b(?:is|are|would|will|does|can)\b[^.!?\n]{0,6}\b(?:my|our|the|a) (?:\w+ )?(?:garage"
            r"|living room|kitchen|sun ?room|basement)\b(?: be| also)? (?:ok|okay|fine|alright"
            r"|possible|works?|count|good|enough|do)\b"
        ),
        _re(
            r"\b(?:dogs?|cats?|pets?|pupp(?:y|ies)|kitt(?:y|en|ens)|animals?|bab(?:y|ies)|toddlers?"
            r"|kids?|child(?:ren)?|guests?|grand(?:ma|pa|mother|father|parents)|people|everyone"
            r"|everybody)\b[^.!?\n]{0,20}\b(?:stay|stays|staying|be|is|are|go|goes|wait|remain|play"
            r"|sleep|nap|run|hide|kept|keep|locked|put|come|hang(?: out)?"
            r"|sit)\b(?! (?:a |the )?(?:hibachi|grill|cook))[^.?!\n]{0,12}\b(?:inside"
            r"|indoors?)\b(?![^.?!\n]*\b(?:cook|grill"
            r"|set ?up)\w*\b(?![^.?!\n]*\b(?:outside|outdoors|out back|back ?yard|patio)\b))"
            r"|\b(?:keep|put|lock|leave|bring|take|have|move)(?:ing)? (?:\w+ ){1,3}?(?:dogs?|cats?"
            r"|pets?|pupp(?:y|ies)|animals?|kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|guests?|people"
            r"|everyone|everybody)\b[^.?!\n]{0,12}\b(?:inside|indoors?)\b"
            r"|\b(?:we|i|they) (?:can |could |will |should |have to |need to |must )?(?:stay|wait"
            r"|hang out|eat|sit|sleep|watch)\b[^.?!\n]{0,10}\b(?:inside|indoors?)\b|"
            r"\b(?:not|no|never|n'?t|instead of|rather than) (?:be |being |going |cook\w* |it |at "
            r"|all |do |have |it'?s )*(?:inside|indoors?)\b|\binside (?:of )?(?:the )?\d"
            r"|\b(?:in the )?open[- ]air\b|\bopen to the sky\b"
            r"|\b(?:roof(?:top)?|open) (?:terrace|deck|patio"
            r"|garden)\b(?![^.!?]*\b(?:enclosed|indoors?|covered|glass)\b)"
            r"|\b(?:it'?s|it is|all|we'?re|held) (?:all )?(?:outside"
            r"|outdoors)\b(?![^.!?]*\b(?:inside|indoors?)\b)"
            r"|\b(?:eat|seat(?:ed|ing)?|sit|tables?|guests?|bathrooms?"
            r"|serve the food)\b[^.!?\n]{0,20}\b(?:inside|indoors?)\b"
            r"|\bwhat(?:'?s| is| are| do you (?:put|have)| goes| comes|ever is)?(?: all| exactly"
            r"| actually)? inside (?:of )?(?:the |a |an "
            r"|your |those |these |it\b|them\b)"
            r"|\binside (?:of )?(?:the |a |an |your |those |these )?(?:gyoza|dumplings?|edamame|pods?|rolls?|sauces?"
            r"|noodles|steak|chicken"
            r"|food|dish(?:es)?|meal|menu|salad|rice)\b"
            r"|\binside (?:the )?(?:city|limits|bay|your (?:area|radius|zone)|joke|out)\b"
            r"|\bcome inside to\b|\binside (?:of )?(?:an? |the |some |your )?(?:\w+ )?(?:code|quotes?"
            r"|quotation|brackets?|tags?|xml|json|block|poem|message|text|story|triple|backticks"
            r"|instructions|prompt|info\w*|scoop|look)\b"
            r"|\bcome (?:out )?(?:in|into) (?:my|our) (?:house|home"
            r"|place)\b(?![^.!?]*\b(?:kitchen|living room|garage|inside|indoors?)\b)"
            r"|\bindoor plumbing\b|\b(?:indoor|inside) (?:pool|cat|dog|plants?"
            r"|kitchen)\b(?![^.!?]*\b(?:cook|grill|set up|hibachi) (?:there|inside|in it))"
        ),
    ),
    Matter(
        "enquiry",
        "media, press, partnership or job enquiry: {said}",
        _re(
            r"\b(?:hiring(?! (?:an? (?!(?:\w+ )?(?:chef|cook|server|driver|assistant|helper))\w+|you"
            r"|your|a (?:private |hibachi |personal )*chef|the chef|one of your))"
            r"|(?:chef|cook|server|job|work|staff|kitchen) openings?"
            r"|openings? (?:for|as) (?:a |an |any )?(?:chefs?|cooks?|servers?|drivers?|staff)"
            r"|(?:need|needing|looking for) (?:any )?(?:more )?(?:chefs|cooks|drivers|staff)"
            r"|(?:i'?ve|i have|i) worked (?:at|as|for|in) (?!.{0,30}(?:party|event))"
            r"|job (?:opening|opportunit\w+|application)|jobs\b(?=[^.!\n]{0,20}\?)|any jobs"
            r"|apply (?:for|to work|as)|my resume|résumé"
            r"|(?:to|wanna|gonna|i|we|and) work (?:for|with) you(?: guys)?(?! out)"
            r"|looking for (?:work|a job)|join your team|become a chef|employment|open positions?"
            r"|career|internship|i'?m a (?:\w+ ){0,2}chef (?:w|with|looking|who)|journalist|reporter"
            r"|press (?:enquir\w+|inquir\w+|release|pass)"
            r"|(?:writ(?:e|ing)|doing) an? (?:article|story|piece|feature)|magazine|newspaper"
            r"|tv (?:show|station|segment)|podcast"
            r"|interview (?:you|the|your)|media (?:enquir\w+|inquir\w+|kit|request)|partnership"
            r"|partner (?:with you|up)|collab(?:orat\w+|s)?\b|influencer|sponsor\w*|affiliate"
            r"|wholesale|franchis\w+|we (?:offer|provide) (?:seo|marketing|leads|web)|seo services"
            r"|event planner partnership|vendor partnership|exposure in exchange"
            r"|(?:i'?m|i am|we'?re|we are) an? (?:\w+ ){0,3}(?:chef|cook|server|bartender|waiter"
            r"|waitress)\b[^.!?\n]{0,60}\b(?:openings?|hir(?:e|ing)|work|jobs?|positions?|vacanc\w+)"
            r"|(?:looking for|need|hire|hiring) (?:\w+ ){0,3}(?:servers|chefs|cooks|assistants"
            r"|assistant chefs|bartenders|waiters|helpers)\?"
            r"|(?:i|we) (?:write|report|work) for (?:the|a|an) [^.!?\n]{0,40}(?:courier|times|post"
            r"|news|paper|magazine|gazette|chronicle|herald|tribune|blog|radio)"
            r"|interview (?:someone|somebody|one of|a|an|him|her|them)|producer (?:with|at|for|of)"
            r"|feature (?:your|you)\b|(?:live|tv|news|radio) segment"
            r"|(?:like|love|want|wanted|hoping) to apply|apply(?:ing)? (?:as|for a|to work)"
            r"|(?:food|lifestyle) (?:blogger|critic|writer)|content creator"
            r"|donat(?:e|ion) (?:a|to|for)|auction)\b"
        ),
        _re(
            r"\b(?:just|only) want (?:a|to have a|to book a) (?:\w+ )?(?:dinner|party|evening)\b"
            r"|\b(?:write|fix|edit|improve|proofread|review|format|redo|polish|make)(?: me| up)? (?:my"
            r"|a) (?:resume|r[eé]sum[eé])\b|\b(?:good|great|nice|awesome|amazing|hard) job\b"
            r"|\bcollabs? (?:party|birthday)\b"
        ),
    ),
    Matter(
        "person",
        "customer wants the team asked: {said}",
        _re(
            rf"(?:^|[.!?,;\n:–—-]\s*|\b(?:yet|please|pls|plz|kindly|just|then|but|and|so|yes|yeah|yep|ok(?:ay)?|sure"
            rf"|first|mean|said|rather|maybe|hey|hi|wait|no"
            rf"|(?:can|could|would|will) (?:you|u|ya)(?: guys)?(?: please| pls| maybe| just)?|(?:want|need"
            rf"|like) (?:you|u) to|(?:i'd|would|i) (?:like|love|want) to|wanna|better)\s+)"
            rf"(?:(?:ask|consult|check (?:it |that |this )?with|check with|find out from|confirm (?:it |that "
            rf"|this )?with|clear (?:it|that|this) with|run (?:it|that|this) (?:by|past)"
            rf"|(?:pass|forward|send|give|hand|bring|take|refer) (?:it|that|this|them|me|(?:my|the|this"
            rf"|that) (?:question|request|message|issue)) (?:on |over |along |up )*(?:to|by)) {_OUR_PEOPLE}"
            rf"|(?:have|let|get) {_OUR_PEOPLE} (?:to )?(?:please )?(?:get back|answer|reply|respond|write|contact"
            rf"|call|text|reach out|reach|look|check|handle|tell|confirm|decide|see))\b"
        ),
        _re(
            r"\b(?:do|does|should|shall|can|could|may|might|must|would|will|did) (?:i|we|he|she|they)\b(?! (?:like"
            r"|love|want|rather))|\b(?:i'?ll|we'?ll|i will|we will|let me|lemme|i'?m going to|gonna|have to|need to"
            r"|gotta|got to|i (?:did|already|just|also)|when i|if i|i (?:already )?asked)\b[^.?!]{0,12}\b(?:ask"
            r"|check|pass|send|tell|run|confirm|have|get|let)\b|\b(?:my|our|his|her|their) (?:team|people|boss"
            r"|manager|staff|office)\b"
            r"|\b(?:don'?t|dont|do not|no need to|never|not) (?:need to |have to |bother to )?(?:ask|check|pass|run"
            r"|have|get|let)\b"
            r"|\b(?:when|before|once|after|if) (?:the|your|a|some\w+)\b[^.?!]{0,20}\b(?:arriv\w*|comes?"
            r"|gets? (?:here|there)|is (?:here|there))"
        ),
    ),
    Matter(
        "person",
        "customer asked for a person: {said}",
        _re(
            r"\b(?:could|can|would|will|may|might) (?:some(?:one|body)|anyone|anybody"
            r"|a (?:person|colleague|human|member)"
            r"|one) (?:(?:of|from|in|at|on) (?:your|the) (?:\w+ )?(?:office|team|staff|company|crew"
            r"|side|end|people)|real|human|there)(?: please| kindly)? (?:talk|speak|call|phone|ring"
            r"|contact|reach|help|write|get|text|answer)\b"
            r"|\b(?:get|have|want|need|like|request|arrange|schedule|hoping for) (?:a "
            r"|an )?(?:\w+ )?(?:call ?back|phone call|callback)\b"
            r"|\b(?:can|could|may|let me) (?:i|we)? ?(?:talk|speak|chat) (?:directly )?(?:to"
            r"|with) (?:the|your|a|one of your) (?:chefs?"
            r"|cook)\b(?![^.?!\n]*\b(?:on the (?:day|night)|at the party|that (?:day|night)|during"
            r"|while|before (?:the|he|dinner|we eat))\b)|"
            r"\b(?:talk|speak|chat) (?:to|with) (?:one of |some(?:one|body) (?:of|from|on) )(?:your"
            r"|the) (?:\w+ )?(?:staff|team|people|employees|colleagues|guys|members?)\b"
            r"|\b(?:could|can|would|will) (?:someone|somebody|anyone|one of you"
            r"|one of your \w+)(?: please| kindly)? (?:call|phone|ring"
            r"|give (?:me|us) a (?:call|ring))\b|"
            r"\b(?<!do i )(?<!did i )(?:talk|speak|chat|connect|transfer|put|pass|get|text"
            rf"|call)\b(?: (?:me|us))?(?: \w+){{0,3}}? (?:to|with|through to|over to"
            rf"|on (?:with )?)(?: (?:a|an|the|your|some))* {_PERSON}\b"
            r"|\b(?:want|need|like|get|give|rather have|prefer)(?: me"
            r"| us)?(?: to (?:talk|speak|chat) (?:to|with))? (?:a|an|the|your"
            rf"|some) {_PERSON}\b(?! chef)"
            r"|\b(?:is there|do you have|got) (?:a|an|any"
            rf"|some) {_PERSON} (?:(?:that |who )?(?:i|we) (?:can|could)|to) (?:talk|speak|chat|text"
            r"|call)|\b(?:prefer|rather|like|love) (?:talking|speaking|chatting|dealing) (?:to"
            rf"|with) (?:a |an |the |your )?{_PERSON}\b"
            r"|\b(?:talk|speak|chat) (?:to|with) (?:whoever|whomever|who(?:ever)? is) (?:runs"
            r"|in charge|owns|responsible|handles)\b"
            r"|\b(?:could|can|would|will|may|please (?:have|let)) (?:the|your|an?) (?:owner|manager"
            r"|boss|person|human|colleague) (?:please )?(?:call|phone|ring|text|email|contact|reach"
            r"|write)\b|\b(?:don'?t|dont|do not|not|hate|stop|no) (?:wanna |want to |like |going to "
            r"|gonna )*(?:talk(?:ing)?|speak(?:ing)?|chat(?:ting)?|text(?:ing)?|deal(?:ing)?) (?:to"
            r"|with) (?:a |an |this |some )?(?:bots?|robots?|machines?|computers?|ai)\b"
            rf"|\b(?:get|give|find|send) me an? {_PERSON}\b"
            r"|\bwho (?:do|can|should|could) (?:i|we) (?:talk|speak) (?:to|with)\b"
            r"|\b(?:call|phone|ring) (?:me|us) (?:back )?(?:at"
            r"|on) [^.?!\n]{3,24}? (?:to (?:discuss|talk|go over|sort|arrange|chat|work|answer"
            r"|explain)|about\b|asap\b|right away|so (?:we|i) can)"
            r"|\b(?:call me(?: back)?(?: please| pls"
            r"|\b(?! ?(?:at\b|later|by\b|on (?:my|this|the|that|\(?\+?\d)|under\b|if\b|\(?\+?\d)))"
            r"|have (?:someone|somebody|a person|a human|the owner|a manager) (?:call|ring|phone"
            r"|contact|text|email|reach|get)"
            r"|can (?:someone|somebody|a person|a human|anyone|the owner|a manager)(?: real| actually"
            r"| human| please)? (?:call|contact|text|email|reach|help|get back|answer|reply|respond"
            r"|look|check|handle)|(?:can|could|would|will) (?:you|u|ya|y'?all)(?: guys"
            r"| please)?(?: please)? (?:give (?:me|us) a (?:quick )?(?:call|ring|buzz|callback)"
            r"|(?:call|phone|ring) (?:me|us)(?: back)?(?=\W*(?:$|[.,!?;\n])"
            r"| (?:please|pls|at|about|regarding|tomorrow|today|tonight|asap|now|later|sometime|this"
            r"|so|and|or|i|on)\b))\b(?! (?:when|before|once|if)\b)"
            r"|(?:call|text|ring|reply|answer) ?back from (?:a |an |some)?(?:actual |real "
            r"|live )?(?:employee|person|human|someone|somebody|manager|owner)"
            r"|(?:manager|owner|boss|supervisor|someone|somebody|team) (?:please )?give (?:me"
            r"|us) a (?:ring|call|shout|buzz|callback)"
            r"|(?:speaking|talking) (?:to|with) (?:someone|somebody"
            r"|a (?:real |actual |live )?(?:person|human))"
            r"|any ?(?:one|body) (?:that |who )?(?:i|we) can (?:actually |really )?(?:talk"
            r"|speak) (?:to|with)|(?:deal|dealing) with an? (?:actual |real |live )?(?:human"
            r"|person)(?: being)?|(?:ask(?:ed|ing)|waiting) for (?:a |an |the |your |some )?(?:real "
            r"|actual |live )?(?:manager|supervisor|human|person|owner|agent|representative)\b"
            r"|human please|real person please|agent please|representative|escalate (?:this|it|me|my)"
            r"|customer (?:support|care)|(?:is|are) there (?:a|an|any|some) (?:real |actual "
            r"|live )?(?:person|people|human|humans|somebody|someone|staff)(?: here| there| around"
            r"| available| (?:i|we) can)?\s*(?=[?.!]|$| (?:to|who|that|i|we) )"
            r"|(?:i|we) don'?t (?:do|like|trust|use|understand) (?:computers|machines|bots|robots"
            r"|chat ?bots|ai|technology)|(?:talk|speak|chat) (?:to|with) the (?:lady|man|woman"
            r"|gentleman|girl|guy|person|one) (?:who|that|from|we|i)"
            r"|speak to (?:someone|somebody|management)|talk to (?:someone|somebody|people)"
            r"|(?:yes |yeah |please |pls |ok )*(?:ask|check with) (?:them|your team|the team"
            r"|your people|the chef|the owner|the manager|somebody|someone)(?: please| pls"
            r"| then)?\s*(?=$|[.!,])|no (?:more )?bots?|not a (?:bot|robot|machine)|customer service"
            r"|(?:is|are) (?:the|your) (?:owner|manager|boss|supervisor|team|staff) (?:around|there|in"
            r"|available|free|on)|(?:put|transfer|connect) me (?:through|over)|someone (?:real|human)"
            r"|(?:live|real|human) (?:agent|person|rep|support|chat)\b(?! chef)"
            r"|(?:talk|speak|chat) (?:to|with) (?:that|this) (?:person|man|lady|guy)"
            r"|(?:discuss|talk about|go over|sort out|arrange|clarify)(?: \w+){0,2} (?:with|by) (?:a "
            r"|an |the |some |your )?(?:real |actual )?(?:person|human|someone|somebody"
            r"|member of (?:your|the) (?:staff|team)|staff|team|owner|manager)|who(?:'s| is) in charge"
            r"|(?:deal|talk|chat|speak) (?:directly )?(?:with|to|w) (?:the |an? |your )?(?:owner|human"
            r"|real person|manager|boss))\b|\b(?:don'?t|dont|do not|rather not|won'?t|hate to|hate"
            r"|refuse to|not going to|tired of)(?: (?:want|wanna|like|wish|care)(?: to)?)? ?(?:chat"
            r"|talk|speak|writ|deal|text|typ)(?:e|ing|ting)? (?:to|with|w) (?:an? |some |this |that "
            r"|the )?(?:computers?|machines?|(?:chat ?)?bots?|robots?|ai|automat\w+|software)\b"
            r"|\b(?:is|are) (?:there )?(?:a human|anybody real|anyone real|somebody real|someone real"
            r"|real people|any human)\b(?! chef)|\b(?:transfer|connect) me\b"
            r"|\b(?:person|human|somebody|someone) (?:please )?take over\b"
            r"|(?:^|[.!?\n])\W*(?:a |an |real |live )*(?:human|human being|agent|operator"
            r"|representative|person|manager)(?: now| please| pls| asap)?\s*(?:[.!?\n]|$)"
            r"|\b(?:hablar|comunicarme|comunicarse|contactar\w*|hable) con (?:un|una|el|la|su|alg[uú]n"
            r"|alguna)? ?(?:persona|humano|agente|gerente|representante|encargad\w+|due[nñ]\w+|alguien"
            r"|ser humano)\b"
        ),
        _re(
            r"\b(?:this|it|here|me)(?:'s| is|,)?(?: me,?)? (?:is )?(?:the|your) (?:owner|manager|boss"
            r"|supervisor)\b|\b(?:i'?m|i am) (?:the|your) (?:owner|manager|boss|supervisor)\b"
            r"|\b(?:are|r|is|am) (?:you|u|ya|this|i|it)\b(?: \w+){0,4} (?:real|actual|live|human|bot"
            r"|robot|ai|person|machine)\b(?![^.!?]*\b(?:or|and|but) (?:can|could|i|let|may|get))"
            r"|\b(?:does|do|will|would|is) (?:an? |the )?(?:real |actual |live )*(?:person|human"
            r"|human being|chef|cook|someone|somebody) (?:\w+ )?(?:come|comes|cook|cooks|cooking"
            r"|show up|shows up|be there|there|stand|prepare|make)\b"
            r"|\b(?:person|human|somebody|someone|people) (?:who |that |to |actually |really |also "
            r"|comes? |out |over |and |there |here |does |do |the |all |is |are |will "
            r"|for us )*(?:cook\w*|grill\w*)\b|\breal human chef\b|\bhuman chef\b"
            r"|\bperson(?:s)? (?:per|party)\b"
            r"|(?<!with )(?<!to )(?<!by )(?<!me )(?<!get )(?<!want )(?<!need )(?<!, )\b(?:per|each"
            r"|a) person\b(?![^.!?]*\b(?:talk|speak|call))|\bamong people\b"
            r"|\btalk(?:ing)? to (?:my|our|a bunch)\b"
            r"|\b(?:talk|speak|act|write|sound|text|reply"
            r"|answer)\w*(?: to (?:me|us))? like an? (?:\w+ )?(?:human|person)\b"
            r"|\bcheck with someone\b|\bsurprise\b"
            r"|\b(?:no need|don'?t|do not|dont|not necessary|needn'?t|please don'?t|without|rather not"
            r"|not)(?: (?:need|have|want|like))?(?: (?:to|you to|anyone to|anybody to|someone to|a"
            r"|any))* (?:call\w*|phon\w+|ring)\b(?!\w* (?:back|you)\b)"
            r"|\b(?:need|want|like) (?:a|another|one more|some|someone|somebody) ?(?:person|people"
            r"|human)? to (?!talk|speak|chat|call|text|help|answer|contact|reach|ring|phone|get|deal"
            r"|handle|sort|look|email|write|take)"
        ),
    ),
)


_SENTENCE = _re(r"[^.!?\n]*[.!?\n]*")
_ASKS_FOR = _re(
    rf"\b(?:what|how) about (?:some |the |any )?(?P<dish2>{_OFF_MENU})\b\W*(?:\?|$)"
    r"|\b(?:do|does) (?:you|u|ya|yall|the chef)(?: guys| all)? (?:also |even |ever )?(?:have|serve"
    rf"|offer|carry|got|cook|grill|use|handle)\b[^.?!\n]{{0,20}}\b(?P<dish>{_OFF_MENU})\b"
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
