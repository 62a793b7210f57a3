"""Couples with their heads told beside them: "two couples, 4 adults" are four people. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_WITH_HEADS = re.compile(
    rf"\b(?P<n>{NUMBER}) couples,? (?:(?:so|that'?s|thats|which is|i\.?e\.?|meaning|is|are|="
    rf"|making)(?: us)? )?(?P<m>{NUMBER}) (?P<who>adults?|people|ppl|of us|persons?)\b",
    re.I,
)


def by_heads(text: str) -> str:
    """The text with only the heads, where they are two for each couple; else they may be others."""
    return _WITH_HEADS.sub(
        lambda said: (
            f"{said['m']} {said['who']}" if to_int(said["m"]) == 2 * (to_int(said["n"]) or 0) else said.group()
        ),
        text,
    )
