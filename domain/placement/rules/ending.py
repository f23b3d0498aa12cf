"""What an ending counts as: planned or not, and early or late against notice."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.placement.commands import EndImmediately, RecordEnd
from domain.placement.endings import (
    ImmediateGround,
    NoticeOutcome,
    PlanEvidence,
    PlannedBasis,
    PlanSource,
)
from domain.placement.errors import EndIncomplete, EndNotOwned
from domain.placement.notices import Notice
from domain.shared.errors import WrongState
from domain.shared.moments import before, london_day

PLANNED = frozenset(
    {
        PlannedBasis.EXPECTED_END_REACHED,
        PlannedBasis.IN_PLAN,
        PlannedBasis.AGREED_AT_REVIEW,
    }
)


def given_by(end: date | datetime, notices: Sequence[Notice]) -> Sequence[Notice]:
    """Notice that had been given when the child left; later ones change nothing."""
    return [notice for notice in notices if not before(end, notice.given_at)]


def planned_basis(
    end: date | datetime,
    planned_end: date | None,
    plan: PlanEvidence | None,
    notices: Sequence[Notice],
) -> PlannedBasis:
    """Why an end is planned, from the order of the evidence (docs/domain/02, 2.4; 6-26).

    Planned is an expected end that was reached, or one in the plan or agreed at a review
    before notice was given. Everything else is unplanned.
    """
    if planned_end is not None and planned_end <= london_day(end):
        return PlannedBasis.EXPECTED_END_REACHED
    if plan is None or not _foreseen(plan, end, given_by(end, notices)):
        return PlannedBasis.NO_EVIDENCE
    if plan.source is PlanSource.REVIEW:
        return PlannedBasis.AGREED_AT_REVIEW
    return PlannedBasis.IN_PLAN


def _foreseen(plan: PlanEvidence, end: date | datetime, notices: Sequence[Notice]) -> bool:
    in_time = not before(end, plan.on)
    return in_time and all(before(plan.on, notice.given_at) for notice in notices)


def notice_outcome(end: date | datetime, notices: Sequence[Notice]) -> NoticeOutcome | None:
    """Whether the child left before, on or after the day notice ran out, the earliest first."""
    given = [notice for notice in given_by(end, notices) if notice.runs]
    days = [notice.expires for notice in given if notice.expires is not None]
    if not days:
        return None
    expires, left = min(days), london_day(end)
    if left < expires:
        return NoticeOutcome.EARLY
    return NoticeOutcome.ON_TIME if left == expires else NoticeOutcome.LATE


def require_reason(reason: str) -> None:
    """What was so urgent is written down."""
    if not reason.strip():
        raise EndIncomplete(["reason"])


def require_shut(command: EndImmediately) -> None:
    """Refuse the ground that a home is shut while its register says that it is open."""
    if command.ground is ImmediateGround.SETTING_CLOSED and not command.home_shut:
        raise WrongState("By its register the home is open: close it there, or name the risk.")


def require_owned(command: RecordEnd) -> None:
    """What the council ends at immediate risk an officer ends who may (R-150)."""
    if command.immediate_risk and not command.by_officer:
        raise EndNotOwned
