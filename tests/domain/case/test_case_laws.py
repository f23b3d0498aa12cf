"""What holds for every case, whatever is recorded and in whatever order."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count, pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from domain.case import CaseCommand, CaseEvent, decider
from domain.case.chronology import CaseChronology, chronology
from domain.case.clocks import clocks
from domain.case.codes import CeasingReason
from domain.case.commands import EndAllocation, RecordMissing, RecordReturned
from domain.case.corrections import standing_fact
from domain.case.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    IROAssigned,
    LegalStatusChanged,
)
from domain.case.identity import Postcode
from domain.case.legal import is_in_care
from domain.case.people import AllocationKind
from domain.case.state import Open
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.errors import CaseworkError
from domain.shared.moments import begins
from domain.shared.vocabulary import EventId, LegalStatus, Subject
from tests.support.cases import (
    MANAGER,
    allocate,
    allocated,
    assign_iro,
    became,
    become,
    case_opened,
    cease,
    ceased,
    change,
    changed,
    correct,
    matrix,
    missing,
    open_case,
    returned,
    reviewed,
)
from tests.support.clocks import TERMS, log

FIRST_DAY = date(2026, 1, 1)
days = st.integers(0, 30).map(lambda n: FIRST_DAY + timedelta(days=n))
later_days = days.map(lambda day: day + timedelta(days=31))
statuses = st.sampled_from([LegalStatus.CARE_ORDER, LegalStatus.INTERIM_CARE_ORDER])
people = st.sampled_from([Subject(name) for name in "abcd"])

commands = st.one_of(
    st.builds(become, days, statuses),
    st.builds(change, days, statuses | st.just(LegalStatus.CHILD_IN_NEED)),
    st.builds(cease, days, st.sampled_from([*CeasingReason])),
    st.builds(allocate, people, days, by=people),
    st.builds(assign_iro, people, by=people),
    st.builds(EndAllocation, kind=st.sampled_from(AllocationKind), on=days, by=st.just(MANAGER)),
    st.builds(RecordMissing, since=days),
    st.builds(RecordReturned, at=days),
)
corrections = st.tuples(st.integers(0, 8), st.none() | days, st.none() | statuses)
stories = st.lists(commands | corrections, max_size=14)


def facts_on(when: st.SearchStrategy[date]) -> st.SearchStrategy[CaseEvent]:
    return st.one_of(
        st.builds(became, when, statuses),
        st.builds(changed, when, statuses),
        st.builds(ceased, when),
        st.builds(allocated, people, when, st.sampled_from(AllocationKind)),
        st.builds(missing, when),
        st.builds(returned, when),
        st.builds(matrix, st.integers(0, 50), when),
        st.builds(reviewed, when),
    )


facts = facts_on(days)
muddles = st.lists(facts, max_size=12)

Asked = CaseCommand | tuple[int, date | None, LegalStatus | None]


def told(story: Sequence[Asked]) -> Sequence[Recorded[CaseEvent]]:
    """Ask for everything in turn, as a handler would, and keep what was not refused."""
    history: list[CaseEvent] = [*decider.decide(decider.initial, open_case())]
    for asked in story:
        try:
            command = as_correction(history, *asked) if isinstance(asked, tuple) else asked
            history += decider.decide(decider.replay(history), command)
        except CaseworkError:
            continue
    return log(*history)


def as_correction(
    history: Sequence[CaseEvent], place: int, on: date | None, status: LegalStatus | None
) -> CaseCommand:
    event_id = EventId(UUID(int=101 + place))
    standing = standing_fact(log(*history), event_id)
    corrected = correct(standing, on=on, legal_status=status)
    return corrected.model_copy(update={"corrects": event_id})


def kinds(record: CaseChronology) -> Sequence[Sequence[Period]]:
    parts = [record.allocations_as(kind) for kind in AllocationKind]
    return [record.care, record.legal_statuses, record.absences, record.matrices, *parts]


@given(muddles)
def test_periods_of_one_kind_never_overlap(events: Sequence[CaseEvent]) -> None:
    record = chronology(log(case_opened(), *events))

    for periods in kinds(record):
        for before, after in pairwise(periods):
            assert before.until is not None
            assert begins(before.since) <= begins(before.until) <= begins(after.since)


@given(stories)
def test_at_most_one_period_of_care_is_open(story: Sequence[Asked]) -> None:
    record = chronology(told(story))

    assert sum(care.until is None for care in record.care) <= 1
    assert all(care.until is not None for care in record.care[:-1])


@given(muddles, days)
def test_a_child_is_looked_after_exactly_when_the_legal_status_says_so(
    events: Sequence[CaseEvent], day: date
) -> None:
    record = chronology(log(case_opened(), *events))

    status = record.legal_status_on(day)
    in_care = status is not None and is_in_care(status)
    begins_and_ends = any(care.since == day == care.until for care in record.care)
    assert record.looked_after_on(day) is in_care or begins_and_ends


@given(st.permutations(range(8)), st.data())
def test_the_order_of_telling_does_not_matter_where_the_days_differ(
    order: Sequence[int], data: st.DataObject
) -> None:
    on_days = st.lists(facts, min_size=8, max_size=8, unique_by=lambda event: event.effective())
    told_in_order = log(case_opened(), *data.draw(on_days))
    opening, *rest = told_in_order
    shuffled = [
        renumbered(rest[place], position) for position, place in zip(count(2), order, strict=False)
    ]

    assert chronology([opening, *shuffled]) == chronology(told_in_order)


def renumbered(recorded: Recorded[CaseEvent], position: int) -> Recorded[CaseEvent]:
    return Recorded(
        event=recorded.event,
        event_id=recorded.event_id,
        stream=recorded.stream,
        version=position,
        position=position,
        effective_at=recorded.effective_at,
        recorded_at=recorded.recorded_at,
        actor=recorded.actor,
        channel=recorded.channel,
        file=recorded.file,
    )


@given(muddles, facts_on(later_days), days)
def test_what_happens_later_does_not_change_the_days_before(
    events: Sequence[CaseEvent], later: CaseEvent, day: date
) -> None:
    before = chronology(log(case_opened(), *events))
    after = chronology(log(case_opened(), *events, later))

    assert answers(after, day) == answers(before, day)


def answers(record: CaseChronology, day: date) -> Sequence[object]:
    absence, matrix_then = record.absent_on(day), record.matrix_on(day)
    return [
        record.looked_after_on(day),
        record.legal_status_on(day),
        [(part.kind, part.who) for part in record.allocated_on(day)],
        absence and absence.source,
        matrix_then and matrix_then.source,
    ]


@given(stories)
def test_deciding_and_the_chronology_agree_on_what_is_believed(story: Sequence[Asked]) -> None:
    history = told(story)
    case = decider.replay(recorded.event for recorded in history)

    assert isinstance(case, Open)
    legal = BecameLookedAfter | LegalStatusChanged | CeasedLookedAfter
    assert list(case.legal) == [
        standing_fact(history, recorded.event_id)
        for recorded in history
        if isinstance(recorded.event, legal)
    ]


@given(stories)
def test_no_reviewing_officer_has_held_the_case(story: Sequence[Asked]) -> None:
    history = [recorded.event for recorded in told(story)]

    for place, event in enumerate(history):
        if isinstance(event, IROAssigned):
            before = decider.replay(history[:place])
            assert isinstance(before, Open)
            part = AllocationKind.SOCIAL_WORKER
            assert event.iro not in {p.who for p in before.allocations if p.kind is part}
            assert event.iro != event.assigned_by


@given(muddles)
def test_every_clock_of_a_case_has_a_key_of_its_own(events: Sequence[CaseEvent]) -> None:
    found = clocks(log(case_opened(), *events), TERMS)

    assert len({clock.key for clock in found}) == len(found)


@given(stories)
def test_every_event_survives_being_written_down(story: Sequence[Asked]) -> None:
    for recorded in told(story):
        event = recorded.event
        assert type(event).model_validate_json(event.model_dump_json()) == event


@given(st.text(max_size=10))
def test_a_postcode_that_was_taken_can_be_read_again(said: str) -> None:
    postcodes: TypeAdapter[str] = TypeAdapter(Postcode)
    try:
        kept = postcodes.validate_python(said)
    except ValidationError:
        return
    assert postcodes.validate_python(kept) == kept


def test_capitals_are_counted_and_not_what_was_typed() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Postcode).validate_python("ß" * 10)
