"""A history as far as the last step that a day had seen.

Steps are told in the order in which they were recorded, and one may be dated before the one it
follows. So what had come by a day is a beginning of the history, and never a choice from it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day


def seen_by(
    day: date, line: Sequence[Period], history: Sequence[Recorded[Any]]
) -> Sequence[Recorded[Any]]:
    """Everything recorded up to the event that began the last period of a chronology by a day."""
    begun = [each for each in line if london_day(each.since) <= day]
    if not begun:
        return ()
    last = next(each for each in history if each.event_id == begun[-1].source)
    return [each for each in history if each.version <= last.version]
