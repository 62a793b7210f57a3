"""What people say beside the matter: they do not know, do not mind, do not follow, are in trouble, try the machine. Words alone."""

from hibachi.kit import lazy_re as re

_ABOVE = r"(?:previous|prior|above|earlier|preceding|foregoing)"
_INJECTION = re.compile(
    r"\b(?:(?:repeat|say) after me|(?:end|start|begin|finish|answer|reply|respond|sign|preface"
    r"|follow)(?: to)? (?:every|each|all)(?: of your| your)? (?:repl\w+|messages?|answers?|sentences?"
    r"|responses?)\b|your (?:new |only |real |sole )?(?:objective|goal|task|role|mission"
    r"|purpose) (?:now )?(?:is|will be)(?: now)? to\b"
    r"|(?:read|recite|whisper|sing|list|tell|give"
    r"|show)(?: (?:me|us|out))* (?:your (?:own )?(?:config\w*|settings|setup|functions?"
    r"|parameters))\b|(?:chat ?bot|bot|ai|system|model)(?:'s)? (?:config\w*|settings|parameters)\b"
    r"|(?:function|tool) names?\b|(?:ignore|disregard|forget|overlook|bypass|override|skip) (?:all "
    rf"|the |your |any |every\w* |of |my )*(?:{_ABOVE}|instructions|rules|guidelines|prompt"
    r"|you(?:'ve| have) been told|restrictions|safety)"
    r"|(?:save|store|remember|apply|note|set|use) (?:that|this|it)(?: new \w+)? (?:for|to) (?:all"
    r"|every) (?:\w+ )?(?:customers?|clients?|guests?|chats?)|let'?s (?:play a game|role-?play)"
    r"|system (?:prompt|message|override|mode)"
    r"|your (?:system |hidden |secret |internal |initial |complete |full |entire |exact |original "
    r"|whole |current )*(?:prompt|instructions|rules|tools|guidelines|programming|restrictions"
    r"|source code)(?! (?:on|for|about|regarding|around|when it comes to) (?:\w+ ){0,2}(?:cancel\w*"
    r"|rain\w*|weather|kids|children|pets|dogs|alcohol|drinks|set\w*|pay\w*|tip\w*|deposits?|refund\w*"
    r"|resched\w*|moving|parking|tables|space|grill|party|day|event|allerg\w*|diet\w*|chang\w*|guests?"
    r"|smoking|outside|inside)\b)|(?:what|which) (?:\w+ )?instructions (?:were|are|did|have|do) you"
    r"|(?:admin|root|master|database|your|the staff) (?:\w+ )?(?:passwords?|passcode|api key"
    r"|credentials|login(?: details)?)|(?:api|secret|access) (?:keys?|tokens?)"
    r"|(?<![a-z] )system ?[:#\]]|(?:delete|drop|wipe|erase|truncate) (?:all|every"
    r"|the) (?:(?:the|your|of the|of your) )?(?:bookings?|data(?:base)?|records|customers|tables"
    r"|reservations)|(?:show|send|give|read|print|list)(?: me| us)? (?:the |your )?last (?:\d+|few|two"
    r"|three|five|ten) (?:conversations?|chats?|messages|transcripts|customers|bookings)"
    r"|you are (?:now )?(?:a |an )?\w*bot\b|you(?:'re| are) (?:now |going to be )+(?:a |an )?\w+"
    r"|from now on,? you|(?:developer|debug|admin|maintenance|god) mode|(?:be|been|are) jailbroken"
    r"|jailbreak (?:you|mode|prompt)"
    rf"|(?:{_ABOVE}|your|all (?:the |of your |your )?|former|old|existing) (?:\w+ )?(?:rules"
    rf"|instructions|guidelines|restrictions|limits|prompts?)\b[^.!?\n]{{0,20}}\b(?:null|void"
    r"|cancell?ed|suspended|lifted|deleted|obsolete|overwritten|revoked|disabled"
    r"|no longer (?:apply|valid|count|exist))|(?:admin(?:istrator)?|system|developer|root) override"
    r"|your (?:new )?name (?:is|will be)(?: now)? \w*bot\b|disregard (?:what|everything) you"
    r"|(?:print|show|repeat|output|give|copy|paste|tell|write|dump|display|recite|return|send"
    r"|list)(?: (?:me|us|out|back))* (?:(?:the|all|your|this|of|me|any) )*(?:(?:whole|entire|full"
    r"|complete|exact|hidden|first|very|original|raw|initial) )*(?:text|message|content|contents|words"
    r"|lines?|everything|paragraph|conversation"
    r"|context)s?(?: (?:that|which))?(?: (?:stands?|is|are|comes?|was|were|came|appears?|written"
    r"|placed|given))*(?: to you)? (?:above|before (?:this|my|the)|preceding|prior to|up to this)\b"
    r"|(?:what|which|list|name|show) (?:\w+ ){0,3}?(?:tools?|functions?|apis?"
    r"|plugins?)\b[^.?!\n]{0,15}\b(?:do|can|could|are) (?:you|u)\b[^.?!\n]{0,12}\b(?:have|use|call"
    r"|access|invoke|available|given)|how (?:were|are|was) (?:you|u|this bot) (?:programmed|trained"
    r"|coded|prompted|configured|instructed)"
    r"|(?:list|names?|all|every|each)(?: of)?(?: (?:all|every|the|your|each|of))* (?:tools?|functions?"
    r"|commands?|apis?|plugins?) (?:that )?(?:you'?re able to|you are able to"
    r"|(?:you can|you could|you may) (?:call|use|access|run|execute|invoke)|you have|at your disposal)"
    r"|what (?:exactly )?(?:have|were|are) you (?:been )?(?:told|instructed|programmed|prompted"
    r"|trained) to (?:do|say|answer|hide)|pretend (?:to be|you|that you)"
    r"|(?:you|please|must|will|should) (?:\w+ )?(?:act|behave|respond|answer|role-?play) as (?:a|an|if"
    r"|my|the)\b(?! (?:host|hostess|server|waiter|waitress|bartender|dj|mc|greeter|emcee)\b)"
    r"|reveal (?:your|the|all|any)|print your|repeat (?:the|your) (?:words|text|instructions|prompt)"
    r"|forget everything|do anything now|\bDAN\b(?= mode| is| can|,))",
    re.I,
)
_OFF_TOPIC = re.compile(
    r"\b(?:do you (?:like|love|enjoy) (?:your (?:job|work|life)|being|working)"
    r"|(?:what'?s|whats|what is) (?:your"
    r"|ur) (?:favou?rite (?:color|movie|song|team|animal|number|place)|name again|zodiac|sign)"
    r"|bring me (?:a|some) (?!menu|quote)\w+|solve|equation|x\^2|vote|governor|senator|mayor|religion"
    r"|lottery|investment|medical advice|legal advice|python|javascript|java"
    r"|(?<!dress )(?<!gate )(?<!door )(?<!color )(?<!promo )(?<!area )(?<!zip )code\b(?! ?\d)|coding"
    r"|homework|essay|haiku|limerick|sonnet|rap|short story|bedtime story|paragraphs?|thesis"
    r"|book report|term paper|science (?:project|fair)|biology|chemistry|physics|geometry|calculus"
    r"|history (?:class|paper|exam)|exam|quiz me|poem|joke|weather (?:today|tomorrow|like)|president"
    r"|election|politics|bitcoin|crypto|stocks?|recipe for|translate|capital of|meaning of life"
    r"|football score|movie|(?<!birthday )song|lyrics|math|algebra|sorts a list|write me (?:a|an)"
    r"|who (?:won|will win|is (?:going to|gonna) win)|horoscope|dating|girlfriend\?|boyfriend\?"
    r"|marry me"
    r"|trump|biden|obama|putin|elon musk|abortion|gun control|nudes?|naked|sexy|sext\w*|horny"
    r"|feet pics|(?:ur|your|you'?re|you are|u r) (?:so )?(?:hot|cute|sexy|single)|go out with me|html"
    r"|css|sql (?:query|injection|statement)|regex|excel formula|typescript|c\+\+|powershell"
    r"|web ?site for (?:my|our|me)|login page|landing page|algorithm|debug|compiler"
    r"|(?:write|draft|compose|generate|code|build|proofread|rewrite|summari[sz]e|paraphrase)(?: me| us"
    r"| up)? (?:an?|some|the|my|this|a quick|a short) (?:\w+ ){0,3}?(?:letter|resume|r[eé]sum[eé]|cv"
    r"|speech|toast|caption|tweet|blog|post|story|program|page|app|function|paragraph|article|book"
    r"|novel|script|bio|eulogy|(?:e-?mail|text|message|note) to my (?:landlord|boss|ex|teacher"
    r"|professor|neighbou?r|coworker|girlfriend|boyfriend|wife|husband|mom|mother|dad|father))"
    r"|who (?:invented|discovered|painted|directed|sang|sings|wrote|founded)"
    r"|how (?:tall|old|far|big|heavy|deep) (?:is|was"
    r"|are) (?:the (?:moon|sun|earth|eiffel|empire|world|universe)|mount|obama|trump|biden)"
    r"|what year (?:did|was)|(?:population|square root) of"
    r"|tell me (?:a|another) (?:\w+ )?(?:story|riddle|secret|fun fact)|fun fact|riddle"
    r"|tic[- ]tac[- ]toe|(?:do|file|prepare) my (?:taxes|homework|laundry)"
    r"|(?:fix|repair) my (?:\w+ )?(?:car|computer|laptop|wi-?fi|phone|printer|toilet|sink)"
    r"|should i (?:invest|break up|divorce|quit|text (?:her|him|my ex))"
    r"|are you (?:single|sentient|conscious|alive)|do you love me)\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:idk|i ?d ?k|dunno|no idea|not sure|unsure"
    r"|(?:i|we) (?:don'?t|dont|do not) (?:really |even )?(?:know|remember"
    r"|have (?:it|that|one|the \w+))|haven'?t (?:decided|figured|picked|thought)|undecided|no clue"
    r"|hard to say|depends|tbd|still (?:deciding|figuring))\b",
    re.I,
)
_ANY = re.compile(
    r"\b(?:either(?: (?:one|is fine|works))?"
    r"|any(?:time| time|day| day| of (?:them|those|these))?(?= (?:is|works|would|will|one)\b|\W*$)"
    r"|whichever|whatever(?: (?:is|works|you))?|doesn'?t matter|don'?t (?:mind|care)"
    r"|dont (?:mind|care)|no preference|not picky|up to you|you (?:choose|pick|decide|tell me)"
    r"|(?:your|ur) (?:choice|pick|call)|surprise me|(?:i'?m|we'?re|im|were|am|are) (?:\w+ )?flexible"
    r"|all (?:good|fine)|both (?:work|are)|what(?:'?s| do you| would you) (?:recommend|suggest|best)"
    r"|which (?:one |is |would |do you )(?:you )?(?:better|recommend|suggest|best|cheaper|cheapest))\b",
    re.I,
)
_CHEAPER = re.compile(r"\b(?:cheap(?:er|est)|less expensive|lower price|best price|least expensive)\b", re.I)
_PUZZLED = re.compile(
    r"^\W*\?+\W*$|^\W*(?:huh|what|wdym|wym|eh|excuse me|sorry|pardon|come again|say again"
    r"|say that again|repeat that|can you repeat(?: that)?(?: please)?|what did you say"
    r"|i (?:don'?t|dont|do not) (?:get|understand|follow)(?: it| that| this| you)?"
    r"|what do (?:you|u) mean|(?:i'?m|im) (?:confused|lost)|confused|that makes no sense"
    r"|didn'?t catch that|hello+|hellooo+|you there|anyone there|still there)\W*$",
    re.I,
)
_SPEAKS = re.compile(
    r"\b(?:do|does|can|is there|anyone|someone|somebody)\b(?![^.?!\n]{0,25}\b(?:chefs?|cooks?|he|she)\b)"
    r"[^.?!\n]{0,25}\b(?:speaks?|talk"
    r"|habl\w+) (?:in )?(?:spanish|español|espanol|chinese|mandarin|cantonese|vietnamese|tagalog"
    r"|korean|japanese|hindi|french|portuguese|russian|arabic|punjabi|farsi)\b",
    re.I,
)
"""Whether we write another language; what the chef speaks is another matter."""
_WHO = re.compile(
    r"\b(?:how are (?:you|u|things)|how'?s it going|how'?s your (?:day|night|morning)|how do you do"
    r"|hope (?:you|all|everyone)(?:'re| are| is)? (?:\w+ )?(?:well|good|great))\b",
    re.I,
)
_SOONEST = re.compile(
    r"\b(?:soonest|earliest (?:date|day"
    r"|(?:that )?(?:you|u|yall|y'all|we|i|your \w+) (?:guys )?(?:can|could|would|are|have|got"
    r"|do)(?! (?:start|begin|cook|serve|eat))|available|possible|opening)"
    r"|next (?:available|opening|open (?:date|day|slot))|first (?:available|opening)|asap"
    r"|as soon as possible)\b|\bhow (?:soon|quickly|fast) (?:can|could|would|will|are) (?:you|u|yall"
    r"|y'all|the chef|a chef|somebody|someone|we|i)(?: guys)? (?:come|do|be|get|make|able|have|cook"
    r"|cater|throw|host)\b|\bwhen(?:'s| is) (?:your|the) (?:soonest|earliest|next|first)\b",
    re.I,
)
_ENGLISH = re.compile(
    r"\b(?:do|can|does) (?:you|u|ya|yall|anyone|somebody)(?: guys| all)? (?:speak|talk|write"
    r"|understand) english\b|\b(?:in )?english\b[^.?!\n]{0,15}\b(?:ok|okay|fine|please|works|good|then"
    r"|is)\b|\b(?:ok|okay|we can (?:do|speak|use)|let'?s (?:do|use)|in|i speak) english\b",
    re.I,
)
_WHERE_TO_WRITE = re.compile(
    r"\bwhat(?:'?s| is| are)? (?:the )?(?:address|name|number|details?)\b[^.?!\n]{0,15}\b(?:you"
    r"|u) (?:need|want|require)\b|\b(?:where|how) (?:do|should|can|shall) (?:i|we) (?:send|give|put"
    r"|write|tell|enter|share|submit)\b[^.?!\n]{0,20}\b(?:address|name|number|e-?mail|allerg\w+"
    r"|details|info|that|it)\b",
    re.I,
)
_HAS_QUESTIONS = re.compile(
    r"\b(?:have|got|had|just|with) (?:a few|some|a couple(?: of)?|several|two|three|a lot of|a|one"
    r"|\d) (?:\w+ )?questions?\b[^?:]{0,40}$"
    r"|\b(?:can|may|could) i ask (?:you )?(?:something|a question|a few questions|some questions)\W*$",
    re.I,
)
_WRONG_NUMBER = re.compile(
    r"\b(?:wrong (?:number|person|chat|text|convo|thread|window|contact)"
    r"|(?:meant|supposed|intended) (?:for|to (?:text|send|message|write)) (?:someone|somebody|my"
    r"|another|a different)|(?:oops|sorry),? not (?:for|meant for) you"
    r"|didn'?t mean to (?:text|message|write|send) (?:you|this|that|it))\b",
    re.I,
)
_ASKS_ADDRESS = re.compile(
    r"\b(?:what|which) (?:street |home )?(?:address|location|venue|place)\b[^.?!\n]{0,15}\b(?:do|did"
    r"|have|is|are|was) (?:you|u|yall|i|we|it|on)\b(?: guys)?[^.?!\n]{0,12}\b(?:have|got|give|gave"
    r"|down|file|put|for (?:me|us|my|our))\b"
    r"|\b(?:is|do you have|did you get) (?:my|our) (?:correct |right |full "
    r"|new )?address\b[^.!\n]{0,20}\?|\bwhere (?:are you|is the chef|will you be|is he|is she"
    r"|do you think you'?re) (?:coming|going|driving)(?: to)?\b",
    re.I,
)
_NEW_CONTACT = re.compile(
    r"\b(?:change|update|correct|switch|replace|fix)\b[^.?!\n]{0,15}\b(?:(?:my|our) number(?! of)"
    r"|the number (?:on (?:my|our|the) (?:booking|file|account)|you have)"
    r"|(?:my|our|the) (?:phone|phone number|cell\w*|mobile|e-?mail(?: address)?"
    r"|contact(?: info\w*| details)?))\b"
    r"|\b(?:new|different|other|correct) (?:phone|phone number|cell|mobile"
    r"|e-?mail(?: address)?)(?: number)?(?:'s| is|:)"
    r"|\b(?:my|our) (?:number|phone|phone number|e-?mail|cell) (?:has )?changed\b",
    re.I,
)
_GOOD_NEWS = re.compile(
    r"\b(?:got|get|gets|was|been|just) (?:\w+ )?(?:promoted|engaged|accepted|hired|licensed|tenured"
    r"|sworn in)\b|\b(?:got|landed|starting) (?:a|the|my|his|her|our) (?:\w+ )?(?:promotion|new job"
    r"|dream job|job|scholarship|citizenship|green card|offer)\b"
    r"|\b(?:his|her|my|our) (?:big )?promotion\b|\bpromotion (?:party|dinner)\b"
    r"|\bgot into (?!(?:a|an|the) (?:fight|accident|argument|crash|wreck)|trouble|hibachi|it\b|this\b"
    r"|that\b)[a-z]+|\bpassed (?:the|his|her|my|our) (?:bar|boards?|exam|test|driving test"
    r"|citizenship test)\b|\b(?:bought|closed on|moved into) (?:a|an|our|my|the"
    r"|their) (?:\w+ )?(?:house|home|condo|place)\b"
    r"|\b(?:i'?m|we'?re|she'?s|wife is|we are|i am|she is) (?:pregnant"
    r"|expecting a (?:baby|boy|girl|little one))\b|\bcelebrat\w+ (?:\w+ ){0,2}remission\b"
    r"|\b(?:beat|beating|survived|kicked) (?:\w+ )?cancer|\bcancer[- ]free\b|\bin remission\b"
    r"|\b(?:made|got|is|are|was) (?:a |her |his )?(?:full recovery|out of (?:the )?hospital"
    r"|home from (?:the )?hospital)\b"
    r"|\bwon (?:the|our|his|her|a) (?:\w+ )?(?:championship|league|title|game|award|lottery|tournament"
    r"|case|election)\b|\bhome from (?:deployment|college|the army|the navy|afghanistan|overseas)\b"
    r"|\b(?:he|she|husband|wife|son|daughter) proposed\b|\bsaid yes!",
    re.I,
)
_NAME_WRONG = re.compile(
    r"\b(?:(?:is|'?s|was) (?:not|no) (?:even )?(?:my name|what i'?m called)|(?:isn'?t|aint) my name"
    r"|(?:not|wrong|isn'?t) (?:my|the|our|a|her|his) name|wrong name"
    r"|(?:got|have|had|spelled|put) (?:my|the|her|his) name wrong"
    r"|my name (?:is|'?s) wrong)(?! (?:tag|plate)s?)"
)
_STOPS_REMINDERS = re.compile(
    r"\b(?:stop|quit|cease|enough|no more|don'?t (?:send|text|need|want)|turn off|switch off|without"
    r"|cancel)\b(?: (?:with|of|sending|texting|messaging|getting|please|me|us|him|her|my \w+|the|those"
    r"|these|all|any|your|more|to|get|receive|so many|constant|daily))* reminders?\b",
    re.I,
)
""" "Stop texting me reminders": of them alone, no STOP to all that we write."""
ACTS = (
    ("name_wrong", _NAME_WRONG),
    ("stops_reminders", _STOPS_REMINDERS),
    ("good_news", _GOOD_NEWS),
    ("injection", _INJECTION),
    ("off_topic", _OFF_TOPIC),
    ("unsure", _UNSURE),
    ("any_choice", _ANY),
    ("cheaper_choice", _CHEAPER),
    ("puzzled", _PUZZLED),
    ("asks_language", _SPEAKS),
    ("how_are_you", _WHO),
    ("soonest", _SOONEST),
    ("in_english", _ENGLISH),
    ("has_questions", _HAS_QUESTIONS),
    ("where_to_write", _WHERE_TO_WRITE),
    ("wrong_number", _WRONG_NUMBER),
    ("asks_address", _ASKS_ADDRESS),
    ("new_contact", _NEW_CONTACT),
)

TROUBLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.I))
    for kind, words in (
        (
            "grief",
            (
                r"(?:before|since|after|until) (?:he|she|they"
                r"|(?:my |our )?(?:grand\w+|mom|dad|mother|father|husband|wife|brother|sister|son"
                r"|daughter)) (?:passed|died)|(?:a |the |sudden |recent |had a |unexpected )?(?:death|loss"
                r"|bereavement|passing)(?: in (?:the|our|my) (?:immediate |close |extended )?(?:family"
                r"|circle))|(?:family|our|my) (?:bereavement|death|loss)"
                r"|lost (?:a |an |our |my )?(?:dear |close |beloved )?(?:family member|loved one|relative"
                r"|parent|grandparent)|(?:has|have|just|recently|suddenly)? ?passed(?: on| last| this"
                r"| yesterday| suddenly)|(?:grand\w+|nana|mom|mum|mother|dad|father|wife|husband|son|daughter"
                r"|brother|sister|uncle|aunt|cousin) (?:has |just |recently "
                r"|suddenly )?passed(?=\s*(?:$|[.,;!?]|and\b))|(?:my|our|his|her) \w+ (?:just )?died"
                r"|in mourning|passed away|passing of|funeral|memorial (?:service|dinner|lunch)"
                r"|celebration of life|(?:has |just )?died|(?:his|her|my|our) death|in mourning"
                r"|lost (?:my|our|his|her) (?:mom|mum|dad|mother|father|son|daughter|husband|wife|brother"
                r"|sister|baby|grand\w+|uncle|aunt|friend|dog|cat)|miscarriage"
                r"|put (?:him|her|our dog|my dog) down"
                r"|(?:my|our|his|her) late (?:grand\w+|mom|mum|dad|mother|father|husband|wife|brother|sister|son|daughter|uncle|aunt|cousin|friend|partner|nana)(?:'?s)?"
                r"|in (?:loving )?memory of|(?:he|she) passed (?:in|on|last|this|a|two|three|just|recently|suddenly|when)"
                r"|first (?:\w+ ){0,4}without (?:her|him|(?:my |our |his |her )?(?:grand\w+|mom|mum|dad|mother|father|husband|wife|brother|sister|son|daughter|nana))"
                r"|would(?:'ve| have) been (?:his|her|my \w+|our \w+|\w+'s) (?:\w+ )?(?:\d{1,3}(?:st|nd|rd|th)?|birthday|anniversary)"
            ),
        ),
        (
            "illness",
            (
                r"(?:in(?:to)?|admitted (?:in)?to|at|back in|stuck in) (?:the |an? )?(?:hospital|er|e\.r\.|icu"
                r"|emergency room|urgent care|intensive care)"
                r"|(?:taken|rushed|went|going|off|sent|drove|driven) to (?:the |an? )?(?:hospital|er|icu"
                r"|emergency room|urgent care)|food poison\w*|stomach (?:flu|bug)"
                r"|(?:family|medical|health) emergency|hospitali[sz]ed"
                r"|(?:got|is|are|am|i'?m|we'?re|was|were|been|very|really|so|came down|getting|feeling|fell"
                r"|all|'s) (?:\w+ )?(?:sick|ill)\b(?! of)|cancer|chemo\w*|surgery"
                r"|(?:broke|fractured|sprained|twisted|injured|tore|threw out|dislocated) (?:my|his|her|their"
                r"|a|an) (?:\w+ )?(?:leg|arm|hip|ankle|foot|feet|wrist|back|knee|shoulder|elbow|collarbone"
                r"|ribs?|finger|toe|nose|bones?)|broken (?:\w+ )?(?:leg|arm|hip|ankle|foot|feet|wrist|back"
                r"|knee|shoulder|elbow|collarbone|ribs?|finger|toe|nose|bones?)"
                r"|(?:had|took|having) (?:a|an) (?:\w+ )?(?:fall|accident|injury|seizure|operation)"
                r"|(?:mom|mum|mother|dad|father|grand\w+|wife|husband|son|daughter|nana|abuela|aunt|uncle"
                r"|sister|brother|he|she) (?:just |has )?(?:fell|slipped|collapsed"
                r"|fallen)(?: (?:down|off|and|in|on|yesterday|today|last)|\W|$)"
                r"|(?:has|have|had|got|caught|down with|with|having) (?:the |a bad |a |bad )?(?:flu|pneumonia"
                r"|strep|norovirus|stomach (?:flu|virus)|chicken ?pox|mono|bronchitis|shingles)|covid|the flu"
                r"|stomach bug|accident|heart attack|stroke|fever|diagnos\w+"
            ),
        ),
        (
            "let_down",
            (
                r"(?:other|another|our|the|my|previous) (?:\w+ )?(?:company|caterers?|chef|vendor|venue|place"
                r"|restaurant|one)s? (?:\w+ )?(?:cancell?ed|bailed|backed out|flaked|ghosted|dropped"
                r"|double[- ]booked|let (?:me|us) down|fell through)|cancell?ed on (?:me|us)"
                r"|bailed on (?:me|us)|ghosted (?:me|us)|fell through"
            ),
        ),
        (
            "called_off",
            (
                r"(?:wedding|engagement|party|marriage|event|trip) (?:is|was|got|has been"
                r"|'s been) (?:called off|cancell?ed|off)"
                r"|called off (?:the|our|my) (?:wedding|engagement|party)|broke up|breakup|getting divorced"
                r"|divorce(?! (?:party|celebration|bash|dinner))|separated|left me|dumped"
                r"|lost (?:my|his|her) job|laid off|got fired|evicted|house fire|evacuat\w+|wildfires?|flooded"
                r"|burn(?:ed|t) down|caught fire"
            ),
        ),
        (
            "stress",
            (
                r"stress(?:ed|ful|ing)?|overwhelm\w*|panick?\w*|freaking out|so last minute|desperate"
                r"|(?:so |really |very |a bit |kinda |super )?(?:worried|nervous|anxious|scared)"
                r"|worr(?:y|ies)(?! about it)\b|running out of time|nightmare|losing my mind|at my wit'?s end"
            ),
        ),
    )
)
_NO_WORRY = re.compile(
    r"\b(?:no|don'?t|not|without|never) (?:\w+ )?(?:worr\w+|stress\w*|nervous)|\bno (?:stress|worries)\b", re.I
)


def fears_a_thing(folded: str) -> bool:
    """Whether somebody is said to be afraid of fire, dogs or noise, which is no worry of who writes."""
    return bool(_OF_FIRE.search(folded))


def acts(folded: str) -> tuple[str, ...]:
    """What is said beside the matter, as acts."""
    return tuple(name for name, pattern in ACTS if pattern.search(folded))


_SUPPOSED_ILL = re.compile(
    r"\b(?:if|in case|when|suppose|what happens when)\b[^.?!\n]{0,25}\b(?:chefs?|cooks?|you|u|someone"
    r"|somebody|a guest|anyone)\b[^.?!\n]{0,15}\b(?:sick|ill|covid|accident|emergency)\b"
)


_SUPPOSED_OFF = re.compile(
    r"\b(?:if|in case|suppose|supposing|say|when|imagine|assuming)\b[^.?!\n]{0,25}\bcall(?:ed"
    r"|ing)? (?:it |this |the party |our party |everything )?off\b"
)
""" "What if we called off the party": nothing happened."""
_OF_FIRE = re.compile(
    r"\b(?:scared|afraid|nervous|worried|anxious|terrified|frightened|spooked|upset) (?:of|about|around|by|with|when there'?s) (?:the |any |open |big |loud )*(?:fires?"
    r"|flames?|dogs?|noises?|knives|smoke|crowds|strangers)\b"
)
""" "My son is scared of fire": asked, nothing to console."""
_RECOVERED = re.compile(
    r"\b(?:beat|beating|survived|kicked|free|remission|recover\w+|out of (?:the )?hospital"
    r"|home from (?:the )?hospital|finished (?:her|his|my|the) (?:chemo\w*|treatment)"
    r"|last (?:day of )?chemo\w*)\b"
)
""" "He beat cancer and we want to celebrate": what is over is good news."""


_WORKPLACE = re.compile(
    r"\b(?:department|team|staff|nurses?|doctors?|crew|office|colleagues?|works?|working|job|shift"
    r"|volunteer\w*|admin\w*|manager|coordinator"
    r"|director)(?: (?!(?:is|are|was|were|got|ended|landed)\b)\w+){0,2} (?:from|at|in|of|for) (?:the "
    r"|our |my |a |an )?(?:\w+ )?(?:hospital|er|icu|urgent care)\b"
    r"|\b(?:hospital|er|icu|urgent care)'?s? (?:department|team|staff|nurses?|doctors?|workers?|crew"
    r"|office|lunch|dinner|event|party|employees?|admin\w*|foundation|cafeteria|courtyard"
    r"|fundrais\w+)\b",
    re.I,
)


def without_workplace(text: str) -> str:
    """The text without a hospital in which somebody works: nobody is ill there."""
    return _WORKPLACE.sub(lambda said: " " * len(said.group()), text)


_MACHINES = re.compile(
    r"\b(?:ac|a/c|air ?con\w*|fridge|freezer|oven|stove|grill|car|truck|van|battery|phone|cell|ipad"
    r"|tablet|laptop|computer|heater|furnace|wifi|internet|tv|generator|pump|engine|line|call|chat"
    r"|app)(?: (?:just|has|had|totally|completely|also|again))* (?:died|dead)\b"
    r"|\b(?:i|we)(?: (?:just|almost|nearly|literally|actually))* died(?: (?:laughing|of laughter|inside))?\b"
)
""" "Sorry, my phone died": nobody to mourn."""


def trouble(folded: str) -> str | None:
    """What somebody is going through, the gravest first."""
    folded = _MACHINES.sub(" ", without_workplace(folded))
    for kind, pattern in TROUBLES:
        if kind == "illness" and (_SUPPOSED_ILL.search(folded) or _RECOVERED.search(folded)):
            continue
        if kind == "called_off" and _SUPPOSED_OFF.search(folded):
            continue
        if pattern.search(folded) and not (kind == "stress" and (_NO_WORRY.search(folded) or _OF_FIRE.search(folded))):
            return kind
    return None
