"""What a panel obeys, one function for each rule.

Source: docs/domain/07, 7.4; docs/domain/05, 5.1 and 5.2; seed row 3-027; R-35, R-113.
"""

from collections.abc import Sequence
from datetime import date

from domain.panel.agenda import Outcome, PanelKind, Seat
from domain.panel.commands import DecideItem
from domain.panel.errors import PanelIncomplete, SeatsContradict
from domain.panel.events import ChildPut, ItemPut
from domain.panel.state import Held, Item, Meeting
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    NotFound,
    WrongState,
)
from domain.shared.vocabulary import AgendaItemId, CaseId, PlacementId, ReferralId, Subject

SEATS = 2
"""A panel is more than one person (A)."""
REASONED = frozenset({Outcome.DEFER, Outcome.DECLINE})


def require_seats(seats: Sequence[Seat]) -> None:
    """Refuse a panel of one, or without one who chairs; everything missing is named."""
    if len({each.who for each in seats}) != len(seats):
        raise SeatsContradict
    there = {
        "seats": len(seats) >= SEATS,
        "chair": [each.chairs for each in seats].count(True) == 1,
    }
    missing = [name for name, is_there in there.items() if not is_there]
    if missing:
        raise PanelIncomplete(missing)


def require_put_once(meeting: Meeting, referral_id: ReferralId) -> None:
    searches = (each.put for each in meeting.items.values() if isinstance(each.put, ItemPut))
    if any(each.referral_id == referral_id for each in searches):
        raise WrongState("This search is on the agenda.")


def require_residential(meeting: Meeting) -> None:
    if meeting.called.kind is not PanelKind.RESIDENTIAL:
        raise WrongState("Children in residential care are put to the residential panel.")


def not_on_agenda(
    meeting: Meeting, children: Sequence[tuple[AgendaItemId, CaseId, PlacementId]]
) -> Sequence[tuple[AgendaItemId, CaseId, PlacementId]]:
    """Those who are to be put and are not there: the agenda may be gone through again."""
    there = {each.put.case_id for each in meeting.items.values() if isinstance(each.put, ChildPut)}
    return list({each[1]: each for each in children if each[1] not in there}.values())


def require_step_down(item: Item, command: DecideItem) -> None:
    """Refuse a word on a child without what was found of a step down, and on a search with one."""
    of_child = isinstance(item.put, ChildPut)
    if of_child and command.step_down is None:
        raise PanelIncomplete(["step_down"])
    if not of_child and command.step_down is not None:
        raise WrongState("A step down is of a child, and not of a search.")


def require_quorum(meeting: Meeting, present: Sequence[Subject]) -> None:
    """Refuse a meeting without its chair and another who sits, or with somebody who does not."""
    seated = {each.who: each for each in meeting.called.seats}
    strangers = sorted(set(present) - set(seated))
    if strangers:
        raise NotFound("Somebody who was present does not sit on this panel.")
    there = {
        "chair": any(seated[who].chairs for who in present),
        "present": len(set(present)) >= SEATS,
    }
    missing = [name for name, is_there in there.items() if not is_there]
    if missing:
        raise PanelIncomplete(missing)


def require_item(meeting: Meeting, item_id: AgendaItemId) -> Item:
    if item_id not in meeting.items:
        raise NotFound("There is no such item on this agenda.")
    return meeting.items[item_id]


def require_undecided(item: Item) -> None:
    if item.decided is not None:
        raise WrongState("The panel has decided on this item. Put it to another meeting.")


def require_decision(command: DecideItem) -> None:
    """Refuse conditions without any, or others with some, and a no without a reason."""
    wants_conditions = command.outcome is Outcome.CONDITIONS
    there = {
        "conditions": bool(command.conditions) or not wants_conditions,
        "reason": bool(command.reason) or command.outcome not in REASONED,
    }
    missing = [name for name, is_there in there.items() if not is_there]
    if missing:
        raise PanelIncomplete(missing)
    codes = [each.code for each in command.conditions]
    if len(set(codes)) != len(codes) or (codes and not wants_conditions):
        raise WrongState("Conditions are each named once, and go with a yes on conditions.")


def require_other_than_who_put_it(item: Item, by: Subject) -> None:
    """Refuse the decision as told by who put the item (docs/domain/05, 5.2)."""
    if by == item.put.by:
        raise ConflictOfInterest("Whoever put this to the panel does not record its decision.")


def require_open(item: Item, condition: str) -> None:
    if condition not in item.open_conditions():
        raise NotFound("There is no such condition to be met.")


def require_from_meeting_on(meeting: Held, on: date) -> None:
    """Refuse a condition that would have been met before the panel asked for it."""
    if on < meeting.on:
        raise EffectiveBeforeStream(f"The panel met on {meeting.on}.")
