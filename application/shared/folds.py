"""What was folded of a stream, kept beside its history so that only what is new is folded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, TypeVar

from domain.shared.chronology import InOrder
from domain.shared.decider import Decider
from domain.shared.envelope import Recorded

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Carried:
    """How far a fold in an order has come: over so many events, up to the last by that order."""

    reached: int
    last: Any
    state: Any

    @classmethod
    def to(cls, fold: InOrder[Any, Any], events: Sequence[Recorded[Any]]) -> "Carried":
        return cls(len(events), max(map(fold.by, events)), fold.of(events))

    def on(self, fold: InOrder[Any, Any], events: Sequence[Recorded[Any]]) -> "Carried":
        new = fold.sorted(events[self.reached :])
        if not new:
            return self
        if fold.by(new[0]) < self.last:
            return Carried.to(fold, events)
        return Carried(len(events), fold.by(new[-1]), reduce(fold.step, new, self.state))


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
        if before is not None and before.reached > len(events):
            return fold.of(events)
        came = Carried.to(fold, events) if before is None else before.on(fold, events)
        self.carried[fold.step] = came
        state: S = came.state
        return state
