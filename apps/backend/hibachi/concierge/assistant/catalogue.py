"""The tools of the assistant: what each is asked with, who may see it, and which side of today its days lie on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from hibachi.concierge.assistant.reports.money import deposits_unpaid, money_owed, money_received
from hibachi.concierge.assistant.reports.parties import chefs, parties, parties_made
from hibachi.concierge.assistant.reports.people import leads, messages, reviews
from hibachi.concierge.assistant.schemas import Report, ReportFilter, ToolName
from hibachi.kit.db import Tx
from hibachi.language.periods import Lean

Run = Callable[[Tx, ReportFilter, str], Awaitable[Report]]


@dataclass(frozen=True, slots=True)
class Tool:
    """One report. needs: the permission to see it, exports: to take it away as a file; without: which days where none are said.

    examples: what it is asked with; the first is shown to whoever asks for something that no tool knows.
    """

    name: ToolName
    run: Run
    about: str
    needs: str
    noun: str
    lean: Lean
    without: str
    examples: tuple[str, ...]
    exports: str = ""
    narrowed: bool = True


TOOLS: dict[ToolName, Tool] = {
    tool.name: tool
    for tool in (
        Tool(
            "parties", parties, ("Parties of some days, by the day of the party: how many, guests, value; by state, by "
                    "chef, or without a chef."),
            "bookings:read", "parties", "near", "from today",
            ("bookings this week", "which parties do we have on saturday", "parties without a chef", "how many guests next weekend",
             "what is booked for tomorrow", "cancelled parties in march", "what does the calendar look like next week", "how busy are we in june"),
        ),
        Tool(
            "parties_made", parties_made, "Parties by when they were booked: what came in during some days.",
            "bookings:read", "parties", "past", "this week",
            ("how many parties were booked yesterday", "new bookings this week", "bookings that came in last month", "how many did we sell today"),
        ),
        Tool(
            "chefs", chefs, "How many parties and guests each chef has in some days.",
            "bookings:read", "parties", "ahead", "this week",
            ("next week per chef", "how many parties does each chef have", "who cooks this weekend", "workload of the chefs in april"),
        ),
        Tool(
            "deposits_unpaid", deposits_unpaid, "Parties whose deposit is missing now, with until when they are held.",
            "payments:read", "money", "near", "now",
            ("who has not paid the deposit", "missing deposits", "which parties wait for their deposit", "unpaid deposits", "who still has to put money down"),
            exports="payments:export", narrowed=False,
        ),
        Tool(
            "money_owed", money_owed, "What is still to come of every party.",
            "payments:read", "money", "near", "now",
            ("how much is owed", "who owes us money", "outstanding balances", "what is still to be paid", "how much do customers still have to pay us"),
            exports="payments:export", narrowed=False,
        ),
        Tool(
            "money_received", money_received, "What money came in some days, by how it was paid, what went back, what stayed.",
            "payments:read", "money", "past", "this month so far",
            ("revenue in october", "how much money came in last week", "payments received yesterday", "what did we earn this month", "refunds last month",
             "how much did we make this year", "sales last quarter", "our income in may"),
            exports="payments:export",
        ),
        Tool(
            "messages", messages, "How many messages customers wrote in some days, by channel, and how many we wrote.",
            "conversations:read", "conversations", "past", "this week",
            ("how many messages came by sms yesterday", "messages last week by channel", "how many e-mails did we get today", "how many people wrote to us on instagram"),
        ),
        Tool(
            "leads", leads, "Who wanted a party and has none: open now, or made in some days and what became of them.",
            "leads:read", "leads", "past", "now",
            ("open leads", "leads this month", "how many inquiries became parties in may", "new prospects last week", "who asked and did not book"),
        ),
        Tool(
            "reviews", reviews, "Reviews of some days and their stars.",
            "reviews:read", "reviews", "past", "all of them",
            ("reviews last month", "how many stars did we get this year", "what ratings did we get", "reviews that wait", "how happy were customers last month"),
        ),
    )
}  # fmt: skip


def can_do(allowed: frozenset[str]) -> list[str]:
    """What may be asked by somebody with these permissions, an example a tool."""
    return [tool.examples[0] for tool in TOOLS.values() if tool.needs in allowed]
