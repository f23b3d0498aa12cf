"""How one offer was judged, without who judged it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.referral.criteria import Score, weighted
from domain.referral.events import ReferralEvent
from domain.referral.events.evaluation import (
    CriteriaRecorded,
    OfferModerated,
    OfferScored,
    SuitabilityJudged,
)
from domain.shared.personal import Erased
from domain.shared.vocabulary import OfferId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownJudgement:
    """The scores that count, once they do. `weighted` is at most 500."""

    scores: tuple[Score, ...]
    weighted: int | None
    suitable: bool | None
    because: str | Erased | None


def judgement_of(history: Sequence[ReferralEvent], offer_id: OfferId) -> ShownJudgement | None:
    """The last word on an offer; none if nobody judged it."""
    scored = [e for e in history if isinstance(e, OfferScored) and e.offer_id == offer_id]
    moderated = [e for e in history if isinstance(e, OfferModerated) and e.offer_id == offer_id]
    called = [e for e in history if isinstance(e, SuitabilityJudged) and e.offer_id == offer_id]
    if not scored and not called:
        return None
    criteria = next(
        (e.criteria for e in reversed(history) if isinstance(e, CriteriaRecorded)), None
    )
    counting = moderated[-1:] or (scored if len({e.by for e in scored}) == 1 else [])
    scores = counting[-1].scores if counting else ()
    return ShownJudgement(
        scores=scores,
        weighted=weighted(criteria, scores) if criteria and scores else None,
        suitable=called[-1].suitable if called else None,
        because=called[-1].reason if called else None,
    )
