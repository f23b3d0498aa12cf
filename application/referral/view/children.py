"""Each child of a search, and how far the search has come for it. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from application.referral.told import Told
from application.referral.view.text import Text
from domain.referral.approvals import numbered
from domain.referral.children import asked_for
from domain.referral.codes import (
    Code,
)
from domain.referral.events.request import ReferralDrafted
from domain.referral.events.siblings import (
    LeftBecause,
    SearchNarrowed,
    SiblingLeft,
    SiblingMovedIn,
    SiblingSplitApproved,
)
from domain.referral.events.spoken import SpokenApprovalDenied
from domain.shared.moments import When
from domain.shared.vocabulary import (
    CaseId,
    PlacementId,
    ReferralId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParting:
    """A manager's word that a child may live apart from the others."""

    reason: Code
    text: Text
    by: Subject
    at: When


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChild:
    """One child of the search, by number. `left_because` says why it is not sought here now.

    Of siblings `placement_id` and `moved_in_at` are given once the child lives there; the
    search for who was parted goes on in `successor_id`.
    """

    number: int
    case_id: CaseId
    placement_id: PlacementId | None
    moved_in_at: When | None
    left_home_at: When | None
    left_because: LeftBecause | None
    successor_id: ReferralId | None
    may_be_parted: ShownParting | None


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
    """The last approval for each child that was not denied."""
    denied = _denied(told)
    return {
        parted.child: ShownParting(
            reason=parted.reason, text=parted.text, by=each.event.by, at=each.effective_at
        )
        for each in told
        if isinstance(each.event, SiblingSplitApproved) and _word(each.event) not in denied
        for parted in each.event.parted
    }


def _denied(told: Told) -> Collection[tuple[Subject, datetime]]:
    """The words on the telephone that let children part, and that their officers denied."""
    numbers = {e.event.number for e in told if isinstance(e.event, SpokenApprovalDenied)}
    return {
        word
        for recorded, approval in numbered(told)
        if isinstance(recorded.event, SiblingSplitApproved) and approval.number in numbers
        if (word := _word(recorded.event)) is not None
    }


def _word(event: SiblingSplitApproved) -> tuple[Subject, datetime] | None:
    return (event.by, event.spoken.at) if event.spoken else None
