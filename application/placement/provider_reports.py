"""What a provider says of a child who lives with it: away, back, missing, or something changed.

It knows the placement, and nothing of the case: where its word belongs is found here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain import case, placement
from domain.case.commands import (
    CaseCommand,
    RecordAwayWithoutAuthorisation,
    RecordMissing,
    RecordReturned,
)
from domain.placement.absences import AbsenceKind
from domain.placement.commands import (
    PlacementCommand,
    RecordBack,
    RecordTemporaryAbsence,
    ReportSignificantChange,
)
from domain.placement.rules.stay import require_while_there
from domain.placement.stability import ToldBy
from domain.placement.state import Begun
from domain.shared.errors import MissingInformation
from domain.shared.moments import When
from domain.shared.vocabulary import Subject

T = TypeVar("T")


class Reported(StrEnum):
    """What a provider may say. `away` and `returned` go with absences nobody had allowed."""

    ABSENT = "absent"
    BACK = "back"
    MISSING = "missing"
    AWAY = "away"
    RETURNED = "returned"
    SIGNIFICANT_CHANGE = "significant_change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`absence` is asked of who is absent, `change` of what changed. `text` is kept sealed."""

    what: Reported
    at: When
    absence: AbsenceKind | None = None
    expected_back: date | None = None
    change: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class ProviderReports:
    office: Office

    def report(self, occasion: Occasion, placement_id: UUID, report: Report) -> Receipt:
        """Record it where it belongs. It is a word about a child who lived there by then."""
        stream = stream_of("placement", placement_id)
        by = Subject(occasion.actor.subject)
        about_home = of_home(report, by)
        if about_home is not None:
            return self.office.act(occasion, stream, placement.decider, about_home)
        stay = self.office.known(placement.decider, stream, Begun)
        require_while_there(stay, report.at)
        child = stream_of("case", stay.particulars.arrangement.case_id)
        return self.office.act(occasion, child, case.decider, of_child(report))


def of_home(report: Report, by: Subject) -> PlacementCommand | None:
    """What is recorded of the placement; none where it is a matter of the child's own record."""
    told_by = ToldBy.PROVIDER
    match report.what:
        case Reported.ABSENT:
            return RecordTemporaryAbsence(
                kind=_said(report.absence, "absence"),
                since=report.at,
                expected_back=report.expected_back,
                told_by=told_by,
                where=report.text,
                by=by,
            )
        case Reported.BACK:
            return RecordBack(at=report.at, told_by=told_by, by=by)
        case Reported.SIGNIFICANT_CHANGE:
            kind = _said(report.change, "change")
            return ReportSignificantChange(
                on=report.at, kind=kind, told_by=told_by, text=report.text, by=by
            )
        case _:
            return None


def of_child(report: Report) -> CaseCommand:
    match report.what:
        case Reported.MISSING:
            return RecordMissing(since=report.at, last_seen_by=report.text)
        case Reported.AWAY:
            return RecordAwayWithoutAuthorisation(since=report.at, last_seen_by=report.text)
        case _:
            return RecordReturned(at=report.at)


def _said(value: T | None, name: str) -> T:
    if value is None:
        raise MissingInformation([name])
    return value
