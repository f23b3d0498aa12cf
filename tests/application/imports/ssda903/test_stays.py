"""The nights of a home: how many were there at once, and that none is told as too many."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from application.imports.ssda903.carrying_out.retelling import Retelling
from application.imports.ssda903.carrying_out.stays import StayThere, most_at_once, tell_stays
from application.shared.in_turn import InTurn, in_turn
from application.shared.ports import History, Occasion
from domain import setting
from domain.setting.state import Listed
from domain.shared.envelope import Actor, Channel, StreamId
from domain.shared.moments import end_of_day
from domain.shared.vocabulary import PlacementId
from tests.support.returns import DERBY, TODAY
from tests.support.settings import list_home

FIRST = date(2025, 1, 1)
NIGHTS = 40


def stay_of(number: int, came: int, nights: int | None) -> StayThere:
    day = FIRST + timedelta(days=came)
    left = None if nights is None else day + timedelta(days=nights)
    return StayThere(PlacementId(UUID(int=number)), day, left)


stays = st.lists(
    st.tuples(st.integers(0, 20), st.one_of(st.none(), st.integers(0, 10))), max_size=8
).map(lambda drawn: [stay_of(number, *each) for number, each in enumerate(drawn)])


def there_on(stays: Sequence[StayThere], night: date) -> int:
    return sum(s.came <= night and (s.left is None or night < s.left) for s in stays)


def home_with(places: int) -> Retelling:
    occasion = Occasion(
        actor=Actor(subject="data-officer", role="data_steward", authority=DERBY),
        now=end_of_day(TODAY),
        channel=Channel.IMPORT,
        correlation=UUID(int=1),
        give_up_at=float("inf"),
    )
    nothing: History[setting.SettingEvent] = History(StreamId("setting-1"), (), 0, b"", None)
    telling = Retelling(nothing, setting.decider, occasion)
    telling.tell(list_home(places=places))
    return telling


@given(stays)
def test_the_most_at_once_is_the_most_on_any_night(stays: Sequence[StayThere]) -> None:
    nights = [FIRST + timedelta(days=n) for n in range(NIGHTS)]

    assert most_at_once(stays) == max((there_on(stays, night) for night in nights), default=0)


@given(stays)
def test_a_home_with_so_many_places_is_never_told_to_be_too_full(
    stays: Sequence[StayThere],
) -> None:
    telling = home_with(max(1, most_at_once(stays)))

    tell_stays(telling, stays)

    told = tuple(telling.commands)
    assert telling.declined == []
    home = telling.state
    assert isinstance(home, Listed)
    assert len(home.stays) == sum(stay.left != stay.came for stay in stays)
    decided = in_turn(setting.decider).decide(setting.decider.initial, InTurn(commands=told))
    assert [event for event in decided if getattr(event, "breaches", ())] == []


@given(stays)
def test_what_a_home_holds_it_is_not_told_again(stays: Sequence[StayThere]) -> None:
    telling = home_with(8)
    tell_stays(telling, stays)
    told = list(telling.commands)

    tell_stays(telling, stays)

    assert telling.commands == told
