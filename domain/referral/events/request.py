"""The request is written, submitted and accepted."""

from datetime import date
from typing import ClassVar

from domain.referral.codes import Code, Scope, ViewsNotObtainable
from domain.referral.sections import RequestDetails, SectionText
from domain.referral.spoken import Spoken
from domain.shared.messages import Event, Milestone
from domain.shared.personal import Sealed
from domain.shared.terms import Tier
from domain.shared.vocabulary import CaseId, ContractId, PlacementId, ReferralId, Subject


class ReferralDrafted(Event):
    """Someone began to ask for a home: for one child, or for brothers and sisters together.

    `siblings` are the others of the group, in order: `case_id` is number 1, they are 2, 3, …
    `successor_of` is the search in which this need was met for others but not for these.
    `referred_by` is the code of who refers the child, `received_on` the day it came from there;
    nobody was asked for them before they were.
    """

    stored_as: ClassVar[str] = "referral.drafted.v1"

    referral_id: ReferralId
    case_id: CaseId
    scope: Scope
    tier: Tier
    emergency: bool
    reason_code: Code
    needed_from: date
    by: Subject
    siblings: tuple[CaseId, ...] = ()
    successor_of: ReferralId | None = None
    predecessor_placement: PlacementId | None = None
    beside: tuple[ReferralId, ...] = ()
    beside_because: Sealed[str | None] = None
    referred_by: Code | None = None
    received_on: date | None = None


class SectionsWritten(Event):
    """Sections were written anew; those not named stayed as they were."""

    stored_as: ClassVar[str] = "referral.sections_written.v1"

    sections: tuple[SectionText, ...]
    request: RequestDetails | None
    by: Subject


class ReferralSubmitted(Event):
    """The child was referred: the request is with the brokers.

    Where bespoke care was approved, no offer is held against the 25 hours of a lot (4-085).
    `spoken` is when the manager approved it by telephone, in an emergency, and who noted it.
    """

    stored_as: ClassVar[str] = "referral.submitted.v1"
    milestone: ClassVar[Milestone | None] = Milestone.REFERRED

    by: Subject
    team_manager_approval: Subject
    assessment_reference: Sealed[str]
    views_not_obtainable: ViewsNotObtainable | None
    bespoke_24_7_approved_by: Subject | None = None
    spoken: Spoken | None = None


class ReferralAccepted(Event):
    """The brokers took it on, in this lot, under this version of the contract.

    `age_in_years` is the child's age on the day the home is needed from; `sibling_ages` are
    those of the other children of a group, in their order. `education_evidence` is the code of
    what showed that an older young person is in education or training (R-02).
    """

    stored_as: ClassVar[str] = "referral.accepted.v1"

    contract_id: ContractId
    contract_version: int
    lot: str
    age_in_years: int
    by: Subject
    sibling_ages: tuple[int, ...] = ()
    education_evidence: Code | None = None


RequestEvent = ReferralDrafted | SectionsWritten | ReferralSubmitted | ReferralAccepted
