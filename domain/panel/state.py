"""What a panel's meeting must remember: who sits, what was put to it, what it decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.panel import events as came
from domain.panel.events import PanelEvent
from domain.shared.errors import CorruptHistory
from domain.shared.vocabulary import AgendaItemId, Subject


@dataclass(frozen=True)
class Item:
    """A search or a child on the agenda; `met` has the days on which conditions were met."""

    put: came.ItemPut | came.ChildPut
    decided: came.ItemDecided | None = None
    met: Mapping[str, date] = field(default_factory=dict)

    def open_conditions(self) -> tuple[str, ...]:
        asked = self.decided.conditions if self.decided else ()
        return tuple(each.code for each in asked if each.code not in self.met)


Items = Mapping[AgendaItemId, Item]


@dataclass(frozen=True)
class NotConvened:
    """Nobody has called this meeting."""


@dataclass(frozen=True)
class Meeting:
    """Called, whatever has come of it."""

    called: came.MeetingConvened
    items: Items = field(default_factory=dict)


@dataclass(frozen=True)
class Convened(Meeting):
    """Its agenda is open."""


@dataclass(frozen=True)
class Held(Meeting):
    """It met, and decides on what was put to it."""

    on: date = date.min
    present: tuple[Subject, ...] = ()


@dataclass(frozen=True)
class Cancelled(Meeting):
    """It did not meet."""


Panel = NotConvened | Meeting


def evolve(panel: Panel, event: PanelEvent) -> Panel:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match panel, event:
        case NotConvened(), came.MeetingConvened():
            return Convened(event)
        case Convened(called, items), came.ItemPut() | came.ChildPut():
            return Convened(called, {**items, event.item_id: Item(event)})
        case Convened(called, items), came.MeetingHeld():
            return Held(called, items, event.on, event.present)
        case Convened(called, items), came.MeetingCancelled():
            return Cancelled(called, items)
        case Held(items=items), came.ItemDecided():
            decided = replace(items[event.item_id], decided=event)
            return replace(panel, items={**items, event.item_id: decided})
        case Held(items=items), came.PanelConditionMet():
            item = items[event.item_id]
            met = replace(item, met={**item.met, event.condition: event.on})
            return replace(panel, items={**items, event.item_id: met})
        case _:
            raise CorruptHistory(panel, event)
