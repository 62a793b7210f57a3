"""Pure decisions: what a vote means, what is worth looking at, and the numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hibachi.channels.feedback.schemas import Day, Group, Judgement, Vote

RATING_OF: dict[Vote, int] = {"up": 5, "down": 1}
LOW = 2
"""A rating so low is a reply that people should look at."""
ENOUGH = 10
"""With fewer votes than this nobody can say how the concierge does."""
Health = Literal["good", "fair", "poor", "unknown"]


@dataclass(frozen=True, slots=True)
class Counted:
    """So many answers of one kind, channel, agent, topic, rating and day."""

    kind: str
    channel: str
    agent: str | None
    topic: str | None
    rating: int
    day: date
    number: int


def of_vote(vote: Vote, comment: str | None = None, suggestion: str | None = None) -> Judgement:
    """A thumb as a judgement: up is 5 and helpful, down is 1 and not."""
    return Judgement(
        rating=RATING_OF[vote], helpful=vote == "up", comment=comment or None, suggestion=suggestion or None
    )


def of_score(score: int, comment: str | None = None) -> Judgement:
    """A number of stars as a judgement: four and five are a yes."""
    return Judgement(rating=score, helpful=score >= 4, comment=comment or None)


def is_low(rating: int) -> bool:
    """Whether a rating is worth a look."""
    return rating <= LOW


def what_to_look_at(*, topic: str | None, agent: str | None, tools: Sequence[str], suggestion: str | None) -> str:
    """A sentence for whoever looks after the concierge: what the reply was made of, and what the customer said to that."""
    said = f"The customer suggests: “{suggestion.rstrip('.')}”. " if suggestion else ""
    kind = f"a question about {topic.replace('_', ' ')}" if topic else "a question of an unknown kind"
    made = f"with {', '.join(dict.fromkeys(tools))}" if tools else "without looking anything up"
    by = f"the agent {agent} " if agent else "the concierge "
    return f"{said}Look at how {kind} is answered: {by}answered {made}."


def rate(part: int, whole: int) -> float | None:
    """A share, 0..1; None of nothing."""
    return round(part / whole, 4) if whole else None


def average(counted: Iterable[Counted]) -> float | None:
    """The mean rating; None of nothing."""
    rows = list(counted)
    number = sum(row.number for row in rows)
    return round(sum(row.rating * row.number for row in rows) / number, 2) if number else None


def helpful(counted: Iterable[Counted]) -> int:
    """How many answers were a yes."""
    return sum(row.number for row in counted if row.rating >= 4)


def groups(counted: Iterable[Counted], field: Literal["channel", "agent", "topic"]) -> list[Group]:
    """The votes by channel, agent or topic, those with most votes first."""
    votes: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for row in counted:
        name = getattr(row, field) or "unknown"
        votes[name] += row.number
        good[name] += row.number if row.rating >= 4 else 0
    return [
        Group(name=name, votes=number, helpful_rate=round(good[name] / number, 4))
        for name, number in votes.most_common()
    ]


def days(counted: Iterable[Counted]) -> list[Day]:
    """The votes by day, oldest first; days without a vote are left out."""
    by_day: dict[date, list[Counted]] = defaultdict(list)
    for row in counted:
        by_day[row.day].append(row)
    ups = {day: helpful(rows) for day, rows in by_day.items()}
    return [Day(day=day, up=ups[day], down=sum(row.number for row in by_day[day]) - ups[day]) for day in sorted(by_day)]


def health(up: int, votes: int) -> Health:
    """How the concierge does by what customers say: good from 80 % of yes on, fair from 60 %; unknown below ENOUGH votes."""
    if votes < ENOUGH:
        return "unknown"
    share = up / votes
    return "good" if share >= 0.8 else "fair" if share >= 0.6 else "poor"
