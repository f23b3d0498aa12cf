"""A bed manager's questions, each with its answer: docs/places-by-night.md has the same table."""

from datetime import date

import pytest

from domain.setting import SettingEvent
from domain.setting.commands.places import PlanDeparture
from domain.setting.commands.register import CloseTemporarily
from domain.setting.errors import OverCapacity
from domain.setting.events.places import ArrivalVoided, PlacesUnblocked, ReservationReleased
from domain.setting.events.register import Reopened, TemporarilyClosed
from domain.shared.admission import SettingNotOpen
from domain.shared.errors import RuleBroken
from tests.support.settings import (
    ALEX,
    BILLIE,
    BLOCK,
    blocked,
    home,
    listed,
    march,
    occupied,
    registered,
    reserve,
    reserved,
)

FROM_THE_TENTH_TO_THE_TWENTIETH = reserve(ALEX, march(10), march(20))
RESERVED = reserved(ALEX, march(10), march(20))
ONE_PLACE = (listed(places=1), registered(places=1))


def closed(first: int, before: int | None = None) -> TemporarilyClosed:
    return TemporarilyClosed(from_=march(first), until=before and march(before))


@pytest.mark.covers("R-04", "R-64")
@pytest.mark.parametrize(
    "history",
    [
        pytest.param([closed(20)], id="closes on the day of leaving"),
        pytest.param([closed(1, 10)], id="reopens on the day of arrival"),
        pytest.param([closed(5), Reopened(on=march(10))], id="reopened in time"),
        pytest.param([occupied(BILLIE, march(1), march(10))], id="the other leaves that day"),
        pytest.param([reserved(BILLIE, march(20))], id="the next comes on the day of leaving"),
        pytest.param(
            [
                reserved(BILLIE, march(12), march(14)),
                ReservationReleased(placement_id=BILLIE, why="expired"),
            ],
            id="overlaps only with what was called off",
        ),
        pytest.param(
            [
                occupied(BILLIE, march(5)),
                ArrivalVoided(placement_id=BILLIE, was=march(5)),
            ],
            id="overlaps only with who never came",
        ),
        pytest.param(
            [blocked(1, march(5)), PlacesUnblocked(block_id=BLOCK, from_=march(10))],
            id="the place is back in use that day",
        ),
    ],
)
def test_the_place_may_be_reserved(history: list[SettingEvent]) -> None:
    home.given(*ONE_PLACE, *history).when(FROM_THE_TENTH_TO_THE_TWENTIETH).then(RESERVED)


@pytest.mark.covers("R-04", "R-64")
@pytest.mark.parametrize(
    ("history", "refusal"),
    [
        pytest.param([closed(10, 11)], SettingNotOpen, id="closes on the day of arrival"),
        pytest.param([closed(19)], SettingNotOpen, id="closes the day before leaving"),
        pytest.param([closed(12, 14)], SettingNotOpen, id="is closed in between"),
        pytest.param(
            [occupied(BILLIE, march(1), march(11))], OverCapacity, id="the other leaves a day later"
        ),
        pytest.param(
            [reserved(BILLIE, march(19))], OverCapacity, id="the next comes a day too early"
        ),
        pytest.param([blocked(1, march(15), march(16))], OverCapacity, id="blocked for one night"),
    ],
)
def test_the_place_may_not_be_reserved(
    history: list[SettingEvent], refusal: type[RuleBroken]
) -> None:
    (home.given(*ONE_PLACE, *history).when(FROM_THE_TENTH_TO_THE_TWENTIETH).then_refused(refusal))


@pytest.mark.covers("R-64")
def test_a_stay_without_an_end_meets_every_closure_to_come() -> None:
    case = home.given(*ONE_PLACE, closed(25, 27))

    case.when(reserve(ALEX, march(10))).then_refused(SettingNotOpen)
    case.when(reserve(ALEX, march(10), march(25))).then(reserved(ALEX, march(10), march(25)))


@pytest.mark.covers("R-64")
def test_a_stay_is_not_extended_over_a_closure() -> None:
    case = home.given(*ONE_PLACE, occupied(ALEX, march(1), march(10)), closed(12, 14))

    case.when(PlanDeparture(placement_id=ALEX, leaves=march(13))).then_refused(SettingNotOpen)


@pytest.mark.covers("R-64")
@pytest.mark.parametrize(
    ("first", "before", "held"),
    [
        (march(20), None, []),
        (march(1), march(10), []),
        (march(19), None, ["2026-03-19"]),
        (march(5), march(12), ["2026-03-10/2026-03-11"]),
    ],
)
def test_a_closure_over_a_held_place_is_recorded_and_names_its_nights(
    first: date, before: date | None, held: list[str]
) -> None:
    setting = home.decider.replay([*ONE_PLACE, RESERVED])
    (event,) = home.decider.decide(setting, CloseTemporarily(from_=first, until=before))

    assert isinstance(event, TemporarilyClosed)
    assert [(each.code, each.detail) for each in event.breaches] == [
        ("SETTING_NOT_OPEN", f"Places are held on {nights}.") for nights in held
    ]
