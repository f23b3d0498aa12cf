"""Gates refuse decisions, never facts: what a fact breaks is recorded with it.

A gate is a function that raises `RuleBroken`. A decision calls it and is refused; a fact
asks `broken` which gates it went through, and carries their codes.
"""

from collections.abc import Callable, Iterable

from domain.shared.errors import RuleBroken
from domain.shared.messages import Value

Gate = Callable[[], None]


class Breach(Value):
    """A rule that a fact broke: the catalogue's code and what it rests on."""

    code: str
    cites: str
    detail: str


def broken(gates: Iterable[Gate]) -> tuple[Breach, ...]:
    """Every gate that a fact went through although it was shut."""
    found = []
    for gate in gates:
        try:
            gate()
        except RuleBroken as refusal:
            found.append(Breach(code=refusal.code, cites=refusal.cites, detail=str(refusal)))
    return tuple(found)


def require(gates: Iterable[Gate]) -> None:
    """Refuse a decision at the first gate that is shut."""
    for gate in gates:
        gate()
