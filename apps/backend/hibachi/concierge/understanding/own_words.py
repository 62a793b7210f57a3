"""What people say of the party that they have, beside its name: they withdraw, put it off, ask what a move costs, keep one. Pure."""

from datetime import date, timedelta
from typing import Any

from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY, WEEKDAYS
from hibachi.language.openers import LED

_PARTY = (
    r"(?:party|parties|booking|reservation|event|dinner|lunch|date|slot|celebration|hibachi|chef|thing"
    r"|appointment|order|get[- ]?together)"
)
_WITHDRAWS = re.compile(
    r"\b(?:withdraw(?:ing|n)?|pull(?:ing)? out|back(?:ing)? out|step(?:ping)? back|rescind|revoke"
    r"|terminate|retract|annul|void|undo|scrap|scratch|nix|axe|drop|release|give up"
    rf"|call(?:ing)? off)\b[^.?!\n]{{0,25}}\b(?:my|our|the|this|that"
    rf"|from) (?:[\w']+ ){{0,3}}?{_PARTY}\b"
    r"|\b(?:no|isn'?t (?:a|any)|aren'?t (?:a|any)|won'?t be (?:a|any)|will not be (?:a|any)"
    r"|not (?:having|doing|holding|going (?:ahead|through|forward) with)(?: (?:a|any|the|our|this))?"
    r"|won'?t be (?:having|doing|needing)(?: (?:a|any|the"
    rf"|our))?) (?:\w+ )?{_PARTY}\b[^.?!\n]{{0,40}}\b(?:any ?more|any longer|after all|now|then)\b"
    rf"|\b(?:the|our|my|this|(?:\w+day|tomorrow|tonight)'s) (?:[\w']+ ){{0,3}}?(?:{_PARTY}|wedding"
    r"|engagement)(?: (?:that )?(?:we|i)(?:'ve| have| had)? (?:booked|planned"
    rf"|reserved)[^?!\n]{{0,45}}?)?(?: \([^()\n]{{2,24}}\)| (?:on|of|for) [\w ]{{2,20}}?)?,? (?:is|was"
    r"|has been|'s|got|will be|(?:has|will have|is going|needs|will need|had|must"
    r"|may have) (?:to )?be) (?:off|called off|cancell?ed|not (?:happening|taking place|going ahead)"
    r"|dead)\b"
    rf"|\b(?:the|our|my|this) (?:[\w']+ ){{0,3}}?(?:{_PARTY}|wedding)'?s (?:off|called off|cancell?ed"
    r"|dead)\b(?! (?:the|to|limits))"
    r"|\b(?:party|it|event|dinner|wedding)(?:'s| is|s)? (?:not|no longer) (?:happening|taking place"
    r"|going ahead|going to happen)\b|\b(?:can'?t|cannot|can not|won'?t|will not) happen\b"
    r"|\b(?:isn'?t|won'?t be|is not gonna be|ain'?t) (?:happening|taking place|going ahead)\b"
    r"|\b(?:no longer|don'?t|do not|won'?t) (?:need|be needing|require|want) (?:the|our|my|your"
    rf"|a) (?:{_PARTY}|services?)\b(?! (?:to|early|late|inside|for))"
    r"|\btake (?:us|me) off (?:the|your) (?:calendar|schedule|books?|list of)\b"
    r"|\b(?:won'?t|will not|are not|aren'?t|'re not|not going to|not gonna|can'?t"
    r"|cannot)(?: be)? (?:hav|host|do|hold|throw)(?:e|ing)? (?:the|our|my|that"
    rf"|this) (?:(?!(?:from|of|for|to|on|in)\b)[\w']+,? ){{0,4}}?{_PARTY}(?: (?:on|of"
    rf"|for) [\w, ]{{2,24}}?)?(?: (?:after all|any ?more|any longer|now|then))?(?=\s*(?:[.,;!\n]|$"
    r"| because| since| so | as | due))"
    r"|\b(?:remov(?:e|ing)|delet(?:e|ing)|eras(?:e|ing)|strik(?:e|ing)|tak(?:e|ing) down) (?:the|our"
    rf"|my|that|this) (?:(?!(?:from|of|for|to|on|in)\b)[\w']+,? ){{0,4}}?(?:booking|reservation|party"
    r"|event|appointment)\b(?! (?:fee|size|name|favor))"
    r"|\btak(?:e|ing) (?:it|that|this|us|me"
    rf"|(?:the|our|my) (?:(?!(?:from|of|for|to|on|in)\b)[\w']+,? ){{0,4}}?{_PARTY}) off (?:the|your"
    r"|of your) (?:books?|calendar|schedule|list|system)\b"
    r"|\b(?:no longer|don'?t|do not|won'?t)(?: be)? (?:need(?:ing)?|require|want) (?:you|u|the chef"
    rf"|a chef|you guys|y'?all)(?: guys)?(?: on (?:the )?[\w, ]{{2,24}}?)?(?: (?:any ?more|any longer"
    r"|after all|now|then))(?=\s*(?:[.,;!\n]|$| because| since| so | as | due))"
    r"|(?<!if you )\b(?:need|needs|want|like|have|get|see)(?: to (?:have|get|see))? (?:the|our|my"
    rf"|this) (?:[\w'/]+ ){{0,4}}?{_PARTY}(?: (?:on|of"
    rf"|for) (?:the )?[\w/ ]{{2,20}}?)? (?:to be )?(?:cancell?ed|called off|taken off|withdrawn)\b"
    r"|\b(?:give|free|open|let|release|offer) (?:up |go of |go )?(?:the|our|my|that) (?:date|slot"
    r"|spot|time|day|reservation|booking) (?:up|go|back|to (?:some(?:one|body)|another|an?other))\b"
    rf"|\b(?:the|our|my|this) (?:[\w']+ ){{0,3}}?{_PARTY} (?:fell through|has fallen through"
    r"|is a no[- ]?go|isn'?t on any ?more|falls through)\b"
    r"|\b(?:broke up|split up|breaking up|getting divorced"
    rf"|called off the wedding)\b[^.?!\n]{{0,40}}\b(?:no (?:party|wedding|more|longer|event|dinner)"
    r"|not (?:having|doing|going|happening|getting)|off|cancel\w*|without|anymore)\b",
    re.I,
)
_PUTS_OFF = re.compile(
    r"\b(?:postpon\w*|reschedul\w*|put(?:ting)? (?:it|the party|our party|everything|things) off|push\w*"
    r"|mov(?:e|ing)|delay\w*|shift\w*)\b",
    re.I,
)
_DAY_OPEN = re.compile(
    r"\b(?:don'?t|do not|dont|not|no) (?:\w+ )?(?:know|sure|certain|idea|decided|yet|clue|new date)\b"
    r"|\b(?:unknown|tbd|indefinitely|some ?time later|to be (?:decided|determined|announced)"
    r"|no (?:new )?date|later date|another time|figure out when|not sure (?:to )?when|when exactly)\b",
    re.I,
)
_MOVE = (
    r"(?:mov(?:e|ed|ing)|resched\w*|postpon\w*|push\w*|shift\w*"
    r"|chang\w* (?:the |our |my )?(?:date|day|time)|switch\w* (?:the |our )?(?:date|day|time)"
    r"|another (?:date|day))"
)
_COSTS = r"(?:costs?|charged?|charges?|fees?|free|pay(?:ing)?|penalt(?:y|ies)|extra|price|expensive|lose|money)"
_MOVE_COSTS = re.compile(
    r"\b(?:can|could|may|do|does|will) (?:i|we"
    rf"|you)\b[^.?!\n]{{0,20}}\b{_MOVE}\b[^.?!\n]{{0,25}}\b(?:for free"
    r"|without (?:a |any )?(?:fee|charge|penalty|cost))\b"
    rf"|\b{_MOVE}\b[^.!\n]{{0,70}}\b{_COSTS}\b[^.!\n]{{0,25}}\?"
    rf"|\bhow much\b[^.?!\n]{{0,20}}\bto {_MOVE}\b"
    r"|\b(?:how much|what|is there|are there|any|do|does|would|will"
    rf"|is)\b[^.?!\n]{{0,25}}\b{_COSTS}\b[^.?!\n]{{0,40}}\b{_MOVE}\b",
    re.I,
)
_ASKS_FEE = re.compile(
    r"\b(?:pay|owe|charged?|is there|be|cost\w*|have)\b[^.?!\n]{0,20}\b(?:the|that|a|any|another"
    r"|no) (?:\$?\d{2,4}(?: dollars?| bucks)? )?(?:fee|penalty)\b[^.!\n]{0,20}\?",
    re.I,
)
""" "Would we have to pay the 200 fee?" of a party that stands: the fee of a move, since that is the one it can have."""
_MONTH_OR_DAY = (
    rf"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|{WEEKDAY})(?: \d{{1,2}}(?:st|nd|rd|th)?)?"
)
_KEPT = re.compile(
    r"\b(?:(?:we|i|we'?d|we'?ll|i'?ll)(?: (?:still|will|would|want to|like to))* )?(?:keep(?:ing)?"
    r"|leave|hold on to|not cancel(?:l?ing)?|don'?t (?:cancel|touch|move)|stay with|still want"
    rf"|not) (?:(?:the|our|my) |(?={_MONTH_OR_DAY}\b))[^.,;!?\n]{{0,40}}"
    rf"|\b(?:(?:the|our|my) [\w' ]{{2,25}}|{_MONTH_OR_DAY}(?: one| party| booking)?) (?:stays?"
    rf"|remains?|should stay|can stay|is (?:fine|still on|not affected))\b[^.,;!?\n]{{0,20}}",
    re.I,
)
_NO = re.compile(
    r"\b(?:no+|nope|nah|not|don'?t|dont|do not|won'?t|keep|keeping|leave it|never ?mind|nvm|wait"
    r"|hold on|hang on|stop|stay|rather not|instead of that|find a way|changed my mind|undo)\b",
    re.I,
)
_NO_OBJECTION = re.compile(
    r"\bno (?:problem|worries|rush|extras?|kids|children|questions?|need|thanks?|thank you"
    r"|hard feelings|other changes?|doubt"
    r"|(?:further |other |more )?(?:complaints?|objections?|issues?|hurry|big deal|harm|offen[cs]e"
    r"|(?:other )?(?:choice|option|way)))\b|\bnot (?:your|anybody'?s|anyone'?s) fault\b"
    r"|\bnot (?:a|any) (?:problem|issue|big deal)\b|\bwhy not\b"
    r"|\b(?:can'?t|won'?t|not) (?:come|make it|be there|going to (?:happen|make it))\b"
    r"|\bnot (?:happening|sure why)\b|\bdo not (?:worry|mind)\b|\bdon'?t (?:worry|mind)\b",
    re.I,
)


def withdraws(text: str) -> bool:
    """Whether a party is given up in other words than "cancel"."""
    return bool(_WITHDRAWS.search(text))


_MUST_CANCEL = re.compile(
    r"(?<!if )(?<!when )\b(?:we|i)(?:'ve|'re|'ll"
    r"|'m)?(?: (?:unfortunately|sadly|now|really|will|do|are|am|have|had|need|must|got|gotta|going"
    r"|decided|afraid|forced|sorry))*(?: to)? (?:cancel|call off"
    r"|withdraw)\b(?! (?:by|on|before|within|after|if)\b)[^.?!\n]{0,60}(?:[.!:;,\n]|\bbecause\b"
    r"|\bsince\b|$)",
    re.I,
)
_ONLY_SUPPOSED = re.compile(
    r"\b(?:if|in case|suppose|should|may|might|can|could|when|until|what happens)\b[^.?!\n]{0,20}$", re.I
)


def must_cancel(text: str) -> bool:
    """Whether a party is given up for sure, whatever is asked beside it: "we have to cancel. If I do it today, is it gone?"."""
    said = _MUST_CANCEL.search(text)
    return said is not None and not _ONLY_SUPPOSED.search(text[: said.start()])


_ASKS_MOVE = re.compile(
    r"\b(?:can|could|may|would|want to|like to|wanna|let'?s|need to|please"
    r"|rather)\b[^.?!\n]{0,25}\b(?:move it|resched\w*|postpone|push (?:it|back)|shift it|switch"
    r"|another (?:day|date|time|weekend)|different (?:day|date|time|weekend))\b",
    re.I,
)


def asks_to_move(text: str) -> bool:
    """Whether another day is asked for beside words that give this one up: "we can't have the party, can we move it?"."""
    return bool(_ASKS_MOVE.search(text))


_MOVE_BY = re.compile(
    rf"\b{_MOVE}\b[^.?!\n]{{0,20}}\b(?:twice|more than once"
    r"|(?:two|three|several|many|unlimited|[2-9]) times)\b"
    rf"|\bhow (?:often|many times)\b[^.?!\n]{{0,25}}\b{_MOVE}\b"
    r"|\b(?:until when|till when|til when|by when|up to when|how late|how long before|how close"
    r"|(?:what'?s? (?:is )?|when'?s? (?:is )?)?the (?:latest|last (?:day|date|moment|chance|minute))"
    rf"|deadline|cut ?-?off)\b[^.?!\n]{{0,45}}\b{_MOVE}\b(?! (?:it |the party |our party )?to\b)",
    re.I,
)
_FOR_MONEY = re.compile(
    r"\b(?:for|pay(?:ing)?|not|no,?|another"
    r"|extra)\s+\$?\d{3,4}(?: (?:more|extra|dollars|bucks))?\b(?! (?:people|guests|adults|kids"
    r"|children|ppl|persons|of us))",
    re.I,
)


def declines_price(text: str) -> bool:
    """Whether what was shown is declined for what it costs: "for 200 no", "not for 200 more"; no guests are counted."""
    return bool(_FOR_MONEY.search(text) and _NO.search(text))


_DO_IT_NOW = re.compile(
    r"\b(?:want|need) (?:it|this|that) (?:fixed|changed|done|corrected|updated|moved)\b"
    r"|\b(?:make|get) (?:it|this) (?:right|done|fixed)\b|\b(?:just )?fix (?:it|this|that)\b",
    re.I,
)


def wants_it_done(text: str) -> bool:
    """ "No, I want it fixed now": what was shown is wished, whatever word stands in front."""
    return bool(_DO_IT_NOW.search(text)) and "?" not in text


_OTHER_START = re.compile(r"\b(?:another|a different|some other) (?:time|start|slot|hour)\b", re.I)


def asks_of_moving(text: str) -> bool:
    """Whether a text asks what a move costs or until when it is free, or puts off without a day: the policy answers."""
    return bool(_MOVE_COSTS.search(text) or _MOVE_BY.search(text) or asks_fee(text)) or bool(
        _PUTS_OFF.search(text) and _DAY_OPEN.search(text) and not _OTHER_START.search(text)
    )


def asks_fee(text: str) -> bool:
    """Whether a text asks for a fee without a word of what for."""
    return bool(_ASKS_FEE.search(text))


def asks_if_free(text: str) -> bool:
    """ "Is that free?", which beside a move that was shown asks what it costs."""
    return asks_fee(text) or bool(_IF_FREE.fullmatch(text))


_IF_FREE = re.compile(
    rf"{LED}(?:is|would) (?:that|it|this|the (?:move|change)|changing it"
    r"|moving it)(?: be)?(?: still)? (?:for )?free(?: of charge)?\W*",
    re.I,
)
_MUST_GO = re.compile(
    r"\b(?:needs? to|has to|have to|had to|should|must|gotta|got to) (?:please )?(?:go (?:to|on)"
    r"|become|be (?:on|moved|shifted)|move)\b",
    re.I,
)


def must_go(text: str) -> bool:
    """Whether a party has to go to another day: "the June one needs to go to the 20th"."""
    return bool(_MUST_GO.search(text))


def puts_off(text: str) -> bool:
    """Whether a text puts a party off or moves it."""
    return bool(_PUTS_OFF.search(text))


_UNTIL = re.compile(
    r"\b(?:until|till|til|by) (?:when|what)|\bhow (?:late|long|close)\b"
    r"|\b(?:deadline|latest|last (?:day|moment|minute|time))\b"
    r"|\bwhen(?: do| must| should| would| at the latest)\b[^.?!\n]{0,12}\b(?:tell|let|say|decide|know)\b"
    r"|\bcan (?:i|we) (?:still )?(?:decide|tell you|let you know)\b",
    re.I,
)


def asks_until(text: str) -> bool:
    """Whether a text asks until when something can be done."""
    return bool(_UNTIL.search(text))


def steps(text: str) -> bool:
    """Whether a number of days, weeks or hours is named by which something moves: "by 2 weeks"."""
    return (
        bool(re.search(r"\bby (?:\w+ ){1,2}(?:hours?|days?|weeks?|months?)\b", text, re.I))
        or shift_of(text) is not None
    )


def without_kept(text: str, own: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """The text without what is to stay ("we keep the July party"), and the parties without those it names."""
    kept = " ".join(found.group() for found in _KEPT.finditer(text))
    if not kept:
        return text, own
    rest = [one for one in own if not _named(kept, one)]
    return _KEPT.sub(" ", text), rest or own


def _named(text: str, party: dict[str, Any]) -> bool:
    day = date.fromisoformat(str(party["date"]))
    return bool(re.search(rf"\b(?:{day:%B}|{day:%b}|{day:%A}|{day.day}(?:st|nd|rd|th)?)\b", text, re.I))


def objects(text: str) -> bool:
    """Whether a word of a no stands in a text, for whatever it is: nothing that cannot be undone is done then."""
    return bool(_NO.search(_NO_OBJECTION.sub(" ", text)))


def unmistakable(frame: Frame) -> bool:
    """A yes to something that cannot be undone: plain or firm, nothing left open, and no word of a no beside it."""
    plain = frame.answer == "yes" and frame.strength != "weak" and not (frame.conditional or frame.doubted)
    return plain and not objects(frame.text)


# -- moves that are told from where the party stands -------------------------------------------------------------

_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "half an": 0.5,
    "another": 1,
    "couple": 2,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "fortyfive": 45,
}
_STEP = re.compile(
    r"(?<!to )(?<!on )(?<!for )\b(?P<n>half an|an?|one|two|three|four|ten|fifteen|twenty|thirty"
    r"|forty[- ]?five|another|couple(?: of)?|\d{1,2}) (?P<unit>hour|hr|day|week|month|minute"
    r"|min)s?\b(?! (?:before|from now|notice|ago|in advance|ahead of|prior))",
    re.I,
)
_MOVES = re.compile(
    r"\b(?:earlier|later|sooner|back|forward|out|up"
    r"|by (?:an?|one|two|three|four|\d+) (?:hours?|days?|weeks?|months?)|push\w*|mov(?:e|ing)|postpone"
    r"|delay|shift|bump|start)\b",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:earlier|sooner|bring (?:it |the party |our party )?forward|(?:mov\w+|bump|push)\b[^.?!\n]{0,15}\bup)\b", re.I
)
_NEXT_DAY = re.compile(r"\b(?:the )?(?:next day|day after|following day)\b(?! tomorrow)", re.I)
_DAY_BEFORE = re.compile(r"\b(?:the )?(?:day before|previous day|prior day)\b", re.I)
_WEEK_AFTER = re.compile(r"\b(?:the )?(?:week(?:end)? after|following week(?:end)?)\b", re.I)
_WEEK_BEFORE = re.compile(r"\b(?:the )?(?:week(?:end)? before|previous week(?:end)?)\b", re.I)


def shift_of(text: str) -> tuple[int, int] | None:
    """A move from where the party stands, in days and minutes: "an hour earlier" is (0, -60)."""
    for pattern, days in ((_NEXT_DAY, 1), (_DAY_BEFORE, -1), (_WEEK_AFTER, 7), (_WEEK_BEFORE, -7)):
        if pattern.search(text):
            return days, 0
    step = _STEP.search(text)
    if step is None or not _MOVES.search(text):
        return None
    said = re.sub(r" of$", "", step["n"].lower())
    number = _NUMBERS.get(re.sub(r"(?<=forty)[- ]", "", said)) or int(said)
    sign = -1 if _EARLIER.search(text) else 1
    unit = step["unit"].lower()
    if unit.startswith(("hour", "hr", "min")):
        return 0, int(sign * number * (1 if unit.startswith("min") else 60))
    return int(sign * number * {"day": 1, "week": 7, "month": 28}[unit]), 0


_BESIDE = re.compile(
    r"\b(?:the )?(?:(?P<one>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? (?P<way>after"
    r"|before)(?: that| it| ours)?(?! \d"
    r"| (?:noon|lunch|dinner|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|christmas|thanksgiving|new))"
    r"|(?P<side>following|next|previous) (?P<two>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?"
    r"|sun)(?:day)? (?:after|from) (?:that|it|ours))\b",
    re.I,
)


def weekday_beside(text: str, party: date) -> date | None:
    """ "The Saturday after": counted from the day that the party has."""
    said = _BESIDE.search(text)
    if said is None:
        return None
    weekday = next(n for n, name in enumerate(WEEKDAYS) if name.startswith((said["one"] or said["two"])[:3].lower()))
    if (said["way"] or "").lower() == "before" or (said["side"] or "").lower() == "previous":
        return party - timedelta(days=(party.weekday() - weekday) % 7 or 7)
    return party + timedelta(days=(weekday - party.weekday()) % 7 or 7)
