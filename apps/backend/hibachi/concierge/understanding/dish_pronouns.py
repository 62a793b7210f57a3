"""A dish that is named first and wished with a pronoun: "oh yum, lobster! add that for six of us"."""

from hibachi.concierge.understanding import dishes, short_names
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.policies.schemas import Profile

_THAT = re.compile(
    r"\b(?:add|put|get|do|have|include|take|order|throw in|make|want|like"
    r"|need)(?P<it> (?:that|it|those|them|this|one|these))(?: on| in| too)?(?= (?:for|x|times) )",
    re.I,
)

_TAKE_IT = re.compile(
    rf"\b(?:all|every ?one|every ?body|we all|all of us|{NUMBER}|both|they"
    rf"|the (?:adults|kids|guys))(?: (?:of (?:us|them)|{NUMBER}|people|guests|adults"
    r"|kids))*(?: (?:would|will|do|did|could))? (?:takes?|gets?|has|have|had|wants?|ordered|orders?"
    r"|picks?|does)(?P<it> (?:it|that|them|those|one))(?=\W|$)",
    re.I,
)
""" "And the lobster? how much if all 12 take it"."""
_PORTIONS = re.compile(
    r"\b(?P<extra>(?:extra|additional|more) )?(?:portions?|orders?|sides?|servings?|plates?"
    r"|helpings?) of (?P<it>it|that|them|those|this)\b",
    re.I,
)
""" "They love fried rice, so please add 5 extra portions of it"."""
_SO_MANY = re.compile(
    rf"\b(?:{NUMBER}|a couple(?: of)?) (?P<it>portions|orders|servings|plates"
    r"|sides)(?= (?:put|added|on|to (?:our|the|my)|please|pls|then|too|as well|for the table)\b"
    r"| ?[?.!,]| ?$)",
    re.I,
)
""" "She needs to have gyoza! Could we get five orders put on our booking?"."""
_WAS = re.compile(
    r"\b(?:last (?:year|time|month|summer|party)|(?:we|they|i|us|everyone) (?:all )?(?:had|ate|ordered|got|tried))\b",
    re.I,
)
""" "Five of us had lobster last year": told of another party; "we need it" is about the new one."""


def named_again(text: str, profile: Profile) -> str:
    """The text with the only dish that was named before in place of the pronoun."""
    portions = _PORTIONS.search(text)
    said = portions or _THAT.search(text) or _TAKE_IT.search(text) or _SO_MANY.search(text)
    if said is None:
        return text
    before = text[: said.start()]
    if not portions and not _THAT.search(text) and re.search(r"\bextra\b", before, re.I):
        return text  # "is steak extra? how much if everyone takes it": beside the two that are included, or in place of one
    named = dishes.named(before, profile)
    if portions and not named and (noun := _more_of(before, profile)):
        return f"{text[: said.start()]}extra {noun}{text[said.end() :]}"
    if _WAS.search(before) or len({key for _, key in named}) != 1 or named[0][1] is None:
        return text
    if portions:
        extra = "extra " if portions["extra"] else ""
        return f"{text[: said.start()]}{extra}{named[-1][0].text}{text[said.end() :]}"
    return f"{text[: said.start('it')].rstrip()} {named[-1][0].text}{text[said.end() :]}"


def _more_of(before: str, profile: Profile) -> str | None:
    """What everybody gets, named before, of which more can be had: "they love fried rice"."""
    for key in profile.menu.addons_each:
        if key.startswith(short_names.MORE) and re.search(rf"\b(?:{short_names.nouns(key)})s?\b", before, re.I):
            return key.removeprefix(short_names.MORE).replace("_", " ").strip()
    return None
