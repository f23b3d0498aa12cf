"""A panel is called, is put searches, meets, decides once on each, and tracks what it asked for."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.panel import Panel, PanelCommand, PanelEvent, decider
from domain.panel import commands as ask
from domain.panel import events as came
from domain.panel.agenda import Outcome, PanelCondition, PanelKind, Seat, Stage
from domain.panel.chronology import chronology
from domain.panel.errors import PanelIncomplete, SeatsContradict
from domain.panel.state import Held
from domain.shared.envelope import Actor, Channel, FileId, GssCode, Recorded, StreamId
from domain.shared.errors import (
    CaseworkError,
    ConflictOfInterest,
    EffectiveBeforeStream,
    NotFound,
    WrongState,
)
from domain.shared.moments import begins
from domain.shared.vocabulary import AgendaItemId, PanelId, Pence, ReferralId, Subject
from tests.support.scenario import Case

panel: Case[PanelCommand, Panel, PanelEvent] = Case(decider)

HEAD, ICB, BROKER = Subject("hollis"), Subject("ivy-icb"), Subject("bea-broker")
THE_12TH = date(2026, 3, 12)
CHAIR, HEALTH = Seat(who=HEAD, body="derby", chairs=True), Seat(who=ICB, body="icb")
ITEM, OTHER = AgendaItemId(UUID(int=2)), AgendaItemId(UUID(int=3))
SEARCH = ReferralId(UUID(int=9))


def call(*seats: Seat) -> ask.ConveneMeeting:
    return ask.ConveneMeeting(
        panel_id=PanelId(UUID(int=1)),
        kind=PanelKind.JOINT_FUNDING,
        sits_on=THE_12TH,
        seats=seats or (CHAIR, HEALTH),
        by=BROKER,
    )


CALLED = came.MeetingConvened(**dict(call()))
PUT = came.ItemPut(item_id=ITEM, referral_id=SEARCH, weekly=Pence(90_000), by=BROKER)
MET = came.MeetingHeld(on=THE_12TH, present=(HEAD, ICB), by=BROKER)
REVIEW = PanelCondition(code="review_at_six_weeks", by=date(2026, 4, 20))


def decision(outcome: Outcome, **changed: Any) -> ask.DecideItem:
    said = {"item_id": ITEM, "reason": None, "conditions": (), "by": HEAD}
    return ask.DecideItem(outcome=outcome, **{**said, **changed})


ON_CONDITIONS = decision(Outcome.CONDITIONS, conditions=(REVIEW,))
DECIDED = came.ItemDecided(**dict(ON_CONDITIONS))


@pytest.mark.covers("R-35", "3-027")
def test_a_panel_is_called_with_who_sits_for_whom_and_one_who_chairs() -> None:
    panel.when(call()).then(CALLED)


@pytest.mark.parametrize(
    ("seats", "refusal"),
    [
        ((CHAIR,), PanelIncomplete),
        ((HEALTH, HEALTH.model_copy(update={"who": BROKER})), PanelIncomplete),
        ((CHAIR, CHAIR), SeatsContradict),
    ],
)
def test_nobody_is_a_panel_alone_or_twice_or_without_a_chair(
    seats: tuple[Seat, ...], refusal: type[CaseworkError]
) -> None:
    panel.when(call(*seats)).then_refused(refusal)


def test_a_search_is_put_once_and_before_the_panel_meets() -> None:
    put = ask.PutItem(**dict(PUT))

    panel.given(CALLED).when(put).then(PUT)
    again = put.model_copy(update={"item_id": OTHER})
    panel.given(CALLED, PUT).when(again).then_refused(WrongState)
    panel.given(CALLED, MET).when(put).then_refused(WrongState)


def test_a_panel_has_met_once_its_chair_and_another_who_sits_were_there() -> None:
    met = ask.HoldMeeting(**dict(MET))

    panel.given(CALLED).when(met).then(MET)
    third = came.MeetingConvened(**dict(call(CHAIR, HEALTH, Seat(who=BROKER, body="derby"))))
    leaderless = met.model_copy(update={"present": (ICB, BROKER)})
    panel.given(third).when(leaderless).then_refused(PanelIncomplete)
    for present, refusal in (
        ((HEAD,), PanelIncomplete),
        ((ICB,), PanelIncomplete),
        ((HEAD, BROKER), NotFound),
    ):
        panel.given(CALLED).when(met.model_copy(update={"present": present})).then_refused(refusal)


@pytest.mark.covers("R-35", "R-113")
def test_a_panel_agrees_on_conditions_or_not_and_says_why_it_does_not() -> None:
    met = panel.given(CALLED, PUT, MET)

    met.when(ON_CONDITIONS).then(DECIDED)
    met.when(decision(Outcome.AGREE)).then(came.ItemDecided(**dict(decision(Outcome.AGREE))))
    for outcome in (Outcome.DEFER, Outcome.DECLINE):
        met.when(decision(outcome)).then_refused(PanelIncomplete)
        told = decision(outcome, reason="no_plan_yet")
        met.when(told).then(came.ItemDecided(**dict(told)))
    met.when(decision(Outcome.CONDITIONS)).then_refused(PanelIncomplete)
    met.when(decision(Outcome.AGREE, conditions=(REVIEW,))).then_refused(WrongState)
    met.when(decision(Outcome.CONDITIONS, conditions=(REVIEW, REVIEW))).then_refused(WrongState)


@pytest.mark.covers("R-113")
def test_a_decision_is_taken_once_at_the_meeting_and_told_by_another_than_who_put_it() -> None:
    met = panel.given(CALLED, PUT, MET)

    met.when(decision(Outcome.AGREE, by=BROKER)).then_refused(ConflictOfInterest)
    met.when(decision(Outcome.AGREE, item_id=OTHER)).then_refused(NotFound)
    panel.given(CALLED, PUT).when(ON_CONDITIONS).then_refused(WrongState)
    panel.given(CALLED, PUT, MET, DECIDED).when(decision(Outcome.AGREE)).then_refused(WrongState)


@pytest.mark.covers("R-35")
def test_a_condition_stays_open_until_it_is_met() -> None:
    done = {"item_id": ITEM, "condition": "review_at_six_weeks", "by": BROKER}
    met = came.PanelConditionMet(**done, on=date(2026, 4, 15))
    asked = panel.given(CALLED, PUT, MET, DECIDED)

    asked.when(ask.MeetPanelCondition(**dict(met))).then(met)
    early = ask.MeetPanelCondition(**done, on=date(2026, 3, 11))
    asked.when(early).then_refused(EffectiveBeforeStream)
    panel.given(CALLED, PUT, MET, DECIDED, met).when(
        ask.MeetPanelCondition(**dict(met))
    ).then_refused(NotFound)
    states = [decider.replay([CALLED, PUT, MET, DECIDED, *more]) for more in ([], [met])]
    assert [state.items[ITEM].open_conditions() for state in states if isinstance(state, Held)] == [
        ("review_at_six_weeks",),
        (),
    ]


def test_a_panel_that_does_not_meet_decides_nothing() -> None:
    off = came.MeetingCancelled(reason="no_quorum", by=BROKER)

    panel.given(CALLED, PUT).when(ask.CancelMeeting(**dict(off))).then(off)
    panel.given(CALLED, PUT, off).when(ON_CONDITIONS).then_refused(WrongState)
    panel.given(CALLED, PUT, MET).when(ask.CancelMeeting(**dict(off))).then_refused(WrongState)


def test_what_is_undecided_and_what_is_open_is_told_by_day() -> None:
    met = came.PanelConditionMet(
        item_id=ITEM, condition="review_at_six_weeks", on=date(2026, 4, 15), by=BROKER
    )
    days = (date(2026, 3, 2), date(2026, 3, 3), THE_12TH, date(2026, 3, 13), met.on)
    told: list[PanelEvent] = [CALLED, PUT, MET, DECIDED, met]
    history = [
        Recorded(
            event=event,
            event_id=UUID(int=n),
            stream=StreamId("panel-1"),
            version=n,
            position=n,
            effective_at=on,
            recorded_at=begins(on),
            actor=Actor(subject="bea", role="broker", authority=GssCode("E06000015")),
            channel=Channel.API,
            file=FileId("file"),
        )
        for n, (event, on) in enumerate(zip(told, days, strict=True), start=1)
    ]

    assert [(p.since, p.stage, p.undecided, p.open_conditions) for p in chronology(history)] == [
        (days[0], Stage.CONVENED, 0, 0),
        (days[1], Stage.CONVENED, 1, 0),
        (days[2], Stage.HELD, 1, 0),
        (days[3], Stage.HELD, 0, 1),
        (days[4], Stage.HELD, 0, 0),
    ]
