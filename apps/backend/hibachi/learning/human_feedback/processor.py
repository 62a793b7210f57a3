"""What is learnt from one improved reply: its pattern, a pair for the corpus, and a proposal where it meets an objection.

It changes nothing that the concierge says: the proposal waits for a person (learning/scripts).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.concierge import service as concierge
from hibachi.conversations.second_look.schemas import LookedAt
from hibachi.customers import service as customers
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.language.scrubbing import PIIScrubber
from hibachi.learning.human_feedback import repository, rules
from hibachi.learning.human_feedback.schemas import OBJECTION_HANDLING, ImprovementPattern
from hibachi.learning.scripts import service as scripts
from hibachi.learning.scripts.errors import ScriptUnsupported
from hibachi.learning.scripts.rules import template_of
from hibachi.learning.scripts.schemas import NewScript, ScriptProposal
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from hibachi.policies.scripts import Situation, facts_of


@dataclass(frozen=True, slots=True)
class Processed:
    """What an improved reply led to; where something did not come of it, the sentence says why."""

    pattern: ImprovementPattern
    why_not_in_corpus: str | None
    proposal: ScriptProposal | None
    why_no_proposal: str | None


class HumanFeedbackProcessor:
    """Learns from improved replies of one conversation, in the transaction that keeps them."""

    def __init__(self, tx: Tx, look: LookedAt, profile: Profile) -> None:
        self._tx = tx
        self._look = look
        self._profile = profile

    async def process_improved_response(
        self, feedback_id: UUID, original: str, improved: str, tags: Sequence[str]
    ) -> Processed:
        """Extract the pattern, keep the pair {bad_output, good_output, tags} masked, and propose a script where the
        reply is tagged objection_handling. feedback_id: of the revision that holds the better words.
        """
        pattern = self.pattern(original, improved)
        skipped = await self._to_corpus(feedback_id, original, improved, tags)
        proposal, why_not = None, None
        if OBJECTION_HANDLING in tags:
            proposal, why_not = await self._propose(feedback_id, improved, pattern.objection)
        changes = {
            "tags": (None, list(tags)),
            "in_corpus": (None, skipped is None),
            "proposal": (None, proposal.id if proposal else None),
        }
        await audit.record(
            self._tx, action="response_improve", resource="improved_response", resource_id=feedback_id, changes=changes
        )
        return Processed(pattern, skipped, proposal, why_not)

    def pattern(self, original: str, improved: str) -> ImprovementPattern:
        """How the better words differ."""
        at = wall(self._look.at, self._profile.business.timezone)
        return rules.pattern_of(original, improved, at=at, objection=self._objection())

    def _objection(self) -> Situation | None:
        question = "\n".join(self._look.question)
        return concierge.situation_of(question, at=self._look.at, profile=self._profile) if question.strip() else None

    async def _to_corpus(self, feedback_id: UUID, original: str, improved: str, tags: Sequence[str]) -> str | None:
        """Keep the pair without personal data; why it is not kept, where a text held what no mask makes safe."""
        scrubber, names = self._scrubber(), await self._names()
        texts = ["\n".join(self._look.question), original, improved]
        masked = [scrubber.scrub(text, names) for text in texts]
        if any(rules.UNMASKABLE.intersection(one.pii_found) for one in masked):
            await repository.drop_pair(self._tx, self._look.id)
            return "It holds a number of a document or a card: nothing is trained on that."
        question, bad, good = (one.cleaned_text for one in masked)
        await repository.keep_pair(
            self._tx, subject_id=self._look.id, improvement_id=feedback_id, question=question, bad_output=bad,
            good_output=good, tags=list(tags),
        )  # fmt: skip
        return None

    async def _propose(
        self, feedback_id: UUID, improved: str, objection: Situation | None
    ) -> tuple[ScriptProposal | None, str | None]:
        if objection is None:
            return None, "No objection is read in what the customer wrote: propose the script by hand."
        text = self._scrubber().scrub(improved, await self._names()).cleaned_text
        template = template_of(text, facts_of(self._profile))
        if template is None:
            return None, "Every sentence holds a number or a name of this customer: propose the script by hand."
        current = self._profile.sales.scripts
        key = next((key for key, one in sorted(current.items()) if one.situation == objection and one.active), None)
        new = NewScript(key=key, situation=objection, text=template, note="out of an improved reply")
        try:
            return await scripts.propose(self._tx, new=new, improvement_id=feedback_id), None
        except ScriptUnsupported as refusal:
            return None, f"As a script it could not be said to everybody: {refusal.message}"

    async def _names(self) -> list[str]:
        person = await customers.get(self._tx, customer_id=self._look.customer_id)
        return [person.name] if person.name else []

    def _scrubber(self) -> PIIScrubber:
        menu = self._profile.menu
        dishes = (*menu.included_proteins, *menu.upgrades_per_person, *menu.addons_each)
        kept = (*(dish.replace("_", " ") for dish in dishes), *self._profile.travel.areas, self._profile.business.name)
        return PIIScrubber(kept)


async def processor_of(tx: Tx, look: LookedAt) -> HumanFeedbackProcessor:
    """The processor for a text, with the policies in force."""
    return HumanFeedbackProcessor(tx, look, (await policies.current(tx)).profile)
