"""Which search it is, for whom, and how it stands. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.told import Told
from application.referral.view.children import ShownChild, children
from application.referral.view.pause import ShownPause, pause
from application.referral.view.separation import ShownSeparation, separation
from application.shared.ports import History
from domain.referral.chronology import StageName, stages
from domain.referral.events import ReferralEvent
from domain.referral.events.request import ReferralDrafted
from domain.shared.errors import NotFound
from domain.shared.moments import When
from domain.shared.vocabulary import CaseId, ReferralId


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A search on one day, going by the log up to `position`. `version` is its stream's.

    `case_id` is the first of `children`.
    """

    referral_id: UUID
    case_id: CaseId
    children: Sequence[ShownChild]
    separated: ShownSeparation | None
    successor_of: ReferralId | None
    as_at: date
    position: int
    version: int
    stage: StageName
    stage_since: When
    pause: ShownPause | None


def standing(
    drafted: ReferralDrafted, history: History[ReferralEvent], told: Told, day: date, position: int
) -> Standing:
    """How it stood; `NotFound` where it had not come to any stage by then."""
    held = [stage for stage in stages(history.events) if stage.covers(day)]
    if not held:
        raise NotFound
    return Standing(
        referral_id=drafted.referral_id,
        case_id=drafted.case_id,
        children=children(drafted, told),
        separated=separation(told),
        successor_of=drafted.successor_of,
        as_at=day,
        position=max(position, history.events[-1].position),
        version=history.version,
        stage=held[-1].stage,
        stage_since=held[-1].since,
        pause=pause(told),
    )
