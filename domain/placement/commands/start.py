"""What can be asked about the start."""

from datetime import date

from domain.placement.arrangement import Arrangement, FundingAuthorisation
from domain.placement.schooling import KeyStage4
from domain.placement.unlisted import Unlisted
from domain.shared.admission import Home
from domain.shared.approval import Newcomer
from domain.shared.geography import ApprovalNeeded
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.officers import KnownRoles
from domain.shared.specialist import Admission
from domain.shared.terms import AgeRange, LotTerms
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import EventId, PlacementId, Subject


class AgreeStart(Command):
    """Agree when the child moves in.

    An `emergency` needs no meeting, visit, plan or agreement before it, and in one
    `verbal_authority` may stand in for prior funding; for no gate of age, registration,
    admission or place.
    `officer_roles` are those of the officer by the council's list (R-121).
    `exception_reason` is the code of why a visit was not reasonably practicable;
    `impact_acceptable` is false where a shared home has not weighed the child, or not so;
    `approval_needed` is whose word a home there needs on that day, `to_parents` that a child in
    care comes to its parents; of a child `of_key_stage_4` is to be said what it means for school;
    `left_at_risk` is whether the placement before ended for immediate risk, as is on record.
    """

    starts_at: When
    home: Home
    born_on: date
    category: AgeRange | None = None
    newcomer: Newcomer | None = None
    admission: Admission | None = None
    lot: LotTerms | None = None
    in_area_to_avoid: bool = False
    funding: FundingAuthorisation | None = None
    emergency: bool = False
    verbal_authority: VerbalAuthority | None = None
    officer_roles: KnownRoles = None
    exception_reason: str | None = None
    impact_acceptable: bool = True
    approval_needed: ApprovalNeeded | None = None
    to_parents: bool = False
    of_key_stage_4: bool = False
    key_stage_4: KeyStage4 | None = None
    left_at_risk: bool = False
    iro_informed: bool
    placement_plan_prepared: bool
    by: Subject


class RecordStart(Command):
    """Record that the child moved in.

    `arrangement` is where, if nothing was proposed or the child went elsewhere; `home` is
    empty when no register knows it. `reserved` says whether a place was being kept,
    `over_capacity_nights` on which nights the home has too many. `decided_elsewhere` marks
    a start whose decision another system holds: the decision's own gates are not asked. A
    `verbal_authority` counts in an `emergency` only, and from another officer than `by`.
    `officer_roles` are those of the officer by the council's list (R-121).
    `chosen_by_word` says that a broker chose this home by telephone (R-103), `left_at_risk` that
    the placement before ended for immediate risk.
    `accommodated`: a child who comes to its parents is so by agreement alone (R-167).
    """

    at: When
    born_on: date
    home: Home | None = None
    category: AgeRange | None = None
    newcomer: Newcomer | None = None
    admission: Admission | None = None
    lot: LotTerms | None = None
    reserved: bool = False
    other_open_placements: tuple[PlacementId, ...] = ()
    over_capacity_nights: tuple[date, ...] = ()
    in_area_to_avoid: bool = False
    national_code: str | None = None
    funding: FundingAuthorisation | None = None
    verbal_authority: VerbalAuthority | None = None
    officer_roles: KnownRoles = None
    emergency: bool = False
    impact_acceptable: bool = True
    chosen_by_word: bool = False
    approval_needed: ApprovalNeeded | None = None
    to_parents: bool = False
    accommodated: bool = False
    key_stage_4: KeyStage4 | None = None
    left_at_risk: bool = False
    by: Subject | None = None
    unlisted: Unlisted | None = None
    arrangement: Arrangement | None = None
    decided_elsewhere: bool = False


class CorrectStart(Command):
    """Say when the child really moved in; `corrects` is the start or its last correction."""

    corrects: EventId
    at: When
    reason: str
    approved_by: Subject
    by: Subject
