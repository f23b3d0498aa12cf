"""What becomes of a notice: another end that both agree on, a second one, or none any more."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from domain import placement
from domain.placement.commands import (
    NoteNoticeRanOut,
    ReplaceNotice,
)
from domain.placement.endings import ImmediateGround, NoticeOutcome, StatutoryReview
from domain.placement.errors import NoticeEndNotPossible, NoticeIncomplete, ReviewRequired
from domain.placement.events import (
    NoticeExpiredChildStillPlaced,
    NoticeExtendedByAgreement,
    PlacementEnded,
    PlacementEvent,
)
from domain.placement.state import Active, UnderNotice
from domain.shared.errors import (
    CaseworkError,
    ConflictOfInterest,
    EffectiveBeforeStream,
    NotPermitted,
    WrongState,
)
from tests.support.notices import (
    AGREED,
    LAST_DAY,
    LATER,
    SOONER,
    agree,
    replaced,
    shortened,
    withdraw,
    withdrawn,
)
from tests.support.placements import (
    BROKER,
    MANAGER,
    ended,
    notice_served,
    provider_notice,
    record_end,
    serve_notice,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
under_notice = case.given(started(), notice_served())


@pytest.mark.covers("6-16", "R-147")
def test_both_parties_shorten_a_notice_and_say_until_when_is_paid() -> None:
    under_notice.when(agree()).then(shortened())


@pytest.mark.covers("6-16")
@pytest.mark.parametrize("alone", [{"provider_agreed": None}, {"approved_by": None}])
@pytest.mark.parametrize("end", [SOONER, LATER])
def test_one_party_alone_moves_nothing(alone: dict[str, Any], end: date) -> None:
    under_notice.when(agree(end, **alone)).then_refused(NotPermitted)


def test_another_end_is_agreed_in_writing_and_approved_by_another_than_who_asks() -> None:
    under_notice.when(agree(written=False)).then_refused(NoticeIncomplete)
    under_notice.when(agree(reason=" ")).then_refused(NoticeIncomplete)
    under_notice.when(agree(approved_by=BROKER)).then_refused(ConflictOfInterest)


@pytest.mark.parametrize(
    "impossible",
    [
        {"earliest_end": LAST_DAY, "sooner": True},
        {"earliest_end": LAST_DAY, "sooner": False},
        {"earliest_end": date(2026, 4, 2)},
        {"pay_until": date(2026, 4, 10)},
    ],
    ids=["as it is", "as it is", "before it is agreed", "unpaid nights"],
)
def test_an_end_that_cannot_be_is_refused(impossible: dict[str, Any]) -> None:
    end = impossible.pop("earliest_end", SOONER)

    under_notice.when(agree(end, **impossible)).then_refused(NoticeEndNotPossible)


@pytest.mark.covers("6-23")
def test_what_the_council_ends_sooner_is_reviewed_by_then() -> None:
    after = StatutoryReview(on=date(2026, 4, 20), held=False)
    by_then = StatutoryReview(on=SOONER, held=False)

    looked_after = agree(looked_after=True, statutory_review=after)
    under_notice.when(looked_after).then_refused(ReviewRequired)
    reviewed = agree(looked_after=True, statutory_review=by_then)
    under_notice.when(reviewed).then(shortened())
    case.given(started(), provider_notice(end_named=LAST_DAY)).when(looked_after).then(shortened())
    at_risk = notice_served(risk_ground=ImmediateGround.HARM_TO_CHILD)
    case.given(started(), at_risk).when(looked_after).then(shortened())


def test_an_extended_notice_runs_on_also_where_none_named_an_end() -> None:
    extended = NoticeExtendedByAgreement(**dict(shortened(LATER, LATER)) | {"was": LAST_DAY})
    under_notice.when(agree(LATER)).then(extended)
    open_ended = case.given(started(), provider_notice(end_named=None))
    open_ended.when(agree(LATER)).then(extended.model_copy(update={"was": None}))
    open_ended.when(agree(LATER, sooner=True)).then_refused(NoticeEndNotPossible)


@pytest.mark.covers("6-19")
def test_of_two_notices_the_earlier_end_counts() -> None:
    tenth_day, sooner = date(2026, 4, 11), date(2026, 4, 25)
    second = serve_notice(tenth_day, reason="behaviour")

    under_notice.when(ReplaceNotice(replaces=1, notice=second)).then(
        replaced(tenth_day, earliest_end=sooner, own_end=sooner)
    )
    last_week, alone = date(2026, 4, 28), date(2026, 5, 12)
    late = serve_notice(last_week, reason="behaviour")
    under_notice.when(ReplaceNotice(replaces=1, notice=late)).then(
        replaced(last_week, earliest_end=LAST_DAY, own_end=alone)
    )


@pytest.mark.covers("6-19", "6-23")
def test_a_second_notice_needs_all_that_the_first_did() -> None:
    def refused(second: Any, error: type[CaseworkError], replaces: int = 1) -> None:
        command = ReplaceNotice(replaces=replaces, notice=second)
        under_notice.when(command).then_refused(error)

    refused(serve_notice(AGREED, reason="behaviour", written=False), NoticeIncomplete)
    refused(serve_notice(AGREED, manager_approval=BROKER), ConflictOfInterest)
    refused(serve_notice(date(2026, 3, 30)), EffectiveBeforeStream)
    refused(serve_notice(AGREED), WrongState, replaces=2)
    too_late = StatutoryReview(on=date(2026, 4, 18), held=False)
    refused(
        serve_notice(AGREED, reason="behaviour", looked_after=True, statutory_review=too_late),
        ReviewRequired,
    )
    theirs = case.given(started(), provider_notice())
    theirs.when(ReplaceNotice(replaces=1, notice=serve_notice(AGREED))).then_refused(WrongState)


@pytest.mark.covers("6-20", "R-147")
def test_a_notice_is_taken_back_with_the_other_partys_consent() -> None:
    under_notice.when(withdraw()).then(withdrawn())
    under_notice.when(withdraw(provider_agreed=None)).then_refused(NotPermitted)
    under_notice.when(withdraw(approved_by=None)).then_refused(NotPermitted)
    theirs = case.given(started(), provider_notice())
    theirs.when(withdraw(provider_agreed=None)).then_refused(NotPermitted)
    theirs.when(withdraw(approved_by=None)).then_refused(NotPermitted)
    under_notice.when(withdraw(reason=" ")).then_refused(NoticeIncomplete)
    under_notice.when(withdraw(on=date(2026, 3, 30))).then_refused(EffectiveBeforeStream)
    under_notice.when(withdraw(2)).then_refused(WrongState)
    case.given(started(), notice_served(), withdrawn()).when(withdraw()).then_refused(WrongState)


@pytest.mark.covers("R-147")
@pytest.mark.parametrize("act", [agree, withdraw])
@pytest.mark.parametrize("one", [BROKER, BROKER.upper(), MANAGER])
def test_nobody_agrees_for_both_parties(act: Callable[..., Any], one: str) -> None:
    under_notice.when(act(provider_agreed=one)).then_refused(ConflictOfInterest)
    under_notice.when(act(approved_by=BROKER)).then_refused(ConflictOfInterest)


@pytest.mark.covers("6-20")
def test_a_placement_is_under_notice_while_any_runs() -> None:
    def remembers(*events: PlacementEvent) -> object:
        return type(placement.decider.replay([started(), *events]))

    theirs_too = (notice_served(), provider_notice())
    assert remembers(notice_served(), withdrawn()) is Active
    assert remembers(*theirs_too, withdrawn()) is UnderNotice
    assert remembers(*theirs_too, withdrawn(), withdrawn(2)) is Active
    again = case.given(started(), notice_served(), withdrawn()).when(serve_notice(AGREED))
    again.then(notice_served(AGREED, earliest_end=date(2026, 5, 3)))


@pytest.mark.covers("6-18")
def test_a_notice_that_ran_out_is_noted_once_for_each_day_that_it_did() -> None:
    def noted(expired_on: date) -> NoticeExpiredChildStillPlaced:
        return NoticeExpiredChildStillPlaced(notice=1, expired_on=expired_on)

    under_notice.when(NoteNoticeRanOut(by_end_of=LAST_DAY)).then(noted(LAST_DAY))
    under_notice.when(NoteNoticeRanOut(by_end_of=date(2026, 4, 30))).then()
    once = (started(), notice_served(), noted(LAST_DAY))
    case.given(*once).when(NoteNoticeRanOut(by_end_of=LATER)).then()
    extended = NoticeExtendedByAgreement(**dict(shortened(LATER, LATER)))
    case.given(*once, extended).when(NoteNoticeRanOut(by_end_of=LATER)).then(noted(LATER))
    gone = (started(), notice_served(), withdrawn())
    case.given(*gone).when(NoteNoticeRanOut(by_end_of=LATER)).then()


@pytest.mark.covers("6-17", "6-20")
@pytest.mark.parametrize(
    ("events", "left", "outcome"),
    [
        ([shortened()], SOONER, NoticeOutcome.ON_TIME),
        ([shortened()], LAST_DAY, NoticeOutcome.LATE),
        ([withdrawn()], LAST_DAY, None),
        (
            [replaced(AGREED, date(2026, 4, 17), date(2026, 4, 17))],
            date(2026, 4, 17),
            NoticeOutcome.ON_TIME,
        ),
    ],
)
def test_the_end_is_held_against_the_notice_as_it_stands(
    events: Sequence[PlacementEvent], left: date, outcome: NoticeOutcome | None
) -> None:
    state = placement.decider.replay([started(), notice_served(), *events])

    (end,) = placement.decider.decide(state, record_end(left))

    assert isinstance(end, PlacementEnded)
    assert end.notice_outcome == outcome


def test_nothing_is_agreed_of_a_placement_that_is_over() -> None:
    over = case.given(started(), notice_served(), ended())

    for command in (agree(), withdraw(), NoteNoticeRanOut(by_end_of=LATER)):
        over.when(command).then_refused(WrongState)
