"""What is remembered of a referral whatever stage it has reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from domain.referral.approvals import Approvals
from domain.referral.children import Children
from domain.referral.codes import Scope
from domain.referral.copies import Copy, CopyId
from domain.referral.field_matrix import PackStage
from domain.referral.invitation import Invitation
from domain.referral.judging import Judging
from domain.referral.living import Living
from domain.referral.offer import HeldOffer
from domain.referral.questions import Question
from domain.referral.sections import RequestDetails, SectionName
from domain.referral.triage import QuestionId, RequestChange
from domain.shared.personal import Erased
from domain.shared.terms import Tier
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import OfferId, PlacementId, ProviderId, Subject


@dataclass(frozen=True)
class ToldAlone:
    """A pack that is shown to one provider alone, and whether that one has opened it."""

    sha256: str
    opened: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The request, who took which step, and every invitation and offer.

    `questions` are those asked of the referrer, and whether they have been answered.
    """

    scope: Scope
    tier: Tier
    emergency: bool
    needed_from: date
    drafted_by: Subject
    called: RequestChange | None = None
    """How fast it was to be before it was called an emergency; none where it never was."""
    children: Children = field(default_factory=Children)
    submitted_by: Subject | None = None
    bespoke_24_7: bool = False
    lot: str | None = None
    in_education: bool = False
    request: RequestDetails = field(default_factory=RequestDetails)
    sections: Mapping[SectionName, str | Erased] = field(default_factory=dict)
    questions: Mapping[QuestionId, bool] = field(default_factory=dict)
    invitations: Mapping[ProviderId, Invitation] = field(default_factory=dict)
    offers: Mapping[OfferId, HeldOffer] = field(default_factory=dict)
    copies: Mapping[CopyId, Copy] = field(default_factory=dict)
    pack: str | None = None
    """The digest of the published pack that may be opened; none while there is none."""
    minimum: str | None = None
    """The digest of the emergency minimum pack that is shown beside it."""
    minimum_released: bool = False
    openers: Mapping[str, tuple[ProviderId, ...]] = field(default_factory=dict)
    """Who opened which version, by its digest."""
    withdrawn_packs: frozenset[str] = frozenset()
    alone: Mapping[tuple[ProviderId, PackStage], ToldAlone] = field(default_factory=dict)
    """What one provider alone is shown, of each stage."""
    supplied: Mapping[ProviderId, frozenset[SectionName]] = field(default_factory=dict)
    invitation_questions: Mapping[QuestionId, Question] = field(default_factory=dict)
    judging: Judging = field(default_factory=Judging)
    words: Mapping[OfferId, VerbalAuthority] = field(default_factory=dict)
    living: Living = ()
    """Who moved in by an offer that was let go since, and the money of their home (R-106)."""
    housed: frozenset[tuple[int, PlacementId]] = frozenset()
    """Which child who is looked for lives where since, by a start that came from no search."""
    elsewhere: frozenset[int] = frozenset()
    """Who of them lives, since the choice was made, in another home than the one chosen."""
    approvals: Approvals = ()
    """Who let it go further, in person or by word of mouth (R-104)."""
    paused_until: date | None = None
    """The day on which a _paused search goes on by itself; none while it is not _paused."""

    def told_alone(self, provider_id: ProviderId) -> Mapping[PackStage, ToldAlone]:
        return {stage: told for (who, stage), told in self.alone.items() if who == provider_id}

    def with_invitation(self, invitation: Invitation) -> Self:
        """One provider's invitation as it stands now."""
        return replace(self, invitations={**self.invitations, invitation.provider_id: invitation})
