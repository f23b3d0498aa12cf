"""A postcode, however it is typed, and what is known of it."""

import re
from dataclasses import dataclass

from domain.shared.envelope import GssCode
from domain.shared.geography import GridPoint

SHAPE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")


@dataclass(frozen=True, slots=True)
class PostcodeEntry:
    """A place and its district council. Without a `point` no distance can be reckoned.

    The island of Ireland has a grid of its own, so a postcode there has no point here.
    """

    point: GridPoint | None
    district: GssCode | None


def compact(postcode: str) -> str | None:
    """Upper case without spaces; none when it has not the shape of a postcode."""
    typed = "".join(postcode.split()).upper()
    return typed if SHAPE.fullmatch(typed) else None
