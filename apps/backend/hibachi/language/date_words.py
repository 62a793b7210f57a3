"""How people write days: patterns over settled() text, and what their words stand for."""

from hibachi.kit import lazy_re as re
from hibachi.language.holidays import HOLIDAY
from hibachi.language.numbers import NUMBER, ORDINAL, either
from hibachi.language.small_numbers import ONE_TO_NINE

MONTHS = {
    "juy": 7, "jly": 7, "january": 1, "jan": 1, "januray": 1, "janurary": 1, "janury": 1, "januari": 1, "february": 2, "feb": 2, "febuary": 2, "feburary": 2, "febraury": 2,
    "feburay": 2, "febr": 2, "mrach": 3, "arpil": 4, "aprl": 4, "augest": 8, "septemeber": 9, "septembre": 9, "octomber": 10, "octobre": 10,
    "novemer": 11, "novembre": 11, "deceber": 12, "decembre": 12,
    "march": 3, "mar": 3, "april": 4, "apr": 4, "apirl": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7,
    "august": 8, "aug": 8, "agust": 8, "augst": 8, "augus": 8, "september": 9, "sept": 9, "sep": 9, "setpember": 9, "septmber": 9,
    "sepember": 9, "sepetmber": 9, "october": 10, "oct": 10, "ocotber": 10, "octber": 10, "november": 11, "nov": 11,
    "novemeber": 11, "novmber": 11, "december": 12, "dec": 12, "decemeber": 12, "decmber": 12, "desember": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "mon": 0, "mondays": 0, "moday": 0, "mondy": 0, "tusday": 1, "tuesdy": 1, "wedensday": 2, "wendesday": 2, "thirsday": 3,
    "thrsday": 3, "fryday": 4, "fridy": 4, "satrday": 5, "sunnday": 6, "sundy": 6, "tuesday": 1, "tues": 1, "tue": 1, "tuesdays": 1, "tuseday": 1, "teusday": 1,
    "wednesday": 2, "wed": 2, "weds": 2, "wednesdays": 2, "wensday": 2, "wednsday": 2, "wendsday": 2, "wednesay": 2,
    "thursday": 3, "thurs": 3, "thur": 3, "thu": 3, "thursdays": 3, "thurday": 3, "thrusday": 3, "friday": 4, "fri": 4,
    "fridays": 4, "firday": 4, "frday": 4, "saturday": 5, "sat": 5, "saturdays": 5, "saterday": 5, "satuday": 5, "satruday": 5,
    "saturdy": 5, "saturdya": 5, "satday": 5, "sunday": 6, "sun": 6, "sundays": 6, "sunady": 6, "sundya": 6,
}  # fmt: skip
TOMORROW = (
    r"(?:tomorrow|tomorow|tommorow|tommorrow|tomorrw|tomoro|tmrw|tmw|tmr|tmrrw|2moro|2morrow|tomo|tmorrow"
    r"|tomm|tomrw|tmrow|tommorw|tommarow|2mrw|2mrow)"
)

MONTH = rf"(?:{either(MONTHS)})"
WEEKDAY = rf"(?:{either(WEEKDAYS)})"
_LATE_TENS = r"(?:sixty|seventy|eighty|ninety)"  # "nineteen thirty" is half past seven
YEAR = (
    r"(?:(?:20|19)\d\d(?! ?(?:hours|hrs|h)\b)|'\d\d"
    rf"|nineteen {_LATE_TENS}(?:[ -](?:{ONE_TO_NINE})\b)?"
    rf"|two thousand(?: and)?(?: (?:(?:twenty|thirty)(?:[ -](?:{ONE_TO_NINE})\b)?"
    r"|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    rf"|{ONE_TO_NINE})\b))?|twenty (?:(?:thir|four|fif|six|seven|eigh|nine)teen|twenty"
    rf"|thirty)(?:[ -](?:{ONE_TO_NINE}))?)"
)
_YEAR_LINK = r"(?:,? ?(?:of |in )?(?:the year )?(?:of )?)"
_BORN = (
    r"(?:(?<=of )\d\d(?! ?(?:us|the|them|people|ppl|adults|kids|guests|which|whom)\b)|(?<= )[6-9]\d(?=\s*(?:$|[.!?)])))"
)
""" "15 April of 87", "3rd Feb 82": no hour and no day has such a number."""
_NEXT_YEAR = r"(?P<nextyear>(?:of )?(?:next|this) (?:year|yr))"
DAY = rf"(?:{ORDINAL}|\d{{1,2}}|{NUMBER})"
COUNTED = (
    r"(?! ?(?:adults?|adlts?|adts?|kids?|child|people|ppl|guests?|persons?|pax|of us|friends|toddlers?"
    r"|am\b|pm\b|a\.m|p\.m|o'? ?clock|%|percent\b|orders?|portions?|hours?|hrs?|th street|grown|dollars"
    r"|bucks|or more|\+))(?!:\d\d)(?!\d|/(?!20\d\d\b)|[.,](?!20\d\d\b)\d)"
)
_DAY_END = rf"(?:(?<=\d)(?: |-)?(?P<ish>ish))?\b{COUNTED}"

ISO = re.compile(
    r"(?<!\d)(?<!\d[/-])(?P<y>(?:19|20)\d\d) ?[-/.] ?(?P<m>\d{1,2}) ?[-/.] ?(?P<d>\d{1,2})(?![\d])(?=t\d|\D|$)"
)
BASIC_ISO = re.compile(
    r"(?<![\w$#/.-])(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=t\d|\W|$)(?![/.,-]\d)"
)
NUMERIC = re.compile(
    r"(?:(?<![\w/.$:'-])|(?<=\d-)(?=\d{1,2}/\d)"
    r"|(?<=[a-z]-)(?=\d{1,2}/\d))(?P<a>\d{1,2})(?P<sep> ?[/.-] "
    r"?)(?P<b>\d{1,2})(?:(?P<sep2> ?[/.-] ?)(?P<y>(?:19|20"
    r"|')?\d\d))?(?:(?=[.:-][0-2]?\d:[0-5]\d\b)(?<=\d{4})"
    r"|(?![\w/%:]|\.\d|-\d(?!\d?(?:/|(?::\d\d)? ?[ap]\.?m\b))))"
    r"(?! ?(?:adults?|kids?|people|ppl|guests?|of (?:a|the|us)|hours?|hrs?|off|price|cups?|lbs?|ratio"
    r"|miles?|pm\b|am\b|years?|yrs?|yo\b|stars?\b))"
)
_ROW_COMMA = (
    r",(?= ?(?:the )?\d{1,2}(?:st|nd|rd|th)?,? ?(?:and|or|&) ?(?:the )?\d{1,2}(?:st|nd|rd|th)?\b"
    r"(?!:| ?(?:years?|yrs?|yo|adults?|kids?|people|ppl|guests?|of us|[ap]\.?m)\b))"
)
""" "July 3, 4, and 5": the comma of a row that an "and" ends."""
MONTH_DAY = re.compile(
    r"(?<!\dth )(?<!\dst )(?<!\dnd )(?<!\drd "
    rf")(?<!\d[./-])\b(?P<month>{MONTH})(?:\b[.,\])]{{0,2}}(?: ?[/-] ?| )?"
    rf"|(?=\d))(?:on )?(?:the )?(?P<d>{DAY}){_DAY_END}"
    rf"(?P<more>(?: ?(?:-|to|thru|through|&|,? or|,? and|/|{_ROW_COMMA}) ?(?:the )?(?!{YEAR})(?:{ORDINAL}"
    rf"|\d{{1,2}})\b{COUNTED}(?! ?{MONTH}\b| day)){{0,3}})"
    rf"(?:(?:{_YEAR_LINK}|[-/.])(?P<y>{YEAR}|{_BORN})\b|,? {_NEXT_YEAR}\b)?"
)
DAY_MONTH = re.compile(
    rf"(?:(?<![\w$/.-])|(?<=[a-z]-))(?<!\d:)(?:the )?(?P<d>{ORDINAL}|\d{{1,2}}"
    rf"|(?:{NUMBER})(?= of))(?: day)?(?P<of>,? of |(?<=[tnr][hd]), |(?<=st), |[ /.-]"
    rf"|)(?:of )?(?P<month>{MONTH})(?:\b|(?=20\d\d\b))(?:\.(?!\d))?"
    rf"(?:(?:{_YEAR_LINK}|[-/.])(?P<y>{YEAR}|{_BORN}"
    r"|\d\d(?!\d|:|[ap]m| ?(?:adults|people|kids|ppl|guests|of us|persons?|noon|midnight|in the"
    rf"|at night|pm|am|[ap]\.m|o'? ?clock|hours|hrs)))\b|,? {_NEXT_YEAR}\b)?"
)
MONTH_SLASHED = re.compile(rf"\b(?P<month>{MONTH})\.? (?P<d1>\d{{1,2}})/(?P<d2>\d{{1,2}})(?![\w/:%]){COUNTED}")
""" "June 12/13": two days, where the second comes after the first."""
DASHED_ASKED = re.compile(
    r"(?:\b(?:is|would|does|looking at|thinking|about|on|for|date|do) )(?P<a>1[0-2]"
    r"|[1-9])-(?P<b>[12]\d|3[01]|[1-9])(?= (?:work|open|free|available|possible|good|ok|okay|taken"
    r"|booked|still|for \d)|[?])"
)
""" "Is 3-27 open": what is asked to be free is a day."""
YEAR_MIDDLE = re.compile(
    rf"\b(?:(?P<m1>{MONTH})[-/ ](?P<y1>20\d\d)[-/](?P<d1>\d{{1,2}})"
    rf"|(?P<y2>20\d\d)[-/. ](?P<d2>\d{{1,2}})[-/. ](?P<m2>{MONTH})"
    rf"|(?P<y3>20\d\d)[-/. ](?P<m3>{MONTH})[-/. ](?P<d3>\d{{1,2}})"
    rf"|(?P<d4>\d{{1,2}})-(?P<y4>20\d\d)-(?P<m4>{MONTH})"
    rf"|(?P<d5>\d{{1,2}}) ?- ?(?P<m5>{MONTH}) ?- ?(?P<y5>20\d\d))\b"
)
MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})\b\.?(?:,? (?:of )?(?P<y>{YEAR})\b|,? {_NEXT_YEAR}\b)")
_NO_NAME = r"(?!apr(?:il)?\b|may\b|june?\b|jan\b)"
""" "Thanks, June", "it's April": people are called so."""
MONTH_ONLY = re.compile(
    r"\b(?P<cue>from|between|through|thru|in|into|for|by|during|around|of|late|early|mid|middle of"
    r"|end of|beginning of|start of|sometime in|some ?time|this|next|last|until|before|after|or|any"
    rf"|and|to|thinking|maybe|all)(?: |-)(?:the )?(?P<month>{MONTH})\b(?!'?s\b| i\b| we\b| have\b"
    r"| be\b| not\b| or may not)"
    rf"|(?:\b(?:(?:will|would|gonna|going to) be|looking at|eyeing)(?: in)? |'ll be |\b(?:it'?s|it is) {_NO_NAME}|, {_NO_NAME})"
    rf"(?P<month4>{MONTH})\b(?=\s*(?:$|[.!?;\n]))"
    rf"|\b(?P<month3>{MONTH})(?=,? (?:somewhere|some ?time|not sure|no idea|don'?t know"
    rf"|haven'?t decided|ideally|preferably|probably|(?:any|an?|some) (?:day|weekend|{WEEKDAY})"
    r"|weekends?|whenever|but not sure|date tbd|tbd|hopefully)\b)"
    rf"|^(?:maybe |probably |in )?(?P<month2>{MONTH})(?:(?: maybe| some ?time| probably"
    r"| works)?[.!?]?$|(?: maybe| some ?time| probably)\b)"
)
_NTH = (
    r"(?:very )?(?P<nth>next[ -]to[ -]last|second[ -]to[ -]last|2nd to last|penultimate|first|second|third"
    r"|fourth|fifth|last|final|1st|2nd|3rd|4th|5th)(?P<fromlast>(?:[ -](?:to|from)(?: the)?)?[ -]last)?"
)
WORKDAY = r"(?:(?:business|working|work|week) ?day)"
NTH_OF_MONTH = re.compile(
    rf"(?<!twenty[ -])(?<!thirty[ -])\b(?:the )?{_NTH} (?P<what>{WEEKDAY}|weekend|{WORKDAY}"
    rf"|day)s? (?:(?:(?:of|in) (?:the )?(?:month of )?(?:this (?:coming )?|coming )?"
    rf"|(?:this|coming|this coming) (?={MONTH}\b)"
    rf"|(?=(?:{MONTH})\b)(?!may\b(?! ?(?:$|[.,!?@\d]|at\b"
    rf"|for\b)))(?P<bare>))(?:(?P<month>{MONTH})\b\.?(?:,? ?(?:of |in )?(?P<y>{YEAR})\b)?"
    r"|(?P<rel>this|next|last|the|the current|the next|the last) month)|(?P<rel2>this|next) month)"
)
_BETWEEN_NTH = r"(?:morning|afternoon|evening|night|lunch|dinner|(?:at )?\d{1,2}(?::[0-5]\d)? ?(?:[ap]\.?m\b\.?)?)"
NTH_APART = re.compile(
    rf"\b(?:the )?{_NTH} (?P<what>{WEEKDAY})(?=,? {_BETWEEN_NTH}(?:,? (?:to "
    rf"|- ?)?{_BETWEEN_NTH})?,? (?:of|in) (?:the )?(?:(?P<month>{MONTH})\b\.?(?:,? ?(?:of "
    rf"|in )?(?P<y>{YEAR})\b)?|(?P<rel>this|next|the|the next) month))"
)
"""The words between are left to who reads the times: "the first Monday evening of next month"."""
MONTH_NTH = re.compile(
    rf"\b(?:(?P<month>{MONTH})\b(?:(?P<own>'s) (?:the )?|,? (?:on )?the )"
    rf"|(?P<rel>this|next) month(?:'?s (?:the )?|,? (?:on )?the )){_NTH} (?P<what>{WEEKDAY}|weekend"
    rf"|{WORKDAY}|day)\b(?! of\b)"
)
NEXT_BUT_ONE = re.compile(
    r"\bnot (?:this|the|on)(?: coming| upcoming"
    rf"| next)? (?P<day>{WEEKDAY}),?(?: but)?(?: on)? (?:the )?(?:next one|one after(?: that| it)?"
    r"|following one|following week|week after|next)\b"
)
NO_THING = (
    r"(?! (?:b-?day|birthday|anniversary|grade|street|st\b|ave|floor|one|protein|time|option|party"
    r"|half(?! past)|person|graders?|chef|birthdays|choice|wedding|slot|of us|person|place|guest|meat"
    r"|item|thing|course|question|visit|booking|reservation|day\b|last|quarter(?! (?:to|till|past|of|before|after|until)\b)|qtr|weeks?\b|wk\b))"
)
""" "The 14th street", "the 3rd option": the ordinal counts a thing."""
THE_DAY = re.compile(
    r"(?:\b(?P<cue>on|for|by|until|to|from|of|at|around|about|or|and|before|after|it's|its|make it"
    r"|leave it on|not|keep|the|is|next|this|coming|upcoming|see you|book|say|maybe"
    rf"|back) )?(?P<the>\bthe )?(?P<d>{ORDINAL})(?: day)?\b(?:(?: of)? (?P<rel>(?:this|next|current"
    r"|the (?:(?:current|next|same|following) )?) ?month))?"
    rf"{NO_THING}"
)
THE_BARE_DAY = re.compile(
    r"(?:\b(?P<cue>on|for|by) |^)(?P<the>the )(?P<d>\d{1,2})(?=\s*(?:$|[.,!?\n])"
    r"| (?:at(?! night)|around|please|pls|if|works?|would|is good|for \d|(?:between|from) \d|noon\b"
    r"|\d{1,2}(?::[0-5]\d)? ?[ap]\.?m\b))"
)
DAY_NUMBER_OF = re.compile(r"\b(?:the )?(?P<d>\d{1,2}) of (?P<rel>(?:this|next|the (?:current|next)) month)\b")
WEEKDAY_SAID = re.compile(
    r"\b(?:(?P<mod>this|next|coming|upcoming"
    r"|(?<!day )(?<!days )(?<!week )(?<!weeks )(?<!month )(?<!months )following|last"
    r"|(?<!days )(?<!day )(?<!weeks )(?<!week )past|every|that|this coming|this upcoming|the next"
    rf"|the following|the coming|this next|each)(?: one)? )?(?P<day>{WEEKDAY})\b\.?(?!s\b)"
    rf"(?:,? (?P<num>\d{{1,2}})(?![\w:/%$]|[.,]\d|-\d"
    r"| ?(?:am|pm|a\.m|p\.m|o'?clock|adults?|kids?|people|ppl|guests?|of (?:us|them)|hours?|days?"
    r"|weeks?|months?|years?|past\b|till\b|min(?:ute)?s?\b"
    rf"|to (?:noon|midnight|\d{{1,2}} ?(?:[ap]\.?m\b|in the ))|or \d| ?-|(?:of )?{MONTH}\b|in the"
    r"|at night)))?(?:,? ?(?P<post>(?:of |the |on |from |in )?(?P<which>this|next|the following"
    r"|following|(?:the )?(?:coming|upcoming)|that|last|past|previous) (?:week|wk)"
    rf"|after (?:next(?: one)?|this(?: coming)? one)(?! {WEEKDAY})"
    r"|(?:a )?(?P<ahead>week|fortnight)(?! ?end| after| later| from| before| ago)))?"
)
WEEK_OF_DAY = re.compile(rf"\b(?P<which>this|next|the following) (?:week|wk)(?:'?s)?,? (?:on )?(?P<day>{WEEKDAY})\b")
COUNTED_WEEKDAYS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<day>{WEEKDAY})s? (?:from (?:now|today)|away|out|later|hence)\b"
    rf"|\bin (?P<n2>{NUMBER}) (?P<day2>{WEEKDAY})(?<=days)\b"
)
WEEKEND = re.compile(
    r"\b(?:(?P<mod>this|next|coming|upcoming|the|a|any|some|following|weekend of|the weekend of"
    r"|on the|first|last) )?(?P<w>week[ -]?end|wknd"
    rf"|wkend)\b(?: (?:in|of) (?:the )?(?P<month>{MONTH})\b(?! \d)(?:,? (?P<y>{YEAR}))?)?(?P<after> "
    r"after next)?"
)
RELATIVE = re.compile(
    rf"\b(?P<word>(?:the )?(?<!\d )day after (?:{TOMORROW}|next(?= ?(?:$|[.,!?])))|overmorrow"
    rf"|(?:the )?(?:very )?(?:next|following) day(?! (?:after|of|in))|{TOMORROW}|today|tonight|2nite"
    r"|tonite|2day|this (?:evening|afternoon|morning)|yesterday"
    r"|(?:the )?day after(?= ?(?:$|[.,!?\n]))|(?:the )?(?<!\d )day before yesterday"
    r"|(?:for|of) the day(?! after| before| of)|rest of the day|otd|end of (?:the )?day|eod)\b(?!'s)"
)
RELATIVE_POSSESSIVE = re.compile(rf"\b(?P<word>{TOMORROW}|today|tonight)(?:'?s)\b")
UNIT = (
    r"(?:(?:business|working|work|week) ?days?|days?|d|weeks?|wks?|months?|mths?|mon|years?|yrs?|fortnights?|nights?)"
)
_N = rf"(?:(?:{NUMBER}|an?) and a half|{NUMBER}|an?|a couple(?: of)?|couple(?: of)?|a few|few|several|half a|\d+\.\d)"
IN_UNITS = re.compile(
    r"\b(?:in|within) (?:about |around |like |maybe "
    rf"|exactly )?(?P<n>{_N}) (?P<unit>{UNIT})\b(?:'s? time|' time)?|\bin (?P<n4>\d+)(?P<unit4>d)\b"
    rf"|(?<!\w)\+ ?(?P<n5>\d+) ?(?P<unit5>{UNIT})\b"
    rf"|\b(?P<n2>{_N}) (?P<unit2>{UNIT}) (?:from (?:now|today|tonight)|later(?! than)|hence|away|out"
    rf"|after (?:today|tonight|now))\b|\b(?:upcoming|next) (?P<n3>{NUMBER}) (?P<unit3>days?)\b"
    rf"|\b(?P<n6>{NUMBER}) upcoming (?P<unit6>days?)\b"
)
SHIFT_BEFORE = re.compile(
    rf"\b(?:(?P<n>{_N})(?: |(?<=\d))(?P<unit>{UNIT})"
    r"|(?<!any )(?<!some )(?:the )?(?:(?:very |next |last |first |1st )|(?P<nth>second|2nd|third|3rd|fourth|4th|fifth|5th) )?(?:day"
    rf"|night|evening|morning|(?P<workday>(?:business|working|work|week) ?day))|(?P<weeks>an?|{NUMBER}) (?:weeks?|fortnight)(?= (?:on )?(?:the )?$)"
    r"|(?<!the )(?<!this )(?<!next )(?P<week>week)(?= from )) (?:(?:right |just |immediately "
    r"|directly )?(?P<way>from|after|following|before|past|prior to|ahead of|later than"
    r"|earlier than) )?(?:on )?(?:the |next (?!.)|this (?!.))?$"
)
WEEK_AFTER_NEXT = re.compile(
    rf"\b(?:the )?(?P<unit>week|weekend|month) after next\b(?! (?:{WEEKDAY}|{MONTH}|week|month|weekend)\b)"
)
PERIOD = re.compile(
    r"\b(?P<mod>this|next|the following|the next|end of (?:the|this|next)|later this"
    r"|beginning of (?:the |this |next )?|early next|late next|sometime next"
    r"|any ?time next) (?P<unit>week|wk|month|year|yr|summer|spring|fall|winter|autumn)\b(?! ?end)"
)
HOLIDAY_SAID = re.compile(
    r"\b(?:(?P<mod>this|next|the next|following|the following|on|for|last"
    rf"|this past) )?(?P<name>{HOLIDAY})(?![\w])(?P<observed>,? \(?observed\b\)?)?(?P<weekend> week "
    rf"?end)?(?:,? ?(?:(?:of |in )?(?P<y>{YEAR})\b|(?:of |in )?(?P<rel>(?:next|this|last) year)))?"
)
ROLE_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|neither(?: of)?|nor|not(?: on| for)?"
    r"|(?:can'?t|cannot|can not|couldn'?t|won'?t)(?: be| do| make(?: it)?| come| have it)?"
    r"|(?:am|are|is|'m|'re|'s) not (?:free|available|around|here)|isn'?t free|doesn'?t work|no longer"
    r"|isn't|(?:any ?thing|any ?time|any (?:other )?(?:day|date|night|evening|afternoon|morning|weekend)|all days?|every day)(?: but| except(?: for)?)"
    r"|except(?: for)?|(?:other|different)(?: (?:day|date|weekend|time|one))? (?:than|from)|besides|avoid|skip|forget)(?: on| for| the| until)*\s*$"
)
ROLE_FROM_STRICT = re.compile(
    r"\b(?:from|of our|for our|our|my|the)(?: (?:party|booking|event|reservation|dinner|date|hibachi"
    r"|one|appointment|lunch))?(?: (?:is|was))?(?: on| for| of)?(?: the)?\s*$"
)
MOVE = re.compile(
    r"\b(?:move|moving|moved|resched\w*|change|changing|switch\w*|push\w*|postpon\w*|bump\w*|shift\w*"
    r"|delay\w*|transfer|swap|(?:can|could|should|may|must|has to"
    r"|needs to)(?: (?:it|our|my|the|party|start|time|slot|booking|\w+)){0,3} go)\b"
)
NOT_WEEKDAY_BEFORE = re.compile(r"\b(?:the|in|of|hot|under|we|i|she|he|they|direct|full|and|chef) $")
LATE_CORRECTION = re.compile(
    r"^[\s,.!?-]*(?:(?:no|wait|sorry|actually|oops|i mean|i meant|or rather|make (?:it|that)"
    r"|scratch that)[\s,.-]*){1,4}(?:on |the |for |it's |we want |i want )*$"
)
DAY_OF_WEEK = re.compile(
    r"\b(?:the )?(?P<nth>first|1st|second|2nd|third|3rd|last) day (?:of|in) (?:the )?(?P<rel>this|next"
    r"|following|current|coming) week\b"
    r"|\b(?:this|the same|same) (?:very )?(?:day|time) (?P<same>next week)\b"
)
DAY_OF_YEAR = re.compile(
    rf"\b(?:the )?(?P<nth>first|1st|last|very last) day (?:of|in) (?:(?:the )?year (?P<y>{YEAR})"
    r"|(?P<y2>20\d\d)\b|(?:the )?(?:(?P<rel>this|next|current|coming) )?year\b)"
)
WEEK_OF_MONTH = re.compile(
    r"\b(?:the )?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) (?:full )?(?:week|wk) (?:of"
    rf"|in) (?:(?P<month>{MONTH})\b\.?(?:,? ?(?:of |in )?(?P<y>{YEAR})\b)?"
    r"|(?P<rel>this|next|the|the next) month)"
)
DAYS_MONTH = re.compile(
    rf"(?<![\w$/.:-])(?P<d1>{ORDINAL}|\d{{1,2}}) ?(?:-|to|thru|through|until"
    rf"|till) ?(?:the )?(?P<d2>{ORDINAL}"
    rf"|\d{{1,2}})(?P<of> of)? (?P<month>{MONTH})\b\.?(?! \d{{1,2}}\b(?!:))(?:,? ?(?:of "
    rf"|in )?(?P<y>{YEAR})\b)?"
)
EITHER_DAY_MONTH = re.compile(
    rf"(?<![\w$/.:-])(?:the )?(?:(?P<d0>{ORDINAL}), (?:the )?)?(?P<d1>{ORDINAL})(?:,? or |,? and "
    rf"| ?& ?|/)(?:on )?(?:the )?(?P<d2>{ORDINAL})(?:,? of"
    rf"|,)? (?P<month>{MONTH})\b\.?(?! \d)(?:,? ?(?:of |in )(?P<y>{YEAR})\b)?"
)
COMING = re.compile(
    rf"\b(?:(?:over|in|within|during) )?(?:the )?(?:next|coming|upcoming) (?P<n>{NUMBER}|few"
    r"|couple(?: of)?) (?P<unit>weeks?|months?)\b"
)
MONTHS_THROUGH = re.compile(
    rf"\b(?P<m1>{MONTH})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)? ?- ?(?P<m2>{MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"{COUNTED}(?:,? (?P<y>{YEAR})\b)?"
    rf"|(?<![\w$/.:-])(?P<d3>\d{{1,2}})(?:st|nd|rd|th)? (?P<m3>{MONTH})\.? ?(?:-|to|until|till|through|thru) ?(?:the )?"
    rf"(?P<d4>\d{{1,2}})(?:st|nd|rd|th)? (?P<m4>{MONTH})\b\.?(?:,? (?P<y2>{YEAR})\b)?"
)
""" "Nov 18-Dec 19, 2027", "10 August - 12 September": the year belongs to both."""
YEARS_ON = re.compile(rf"\b(?P<month>{MONTH}) in (?P<n>an?|{NUMBER}) (?:years?|yrs?)\b")
QUARTER = re.compile(
    r"\b(?:(?P<y>20\d\d)[ -]?q(?P<q>[1-4])\b|(?:in |for |during |of )?q(?P<q2>[1-4])(?:,? (?:of )?(?P<y2>20\d\d)\b)?"
    r"|(?:the )?(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth|last) (?:quarter|qtr)\b"
    r" (?:of|in) (?:the year |the )?(?:(?P<y3>20\d\d)\b|(?P<rel>this|next|year)\b))"
)
END_OF = re.compile(r"\b(?:(?:at |by |towards? )?the )?(?:end|close) of (?:the |this |next )?(?P<unit>month|year)\b")
BESIDE_BEFORE = re.compile(
    r"\b(?:the )?(?:(?:very )?(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last|latest|earliest|next|nearest)(?: possible| available)? "
    rf"|(?P<count>one|two|three|four|[1234]) (?=(?:{WEEKDAY}|week[ -]?end|wknd|wkend)))?(?P<what>{WEEKDAY}|week[ -]?end|wknd|wkend"
    r"|week|wk)(?:(?<=day)s|(?<=end)s|(?<=nd)s)? (?P<way>(?:on or |right |just |immediately )?(?:after|before|following|prior to|preceding)"
    r"|of|nearest|nearest to|closest to"
    r"|(?:(?<=week )|(?<=wk ))(?:that |which )?(?:start(?:s|ing)?|begin(?:s|ning)?|commencing)(?: on| with)?) (?:the )?$"
    rf"|\b(?:the )?(?:(?P<rank>{ORDINAL}) )?(?:closest|nearest) (?:(?P<near>{WEEKDAY})"
    rf"|(?P<feast>{HOLIDAY})) to (?:the )?$"
)
UNKNOWN_BEHIND = re.compile(
    r"\W(?:(?:right |just )?(?:after|before|following|preceding)) (?:the |my |our |his |her "
    r"|their )?(?:[a-z.']+ ){0,4}(?:day|eve|birthday|anniversary|holidays?|feast|weekend|break"
    r"|graduation|wedding)\b"
)
FUZZY_BEFORE = re.compile(
    r"\b(?:closest|nearest|week of|weekend (?:after|before)"
    rf"|{WEEKDAY}s? (?:after|before|nearest|closest)(?: to)?"
    r"|(?:some ?time|shortly|right|just|soon|immediately|directly|well|way|the (?:week|weekend)) (?:after"
    rf"|before)) (?:{WEEKDAY} to )?(?:the )?$"
)
ASIDE = re.compile(r"(?:the )?end of (?:the )?day|eod|(?:the )?(?:very )?(?:next|following) day")
