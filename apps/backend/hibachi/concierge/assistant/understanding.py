"""A question → the tool and what it is asked for. Rules decide where their words stand; else the nearest example does. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hibachi.concierge.assistant.catalogue import TOOLS, Tool
from hibachi.concierge.assistant.schemas import ReportFilter, State, ToolName
from hibachi.customers.schemas import ChannelName
from hibachi.kit import lazy_re as re
from hibachi.language.periods import find_period

FIRST, LAST = date(2000, 1, 1), date(2200, 1, 1)
OVER = ("cancelled", "completed", "no_show")
NEAR_ENOUGH = 0.65
"""The cosine from which on a question is taken for one like an example."""

_RULES: tuple[tuple[re.Pattern[str], ToolName], ...] = (
    (
        re.compile(
            r"\bdeposits?\b.*\b(?:not|n't|unpaid|missing|outstanding|open|wait\w*|pending|due|lack\w*|still"
            r"|without|overdue)\b|\b(?:not|n't|unpaid|missing|outstanding|without|wait\w*|pending|open|overdue"
            r"|lacks?)\b.*\bdeposits?\b"
        ),
        "deposits_unpaid",
    ),
    (
        re.compile(
            r"\b(?:owed?|owes|owing|outstanding|receivables?|unpaid|overdue|still to (?:come|be paid|pay)"
            r"|open (?:balances?|invoices?|amounts?)|balances?)\b"
        ),
        "money_owed",
    ),
    (
        re.compile(
            r"\b(?:revenue|turnover|takings|income|earn\w*|sales|refund\w*|payments?|money|cash flow"
            r"|did we (?:make|take)|have we (?:made|taken)|tips)\b"
        ),
        "money_received",
    ),
    (
        re.compile(
            r"\b(?:per|by|each|every) chef\b|\bchefs?'? (?:workload|load|hours)\b"
            r"|\b(?:workload|load)\b.*\bchefs?\b|\bwho (?:cooks|works|is cooking|is working)\b"
        ),
        "chefs",
    ),
    (re.compile(r"\breviews?\b|\bratings?\b|\bstars?\b"), "reviews"),
    (re.compile(r"\bleads?\b|\binquir\w+\b|\benquir\w+\b|\bprospects?\b"), "leads"),
    (re.compile(r"\bmessages?\b|\btexts\b|\be-?mails\b|\b(?:wrote|written) to us\b|\bconversations?\b"), "messages"),
    (
        re.compile(
            r"\b(?:new|fresh) (?:bookings?|parties|reservations?)\b"
            r"|\b(?:bookings?|parties|reservations?)\b.*\b(?:made|came in|come in|taken|received)\b"
            r"|\b(?:were|was|got|did we|have been) (?:booked|sold?|book|sell)\b"
        ),
        "parties_made",
    ),
    (
        re.compile(
            r"\bbookings?\b|\bpart(?:y|ies)\b|\breservations?\b|\bevents?\b|\bguests?\b|\bbooked\b"
            r"|\bcancellations?\b|\bno[- ]shows?\b"
        ),
        "parties",
    ),
)
_CHANNELS: tuple[tuple[re.Pattern[str], ChannelName], ...] = (
    (re.compile(r"\bsms\b|\btexts?\b|\btext messages?\b"), "sms"),
    (re.compile(r"\be-?mails?\b"), "email"),
    (re.compile(r"\bwhats ?app\b"), "whatsapp"),
    (re.compile(r"\binsta(?:gram)?\b"), "instagram"),
    (re.compile(r"\bfacebook\b|\bmessenger\b"), "facebook"),
    (re.compile(r"\b(?:web ?|site |website )chats?\b|\bon the (?:web ?site|site)\b"), "web_chat"),
    (re.compile(r"\bphone\b|\bcalls?\b"), "phone"),
)
_STATES: tuple[tuple[re.Pattern[str], State], ...] = (
    (re.compile(r"\bcancel+(?:ed|ations?)\b|\bcalled off\b"), "cancelled"),
    (re.compile(r"\bno[- ]shows?\b"), "no_show"),
    (re.compile(r"\bconfirmed\b"), "confirmed"),
    (re.compile(r"\bcompleted\b|\btook place\b|\bwere held\b"), "completed"),
    (re.compile(r"\b(?:unconfirmed|pending)\b"), "deposit_pending"),
)
_WITHOUT_CHEF = re.compile(
    r"\b(?:without|no|lack\w*|needs?|miss\w*)\b(?: an?| any| their| assigned){0,2} chefs?\b"
    r"|\bunassigned\b|\bchef\b.*\bmissing\b"
)


@dataclass(frozen=True, slots=True)
class Understood:
    """Which tool, and what it is asked for."""

    tool: Tool
    asked: ReportFilter


def by_words(question: str, chefs: Mapping[int, str]) -> ToolName | None:
    """The tool whose words stand in a question; a chef's name alone asks for their parties."""
    low = question.lower().replace("’", "'")
    found = next((tool for pattern, tool in _RULES if pattern.search(low)), None)
    return found or ("parties" if chef_in(low, chefs) is not None else None)


def masked(question: str, today: date) -> str:
    """The question without its days: what is compared with the examples, whose days are others."""
    period = find_period(question, today)
    said = question if period is None else question[: period.span.start] + question[period.span.end :]
    return " ".join(said.lower().split())


def understood(question: str, name: ToolName, today: date, chefs: Mapping[int, str]) -> Understood:
    """What a tool is asked for by a question; days that were not said are the tool's usual ones."""
    low, tool = question.lower().replace("’", "'"), TOOLS[name]
    chef_id = chef_in(low, chefs) if name in ("parties", "chefs") else None
    status = next((state for pattern, state in _STATES if pattern.search(low)), None) if name == "parties" else None
    first, last = _days(question, tool, today, is_over=status in OVER) if tool.narrowed else (None, None)
    asked = ReportFilter(
        first=first,
        last=last,
        status=status,
        chef_id=chef_id,
        without_chef=name == "parties" and bool(_WITHOUT_CHEF.search(low)),
        channel=next((channel for pattern, channel in _CHANNELS if pattern.search(low)), None)
        if name == "messages"
        else None,
    )
    return Understood(tool, asked)


def _days(question: str, tool: Tool, today: date, *, is_over: bool) -> tuple[date | None, date | None]:
    found = find_period(question, today, lean="past" if is_over else tool.lean)
    if found is not None:
        return max(found.first, FIRST), min(found.last, LAST)
    monday = today - timedelta(days=today.weekday())
    if is_over:
        return None, None
    usual: dict[str, tuple[date | None, date | None]] = {
        "from today": (today, None),
        "this week": (monday, monday + timedelta(days=6)),
        "this month so far": (today.replace(day=1), today),
    }
    return usual.get(tool.without, (None, None))


def chef_in(low: str, chefs: Mapping[int, str]) -> int | None:
    """The chef whose name is said; where two have it, the one whose whole name is."""
    named = [
        (len(part), key)
        for key, name in chefs.items()
        for part in {name.lower(), name.lower().split()[0]}
        if part not in ("chef", "the") and re.search(rf"\b{re.escape(part)}\b", low)
    ]
    longest = max((length for length, _ in named), default=0)
    best = {key for length, key in named if length == longest}
    return best.pop() if len(best) == 1 else None
