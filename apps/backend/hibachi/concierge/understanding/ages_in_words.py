"""Children who are known, told once more in words: "all between 7 and 11", "the oldest is 6 and the rest is under", "so 15 + 5". Pure.

Only beside a party whose children are counted: nobody comes on top of them.
"""

from hibachi.concierge.understanding import ages_one_by_one
from hibachi.concierge.understanding.parties import SMALL, Bands
from hibachi.concierge.understanding.schemas import Dialogue, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold

_BETWEEN = re.compile(
    r"\b(?:(?:they'?re|they are|the kids are|kids are|those are) )?(?:all|everyone"
    r"|each)(?: of (?:them|the kids|those))?(?: are| is)? (?:somewhere )?(?:between"
    rf"|from) (?:the ages of )?(?P<low>{NUMBER}) (?:and"
    rf"|to) (?P<high>{NUMBER})\b(?! ?(?:[ap]\.?m|people|guests|adults))",
    re.I,
)
_REST_UNDER = re.compile(
    rf"\b(?:the )?(?:oldest|eldest)(?: one| kid)?(?: is|'s|:)? (?P<age>{NUMBER})(?: years old"
    r"| yo)?(?:,| and| but)* (?:all )?(?:the )?(?:rest|others?|other ones)(?: of them)?(?: is| are"
    r"|'re)?(?: all)? (?:under|younger|below|less)(?: than)?(?: (?:that|it|him|her))?\b(?! \d)",
    re.I,
)
_TWO_SUMS = re.compile(
    r"(?<![\w$:/.,-])(?P<grown>\d{1,3}) ?(?:\+|plus|and|&) ?(?P<young>\d{1,2})(?![\w:/%-]|[.,]\d"
    r"| ?(?:[ap]\.?m\b|adults|kids|children|people|guests|years|yrs|yo\b|of\b|more\b|o'?clock))",
    re.I,
)
""" "So 15 + 5": the grown and the young of a party that is known."""

_EACH_OF = re.compile(
    r"(?P<who>\b(?:[2-9]|two|three|four|five|six) (?:babies|toddlers|infants|kids|children|boys"
    r"|girls)) \((?:ages? |all |both )?(?P<age>\d{1,2})(?: ?(?:years?|yrs?|yr"
    r"|y/?o)\.?(?:[ -]olds?)?)?\)",
    re.I,
)
""" "2 babies (1 yr)": one age for all of them."""


_SOME_SO_OLD = re.compile(
    r"\bsome of (?:them|the kids|the teens|those) (?:are|r) (?:only |just "
    rf"|actually )?(?P<age>{NUMBER})(?: tho(?:ugh)?)?[,.;]* (?:like |about |maybe |i think "
    rf"|so )*(?P<n>{NUMBER})(?: of (?:them|those))?(?=\W*$|[.,;!?])",
    re.I,
)
""" "Some of them are 12 tho. Like 3 of them"."""


_SMALL = (
    r"(?:bab(?:y|ies)|toddlers?|infants?|(?:all )?(?:under|below|younger than) (?:[2-5]|six|five|four|three|two)|free)"
)


def _some(name: str) -> str:
    return (
        rf"(?:(?:the )?(?:other )?(?P<{name}>{NUMBER})(?: of (?:them|those|the (?:kids|children)))?(?: (?:kids|children"
        r"|others?))?|(?:the )?(?:rest|others?)(?: of them)?)"
    )


_SHARE_OLD = re.compile(
    rf"\b{_some('n')}(?:,? (?:are|r|is)|:)?(?: all)? (?:between |from |aged |ages? )?"
    rf"(?P<low>{NUMBER}) ?(?:to|and|-|–) ?(?P<high>{NUMBER})\b(?! ?(?:[ap]\.?m|people|guests|adults))"
    rf"|\b(?P<low2>{NUMBER}) ?(?:to|-|–) ?(?P<high2>{NUMBER}) for {_some('m')}",
    re.I,
)
_SHARE_SMALL = re.compile(rf"\b{_some('n')}(?:,? (?:are|r|is))?(?: (?:just|only|still|all|little))* {_SMALL}\b", re.I)
_SENTENCE = re.compile(r"[^.!?\n]+")
""" "6 to 12 for 9 of them and 3 babies", "3 babies, the rest are 6 to 12"."""


def _shared(text: str, young: int, bands: Bands) -> str:
    """The text with an age for each of so many children, where their shares by age come to all of them."""
    for sentence in _SENTENCE.finditer(text):
        small, old = _SHARE_SMALL.search(sentence[0]), _SHARE_OLD.search(sentence[0])
        if small is None or old is None or small.start() < old.end() and old.start() < small.end():
            continue
        low, high = (to_int((old[one] or old[f"{one}2"]).lower()) or 0 for one in ("low", "high"))
        count, few = old["n"] or old["m"], small["n"]
        many = to_int(count.lower()) if count else young - (to_int((few or "0").lower()) or 0)
        tiny = to_int(few.lower()) if few else young - (many or 0)
        if not many or not tiny or many + tiny != young or not low <= high or bands.of(low) != bands.of(high):
            continue
        told = f" the kids are {', '.join(map(str, [low] * many + [SMALL] * tiny))}"
        return f"{text[: sentence.start()]}{told}{text[sentence.end() :]}"
    return text


def plainly(text: str, dialogue: Dialogue, bands: Bands) -> str:
    """The text with what it says again of the children as "the kids are 7 to 11", "15 adults and 5 kids"."""
    text = _EACH_OF.sub(r"\g<who> (all \g<age>)", text)
    young = _young(dialogue.party)
    if not young or not (dialogue.party.adults or dialogue.party.unsplit):
        return text
    text = _SOME_SO_OLD.sub(r"\g<n> of them are \g<age>", text)
    told = ages_one_by_one.told(fold(text), young) if young > 1 else ()
    if told:
        return f"the kids are {', '.join(map(str, told[:-1]))} and {told[-1]}"
    text = _shared(text, young, bands) if young > 1 else text
    text = _BETWEEN.sub(lambda said: f"the kids are {said['low']} to {said['high']}", text)
    text = _REST_UNDER.sub(lambda said: _each_under(said, young, bands), text)
    return _TWO_SUMS.sub(lambda said: _as_party(said, dialogue), text)


def _young(party: PartyState) -> int:
    return max((party.children or 0) + (party.toddlers or 0), len(party.ages))


def _each_under(said: re.Match[str], young: int, bands: Bands) -> str:
    """An age for each, where all who are younger than the oldest pay alike."""
    oldest = to_int(said["age"].lower()) or 0
    if young < 2 or bands.of(oldest) == bands.of(oldest - 1) or bands.of(oldest - 1) != bands.of(0):
        return said.group()
    return f"the kids are {oldest}, {', '.join([str(oldest - 1)] * (young - 1))}"


def _as_party(said: re.Match[str], dialogue: Dialogue) -> str:
    """ "15 + 5" where a version of the party has 15 grown and 5 young; any other two numbers stay."""
    grown, young = int(said["grown"]), int(said["young"])
    for party in (dialogue.party, *dialogue.versions):
        if _young(party) == young and grown in (party.adults, party.unsplit):
            return f"{grown} adults and {young} kids"
    return said.group()
