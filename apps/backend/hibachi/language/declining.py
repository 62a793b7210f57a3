"""Whether somebody turns a party down: for good, in words that can hardly mean anything else."""

from hibachi.kit import lazy_re as re

_TURNS_DOWN = re.compile(
    r"\b(?:not interested|no longer (?:interested|need\w*)|(?:don't|do not|won't|will not) need (?:it|this|you|a|the)"
    r"|(?:found|booked|hired|chose|going with|went with|gone with) (?:some(?:one|body) else|another|a different)"
    r"|decided (?:against|not to)|changed (?:my|our) minds?|(?:party|event) (?:is|was|got) (?:cancel\w*|called off)"
    r"|we(?:'ll| will) pass|i(?:'ll| will) pass|too expensive for us)\b"
)
_NO_THANKS = re.compile(r"\bno(?:pe)?,? thank(?:s| you)\b")


def turns_down(words: str) -> bool:
    """Whether the words say that they want no party ("we went with someone else"); a mere "no thanks" does not."""
    return _TURNS_DOWN.search(_plain(words)) is not None


def declines(words: str) -> bool:
    """Whether somebody's last words say that they want no party, or nothing more ("no thanks"): nobody asks them again."""
    return turns_down(words) or _NO_THANKS.search(_plain(words)) is not None


def _plain(words: str) -> str:
    return words.casefold().replace("’", "'")
