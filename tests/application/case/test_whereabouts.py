"""Where is the child? On whose word, last confirmed when, and what speaks against it."""

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from application.case.whereabouts.contradicted import GRAVEST_FIRST
from application.case.whereabouts.told import Confirmation, Contradiction, Standing
from domain.case.codes import CeasingReason
from domain.placement.absences import AbsenceKind
from domain.placement.events import (
    HomeRegistrationLapsed,
    SignificantChangeReported,
    StartDateChanged,
    TemporaryAbsenceEnded,
    TemporaryAbsenceStarted,
)
from domain.placement.stability import ToldBy
from domain.placement.unlisted import Unlisted
from domain.shared.vocabulary import PlacementId, Provision
from tests.domain.placement.test_moving_within_a_provider import moved
from tests.support.cases import became, ceased, missing, returned
from tests.support.placements import (
    BROKER,
    agreement,
    arrangement,
    ended,
    notice_served,
    proposed,
    review_held,
    start_agreed,
    started,
)
from tests.support.visits import attempted, visited
from tests.support.whereabouts import asked, case, codes, placement

MOVED_IN = date(2026, 3, 3)
IN_CARE = became(date(2026, 3, 2))
SECOND = PlacementId(UUID(int=2))
DAY = date(2026, 3, 20)


def at(day: int) -> date:
    return date(2026, 3, day)


def away(since: date, **said: Any) -> TemporaryAbsenceStarted:
    kind = said.pop("kind", AbsenceKind.HOSPITAL)
    told = {"expected_back": None, "where": None, "held_open_by": None, "by": BROKER} | said
    return TemporaryAbsenceStarted(kind=kind, since=since, told_by=ToldBy.COUNCIL, **told)


def back(on: date, told_by: ToldBy = ToldBy.COUNCIL) -> TemporaryAbsenceEnded:
    return TemporaryAbsenceEnded(at=on, told_by=told_by, by=BROKER)


def elsewhere(since: date, provision: Provision = Provision.SUPPORTED_ACCOMMODATION) -> Any:
    where = arrangement(provision=provision).model_copy(update={"placement_id": SECOND})
    return started(since, where=where)


def seen_lately() -> Any:
    return visited(at(9))


def test_who_was_seen_before_a_move_was_not_seen_where_it_lives_now() -> None:
    told = placement(started(MOVED_IN), seen_lately(), moved(at(12)))

    found = asked(at(13), case(IN_CARE), told)

    assert found.home is not None
    assert found.home.since == at(12)
    assert [each.how for each in found.confirmed] == [Confirmation.MOVED_IN]
    assert found.days_unseen is None
    before = asked(at(11), case(IN_CARE), told)
    assert before.days_unseen == 2


@pytest.mark.covers("R-202")
def test_a_missing_child_who_moved_in_somewhere_was_back() -> None:
    told = placement(started(MOVED_IN), seen_lately(), ended(at(10)))
    second = placement(elsewhere(at(10)), number=2)
    gone = missing(at(9))

    found = asked(DAY, case(IN_CARE, gone), told, second)
    assert found.standing is Standing.IN_PLACEMENT
    assert "MISSING" not in codes(found)
    (episode,) = found.episodes
    assert (episode.until, episode.return_event_id) == (at(10), None)

    before = asked(at(9), case(IN_CARE, gone), told, second)
    assert before.standing is Standing.MISSING
    again = asked(DAY, case(IN_CARE, gone, missing(at(15))), told, second)
    assert (again.standing, again.episodes[1].until) == (Standing.MISSING, at(10))
    later = asked(at(11), case(IN_CARE, gone, returned(at(12))), told, second)
    assert later.standing is Standing.MISSING, "a return that somebody told stands"
    same_day = asked(DAY, case(IN_CARE, missing(at(10))), told, second)
    assert same_day.standing is Standing.MISSING, "it may have gone after it came"


@pytest.mark.covers("R-197")
def test_a_child_is_where_it_moved_in_and_was_last_seen() -> None:
    found = asked(DAY, case(IN_CARE), placement(started(MOVED_IN), visited(at(9))))

    assert found.standing is Standing.IN_PLACEMENT
    assert found.home is not None
    assert found.last_confirmed is not None
    assert (found.last_confirmed.how, found.last_confirmed.on) == (Confirmation.SEEN, at(9))
    assert [each.how for each in found.confirmed] == [Confirmation.SEEN, Confirmation.MOVED_IN]
    assert found.days_unseen == 11
    assert codes(found) == []


def test_what_comes_later_is_not_gone_by() -> None:
    told = placement(started(MOVED_IN), visited(at(9)), away(at(15)), visited(at(25)))

    found = asked(at(10), case(IN_CARE, missing(at(18))), told)

    assert (found.standing, found.days_unseen) == (Standing.IN_PLACEMENT, 1)
    assert codes(found) == []


def test_nobody_has_seen_a_child_that_was_only_moved_in() -> None:
    found = asked(DAY, case(IN_CARE), placement(started(MOVED_IN)))

    assert found.last_confirmed is not None
    assert found.last_confirmed.how is Confirmation.MOVED_IN
    assert found.days_unseen is None
    assert codes(found) == ["VISIT_OVERDUE"]


def test_an_attempt_confirms_nothing_and_speaks_against_it() -> None:
    told = placement(started(MOVED_IN), seen_lately(), attempted(at(16)), attempted(at(18)))

    found = asked(DAY, case(IN_CARE), told)

    assert found.last_confirmed is not None
    assert found.last_confirmed.on == at(9)
    (vain,) = found.contradictions
    assert (vain.code, vain.since, len(vain.because)) == (
        Contradiction.VISITED_IN_VAIN,
        at(16),
        2,
    )


def test_a_child_who_takes_part_in_its_review_was_seen() -> None:
    found = asked(DAY, case(IN_CARE), placement(started(MOVED_IN), review_held(at(16))))

    assert (found.days_unseen, found.confirmed[0].how) == (4, Confirmation.TOOK_PART_IN_REVIEW)


def test_the_providers_word_confirms_and_is_not_that_the_council_saw_the_child() -> None:
    change = SignificantChangeReported(
        on=at(18), kind="job", told_by=ToldBy.PROVIDER, text=None, by=BROKER
    )

    found = asked(DAY, case(IN_CARE), placement(started(MOVED_IN), seen_lately(), change))

    assert found.confirmed[0].how is Confirmation.PROVIDER_SAID
    assert found.days_unseen == 11


@pytest.mark.covers("R-244")
def test_a_child_who_was_seen_while_it_is_missing_is_one_or_the_other() -> None:
    gone = missing(datetime(2026, 3, 18, 22, 30, tzinfo=UTC))
    unseen = placement(started(MOVED_IN), visited(at(18)))
    seen = placement(started(MOVED_IN), visited(at(19)), visited(at(20)))

    assert codes(asked(DAY, case(IN_CARE, gone), unseen)) == ["MISSING"]
    found = asked(DAY, case(IN_CARE, gone), seen)
    assert codes(found) == ["MISSING", "SEEN_WHILE_MISSING"]
    assert (found.contradictions[1].since, len(found.contradictions[1].because)) == (at(19), 2)
    back = returned(datetime(2026, 3, 19, 8, tzinfo=UTC))
    assert "SEEN_WHILE_MISSING" not in codes(asked(DAY, case(IN_CARE, gone, back), seen))
    assert "SEEN_WHILE_MISSING" not in codes(asked(at(18), case(IN_CARE, gone), seen))


def test_a_missing_child_is_missing_whatever_else_is_on_record() -> None:
    gone = missing(datetime(2026, 3, 18, 22, 30, tzinfo=UTC))

    found = asked(DAY, case(IN_CARE, gone), placement(started(MOVED_IN), seen_lately()))

    assert found.standing is Standing.MISSING
    assert found.home is not None, "the placement goes on (6-80)"
    assert found.unauthorised is not None
    assert found.contradictions[0].because == (found.unauthorised.word,)
    assert codes(found) == ["MISSING"]


def test_who_is_back_and_was_not_seen_since_is_said_to_be_back() -> None:
    told = case(IN_CARE, missing(at(12)), returned(at(13)))

    unseen = asked(DAY, told, placement(started(MOVED_IN), seen_lately()))
    assert (unseen.standing, codes(unseen)) == (Standing.IN_PLACEMENT, ["NOT_SEEN_SINCE_RETURN"])
    assert unseen.confirmed[0].how is Confirmation.RETURNED
    seen = asked(DAY, told, placement(started(MOVED_IN), visited(at(14))))
    assert codes(seen) == []


def test_an_absence_that_is_to_be_over_speaks_against_it() -> None:
    gone = away(at(10), expected_back=at(17))
    told = placement(started(MOVED_IN), seen_lately(), gone)

    assert codes(asked(at(17), case(IN_CARE), told)) == []
    overdue = asked(at(18), case(IN_CARE), told)
    assert overdue.standing is Standing.TEMPORARILY_AWAY
    assert overdue.away is not None
    assert [(each.code, each.since) for each in overdue.contradictions] == [
        (Contradiction.ABSENCE_OVERDUE, at(18))
    ]
    home_again = placement(started(MOVED_IN), seen_lately(), gone, back(at(17)))
    again = asked(at(18), case(IN_CARE), home_again)
    assert codes(again) == ["NOT_SEEN_SINCE_RETURN"]


def test_an_absence_for_no_named_reason_is_a_temporary_one_for_seven_days() -> None:
    told = placement(started(MOVED_IN), seen_lately(), away(at(10), kind=AbsenceKind.OTHER))

    assert codes(asked(at(17), case(IN_CARE), told)) == []
    assert codes(asked(at(18), case(IN_CARE), told)) == ["ABSENCE_TOO_LONG"]


def test_two_placements_that_go_on_contradict_each_other_and_the_newer_one_counts() -> None:
    first = placement(started(MOVED_IN), *agreement(), seen_lately())
    second = placement(elsewhere(at(12)), visited(at(14)), number=2)

    found = asked(DAY, case(IN_CARE), first, second)

    assert found.home is not None
    assert found.home.placement_id == SECOND
    assert codes(found) == ["TWO_OPEN_PLACEMENTS", "PAID_ELSEWHERE"]
    assert len(found.contradictions[0].because) == 2
    assert len({each.stream for each in found.contradictions[0].because}) == 2


def test_a_stay_for_a_while_contradicts_nothing_but_what_is_paid() -> None:
    first = placement(started(MOVED_IN), seen_lately(), away(at(12)))
    second = placement(elsewhere(at(12)), visited(at(14)), number=2)

    assert codes(asked(DAY, case(IN_CARE), first, second)) == []
    respite = placement(elsewhere(at(12), Provision.TEMPORARY), visited(at(14)), number=2)
    lived = placement(started(MOVED_IN), seen_lately())
    assert codes(asked(DAY, case(IN_CARE), lived, respite)) == []


def test_a_looked_after_child_without_a_placement_is_nowhere_on_record() -> None:
    nowhere = asked(DAY, case(IN_CARE))
    assert (nowhere.standing, codes(nowhere)) == (Standing.NO_PLACEMENT, ["NO_PLACEMENT"])
    assert nowhere.contradictions[0].since == date(2026, 3, 2)
    assert nowhere.confirmed == ()

    left = asked(DAY, case(IN_CARE), placement(started(MOVED_IN), ended(at(12))))
    assert left.left is not None
    assert (left.left.at, left.contradictions[0].since) == (at(12), at(12))
    assert left.contradictions[0].because == (left.left.word,)
    assert codes(asked(DAY, case())) == [], "nobody looks after the child"


def test_a_child_who_left_care_for_home_is_not_where_it_was_placed() -> None:
    lived = placement(started(MOVED_IN), seen_lately())

    assert codes(asked(DAY, case(IN_CARE, ceased(at(15))), lived)) == ["CARE_ENDED"]
    stayed = case(IN_CARE, ceased(at(15), CeasingReason.STAYED_WITH_CARERS_AT_18))
    assert codes(asked(DAY, stayed, lived)) == []


def test_a_start_elsewhere_that_was_agreed_and_never_told_of_speaks_against_it() -> None:
    lived = placement(started(MOVED_IN), seen_lately())
    other = start_agreed().model_copy(update={"starts_at": at(16)})
    agreed = placement(proposed(), other, number=2)

    assert codes(asked(at(16), case(IN_CARE), lived, agreed)) == []
    assert codes(asked(DAY, case(IN_CARE), lived, agreed)) == ["START_PASSED"]
    put_off = StartDateChanged(
        was=at(16), starts_at=at(23), reason="Ill.", funding=None, key_stage_4=None, by=BROKER
    )
    later = placement(proposed(), other, put_off, number=2)
    assert codes(asked(DAY, case(IN_CARE), lived, later)) == []


def test_an_end_that_has_passed_speaks_against_it() -> None:
    planned = started(MOVED_IN, where=arrangement(planned_end=at(17)))
    served = notice_served(at(10), earliest_end=at(17))
    told = placement(planned, seen_lately(), served)

    assert codes(asked(at(17), case(IN_CARE), told)) == []
    over = asked(at(18), case(IN_CARE), told)
    assert codes(over) == ["PLANNED_END_PASSED", "NOTICE_RAN_OUT"]
    assert {each.since for each in over.contradictions} == {at(18)}


def test_a_home_that_is_registered_no_more_speaks_against_it() -> None:
    lapsed = HomeRegistrationLapsed(on=at(15), breaches=())

    found = asked(DAY, case(IN_CARE), placement(started(MOVED_IN), seen_lately(), lapsed))

    assert codes(found) == ["HOME_NOT_REGISTERED"]
    assert codes(asked(at(14), case(IN_CARE), placement(started(MOVED_IN), seen_lately()))) == []
    unlisted = started(MOVED_IN, unlisted=Unlisted(whose="An aunt's flat"))
    known_to_none = asked(DAY, case(IN_CARE), placement(unlisted, seen_lately()))
    assert codes(known_to_none) == ["HOME_ON_NO_REGISTER"]


def test_fees_that_run_on_after_the_child_has_left_are_said() -> None:
    served = notice_served(at(10), earliest_end=at(25))
    left = placement(started(MOVED_IN), served, ended(at(15)))
    now = placement(elsewhere(at(15)), visited(at(16)), number=2)

    assert codes(asked(DAY, case(IN_CARE), left, now)) == ["FEES_RUN_ON"]
    assert codes(asked(at(26), case(IN_CARE), left, now)) == []


def test_what_is_gravest_stands_first() -> None:
    told = placement(started(MOVED_IN), notice_served(at(4), earliest_end=at(10)))

    found = codes(asked(DAY, case(IN_CARE, missing(at(18))), told))

    assert found == ["MISSING", "NOTICE_RAN_OUT", "VISIT_OVERDUE"]
    assert set(GRAVEST_FIRST) == set(Contradiction)


def test_every_contradiction_names_the_events_behind_it() -> None:
    told = placement(started(MOVED_IN), notice_served(at(4), earliest_end=at(10)))

    found = asked(DAY, case(IN_CARE, missing(at(18))), told)

    assert all(each.because for each in found.contradictions)
    assert {each.name for each in fields(found.contradictions[0])} == {"code", "since", "because"}
