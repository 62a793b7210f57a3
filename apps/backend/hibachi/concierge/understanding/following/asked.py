"""A question about a part of the quote on the table: per head, what is left, the deposit, the total. Pure.

A sentence asks for a part where it names the part and every other word of it only asks.
"""

from hibachi.concierge.understanding.following.schemas import Part
from hibachi.kit import lazy_re as re

MOST_WORDS = 18
_HUNDRED = r"(?:\$ ?100|(?:one )?hundred(?: dollars| bucks)?|(?<![\d$])100(?! (?:people|guests|of|adults)))"
_DOWN = rf"(?:deposit|down ?payment|{_HUNDRED}(?: (?:down|deposit))?)"
_AFTER = rf"(?:after|minus|less|once|not counting)(?: (?:i|we)(?:'ve| have)?)?(?: (?:pay|paid|put down))?(?: (?:the|my|our|that|your))? {_DOWN}"
_KEYS: tuple[tuple[Part, str], ...] = (
    ("balance", rf"{_AFTER}|(?:rest|balance|remainder|remaining|outstanding)\b|\bleft over|\bleft\b|(?:on|at) the (?:day|party|night|end|event)\b|\bdue\b"),
    ("deposit", rf"\b{_DOWN}|\bup ?front\b|\bdown\b|\bto (?:book|hold|reserve|lock)(?: (?:it|that|the date|this))?(?: in)?\b|\bin advance\b|\b(?:pay|owe|put)\b(?=.*\b(?:now|today|first)\b)"),
    ("each", r"(?:per|an?|each|every|for each|for every) (?:person|head|guest|adult|plate|pp|capita|one of us|of us)\b|\beach\b|\bapiece\b|\bp\.?p\b|\ba pop\b|\b(?:everyone|everybody|every person|one of us) (?:is |be |end up )?(?:paying|pay|pays|owes?)\b|\b(?:split|divided)\b"),
    ("total", r"\bno (?:other|extra|hidden|additional) fees?\b|\ball[- ]?in\b|\bgrand total\b|\btotal\b|\bbottom line\b|\bfinal (?:price|number|amount)\b|\ball together\b|\baltogether\b|\b(?:that'?s|thats|is that|with) everything\b|\beverything included\b"),
)  # fmt: skip
_MONEY = r"\$ ?\d[\d,]*(?:\.\d\d)?|(?<![\d$])(?:\d{3,4}|\d,\d{3})(?:\.\d\d)?(?! ?(?:people|ppl|guests|adults|persons|of us|kids))(?: (?:dollars|bucks|flat))?"
_ASKING = frozenset(
    """how much what whats what's wats about which is are was were 's s be being would will wd do does did should have has having had it its it's that
    that's thats this these the a an my our your we we're we'd i i'm i'd me us of to at as in out for on by with and so ok okay k kk hm hmm oh but wait then
    just yes yeah yep cool great nice thanks thank you sorry ha haha lol also alright right btw no not now again please pls correct though tho too well case
    way still instead exactly roughly approximately come comes came end ends up pay pays paying owe owing owed put need needs cost costs make makes work
    works run there amount amounts each person everyone everybody going gonna get leave leaves leaving day party stay stays same unchanged change changes
    changed go goes going different before affected fixed flat depend depends number size guests people if between among evenly equally all rest remind tell
    whole group thing know fees fee extra hidden other travel included including everything even today first later price quote bill figure ya u got
    given guys him her them one only actually new full sum money down front final when's chef event night""".split()
)  # fmt: skip
_NO_AMOUNT = re.compile(
    r"\bhow (?:do|can|should|could|would) (?:i|we)\b|\bfor\W*$|\bwhat (?:does|do|will) (?:each|every|everyone|everybody)\b.*\bget\b"
)
_TESTED = re.compile(_MONEY)


def part_asked(sentence: str) -> Part | None:
    """The part of the quote that a folded sentence asks about; None where it asks or tells anything else."""
    words = sentence.split()
    if not words or len(words) > MOST_WORDS or _NO_AMOUNT.search(sentence):
        return None
    found: list[Part] = []
    rest = sentence
    for name, key in _KEYS:
        if re.search(key, rest):
            found.append(name)
            rest = re.sub(key, " ", rest)
    without = _TESTED.sub(" ", rest)
    money = without != rest
    if set(re.findall(r"[a-z']+", without)) - _ASKING or re.search(r"\d", without):
        return None
    if found:
        return found[0]
    return "total" if money and len(words) <= 8 and not re.search(r"\bwh?at", sentence) else None
