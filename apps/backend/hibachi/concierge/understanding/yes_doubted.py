"""Whether words agree to what was shown, or leave it open: a doubt, a condition, a delay, or a wish to know more. Pure.

The one place that says what is no yes: whatever reader finds a yes, none is taken from words that are open by this. Who names
the deed ("cancel it", "go ahead") may say more beside it; a bare "yes" has to stand by itself, for "yes i know" is none.
"""

from typing import Literal

from hibachi.concierge.understanding import hesitations, which_party, yes_and_question
from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.schemas import Dialogue, Frame, Pending
from hibachi.kit import lazy_re as re
from hibachi.language.replies import ASKING
from hibachi.language.spans import fold

DEEDS = ("book", "change", "cancel")
_CLAUSE = re.compile(r"[.!?;:,\n…()]+|\s[-–—]+\s|\s+(?=(?:and|also|btw|plus|but)\b)")
_POLITE = re.compile(
    r"\b(?:if (?:it'?s |it is |that'?s |that is |at all )?(?:possible|ok(?:ay)?|alright|all right"
    r"|needed|necessary|fine)(?: (?:with|by|for) (?:you|u))?|if (?:you|u) (?:can|could|would"
    r"|please|don'?t mind|do not mind)|if (?:i|we) (?:may|could|can)|if that works for (?:you|u)"
    r"|as soon as (?:possible|you can|u can)|as soon as$|when(?:ever)? (?:you|u) (?:can"
    r"|get a (?:chance|minute|moment|sec))|(?:i'?m|we'?re|i am) (?:very |quite |100% "
    r"|totally )?(?:sure|certain))\b"
)
"""What sounds like a condition and is courtesy."""
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|also|then|um+|uh+|ok(?:ay)?|well|but|oh|thanks|great|yes|yeah"
    r"|sure)[\s,]+)*(?:whats?|how|when(?! (?:i|we|my|our|he|she|they|it)\b)|where|why|who|which|is"
    r"|are|do(?! (?:it|that|so|this|them)\b)|does|did|will|would|should|can|could)\b"
)
_ASKED_FIRST = re.compile(
    r"(?:^|[.!,;] )\W*(?:[a-z']+\W+){0,3}before (?:i|we|you) (?:\w+[, ]+){1,4}?(?:whats?|how|when|where|why|who|which|is|are"
    r"|do|does|did|will|would|should|can|could)(?:'s)? (?!(?:i|we) (?:know|hear|get|see|talk|ask)\b)"
)
""" "Before i say yes how much do people tip": a question, though without its mark."""
_UNSURE = re.compile(
    r"^\W*(?:and|or) no(?:pe)?\W*$|\bh+m+\W*$|\b(?:maybe|perhaps|probably|prob|prolly|possibly"
    r"|might|(?:i|we) (?:guess|suppose)|(?:i"
    r"|we) think so|not (?:\S+ )?(?:sure|certain|convinced|decided|opposed|ready|final)|unsure"
    r"|undecided|idk|dunno|in (?:theory|principle|general|a perfect world)|theoretically|generally"
    r"|ideally|hypothetical\w*|tempted|torn|hesita\w+|considering|in two minds|on the fence"
    r"|(?:i'?d|would) (?:rather )?say yes|first(?! (?:of|one|party|day|date|option|slot|week"
    r"|weekend|saturday|sunday|friday)))\b"
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|providing|assuming|(?:as|so) long as|depend(?:s|ing)|contingent"
    r"|subject to|in case|whether)\b"
)
_ONCE = re.compile(
    r"\bas soon as\b|\bonly (?:when|once|after)\b|(?<!day )(?<!week )(?<!weekend )\b(?:once"
    r"|when(?:ever)?|after|until|till|the moment) (?:i|we|he|she|they|you|it|my|our|his|her|the"
    r"|everyone|everybody|payday|that)(?:'\w+)?\b|\bbefore (?:i|we|you) (?:do|decide|commit|say"
    r"|agree|cancel|change|move|confirm|go|book|pay)\b|\b(?:has|have)(?:n'?t| not) (?:answered"
    r"|agreed|decided|confirmed|replied|responded|okayed|gotten back)\b"
)
_THINKS = re.compile(
    r"\b(?:think(?:ing)? (?:about|on|over|it|this|that)\b|sleep on|make up (?:my|our) minds?"
    r"|(?:i'?ll|we'?ll|i will|we will|to|gonna|must|should|gotta|let me|lemme"
    r"|let us) (?:\w+ ){0,2}(?:ask|check|think|talk|discuss|consult|decide|get back|let (?:you"
    r"|u) know)\b|(?<!been )waiting (?:on|for)|wait for|double[- ]check|not (?:just )?yet"
    r"|not (?:right )?now|hold (?:on|off|that)|hang on|remind me|(?:let me|lemme)(?! know)"
    r"|give (?:me|us) (?:an?|until|till"
    r"|one|two|\d+)\b)\b"
)
_LATER = re.compile(
    r"\b(?:later|tonight|tomorrow|tmrw|tmr|(?<!to )(?<!for )(?<!from )next (?:week|weekend|month|year"
    r"|time)|in (?:a|an|one|two|a few|some|a couple(?: of)?|\d+) (?:bit|while|sec\w*|min\w*|hours?"
    r"|days?|weeks?|week or (?:so|two))|soon|eventually|some ?day|(?:at )?some (?:time|point)"
    r"|(?:later )?today|(?<!to )on (?:mon|tues|wednes|thurs|fri|satur|sun)day|by (?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day|(?:end of|over|after) the (?:week|day|month|weekend))\b"
)
_ONLY_LATER = re.compile(
    rf"^\W*(?:(?:but|just|only|and|maybe|not|until|yes|yeah|sure"
    rf"|ok(?:ay)?)\W+)*{_LATER.pattern}(?:\W+(?:maybe|please|or so|then|though|or two"
    rf"|probably))*\W*$"
)
_WANTS_TO_KNOW = re.compile(
    r"\b(?:(?:want|like|love|need|wanna|curious|wish|have|got|try\w*) (?:to )?(?:know|see|hear"
    r"|understand|read|discuss|review|clarify|more)|(?:have|had|got|just) (?:(?:a|one|some|more"
    r"|few|another|quick|last|small) ){0,3}questions?|(?:one|a|quick|another) (?:quick |more "
    r"|last )?question|(?:tell|explain|show|walk|repeat|clarify|describe) (?:it |that |this "
    r"|them )?(?:me|us|to|again|through|more)|explain (?:it|that|this)|more (?:info\w*|details?)"
    r"|talk (?:details|terms|it (?:over|through))|(?:see|know|hear|send|get)(?: me| us)? (?:the|my"
    r"|our|all) (?:terms|options|details|policy|conditions|rules|fine print))\b"
    r"|\bwith what\b"
)
_COMES_BACK = re.compile(
    r"\b(?:book\w*|rebook|come back|be back|return|reach out|contact|call you|again"
    r"|another (?:time|date|day)|try|new date|postpone)\b"
)
""" "When she is well we will book again" puts the next party off, not the end of this one."""
_NAMED: dict[str, str] = {
    "cancel": (
        r"cancel(?:l?ed|l?ing|l?ation)?|call(?:ed)? (?:\w+ ){0,3}off|withdraw\w*"
        r"|off the (?:books?|calendar|schedule)"
    ),
    "change": r"(?:chang|mov|updat|reschedul)(?:e|ed|ing)|(?:switch|add|push|shift|book|fix)(?:ed)?|make|made|done"
    r"|swap(?:ped)?|put|take|set|remove|drop|upgrade|note",
    "book": r"(?:book|reserve|confirm|lock|schedule|sign)(?:e?d)?|reservation|put|hold|save|done",
}
_DO = (
    r"go (?:right |straight )?ahead|go for it|do (?:it|that|so|this)|please do|proceed|(?:let'?s"
    r"|lets) (?:do|go+|book|lock)"
    r"|make (?:it (?:so|happen)|(?:the|that|this) (?:change|booking|reservation))"
    r"|(?:i|we)(?:'ll)? (?:accept|agree|confirm|take it|pay it)"
)
_ONLY_AHEAD = re.compile(
    r"\bgo (?:right |straight )?ahead (?:and|n|&) (?:tell|show|explain|remind|give|describe|walk"
    r"|ask|check|look|see|think|wait|keep|leave|hold off)\b"
)
""" "Go ahead and tell me more": no deed of ours."""
_ONLY_ASKED = re.compile(
    r"\W*(?:(?:no+|nah|oh|lol|haha|sorry|not yet|nothing|yes|yeah|ok(?:ay)?)\W+)*(?:(?:i|we)(?:'?m"
    r"| am|'?re| are| was| were) |it was |was |that was )?"
    r"(?:just|only|merely) (?:asking|curious|wondering|checking|looking|wanted to (?:know|see|ask)"
    r"|(?:a|out of) (?:question|thought|idea|curiosity)"
    r"|thinking out loud)(?:[ ,.]+(?:for now|tho(?:ugh)?|about it|that|thanks?(?: you)?|lol|haha"
    r"|sorry|at this point|right now))*\W*"
)
""" "No just asking": what was shown is not wished."""
_WORD = re.compile(r"[a-z']+")
_AGREEING = frozenset(
    "yes yess yesss yessir yep yup yeah yea ya yah yas yass ye y yuh si sí claro dale por favor ok okay okey k kk"
    " sure thing of course absolutely definitely def certainly for fo sho totally exactly correct right fine good"
    " great perfect awesome cool amazing wonderful lovely excellent deal bet word approved agreed confirmed confirm"
    " done alright all everything everyone both each set please pls plz plez kindly thanks thank thx ty tysm you u so"
    " much very too again now then just do does did go goes ahead it its it's that thats that's this those them they"
    " he she is are am was be i i'm im i'd we we're we'd us me my our the a an to at on in under with by from and or"
    " n lets let's let want wants wanted would like love works work worked sounds sound looks look seems happy"
    " unfortunately sadly sorry sir maam ma'am man dude bro girl guys oh omg wow haha hahaha lol yay ugh aw aww well"
    " um uh hmm hm phew mhm uhhuh huh hell heck heart god bless gladly same time start day date place number price"
    " one ones party booking reservation event people person persons guests guest adults adult kids kid children"
    " child toddlers toddler total dollars pm noon midnight o'clock oclock p m evening afternoon morning night mon"
    " tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july august september october november december jan feb mar apr jun jul aug sept"
    " sep oct nov dec st nd rd th two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen first second third fourth fifth sixth seventh eighth ninth tenth"
    " eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    " twenty-first thirtieth twenty thirty affirmative indeed says said agrees accept agree husband wife wifey hubby"
    " sick dope sweet lit bruh dear hun hon honey fam love ideal fantastic perfectly mom mum dad sister brother boss partner i've we've need needed asked ordered hundred percent 100 whole"
    " told already wrote typed answered replied texted twice times like as yh yeh aye yeap yess yup".split()
)
_LATER_PAID = (
    r"(?:without (?:a |the |any |me |us |having to )?(?:pay\w*|deposits?|money|a? ?card|down ?payment)"
    r"|no (?:deposit|payment|money)(?: (?:yet|now|down))?|(?:and |i'?ll |we'?ll |i |we )?pay(?:ing)?(?: (?:it|you|the deposit))? (?:later|after|tomorrow)"
    r"|(?:can'?t|cannot|not able to|unable to) pay (?:yet|now|today|right now))"
)
_HELD_OTHERWISE = re.compile(
    rf"\b(?:hold|keep|save|reserve|book|pencil|put)\b[^.?!\n]{{0,45}}\b{_LATER_PAID}\b"
    r"|\b(?:hold|keep|save|reserve|pencil|put (?:us|me|a hold|it) (?:in|down|on)?)\b[^.?!\n]{0,30}\bfor (?:a|an|one|two|three|\d+|a few"
    r"|a couple(?: of)?|some) (?:more )?(?:days?|weeks?|nights?)\b(?! (?:party|event|trip))"
    r"|\b(?:hold|keep|save|put a hold)\b[^.?!\n]{0,30}\b(?:for (?:a|an|one|two|three|\d+|a few|a couple(?: of)?) (?:hours?|hrs?)|overnight"
    r"|(?:until|till|til|thru|through) (?:tomorrow|tonight|later|i|we|my|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the \d))\b"
)
""" "Can you reserve the 22nd for a day without paying": another hold than the one that was shown."""
_ONLY_READ = re.compile(
    r"^\W*\w+\W+(?:i|we)(?:'ve| have| did)? (?:read|know|see|saw|checked|said(?! (?:yes|yeah|yep)\b)|asked|wanted)\b"
)
""" "Yes i read that" says that it was read, not that it is wished."""


def told(frame: Frame, dialogue: Dialogue, own: Bookings) -> Frame:
    """The frame, its yes taken away where the words leave what was shown open; what puts a deed off is no day of a party."""
    pending = dialogue.pending
    if _ONLY_ASKED.fullmatch(_spoken(frame.text)) and (pending is not None or "variant" in dialogue.expecting):
        return _only_asked(frame, pending)
    if pending is None and not own and "hold" in frame.acts and _wants_held_otherwise(_spoken(frame.text)):
        return _held_otherwise(frame)
    if pending is None:
        return _to_an_offer(frame, dialogue)
    if pending.kind not in DEEDS:
        return frame
    if pending.kind == "book" and frame.answer == "no" and _drops_a_question(_spoken(frame.text)):
        acts = tuple(act for act in frame.acts if act not in ("keep", "gives_up", "cancel"))
        return frame.model_copy(
            update={"doubted": True, "answer": None, "strength": None, "acts": acts, "question": True}
        )
    if _ASKED_FIRST.search(_spoken(frame.text)):
        frame = frame.model_copy(update={"question": True})
    if pending.kind == "book" and _wants_held_otherwise(_spoken(frame.text)):
        return _held_otherwise(frame)
    if _names_another(frame, pending, own):
        return frame.model_copy(update={"doubted": True, "answer": _unless_yes(frame), "strength": None})
    leaves = left_open(frame.text, pending, ahead=_names_shown(frame, pending, own), told=_tells(frame, pending))
    if leaves is None:
        return frame
    waits = leaves == "later" and not frame.question and not _HOLDS_ON_TO_ASK.match(_spoken(frame.text))
    put_off = pending.kind == "book" and leaves == "later" and bool(_NOT_YET.search(_spoken(frame.text)))
    later = put_off or (waits and (frame.answer != "no" or "thinking" in frame.acts))
    answer = "later" if later else _unless_yes(frame)
    said = {"doubted": True, "answer": answer, "strength": None, "conditional": True}
    none = {"topics": (), "apart": (), "unknown": (), **hesitations.no_day(frame)} if waits else {}
    return frame.model_copy(update=said | none)


_HOLDS_ON_TO_ASK = re.compile(
    rf"\W*(?:oh |hm+,? |ok(?:ay)?,? )?(?:wait|hold on|hang on|one (?:sec|second|moment|minute)){ASKING}"
)
""" "Hold on, what day of the week is that": a question and no wish to wait."""
_NOT_YET = re.compile(r"\bnot (?:just |quite )?yet\b")
_FORGETS = re.compile(
    r"\b(?:forget (?:it|that|about it|about that)|never ?mind(?: (?:that|about that))?|nvm|nevermind)\b[\s,.!-]+(?=\S)"
)


def _drops_a_question(spoken: str) -> bool:
    """ "You keep skipping my question. Forget it. Does a vegetarian matter?": what is dropped is no booking."""
    told = _FORGETS.search(spoken)
    return told is not None and bool(_ASKS.search(spoken[told.end() :]) or "?" in spoken[told.end() :])


def _wants_held_otherwise(spoken: str) -> bool:
    """Whether another hold is asked for; who only says that he pays later takes the one that was shown."""
    told = _HELD_OTHERWISE.search(spoken)
    asks = "?" in spoken or bool(_ASKS.search(spoken))
    return told is not None and (asks or not _PAYS_LATER.search(told.group()))


_PAYS_LATER = re.compile(r"\bpay(?:ing)?\b[^.?!]*\b(?:later|after|tomorrow)$")


def _held_otherwise(frame: Frame) -> Frame:
    """The frame of who asks to be held longer, or without paying: how long we hold is the answer, and nothing is booked."""
    acts = tuple(act for act in frame.acts if act not in ("book", "hold", "keep", "thinking"))
    topics = (*(one for one in frame.topics if one not in ("payment", "deposit", "hold_time")), "hold_time")
    said = {"doubted": True, "answer": None, "strength": None, "acts": acts, "topics": topics, "unknown": ()}
    return frame.model_copy(update=said)


def _names_another(frame: Frame, pending: Pending, own: Bookings) -> bool:
    """ "Yes, cancel June 5", where the cancelling of July 17 was shown: another party is meant than the one that would go."""
    shown = {str(party["date"]) for party in own if str(party["id"]) == pending.booking_id}
    named = which_party.day_to_cancel(frame) if pending.kind == "cancel" else None
    return named is not None and bool(shown) and named.isoformat() not in shown


def _only_asked(frame: Frame, pending: Pending | None) -> Frame:
    """The frame of who only asked: nothing that was shown is wished, and a summary stays open."""
    acts = tuple(act for act in frame.acts if act != "busy")
    answer = "later" if pending is not None and pending.kind == "book" else "no"
    return frame.model_copy(update={"doubted": True, "answer": answer, "acts": acts, "topics": (), "unknown": ()})


def _unless_yes(frame: Frame) -> str | None:
    return frame.answer if frame.answer != "yes" else None


def _to_an_offer(frame: Frame, dialogue: Dialogue) -> Frame:
    """ "Sounds good in theory", "sure, once my husband agrees", to the offer of a booking: time is taken."""
    told = {one.slot for one in frame.evidence} - {"date"} or set(frame.dates) & set(dialogue.dates)
    if "booking" not in dialogue.expecting or frame.answer not in ("yes", None) or told or frame.question:
        return frame
    waits = left_open(frame.text, Pending(kind="book")) == "later" or (
        frame.answer == "yes" and _UNSURE.search(_spoken(frame.text))
    )
    none = hesitations.no_day(frame)
    if not waits or (frame.dates and not none):
        return frame
    acts = (*frame.acts, *(("thinking",) if "thinking" not in frame.acts else ()))
    return frame.model_copy(update={"answer": "later", "acts": acts, "topics": (), "apart": (), "unknown": (), **none})


def left_open(
    text: str, pending: Pending, *, ahead: bool = False, told: bool = False
) -> Literal["later", "open"] | None:
    """How words leave open what was shown: put off, or open in another way; None where they do not.

    ahead: they name the day that was shown, so that a day in them is no delay. told: they say facts that were missing.
    """
    spoken = yes_and_question.without_later(_POLITE.sub(" ", _spoken(text)))
    clauses = [part for part in _CLAUSE.split(spoken) if part and part.strip()]
    said = [part for part in clauses if not _ASKS.search(part)]
    if _ONLY_AHEAD.search(_spoken(text)) or (pending.kind == "book" and _wants_held_otherwise(_spoken(text))):
        return "open"
    away = [part for part in said if pending.kind == "book" or _names(part, pending) or not _COMES_BACK.search(part)]
    deeds = [part for part in said if _names(part, pending)]
    near = deeds or said
    if any(_THINKS.search(part) or _ONCE.search(part) for part in away):
        return "later"
    if not ahead and any(_LATER.search(part) if part in near else _ONLY_LATER.match(part) for part in said):
        return "later"
    if any(_UNSURE.search(part) or _CONDITION.search(part) for part in away):
        return "open"
    if any(_WANTS_TO_KNOW.search(part) for part in near):
        return "open"
    if not deeds and len(said) < len(clauses) and _only_nods(said) and not _asks_on(clauses, pending):
        return "open"
    return "open" if not (deeds or told or _stands_alone(said)) else None


_NODS = frozenset(("ok okay k kk alright all right great cool nice fine perfect good awesome thanks thank you so then "
        "well oh and i see").split())  # fmt: skip
_GOES_ON = re.compile(r"\b(?:pay|send|deposit|next|confirm\w*)\b")


def _only_nods(said: list[str]) -> bool:
    """ "Alright then, what are my options": a nod before a question is no yes."""
    return bool(said) and all(set(_WORD.findall(part)) <= _NODS for part in said)


def _asks_on(clauses: list[str], pending: Pending) -> bool:
    """ "Great! How do I pay the deposit?": who asks that goes on."""
    return pending.kind == "book" and any(_GOES_ON.search(part) for part in clauses)


def _spoken(text: str) -> str:
    return " ".join(fold(text).replace("\n", " . ").split())


def _names(part: str, pending: Pending) -> bool:
    """Whether a clause names the deed that was shown."""
    return bool(re.search(rf"\b(?:{_DO}|{_NAMED[pending.kind]})\b", part))


def _stands_alone(said: list[str]) -> bool:
    """Whether a clause holds nothing but a yes, thanks and what was shown; also where nothing is said in words."""
    return not said or any(not (set(_WORD.findall(part)) - _AGREEING) and not _ONLY_READ.search(part) for part in said)


def _names_shown(frame: Frame, pending: Pending, own: Bookings) -> bool:
    """Whether the words name a day of what was shown: "yes, tomorrow is fine" of a party that is tomorrow."""
    party = next((one for one in own if str(one["id"]) == pending.booking_id), {})
    shown = {str(days.get("date")) for days in (pending.arguments, pending.shown, party)}
    return bool(shown & {day.isoformat() for day in frame.dates})


def _tells(frame: Frame, pending: Pending) -> bool:
    """Whether a yes to a summary says something that was missing in it: a name, a diet, a place."""
    told = (frame.evidence, frame.name, frame.dietary, frame.no_dietary, frame.no_extras)
    return pending.kind == "book" and any((*told, frame.venue, frame.address, frame.kids))
