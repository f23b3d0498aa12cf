"""Statutory reviews adjourned, called off, confirmed and written down; disputes about them."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.case.codes import Participation
from domain.case.commands import RecordStatutoryReviewHeld, ScheduleStatutoryReview
from domain.case.errors import (
    AdjournedTooLong,
    UnknownDispute,
    UnknownReview,
    UnknownReviewAction,
)
from domain.case.events import (
    CaseEvent,
    EarlyReviewAsked,
    IRODisputeEscalated,
    IRODisputeRaised,
    IRODisputeResolved,
    ReviewActionFinished,
    ReviewAdjourned,
    ReviewCancelled,
    ReviewDecisionsConfirmed,
    ReviewRecordMoved,
    StatutoryReviewHeld,
    StatutoryReviewScheduled,
)
from domain.case.review import DisputeId, DisputeTier, RecordStep, ReviewAction, ReviewId
from domain.case.review_clocks import latest_resumption, review_clocks
from domain.case.reviewing import (
    AdjournReview,
    AskEarlyReview,
    CancelReview,
    ConfirmReviewDecisions,
    EscalateDispute,
    FinishReviewAction,
    RaiseDispute,
    RecordOfReview,
    ResolveDispute,
)
from domain.shared.errors import (
    BadContent,
    CaseworkError,
    ConflictOfInterest,
    EffectiveBeforeStream,
    WrongState,
)
from domain.shared.moments import london_day
from tests.support.cases import (
    MANAGER,
    MONDAY,
    REVIEWER,
    WORKER,
    became,
    case,
    case_opened,
    ceased,
    missing,
    returned,
)
from tests.support.clocks import TERMS, log

REVIEW, OTHER = ReviewId(UUID(int=7)), ReviewId(UUID(int=8))
DISPUTE = DisputeId(UUID(int=9))
DUE = date(2026, 3, 30)
BEGUN, AGAIN = date(2026, 3, 27), date(2026, 4, 10)
LATEST = date(2026, 4, 29)

planned = StatutoryReviewScheduled(review_id=REVIEW, on=BEGUN)
adjourned = ReviewAdjourned(
    review_id=REVIEW, first_sat_on=BEGUN, resumes_on=AGAIN, because="parent_ill", by=REVIEWER
)
off = ReviewCancelled(review_id=REVIEW, because="no_room", by=REVIEWER)
MENTOR = ReviewAction(code="mentor", whose="social_worker", by=date(2026, 5, 1))
confirmed = ReviewDecisionsConfirmed(review_id=REVIEW, on=AGAIN, actions=(MENTOR,), by=MANAGER)
issued = ReviewRecordMoved(
    review_id=REVIEW, step=RecordStep.ISSUED, on=date(2026, 4, 20), by=REVIEWER
)
given_out = issued.model_copy(update={"step": RecordStep.DISTRIBUTED, "on": date(2026, 4, 22)})
mentored = ReviewActionFinished(review_id=REVIEW, action="mentor", on=date(2026, 4, 30), by=WORKER)
raised = IRODisputeRaised(
    dispute_id=DISPUTE,
    about="no_school",
    words="She waits.",
    tier=DisputeTier.SERVICE_MANAGER,
    on=date(2026, 4, 20),
    by=REVIEWER,
)
higher = IRODisputeEscalated(
    dispute_id=DISPUTE, tier=DisputeTier.DCS, on=date(2026, 5, 5), by=REVIEWER
)
over = IRODisputeResolved(
    dispute_id=DISPUTE, outcome="school_found", words=None, on=date(2026, 5, 12), by=REVIEWER
)
wanted = EarlyReviewAsked(
    because="childs_wish", on=DUE, before=AGAIN, words="I want to talk.", by=WORKER
)


def held(on: date = BEGUN, first: date | None = None, of: ReviewId = REVIEW) -> StatutoryReviewHeld:
    return StatutoryReviewHeld(
        review_id=of,
        on=on,
        participation=Participation.SPOKE,
        chaired_by=REVIEWER,
        age_in_years=13,
        first_sat_on=first,
    )


def hold(on: date = BEGUN, of: ReviewId | None = REVIEW) -> RecordStatutoryReviewHeld:
    return RecordStatutoryReviewHeld(
        review_id=of,
        unplanned=None if of else OTHER,
        on=on,
        participation=Participation.SPOKE,
        chaired_by=REVIEWER,
    )


def adjourn(**changed: Any) -> AdjournReview:
    return AdjournReview(**{**dict(adjourned), "latest": LATEST, **changed})


child = (case_opened(), became(MONDAY))


def with_(*more: CaseEvent) -> Any:
    return case.given(*child, *more)


@pytest.mark.covers("6-32", "R-215")
def test_a_review_in_two_sittings_counts_when_it_is_completed_and_keeps_the_first() -> None:
    with_(planned).when(adjourn()).then(adjourned)
    with_(planned, adjourned).when(hold(AGAIN)).then(held(AGAIN, BEGUN))
    with_(planned, adjourned).when(hold(date(2026, 3, 26))).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("R-215")
def test_it_is_adjourned_once_and_not_beyond_twenty_working_days_after_it_was_due() -> None:
    assert latest_resumption(log(*child, planned), TERMS) == LATEST
    assert latest_resumption(log(case_opened(), planned), TERMS) is None

    last = adjourn(resumes_on=LATEST)
    with_(planned).when(last).then(adjourned.model_copy(update={"resumes_on": LATEST}))
    late = adjourn(resumes_on=date(2026, 4, 30))
    with_(planned).when(late).then_refused(AdjournedTooLong)
    with_(planned, adjourned).when(adjourn()).then_refused(WrongState)
    with_(planned, held()).when(adjourn()).then_refused(WrongState)
    backwards = adjourn(resumes_on=date(2026, 3, 26))
    with_(planned).when(backwards).then_refused(EffectiveBeforeStream)
    with_().when(adjourn()).then_refused(UnknownReview)


@pytest.mark.covers("6-32", "R-223")
def test_a_return_interview_that_nobody_held_keeps_no_review_from_being_adjourned() -> None:
    gone, back = missing(date(2026, 3, 3)), returned(date(2026, 3, 4))
    assert latest_resumption(log(*child, gone, back), TERMS) == LATEST


@pytest.mark.covers("6-32", "R-223")
def test_once_is_for_the_deadline_though_the_adjourned_review_is_called_off() -> None:
    another = adjourn(review_id=OTHER)
    for_other = adjourned.model_copy(update={"review_id": OTHER})
    instead = StatutoryReviewScheduled(review_id=OTHER, on=BEGUN)

    with_(planned, adjourned, off, instead).when(another).then_refused(WrongState)
    with_(planned, adjourned, instead).when(another).then_refused(WrongState)
    later = {"first_sat_on": date(2026, 4, 20), "resumes_on": date(2026, 4, 24)}
    next_one = another.model_copy(update=later)
    then = for_other.model_copy(update=later)
    with_(planned, adjourned, held(AGAIN, BEGUN), instead).when(next_one).then(then)
    anew = (ceased(date(2026, 4, 7)), became(date(2026, 4, 14)))
    with_(planned, adjourned, off, *anew, instead).when(next_one).then(then)


def test_what_was_called_off_is_not_adjourned_nor_planned_but_was_held_if_it_was() -> None:
    with_(planned).when(CancelReview(**dict(off))).then(off)
    with_(planned, off).when(adjourn()).then_refused(WrongState)
    again = ScheduleStatutoryReview(review_id=REVIEW, on=AGAIN)
    with_(planned, off).when(again).then_refused(WrongState)
    with_(planned, off).when(hold()).then(held())


@pytest.mark.covers("R-215")
def test_what_a_review_decided_is_confirmed_once_by_somebody_who_did_not_chair_it() -> None:
    confirm = ConfirmReviewDecisions(**dict(confirmed))
    with_(planned, held()).when(confirm).then(confirmed)

    def refused(error: type[CaseworkError], *so_far: CaseEvent, **changed: Any) -> None:
        with_(*so_far).when(confirm.model_copy(update=changed)).then_refused(error)

    refused(ConflictOfInterest, planned, held(), by=REVIEWER)
    refused(WrongState, planned)
    refused(WrongState, planned, held(), confirmed)
    refused(EffectiveBeforeStream, planned, held(), on=date(2026, 3, 26))
    refused(BadContent, planned, held(), actions=(MENTOR, MENTOR))


def test_a_review_that_nobody_planned_has_an_id_of_its_own_to_be_confirmed_by() -> None:
    with_().when(hold(of=None)).then(held(of=OTHER))
    of_other = {"review_id": OTHER}
    confirm = ConfirmReviewDecisions(**dict(confirmed)).model_copy(update=of_other)
    with_(held(of=OTHER)).when(confirm).then(confirmed.model_copy(update=of_other))


def test_its_record_is_issued_and_then_given_out_and_what_it_decided_is_done() -> None:
    done = (planned, held(), confirmed)
    with_(*done).when(RecordOfReview(**dict(issued))).then(issued)
    with_(*done).when(RecordOfReview(**dict(given_out))).then_refused(WrongState)
    with_(*done, issued).when(RecordOfReview(**dict(issued))).then_refused(WrongState)
    with_(*done, issued).when(RecordOfReview(**dict(given_out))).then(given_out)
    early = RecordOfReview(**{**dict(given_out), "on": AGAIN})
    with_(*done, issued).when(early).then_refused(EffectiveBeforeStream)
    with_(*done, issued, given_out).when(RecordOfReview(**dict(given_out))).then_refused(WrongState)

    finish = FinishReviewAction(**dict(mentored))
    with_(*done).when(finish).then(mentored)
    with_(*done, mentored).when(finish).then_refused(UnknownReviewAction)


@pytest.mark.covers("R-217")
def test_a_dispute_goes_up_the_ladder_or_to_cafcass_until_it_is_over() -> None:
    with_().when(RaiseDispute(**dict(raised))).then(raised)
    with_(raised).when(EscalateDispute(**dict(higher))).then(higher)
    aside = higher.model_copy(update={"tier": DisputeTier.CAFCASS})
    with_(raised).when(EscalateDispute(**dict(aside))).then(aside)
    with_(raised, aside).when(EscalateDispute(**dict(higher))).then(higher)
    for tier in (DisputeTier.TEAM_MANAGER, DisputeTier.SERVICE_MANAGER):
        lower = EscalateDispute(**{**dict(higher), "tier": tier})
        with_(raised).when(lower).then_refused(WrongState)
    with_(raised, higher).when(ResolveDispute(**dict(over))).then(over)
    with_(raised, over).when(EscalateDispute(**dict(higher))).then_refused(WrongState)
    with_().when(ResolveDispute(**dict(over))).then_refused(UnknownDispute)
    backdated = ResolveDispute(**{**dict(over), "on": date(2026, 4, 19)})
    with_(raised).when(backdated).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("R-216", "R-36")
def test_a_review_is_asked_for_early_by_whoever_though_one_was_just_held() -> None:
    ask = AskEarlyReview(**dict(wanted))
    with_(planned, held()).when(ask).then(wanted)
    backwards = ask.model_copy(update={"before": BEGUN})
    with_().when(backwards).then_refused(EffectiveBeforeStream)
    case.given(case_opened()).when(ask).then_refused(WrongState)


def due(*events: CaseEvent) -> list[tuple[str, date, str]]:
    found = review_clocks(log(*child, *events), TERMS)
    return [(each.code, london_day(each.due.at), each.outcome.value) for each in found]


@pytest.mark.covers("C-IRO-5WD", "R-215")
def test_decisions_record_and_distribution_are_due_from_when_it_was_completed() -> None:
    completed = (planned, adjourned, held(AGAIN, BEGUN))
    days = [date(2026, 4, 17), date(2026, 5, 1), date(2026, 5, 11)]

    assert due(*completed) == [("C-IRO-5WD", day, "running") for day in days]
    assert [each[2] for each in due(*completed, confirmed, issued)] == ["met", "met", "running"]
    assert [each[2] for each in due(*completed, confirmed, issued, given_out)] == ["met"] * 3
    assert due(planned, adjourned) == []


@pytest.mark.covers("C-IRODISP-20WD", "R-217")
def test_a_dispute_is_over_in_twenty_working_days_however_high_it_goes() -> None:
    last = date(2026, 5, 19)

    assert due(raised, higher) == [("C-IRODISP-20WD", last, "running")]
    assert due(raised, higher, over) == [("C-IRODISP-20WD", last, "met")]


@pytest.mark.covers("C-SREV-EARLY", "R-216")
def test_a_review_that_was_asked_for_is_held_by_the_day_that_was_named() -> None:
    assert due(wanted) == [("C-SREV-EARLY", AGAIN, "running")]
    before, after = held(BEGUN), held(date(2026, 4, 2), of=OTHER)
    assert due(before, wanted)[-1] == ("C-SREV-EARLY", AGAIN, "running")
    assert ("C-SREV-EARLY", AGAIN, "met") in due(wanted, after)
    assert due(wanted, ceased(date(2026, 4, 7))) == [("C-SREV-EARLY", AGAIN, "stopped")]
