"""The day and the time that a message wishes: candidates, what is wrong with them, and what is only talk of the past."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hibachi.concierge.understanding import as_it_stands, day_choices, open_days_asked, other_days, start_windows
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.concierge.understanding.words import Words
from hibachi.kit import lazy_re as re
from hibachi.language.dates import DateMention, chosen
from hibachi.language.day_names import WEEKDAY
from hibachi.language.spans import Span, fold
from hibachi.language.time_mentions import TimeMention
from hibachi.language.time_rules import minute_of_day
from hibachi.language.times import Times
from hibachi.policies.schemas import Profile

_TO_THIS_DAY = (
    r"(?:(?!\b(?:can|could|please|pls|now|let'?s|i'?d|we'?d|wants?|needs?|move|make|switch"
    r"|is (?:it|that|there)|would|will|any chance|(?:how|what) about)\b)[^.!?\n]){0,40}$"
)
"""Up to a date, with no turn to what is wished now: "my boss did it again, can it be the 25th"."""
_PAST = re.compile(
    r"\b(?:did|came|had(?! (?:in mind|hoped|thought|planned|wanted|our (?:eyes?|hearts?)"
    r"|been (?:thinking|hoping|looking|planning|considering)))|catered|cooked for|last(?! time\b)"
    r"|(?:was|were)(?! (?:just |only |really |also )?(?:looking|thinking|hoping|wondering|planning"
    r"|considering|eyeing|wanting|interested|going to|gonna))|ago|back in|loved|went|used to)\b"
    rf"{_TO_THIS_DAY}|\bused to\b[^.!?\n]*$"
    r"|\b(?:passed(?: away)?|died|got sick|fell (?:ill|sick)|lost (?:my|our|his|her)|broke|happened|cancell?ed on)\b"
    rf"{_TO_THIS_DAY}",
    re.I,
)
_ERRAND = re.compile(
    r"\b(?:(?:if|when|once|unless) (?:i|we|you|they)(?: \w+){0,2} (?:book|reserve|order|sign)"
    r"|(?:that'?s|that is|that was) (?:all|it"
    r"|everything)(?: (?:i|we))?(?: (?:need(?:ed)?|want(?:ed)?|had|have"
    r"|wondered))?(?: to know)?(?: for)?"
    r"|(?:thanks|thank you|thx|bye|goodbye|enough|done|good|questions?|help|chat)(?: for)?"
    r"|(?:pay|paid|due|owed?|charged?|call|text|e-?mail|reply|answer|confirm|decide|tell|talk|speak"
    r"|ask|let (?:me|you|us) know|get back|hear back|deposits?))"
    r"(?: (?:it|this|that|you|me|us|to|now|up|back|in full|online|again|the deposit|a deposit"
    r"|the (?:rest|balance|remainder)|anything|something|already|right|any(?: of it)?"
    r"|part(?: of it)?))*(?: by| before| until| sometime)? $",
    re.I,
)
_ERRAND_BY = re.compile(
    r"\b(?:let (?:you|u|ya|me|us) know|tell (?:you|u|me|us)|get back to (?:you|u|me|us)"
    r"|hear back(?: from (?:you|u))?|decide|confirm|know(?: for sure)?|answer"
    r"|pay(?: (?:it|the (?:deposit|rest|balance)))?|send (?:it|the deposit)|due|final"
    r"|(?:call|text|e-?mail) (?:you|u|me|us)(?: back)?)"
    r"(?: (?:for sure|back|that|it|about it|later|at the latest|sometime))* (?:by|before|until|till"
    r"|no later than) (?:the |this |next )?$"
    r"|\b(?:let (?:you|u|ya) know|get back to (?:you|u)"
    r"|(?:call|text) (?:me|us) back)(?: (?:for sure|about it|later|sometime))*(?: on)? (?:the |this "
    r"|next )?$",
    re.I,
)
""" "Can I let you know by Friday?": until when somebody decides or pays."""
_TALKED = re.compile(
    r"\b(?:i'?ll|i will|we'?ll|we will|let me|lemme|gonna|going to|need to|have to|want to|i can"
    r"|i should|gotta|i|we)(?: \w+){0,2} (?:talk|speak|ask|check|discuss|call|text|think|decide"
    r"|get back|let (?:you|u) know|confirm|sleep|see|meet|run it by|chat|message"
    r"|know)\b(?:(?!\bbut\b|\b(?:can|could|would) (?:a|the|you|someone|somebody"
    r"|your)\b)[^.?!\n]){0,30}$"
    r"|\b(?:cancell?ed|bailed|told|called|texted|said|heard|found out|learned|decided|dropped out"
    r"|changed (?:his|her|their) minds?)(?: (?:me|us|on us|on me|it|just|out|only))* $",
    re.I,
)
"""Before "today" or "tonight": what somebody does or did then, no day of a party."""
_NEAR = re.compile(r"(?:today|tonight|tomorrow|tmrw)(?: morning| afternoon| evening| night)?", re.I)
_GONE = re.compile(r"(?:yesterday|last night)(?: (?:morning|afternoon|evening|night))?", re.I)
_WISHED = re.compile(
    r"\A(?!.*\b(?:was|were|had|did|got|told|said|saw|called|wrote|sent|asked|texted|quoted|came|went"
    r"|threw|since|about|from)\b).*\b(?:party|dinner|hibachi|booking|chef|adults|guests|people)\W*\Z",
    re.I | re.S,
)
""" "A party yesterday, 12 adults": the day that is meant, which is said to be over; no story of one that was."""
_IS_DAY = re.compile(r"\b(?:for|on|date is|day is|party is|it'?s|book|move it to|from)\W*$", re.I)
_DINNER = re.compile(r"\b(?:dinner|supper)(?: ?time)?\b", re.I)
_ORDINAL_OF = re.compile(
    r"\s*(?:one(?! (?:in the|p\.? ?m|a\.? ?m|o'? ?clock|thirty|fifteen))|proteins?|portions?|time"
    r"|option|choice|person|guest|kid|child|party|thoughts?|look|glance|opinion|helpings?|round"
    r"|chance)\b"
)
DINNER_HOURS = (17, 20)
"""Whoever says dinner means a start from the first of these hours on, before the second."""


def wished(words: Words, topics: tuple[str, ...], dialogue: Dialogue) -> tuple[tuple[DateMention, ...], Times]:
    """Days and times of a message; whoever looks for a restaurant that is open tonight, or asks whether dinner costs more than lunch, plans none."""
    if "comes_to_you" in topics or ("same_every_day" in topics and not words.days):
        return (), Times((), False, False)
    return other_days.without(words.days, words.times, words.text, dialogue)


def read(
    days: tuple[DateMention, ...], times: Times, folded: str, profile: Profile, now_local: datetime
) -> dict[str, object]:
    """The fields of a frame about day and time. now_local: the clock of the party's zone."""
    kept = tuple(
        mention
        for mention in days
        if not (
            _is_past_talk(mention, folded)
            or _is_errand(mention, folded)
            or _is_gone(mention, folded)
            or _is_talked(mention, folded)
            or _GONE_AFTER.search(folded[: mention.span.start])
            or _is_beside_it(mention, folded)
            or _is_ordinal(mention, folded)
            or _is_any_weekend(mention, folded)
        )
    )
    kept = tuple(_if_loose(mention) for mention in kept if not (_is_its_name(mention, kept) or _is_any_day(mention)))
    open_to_wish = as_it_stands.days_wished(kept, folded)
    wanted = chosen(open_to_wish)
    looked_in = open_days_asked.stretch(folded, kept)
    wanted = looked_in or wanted
    problem = _problem(wanted)
    either = () if looked_in else day_choices.either(open_to_wish, folded)
    turned_down = _turned_down(times, profile)
    slots = tuple(one for one in profile.booking.slots if one not in turned_down)
    wished_times = as_it_stands.times_wished(times.mentions, folded)
    times = replace(
        times,
        mentions=tuple(one for one in wished_times if not (_of_another_thing(one, folded) or _of_a_story(one, folded))),
    )
    if len(either) > 1 and len({one.among(slots) or one.candidates for one in times.mentions if one.candidates}) > 1:
        times = replace(times, mentions=())  # each day has a start of its own: asked for once the day is chosen
    open_month = wanted is not None and not wanted.candidates and wanted.kind in ("month", "range", "weekend")
    taken = wanted.candidates if wanted is not None and not problem and not wanted.past else ()
    return {
        "dates": either or taken,
        "other_dates": tuple(
            day for mention in kept if mention is not wanted or mention.role == "from" for day in mention.candidates
        )
        if not either
        else (),
        "date_problem": problem,
        "date_said": _said(wanted, kept, either),
        "month": wanted.first if wanted is not None and open_month else None,
        "month_last": wanted.last if wanted is not None and not wanted.candidates else None,
        **(_such_a_day(folded, now_local) if wanted is None else {}),
        "times_not": turned_down,
        **_starts(times, kept, folded, profile, slots, now_local),
    }


def _is_any_day(mention: DateMention) -> bool:
    """ "The saturday after our anniversary", "every other friday": no day that anybody here could tell."""
    return mention.approximate and mention.kind in ("weekday", "holiday", "relative") and mention.first is None


def _if_loose(mention: DateMention) -> DateMention:
    """A day that is told only loosely, as the days around it, which are asked about: "in a few weeks", "within ten days".

    "June 20ish" stays that day: it is named to the customer before anything is done.
    """
    loose = mention.approximate and mention.kind == "relative"
    return replace(mention, kind="range", candidates=()) if loose else mention


def _turned_down(times: Times, profile: Profile) -> tuple[time, ...]:
    """The starts of ours that a message does not want: "anything but noon"."""
    slots = profile.booking.slots
    return tuple(slot for one in times.mentions if one.role == "not" and one.candidates for slot in one.among(slots))


def _said(wanted: DateMention | None, kept: tuple[DateMention, ...], either: tuple[date, ...]) -> str | None:
    """The words of the day; of a choice those that name the month for all ("nov 14 or 15")."""
    of_choice = [one for one in kept if set(one.candidates) & set(either) and one.kind == "exact"]
    longest = max(of_choice, key=lambda one: len(one.span.text), default=wanted)
    return longest.span.text if longest is not None else None


_GONE_AFTER = re.compile(
    r"\b(?:leave|off|here|in town|visiting|at home|around|on vacation|staying"
    r"|stays)\b[^.?!\n]{0,12}\b(?:till?|'til|until|thru|through) (?:the |this |next )?$"
    r"|\b(?:flies|fly|flying|leaves|goes|going|heads|heading|ships|drives) (?:out|back|home"
    r"|away)(?: again)?(?: on)? (?:the |this |next )?$"
    r"|\b(?:i'?m|i am|she'?s|she is|(?:wife|sister|daughter|baby|cousin|friend)(?:'s"
    r"| is)?) due (?:(?:in|on|around|by|early|late|mid|the|end|of|beginning|any day) )*$",
    re.I,
)
""" "My brother only has leave till sunday": until when somebody is there, no day of a party."""


_GRATIS = re.compile(r"\b(?:is|are|was|were)(?: all| totally)? free(?: for| all| of| in| during)* (?:the )?$", re.I)
""" "Lobster is free this month": since when something costs nothing."""
_BESIDE_IT = re.compile(r"\b(?:after|before)(?: the)? $", re.I)


def _is_beside_it(mention: DateMention, folded: str) -> bool:
    """ "Again after Thanksgiving", "sometime before May 10": that day itself is none of those that are meant."""
    before = folded[: mention.span.start]
    if mention.kind in ("month", "range", "weekend") and _GRATIS.search(before):
        return True
    return mention.kind in ("holiday", "exact", "relative") and bool(_BESIDE_IT.search(before))


_THE_DAY = re.compile(r"\b(?:for|(?<!end )of|during|throughout) the day\b(?! (?:after|before|of|in|that|when)\b)", re.I)


def days_of_the_party(text: str) -> list[Span]:
    """ "What remains to pay for the day": the party's own day, whichever that is."""
    return [Span(*match.span(), match.group()) for match in _THE_DAY.finditer(text)]


_ANSWER_COMES = re.compile(
    r"\b(?:i|we|he|she|they)(?:'?ll| will| should| can| might"
    r"|'d) (?:(?:only|probably|definitely|prob|just|then) )?(?:know(?: for sure| more| better)?"
    r"|find out|tell (?:you|u)|let (?:you|u) know|text (?:you|u)|get back(?: to (?:you|u))?"
    r"|circle back|check back|be in touch"
    r"|write (?:you |u )?(?:again|back))\b(?P<when>[^.?!,;\n]{2,30})",
    re.I,
)


_FOLLOW_UP = re.compile(
    r"\b(?:(?:check (?:back|in)|follow(?:ing)? up|circle back|touch base|get back)(?: (?:with|to) (?:me|us))?"
    r"|(?:message|msg|text|write|remind|ping|contact|e-?mail|call|ask|try) (?:me|us))"
    r"(?: (?:again|back|about (?:it|this|that)|then|maybe))*"
    rf"(?P<when>(?: (?:on|this|next|by|around|sometime|the|coming|in|until|like))* (?:{WEEKDAY}"
    r"|tomorrow|tmrw|tonight|today"
    r"|week|weekend|month|(?:a |an |\d+ |a couple (?:of )?|a few |two |three )?(?:days?|weeks?|hours?))"
    r"(?: (?:morning|afternoon|evening|night|after \d+|at \d+))*)\b",
    re.I,
)


def of_an_answer(text: str) -> list[Span]:
    """ "I'll know for sure next monday": the day of an answer, not of the party."""
    return [
        Span(*match.span("when"), match["when"])
        for pattern in (_ANSWER_COMES, _FOLLOW_UP)
        for match in pattern.finditer(text)
    ]


_WHEN_BACK = re.compile(
    r"\W*(?:(?:maybe|probably|how about|say|by|on|in|like|around|about|ok|okay|sure|try|me|next|this|the|again|please|sometime"
    r"|later|let'?s say|um+|uh+|hmm+|yes|yeah|perhaps|check(?: back)?|then|coming)\W+)*"
    rf"(?:tomorrow|tmrw|tonight|today|{WEEKDAY}|(?:an?|one|two|three|four|\d{{1,2}}|a few|few|a couple(?: of)?|couple(?: of)?)"
    r" (?:days?|weeks?|hours?)|week|weekend|month|(?:after|over) the weekend"
    r"|(?:end|middle|beginning|start) of (?:the|next|this) (?:week|month))"
    r"(?:\W+(?:morning|afternoon|evening|night|or so|ish|please|is (?:good|fine|ok|okay|better|best)|works|maybe|sometime|would work"
    r"|would be (?:good|fine|great|best)|thanks?|thank you|if that'?s ok))*\W*"
    r"|\W*(?:(?:no need|don'?t worry|you don'?t have to|no worries|nah?|ok(?:ay)?|thanks)\W+)*(?:i|we)(?:'?ll| will) (?:just )?"
    r"(?:write|text|message|msg|reach out|get back|let (?:you|u) know|come back|contact|be in touch|check back|circle back|know)"
    r"\b[^?\n]{0,50}"
)
CHECK_BACK = "check_back"
"""What the next message may answer once we asked when to write again."""


def when_back(text: str, dialogue: Dialogue) -> list[Span]:
    """ "Friday", "in a few days", to "When should I check back with you?": no day of the party."""
    asked = CHECK_BACK in dialogue.expecting
    return [Span(0, len(text), text)] if asked and _WHEN_BACK.fullmatch(fold(text)) else []


_A_UNIT = re.compile(r"(?:an?|one|\d{1,2}|\w+) (?:days?|weeks?|wks?|months?|fortnights?)", re.I)


_HOURS = re.compile(r"(?:an?|one|two|half an|\d{1,2}) (?:hours?|hrs?|h|minutes?|mins?)", re.I)
_IN_BEFORE = re.compile(r"\bin (?:about |like |around )?$", re.I)
_UNIT_BEHIND = re.compile(r" ?(?:days?|weeks?|wks?|months?|fortnights?) (?:from|after|before|later|ago|out)\b", re.I)


def beside_days(claimed: list[Span], text: str) -> list[Span]:
    """The spans that are surely no days: "one week" of "one week from today" is a thing of its own elsewhere alone."""
    return [span for span in claimed if not _tells_a_day(span, text)]


def _tells_a_day(span: Span, text: str) -> bool:
    ahead = _HOURS.fullmatch(span.text.strip()) and _IN_BEFORE.search(text[: span.start])
    return bool(ahead or _A_UNIT.fullmatch(span.text.strip()) or _UNIT_BEHIND.match(text, span.end))


def _is_its_name(mention: DateMention, others: tuple[DateMention, ...]) -> bool:
    """ "May eighth, the second saturday": the weekday of a day that is told by its date."""
    exact = {one.candidates[0].weekday() for one in others if one.kind == "exact" and len(one.candidates) == 1}
    bare = (
        mention.kind == "weekday" and mention.role == "on" and len({day.weekday() for day in mention.candidates}) == 1
    )
    return bare and len(exact) == 1 and mention.candidates[0].weekday() in exact


_ANOTHER_THING = re.compile(
    r"\b(?:earlier|sooner) than (?:at )?$"
    r"|\b(?:lands?|landing|too (?:hot|cold|sunny|bright|dark|warm|early|late)"
    r"|(?:flight|plane|train|bus)(?: is| gets in| arrives| comes in| leaves)?"
    r"|gets? off(?: of)?(?: work)?|off work|go(?:es)? to bed|bed ?time(?: is)?|in bed|naps?"
    r"|(?:church|school|mass|service|ceremony|(?:ball |soccer |football )?game|match|recital|practice"
    r"|shift|work|meeting|class)(?: is| are| ends| lets out| gets out| starts| finishes| is over"
    r"| until| till)?|wakes? up|gets? home(?: from work)?)"
    r"(?: (?:only|just|usually|not|out|over|done))*(?: the (?:\d{1,2}(?:st|nd|rd|th)?|\w+day))? (?:at"
    r"|by|around|about|until|till|from|till about|like|before) $",
    re.I,
)
""" "My flight lands at 3 so 6 please": the hour of something else."""


def _of_another_thing(mention: TimeMention, folded: str) -> bool:
    return bool(_ANOTHER_THING.search(folded[max(0, mention.span.start - 60) : mention.span.start]))


_STORY = re.compile(
    r"\b(?:years?|months?|weeks?|days|ages|ago) ago\b"
    r"|\blast (?:year|summer|winter|spring|fall|month|week|time)\b|\blast night\b|\byesterday\b"
    r"|\bback (?:in|then)\b|\b(?:once|used to)\b"
)
""" "We had a hibachi dinner years ago": a meal of a story, no part of the day that is wished."""


def _of_a_story(mention: TimeMention, folded: str) -> bool:
    begins = max((folded.rfind(end, 0, mention.span.start) for end in ".?!\n"), default=-1) + 1
    ends = min((at for end in ".?!\n" if (at := folded.find(end, mention.span.end)) >= 0), default=len(folded))
    return not re.search(r"\d", mention.span.text) and bool(_STORY.search(folded, begins, ends))


def _is_talked(mention: DateMention, folded: str) -> bool:
    near = _NEAR.fullmatch(mention.span.text) or mention.kind == "weekday"
    return bool(near) and bool(_TALKED.search(folded[max(0, mention.span.start - 60) : mention.span.start]))


def _here(said: TimeMention | None, now_local: datetime) -> TimeMention | None:
    """A time with a zone on the clock of the party; the time as it was said stays a reading, so that we ask."""
    if said is None or said.zone is None:
        return said
    there = said.on_clock_of(now_local)
    return replace(there, candidates=tuple(dict.fromkeys([*there.candidates, *said.candidates])))


def _starts(
    times: Times,
    days: tuple[DateMention, ...],
    folded: str,
    profile: Profile,
    slots: tuple[time, ...],
    now_local: datetime,
) -> dict[str, object]:
    """The start that is told, or those that "after 4" or "done by 9" leaves where no other start is told."""
    rules = profile.booking
    left = start_windows.find(folded, slots, rules.duration_minutes, tuple(day.span for day in days))
    if left is None:
        return _times(_here(times.chosen, now_local), folded, slots)
    told = [one for one in times.mentions if one.candidates and one.role in ("at", "to") and one.zone is None]
    outside = [one for one in told if not any(one.span.overlaps(span) for span in left.spans)]
    if not outside and not any(one.zone for one in times.mentions):
        return {"times": left.starts, "time_part": None}
    kept = [one for one in times.mentions if not any(one.span.overlaps(span) for span in left.bounds)]
    times = replace(times, mentions=tuple(kept)) if any(one.candidates for one in kept) else times
    return _times(_here(times.chosen, now_local), folded, slots)


def _times(wanted: TimeMention | None, folded: str, slots: tuple[time, ...]) -> dict[str, object]:
    fitting = wanted.among(slots) if wanted else ()
    said: tuple[time, ...] = fitting or _nearest(wanted.candidates if wanted else (), slots)
    part = wanted.part if wanted is not None and not wanted.candidates else None
    if part is not None and _DINNER.search(folded):
        first, last = DINNER_HOURS
        said = tuple(at for at in said if first <= at.hour < last) or said
    return {"times": said, "time_part": part}


_SUCH_A_DAY = re.compile(
    r"\b(?:(?:what|how) about|maybe|prefer\w*|rather|would like|'?d like|want|need|make it"
    r"|thinking(?: of)?|looking (?:at|for)|ideally|best|something) (?:on )?(?:an?|some|any"
    rf"|one of the)? ?{WEEKDAY}s?\b(?! (?:the|\d|in|of|night is|price))",
    re.I,
)
LOOK_AHEAD = timedelta(days=30)


def _such_a_day(folded: str, now_local: datetime) -> dict[str, object]:
    """The weeks to look in for a wish for any such day: "what about a Tuesday", "we'd prefer a Friday"."""
    if not _SUCH_A_DAY.search(folded):
        return {}
    return {"month": now_local.date(), "month_last": now_local.date() + LOOK_AHEAD}


def _is_any_weekend(mention: DateMention, folded: str) -> bool:
    """ "Bachelorette weekend!!", "could you come on a Tuesday": no day that is meant."""
    if re.search(r"\b(?:on )?an? $", folded[: mention.span.start]) and mention.kind == "weekday":
        return True
    if not re.fullmatch(r"(?:the )?weekends?", mention.span.text.strip(), re.I):
        return False
    return not re.search(
        r"\b(?:this|next|coming|following|the|on|that|any|open|free)\W*$", folded[: mention.span.start]
    )


def _is_gone(mention: DateMention, folded: str) -> bool:
    """ "Yesterday you told me", "I wrote you last Friday": a day that was told as gone by, which no party to come is on."""
    before = folded[: mention.span.start]
    told_as_gone = mention.past and not mention.year_said and mention.kind in ("weekday", "exact", "holiday")
    told_as_gone = told_as_gone and mention.span.text.lower() != folded.strip(" .!?")
    return (told_as_gone or bool(_GONE.fullmatch(mention.span.text))) and not (
        _IS_DAY.search(before) or _WISHED.search(before)
    )


def _is_errand(mention: DateMention, folded: str) -> bool:
    """ "If we book today", "I'll pay tomorrow": the day of an errand, not of a party."""
    before = folded[: mention.span.start]
    near = _NEAR.fullmatch(mention.span.text)
    return bool((near and _ERRAND.search(before)) or _ERRAND_BY.search(before))


def _is_ordinal(mention: DateMention, folded: str) -> bool:
    """ "The 3rd one is lobster": no day of a month."""
    return bool(_ORDINAL_OF.match(folded[mention.span.end :])) and not re.search(
        r"[a-z]{3,} \d|/", mention.span.text, re.I
    )


def _nearest(said: tuple[time, ...], slots: tuple[time, ...]) -> tuple[time, ...]:
    """Of "six thirty" in the morning or the evening, the reading that is closer to a start of ours."""
    if len(said) < 2:
        return said
    return (min(said, key=lambda one: min(abs(minute_of_day(one) - minute_of_day(slot)) for slot in slots)),)


_SOON = re.compile(
    r"\b(?:squeeze|fit|come(?: over| by| out)?|make it|here|there|start|book|party|dinner|event"
    r"|get (?:a|you)|have (?:a|you))\b(?:(?!done|over by|finish|last|take|in advance)[^.?!\n]){0,30}$",
    re.I,
)
""" "Can you squeeze us in in 2 hours": the party is to be then."""


def _is_past_talk(mention: DateMention, folded: str) -> bool:
    """ "You did our party in February", "every Sunday": a date of the past or of a habit, not a wish."""
    if re.search(r"^every |\b\d+ ?(?:h|hrs?|hours?)\b", mention.span.text, re.I):
        return not (mention.span.text.lower().startswith("in ") and _SOON.search(folded[: mention.span.start]))
    if _IN_MIND.match(folded[mention.span.end :]):
        return False
    return not mention.year_said and mention.role == "on" and bool(_PAST.search(folded[: mention.span.start]))


_IN_MIND = re.compile(r"\W*(?:\w+ )?(?:in mind|picked out|planned)\b")
""" "We had the 12th in mind": a wish, nothing that was."""


def _problem(mention: DateMention | None) -> str | None:
    if mention is None:
        return None
    if mention.kind == "impossible":
        return "impossible"
    if mention.past:
        return "past"
    return None
