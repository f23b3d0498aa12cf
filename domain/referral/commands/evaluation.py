"""What can be asked while offers are judged."""

from pydantic import AwareDatetime

from domain.referral.criteria import Criteria, Finding, Score
from domain.shared.messages import Command
from domain.shared.vocabulary import OfferId, ProviderId, Subject


class RecordCriteria(Command):
    """Say what offers will be judged by, while none has come."""

    criteria: Criteria
    by: Subject


class DeclareRelationship(Command):
    """Say that one has ties to an invited provider."""

    provider_id: ProviderId
    nature: str
    by: Subject


class ScoreOffer(Command):
    offer_id: OfferId
    findings: tuple[Finding, ...]
    scores: tuple[Score, ...]
    by: Subject
    would_tell: tuple[str, ...] = ()


class ModerateScores(Command):
    """Bring the scores of an offer together; `by` scored none of it."""

    offer_id: OfferId
    scores: tuple[Score, ...]
    by: Subject
    would_tell: tuple[str, ...] = ()


class JudgeSuitability(Command):
    """`would_tell` names the texts by which the provider could recognise the child (5.4)."""

    offer_id: OfferId
    suitable: bool
    reason: str
    by: Subject
    would_tell: tuple[str, ...] = ()


class ShortlistOffer(Command):
    offer_id: OfferId
    by: Subject


class AssessImpact(Command):
    """Weigh the child against who lives in a shared home, in both directions."""

    provider_id: ProviderId
    on_child: str
    on_residents: str
    strengths: str
    acceptable: bool
    at: AwareDatetime
    by: Subject


EvaluationCommand = (
    RecordCriteria
    | DeclareRelationship
    | ScoreOffer
    | ModerateScores
    | JudgeSuitability
    | ShortlistOffer
    | AssessImpact
)
