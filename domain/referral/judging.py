"""What is remembered of how offers were judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.referral.criteria import Criteria, Essential, Finding, Score
from domain.referral.events.award import Rung
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
from domain.shared.vocabulary import OfferId, Subject


@dataclass(frozen=True)
class Sheet:
    """What one person found of one offer."""

    findings: tuple[Finding, ...]
    scores: tuple[Score, ...]


@dataclass(frozen=True)
class Judged:
    """One offer: what each scorer found, what moderation made of it, and what followed.

    `impact` is whether the home's manager called it acceptable; none before it was weighed.
    """

    sheets: Mapping[Subject, Sheet] = field(default_factory=dict)
    moderated: tuple[Score, ...] | None = None
    suitable: bool | None = None
    shortlisted: bool = False
    impact: bool | None = None

    @property
    def failed(self) -> frozenset[Essential]:
        """The essentials that any scorer found not to be met."""
        found = (each for sheet in self.sheets.values() for each in sheet.findings)
        return frozenset(each.essential for each in found if not each.met)

    @property
    def settled(self) -> tuple[Score, ...] | None:
        """The scores that count: as moderated, or those of a single scorer."""
        if self.moderated is not None or len(self.sheets) != 1:
            return self.moderated
        return next(iter(self.sheets.values())).scores


@dataclass(frozen=True)
class Judging:
    """How the offers of one search are judged, and who may not take part.

    `rung` is what was last to be tried because none of them would do, and `rung_tried` whether
    the search has gone to more providers since.
    """

    criteria: Criteria | None = None
    tied: frozenset[Subject] = frozenset()
    offers: Mapping[OfferId, Judged] = field(default_factory=dict)
    rung: Rung | None = None
    rung_tried: bool = False

    def of(self, offer_id: OfferId) -> Judged:
        return self.offers.get(offer_id, Judged())


def judged(judging: Judging, event: EvaluationEvent) -> Judging:
    match event:
        case CriteriaRecorded(criteria=criteria):
            return replace(judging, criteria=criteria)
        case RelationshipDeclared(by=by):
            return replace(judging, tied=judging.tied | {by})
        case _:
            now = _after(judging.of(event.offer_id), event)
            return replace(judging, offers={**judging.offers, event.offer_id: now})


def changed(judging: Judging, offer_id: OfferId) -> Judging:
    """An offer that reads differently is judged anew; how its home was weighed stands (R-75)."""
    if offer_id not in judging.offers:
        return judging
    afresh = Judged(impact=judging.of(offer_id).impact)
    return replace(judging, offers={**judging.offers, offer_id: afresh})


def _after(
    before: Judged,
    event: OfferScored | OfferModerated | SuitabilityJudged | OfferShortlisted | ImpactRiskAssessed,
) -> Judged:
    match event:
        case OfferScored(findings=findings, scores=scores, by=by):
            # What was brought together before this was said no longer speaks for all.
            sheets = {**before.sheets, by: Sheet(findings, scores)}
            return replace(before, sheets=sheets, moderated=None, suitable=None)
        case OfferModerated(scores=scores):
            return replace(before, moderated=scores)
        case SuitabilityJudged(suitable=suitable):
            return replace(before, suitable=suitable)
        case OfferShortlisted():
            return replace(before, shortlisted=True)
        case ImpactRiskAssessed(acceptable=acceptable):
            return replace(before, impact=acceptable)
