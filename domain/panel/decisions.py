"""The steps of a panel's meeting. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.panel import commands as ask
from domain.panel import events as came
from domain.panel.commands import PanelCommand
from domain.panel.events import PanelEvent
from domain.panel.rules import (
    not_on_agenda,
    require_decision,
    require_from_meeting_on,
    require_item,
    require_open,
    require_other_than_who_put_it,
    require_put_once,
    require_quorum,
    require_residential,
    require_seats,
    require_step_down,
    require_undecided,
)
from domain.panel.state import Convened, Held, NotConvened, Panel
from domain.shared.errors import WrongState


def decide(panel: Panel, command: PanelCommand) -> Sequence[PanelEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match panel, command:
        case NotConvened(), ask.ConveneMeeting():
            require_seats(command.seats)
            return [came.MeetingConvened(**dict(command))]
        case Convened(), ask.PutItem():
            require_put_once(panel, command.referral_id)
            return [came.ItemPut(**dict(command))]
        case Convened(), ask.PutChildren():
            return put_children(panel, command)
        case Convened(), ask.HoldMeeting():
            require_quorum(panel, command.present)
            return [came.MeetingHeld(**dict(command))]
        case Convened(), ask.CancelMeeting():
            return [came.MeetingCancelled(**dict(command))]
        case Held(), ask.DecideItem():
            return decide_item(panel, command)
        case Held(), ask.MeetPanelCondition():
            require_open(require_item(panel, command.item_id), command.condition)
            require_from_meeting_on(panel, command.on)
            return [came.PanelConditionMet(**dict(command))]
        case _:
            raise WrongState.of(panel, command)


def put_children(panel: Convened, command: ask.PutChildren) -> Sequence[PanelEvent]:
    require_residential(panel)
    return [
        came.ChildPut(item_id=item, case_id=child, placement_id=placement, by=command.by)
        for item, child, placement in not_on_agenda(panel, command.children)
    ]


def decide_item(panel: Held, command: ask.DecideItem) -> Sequence[PanelEvent]:
    """One decision on each item; what is deferred is put to another meeting."""
    item = require_item(panel, command.item_id)
    require_undecided(item)
    require_other_than_who_put_it(item, command.by)
    require_step_down(item, command)
    require_decision(command)
    return [came.ItemDecided(**dict(command))]
