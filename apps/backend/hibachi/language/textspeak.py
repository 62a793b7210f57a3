"""Text-speak written out: "hru, cn u do 12 ppl nxt sat @6" as the words that every reader knows.

Only what means one thing in a message to a caterer stands here; a letter or a figure for a word ("4", "2", "n", "b") is
written out where its neighbours leave no other reading. Names and addresses keep their capitals and stay as they are.
"""

from collections.abc import Collection

from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import ONE_TO_TWELVE

_MEANT = {
    "hru": "how are you", "hry": "how are you", "wbu": "what about you", "wyd": "", "wassup": "hello", "wsup": "hello", "sup": "hello", "ayo": "hey", "ayoo": "hey", "yoo": "yo", "heyo": "hey",
    "ment": "meant", "nt": "not", "hw": "how", "whens": "when's", "wheres": "where's", "mch": "much", "mutch": "much", "howmuch": "how much", "hwmuch": "how much", "hwmch": "how much", "howmch": "how much", "hmuch": "how much",
    "u": "you", "yu": "you", "r": "are", "ur": "your", "urs": "yours", "nd": "and", "cn": "can", "cud": "could", "cld": "could", "culd": "could",
    "wud": "would", "wld": "would", "wuld": "would", "shud": "should", "shld": "should", "hav": "have", "hv": "have", "hve": "have", "giv": "give",
    "wat": "what", "wut": "what", "wht": "what", "whta": "what", "wats": "what's", "wuts": "what's", "whts": "what's", "wot": "what", "wen": "when", "abt": "about", "abut": "about", "wit": "with", "wth": "with", "wid": "with", "frm": "from", "thru": "through",
    "nxt": "next", "tmrw": "tomorrow", "tmr": "tomorrow", "tmrrw": "tomorrow", "tmw": "tomorrow", "tomoro": "tomorrow", "tmoro": "tomorrow", "2mrw": "tomorrow", "2moro": "tomorrow", "2mro": "tomorrow",
    "tonite": "tonight", "tnite": "tonight", "2nite": "tonight", "2night": "tonight", "2day": "today", "2dy": "today", "wknd": "weekend", "wkend": "weekend", "wkd": "weekend", "wk": "week", "wks": "weeks",
    "satrdy": "saturday", "satdy": "saturday", "satday": "saturday", "strdy": "saturday", "sundy": "sunday", "fridy": "friday", "frdy": "friday",
    "bdy": "birthday", "bday": "birthday", "bdays": "birthdays", "bdayy": "birthday", "anni": "anniversary", "grad": "graduation",
    "pple": "people", "ppls": "people", "pplz": "people", "peeps": "people", "peepz": "people", "peep": "people", "baddies": "ladies", "girlies": "gals", "besties": "friends", "bffs": "friends", "gurls": "gals", "gurlz": "gals", "grls": "gals", "girlz": "gals", "boyz": "guys", "chicas": "gals", "hunnies": "gals", "bros": "guys", "homegirls": "ladies", "homeboys": "guys", "fam": "family", "kdz": "kids", "kidz": "kids", "kiddies": "kids", "gsts": "guests",
    "grwn": "grown", "hbachi": "hibachi", "hibatchi": "hibachi", "habachi": "hibachi", "hibach": "hibachi", "hibbachi": "hibachi", "hbchi": "hibachi", "prty": "party", "partay": "party",
    "prc": "price", "prces": "prices", "avail": "available", "avlbl": "available", "avbl": "available", "availble": "available", "availabe": "available", "resv": "reservation", "appt": "appointment", "addy": "address", "dep": "deposit",
    "veggi": "vegetarian",
    "kno": "know", "luv": "love", "gr8": "great", "b4": "before", "l8r": "later", "every1": "everyone", "evry1": "everyone", "evryone": "everyone", "evrybody": "everybody", "wnts": "wants", "wnt": "want", "wnted": "wanted", "sumbody": "somebody", "sum1": "someone", "sumone": "someone", "sumthing": "something", "sumthin": "something", "sumtime": "sometime", "any1": "anyone", "some1": "someone", "ne1": "anyone", "sry": "sorry", "srry": "sorry", "soz": "sorry", "cuz": "because", "bcuz": "because", "coz": "because",
    "lil": "little", "theyre": "they're", "theyr": "they're", "thyre": "they're", "shes": "she's", "dat": "that", "tht": "that", "dis": "this", "dey": "they", "wen's": "when's", "hows": "how's", "plss": "please", "plzz": "please", "pleez": "please", "plse": "please", "thxs": "thanks", "thnx": "thanks", "thanx": "thanks", "tnx": "thanks", "ofus": "of us", "ngl": "", "tbh": "", "imo": "", "wd": "would",
}  # fmt: skip
_WORD_FORM = r"(?<![\w@./'’&$#-])(?P<word>\d?[a-z]{1,9}\d?)(?![\w@/&-]|['’][a-z]|\.[a-z])"
_WORD = re.compile(_WORD_FORM)
_SHOUTED = re.compile(_WORD_FORM, re.I)
"""Only what begins in lower case, or a text that is all capitals: "R. Wat" and "Wat Street" are names."""
_NUMBER = rf"(?:\d{{1,5}}|{ONE_TO_TWELVE}|\w+teen|twenty|thirty)"
_PLACED = (
    (re.compile(r"(?<=me and my )gf\b|(?<=me n my )gf\b|(?<=me & my )gf\b|(?<=just my )gf\b"), "girlfriend"),
    (re.compile(r"(?<=me and my )bf\b|(?<=me n my )bf\b|(?<=me & my )bf\b|(?<=just my )bf\b"), "boyfriend"),
    (
        re.compile(
            rf"(?<=[a-z0-9)] )n(?= (?:{_NUMBER}\b|a |the |my |our |is |are |it |its |we |i |what |how |can "
            rf"|do |no |then |some |for |[a-z]{{4,}}))"
        ),
        "and",
    ),
    (re.compile(r"(?:(?<=\s)|^)@ ?(?=\d)"), "at "),
    (re.compile(r"(?<=\bof )'?em\b"), "them"),
    (re.compile(r"(?<=[a-z] )w(?:/ ?| )(?=\d|[a-z]{1,12}\b)"), "with "),
    (re.compile(r"(?<=\d )w/? (?=\d)"), "with "),
    (
        re.compile(
            r"(?:(?<=would )|(?<=could )|(?<=should )|(?<=will )|(?<=might )|(?<=gonna )|(?<=ould it )"
            r"|(?<=there )|(?<=to )|(?<=that )|(?<='ll ))b\b"
        ),
        "be",
    ),
    (
        re.compile(
            r"\b4 (?=(?:a|an|my|our|us|the|me|her|him|his|everyone|all|dinner|lunch|price|sat|saturday|sunday"
            rf"|friday|next|tomorrow|tonight|{_NUMBER} (?:adults?|people|ppl|guests|of us|kids|grown|all"
            r"|friends|in|at))\b)"
        ),
        "for ",
    ),
    (re.compile(r"\b4 (?=(?:that|it|this|these|those|you|us)\b)"), "for "),
    (
        re.compile(
            r"(?:(?<=it )|(?<=price )|(?<=quote )|(?<=much )|(?<=cost )|(?<=table )|(?<=dinner )"
            r"|(?<=hibachi ))4 (?=\d{1,2}\b(?![:/]| ?(?:pm|am)\b))"
        ),
        "for ",
    ),
    (
        re.compile(
            r"(?<=[a-z] )(?<!and )(?<!plus )(?<!but )(?<!then )(?<!can )(?<!could )(?<!would )(?<!let )\b2 (?=(?:book|do|get|have|know|see|come|ask|make|move"
            r"|change|cancel|add|pay|go|be|hire|reserve|plan|order|eat|feed|host)\b)"
        ),
        "to ",
    ),
    (re.compile(r"(?:(?<=coming )|(?<=joining )|(?<=comes )|(?<=joins ))2(?=\s*(?:$|[.,!?;\n]|and |also ))"), "too"),
    (re.compile(rf"\bfr(?= (?:{_NUMBER}|a|my|our|the)\b)"), "for"),
    (
        re.compile(
            r"(?<=\btalk )2(?= )|(?<=\bspeak )2(?= )"
            r"|(?<=\bback )2(?= (?!(?:days?|weeks?|wks?|months?|hours?|hrs?)\b))|(?<=\bchat )2(?= )"
        ),
        "to",
    ),
    (re.compile(r"\b[Ww]hens(?= (?:the|my|our|it|that|this|your|ur)\b)"), "when's"),
    (re.compile(r"\bal(?= (?:grown|adults?|of us|together|in)\b)"), "all"),
    (re.compile(r"(?<=\bhow )(?:mu|muc|muh|mcuh|mouch|mich|moch|mush|muchh|muvh|mych|nuch)\b"), "much"),
    (
        re.compile(
            r"\bhm(?= ?\$? ?\?| ?\$+(?:\W*$)| for \d| 4 \d"
            r"| (?:is|would) (?:it|that|this|hibachi|a|the|u|you)\b| it would\b)"
        ),
        "how much",
    ),
    (re.compile(r"(?<=\bzip )(?:cd|cde|coe|cod|coed|cdoe)\b"), "code"),
    (re.compile(r"(?<=\bat )nn\b"), "noon"),
    (re.compile(r"\b(?<=to |na |ld |an |ou )bk\b|\bbk(?= (?:a|an|it|the|you|u|sat|sun|fri|for|on)\b)"), "book"),
    (
        re.compile(
            r"\b(?:nex|net|nest|nxet)(?= (?:week|month|sat\w*|sun\w*|fri\w*|mon\w*|tues\w*|wed\w*|thurs\w*"
            r"|year)\b)"
        ),
        "next",
    ),
    (re.compile(r"\bna(?= (?:party|chef|quote|price))"), "a"),
)


_SO_MANY = re.compile(r"\b(?P<food>[a-z]+) 4 (?=\d{1,2}\b(?![:/]| ?(?:pm|am)\b))")
""" "Tofu 4 6": for so many, behind what is eaten alone; "kids 4 6" are ages."""


_HELD = re.compile(r"\b(?P<short>[a-z]*?(?P<letter>[a-z])(?P=letter){2,}[a-z]*)\b")
_TWICE = re.compile(r"(.)\1+")


def _let_go(said: re.Match[str]) -> str:
    """ "Gurlsss": text-speak with a letter held down."""
    once = _TWICE.sub(r"\1", said["short"])
    return once if once in _MEANT else said["short"]


def _meant(word: str) -> str:
    return _MEANT.get(word.lower(), word)


def written_out(text: str, foods: Collection[str] = ()) -> str:
    """The text with its text-speak as words; in a text that is all capitals every word counts. foods: words of the menu."""
    pattern = _SHOUTED if text.isupper() else _WORD
    text = pattern.sub(lambda match: _meant(match["word"]), _HELD.sub(_let_go, text))
    for placed, meant in _PLACED:
        text = placed.sub(meant, text)
    return _SO_MANY.sub(lambda said: f"{said['food']} for " if said["food"] in foods else said.group(), text)
