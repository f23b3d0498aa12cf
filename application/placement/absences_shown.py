"""Temporary absences as they are shown: until the child was back, or left for good."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.placement.absence_periods import absences
from domain.placement.absences import NATIONAL, AbsenceKind
from domain.placement.events import TemporaryAbsenceStarted
from domain.placement.history import History, of_kind
from domain.placement.stability import ToldBy
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, kw_only=True)
class ShownTemporaryAbsence:
    """`national_code` is what the return calls it. `where` is none for who reads no narrative."""

    event_id: UUID
    kind: AbsenceKind
    national_code: str | None
    since: When
    until: When | None
    expected_back: date | None
    told_by: ToldBy
    where: str | Erased | None
    held_open_by: Subject | None


def absences_shown(known: History) -> tuple[ShownTemporaryAbsence, ...]:
    went = {each.event_id: each.event for each in of_kind(known, TemporaryAbsenceStarted)}
    return tuple(
        ShownTemporaryAbsence(
            event_id=each.source,
            kind=each.kind,
            national_code=NATIONAL.get(each.kind),
            since=each.since,
            until=each.until,
            expected_back=each.expected_back,
            told_by=each.told_by,
            where=went[each.source].where,
            held_open_by=went[each.source].held_open_by,
        )
        for each in absences(known)
    )


def nowhere(shown: Sequence[ShownTemporaryAbsence]) -> tuple[ShownTemporaryAbsence, ...]:
    """The same, without where the child was."""
    return tuple(replace(each, where=None) for each in shown)
