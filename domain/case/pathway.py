"""What can be asked about a young person's way out of care (docs/domain/02, 2.1 and 2.7)."""

from enum import StrEnum

from domain.case.codes import Participation
from domain.case.documents import DocumentId
from domain.shared.code_lists import Code
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class ReviewAskedBy(StrEnum):
    """Why a pathway plan is reviewed: because it is time, or because somebody asked (2.7)."""

    TIME = "time"
    YOUNG_PERSON = "young_person"
    PERSONAL_ADVISER = "personal_adviser"
    COUNCIL = "council"


class RecordPathwayNeeds(Command):
    """Record that the young person's needs for advice and support were assessed."""

    on: When
    views: str | None = None
    by: Subject


class RecordPathwayPlan(Command):
    """Record that a pathway plan was made; `agreed` is whether the young person agrees with it."""

    on: When
    agreed: bool
    document_id: DocumentId | None = None
    by: Subject


class RecordPathwayReview(Command):
    """Record that the pathway plan was reviewed, with the young person's own words."""

    on: When
    asked_by: ReviewAskedBy
    participation: Participation | None
    views: str | None = None
    attended: tuple[Code, ...] = ()
    recommendations: str | None = None
    by: Subject


class RecordAdviserVisit(Command):
    """Record that the personal adviser went to see the young person where it lives."""

    on: When
    seen: bool
    views: str | None = None
    by: Subject


PathwayCommand = RecordPathwayNeeds | RecordPathwayPlan | RecordPathwayReview | RecordAdviserVisit
