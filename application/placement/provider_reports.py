"""What a provider says of a child who lives with it: away, back, missing, or something changed.

It knows the placement, and nothing of the case: where its word belongs is found here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from application.case.presence import PresenceHandlers
from application.placement.evidence import Evidence
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import History, Occasion, Receipt
from domain import case, placement
from domain.case.commands import (
    RecordAwayWithoutAuthorisation,
    RecordMissing,
    RecordReturned,
)
from domain.placement.absences import AbsenceKind
from domain.placement.commands import (
    KeepProviderWord,
    PlacementCommand,
    RecordBack,
    RecordTemporaryAbsence,
    ReportSignificantChange,
)
from domain.placement.provider_word import SaidToBe, WhyKept
from domain.placement.rules.start import require_not_before
from domain.placement.stability import ToldBy
from domain.placement.state import Begun, Ended
from domain.shared.code_lists import ListName
from domain.shared.envelope import StreamId
from domain.shared.errors import CaseworkError, MissingInformation
from domain.shared.moments import When
from domain.shared.vocabulary import Subject

T = TypeVar("T")

OfPresence = RecordMissing | RecordAwayWithoutAuthorisation | RecordReturned


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
    evidence: Evidence
    presence: PresenceHandlers

    @property
    def office(self) -> Office:
        return self.evidence.office

    def report(self, occasion: Occasion, placement_id: UUID, report: Report) -> Receipt:
        """Record it where it belongs. It is a word about a child who had come by then."""
        stream = stream_of("placement", placement_id)
        by = Subject(occasion.actor.subject)
        about_home = of_home(report, by)
        plan = partial(self._of_child, placement_id, report, by)
        if about_home is not None:
            plan = partial(self._of_home, stream, about_home)
        return self.office.casework.do(occasion, plan, turn=stream)

    def _of_home(self, stream: StreamId, command: PlacementCommand) -> Act:
        if isinstance(command, ReportSignificantChange):
            sent = {"/change": command.kind}
            self.evidence.registers.require_listed(ListName.SIGNIFICANT_CHANGES, sent)
        return Act([Ask(stream, placement.decider, command)])

    def _of_child(self, placement_id: UUID, report: Report, by: Subject) -> Act:
        """On the child's own record where it lives there and that adds up, or else a word (R-201).

        Nothing of what speaks against it is told: what the record says is not the provider's.
        """
        stream = stream_of("placement", placement_id)
        stay = self.office.known(placement.decider, stream, Begun)
        require_not_before(stay.started_at, report.at)
        case_id = stay.particulars.arrangement.case_id
        history = self.office.streams.read(stream_of("case", case_id))
        command = self._placed(case_id, of_child(report))
        why = self._gone_from(stay, report.at) or _told_otherwise(history, command)
        if why is None:
            ask = Ask(history.stream, case.decider, command, planned_at=history.version)
            return Act([ask])
        said = SaidToBe(report.what.value)
        word = KeepProviderWord(said=said, at=report.at, text=report.text, why=why, by=by)
        return Act([Ask(stream, placement.decider, word)])

    def _placed(self, case_id: UUID, command: OfPresence) -> OfPresence:
        if isinstance(command, RecordReturned):
            return command
        return self.presence.placed(case_id, command)

    def _gone_from(self, stay: Begun, at: When) -> WhyKept | None:
        """Whether it does not live there now: it left, or came to live elsewhere since."""
        if isinstance(stay, Ended):
            return WhyKept.CHILD_HAD_LEFT
        if self.evidence.lives_on_elsewhere(stay, at):
            return WhyKept.CHILD_LIVES_ELSEWHERE
        return None


def _told_otherwise(history: History[Any], command: OfPresence) -> WhyKept | None:
    """Whether the child's own record would refuse it, as it does where that is so already."""
    try:
        case.decider.decide(history.folded(case.decider), command)
    except CaseworkError:
        return WhyKept.RECORD_SAYS_OTHERWISE
    return None


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


def of_child(report: Report) -> OfPresence:
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
