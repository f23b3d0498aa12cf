"""What can be asked about being looked after, and under which legal status."""

from typing import Annotated

from pydantic import AfterValidator, Field

from domain.case.codes import CategoryOfNeed, CeasingReason
from domain.case.legal import LegalFact, NationalCode, is_in_care
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import EventId, LegalStatus, Subject


def _in_care(legal_status: LegalStatus) -> LegalStatus:
    if not is_in_care(legal_status):
        raise ValueError("nobody is looked after under this legal status")
    return legal_status


InCareStatus = Annotated[LegalStatus, AfterValidator(_in_care)]


class RecordBecameLookedAfter(Command):
    legal_status: InCareStatus
    on: When
    category_of_need: CategoryOfNeed
    national_code: NationalCode | None = None


class RecordLegalStatusChange(Command):
    legal_status: LegalStatus
    on: When
    national_code: NationalCode | None = None


class RecordCeasedLookedAfter(Command):
    """Where another system holds the decision (`decided_elsewhere`), its gates are not asked."""

    on: When
    reason: CeasingReason
    decided_elsewhere: bool = False


class CorrectLegalStatus(Command):
    """Put a recorded legal status, its date, or both right.

    `corrects` is the event, itself perhaps a correction, and `standing` what is believed
    on its word today: `corrections.standing_fact` finds it.
    """

    corrects: EventId
    standing: LegalFact
    legal_status: LegalStatus | None = None
    national_code: NationalCode | None = None
    on: When | None = None
    reason: str = Field(min_length=1)
    approved_by: Subject
    by: Subject


CareCommand = (
    RecordBecameLookedAfter | RecordLegalStatusChange | RecordCeasedLookedAfter | CorrectLegalStatus
)
