"""A stream as a path or a query names it."""

from typing import Annotated

from fastapi import Path

STREAM = r"^[a-z]+-[A-Za-z0-9_-]{1,120}$"

StreamText = Annotated[
    str,
    Path(
        pattern=STREAM,
        description="As in the log: `case-…`, `clock-placement-…`, `reference-calendar`",
    ),
]
