"""A message that is nothing but a reaction to what we said: pleased, excited, sorry, waiting, unheard, hesitating.

Such a message tells no fact and asks no question; what single words of it look like elsewhere ("Nice", a town; "can't
wait", a question; "reasonable", an objection) is nothing.
"""

from hibachi.concierge.understanding.schemas import Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.openers import GLAD, OPENERS

_LEAD = (
    rf"(?:(?:{OPENERS}|{GLAD}|o|yes|yeah|yep|man|dude|bro|no|honestly|actually|damn|dang|yay+"
    r"|thank you(?: so much)?)\b[\s,.!…-]*)*"
)
_TAIL = (
    r"(?:[\s,.!…-]*\b(?:lol|haha+|tho|though|then|now|guys|man|dude|bro|thanks?|thank you(?: so much)?|thx"
    r"|ty|for (?:sure|us|me|that|what you get)|honestly|actually|to me|with me|already|so much|really"
    r"|haha)\b)*[\W_]*$"
)
_VERY = (
    r"(?:really |pretty |very |super |so |too |quite |totally |actually |honestly |just |kinda |freaking "
    r"|absolutely |way |more than |definitely )*"
)
_IS = (
    r"(?:that(?:'?s| is|s)?|it(?:'?s| is|s)|this(?: is|'?s)?|the price is|price is"
    r"|(?:that |it |this |the price |all )?(?:sounds?|looks?|seems?|feels?)(?: like)?"
    r"|you(?:'re| are| guys are)|what) ?"
)
_GOOD = (
    r"(?:nice|not (?:that |too |so )?bad|reasonable|fair(?: enough)?|cheap|affordable|great|good"
    r"|awesome|amazing|wonderful|perfect|fantastic|sweet|dope|lit|fire|sick|cool|lovely|excellent"
    r"|incredible|brilliant|delicious|impressive|fun|yum+y?|the best|helpful|kind"
    r"|worth (?:it|every penny)|doable"
    r"|a (?:great |good |fair |killer |nice |real )?(?:deal|price|value|steal|bargain|plan|blast"
    r"|relief)|(?:great|good|fair|amazing|nice|awesome|killer) (?:price|deal|value|news"
    r"|to (?:know|hear)|idea)|cheaper than (?:i|we) (?:thought|expected)"
    r"|(?:better|less) than (?:i|we) (?:thought|expected|feared)"
    r"|exactly what (?:i|we) (?:want|wanted|need|needed))"
)
_LOVES = (
    r"(?:(?:i |we |just )?(?:really |already )?love (?:it|that|this|you guys|u guys|hibachi)"
    r"|(?:i'?m|im|we'?re) (?:sold|impressed|so happy|happy)(?: (?:with|about) (?:it|that|this))?"
    r"|woo+ ?hoo+|yay+|yum+|mmm+|you guys (?:are|r) (?:awesome|amazing|great|the best"
    r"|so (?:nice|sweet|helpful)))"
)
_BUSY = (
    r"driving(?: [\w' ]{2,30})?|(?:in|on|at) (?:a|an|the|my) (?:meeting|call|phone|bus|train|doctor\S*"
    r"|dentist|gym|store|stoplight|red light|appointment|zoom)(?: [\w' ]{2,20})?"
    r"|at work(?: [\w' ]{2,20})?|in class"
    r"|(?:dropping|picking|putting|feeding|getting|bathing) (?:off |up )?(?:the|my|our) (?:kids?"
    r"|bab(?:y|ies)|son|daughter|toddler|dogs?|cats?|boys|girls)[\w' ]{0,20}"
    r"|(?:making|cooking|eating) (?:dinner|lunch|breakfast)(?: rn| now)?"
    r"|(?:the |my )?(?:bab(?:y|ies)|kids?|toddler|dog) (?:is |are |was |were |just )?(?:crying"
    r"|screaming|awake|woke up|sick|barking|fighting)[\w' ]{0,15}"
    r"|(?:just )?(?:browsing|looking(?: around)?|curious|window shopping)(?: for now| atm| rn)?"
    r"|(?:asking|checking with|gotta ask|need to ask|have to ask"
    r"|gotta check with)(?: (?:my|the) \w+)?(?: first| rn| now)?"
    r"|(?:i'?ll|ill|will) (?:tell|text|let) (?:you|u)(?: know)? (?:later|soon|in a bit|tonight"
    r"|tomorrow)|not ready(?: to (?:book|decide|commit))?(?: yet| just yet)?"
    r"|still (?:deciding|thinking)|hold(?: on| up)?(?: please| pls| plz)?"
    r"|wait(?: up| a (?:sec|min)\w*)?|brb|be right back"
    r"|(?:one|1|a|just a|give me (?:a|one|like a|1|5|two|2|five|10|ten)"
    r"|gimme (?:a|one|5|10)) (?:sec(?:ond)?s?|min(?:ute)?s?|moment|bit)(?: please| pls)?"
    r"|got(?:ta| to) (?:run|go)(?: for a (?:sec|min)\w*)?(?: brb)?"
    r"|(?:my )?(?:boss|wife|husband|mom) (?:is|just) (?:calling|walked in|here)"
)
"""What keeps somebody from writing on for a moment."""
_SO = (
    r"(?:so|really|super|very|pretty|crazy|insanely|freaking|kinda|way too|too|a bit|finally"
    r"|supposed to be|gonna be|going to be)"
)
_WEATHER = (
    r"(?:(?:oh |man |ugh |wow )*(?:it'?s|its|it is|it was|it'?s been|the weather(?:'s| is| has been)?"
    rf"|this (?:heat|weather|rain|cold)(?: is)?)(?: {_SO})* (?:hot|cold|warm|rainy|raining|pouring"
    r"|windy|humid|nice|beautiful|gorgeous|foggy|smoky|freezing|chilly|crazy|awful|terrible|lovely"
    r"|killing me|something|boiling|roasting)(?: (?:out|outside|here|today|tonight|right now|rn"
    rf"|this week|lately|again|in [a-z ]{{3,18}}))*"
    r"|(?:(?:how about|what about|can you believe|some|love|hate|loving|how'?s) (?:this|that)"
    r"|(?:crazy|nice|hot|cold|weird|lovely|how'?s the|love the|hate the)) (?:weather|heat|rain"
    r"|sunshine|cold|heat ?wave)(?: (?:out|outside|here|today|lately|huh|right|we'?re having|by you"
    r"|where you are|over there))*)"
)
_TEAM = (
    r"(?:the |my |our |those |them |that |dem )?(?:warriors|dubs|niners|49ers|giants"
    r"|(?:sac(?:ramento)? )?kings|lakers|dodgers|raiders|sharks|quakes|a'?s|athletics|team|boys|bears)"
)
_SPORT = (
    r"(?:(?:how about|did (?:you|u|ya)(?: guys)? (?:see|watch|catch)|(?:you|u) (?:see|watch|catch)"
    rf"|can you believe|what about|crazy|what an?|great|some) (?:{_TEAM} ?)?(?:the |that "
    r"|last night'?s )?(?:game|match|play(?:off)?s?|win|loss|super ?bowl"
    r"|world cup)?(?: (?:last night|yesterday|today|on sunday|the other night|tho|though"
    r"|huh))*(?<=[a-z])"
    r"|(?:go|let'?s go|come on) (?:warriors|dubs|niners|49ers|giants|kings|lakers|dodgers|raiders"
    rf"|sharks|bears)|{_TEAM} (?:just |finally |really |totally )?(?:lost|won|lose|win|suck|stink"
    r"|choked|crushed it|played|is|are"
    r"|got (?:crushed|beat|destroyed))(?: (?:again|last night|yesterday|today|so bad"
    r"|(?:so )?(?:good|bad|great|awful)|playing|tonight|this year))*)"
)
""" "It's so hot here in Fresno today", "how about that Warriors game": small talk, no day, no place and no question for us."""
_REACTIONS = tuple(
    (kind, re.compile(rf"^\W*{_LEAD}(?:{words}){_TAIL}", re.I))
    for kind, words in (
        (
            "excited",
            (
                r"(?:i |we |just )?(?:really )?(?:can'?t|cant|can not|cannot"
                r"|couldn'?t) (?:hardly )?wait(?: (?:for|to) [\w' ]{2,30})?"
                r"|(?:(?:i'?m|im|we'?re|we are|i am|so|super|very|the kids are|everyone is|everybody is"
                r"|getting) )*(?:excited|pumped|stoked|hyped)(?: (?:for|about) [\w' ]{2,30})?"
                r"|(?:i'?m |we'?re |im )?(?:really )?looking forward(?: to [\w' ]{2,30})?"
                r"|it'?s going to be (?:so |really )?(?:fun|great|amazing|epic)"
            ),
        ),
        (
            "busy",
            (
                rf"(?:(?:{OPENERS})\W+)*(?:(?:i'?m|im|i am|was|we'?re|s?he'?s"
                r"|(?:my|the) (?:wife|husband|mom|dad|boss|kid|baby|sister|brother|friend)(?: is|'s)?|just"
                rf"|currently|still) )*(?:{_BUSY})(?:[\s,.!]+(?:give me|one|hold on|brb|be right back|sorry"
                rf"|lol|haha)[\w' ]{{0,20}})?"
            ),
        ),
        (
            "starts_to_say",
            (
                r"(?:(?:ok(?:ay)?|so|alright|well|um+|uh+|right|anyway|anyways|yeah|basically|listen|first"
                r"|now)[\s,.]+)+(?:so|basically|here'?s (?:the thing|the deal|what i need|what we need)|um+"
                r"|uh+|first)|(?:so|anyway|anyways|here'?s the (?:thing|deal)|let me explain"
                r"|i have a (?:situation|story))"
            ),
        ),
        (
            "returns",
            (
                rf"(?:(?:{OPENERS}|{GLAD}|now)[\s,.]+)*(?:(?:i'?m|im|i am|we'?re)? ?(?:back(?: now| again)?"
                r"|home now|free now|here now|done (?:driving|with \w+))(?:[\s,.]+(?:so )?where were we)?"
                r"|(?:so )?(?:where|what) were we(?: at| saying| talking about)?|where did we leave off)"
            ),
        ),
        (
            "apologises",
            (
                r"(?:(?:i'?m )?(?:so )?sorry(?: (?:about|for) (?:that|this"
                r"|the (?:late|slow|delay\w*|confusion|mix ?up|typos?|mess|trouble|spam|wait|many|all the"
                r"|\w+ (?:reply|response|questions|messages|texts))[\w' ]{0,20}"
                r"|all (?:the|these|my) [\w ]{3,20}|bothering you|being [\w ]{3,25}"
                r"|not (?:replying|answering)[\w ]{0,12})"
                r"|,? (?:my |the )?(?:cat|kid|toddler|son|daughter|baby|dog|pocket|phone|autocorrect|butt dial"
                r"|finger|fat fingers?|wrong button|caps lock)[\w' ]{0,25})?"
                r"|sorry,? (?:that|this|it) was (?:my|the|a|an) [\w' ]{2,30}|my bad|oops+|whoops|apologies"
                r"|typo|autocorrect|ignore (?:that|the last (?:one|message|text))|wrong button|pocket dial"
                r"|i butt dialed you)"
            ),
        ),
        (
            "no_answer_yet",
            (
                r"(?:(?:(?:is )?any ?(?:one|body) (?:there|here|home|around)|hello+"
                r"|(?:are )?(?:you|u|ya)(?: guys)? (?:still )?(?:there|here))\W+)*(?:(?:i|we)(?:'ve"
                r"| have)? (?:been )?|been )(?:waiting|waited)\b[\w' ]{0,40}"
            ),
        ),
        (
            "waiting",
            (
                r"(?:did|have) (?:you|u)(?: guys)? (?:get|got|see|seen|read|receive) (?:my|the) (?:last "
                r"|other |previous |first )?(?:msg|message|text|e-?mail|question|note)s?"
                r"|(?:(?:is )?any ?(?:one|body) (?:there|here|home|around|awake)"
                r"|(?:are )?(?:you|u|ya)(?: guys)? (?:still )?(?:there|here|awake|around|alive)|hello+\?+"
                r"|u there|knock knock)"
            ),
        ),
        (
            "unheard",
            (
                r"(?:(?:you(?:'re| are|r|re)|ur|u r|u|are you) (?:not |even )*(?:listening|reading"
                r"|paying attention|hearing me|answering(?: me| my question)?)"
                r"|(?:i|we) (?:just |already |literally )*(?:told|said|gave|asked|answered|mentioned|wrote"
                r"|typed|sent)\b(?! (?:yes|no)\b)[^?\n]{0,40}\b(?:already|before|twice|three times|again|that"
                r"|you|a question|above|it)|that'?s not what i (?:asked|said|meant)"
                r"|you didn'?t answer(?: (?:me|my question|the question|that))?"
                r"|answer (?:me|my question|the question)"
                r"|(?:that|this) (?:doesn'?t|does not|didn'?t) (?:answer (?:my|the) question|make sense|help)"
                r"|read (?:my|the) (?:message|text|last message)(?: again)?|not what i asked)"
            ),
        ),
        (
            "no_answer_yet",
            (
                r"(?:i|we)(?:'ve| have)? (?:already )?(?:e-?mailed|called|texted|messaged|wrote"
                r"|tried (?:calling|e-?mailing|texting|to call)"
                r"|left (?:a |two |three )?(?:voice ?mails?|messages?)|filled out the form"
                r"|sent (?:an? )?(?:e-?mail|message|text|form))[\w' ]{0,25}(?:,|\bbut\b|\band\b)? ?(?:nobody"
                r"|no one|no-one|noone|never|still|haven'?t|no)\b[\w' ]{0,30}"
            ),
        ),
        ("weather", rf"(?:{_WEATHER})(?:[\s,.!]+(?:{_WEATHER}))*"),
        ("sports", rf"(?:{_SPORT})(?:[\s,.!?]+(?:{_SPORT}))*"),
        ("hesitates", r"(?:h+m+|u+h+m*|eh+|meh)(?:\W+(?:h+m+|ok(?:ay)?|idk|i see))*"),
        (
            "pleased",
            (
                rf"(?:{_IS}{_VERY}{_GOOD}|{_VERY}{_GOOD}"
                rf"|{_LOVES})(?:[\s,.!]+(?:{_IS})?{_VERY}(?:{_GOOD}|{_LOVES}))*"
            ),
        ),
    )
)
_NO_ANSWER = ("busy", "starts_to_say", "returns", "waiting", "hesitates", "weather", "sports")
"""What says neither yes nor a name, whatever was asked before: "brb", "ok back"."""
_NO_OBJECTION = ("price_objection", "minimum_objection", "compliment", "greeting", "again", "puzzled", "cheaper_choice")


_ECHO = re.compile(
    r"\W*(?:(?:wow|whoa|ouch|yikes|what|really|huh|seriously|oh|no way|omg|damn|geez|hm+|wait|so|it'?s"
    r"|that'?s|another|an extra|extra|a|the|for that|for a move|wtf|jeez|man)\W+)*(?:\$ ?\d{2,4}"
    r"|\d{2,4} ?(?:dollars|bucks))(?: (?:more|extra|fee|for (?:that|it|this|moving|a move|a day)"
    r"|just for that|just to move(?: it)?|really|seriously))?\W*"
)
""" "Wow, 200 dollars?": no question, the price is only said again."""


def of(folded: str) -> str | None:
    """The reaction that a folded message is nothing but."""
    return next((kind for kind, pattern in _REACTIONS if pattern.match(folded)), None)


_MAY_CHANGE = re.compile(
    r"\b(?:can|could|able|possible|allowed|may|ok(?:ay)?) (?:i |we |one |it |to "
    r"|still )*(?:still )?(?:to )?(?:be )?(?:chang|adjust|lower|reduc|updat)",
    re.I,
)


def _of_the_number(text: str) -> frozenset[str]:
    """What "change the number" is not about beside a count of guests; whether it may be changed is asked all the same."""
    return frozenset({"contact"} if _MAY_CHANGE.search(text) else {"contact", "guest_count_final"})


def settled(frame: Frame, folded: str) -> Frame:
    """A frame with the reaction as its act, and without what its words only look like."""
    kind = of(folded)
    if "injection" in frame.acts and (frame.name or "").lower().endswith("bot"):
        frame = frame.model_copy(update={"name": None})
    if "others_booking" in frame.acts and frame.guests.add:
        frame = frame.model_copy(update={"guests": GuestWords()})  # guests of a party that is not the customer's
    if "off_topic" in frame.acts and not (frame.guests.stated or frame.zip or frame.city):
        frame = frame.model_copy(update={"dates": (), "times": ()})  # "my essay is due tomorrow"
    if any(_ECHO.fullmatch(clause.lower()) for clause in frame.unknown):
        frame = frame.model_copy(
            update={
                "unknown": tuple(clause for clause in frame.unknown if not _ECHO.fullmatch(clause.lower())),
                "acts": (*(act for act in frame.acts if act != "price_objection"), "price_objection"),
            }
        )
    if "new_contact" in frame.acts and frame.guests.stated and not (frame.phone or frame.email):
        frame = frame.model_copy(
            update={
                "acts": tuple(act for act in frame.acts if act != "new_contact"),
                "topics": tuple(topic for topic in frame.topics if topic not in _of_the_number(frame.text)),
            }
        )  # "instead of twelve we are fourteen, please change the number"
    if kind == "unheard":
        return frame.model_copy(update={"acts": (*frame.acts, kind), "unknown": ()})
    if kind in _NO_ANSWER:
        frame = frame.model_copy(update={"answer": None, "name": None})
    if kind in ("weather", "sports"):
        frame = frame.model_copy(
            update={"dates": (), "other_dates": (), "month": None, "month_last": None, "times": (), "time_part": None}
        )
    if kind == "apologises":
        frame = frame.model_copy(update={"guests": GuestWords()})
    if kind is None or frame.guests.stated or frame.dates or frame.items or frame.zip:
        return frame
    acts = tuple(act for act in frame.acts if act not in _NO_OBJECTION or (act == "puzzled" and kind == "waiting"))
    return frame.model_copy(
        update={
            "acts": (*acts, kind),
            "topics": (),
            "unknown": (),
            "city": None,
            "state": None,
            "foreign": False,
            "asked_diets": (),
            "dietary": (),
        }
    )
