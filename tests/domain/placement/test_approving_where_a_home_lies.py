"""A home outside the area is approved by who may, on everything that the approval rests on."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain import placement
from domain.placement import PlacementEvent
from domain.placement.approving import ASKED, ApprovalKind, Considered, Matter
from domain.placement.clocks import clocks
from domain.placement.commands import (
    AgreeStart,
    GrantApproval,
    RecordMatters,
    RefuseApproval,
    RequestApproval,
)
from domain.placement.errors import (
    ApprovalUnsettled,
    DetailsMissing,
    DistantNotApproved,
    OutOfAreaNotApproved,
)
from domain.placement.events import (
    ApprovalGranted,
    ApprovalRefused,
    ApprovalRequested,
    AreaAuthorityNotified,
    MattersConsidered,
    PlacementNotStarted,
    PlacementStarted,
)
from domain.placement.notifying import AreaContent, Means
from domain.shared.clock_catalogue import C_APPR_5WD, C_OOA_APPR
from domain.shared.clocks import Clock, Outcome
from domain.shared.envelope import GssCode
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    NotPermitted,
    WrongState,
)
from domain.shared.geography import ApprovalNeeded
from domain.shared.moments import end_of_day, london_day
from domain.shared.officers import OfficerNotListed
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import SettingId, Subject
from tests.support.clocks import TERMS
from tests.support.placements import (
    BROKER,
    PLACEMENT,
    SETTING,
    START,
    agree_start,
    arrangement,
    history,
    prepared,
    proposed,
    record_start,
    start_agreed,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)

WORKER, HEAD, DIRECTOR = map(Subject, ("worker", "head of service", "director"))
AREA, DISTANCE = ApprovalKind.OUT_OF_AREA, ApprovalKind.AT_A_DISTANCE
AT_NIGHT = datetime(2026, 3, 1, 22, 40, tzinfo=UTC)
BY_PHONE = VerbalAuthority(officer=DIRECTOR, given_at=AT_NIGHT, noted_by=Subject("careline"))
NEEDED = {AREA: ApprovalNeeded.NOMINATED_OFFICER, DISTANCE: ApprovalNeeded.DCS}


def told(*matters: Matter, done: bool = True) -> MattersConsidered:
    said = (
        Considered(matter=each, on=date(2026, 2, 20), how="Asked", done=done) for each in matters
    )
    return MattersConsidered(matters=tuple(said), by=WORKER)


def everything(kind: ApprovalKind) -> MattersConsidered:
    return told(*ASKED[kind])


def asked(kind: ApprovalKind = DISTANCE) -> ApprovalRequested:
    return ApprovalRequested(kind=kind, because="None nearer.", by=WORKER)


def grant(kind: ApprovalKind = DISTANCE, **more: Any) -> GrantApproval:
    return GrantApproval(**{"kind": kind, "by": DIRECTOR, "role": "dcs", **more})


def granted(kind: ApprovalKind = DISTANCE, **more: Any) -> ApprovalGranted:
    said = {"kind": kind, "emergency": False, "outstanding": (), "by": DIRECTOR, "role": "dcs"}
    return ApprovalGranted(**{**said, **more})


def agree_away(kind: ApprovalKind) -> AgreeStart:
    return agree_start().model_copy(update={"approval_needed": NEEDED[kind]})


def moved(kind: ApprovalKind, **more: Any) -> placement.PlacementCommand:
    return record_start(approval_needed=NEEDED[kind], **more)


def missing_for(command: GrantApproval, *history_: PlacementEvent) -> Any:
    with pytest.raises(ApprovalUnsettled) as refusal:
        placement.decider.decide(placement.decider.replay(history_), command)
    return refusal.value.details["missing"]


@pytest.mark.covers("1-032")
def test_what_is_settled_and_asked_for_is_approved_by_name_and_role() -> None:
    case.given(proposed(), everything(DISTANCE), asked()).when(grant()).then(granted())


@pytest.mark.covers("R-159")
def test_nothing_was_seen_to_for_a_child_before_it_was_born() -> None:
    wishes = told(Matter.WISHES_AND_FEELINGS)
    (seen_to,) = wishes.matters
    on = london_day(seen_to.on)
    born = RecordMatters(matters=wishes.matters, by=WORKER, born_on=on)
    unborn = born.model_copy(update={"born_on": on + timedelta(days=1)})

    case.given(proposed()).when(born).then(wishes)
    case.given(proposed()).when(unborn).then_refused(EffectiveBeforeStream)


def test_what_was_seen_to_is_recorded_and_says_how() -> None:
    wishes = told(Matter.WISHES_AND_FEELINGS)
    case.given(proposed()).when(RecordMatters(matters=wishes.matters, by=WORKER)).then(wishes)

    blank = Considered(matter=Matter.IRO_CONSULTED, on=date(2026, 2, 20), how=" ")
    for nothing in ((), (blank,)):
        unsaid = RecordMatters(matters=nothing, by=WORKER)
        case.given(proposed()).when(unsaid).then_refused(DetailsMissing)


@pytest.mark.covers("R-129")
def test_everything_that_it_rests_on_and_is_missing_is_named_at_once() -> None:
    assert missing_for(grant(), proposed(), asked()) == [each.value for each in ASKED[DISTANCE]]

    area = grant(AREA)
    some = told(Matter.WISHES_AND_FEELINGS, Matter.IRO_CONSULTED)
    assert missing_for(area, proposed(), some, asked(AREA)) == [
        "most_appropriate",
        "relatives_consulted",
        "area_authority_notified",
    ]


def test_at_a_distance_the_area_is_consulted_and_given_the_care_plan_and_notice_is_not_enough() -> (
    None
):
    notified = everything(AREA)
    assert missing_for(grant(), proposed(), notified, asked()) == [
        "area_authority_consulted",
        "care_plan_given",
    ]


@pytest.mark.covers("R-129")
def test_relatives_may_be_left_out_with_why_and_nothing_else_may() -> None:
    all_but = told(*(each for each in ASKED[AREA] if each is not Matter.RELATIVES_CONSULTED))
    left = told(Matter.RELATIVES_CONSULTED, done=False)
    area = grant(AREA, role="nominated_officer", by=HEAD)
    approved = granted(AREA, role="nominated_officer", by=HEAD)
    case.given(proposed(), all_but, left, asked(AREA)).when(area).then(approved)

    taken_back = told(Matter.IRO_CONSULTED, done=False)
    assert missing_for(area, proposed(), everything(AREA), taken_back, asked(AREA)) == [
        "iro_consulted"
    ]


def test_a_nominated_officer_does_not_approve_what_is_at_a_distance() -> None:
    not_enough = grant(by=HEAD, role="nominated_officer")
    given = case.given(proposed(), everything(DISTANCE), asked())
    given.when(not_enough).then_refused(NotPermitted)


@pytest.mark.covers("R-127")
@pytest.mark.parametrize("self_approving", [WORKER, BROKER])
def test_neither_who_asked_nor_who_put_it_forward_approves(self_approving: Subject) -> None:
    given = case.given(proposed(), everything(DISTANCE), asked())
    given.when(grant(by=self_approving)).then_refused(ConflictOfInterest)


def test_it_is_asked_for_with_why_before_it_is_given_and_once() -> None:
    ask = RequestApproval(kind=DISTANCE, because="None nearer.", by=WORKER)
    case.given(proposed()).when(ask).then(asked())
    case.given(proposed(), asked()).when(ask).then_refused(WrongState)
    case.given(proposed()).when(grant()).then_refused(WrongState)
    case.given(proposed(), everything(DISTANCE), asked(), granted()).when(grant()).then_refused(
        WrongState
    )
    unsaid = ask.model_copy(update={"because": " "})
    case.given(proposed()).when(unsaid).then_refused(DetailsMissing)


def test_in_an_emergency_the_rest_follows_and_is_named() -> None:
    first = told(Matter.WISHES_AND_FEELINGS, Matter.MOST_APPROPRIATE)
    emergency: dict[str, Any] = {"emergency": True, "placed_in_emergency": True}
    rest = ASKED[DISTANCE][2:]
    for_now = granted(emergency=True, outstanding=rest)

    case.given(proposed(), first, asked()).when(grant(**emergency)).then(for_now)
    assert missing_for(grant(**emergency), proposed(), asked()) == [
        "wishes_and_feelings",
        "most_appropriate",
    ]
    case.given(proposed(), first, asked()).when(grant(emergency=True)).then_refused(WrongState)
    case.given(proposed(), first, asked(), for_now).when(grant(**emergency)).then_refused(
        WrongState
    )
    case.given(proposed(), first, asked(), for_now, told(*rest)).when(grant()).then(granted())


def test_by_telephone_somebody_else_writes_it_down_and_only_in_an_emergency() -> None:
    first = told(Matter.WISHES_AND_FEELINGS, Matter.MOST_APPROPRIATE)
    given = case.given(proposed(), first, asked())
    spoken = grant(emergency=True, placed_in_emergency=True, word=BY_PHONE)

    rest = ASKED[DISTANCE][2:]
    given.when(spoken).then(granted(emergency=True, outstanding=rest, word=BY_PHONE))
    given.when(grant(word=BY_PHONE)).then_refused(WrongState)
    for listed, refusal in ((frozenset({"dcs"}), None), (frozenset({"broker"}), OfficerNotListed)):
        said = given.when(spoken.model_copy(update={"officer_roles": listed}))
        if refusal is not None:
            said.then_refused(refusal)
        else:
            said.then(granted(emergency=True, outstanding=rest, word=BY_PHONE))
    own_word = BY_PHONE.model_copy(update={"noted_by": DIRECTOR})
    given.when(spoken.model_copy(update={"word": own_word})).then_refused(ConflictOfInterest)


def test_a_refusal_says_why_and_is_asked_for_anew() -> None:
    refuse = RefuseApproval(kind=DISTANCE, because="Two were not asked.", by=DIRECTOR, role="dcs")
    no = ApprovalRefused(kind=DISTANCE, because="Two were not asked.", by=DIRECTOR, role="dcs")
    case.given(proposed(), asked()).when(refuse).then(no)
    case.given(proposed(), asked(), no).when(grant()).then_refused(WrongState)
    again = RequestApproval(kind=DISTANCE, because="None nearer.", by=WORKER)
    case.given(proposed(), asked(), no).when(again).then(asked())
    unsaid = refuse.model_copy(update={"because": ""})
    case.given(proposed(), asked()).when(unsaid).then_refused(DetailsMissing)


def test_a_refusal_after_the_child_moved_in_for_now_is_a_breach() -> None:
    for_now = granted(emergency=True, outstanding=ASKED[DISTANCE][2:])
    refuse = RefuseApproval(
        kind=DISTANCE, because="Too far.", needed=ApprovalNeeded.DCS, by=DIRECTOR, role="dcs"
    )
    lives = placement.decider.replay([proposed(), asked(), for_now, started()])

    (no,) = placement.decider.decide(lives, refuse)

    assert [each.code for each in no.breaches] == ["DISTANT_NOT_APPROVED_BY_DCS"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("kind", "refusal"), [(AREA, OutOfAreaNotApproved), (DISTANCE, DistantNotApproved)]
)
def test_a_start_is_agreed_once_it_is_approved(
    kind: ApprovalKind, refusal: type[OutOfAreaNotApproved]
) -> None:
    case.given(*prepared()).when(agree_away(kind)).then_refused(refusal)
    case.given(*prepared(), asked(kind)).when(agree_away(kind)).then_refused(refusal)
    case.given(*prepared(), asked(kind), granted(kind)).when(agree_away(kind)).then(start_agreed())


def test_the_directors_approval_does_for_an_adjoining_area_and_not_the_other_way_round() -> None:
    case.given(*prepared(), asked(DISTANCE), granted(DISTANCE)).when(agree_away(AREA)).then(
        start_agreed()
    )
    near = [*prepared(), asked(AREA), granted(AREA)]
    case.given(*near).when(agree_away(DISTANCE)).then_refused(DistantNotApproved)


def _codes(*history_: PlacementEvent, command: placement.PlacementCommand) -> list[str]:
    (event,) = placement.decider.decide(placement.decider.replay(history_), command)
    assert isinstance(event, PlacementStarted)
    return [each.code for each in event.breaches]


def test_a_start_without_approval_is_a_fact_with_a_breach() -> None:
    agreed = [*prepared(), asked(), granted(), start_agreed()]
    assert "DISTANT_NOT_APPROVED_BY_DCS" not in _codes(*agreed, command=moved(DISTANCE))
    assert "DISTANT_NOT_APPROVED_BY_DCS" in _codes(*prepared(), command=moved(DISTANCE))
    assert "OUT_OF_AREA_NOT_APPROVED" in _codes(*prepared(), command=moved(AREA))
    elsewhere = moved(DISTANCE, decided_elsewhere=True)
    assert "DISTANT_NOT_APPROVED_BY_DCS" not in _codes(*prepared(), command=elsewhere)


@pytest.mark.covers("R-127")
def test_an_approval_is_of_one_home_and_not_of_the_one_that_the_child_came_to() -> None:
    other = arrangement().model_copy(update={"setting_id": SettingId(PLACEMENT)})
    agreed = [*prepared(), asked(), granted(), start_agreed()]

    assert "DISTANT_NOT_APPROVED_BY_DCS" in _codes(
        *agreed, command=moved(DISTANCE, arrangement=other)
    )
    there = case.given(*agreed, everything(DISTANCE), started(where=other))
    there.when(RequestApproval(kind=DISTANCE, because="None nearer.", by=WORKER)).then(asked())
    anew = case.given(*agreed, everything(DISTANCE), started(where=other), asked())
    anew.when(grant()).then_refused(ApprovalUnsettled)


AWAY = proposed().model_copy(update={"approval_needed": ApprovalNeeded.DCS})
STARTED = started(datetime(2026, 3, 2, 14, tzinfo=UTC)).model_copy(
    update={"approval_needed": ApprovalNeeded.DCS}
)


def clock(code: str, *events: PlacementEvent) -> Clock:
    (found,) = [each for each in clocks(history(*events), TERMS) if each.code == code]
    return found


@pytest.mark.covers("C-OOA-APPR")
def test_it_is_due_before_the_child_moves_in_and_met_by_who_may() -> None:
    running = clock(C_OOA_APPR, AWAY, asked())
    assert (running.outcome, running.due.at) == (Outcome.RUNNING, end_of_day(START))
    assert clock(C_OOA_APPR, AWAY, asked(AREA), granted(AREA)).outcome is Outcome.RUNNING
    assert clock(C_OOA_APPR, AWAY, asked(), granted()).outcome is Outcome.MET
    cancelled = PlacementNotStarted(placement_id=PLACEMENT, setting_id=SETTING, reason="declined")
    assert clock(C_OOA_APPR, AWAY, cancelled).outcome is Outcome.STOPPED
    assert not [e for e in clocks(history(proposed()), TERMS) if e.code == C_OOA_APPR]


@pytest.mark.covers("C-OOA-APPR")
def test_a_child_who_moved_in_first_is_late_to_the_minute() -> None:
    for begun in ((AWAY, STARTED), (STARTED,)):
        late = clock(C_OOA_APPR, *begun)
        assert (late.outcome, late.due.at) == (Outcome.RUNNING, STARTED.at)
        assert clock(C_OOA_APPR, *begun, asked(), granted()).outcome is Outcome.MET


def test_a_start_in_a_home_that_needs_no_approval_ends_the_wait() -> None:
    near = started(where=arrangement().model_copy(update={"setting_id": SettingId(PLACEMENT)}))
    assert clock(C_OOA_APPR, AWAY, near).outcome is Outcome.STOPPED


@pytest.mark.covers("R-128", "C-APPR-5WD")
def test_what_was_approved_in_an_emergency_is_completed_within_five_working_days() -> None:
    for_now = granted(emergency=True, outstanding=ASKED[DISTANCE][2:], word=BY_PHONE)
    running = clock(C_APPR_5WD, AWAY, asked(), for_now)
    # From Sunday 1 March: Monday is the first of the five.
    assert (running.outcome, running.due.at) == (Outcome.RUNNING, end_of_day(date(2026, 3, 6)))
    full, no = granted(), ApprovalRefused(kind=DISTANCE, because="No.", by=DIRECTOR, role="dcs")
    assert clock(C_APPR_5WD, AWAY, asked(), for_now, full).outcome is Outcome.MET
    assert clock(C_APPR_5WD, AWAY, asked(), for_now, no).outcome is Outcome.STOPPED
    near = granted(AREA)
    assert clock(C_APPR_5WD, AWAY, asked(), for_now, near).outcome is Outcome.RUNNING


@pytest.mark.covers("R-129")
def test_what_the_area_authority_was_told_counts_and_is_not_recorded_twice() -> None:
    def told_area(*contents: AreaContent) -> AreaAuthorityNotified:
        return AreaAuthorityNotified(
            council=GssCode("E07000034"),
            on=date(2026, 2, 20),
            means=Means.EMAIL,
            contents=contents,
            by=WORKER,
        )

    others = told(
        Matter.WISHES_AND_FEELINGS,
        Matter.MOST_APPROPRIATE,
        Matter.RELATIVES_CONSULTED,
        Matter.IRO_CONSULTED,
    )
    plan, rest = told_area(AreaContent.CARE_PLAN), told_area(*AreaContent)
    assert missing_for(grant(AREA), proposed(), others, plan, asked(AREA)) == [
        "area_authority_notified"
    ]
    case.given(proposed(), others, plan, rest, asked(AREA)).when(grant(AREA)).then(granted(AREA))
    assert missing_for(grant(), proposed(), others, rest, asked()) == ["area_authority_consulted"]


def test_what_an_emergency_puts_off_is_said_by_the_edition_of_the_day() -> None:
    """The list names what it does not put off; everything else of the kind may follow."""
    now = {"emergency": True, "placed_in_emergency": True}
    only_iro = grant(**now, at_once=frozenset({Matter.IRO_CONSULTED}))  # type: ignore[arg-type]
    assert missing_for(only_iro, proposed(), asked()) == ["iro_consulted"]
