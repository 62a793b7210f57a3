"""The gate of a note: the validator of replies, over what this conversation rests on. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hibachi.concierge.crm.rules import Known
from hibachi.concierge.crm.schemas import Draft
from hibachi.concierge.facts import Evidence, Fact
from hibachi.concierge.validator import Verdict, check
from hibachi.policies.schemas import Profile


@dataclass(frozen=True, slots=True)
class Gate:
    """Judges words of a note by the facts of its conversation, which are indexed once."""

    known: Known
    facts: Sequence[Fact]
    profile: Profile
    evidence: Evidence

    @classmethod
    def of(cls, known: Known, facts: Sequence[Fact], profile: Profile) -> "Gate":
        """The gate of one conversation."""
        return cls(known, facts, profile, Evidence.of(facts, known.zone))

    def judge(self, words: str) -> Verdict:
        """Whether every amount, date, time, count and deed in the words traces to a fact or to what was written."""
        person = self.known.person
        return check(
            words,
            facts=self.facts,
            said=[one.content for one in self.known.messages if one.role == "user" or one.staff_id],
            today=self.known.today,
            zone=self.known.zone,
            channel="email",
            profile=self.profile,
            known=[one for one in (person.name, person.phone, person.email) if one],
            evidence=self.evidence,
        )

    def problems(self, draft: Draft) -> list[str]:
        """What does not trace in a draft, a sentence a problem; empty where it may be kept."""
        verdicts = [self.judge(words) for words in (draft.summary, draft.next_step)]
        return [f"“{one.words}”: {one.why}" for verdict in verdicts for one in verdict.errors]

    def traced(self, draft: Draft) -> tuple[Draft, list[dict[str, Any]]]:
        """The draft without the lines that do not trace, and what the others rest on."""
        lines = [line for line in draft.summary.splitlines() if line.strip() and self.judge(line).ok]
        summary = "\n".join(lines) or "What was said traces to nothing that is stored; read the thread."
        kept = Draft(summary=summary, next_step=draft.next_step)
        facts = [trace for words in (kept.summary, kept.next_step) for trace in self.judge(words).facts()]
        return kept, facts
