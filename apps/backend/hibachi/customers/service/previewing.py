"""What a merge or its undoing would do: it is done, looked at, and taken back, so that the answer is exact."""

from uuid import UUID

from hibachi.customers import repository
from hibachi.customers.schemas import Customer, MergePreview, PartPreview
from hibachi.customers.service.merging import merge, undo
from hibachi.customers.service.present import present
from hibachi.kit.db import Tx

LOOKED_AT = "a preview"


async def preview_merge(tx: Tx, *, kept: UUID, gone: UUID) -> MergePreview:
    """Who would remain and what would move; nothing is merged. Raises NotFound, SamePerson."""
    goes = Customer.model_validate(await present(tx, gone))
    async with tx.trial():
        made = await merge(tx, kept=kept, gone=gone, reason=LOOKED_AT)
        stays = Customer.model_validate(await present(tx, made.kept))
        moves = await repository.counted_moves(tx, made.id)
    return MergePreview(kept=stays, gone=goes, moves=moves)


async def preview_undo(tx: Tx, *, merge_id: UUID) -> PartPreview:
    """What would go back and what could not; nobody is parted. Raises NoSuchMerge, MergeUndone, MergeCovered."""
    async with tx.trial():
        parted = await undo(tx, merge_id=merge_id, reason=LOOKED_AT)
        people = [Customer.model_validate(await present(tx, one)) for one in (parted.kept, parted.gone)]
        moves = await repository.counted_moves(tx, merge_id)
    return PartPreview(kept=people[0], gone=people[1], moves=moves, not_restored=parted.not_restored)
