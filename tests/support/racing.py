"""Several people at once: each starts when all are ready."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

T = TypeVar("T")


def at_once(*attempts: Callable[[], T]) -> Sequence[T | Exception]:
    """What each came to, in the order given: an answer, or the exception that it met."""
    barrier = Barrier(len(attempts))

    def started(attempt: Callable[[], T]) -> T | Exception:
        barrier.wait()
        try:
            return attempt()
        except Exception as error:  # noqa: BLE001  # the test judges what it was
            return error

    with ThreadPoolExecutor(len(attempts)) as pool:
        return list(pool.map(started, attempts))
