"""The service of seed 003 for tests: three funders, five years from 1 September 2020."""

from datetime import date
from typing import Any
from uuid import UUID

from domain.joint_service import JointService, JointServiceCommand, JointServiceEvent, decider
from domain.joint_service import commands as ask
from domain.joint_service import events as came
from domain.joint_service.agreement import Contribution, Contributions, NamedFunder, Spend
from domain.shared.money import AgreementStanding, FundingHeading
from domain.shared.vocabulary import JointServiceId, Pence, Subject
from tests.support.scenario import Case

joint: Case[JointServiceCommand, JointService, JointServiceEvent] = Case(decider)

DERBY, DERBYSHIRE, HEALTH = "derby", "derbyshire", "derby_and_derbyshire_icb"
CAM, FIN, FINN = Subject("cam-commissioning"), Subject("fin-finance"), Subject("finn-finance")
SINCE, UNTIL = date(2020, 9, 1), date(2025, 9, 1)
AGREED_ON, LATER = date(2019, 11, 4), date(2023, 3, 30)
YEARLY = {DERBY: 23_600_000, DERBYSHIRE: 45_000_000, HEALTH: 84_700_000}

FUNDERS = (
    NamedFunder(funder=DERBY, name="Derby City Council", heading=FundingHeading.SOCIAL_CARE),
    NamedFunder(
        funder=DERBYSHIRE,
        name="Derbyshire County Council",
        heading=FundingHeading.OTHER_AUTHORITY,
        lead=True,
    ),
    NamedFunder(funder=HEALTH, name="Clinical Commissioning Group", heading=FundingHeading.HEALTH),
)


def sums(since: date = SINCE, total: int | None = None, **changed: int) -> Contributions:
    yearly = {**YEARLY, **changed}
    return Contributions(
        since=since,
        total=Pence(sum(yearly.values()) if total is None else total),
        parts=tuple(Contribution(funder=f, yearly=Pence(p)) for f, p in yearly.items()),
    )


def agree(**changed: Any) -> ask.AgreeService:
    said = {
        "joint_service_id": JointServiceId(UUID(int=111)),
        "title": "Emotional health of children in care",
        "provider_id": None,
        "since": SINCE,
        "until": UNTIL,
        "funders": FUNDERS,
        "contributions": sums(),
        "told_total": Pence(766_500_000),
        "standing": AgreementStanding.NONE,
        "on": AGREED_ON,
        "by": CAM,
    }
    return ask.AgreeService(**{**said, **changed})


def agreed(**changed: Any) -> came.ServiceAgreed:
    return came.ServiceAgreed(**dict(agree(**changed)))


def extend(**changed: Any) -> ask.ExtendService:
    said = {
        "until": date(2025, 9, 1),
        "approved_by": Subject("dana-director"),
        "reference": "Leadership team, 23 February 2023",
        "on": date(2023, 2, 23),
        "by": CAM,
    }
    return ask.ExtendService(**{**said, **changed})


def spend(year: int, pence: int, *, estimated: bool = False, on: date = LATER) -> Spend:
    return Spend(funder=DERBY, year=year, pence=Pence(pence), estimated=estimated, on=on)


def record(year: int, pence: int, **changed: Any) -> ask.RecordSpend:
    told = spend(year, pence).model_dump()
    return ask.RecordSpend(**{**told, "by": FIN, **changed})


def recorded(year: int, pence: int, *, estimated: bool = False) -> came.SpendRecorded:
    return came.SpendRecorded(spend=spend(year, pence, estimated=estimated), by=FIN)


def correct(year: int, pence: int, **changed: Any) -> ask.CorrectSpend:
    said = {
        "funder": DERBY,
        "year": year,
        "pence": Pence(pence),
        "reason": "Two figures changed places.",
        "approved_by": FINN,
        "by": FIN,
    }
    return ask.CorrectSpend(**{**said, **changed})
