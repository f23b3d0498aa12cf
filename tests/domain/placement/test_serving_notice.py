"""The council gives notice in writing, for a reason that its contract maps to a period."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain import placement
from domain.placement.endings import ImmediateGround, StatutoryReview
from domain.placement.errors import NoticeIncomplete, NoticeReasonUnmapped, ReviewRequired
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.terms import NoticeClass, NoticeParty, NoticeRule
from tests.support.placements import (
    BROKER,
    agreement,
    contract,
    ended,
    notice_served,
    proposed,
    provider_notice,
    serve_notice,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
SERVED, LAST_DAY = date(2026, 4, 1), date(2026, 5, 1)
HELD = StatutoryReview(on=date(2026, 3, 25), held=True)


@pytest.mark.covers("4-233", "T26", "T27")
@pytest.mark.parametrize(
    ("served", "last_day"),
    [
        (date(2027, 1, 30), date(2027, 3, 1)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 11, 25), date(2026, 12, 25)),
    ],
)
def test_a_general_reason_gives_30_days_and_no_roll(served: date, last_day: date) -> None:
    case.given(started()).when(serve_notice(served)).then(
        notice_served(served, earliest_end=last_day)
    )


@pytest.mark.covers("4-234", "T28")
def test_a_specific_reason_gives_14_days() -> None:
    served = date(2026, 12, 14)

    case.given(started()).when(serve_notice(served, reason="behaviour")).then(
        notice_served(
            served,
            earliest_end=date(2026, 12, 28),
            days=14,
            reason="behaviour",
            notice_class=NoticeClass.SPECIFIC,
        )
    )


def test_the_day_of_service_is_the_day_in_london() -> None:
    just_after_midnight = datetime(2026, 4, 1, 23, 30, tzinfo=UTC)

    case.given(started()).when(serve_notice(just_after_midnight)).then(
        notice_served(just_after_midnight, earliest_end=date(2026, 5, 2))
    )


@pytest.mark.covers("4-235")
def test_the_days_are_the_contracts_own() -> None:
    ten = NoticeRule(
        party=NoticeParty.COUNCIL,
        notice_class=NoticeClass.GENERAL,
        days=10,
        reasons=frozenset({"needs_changed"}),
    )

    case.given(started()).when(serve_notice(terms=contract(ten))).then(
        notice_served(earliest_end=date(2026, 4, 11), days=10)
    )


def test_a_reason_that_the_contract_does_not_map_gives_no_notice() -> None:
    (case.given(started()).when(serve_notice(reason="price")).then_refused(NoticeReasonUnmapped))


def test_the_terms_are_those_of_the_placements_own_agreement() -> None:
    agreed = case.given(proposed(), *agreement(), started())

    agreed.when(serve_notice()).then(notice_served())
    agreed.when(serve_notice(terms=contract(version=2))).then_refused(NoticeReasonUnmapped)


@pytest.mark.covers("4-232")
@pytest.mark.parametrize(
    ("lacking", "name"),
    [
        ({"written": False}, "written"),
        ({"options_explored": "  "}, "options_explored"),
        ({"options_explored": None}, "options_explored"),
        ({"manager_approval": None}, "manager_approval"),
    ],
)
def test_notice_is_written_after_options_were_explored_and_a_manager_agreed(
    lacking: dict[str, Any], name: str
) -> None:
    state = placement.decider.replay([started()])

    with pytest.raises(NoticeIncomplete) as refused:
        placement.decider.decide(state, serve_notice(**lacking))

    assert refused.value.details["missing"] == [name]


def test_nobody_approves_their_own_notice() -> None:
    state = placement.decider.replay([started()])

    with pytest.raises(ConflictOfInterest):
        placement.decider.decide(state, serve_notice(manager_approval=BROKER))


@pytest.mark.covers("6-23", "R-48")
@pytest.mark.parametrize(
    "review",
    [None, StatutoryReview(on=date(2026, 5, 2), held=False)],
    ids=["none", "the day after the end"],
)
def test_a_looked_after_child_is_reviewed_before_the_end(
    review: StatutoryReview | None,
) -> None:
    command = serve_notice(looked_after=True, statutory_review=review)

    case.given(started()).when(command).then_refused(ReviewRequired)


@pytest.mark.covers("6-23", "R-48")
@pytest.mark.parametrize("review", [HELD, StatutoryReview(on=LAST_DAY, held=False)])
def test_a_review_held_or_scheduled_by_the_end_is_enough(review: StatutoryReview) -> None:
    case.given(started()).when(serve_notice(looked_after=True, statutory_review=review)).then(
        notice_served(statutory_review=review)
    )


@pytest.mark.covers("6-23", "6-24")
def test_immediate_risk_does_not_wait_for_a_review() -> None:
    case.given(started()).when(
        serve_notice(looked_after=True, risk_ground=ImmediateGround.HARM_TO_CHILD)
    ).then(notice_served(risk_ground=ImmediateGround.HARM_TO_CHILD))


def test_notice_is_not_served_before_the_start_or_after_the_end() -> None:
    early = serve_notice(date(2026, 3, 1))

    case.given(started()).when(early).then_refused(EffectiveBeforeStream)
    case.given(proposed()).when(serve_notice()).then_refused(WrongState)
    case.given(started(), ended()).when(serve_notice()).then_refused(WrongState)


def test_the_council_serves_once_and_may_answer_the_providers_notice_with_its_own() -> None:
    case.given(started(), notice_served()).when(serve_notice()).then_refused(WrongState)
    case.given(started(), provider_notice()).when(serve_notice()).then(notice_served())
