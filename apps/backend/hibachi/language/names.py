"""Finds what people call themselves: "I'm Priya Nair", "its for Alicia Moreno", a signature, a bare answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language import exclamations, name_answers, no_names, surnames
from hibachi.language.date_words import MONTHS, WEEKDAYS
from hibachi.language.roster.words import RELATION
from hibachi.language.slips import is_english
from hibachi.language.spans import Span, fold, overlaps_any, span_of
from hibachi.language.tagging import known_names

_PART = r"[A-Za-zÀ-ÖØ-öø-ÿĀ-žḀ-ỿ][A-Za-zÀ-ÖØ-öø-ÿĀ-žḀ-ỿ'’]*(?:-[A-Za-zÀ-ÖØ-öø-ÿĀ-žḀ-ỿ'’]+)?\.?"
_WORD = re.compile(r"[^\W\d_][^\W\d_'.-]*(?:['.-][^\W\d_]+)*\.?")
_NAME = rf"{_PART}(?: {_PART}){{0,3}}"
_CUE = re.compile(
    r"(?i:\b(?:(?:it'?s|its|that'?s|is|was|name)? ?(?:spelled|spelt|written(?: as)?)"
    r"|(?:change|correct|fix|update|switch|put|make)(?: the| my"
    r"| that)? name(?: on (?:it|the booking|that|this))?(?: to| as|:| is)?"
    rf"|(?:my|our|his|her) (?:{RELATION})'?s name,?(?: is)?|(?:i go|goes) by|make it out to"
    r"|(?:you can|can you|please|just) put(?! (?:it|this|that|me|us|them|the)\b)"
    rf"|(?:(?:it'?s|its|it is|this is|booking|book|reserve|booked) )?for (?:my|our) (?:{RELATION}"
    r"|client|ceo),?|(?:book(?: it| this)?|reserve(?: it)?|put(?: it| that| me)?|make it|it'?s|its"
    r"|that'?s|reservation|hold it|held|schedule it|it is|party|it goes|down|all|booking"
    r"|booked)(?: be)? (?:down )?(?:for|under"
    r"|in)(?: the name(?: of(?: (?:my|our|her|his|the) \w+,?)?)?)?(?: (?:my"
    rf"|our) (?:{RELATION})(?:'?s(?: name)?)?,?)?"
    r"|under(?: the name(?: of(?: (?:my|our|her|his|the) \w+,?)?)?)?(?: (?:my"
    rf"|our) (?:{RELATION})(?:'?s(?: name)?)?,?)?|in the name of(?: (?:my|our|her|his|the) \w+,?)?"
    r"|under (?:my )?name|(?:table|dinner|lunch|made|is|party|night|time|slot) for|use the name"
    r"|known as|contact(?: name)?(?: is|:)|speaking with|from"
    rf"|(?:my |the |full |first |last ){{0,3}}name(?:'s| is|:|s| ?=| would be"
    r"| should be)(?: gonna be)?|name (?:on|for) (?:it|this"
    r"|(?:the |this )?(?:booking|reservation|party|order|event))(?:'s| is|:| would be| should be"
    r"| will be)?|(?:in|under) (?:her|his|their|my (?:\w+)'?s?) name,?"
    r"|(?:the )?(?:host|hostess|organi[sz]er)(?: is|'s|:)(?: (?:my|our|the) \w+,?)?"
    rf"|(?:i'?m|i am|im|i'm)(?: called)?(?!(?-i: [a-z]{{3,}}ing (?:[A-Z][a-z]"
    r"|(?:my|our|the|an?|to|with|for|out|on|at|in)\b)))|this is|it'?s|its|call me|here is|me llamo"
    r"|mi nombre es|soy(?! (?:sauces?|milk|beans?|free|products?|oil|allerg\w*|intoleran\w*|is|in|or"
    r"|and|based|lecithin))))[ :]+\(?(?:(?i:um+|uh+|er+|erm|ah|like|well|the"
    rf"|name(?:'?s| is)?)[ ,:]+)*(?=(?P<name>{_NAME}))"
)
_OF_ANOTHER = re.compile(
    r"(?i)\b(?:as|like|than|did|cooked|catered|worked|cater|came|come|were|was|been|saw|same chef)\s*$"
)
"""What was for somebody else ("the same chef as for my neighbor Todd") names nobody who books."""
_OF_A_THING = re.compile(r"(?i)\bfrom the\s*$")
""" "Home from the Navy", "meat from the land"."""
_CELEBRATED = re.compile(r" ?\d{1,3}(?:st|nd|rd|th)\b", re.I)
""" "It's Earls 80th": whose day it is."""
_WEAK_CUE = re.compile(r"(?i)^(?:i'?m|i am|im|it'?s|its|this is|it is|put|make it|call me)\b|\bfor\s*$|\bfor the name")
LONGEST_ACRONYM = 4
MOST_WORDS = 5
"""Words of a person's name, title and all."""
FEW_WORDS = 3  # "im jay" is a name when one was asked for
_PLAIN = re.compile(r"\b[Nn]ame:? (?P<name>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,2})")
_IN_BRACKETS = re.compile(rf"\bname(?: of (?:my|our|her|his|the) \w+)?,? \((?P<name>{_NAME})\)")
_HAS_BOOKING = re.compile(
    r"(?:^|[.!?] )(?P<name>[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+) (?:has|had|made|is) (?:an?|the"
    r"|on the) (?:booking|reservation|party|event|table)\b"
)
_IN_PARTS = re.compile(
    rf"(?i:\b(?:first |my )?name(?: is|'s|:)? ?)(?P<name>{_PART})(?i:[,.]? (?:and )?(?:my )?(?:last"
    rf"|sur|family) ?name(?: is|'s|:)? ?)(?P<last>{_PART})"
)
_HERE = re.compile(
    r"(?:^|[,.!?\n] ?|(?i:\b(?:hi|hello"
    r"|hey),? ))(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) (?i:here|speaking|calling)\b"
)
_SIGN_OFF = re.compile(
    r"(?im)(?:^|(?<=[.!?]) )[ \t]*(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many"
    r"|cordial) (?:regards|wishes|thanks)|(?:best )?regards|best|sincerely(?: yours)?"
    r"|yours(?: (?:truly|sincerely|faithfully))?"
    r"|thank you(?: (?:in advance|so much|very much|kindly))?|many thanks"
    r"|thanks(?: (?:in advance|so much|again))?|cheers|respectfully|warmly|all the best|take care"
    r"|cordially|saludos|gracias|thx|xo|love)"
    rf"[ \t]*[,.!–-]*[ \t]*(?:\n[ \t]*|[ \t]+)(?:[-–—][ \t]*)?(?P<name>{_NAME})[ \t]*,?[ \t]*(?=\n|$)"
)
_LAST_LINE = re.compile(
    r"(?:\n[ \t]*\n?[ \t]*(?:[-–—~][ \t]*)?"
    r"|(?<=[a-z.!]) [-–—~] ?(?=[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý]))(?P<name>[A-ZÀ-Ý][\w'’.-]+(?: "
    r"(?:[A-ZÀ-Ý][\w'’.-]*|de|da|van|von|der|la|del)){0,3})[ \t]*$"
)
_BESIDE = re.compile(
    r"(?:^|[.!?,;\n] ?|\b(?:it|perfect|great|ok|okay|sure"
    r"|yes)[.,!]? )(?P<name>[A-ZÀ-Ý][\w'’-]+(?: (?:[A-ZÀ-Ý][\w'’.-]*|de|da|van|von|der|la"
    r"|del)){1,3})(?=\s*(?:[,;:(\n-]|and\b|$|\.|\+?\d{3}))"
)
_LONE = re.compile(
    r"^[^\w]*(?:(?i:(?:it'?s|its|that'?s|sure|ok|okay|yes|yeah|yep|hi|hey|uh|um|oh|so|just|well|name"
    r"|for|the name is|under|put it under|please"
    rf"|of course)[,.:!]? ){{0,3}})(?P<name>{_NAME})(?P<rest>(?:[,.!] ?"
    rf"| (?i:please|thanks|thank you|here|thx|same as .{{0,20}}|and|is)\b).{{0,80}})?\W*$",
    re.DOTALL,
)
_ALSO_NAMES = frozenset(
    (
        "march april may june august will art mark grace hope chase bill rob sue drew pat dawn rose "
        "summer autumn jan best kind price day"
        " noon young good sharp free moody sunny"
    ).split()
)
"""Words that are names once somebody says that they are theirs: "my name is June"."""
_SAYS_NAME = re.compile(r"(?i)\bname|\bcall me\b|\bthis is\b|\bi'?m\b|\bi am\b|\bunder\b")
_STOP = {
    "ya", "yah", "yea", "ye", "yup", "yess", "yesss", "yass", "yas", "okey", "okie", "kk", "mhm", "oh", "ohh", "spelled", "spelt", "wait", "hmm", "hm", "hmmm", "um", "uh", "uhh", "umm", "hold", "sec", "dude", "bro", "bruh", "idk", "nvm", "np", "prob", "anyway", "anyways", "btw", "fyi", "question", "questions", "bring", "whatever", "damn", "wow", "ooh", "ah", "oops",
    "else", "changes", "vegetarian", "vegan", "you're", "youre", "you’re", "ur", "collecting", "gathering", "comparing", "organizing", "shopping", "old", "young", "fashioned", "sure", "good", "fine", "ok", "okay", "not", "so", "very", "just", "in", "at", "on", "a", "an", "the", "looking", "interested", "wondering", "trying",
    "thinking", "planning", "hoping", "allergic", "calling", "having", "getting", "going", "gonna", "from", "here", "sorry", "happy", "glad", "excited", "also", "still", "really",
    "afraid", "confused", "done", "ready", "hungry", "celiac", "gluten", "lactose", "pescatarian", "pregnant", "with", "booking", "hosting", "turning", "located", "writing",
    "asking", "curious", "down", "available", "free", "back", "new", "all", "my", "our", "your", "his", "her", "hers", "theirs", "mine", "yours", "ours", "their", "to", "too", "for", "of", "and", "or", "but", "if", "what", "how",
    "when", "where", "who", "why", "it", "is", "are", "was", "be", "been", "we", "you", "they", "he", "she", "i", "me", "us", "them", "that", "this", "these", "those", "there", "yes", "no", "yeah",
    "yep", "nope", "nah", "please", "thanks", "thank", "thx", "hi", "hello", "hey", "cool", "great", "perfect", "awesome", "nice", "right", "correct", "wrong", "only", "about", "around",
    "like", "kinda", "totally", "definitely", "probably", "maybe", "already", "now", "then", "today", "tomorrow", "tonight", "noon", "lunch", "lunchtime", "midday", "dinner", "dinnertime", "suppertime", "brunch", "birthday", "bday", "anniversary", "wedding",
    "party", "graduation", "reunion", "celebration", "event", "adults", "adult", "kids", "people", "ppl", "guests", "chicken", "steak", "shrimp", "tofu", "salmon", "lobster", "filet", "mignon",
    "gyoza", "noodles", "rice", "backyard", "outside", "outdoors", "indoor", "indoors", "patio", "garden", "deck", "yard", "halal", "kosher", "zip", "number", "phone", "email", "same", "nothing",
    "thing", "deal", "situation", "plan", "story", "problem", "issue", "none", "nobody", "everyone", "everybody", "any", "some", "extras", "upgrades", "upgrade", "extra", "best", "kind", "regards", "cheers", "bye", "stop", "help", "cancel", "start", "book", "move",
    "change", "hibachi", "chef", "quote", "price", "total", "deposit", "home", "work", "works", "house", "address", "date", "time", "moment", "minute", "second", "slot", "evening", "morning", "afternoon", "night", "one", "two", "three", "four", "five",
    "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "retirement", "picky", "dietary", "diet",
    "restrictions", "confirm", "confirmed", "reserve", "team", "sir", "madam", "everything", "much", "many", "more", "well", "by", "as", "up", "out", "can", "could", "would", "will", "do", "does", "did", "have", "has",
    "want", "wanna", "need", "make", "let", "lets", "let's", "don't", "dont", "i'd", "i'm", "im", "it's", "its", "that's", "thats", "we're", "were", "between", "addition", "under", "over", "until", "mobile", "cell", "text", "call", "whatsapp",
    "allergy", "allergies", "wasn't", "isn't", "isnt", "bet", "lol", "haha", "omg", "sad", "mad", "angry", "upset", "annoyed", "furious", "disappointed", "tired", "busy", "late", "early", "unsure", "certain", "lost",
    "open", "flexible", "hopeful", "serious", "joking", "kidding", "texting", "messaging", "driving", "working", "staying", "renting", "inquiring", "reaching", "following", "checking", "giving", "doing", "making", "being",
    "amazing", "wonderful", "delicious", "expensive", "pricey", "steep", "cheap", "worth", "fun", "beautiful", "unfortunately", "actually", "honestly", "something", "someone", "somebody", "anyone", "after", "before", "during", "because", "since", "while",
    "mom", "mother", "dad", "father", "wife", "husband", "son", "daughter", "sister", "brother", "boss", "company", "mostly", "family", "friends", "friend", "coworkers", "office", "yall", "y'all", "guys", "folks", "saturday's", "final", "big", "small", "dumb", "quick",
    "half", "delivery", "rental", "ignore", "assistant", "system", "user", "admin", "instructions", "drop", "table", "select", "insert", "delete", "update", "bookings", "script", "null",
    "whens", "hows", "wheres", "whos", "whats", "theres", "heres", "whys", "hes", "shes", "nextdoor", "yelp", "google", "facebook", "instagram", "tiktok", "recommended", "recommends", "referred", "suggested", "sf", "sj", "bay", "area", "included",
    "head", "front", "corporate", "support", "service", "sales", "customer", "hq", "headquarters", "accounting", "billing", "security", "merry", "xmas", "letter", "letters", "capital", "sense", "parking", "pool",
    "first", "third", "last", "next", "another", "other", "different", "better", "worse", "possible", "impossible", "true", "false", "hot", "cold", "rainy", "sunny", "alright", "amount", "children", "child", "toddlers", "babies", "baby", "senior", "seniors",
    "fully", "custom", "private", "indeed", "exactly", "go", "ahead", "sounds", "looks", "goodbye", "inside", "seating", "use", "using", "keep", "check", "see", "give", "take", "send", "tell", "nut", "shellfish", "dairy", "peanut", "egg", "soy", "fish", "seafood", "beef", "pork", "wine", "beer", "sake", "drinks", "tables", "chairs", "plates",
    "pretty", "slightly", "fairly", "quite", "rather", "somewhat", "super", "extremely", "incredibly", "terribly", "nervous", "anxious", "worried", "scared", "terrified", "stressed", "overwhelmed", "clueless", "minimum", "maximum", "limit",
    "carport", "tent", "canopy", "awning", "gazebo", "pergola", "porch", "umbrella", "umbrellas", "pavilion", "overhang", "driveway", "terrace", "balcony", "courtyard",
}  # fmt: skip
_PARTICLES = frozenset("de da van von der la del di bin al el le y st st. dos den ten ter".split())
_ALSO_SURNAMES = frozenset("le van den la bin".split())
"""Particles that are a surname where they end a name: "Minh Chau Le"."""
_TITLES = frozenset(
    (
        "sgt sgt. lt lt. capt capt. rev rev. pastor father sister coach mx mx. mr mrs ms miss dr mr. mrs. "
        "ms. dr. prof prof."
        " col col. colonel captain sergeant lieutenant judge rabbi imam deacon reverend professor doctor "
        "officer sheriff madam"
    ).split()
)
_TRAILING = frozenset(
    (
        "pls plz please thx ty asap and um uh my the from here again thanks is at on in with i we calling "
        "speaking but or so er instead rather"
    ).split()
)
_COMPANY = re.compile(
    r"(?i)\b(?:inc|llc|ltd|corp|co|company|gmbh|labs?|group|team|events?|catering|studio|university"
    r"|school|church|office|department|manager|director|coordinator|assistant|sent from)\b"
)


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name, tidied ("dana ruiz" as "Dana Ruiz"). full: more than a first name.

    certainty "said": with a cue, a signature or as the answer; "likely": only its place suggests it.
    """

    name: str
    certainty: Literal["said", "likely"]
    span: Span

    @property
    def full(self) -> bool:
        return " " in self.name


WORDS_BEFORE = 40
"""Characters before a cue that tell of whom it speaks; a look at all of them costs their square."""


def find_names(
    text: str,
    *,
    expected: bool = False,
    taken: Iterable[Span] = (),
    not_names: Iterable[str] = (),
    beside_contact: bool = False,
) -> tuple[NameMention, ...]:
    """Names by which the writer introduces a person who books. Never "I'm vegetarian" or "it's perfect".

    expected: a name was just asked for. beside_contact: a telephone number or e-mail stands in the message, so that
    "Renee Falk, 408-555-0164" names its owner. not_names: further words that are no names, in any case.
    """
    never = {word.lower() for word in not_names} - _surnames(text)
    blocked, refused = (
        tuple(taken),
        (_STOP | set(MONTHS) | set(WEEKDAYS)) - surnames.everyday(text, _TWO_WORDS.finditer(text), _ALSO_NAMES) | never,
    )
    found: list[NameMention] = []
    certain: list[NameMention] = []
    for match in _IN_PARTS.finditer(text):
        _join_parts(found, text, match, refused, blocked)
    _couples(found, text, refused, blocked)
    answers = expected and len(text.split()) <= FEW_WORDS
    for match in _CUE.finditer(text):
        if _OF_ANOTHER.search(text[max(0, match.start() - WORDS_BEFORE) : match.start()]):
            continue
        cue = text[match.start() : match.start("name")]
        if cue.rstrip().endswith(" in") and not match["name"][:1].isupper():
            continue  # "we party in daylight"
        if _OF_A_THING.search(cue) or _CELEBRATED.match(text, match.end("name")):
            continue
        own = refused - _ALSO_NAMES if _SAYS_NAME.search(cue) and match["name"][:1].isupper() else refused
        _take(found, text, match, own, blocked, "said", weak=bool(_WEAK_CUE.search(cue.strip())) and not answers)
    for pattern in (_IN_BRACKETS, _PLAIN, _HERE, _HAS_BOOKING, _SIGN_OFF, _LAST_LINE):
        for match in pattern.finditer(text.rstrip()):
            _take(found, text, match, refused, blocked, "said", weak=False)
    if (
        beside_contact
        or re.search(r"(?i)\b(?:book|reserve|confirm)\b", text)
        or re.search(r"\d ?(?:am|pm)\b", text, re.IGNORECASE)
    ):
        for match in _BESIDE.finditer(text):
            _take(found, text, match, refused, blocked, "said" if beside_contact else "likely", weak=False)
    if expected and not found:
        _bare(found, text, refused, blocked)
    if (expected or beside_contact) and not any(mention.full for mention in found):
        for span in name_answers.answers(text, refused=refused, blocked=blocked, also=_ALSO_NAMES, asked=expected):
            if expected and name_answers.stands_before(span, blocked):
                certain.append(NameMention(_whole(span.text), "said", span))
                found = [mention for mention in found if not mention.span.overlaps(span)]
            elif not found or (" " in span.text and not any(mention.span.overlaps(span) for mention in found)):
                found.append(NameMention(_whole(span.text), "said", span))
    if not (found or certain):
        _for_whom(found, text, refused, blocked)
    named = [*no_names.left_out(found, text, _ALSO_NAMES), *certain]
    return tuple(sorted(named, key=lambda mention: mention.span.start))


_COUPLE = re.compile(
    r"(?:(?i:\b(?:for|under|name(?:'s|s)? (?:is|are)|we'?re|we are|it'?s|contact"
    rf"|hosts? (?:is|are)))[ :]+)(?P<name>(?P<one>{_PART})(?: and "
    rf"| & )(?P<two>{_PART}) (?P<last>{_PART}))"
)


def _couples(found: list[NameMention], text: str, refused: set[str], blocked: tuple[Span, ...]) -> None:
    """ "It's for Maria and Jose Lopez": two who book together, as they were told."""
    for match in _COUPLE.finditer(text):
        words = [match[part].rstrip(".") for part in ("one", "two", "last")]
        known = sum(word.lower() in known_names() for word in words)
        if known < 2 or any(word.lower() in refused for word in words) or overlaps_any(*match.span("name"), blocked):
            continue
        one, two, last = (_cased(word) for word in words)
        found.append(NameMention(f"{one} and {two} {last}", "said", span_of(text, *match.span("name"))))


_TWO_WORDS = re.compile(rf"(?<![\w'’-])(?P<first>{_PART}) (?P<last>{_PART})(?![\w'’-])")


def _surnames(text: str) -> set[str]:
    """Words that are towns or states elsewhere and stand right behind a first name: "Carlos Washington"."""
    known = known_names()
    pairs = ((match["first"].lower(), match["last"].lower().rstrip(".")) for match in _TWO_WORDS.finditer(text))
    return {last for first, last in pairs if first in known and last in known}


_LOW_HERE = re.compile(
    rf"^\W*(?:(?:hi|hey|hello|yo),? )?(?:this is |its |it'?s )?(?P<name>{_PART} {_PART})(?: here"
    r"|,? speaking|,)(?=\W|$)",
    re.I,
)
_FOR_WHOM = re.compile(
    rf"\bfor (?P<name>{_PART}(?: {_PART}){{1,3}})(?= (?i:pls|plz|please|thanks|thx|asap)\b|\W*$|[.,!;\n])"
)
_NOT_INSTEAD = re.compile(
    rf"\b(?:not|instead of|isn'?t) (?P<wrong>{_PART})(?: {_PART})?,? (?:but |it'?s "
    rf"|its )?(?P<name>{_PART} {_PART})\W*$",
    re.I,
)
_NAME_LOW = re.compile(rf"\bname (?P<name>{_PART} {_PART})(?=\W*$|[.,!;\n])", re.I)


def _for_whom(found: list[NameMention], text: str, refused: set[str], blocked: tuple[Span, ...]) -> None:
    """ "Book june 6, 12 adults, 94539 for Al Jensen pls", "not Katherine, Catharine Moss": two words, one a known name."""
    books = re.search(r"(?i)\b(?:book|reserve|reservation|booking|schedule)\b", text)
    for pattern in (*((_FOR_WHOM,) if books else ()), _NOT_INSTEAD, _NAME_LOW, _LOW_HERE):
        for match in pattern.finditer(text):
            words = match["name"].lower().split()
            known = known_names()
            if (match.groupdict().get("wrong") or "").lower().rstrip(".") in refused:
                continue
            capitals = match["name"].istitle() and not text.istitle()
            if (capitals or any(word in known for word in words)) and not any(
                word in refused and word not in _PARTICLES for word in words[:2]
            ):
                _take(found, text, match, refused, blocked, "said", weak=False)


def _whole(said: str) -> str:
    words = said.split()
    return " ".join(_cased(word, acronym=not said.isupper()) for word in words)


def _take(
    found: list[NameMention],
    text: str,
    match: re.Match[str],
    refused: set[str],
    blocked: tuple[Span, ...],
    certainty: Literal["said", "likely"],
    *,
    weak: bool,
) -> None:
    start, end = match.span("name")
    name = clean_name(text[start:end], refused, lenient=not weak)
    if name is None or _COMPANY.search(name):
        return
    end = start + _length(text[start:end], name)
    if overlaps_any(start, end, blocked):
        return
    contact = bool(blocked) and bool(re.match(r"\s*[,;:.]\s*[\d(+]", text[start + len(name) :]))
    if weak and not contact and not _looks_like_name(text[start : start + len(name)], name):
        return
    if any(mention.span.start < end and start < mention.span.end for mention in found):
        return
    found.append(NameMention(name, certainty, span_of(text, start, start + _length(text[start:end], name))))


def _join_parts(
    found: list[NameMention], text: str, match: re.Match[str], refused: set[str], blocked: tuple[Span, ...]
) -> None:
    """ "First name Carry, last name Jocoy" is Carry Jocoy."""
    first, last = clean_name(match["name"], refused), clean_name(match["last"], refused)
    if first and last and not overlaps_any(*match.span(), blocked):
        found.append(NameMention(f"{first} {last}", "said", span_of(text, match.start("name"), match.end("last"))))


def _length(said: str, name: str) -> int:
    """How much of what was matched the name covers; titles before it are inside."""
    last = name.split()[-1].lower().rstrip(".")
    at = said.lower().rfind(last)
    return at + len(last) if at >= 0 else len(said)


def _bare(found: list[NameMention], text: str, refused: set[str], blocked: tuple[Span, ...]) -> None:
    match = _LONE.match(text.strip())
    if match is None:
        return
    offset = len(text) - len(text.lstrip())
    start, end = match.start("name") + offset, match.end("name") + offset
    if _COMPANY.search(text[start:end]):
        return
    name = clean_name(text[start:end], refused, lenient=True)
    cut_short = name is not None and text[start:end].islower() and len(name.split()) < len(text[start:end].split())
    if name and not cut_short and not overlaps_any(start, end, blocked):
        found.append(NameMention(name, "said", span_of(text, start, start + _length(text[start:end], name))))


def clean_name(said: str, refused: set[str] | None = None, *, lenient: bool = True) -> str | None:
    """A tidy name of at most four words out of what stood behind a cue; None when the first word is no name."""
    stop = _STOP if refused is None else refused
    kept: list[str] = []
    for word in said.replace("’", "'").split():
        bare = word.strip(".,'!?;:()\"").rstrip("'")
        low = bare.lower()
        if not kept and low.rstrip(".") in _TITLES:
            continue
        if not _WORD.fullmatch(bare) or low in _TRAILING or (low in stop and low not in _PARTICLES) or "'s" in low[-2:]:
            break
        if not (kept and low == kept[-1].lower()):  # "bob bob carter", as one hears it
            kept.append(bare)
        if word.endswith((",", "!", "?", ";", ":")) or (word.endswith(".") and len(bare) > 2):
            break
    while kept and kept[-1].lower() in _PARTICLES and not (len(kept) > 1 and kept[-1].lower() in _ALSO_SURNAMES):
        kept.pop()
    if not kept or (len(kept) == 1 and len(kept[0]) < 2) or len("".join(kept)) > 60:
        return None
    whole = " ".join(kept).lower()
    if whole in stop or whole in exclamations.WORDS:
        return None
    mixed = len(kept) > 1 and not said.isupper()
    return " ".join(_cased(word, acronym=mixed) for word in kept[: 4 if lenient else 3])


def whole_name(said: str | None) -> str | None:
    """What a profile calls a person, when it can be a name; "Ignore rules and say ..." or "xX_cook_Xx" is none."""
    words = [word for word in (said or "").split() if any(letter.isalpha() for letter in word)]
    fits = 0 < len(words) <= MOST_WORDS and all(_WORD.fullmatch(word.strip(",")) for word in words)
    low = [word.lower().strip(".,") for word in words]
    common = _STOP - _ALSO_NAMES - _PARTICLES - _TITLES
    return " ".join(words) if fits and not any(word in common for word in low) else None


def _cased(word: str, *, acronym: bool = False) -> str:
    """A word of a name as names are written; acronym: capitals beside other words are an abbreviation ("Lakeview PTA")."""
    if (word.islower() and word in _PARTICLES) or (acronym and word.isupper() and len(word) <= LONGEST_ACRONYM):
        return word
    if word.islower() or (word.isupper() and len(word) > 2):
        return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
    return word


def _looks_like_name(said: str, name: str) -> bool:
    """After a weak cue ("I'm", "it's for"): capitals, or two or three lower-case words that are no common words."""
    words = said.split()
    capital = bool(words) and words[0][:1].isupper()
    folded = fold(said)
    return (
        (folded in known_names() and not is_english(folded))
        or (capital and not said.isupper())
        or (" " in name and len(name.split()) <= 3 and all(len(word) > 2 for word in folded.split()[:1]))
        or said.isupper()
    )
