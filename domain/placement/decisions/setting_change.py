"""A provider moves a child to another of its homes: approved beforehand, and as it happened."""

from collections.abc import Sequence
from functools import partial

from domain.placement.commands.setting_change import (
    ApproveSettingChange,
    RecordSettingChange,
    SettingChangeCommand,
)
from domain.placement.events.setting_change import (
    SettingChangeApproved,
    SettingChanged,
    SettingChangeEvent,
)
from domain.placement.moves_made import home_at, homes
from domain.placement.rules.entry import require_on_register
from domain.placement.rules.setting_change import (
    is_allowed,
    move_gates,
    require_asked_by_another,
    require_move_approved,
    require_said,
    require_within_provider,
)
from domain.placement.rules.start import require_not_before, require_weighed
from domain.placement.state import Current
from domain.shared.breaches import Gate, broken, require
from domain.shared.moments import london_day


def decide(placement: Current, command: SettingChangeCommand) -> Sequence[SettingChangeEvent]:
    if isinstance(command, ApproveSettingChange):
        return approve(placement, command)
    return record(placement, command)


def approve(placement: Current, command: ApproveSettingChange) -> Sequence[SettingChangeEvent]:
    """A decision: every gate is asked for the new home, on the day from which it is allowed."""
    require_within_provider(placement, command, home_at(placement, command.from_))
    require_not_before(homes(placement)[-1][1], command.from_)
    require_asked_by_another(command)
    require_said(command)
    require_on_register(command)
    require(move_gates(placement.particulars, command, command.from_))
    return [
        SettingChangeApproved(
            to=command.to,
            from_=command.from_,
            asked_by=command.asked_by,
            asked_on=command.asked_on,
            reason=command.reason,
            childs_views=command.childs_views,
            iro_informed=command.iro_informed,
            residents_weighed=command.residents_weighed,
            key_stage_4=command.key_stage_4,
            by=command.by,
        )
    ]


def record(placement: Current, command: RecordSettingChange) -> Sequence[SettingChangeEvent]:
    """A fact, with what it broke: that nobody had approved it, and every gate that was shut."""
    was = home_at(placement, command.at)
    require_within_provider(placement, command, was)
    require_not_before(placement.started_at, command.at)
    particulars, day = placement.particulars, london_day(command.at)
    allowed = particulars.allowed_move
    weighed = not command.lived_in or is_allowed(allowed, command, day)
    gates: list[Gate] = [
        partial(require_move_approved, allowed, command, day),
        partial(require_weighed, impact_acceptable=weighed),
        *move_gates(particulars, command, day),
    ]
    return [
        SettingChanged(
            was=was,
            to=command.to,
            at=command.at,
            same_area=command.same_area,
            approval_needed=command.approval_needed,
            by=command.by,
            breaches=broken(gates),
        )
    ]
