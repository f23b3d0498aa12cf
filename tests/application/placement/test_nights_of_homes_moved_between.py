"""Whatever is told of moves within a provider, each home's nights are those lived there."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.placement.ending import EndHandlers, Ending
from application.placement.ends_put_right import EndWord, EndWordHandlers
from application.placement.evidence import Evidence
from application.placement.setting_changes import SettingChangeHandlers
from application.placement.start import StartCorrection, StartHandlers
from application.placement.where_to import UnplannedStart
from application.shared.casework import Act, Ask
from application.shared.distances import HomeDistances
from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import case, setting
from domain.placement.chronology import chronology
from domain.placement.endings import Instigator
from domain.placement.events import (
    EndCorrected,
    PlacementEnded,
    PlacementStarted,
    StartCorrected,
)
from domain.setting.state import Listed
from domain.shared.envelope import Recorded
from domain.shared.errors import CaseworkError
from domain.shared.messages import Event
from domain.shared.moments import days_between
from domain.shared.vocabulary import PlacementId, SettingId, Subject
from tests.support.cases import CASE, open_case
from tests.support.memory import MemoryStreams, NowhereFar, occasion, office_of
from tests.support.settings import list_home

FIRST = date(2026, 3, 1)
HORIZON = FIRST + timedelta(days=60)
HOMES = [SettingId(UUID(int=number)) for number in (501, 502, 503)]
MANAGER = Subject("manager")

days = st.integers(0, 30).map(lambda n: FIRST + timedelta(days=n))
kinds = st.sampled_from(["move", "move", "end", "end otherwise", "no end", "start otherwise"])
steps = st.lists(st.tuples(kinds, st.integers(0, 2), days), min_size=3, max_size=10)


class Provider:
    """One child in the first of a provider's three homes, and what is told of it afterwards."""

    def __init__(self) -> None:
        self.streams = MemoryStreams()
        self.office = office_of(self.streams)
        registers = Registers(self.office)
        evidence = Evidence(registers, self.streams, HomeDistances(registers, NowhereFar()))
        self.starts, self.ends = StartHandlers(evidence), EndHandlers(evidence)
        self.moves = SettingChangeHandlers(evidence)
        self.words = EndWordHandlers(self.ends)
        listed = [
            Ask(
                stream_of("setting", home),
                setting.decider,
                list_home().model_copy(update={"setting_id": home}),
            )
            for home in HOMES
        ]
        opened = Ask(stream_of("case", CASE), case.decider, open_case())
        self.office.casework.do(occasion(), lambda: Act([*listed, opened]))
        began = UnplannedStart(case_id=CASE, setting_id=HOMES[0], at=FIRST)
        self.starts.record_unplanned(occasion(), began)
        (start,) = self._told(PlacementStarted)
        self.placement_id: PlacementId = start.event.placement_id

    def tell(self, step: str, home: int, day: date) -> None:
        """What is refused leaves everything as it was."""
        with suppress(CaseworkError):
            self._tell(step, HOMES[home], day)

    def _tell(self, step: str, home: SettingId, day: date) -> None:
        mine = self.placement_id
        match step:
            case "move":
                self.moves.record(occasion(), mine, home, day)
            case "end":
                self.ends.record(occasion(), mine, _ending(day))
            case "end otherwise" | "no end":
                self._put_right(_ending(day) if step == "end otherwise" else None)
            case _:
                word = self._told(PlacementStarted, StartCorrected)[-1].event_id
                correction = StartCorrection(
                    corrects=word, at=day, reason="Typed wrongly.", approved_by=MANAGER
                )
                self.starts.correct(occasion(), mine, correction, self._version())

    def _put_right(self, now: Ending | None) -> None:
        for end in self._told(PlacementEnded, EndCorrected)[-1:]:
            said = EndWord(
                corrects=end.event_id, now=now, reason="Typed wrongly.", approved_by=MANAGER
            )
            self.words.put_right(occasion(), self.placement_id, said, self._version())

    def _told(self, *kinds: type[Event]) -> Sequence[Recorded[Any]]:
        return [each for each in self.streams.log if isinstance(each.event, kinds)]

    def _version(self) -> int:
        return self.streams.read(stream_of("placement", self.placement_id)).version

    def lived(self, home: SettingId) -> Sequence[date]:
        told = self.streams.read(stream_of("placement", self.placement_id)).events
        stays = [each for each in chronology(told).stays if each.setting_id == home]
        return [night for stay in stays for night in stay.nights(HORIZON)]

    def occupied(self, home: SettingId) -> Sequence[date]:
        held = self.office.state(setting.decider, stream_of("setting", home))
        assert isinstance(held, Listed)
        return [
            night
            for stay in held.stays
            for night in days_between(stay.from_, min(stay.until or HORIZON, HORIZON))
        ]


def _ending(day: date) -> Ending:
    return Ending(
        at=day,
        reason="moved_on",
        national_reason=None,
        instigator=Instigator.CHILD,
        destination=None,
        plan=None,
        override=None,
        immediate_risk=False,
    )


@pytest.mark.covers("R-04", "R-246")
@settings(max_examples=30)
@given(steps)
def test_each_homes_nights_are_those_lived_there(told: list[tuple[str, int, date]]) -> None:
    homes = Provider()
    for step in told:
        homes.tell(*step)
        for home in HOMES:
            assert homes.occupied(home) == homes.lived(home)


@pytest.mark.covers("R-246")
@pytest.mark.parametrize("told", list(permutations([(1, 10), (2, 20)])))
def test_moves_are_lived_alike_in_whatever_order_they_are_told(
    told: Sequence[tuple[int, int]],
) -> None:
    homes = Provider()
    for home, day in told:
        homes.tell("move", home, FIRST + timedelta(days=day))
    homes.tell("end", 0, FIRST + timedelta(days=30))
    assert [len(homes.occupied(home)) for home in HOMES] == [10, 10, 10]
