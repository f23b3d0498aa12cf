"""Homes are listed, with the places they are run with and by whom."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.setting.handlers import NewHome
from application.shared.office import stream_of
from domain.setting.commands.register import ChangeCapacity, ChangeOperator
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import ProviderId, Provision
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, GssText, ShortText

router = APIRouter(prefix="/settings", tags=["settings"], responses=declared(404))

PlaceCount = Annotated[int, Field(ge=0, le=500, strict=True)]


class NewSetting(Body):
    """A home, or a foster household: its name and address are sealed before they are kept."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "provider_id": examples.PROVIDER,
                "provision": "childrens_home",
                "name": "Demo-The Limes",
                "address": "1 Lime Walk, Derby",
                "postcode": "DE1 1AA",
                "district": "E06000015",
                "places": 3,
                "since": "2026-04-01",
            }
        }
    )

    provider_id: UUID | None = None
    provision: Provision
    name: ShortText
    address: ShortText
    postcode: ShortText = Field(max_length=10)
    district: GssText
    places: PlaceCount
    since: Day = Field(description="The first night on which its places count")
    planned: bool = Field(default=False, description="It takes nobody before it opens")


class NewCapacity(Body):
    """The places a home is run with from a day on. Nobody leaves by it."""

    model_config = ConfigDict(json_schema_extra={"example": {"places": 2, "since": "2026-09-01"}})

    places: PlaceCount
    since: Day


class NewOperator(Body):
    """Who runs the home from a day on; no child moves by it. None is the council itself."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"provider_id": examples.PROVIDER, "since": "2026-09-01"}}
    )

    provider_id: UUID | None
    since: Day


@router.post("", status_code=201)
def register_setting(
    new: NewSetting, response: Response, caller: Commanding = commanding(Action.KEEP_SETTINGS)
) -> CommandAnswer:
    """List a home. Its registration is recorded separately, as its register says it."""
    home = NewHome(
        provider_id=_reached(caller, new.provider_id),
        provision=new.provision,
        name=new.name,
        address=new.address,
        postcode=new.postcode,
        district=GssCode(new.district),
        places=new.places,
        since=new.since,
        planned=new.planned,
    )
    receipt = caller.service.registers.settings.register(caller.occasion, home)
    location = f"/v1/settings/{receipt.ids['setting_id']}"
    return carried_out(caller.service, receipt, response, location)


@router.post("/{setting_id}/capacities", status_code=201)
def change_capacity(
    setting_id: UUID,
    change: NewCapacity,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Run the home with another number of places. Fewer than children is reported."""
    command = ChangeCapacity(places=change.places, from_=change.since)
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/{setting_id}/operators", status_code=201)
def change_operator(
    setting_id: UUID,
    change: NewOperator,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Say who runs the home from a day on."""
    provider_id = _reached(caller, change.provider_id)
    command = ChangeOperator(provider_id=provider_id, from_=change.since)
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)


def _reached(caller: Commanding, provider_id: UUID | None) -> ProviderId | None:
    """A provider on the caller's own register, or none."""
    if provider_id is None:
        return None
    caller.reach(stream_of("provider", provider_id))
    return ProviderId(provider_id)
