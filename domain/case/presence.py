"""Whether the child is where they should be: words for absences."""

from enum import StrEnum

from domain.shared.messages import Value
from domain.shared.moments import When


class Absence(StrEnum):
    """Missing: nobody knows where. Away: known where, without authorisation."""

    MISSING = "missing"
    AWAY = "away"


class Presence(Value):
    """From `since` on the child was absent in this way; without `absence`, back."""

    absence: Absence | None
    since: When
