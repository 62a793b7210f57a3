"""What the customer is called, where no cue says so: a bare name among other answers; and towns that are people. Pure."""

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.concierge.understanding.words import Words
from hibachi.kit import lazy_re as re
from hibachi.language.contacts import find_contacts
from hibachi.language.dates import DateMention
from hibachi.language.names import NameMention
from hibachi.language.places import CityMention, Places
from hibachi.language.roster.words import RELATION
from hibachi.language.slips import is_english, of_the_field
from hibachi.language.spans import Span
from hibachi.language.tagging import known_names, tag
from hibachi.policies.schemas import Profile

_CLAUSE = re.compile(r"[^.,;!?\n/|]+")
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]+ ){1,3}[A-ZÀ-Þ][\w'’-]+")
_LOWER = re.compile(r"[a-zà-þ][a-zà-þ'’-]+ [a-zà-þ][a-zà-þ'’-]+(?: [a-zà-þ'’-]+)?")
_SAINTS = re.compile(
    r"(?:san|santa|los|las|el|south|north|east|west|palo|mountain|half|union|daly|redwood|walnut|castro|menlo)\s", re.I
)
""" "San Jose" is nobody's name, also when a name was asked for."""
_BEFORE_TOWNS = frozenset(
    "In At Near To From And Or Hi Hello Hey Downtown North South East West Around Is Does For The Our My".split()
)
_SURNAME_AFTER = re.compile(r" (?P<next>[A-Z][a-z'’-]+)(?=\W*$|[.,;:!?\n]| \S*@| [+(\d]| (?:here|speaking|again)\b)")
_INTRODUCED = re.compile(r"\b(?:it'?s|this is|i'?m|i am|my name is|name'?s|here is|here's)\s+$", re.I)
""" "It's Vernon Tate, i forgot ...": a first name, whatever stands behind the surname."""
_OF_A_PLACE = re.compile(
    r"^(?:Lake|Mount|Mt|Fort|Ft|Point|Pt|Camp|Port|Cape|Downtown|North|South|East|West|Upper|Lower|Old"
    r"|New)\b|\b(?:Hills|Heights|Valley|Beach|Island|Estates?|Village|Springs|Gardens|Creek|Lakes?"
    r"|District|Square|Plaza|Center|Club|Winery|Vineyards?|Hall|Church|Ranch|Road|Street|Avenue|Drive"
    r"|Lane|Court)$"
)
""" "Lake Merritt", "Oak Hills": where it is, as long as nobody was asked for a name."""
LEAST_KNOWN = 2
"""Of day, guests, place and contact, told now or before: who tells so many is booking, and a name beside them is the customer's."""


def is_place(mention: CityMention, places: Places, text: str, expecting: tuple[str, ...]) -> bool:
    """Whether a town is meant, not a person: "in Lee", "Sacramento" are places, "94538 Lee Poe" and a bare "Madison" people.

    A town is a person's name only where it is one that people have.
    """
    before, after = text[: mention.span.start], text[mention.span.end :]
    first = re.search(r"(\w+) $", before)
    if first and first[1].istitle() and first[1] not in _BEFORE_TOWNS and mention.span.text.istitle():
        return False
    known = _is_known(mention.span.text)
    alone = not re.search(r"[^\W\d_]+ $", before) and not re.match(r" [^\W\d_]+", after)
    if _SAINTS.match(mention.span.text) or (alone and not known):
        return True
    located = bool(re.search(r"\b(?:in|near|at|from|to)\s+$", before, re.I))
    surname = _SURNAME_AFTER.match(after)
    states = [code.span.text for code in places.states]
    states = [code.span.text for code in places.states]
    introduced = _INTRODUCED.search(before) and re.match(r" [A-Z][a-z'’-]+", after)
    if known and introduced and after.split()[0] not in states and mention.span.text.istitle():
        return False
    if known and surname and not located and mention.span.text.istitle() and surname["next"] not in states:
        return False
    if "name" not in expecting:
        return True
    marks = [*(code.span for code in places.zips), *(code.span for code in places.states)]
    return located or any(
        abs(mark.start - mention.span.end) <= 3 or abs(mention.span.start - mark.end) <= 3 for mark in marks
    )


_THIRD_PERSON = re.compile(
    r"\b(?:(?:she|he)(?:'?s| is)|(?:her|his|their|the) (?:full )?name(?:'?s| is| would be)"
    r"|(?:under|in) (?:her|his|their) name,?(?: \()?|in the name of (?:my|our) \w+,?(?: \()?"
    r"|(?:on behalf of|it'?s for|its for|booking for)"
    r"|(?:the )?(?:host|hostess|guest of honou?r|contact|birthday (?:girl|boy))(?:'?s name)? is"
    rf"|(?:my|our) (?:{RELATION})(?:'?s name)? is|named|called"
    rf"|(?:name|booking|reservation|party|it)\b[^.?!,;\n]{{0,20}}\b(?:hers|his"
    r"|theirs)[,;.:]?(?: (?:so|that'?s|that is|it'?s|which is|and|she'?s"
    rf"|he'?s))*),? (?P<name>[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’.-]*){{1,2}})",
    re.I,
)
LONGEST_INITIAL = 3
"""Letters with their dot of an abbreviation ("J.", "Jr."); a dot behind more of them ends a sentence."""
_FILLS = frozenset(
    "and her his the my our their cell phone number email at on in is she he it so but with for who".split()
)


def of_somebody_else(words: Words, profile: Profile) -> str | None:
    """The full name of the person whom the booking is for: "she's Lorraine Hatch and her cell is ..."."""
    refused = [mention.name for mention in words.places.cities] + list(dishes.words_of(profile))
    for match in _THIRD_PERSON.finditer(words.text):
        said: list[str] = []
        for word in match["name"].split():
            if word.lower() in _FILLS:
                break
            said.append(word.strip(".,"))
            if word.endswith((".", ",")) and len(word) > LONGEST_INITIAL:
                break
        if len(said) < 2 or not (said[0].lower() in known_names() or said[0].istitle()):
            continue
        if not any(word.lower() in known_names() for word in said) or not _reaches(words, said):
            continue
        written = " ".join(said)
        named = written if written != written.lower() else written.title()
        if found := _as_name(named, refused):
            return found
    return None


def _reaches(words: Words, said: list[str]) -> bool:
    """Whether the words are a name rather than what somebody is: capitals, or a way to reach the person beside them."""
    return all(word[0].isupper() for word in said) or bool(words.contacts.phones or words.contacts.emails)


def _is_known(said: str) -> bool:
    return any(word in known_names() for word in re.split(r"[ -]", said.lower()) if len(word) > 1)


def name_among(words: Words, dialogue: Dialogue, profile: Profile) -> str | None:
    """A bare name between other answers: "its 94587. Tasha Greene. in the yard", "12 adults 94538 Lee Poe"."""
    refused = [mention.name for mention in words.places.cities] + list(dishes.words_of(profile))
    return _in_a_clause(words, dialogue, refused) or _beside_a_party(words, dialogue, refused)


def _in_a_clause(words: Words, dialogue: Dialogue, refused: list[str]) -> str | None:
    """When a name was asked for, or the whole message is one."""
    talked_of = dialogue.goal is not None or dialogue.time is not None or bool(dialogue.dates)
    alone = bool(_CAPITALS.fullmatch(words.text.strip())) and talked_of
    if "name" not in dialogue.expecting and (dialogue.name is not None or not (dialogue.goal == "booking" or alone)):
        return None
    for clause in _CLAUSE.finditer(words.text):
        said = re.sub(r"^(?:and|it'?s|im|i'?m|its)\s+", "", clause.group().strip(), flags=re.I)
        said = re.sub(r"^[\d() +.-]+|[\d() +.-]+$", "", said).strip()
        unasked = "name" not in dialogue.expecting or clause.group().lstrip()[:1].isdigit()
        if unasked and _OF_A_PLACE.search(said):
            continue  # "21 Sam Hill Road"
        if _CAPITALS.fullmatch(said) and (found := _as_name(said, refused)):
            return found
    return None


def _beside_a_party(words: Words, dialogue: Dialogue, refused: list[str]) -> str | None:
    """Of a message that tells a party, the words that nothing else was read from, when they are nothing but a name."""
    told = (
        words.days, words.guests.stated, words.places.zips, words.contacts.phones or words.contacts.emails,
        words.times.mentions,
    )  # fmt: skip
    before = (dialogue.dates, dialogue.quoted, dialogue.zip) if any(told) else ()
    if dialogue.name is not None or sum(bool(part) for part in (*told, *before)) < LEAST_KNOWN:
        return None
    for clause in _CLAUSE.finditer(_cut(words)):
        said = clause.group().strip(" -–—:()")
        low = _LOWER.fullmatch(said) and _is_low_name(said.split())
        if _OF_A_PLACE.search(said):
            continue
        if (low or (_CAPITALS.fullmatch(said) and (_is_known(said) or _is_strange_name(said)))) and (
            found := _as_name(said, refused)
        ):
            return found
    return None


_NO_SURNAME = re.compile(
    r"(?:\w+ing|\w+ed|\w+ly|budget|friends?|family|fruit|pond|jacket|party|day|time|only|please|said"
    r"|says|is|was|will|can|and|too|also|coming|now|here|later|maybe|sure|ok|okay|yes|no|has|wants?"
    r"|likes?|loves?|does|eats?|pays?|turns?|one|two)"
)


def _is_low_name(words: list[str]) -> bool:
    """Whether words in small letters are a name: one of them known as such, the others known too or none of English."""
    if any(word.endswith("-ish") for word in words):
        return False  # "noon-ish works"
    known = [word in known_names() for word in words]
    if known[0] and len(words) == LEAST_KNOWN and not of_the_field(words[1]) and not _NO_SURNAME.fullmatch(words[1]):
        found = tag(" ".join(words).title())
        if any(one.kind == "PERSON" for one in found):
            return True
    return (known[0] or known[-1]) and all(one or not is_english(word) for one, word in zip(known, words, strict=True))


def _is_strange_name(said: str) -> bool:
    """Whether capitals that no list of names knows are a person all the same: no words of English and no place."""
    first = re.split(r"[-'’]", said.lower().split()[0])
    return not any(map(is_english, first)) and not any(one.kind != "PERSON" for one in tag(said))


def _as_name(said: str, refused: list[str]) -> str | None:
    return find_contacts(said, expected="name", not_names=refused).name


def _cut(words: Words) -> str:
    """The text with a cut wherever something was understood."""
    spans: list[Span] = [
        *words.dishes.spans, *words.contacts.spans, *words.places.spans, *(day.span for day in words.days),
        *(one.span for one in words.times.mentions), *(one.span for one in words.guests.mentions),
    ]  # fmt: skip
    flat = words.text
    for span in spans:
        flat = flat[: span.start] + "," * (span.end - span.start) + flat[span.end :]
    return flat


def no_holidays(names: tuple[NameMention, ...], days: tuple[DateMention, ...]) -> tuple[NameMention, ...]:
    """ "Book for Christmas Eve": a day, no person."""
    return tuple(name for name in names if not any(name.span.overlaps(day.span) for day in days))
