"""The next edition of a set. Editions are never changed; the owner of the set publishes."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Any, Self

from fastapi import APIRouter, Response
from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from application.access.actions import Action
from domain.reference import ReferenceCommand
from domain.reference.commands import (
    PublishCalendar,
    PublishClockLimits,
    PublishClockWarnings,
    PublishOfficeHours,
)
from domain.reference.sets import stream_of
from domain.shared.calendar import OfficeHours
from domain.shared.clock_catalogue import FIRST_EDITION
from domain.shared.clocks import ClockCode
from domain.shared.deadlines import Limit as ClockLimit
from domain.shared.deadlines import Unit
from domain.shared.vocabulary import Subject
from domain.shared.warnings import FIRST_WARNINGS, RoleName, Warnings
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, ShortText

router = APIRouter(prefix="/reference", tags=["reference"], responses=declared(404))

_HOUR = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$")


def _hour(value: Any) -> Any:
    if isinstance(value, str) and _HOUR.match(value):
        return time.fromisoformat(value)
    raise ValueError("give an hour of the day as 09:00")


HourOfDay = Annotated[time, BeforeValidator(_hour, json_schema_input_type=str)]


Percent = Annotated[int, Field(ge=1, le=100, strict=True)]
DaysBefore = Annotated[int, Field(ge=1, le=60, strict=True)]

ClockText = Annotated[str, Field(pattern=r"^C-[A-Z0-9][A-Z0-9-]{0,39}$")]
"""A clock, by its code of docs/domain/03."""


class NewEdition(Body):
    """`in_force_from` may lie ahead: a holiday is proclaimed before its edition is used."""

    edition: CodeText
    in_force_from: Day
    source: ShortText
    approved_by: ShortText

    def vouched(self) -> dict[str, Any]:
        return {
            "edition": self.edition,
            "in_force_from": self.in_force_from,
            "source": self.source,
            "approved_by": Subject(self.approved_by),
        }


def example_of(edition: str, **content: Any) -> ConfigDict:
    vouched = {"source": "https://www.gov.uk/bank-holidays", "approved_by": "cam-commissioning"}
    example = {"edition": edition, "in_force_from": "2027-01-01", **vouched, **content}
    return ConfigDict(json_schema_extra={"example": example})


class NewCalendar(NewEdition):
    """All bank holidays of England and Wales that this edition knows."""

    model_config = example_of("2027-1", holidays=["2027-01-01", "2027-03-26", "2027-03-29"])

    holidays: list[Day] = Field(min_length=1, max_length=2_000)


class SentLimit(Body):
    """So many units; with `rolls_forward` a last day that is no working day gives way."""

    number: int = Field(ge=1, le=50_000, strict=True)
    unit: Unit
    rolls_forward: bool = False

    @model_validator(mode="after")
    def _can_be_counted(self) -> Self:
        self.limit()
        return self

    def limit(self) -> ClockLimit:
        return ClockLimit(number=self.number, unit=self.unit, rolls_forward=self.rolls_forward)


class NewClockLimits(NewEdition):
    """The limit of every clock that is kept, by its code."""

    model_config = example_of(
        "2027-1",
        limits={
            code: limit.model_dump(mode="json", exclude_defaults=True)
            for code, limit in FIRST_EDITION.items()
        },
    )

    limits: Mapping[str, SentLimit] = Field(max_length=100)

    @model_validator(mode="after")
    def _of_known_clocks(self) -> Self:
        if self.limits.keys() - FIRST_EDITION.keys():
            raise ValueError("a limit is of a clock that is not kept here")
        return self


class NewClockWarnings(NewEdition):
    """`percents` of a window in hours, `working_days` before a due day, and whose each clock is."""

    model_config = example_of("2027-1", **FIRST_WARNINGS.model_dump(mode="json"))

    percents: list[Percent] = Field(min_length=1, max_length=10)
    working_days: list[DaysBefore] = Field(min_length=1, max_length=10)
    worked_by: Mapping[ClockText, Annotated[list[RoleName], Field(min_length=1, max_length=10)]] = (
        Field(default_factory=dict, max_length=100)
    )

    def warnings(self) -> Warnings:
        return Warnings(
            percents=tuple(self.percents),
            working_days=tuple(self.working_days),
            worked_by={ClockCode(code): tuple(roles) for code, roles in self.worked_by.items()},
        )


class NewOfficeHours(NewEdition):
    """When the placements team is at work on a working day, by the clock in London."""

    model_config = example_of("2027-1", opens="08:30", closes="17:00")

    opens: HourOfDay
    closes: HourOfDay

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        self.hours()
        return self

    def hours(self) -> OfficeHours:
        return OfficeHours(opens=self.opens, closes=self.closes)


@router.post("/calendar/editions", status_code=201)
def publish_calendar(
    new: NewCalendar, response: Response, caller: Commanding = commanding(Action.KEEP_REFERENCE)
) -> CommandAnswer:
    """Publish the next edition of the bank holidays."""
    holidays: frozenset[date] = frozenset(new.holidays)
    return published(caller, response, PublishCalendar(**new.vouched(), holidays=holidays))


@router.post("/clock-limits/editions", status_code=201)
def publish_clock_limits(
    new: NewClockLimits,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_REFERENCE),
) -> CommandAnswer:
    """Publish the next edition of the limits. One that leaves a clock out is refused."""
    limits = {ClockCode(code): sent.limit() for code, sent in new.limits.items()}
    return published(caller, response, PublishClockLimits(**new.vouched(), limits=limits))


@router.post("/clock-warnings/editions", status_code=201)
def publish_clock_warnings(
    new: NewClockWarnings,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_REFERENCE),
) -> CommandAnswer:
    """Publish when clocks are to warn, and the roles whose they are to meet."""
    command = PublishClockWarnings(**new.vouched(), warnings=new.warnings())
    return published(caller, response, command)


@router.post("/office-hours/editions", status_code=201)
def publish_office_hours(
    new: NewOfficeHours,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_REFERENCE),
) -> CommandAnswer:
    """Publish the next edition of the office hours."""
    command = PublishOfficeHours(**new.vouched(), office_hours=new.hours())
    return published(caller, response, command)


def published(caller: Commanding, response: Response, command: ReferenceCommand) -> CommandAnswer:
    caller.reach(stream_of(command.set_name))
    receipt = caller.service.registers.reference.publish(caller.occasion, command)
    location = f"/v1/reference/{command.set_name}/editions"
    return carried_out(caller.service, receipt, response, location)
