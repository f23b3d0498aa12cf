"""The first edition of the calendar, from the data of the `holidays` library.

It names the library's version, so that a decision can be traced to the very data it was
made with. Only days that would otherwise be worked are kept (R2): a holiday at a weekend
is there as its substitute, and one-off holidays such as 19 September 2022 are there (R12).
"""

from importlib.metadata import version

from holidays import country_holidays

from domain.shared.calendar import WEEKEND, Calendar

FIRST_YEAR, LAST_YEAR = 2010, 2035


def first_edition() -> Calendar:
    """The bank holidays of England and Wales from 2010 to 2035, as this library knows them."""
    found = country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))
    return Calendar(
        edition=f"england-and-wales-holidays-{version('holidays')}",
        holidays=frozenset(day for day in found if day.weekday() not in WEEKEND),
    )


def source() -> str:
    """Where the first edition was read, for the record of its publication."""
    return f"holidays {version('holidays')} (Python library), GB/ENG, {FIRST_YEAR}-{LAST_YEAR}"
