"""Who come, counted and told once more by who they are, stand once: "the two of us, my husband and I", "them and me, three in total"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.roster.words import GROWN_RELATION
from hibachi.language.small_numbers import TWO_TO_TWELVE

_FEW = rf"(?:{TWO_TO_TWELVE}|\d{{1,2}})"
_NOUN = r"(?:adults?|grown[- ]?ups|people|ppl|persons?|guests?|of us|women|men|ladies|friends)"
_YOUNG = re.compile(
    r"\b(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|infants?|sons?|daughters?|boys?|girls?|teen\w*"
    r"|year[- ]olds?|yo|ages?|aged|grand ?(?:kids|children)|nephews?|nieces?|little)\b",
    re.I,
)
_IN_ALL = re.compile(
    r"\b(?:just|only|it'?s|it'?d be|it would be|we'?re|we are|there'?s"
    rf"|would be) (?P<list>[^.?!\n]{{3,70}}?),? (?:so |that'?s |which (?:makes|is) |making |= ?"
    rf"|- ?)?(?P<all>(?P<n>{_FEW}) (?P<noun>{_NOUN}))(?: (?:in total|total|altogether|all together"
    r"|in all|all told))\b",
    re.I,
)
_COUPLE = re.compile(
    r"\b(?P<us>(?:the )?(?:two|2) of us)(?P<sign>,| \(| -| –"
    rf"|:) ?(?:(?:just |only )?(?:my|me|myself|i)(?: (?:{GROWN_RELATION}|best friend))? and (?:i|me"
    rf"|myself|my (?:{GROWN_RELATION}|best friend)))\b\)?,?",
    re.I,
)
_AMONG = re.compile(
    rf"\b(?P<all>(?:only|just) (?:the )?{_FEW} (?:of us|adults?"
    rf"|people))\b(?P<between>[^\n]{{0,60}}?)\b(?:with|w/?) (?:another|an?other|two|2|three|3|one"
    r"|a) (?:close |old |best |dear |good )?(?:couple|friends?|pair)\b",
    re.I,
)
_US = re.compile(
    r"\b(?P<of>only|just|it'?s|for|of) us (?P<n>two|three|four|five|six|seven|eight)\b(?! (?:kids|boys|girls))", re.I
)
_TWINS = re.compile(
    rf"(?:^|(?<=[.!?,;\n] ))(?:the|my|our|his|her|their) twins(?: are|'re)? (?:both |only )?(?P<age>{_FEW})(?: years? old| yo)?(?:[.!,;]+ ?|\n)"
    rf"(?=.*\b(?:2|two) (?P<again>{_FEW})[ -]?(?:years?|yrs?|yo)\b)",
    re.I | re.S,
)
""" "The twins are 7. It's 8 adults, the 9 yr old and two seven yr olds": the same twins."""
_WOMEN = frozenset(("women", "men", "ladies"))


def once(text: str) -> str:
    """The text without what only says again who those counted are."""
    text = _TWINS.sub(lambda said: "" if _age(said["age"]) == _age(said["again"]) else said.group(), text)
    text = _US.sub(lambda few: f"{few['of']} the {few['n']} of us", text)
    text = _COUPLE.sub(lambda two: two["us"], text)
    text = _IN_ALL.sub(_whole, text)
    return (
        _AMONG.sub(lambda few: f"{few['all']}{few['between'].rstrip(' ,')}", text) if not _YOUNG.search(text) else text
    )


def _age(word: str) -> int | None:
    return to_int(word.lower())


def _whole(told: re.Match[str]) -> str:
    """Only the sum, where no child stands in the row and the row tells of persons."""
    row = told["list"]
    if _YOUNG.search(row) or not re.search(r"\b(?:me|myself|i|them|him|her|my|our)\b", row, re.I):
        return told.group()
    noun = "adults" if told["noun"].lower() in _WOMEN else told["noun"]
    return f"{told.group()[: told.start('list') - told.start()]}{told['n']} {noun} in total"
