"""Signs that a message is about the party that the customer has, where nothing names it: its people, its start, its bill. Pure."""

from hibachi.concierge.understanding import comings, own_words, starts, turnover
from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.openers import OPENERS
from hibachi.language.spans import fold

_PEOPLE = (
    r"(?:guests?|people|ppl|persons?|friends?|kids?|children|adults?|cousins?|couples?|families|family"
    r"|parents|of (?:us|them|our \w+|my \w+))"
)
_FEWER_OR_MORE = re.compile(
    rf"\b{_PEOPLE}\b[^.?!\n]{{0,25}}\b(?:(?:can'?t|cannot|can not|won'?t|couldn'?t|aren'?t|isn'?t|not"
    r"|don'?t)(?: be)? (?:mak(?:e|ing) it|com(?:e|ing)|join(?:ing)?|attend(?:ing)?|able)"
    r"|drop(?:ped|ping)? out|bail(?:ed|ing)?|cancell?ed|backed out"
    r"|(?:is|are|r|'re|will be) (?:also )?(?:coming|joining)(?: too| also| as well| along"
    r"| after all)?)\b"
    rf"|\b(?:lost|lose|minus|down) (?:\w+ )?{_PEOPLE}\b",
    re.I,
)
_SURELY = re.compile(
    rf"\b{_PEOPLE}\b[^.?!\n]{{0,25}}\b(?:can'?t|cannot|won'?t|couldn'?t|aren'?t|isn'?t|not|drop\w*"
    r"|bail\w*|cancell?ed|backed|(?:coming|joining|come|join) (?:too|also|as well|along|after all))\b"
    rf"|\b(?:lost|lose|minus|down) (?:\w+ )?{_PEOPLE}\b"
    rf"|\b{NUMBER} (?:out )?of (?:our|the|those|my) {NUMBER}(?: (?:people|guests|adults))? (?:are|is"
    rf"|will be|turn out|turned out)\b|\b{NUMBER} of (?:them"
    rf"|(?:our|the|my|those)(?: {NUMBER})? (?:adults|guests|people|grown[- ]?ups)) (?:are|is|will be"
    r"|turn out to be|should be|were)(?: (?:actually|really|only|just))* (?:kids|children|minors"
    r"|little)\b",
    re.I,
)
_COUNTS_ANEW = re.compile(
    rf"\b(?:{NUMBER}) (?:people |guests |adults |of us )?(?:not|instead of|rather than) (?:the "
    rf"|just )?(?:{NUMBER})\b(?! ?(?:pm|am|:|/))"
    r"|\b(?:downgrade|upgrade|reduce|cut|lower|shrink|increase|raise|bump|scale|go (?:up|down)|change"
    rf"|update|adjust)\b[^.?!\n]{{0,30}}\bto (?:about |only |just )?(?:{NUMBER})\b(?! ?(?:pm|am|:|/))"
    r"|\bnew (?:price|total|bill|balance|cost)\b"
    rf"|\bonly (?:{NUMBER})(?: (?:people|guests|of us|of them|adults))?(?: \w+)? (?:show|shows|come"
    r"|comes|coming|make it|turn up|attend)\b",
    re.I,
)
_COUNTED = re.compile(
    r"\b(?:we'?(?:d|ll|re)|we (?:will|would|are|should)|there (?:will|would|are)|it'?(?:s|ll|d)"
    rf"|make (?:it|that))(?: (?:be|now|only|just|probably))* (?:{NUMBER})\b(?! ?(?:pm|am|:|/))",
    re.I,
)
_NEW_PLACE = re.compile(
    r"\b(?:new|changed?|changing|different|other|another|wrong|correct|update[ds]?|swap(?:ped)?"
    r"|switch(?:ed)?|moved?|moving)\b[^.?!\n]{0,25}\b(?:address|venue|place|location|zip(?: ?code)?"
    r"|house|houses|home|spot)\b|\b(?:address|venue|place|location"
    r"|zip(?: ?code)?)\b[^.?!\n]{0,15}\b(?:changed|is different|is now|moved|is wrong)\b",
    re.I,
)
_FOR_US = re.compile(
    r"\b(?:still|any ?more|any longer|for us|instead|after all"
    r"|also (?:ok|okay|possible|free|open|work)|better for (?:us|me)|works? better"
    r"|(?:is|would be) better|rather have|switch to|change to)\b",
    re.I,
)
_WISHES = re.compile(
    r"(?:\b(?:we|i)(?:'d| would| 'd)|\bwe|\bi) (?:\w+ )?(?:like|prefer|love|rather|want|need)\b"
    r"|\b(?:can|could) (?:we|i|you|it|(?:the|our|my) \w+) (?:have|do|come|be|take|get)\b"
    r"|\blet'?s (?:do|have|take|make)\b|\bhow about\b|\bwhat about\b",
    re.I,
)
_STILL = re.compile(r"\b(?:still|any ?more|any longer|instead|rather|after all|switch|better)\b", re.I)
_OWED = (
    r"(?:the (?:rest|balance|remainder|remaining|other \$?\d+)|(?:my|our) (?:rest|balance|bill|remainder)"
    r"|what'?s left|what (?:i|we) (?:still )?owe|the final (?:payment|bill|amount)|the full amount)"
)
_PAYS_REST = re.compile(
    r"\b(?:i|we|my \w+|he|she)(?:'?ll|'?d| will| would| can| could| may| might| want to| wanna"
    r"| am going to| gonna| plan to| prefer to| need to| like to| love to| rather)*(?: \w+)? (?:pay"
    r"|send|settle|transfer|venmo|zelle|bring|cover"
    rf"|take care of) (?:you )?{_OWED}\b(?![^.?!\n]{{0,20}}\bhow much\b)"
    rf"|\b(?:can|could|may|is it (?:ok|okay|fine)|ok(?:ay)?|fine)\b[^.?!\n]{{0,20}}\b(?:pay|send"
    rf"|settle|transfer)\w* {_OWED}\b"
    rf"|\b{_OWED}[^.?!\n]{{0,20}}\b(?:comes?|follows?|will be (?:paid|sent)|gets? paid)\b",
    re.I,
)
_WHEN = re.compile(r"\b(?:when|by when|how much|what day)\b", re.I)
_UNDER = re.compile(
    r"\b(?:under|in(?:to)?|to|on) (?:my|his|her|our|the|their) (?:\w+'?s? ){0,2}name\b"
    r"|\bname on (?:the|my|our) (?:booking|reservation|party)\b|\b(?:change|switch|put) the name\b",
    re.I,
)


_OWN_BILL = re.compile(
    r"\b(?:what(?:'?s| is| was|s)|how much (?:is|was))\b[^.?!\n]{0,12}\b(?:my|our) (?:new |current "
    r"|final |whole |grand )?(?:total|bill|price|cost|invoice)\b"
    r"|\bwhat (?:total|price) (?:do|did) (?:we|i|you) have\b"
    r"|\b(?:what(?:'?s| is)|how much is) the (?:new |final |full |grand |whole )?(?:total|bill)\b"
    r"|\bhow much (?:is|was|will|does) (?:it|that|this|everything"
    r"|the party)(?: (?:gonna|going to))?(?: be| come to)? (?:all together|altogether|all in all"
    r"|in total|again)\b|\b(?:do|did) (?:i|we) (?:still )?owe\b|\bowe (?:you|u|anything)\b",
    re.I,
)


_CANCEL_BY = re.compile(
    r"\b(?:if|suppose|supposing|say|assuming|imagine) (?:i|we)(?:'?d|'?ll)? (?:do |would |have to "
    r"|had to |need to )*(?:cancel\w*|call(?:ed)? (?:it|this|the party|everything) off|call(?:ed)? off"
    r"|bail|back(?:ed)? out)(?: (?:it|this"
    r"|(?:the|our|my) (?:\w+ )?(?:party|booking|event)))? (?:right )?(?:now|today|tonight|tomorrow"
    r"|this|next|by|on|before|after|within|the day)\b"
    r"|\bcancell?ation (?:deadline|cut ?-?off|date)\b"
    r"|\b(?:if|suppose|supposing|say|assuming|imagine) (?:i|we)(?:'?d|'?ll)? (?:do |would |have to "
    r"|had to |need to )*(?:cancel\w*|call(?:ed)? (?:it|this|the party|everything) off|call(?:ed)? off"
    r"|bail|back(?:ed)? out)\b[^.?!\n]{0,70}\b(?:get|lose|back|see|return\w*|refund\w*|keep|gone|lost"
    r"|kept|forfeit\w*)\b|\b(?:until when|till when|by when|what'?s? the (?:last|latest)"
    r"|last (?:day|date|moment|chance)|latest|how late|how close|deadline"
    r"|when is it too late)\b[^.?!\n]{0,50}\b(?:cancel\w*|back out|refund\w*|deposit back"
    r"|money back)\b"
    r"|\b(?:(?:what|when)(?:'?s| is)? the (?:very )?(?:last|latest)(?: day| date| moment| point| time)?)\b"
    r"[^.?!\n]{0,25}\b(?:i|we) (?:can|could|may|must|have to|need to) (?:still )?(?:decide|make up (?:my|our) minds?|call it off|pull out)\b",
    re.I,
)


_THE_DEED = re.compile(
    rf"^\W*(?:(?:{OPENERS}|or|please|pls)\W+)*(?:(?:can|could|would|will|may) (?:you|u|ya|we|i|someone"
    r"|that|this|it)(?: guys)?(?: please| pls| kindly| be| possibly)* (?:amend|updat|adjust|chang|fix"
    r"|correct|not|put|add|edit|revis|alter|modif|arrang|sort|record|reflect|includ|accommodat|mov"
    r"|swap|switch|do|make|made|done|handle|enter|save|mark|set"
    rf"|get)\w*\b[^.?!\n]{{0,25}}?(?:\b(?:that|this|it|them|those"
    r"|(?:the|our|my) (?:\w+ )?(?:booking|reservation|party|order|event|numbers?|count|head ?count"
    rf"|records?|file|list|system|date|time|address|bill|total))\b[^.?!\n]{{0,25}})?"
    r"|(?:is|are|will|would) there(?: be)? (?:an?|any|some) (?:\w+ )?(?:charge|fee|cost|penalty"
    rf"|surcharge|difference|price change)s?\b[^.?!\n]{{0,25}}"
    r"|(?:does|do|will|would|is) (?:that|this|it|we|i)(?: be)? (?:cost|charged?|owe|pay"
    rf"|get charged)\b[^.?!\n]{{0,25}}|(?:can|could) (?:\w+|one|two|three) of (?:them|us"
    rf"|those) be\b[^.?!\n]{{0,30}}|(?:what|how much)(?:'s| is| will| would| do| does| did)? (?:the "
    r"|we |that |it |i |be |now |then |new |our )*(?:pay|owe|total|bill|balance|difference|come to"
    rf"|cost|price)\b[^.?!\n]{{0,15}})\W*$",
    re.I,
)


def asks_for_the_deed(clause: str) -> bool:
    """Whether a clause only asks for the change that stands beside it, or what it costs: "can you put that on the booking?"."""
    return bool(_THE_DEED.match(clause))


def asks_of_bill(text: str) -> bool:
    """Whether a text asks what one's own party comes to, or what is owed for it."""
    return bool(_OWN_BILL.search(text))


def asks_cancel_by(text: str) -> bool:
    """Whether a text asks until when a party can be cancelled with the deposit back."""
    return bool(_CANCEL_BY.search(text))


def pays_rest(text: str) -> bool:
    """Whether somebody says, or asks leave, to pay what is left at a time of his own: "I'll send the balance tomorrow"."""
    return bool(_PAYS_REST.search(text)) and not _WHEN.search(text)


_ADDS = re.compile(
    r"\b(?:add|adding|bring(?:ing)?|joining|extra|more|another|additional|take off|remove|drop|upgrade)\b", re.I
)


def adds(frame: Frame) -> bool:
    """ "Can we add 3 kids", "add lobster for 4": more on top of what is booked, nothing of a new party."""
    more = bool(frame.guests.add) or any(item.role != "included" for item in frame.items)
    told = frame.guests.stated and frame.guests.people is None and frame.guests.adults is None
    new = frame.dates or frame.zip or frame.city
    return (more or told) and not new and bool(_ADDS.search(frame.text))


def moves_day(frame: Frame) -> bool:
    """ "Is march 21 open? thinking about moving": nothing of a new party is told beside the day."""
    new = frame.guests.stated or frame.zip or frame.city or frame.address
    return bool(frame.dates) and not new and (own_words.puts_off(frame.text) or bool(_HAVE_IT_ON.search(frame.text)))


_HAVE_IT_ON = re.compile(
    r"\b(?:can|could|may|might|would) (?:we|you|i)(?: please| maybe| possibly)? (?:have|do|hold|make"
    r"|throw) (?:it|ours|the party|our party) on\b",
    re.I,
)
""" "Can we have it on the 15th": what is had is the party that stands."""


def renames(frame: Frame, booked: str | None = None) -> bool:
    """Whether the party is to stand under another name, or under a fuller one than it has."""
    first = (frame.name or "").lower().split()[:1]
    fuller = bool(booked) and first == (booked or "").lower().split()[:1] and len(frame.name or "") > len(booked or "")
    return frame.name is not None and (fuller or bool(_UNDER.search(frame.text)))


def moves_people(text: str) -> bool:
    """Whether guests who are expected stay away, or others come: "two of our guests can't make it"."""
    named = comings.by_name(text) != 0 or comings.brings_somebody(text)
    return bool(_FEWER_OR_MORE.search(text)) or named or turnover.net(fold(text)) is not None


def changes_people(text: str) -> bool:
    """Whether a text can only be about guests who are expected already: some stay away, or their number becomes another."""
    return bool(_SURELY.search(text) or _COUNTS_ANEW.search(text))


def counts_anew(text: str) -> bool:
    """Whether the guests are counted anew: "we'd be 15", "what if only 8 show up"."""
    return bool(_COUNTS_ANEW.search(text) or _COUNTED.search(text))


def tells_guests(frame: Frame, *, choosing: bool) -> bool:
    """Whether a message says who comes to the party that stands: some stay away or join, or all are counted anew.

    choosing: which party is meant was asked, and "the one with 20 people" is an answer.
    """
    return moves_people(frame.text) or counts_anew(frame.text) or (not choosing and only_counts(frame))


_ONLY_ASKED = frozenset({"price", "availability", "minimum", "capacity"})
_OF_A_NEW = frozenset({"book", "hold", "wants_chef", "greeting_only", "others_booking"})


def only_counts(frame: Frame) -> bool:
    """ "Final headcount is 11 adults and 2 kids": a count and nothing of a new party beside it."""
    counted = frame.guests.people or frame.guests.adults or frame.guests.add or _of_those_booked(frame)
    none_young = frame.guests.no_children and bool(_ANY_MORE.search(frame.text))
    priced = {"price"} if _IN_ALL.search(frame.text) and not frame.question else set()
    asks = (_ONLY_ASKED & set(frame.topics)) - priced or _OF_A_NEW & set(frame.acts)
    told = frame.dates or frame.zip or frame.city or frame.foreign or frame.dietary or frame.asked_diets
    return bool(counted or none_young) and not (asks or told or comings.stays_the_same(frame.text))


_ANY_MORE = re.compile(r"\b(?:any ?more|after all|no longer|now|just|only|actually)\b", re.I)
""" "No kids anymore, just the adults"."""
_IN_ALL = re.compile(
    rf"\b{NUMBER} (?:of us |people |guests )?(?:in )?total\b|\btotal(?: of| is|:)? {NUMBER}(?! ?(?:dollars|bucks))\b",
    re.I,
)
""" "13 total": all who come, no amount of money."""
_THE_KIDS = re.compile(
    r"\b(?:the|our|my|both|one of the) (?:kids?|children|boys|girls|twins|older|younger|oldest|youngest)\b", re.I
)


def _of_those_booked(frame: Frame) -> bool:
    """ "The kids are 7 and 9", "one of the kids turned 13": ages of children who are counted."""
    return bool(frame.guests.ages) and not frame.question and bool(_THE_KIDS.search(frame.text))


def is_why_it_moves(frame: Frame) -> bool:
    """ "My mom can't make it that day, can we do the 29th": another day is asked for, and she is counted in."""
    days = {*frame.dates, *frame.other_dates}
    return len(days) > 1 or bool(frame.dates) and (wishes_other(frame.text) or own_words.puts_off(frame.text))


def concerns(frame: Frame) -> bool:
    """Whether a message without the party's name is about it: who comes, its start, its bill, its name; no new party is told."""
    text = frame.text
    if (
        pays_rest(text)
        or renames(frame)
        or asks_cancel_by(text)
        or (_OWN_BILL.search(text) and not frame.guests.stated)
    ):
        return True
    if (frame.zip or frame.address) and _NEW_PLACE.search(text) and not frame.guests.stated and not frame.dates:
        return True
    if _tells_place(frame):
        return True
    if frame.zip or frame.city or frame.foreign:
        return False
    priced = bool({"price", "availability"} & set(frame.topics)) and frame.guests.stated
    if counts_anew(text) and not priced and not frame.dates and not {"book", "hold", "wants_chef"} & set(frame.acts):
        return True
    if frame.times and not frame.dates and not frame.guests.stated and _CHEF_AT.search(text):
        return True
    if frame.times and not frame.dates and not frame.guests.stated and (not frame.question or _CONTRAST.search(text)):
        return True
    priced = "price" in frame.topics and frame.guests.stated
    if changes_people(text) or (moves_people(text) and not priced) or only_counts(frame):
        return True
    if any(item.role != "included" for item in frame.items) and "price" not in frame.topics and not frame.guests.stated:
        return True
    if starts.asks_start(frame):
        return True
    against = _FOR_US.search(text) or (not frame.question and _CONTRAST.search(text))
    return bool(frame.times or frame.dates) and not frame.guests.stated and bool(against)


_CHEF_AT = re.compile(
    r"\b(?:the|our|your) (?:chef|cook)\b[^.?!\n]{0,20}\b(?:come|be (?:there|here)|arrive"
    r"|get (?:there|here)|start|begin|show up|set up)\b[^.?!\n]{0,12}\b(?:at|by|around|before)\b",
    re.I,
)
""" "Can the chef come at 5:30": of the party that stands, since nothing of a new one is told."""
_CONTRAST = re.compile(
    r"\b(?:not|rather|instead|earlier|later|sooner|chang\w*|mov\w*|switch\w*|both|push\w*|bump\w*"
    r"|shift\w*|still|go from)\b",
    re.I,
)


def contrasts(text: str) -> bool:
    """Whether something is set against what stands: "not 3, 6pm", "both at 6"."""
    return bool(_CONTRAST.search(text))


_ASKS_OF_PLACE = {"area", "travel", "price", "availability", "minimum"}


def _tells_place(frame: Frame) -> bool:
    """A street or a ZIP that is told by itself: where the party will be, since nothing of a new one stands beside it."""
    asks = frame.question and not (frame.address and _ONLY_TAG.search(frame.text))
    if asks or frame.guests.stated or frame.dates or _ASKS_OF_PLACE & set(frame.topics):
        return False
    new = {"book", "hold", "wants_chef", "greeting"} & set(frame.acts)
    return bool(frame.address or (frame.zip and len(frame.text.split()) >= LEAST_TOLD)) and not new


_ONLY_TAG = re.compile(
    r"^[^?]*[,.;] ?(?:ok(?:ay)?|alright|right|yes|got it|does that work|is that ok(?:ay)?)\W*\?\W*$", re.I
)
""" "The address is 9 Elm Ct, ok?": told, not asked."""
LEAST_TOLD = 3
"""Words: a ZIP by itself may answer a question of another kind."""
_IS_OPEN = re.compile(
    r"\b(?:is|are|would|could|can|do|does|what|which|anything|any)\b[^.?!\n]{0,40}\b(?:free|open"
    r"|available|possible|left|work|ok|okay|taken)\b|\bwhat'?s (?:free|open|available|left)\b",
    re.I,
)


def asks_if_open(text: str) -> bool:
    """Whether a text asks if a day or a start is free."""
    return bool(_IS_OPEN.search(text))


_OF_A_NEW_ONE = re.compile(
    r"\b(?:another|new|second|other|next|book|reserve|hold|for (?:a|an|my|our|the|\d+)|people|guests"
    r"|part(?:y|ies)|event|birthday|wedding|shower|you guys"
    r"|chef)\b(?! (?:us|me|everyone|everybody|all)\b)",
    re.I,
)
_OF_ITS_DAY = re.compile(
    r"\b(?:open|free|available|availability|what about|how about|openings?|have|possible|ok(?:ay)?|works?|doable)\b",
    re.I,
)
_SUITS = re.compile(
    r"\b(?:works?|is (?:good|fine|better|perfect)|suits?)(?: \w+)? (?:for|with) (?:us|me|everyone"
    r"|everybody|all)\b|\bwhichever\b",
    re.I,
)
_ONLY_A_DAY = re.compile(rf"\W*(?:(?:{OPENERS}|or|on|the|maybe)\W+)*")


def asks_of_a_day(frame: Frame) -> bool:
    """ "What's open the 27th", "what about sunday then", of who has a party and tells nothing of another one."""
    alone = bool(frame.dates) and not (
        frame.guests.stated or frame.zip or frame.city or frame.event_type or frame.items
    )
    other = set(frame.topics) - {"availability", "reschedule"} or _OF_A_NEW & set(frame.acts)
    asks = frame.question or "availability" in frame.topics
    bare = "?" in frame.text and _ONLY_A_DAY.fullmatch(frame.text.replace(frame.date_said or "?", " "))
    named = (asks and _OF_ITS_DAY.search(frame.text)) or _SUITS.search(frame.text) or bare
    return alone and not other and bool(named) and not _OF_A_NEW_ONE.search(frame.text)


def wishes_other(text: str) -> bool:
    """Whether a text wishes another day or start than the one that stands, or asks whether one is free."""
    return bool(_FOR_US.search(text) or _WISHES.search(text)) or asks_if_open(text)


def stands_against(frame: Frame) -> bool:
    """Whether a day or a start is told beside the one that stands ("is the 20th still free for us?"): no new party."""
    return bool(frame.dates or frame.times) and not frame.guests.stated and bool(_STILL.search(frame.text))


_RATHER_MOVED = re.compile(
    r"\b(?:might|may|maybe|perhaps|could|thinking|afraid|not sure|unless"
    r"|or)\b[^.!?\n]{0,40}\bcancel\w*\b[^\n]{0,80}\b(?:instead|later|another (?:day|date|time|weekend)"
    r"|different (?:day|date)|move|push|postpone|reschedul\w*|other (?:day|date))\b"
    r"|\b(?:instead of|rather than|before we|without) cancel\w*\b",
    re.I,
)


def rather_moved(text: str) -> bool:
    """Whether a cancellation is only feared and another day is what is asked for."""
    return bool(_RATHER_MOVED.search(text))
