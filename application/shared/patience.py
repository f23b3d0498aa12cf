"""A deadline for every command, kept whatever its database does.

A frozen database leader answers nothing and hangs its clients beyond every timeout of the
driver. So a command is waited for only so long; one that comes through after all is found
by its key when it is asked for again.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 8


@dataclass(frozen=True)
class Patience:
    """Threads that may be left behind. Nobody waits for them longer than was said."""

    threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(AT_ONCE, thread_name_prefix="command")
    )

    def wait_for(self, work: Callable[[], T], give_up_at: float) -> T:
        """The result, or `TimeoutError` at `give_up_at` on the monotonic clock."""
        return self.threads.submit(work).result(timeout=max(0.0, give_up_at - time.monotonic()))
