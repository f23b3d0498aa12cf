"""Providers are listed, join lots and leave them."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.provider.handlers import Admission, NewOrganisation
from domain.provider.commands import LeaveLot
from domain.provider.vocabulary import Evidence, Sector
from domain.shared.vocabulary import ContractId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LotCode, ShortText

router = APIRouter(prefix="/providers", tags=["providers"], responses=declared(404, 409))


class NewProvider(Body):
    """An organisation; its mailbox is sealed before it is kept."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "name": "Demo Harbour Homes Ltd",
                "company_number": "01234567",
                "contact": "referrals@harbour.example",
                "sector": "PR4",
            }
        }
    )

    name: ShortText
    company_number: ShortText | None = Field(default=None, max_length=20)
    contact: ShortText = Field(description="The mailbox that invitations go to")
    sector: Sector


class LotMembership(Body):
    """A lot that the contract has on that day, and what has been seen."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "contract_id": examples.CONTRACT,
                "lot": "2.2",
                "since": "2026-04-01",
                "evidence": [
                    "insurance",
                    "information_sharing_agreement",
                    "policies",
                    "out_of_hours_numbers",
                    "references",
                    "registration",
                ],
            }
        }
    )

    contract_id: UUID
    lot: LotCode
    since: Day
    evidence: list[Evidence] = Field(max_length=20)


class LotDeparture(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"contract_id": examples.CONTRACT, "lot": "2.2", "on": "2026-10-01"}
        }
    )

    contract_id: UUID
    lot: LotCode
    on: Day


@router.post("", status_code=201)
def register_provider(
    new: NewProvider, response: Response, caller: Commanding = commanding(Action.KEEP_PROVIDERS)
) -> CommandAnswer:
    """List an organisation."""
    organisation = NewOrganisation(
        name=new.name, company_number=new.company_number, contact=new.contact, sector=new.sector
    )
    receipt = caller.service.registers.providers.register(caller.occasion, organisation)
    location = f"/v1/providers/{receipt.ids['provider_id']}"
    return carried_out(caller.service, receipt, response, location)


@router.post("/{provider_id}/lot-memberships", status_code=201)
def admit_to_lot(
    provider_id: UUID,
    new: LotMembership,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Make it a member of a lot. Refused while anything that is needed has not been seen."""
    admission = Admission(
        contract_id=ContractId(new.contract_id),
        lot=new.lot,
        since=new.since,
        evidence=frozenset(new.evidence),
    )
    receipt = caller.service.registers.providers.admit(caller.occasion, provider_id, admission)
    return carried_out(caller.service, receipt, response)


@router.post("/{provider_id}/lot-departures", status_code=201)
def leave_lot(
    provider_id: UUID,
    departure: LotDeparture,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Take it off a lot from a day on."""
    command = LeaveLot(
        contract_id=ContractId(departure.contract_id), lot=departure.lot, on=departure.on
    )
    receipt = caller.service.registers.providers.do(caller.occasion, provider_id, command)
    return carried_out(caller.service, receipt, response)
