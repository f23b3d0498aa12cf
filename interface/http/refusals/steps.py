"""A function as it is met on the way to a refusal, and what it leads to."""

from dataclasses import dataclass, field
from types import FunctionType

from domain.shared.errors import CaseworkError
from domain.shared.messages import Command

Refusals = frozenset[type[CaseworkError]]


@dataclass(frozen=True)
class Step:
    """A function as it is met: in which class, and deciding which command."""

    function: FunctionType
    owner: type | None = None
    command: type[Command] | None = None


@dataclass
class Followed:
    """What one step raises itself, and the steps that it leads to."""

    refusals: set[type[CaseworkError]] = field(default_factory=set)
    onward: set[Step] = field(default_factory=set)
