"""What is true of a child from when until when: the rows of the chronology."""

from datetime import date
from uuid import UUID

from domain.case.avoidance import AreaToAvoid
from domain.case.codes import CategoryOfNeed, CeasingReason, Participation
from domain.case.connections import Connection
from domain.case.legal import NationalCode
from domain.case.people import AllocationKind
from domain.case.presence import Absence
from domain.case.review import ReviewId
from domain.shared.chronology import Period
from domain.shared.messages import Value
from domain.shared.moments import When
from domain.shared.vocabulary import LegalStatus


class CarePeriod(Period):
    """Looked after without a break. `corrected_by` is the latest correction of its start."""

    legal_status: LegalStatus
    category_of_need: CategoryOfNeed
    age_in_years: int
    ceased_because: CeasingReason | None = None
    corrected_by: UUID | None = None


class LegalStatusPeriod(Period):
    """One legal status, looked after or not."""

    legal_status: LegalStatus
    national_code: NationalCode | None = None
    corrected_by: UUID | None = None


class AllocationPeriod(Period):
    """Who had one part in the case."""

    kind: AllocationKind
    who: str


class MissingPeriod(Period):
    """Missing, or away without authorisation."""

    absence: Absence


class MatrixPeriod(Period):
    """What the needs matrix gave, in half hours a week, until it was next assessed."""

    half_hours: int
    score: int | None = None
    bespoke_24_7: bool = False


class ConnectionPeriod(Period):
    """A relative, an address, a school or a number, for as long as it was the child's."""

    connection: Connection


class AvoidedPeriod(Period):
    """An area that the child was to be kept away from."""

    area: AreaToAvoid


class StatutoryReview(Value):
    """A review that was planned, held, or both. `source` is the event that last said so."""

    source: UUID
    review_id: ReviewId | None = None
    planned_for: date | None = None
    held_on: When | None = None
    participation: Participation | None = None
