"""Whatever is recorded and put right, a home's occupied nights are its children's stays."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.placement.ending import EndHandlers, Ending
from application.placement.evidence import Evidence
from application.placement.start import (
    Start,
    StartCorrection,
    StartHandlers,
)
from application.placement.where_to import UnplannedStart
from application.shared.casework import Act, Ask
from application.shared.distances import HomeDistances
from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import case, setting
from domain.placement.chronology import chronology
from domain.placement.endings import Instigator
from domain.placement.errors import OverlappingPlacement
from domain.placement.events import PlacementStarted, StartCorrected
from domain.setting.state import Listed
from domain.shared.errors import CaseworkError
from domain.shared.moments import days_between
from domain.shared.vocabulary import PlacementId, Subject
from tests.support.cases import CASE, open_case
from tests.support.memory import MemoryStreams, NowhereFar, occasion, office_of
from tests.support.settings import SETTING, list_home

FIRST = date(2026, 3, 1)
HORIZON = FIRST + timedelta(days=60)

days = st.integers(0, 30).map(lambda n: FIRST + timedelta(days=n))
which = st.integers(0, 2)
steps = st.lists(
    st.tuples(st.sampled_from(["start", "correct", "end", "start again"]), which, days),
    min_size=4,
    max_size=14,
)


class Town:
    """One child, one home, and what is told of them."""

    def __init__(self) -> None:
        self.streams = MemoryStreams()
        self.office = office_of(self.streams)
        registers = Registers(self.office)
        evidence = Evidence(registers, self.streams, HomeDistances(registers, NowhereFar()))
        self.starts, self.ends = StartHandlers(evidence), EndHandlers(evidence)
        listed = Ask(stream_of("setting", SETTING), setting.decider, list_home(places=1))
        opened = Ask(stream_of("case", CASE), case.decider, open_case())
        self.office.casework.do(occasion(), lambda: Act([listed, opened]))

    def placements(self) -> list[PlacementId]:
        return [
            each.event.placement_id
            for each in self.streams.log
            if isinstance(each.event, PlacementStarted)
        ]

    def tell(self, step: str, number: int, day: date) -> None:
        """What is refused leaves everything as it was."""
        known = self.placements()
        if step == "start":
            moved = UnplannedStart(case_id=CASE, setting_id=SETTING, at=day)
            self.starts.record_unplanned(occasion(), moved)
        elif known:
            with suppress(CaseworkError):
                self._tell_of(known[number % len(known)], step, day)

    def _tell_of(self, placement_id: PlacementId, step: str, day: date) -> None:
        match step:
            case "start again":
                self.starts.record(occasion(), placement_id, Start(at=day))
            case "correct":
                self.starts.correct(
                    occasion(),
                    placement_id,
                    self._correction(placement_id, day),
                    self._version(placement_id),
                )
            case _:
                ending = Ending(
                    at=day,
                    reason="moved_on",
                    national_reason=None,
                    instigator=Instigator.CHILD,
                    destination=None,
                    plan=None,
                    override=None,
                    immediate_risk=False,
                )
                self.ends.record(occasion(), placement_id, ending)

    def _correction(self, placement_id: PlacementId, day: date) -> StartCorrection:
        told = self.streams.read(stream_of("placement", placement_id)).events
        word = [r for r in told if isinstance(r.event, PlacementStarted | StartCorrected)][-1]
        return StartCorrection(
            corrects=word.event_id, at=day, reason="Typed wrongly", approved_by=Subject("manager")
        )

    def _version(self, placement_id: PlacementId) -> int:
        return self.streams.read(stream_of("placement", placement_id)).version

    def breaches(self, placement_id: UUID) -> set[str]:
        facts = self.streams.read(stream_of("placement", placement_id)).facts
        return {b.code for fact in facts for b in getattr(fact, "breaches", ())}

    def nights_lived(self, placement_id: UUID) -> Sequence[date]:
        told = self.streams.read(stream_of("placement", placement_id)).events
        return chronology(told).nights(HORIZON)

    def nights_occupied(self, placement_id: PlacementId) -> Sequence[date]:
        home = self.office.state(setting.decider, stream_of("setting", SETTING))
        stay = home.latest(placement_id) if isinstance(home, Listed) else None
        if stay is None:
            return []
        return days_between(stay.from_, min(stay.until or HORIZON, HORIZON))


@given(steps)
def test_a_homes_nights_are_its_childrens_nights(told: list[tuple[str, int, date]]) -> None:
    town = Town()
    town.tell("start", 0, FIRST)
    for step in told:
        town.tell(*step)
        for placement_id in town.placements():
            assert town.nights_occupied(placement_id) == town.nights_lived(placement_id)


@pytest.mark.covers("R-04")
@given(steps)
def test_a_child_is_in_two_places_on_one_night_only_by_a_recorded_breach(
    told: list[tuple[str, int, date]],
) -> None:
    town = Town()
    town.tell("start", 0, FIRST)
    for step in told:
        town.tell(*step)
    nights = {each: set(town.nights_lived(each)) for each in town.placements()}

    for one, other in combinations(nights, 2):
        if nights[one] & nights[other]:
            assert OverlappingPlacement.code in town.breaches(one) | town.breaches(other)
