"""What holds for every clock stream, whatever is computed and in whatever order."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from domain.clock import ClockCommand, ClockEvent, decider
from domain.clock.chronology import runs
from domain.clock.commands import ReconcileClocks, RecordBreach
from domain.clock.events import ClockBreached
from domain.clock.snapshot import ClockSnapshot
from domain.shared.clocks import Outcome
from domain.shared.errors import NotFound
from tests.support.clocks import ANCHOR, ANCHORED, ANOTHER, CAUSE, DUE, clock, log

KEYS = ("C-RESERVE:1", "C-RESERVE:2", "C-RESERVE:3")

hours = st.integers(0, 4).map(lambda number: timedelta(hours=12 * number))
moments = hours.map(lambda later: ANCHORED + later)
deadlines = hours.map(lambda later: DUE + later - timedelta(days=1))
outcomes = st.sampled_from(Outcome)


@st.composite
def computations(draw: st.DrawFn) -> ReconcileClocks:
    """Everything that a history might come to, as computed on one day."""
    keys = draw(st.sets(st.sampled_from(KEYS)))
    return ReconcileClocks(clocks=tuple(draw(computed(key)) for key in sorted(keys)), because=CAUSE)


@cache
def computed(key: str) -> st.SearchStrategy[ClockSnapshot]:
    drawn = {
        "anchor": st.sampled_from([ANCHOR, ANOTHER]),
        "anchored_at": moments,
        "due": deadlines,
        "plan_by": st.sampled_from([None, date(2026, 3, 4)]),
    }
    is_open = st.sampled_from([Outcome.RUNNING, Outcome.NOT_KNOWN])
    is_closed = st.sampled_from([Outcome.MET, Outcome.STOPPED])
    key_only = st.just(key)
    return st.builds(clock, key_only, outcome=is_open, **drawn) | st.builds(
        clock, key_only, outcome=is_closed, closed_at=moments, **drawn
    )


breach_requests = st.builds(RecordBreach, key=st.sampled_from(KEYS), now=deadlines)
stories = st.lists(computations() | breach_requests, max_size=8)


def history_of(story: Sequence[ClockCommand]) -> list[ClockEvent]:
    """Ask for everything in turn, and keep what was not refused."""
    history: list[ClockEvent] = []
    for command in story:
        try:
            history += decider.decide(decider.replay(history), command)
        except NotFound:
            continue
    return history


@given(stories, computations() | breach_requests)
def test_asked_again_there_is_nothing_more_to_say(
    story: Sequence[ClockCommand], command: ClockCommand
) -> None:
    history = history_of([*story, command])

    assert history_of([*story, command, command]) == history


@given(stories, computations())
def test_what_was_said_last_is_what_is_computed(
    story: Sequence[ClockCommand], command: ReconcileClocks
) -> None:
    said = decider.replay(history_of([*story, command])).said

    known = {each.key: each for each in command.clocks if each.outcome is not Outcome.NOT_KNOWN}
    spoken_of = {key for key, each in said.items() if each.outcome is not Outcome.NOT_KNOWN}
    assert spoken_of == set(known)
    for key, each in known.items():
        ignored = {"due", "plan_by"} if each.outcome is not Outcome.RUNNING else set[str]()
        assert said[key].model_dump(exclude=ignored) == each.model_dump(exclude=ignored)


@given(stories)
def test_no_breach_is_noted_twice_nor_before_its_time(story: Sequence[ClockCommand]) -> None:
    breaches = [event for event in history_of(story) if isinstance(event, ClockBreached)]

    assert len({(event.key, event.due) for event in breaches}) == len(breaches)
    assert all(event.known_at > event.due for event in breaches)


@given(stories)
def test_whatever_is_said_survives_being_written_down(story: Sequence[ClockCommand]) -> None:
    for event in history_of(story):
        assert type(event).model_validate_json(event.model_dump_json()) == event


@given(stories)
def test_how_a_clock_ran_is_told_by_what_was_said_of_it_and_of_no_other(
    story: Sequence[ClockCommand],
) -> None:
    said = log(*history_of(story))

    of_each = [runs([each for each in said if each.event.key == key]) for key in KEYS]

    whole = sorted(runs(said), key=lambda run: run.key)
    assert whole == [run for told in of_each for run in told]
