"""Lots are joined when everything has been seen, and left."""

import pytest

from domain.provider.commands import LeaveLot
from domain.provider.errors import AlreadyOnLot, NotOnLot
from domain.provider.state import is_member
from domain.provider.vocabulary import Evidence
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, WrongState
from tests.support.providers import (
    ALL_EVIDENCE,
    CONTRACT,
    admit,
    admitted,
    left,
    march,
    provider,
    provider_registered,
    register,
    suspended,
)

LEAVE = LeaveLot(contract_id=CONTRACT, lot="2.2", on=march(20))


def test_a_provider_is_listed_once() -> None:
    provider.when(register()).then(provider_registered())
    provider.given(provider_registered()).when(register()).then_refused(WrongState)


def test_a_provider_that_has_shown_everything_joins() -> None:
    provider.given(provider_registered()).when(admit()).then(admitted())


@pytest.mark.covers("4-134")
@pytest.mark.parametrize("absent", list(Evidence))
def test_anything_missing_keeps_a_provider_off_the_lot(absent: Evidence) -> None:
    (
        provider.given(provider_registered())
        .when(admit(evidence=ALL_EVIDENCE - {absent}))
        .then_refused(MissingInformation)
    )


def test_everything_missing_is_named_at_once() -> None:
    state = provider.decider.replay([provider_registered()])
    with pytest.raises(MissingInformation) as refusal:
        provider.decider.decide(state, admit(evidence=frozenset({Evidence.POLICIES})))

    assert refusal.value.details["missing"] == [
        "insurance",
        "information_sharing_agreement",
        "out_of_hours_numbers",
        "references",
        "registration",
    ]


@pytest.mark.covers("R-13")
def test_registration_is_not_asked_of_support_without_a_home() -> None:
    shown = ALL_EVIDENCE - {Evidence.REGISTRATION}
    (
        provider.given(provider_registered())
        .when(admit("1.3", evidence=shown, registration_needed=False))
        .then(admitted("1.3", evidence=shown))
    )


def test_a_lot_is_joined_once_at_a_time() -> None:
    on_it = (provider_registered(), admitted())

    provider.given(*on_it).when(admit(from_=march(10))).then_refused(AlreadyOnLot)
    provider.given(*on_it).when(admit("1.1")).then(admitted("1.1"))
    gone = provider.given(*on_it, left())
    gone.when(admit(from_=march(19))).then_refused(AlreadyOnLot)
    gone.when(admit(from_=march(20))).then(admitted(from_=march(20)))


def test_a_suspended_provider_joins_nothing_but_may_leave() -> None:
    case = provider.given(provider_registered(), admitted(), suspended())

    case.when(admit("1.1")).then_refused(WrongState)
    case.when(LEAVE).then(left())


def test_only_a_member_can_leave_and_not_before_joining() -> None:
    provider.given(provider_registered()).when(LEAVE).then_refused(NotOnLot)
    (
        provider.given(provider_registered(), admitted(from_=march(21)))
        .when(LEAVE)
        .then_refused(EffectiveBeforeStream)
    )


def test_a_member_is_one_from_joining_to_the_day_before_leaving() -> None:
    state = provider.decider.replay([provider_registered(), admitted(from_=march(5)), left()])
    found = [is_member(state, CONTRACT, "2.2", march(day)) for day in (4, 5, 19, 20)]

    assert found == [False, True, True, False]
    assert not is_member(state, CONTRACT, "1.1", march(10))
    assert not is_member(provider.decider.initial, CONTRACT, "2.2", march(10))
