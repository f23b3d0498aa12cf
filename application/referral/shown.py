"""What the view of a referral is made of: frozen answers. What has been erased says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.referral.invitation import OfferStatus
from application.referral.separation import ShownSeparation
from application.referral.shown_offers import ShownDifference
from domain.referral.chronology import ProviderStanding, StageName
from domain.referral.codes import (
    BypassReason,
    Code,
    InvitationId,
    OutcomeForChild,
    Scope,
    ViewsNotObtainable,
)
from domain.referral.considered import ConsideredInHouse
from domain.referral.events.choice import SiblingChosen, Skipped
from domain.referral.events.siblings import LeftBecause
from domain.referral.field_matrix import PackStage
from domain.referral.funding import FundingPlan
from domain.referral.offer_content import OfferContent
from domain.referral.pack import RedactedPack
from domain.referral.questions import ContactOutcome
from domain.referral.sections import RequestDetails, SectionName
from domain.referral.siblings import ForSiblings
from domain.referral.spoken import Spoken, SpokenAct
from domain.referral.sufficiency import Sufficiency
from domain.referral.triage import QuestionId, Returning
from domain.shared.breaches import Breach
from domain.shared.moments import When
from domain.shared.money import PriceLine
from domain.shared.personal import Erased
from domain.shared.terms import Tier
from domain.shared.vocabulary import (
    CaseId,
    ContractId,
    OfferId,
    Pence,
    PlacementId,
    ProviderId,
    ReferralId,
    SettingId,
    Subject,
)
from domain.telling.state import Fate
from domain.telling.vocabulary import About, NotToldBecause, Via

Text = str | Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRequest:
    """What was asked for, as it was last written or amended."""

    scope: Scope
    tier: Tier
    emergency: bool
    reason_code: Code
    referred_by: Code | None
    received_on: date | None
    needed_from: date
    predecessor_placement: PlacementId | None
    beside: Sequence[ReferralId]
    beside_because: Text | None
    drafted_by: Subject
    details: RequestDetails
    sections: Mapping[SectionName, Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPause:
    """The search is held, and goes on by itself on `resume_on`."""

    reason: Code
    text: Text | None
    since: When
    resume_on: date
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReturn:
    """The brokers sent the request back, for these reasons."""

    reasons: Sequence[Returning]
    by: Subject
    at: When


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """What the brokers asked of the referrer. No `answered_by` means it is open."""

    question_id: QuestionId
    text: Text
    asked_by: Subject
    asked_at: When
    answer: Text | None = None
    answered_by: Subject | None = None
    answered_at: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAmendment:
    """One field that changed after submission; none in `was` where nothing had been said."""

    field: str
    was: Text | None
    now: Text | None
    why: Text
    by: Subject
    at: When


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
class ShownWord:
    """What an officer said by telephone, and whether they have owned to it; none is open still."""

    number: int
    act: SpokenAct
    officer: Subject
    at: datetime
    recorded_by: Subject
    owned: bool | None
    answered_at: When | None
    denied_because: Text | None


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
class ShownInHouse:
    considered: Sequence[ConsideredInHouse]
    none_exists: Code | None
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMatch:
    """One of the council's own homes, taken. One that was let go is no longer shown as taken."""

    offer_id: OfferId
    setting_id: SettingId
    starts_on: date
    siblings: Sequence[SiblingChosen]
    considered: Sequence[ConsideredInHouse]
    match_notes: Text
    childs_views: Text | None
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBypass:
    """Why the market might be asked though not everything in house was considered."""

    reason: BypassReason
    text: Text
    by: Subject
    spoken: Spoken | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownApproval:
    """The external search was approved; `indicative_weekly` is whole pence a week."""

    budget_heading: Code
    indicative_weekly: Pence
    by: Subject
    spoken: Spoken | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPublication:
    """What was released, who certified it, and its digest."""

    pack: RedactedPack
    sha256: str
    certified_by: Subject
    at: datetime
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownContact:
    """A provider was telephoned."""

    at: datetime
    outcome: ContactOutcome
    note: Text | None
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPackVersion:
    """A version of the pack: when it was shown first, and since when it is not.

    It is shown to everybody who is asked, or to those alone that are named in `alone`.
    """

    stage: PackStage
    sha256: str
    material: bool
    certified_by: Subject
    at: datetime
    withdrawn_at: datetime | None = None
    opened_by: Sequence[ProviderId] = ()
    alone: Sequence[ProviderId] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTakenBack:
    """An answer that nobody reads any more, and all who could: kept as evidence (R-98)."""

    answer: Text
    shared_as: Text | None
    shown_to: Sequence[ProviderId]
    reason: Code
    at: datetime
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationQuestion:
    """A provider's question. Without an answer, or with one taken back, it waits for the broker."""

    question_id: QuestionId
    provider_id: ProviderId
    at: datetime
    text: Text
    answer: Text | None = None
    to_all: bool = False
    shared_as: Text | None = None
    taken_back: Sequence[ShownTakenBack] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMessage:
    """A link that was sent to the provider, or is to be: `ended_at` says since when that is over.

    That it was delivered says that whoever carries it took it, and not that anybody read it.
    """

    about: About
    fate: Fate
    asked_at: datetime
    ended_at: datetime | None
    via: Via | None
    attempts: int | None
    why_not: NotToldBecause | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInvitation:
    """One provider asked, and how it stood. `opened` is whether it has opened the pack.

    `confidential_at` is since when it is bound by the confidentiality terms (R-100).
    """

    invitation_id: InvitationId
    provider_id: ProviderId
    tier: Tier
    invited_at: datetime
    deadline: datetime
    lot: str | None
    standing: ProviderStanding
    opened: bool
    holds_pack: bool
    deletion_acknowledged_at: datetime | None
    confidential_at: datetime | None
    contacts: Sequence[ShownContact] = ()
    messages: Sequence[ShownMessage] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOfferOf:
    """An offer, in time or late. `breaches` are the gates that a late one would not pass."""

    offer_id: OfferId
    provider_id: ProviderId
    received_at: datetime
    late: bool
    status: OfferStatus
    setting_id: SettingId | None
    earliest_start: date
    price: Sequence[PriceLine]
    weekly: Pence
    half_hours: int
    open_until: When
    outcomes: Text
    content: OfferContent | None
    siblings: ForSiblings | None
    not_chosen_because: Text | None
    differences: Sequence[ShownDifference]
    breaches: Sequence[Breach]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChoice:
    """The offer that is preferred, and why. What was let go is no longer shown as chosen."""

    offer_id: OfferId
    provider_id: ProviderId
    setting_id: SettingId | None
    starts_on: date
    reasons: Text
    match_statement: Text
    childs_views: Text
    by: Subject
    jointly_with: Subject
    award_route: Code | None
    sufficiency: Sufficiency | None
    siblings: Sequence[SiblingChosen]
    spoken: Spoken | None
    skipped: Sequence[Skipped]
    cut_short: Sequence[ProviderId]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFunding:
    """The last plan put to those who may spend it. No `answered_by` means it waits."""

    offer_id: OfferId
    plan: FundingPlan
    requested_by: Subject
    authorised: bool | None
    answered_by: Subject | None
    declined_because: Code | None
    text: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEnd:
    """How the search ended: called off for a reason, with a placement, or with nothing."""

    withdrawn_because: str | None = None
    outcome_for_child: OutcomeForChild | None = None
    text: Text | None = None
    placement_id: PlacementId | None = None
    joined_because: Text | None = None
    sufficiency: Sufficiency | None = None
    at: When
    breaches: Sequence[Breach] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHoused:
    """A child who is looked for moved in otherwise: where, since when, and if no more, until."""

    child: int
    placement_id: PlacementId
    setting_id: SettingId | None
    at: When
    until: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParting:
    """A manager's word that a child may live apart from the others."""

    reason: Code
    text: Text
    by: Subject
    at: When


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChild:
    """One child of the search, by number. `left_because` says why it is not sought here now.

    Of siblings `placement_id` and `moved_in_at` are given once the child lives there; the
    search for who was parted goes on in `successor_id`.
    """

    number: int
    case_id: CaseId
    placement_id: PlacementId | None
    moved_in_at: When | None
    left_home_at: When | None
    left_because: LeftBecause | None
    successor_id: ReferralId | None
    may_be_parted: ShownParting | None


@dataclass(frozen=True, kw_only=True)
class ReferralView:
    """A search on one day, going by the log up to `position`. `version` is its stream's.

    `case_id` is the first of `children`.
    """

    referral_id: UUID
    case_id: CaseId
    children: Sequence[ShownChild]
    separated: ShownSeparation | None
    successor_of: ReferralId | None
    as_at: date
    position: int
    version: int
    stage: StageName
    stage_since: When
    pause: ShownPause | None
    request: ShownRequest
    returns: Sequence[ShownReturn]
    questions: Sequence[ShownQuestion]
    amendments: Sequence[ShownAmendment]
    submission: ShownSubmission | None
    spoken_approvals: Sequence[ShownWord]
    acceptance: ShownAcceptance | None
    in_house: ShownInHouse | None
    in_house_match: ShownMatch | None
    in_house_bypass: ShownBypass | None
    approval: ShownApproval | None
    publication: ShownPublication | None
    packs: Sequence[ShownPackVersion]
    invitations: Sequence[ShownInvitation]
    invitation_questions: Sequence[InvitationQuestion]
    offers: Sequence[ShownOfferOf]
    choice: ShownChoice | None
    funding: ShownFunding | None
    housed_otherwise: Sequence[ShownHoused]
    end: ShownEnd | None
