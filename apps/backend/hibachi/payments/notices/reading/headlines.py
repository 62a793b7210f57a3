"""What a line says of a payment: that money came, was asked for, went, failed, came back or is on its way."""

from dataclasses import dataclass

from hibachi.kit import lazy_re as re
from hibachi.payments.notices.reading.money import PATTERN, Said, amount_of
from hibachi.payments.notices.schemas import Kind

_MONEY = rf"(?P<money>{PATTERN})"
_NAME = r"(?P<payer>[^\n$€£]{1,150}?)"
_SERVICE = r"(?: (?:with|from|through|via) (?:zelle|venmo|paypal|stripe|cash app))?"
_BY_ZELLE = r"(?: (?:with|using|through|via|by) (?:zelle|venmo|paypal|cash app))?"
_END = r"(?:[.!:]? ?(?:here are the details|see details|it's|the money|this money|these funds)\b.{0,200}|[.!:]{0,2})"
_FOR = rf"(?: for (?P<memo>.{{1,300}})|{_END})"
_PREFIX = r"(?:(?:fwd?|fw|re|wg|tr|\[external\])\s?:?\s)*(?:(?:zelle|venmo|cash app|paypal) ?(?:payment|:|-)? )?"

RECEIVED = (
    rf"{_NAME} (?:has |just )?(?:paid|sent) you (?:a payment of )?{_MONEY}{_BY_ZELLE}{_FOR}",
    rf"{_NAME} (?:has |just )?sent you (?:money|a payment|a zelle payment){_BY_ZELLE}{_END}",
    rf"{_NAME} paid you{_END}",
    (
        r"you(?:'ve| have)?(?: just)? received "
        rf"(?:a (?:zelle )?payment of )?{_MONEY}(?: payment)?{_BY_ZELLE} from {_NAME}{_END}"
    ),
    rf"you were sent {_MONEY} by {_NAME}{_FOR}",
    rf"{_NAME} (?:paid|completed|accepted) your {_MONEY} (?:request|charge){_END}",
    rf"payment of {_MONEY} from {_NAME}(?: for (?P<business>.{{1,150}}))?{_END}",
    rf"(?:zelle )?payment from {_NAME}{_END}",
    rf"{_MONEY} received from {_NAME}{_END}",
)
GENERIC = (
    rf"you(?:'ve| have)?(?: just)? (?:received|got) (?:money|a payment|a (?:new )?zelle payment){_SERVICE}[.!]?",
    r"(?:zelle )?(?:payment|money) received[.!]?",
    r"you(?:'ve| have) (?:just )?received a payment through stripe[.!]?",
)
REQUESTED = (
    rf"{_NAME} (?:requests|requested|is requesting|has requested|charged you)(?: a payment of)? (?:{_MONEY}|money)\b.*",
    r"(?:reminder: ?)?you(?:'ve| have)? (?:got )?a (?:new )?(?:money|payment|zelle|venmo)? ?request\b.*",
    r".{1,150}\bsent you (?:a|an) (?:money |payment |zelle )?(?:request|invoice)\b.*",
    r"(?:reminder: ?)?(?:new )?(?:money|payment|zelle) request\b.*",
    r"(?:reminder: ?).{1,150} (?:requests|requested|is requesting)\b.*",
    r"invoice from .*",
)
SENT = (
    r"you(?:'ve| have)?(?: just)? (?:paid|sent|transferred|completed|authorized)\b.*",
    rf"your (?:zelle )?(?:payment|transfer)(?: of {PATTERN})? to\b.*",
    r"(?:your )?(?:standard|instant|bank) transfer\b.*",
    rf"your (?:{PATTERN} )?payout\b.*",
    r"(?:payment|money) sent\b.*",
    r"receipt for your payment to\b.*",
)
_DONE: dict[Kind, str] = {
    "refunded": r"refund(?:ed)?|reversed|charged back|disputed|clawed back",
    "failed": (
        r"declined|failed|unsuccessful|rejected|returned|cancell?ed|expired"
        r"|not (?:completed|processed|deposited|successful)"
        r"|(?:couldn't|could not|can't|cannot) be (?:completed|processed|delivered|deposited)|voided|stopped"
    ),
    "pending": (
        r"pending|on hold|held|being (?:held|reviewed|processed)|under review|processing|scheduled|on its way"
        r"|not yet (?:available|deposited|accepted)|waiting (?:for you|to be accepted)"
        r"|be (?:available|deposited|delivered)"
    ),
}
_SUBJECT_WORDS: dict[Kind, str] = {
    "refunded": r"refund(?:ed|s)?|reversed|reversal|dispute[ds]?|chargeback|charged back|claim (?:opened|filed)",
    "failed": (
        r"declined|failed|unsuccessful|rejected|returned|cancell?ed|expired|couldn't|could not"
        r"|not (?:completed|processed|sent)|problem with"
    ),
    "pending": (
        r"pending|on hold|under review|scheduled|claim your|accept (?:your|the|this)"
        r"|action (?:required|needed)|enroll|waiting for you"
    ),
}
_SUBJECT = (
    r"(?:(?:this|the|your|that) |[^.$]{2,60}'s )?(?:zelle |venmo |paypal |cash app |\$\S+ )?(?:payment"
    r"|transfer|transaction|money|deposit)"
)
_STATES = {
    kind: re.compile(
        rf"{_SUBJECT}(?: of {PATTERN})?(?: (?:from|to) [^.]{{1,80}}?)? (?:(?:is|was|were|has been"
        r"|have been|has|will|will be|are)"
        rf" (?:now |currently |still |automatically )?)?(?:{words})\b.{{0,200}}"
        rf"|(?:payment |transfer |transaction )?status ?:? (?:{words})\b.{{0,60}}"
        rf"|.{{1,100}} "
        rf"(?:{'declined|rejected|cancelled|canceled' if kind == 'failed' else 'refunded|reversed' if kind == 'refunded' else 'tried to send'})"
        rf" (?:your|this|the|a) (?:payment|request|transfer|charge)\b.{{0,200}}",
        re.IGNORECASE,
    )
    for kind, words in _DONE.items()
}
_TO_CLAIM = re.compile(
    r"(?:to (?:receive|get|accept|claim) (?:your|the|this) (?:money|payment|funds)"
    r"|you have (?:until|\d+ days) to (?:accept|enroll|claim)"
    r"|(?:accept|claim) (?:your|the|this) (?:money|payment)(?: by| within| before|$)).{0,200}",
    re.IGNORECASE,
)
_REFUND_OF = re.compile(
    rf"(?:you(?:'ve| have)? (?:received|got|issued) )?a? ?refund (?:of {PATTERN}|from|for|to)\b.*", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?]) ")
ANCHORED: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("requested", REQUESTED),
    ("sent", SENT),
    ("received", RECEIVED + GENERIC),
)
_PATTERNS = [(kind, re.compile(_PREFIX + one, re.IGNORECASE)) for kind, ones in ANCHORED for one in ones]
_IN_SUBJECT = [(kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _SUBJECT_WORDS.items()]


@dataclass(frozen=True, slots=True)
class Headline:
    """What one line says: its kind, and of a payment the amount, the payer and the memo where it names them."""

    kind: Kind
    said: Said | None = None
    payer: str | None = None
    memo: str | None = None


def of_subject(subject: str) -> Headline | None:
    """What a subject says. Inside a received payment's name or memo no other word counts."""
    found = headline_of(subject)
    if found is not None and found.kind == "received" and found.said is not None:
        return found
    words = next((kind for kind, pattern in _IN_SUBJECT if pattern.search(subject)), None)
    return Headline(words) if words else found


def headline_of(line: str) -> Headline | None:
    """What a line of the body says; None when it says nothing of a payment's fate."""
    for kind, pattern in _PATTERNS:
        found = pattern.fullmatch(line)
        if found is not None:
            parts = found.groupdict()
            said = amount_of(parts["money"]) if parts.get("money") else None
            return Headline(kind, said, _name(parts.get("payer")), (parts.get("memo") or "").strip() or None)
    return None


def fate_of(line: str) -> Kind | None:
    """Whether a sentence of a line says that this payment failed, came back or is not there yet."""
    for sentence in _SENTENCE.split(line):
        if _REFUND_OF.fullmatch(sentence):
            return "refunded"
        if _TO_CLAIM.match(sentence):
            return "pending"
        found = next((kind for kind, pattern in _STATES.items() if pattern.fullmatch(sentence)), None)
        if found is not None:
            return found
    return None


def _name(said: str | None) -> str | None:
    return (said or "").strip(" .:!,\"'") or None
