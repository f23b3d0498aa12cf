"""Where the child is to live, before it does. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.case.record import ChildRecord
from application.case.word import Word, word_of
from application.shared.ports import History
from domain.placement.chronology import chronology
from domain.placement.events import (
    PlacementNotStarted,
    PlacementProposed,
    PlacementStarted,
    StartAgreed,
    StartDateChanged,
)
from domain.shared.moments import london_day
from domain.shared.vocabulary import (
    PlacementId,
    Provision,
    SettingId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """A placement put forward that has not begun; `starts_on` as last agreed or proposed."""

    placement_id: PlacementId
    setting_id: SettingId
    provision: Provision
    starts_on: date
    start_agreed: bool
    word: Word


def planned_on(record: ChildRecord) -> Iterator[ShownPlan]:
    """Placements put forward by the day that had by then neither begun nor been called off."""
    for history in record.of_kind("placement"):
        begun = chronology(history.events).stays
        if not any(london_day(stay.since) <= record.day for stay in begun):
            yield from _plan(history, record.day)


def _plan(history: History[Any], day: date) -> Iterator[ShownPlan]:
    proposal, agreed = None, None
    for recorded in history.events:
        if london_day(recorded.effective_at) > day:
            continue
        match recorded.event:
            case PlacementProposed():
                proposal, agreed = recorded, None
            case StartAgreed() | StartDateChanged():
                agreed = recorded
            case PlacementNotStarted() | PlacementStarted():
                proposal = None
    if proposal is None:
        return
    yield ShownPlan(
        placement_id=proposal.event.placement_id,
        setting_id=proposal.event.setting_id,
        provision=proposal.event.provision,
        starts_on=london_day(agreed.event.starts_at) if agreed else proposal.event.starts_on,
        start_agreed=agreed is not None,
        word=word_of(agreed or proposal),
    )
