"""The last touch before a reply leaves: who answers is said, the channel's form is kept, and the whole is checked again.

A sentence may be left out here, never added, but for fixed ones: the disclosure, a greeting and a close of a letter.
What passes the gate once more is what is stored, sealed and sent.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta

from hibachi.concierge.turn import Turn
from hibachi.concierge.validator import Verdict, check_turn
from hibachi.customers.schemas import ChannelName
from hibachi.kit import lazy_re as re
from hibachi.policies.schemas import Profile

Spans = Collection[tuple[int, int]]
_GREETING = re.compile(
    r"^\W*(?:hi|hello|dear|hey|good (?:morning|afternoon|evening))\b[^\n.!?]{0,60}[,!.]?\n", re.IGNORECASE
)
_CLOSE = re.compile(
    r"\n\W*(?:warm|kind|best|many thanks|thank you|sincerely|yours|regards|cheers)\b[^\n]*\n", re.IGNORECASE
)


def _as_it_is(text: str, channel: ChannelName) -> str:
    return text


def _no_shorter(text: str, *, channel: ChannelName, profile: Profile, keep: Spans) -> Iterator[str]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Fitting:
    """What channels know of a text's form, filled in at start. plain: the letters that a channel carries cheaply;
    shorter: ever shorter choices of a text's own sentences, when it is longer than the brand speaks there."""

    plain: Callable[[str, ChannelName], str] = _as_it_is
    shorter: Callable[..., Iterator[str]] = _no_shorter


_SAYS_SO = re.compile(
    r"\bI(?:'m| am) (?:an? |the )?[^.!?\n]{0,40}\b(?:automated|virtual|AI) (?:assistant|concierge)\b", re.I
)
_WARM = re.compile(
    r"(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|welcome|hola)\b[^.!?\n]{0,40}[!.]"
    r"|(?:oh no|oh dear|i(?:'m| am) (?:so |very |truly |really )*sorry|my (?:\w+ )?condolences)\b[^.!?\n]{0,90}[.!])"
    r"(?: ?[\U0001F300-\U0001FAFF\u2600-\u27BF]\ufe0f?)*(?:\s+|$)",
    re.I,
)


def opening(profile: Profile, *, disclosed: bool, silent_for: timedelta | None) -> str:
    """The sentence that says that a machine answers: at the start, once a human handed back, and after a lapse."""
    again = timedelta(hours=profile.concierge.disclose_again_after_hours)
    if disclosed and silent_for is not None and silent_for < again:
        return ""
    return profile.concierge.disclosure.format(business=profile.business.name)


def finish(turn: Turn, verdict: Verdict, fitting: Fitting) -> Verdict | None:
    """The reply as it leaves, checked as a whole; None when no form of it may."""
    text = fitting.plain(_letter(turn, _opened(verdict.text, turn.opening)), turn.channel)
    whole = check_turn(turn, text)
    for form in _forms(turn, verdict, whole, fitting):
        finished = whole if form == text else check_turn(turn, form)
        if finished.ok:
            return finished
    return None


def _forms(turn: Turn, verdict: Verdict, whole: Verdict, fitting: Fitting) -> Iterator[str]:
    """The forms that a reply may take, the best one first; whole: what the check says of all its words."""
    text = whole.text
    if whole.ok:
        keep = [(trace.start, trace.end) for trace in whole.traces]
        yield from fitting.shorter(text, channel=turn.channel, profile=turn.profile, keep=keep)
    yield text
    yield _opened(verdict.text, turn.opening)


def _opened(text: str, sentence: str) -> str:
    """The text with the disclosure in front, behind a greeting or a first word of sympathy; as it is where it says so."""
    if not sentence or sentence in text or _SAYS_SO.search(text):
        return text
    greeting = _GREETING.match(text)
    if greeting is None:
        warm = _WARM.match(text)
        start = warm.end() if warm else 0
        return f"{text[:start].rstrip()} {sentence} {text[start:]}".strip()
    rest = text[greeting.end() :].lstrip()
    return f"{greeting.group().rstrip()}\n\n{sentence} {rest}"


def _letter(turn: Turn, text: str) -> str:
    """An e-mail has a greeting and a close; other channels have what the reply says."""
    if turn.channel != "email":
        return text
    name = (turn.contact.name or "").split()
    greeted = text if _GREETING.match(text) else f"{f'Hello {name[0]},' if name else 'Hello,'}\n\n{text}"
    return greeted if _CLOSE.search(greeted) else f"{greeted}\n\nWarm regards,\n{turn.profile.business.name}"
