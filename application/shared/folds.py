"""What was folded of a stream, kept beside its history so that only what is new is folded."""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, TypeVar

from domain.shared.chronology import InOrder
from domain.shared.decider import Decider
from domain.shared.envelope import Recorded

S = TypeVar("S")


KEPT = 64
"""Of so many of the last events the state after each is kept: a crowd is a little out of order."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How far a fold in an order has come, and its states after the last events of that order."""

    told: Sequence[Recorded[Any]]
    states: Sequence[Any]

    @classmethod
    def to(cls, fold: InOrder[Any, Any], events: Sequence[Recorded[Any]]) -> "Carried":
        return cls((), (fold.initial,)).on(fold, events)

    def on(self, fold: InOrder[Any, Any], events: Sequence[Recorded[Any]]) -> "Carried":
        """With what is new put in its place; what comes after that place is folded again."""
        new = fold.sorted(events[len(self.told) :])
        if not new:
            return self
        place = bisect_right(self.told, fold.by(new[0]), key=fold.by)
        good = len(self.states) - (len(self.told) - place)
        if good < 1:
            return Carried.to(fold, events)
        again = fold.sorted([*self.told[place:], *new])
        states = deque(self.states[:good], maxlen=KEPT)
        for each in again:
            states.append(fold.step(states[-1], each))
        return Carried((*self.told[:place], *again), tuple(states))


@dataclass(frozen=True, slots=True)
class Folds:
    """How far each fold of one stream has come, shared by all histories of that stream.

    A stream only grows, so what was remembered of its beginning stays true. It is forgotten
    with the history that it came from, and so with the key of its file.
    """

    kept: dict[Callable[..., Any], tuple[int, Any]] = field(default_factory=dict)
    carried: dict[Callable[..., Any], Carried] = field(default_factory=dict)

    def of(self, decider: Decider[Any, S, Any], events: Sequence[Recorded[Any]]) -> S:
        reached, state = self.kept.get(decider.evolve, (0, decider.initial))
        if reached > len(events):
            return decider.replay(recorded.event for recorded in events)
        folded: S = reduce(decider.evolve, (each.event for each in events[reached:]), state)
        self.kept[decider.evolve] = (len(events), folded)
        return folded

    def in_order(self, fold: InOrder[S, Any], events: Sequence[Recorded[Any]]) -> S:
        """Carried on by what comes last in its order too; after anything else, folded anew."""
        before = self.carried.get(fold.step)
        if before is not None and len(before.told) > len(events):
            return fold.of(events)
        came = Carried.to(fold, events) if before is None else before.on(fold, events)
        self.carried[fold.step] = came
        state: S = came.states[-1]
        return state
