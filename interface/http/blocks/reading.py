"""Blocks on any day and as known at any instant, with their empty nights."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from application.access.actions import Action
from application.block.shown import BlockView, BlockVoids, ListedBlock
from interface.http.asking import AskedOf, Day
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared

router = APIRouter(prefix="/blocks", tags=["blocks"])


@dataclass(frozen=True, kw_only=True)
class BlocksPage:
    """A page of blocks. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    blocks: Sequence[ListedBlock]
    next: str | None


@router.get("", responses=declared())
def list_blocks(
    asked: AskedOf,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_BLOCKS),
) -> BlocksPage:
    """The council's blocks, each with the stage that it had reached on the day."""
    page = Pinned.question(caller, asked, cursor)
    council = caller.principal.authority
    found = caller.service.registers.block_list.listed(
        council, page.of, after=page.after, limit=limit + 1
    )
    return BlocksPage(
        as_at=page.day,
        as_known_at=page.known_at,
        position=page.position,
        blocks=found[:limit],
        next=page.after_these(found, limit, lambda each: each.block_id),
    )


@router.get("/{block_id}", responses=declared(404))
def read_block(
    block_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_BLOCKS),
) -> BlockView:
    """One block: terms, beds and who has called them off, price, discount, who pays."""
    view = caller.service.registers.block_records.view(block_id, asked.of)
    response.headers["ETag"] = f'"{view.version}"'
    return view


@router.get("/{block_id}/voids", responses=declared(404))
def read_voids(
    block_id: UUID,
    asked: AskedOf,
    first: Annotated[Day | None, Query(description="From this night; the block's first")] = None,
    caller: Caller = reading(Action.READ_BLOCKS),
) -> BlockVoids:
    """Bed nights bought, called off, lived in and empty before the day, and what these cost."""
    return caller.service.registers.block_records.voids(block_id, asked.of, first)
