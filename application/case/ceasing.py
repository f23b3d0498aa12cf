"""Whether the council may stop looking after a child: what was asked, and what came of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from domain.case.ceasing import CeasingStanding
from domain.case.codes import CeasingReason
from domain.case.events.care import CeasedLookedAfter
from domain.case.events.ceasing import CeasingApproved, CeasingRefused, CeasingRequested
from domain.shared.envelope import Recorded
from domain.shared.moments import When, london_day
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCeasing:
    """From when the council would stop and why; how the arrangements were assessed."""

    standing: CeasingStanding
    on: date
    reason: CeasingReason
    because: str | Erased
    assessed_on: When | None
    assessment: str | Erased | None
    asked_by: Subject
    decided_by: Subject | None = None
    role: str | None = None
    decided_at: datetime | None = None
    refused_because: str | Erased | None = None


def ceasing_shown(facts: Sequence[Recorded[Any]], day: date) -> ShownCeasing | None:
    """What was asked last by a day; nothing once the child has ceased to be looked after."""
    shown: ShownCeasing | None = None
    for recorded in facts:
        if london_day(recorded.effective_at) <= day:
            shown = _after(shown, recorded)
    return shown


def _after(shown: ShownCeasing | None, recorded: Recorded[Any]) -> ShownCeasing | None:
    match recorded.event:
        case CeasedLookedAfter():
            return None
        case CeasingRequested() as asked:
            told = asked.model_dump(exclude={"by", "because", "assessment"})
            return ShownCeasing(
                **told,
                because=asked.because,
                assessment=asked.assessment,
                standing=CeasingStanding.ASKED,
                asked_by=asked.by,
            )
        case (CeasingApproved() | CeasingRefused()) as answer if shown is not None:
            approved = isinstance(answer, CeasingApproved)
            return replace(
                shown,
                standing=CeasingStanding.APPROVED if approved else CeasingStanding.REFUSED,
                decided_by=answer.by,
                role=answer.role,
                decided_at=recorded.recorded_at,
                refused_because=None if isinstance(answer, CeasingApproved) else answer.because,
            )
        case _:
            return shown
