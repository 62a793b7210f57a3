"""Every query of scripts' proposals."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, update

from hibachi.kit.db import Tx
from hibachi.learning.scripts.models import ScriptProposalRow
from hibachi.learning.scripts.schemas import ProposalFilter


async def add(tx: Tx, row: ScriptProposalRow) -> None:
    """Write a proposal."""
    tx.session.add(row)
    await tx.session.flush()


async def held(tx: Tx, proposal_id: UUID) -> ScriptProposalRow | None:
    """One proposal, locked until the transaction ends."""
    wanted = select(ScriptProposalRow).where(ScriptProposalRow.id == proposal_id).with_for_update()
    return (await tx.session.scalars(wanted.execution_options(populate_existing=True))).one_or_none()


async def page(tx: Tx, wanted: ProposalFilter) -> Sequence[ScriptProposalRow]:
    """Proposals that fit, newest first: one more than the limit, when there are more."""
    is_waiting = ScriptProposalRow.state == "waiting"
    found = select(ScriptProposalRow).where(is_waiting if wanted.shelf == "waiting" else ~is_waiting)
    if wanted.before:
        found = found.where(ScriptProposalRow.id < wanted.before)
    return (await tx.session.scalars(found.order_by(ScriptProposalRow.id.desc()).limit(wanted.limit + 1))).all()


async def supersede(tx: Tx, improvement_id: UUID) -> None:
    """End what waits out of an improved reply that is improved anew."""
    mine = (ScriptProposalRow.improvement_id == improvement_id, ScriptProposalRow.state == "waiting")
    ended = update(ScriptProposalRow).where(*mine)
    await tx.session.execute(
        ended.values(state="superseded", decided_at=tx.now, decided_by_name=tx.actor.name, decided_by=tx.actor.id),
        execution_options={"synchronize_session": False},
    )
