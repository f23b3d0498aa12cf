"""Who answers a request, what a refusal leaves, and what is answered after the child left."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain import placement
from domain.placement import PlacementEvent
from domain.placement.approving import ASKED, ApprovalKind, Matter
from domain.placement.commands import GrantApproval, RefuseApproval, RequestApproval
from domain.placement.events import ApprovalRefused, PlacementNotStarted
from domain.shared.clock_catalogue import C_APPR_5WD, C_OOA_APPR, C_REG24_16W
from domain.shared.clocks import Outcome
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.geography import ApprovalNeeded
from domain.shared.moments import end_of_day
from domain.shared.vocabulary import SettingId, Subject
from tests.domain.placement.test_approving_where_a_home_lies import (
    AREA,
    AT_NIGHT,
    AWAY,
    BY_PHONE,
    DIRECTOR,
    DISTANCE,
    HEAD,
    STARTED,
    WORKER,
    asked,
    clock,
    everything,
    grant,
    granted,
    told,
)
from tests.domain.placement.test_connected_carers import FOR_NOW, IRO_KNOWS, LIVES, MORE
from tests.support.placements import (
    PLACEMENT,
    SETTING,
    START,
    arrangement,
    ended,
    prepared,
    proposed,
    record_start,
    start_agreed,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)

HASTE: dict[str, Any] = {"emergency": True, "placed_in_emergency": True}
FIRST = told(Matter.WISHES_AND_FEELINGS, Matter.MOST_APPROPRIATE)
REST = ASKED[DISTANCE][2:]
FOR_TONIGHT = granted(emergency=True, outstanding=REST, word=BY_PHONE)
ABROAD = Subject("bea")


def no(kind: ApprovalKind = DISTANCE, **more: Any) -> ApprovalRefused:
    said = {"kind": kind, "because": "Too far.", "by": DIRECTOR, "role": "dcs"}
    return ApprovalRefused(**{**said, **more})


def refuse(kind: ApprovalKind = DISTANCE, **more: Any) -> RefuseApproval:
    said = {"kind": kind, "because": "Too far.", "by": DIRECTOR, "role": "dcs"}
    return RefuseApproval(**{"needed": ApprovalNeeded.DCS, **said, **more})


def spoken(**more: Any) -> GrantApproval:
    return grant(**{**HASTE, "word": BY_PHONE, **more})


def refused(*history: PlacementEvent, command: RefuseApproval) -> ApprovalRefused:
    (event,) = placement.decider.decide(placement.decider.replay(history), command)
    assert isinstance(event, ApprovalRefused)
    return event


@pytest.mark.covers("R-152")
def test_a_word_is_given_on_a_request_and_not_before_it() -> None:
    given = case.given(proposed(), FIRST, asked())
    given.when(spoken(asked_at=AT_NIGHT + timedelta(seconds=30))).then(FOR_TONIGHT)
    late = spoken(asked_at=AT_NIGHT + timedelta(minutes=1))
    given.when(late).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("R-152")
def test_whoever_asks_does_not_write_down_the_answer() -> None:
    own = BY_PHONE.model_copy(update={"noted_by": WORKER})
    case.given(proposed(), FIRST, asked()).when(spoken(word=own)).then_refused(ConflictOfInterest)


@pytest.mark.covers("R-152")
def test_no_word_undoes_what_was_refused_and_who_may_approves_it_signed_in() -> None:
    given = case.given(proposed(), FIRST, asked(), no(), asked())
    given.when(spoken()).then_refused(WrongState)
    given.when(grant(**HASTE)).then(granted(emergency=True, outstanding=REST))
    twice = case.given(proposed(), FIRST, asked(), no(), asked(), no(), asked())
    twice.when(spoken()).then_refused(WrongState)


@pytest.mark.covers("R-153")
def test_whoever_put_the_child_there_does_not_approve_it() -> None:
    (moved,) = placement.decider.decide(
        placement.decider.replay([]), record_start(by=ABROAD, arrangement=arrangement())
    )
    lives = (moved, everything(DISTANCE), asked())
    case.given(*lives).when(grant(by=ABROAD)).then_refused(ConflictOfInterest)
    case.given(*lives).when(grant()).then(granted())

    other = arrangement().model_copy(update={"setting_id": SettingId(PLACEMENT)})
    elsewhere = (proposed(), started(where=other, by=ABROAD), everything(DISTANCE), asked())
    case.given(*elsewhere).when(grant(by=ABROAD)).then_refused(ConflictOfInterest)


@pytest.mark.covers("R-153")
def test_whoever_recorded_what_it_rests_on_does_not_approve_it() -> None:
    own = told(Matter.IRO_CONSULTED).model_copy(update={"by": DIRECTOR})
    rests = (proposed(), everything(DISTANCE), own, asked())
    case.given(*rests).when(grant()).then_refused(ConflictOfInterest)
    case.given(*rests, told(Matter.IRO_CONSULTED)).when(grant()).then(granted())
    of_another = told(Matter.EDUCATION_SERVED).model_copy(update={"by": DIRECTOR})
    case.given(proposed(), everything(DISTANCE), of_another, asked()).when(grant()).then(granted())


@pytest.mark.covers("R-154")
def test_a_refusal_after_the_start_was_agreed_says_that_it_stands() -> None:
    agreed = [*prepared(), asked(), granted(emergency=True, outstanding=REST), start_agreed()]
    assert refused(*agreed, command=refuse()).start_stands
    assert not refused(*agreed, command=refuse()).breaches
    assert not refused(proposed(), asked(), command=refuse()).start_stands
    by_another = [*prepared(), asked(), granted(), asked(AREA), start_agreed()]
    near = refuse(AREA, needed=ApprovalNeeded.NOMINATED_OFFICER)
    assert not refused(*by_another, command=near).start_stands


@pytest.mark.covers("R-154", "C-OOA-APPR")
def test_what_was_refused_after_all_is_due_again() -> None:
    undone = (AWAY, asked(), FOR_TONIGHT, start_agreed(), no())
    again = clock(C_OOA_APPR, *undone)
    assert (again.outcome, again.due.at) == (Outcome.RUNNING, end_of_day(START))
    assert clock(C_OOA_APPR, *undone, asked(), granted()).outcome is Outcome.MET
    assert clock(C_OOA_APPR, *undone[:4], no(AREA)).outcome is Outcome.MET
    called_off = PlacementNotStarted(placement_id=PLACEMENT, setting_id=SETTING, reason="declined")
    assert clock(C_OOA_APPR, *undone, called_off).outcome is Outcome.STOPPED


@pytest.mark.covers("R-155")
def test_more_weeks_are_not_given_in_an_emergency_nor_by_telephone() -> None:
    given = case.given(LIVES, FOR_NOW, IRO_KNOWS, asked(MORE))
    for hasty in (grant(MORE, weeks=8, **HASTE), spoken(kind=MORE, weeks=8)):
        given.when(hasty).then_refused(WrongState)


@pytest.mark.covers("R-155", "C-REG24-16W")
def test_weeks_that_were_refused_do_not_count_and_the_last_that_stand_do() -> None:
    hasty = granted(MORE, weeks=8, emergency=True)
    sixteen = end_of_day(date(2026, 12, 28))
    asked_for: list[PlacementEvent] = [LIVES, FOR_NOW, asked(MORE), hasty]
    assert clock(C_REG24_16W, *asked_for, no(MORE)).due.at == sixteen
    two = clock(C_REG24_16W, *asked_for, no(MORE), asked(MORE), granted(MORE, weeks=2))
    assert two.due.at == end_of_day(date(2027, 1, 11))
    assert clock(C_REG24_16W, *asked_for, no(DISTANCE)).due.at > sixteen

    breaches = refused(*asked_for, command=refuse(MORE)).breaches
    assert [each.code for each in breaches] == ["TEMPORARY_CARERS_NOT_EXTENDED"]


LEFT = (AWAY, FIRST, asked(), FOR_TONIGHT, STARTED, ended(datetime(2026, 3, 3, 9, tzinfo=UTC)))


@pytest.mark.covers("R-156")
def test_once_the_child_has_left_a_word_is_still_owned_to_or_denied() -> None:
    case.given(*LEFT, told(*REST)).when(grant()).then(granted())
    denied = refused(*LEFT, command=refuse())
    assert [each.code for each in denied.breaches] == ["DISTANT_NOT_APPROVED_BY_DCS"]
    for answer in (granted(), no()):
        for command in (grant(), refuse()):
            case.given(*LEFT, told(*REST), answer).when(command).then_refused(WrongState)


@pytest.mark.covers("R-156")
def test_nothing_else_is_asked_for_or_decided_once_the_child_has_left() -> None:
    never_answered = (AWAY, everything(DISTANCE), asked(), STARTED, LEFT[-1])
    for command in (grant(), refuse(by=HEAD, role="dcs")):
        case.given(*never_answered).when(command).then_refused(WrongState)
    ask = RequestApproval(kind=AREA, because="None nearer.", by=WORKER)
    case.given(*LEFT).when(ask).then_refused(WrongState)


@pytest.mark.covers("R-156", "R-128")
def test_the_five_days_for_a_word_go_on_after_the_child_left() -> None:
    assert clock(C_APPR_5WD, *LEFT).outcome is Outcome.RUNNING
    assert clock(C_APPR_5WD, *LEFT, granted()).outcome is Outcome.MET
    assert clock(C_APPR_5WD, *LEFT, no()).outcome is Outcome.STOPPED
    assert clock(C_OOA_APPR, *LEFT).outcome is Outcome.MET
    assert clock(C_OOA_APPR, *LEFT, no()).outcome is Outcome.STOPPED
