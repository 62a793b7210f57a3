"""The form in which a reply leaves: who answers is said, the channel's form is kept, and it is that which is checked.

A sentence may be left out here, never added, but for fixed ones: the disclosure, a greeting and a close of a letter.
What passes the gate in this form is what is stored, sealed and sent (decision 0096).
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain

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
    r"\u00a1?(?:hi|hello|hey|good (?:morning|afternoon|evening)|welcome|hola)\b[^.!?\n]{0,40}[!.]"
    r"(?: ?[\U0001F300-\U0001FAFF\u2600-\u27BF]\ufe0f?)*(?:\s+|$)",
    re.I,
)


_SORRY = re.compile(
    r"\W*(?:oh no|oh dear|i(?:'m| am) (?:so |very |truly |really )*sorry|my (?:\w+ )?condolences)\b", re.I
)
HELLO, HELLO_GRAVE = "Hi!", "Hello."
"""Who says what it is says hello first; without cheer to somebody whom it is sorry for."""


def opening(
    profile: Profile, *, disclosed: bool, silent_for: timedelta | None, channel: ChannelName = "web_chat"
) -> str:
    """The sentence that says that a machine answers: at the start, once a human handed back, and after a lapse.

    On the telephone it is followed by the owner's word that calls may be recorded.
    """
    again = timedelta(hours=profile.concierge.disclose_again_after_hours)
    if disclosed and silent_for is not None and silent_for < again:
        return ""
    said = profile.concierge.disclosure.format(business=profile.business.name)
    return f"{said} {recording_notice(profile)}" if channel == "phone" else said


def recording_notice(profile: Profile) -> str:
    """What a caller is told at the start, of the owner's rule about recording; what it demands of us is left out."""
    rule = " ".join(profile.policies.recording_notice.split(";")[0].split()).rstrip(". ")
    return f"{rule[:1].upper()}{rule[1:]}."


def whole_forms(turn: Turn, text: str, *, fitting: Fitting) -> tuple[str, ...]:
    """The forms in which a model's text may leave with all its words, the best one first (`Turn.leaving`)."""
    notice = recording_notice(turn.profile) if turn.channel == "phone" and turn.opening else ""
    opened = _opened(text, turn.opening, letter=turn.channel == "email", still=notice)
    dressed = fitting.plain(_letter(turn, opened), turn.channel)
    return (dressed,) if dressed == opened else (dressed, opened)


def judge(turn: Turn, text: str) -> Verdict:
    """What the validator says of a model's text in the form in which it leaves: the first that may, else the best one.

    Words that say nothing are no reply, whatever the channel puts around them.
    """
    if not text.strip():
        return check_turn(turn, text)
    forms = turn.leaving(turn, text)
    judged = (check_turn(turn, form) for form in forms)
    return next((verdict for verdict in judged if verdict.ok), check_turn(turn, forms[0]))


def finish(turn: Turn, verdict: Verdict, fitting: Fitting) -> Verdict | None:
    """A reply as short as its channel wants it, each choice checked; None when the facts that carried it are gone.

    verdict: of all its words, as `judge` gave it; they are checked anew where the turn knows something else by now.
    """
    keep = [(trace.start, trace.end) for trace in verdict.traces]
    shorter = fitting.shorter(verdict.text, channel=turn.channel, profile=turn.profile, keep=keep)
    finished = (check_turn(turn, form) for form in chain(shorter, (verdict.text,)))
    return next((one for one in finished if one.ok), None)


def _opened(text: str, sentence: str, *, letter: bool = False, still: str = "") -> str:
    """The text with a greeting and the disclosure in front; as it is where it says so. Sympathy is never cut in two.

    letter: it gets a greeting of its own; still: what is said even where the text discloses by itself.
    """
    sentence = still if _SAYS_SO.search(text) else sentence
    if not sentence or sentence in text:
        return text
    greeting = _GREETING.match(text)
    if greeting is None:
        warm = _WARM.match(text)
        start = warm.end() if warm else 0
        hello = text[:start].rstrip() or ("" if letter or _WARM.match(sentence) else _hello(text))
        return f"{hello} {sentence} {text[start:]}".strip()
    rest = text[greeting.end() :].lstrip()
    return f"{greeting.group().rstrip()}\n\n{sentence} {rest}"


def _hello(text: str) -> str:
    return HELLO_GRAVE if _SORRY.match(text) else HELLO


def _letter(turn: Turn, text: str) -> str:
    """An e-mail has a greeting and a close; other channels have what the reply says."""
    if turn.channel != "email":
        return text
    name = (turn.contact.name or "").split()
    greeted = text if _GREETING.match(text) else f"{f'Hello {name[0]},' if name else 'Hello,'}\n\n{text}"
    return greeted if _CLOSE.search(greeted) else f"{greeted}\n\nWarm regards,\n{turn.profile.business.name}"
