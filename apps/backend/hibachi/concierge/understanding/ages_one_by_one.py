"""Ages told child by child: "oldest is 13, others are 4 and 6", "two are 6 and one is 10", "the twins are 7, baby is 1". Pure.

Only where every clause of the message tells ages, and as many as there are children without one.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.day_names import WEEKDAY
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import GLAD, OPENERS
from hibachi.language.party import GROWN_AT

_UNIT = r"(?:[ -]?(?:years?|yrs?|yr|y/?o)\b\.?(?:[ -]olds?)?)?"
_MONTHS = r"[ -]?(?:months?|mos?|weeks?|wks?)(?:[ -]olds?)?"
_AGE = rf"(?:(?:almost|just|about|only|turning|turned|now|an?) )*(?:{NUMBER})(?:{_MONTHS}\b|{_UNIT})"
_ONE_AGE = re.compile(rf"(?P<age>{NUMBER})(?P<months>{_MONTHS}\b)?")
_THE_KIDS = r"(?:(?:as for|about|with|for) )?(?:the|our|my) (?:\w+ )?(?:kids|children|little ones|kiddos)"
_LEAD = (
    rf"(?:(?:{OPENERS}|{GLAD}|(?:the|our|my) (?:\w+ )?(?:kids|children|little ones|kiddos)(?= ?[:,-])"
    r"|as for (?:the|our|my) (?:kids|children|little ones)|yes|yeah|the ages|ages?|they'?re|they are"
    r"|of course)[ ,:-]+)*"
)
_SUBJECT = (
    rf"(?:(?:(?:the )?other |all (?:of )?(?:the )?)?(?P<n>{NUMBER}|both|all"
    r"|a couple)(?: of (?:them|the kids|the children|those))?(?: (?:kids|children|girls|boys|sons"
    r"|daughters))?"
    r"|(?:the |my |our |his |her |their )?(?P<who>(?:(?:oldest|eldest|youngest|middle|older|younger"
    r"|little|big|other|first|second|third|baby) ?)*(?:ones?|others?|rest|twins|triplets|kids?|child"
    r"|children|girls?|boys?|sons?|daughters?|nieces?|nephews?|brother|sister|baby|cousins?"
    r"|friends?)?(?<=[a-z]))|(?:mine|ours|hers|theirs"
    rf"|(?:(?:my|our|his|her|their) )?[a-z]{{2,12}}'s(?: (?:kids|children|boys|girls|ones))?(?= (?:are"
    rf"|is|r)\b))|(?P<name>(?!(?:{MONTH}|{WEEKDAY}|at|on|around|about|total|maybe|by|for|just|make|zip"
    rf"|it|that|this|we|price|cost|time|date)\b)[a-z]{{2,12}}(?= (?:is|turns|just)\b|'s| \d)))"
)
_AGES = rf"{_AGE}(?:(?:,? and |,? ?& ?|, ?| (?=\d)){_AGE})*"
_LATELY = r"(?: (?:last|this) (?:week|month|year|spring|summer|fall|winter)| yesterday| today| recently| already)?"
_BARE = re.compile(rf"{_LEAD}(?P<ages>{_AGES})")
""" "6, 7, 7, 8" before "and the oldest just turned 13"."""
_CLAUSE = re.compile(
    rf"{_LEAD}{_SUBJECT}(?:,? (?:is|are|r|will be|turns?|just turned)(?: (?:all|both|each))?|'s|:| -"
    rf"| =|)(?: aged?)? (?P<ages>{_AGES})(?: (?:too|as well|now"
    rf"|years old))?{_LATELY}"
)
_OF_AGE = re.compile(
    rf"{_LEAD}(?:(?P<n>{NUMBER}|an?|my|the) )?(?P<age>{NUMBER})[ -]?(?:years?|yrs?|yr"
    r"|y/?o)\b\.?(?:[ -]olds?)?(?: (?P<who>twins|triplets|boys?|girls?|kids?|sons?|daughters?))?"
)
_WHOSE = r"(?!(?:almost|just|about|only|turning|turned|now|an?) )"
_N_ONE = r"(?:one|1)"
_PARTS = re.compile(
    rf"\s*(?:[;.!\n]+\s*(?:and )?|(?:, ?|,? and )(?:and )?(?=(?:the )?(?:rest|others|oldest|eldest|youngest|big one|little one|baby)\b"
    rf"[^,]{{0,16}} \d)|(?:, ?|,? and )(?:and )?(?={_N_ONE} (?:just |only )?(?:turn\w*|is) )|, ?(?=then \d)|(?<!the)(?<!all) (?=(?:the )?other(?:s|s? ones?| {NUMBER})? (?:is"
    rf"|are)\b)|,? (?:and|but|while|then) (?=(?:{NUMBER}) (?:of them )?(?:is|are)\b"
    rf"|(?:an? )?(?:{NUMBER}) ?-?(?:years?|yrs?|yo)|{_WHOSE}(?:[a-z']+ ){{1,5}}\d)"
    rf"|, ?(?={_WHOSE}(?:[a-z']+ ){{1,5}}\d))"
)
_MANY = {"twins": 2, "triplets": 3, "both": 2, "a couple": 2}


def told(folded: str, without: int) -> tuple[int, ...]:
    """An age for each of so many children; nothing where a clause tells something else, or the ages are not as many."""
    parts = [part.strip(" ,.!") for part in _PARTS.split(folded)]
    ages: list[int] = []
    for part in filter(None, parts):
        if re.fullmatch(_THE_KIDS, part):
            continue
        aged, match = _OF_AGE.fullmatch(part), _CLAUSE.fullmatch(part)
        match = match or (_BARE.fullmatch(part) if aged is None and len(parts) > 1 else None)
        if aged is None and match is None:
            return ()
        ages += _alike(aged) if aged is not None else _each(match) if match is not None else []
    return tuple(ages) if len(ages) == without and max(ages, default=GROWN_AT) < GROWN_AT else ()


def _alike(match: re.Match[str]) -> list[int]:
    """ "Two 7 year olds", "7 year old twins"."""
    return [to_int(match["age"]) or 0] * (_MANY.get(match["who"] or "") or to_int(match["n"] or "") or 1)


def _each(match: re.Match[str]) -> list[int]:
    """The ages of one clause, as often as children share one."""
    found = [(to_int(one["age"]), one["months"]) for one in _ONE_AGE.finditer(match["ages"])]
    ages = [0 if months else age for age, months in found if age is not None]
    named = match.groupdict()
    who = (named.get("who") or "").split()[-1:]
    said = named.get("n") or (who[0] if who else "")
    many = _MANY.get(said) or (to_int(said) if named.get("n") else None) or 1
    return ages * many if len(ages) == 1 else ages
