"""Connections of the driver's own that nobody is using just now."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Spares:
    """The one that was used last is used first: it has its statements prepared.

    A pool would say more of them than the small questions cost that are put to them.
    """

    make: Callable[[], Any]
    kept: list[Any] = field(default_factory=list)
    disposals: int = 0

    @contextmanager
    def one(self) -> Iterator[Any]:
        """For the length of a block. One on which anything failed is not used again."""
        disposals = self.disposals
        connection = self._taken()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        if self.disposals == disposals:
            self.kept.append(connection)
        else:
            connection.close()

    def dispose(self) -> None:
        """Close those that nobody is using, and the others when they come back."""
        self.disposals += 1
        while self.kept:
            self.kept.pop().close()

    def _taken(self) -> Any:
        try:
            return self.kept.pop()
        except IndexError:
            return self.make()
