"""A yes with something beside it: "yes! and what is the balance then?" agrees to what was shown, and says more. Pure.

The part that agrees is done as if it stood alone; what remains is read by itself, as said right after the deed.
"""

from dataclasses import dataclass
from datetime import date

from hibachi.concierge.understanding import which_party, yes_doubted
from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.schemas import Dialogue, Frame, Pending, Reading
from hibachi.kit import lazy_re as re
from hibachi.language.amounts import SPOKEN
from hibachi.language.date_words import MONTH, MONTHS
from hibachi.language.day_names import WEEKDAY
from hibachi.language.spans import fold

DONE_FIRST = ("change", "cancel")
"""What is agreed to apart from the rest; a booking's summary hears the whole message, for it may name what is missing."""
_SUPPOSES = re.compile(
    r"^(?:(?:so|ok|okay|just|quick question|one question)[ ,:]+)*(?:what (?:if|happens"
    r"|do (?:i|we) (?:owe|pay|do))|can (?:i|we)|could (?:i|we)|may (?:i|we)"
    r"|is (?:it|that|there) (?:still )?(?:possible|ok(?:ay)?|allowed|a (?:problem|fee|charge))"
    r"|do (?:i|we) (?:have|need|still)|will (?:i|we)|would (?:it|i|we)|how (?:late|soon|long)"
    r"|until when|by when)\b(?=.*\b(?:if|later|still|after(?:wards)?|last minute|in case|then|anymore"
    r"|change|move|cancel|resched\w*|switch)\b)"
)
""" "Yes. Can I move it later if my cousin can't come?": asked about what may come, not wished now."""
MAY_MOVE = "asks_of_a_later_move"
"""The act of who asks, beside what they wish now, whether it may be moved later on."""
ALONE = "yes, go ahead"


@dataclass(frozen=True, slots=True)
class Consent:
    """A plain yes to what was shown, and what the message says beside it."""

    rest: str


_WHO = (
    r"(?:i|we|you|s?he|they|(?:(?:my|the|our) )?(?:wife|wifey|husband|hubby|mom|mum|mother|dad|father"
    r"|sister|brother|boss|bride|fianc[eé]e?|boyfriend|girlfriend|gf|bf|partner|daughter|son))"
)
_CALLED = r"(?:sir|ma'?am|man|dude|bro|bruh|girl|guys|dear|hun|hon|honey|love|fam)"
_CALLS = (
    r"(?:(?:ok(?:ay)?|k|oh|omg|wow|haha+|lol|great|perfect|awesome|cool|nice|lovely|alright|all right"
    rf"|well|so|and|then|good|right|fine|thanks|thank you|thx|ty|sick|dope|sweet|wonderful|excellent|{_CALLED}"
    rf"|{_WHO} (?:just )?(?:says?|said)(?: that)?"
    r"|i (?:already )?(?:said|meant|mean)|(?:it'?s |i'?m )?(?:sad|sorry|a shame|a pity),? but)[ ,.!]+)*"
)
_YES = (
    r"(?:yes+(?:s?ir)?|yea+h*|ye+p+|yup+|ya+s*|yas+|sure(?: thing)?|of course|absolutely|definitely"
    r"|certainly|si+|sí|agreed|approved|deal|confirmed|bet|for sure|fo sho)"
)
_DAY = rf"(?:(?:the )?{WEEKDAY},? )?(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?|{MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?)"
_DO = (
    r"(?:(?:please |pls |plz |just )?(?:go (?:right )?ahead|go for it|go|do (?:it|that|so)|please do"
    r"|make (?:it so|(?:the|that|this) change|it happen)|proceed"
    r"|(?:let'?s|lets) (?:do|go)(?: (?:it|that|with (?:it|that)))?"
    r"|(?:do )?(?:change|move|switch|update|cancel|add|swap) (?:it|that|them|those"
    rf"|this)(?: (?:in|on|over))?(?: to (?:\d+(?: people| adults| guests)?|{_DAY}))?)"
    r"|(?:that )?works(?: for (?:me|us))?|sounds (?:good|great|perfect|right)"
    r"|(?:that|it)(?:'?s| is) (?:right|correct|fine|good|perfect|great|it|all)|(?:i|we) (?:agree|accept)"
    r"|(?:book|reserve|hold) (?:it|that|us|me|the date)(?: (?:in|for us|for me))?|lock (?:it|that|us) in|book"
    r"|(?:that|it)(?:'?d| would|'?ll| will) be (?:so |really |just |very )?(?:lovely|great|perfect|wonderful|fine"
    r"|good|nice|awesome|amazing|ideal|fantastic)"
    r"|(?:that|this) (?:one|party)"
    r"|i (?:already |just )?said (?:yes|yeah|yep|so|go ahead)|says (?:ok(?:ay)?|yes))"
)
_AND = rf"(?:[ ,.!]+(?:(?:ok(?:ay)?|{_CALLED})[ ,.!]+)?)"
_OKAYED = rf"{_WHO} (?:just )?(?:says?|said) (?:it'?s )?(?:ok(?:ay)?|yes|yeah|sure|fine|good)"
_MORE = (
    rf"(?:[ ,.!]+(?:please|pls|plz|thanks?(?: you)?(?: so much)?|thx|ty|tysm|then|now|{_CALLED}"
    r"|sadly|unfortunately|for (?:me|us)|ok(?:ay)?|great|perfect|good|cool|awesome"
    r"|amazing|again|though|already|yo))*"
)
_AGREES = re.compile(
    rf"\W*{_CALLS}(?:(?:{_OKAYED})|{_YES}(?:{_AND}(?:{_YES}|{_DO}))*|{_DO}(?:{_AND}(?:{_YES}|{_DO}))*){_MORE}\W*"
)
_CUT = re.compile(
    r"(?P<end>[.!?;\n…]+|,|\s[-–—]+\s|\s+(?=(?:and|also|btw|by the way|plus)\b)"
    r"|(?i:(?<=yes)|(?<=yeah)|(?<=yep)|(?<=sure)|(?<=please))\s+(?=(?i:what|how|when|where|who|does|are)\b))"
)
_OPENS = r"(?:h+m+|um+|uh+|ok(?:ay)?|well|and|also|but|so|plus|oh|btw|by the way|ps|p\.s\.|wait|hold on|hang on|actually|just|(?:one|quick) (?:more )?(?:thing|question|q))"
_LEAD = re.compile(rf"^\W*(?:{_OPENS}\b[ ,:.!]*)+", re.I)
_ONLY_ASKS = re.compile(
    rf"^\W*(?:{_OPENS}\b[ ,:.!]*)*(?:if\b.*\b(?:can|could|may|do|does|will|would|is|are|what|how)\b"
    r"|(?:what|how|when|where|who|which|why|is|are|r|do|does|did|can|could|may|will|would|should)(?:'?s)?\b"
    r"(?! (?:(?:i|we|you|u|it|that)(?: guys)?|the party) (?:please |also |maybe |just |rather )*(?:make|move|change"
    r"|switch|do|be|have|get|start|add|take|swap|go|come with|keep|leave|cancel|push)\b(?!.*\b(?:later|still"
    r"|after)\b)))"
)
""" "Wait, are the free moves unlimited", behind a yes: asked beside it, and no other wish."""
_REMARK = re.compile(
    r"^\W*(?:(?:and|but|just|so|lol|haha)\W+)*(?:(?:not|n't) (?:really )?sure|no (?:idea|clue)|idk|i dunno|dunno"
    r"|(?:i )?(?:don'?t|dont|do not) (?:know|get|understand|see)"
    r"|(?:i )?wonder(?:ing)?|funny|weird|strange|odd|random) (?:how |that )?(?:why|what for|you|u)\b[^?]*$"
    r"|^\W*(?:(?:and|but|just|so|lol|haha)\W+)*(?:you|u|no need|there'?s no need|why)\b[^?]{0,12}\b(?:didn'?t|didnt"
    r"|did not|don'?t|dont|shouldn'?t|no need|need|had|have) (?:need |have )?(?:to )?"
    r"(?:ask|tell|say|mention|explain|repeat|remind|apologi[sz]e)\b[^?]*$"
    r"|^\W*(?:i (?:never|didn'?t|didnt|did not) (?:even )?(?:ask|asked|mention|said|say)\b"
    r"|i don'?t need to know\b)[^?]*$"
)
""" "Not sure why you told me about gyoza lol", "you didn't have to ask twice": said of our words, it asks and doubts nothing."""
_ASKED = re.compile(
    r"^\W*(?:(?:and|also|btw|oh)\W+)*(?:(?:my|our|the) \w+|he|she|they) (?:asks?|is asking|was asking|are asking"
    r"|wonders?|wants? to know|wanted to know)"
    r" (?:about|if|whether|when|how|what|where|which|who|why)\b|"
    r"^\W*(?:i|we)(?:'?m| am| was| were|'?re| are)? (?:only |just |merely )*(?:ask(?:ed|ing)|wanted to (?:know|ask)"
    r"|wonder(?:ed|ing))"
    r"(?: (?:about|if|whether|when|how|what|you)\b|\W*$)"
)
""" "I just asked if the deposit comes back": said of a question, beside the order."""
_SENTENCE = re.compile(r"(?<=[.!?\n])\s+|\n+")
_SENTENCES = re.compile(r"(?<=[.!?\n])(?=\s)|(?<=,)(?=\s)")
_TAKES_BACK = re.compile(
    r"\b(?:(?<!nothing )(?<!anything )(?<!all )but(?! (?:can|could|do|does|did|is|are|will|would|what"
    r"|when|where|how|who|which)\b)|(?<!\w )(?:and |only |but )?if|only if|unless|except|only|instead"
    r"|rather|first|(?<!can't )(?<!cannot )(?<!cant )wait|hold on|not yet|don'?t|do not|let me|lemme|before you"
    r"|as long as|provided"
    r"|depends|actually|hang on|never ?mind)\b"
)
_WISHES_OTHER = re.compile(r"\b(?:instead|rather)\b")
_LEAVES_OPEN = re.compile(
    rf"\d|\b(?:not sure|maybe|let me|wait|hold on|if|unless|instead|{WEEKDAY}|noon|evening|afternoon|no)\b"
)
_OF_MONEY = re.compile(
    r"^(?!when\b|how\b|by when\b|(?:will|does|would) (?:it|that) take\b).*\b(?:deposit|refund\w*|money|dollars"
    rf"|{SPOKEN})\b"
)
""" "And do you give the deposit back?" beside the yes to cancelling: it may decide."""
_STAYS = re.compile(r"\b(?:stays?|keep(?:ing)?|kept|remains?|leave)\b")
""" "July 18 stays" beside the yes: which party goes is weighed with the whole message."""
_CANCELS = re.compile(which_party.CANCELS)
""" "Yes, cancel June 5 please" names the party that was shown: read alone, it would be a wish to cancel the next one."""
_ASKS_PRICE = re.compile(
    r"\b(?:how much(?! (?:do|will|would) (?:i|we) (?:still |then )?(?:owe|pay|have))"
    r"|what(?:'s| is| does| would| will)[^?.!]*\b(?:cost|price|fee|charge)"
    r"|is (?:that|it|there)[^?.!]*\b(?:free|fee|charge|extra|refund\w*)|any (?:fee|charge|cost)"
    r"|(?<!when )(?<!soon )(?:do|will|would|can) (?:i|we) (?:lose|get|keep|have to pay|still get)\b"
    r"|keep (?:the|my|our) (?:deposit|money|100|hundred)|lose (?:the|my|our)|refund(?!ed\?)"
    r"|is there (?:a|any) way)"
)
""" Who asks what the deed costs, or whether the money is lost, has not made up their mind about it."""

_ASKS_ITS_PRICE = re.compile(
    r"\b(?:how much(?! (?:do|will|would|does) (?:i|we|that|it) (?:still |then |now )?(?:owe|pay|have|leave|left"
    r"|save))(?! (?:is|'s) left)"
    r"|what(?:'s| is| does| would| will)[^?.!]*\b(?:cost|price|fee|charge)"
    r"|is (?:that|it|there)[^?.!]*\b(?:free|fee|charge|extra)|any (?:fee|charge|cost)|is there (?:a|any) way)"
)
""" Of a change the preview has told what it does to the money: only who asks its price has not looked at it."""
_ASKS_WHEN = re.compile(r"^\W*(?:(?:will|does|would) (?:it|that) take|when|how (?:long|soon|fast|quick(?:ly)?))\b")
_IT_BACK = re.compile(r"\b(?:it|that|the money|my money|our money) back\b", re.I)
""" "When do I get it back", beside the yes to a cancellation: the deposit."""
_ASKS_SHOWN = re.compile(
    r"^(?:and |so )?(?:what|which) (?:time|day|date)(?:'?s| is| was| would| will)? (?:be )?(?:that|it|this)\b"
)
""" "Sure, what time is that" has not seen yet what it would agree to."""


def parted(text: str, pending: Pending | None, own: Bookings | None = None) -> Consent | None:
    """What a message says beside its yes; None where nothing agrees plainly, or something takes it back.

    own: the customer's parties; what is said of another one than the one that was shown takes nothing back.
    """
    if pending is None or pending.kind not in DONE_FIRST:
        return None
    text = "".join(part for part in _SENTENCES.split(text) if not _REMARK.match(fold(part)))
    parts = _parts(text)
    ours = _of_this_party(parts, pending, own or [])
    weighed = text if ours == parts else " ".join(ours)
    said = _without_questions(weighed, ours, pending)
    if yes_doubted.left_open(said, pending):
        return None
    agreeing = [part for part in ours if _agrees(part, pending)]
    others = [part for part in parts if part not in agreeing]
    if not agreeing:
        return None
    last = max(at for at, part in enumerate(ours) if part in agreeing)
    behind = " ".join(parts[last + 1 :])
    of_this = " ".join(ours[last + 1 :])
    doubts = _TAKES_BACK.search(fold(of_this if said == weighed else said)) or _WISHES_OTHER.search(fold(of_this))
    if doubts or (len(others) > 0 and _hesitates(others, parts, last)):
        return None
    ahead = [part for part in parts[:last] if part in others and "?" in part]  # what else stands before is why
    rest = _LEAD.sub("", " ".join((*ahead, behind))).strip(" ,;-–—")
    if pending.kind == "cancel":
        rest = _IT_BACK.sub("the deposit back", rest)
    price = _ASKS_PRICE if pending.kind == "cancel" else _ASKS_ITS_PRICE
    asks = bool(price.search(fold(rest))) and not (_ASKS_WHEN.match(fold(rest)) or _ASKED.match(fold(rest)))
    asks = asks or (pending.kind == "cancel" and bool(_OF_MONEY.search(fold(rest))))
    decides = pending.kind == "cancel" and (_STAYS.search(fold(rest)) or _CANCELS.search(fold(rest)))
    return None if asks or decides or _ASKS_SHOWN.match(fold(rest)) else Consent(rest)


def _of_this_party(parts: list[str], pending: Pending, own: Bookings) -> list[str]:
    """The clauses up to the one that names another of the customer's parties: "yes, and on june 20 start at 6 instead"."""
    shown = next((one for one in own if str(one["id"]) == pending.booking_id), None)
    rest = [one for one in own if one is not shown]
    for at, part in enumerate(parts):
        if at and any(which_party.names(part, one) for one in rest) and not (shown and which_party.names(part, shown)):
            return parts[:at]
    return parts


def _without_questions(text: str, parts: list[str], pending: Pending) -> str:
    """The text without the questions that stand behind its yes to a change: asked beside it, they leave it as it is."""
    agreeing = [part for part in parts if _agrees(part, pending)]
    if not agreeing or pending.kind != "change":
        return text
    end = text.rfind(agreeing[-1]) + len(agreeing[-1])
    behind = [part for part in _SENTENCE.split(text[end:]) if part.strip()]
    told = [part for part in behind if not (_ONLY_ASKS.match(fold(part).strip()) or _ASKED.match(fold(part)))]
    return text if len(told) == len(behind) else " ".join((text[:end], *told))


_PUTS_OFF = re.compile(
    r"\b(?:keep|leave|stay\w*|think|let (?:you|u|ya) know|get back|hold off|forget|skip|wait (?:until|till|for)|nvm"
    r"|never ?mind|not (?:do|change|move))\b"
)


def only_asks(text: str) -> bool:
    """Whether a message does nothing but ask, so that it neither agrees nor declines: "hm and if she's ill, could I still cancel"."""
    said = fold(text)
    sentences = [part for part in _SENTENCE.split(said) if part.strip(" .!?")]
    return bool(sentences) and not _PUTS_OFF.search(said) and all(_ONLY_ASKS.match(part) for part in sentences)


def only_supposes(text: str, dialogue: Dialogue) -> str | None:
    """What a message asks beside its yes to a booking, where it only asks what may be later; None where it says more."""
    if dialogue.pending is None or dialogue.pending.kind != "book":
        return None
    yes, _, rest = _first_clause(text)
    asks = _LEAD.sub("", rest).strip()
    return asks if _agrees(yes, dialogue.pending) and _SUPPOSES.search(fold(asks)) else None


_IF_LATER = re.compile(
    r"(?:^|(?<=[.,!?;\n]))\s*(?:and |but |also "
    r"|so )*(?P<asks>(?:what )?if (?:they|he|she|it rains|it storms|some(?:one|body)|something"
    r"|one of (?:us|them)|(?:my|our|the|his|her) [\w' ]{2,25}?"
    r"|(?:i|we) (?:lose|win|get|fail|pass|have to|can'?t|cannot))\b[^.?!\n]*\b(?:can|could|may|do"
    r"|would|will) (?:i|we|you|it)\b[^.?!\n]*"
    r"\b(?:mov\w+|resched\w*|postpon\w*|push\w*|chang\w+|switch\w*)\b[^.!\n]*)$",
    re.I,
)


def of_later(text: str) -> tuple[str, str] | None:
    """What is wished now, and the move that is only asked about for a case that may come: "june 7 then. If they lose can I move it?"."""
    said = _IF_LATER.search(text)
    return (text[: said.start()].strip(), said["asks"].strip()) if said is not None else None


def topics_supposed(text: str) -> tuple[str, ...]:
    """What rules such a question is about: moving the party, or another number of guests."""
    asked = fold(text)
    moves = (
        ("reschedule",)
        if re.search(r"\b(?:mov\w+|resched\w*|postpon\w*|(?:another|different|other) (?:day|date))\b", asked)
        else ()
    )
    counts = re.search(
        r"\b(?:(?:one|two|\d+|some(?:one|body)|few|people|guests?) (?:more|less|fewer|shows?|drops?"
        r"|cancels?|extra)|(?:more|fewer|less|extra) (?:people|guests?|persons?))\b",
        asked,
    )
    return (*moves, *(("guest_count_final",) if counts else ()))


def _first_clause(text: str) -> tuple[str, str, str]:
    cut = _CUT.search(text)
    return (text[: cut.start()], cut.group(), text[cut.end() :]) if cut else (text, "", "")


_ASK_THEM = re.compile(
    r"(?:^|\b(?:ok(?:ay)?|yes|yeah|please|pls|then|just|and|so)[ ,]+)(?:(?:ask|check with"
    r"|pass (?:it|that|this) (?:on )?to|get|let|have|tell) (?:them"
    r"|(?:the|your|a|some(?:one|body))(?! (?:\w+ )?(?:party|dinner|event|booking|tent|cake|drinks?|food)\b)(?: \w+){0,2}"
    r"|some(?:one|body))\b(?!.*\?)"
    r"|(?:yes[ ,]+)?(?:please )?pass (?:(?:it|that|this|them|my \w+|her \w+|his \w+) )?(?:on|along)\b(?! to my))"
)
_THEY_MAY = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|yes|yeah|sure|great|good|fine|please|then|so)\W+)*(?:can|could"
    r"|would) (?:they|someone|somebody|he|she)"
    r" (?:please )?(?:e-?mail|text|send|call|write|get back|reach out|let me know|tell me|contact)\b"
)
""" "Ok can they email it to me?", once a person was offered."""


def accepts_person(text: str) -> bool:
    """Whether a message takes up the offer of a person, whatever else it says: "sure. dad is a vegetarian btw"."""
    parts = _parts(text)
    nobody = Pending(kind="human")
    if any(_ASK_THEM.match(fold(part).strip()) or _THEY_MAY.match(fold(part)) for part in parts):
        return True
    return bool(parts) and _agrees(parts[0], nobody) and not _TAKES_BACK.search(fold(" ".join(parts[1:])))


def names_deed(text: str) -> bool:
    """Whether a yes names what is to be done: beside the wish for a person, a bare one is a yes to that."""
    return bool(_NAMES_DEED.search(fold(text)))


_NAMES_DEED = re.compile(
    r"\b(?:chang|mov|cancel|switch|updat|add|swap|book)\w*\b|\bdo (?:it|that|so)\b|\bgo (?:right )?ahead\b"
)


def done(dialogue: Dialogue, *, made: bool = True) -> Dialogue:
    """Where the talk stands once what was shown is done, or turned down."""
    pending = dialogue.pending
    changed = pending is not None and pending.kind == "change" and made
    here = pending.arguments if pending is not None and changed else dialogue.changed_here
    over: dict[str, object] = {"pending": None, "goal": None, "change": {}, "offered": (), "expecting": (), "dates": ()}
    return dialogue.model_copy(update={**over, "changed_here": here})


def stands(pending: Pending, rest: Reading, own: Bookings) -> bool:
    """Whether the rest leaves alone what was agreed to: it wishes nothing else of the same party, and no person."""
    frame, after = rest.frame, rest.dialogue
    if frame.answer == "no" or "keep" in frame.acts:
        return False
    meant = which_party.meant(frame, after, own)
    same = len(meant) != 1 or str(meant[0]["id"]) == pending.booking_id
    if pending.kind == "cancel":
        return not same or after.goal != "change"
    return not same or (after.goal != "cancel" and not set(after.change) & set(pending.arguments))


def beside_booking(text: str, pending: Pending | None) -> Consent | None:
    """What stands beside a plain yes to the summary of a booking; None where the yes stands alone or is taken back.

    Whether the rest says another party than the one shown is for its own reading to say.
    """
    if pending is None or pending.kind != "book" or yes_doubted.left_open(text, pending):
        return None
    parts = [part for part in _parts(text) if not _OUTCRY.fullmatch(fold(part).strip())]
    agreeing = [at for at, part in enumerate(parts) if _agrees(part, pending)]
    if not agreeing:
        return None
    ahead = [part for at, part in enumerate(parts[: agreeing[-1]]) if at not in agreeing]
    behind = " ".join(parts[agreeing[-1] + 1 :])
    if _TAKES_BACK.search(fold(behind)) or any(_TURNS_AWAY.search(fold(part)) for part in ahead):
        return None
    rest = _LEAD.sub("", " ".join((*(part for part in ahead if "?" in part), behind))).strip(" ,;-–—")
    if _ELSE.search(fold(rest)):
        return None
    return Consent(rest) if rest and not _ASKS_SHOWN.match(fold(rest)) else None


_WITH_SO_MANY = re.compile(
    r"\b(?:go(?:ing)? ahead|book(?: it| us| that)?|do it|(?P<keeps>keep it|stay|stick|hold it)|confirm(?: it)?"
    r"|let'?s (?:go|do it))"
    r"(?: please| then| just)? (?:with|at|for|as) (?:just |the |only |our )?(?P<n>\d{1,3})"
    r"(?: (?:people|adults|guests|of us|ppl))?(?:[ ,]+(?:please|pls|for now|then|thanks|thank you))*\W*$"
)


def with_shown_number(text: str, pending: Pending | None) -> str | None:
    """What a message with the summary's own number comes to: a yes, or only the number where nothing in it agrees.

    "I meant if 8 more come. But yes go ahead with 22" agrees; "no keep it at 13" answers a number that was only supposed.
    """
    said = _WITH_SO_MANY.search(fold(text))
    if said is None or pending is None or pending.kind != "book":
        return None
    before = fold(text)[: said.start()]
    counts = [int(pending.arguments.get(who) or 0) for who in ("adults", "children", "toddlers")]
    if int(said["n"]) not in (counts[0], sum(counts)) or _NOT_SO.search(before[-12:]):
        return None
    if not said["keeps"] or _AGREED_BEFORE.search(before):
        return ALONE
    return f"{said['n']} guests" if int(said["n"]) == sum(counts) else f"{said['n']} adults"


_AGREED_BEFORE = re.compile(r"\b(?:yes|yeah|yep|yup|sure|book|go ahead|confirm|do it)\b")
_NOT_SO = re.compile(r"\b(?:not|don'?t|never|if (?:we|i|you)|can (?:we|you|i)|could (?:we|you|i)|should (?:we|i))\W*$")
_WISHES_ELSE = frozenset({"cancel", "change", "keep", "gives_up", "thinking", "unsure", "injection"})


def leaves_summary(frame: Frame) -> bool:
    """Whether what stands beside the yes names no other start, place, number or dish that is paid for, and takes nothing back."""
    told = frame.dates or frame.times or frame.zip or frame.guests.stated or frame.month or frame.asked_diets
    paid = any(item.role != "included" for item in frame.items)
    return not (told or paid or frame.answer == "no" or _WISHES_ELSE & set(frame.acts))


_OUTCRY = re.compile(r"\W*(?:yes+|yeah|yep|hello|huh|what|um+|uh+)\W*[?!][?!\s]*")
""" "Yes?? I said yes": no question."""
_ELSE = re.compile(
    r"\b(?:another|different|other) (?:day|date|time|slot|start|weekend|place)\b"
    r"|\b(?:chang|mov|switch|resched|cancel)\w*"
    r"|\b(?:refund\w*|money back|cheaper|discount|deal|lower|reduce|less|pricey|expensive"
    r"|too (?:late|early|much|many|small))\b"
)
""" "Yes, is it too late to pick another day?" asks before it agrees."""
_TURNS_AWAY = re.compile(
    r"\b(?:not sure|maybe|let me|lemme|wait|hold on|hang on|if|unless|instead|rather|no|not|don'?t|change|make"
    rf"|move|switch|{WEEKDAY}|noon|evening|afternoon)\b"
)
_OTHER_DEEDS = {
    "cancel": r"\b(?:change|move|switch|update|add|swap|book)\b",
    "change": r"\b(?:cancel|book|reserve)\b",
    "book": r"\b(?:cancel|change|move|switch|update|add|swap)\b",
    "human": r"\b(?:cancel|change|move|switch|update|add|swap|book)\b",
}


def _parts(text: str) -> list[str]:
    """The clauses of a message, each with the sign that ends it."""
    found, start = [], 0
    for cut in _CUT.finditer(text):
        end = cut.end() if cut["end"].strip() else cut.start()
        found.append(text[start:end])
        start = cut.end()
    return [part.strip() for part in (*found, text[start:]) if part.strip(" .,!;\n-–—…")]


def _agrees(part: str, pending: Pending) -> bool:
    if "?" in part or not _AGREES.fullmatch(" ".join(fold(part).split())):
        return False
    other = _OTHER_DEEDS[pending.kind]
    if re.search(other, fold(part)):
        return False  # "cancel it" is no yes to a change
    return _as_shown(fold(part), pending)


def _as_shown(part: str, pending: Pending) -> bool:
    """Whether every number, month and weekday of a part is one of what was shown."""
    shown = str(pending.arguments.get("date") or "")
    day = date.fromisoformat(shown) if shown else None
    numbers = {value for value in pending.arguments.values() if isinstance(value, int)} | ({day.day} if day else set())
    months = {MONTHS[word] for word in re.findall(r"[a-z]+", part) if word in MONTHS}
    weekdays = re.findall(rf"\b{WEEKDAY}\b", part)
    return (
        all(int(number) in numbers for number in re.findall(r"\d+", part))
        and months <= ({day.month} if day else set())
        and all(day is not None and f"{day:%A}".lower() == weekday for weekday in weekdays)
    )


def _hesitates(others: list[str], parts: list[str], last: int) -> bool:
    """Whether what stands before the yes leaves it open: "not sure, let me ask. ok" is none."""
    before = [part for part in parts[:last] if part in others]
    return any(_LEAVES_OPEN.search(fold(part)) for part in before)
