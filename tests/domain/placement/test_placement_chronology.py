"""The chronology tells stay, agreement and notice by date, after corrections."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.placement.chronology import chronology
from domain.shared.terms import NoticeParty
from tests.support.placements import (
    agreement,
    agreement_terms,
    ended,
    history,
    notice_served,
    proposed,
    provider_notice,
    start_corrected,
    started,
)

THIRD, THIRTEENTH, LEFT = date(2026, 3, 3), date(2026, 3, 13), date(2026, 3, 16)


def test_nothing_is_true_of_a_placement_before_it_starts() -> None:
    assert chronology(history(proposed(), *agreement())).stays == ()


@pytest.mark.covers("R-04")
def test_the_nights_run_from_the_start_to_the_night_before_the_end() -> None:
    told = chronology(history(started(THIRTEENTH), ended(LEFT)))

    assert told.nights(date(2027, 1, 1)) == [date(2026, 3, day) for day in (13, 14, 15)]
    assert told.nights(date(2026, 3, 14)) == [THIRTEENTH]


@pytest.mark.covers("R-04", "6-25")
def test_three_hours_on_one_day_are_a_stay_and_no_night() -> None:
    began, failed = (datetime(2026, 3, 2, hour, tzinfo=UTC) for hour in (18, 21))

    told = chronology(history(started(began), ended(failed)))

    assert told.stay_on(date(2026, 3, 2)) is not None
    assert told.nights(date(2027, 1, 1)) == []


def test_an_open_stay_has_slept_every_night_so_far() -> None:
    told = chronology(history(started(THIRD)))

    assert len(told.nights(THIRTEENTH)) == 10
    assert told.stays[0].planned is None


@pytest.mark.covers("6-02", "6-05")
def test_the_last_correction_is_the_start() -> None:
    once = start_corrected(THIRTEENTH, was=THIRD)
    again = start_corrected(date(2026, 3, 12), was=THIRTEENTH, corrects=UUID(int=2))

    (stay,) = chronology(history(started(THIRD), once, again)).stays

    assert (stay.since, stay.source) == (date(2026, 3, 12), UUID(int=3))


def test_a_stay_is_covered_from_its_first_day_and_not_on_its_last() -> None:
    told = chronology(history(started(THIRD), ended(LEFT)))

    assert told.stay_on(date(2026, 3, 2)) is None
    assert told.stay_on(THIRD) == told.stays[0] == told.stay_on(date(2026, 3, 15))
    assert told.stay_on(LEFT) is None
    assert told.stays[0].national_reason == "CARPL"


@pytest.mark.covers("R-18")
def test_an_agreement_signed_after_the_start_prices_every_day_of_the_stay() -> None:
    told = chronology(history(started(date(2026, 2, 1)), *agreement(), ended(LEFT)))

    priced = told.agreement_on(date(2026, 2, 1))

    assert priced is not None
    assert priced.terms == agreement_terms()
    assert told.agreement_on(LEFT) is None


def test_an_agreement_that_is_not_in_force_prices_nothing() -> None:
    assert chronology(history(started(), *agreement()[:-1])).agreements == ()


@pytest.mark.covers("6-17")
def test_notice_runs_until_the_child_leaves_and_fees_until_it_runs_out() -> None:
    told = chronology(
        history(started(), provider_notice(), notice_served(), ended(date(2026, 4, 12)))
    )

    theirs, ours = told.notices

    assert (theirs.party, theirs.expires) == (NoticeParty.PROVIDER, date(2026, 4, 2))
    assert (ours.until, ours.pay_until) == (date(2026, 4, 12), date(2026, 5, 1))
    assert told.notices_on(date(2026, 4, 11)) == [theirs, ours]
    assert told.notices_on(date(2026, 4, 12)) == []


def test_notice_given_after_the_child_had_left_never_ran() -> None:
    assert chronology(history(started(), notice_served(), ended(LEFT))).notices == ()
