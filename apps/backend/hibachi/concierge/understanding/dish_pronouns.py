"""A dish that is named first and wished with a pronoun: "oh yum, lobster! add that for six of us"."""

from hibachi.concierge.understanding import dishes
from hibachi.kit import lazy_re as re
from hibachi.policies.schemas import Profile

_THAT = re.compile(
    r"\b(?:add|put|get|do|have|include|take|order|throw in|make|want|like|need)(?P<it> (?:that|it|those|them|this|one|these))(?: on| in| too)?(?= (?:for|x|times) )",
    re.I,
)

_WAS = re.compile(
    r"\b(?:last (?:year|time|month|summer|party)|(?:we|they|i|us|everyone) (?:all )?(?:had|ate|ordered|got|tried))\b",
    re.I,
)
""" "Five of us had lobster last year": told of another party; "we need it" is about the new one."""


def named_again(text: str, profile: Profile) -> str:
    """The text with the only dish that was named before in place of the pronoun."""
    said = _THAT.search(text)
    if said is None:
        return text
    before = text[: said.start()]
    named = dishes.named(before, profile)
    if _WAS.search(before) or len({key for _, key in named}) != 1 or named[0][1] is None:
        return text
    return f"{text[: said.start('it')]} {named[-1][0].text}{text[said.end() :]}"
