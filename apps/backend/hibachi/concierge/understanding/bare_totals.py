"""A bare number behind who is back or joins, as the whole that it is: "they are back in, plus one more. 20" is no day. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.numbers import NUMBER, to_int

LEAST, MOST = 5, 400
NOON = 12
"""Up to here a number may be an hour, where an hour was asked for."""
_MOVES = re.compile(
    r"\b(?:(?:they|s?he|we|everyone|everybody|all)(?:'s|'re| is| are)? (?:all )?(?:back|in again|coming"
    rf"|joining|out|gone)|back (?:in|on)|(?:is|are) back|(?:plus|and) (?:{NUMBER}|an?)(?: more)?|{NUMBER} more|(?:are|is) coming"
    r"|cancell?ed|dropped|bailed|can'?t (?:come|make it)|changed (?:their|his|her) minds?)\b",
    re.I,
)
_LAST = re.compile(rf"[,.!;:-]+ *(?:so|now|ok|total)?[ ,]*(?P<n>{NUMBER})(?: now| then)?\W*$", re.I)
_ELSE = re.compile(
    r"\b(?:kids?|child(?:ren)?|aged?|ages?|toddlers?|bab(?:y|ies)|teen\w*|zip|street|ave|the \d|date|day|time|o'?clock"
    rf"|{MONTH})\b|[$?]",
    re.I,
)
_AGAIN = re.compile(rf"^\W*(?:(?:sorry|no|oh|ok|okay|wait|oops|ugh|actually)\W+)*(?P<n>{NUMBER}) again\W*$", re.I)
""" "Sorry, 3 again": of those of whom there are about as many."""


_IF_SO_MANY = re.compile(
    rf"\b(?P<lead>if|once|when|and if) they(?:'?re| are) (?P<n>{NUMBER})(?=\W*(?:$|[?.!,;]|(?:then|total|now|in all|altogether|people|what|how)\b))",
    re.I,
)
""" "So if they're 14 then what", of twelve grown friends: another size, nobody's age."""
NEAR = 8


def _as_size(said: re.Match[str], grown: int) -> str:
    number = to_int(said["n"].lower()) or 0
    return f"{said['lead']} we're {number}" if 0 < abs(number - grown) <= NEAR else said.group()


_IN_ALL = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:people )?(?:in )?total,? not {NUMBER}(?: adults)?(?: (?:plus|\+|and) {NUMBER}(?: (?:more|kids|children))?)?(?=\W*$)"
    rf"|\b(?P<m>{NUMBER}) (?:people )?(?:in )?(?:total|all),? (?:with|including|incl\.?|counting) (?:all )?(?:the |our )?(?:kids|children)\b",
    re.I,
)
""" "12 total, not 12 plus 4", "12 total with the kids": the children are among them."""


def plainly(text: str, dialogue: Dialogue) -> str:
    """The text with such a number as "so we're 20 people"."""
    party = dialogue.party
    grown = (party.adults or 0) + (party.unsplit or 0)
    if not grown:
        return text
    if party.children:
        text = _IN_ALL.sub(lambda said: f"{said['n'] or said['m']} people in total", text)
    if again := _AGAIN.match(text):
        return _again(again, grown, party.children or 0)
    if not (party.children or party.ages) and not _ELSE.search(text.rstrip(" ?")):
        text = _IF_SO_MANY.sub(lambda said: _as_size(said, grown), text)
    last = _LAST.search(text)
    if last is None or _ELSE.search(text) or not _MOVES.search(text[: last.start()]):
        return text
    number = to_int(last["n"].lower()) or 0
    hour = "time" in dialogue.expecting and number <= NOON
    if hour or not LEAST <= number <= MOST or number == grown:
        return text
    return f"{text[: last.start()]}, so we're {number} people"


def _again(said: re.Match[str], grown: int, children: int) -> str:
    number = to_int(said["n"].lower()) or 0
    if children and abs(number - children) < abs(number - grown):
        return f"{number} kids"
    return said.group() if number < LEAST else f"we're {number} people"
