"""How people write times of day: patterns over settled() text."""

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH, TOMORROW, WEEKDAY
from hibachi.language.numbers import ORDINAL
from hibachi.language.small_numbers import ONE_TO_NINE, ONE_TO_TWELVE

DAY_MARK = "\u00a7"
"""Stands for each character of a day that was read, so that its numbers are no hours."""
DATED = re.compile(rf"\d|\b{MONTH}\b")
DAY_OR_HOUR = re.compile(rf"(?:(?:this|next|the|coming) )*{WEEKDAY}\.?,? \d{{1,2}}(?:-\d{{1,2}})?")
HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "noon": 12, "midday": 12, "midnight": 24,
}  # fmt: skip
_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
HOUR = rf"(?:{ONE_TO_TWELVE})"
_ONES = f"(?:{ONE_TO_NINE})"
MINUTE = (
    rf"(?:(?:o'?h?|zero|nought)[ -](?:{ONE_TO_NINE}|[1-9](?!\d))"
    rf"|(?:twenty|thirty|forty|fourty|fifty)(?:[ -](?:{ONE_TO_NINE}))?|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_AP = r"(?:(?P<ap>a|p)(?: ?\.? ?m(?:\b\.?|(?=-?ish\b))|\.?(?![\w']))|(?P<ap2>a|p) m\b)"
_OCLOCK = r"(?: ?o'? ?clock| ?oclock)"
NOON = r"(?:(?:12|twelve) ?noon|noon(?:ish|time)?|midday|mid[ -]day|high noon)"
MIDNIGHT = r"(?:midnight|mid[ -]night)"
_APPROX = r"(?P<ish>(?: ?|-)ish\b)?"

_MINUTES = (
    rf"(?:{_ONES}(?= min)|(?:{_TEENS})(?= (?:min|past|after|to |till|before))|(?:three|3)[ -]quarters"
    rf"|(?:a )?quarter|(?:an? )?half|\d{{1,2}}|five|ten|fifteen|twenty(?:[ -]five)?|thirty(?:[ -]six)?"
    r"|twenty[ -]\w+|thirty[ -]\w+|forty(?:[ -]\w+)?)"
)
PAST = re.compile(
    rf"\b(?P<m>{_MINUTES})(?: ?(?:min|mins|minute|minutes))?(?:[ -](?P<way>past|after|to|till|'?til"
    rf"|until|before|of)|(?<=half)(?= (?:{HOUR})\b)) (?P<h>{HOUR}|\d{{1,2}}|{NOON}|{MIDNIGHT})(?=\W|$"
    rf"|[ap]\.?m?\b|h\b){_OCLOCK}?(?:[ ]?(?P<ap>a|p)\.? ?m\b\.?|(?P<ap2>a|p)\b"
    r"|h\b)?(?! (?:people|adults|kids|guests|of us|orders|persons?))"
)
CLOCK = re.compile(
    rf"(?:(?<![\w$:/.+-])|(?<=\dt)|(?<={DAY_MARK}t)|(?<={DAY_MARK}[.:_-])|(?<=\)-)"
    r"|(?<=[/.-]\d\d\d\d[.:-])|(?<=\d-\d\d[.:_-]))(?P<h>[01]?\d|2[0-4])(?P<sep>[:.h]| ?: ?"
    r"|[;'](?=\d\d ?[ap]\.?m\b)| (?=\d\d ?[ap]\.?m\b))(?P<m>[0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?(?![\d/%]| ?percent"
    rf"|[.:]\d|[-/]\d{{1,2}}[-/]){_APPROX}(?: ?{_AP}| noon\b| ?hrs?\b| ?h\b)?"
)
HOUR_AP = re.compile(
    rf"(?:(?<![\w$:/.])|(?<=[a-z]/))(?P<h>\d{{1,2}}"
    rf"|{HOUR})(?:[ -](?P<m2>{MINUTE}))?(?: ?{_OCLOCK})?(?:[ -]?ish)? ?{_AP}"
    r"|(?<![\w$:/.-])(?<!unit )(?<!apt )(?<!suite )(?<!ste )(?<!room "
    r")(?P<hm>[01]?\d[0-5]\d)(?:(?P<ap5>a|p)\b(?! ?\.? ?m\b)| ?(?P<ap3>a|p)\.? ?m\b\.?)"
    rf"|\b(?P<h3>\d{{1,2}}|{HOUR}) in the (?P<ap4>a|p)\.?m\b"
)
OCLOCK = re.compile(rf"\b(?P<h>\d{{1,2}}|{HOUR}) ?(?:o'? ?clock|oclock){_APPROX}(?: ?(?:in the )?(?P<ap>a|p)\.?m\b)?")
FRENCH = re.compile(
    r"(?<![\w$:/.-])(?<!in )(?<!for )(?<!within )(?P<h>[01]?\d"
    r"|2[0-3])h(?P<m>[0-5]\d)?\b(?! (?:ago|later|from|before|after|drive|away|notice))"
)
SPOKEN = re.compile(
    rf"(?:{DAY_MARK}|\b(?:at|for|around|about|by|from|till|until|@|say|after|before|to|it'?s|{WEEKDAY}"
    rf"|{TOMORROW}|tonight|today|morning|afternoon|evening|night"
    rf"|(?:{MONTH}) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})|the {ORDINAL})),? (?:like "
    rf"|around |about )?(?P<h>{HOUR}|\d{{1,2}}(?= (?:{MINUTE})))[ -](?P<m>{MINUTE})\b(?! (?:people"
    r"|adults|kids|guests|of us|orders|persons?|ppl|dollars?|bucks|hundred|and))"
    rf"|^(?P<h2>{HOUR}|\d{{1,2}}(?= [a-z]))[ -](?P<m2>(?:oh?|zero)[ -](?:{ONE_TO_NINE})|ten|fifteen"
    rf"|(?:twenty|thirty|forty)(?:[ -]{_ONES})?|fifty[ -]{_ONES})(?: minutes)?(?:[ -]?ish)?[.!?]?$"
)
HYPHENED = re.compile(
    rf"(?<![\w-])(?P<h>{HOUR})-(?P<m>fifteen|thirty"
    r"|forty-five)(?![\w-])(?! (?:people|adults|kids|guests|of us|dollars|bucks))"
)
""" "Is seven-thirty free?": the hyphen makes it a time also where nothing else tells."""
WORD = re.compile(rf"\b(?:(?P<noon>{NOON}|at 12 noon)|(?P<midnight>{MIDNIGHT}))\b{_APPROX}")
MID_PART = re.compile(r"\b(?:mid[ -]?|(?:the )?middle of the )(?P<part>morning|afternoon)\b")
HOURS_OFF = re.compile(
    rf"\b(?P<n>an?|{ONE_TO_TWELVE}|1[0-2]|[1-9]|(?:an? )?half(?: an?)?) hours? (?P<way>before|after|past"
    rf"|(?:to|till)(?= (?:{NOON}|{MIDNIGHT}))) (?:(?P<noon>{NOON})|(?P<midnight>{MIDNIGHT})"
    rf"|(?P<h>\d{{1,2}}|{HOUR})(?::(?P<m>[0-5]\d))?(?: ?{_AP}| ?o'?clock\b))"
)
BARE = re.compile(
    r"(?:\b(?P<cue>at|@|around|about|by|till|until|say|circa|after|before|instead of|not|make it|is"
    r"|from|to|then|or|and|for|but|do|works?|approximately|okay|ok)|(?P<at>@)) ?(?:like |around "
    rf"|about |maybe |exactly |say )?(?P<h>\d{{1,2}}|{HOUR})(?![\w$:/%']|[.,]\d|-\d)"
)
PUT_RIGHT = re.compile(
    r"[\s,.…-]*(?:\b(?:no|wait|oh|sorry|actually|oops|rather|i mean|i meant|meant|make (?:it|that)|scratch that|better)[\s,.…-]+){1,4}"
    rf"(?:at )?(?P<h>[1-9]|{ONE_TO_NINE})(?![\w$:/%']|[.,]\d|-\d)"
)
""" "At 6pm, actually 5": from ten on it may as well count people."""
COMPACT = re.compile(
    r"(?:\b(?:at|around|approximately|about|today|tonight|tomorrow|circa)"
    r"|@),? ?(?P<hm>(?:[01]?\d|2[0-3])[0-5]\d)(?P<ish>ish)?\b(?![-/:.]\d"
    r"|,\d)(?![ -]?q[1-4]\b)(?! ?(?:miles?|mi|kms?|kilometers?|feet|ft|pounds"
    r"|lbs|dollars?|bucks|usd|each|per|total|minimum|all in|in (?:all|total)|a (?:head|person))\b| ?\$)(?! (?:[nsew]\.? )?[a-z0-9]+(?: [a-z]+){0,2} (?:st|street|ave|avenue|rd|road|dr|drive"
    r"|blvd|ln|lane|way|ct|court|pl|place)\b)"
)
MILITARY = re.compile(
    r"(?<![\w$:/.-])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d) ?(?:hours|hrs|h)\b"
    r"|(?:(?<=\d{8}t)|(?<=\u00a7t))(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d)(?:[0-5]\d)?\b"
)
HUNDRED = re.compile(
    rf"\b(?:oh |zero )?(?P<h>{HOUR}|{_TEENS}|twenty(?:[ -](?:one|two|three))?) hundred (?:hours|hrs)\b"
)
COMPACT_STRETCH = re.compile(
    rf"(?P<cue>\b(?:between|from|{WEEKDAY}|{TOMORROW}|tonight|today"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?),? |{DAY_MARK},? )?(?<![\w$:/.-])(?P<h1>[01]?\d"
    r"|2[0-3])(?P<m1>[0-5]\d)(?P<link> ?- ?| to | and | until | till | til )(?P<h2>[01]?\d"
    r"|2[0-3])(?P<m2>[0-5]\d)(?: ?(?P<ap>a|p)\.? ?m\b\.?"
    r"| ?(?P<h>hours|hrs)\b)?(?![\w$%:/.-]*\d)(?! (?:people|ppl|guests|adults))"
)
SPACED = re.compile(
    r"\b(?:at (?:about |around )?|(?:around |by |until "
    r"|till )?(?=\d\d? \d\d (?:in the |at night|tonight)))(?P<h>\d{1,2}) (?P<m>[0-5]\d)\b(?![\d:/]"
    r"| ?(?:people|adults|kids|guests))"
)
AT_BEFORE = re.compile(r"\b(?:at|around|about|by|until|till|it'?s) (?:about |around )?$")
PART_BEHIND = re.compile(r" (?:in the (?:morning|afternoon|evening)|at night|tonight)\b")
ISH = re.compile(
    rf"\b(?P<h>\d{{1,2}}|{HOUR})(?:(?: ?|-)ish| sharp| on the dot| o\'?c)\b(?! (?:people|adults|kids|guests|ppl|of us))"
)
AFTER_DAY = re.compile(
    rf"(?:{DAY_MARK}|\b)(?:(?<={DAY_MARK})|{WEEKDAY}|{TOMORROW}|tonight|today|early morning|at night"
    rf"|(?:this|in the|early) (?:morning|afternoon|evening)|(?:{MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)(?: night| evening| afternoon| morning)?,? (?P<h>\d{{1,2}}"
    rf"|{HOUR})(?![\w:/%$]|[.,]\d|-\d)(?=\s*(?:$|[.,;!?)]|for|please|pls|with|work|good|ok|is|and"
    rf"|{TOMORROW}))"
)
BEFORE_DAY = re.compile(
    rf"(?<![\w$:/.-])(?P<h>\d{{1,2}}|{HOUR})(?P<comma>,)? (?:on )?(?:this (?={WEEKDAY}))?(?:{TOMORROW}"
    r"|tonight|today|this (?:morning|afternoon|evening)"
    r"|(?:early |late )?(?:in|of) (?:the )?(?:early |late )?(?:morning|afternoon|evening|night)"
    rf"|at night|early morning|(?<!for \d )(?<!for \d\d )(?:{WEEKDAY}) (?:night|evening|afternoon"
    r"|morning))\b"
)
HALF_BARE = re.compile(
    rf"\bhalf (?P<h>{HOUR})\b(?! (?:people|dozen|hour|of|adults))"
    rf"|(?:\b(?:at|by|around|about) |^)half (?P<h2>\d{{1,2}})(?![\w/,%]|\.\d|:"
    r"| (?:people|dozen|hour|of|adults|kids|guests|price|off|orders?))"
)
RANGE = re.compile(
    r"(?<![\w$:/.])(?<!twenty[ -])(?<!thirty[ -])(?<!forty[ -])(?<!fifty[ -])(?P<cue>from "
    rf"|between )?(?P<h1>\d{{1,2}}|{HOUR}|noon|midday)(?:[:.](?P<m1>[0-5]\d)"
    rf"|[ -](?P<w1>{MINUTE})\b(?!-{_ONES}\b))? ?(?:(?P<apa>a|p)\.?m?\.?(?![a-z]))?"
    rf"(?P<link> ?- ?| ?to ?| until | untill | till | til | thru | through | and )(?P<h2>\d{{1,2}}"
    rf"|{HOUR}|midnight|noon)(?:[:.](?P<m2>[0-5]\d)"
    rf"|[ -](?P<w2>{MINUTE})\b)?(?![\w:/.]*\d)(?: ?(?P<ap>a|p)\.?m\b\.?|(?P<ap2>a|p)\b)?(?![\w$%])"
)
HOURS_BEFORE = re.compile(
    r"\b(?:any ?time|some ?time|anywhere|arriv\w+|eat(?:ing)?|dinner(?: time)?|lunch|tonight|evening"
    rf"|afternoon|morning|night|start(?:ing|s)?|window|slot|{WEEKDAY}|{TOMORROW}"
    r"|today)(?: (?:is|will be|would be|on|at|around|time))? $"
)
HOURS_AFTER = re.compile(
    r"^(?: ?o'? ?clock)? ?(?:in the (?:morning|afternoon|evening)|at night|tonight"
    rf"|this (?:evening|afternoon)|time\b|next {WEEKDAY}|on {WEEKDAY})"
)
"""What stands before or behind "5 to 7" when hours are meant, not guests."""
SPOKEN_BEFORE_DAY = re.compile(
    rf"(?<![\w$:/.-])(?P<h>{HOUR})[ -](?P<m>{MINUTE}) (?=(?:on )?(?:{TOMORROW}|tonight|today"
    rf"|{WEEKDAY} (?:night|evening|afternoon|morning)|this (?:morning|afternoon|evening)"
    r"|in the (?:morning|afternoon|evening)|at night)\b)"
)
EITHER_HALF = re.compile(r"(?<![\w$:/.])(?P<h>\d{1,2})(?::(?P<m>[0-5]\d))? ?am ?(?:/|or|\\)? ?pm\b")
PART = re.compile(
    r"\b(?P<morning>morning|mornings|breakfast|brunch)"
    r"|\b(?P<lunch>lunch(?:time)?|luncheon|midday meal)|\b(?P<afternoon>afternoon|afternoons|arvo)"
    r"|\b(?P<evening>evening|evenings|dinner(?: ?time)?|supper|after work|after hours|tonight|tonite"
    r"|2nite|sundown|sunset)|\b(?P<night>night|nite)\b(?! (?:fee|one|before last))"
)
GREETING = re.compile(
    r"\b(?:good|gm|happy|great|lovely|nice|buenos) (?:morning|afternoon|evening|night)\b"
    r"|\bgood ?night\b|\bhibachi nights?\b|\bnight out\b"
)
ZONE = re.compile(
    r" ?\(?(?P<zone>(?:gmt|utc) ?[+-] ?\d{1,2}(?::?\d\d)?\b|gmt|utc|pst|pdt|pt|est|edt|et|cst|cdt|ct"
    r"|mst|mdt|mt|ist|bst|cet|cest|eet|eest|hst|akst|akdt|ast|jst|aest|pacific|eastern|central"
    r"|mountain)\b"
)
ISO_ZONE = re.compile(r"(?P<zone>z\b|[+-]\d\d(?::?\d\d)?\b)")
""" Behind a time that a "T" leads in: "2026-06-13T18:00:00-07:00"."""
SAME = re.compile(
    r"\b(?:same time|same hour|same slot|usual time|(?:at )?that same time|time stays"
    r"|keep the (?:same )?time|same (?:date|day|place) and time)\b"
)
ANY = re.compile(
    r"\b(?:any ?time|whenever|whatever time|any slot|no preference|flexible on (?:the )?time"
    r"|time is flexible|don'?t care what time|either (?:time|slot|works|is fine))\b"
)
BARE_HOUR = re.compile(rf"(?<![\w$:/.])(?P<h>\d{{1,2}}|{HOUR})(?: (?P<m>{MINUTE}|[0-5]\d))?(?![\w:/%'-]|[.,]\d)")
NOT_HOUR_AFTER = re.compile(
    r"^(?:,? ?(?:adults?|adlts?|adts?|kids?|child\w*|people|ppl|guests?|persons?|pax"
    r"|of (?:us|them|the|my|our)|friends|toddlers?|teens?|babies|hungry|orders?|portions?|sides?"
    r"|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|yrs?|yr|miles?|dollars?|bucks"
    r"|%|percent|more|lobsters?|filets?|gyozas?|noodles|proteins?|total|couples|families|dozen|hundred"
    r"|thousand|st\b|nd\b|rd\b|th\b|person|men|women|ladies|guys|girls|boys|times|x\b"
    r"|slots?\b(?= (?:are|left))|other|extra|different|big|small|vegetarian|vegan|instead of \d"
    r"|steaks?|chicken|shrimp|salmon|scallops"
    r"|plates?|chefs?|grills?|tables?|chairs?|courses?|or \d+ (?:people|adults|guests|ppl|of us)"
    r"|- ?\d+ (?:people|adults|guests|ppl|of us)|to \d+ (?:people|adults|guests|ppl|of us))\b|\+|/\d"
    r"| (?:and|plus) \d+ (?:is|are|makes?|gives?|comes to) \d"
    r"| (?:&|and) (?:an? )?half| ?\u00b7(?!\u00b7{4}(?!\u00b7)))"
)
BETWEEN = re.compile(
    r"[\s.,;!:-]*(?:(?:so|but|then|make it|i said|rather|at|please|i meant|we said|say|maybe|it'?s|be|want|wanted|the|do|no|and"
    r"|not|instead of|rather than|i asked for|please do|we want|i want|how about|what about)[\s,.:!]*)*"
)
"""What stands between a start that is turned down and the one that is meant for it."""
