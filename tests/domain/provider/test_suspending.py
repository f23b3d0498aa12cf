"""Suspension: from a day, by one person, lifted by another."""

import pytest

from domain.provider.chronology import MembershipPeriod, SuspensionPeriod, chronology
from domain.provider.state import is_member, is_suspended, suspension_on
from domain.provider.vocabulary import SuspensionScope
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.personal import SEAL
from tests.support.providers import (
    ANOTHER_MANAGER,
    CONTRACT,
    MANAGER,
    admitted,
    left,
    lift,
    lifted,
    march,
    provider,
    provider_registered,
    suspend,
    suspended,
)
from tests.support.recorded import event_id, recorded


@pytest.mark.covers("6-48")
def test_a_suspended_provider_stays_a_member() -> None:
    provider.given(provider_registered(), admitted()).when(suspend()).then(suspended())
    state = provider.decider.replay([provider_registered(), admitted(), suspended()])

    assert is_suspended(state, march(5))
    assert is_member(state, CONTRACT, "2.2", march(5))
    assert not is_suspended(state, march(4))


def test_another_person_lifts_it() -> None:
    case = provider.given(provider_registered(), suspended(by=MANAGER))

    case.when(lift(by=MANAGER)).then_refused(ConflictOfInterest)
    case.when(lift(by=ANOTHER_MANAGER)).then(lifted())


def test_whoever_widened_it_may_not_lift_it_nor_may_the_first() -> None:
    case = provider.given(
        provider_registered(),
        suspended(by=MANAGER),
        suspended(SuspensionScope.ALL, march(7), by=ANOTHER_MANAGER),
    )

    case.when(lift(by=MANAGER)).then_refused(ConflictOfInterest)
    case.when(lift(by=ANOTHER_MANAGER)).then_refused(ConflictOfInterest)


def test_who_suspended_it_once_may_lift_a_later_suspension() -> None:
    (
        provider.given(
            provider_registered(),
            suspended(by=MANAGER),
            lifted(by=ANOTHER_MANAGER),
            suspended(from_=march(15), by=ANOTHER_MANAGER),
        )
        .when(lift(by=MANAGER, on=march(18)))
        .then(lifted(by=MANAGER, on=march(18)))
    )


def test_only_what_stands_can_be_lifted_and_not_before_it_began() -> None:
    provider.given(provider_registered()).when(lift()).then_refused(WrongState)
    provider.given(provider_registered(), suspended()).when(lift(on=march(4))).then_refused(
        EffectiveBeforeStream
    )


def test_a_second_suspension_takes_the_place_of_the_first() -> None:
    (
        provider.given(provider_registered(), suspended())
        .when(suspend(SuspensionScope.ALL, march(4)))
        .then_refused(EffectiveBeforeStream)
    )
    widened = suspended(SuspensionScope.ALL, march(7))
    state = provider.decider.replay([provider_registered(), suspended(), widened, lifted()])

    assert [suspension_on(state, march(day)) for day in (4, 5, 7, 11, 12)] == [
        None,
        SuspensionScope.NEW_PLACEMENTS,
        SuspensionScope.ALL,
        SuspensionScope.ALL,
        None,
    ]


def test_the_chronology_tells_memberships_and_suspensions() -> None:
    told = chronology(
        recorded(
            provider_registered(),
            admitted(),
            suspended(),
            suspended(SuspensionScope.ALL, march(7)),
            lifted(),
            left(),
        )
    )

    assert told.memberships == [
        MembershipPeriod(
            contract_id=CONTRACT,
            lot="2.2",
            since=march(1),
            until=march(20),
            source=event_id(2),
            ended_by=event_id(6),
        )
    ]
    assert told.suspensions == [
        SuspensionPeriod(
            scope=SuspensionScope.NEW_PLACEMENTS,
            since=march(5),
            until=march(7),
            source=event_id(3),
            ended_by=event_id(4),
        ),
        SuspensionPeriod(
            scope=SuspensionScope.ALL,
            since=march(7),
            until=march(12),
            source=event_id(4),
            ended_by=event_id(5),
        ),
    ]


def test_every_event_survives_its_json_and_seals_what_people_wrote() -> None:
    for event in (provider_registered(), admitted(), left(), suspended(), lifted()):
        assert type(event).model_validate_json(event.model_dump_json()) == event
    assert SEAL in type(suspended()).model_fields["reason"].metadata
    assert SEAL in type(lifted()).model_fields["evidence"].metadata
    assert SEAL in type(provider_registered()).model_fields["contact"].metadata
