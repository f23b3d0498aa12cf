"""What can happen to a child's legal standing."""

from typing import ClassVar

from domain.case.codes import CategoryOfNeed, CeasingReason
from domain.case.legal import LegalFact, NationalCode
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import EventId, LegalStatus, Subject


class BecameLookedAfter(Event):
    """A period of care began."""

    stored_as: ClassVar[str] = "case.became_looked_after.v1"

    legal_status: LegalStatus
    on: When
    category_of_need: CategoryOfNeed
    national_code: NationalCode | None = None
    age_in_years: int

    def effective(self) -> When:
        return self.on


class LegalStatusChanged(Event):
    """The child is looked after, or helped, on another legal basis from here on."""

    stored_as: ClassVar[str] = "case.legal_status_changed.v1"

    legal_status: LegalStatus
    on: When
    national_code: NationalCode | None = None

    def effective(self) -> When:
        return self.on


class CeasedLookedAfter(Event):
    """A period of care ended."""

    stored_as: ClassVar[str] = "case.ceased_looked_after.v1"

    on: When
    reason: CeasingReason
    age_in_years: int
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.on


class LegalStatusCorrected(Event):
    """Something recorded of the legal standing was wrong; `now` stands in place of `was`.

    `corrects` names the event that said so, which may be an earlier correction (6-05).
    `age_in_years` is the child's on the corrected day.
    """

    stored_as: ClassVar[str] = "case.legal_status_corrected.v1"

    corrects: EventId
    was: LegalFact
    now: LegalFact
    age_in_years: int
    reason: Sealed[str]
    approved_by: Subject
    corrected_by: Subject
