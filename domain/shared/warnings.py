"""When a deadline that comes nearer is said to, and whose it is to meet (docs/domain/03, R14).

A warning is no event. It is worked out from the clock and the edition in force, wherever a
clock is shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Final

from pydantic import Field

from domain.shared.calendar import ONE_DAY, Calendar
from domain.shared.clock_catalogue import (
    C_ACTION,
    C_ALERT,
    C_APPR_5WD,
    C_AREA_5WD,
    C_ASSURANCE,
    C_CAREPLAN_10,
    C_DISRUPT,
    C_EMERG_SAMEDAY,
    C_FINALACC,
    C_FUND,
    C_FUND_RETRO,
    C_INCIDENT_24,
    C_INFO_72,
    C_IPASIGN,
    C_IRA,
    C_IRO_5WD,
    C_IRODISP_20WD,
    C_MEET,
    C_MOVEPLAN,
    C_NOT_14,
    C_NOT_30,
    C_NOT_OWN,
    C_NOT_PROV,
    C_NOTIF_5WD,
    C_OOA_APPR,
    C_PANEL_MONTH,
    C_PATHNEEDS_3M,
    C_PATHREV_6M,
    C_PAVISIT_2M,
    C_PAVISIT_7D,
    C_PKG_TRIG,
    C_PLAN_5WD,
    C_PROVMTG_MONTH,
    C_REG23_6WD,
    C_REG24_16W,
    C_RISKREV,
    C_SCIN_5WD,
    C_SECURE_72,
    C_SPOKEN,
    C_SREV_3M,
    C_SREV_6M,
    C_SREV_20,
    C_SREV_EARLY,
    C_SVCFAIL,
    C_TERM_10WD,
    C_VAR,
    C_VISIT_1W,
    C_VISIT_3M,
    C_VISIT_6W,
    C_VISIT_CO_PARENT,
    C_VISIT_WEEKLY,
)
from domain.shared.clocks import ClockCode
from domain.shared.messages import Value
from domain.shared.moments import begins, london_day

RoleName = Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,59}$")]
"""A role as docs/domain/05 names it; who holds one is not for the domain to say."""

OTHERWISE: Final[tuple[RoleName, ...]] = ("broker",)
"""Whose a clock is where the edition names nobody: brokerage watches over all of them."""


class Warnings(Value):
    """When to warn, and whom: dated reference data (R14, R-31).

    `percents` are of the window of a clock counted in minutes; `working_days` are before the
    due day of one counted in days. `worked_by` has the roles that meet a clock, by its code.
    """

    percents: tuple[Annotated[int, Field(ge=1, le=100)], ...] = Field(min_length=1)
    working_days: tuple[Annotated[int, Field(ge=1, le=60)], ...] = Field(min_length=1)
    worked_by: dict[ClockCode, tuple[RoleName, ...]] = Field(default_factory=dict)

    def roles(self, code: str) -> tuple[RoleName, ...]:
        return self.worked_by.get(ClockCode(code)) or OTHERWISE


FIRST_WARNINGS: Final = Warnings(
    percents=(50, 80, 100),
    working_days=(10, 5, 1),
    worked_by={
        C_EMERG_SAMEDAY: ("broker", "out_of_hours"),
        C_INFO_72: ("broker", "caseworker"),
        C_MEET: ("caseworker", "broker"),
        C_FUND: ("funding_authoriser",),
        C_FUND_RETRO: ("funding_authoriser", "finance_officer", "dcs"),
        C_SPOKEN: ("team_manager", "nominated_officer", "funding_authoriser", "dcs", "broker"),
        C_IPASIGN: ("broker", "finance_officer"),
        C_IRA: ("provider_manager", "broker"),
        C_OOA_APPR: ("nominated_officer", "dcs", "broker"),
        C_APPR_5WD: ("nominated_officer", "dcs", "caseworker"),
        C_REG24_16W: ("caseworker", "team_manager", "nominated_officer"),
        C_REG23_6WD: ("caseworker", "team_manager", "nominated_officer"),
        C_SECURE_72: ("caseworker", "nominated_officer", "dcs"),
        C_RISKREV: ("caseworker", "broker"),
        C_PKG_TRIG: ("broker", "caseworker"),
        C_DISRUPT: ("caseworker", "team_manager"),
        C_VAR: ("broker", "funding_authoriser"),
        C_FINALACC: ("finance_officer", "broker"),
        C_MOVEPLAN: ("caseworker", "dcs"),
        C_CAREPLAN_10: ("caseworker", "team_manager"),
        C_PLAN_5WD: ("caseworker", "team_manager"),
        C_NOTIF_5WD: ("caseworker", "team_manager"),
        C_AREA_5WD: ("caseworker", "broker"),
        C_TERM_10WD: ("caseworker", "team_manager"),
        C_VISIT_1W: ("caseworker", "team_manager"),
        C_VISIT_6W: ("caseworker", "team_manager"),
        C_VISIT_3M: ("caseworker", "team_manager"),
        C_VISIT_WEEKLY: ("caseworker", "team_manager"),
        C_VISIT_CO_PARENT: ("caseworker", "team_manager"),
        C_NOT_30: ("broker", "caseworker", "team_manager"),
        C_NOT_14: ("broker", "caseworker", "team_manager"),
        C_NOT_PROV: ("broker", "caseworker", "team_manager"),
        C_NOT_OWN: ("broker", "caseworker", "team_manager"),
        C_SREV_20: ("iro", "caseworker"),
        C_SREV_3M: ("iro", "caseworker"),
        C_SREV_6M: ("iro", "caseworker"),
        C_SREV_EARLY: ("iro", "caseworker"),
        C_PANEL_MONTH: ("broker", "team_manager"),
        C_PATHNEEDS_3M: ("caseworker", "team_manager"),
        C_PATHREV_6M: ("caseworker", "team_manager"),
        C_PAVISIT_7D: ("caseworker", "team_manager"),
        C_PAVISIT_2M: ("caseworker", "team_manager"),
        C_IRO_5WD: ("iro", "team_manager"),
        C_IRODISP_20WD: ("iro", "team_manager", "dcs"),
        C_ALERT: ("qa_officer", "commissioning_manager"),
        C_SVCFAIL: ("commissioning_manager", "broker"),
        C_INCIDENT_24: ("qa_officer",),
        C_SCIN_5WD: ("dcs", "team_manager", "qa_officer"),
        C_PROVMTG_MONTH: ("qa_officer", "commissioning_manager"),
        C_ASSURANCE: ("commissioning_manager", "qa_officer"),
        C_ACTION: ("qa_officer", "commissioning_manager"),
    },
)
"""The first edition, as shipped: the steps of R14, and roles by the "on breach" of page 03."""


class Warned(Value):
    """The newest warning given: so much of the window has gone, or so many days are left."""

    since: datetime
    percent: int | None = None
    working_days_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a running clock still has: from when, until when, and how it is counted."""

    anchored_at: date | datetime
    due: datetime
    counted_in_days: bool


def warned(window: Window, at: datetime, warnings: Warnings, calendar: Calendar) -> Warned | None:
    """The newest warning given by an instant; none where it is too early for the first.

    A step that lies before the opening of the clock was never one of its own.
    """
    given = [step for step in _steps(window, warnings, calendar) if step.since <= at]
    return max(given, key=lambda step: step.since, default=None)


def _steps(window: Window, warnings: Warnings, calendar: Calendar) -> Iterator[Warned]:
    opened = begins(window.anchored_at)
    if not window.counted_in_days:
        for percent in warnings.percents:
            since = opened + (window.due - opened) * percent / 100
            yield Warned(since=since, percent=percent)
        return
    for number in warnings.working_days:
        day = _working_days_before(london_day(window.due), number, calendar)
        if day >= london_day(opened):
            yield Warned(since=max(begins(day), opened), working_days_left=number)


def _working_days_before(day: date, number: int, calendar: Calendar) -> date:
    for _ in range(number):
        day = calendar.on_or_before(day - ONE_DAY)
    return day
