"""Judging the offers of a search, and a home's manager weighing the child both ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.referral.invited import referral_of
from application.referral.ports import Invitations
from application.referral.request import RequestHandlers
from application.referral.words_that_leave import WordsThatLeave
from application.shared.ports import Occasion, Receipt
from domain.referral.codes import InvitationId
from domain.referral.commands.evaluation import (
    AssessImpact,
    DeclareRelationship,
    JudgeSuitability,
    ModerateScores,
    RecordCriteria,
    ScoreOffer,
    ShortlistOffer,
)
from domain.referral.criteria import Criteria, Finding, Score
from domain.shared.personal import legible
from domain.shared.vocabulary import OfferId, ProviderId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What the child would mean for those who live there, and they for the child."""

    on_child: str
    on_residents: str
    strengths: str
    acceptable: bool


@dataclass(frozen=True)
class EvaluationHandlers:
    requests: RequestHandlers
    invitations: Invitations
    words: WordsThatLeave

    def record_criteria(
        self, occasion: Occasion, referral_id: UUID, criteria: Criteria, expecting: int
    ) -> Receipt:
        command = RecordCriteria(criteria=criteria, by=_who(occasion))
        return self.requests.do(occasion, referral_id, command, expecting)

    def declare(
        self, occasion: Occasion, referral_id: UUID, provider_id: ProviderId, nature: str
    ) -> Receipt:
        command = DeclareRelationship(provider_id=provider_id, nature=nature, by=_who(occasion))
        return self.requests.do(occasion, referral_id, command)

    def score(
        self,
        occasion: Occasion,
        referral_id: UUID,
        offer_id: OfferId,
        findings: tuple[Finding, ...],
        scores: tuple[Score, ...],
    ) -> Receipt:
        command = ScoreOffer(
            offer_id=offer_id,
            findings=findings,
            scores=scores,
            by=_who(occasion),
            would_tell=self._would_tell(referral_id, scores),
        )
        return self.requests.do(occasion, referral_id, command)

    def moderate(
        self, occasion: Occasion, referral_id: UUID, offer_id: OfferId, scores: tuple[Score, ...]
    ) -> Receipt:
        command = ModerateScores(
            offer_id=offer_id,
            scores=scores,
            by=_who(occasion),
            would_tell=self._would_tell(referral_id, scores),
        )
        return self.requests.do(occasion, referral_id, command)

    def judge(
        self,
        occasion: Occasion,
        referral_id: UUID,
        offer_id: OfferId,
        reason: str,
        *,
        suitable: bool,
    ) -> Receipt:
        command = JudgeSuitability(
            offer_id=offer_id,
            suitable=suitable,
            reason=reason,
            by=_who(occasion),
            would_tell=self.words.gives_away(referral_id, {"reason": reason}),
        )
        return self.requests.do(occasion, referral_id, command)

    def _would_tell(self, referral_id: UUID, scores: Sequence[Score]) -> tuple[str, ...]:
        """Reasons for scores that the provider would learn after the decision (5.4)."""
        texts = {f"scores.{each.criterion.value}": legible(each.reason) for each in scores}
        return self.words.gives_away(referral_id, texts)

    def shortlist(self, occasion: Occasion, referral_id: UUID, offer_id: OfferId) -> Receipt:
        command = ShortlistOffer(offer_id=offer_id, by=_who(occasion))
        return self.requests.do(occasion, referral_id, command)

    def assess_impact(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        impact: Impact,
    ) -> Receipt:
        """The word of the manager of a shared home, both ways (7.3)."""
        referral_id = referral_of(self.invitations, invitation_id, provider_id)
        command = AssessImpact(
            provider_id=provider_id,
            on_child=impact.on_child,
            on_residents=impact.on_residents,
            strengths=impact.strengths,
            acceptable=impact.acceptable,
            at=occasion.now,
            by=_who(occasion),
        )
        return self.requests.do(occasion, referral_id, command)


def _who(occasion: Occasion) -> Subject:
    return Subject(occasion.actor.subject)
