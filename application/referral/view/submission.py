"""How the request was submitted, accepted and let out to the market. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.referral.told import Told, last
from application.referral.view.text import Text
from domain.referral.codes import (
    Code,
    ViewsNotObtainable,
)
from domain.referral.events.request import ReferralAccepted, ReferralSubmitted
from domain.referral.events.search import ExternalSearchApproved
from domain.referral.spoken import Spoken
from domain.shared.moments import When
from domain.shared.vocabulary import (
    ContractId,
    Pence,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSubmission:
    by: Subject
    at: When
    team_manager_approval: Subject
    assessment_reference: Text
    views_not_obtainable: ViewsNotObtainable | None
    bespoke_24_7_approved_by: Subject | None
    spoken: Spoken | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAcceptance:
    """The lot and the contract version that the search goes by."""

    contract_id: ContractId
    contract_version: int
    lot: str
    age_in_years: int
    sibling_ages: Sequence[int]
    education_evidence: Code | None
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownApproval:
    """The external search was approved; `indicative_weekly` is whole pence a week."""

    budget_heading: Code
    indicative_weekly: Pence
    by: Subject
    spoken: Spoken | None = None


def submission(told: Told) -> ShownSubmission | None:
    found = last(told, ReferralSubmitted)
    return ShownSubmission(**dict(found.event), at=found.effective_at) if found else None


def acceptance(told: Told) -> ShownAcceptance | None:
    found = last(told, ReferralAccepted)
    return ShownAcceptance(**dict(found.event)) if found else None


def approval(told: Told) -> ShownApproval | None:
    found = last(told, ExternalSearchApproved)
    return ShownApproval(**dict(found.event)) if found else None
