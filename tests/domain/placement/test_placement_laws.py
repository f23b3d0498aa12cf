"""What holds for every placement, whatever is asked of it and in whatever order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from domain.placement import PlacementCommand, PlacementEvent, decider
from domain.placement.agreement import Party
from domain.placement.chronology import chronology
from domain.placement.clocks import clocks
from domain.placement.commands import RecordEnd, RecordStart
from domain.placement.endings import Instigator, NoticeOutcome
from domain.placement.errors import ReviewRequired
from domain.placement.events import (
    AgreementIssued,
    AgreementSigned,
    NoticeServed,
    PlacementEnded,
    PlacementStarted,
    ProviderNoticeReceived,
    StartAgreed,
    StartCorrected,
)
from domain.placement.state import Known
from domain.shared.errors import CaseworkError
from domain.shared.moments import When, days_between, london_day
from tests.support.clocks import TERMS
from tests.support.placement_stories import beginnings, starts, stories, whens
from tests.support.placements import history, review_held, start_corrected, started

orders = st.randoms(use_true_random=False)


def happened(story: Sequence[PlacementCommand]) -> list[PlacementEvent]:
    """Ask for everything in turn, and keep what was not refused."""
    events: list[PlacementEvent] = []
    state = decider.initial
    for command in story:
        try:
            decided = decider.decide(state, command)
        except CaseworkError:
            continue
        events += decided
        state = reduce(decider.evolve, decided, state)
    return events


@given(stories)
def test_a_placement_starts_and_ends_once_at_most(story: Sequence[PlacementCommand]) -> None:
    events = happened(story)

    assert len([event for event in events if isinstance(event, PlacementStarted)]) <= 1
    assert len([event for event in events if isinstance(event, PlacementEnded)]) <= 1


@given(beginnings, starts)
def test_whatever_it_breaks_a_first_start_is_never_refused(
    beginning: Sequence[PlacementCommand], start: RecordStart
) -> None:
    events = happened(beginning)

    (recorded,) = decider.decide(decider.replay(events), start)

    assert isinstance(decider.replay([*events, recorded]), Known)


@given(stories)
def test_what_was_decided_is_read_back_as_it_was_written(
    story: Sequence[PlacementCommand],
) -> None:
    for event in happened(story):
        assert type(event).model_validate_json(event.model_dump_json()) == event


@given(stories)
def test_stays_do_not_overlap_and_end_after_they_began(story: Sequence[PlacementCommand]) -> None:
    told = chronology(history(*happened(story)))
    nights = told.nights(date(2027, 1, 1))

    assert len(nights) == len(set(nights))
    for stay in told.stays:
        left = london_day(stay.until) if stay.until else date(2027, 1, 1)
        assert london_day(stay.since) <= left
        assert list(nights) == days_between(london_day(stay.since), left)
        assert all(stay.covers(night) for night in nights)


@given(stories, orders)
def test_a_history_tells_the_same_in_whatever_order_it_is_read(
    story: Sequence[PlacementCommand], order: Random
) -> None:
    past = history(*happened(story))
    shuffled = order.sample(past, len(past))

    assert chronology(shuffled) == chronology(past)
    assert list(clocks(shuffled, TERMS)) == list(clocks(past, TERMS))


@given(stories, orders)
def test_facts_tell_the_same_in_whatever_order_they_were_recorded(
    story: Sequence[PlacementCommand], order: Random
) -> None:
    # Of two corrections the one recorded last is believed, so there the order does matter.
    facts = PlacementStarted | NoticeServed | ProviderNoticeReceived | PlacementEnded
    past = [fact for fact in history(*happened(story)) if isinstance(fact.event, facts)]
    positions = order.sample(range(len(past)), len(past))
    late = [replace(fact, position=at) for fact, at in zip(past, positions, strict=True)]

    assert chronology(late).stays == chronology(past).stays
    assert chronology(late).notices == chronology(past).notices


@given(whens, whens, st.lists(st.dates(date(2026, 9, 1), date(2027, 3, 1)), max_size=3))
def test_correcting_the_start_moves_every_clock_that_is_anchored_on_it(
    first: When, truly: When, reviews: Sequence[date]
) -> None:
    held = [review_held(on) for on in reviews]

    corrected = clocks(history(started(first), *held, start_corrected(truly, was=first)), TERMS)
    right_at_once = clocks(history(started(truly), *held), TERMS)

    assert list(corrected) == list(right_at_once)


@given(stories)
def test_early_on_time_and_late_agree_with_the_dates(story: Sequence[PlacementCommand]) -> None:
    events = happened(story)

    for position, end in enumerate(events, start=1):
        if not isinstance(end, PlacementEnded):
            continue
        recorded = history(*events[:position])
        ran = [n for n in chronology(recorded).notices if n.ended_by == recorded[-1].event_id]
        expiries = [notice.expires for notice in ran if notice.expires is not None]
        left = london_day(end.at)
        assert end.notice_outcome is (
            None
            if not expiries
            else NoticeOutcome.EARLY
            if left < min(expiries)
            else NoticeOutcome.LATE
            if left > min(expiries)
            else NoticeOutcome.ON_TIME
        )


@given(stories)
def test_nobody_takes_both_of_two_steps_and_nothing_is_bought_unfunded(
    story: Sequence[PlacementCommand],
) -> None:
    events = happened(story)
    signed = [event for event in events if isinstance(event, AgreementSigned)]

    assert len({event.signatory for event in signed}) == len(signed) <= len(Party)
    for event in events:
        match event:
            case NoticeServed() | StartCorrected():
                assert event.by != event.approved_by
            case StartAgreed():
                assert event.funding is not None or event.verbal_authority is not None
            case AgreementIssued():
                assert event.weekly <= event.funding.weekly
            case _:
                continue


@given(stories)
def test_the_council_ends_no_placement_of_a_child_in_care_unreviewed_without_a_breach(
    story: Sequence[PlacementCommand],
) -> None:
    state = decider.initial
    for command in story:
        try:
            decided = decider.decide(state, command)
        except CaseworkError:
            continue
        if isinstance(command, RecordEnd) and command.instigator is Instigator.COUNCIL:
            for end in (event for event in decided if isinstance(event, PlacementEnded)):
                broke = {breach.code for breach in end.breaches}
                assert was_reviewed(command) or ReviewRequired.code in broke
        state = reduce(decider.evolve, decided, state)


def was_reviewed(end: RecordEnd) -> bool:
    """Or nobody had to review it: not in care, or moved at once."""
    if not end.looked_after or end.immediate_risk:
        return True
    review = end.statutory_review
    return review is not None and review.held and review.on <= london_day(end.at)
