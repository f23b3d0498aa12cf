"""What is personal: sealed field by field under the key of the child's file (R-01).

An event or value declares `name: Sealed[str]`. In the log and in read models the field
is ciphertext; when the file's key has been destroyed it reads as `Erased` for ever.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from domain.shared.errors import RecordErased
from domain.shared.messages import Value

T = TypeVar("T")


class Erased(Value):
    """What remains of a personal field once its file's key has been destroyed."""

    erased: Literal[True] = True


@dataclass(frozen=True)
class Seal:
    """Marks a field to be sealed. The event store and the read models look for it."""


SEAL = Seal()
ERASED = Erased()

Sealed = Annotated[T | Erased, SEAL]


def legible(value: T | Erased) -> T:
    """The personal value, or `RecordErased`: nothing is decided on an erased record."""
    if isinstance(value, Erased):
        raise RecordErased("This record has been erased; nothing can be decided on it.")
    return value
