"""Offers are judged by criteria that were fixed before the first of them came."""

from collections.abc import Sequence
from typing import Any

from domain.referral.commands.evaluation import (
    AssessImpact,
    DeclareRelationship,
    EvaluationCommand,
    JudgeSuitability,
    ModerateScores,
    RecordCriteria,
    ScoreOffer,
    ShortlistOffer,
)
from domain.referral.decisions.offers import open_offer
from domain.referral.events.evaluation import (
    CriteriaRecorded,
    EvaluationEvent,
    ImpactRiskAssessed,
    OfferModerated,
    OfferScored,
    OfferShortlisted,
    RelationshipDeclared,
    SuitabilityJudged,
)
from domain.referral.facts import Facts
from domain.referral.rules.evaluation import (
    criteria_of,
    require_essentials,
    require_findings,
    require_no_ties,
    require_scored_whole,
    require_sound,
)
from domain.referral.rules.standing import own_offer
from domain.referral.rules.words_that_leave import require_gives_nobody_away
from domain.referral.stages import (
    ApprovedForExternalSearch,
    Asked,
    Evaluating,
    Published,
    Referral,
)
from domain.shared.errors import ConflictOfInterest, MissingInformation, NotFound, WrongState
from domain.shared.said import require_said

Judgement = Sequence[EvaluationEvent]


def decide(referral: Referral, command: EvaluationCommand) -> Judgement:
    match referral, command:
        case ApprovedForExternalSearch(facts) | Published(facts), RecordCriteria():
            return record_criteria(facts, command)
        case Asked(facts), DeclareRelationship():
            return declare(facts, command)
        case Evaluating(facts), ScoreOffer():
            return score(facts, command)
        case Evaluating(facts), ModerateScores():
            return moderate(facts, command)
        case Evaluating(facts), JudgeSuitability():
            return judge(facts, command)
        case Evaluating(facts), ShortlistOffer():
            return shortlist(facts, command)
        case Asked(), AssessImpact():
            return assess(referral, command)
        case _, AssessImpact():
            raise NotFound
        case _:
            raise WrongState.of(referral, command)


def record_criteria(facts: Facts, command: RecordCriteria) -> Judgement:
    """What counts is said before anybody can see whom it would favour (R-75)."""
    if facts.offers:
        raise WrongState("An offer has come: what it is judged by is no longer changed.")
    require_sound(command.criteria)
    return [CriteriaRecorded(**dict(command))]


def declare(facts: Facts, command: DeclareRelationship) -> Judgement:
    if command.provider_id not in facts.invitations:
        raise NotFound
    require_said(nature=command.nature)
    return [RelationshipDeclared(**dict(command))]


def score(facts: Facts, command: ScoreOffer) -> Judgement:
    held, criteria = open_offer(facts, command.offer_id), criteria_of(facts.judging)
    require_no_ties(facts.judging, command.by)
    require_gives_nobody_away(command.would_tell)
    require_findings(criteria, (each.essential for each in command.findings))
    require_scored_whole(criteria, command.scores)
    return [OfferScored(**_kept(command), provider_id=held.provider_id)]


def moderate(facts: Facts, command: ModerateScores) -> Judgement:
    """Bring the scores together, by somebody who gave none of them (1-011)."""
    held, criteria = open_offer(facts, command.offer_id), criteria_of(facts.judging)
    sheets = facts.judging.of(command.offer_id).sheets
    require_no_ties(facts.judging, command.by)
    require_gives_nobody_away(command.would_tell)
    if command.by in sheets:
        raise ConflictOfInterest("Who scored an offer does not moderate its scores.")
    if len(sheets) < criteria.scorers:
        raise MissingInformation(["scores"])
    require_scored_whole(criteria, command.scores)
    return [OfferModerated(**_kept(command), provider_id=held.provider_id)]


def judge(facts: Facts, command: JudgeSuitability) -> Judgement:
    held = open_offer(facts, command.offer_id)
    require_no_ties(facts.judging, command.by)
    require_said(reason=command.reason)
    require_gives_nobody_away(command.would_tell)
    if command.suitable:
        require_essentials(facts.judging, command.offer_id)
    return [SuitabilityJudged(**_kept(command), provider_id=held.provider_id)]


def _kept(command: ScoreOffer | ModerateScores | JudgeSuitability) -> dict[str, Any]:
    return {name: said for name, said in command if name != "would_tell"}


def shortlist(facts: Facts, command: ShortlistOffer) -> Judgement:
    """Without criteria nothing is scored, and a shared home is still to be weighed (R-75)."""
    held = open_offer(facts, command.offer_id)
    require_no_ties(facts.judging, command.by)
    if facts.judging.criteria is not None and not facts.judging.of(command.offer_id).sheets:
        raise MissingInformation(["scores"])
    require_essentials(facts.judging, command.offer_id)
    return [OfferShortlisted(**dict(command), provider_id=held.provider_id)]


def assess(asked: Asked, command: AssessImpact) -> Judgement:
    """A fact of the home's own manager: recorded at every stage, and only if it is whole."""
    held = own_offer(asked, command.provider_id)
    require_said(
        on_child=command.on_child, on_residents=command.on_residents, strengths=command.strengths
    )
    return [ImpactRiskAssessed(**dict(command), offer_id=held.offer.offer_id)]
