"""The day on which a registration stops sufficing: a deadline before it, a breach from it."""

from datetime import UTC, date, datetime

import pytest

from domain.setting import SettingEvent
from domain.setting.clocks import clocks
from domain.setting.commands.places import AskToReturn
from domain.setting.errors import NothingToLift, StayNotFound
from domain.setting.events.places import PlaceVacated, ReturnEscalated
from domain.setting.events.register import AdmissionsRestricted, RegistrationEnded
from domain.setting.registration import RegistrationKind, RegistrationStatus
from domain.shared.clocks import Clock, Outcome, is_breached
from domain.shared.errors import EffectiveBeforeStream
from tests.support.clocks import TERMS
from tests.support.recorded import recorded
from tests.support.settings import (
    ALEX,
    BILLIE,
    home,
    listed,
    march,
    occupied,
    registered,
)

CHILDRENS_HOME = RegistrationKind.CHILDRENS_HOME
RESTRICTED = AdmissionsRestricted(from_=march(10), until=None, source="ofsted_s22b")


def ended(on: date, reason: str = "cancelled") -> RegistrationEnded:
    return RegistrationEnded(kind=CHILDRENS_HOME, on=on, reason=reason)


def lapses(*events: SettingEvent) -> list[tuple[str, Outcome]]:
    found = clocks(recorded(listed(), *events), TERMS)
    return [(clock.key, clock.outcome) for clock in found]


@pytest.mark.covers("6-50", "R-66", "C-REGLAPSE")
@pytest.mark.parametrize(
    ("events", "key"),
    [
        pytest.param([registered(), ended(march(5))], "C-REGLAPSE:2026-03-05", id="cancelled"),
        pytest.param([registered(until=march(8))], "C-REGLAPSE:2026-03-08", id="expires"),
        pytest.param(
            [registered(), registered(status=RegistrationStatus.SUSPENDED, from_=march(7))],
            "C-REGLAPSE:2026-03-07",
            id="suspended",
        ),
    ],
)
def test_whatever_ends_a_registration_the_day_is_a_deadline(
    events: list[SettingEvent], key: str
) -> None:
    assert lapses(*events) == [(key, Outcome.RUNNING)]


@pytest.mark.covers("C-REGLAPSE")
def test_it_is_due_at_the_first_moment_of_the_day_and_planned_for_on_a_working_day() -> None:
    (clock,) = clocks(recorded(listed(), registered(until=march(8))), TERMS)

    assert clock.due.at == datetime(2026, 3, 8, tzinfo=UTC)
    assert clock.due.plan_by == march(6)


def test_a_home_that_never_was_registered_does_not_lapse() -> None:
    assert lapses() == []
    assert lapses(registered(from_=march(5))) == []


def test_a_registration_that_goes_on_under_another_number_does_not_lapse() -> None:
    assert lapses(registered(until=march(8)), registered(from_=march(8))) == []


def _after_a_gap(*events: SettingEvent) -> Clock:
    (clock,) = clocks(recorded(listed(), *events), TERMS)
    return clock


def test_a_gap_stays_a_breach_when_the_home_is_registered_again() -> None:
    clock = _after_a_gap(registered(until=march(8)), registered(from_=march(20)))

    assert (clock.outcome, clock.closed_at) == (Outcome.MET, march(20))
    assert is_breached(clock, datetime(2026, 6, 1, tzinfo=UTC))


def test_a_registration_that_is_to_resume_on_a_day_to_come_meets_nothing_yet() -> None:
    clock = _after_a_gap(registered(until=march(8)), registered(from_=date(2026, 7, 1)))

    assert clock.outcome is Outcome.RUNNING


@pytest.mark.covers("6-49", "R-67")
def test_a_resident_who_was_away_is_not_let_back_by_the_service_itself() -> None:
    away = AskToReturn(placement_id=ALEX, away_since=march(5), returns_on=march(13))
    case = home.given(listed(), registered(), occupied(ALEX), RESTRICTED)

    case.when(away).then(ReturnEscalated(**away.model_dump()))
    gone = PlaceVacated(placement_id=ALEX, on=march(5))
    home.given(*case.history, gone).when(away).then(ReturnEscalated(**away.model_dump()))


def test_who_is_kept_out_by_nothing_need_not_ask() -> None:
    asked = AskToReturn(placement_id=ALEX, away_since=march(1), returns_on=march(9))
    case = home.given(listed(), registered(), occupied(ALEX), RESTRICTED)

    case.when(asked).then_refused(NothingToLift)
    stranger = asked.model_copy(update={"placement_id": BILLIE})
    case.when(stranger).then_refused(StayNotFound)
    backwards = asked.model_copy(update={"away_since": march(20), "returns_on": march(20)})
    case.when(backwards).then_refused(EffectiveBeforeStream)
