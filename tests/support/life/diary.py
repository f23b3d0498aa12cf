"""What is to be done on which day, and by whom it is done."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

Deed = Callable[[date], None]


@dataclass
class Diary:
    """Days and what is planned for each; what is planned for today is done today."""

    days: defaultdict[date, list[Deed]] = field(default_factory=lambda: defaultdict(list))

    def plan(self, on: date, deed: Deed) -> None:
        self.days[on].append(deed)

    def live(self, today: date) -> None:
        """Do what is planned for a day, and what that plans for the same day."""
        waiting = self.days[today]
        for deed in iter(lambda: waiting.pop(0) if waiting else None, None):
            deed(today)
        del self.days[today]
