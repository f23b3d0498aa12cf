"""How the foster carers of a child are approved, as their register last said."""

from dataclasses import dataclass
from datetime import date
from typing import Final

LONGEST_EXTENSION: Final = 8
"""Weeks by which a connected person's temporary approval may be extended, once (reg. 25, L-12)."""


@dataclass(frozen=True, kw_only=True)
class Carers:
    temporary: bool
    since: date
