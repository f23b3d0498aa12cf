"""The register of providers: by contract and lot on any day, and one organisation."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from application.access.actions import Action
from application.provider.queries import ListedProvider, ProviderView, Which
from domain.shared.vocabulary import ContractId
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import UnknownParameter, declared
from interface.http.text import LotCode

router = APIRouter(prefix="/providers", tags=["providers"])


class LotOfNoContract(UnknownParameter):
    code = "LOT_OF_NO_CONTRACT"
    title = "Name the contract that the lot belongs to"


class NextProviders(Pinned):
    contract_id: UUID | None
    lot: str | None


@dataclass(frozen=True, kw_only=True)
class ProvidersPage:
    """A page of the register. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    providers: Sequence[ListedProvider]
    next: str | None


@dataclass(frozen=True, kw_only=True)
class ReadProvider(ProviderView):
    as_at: date
    as_known_at: datetime | None


@router.get("", responses=declared())
def list_providers(
    asked: AskedOf,
    *,
    contract_id: Annotated[UUID | None, Query(description="Only its members")] = None,
    lot: Annotated[LotCode | None, Query(description="Only members of this lot of it")] = None,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_REGISTERS),
) -> ProvidersPage:
    """The authority's providers, suspended or not; of a lot, who was on it that day."""
    if lot is not None and contract_id is None:
        raise LotOfNoContract
    page = NextProviders.question(caller, asked, cursor, contract_id=contract_id, lot=lot)
    which = Which(
        authority=caller.principal.authority,
        contract_id=ContractId(page.contract_id) if page.contract_id else None,
        lot=page.lot,
        after=page.after,
        limit=limit + 1,
    )
    found = caller.service.registers.provider_list.listed(which, page.of)
    return ProvidersPage(
        as_at=page.day,
        as_known_at=page.known_at,
        position=page.position,
        providers=found[:limit],
        next=page.after_these(found, limit, lambda each: each.provider_id),
    )


@router.get("/{provider_id}", responses=declared(404))
def read_provider(
    provider_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_REGISTERS),
) -> ReadProvider:
    """One organisation: its lots, and its suspensions."""
    view = caller.service.registers.provider_records.view(provider_id, asked.of)
    response.headers["ETag"] = f'"{view.version}"'
    shown = {each.name: getattr(view, each.name) for each in fields(ProviderView)}
    return ReadProvider(**shown, as_at=asked.of.day, as_known_at=asked.known_at)
