"""What of a home and of a child the asker of a search may be told (R-95)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """`confidential_addresses`: whether figures may be told that lead to such an address (6-61).

    What is confidential `today` is withheld of every day that is asked about.
    """

    confidential_addresses: bool
    today: date
