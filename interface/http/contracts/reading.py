"""Contracts and their versions, on any day and as known at any instant."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.contract.queries import ContractView, ListedContract
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared

router = APIRouter(prefix="/contracts", tags=["contracts"])


@dataclass(frozen=True, kw_only=True)
class ContractsPage:
    """A page of contracts. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    contracts: Sequence[ListedContract]
    next: str | None


@dataclass(frozen=True, kw_only=True)
class ReadContract(ContractView):
    as_at: date
    as_known_at: datetime | None


@router.get("", responses=declared())
def list_contracts(
    asked: AskedOf,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_CONTRACT),
) -> ContractsPage:
    """Every contract, with the version in force on the day. Councils share them."""
    page = Pinned.question(caller, asked, cursor)
    found = caller.service.registers.contract_list.listed(
        page.of, after=page.after, limit=limit + 1
    )
    return ContractsPage(
        as_at=page.day,
        as_known_at=page.known_at,
        position=page.position,
        contracts=found[:limit],
        next=page.after_these(found, limit, lambda each: each.contract_id),
    )


@router.get("/{contract_id}", responses=declared(404))
def read_contract(
    contract_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_CONTRACT),
) -> ReadContract:
    """One contract: all its versions, and which of them is in force on the day."""
    view = caller.service.registers.contract_records.view(contract_id, asked.of)
    response.headers["ETag"] = f'"{view.version}"'
    shown = {each.name: getattr(view, each.name) for each in fields(ContractView)}
    return ReadContract(**shown, as_at=asked.of.day, as_known_at=asked.known_at)
