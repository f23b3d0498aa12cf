"""Hours of support week by week: what was bought, given and confirmed."""

from datetime import date, datetime

import pytest

from domain import placement
from domain.placement.commands.support import AnswerSupport, RecordSupportGiven
from domain.placement.events import PlacementEvent
from domain.placement.events.support import SupportAnswered, SupportGiven
from domain.placement.support_hours import SupportWeek, support_weeks
from domain.shared.errors import BadContent, EffectiveBeforeStream, WrongState
from domain.shared.vocabulary import Subject
from tests.support.placements import agreement, ended, history, proposed, started
from tests.support.scenario import Case

case = Case(placement.decider)
BROKER = Subject("broker")
MONDAY, NEXT, TOLD = date(2026, 3, 16), date(2026, 3, 23), date(2026, 3, 30)
WEDNESDAY = date(2026, 3, 18)


def given(week: date = MONDAY, individual: int = 14, shared: int = 4) -> SupportGiven:
    return SupportGiven(week=week, individual=individual, shared=shared, on=TOLD, by=BROKER)


def answered(half_hours: int, week: date = MONDAY) -> SupportAnswered:
    return SupportAnswered(
        week=week,
        half_hours=half_hours,
        said_by="young_person",
        words="Nobody came on Friday.",
        on=TOLD,
        by=BROKER,
    )


def weeks(*events: PlacementEvent, since: date = date(2026, 3, 9)) -> list[SupportWeek]:
    story = [proposed(), *agreement(), started(since), *events]
    return list(support_weeks(history(*story), TOLD))


def test_what_was_given_and_what_the_child_says_of_it_are_facts_each_by_itself() -> None:
    there = case.given(started(date(2026, 3, 9)))

    there.when(RecordSupportGiven(**dict(given()))).then(given())
    there.when(AnswerSupport(**dict(answered(12)))).then(answered(12))
    tuesday = RecordSupportGiven(**{**dict(given()), "week": date(2026, 3, 17)})
    there.when(tuesday).then_refused(BadContent)
    before = RecordSupportGiven(**dict(given(date(2026, 3, 2))))
    there.when(before).then_refused(EffectiveBeforeStream)
    ahead = RecordSupportGiven(**{**dict(given()), "on": date(2026, 3, 15)})
    there.when(ahead).then_refused(EffectiveBeforeStream)
    left = case.given(started(date(2026, 3, 9)), ended(WEDNESDAY))
    left.when(RecordSupportGiven(**dict(given()))).then(given())
    left.when(RecordSupportGiven(**dict(given(NEXT)))).then_refused(WrongState)


@pytest.mark.covers("R-34", "R-222")
def test_what_was_bought_beyond_what_was_confirmed_falls_short() -> None:
    (week,) = weeks(given(), answered(12))

    assert (week.bought, week.individual, week.shared, week.confirmed) == (20, 14, 4, 12)
    assert (week.shortfall, week.disputed) == (8, True)
    (content,) = weeks(given(), answered(18))
    assert (content.shortfall, content.disputed) == (2, False)
    (generous,) = weeks(given(individual=24), answered(28))
    assert generous.shortfall == 0


@pytest.mark.covers("R-34", "R-222")
def test_what_nobody_confirmed_is_no_shortfall_and_an_answer_stands_without_an_entry() -> None:
    (unanswered,) = weeks(given())
    assert (unanswered.confirmed, unanswered.shortfall, unanswered.disputed) == (None, None, False)
    (alone,) = weeks(answered(6))
    assert (alone.individual, alone.shortfall, alone.disputed) == (None, 14, False)


@pytest.mark.covers("R-222")
def test_what_is_said_last_counts_and_a_part_of_a_week_is_bought_in_part() -> None:
    (mended,) = weeks(given(individual=30), given(), answered(3), answered(18))
    assert (mended.individual, mended.confirmed, mended.disputed) == (14, 18, False)

    (part,) = weeks(given(), since=WEDNESDAY)
    assert part.bought == 14
    none = list(support_weeks(history(started(date(2026, 3, 9)), answered(2)), TOLD))
    assert (none[0].bought, none[0].shortfall) == (0, 0)


def test_a_week_that_was_told_of_at_an_instant_is_known_from_then() -> None:
    later = given().model_copy(update={"on": datetime.fromisoformat("2026-03-31T09:00:00+00:00")})
    assert weeks(later) == []
