"""What kind of home it is: tenure, category, programmes, hours, and whether it is confidential."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.setting.codes import Code
from domain.setting.commands.register import DescribeHome
from domain.setting.description import Particulars, ServiceHours, Tenure
from domain.setting.registration import SupportedCategory
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.reference.publishing import HourOfDay
from interface.http.text import Body

router = APIRouter(prefix="/settings/{setting_id}", tags=["settings"], responses=declared(404))


class SentServiceHours(Body):
    """When staff are there, on so many days from Monday on."""

    opens: HourOfDay
    closes: HourOfDay
    days: int = Field(default=7, ge=1, le=7, strict=True)


class NewDescription(Body):
    """All that is said of the home from a day on; what is left out is not said any more."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "since": "2026-04-01",
                "tenure": "council_leased",
                "owner": "council",
                "solo": False,
                "kind_of_home": "annex",
                "programmes": ["transition_homes"],
                "service_hours": {"opens": "08:00", "closes": "20:00", "days": 7},
                "confidential": True,
            }
        }
    )

    since: Day
    tenure: Tenure | None = None
    owner: Code | None = None
    category: SupportedCategory | None = None
    solo: bool = Field(default=False, description="For one child at a time")
    kind_of_home: Code | None = None
    programmes: list[Code] = Field(default=[], max_length=20)
    service_hours: SentServiceHours | None = None
    confidential: bool = Field(default=False, description="The address is withheld (6-61)")


@router.post("/descriptions", status_code=201)
def describe_home(
    setting_id: UUID,
    new: NewDescription,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Say what kind of home it is from a day on, in codes of the council's own lists."""
    hours = new.service_hours
    particulars = Particulars(
        **new.model_dump(exclude={"since", "service_hours", "programmes"}),
        programmes=tuple(new.programmes),
        service_hours=ServiceHours(**hours.model_dump()) if hours else None,
    )
    command = DescribeHome(particulars=particulars, from_=new.since)
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)
