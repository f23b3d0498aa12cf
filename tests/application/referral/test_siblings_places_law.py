"""Whatever is asked in whatever order, a home holds all siblings of an offer or none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.shared.casework import Act, Ask
from application.shared.in_turn import together
from domain import setting
from domain.setting.commands.places import PlacesCommand, ReleaseReservation, ReservePlace
from domain.setting.commands.register import RecordRegistration, RegisterSetting
from domain.setting.registration import RegistrationKind
from domain.setting.state import Listed
from domain.shared.envelope import StreamId
from domain.shared.errors import CaseworkError
from domain.shared.vocabulary import PlacementId, Provision, SettingId
from tests.support.memory import NOW, MemoryStreams, occasion, office_of
from tests.support.service import DERBY

HOME = SettingId(UUID(int=1))
STREAM = StreamId(f"setting-{HOME}")
SINCE = date(2024, 1, 1)
DAY = date(2026, 12, 1)

Group = tuple[PlacementId, ...]
asked = st.lists(
    st.tuples(st.sampled_from(["reserve", "release"]), st.integers(0, 5)), min_size=1, max_size=12
)


@dataclass
class Home:
    """A home of so many places, in memory, and the groups that have asked for room in it."""

    places: int
    groups: Sequence[Group]
    streams: MemoryStreams = field(default_factory=MemoryStreams)

    def __post_init__(self) -> None:
        listed = RegisterSetting(
            setting_id=HOME,
            authority=DERBY,
            provider_id=None,
            provision=Provision.SUPPORTED_ACCOMMODATION,
            name="The Limes",
            address="1 Lime Walk",
            postcode="DE1 1AA",
            district=DERBY,
            configured_places=self.places,
            from_=SINCE,
        )
        kind = RegistrationKind.SUPPORTED_ACCOMMODATION
        self.do(listed)
        self.do(RecordRegistration(kind=kind, urn="SC1", registered_places=9, from_=SINCE))

    def do(self, *commands: Any) -> None:
        asks = [Ask(STREAM, setting.decider, command) for command in commands]
        office_of(self.streams).casework.do(occasion(), lambda: Act(together(asks)))

    def try_to(self, what: str, of: Group) -> None:
        try:
            self.do(*(command(what, each) for each in of))
        except CaseworkError:
            return

    def held(self, of: Group) -> int:
        state = setting.decider.replay(self.streams.read(STREAM).facts)
        assert isinstance(state, Listed)
        return sum(state.held(each) is not None for each in of)


def command(what: str, placement_id: PlacementId) -> PlacesCommand:
    if what == "release":
        return ReleaseReservation(placement_id=placement_id, why="child_refused")
    return ReservePlace(
        placement_id=placement_id, arrives=DAY, leaves=None, expires_at=NOW.replace(year=2027)
    )


@settings(max_examples=60)
@given(places=st.integers(1, 6), sizes=st.lists(st.integers(1, 4), min_size=6, max_size=6),
       story=asked)  # fmt: skip
@pytest.mark.covers("R-57")
def test_no_part_of_a_group_is_ever_reserved(
    places: int, sizes: Sequence[int], story: Sequence[tuple[str, int]]
) -> None:
    groups = [tuple(PlacementId(uuid4()) for _ in range(size)) for size in sizes]
    home = Home(places, groups)
    for what, which in story:
        home.try_to(what, groups[which])

        held = [home.held(group) for group in groups]
        assert all(number in {0, len(group)} for number, group in zip(held, groups, strict=True))
        assert sum(held) <= places
