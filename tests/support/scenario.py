"""The language in which the domain is tested: given history, when command, then."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import pytest

from domain.shared.decider import Decider
from domain.shared.errors import CaseworkError

C = TypeVar("C")
S = TypeVar("S")
E = TypeVar("E")


@dataclass(frozen=True)
class Case(Generic[C, S, E]):
    """A case with some history, about to be asked something."""

    decider: Decider[C, S, E]
    history: Sequence[E] = ()

    def given(self, *history: E) -> "Case[C, S, E]":
        return Case(self.decider, history)

    def when(self, command: C) -> "Asked[C, S, E]":
        return Asked(self, command)


@dataclass(frozen=True)
class Asked(Generic[C, S, E]):
    """A case that has been asked. The answer is checked by `then` or `then_refused`."""

    case: Case[C, S, E]
    command: C

    def then(self, *events: E) -> None:
        assert list(self._decided()) == list(events)

    def then_refused(self, refusal: type[CaseworkError]) -> None:
        with pytest.raises(refusal):
            self._decided()

    def _decided(self) -> Sequence[E]:
        decider = self.case.decider
        return decider.decide(decider.replay(self.case.history), self.command)
