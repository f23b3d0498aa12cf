"""What can happen when a child is away for a while from where it lives."""

from datetime import date
from typing import ClassVar

from domain.placement.absences import AbsenceKind
from domain.placement.stability import ToldBy
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class TemporaryAbsenceStarted(Event):
    """The child was away from here on, and its place was kept: no new placement.

    `held_open_by` is who decided to keep the place of a child in custody (6-81).
    """

    stored_as: ClassVar[str] = "placement.temporary_absence_started.v1"

    kind: AbsenceKind
    since: When
    expected_back: date | None
    told_by: ToldBy
    where: Sealed[str | None]
    held_open_by: Subject | None
    by: Subject

    def effective(self) -> When:
        return self.since


class TemporaryAbsenceEnded(Event):
    """The child was back where it lives."""

    stored_as: ClassVar[str] = "placement.temporary_absence_ended.v1"

    at: When
    told_by: ToldBy
    by: Subject

    def effective(self) -> When:
        return self.at


AbsenceEvent = TemporaryAbsenceStarted | TemporaryAbsenceEnded
