"""Writing the request and having it accepted."""

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from domain.referral.codes import Code, Scope, ViewsNotObtainable
from domain.referral.sections import RequestDetails, SectionName
from domain.referral.spoken import Heard
from domain.shared.code_lists import Coded, ListName
from domain.shared.messages import Command
from domain.shared.officers import KnownRoles
from domain.shared.terms import ContractTerms, Tier
from domain.shared.vocabulary import CaseId, PlacementId, ReferralId, Subject


class DraftReferral(Coded):
    """Begin to ask for a home.

    `beside` are the other open requests for any of the children, and `beside_because` says why
    there is another. `predecessor_placement` is the one that this is to follow (4-106).
    `referred_by` is the code of who refers the child, `received_on` the day it came from
    there, which is `today` at the latest.
    """

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
    beside_because: str | None = None
    referred_by: Code | None = None
    received_on: date | None = None
    today: date | None = None

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {
            ListName.REQUEST_REASONS: {"/reason_code": self.reason_code},
            ListName.REFERRERS: {"/referred_by": self.referred_by},
        }


class UpdateSections(Command):
    """Write sections anew. Those not named stay as they are, and so does an absent `request`."""

    sections: dict[SectionName, str] = Field(default_factory=dict)
    request: RequestDetails | None = None
    by: Subject


class SubmitReferral(Command):
    """Hand the request to the brokers.

    `matrix_current` and `matrix_half_hours`, the most that any child has, are what the cases
    show. `by_manager` is whether whoever submits is a team manager. `spoken` is when the manager
    said so by telephone, where the approval was an emergency's (6-69). `approver_roles` are the
    manager's by the council's list (R-121).
    """

    by: Subject
    team_manager_approval: Subject | None
    assessment_reference: str | None
    matrix_current: bool
    matrix_half_hours: int = 0
    bespoke_24_7_approved_by: Subject | None = None
    by_manager: bool = False
    views_not_obtainable: ViewsNotObtainable | None = None
    spoken: Heard | None = None
    approver_roles: KnownRoles = None


class AcceptReferral(Coded):
    """Confirm the lot, under the contract version in force; out of hours an emergency only.

    `siblings_born_on` are the dates of birth of the other children of a group, in order.
    `education_evidence` is the code of what shows education or training (R-02).
    """

    terms: ContractTerms
    lot: str
    born_on: date
    by: Subject
    out_of_hours: bool = False
    siblings_born_on: tuple[date, ...] = ()
    education_evidence: Code | None = None

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {ListName.EDUCATION_EVIDENCE: {"/education_evidence": self.education_evidence}}


RequestCommand = DraftReferral | UpdateSections | SubmitReferral | AcceptReferral
