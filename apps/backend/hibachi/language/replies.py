"""Reads short answers: yes, no, wait, the second one, thanks, STOP. A yes is only what nobody could take for less."""

from dataclasses import dataclass
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.kit import once
from hibachi.language.numbers import ordinal_to_int, to_int
from hibachi.language.spans import Span, quiet

Answer = Literal["yes", "no", "wait", "unsure"]
Strength = Literal["firm", "plain", "weak"]
Keyword = Literal["stop", "start", "help"]

_STOP = {
    "stop",
    "stopall",
    "stop all",
    "unsubscribe",
    "cancel",
    "end",
    "quit",
    "revoke",
    "optout",
    "opt out",
    "opt-out",
    "arret",
    "alto",
    "parar",
    "baja",
}
_START = {"start", "unstop"}
_HELP = {"help", "info"}

_YES_WORD = (
    r"(?:yes+|yess+ir|yea+h*|ye+p+|yup+|ye+s?|yas+|ya+h?|yeah?p|yessir|yes ?ma'?am|mhm+|mm-?hmm+"
    r"|uh-?huh|duh|for sure|fo sho|(?:hell|heck|oh) (?:yeah?|yes|ya)|sure(?: thing)?|of course"
    r"|absolutely|definitely|def|certainly|correct|right(?= ?[,.!]| ?$)|exactly|affirmative|indeed"
    r"|totally|100%|si+|sí|claro|dale|bet"
    r"|ok(?:ay)?|okey|okie(?: dokie)?|k+|kk|alright(?:y)?|all right|fine|perfect|great|awesome|cool"
    r"|deal|done|agreed|confirmed?|approved|excellent|wonderful|lovely|amazing|y|yeh|yh|aye|word"
    r"|sounds good|love it)"
)
_FIRM_YES = re.compile(
    r"\b(?:(?:book|reserve|confirm|schedule|lock|finali[sz]e"
    r"|submit)(?: (?:it|this|that(?! (?:our|the|my|we|it|you|i|is|a|this|they))|us|me"
    r"|the (?:date|slot|party|booking|reservation|order)|now|everything|in)\b"
    r"| (?:please|pls|plz|away)\b|(?=\s*(?:$|[.,!]))|(?= for [a-z]+ [a-z]+$))"
    r"|proceed(?: with (?:it|that|this))?"
    r"|book (?:it|this|that|us)|go (?:right |straight |on )?ahead|(?:please |pls )?do so"
    r"|(?:i'?d|we'?d|i would|we would) (?:like|love) (?:you )?to (?:go ahead|book (?:it|that|this))"
    r"|go for it|let'?s (?:do|book|go|lock) ?(?:it|this|that|with)?"
    r"|lets (?:do|book|go|lock)(?: it| this| that)?|(?<!to )do it(?! (?:again|on|at|for|in))"
    r"|make it (?:so|happen)|place (?:it|the (?:order|booking|reservation))"
    r"|make the (?:reservation|booking)|lock (?:it|us) in|sign (?:me|us) up|we'?ll take it"
    r"|i'?ll take it|we'?ll take that|take it|count us in|we accept|i accept|i agree"
    r"|(?:please|pls) (?:move|cancel|update|change|add|reschedule|switch|send|do|go|proceed|make"
    r"|keep) ?(?:it|that|this|them)?|(?:move|cancel|update|change|add|reschedule|switch) (?:it|that"
    r"|them) (?:please|pls|plz)|yes (?:please |pls )?(?:move|cancel|update|change|add|reschedule"
    r"|switch))\b"
)
_RIGHT = re.compile(
    r"\b(?:that(?:'?s| is| all) ?(?:looks? )?(?:right|correct|fine|good|perfect|ok(?:ay)?|great|it"
    r"|all right|cool|all correct)|thats (?:all )?(?:right|correct|fine|good|perfect|ok|great|cool)"
    r"|(?:all|everything) (?:is |looks |sounds |seems )?(?:right|correct|good|fine|perfect|great|set)"
    r"|looks? (?:right|correct|good|great|perfect|fine)"
    r"|sounds (?:right|good|great|perfect|fine|like a plan)|works(?: for (?:me|us))?"
    r"|that'?ll (?:be (?:fine|ok|okay|good|perfect|great)"
    r"|do(?: nicely| fine| just fine| great)?(?=$|[ ]*[.,!]))"
    r"|(?:it|this)(?:'s| is)? (?:fine|good|perfect|great)"
    r"|i'?m (?:sure|good with (?:that|it)|(?:in|down)(?=$|[ ]*[.,!]))"
    r"|we'?re (?:good with (?:that|it)|(?:in|down)(?=$|[ ]*[.,!]))|i understand|understood"
    r"|happy with (?:that|it)|no problem|all correct|we'?re good|that works"
    r"|you(?:'ve)? got it(?=$|[ ]*[.,!])|it'?s a (?:yes|go|deal))\b"
)
_CALLS_OUT = (
    r"(?:(?:omg|oh+|oh my (?:god|gosh|goodness)|wow|woo+(?:hoo)?|yay+|well|a+w+|ooh+|ha(?:ha)+|lol|girl"
    r"|dude|bro|man|gosh|sorry(?:,)? (?:i )?meant?|i meant?|meant)[ ,.!]+){0,3}"
)
_LEAD_YES = re.compile(rf"^{_CALLS_OUT}{_YES_WORD}(?![\w'])(?!-)")
""" "Omg yes", "sorry, meant yes"."""
_SARCASM = re.compile(r"\b(?:yeah?|yea|ya|sure),? right\b(?![,.]? (?:now|on|away))|\bas if\b|\bin your dreams\b")
_UH_HUH = re.compile(r"\bu+h[ -]?huh+\b", re.I)
""" "Uh huh" is a yes, though "uh" by itself is a filler."""
_LAST_YES = re.compile(
    r"(?:^|[.!;,] (?:and |so |but )?|\band )(?:yes+|yea+h*|ye+p+|yup+|sure"
    r"|correct)(?: (?:please|pls|plz|thanks?|thank you|do|that'?s (?:right|it)))?[ .!]*$"
)
"""A yes behind other facts: "6pm. 8 and 9. yes please"."""
_PLEASE_ONLY = re.compile(r"^(?:yes |yeah |ok |sure )?(?:please|pls|plz|por favor)(?: do| go ahead)?$")
_NO_WORD = (
    r"(?:no+(?:pe)?|nah+|na|nop|negative|not really|no way|nein|absolutely not|definitely not|not at all|no gracias|n)"
)
_LEAD_NO = re.compile(rf"^{_NO_WORD}(?![\w'-])")
_NO_PHRASE = re.compile(
    r"\b(?:no thank(?:s| you)|no thx|no ty|not interested|never ?mind|nvm|nevermind"
    r"|forget (?:it|about it)|don'?t (?:book|want (?:it|to|that)|do (?:it|that)|move|cancel|change)"
    r"|do not (?:book|want|move|cancel|change)|dont (?:book|want|move|cancel|change)"
    r"|not (?:today|now|yet|anymore|this time)"
    r"|pass(?! (?:(?:it|this|that|them|my|her|his|the|their) )?(?:\w+ ){0,2}(?:on|along|to)\b"
    r"| (?:the|our) (?:word|message))|i'?d rather not|rather not|leave it"
    r"|(?<!you )(?<!to )keep it (?:as is|the same|as it is|where it is)?|just keep|don'?t bother"
    r"|changed my mind|i don'?t think so|hold off|not gonna|not going to|we'?ll pass|i'?ll pass"
    r"|that'?s too much|too expensive|cancel that|stop there|wrong|not (?:right|correct|what)"
    r"|incorrect|that'?s not)\b"
)
_NOTHING = re.compile(
    r"\b(?:no|nothing|none|zero|without(?: any)?|not? any|dont (?:want|need)(?: any)?"
    r"|don't (?:want|need)(?: any)?|skip(?: the)?|neither|nobody"
    r"|no one)\b(?: (?:more|other|special|further|extra|dietary|food"
    r"|additional)\b)*(?: (?P<what>extras?|upgrades?|add[- ]?ons?|adds?|dietary|diets?|restrictions?"
    r"|allergies|allergy|kids?|children|toddlers|babies|drinks|changes?|questions?|preference"
    r"|requests?|needs|requirements|stuff|thing|else|special|extra|fancy|picky|on top|optionals?"
    r"|sides?|phone|email|e-mail|number))?"
)
ASKING = (
    r"[,.!\u2026-]* (?:is|are|was|were|isn'?t|aren'?t|whats?|what'?s|hows?|how'?s|when|where|who|why|which|do|does|did|doesn'?t)\b"
    r"(?! (?:if|not)\b)"
)
""" "Wait, is that a Saturday?": who asks something does not wait."""
_WAIT = re.compile(
    r"\b(?:(?:lemme|let me|let us|i(?:'ll| will| need to| have to| gotta| should| wanna| want to)"
    r"|we(?:'ll| will| need to| have to| gotta| should)|gotta|need to|have to|going to|gonna"
    r"|must) (?:just |first |quickly |really )*(?:check|ask"
    r"|think(?! so| that| we| it'?s| this| yes| ok)|talk|discuss|get back|confirm with"
    r"|see (?:if|what|with)|run it by|look at|decide|sleep on|figure|verify|consult|circle back"
    r"|let you know|come back|clear it|speak (?:to|with))"
    r"|(?:can|could|may) (?:i|we) (?:let (?:you|u|ya) know|get back|confirm (?:later|by|tomorrow))"
    rf"|(?:i'?ll|we'?ll|gonna) (?:text|call|write|message) (?:you |u )?back|(?:hold on|hang on)(?!{ASKING})"
    rf"|one (?:sec|second|moment|minute)(?!{ASKING})|(?<!no )wait(?! ?list| for it| sorry| no\b|,? no\b|{ASKING})"
    r"|give (?:me|us) (?:a|some|until|til|till|an hour|a day)|not sure yet|think (?:about|on|it over)"
    r"|get back to (?:you|u)|tbd|brb|in a bit|maybe later|later$|sleep on it|not ready"
    r"|ill let (?:you|u) know|i'?ll let (?:you|u) know"
    r"|before (?:i|we) (?:book|decide|confirm|commit)(?!,? (?:whats?|how|when|where|who|why|which|is|are|do|does|can|could|will"
    r"|would)\b))\b"
)
_UNSURE = re.compile(
    r"\b(?:not sure|unsure|idk|i don'?t know|dont know|dunno|maybe|perhaps|possibly|i guess|i think so"
    r"|i think|probably|kinda|sorta|might|depends|hmm+|i suppose|either|whatever|no idea|undecided"
    r"|torn)\b"
)
_BUT = re.compile(
    r"\b(?:but|if|unless|except|however|only if|as long as|provided|assuming|what about|what if|though"
    r"|although|first|can we|can you|could we|could you|can i|could i|instead|how about|is that|is it"
    r"|does that|do you|do we|will it|would it|what happens|how much|when do)\b"
)
_NO_QUESTION = r"(?:do it|do that|will do|would love|what a|how (?:great|nice|lovely|cool|awesome))\b"
""" "Ok do it", "great, will do": begins like a question and is none."""
_QUESTION_START = re.compile(
    r"^(?:(?:ok(?:ay)?|alright|all right|great|cool|perfect|awesome|nice|so|and|oh|well|hm+|actually"
    rf"|sorry|but|also)[,.! ]+)*(?!{_NO_QUESTION})(?:whats?|hows?|whens?|wheres?|why|whos?|which|is"
    r"|are|do|does|did|can|could|will|would|should|if)\b"
)
_TAKES_BACK = re.compile(r"^(?:but|wait|actually|only|unless|except|hmm|oh)\b")
_ACKNOWLEDGED = re.compile(
    r"^(?:ok(?:ay)?|k+|kk|cool|great|awesome|perfect|alright|all right|nice|amazing|wonderful"
    r"|fine)[ ,.!]+(?:thanks?|thank (?:you|u)|thx|ty|got it|i see|makes sense)\b"
)
_SOFT_LEAD = re.compile(
    r"^(?:ok(?:ay)?|k+|kk|cool|great|awesome|perfect|alright|all right|nice|amazing|wonderful|lovely|excellent|fine)\b"
)
_FEW_WORDS = 6
_GOES_ON = re.compile(
    r"^(?:ok(?:ay)?|k+|kk|cool|alright|all right|good|got it|gotcha|i see)[ ,.!]+(?:and|also|but|plus"
    r"|so|oh|btw|by the way)\b(?! (?:yes|yeah|yep|book|please|go|let'?s|lets|do it|sure))"
)
""" "Ok and my uncle is vegetarian": a nod that goes on to something else, no yes to what was asked."""
_CONCEDES = re.compile(
    r",? but (?:it'?s |that'?s |thats |i guess )?(?:fair(?: enough)?|fine|ok(?:ay)?|understandable"
    r"|understood|all right|alright|worth it|doable|no problem|we understand|i understand|i get it"
    r"|we get it)\b"
)
""" "Annoying but fair": a but that gives in is no condition."""
_HYPOTHETICAL = re.compile(
    r"\b(?:if i (?:say|said|book|confirm|agree|reply)|when i say|what (?:happens|does) .{0,30}\byes\b"
    r"|say(?:ing)? yes|said yes)\b"
)
_POLITE_ASK = re.compile(
    r"\b(?:can|could|would|will) you (?:please |pls |just )*(?:book|reserve|confirm|move|cancel|update"
    r"|change|add|go ahead)"
)
_NEGATED = re.compile(
    r"\b(?:not|don'?t|dont|do not|never|won'?t|can'?t|cannot|isn'?t|wasn'?t|didn'?t|haven'?t"
    r"|shouldn'?t|wouldn'?t|no longer|neither|nor|none|before (?:you|we|i)|until|stop|without|ready to"
    r"|yet to)\s+(?:\w+\s+){0,3}$"
)
_KEEP = re.compile(
    r"\b(?:leave (?:it|that|this|everything|things|as|be|alone)|(?<!to )leave (?:the|our|my|us|them)"
    r"|(?<!do you )(?<!will you )(?<!can you )keep(?! (?:the |my |our |that )?(?:deposit|money|hundred"
    r"|\$))(?! (?:(?:it|this|that|everything) )?(?:an? |as an? |our |my |on )?(?:secrets?|quiet"
    r"|surprise|hush|private|between|simple|small|casual|me|us|in (?:touch|mind)|track|an eye|going"
    r"|coming)\b)|stick with|stay with|stay on|(?:don'?t|do not|never) cancel)\b"
)
_THANKS = re.compile(
    r"\b(?:thanks?(?: (?:you|u|so much|a (?:lot|ton|million|bunch)))?|thank (?:you|u)|thx+|tysm|ty"
    r"|thnx|tks|appreciate (?:it|you|that)|much appreciated|gracias|cheers)\b|🙏"
)
_GREETING = re.compile(
    r"^(?:hi+|he+y+(?: there)?|hello+|helo|hiya|howdy|yo+|sup|good (?:morning|afternoon|evening|day)"
    r"|greetings|hola|buenas?(?: (?:dias|días|tardes|noches))?|dear (?:\w+ ?){1,4}|what'?s up|wassup"
    r"|heyo|hiii+)\b"
)
_BYE = re.compile(
    r"\b(?:bye+|goodbye|good ?night|see (?:you|ya|u)|cya|talk (?:soon|later)|ttyl"
    r"|have a (?:good|great|nice|lovely) (?:one|day|night|evening|weekend)|take care|later gator"
    r"|adios)\b"
)
_LAUGH = re.compile(r"\b(?:lo+l+|lmf?ao+|rofl|(?:ha){2,}h?|he{1,2}he+|hehe+|jaja+|lolol+)\b|[😂🤣😆😹]")
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\u25aa-\u25fe\ufe0f\u200d\U0001f3fb-\U0001f3ff\u2122\u2139\u3030]"
)
_YES_EMOJI = re.compile("[👍👌✅☑✔🙌💯🤝🆗]")
_NO_EMOJI = re.compile("[👎❌🚫🙅]")
_LETTER = re.compile(
    r"\b(?:option|choice|number|no\.?|#|answer|slot|the) ?(?P<letter>[a-h]"
    r"|\d{1,2})\b(?! ?(?:pm|am|adults|people|kids|guests|:|/))|^(?P<only>[a-h])[.)]?$"
)
_NTH = re.compile(
    r"\b(?:the )?(?P<nth>1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last|former|latter"
    r"|earlier|later|earliest|latest|bigger|smaller|cheaper"
    r"|other)(?: (?P<noun>one|option|choice|slot|(?<!last )time|date|of those|of the two|two|ones))?\b"
)
_THE_ONE = re.compile(r"\b(?:the|that|your) (?P<what>[\w:']{1,12}(?: (?:pm|am|p\.m\.|a\.m\.))?) (?:one|option|slot)\b")
_PLACES = {"former": 1, "latter": -1, "last": -1}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of several options: at is 1 for the first, -1 for the last; of: what names it ("3pm", "earlier")."""

    at: int | None
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Reply:
    """What a short answer says.

    answer: "yes" never comes from a question, a condition or a wish to wait. declines: what a "no" is about when it
    names something ("extras", "kids"), so that it is no answer to anything else. keep: leave things as they are.
    keyword: the whole message is a carrier's keyword (STOP and its kin, START, HELP).
    """

    answer: Answer | None
    strength: Strength | None
    keyword: Keyword | None
    declines: tuple[str, ...]
    choices: tuple[Choice, ...]
    conditional: bool
    asks: bool
    keep: bool
    thanks: bool
    greeting: bool
    bye: bool
    laughs: bool
    only_emoji: bool

    @property
    def consents(self) -> bool:
        """A yes on which a booking may rest: plain without a question, or firm in a sentence of its own; no condition.

        What else the message says (another time, more guests) is the caller's to compare with what was proposed.
        """
        return self.answer == "yes" and self.strength in ("plain", "firm") and not self.conditional


def read_reply(text: str) -> Reply:
    """Reads a message as an answer to what was just asked; a message that answers nothing has answer None."""
    clean = " ".join(quiet(_UH_HUH.sub("uhhuh", text)).text.replace("\n", " . ").split())
    bare = _EMOJI.sub("", clean).strip(" .!,?~*-")
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", clean) if part.strip(" .")]
    asks = any(_asks(part) for part in sentences)
    conditional = _is_conditional(sentences)
    declines = tuple(match["what"] for match in _NOTHING.finditer(clean) if match["what"])
    answer, strength = _answer(clean, bare, sentences, conditional, declines)
    return Reply(
        answer=answer,
        strength=strength,
        keyword=opt_keyword(text),
        declines=declines,
        choices=tuple(_choices(text)),
        conditional=conditional,
        asks=asks,
        keep=bool(_KEEP.search(clean)),
        thanks=bool(_THANKS.search(clean)),
        greeting=bool(_GREETING.search(clean)),
        bye=bool(_BYE.search(clean)),
        laughs=bool(_LAUGH.search(clean)),
        only_emoji=bool(text.strip()) and not bare and bool(_EMOJI.search(text)),
    )


@once.only
def opt_keyword(text: str) -> Keyword | None:
    """STOP, START or HELP when it is the whole message (case, quotes and punctuation aside), as carriers demand.

    A wish to hear no more is STOP in any reasonable words (47 CFR 64.1200(a)(10)), wherever it stands in a message.
    """
    word = " ".join(quiet(text).text.split()).strip(" .!?\"'*()[]")
    if word in _STOP or any(not _NO_LEAVING.search(word[: found.start()]) for found in _LEAVES.finditer(word)):
        return "stop"
    return "start" if word in _START else "help" if word in _HELP else None


_ME = r"(?:me|us|my (?:phone|number|cell|e-?mail|inbox|husband|wife))"
_LATER = r"(?! (?:until|till|before|after|while|during|between|so|that|about|at|on|about|in|a|the)\b)"
_LEAVES = re.compile(
    r"\b(?:stop|quit) (?:texting|messaging|e-?mailing|contacting|writing(?: to)?|bothering|spamming"
    rf"|pinging|harassing|bugging) {_ME}\b(?! (?:with )?(?:(?:the|any|these|those|all|your|more"
    rf"|so many) )*reminders?\b){_LATER}"
    r"|^(?:(?:no thanks?|no thank you|ok(?:ay)?|please|pls|enough|hey|you can|can you|could you|just"
    r"|now|yo)[ ,]+)*(?:stop|quit|cease|end) (?:please|texting|messaging|spamming|e-?mailing"
    r"|it,? no more messages|(?:all |with |these |those |the |your |all the |sending )*(?:messages"
    r"|texts|e-?mails|communications?|text messages|spam|contact))(?: (?:please|now|already|thanks?"
    r"|thank you|to (?:me|this number)))*$"
    r"|\b(?:i|we) (?:no longer (?:wish|want|care)"
    r"|(?:don'?t|do not) (?:wish|want|care|like)) (?:to (?:receive|get|see|hear) )?(?:any (?:more )?"
    rf"|these |your |more |further |such )+(?:messages|texts|e-?mails|text messages)\b{_LATER}"
    r"|\b(?:want|like|need|ask|wish|please) (?:to be |be )(?:removed|taken off|deleted"
    r"|unsubscribed)\b(?! from (?:the|our|my) (?:guest|party))"
    r"|\b(?:want|i'?d like) (?:out of|off) (?:your|this|the) (?:\w+ )?(?:list|lists)\b"
    r"|^(?:please |pls |just )?(?:remove me|remove my number|delete my number|block me)(?: please"
    r"| now)?$"
    r"|\b(?:don't|dont|do not|never) (?:ever )?(?:text|message|contact|call) this (?:number|phone)\b"
    r"|^not interested,? (?:take me off|remove me)$|^enough (?:texts|messages),? stop$"
    rf"|\b(?:stop|quit) sending (?:{_ME} )?(?:(?:these|those|all|any|so many|your"
    rf"|more) ){{0,2}}(?:messages|texts|e-?mails|stuff|spam)\b"
    r"|\b(?:don't|dont|do not|never) (?:ever )?(?:text|message|contact|write(?: to)?|e-?mail"
    rf"|bother) {_ME}(?: (?:again|any ?more|ever again|ever))\b"
    r"|\bno (?:more|further) (?:messages|texts|e-?mails|text messages"
    rf"|contact)\b(?! (?:today|tonight|tomorrow|now|right now|this week)){_LATER}"
    r"|\b(?:take|remove|delete|get|drop) (?:me|us|my (?:number|phone|e-?mail)(?: address)?) (?:off"
    r"|from|out of) (?:of )?(?:your|the|this|that|ur) (?:\w+ )?(?<!guest )(?:list|lists|texts?"
    r"|messages|system|database|distribution|contacts)\b"
    r"|\b(?:i |we )?(?:want to |wanna |would like to |'d like to |please )?(?:unsubscribe|opt out"
    r"|opt-out)(?: me| us)?(?: from (?:this|these|your|all|the)\b| (?:please|now)|$)"
    r"|^(?:please |just )?(?:leave me alone|lose my number|forget my number)\b"
)
_NO_LEAVING = re.compile(
    r"\b(?:don't|dont|do not|never|how (?:do|can) (?:i|we)|can i|if i|not|i'd never)(?: \w+){0,2} $"
)


def _asks(sentence: str) -> bool:
    """True for a sentence that asks something back; "can you book it?" is a request, not a doubt."""
    if _POLITE_ASK.search(sentence):
        return False
    return sentence.rstrip(" .!").endswith("?") or bool(_QUESTION_START.match(sentence))


def _is_conditional(sentences: list[str]) -> bool:
    """A condition in a statement, or a question that takes something back ("but can we...")."""
    if any(_HYPOTHETICAL.search(part) for part in sentences):
        return True
    return any(
        _BUT.search(_CONCEDES.sub("", _POLITE_ASK.sub("", part)))
        for part in sentences
        if not _asks(part) or _TAKES_BACK.match(part)
    )


def _answer(
    clean: str, bare: str, sentences: list[str], conditional: bool, declines: tuple[str, ...]
) -> tuple[Answer | None, Strength | None]:
    if not bare:
        return _emoji_answer(clean)
    if _HYPOTHETICAL.search(clean) or _SARCASM.search(clean):
        return None, None
    if _WAIT.search(bare) and not _settles(bare):
        return "wait", "plain"
    statements = [part for part in sentences if not _asks(part)]
    firm = any(_unnegated(_FIRM_YES, part) for part in statements)
    if _says_no(bare, declines) and not firm:
        return "no", "firm" if _NO_PHRASE.search(bare) else "plain"
    return _yes(bare, statements, len(statements) < len(sentences), conditional, firm, declines)


def _yes(
    bare: str, statements: list[str], asks: bool, conditional: bool, firm: bool, declines: tuple[str, ...]
) -> tuple[Answer | None, Strength | None]:
    lead = bool(statements) and bool(_LEAD_YES.match(bare) or any(_LAST_YES.search(part) for part in statements))
    right = any(_unnegated(_RIGHT, part) for part in statements)
    if not (lead or firm or right or (statements and _PLEASE_ONLY.match(bare))):
        return ("unsure", "weak") if statements and _UNSURE.search(bare) else (None, None)
    if _UNSURE.search(bare) and not firm:
        return "unsure", "weak"
    if conditional or (asks and not firm):
        return "yes", "weak"
    if firm:
        return "yes", "firm"
    if declines and not lead:
        return None, None
    soft = (
        _ACKNOWLEDGED.match(bare) or _GOES_ON.match(bare) or (_SOFT_LEAD.match(bare) and len(bare.split()) > _FEW_WORDS)
    )
    return "yes", "weak" if soft and not right else "plain"


def _emoji_answer(clean: str) -> tuple[Answer | None, Strength | None]:
    if _NO_EMOJI.search(clean):
        return "no", "plain"
    return ("yes", "plain") if _YES_EMOJI.search(clean) else (None, None)


def _says_no(bare: str, declines: tuple[str, ...]) -> bool:
    """A no to the question itself. "no extras thanks" declines the extras and nothing else."""
    phrase = _NO_PHRASE.search(bare)
    if phrase and not (phrase.group().startswith("no th") and declines):
        return True
    lead = _LEAD_NO.match(bare)
    if not lead:
        return False
    rest = bare[lead.end() :]
    return not (declines and re.match(r" (?!,)", rest) and _NOTHING.match(bare)) and not re.match(
        r" (?:problem|worries|that's (?:right|fine)|rush|doubt|need|wait)", rest
    )


def _unnegated(pattern: re.Pattern[str], bare: str) -> bool:
    return any(not _NEGATED.search(bare[: match.start()]) for match in pattern.finditer(bare))


def _settles(bare: str) -> bool:
    """ "ok wait no, yes book it": the last word is a firm yes that comes after the wish to wait."""
    waits, yes = list(_WAIT.finditer(bare)), list(_FIRM_YES.finditer(bare))
    return (
        bool(yes)
        and yes[-1].start() > waits[-1].end()
        and "before" not in bare
        and "first" not in bare
        and "after" not in bare
    )


def _choices(text: str) -> list[Choice]:
    clean = quiet(text)
    found: list[Choice] = []
    for match in _THE_ONE.finditer(clean.text):
        word = match["what"]
        at = _PLACES.get(word) or (ordinal_to_int(word) if not word.isdigit() else None)
        found.append(Choice(at, None if at else word, clean.of(match)))
    for match in _NTH.finditer(clean.text):
        if not match["noun"] and clean.text.strip(" .!") not in (match.group(), f"the {match['nth']}"):
            continue
        at = _PLACES.get(match["nth"]) or ordinal_to_int(match["nth"])
        found.append(Choice(at, None if at else match["nth"], clean.of(match)))
    for match in _LETTER.finditer(clean.text):
        letter = match["letter"] or match["only"]
        if clean.text[match.start() :].startswith("the ") and not letter.isalpha():
            continue
        if match.group().startswith("the ") and len(clean.text.split()) > 2:
            continue
        at = to_int(letter) if letter.isdigit() else ord(letter) - ord("a") + 1
        found.append(Choice(at, None, clean.of(match)))
    return [
        choice for at, choice in enumerate(found) if not any(choice.span.overlaps(other.span) for other in found[:at])
    ]
