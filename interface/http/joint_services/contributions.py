"""Other sums are agreed, from a day."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.joint_service.agreement import Contribution, Contributions
from domain.joint_service.commands import (
    AgreeContributions,
)
from domain.shared.money import Funder
from domain.shared.vocabulary import Pence, Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.joint_services.agreeing import BY_WHAT_WAS_SEEN, YearlyPence
from interface.http.text import Body, LongText

router = APIRouter(prefix="/joint-services", tags=["joint services"])


class SentPart(Body):
    funder: Funder
    yearly_pence: YearlyPence


class OtherContributions(Body):
    """Other sums a year from a day on, one for each funder."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "since": "2027-04-01",
                "yearly_pence": 93_000_000,
                "parts": [
                    {"funder": "derby", "yearly_pence": 31_000_000},
                    {"funder": "derby_and_derbyshire_icb", "yearly_pence": 62_000_000},
                ],
                "reason": "Uplift agreed with the provider.",
                "on": "2027-01-11",
            }
        }
    )

    since: Day
    yearly_pence: YearlyPence
    parts: list[SentPart] = Field(min_length=1, max_length=20)
    reason: LongText
    on: Day

    def contributions(self) -> Contributions:
        parts = tuple(
            Contribution(funder=each.funder, yearly=Pence(each.yearly_pence)) for each in self.parts
        )
        return Contributions(since=self.since, total=Pence(self.yearly_pence), parts=parts)


@router.post("/{joint_service_id}/contributions", status_code=201, responses=BY_WHAT_WAS_SEEN)
def agree_contributions(
    joint_service_id: UUID,
    sent: OtherContributions,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_JOINT_SERVICES),
) -> CommandAnswer:
    """Agree other sums a year from a day on. What fell due before it stays."""
    by = Subject(caller.principal.subject)
    command = AgreeContributions(
        contributions=sent.contributions(), reason=sent.reason, on=sent.on, by=by
    )
    services = caller.service.registers.joint_services
    receipt = services.do(caller.occasion, joint_service_id, command, version_seen)
    return carried_out(caller.service, receipt, response)
