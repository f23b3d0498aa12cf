"""Writing the request and having it accepted."""

from datetime import date

from pydantic import Field

from domain.referral.codes import Code, Scope, ViewsNotObtainable
from domain.referral.sections import RequestDetails, SectionName
from domain.shared.messages import Command
from domain.shared.terms import ContractTerms, Tier
from domain.shared.vocabulary import CaseId, ReferralId, Subject


class DraftReferral(Command):
    referral_id: ReferralId
    case_id: CaseId
    scope: Scope
    tier: Tier
    emergency: bool
    reason_code: Code
    needed_from: date
    by: Subject


class UpdateSections(Command):
    """Write sections anew. Those not named stay as they are, and so does an absent `request`."""

    sections: dict[SectionName, str] = Field(default_factory=dict)
    request: RequestDetails | None = None
    by: Subject


class SubmitReferral(Command):
    """Hand the request to the brokers. `matrix_current` is what the child's case shows."""

    by: Subject
    team_manager_approval: Subject | None
    assessment_reference: str | None
    matrix_current: bool
    views_not_obtainable: ViewsNotObtainable | None = None


class AcceptReferral(Command):
    """Confirm the lot, under the contract version in force."""

    terms: ContractTerms
    lot: str
    born_on: date
    by: Subject


RequestCommand = DraftReferral | UpdateSections | SubmitReferral | AcceptReferral
