"""What people say of themselves that is worth remembering: days of every year, what to call them, diets, how to reach them.

Deterministic and careful: a sentence that is not plainly one of these says nothing. Pure.
"""

from collections.abc import Iterator
from datetime import date, datetime

from hibachi.kit import lazy_re as re
from hibachi.language.date_mentions import DateMention
from hibachi.language.date_words import WEEKDAYS
from hibachi.language.dates import find_dates
from hibachi.language.diets import diets
from hibachi.language.tagging import known_names
from hibachi.memory.schemas import DateType, KnownDate, Said

RELATION = (
    r"husband|wife|partner|mom|mother|mum|dad|father|son|daughter|kid|baby|sister|brother|grandma"
    r"|grandmother|grandpa|grandfather|aunt|uncle|niece|nephew|boyfriend|girlfriend|fianc[eé]e?|boss"
    r"|best friend|friend|twins|parents|grandparents|in-laws"
)
_NAME = r"[A-Z][\w-]{1,30}"
_S = r"(?:['’]s|s['’]|s)?"
_DAY = r"(?i:birthday|b-?day|wedding anniversary|anniversary)"
_OF = re.compile(
    rf"(?:\b(?i:my|our) (?:(?P<relation>(?i:{RELATION})){_S} )?(?:(?P<name>{_NAME})(?:['’]s) "
    rf")?(?:\d+(?:st|nd|rd|th) )?|\b(?P<other>{_NAME})['’]s (?:\d+(?:st|nd|rd"
    rf"|th) )?)(?P<what>{_DAY})\b"
)
_IS = re.compile(
    r" ?(?:is|'s|’s|was|falls|lands|comes|will be|:|=|-)? ?(?:always |actually |coming )?(?:up )?(?:on )?(?:the )?",
    re.I,
)
_BARE = re.compile(r" ?(?:on )?(?:the )?", re.I)
_TO_CELEBRATE = re.compile(
    r"\b(?:for|celebrat\w+|throw\w*|plan\w*|part(?:y|ies)|before|after|around|near)\b[^.!?\n]{0,20}$", re.I
)
_TURNS = re.compile(
    rf"(?:\b(?i:my|our) (?P<relation>(?i:{RELATION}))(?: (?P<named>{_NAME}))?|\b(?P<other>{_NAME})"
    r"|\b(?i:i)) (?i:turns?|(?:is|am) turning|will (?:be|turn)(?: turning)?|(?:was|were) born"
    rf"|gets?) ?(?:\d{{1,3}})? ?(?:on )?$"
)
_BORN = re.compile(r"(?:turn|born)", re.I)
_MARRIED = re.compile(
    r"\b(?:we|my (?:husband|wife) and i|i)(?:'ve| have| were| was| got| are)* (?:got )?(?:married"
    r"|wed)(?: (?:on|back on|each other on))? ?$",
    re.I,
)
_CALLED = re.compile(
    r"\b(?P<cue>(?i:(?:please |just |you can )?call me|i go by"
    r"|(?:every(?:one|body)|people|friends|they|all) calls? me"
    r"|i(?:'d)? prefer(?: to be called)?)) (?P<name>[A-Z][a-zà-ÿ'’-]{1,30})\b(?! ?(?:\d|at|back|on"
    r"|when|if|between))"
)
_OWN_DIET = re.compile(
    r"\b(?:i'?m|i am|i have|i keep|i can'?t (?:eat|have)|i don'?t eat|i eat|we'?re|we are|we keep"
    rf"|we don'?t eat|we eat|my (?:{RELATION})(?:'s|’s| is| has| can'?t| doesn'?t| keeps| eats))\b",
    re.I,
)
_NOT_SO = re.compile(
    r"\b(?:not|no longer|isn'?t|aren'?t|nobody|no one|never been) (?:a |an )?(?:allergic|vegan"
    r"|vegetarian|kosher|halal|intolerant|pescatarian)\b|\bno (?:allerg|diet)",
    re.I,
)
_METHODS = {"sms": r"texts?|sms|text messages?|texting", "email": r"e-?mails?|emailing", "phone": r"calls?|phone calls?|phone|calling", "whatsapp": r"whats ?app"}  # fmt: skip
_WAY = "|".join(f"(?P<{name}>{words})" for name, words in _METHODS.items())
_REACH = re.compile(
    r"\b(?:i(?:'d)? (?:really |much )?(?:prefer|rather have|like)(?: to be (?:reached|contacted) by)?"
    r"|(?:best|easiest|preferred) (?:way|method)(?: to (?:reach|contact) (?:me|us))? (?:is"
    r"|would be)(?: by| via| a)?|(?:reach|contact) (?:me|us) (?:by|via|on|over)"
    r"|(?:please )?(?:don'?t|do not|never) (?:call|phone|text|e-?mail)(?: me| us)?[,;.]? (?:just "
    rf"|only |please |rather |but )*) ?(?:{_WAY})\b",
    re.I,
)
_SENTENCE = re.compile(r"[^.!?\n;]+[.!?]?")
_WORTH_READING = re.compile(
    r"b-?day|birthday|anniversar|\bborn\b|\bturn(?:s|ing)?\b|married|\bcalls? me\b|\bgo by\b|prefer"
    r"|allerg|vegan|vegetarian|intoleran|kosher|halal|pescatarian|celiac|coeliac|gluten"
    r"|(?:can'?t|don'?t|doesn'?t) (?:eat|have)|\breach (?:me|us)\b|contact (?:me|us)"
    r"|(?:don'?t|do not|never) (?:call|phone|text|e-?mail)|(?:best|easiest) way",
    re.I,
)


def worth_reading(text: str) -> bool:
    """Whether a message may say something of the kind at all: cheap, and never no where `heard` finds something."""
    return bool(_WORTH_READING.search(text))


def heard(text: str, now_local: datetime) -> list[Said]:
    """All that a message says of its writer that is worth remembering. Days are not confirmed yet."""
    if not worth_reading(text):
        return []
    return [*important_dates(text, now_local), *_preferred_name(text), *_own_diets(text), *_contact_method(text)]


def important_dates(text: str, now_local: datetime) -> list[Said]:
    """Birthdays and anniversaries whose day the text names; without a year the day that comes next."""
    if not worth_reading(text):
        return []
    found: dict[str, Said] = {}
    for mention in find_dates(text, now_local):
        day = _fixed(mention)
        known = _of_what(text, mention) if day is not None else None
        if day is not None and known is not None:
            kind, name = known
            value = KnownDate(type=kind, date=day, name=name)
            key = f"{kind}:{(name or '').lower()}"
            found[key] = Said(
                kind="important_date", key=key, value=value.model_dump(mode="json", exclude_none=True), confirmed=False
            )
    return list(found.values())


def _fixed(mention: DateMention) -> date | None:
    """The day of a mention where all that it may mean are one day of the year."""
    days = {(day.month, day.day) for day in mention.candidates}
    loose = mention.kind == "relative" and mention.span.text.lower() not in ("today", "tomorrow")
    if len(days) != 1 or mention.approximate or mention.mismatch or mention.role == "not" or loose:
        return None
    return mention.candidates[0]


def _of_what(text: str, mention: DateMention) -> tuple[DateType, str | None] | None:
    """Whose day of what kind a date is, by the words right before it."""
    before = text[: mention.span.start]
    cues = [cue for cue in _OF.finditer(before) if _IS.fullmatch(before[cue.end() :])]
    if cues:
        cue = cues[-1]
        aim = _TO_CELEBRATE.search(text[: cue.start()])
        if aim and _BARE.fullmatch(before[cue.end() :]):
            return None
        what: DateType = "anniversary" if "anniv" in cue["what"].lower() else "birthday"
        return what, cue["name"] or cue["other"] or _lower(cue["relation"])
    turned = _TURNS.search(before)
    if turned and _BORN.search(turned.group()):
        return "birthday", turned["named"] or turned["other"] or _lower(turned["relation"])
    return ("anniversary", None) if _MARRIED.search(before) else None


def _preferred_name(text: str) -> Iterator[Said]:
    for match in _CALLED.finditer(text):
        name = match["name"]
        ordered = "call me" in match["cue"].lower() and "s me" not in match["cue"].lower()
        plain = name.lower() in known_names() and name.lower() not in WEEKDAYS
        if plain or (not ordered and name.lower() not in WEEKDAYS and "prefer" not in match["cue"].lower()):
            yield Said(kind="preferred_name", key="", value={"name": name[:100]})


def _own_diets(text: str) -> Iterator[Said]:
    found: list[str] = []
    for sentence in _SENTENCE.findall(text):
        if not sentence.rstrip().endswith("?") and _OWN_DIET.search(sentence) and not _NOT_SO.search(sentence):
            found += diets(sentence)
    if found:
        yield Said(kind="dietary", key="", value={"diets": list(dict.fromkeys(found))})


def _contact_method(text: str) -> Iterator[Said]:
    matches = list(_REACH.finditer(text))
    if matches and matches[-1].lastgroup:
        yield Said(kind="contact_method", key="", value={"channel": matches[-1].lastgroup})


def _lower(words: str | None) -> str | None:
    return words.lower() if words else None
