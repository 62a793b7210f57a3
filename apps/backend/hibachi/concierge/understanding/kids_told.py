"""Children who are told by a name, a pronoun or whose they are: "14 adults and Emma", "and him (he's 7)", "six, both of them". Pure.

Names with an age are remembered over turns, so that "11 adults and Leo" counts the Leo who is eight.
"""

from dataclasses import dataclass

from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.numbers import NUMBER, find_numbers, to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.spans import Span, span_of

_SMALL = r"(?:months?|mos?\b|weeks?|wks?|days?)"
_YEARS = r"(?:years?[ -]olds?|years?|yrs?(?:[ -]old)?|y/?o)"
_YOUNG = (
    r"(?:son|daughter|kid|child|boy|girl|baby|newborn|infant|toddler"
    r"|(?:little|lil) (?:one|guy|man|girl|boy|brother|sister|dude|dudette|princess|fella)|niece|nephew"
    r"|grand ?(?:son|daughter|kid|child|baby)|kiddo)"
)
_ANYBODY = (
    rf"(?:{_YOUNG}|brother|sister|cousin|friend|buddy|bestie|classmate|twin(?: brother| sister)?|bff"
    r"|playmate|step ?(?:son|daughter|brother|sister))"
)
_NAME = r"[A-ZÀ-Þ][a-zß-ÿ'’-]+"
_AGE = (
    r"(?:is |aged? |who is |who'?s |turns "
    rf"|just turned )?(?P<age>{NUMBER})(?P<unit> ?-?(?:{_SMALL}|{_YEARS}))?(?: old)?"
)
_NAMED = (
    re.compile(rf"\b(?P<name>{_NAME}) ?\({_AGE}(?=[ ,)])"),
    re.compile(rf"\b(?P<name>{_NAME}), (?P<age>{NUMBER})(?P<unit> ?-?(?:{_SMALL}|{_YEARS}))"),
    re.compile(rf"\b{_YOUNG},? \(?(?P<name>{_NAME})(?:,? \(?| ){_AGE}\b"),
    re.compile(rf"\b(?P<unit>baby|newborn|infant)\b,? ?\(?(?:called |named )?(?P<name>{_NAME})\b(?P<age>)"),
    re.compile(
        r"\b(?:my name is|my name'?s|i'?m|this is|im) (?P<name>[A-Za-z]{2,12})\b[^.?!\n]{0,12}\b(?:i'?m"
        r"|i am|im) (?P<age>\d{1,2})(?P<unit>)\b(?! ?(?:people|guests|adults|of us))",
        re.I,
    ),
)
_HEAD = r"\b(?:adults?|adlts|grown[- ]?ups|people|ppl|of us|guests|friends|persons?)"
_ITEM = (
    r"(?:(?P<pronoun>him|her|he|she)(?! \w+'?s? (?:mom|dad|husband|wife))\b(?! (?:mom|dad|husband|wife"
    r"|family|parents|friends))|(?:his|her|their|my|our|a"
    rf"|one)(?: (?P<aged>{NUMBER})[ -]{_YEARS})?(?: (?:little|older|younger|baby|best"
    rf"|big))? (?P<who>{_ANYBODY})\b(?: (?P<named>{_NAME}))?|(?P<name>{_NAME}))"
)
_PLAIN_ITEM = re.sub(r"\?P<\w+>", "", _ITEM)
_COUNTED = re.compile(
    rf"{_HEAD},? ?(?:and|plus|&|\+|with|n"
    rf"|,) (?P<list>{_PLAIN_ITEM}(?:,? (?:and|&|plus|n) {_PLAIN_ITEM}"
    rf"|, {_PLAIN_ITEM}){{0,4}})(?P<tail>,? ?\(?(?:both|all|also|each|same age|the same age|too"
    rf"|also)?(?: are| of them| is)?(?: also| both)?(?: (?:{NUMBER}))?)?"
)
_ONE_ITEM = re.compile(_ITEM)
_SAME = re.compile(r"\b(?:both|all|also|each|same age)\b", re.I)
HE_IS = re.compile(
    r"\b(?:he|she|who)(?:'?s| is| just turned| turned| turns"
    r"| will be)(?: (?:only|just|about|almost|now|like|um+"
    rf"|uh+))* (?P<age>{NUMBER})(?P<unit> ?{_SMALL})?(?![\w:/]"
    r"| ?(?:pm|am|o'?clock|of|people|guests)\b)",
    re.I,
)
_BOTH = re.compile(
    rf"\b(?P<age>{NUMBER}),? both(?: of (?:them|the \w+))?\b"
    rf"|\bboth(?: of them)?(?: are| is|'re)?(?: now)? (?P<age2>{NUMBER})(?![\w:/]| ?(?:pm|am|of)\b)",
    re.I,
)
_GONE = re.compile(
    r"\b(?:take|leave|drop|remove|without|minus|not counting|cross|skip"
    rf"|scratch)\b[^.?!\n]{{0,15}}?\b(?:the|our|my|that) (?P<age>{NUMBER})[ -]?{_YEARS}\b"
    rf"|\b(?:the|our|my) (?P<age2>{NUMBER})[ -]?{_YEARS}\b[^.?!\n]{{0,12}}\b(?:isn'?t coming"
    r"|is not coming|won'?t (?:come|be there|make it)|can'?t come|stays home|is out|drops out)\b",
    re.I,
)


_SPOKEN_OF = re.compile(
    rf"\b(?:my|our|his|her|the|a|an) (?:{_YOUNG})(?:'s| is|,? who'?s| just turned| turned| turns"
    r"| turning|(?: is|'s) turning)(?: (?:only|just|about|almost"
    rf"|now))* (?P<age>{NUMBER})(?P<unit> ?-?(?:{_SMALL}))?(?![\w:/]"
    r"| ?(?:pm|am|of|guests|people|adults)\b)"
    rf"|\b(?:is|are|does|do|would|at) (?:an? )?(?P<age2>{NUMBER})(?P<unit2>[ -]?(?:years?|yrs?"
    r"|yo)(?:[ -]?olds?)?)?(?: still| already| also| be| considered| counted?)* (?:as )?(?:an? "
    r"|the )?(?:kids?|child(?:ren)?|adults?)\b",
    re.I,
)


def ages_spoken_of(text: str) -> tuple[int, ...]:
    """The ages of children who are only spoken of: "my grandson's three, does he have to pay?"."""
    found = [_age_of(match["age"] or match["age2"], match["unit"]) for match in _SPOKEN_OF.finditer(text)]
    return tuple(age for age in found if age is not None and age < GROWN_AT)


_PERSONS = (
    rf"(?:{_ANYBODY}s?|twins|triplets|siblings|children|grandchildren|babies|families|teens?|teenagers?"
    r"|(?:little|young|small|tiny|big|old)(?:er|est)?(?: ones?| (?:two|three|four))?|youngest|littlest|oldest|eldest|baby"
    r"|middle (?:one|kid|child)|(?:the|my|our|his|her) others?|others|nephews|nieces|boys|girls"
    r"|(?:the|this|that|other|smaller|bigger|older|younger) ones?)"
)
_HOW_OLD = re.compile(
    rf"\b{_PERSONS}(?: of (?:them|those|these|all|mine|ours|us|the \w+))?,? ?(?:who |that )?(?:'s|s|'re|re|is|are|was|were|will be"
    r"|(?:just |only |recently |already )?turn(?:s|ed|ing)?|(?:is|are)(?: about| going)? to (?:be|turn)|gonna be"
    rf"|about to (?:be|turn)|aged?|both|all|each)(?: (?:both|all|just|only|now|already|almost|nearly|about|like|turning|barely|still|each"
    rf"|not even|even|age|aged))* (?P<ages>{NUMBER}(?:(?:,? ?(?:and|&|n|or) |, ?|/){NUMBER})*)(?![\w:/]|[.,]\d"
    r"| ?(?:pm|am|a\.m|p\.m|o'?clock|of|people|ppl|guests|adults|works?|is|would|sounds|hours?|minutes?)\b)",
    re.I,
)
""" "Twins who are 7", "the littlest just turned 3", "the oldest of those is six": how old somebody is."""
_IN_BRACKETS = re.compile(
    rf"\b{_PERSONS}(?: (?!in|on|at)[a-z'’-]{{2,}})?,? ?\((?:both |all |aged? |ages )?(?P<ages>{NUMBER}(?:(?:,? ?(?:and|&|n|or) |, ?|/){NUMBER})*)\)",
    re.I,
)
_THE_SEVENS = re.compile(
    r"(?<![\w$:/.-])(?P<ages>(?:\d{1,2}s?(?:, ?(?:and )?| and | & )(?:the )?(?:(?:two|three|four|both) )?)*\d{1,2}s"
    r"(?:(?:, ?(?:and )?| and | & )(?:the )?(?:(?:two|three|four|both) )?\d{1,2}s?)*)(?![\w:/]|[.,]\d| ?[ap]\.?m\b)"
)
""" "The 9 and the two 7s": children by their ages."""


def spans_of_ages(text: str) -> list[Span]:
    """Where an age stands behind whose it is: "my little guy is 4" names no hour, "twins who are 7" no day."""
    spoken = [span_of(text, *match.span()) for match in _SPOKEN_OF.finditer(text)]
    told = [match for pattern in (_HOW_OLD, _IN_BRACKETS, _THE_SEVENS) for match in pattern.finditer(text)]
    return [*spoken, *(span_of(text, *match.span("ages")) for match in told)]


@dataclass(frozen=True, slots=True)
class _Kid:
    age: int | None


def named(text: str) -> dict[str, int]:
    """The children that a text names with their ages, by name in small letters."""
    found: dict[str, int] = {}
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            age = _age_of(match["age"], match["unit"])
            if age is not None and age < GROWN_AT:
                found.setdefault(match["name"].lower(), age)
    return found


def _age_of(said: str | None, unit: str | None) -> int | None:
    if unit and (re.search(_SMALL, unit) or unit.lower() in ("baby", "newborn", "infant")):
        return 0
    return to_int(said.lower()) if said else None


def told(guests: GuestWords, text: str, dialogue: Dialogue, once: str | None = None) -> GuestWords:
    """The guests of a message with the children who are told beside the grown-ups without being counted as such.

    once: the text without those who are mentioned again.
    """
    if gone := _gone(text, dialogue):
        return GuestWords(gone_ages=gone)
    if guests.people and guests.ages_alone and _ONE_OF.search(text):
        guests = guests.model_copy(update={"people_is_total": True})
    if each := _EACH.search(text):
        number = to_int(each["n"].lower()) or 0
        return GuestWords(add={"toddlers" if each["small"] else "children": number})
    counted = dialogue.party.unsplit or dialogue.party.adults
    if counted and guests.people is None and guests.adults is None and (some := _SOME_ARE.search(text)):
        return _of_those_counted(guests, some)
    if counted and not guests.stated and counted % 2 == 0 and _HALF.search(text):
        return GuestWords(children=counted // 2, people_is_total=True)
    if guests.people and not guests.ages and (among := _AMONG.search(text)):
        return _among(guests, among)
    spread = _BETWEEN.search(text) if guests.adults is not None or guests.people is not None else None
    if spread and not _MONTH_BEFORE.search(text[: spread.start("n")]):
        return _between(guests, spread)
    by_name = _by_name(once or text, dialogue) if guests.adults is not None or guests.people is not None else []
    small = guests.toddlers == len(by_name) and not guests.ages and all(kid.age is None for kid in by_name)
    if by_name and not small and (guests.children or 0) + (guests.toddlers or 0) <= len(by_name):
        ages = tuple(kid.age for kid in by_name if kid.age is not None) or guests.ages[: len(by_name)]
        return guests.model_copy(
            update={"children": len(by_name), "toddlers": None, "ages": ages, "ages_alone": False, "on_top": True}
        )
    pair = _pair(text)
    if pair is not None and guests.stated and _may_be_a_pair(guests):
        return guests.model_copy(update={"children": 2, "toddlers": None, "ages": (pair, pair)})
    if (aged := _AGED.search(text)) and len(guests.ages) < 2:
        many, age = to_int(aged["n"].lower()), to_int(aged["age"].lower())
        if many is not None and age is not None and guests.children == many:
            return guests.model_copy(update={"ages": (age,) * many})
    return _with_pronoun(guests, text, dialogue)


_ONE_OF = re.compile(rf"\bone(?: of (?:us|them))?(?: is|'s)(?: only| just)? (?:an? )?{NUMBER}\b", re.I)
""" "14 guests, one is 15 and one is 7": of those who were counted."""
_HALF = re.compile(
    r"\bhalf(?: of)?(?: (?:them|us|those|the (?:guests|group|people|party)))?(?: (?:are|is|will be"
    r"|would be|being))?(?: actually)? (?:kids|children)\b",
    re.I,
)
""" "Half of them are kids": of those who were counted before."""
_SOME_ARE = re.compile(
    rf"\b(?:if|and|but|say|though) (?P<n>{NUMBER})(?: of (?:them|us|those))? (?:are|were|is"
    r"|r)(?: actually| really| just)? (?:little |small |young )?(?:kids?|children|toddlers?"
    rf"|babies)(?P<under>,? (?:under|below|younger than) (?P<limit>{NUMBER}))?\b",
    re.I,
)
""" "And if 5 are kids under 5": of those who were counted before."""


def _of_those_counted(guests: GuestWords, found: re.Match[str]) -> GuestWords:
    number, limit = to_int(found["n"].lower()), to_int((found["limit"] or "").lower())
    ages = {} if limit is None else {"age_low": 0, "age_high": max(limit - 1, 0), "ages": ()}
    return guests.model_copy(
        update={"children": number, "toddlers": None, "people_is_total": True, "on_top": False, **ages}
    )


_AMONG = re.compile(
    rf"\b(?P<n>{NUMBER}) of (?:them|us|those|the \w+)(?: are| is| r|'re)?(?: all)? (?:little |small "
    r"|young |only )*(?:kids?|children|toddlers?|boys|girls|little ones)[ ,(:-]*(?:aged? |ages "
    rf"|who are |they'?re |they are )*(?P<ages>{NUMBER}(?:(?:,? and |, ?| & "
    rf"| ){NUMBER}){{0,7}})?(?![\w:/]| ?(?:pm|am|adults|guests|people)\b)",
    re.I,
)
""" "Two of them are little kids three and four": some of those who were counted just before."""
_BETWEEN = re.compile(
    rf"\b(?P<n>{NUMBER})(?P<who> (?:of (?:them|us|which|whom|those)|kids?|children"
    rf"|little ones))?(?: who)?(?: are| is)?(?: aged?)? between (?P<low>{NUMBER}) (?:and"
    rf"|to) (?P<high>{NUMBER})(?: years?(?: old| of age)?| yrs?(?: old)?"
    r"| yo)?(?! ?(?:pm|am|people|guests|adults|dollars|\d))",
    re.I,
)
""" "Four are between six and eleven years old": some of the guests, of one price or not."""
_MONTH_BEFORE = re.compile(rf"\b{MONTH}\.? (?:the )?$", re.I)
""" "June 13 between 5 and 7": a day and hours."""
_EACH = re.compile(
    rf"\b(?P<n>{NUMBER}|both|all) of (?:the|our|us|them|my)(?: \w+)? (?:bring|brings|are bringing"
    r"|would bring|will bring|want to bring) (?:along )?(?:a|an|one|their"
    r"|his or her) (?:little )?(?:(?P<small>toddler|baby|infant)|kid|child|son|daughter) each\b",
    re.I,
)
""" "Two of the adults bring a toddler each": so many more."""
_AGED = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:kids|children|boys|girls|grandkids|little ones|nieces"
    r"|nephews)(?: who are)?(?: all)?,? (?:all )?(?:aged?|of age"
    rf"|ages) (?P<age>{NUMBER})(?! ?(?:and|,|&|to|-|or|through) ?\d)",
    re.I,
)
""" "4 kids aged 8": each of them."""


def _between(guests: GuestWords, found: re.Match[str]) -> GuestWords:
    number, low, high = (to_int(found[name].lower()) for name in ("n", "low", "high"))
    if number is None or low is None or high is None or not low < high < GROWN_AT:
        return guests
    if (guests.children or 0) > number:
        return guests
    among = guests.people is not None and (guests.people_is_total or not found["who"] or "of " in found["who"])
    return guests.model_copy(
        update={
            "children": number,
            "toddlers": None,
            "ages": (),
            "age_low": low,
            "age_high": high,
            "people_is_total": among,
        }
    )


def _pair(text: str) -> int | None:
    """The age of two children who are told together, as it was said last: "five, no six, both of them"."""
    said = [match["age"] or match["age2"] for match in _BOTH.finditer(text)]
    age = to_int(said[-1].lower()) if said else None
    return age if age is not None and age < GROWN_AT else None


def _may_be_a_pair(guests: GuestWords) -> bool:
    young = (guests.children or 0) + (guests.toddlers or 0)
    return young <= 2 and len(set(guests.ages)) < 2


def _among(guests: GuestWords, found: re.Match[str]) -> GuestWords:
    number = to_int(found["n"].lower()) or 0
    if (guests.children or guests.toddlers or number) != number:
        return guests
    ages = tuple(int(one.low) for one in find_numbers(found["ages"].lower())) if found["ages"] else ()
    ages = ages[:number] if len(ages) >= number and max(ages[:number], default=0) < GROWN_AT else ()
    return guests.model_copy(update={"children": number, "toddlers": None, "people_is_total": True, "ages": ages})


def _gone(text: str, dialogue: Dialogue) -> tuple[int, ...]:
    """The ages of children who were counted and stay away: "take the 5 year old off"."""
    found = [to_int((match["age"] or match["age2"]).lower()) for match in _GONE.finditer(text)]
    return tuple(age for age in found if age is not None and age in dialogue.party.ages)


def _with_pronoun(guests: GuestWords, text: str, dialogue: Dialogue) -> GuestWords:
    """The age that is told by "he's 6" for a child who was counted without one."""
    ages = tuple(_age_of(match["age"], match["unit"]) for match in HE_IS.finditer(text))
    known = tuple(age for age in ages if age is not None and age < GROWN_AT)
    if not known or guests.ages or len(known) != len(ages):
        return guests
    if guests.children is not None:
        return guests.model_copy(update={"ages": known}) if len(known) <= guests.children else guests
    party = dialogue.party
    without = (party.children or 0) + (party.toddlers or 0) - len(party.ages)
    if guests.stated or not 0 < len(known) <= without:
        return guests
    return GuestWords(ages=known, ages_alone=True)


def _by_name(text: str, dialogue: Dialogue) -> list[_Kid]:
    """The children listed beside a count of grown-ups; nothing where one of them may be grown."""
    match = _COUNTED.search(text)
    if match is None:
        return []
    known = {**dialogue.kids, **named(text)}
    spoken = list(dialogue.spoken_ages or (dialogue.party.ages if not dialogue.party.adults else ()))
    pronouns = [_age_of(one["age"], one["unit"]) for one in HE_IS.finditer(text)]
    tail = match["tail"] or ""
    told_for_all = re.search(rf"{NUMBER}", tail.lower())
    shared = to_int(told_for_all.group()) if told_for_all else None
    kids: list[_Kid] = []
    for item in _ONE_ITEM.finditer(match["list"]):
        age = to_int(item["aged"].lower()) if item["aged"] else None
        name = (item["name"] or item["named"] or "").lower()
        age = known.get(name, age)
        if age is None and item["pronoun"]:
            age = spoken.pop(0) if spoken else pronouns.pop(0) if pronouns else None
            if age is None:
                return []
        if age is None and shared is not None:
            age = shared
        if age is None and _SAME.search(tail) and kids:
            age = kids[0].age
        young = item["who"] is not None and re.fullmatch(_YOUNG, item["who"]) is not None
        if age is None and pronouns and young:
            age = pronouns.pop(0)
        if (age is None and not young) or (age or 0) >= GROWN_AT:
            return []
        kids.append(_Kid(age))
    return kids
