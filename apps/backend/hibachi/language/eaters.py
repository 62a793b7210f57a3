"""Who eats a dish, as a number: "5 of the 12 adults", "me and my wife", "the birthday boy", "the adults"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.roster.words import RELATION

_NOUN = (
    r"(?:adults?|people|ppl|persons?|guests?|friends?|folks|grown[- ]?ups|kids|children|guys|men|ladies"
    r"|women|girls|boys)"
)
OUT_OF = (
    r"(?:(?: (?:people|ppl|guests|adults|persons))?,? (?:out )?of (?:the |our |my |all |a total of "
    rf"|those |these |us )*(?:(?P<of>{NUMBER})(?: (?:{_NOUN}|of us|of them|total|in total"
    rf"|who are coming))*|{_NOUN}|whom|which)(?![\w:/]))"
)
"""Behind a number: the guests among whom so many are."""
_KIN = rf"(?:{RELATION}|abuela|abuelo|mil|fil)(?:[- ]in[- ]law)?"
_HONOURED = (
    r"(?:(?:birthday|b-?day) (?:boy|girl|kid|child|man|lady|woman|gal|guy|person|queen|king|star)"
    r"|bride(?:[- ]to[- ]be)?|groom(?:[- ]to[- ]be)?|graduate|grad|guest of hono[u]?r|host|hostess|retiree"
    r"|oldest|eldest|youngest|mom[- ]to[- ]be)"
)
_PAIR = r"(?:parents|in-?laws|newlyweds|grandparents|folks|(?:happy |lucky |anniversary )?couple)"
_WHOSE = r"(?:my|our|his|her|their|the|one of my)"
_LOVED = r"(?:(?:own|little|big|older|younger|elder|best|good|dear|lovely|new|teenage|pregnant|picky|other) )*"
_NAMED = (
    r"(?:uncle|aunt|auntie|grandma|grandpa|cousin|coach) [a-z]{3,12}(?=\W*$"
    r"| (?:wants?|gets?|will|would|has|is|and)\b|[.,;!?])"
)
_CALLED = r"(?:grandma|grandpa|granny|nana|gramps|mom|mum|dad|mama|papa)"
_PERSON = (
    rf"(?:{_WHOSE} {_LOVED}(?:bride and groom|{_PAIR}|{_HONOURED}"
    rf"|{_KIN}(?: and (?:dad|father|papa|groom|grandpa|mom|mother|grandma))?)(?!'s\b)(?! (?:side|group"
    rf"|family)\b)|{_NAMED}|{_CALLED}|me|myself|hubby|wifey|(?<=and )i)"
)
PERSONS = rf"(?:(?:just |only |both )?{_PERSON}(?:(?:, and|,| and| &| \+| plus| n) {_PERSON}){{0,4}}(?![\w'-]))"
"""People told one by one, by what they are to somebody."""
_PAIRED = re.compile(rf"\b{_PAIR}\b")
_AND = re.compile(r",? (?:and|&|\+|plus|n) |, ")


def how_many(said: str) -> int:
    """How many those are who are told one by one: "my parents and me" are three."""
    members = [part for part in _AND.split(said) if part.strip()]
    return sum(2 if _PAIRED.search(part) else 1 for part in members)


_WHOLE = r"(?:all |just |only |each |every |of )*(?:the |our |my |all |each |every )"
ADULTS = rf"(?:{_WHOLE}(?:adults?|grown[- ]?ups)|adults only)(?! (?:table|menu|price))"
CHILDREN = rf"(?:{_WHOLE}(?:kids?|children|little ones|kiddos)|kids only)(?!'|[- ](?:table|menu|price|meal|size))"
"""One part of the guests by age, all of it."""
