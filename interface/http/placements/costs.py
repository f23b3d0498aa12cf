"""What placements cost by the day, what is paid after leaving, and the final account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.placement.costs import CostsView, ListedCost
from application.placement.ports import MoneyStanding
from application.placement.settling import Account
from domain.placement.commands import SetPayUntil
from domain.placement.settling import PayUntilBasis
from domain.shared.vocabulary import Pence, Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import AskedOf, Day, Moment
from interface.http.dependencies import Caller, Commanding, VersionSeen, commanding, reading
from interface.http.money import SumPence
from interface.http.paging import CursorText, Limit
from interface.http.pinned import Pinned
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText, SubjectText

router = APIRouter(prefix="/placements/{placement_id}", tags=["placements"])
lists = APIRouter(prefix="/placement-costs", tags=["placements"])


class PaidUntil(Body):
    """Up to and with which day it is paid: with the provider, but for a bed let again."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "until": "2026-06-15",
                "basis": "bed_let_again",
                "reason": "Another child moved in on the 16th.",
                "approved_by": "morgan-manager",
            }
        }
    )

    until: Day
    basis: PayUntilBasis
    reason: LongText
    provider_agreed: ShortText | None = None
    approved_by: SubjectText


class SentAccount(Body):
    """What the whole placement came to; where the record says otherwise, why."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-07-03",
                "agreed_pence": 1234500,
                "provider_agreed": "priya-provider",
            }
        }
    )

    on: Moment
    agreed_pence: SumPence
    reason: LongText | None = None
    provider_agreed: ShortText


@dataclass(frozen=True, kw_only=True)
class PlacementCostsPage:
    """A page of placements. `next` is the cursor of the page after, none on the last."""

    as_at: date
    as_known_at: datetime | None
    position: int
    standing: MoneyStanding
    placements: Sequence[ListedCost]
    next: str | None


class PinnedStanding(Pinned):
    standing: MoneyStanding


@router.get("/costs", responses=declared(404))
def read_placement_costs(
    placement_id: UUID, asked: AskedOf, caller: Caller = reading(Action.READ_COSTS)
) -> CostsView:
    """What a night costs and who pays it, every price, and what was adjusted afterwards."""
    return caller.service.placement.costs.view(placement_id, asked.of)


@router.post("/pay-until", status_code=201, responses=declared(404, 409, 412, 428))
def set_pay_until(
    placement_id: UUID,
    said: PaidUntil,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SETTLE_FEES),
) -> CommandAnswer:
    """Say until when it is paid after leaving. The end stays where it was (6-17)."""
    command = SetPayUntil(
        until=said.until,
        basis=said.basis,
        reason=said.reason,
        provider_agreed=said.provider_agreed,
        approved_by=Subject(said.approved_by),
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.placement.settling.pay_until(
        caller.occasion, placement_id, command, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/final-accounts", status_code=201, responses=declared(404, 409, 412, 428))
def agree_final_account(
    placement_id: UUID,
    sent: SentAccount,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AGREE_ACCOUNT),
) -> CommandAnswer:
    """Record what both agreed the placement came to. Meets C-FINALACC."""
    said = Account(
        on=sent.on,
        agreed=Pence(sent.agreed_pence),
        reason=sent.reason,
        provider_agreed=sent.provider_agreed,
    )
    receipt = caller.service.placement.settling.account(
        caller.occasion, placement_id, said, version_seen
    )
    return carried_out(caller.service, receipt, response)


@lists.get("", responses=declared())
def list_placement_costs(
    asked: AskedOf,
    standing: MoneyStanding = MoneyStanding.LIVING,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_COSTS),
) -> PlacementCostsPage:
    """What every placement costs on a day; what runs on after leaving; what is to be settled."""
    page = PinnedStanding.question(caller, asked, cursor, standing=standing)
    found = caller.service.placement.costs.listed(
        caller.principal.authority, page.of, page.standing, after=page.after, limit=limit + 1
    )
    return PlacementCostsPage(
        as_at=page.day,
        as_known_at=page.known_at,
        position=page.position,
        standing=page.standing,
        placements=found[:limit],
        next=page.after_these(found, limit, lambda each: each.placement_id),
    )
