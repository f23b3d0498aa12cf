"""How the approvals of one placement stand, read from its own events. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.placement import PlacementEvent
from domain.placement.approving import ApprovalKind, Considered, Matter, Standing
from domain.placement.events import (
    ApprovalGranted,
    ApprovalRefused,
    ApprovalRequested,
    ApprovalRequestWithdrawn,
    MattersConsidered,
    PlacementProposed,
    PlacementStarted,
    SettingChanged,
)
from domain.shared.envelope import Recorded
from domain.shared.geography import ApprovalNeeded
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject

Step = ApprovalRequested | ApprovalGranted | ApprovalRefused


@dataclass(frozen=True, kw_only=True)
class ShownApproval:
    """One approval: who asked, who decided in which role and when, what is outstanding.

    `by_telephone` is when the officer said so, where somebody else wrote it down.
    """

    kind: ApprovalKind
    standing: Standing
    asked_by: Subject
    asked_because: str | Erased | None
    decided_by: Subject | None = None
    role: str | None = None
    decided_at: datetime | None = None
    by_telephone: datetime | None = None
    outstanding: tuple[Matter, ...] = ()
    refused_because: str | Erased | None = None


@dataclass(frozen=True, kw_only=True)
class ShownApprovals:
    """Whose approval the home needs for where it lies, how each stands, and what was seen to.

    Of each matter the last word is shown: earlier ones are in the log.
    """

    needed: ApprovalNeeded | None
    approvals: tuple[ShownApproval, ...]
    considered: tuple[Considered, ...]


def approvals_shown(known: Sequence[Recorded[PlacementEvent]]) -> ShownApprovals:
    shown: dict[ApprovalKind, ShownApproval] = {}
    considered: dict[Matter, Considered] = {}
    needed: ApprovalNeeded | None = None
    for recorded in known:
        match recorded.event:
            case PlacementProposed(approval_needed=found) | PlacementStarted(approval_needed=found):
                needed = found
            case SettingChanged(approval_needed=found):
                needed = found
            case MattersConsidered(matters=matters):
                considered |= {each.matter: each for each in matters}
            case (ApprovalRequested() | ApprovalGranted() | ApprovalRefused()) as step:
                shown[step.kind] = _after(shown.get(step.kind), step, recorded.recorded_at)
            case ApprovalRequestWithdrawn(kind=kind):
                _as_before(shown, kind)
            case _:
                pass
    return ShownApprovals(
        needed=needed, approvals=tuple(shown.values()), considered=tuple(considered.values())
    )


def _as_before(shown: dict[ApprovalKind, ShownApproval], kind: ApprovalKind) -> None:
    """Not asked for; where it had been refused before, refused still."""
    held = shown.pop(kind, None)
    if held is not None and held.refused_because is not None:
        shown[kind] = replace(held, standing=Standing.REFUSED)


def _after(held: ShownApproval | None, step: Step, at: datetime) -> ShownApproval:
    match step:
        case ApprovalRequested():
            refused = held.refused_because if held else None
            return replace(_asked(step), refused_because=refused)
        case ApprovalGranted():
            return replace(
                held or _asked(step),
                standing=Standing.IN_EMERGENCY if step.emergency else Standing.GIVEN,
                decided_by=step.by,
                role=step.role,
                decided_at=at,
                by_telephone=step.word.given_at if step.word else None,
                outstanding=step.outstanding,
            )
        case ApprovalRefused():
            return replace(
                held or _asked(step),
                standing=Standing.REFUSED,
                decided_by=step.by,
                role=step.role,
                decided_at=at,
                refused_because=step.because,
            )


def _asked(step: Step) -> ShownApproval:
    because = step.because if isinstance(step, ApprovalRequested) else None
    return ShownApproval(
        kind=step.kind, standing=Standing.ASKED, asked_by=step.by, asked_because=because
    )


def without_words(shown: ShownApprovals) -> ShownApprovals:
    """Who approved what and when, and no word about the child."""
    bare = tuple(
        replace(each, asked_because=None, refused_because=None) for each in shown.approvals
    )
    return replace(shown, approvals=bare, considered=())
