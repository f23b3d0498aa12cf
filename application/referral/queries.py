"""What a provider looks up about searches: its own invitations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from application.referral.invitation import OfferStatus
from application.referral.judgement import ShownJudgement
from application.referral.view.differences import ShownDifference
from domain.referral.chronology import ProviderStanding
from domain.referral.codes import Code, Duration, InvitationId
from domain.referral.field_matrix import PackStage
from domain.referral.offer_content import OfferContent
from domain.referral.pack import Risk, SiblingInPack
from domain.referral.siblings import ForSiblings
from domain.referral.triage import QuestionId
from domain.shared.envelope import GssCode
from domain.shared.moments import When
from domain.shared.money import Amount, PriceLine
from domain.shared.personal import Erased
from domain.shared.terms import Tier
from domain.shared.vocabulary import LegalStatus, OfferId, ProviderId, SettingId


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPack:
    """All that an invited provider may read of a child: docs/domain/05, 5.4, column Pub."""

    age_in_years: int
    sex: Code
    legal_status: LegalStatus
    unaccompanied: bool
    needs: tuple[Code, ...]
    risks: tuple[Risk, ...]
    sibling_group_size: int
    area: Code
    half_hours: int
    needed_from: date
    duration: Duration
    indicative_weekly: Amount | None
    summary: str
    siblings: tuple[SiblingInPack, ...]
    together: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesAsked:
    """What the broker asked to have changed, and until when it may be."""

    what: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedForProvider:
    """A pack of one stage, with its lines by the fields of 5.4."""

    stage: PackStage
    sha256: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedToProvider:
    """What went to this provider beside the published pack, stage by stage, once opened.

    `information` has the sections supplied in an emergency. What is `unopened` waits to be
    opened (`…/views`) before it is shown.
    """

    packs: tuple[StagedForProvider, ...]
    information: Mapping[str, str]
    unopened: tuple[PackStage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionInPortal:
    """A provider's own question, or another's as it was shared with all, and its answer."""

    question_id: QuestionId
    own: bool
    text: str
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEntered:
    """Who of the provider is said to have offered by telephone, and when the council heard it.

    `owned` is whether the provider says so too; none until it has answered (R-176).
    """

    said_by: str | None
    said_at: datetime
    owned: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOffer:
    """A provider's own offer, as it sent it."""

    offer_id: OfferId
    received_at: datetime
    setting_id: SettingId | None
    earliest_start: date
    price: tuple[PriceLine, ...]
    half_hours: int
    open_until: When
    outcomes: str
    content: OfferContent | None
    siblings: ForSiblings | None
    reason: str | None
    changes_asked: ChangesAsked | None
    differences: tuple[ShownDifference, ...]
    judgement: ShownJudgement | None
    entered: ShownEntered | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """An invitation in the list of the provider that it was sent to.

    `closed` invitations are over, and their packs are no longer shown.
    """

    invitation_id: InvitationId
    tier: Tier
    invited_at: datetime
    deadline: datetime
    standing: ProviderStanding
    opened: bool
    closed: bool
    offer_status: OfferStatus | None
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedWithPack(Invited):
    """The same with the pack, once it was opened and for as long as it may be read.

    `pack_sha256` is the digest of the version that is shown, none while it is withdrawn.
    `to_delete`: a pack of this child is held that is to be deleted and acknowledged so (5.3).
    `confidential_at`: since when it is bound by the confidentiality terms of its contract.
    """

    pack: PublishedPack | Erased | None
    pack_sha256: str | None
    to_delete: bool
    deletion_acknowledged_at: datetime | None
    confidential_at: datetime | None
    questions: tuple[QuestionInPortal, ...] | Erased
    released: ReleasedToProvider | Erased | None
    offer: ShownOffer | Erased | None


class OwnInvitations(Protocol):
    """What one provider may read of its own invitations from one authority."""

    def is_own(
        self, invitation_id: InvitationId, provider_id: ProviderId, authority: GssCode
    ) -> bool:
        """Whether there is such an invitation, and it is this provider's from this authority."""
        ...

    def page(
        self,
        provider_id: ProviderId,
        authority: GssCode,
        now: datetime,
        *,
        after: InvitationId | None,
        limit: int,
    ) -> Sequence[Invited]:
        """The newest first."""
        ...

    def find(
        self,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        authority: GssCode,
        now: datetime,
    ) -> InvitedWithPack | None:
        """None where there is no such invitation, or it is another provider's."""
        ...
