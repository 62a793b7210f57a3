"""What somebody who has a party says of it in passing words, in the plain ones: its own day is "the party", our man is "the chef",
a question behind "I'm only asking" is that question. Pure; before anything is framed.
"""

from datetime import date
from typing import Any

from hibachi.concierge.understanding import dish_instead, own_dishes, own_kids, own_named, pair_told
from hibachi.concierge.understanding.clauses import asks, clauses
from hibachi.concierge.understanding.own_bookings import Bookings, heads_of
from hibachi.concierge.understanding.parties import bands_of
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import MONTH_STARTS, WEEKDAY_STEMS
from hibachi.language.numbers import NUMBER, ordinal_to_int, to_int
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

_OUR_MAN = re.compile(
    r"\b(?:your|ur) (?:man|fella|fellow|guy|dude|gentleman|lad|cook|chef guy|chef man)\b(?!'s)(?! friday)", re.I
)
_DISCLAIMS = re.compile(
    r"^\W*(?:(?:what|huh|sorry|excuse me|no+|nah|nope|wait|hey|hold on|nothing(?: to (?:change|move|cancel))?"
    r"|i (?:don't|do not|dont) want to (?:complain|cancel|move|change)(?: anything| it| that)?"
    r"|(?:please )?(?:don't|do not|dont) (?:cancel|move|change)(?: anything| it| that)?"
    r"|not (?:moving|cancell?ing|changing)(?: anything| it)?)\b\W*)+",
    re.I,
)
_REFUSES = re.compile(r"^\W*(?:(?:what|huh|sorry|wait|hey)\W+)*(?:no+|nope|nah|don't|do not)\b", re.I)
_ONLY_ASKS = re.compile(
    r"^(?:but )?(?:(?:i|we|i'm|im|i am|i was)\b (?:(?:just|only|simply) )*|(?:just|only) )(?:ask(?:ed|ing)?(?! (?:you|u|that you) (?:to\b|please\b|kindly\b))|wondering"
    r"|check(?:ing)?|confirm(?:ing)?|making sure|(?:want|wanted) to know)\b(?: you)?\W*(?P<if>if "
    r"|whether )?(?P<asked>[^.!\n]{8,})[.!?]*$",
    re.I,
)
_TOLD_ORDER = re.compile(
    r"(?P<who>you|u|he|she|they|the chef|it)(?: guys)? (?!are\b|is\b|can\b|will\b|would\b|could\b)\w", re.I
)
_TOLD_STATE = re.compile(r"(?P<who>we|it|that|this|everything|all|(?:the|our) \w+)(?P<is>'s|'re| is| are) ", re.I)
_YOU_CANCEL = re.compile(r"\b(?:will|would|could) (?=you(?: guys)? cancel (?:for|if|when|because|in case|due)\b)", re.I)
_CHEF_EARLIER = re.compile(
    r"\b(?:can|could|would|will|should|may) (?:the chef|he|she)(?: himself| herself)?(?: please)? (?:come|arrive"
    r"|be (?:there|here)|get (?:there|here)|show up)(?: [\w-]+){0,4} (?:earlier|sooner|beforehand)\b[^?\n]*\?",
    re.I,
)
""" "Could the chef come half an hour earlier, so that he is ready at six?": when he comes, no other start."""
_PUT_ON = re.compile(
    rf"\bput (?P<who>us|me|it|the party) (?:down )?(?:on|for) (?=(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)"
    rf"|(?:{MONTH_STARTS})\w* \d|(?:{WEEKDAY_STEMS})\w*))",
    re.I,
)
""" "Put us on the 24th", of who has a party: moved there."""
_HOME_FROM = re.compile(
    r"\b(?P<there>(?:be|is|am|are|get|gets|got|'ll be) (?:home|here|there|back|around"
    r"|off work)) (?:from|by|at|until|till|after)"
    r" (?:1[0-2]|[1-9])(?![\d:./]| ?(?:am|pm|o'?clock|people|adults|kids|guests|of)\b)",
    re.I,
)
""" "My teenager will be home from 4": no four guests who stay at home, and no start."""
_ENOUGH_FOR = re.compile(
    rf"\b(?P<enough>enough (?:\w+ ){{1,3}}|(?:big|large|room|space|food|strong) enough )for (?:all )?(?:the )?{NUMBER}"
    r"(?: (?:people|ppl|guests|adults|persons|heads|of us))?\b",
    re.I,
)
""" "Enough grill for 20 people": nobody is counted anew."""
_SINGULAR = frozenset({"he", "she", "it", "the chef"})


_DEED_DAY = re.compile(
    r"\b(?P<deed>(?:if|when) (?:i|we) (?:\w+ )?(?:change|move|cancel|decide"
    r"|switch)(?: (?:it|that|the (?:date|day|party)|our (?:date|day|party)"
    rf"))?) on (?:the )?(?:{WEEKDAY_STEMS})\w*(?= *(?:$|[.,;?!]))",
    re.I,
)
""" "And if I change the date on saturday?": the day of the deed."""
_LATEST = re.compile(
    rf"\b(?:by )?(?:(?:this|next|on) )?(?:{WEEKDAY_STEMS})\w* (?:at the )?latest\b(?! (?:you|we|i)\b)", re.I
)
_KEEP_THINKING = re.compile(r"\bkeep(?:s)? (?=(?:thinking|wondering|worrying|forgetting|hearing|asking)\b)", re.I)
_FORGOT = re.compile(
    r"\bi(?:'m| am)? (?:always |just |still )?(?:think|feel|thinking|feeling|worry|worrying"
    r"|worried)(?: like| that)?(?: that)? (?:i|we)(?:'m|'ve"
    r"| am| have)? (?:forgot|forgotten|forgetting|missed|missing) (?:something|anything|things)\b",
    re.I,
)
""" "I keep thinking I forgot something", of who has a party: what is to be got ready."""
_NOTE_FOR = re.compile(
    r"\b(?:put|add|leave|write|note) (?:it|that|this) (?:down )?(?:as )?(?:a )?note (?:for|to) (?:him"
    r"|her|the chef|them)\b",
    re.I,
)
_HABIT = re.compile(
    rf"\b(?P<who>(?:i|we)(?:'ve| have|'m)? (?:[\w']+ ){{1,4}})on (?:{WEEKDAY_STEMS})(?:days|nes?days|urdays|rsdays)\b",
    re.I,
)
""" "I've got bridge on Saturdays": no day that is wished."""
_CHEF_AGAIN = re.compile(
    r"\b(?:can|could|may) (?:we|i) (?:please )?(?:get|have|request|book) (?:him|her"
    r"|the same (?:chef|guy|cook)|chef [a-z]+) again\b",
    re.I,
)
_IS_IT_A = re.compile(
    rf"\b(?P<day>the [a-z\d-]+|(?:{MONTH_STARTS})\w* \w+),? is (?:that|it) an? (?=(?:{WEEKDAY_STEMS})\w*)", re.I
)
""" "The fourteenth, is that a Saturday?"."""
_OR_NOT = re.compile(r"^\W*(?:(?:ok(?:ay)?|but|so|and|wait|hm+|just)\W+)*(?P<what>[a-z]+(?: [a-z]+)?) or not\W*$", re.I)
""" "Ok but gas or not": a question, no ok."""
_YOUNG, _GROWN = r"(?:kids?|child(?:ren)?|toddlers?)", r"(?:adults?|grown[- ]?ups?|people)"
_ROW_MORE = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<one>{_GROWN}|{_YOUNG})(?: more)?(?P<and>,? (?:and|plus|&) )(?P<m>{NUMBER}"
    rf"|an?) (?P<two>{_GROWN}|{_YOUNG})"
    r" more\b",
    re.I,
)
""" "5 adults and one kid more": both join."""
_ONE_MORE_ASKED = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<so>(?:(?:ok(?:ay)?|alright|and|oh|just|sorry)\W+)*)(?:one|1) (?:more|last"
    r"|other)(?=[,:;. -]+(?:if|do|does|how"
    r"|what|when|where|who|which|are|could|should|the)\b[^\n]*\?)",
    re.I,
)
""" "One more, if it's hot out, is the food gonna sit there?": a question, no guest."""
_SOUNDS_MUCH = re.compile(
    rf"(?:\b{NUMBER} )?\b(?P<what>[a-z]+(?: [a-z]+)?) (?:sounds?|seems?|is|are|feels?"
    r"|looks?)(?: like)? (?:(?:a|way|far|quite|too)"
    r" )*(?:bit |little )?(?:lot|much|many)\b[^.!?\n,;]*[.!?,;]\W*(?:(?:actually|so|let'?s|just"
    r"|please|maybe)\W+)*(?:make (?:it|that)"
    rf"|do|say) (?P<n>{NUMBER})\b(?! [a-z]*(?:people|adults|kids|guests|pm|am)\b)",
    re.I,
)
""" "12 noodles sounds like a lot actually. make it 10": so many of them."""
_LIKE = re.compile(rf"\b(?P<to>to|on|in|for) like (?=(?:{MONTH_STARTS})|(?:{WEEKDAY_STEMS})|the \d)", re.I)
_LIKE_THE = re.compile(
    rf"^\W*(?P<n>{NUMBER})\W+(?:(?:just )?like|same as|as many as) (?:the|with the|those|we had) .*$", re.I
)
""" "4, like the lobster", where the number of portions was asked."""
_ONE_MORE = re.compile(r"\b(?:another|second|also|too|as well|new|separate|extra)\b", re.I)


_EXTRA_MONEY = re.compile(
    r"(?P<the>\b(?:get|buy|add|have|do|order|spend|use|cover|fill|left|worth)\b[^.!?\n]{0,20}\b(?:the|that|those|this|my|our)) "
    r"(?:extra|other|remaining|leftover|left[- ]over|missing) (?P<n>\d{2,4})\b(?! ?(?:people|ppl|guests|adults|kids|of us))",
    re.I,
)
""" "What could I get for the extra 55": money, no guests."""
_WHAT_FOR_IT = re.compile(
    r"\bwhat(?: else)? (?:can|could|do|would|should|might) (?:i|we) (?:still )?(?:get|have|add|buy|do|order) (?:for|with)"
    r" (?:the|that|those|this) (?:extra )?\$?\d{2,4}\b(?! (?:people|guests|adults|kids))\W*$",
    re.I,
)
_LATER_LIKE = re.compile(
    r"\b(?P<start>start|begin)(?: (?:it|the party))?(?: (?:a )?(?:bit|little|tad|hour|hours))* (?:later|earlier|sooner),? (?:like|maybe|around|say|at)"
    r"(?: (?:at|like|around))? (?P<n>\d{1,2})(?: ?pm)?(?![\d:]| ?(?:people|adults|kids|guests|min|am|hours?)\b)",
    re.I,
)
""" "Start a bit later, like 7": the start that is wished."""
_NUMBER_TO_CALL = re.compile(
    r"\b(?:what|which)(?: phone)? (?:number|#) (?:do|can|should|would|could) (?:i|we|my \w+|people|they) (?:call|text|dial|ring|reach)\b[^.?!\n]*\??"
    r"|^\W*(?:(?:no+|nah|ok(?:ay)?|but|please|pls|yes)\W+)*(?:(?:i|we) )?(?:just |only |really )*(?:need|want|asked for|meant|give me|have)? ?"
    r"(?:just |only )?(?:a|the|your|ur) (?:phone|telephone|contact) number\b[^.?!\n]*\??",
    re.I,
)
""" "What number do I call if the chef is late", "no, just the phone number"."""
_SAME_DEPOSIT = re.compile(
    r"\b(?:is|would) (?:it|that|the deposit|this)(?: be)?(?: always| still)? \$?\d{2,3}(?: dollars| bucks)? (?:no matter|regardless|whatever|for any|however many)\b"
    r"[^.?!\n]*\??|\bi (?:meant|mean|asked about|was asking about) (?:the )?deposit\b[^.?!\n]*",
    re.I,
)
""" "Is it 100 no matter how many people?", of the deposit; "I meant the deposit, not the minimum"."""
_FROM_A_FENCE = re.compile(
    r"\b(?:if )?(?:it|the grill|that) (?:has|needs?|have|must|should) (?:to )?(?:be|stand|stay|go) (?:kept |set )?(?:far |well )?away from"
    r" (?P<what>(?:the|a|my|our|any) (?:\w+ )?(?:fence|wall|house|building|hedge|tree|garage|shed|bush\w*))\b",
    re.I,
)
_STILL_IN_TIME = re.compile(
    r"\b(?:is|was) (?:today|it|that|now)(?: (?:still|also|even))? (?:ok(?:ay)?|in time|early enough|soon enough|fine|the last day|too late|possible)\b"
    r"|\b(?:did|have) (?:i|we) (?:already )?miss(?:ed)? (?:it|that|the (?:deadline|date|day|cut ?-?off))\b|\bam i (?:still in time|too late)\b",
    re.I,
)
_OF_THE_REFUND = frozenset({"deposit", "cancellation"})
""" "Is today still ok or did I miss it", right after what comes back of the deposit."""
_LEAVE_AT = re.compile(
    r"\b(?:leave|keep) (?:it|us|that|the (?:time|start|party))(?: just)? (?:at|on|for) (?P<n>\d{1,2})\b(?: ?pm)?(?! ?(?:am|kids))",
    re.I,
)
_LITTLE_EAT = re.compile(
    r"\bwhat(?: kind of)?(?: food| meal)? (?:do|does|will|would|can) (?:the |our |my |those )?(?:\w+ )?(?:[1-5] ?-?(?:yr|year|y/?o)s?[ -]?olds?|little ones|toddlers?"
    r"|bab(?:y|ies)|under 5s?) (?:get|eat|have)\b[^.?!\n]*\??",
    re.I,
)
_SO_MANY_PLATES = re.compile(
    rf"^\W*(?:yes+|yea+h*|yep|yup|sure|ok(?:ay)?)\b(?=.*\b{NUMBER}\b)(?!.*\b(?:more|extra|another|additional|adults?|kids|join\w*|coming|bringing)\b)",
    re.I | re.S,
)
""" "Yes pls. only 1 plate tho, and her friend too so 2", to the offer of a note: who eats so, and no new guests."""


def _as_it_stands(text: str, dialogue: Dialogue, own: Bookings) -> str:
    """ "Leave it at 6 then", of a party at 6: nothing changes."""
    told = _LEAVE_AT.search(text)
    if told is None or dialogue.goal != "change":
        return text
    party = next((one for one in own if str(one["id"]) == dialogue.booking_id), own[0] if len(own) == 1 else None)
    if party is None:
        return text
    hour = int(str(party["time"])[:2])
    stands = {hour, hour % HALF_A_DAY, heads_of(party), int(party["adults"])}
    return "no, leave everything as it is" if int(told["n"]) in stands else text


HALF_A_DAY = 12


def plainly(text: str, dialogue: Dialogue, own: Bookings, profile: Profile) -> str:
    """A message of somebody who has a party, in the plain words for it."""
    text = _EXTRA_MONEY.sub(r"\g<the> $\g<n>", own_named.plainly(text, own))
    grown_up = own_kids.plainly(text, dialogue, own, bands_of(profile))
    text = pair_told.plainly(text, _counts(own[0])) if grown_up == text and len(own) == 1 else grown_up
    text = _WHAT_FOR_IT.sub("what upgrades and add-ons do you have?", text)
    text = _LATER_LIKE.sub(r"\g<start> at \g<n>pm", text)
    text = _LITTLE_EAT.sub("what do kids of 5 and under get to eat?", _as_it_stands(text, dialogue, own))
    text = _SAME_DEPOSIT.sub("what about the deposit?", text) if "deposit" in text.lower() else text
    text = _FROM_A_FENCE.sub(r"how far from \g<what> does the grill need to be", text)
    if dialogue.pending is None and _OF_THE_REFUND & set(dialogue.answered[-2:]) and _STILL_IN_TIME.search(text):
        text = "if i cancel right now do i get the deposit back?"
    text = _NUMBER_TO_CALL.sub("what is your phone number?", text)
    notes = dialogue.pending is not None and set(dialogue.pending.arguments) == {"dietary"}
    text = "yes please" if notes and _SO_MANY_PLATES.match(text) else text
    text = _YOU_CANCEL.sub("do ", _OUR_MAN.sub("the chef", text))
    text = _ENOUGH_FOR.sub(r"\g<enough>for everybody", _HOME_FROM.sub(r"\g<there>", text))
    text = _ROW_MORE.sub(r"\g<n> more \g<one>\g<and>\g<m> more \g<two>", _LIKE.sub(r"\g<to> ", text))
    text = _LATEST.sub("then", _DEED_DAY.sub(r"\g<deed> later", text)) if "?" in text else text
    text = _IS_IT_A.sub(r"is \g<day> a ", text)
    text = _CHEF_AGAIN.sub("we'd like the same chef again", _HABIT.sub(r"\g<who>then", text))
    text = _FORGOT.sub("what do we need to have ready?", _KEEP_THINKING.sub("am ", text))
    text = _OR_NOT.sub(r"is it \g<what>?", _NOTE_FOR.sub("put a note for the chef", text))
    text = _ONE_MORE_ASKED.sub(r"\g<so>one more question", text)
    text = _SOUNDS_MUCH.sub(r"make it \g<n> \g<what>", text)
    if "how_many" in dialogue.expecting:
        text = _LIKE_THE.sub(r"\g<n>", text)
    text = dish_instead.swapped(_start_alone(text, dialogue, own, profile), dialogue, profile)
    text = _CHEF_EARLIER.sub("how early does the chef arrive?", own_dishes.plainly(text, dialogue, profile))
    text = _PUT_ON.sub(r"move \g<who> to ", text) if not _ONE_MORE.search(text) else text
    text = _only_asked(text, dialogue)
    return _with_its_day(text, own[0]) if len(own) == 1 and dialogue.pending is None and dialogue.goal is None else text


_CHANGE_TO = re.compile(
    r"\b(?:chang(?:e|ing)|mov(?:e|ing)|switch(?:ing)?) (?:it|us|that"
    rf"|the (?:time|start|party)) to (?P<n>{NUMBER})(?=\W*(?:$|[.!?,;]))",
    re.I,
)
FAR = 3
"""So many fewer than who come are no new number of guests."""


def _counts(party: dict[str, Any]) -> tuple[int, int]:
    return int(party["adults"]), int(party.get("children") or 0) + int(party.get("toddlers") or 0)


def _start_alone(text: str, dialogue: Dialogue, own: Bookings, profile: Profile) -> str:
    """ "I mean changing it to nine", of a party of fourteen: the start, where we have one then and no guests or dishes are spoken of."""
    said = _CHANGE_TO.search(text)
    number = to_int(said["n"].lower()) if said else None
    if said is None or number is None or len(own) != 1 or dialogue.just_dish or set(dialogue.change) - {"time", "date"}:
        return text
    if number + FAR > heads_of(own[0]) or number not in {at.hour % 12 or 12 for at in profile.booking.slots}:
        return text
    return f"{text[: said.start('n')]}{number} o'clock{text[said.end('n') :]}"


_STOPS = (".", "!", "?", "\n")


def _only_asked(text: str, dialogue: Dialogue) -> str:
    """ "No, don't cancel! I asked if YOU cancel when it's windy": that question, and a no to what waits for a yes."""
    refused = _DISCLAIMS.match(text)
    start = refused.end() if refused else max(text.rfind(stop, 0, -1) for stop in _STOPS) + 1
    asked = _ONLY_ASKS.match(text[start:].lstrip())
    last = max(text.rfind(stop, 0, -1) for stop in _STOPS) + 1
    if asked is None and refused and last > start and _REFUSES.match(text):
        asked = _ONLY_ASKS.match(text[last:].lstrip())
    if asked is None:
        return text
    question = asked["asked"].strip().lower() if asked["asked"].isupper() else asked["asked"].strip()
    told = _TOLD_ORDER.match(question) if asked["if"] else None
    stands = _TOLD_STATE.match(question)
    if stands is not None:
        verb = "are" if "r" in stands["is"] else "is"
        question = f"{verb} {stands['who']} {question[stands.end() :]}"
    elif told is not None:
        question = f"{'does' if told['who'].lower() in _SINGULAR else 'do'} {question}"
    waits = refused is not None and dialogue.pending is not None and dialogue.pending.kind in ("change", "cancel")
    before = "" if refused else f"{text[:start]} ".lstrip()
    return f"{'no. ' if waits else before}{question}?"


_ELSE = re.compile(
    r"\b(?:mov\w*|resched\w*|postpon\w*|push\w*|chang\w*|switch\w*|instead|rather|another|second|other"
    r"|free|open|openings?"
    r"|available|availability|book(?! ?keep)|hold|cancel\w*|until|till|til|by|deadline|latest|from|to|or|not)\b|\d/\d",
    re.I,
)
""" What may be wished of a day, or asked of another one."""
_DAY = (
    rf"(?:{WEEKDAY_STEMS})\w*|(?:{MONTH_STARTS})\w*\.? \d|\b\d{{1,2}}(?:st|nd|rd|th)\b|tomorrow|today"
    r"|tonight|week(?:end)?"
)
_FIRST = re.compile(r"[.!?\n;]")
_YES_OR_NO = re.compile(r"\byes or no\b", re.I)
_ANY_DAY = re.compile(rf"\b(?:{_DAY})\b", re.I)
_AND_AT = re.compile(r"\b(?:have|got) (?:us|me) (?:down )?(?:at|for)\b", re.I)
""" "We're all set for June 20, and you have us at 6?": both are compared with what stands."""
_CONFIRMS = re.compile(r"\b(?:confirm\w*|check\w*|mak(?:e|ing) sure|asking|wondering|verify\w*)\b", re.I)
_IS_ON = re.compile(r"\b(?:is|are)\W+$", re.I)
_BESIDE = re.compile(r"\b(?P<how>on|for|before|about|with)\W+(?:the )?$", re.I)


def _with_its_day(text: str, party: dict[str, Any]) -> str:
    """ "What do we get ready before saturday the 14th?", of a party on that day: before the party."""
    if _AND_AT.search(text):
        return text
    if not (_CONFIRMS.search(text) or any(asks(part) for _, part in clauses(fold(text)))):
        return text
    found = _its_day(date.fromisoformat(str(party["date"]))).search(text)
    if found is None:
        return text
    before, after = text[: found.start()], text[found.end() :]
    clause = before[max(map(before.rfind, ".!?\n;")) + 1 :] + _FIRST.split(after)[0]
    if _ELSE.search(_YES_OR_NO.sub("", clause)) or _ANY_DAY.search(before) or _ANY_DAY.search(after):
        return text
    if _IS_ON.search(before):
        return f"{before}the party{after}"
    beside = _BESIDE.search(before)
    if beside is None:
        return text
    if beside["how"].lower() == "on":
        return f"{before[: beside.start()].rstrip()}{after}"
    return f"{before[: beside.end('how')]} the party{after}"


def _its_day(day: date) -> "re.Pattern[str]":
    weekday, month = f"{day:%A}", rf"(?:{day:%B}|{day:%b})\.?"
    words = next((one for one in _ORDINALS if ordinal_to_int(one) == day.day), "")
    number = rf"(?:{day.day}(?:st|nd|rd|th)|{words})" if words else rf"{day.day}(?:st|nd|rd|th)"
    named = rf"(?:the )?(?:{number}(?: of {month})?|{month} (?:the )?(?:{number}|{day.day}))"
    return re.compile(rf"\b(?:(?:this )?{weekday},? )?{named}\b|\bthis {weekday}\b|\b{weekday}\b", re.I)


_ORDINALS = (
    *"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth".split(),
    *"fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
    *(f"twenty-{one}" for one in "first second third fourth fifth sixth seventh eighth ninth".split()),
    *("thirtieth", "thirty-first"),
)
