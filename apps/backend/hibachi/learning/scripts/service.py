"""Scripts are proposed, released by a person as a version of the policies, and taken back the same way.

Only `release` and `undo` change what the concierge says, and each is a person's act (tx.actor).
"""

from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.concierge import service as concierge
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.learning.scripts import repository, rules
from hibachi.learning.scripts.errors import (
    NoSuchProposal,
    NoSuchScript,
    ProposalDecided,
    ScriptChanged,
    ScriptNotReleased,
    ScriptUnsupported,
)
from hibachi.learning.scripts.models import ScriptProposalRow
from hibachi.learning.scripts.schemas import (
    NewScript,
    ProposalFilter,
    ProposalPage,
    ScriptBook,
    ScriptInForce,
    ScriptProposal,
    ScriptRelease,
)
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from hibachi.policies.scripts import SITUATIONS, Script, facts_of, filled, names_in, problem_of

Words = dict[str, Any] | None


async def book(tx: Tx) -> ScriptBook:
    """The scripts in force, and what one needs to write one."""
    current = await policies.current(tx)
    facts = facts_of(current.profile)
    scripts = [
        ScriptInForce(key=key, **one.model_dump(), says=_says(one.text, facts))
        for key, one in sorted(current.profile.sales.scripts.items())
    ]
    return ScriptBook(version=current.version, scripts=scripts, situations=dict(SITUATIONS), facts=facts)


async def page(tx: Tx, *, wanted: ProposalFilter) -> ProposalPage:
    """Proposals that fit, newest first, a page at a time."""
    rows = await repository.page(tx, wanted)
    shown = [await _shown(tx, row) for row in rows[: wanted.limit]]
    return ProposalPage(proposals=shown, next=shown[-1].id if len(rows) > wanted.limit else None)


async def propose(tx: Tx, *, new: NewScript, improvement_id: UUID | None = None) -> ScriptProposal:
    """Keep words for a situation until a person releases them; nothing is said with them before.

    Raises ScriptUnsupported, NoSuchScript (the key that they replace).
    """
    profile = (await policies.current(tx)).profile
    after = Script.model_construct(situation=new.situation, text=new.text, active=new.active).model_dump()
    _refuse_unsupported(new.text, profile, tx)
    if new.key is not None and new.key not in profile.sales.scripts:
        raise NoSuchScript()
    key = new.key or rules.free_key(new.situation, profile.sales.scripts)
    return await _keep(tx, key, _in_force(profile, key), after, new.note, improvement_id)


async def propose_removal(tx: Tx, *, key: str, note: str) -> ScriptProposal:
    """Keep the wish that a script goes until a person says yes. Raises NoSuchScript."""
    before = _in_force((await policies.current(tx)).profile, key)
    if before is None:
        raise NoSuchScript()
    return await _keep(tx, key, before, None, note, None)


async def release(tx: Tx, *, proposal_id: UUID, wanted: ScriptRelease) -> ScriptProposal:
    """Put a proposal in force as a dated version of the policies (tx.actor).

    Raises NoSuchProposal, ProposalDecided, ScriptChanged, ScriptUnsupported, and what policies.change raises.
    """
    row = await _waiting(tx, proposal_id)
    await policies.hold(tx)
    books = await policies.from_then_on(tx, instant=wanted.effective_from or tx.now)
    profile = books[0].profile
    if row.before is None and row.after is not None:  # a new one never takes another one's place, now or later
        row.key = rules.free_key(row.after["situation"], {key for one in books for key in one.profile.sales.scripts})
    if any(_in_force(one.profile, row.key) != row.before for one in books):
        raise ScriptChanged()
    if row.after is not None:
        row.after = {**row.after, "text": wanted.text or row.after["text"]}
        _refuse_unsupported(row.after["text"], profile, tx)
    row.policy_version = await _change(tx, row.key, row.after, row.note, wanted)
    await _decide(tx, row, "released", None)
    return await _shown(tx, row)


async def reject(tx: Tx, *, proposal_id: UUID, reason: str) -> ScriptProposal:
    """Say no to a proposal (tx.actor). Raises NoSuchProposal, ProposalDecided."""
    row = await _waiting(tx, proposal_id)
    await _decide(tx, row, "rejected", reason)
    return await _shown(tx, row)


async def undo(tx: Tx, *, proposal_id: UUID, reason: str) -> ScriptProposal:
    """Bring the words back that a release replaced, as a version of its own (tx.actor).

    Raises NoSuchProposal, ScriptNotReleased (never released, taken back, or the script says something else by now).
    """
    row = await _held(tx, proposal_id)
    await policies.hold(tx)
    if row.state != "released" or row.policy_version is None:
        raise ScriptNotReleased()
    begins = (await policies.at_version(tx, version=row.policy_version)).effective_from
    books = await policies.from_then_on(tx, instant=max(begins, tx.now))
    if any(_in_force(one.profile, row.key) != row.after for one in books):
        raise ScriptNotReleased()
    when = ScriptRelease(effective_from=begins if begins > tx.now else None)
    row.undone_version = await _change(tx, row.key, row.before, f"taken back: {reason}", when)
    row.state, row.undone_at, row.undone_by_name = "undone", tx.now, tx.actor.name
    await tx.session.flush()
    changes = {"script": (row.after, row.before), "policy_version": (row.policy_version, row.undone_version)}
    await _audit(tx, row, "script_undo", changes, reason)
    return await _shown(tx, row)


async def supersede(tx: Tx, *, improvement_id: UUID) -> None:
    """End what waits out of an improved reply: it was improved anew."""
    await repository.supersede(tx, improvement_id)


async def _keep(
    tx: Tx, key: str, before: Words, after: Words, note: str, improvement_id: UUID | None
) -> ScriptProposal:
    row = ScriptProposalRow(
        id=new_id(), key=key, before=before, after=after, note=note, improvement_id=improvement_id, state="waiting",
        proposed_by=tx.actor.id, proposed_by_name=tx.actor.name, proposed_at=tx.now,
    )  # fmt: skip
    await repository.add(tx, row)
    await _audit(tx, row, "script_propose", {"script": (before, after)}, note)
    return await _shown(tx, row)


async def _change(tx: Tx, key: str, words: Words, note: str, wanted: ScriptRelease) -> int:
    changes = {"sales": {"scripts": {key: words}}}
    note = f"script {key}: {note}"[:500]
    return (await policies.change(tx, changes=changes, effective_from=wanted.effective_from, note=note)).version


async def _decide(tx: Tx, row: ScriptProposalRow, state: str, reason: str | None) -> None:
    row.state, row.decided_at, row.decision_reason = state, tx.now, reason
    row.decided_by, row.decided_by_name = tx.actor.id, tx.actor.name
    await tx.session.flush()
    changes: dict[str, tuple[Any, Any]] = {"state": ("waiting", state), "policy_version": (None, row.policy_version)}
    action = "script_release" if state == "released" else "script_reject"
    await _audit(tx, row, action, changes | {"script": (row.before, row.after)}, reason)


async def _audit(
    tx: Tx, row: ScriptProposalRow, action: str, changes: dict[str, tuple[Any, Any]], reason: str | None
) -> None:
    await audit.record(
        tx, action=action, resource="script_proposal", resource_id=row.id, changes=changes, reason=reason
    )


def _refuse_unsupported(text: str, profile: Profile, tx: Tx) -> None:
    """Raise ScriptUnsupported, with what is wrong, where the words could not be said to anybody."""
    facts = facts_of(profile)
    problems = [problem] if (problem := problem_of(text)) else []
    unknown = [name for name in names_in(text) if name not in facts]
    problems += [f"{{{name}}} is nothing that is filled in" for name in unknown]
    if not problems:
        unproven = concierge.problems_of_script(filled(text, facts), at=tx.now, profile=profile)
        problems = [str(one) for one in unproven]
    if problems:
        raise ScriptUnsupported("; ".join(problems)[:1000], problems=problems)


def _in_force(profile: Profile, key: str) -> Words:
    script = profile.sales.scripts.get(key)
    return script.model_dump(mode="json") if script else None


def _says(text: str, facts: dict[str, str]) -> str | None:
    return filled(text, facts) if all(name in facts for name in names_in(text)) else None


async def _shown(tx: Tx, row: ScriptProposalRow) -> ScriptProposal:
    shown = ScriptProposal.model_validate(row)
    facts = facts_of((await policies.current(tx)).profile)
    return shown.model_copy(update={"says": _says(shown.after.text, facts) if shown.after else None})


async def _held(tx: Tx, proposal_id: UUID) -> ScriptProposalRow:
    row = await repository.held(tx, proposal_id)
    if row is None:
        raise NoSuchProposal()
    return row


async def _waiting(tx: Tx, proposal_id: UUID) -> ScriptProposalRow:
    row = await _held(tx, proposal_id)
    if row.state != "waiting":
        raise ProposalDecided()
    return row
