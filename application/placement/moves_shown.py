"""Moves to other homes of the provider, as they were approved and as they happened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.placement import PlacementEvent
from domain.placement.events import SettingChangeApproved, SettingChanged
from domain.shared.breaches import Breach
from domain.shared.envelope import Recorded
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import SettingId


@dataclass(frozen=True, kw_only=True)
class ShownMoveApproval:
    """To which home the child may move, from which day on, at whose request and why."""

    setting_id: SettingId
    since: date
    asked_by: str | Erased | None
    asked_on: When
    reason: str | Erased | None
    childs_views: str | Erased | None
    by: str


@dataclass(frozen=True, kw_only=True)
class ShownMove:
    """Into which home the provider moved the child, and what that broke."""

    event_id: UUID
    was: SettingId
    setting_id: SettingId
    at: When
    breaches: tuple[Breach, ...]


@dataclass(frozen=True, kw_only=True)
class ShownMoves:
    approved: tuple[ShownMoveApproval, ...]
    made: tuple[ShownMove, ...]


def moves_shown(known: Sequence[Recorded[PlacementEvent]]) -> ShownMoves:
    approved, made = [], []
    for recorded in known:
        match recorded.event:
            case SettingChangeApproved() as said:
                approved.append(
                    ShownMoveApproval(
                        setting_id=said.to.setting_id,
                        since=said.from_,
                        asked_by=said.asked_by,
                        asked_on=said.asked_on,
                        reason=said.reason,
                        childs_views=said.childs_views,
                        by=said.by,
                    )
                )
            case SettingChanged() as moved:
                made.append(
                    ShownMove(
                        event_id=recorded.event_id,
                        was=moved.was,
                        setting_id=moved.to.setting_id,
                        at=moved.at,
                        breaches=moved.breaches,
                    )
                )
            case _:
                pass
    return ShownMoves(approved=tuple(approved), made=tuple(made))


def without_words(shown: ShownMoves) -> ShownMoves:
    silent = (
        replace(each, asked_by=None, reason=None, childs_views=None) for each in shown.approved
    )
    return replace(shown, approved=tuple(silent))
