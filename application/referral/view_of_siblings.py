"""The part of a referral's view that tells of each child of a group. Pure."""

from collections.abc import Mapping, Sequence

from application.referral.shown import ShownChild, ShownParting
from application.referral.told import Told
from domain.referral.children import asked_for
from domain.referral.events import (
    ReferralDrafted,
    SearchNarrowed,
    SiblingLeft,
    SiblingMovedIn,
    SiblingSplitApproved,
)


def children(drafted: ReferralDrafted, told: Told) -> Sequence[ShownChild]:
    """Every child that was asked for, by number, and how far the search has come for it."""
    moved = {e.event.child: e.event for e in told if isinstance(e.event, SiblingMovedIn)}
    gone = {e.event.child: e.event.at for e in told if isinstance(e.event, SiblingLeft)}
    left = _left(told)
    partings = _partings(told)
    return [
        ShownChild(
            number=number,
            case_id=case_id,
            placement_id=moved[number].placement_id if number in moved else None,
            moved_in_at=moved[number].at if number in moved else None,
            left_home_at=gone.get(number),
            left_because=left[number].because if number in left else None,
            successor_id=left[number].successor_id if number in left else None,
            may_be_parted=partings.get(number),
        )
        for number, case_id in asked_for(drafted).by_number.items()
    ]


def _left(told: Told) -> Mapping[int, SearchNarrowed]:
    narrowed = (each.event for each in told if isinstance(each.event, SearchNarrowed))
    return {number: event for event in narrowed for number in event.children}


def _partings(told: Told) -> Mapping[int, ShownParting]:
    """The last approval for each child."""
    return {
        parted.child: ShownParting(
            reason=parted.reason, text=parted.text, by=each.event.by, at=each.effective_at
        )
        for each in told
        if isinstance(each.event, SiblingSplitApproved)
        for parted in each.event.parted
    }
