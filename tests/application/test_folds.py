"""What a decider remembers of a stream goes on from where it was, and is never another's."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from application.shared.ports import History
from domain.shared.chronology import InOrder
from domain.shared.decider import Decider
from domain.shared.envelope import StreamId
from tests.support.clocks import Happened, told

STREAM = StreamId("placement-1")


class Counting:
    """A decider that counts events, and how often it was asked to."""

    def __init__(self) -> None:
        self.asked = 0
        self.decider = Decider[object, int, Happened](
            initial=0, decide=lambda _state, _command: [], evolve=self.evolve
        )

    def evolve(self, state: int, _event: Happened) -> int:
        self.asked += 1
        return state + 1


def history(length: int) -> History[Happened]:
    events = tuple(
        told(Happened(), position=number + 1, event_id=UUID(int=number + 1))
        for number in range(length)
    )
    return History(STREAM, events, length, b"", None)


def longer(before: History[Happened], length: int) -> History[Happened]:
    after = history(length)
    return History(STREAM, after.events, length, b"", None, before.folds)


def test_a_longer_history_asks_only_about_what_is_new() -> None:
    counting, before = Counting(), history(50)
    assert before.folded(counting.decider) == 50

    after = longer(before, 53)

    assert after.folded(counting.decider) == 53
    assert counting.asked == 53


def test_a_shorter_history_is_folded_by_itself_and_spoils_nothing() -> None:
    counting, whole = Counting(), history(50)
    whole.folded(counting.decider)

    past = longer(whole, 20)

    assert past.folded(counting.decider) == 20
    assert longer(whole, 51).folded(counting.decider) == 51


def test_each_decider_remembers_for_itself() -> None:
    first, second, held = Counting(), Counting(), history(5)

    held.folded(first.decider)
    held.folded(second.decider)

    assert (first.asked, second.asked) == (5, 5)


IN_ORDER = InOrder[tuple[int, ...], Happened]((), lambda state, each: (*state, each.position))
days = st.integers(1, 9).map(lambda day: date(2026, 6, day))


@given(st.lists(days, min_size=1, max_size=12), st.lists(st.integers(1, 12), max_size=4))
def test_whenever_it_is_asked_a_fold_in_business_order_is_what_a_fold_afresh_would_be(
    effects: Sequence[date], asked_at: Sequence[int]
) -> None:
    """Whatever is dated back, and however often it was asked on the way."""
    told_of = tuple(
        told(Happened(), at=on, position=number, event_id=UUID(int=number))
        for number, on in enumerate(effects, start=1)
    )
    whole = History(STREAM, told_of, len(told_of), b"", None)

    for length in (*asked_at, len(told_of)):
        events = told_of[:length]
        asked = History(STREAM, events, len(events), b"", None, whole.folds)
        assert asked.in_order(IN_ORDER) == IN_ORDER.of(events)


def test_what_comes_last_is_all_that_is_folded() -> None:
    counting, before = Counting(), history(50)
    fold = InOrder[int, Happened](0, lambda state, each: counting.evolve(state, each.event))
    before.in_order(fold)

    assert longer(before, 53).in_order(fold) == 53
    assert counting.asked == 53
