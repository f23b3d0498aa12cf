"""Which bitemporal rows are meant: as at a day, and as known at a position of the log."""

from datetime import date

from sqlalchemy import ColumnElement, Table, and_, or_


def known_at(table: Table, position: int | None) -> ColumnElement[bool]:
    """Rows as they were known when the log stood at `position`; none means now."""
    if position is None:
        return table.c.known_until.is_(None)
    return and_(
        table.c.known_from <= position,
        or_(table.c.known_until.is_(None), table.c.known_until > position),
    )


def true_on(table: Table, day: date) -> ColumnElement[bool]:
    """Rows that were so on a London day, at any moment of it: `Period.covers` in SQL."""
    return and_(
        table.c.since_day <= day,
        or_(
            table.c.until_day.is_(None),
            table.c.until_day > day,
            table.c.since_day == day,
        ),
    )
