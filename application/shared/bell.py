"""What wakes those who wait for something to move. No ring is lost on the way to waiting."""

import threading
from dataclasses import dataclass, field


@dataclass
class Bell:
    """Look at `rung` first, then at what you wait for, and then wait unless it rang since."""

    rung: int = 0
    reached: int = 0
    """The furthest position that it was rung for."""

    condition: threading.Condition = field(default_factory=threading.Condition)

    def ring(self, reached: int = 0) -> None:
        with self.condition:
            self.rung += 1
            self.reached = max(self.reached, reached)
            self.condition.notify_all()

    def wait(self, seconds: float, since: int) -> None:
        """Wait so long at most; not at all if it has rung since it had rung so many times."""
        with self.condition:
            self.condition.wait_for(lambda: self.rung != since, seconds)

    def wait_for(self, position: int, seconds: float) -> None:
        """Wait so long at most for it to be rung for this position, or for a later one."""
        with self.condition:
            self.condition.wait_for(lambda: self.reached >= position, seconds)
