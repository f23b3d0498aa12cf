"""The areas that a child is to be kept away from, as shown to the few who may read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.shared.asking import AsOf
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.case.chronology import chronology
from domain.shared.errors import NotFound
from domain.shared.moments import When
from domain.shared.personal import Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArea:
    """A circle around a postcode, its radius in tenths of a mile."""

    area_id: UUID
    postcode: str | Erased
    within_tenths: int
    concern: str
    text: str | Erased
    since: When
    until: When | None


@dataclass(frozen=True)
class AvoidedAreas:
    """Apart from the view of the case: it is restricted (docs/domain/05, 5.4)."""

    streams: Reads

    def on(self, case_id: UUID, of: AsOf) -> Sequence[ShownArea]:
        history = self.streams.read(stream_of("case", case_id), of.position)
        if not history.events:
            raise NotFound
        return [
            ShownArea(**{**dict(period.area), "since": period.since}, until=period.until)
            for period in chronology(history.events).avoided
            if period.covers(of.day)
        ]
