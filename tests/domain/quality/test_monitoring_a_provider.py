"""Visits and meetings are planned, held, acted on and closed; a colour is decided for reasons."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.provider.clocks import clocks as provider_clocks
from domain.provider.events import AssuranceRecorded
from domain.provider.vocabulary import AssuranceKind
from domain.quality import Quality, QualityCommand, QualityEvent, decider
from domain.quality import commands as ask
from domain.quality import events as came
from domain.quality.chronology import chronology, told_by
from domain.quality.clocks import clocks
from domain.quality.errors import MonitoringIncomplete
from domain.quality.state import status_on
from domain.quality.vocabulary import (
    ActionId,
    ActionKind,
    EngagementId,
    EngagementKind,
    Status,
)
from domain.shared.calendar import Calendar
from domain.shared.clock_catalogue import FIRST_EDITION
from domain.shared.clocks import ClockTerms, is_breached
from domain.shared.doers import Doer
from domain.shared.errors import EffectiveBeforeStream, NotFound, WrongState
from domain.shared.vocabulary import ProviderId, SettingId, Subject
from tests.support.recorded import NOON, recorded
from tests.support.scenario import Case

quality: Case[QualityCommand, Quality, QualityEvent] = Case(decider)

QUIN = Subject("quin-quality")
HARBOUR = ProviderId(UUID(int=5))
VISIT, NOTES = EngagementId(UUID(int=1)), ActionId(UUID(int=2))
OF_HARBOUR: dict[str, Any] = {"provider_id": HARBOUR, "by": QUIN}
BEGUN = came.MonitoringBegun(provider_id=HARBOUR, by=QUIN)
VISITING: dict[str, Any] = {
    "engagement_id": VISIT,
    "kind": EngagementKind.QUALITY_VISIT,
    "on": date(2026, 5, 10),
    "setting_id": SettingId(UUID(int=3)),
    "placement_id": None,
}
PLAN = ask.PlanEngagement(**OF_HARBOUR, **VISITING)
PLANNED = came.EngagementPlanned(**VISITING, by=QUIN)
HOLD = ask.HoldEngagement(**OF_HARBOUR, **VISITING, findings=("homely",), text="Warm rooms.")
HELD = came.EngagementHeld(**VISITING, findings=("homely",), text="Warm rooms.", by=QUIN)
AGREEING: dict[str, Any] = {
    "action_id": NOTES,
    "engagement_id": VISIT,
    "kind": ActionKind.IMPROVEMENT,
    "code": "keywork_notes",
    "doer": Doer.PROVIDER,
    "due": date(2026, 5, 24),
}
AGREED = came.ActionAgreed(**AGREEING, by=QUIN)
DOING: dict[str, Any] = {"action_id": NOTES, "on": date(2026, 5, 20), "evidence": "seen"}
DONE = came.ActionDone(**DOING, by=QUIN)
CLOSE = ask.CloseEngagement(**OF_HARBOUR, engagement_id=VISIT)


def decide(status: Status, **changed: Any) -> ask.DecideStatus:
    told: dict[str, Any] = {
        "reasons": ("late_alerts",),
        "from_": date(2026, 5, 12),
        "review_on": date(2026, 6, 12),
        "text": None,
    }
    return ask.DecideStatus(**OF_HARBOUR, status=status, **{**told, **changed})


def decided(status: Status, **changed: Any) -> came.StatusDecided:
    return came.StatusDecided(**decide(status, **changed).model_dump(exclude={"provider_id"}))


@pytest.mark.covers("R-32", "4-152", "2-048")
def test_a_visit_is_planned_held_and_closed_and_the_first_act_begins_the_monitoring() -> None:
    quality.when(PLAN).then(BEGUN, PLANNED)
    quality.given(BEGUN).when(PLAN).then(PLANNED)
    quality.given(BEGUN, PLANNED).when(HOLD).then(HELD)
    quality.given(BEGUN).when(HOLD).then(HELD)
    closed = came.EngagementClosed(engagement_id=VISIT, by=QUIN)
    quality.given(BEGUN, HELD).when(CLOSE).then(closed)
    quality.given(BEGUN, PLANNED).when(CLOSE).then_refused(WrongState)
    quality.given(BEGUN, HELD).when(HOLD).then_refused(WrongState)
    other = HOLD.model_copy(update={"kind": EngagementKind.CONTRACT_MEETING})
    quality.given(BEGUN, PLANNED).when(other).then_refused(WrongState)
    quality.given(BEGUN).when(CLOSE).then_refused(NotFound)


def test_what_was_planned_is_called_off_with_a_reason_unless_it_was_held() -> None:
    off = ask.CallOffEngagement(**OF_HARBOUR, engagement_id=VISIT, reason="staff_ill")
    told = came.EngagementCalledOff(engagement_id=VISIT, reason="staff_ill", by=QUIN)

    quality.given(BEGUN, PLANNED).when(off).then(told)
    quality.given(BEGUN, HELD).when(off).then_refused(WrongState)


@pytest.mark.parametrize("kind", list(EngagementKind))
@pytest.mark.covers("4-236", "4-237", "2-060")
def test_every_kind_is_one_mechanism_and_a_check_names_its_home(kind: EngagementKind) -> None:
    told = {**VISITING, "kind": kind}
    plan = ask.PlanEngagement(**OF_HARBOUR, **told)
    quality.given(BEGUN).when(plan).then(came.EngagementPlanned(**told, by=QUIN))
    nowhere = plan.model_copy(update={"setting_id": None})
    if kind is EngagementKind.PROPERTY_CHECK:
        quality.given(BEGUN).when(nowhere).then_refused(MonitoringIncomplete)


@pytest.mark.covers("R-32", "3-022")
def test_what_is_agreed_is_done_before_a_visit_is_closed() -> None:
    agree = ask.AgreeAction(**OF_HARBOUR, **AGREEING)
    finish = ask.FinishAction(**OF_HARBOUR, **DOING)

    quality.given(BEGUN, HELD).when(agree).then(AGREED)
    quality.given(BEGUN, PLANNED).when(agree).then_refused(WrongState)
    quality.given(BEGUN, HELD, AGREED).when(CLOSE).then_refused(MonitoringIncomplete)
    quality.given(BEGUN, HELD, AGREED).when(finish).then(DONE)
    quality.given(BEGUN, HELD, AGREED, DONE).when(finish).then_refused(NotFound)
    closed = came.EngagementClosed(engagement_id=VISIT, by=QUIN)
    quality.given(BEGUN, HELD, AGREED, DONE).when(CLOSE).then(closed)


@pytest.mark.covers("4-167")
def test_information_is_asked_for_by_a_day() -> None:
    asked = {**AGREEING, "kind": ActionKind.INFORMATION, "engagement_id": None}
    told = came.ActionAgreed(**asked, by=QUIN)
    quality.given(BEGUN).when(ask.AgreeAction(**OF_HARBOUR, **asked)).then(told)


@pytest.mark.covers("R-32", "R-231")
def test_a_colour_has_reasons_and_one_that_is_not_green_is_looked_at_again() -> None:
    monitored = quality.given(BEGUN)

    for status in Status:
        monitored.when(decide(status)).then(decided(status))
    monitored.when(decide(Status.GREEN, reasons=())).then_refused(MonitoringIncomplete)
    monitored.when(decide(Status.RED, review_on=None)).then_refused(MonitoringIncomplete)
    green = decide(Status.GREEN, review_on=None)
    monitored.when(green).then(decided(Status.GREEN, review_on=None))
    backwards = decide(Status.AMBER, review_on=date(2026, 5, 12))
    monitored.when(backwards).then_refused(EffectiveBeforeStream)


def test_the_last_word_of_a_day_is_the_colour_and_none_before_the_first() -> None:
    amber, red = decided(Status.AMBER), decided(Status.RED, from_=date(2026, 5, 20))
    state = decider.replay([BEGUN, amber, red])

    assert status_on(state, date(2026, 5, 11)) is None
    assert [status_on(state, date(2026, 5, day)) for day in (12, 19, 20)] == [amber, amber, red]
    told = chronology(recorded(BEGUN, amber, red))
    assert [(each.status, each.until) for each in told] == [
        (Status.AMBER, date(2026, 5, 20)),
        (Status.RED, None),
    ]
    again = chronology(recorded(BEGUN, red, decided(Status.GREEN)))
    assert [each.status for each in again] == [Status.GREEN]


TERMS = ClockTerms(calendar=Calendar(edition="x", holidays=frozenset()), limits=FIRST_EDITION)


def meeting(on: date, key: int = 9) -> came.EngagementHeld:
    kind = EngagementKind.CONTRACT_MEETING
    told = {**VISITING, "engagement_id": EngagementId(UUID(int=key)), "kind": kind, "on": on}
    return came.EngagementHeld(**told, findings=(), text=None, by=QUIN)


def standing(*events: QualityEvent) -> list[tuple[str, date, str, bool]]:
    found = clocks(recorded(*events), TERMS)
    return [(e.code, e.due.at.date(), e.outcome.value, is_breached(e, NOON)) for e in found]


@pytest.mark.covers("C-PROVMTG-MONTH", "2-049")
def test_a_contract_meeting_is_held_each_month() -> None:
    code = "C-PROVMTG-MONTH"
    assert standing(BEGUN) == [(code, date(2026, 7, 1), "running", False)]
    march, april = meeting(date(2026, 3, 10)), meeting(date(2026, 4, 20), 10)
    assert standing(BEGUN, HELD, march, april) == [
        (code, date(2026, 4, 10), "met", True),
        (code, date(2026, 5, 20), "running", True),
    ]


def test_an_action_is_due_on_its_day() -> None:
    late, done = standing(BEGUN, HELD, AGREED)[-1], standing(BEGUN, HELD, AGREED, DONE)[-1]
    assert late == ("C-ACTION", date(2026, 5, 24), "running", True)
    assert done[2:] == ("met", False)


def assurance(from_: date, until: date | None) -> AssuranceRecorded:
    return AssuranceRecorded(
        kind=AssuranceKind.BUSINESS_CONTINUITY_PLAN,
        reference="POL 1",
        from_=from_,
        until=until,
        by=QUIN,
    )


@pytest.mark.covers("R-232", "4-250")
def test_an_assurance_is_renewed_by_its_last_day() -> None:
    first = assurance(date(2025, 5, 1), date(2026, 5, 1))

    def told(*more: AssuranceRecorded) -> tuple[str, bool]:
        clock = provider_clocks(recorded(first, *more), TERMS)[0]
        return clock.outcome.value, is_breached(clock, NOON)

    assert told() == ("running", True)
    assert told(assurance(date(2026, 5, 1), None)) == ("met", False)
    assert told(assurance(date(2026, 5, 8), None)) == ("met", True)
    assert told(assurance(date(2026, 7, 1), None)) == ("running", True)
    assert provider_clocks(recorded(assurance(date(2025, 5, 1), None)), TERMS) == []


def test_what_is_dated_before_what_it_follows_comes_with_it() -> None:
    said: list[came.QualityEvent] = [BEGUN, PLANNED, HELD, AGREED, DONE, decided(Status.RED)]
    told = recorded(*said)

    early = told_by(date(2026, 5, 15), told)
    assert [each.event for each in early] == [BEGUN, decided(Status.RED)]
    assert len(told_by(NOON.date(), told)) == len(told)
