"""What a reply is judged against: the evidence, the customer's words, the day, the profile; and what was found so far."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property

from hibachi.concierge.facts import Evidence, Fact, Leaf
from hibachi.concierge.validator.quoting import quotations
from hibachi.concierge.validator.text import Part, flatten, sentences
from hibachi.concierge.validator.verdict import Problem, Trace
from hibachi.language.spans import fold
from hibachi.language.spoken_zips import settled_zips
from hibachi.policies.schemas import Profile


@dataclass
class Ground:
    """One reply and all that may license its words. The checkers report through `accept` and `refuse`."""

    text: str
    facts: Sequence[Fact]
    said: Sequence[str]
    known: Sequence[str]
    today: date
    zone: str
    channel: str
    profile: Profile
    problems: list[Problem] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)
    indexed: Evidence | None = None
    """The facts' evidence, where whoever asks has it already: a turn checks several texts over the same facts."""

    @cached_property
    def evidence(self) -> Evidence:
        return self.indexed or Evidence.of(self.facts, self.zone)

    @cached_property
    def folded(self) -> str:
        """What is judged: the reply without what it quotes of the customer's earlier words, which are no claim of ours."""
        whole = flatten(self.text)
        for start, end, _ in self.quoted:
            whole = whole[:start] + " " * (end - start) + whole[end:]
        return whole

    @cached_property
    def quoted(self) -> list[tuple[int, int, Leaf]]:
        """Where the reply repeats, letter for letter and in quotation marks, what a fact holds as the customer's words.

        An amount among them is still an amount: such a quotation is judged like anything else.
        """
        return list(quotations(self.text, self.evidence.quotes))

    @cached_property
    def sentences(self) -> list[Part]:
        return sentences(self.folded)

    @cached_property
    def heard(self) -> list[str]:
        """What the customer said, folded, and what the channel proves of them."""
        return [flatten(_with_zips(words, self.profile.travel.base.zip[0])) for words in [*self.said, *self.known]]

    @cached_property
    def heard_digits(self) -> str:
        return " ".join(re.sub(r"[\s().+-]", "", words) for words in self.heard)

    @cached_property
    def fact_words(self) -> str:
        return " | ".join(fold(str(leaf.value)) for leaf in self.evidence.words)

    def sentence_at(self, position: int) -> Part:
        return next((part for part in self.sentences if part.start <= position < part.end), self.sentences[-1])

    def is_taken(self, start: int, end: int) -> bool:
        return any(start < right and left < end for left, right in self.taken)

    def take(self, start: int, end: int) -> None:
        self.taken.append((start, end))

    def accept(self, start: int, end: int, leaf: Leaf) -> None:
        """The words rest on a value of a fact."""
        self.traces.append(Trace(start, end, self.text[start:end], leaf.fact.id, leaf.path))

    def accept_said(self, start: int, end: int, source: str = "said") -> None:
        """The words rest on what the customer said (or on the calendar's today)."""
        self.traces.append(Trace(start, end, self.text[start:end], source, ""))

    def refuse(self, kind: str, start: int, end: int, why: str) -> None:
        self.problems.append(Problem(kind, self.text[start:end].strip(), why))


def _with_zips(words: str, region: str) -> str:
    """The customer's words, and behind them what they come to where a spoken ZIP was put right in one breath."""
    told = settled_zips(words, region)
    return words if told == words else f"{words}\n{told}"


def clock(at: time) -> str:
    """A time as it is said: 6 PM, 5:40 PM."""
    hour = at.hour % 12 or 12
    return f"{hour}{f':{at.minute:02d}' if at.minute else ''} {'AM' if at.hour < 12 else 'PM'}"
