"""What the view of a case is made of: frozen answers, each with the word it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.case.broken import RecordedBreach
from application.case.ceasing import ShownCeasing
from application.case.deadlines import Deadline
from application.case.word import Word
from application.referral.funding_shown import Standing
from domain.case.codes import CategoryOfNeed, CeasingReason, Ethnicity, Sex
from domain.case.connections import ConnectionKind
from domain.case.identity import BirthDateKind
from domain.case.people import AllocationKind
from domain.case.plans import PlanParty
from domain.case.presence import Absence
from domain.referral.chronology import StageName
from domain.referral.codes import Scope
from domain.shared.moments import When
from domain.shared.money import Funder, ShareStatus
from domain.shared.personal import Erased
from domain.shared.terms import NoticeParty, Tier
from domain.shared.vocabulary import (
    LegalStatus,
    Locality,
    Pence,
    PlacementId,
    ProviderId,
    Provision,
    ReferralId,
    SettingId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownIdentity:
    """Who the child is, by the latest word. What has been erased says so."""

    full_name: str | Erased | None
    known_as: tuple[str, ...] | Erased
    born_on: date | Erased
    birth_date_kind: BirthDateKind
    age_in_years: int | None
    sex: Sex
    ethnicity: Ethnicity


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLegalStatus:
    legal_status: LegalStatus
    since: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCare:
    """The period of care that covers the day. `until` is given once it has ended since."""

    since: When
    until: When | None
    category_of_need: CategoryOfNeed
    ceased_because: CeasingReason | None
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """Who has a part in the case."""

    kind: AllocationKind
    who: str
    since: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAgreement:
    """`in_force` is whether both sides had signed by the day."""

    version: int
    signed_on: When
    weekly: Pence
    in_force: bool
    source: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNotice:
    party: NoticeParty
    reason: str
    given_at: When
    expires: date | None
    pay_until: date | None
    source: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVisiting:
    """When a social worker last saw the child here, alone or not, and how often in vain since.

    `seen_on` is none where nobody has seen the child here yet.
    """

    seen_on: When | None
    seen_alone: bool
    in_vain_since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlacement:
    """A placement that is open on the day: where the child lives, and on whose word.

    `setting_name` is none where no register knows the home. `distance_tenths` is the way
    from home in tenths of a mile.
    """

    placement_id: PlacementId
    setting_id: SettingId
    setting_name: str | Erased | None
    provider_id: ProviderId | None
    referral_id: ReferralId | None
    provision: Provision
    locality: Locality
    distance_tenths: int | None
    since: When
    until: When | None
    planned_end: date | None
    agreement: ShownAgreement | None
    notices: tuple[ShownNotice, ...]
    visiting: ShownVisiting
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """A placement put forward that has not begun; `starts_on` as last agreed or proposed."""

    placement_id: PlacementId
    setting_id: SettingId
    provision: Provision
    starts_on: date
    start_agreed: bool
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPayer:
    """What one funder pays a week on the day; `underwrites` is in whose place the council does."""

    funder: Funder
    weekly_pence: Pence
    status: ShareStatus
    underwrites: Funder | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMoney:
    """The price of the offer that was chosen, and who pays it on the day."""

    standing: Standing
    weekly_pence: Pence
    paid_by: tuple[ShownPayer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReferral:
    referral_id: ReferralId
    stage: StageName
    since: When
    scope: Scope
    tier: Tier
    emergency: bool
    needed_from: date
    money: ShownMoney | None
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMatrix:
    """Support by the needs matrix, in half hours a week: 50 means 25 hours (R-12)."""

    half_hours: int
    score: int | None
    bespoke_24_7: bool
    since: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCarePlan:
    """The newest care plan, and who agreed to it; `not_agreed` is why nobody did."""

    prepared_on: When
    agreed_with: tuple[PlanParty, ...]
    not_agreed: str | None
    document_id: UUID | None
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAbsence:
    absence: Absence
    since: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownConnection:
    """A relative, an address, a school or a number of the child on the day."""

    connection_id: UUID
    kind: ConnectionKind
    relation: str
    value: str | Erased
    postcode: str | Erased | None
    confidential: bool
    since: When
    until: When | None
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """One child on one day, as far as it was known at one position of the log.

    `lives_at` is the open placement that began last. `placements` are all that are open;
    more than one is a conflict for people to resolve (6-04). `versions` are those of the
    streams that this was composed of.
    """

    case_id: UUID
    authority: str
    position: int
    as_at: date
    identity: ShownIdentity
    legal_status: ShownLegalStatus | None
    looked_after: bool
    period_of_care: ShownCare | None
    ceasing: ShownCeasing | None
    lives_at: ShownPlacement | None
    absence: ShownAbsence | None
    people: tuple[ShownPerson, ...]
    placements: tuple[ShownPlacement, ...]
    planned: tuple[ShownPlan, ...]
    referrals: tuple[ShownReferral, ...]
    matrix: ShownMatrix | None
    care_plan: ShownCarePlan | None
    connections: tuple[ShownConnection, ...]
    due: tuple[Deadline, ...]
    breaches: tuple[RecordedBreach, ...]
    versions: Mapping[str, int]
