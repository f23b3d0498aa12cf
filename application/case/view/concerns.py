"""The concerns about a child: which there are, and how far each has come. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from application.case.record import ChildRecord
from application.clock.owners import identity_in
from domain.concern.chronology import chronology
from domain.concern.events import ConcernRaised
from domain.concern.vocabulary import ConcernKind, Stage
from domain.shared.moments import When, london_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownConcern:
    """What was told of is read at the concern itself, and that reading is noted."""

    concern_id: UUID
    kind: ConcernKind
    stage: Stage
    told_at: When


def concerns_on(record: ChildRecord) -> Iterator[ShownConcern]:
    """Those that the council had been told of by the day, closed ones too."""
    for history in record.of_kind("concern"):
        begun = [p for p in chronology(history.events) if london_day(p.since) <= record.day]
        raised = next(fact for fact in history.facts if isinstance(fact, ConcernRaised))
        if begun:
            yield ShownConcern(
                concern_id=identity_in(history.stream),
                kind=raised.kind,
                stage=begun[-1].stage,
                told_at=raised.told_at,
            )
