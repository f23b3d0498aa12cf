"""A service is put on record as several funders agreed it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.joint_service.handlers import Together
from application.shared.office import stream_of
from domain.joint_service.agreement import Contribution, Contributions, NamedFunder
from domain.shared.money import AgreementStanding, Funder, FundingHeading
from domain.shared.vocabulary import Pence, ProviderId
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, PerhapsText, ShortText

router = APIRouter(prefix="/joint-services", tags=["joint services"])


BY_WHAT_WAS_SEEN = declared(404, 409, 412, 428)


YearlyPence = Annotated[int, Field(ge=0, le=100_000_000_000, strict=True)]


class SentFunder(Body):
    """A funder: its code, what it is called, what it pays from, and how much a year."""

    funder: Funder
    name: ShortText
    heading: FundingHeading
    lead: bool = False
    yearly_pence: YearlyPence


class NewJointService(Body):
    """A service bought together; `until` is the day after the last, as agreed so far.

    The funders' parts come to `yearly_pence` exactly. `told_total_pence` is what they say that
    the whole time comes to; it is shown beside what it does come to.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "title": "Emotional health of children in care",
                "since": "2026-09-01",
                "until": "2031-09-01",
                "yearly_pence": 90_000_000,
                "told_total_pence": 450_000_000,
                "funders": [
                    {
                        "funder": "derby",
                        "name": "Derby City Council",
                        "heading": "social_care",
                        "lead": True,
                        "yearly_pence": 30_000_000,
                    },
                    {
                        "funder": "derby_and_derbyshire_icb",
                        "name": "Derby and Derbyshire Integrated Care Board",
                        "heading": "health",
                        "yearly_pence": 60_000_000,
                    },
                ],
                "on": "2026-03-02",
            }
        }
    )

    title: PerhapsText
    provider_id: UUID | None = None
    since: Day
    until: Day
    extendable_until: Day | None = None
    yearly_pence: YearlyPence
    told_total_pence: YearlyPence | None = None
    funders: list[SentFunder] = Field(max_length=20)
    standing: AgreementStanding = AgreementStanding.NONE
    on: Day

    def agreed(self) -> Together:
        parts = {each.funder: each.yearly_pence for each in self.funders}
        return Together(
            title=self.title,
            provider_id=ProviderId(self.provider_id) if self.provider_id else None,
            since=self.since,
            until=self.until,
            extendable_until=self.extendable_until,
            funders=tuple(
                NamedFunder(**each.model_dump(exclude={"yearly_pence"})) for each in self.funders
            ),
            contributions=Contributions(
                since=self.since,
                total=Pence(self.yearly_pence),
                parts=tuple(
                    Contribution(funder=funder, yearly=Pence(pence))
                    for funder, pence in parts.items()
                ),
            ),
            told_total=Pence(self.told_total_pence) if self.told_total_pence is not None else None,
            standing=self.standing,
            on=self.on,
        )


@router.post("", status_code=201, responses=declared(404))
def agree_service(
    new: NewJointService,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_JOINT_SERVICES),
) -> CommandAnswer:
    """Put on record a service that funders pay for together, and each one's part of a year."""
    if new.provider_id is not None:
        caller.reach(stream_of("provider", new.provider_id))
    receipt = caller.service.registers.joint_services.agree(caller.occasion, new.agreed())
    location = f"/v1/joint-services/{receipt.ids['joint_service_id']}"
    return carried_out(caller.service, receipt, response, location)
