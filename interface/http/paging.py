"""Pages of a list, pinned to a position of the log, so that none is skipped or seen twice.

A cursor says where the next page begins and what the first one asked. It is opaque to
clients, holds nothing personal, and gives no rights: every page is asked for afresh.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC
from typing import Annotated, TypeVar

from fastapi import Query
from pydantic import AfterValidator, AwareDatetime, BaseModel, Field

from interface.http.problems import UnknownParameter

C = TypeVar("C", bound=BaseModel)

Number = Annotated[int, Field(ge=0, le=2**53)]
"""A position, a version or a number of a line: what every database can be asked for."""

InUTC = Annotated[AwareDatetime, AfterValidator(lambda instant: instant.astimezone(UTC))]

Limit = Annotated[int, Query(ge=1, le=100, description="How many at most, up to 100")]
CursorText = Annotated[
    str | None,
    Query(max_length=1000, description="`next` of the page before; it repeats what was asked"),
]


class BadCursor(UnknownParameter):
    code = "BAD_CURSOR"
    title = "This is no cursor of this list"


def written(cursor: BaseModel) -> str:
    return urlsafe_b64encode(cursor.model_dump_json().encode()).decode().rstrip("=")


def opened(text: str, kind: type[C]) -> C:
    """The cursor as it was written; `BadCursor` for anything else."""
    try:
        content = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        return kind.model_validate_json(content)
    except (ValueError, OverflowError):
        raise BadCursor from None
