"""How people write a date of birth: it identifies a child as a name does (docs/domain/05, 5.4)."""

from collections.abc import Iterator
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

BEFORE, AFTER = r"(?<![^\W_])", r"(?![^\W_])"
APART = r"[\W_]*"


def spellings(day: date) -> Iterator[str]:
    """Patterns for the day as it is written: 24/12/2009, 2009-12-24, 24th of December 2009."""
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    name = MONTHS[day.month - 1]
    month = rf"(?:0?{day.month}|{name}|{name[:3]}|{name[:4]})"
    year = rf"(?:{day.year}|{day.year % 100:02})"
    for parts in (
        (number, r"(?:of)?", month, year),
        (month, number, year),
        (str(day.year), month, number),
    ):
        yield rf"{BEFORE}{APART.join(parts)}{AFTER}"
