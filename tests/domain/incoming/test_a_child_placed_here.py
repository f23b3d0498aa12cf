"""Another authority's child is told of, acknowledged, entered in the register, and leaves."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.incoming import Incoming, IncomingCommand, IncomingEvent, decider
from domain.incoming import commands as ask
from domain.incoming import events as came
from domain.incoming.chronology import chronology
from domain.incoming.errors import NotAnotherAuthority
from domain.incoming.vocabulary import IncomingId, Stage
from domain.shared.envelope import GssCode
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, WrongState
from domain.shared.vocabulary import Provision, SettingId, Subject
from tests.support.recorded import recorded
from tests.support.scenario import Case

incoming: Case[IncomingCommand, Incoming, IncomingEvent] = Case(decider)

BEA = Subject("bea-broker")
DERBY, NOTTINGHAM = GssCode("E06000015"), GssCode("E06000018")
HOME = SettingId(UUID(int=3))


def receive(**changed: Any) -> ask.ReceiveNotification:
    told: dict[str, Any] = {
        "incoming_id": IncomingId(UUID(int=1)),
        "council": DERBY,
        "placing_authority": NOTTINGHAM,
        "reference": "NCC 4471",
        "age": 15,
        "provision": Provision.CHILDRENS_HOME,
        "since": date(2026, 3, 9),
        "where": "The Limes",
        "worker": "duty team",
        "school": None,
        "gp": None,
        "risks": ("exploitation",),
        "youth_justice": False,
        "received_on": date(2026, 3, 6),
        "by": BEA,
    }
    return ask.ReceiveNotification(**{**told, **changed})


TOLD = came.NotificationReceived(**receive().model_dump(exclude={"council"}))
ANSWERED = came.NotificationAcknowledged(on=date(2026, 3, 6), by=BEA)
ENTERED = came.EnteredInRegister(setting_id=HOME, from_=date(2026, 3, 9), counted=True, by=BEA)
LEFT = came.NotificationEnded(left_on=date(2026, 5, 1), by=BEA)


def test_another_authority_tells_and_nobody_else() -> None:
    incoming.when(receive()).then(TOLD)
    incoming.when(receive(placing_authority=DERBY)).then_refused(NotAnotherAuthority)
    incoming.when(receive(reference=" ", worker="")).then_refused(MissingInformation)


def test_it_is_acknowledged_once_and_then_entered() -> None:
    answer = ask.Acknowledge(**dict(ANSWERED))
    enter = ask.EnterInRegister(**dict(ENTERED))

    incoming.given(TOLD).when(answer).then(ANSWERED)
    early = ask.Acknowledge(on=date(2026, 3, 5), by=BEA)
    incoming.given(TOLD).when(early).then_refused(EffectiveBeforeStream)
    incoming.given(TOLD, ANSWERED).when(answer).then_refused(WrongState)
    incoming.given(TOLD).when(enter).then_refused(WrongState)
    incoming.given(TOLD, ANSWERED).when(enter).then(ENTERED)
    nowhere = enter.model_copy(update={"setting_id": None})
    incoming.given(TOLD, ANSWERED).when(nowhere).then_refused(MissingInformation)


@pytest.mark.parametrize("so_far", [(TOLD,), (TOLD, ANSWERED), (TOLD, ANSWERED, ENTERED)])
def test_that_the_child_has_left_is_a_fact_at_any_stage(so_far: tuple[IncomingEvent, ...]) -> None:
    leave = ask.EndNotification(**dict(LEFT))

    incoming.given(*so_far).when(leave).then(LEFT)
    incoming.given(*so_far, LEFT).when(leave).then_refused(WrongState)
    early = ask.EndNotification(left_on=date(2026, 3, 8), by=BEA)
    incoming.given(*so_far).when(early).then_refused(EffectiveBeforeStream)


def test_how_far_it_has_come_is_told() -> None:
    steps: list[IncomingEvent] = [TOLD, ANSWERED, ENTERED, LEFT]
    told = [chronology(recorded(*steps[: n + 1]))[-1].stage for n in (0, 1, 2)]

    assert told == [Stage.RECEIVED, Stage.ACKNOWLEDGED, Stage.IN_REGISTER]
    assert chronology(recorded(TOLD, LEFT))[-1].stage is Stage.ENDED
