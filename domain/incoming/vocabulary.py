"""The words of incoming notifications."""

from enum import StrEnum
from typing import Annotated, NewType
from uuid import UUID

from pydantic import Field

IncomingId = NewType("IncomingId", UUID)

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""An entry of a code list."""

Age = Annotated[int, Field(ge=0, le=25, strict=True)]
"""Completed years on the day on which we were told; no date of birth is kept."""


class Stage(StrEnum):
    """How far a notification has come (docs/domain/02, 2.14)."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    IN_REGISTER = "in_register"
    ENDED = "ended"
