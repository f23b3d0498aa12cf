"""Who is eligible, relevant and former relevant, and what is due to them."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.case.chronology import chronology
from domain.case.codes import Participation
from domain.case.documents import DocumentId
from domain.case.events import (
    CaseEvent,
    PathwayNeedsAssessed,
    PathwayPlanMade,
    PathwayReviewHeld,
    PersonalAdviserVisited,
)
from domain.case.leaving_care import leaving_care, standing_on
from domain.case.pathway import (
    RecordAdviserVisit,
    RecordPathwayNeeds,
    RecordPathwayPlan,
    RecordPathwayReview,
    ReviewAskedBy,
)
from domain.case.pathway_clocks import pathway_clocks
from domain.placement.case_clocks import began
from domain.shared.child_in_law import PlacementBegan
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, NotFound
from domain.shared.moments import london_day
from domain.shared.vocabulary import LegalStatus, birthday
from tests.support.cases import BORN, WORKER, became, case, case_opened, ceased, changed
from tests.support.clocks import ANCHOR, TERMS, log
from tests.support.placements import ended, history, started

FOURTEEN, SIXTEEN, ADULT = (birthday(BORN, age) for age in (14, 16, 18))
LONG_SINCE = SIXTEEN - timedelta(days=400)
WEEKS_13 = timedelta(weeks=13)


def turns(*events: CaseEvent) -> list[tuple[str, date, date]]:
    found = leaving_care(chronology(log(case_opened(), *events)))
    return [(each.standing.value, each.since, each.until) for each in found]


def due(*events: CaseEvent, lived_in: Sequence[PlacementBegan] = ()) -> list[tuple[str, date, str]]:
    found = pathway_clocks(log(case_opened(), *events), TERMS, lived_in)
    return [(each.code, london_day(each.due.at), each.outcome.value) for each in found]


def lived(since: date, until: date | None = None) -> PlacementBegan:
    stay = began(history(started(since), *([ended(until)] if until else [])))
    assert stay is not None
    return stay


def assessed(on: date) -> PathwayNeedsAssessed:
    return PathwayNeedsAssessed(on=on, views="My own key.", by=WORKER)


def planned(on: date) -> PathwayPlanMade:
    return PathwayPlanMade(on=on, agreed=True, document_id=None, by=WORKER)


def reviewed(on: date) -> PathwayReviewHeld:
    return PathwayReviewHeld(
        on=on,
        asked_by=ReviewAskedBy.TIME,
        participation=Participation.SPOKE,
        views="Too far.",
        attended=("provider",),
        recommendations=None,
        by=WORKER,
    )


def visited(on: date, *, seen: bool = True) -> PersonalAdviserVisited:
    return PersonalAdviserVisited(on=on, seen=seen, views=None, by=WORKER)


@pytest.mark.covers("R-218")
def test_who_was_long_in_care_is_eligible_on_the_16th_birthday_and_former_relevant_at_18() -> None:
    over = birthday(BORN, 21)

    assert turns(became(LONG_SINCE)) == [
        ("eligible", SIXTEEN, ADULT),
        ("former_relevant", ADULT, over),
    ]
    assert turns() == []


@pytest.mark.covers("R-218")
def test_thirteen_weeks_are_counted_in_all_and_from_14_on() -> None:
    late = SIXTEEN + timedelta(days=100)
    assert turns(became(late))[0][:2] == ("eligible", late + WEEKS_13)

    before = (became(FOURTEEN - timedelta(days=300)), ceased(FOURTEEN + timedelta(days=60)))
    back = became(SIXTEEN + timedelta(days=10))
    assert turns(*before, back)[0][:2] == ("eligible", SIXTEEN + timedelta(days=41))


@pytest.mark.covers("R-218")
def test_who_left_care_before_16_or_too_soon_is_nobody_of_these() -> None:
    assert turns(became(LONG_SINCE), ceased(SIXTEEN - timedelta(days=1))) == []
    assert turns(became(SIXTEEN), ceased(SIXTEEN + timedelta(days=90))) == []
    assert turns(became(ADULT - timedelta(days=91))) == []


@pytest.mark.covers("R-218")
def test_a_series_of_short_breaks_is_not_counted() -> None:
    assert turns(became(LONG_SINCE, LegalStatus.SHORT_BREAKS)) == []


@pytest.mark.covers("R-218")
def test_who_was_eligible_is_relevant_once_out_of_care_and_eligible_again_on_coming_back() -> None:
    left, back = SIXTEEN + timedelta(days=30), SIXTEEN + timedelta(days=60)
    found = turns(became(LONG_SINCE), ceased(left), became(back))

    assert [each[:2] for each in found] == [
        ("eligible", SIXTEEN),
        ("relevant", left),
        ("eligible", back),
        ("former_relevant", ADULT),
    ]


@given(st.lists(st.integers(0, 4 * 365), min_size=1, max_size=8, unique=True))
def test_turns_never_overlap_nor_leave_a_day_between_16_and_21_once_begun(
    moved: list[int],
) -> None:
    days = [FOURTEEN + timedelta(days=each) for each in sorted(moved)]
    story = [became(day) if n % 2 == 0 else ceased(day) for n, day in enumerate(days)]
    found = leaving_care(chronology(log(case_opened(), *story)))

    for one, following in pairwise(found):
        assert one.since < one.until == following.since
    assert not found or found[0].since >= SIXTEEN
    assert not found or standing_on(found, birthday(BORN, 21)) is None


def test_what_is_done_on_the_way_is_recorded_whatever_the_age() -> None:
    child = case.given(case_opened())

    child.when(RecordPathwayNeeds(**dict(assessed(FOURTEEN)))).then(assessed(FOURTEEN))
    plan = RecordPathwayPlan(**dict(planned(SIXTEEN)))
    child.when(plan).then(planned(SIXTEEN))
    unknown = plan.model_copy(update={"document_id": DocumentId(ANCHOR)})
    child.when(unknown).then_refused(NotFound)
    review = RecordPathwayReview(**dict(reviewed(SIXTEEN)))
    child.when(review).then(reviewed(SIXTEEN))
    silent = review.model_copy(update={"participation": None})
    child.when(silent).then_refused(MissingInformation)
    child.when(RecordAdviserVisit(**dict(visited(SIXTEEN)))).then(visited(SIXTEEN))
    unborn = RecordPathwayNeeds(**dict(assessed(BORN - timedelta(days=1))))
    child.when(unborn).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("C-PATHNEEDS-3M", "R-219")
def test_needs_are_assessed_within_three_months_of_becoming_eligible() -> None:
    last = date(2028, 8, 17)

    assert due(became(LONG_SINCE)) == [("C-PATHNEEDS-3M", last, "running")]
    assert due(became(LONG_SINCE), assessed(date(2028, 6, 1)))[0][2] == "met"
    assert due(became(LONG_SINCE), changed(SIXTEEN + timedelta(days=9)))[0][1] == last
    left = SIXTEEN + timedelta(days=30)
    assert due(became(LONG_SINCE), ceased(left))[0] == ("C-PATHNEEDS-3M", last, "running")


@pytest.mark.covers("C-PATHREV-6M", "R-219")
def test_a_pathway_plan_is_reviewed_every_six_months_until_21() -> None:
    made, again = date(2028, 8, 1), date(2029, 1, 15)
    way = (became(LONG_SINCE), assessed(made), planned(made))

    assert due(*way)[1:] == [("C-PATHREV-6M", date(2029, 2, 1), "running")]
    assert due(*way, planned(date(2028, 9, 1)))[1:] == due(*way)[1:]
    assert due(*way, reviewed(again))[1:] == [
        ("C-PATHREV-6M", date(2029, 2, 1), "met"),
        ("C-PATHREV-6M", date(2029, 7, 15), "running"),
    ]
    last = date(2033, 1, 1)
    assert [each[2] for each in due(*way, reviewed(last))[1:]] == ["met"]


@pytest.mark.covers("C-PAVISIT-7D", "C-PAVISIT-2M", "R-219")
def test_the_adviser_comes_in_seven_days_and_then_every_two_months_once_care_was_left() -> None:
    left = date(2029, 3, 1)
    way = (became(LONG_SINCE), assessed(SIXTEEN), ceased(left))
    home = [lived(date(2028, 1, 1))]

    assert due(*way, lived_in=home)[1:] == [("C-PAVISIT-7D", date(2029, 3, 8), "running")]
    in_vain = visited(date(2029, 3, 5), seen=False)
    assert due(*way, in_vain, lived_in=home)[1:] == due(*way, lived_in=home)[1:]
    came = visited(date(2029, 3, 6))
    assert due(*way, came, lived_in=home)[1:] == [
        ("C-PAVISIT-7D", date(2029, 3, 8), "met"),
        ("C-PAVISIT-2M", date(2029, 5, 6), "running"),
    ]
    gone = [lived(date(2028, 1, 1), date(2029, 3, 4))]
    assert due(*way, lived_in=gone)[1:] == []
    assert due(became(LONG_SINCE), assessed(SIXTEEN), lived_in=[lived(SIXTEEN)])[1:] == [
        ("C-PAVISIT-7D", ADULT + timedelta(days=7), "running")
    ]


def test_coming_of_age_begins_no_visits_anew() -> None:
    left = ADULT - timedelta(days=20)
    found = due(became(LONG_SINCE), ceased(left), lived_in=[lived(left)])

    assert [each for each in found if each[0] == "C-PAVISIT-7D"] == [
        ("C-PAVISIT-7D", left + timedelta(days=7), "running")
    ]
