"""Statutory reviews: words for them. They belong to the case and not to a placement."""

from typing import NewType
from uuid import UUID

ReviewId = NewType("ReviewId", UUID)
