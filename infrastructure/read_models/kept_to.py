"""Keeping a list to a child, a provider, or the children whom somebody works with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Table, exists, false, or_

from application.clock.queries import About
from infrastructure.read_models.allocations import is_worked_by


@dataclass(frozen=True, slots=True)
class Lists:
    """Whose each stream is, which children it concerns, and who works with these."""

    owners: Table
    children: Table
    allocations: Table


def kept_to(
    about: About,
    stream: ColumnElement[str],
    key: ColumnElement[str] | None,
    lists: Lists,
    today: date,
) -> Iterator[ColumnElement[bool]]:
    """Conditions on the stream that a line is about, and on the key of its clock if it has one."""
    if about.case_id is not None:
        theirs = lists.children.c
        yield exists().where(theirs.stream == stream, theirs.case_id == str(about.case_id))
    if about.provider_id is not None:
        yield _of_provider(str(about.provider_id), stream, key, lists.owners)
    for who in about.worked_by:
        yield is_worked_by(lists.allocations, lists.children, stream, who, today)


def _of_provider(
    provider: str, stream: ColumnElement[str], key: ColumnElement[str] | None, owners: Table
) -> ColumnElement[bool]:
    """Its own streams; of a search, which asks many, the clock that has its id for a key."""
    # Under a name of its own: a list may have joined the owners itself.
    theirs = owners.alias().c
    own = exists().where(theirs.stream == stream, theirs.provider_id == provider)
    return or_(own, false() if key is None else key.endswith(f":{provider}"))
