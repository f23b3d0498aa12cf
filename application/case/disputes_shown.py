"""Disputes of the officer who reviews one child, on a day. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from application.case.record import ChildRecord
from application.case.reviews_shown import known_by
from application.case.word import Word, word_of
from domain.case.events import IRODisputeEscalated, IRODisputeRaised, IRODisputeResolved
from domain.case.review import DisputeTier
from domain.shared.moments import When
from domain.shared.personal import Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDispute:
    """A dispute; `tiers` are all that it was put to, in order, and `word` the last on it."""

    dispute_id: UUID
    about: str
    words: str | Erased | None
    raised_on: When
    tiers: tuple[DisputeTier, ...]
    resolved_on: When | None = None
    outcome: str | None = None
    word: Word


def disputes_shown(record: ChildRecord) -> Iterable[ShownDispute]:
    found: dict[UUID, ShownDispute] = {}
    for recorded in known_by(record.case, record.day):
        match recorded.event:
            case IRODisputeRaised() as told:
                found[told.dispute_id] = ShownDispute(
                    dispute_id=told.dispute_id,
                    about=told.about,
                    words=told.words,
                    raised_on=told.on,
                    tiers=(told.tier,),
                    word=word_of(recorded),
                )
            case IRODisputeEscalated(dispute_id=key, tier=tier) if key in found:
                tiers = (*found[key].tiers, tier)
                found[key] = replace(found[key], tiers=tiers, word=word_of(recorded))
            case IRODisputeResolved(dispute_id=key, on=on, outcome=outcome) if key in found:
                over = replace(found[key], resolved_on=on, outcome=outcome)
                found[key] = replace(over, word=word_of(recorded))
    return found.values()
