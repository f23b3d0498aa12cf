"""How a placement remembers its home: a move, another lot, a search, and what is owed for it."""

from dataclasses import replace

from domain.placement.approving import Approvals
from domain.placement.events import (
    JoinedToSearch,
    MovePlanAsked,
    MovePlanMade,
    Recategorised,
    RiskReviewAsked,
    RiskReviewHeld,
    SettingChangeApproved,
    SettingChanged,
)
from domain.placement.new_home import AllowedMove, Moved
from domain.placement.state import Particulars
from domain.placement.variations_remembered import lapsed
from domain.shared.moments import before

Owing = RiskReviewAsked | RiskReviewHeld | MovePlanAsked | MovePlanMade
"""What is asked for of a child's home, and what answers it."""

HomeWord = SettingChangeApproved | SettingChanged | Recategorised | JoinedToSearch | Owing
"""What changes where the child lives, or on which footing."""


def home_after(particulars: Particulars, event: HomeWord) -> Particulars:
    match event:
        case JoinedToSearch():
            return _joined(particulars, event)
        case SettingChangeApproved() | SettingChanged():
            return _moved(particulars, event)
        case Recategorised():
            return _recategorised(particulars, event)
        case _:
            return _owed(particulars, event)


def _joined(particulars: Particulars, event: JoinedToSearch) -> Particulars:
    joined = {name: getattr(event, name) for name in ("referral_id", "offer_id", "lot")}
    return replace(particulars, arrangement=particulars.arrangement.model_copy(update=joined))


def _moved(particulars: Particulars, event: SettingChangeApproved | SettingChanged) -> Particulars:
    """What was approved of where the home before lies is forgotten elsewhere, as is one allowed.

    One of before another that is on record changes nothing of where the child lives now.
    """
    if isinstance(event, SettingChangeApproved):
        return replace(particulars, allowed_move=AllowedMove(event.to.setting_id, event.from_))
    to = dict(event.to)
    moved = Moved(event.to.setting_id, event.at, event.was)
    if any(before(event.at, each.at) for each in particulars.moves):
        return replace(particulars, moves=(*particulars.moves, moved))
    return replace(
        particulars,
        arrangement=particulars.arrangement.model_copy(update=to),
        approvals=particulars.approvals if event.same_area else Approvals(),
        allowed_move=None,
        moves=(*particulars.moves, moved),
    )


def _owed(particulars: Particulars, event: Owing) -> Particulars:
    if isinstance(event, RiskReviewAsked | RiskReviewHeld):
        return replace(particulars, risk_review_owed=isinstance(event, RiskReviewAsked))
    return replace(particulars, move_plan_owed=isinstance(event, MovePlanAsked))


def _recategorised(particulars: Particulars, event: Recategorised) -> Particulars:
    """In another lot, and without an agreement until the next is made, as after an emergency."""
    made = particulars.agreement is not None
    return replace(
        particulars,
        arrangement=particulars.arrangement.model_copy(update={"lot": event.lot}),
        agreement=None,
        agreement_version=particulars.agreement_version + made,
        agreement_since=event.on,
        versions=(),
        variations=lapsed(particulars.variations),
    )
