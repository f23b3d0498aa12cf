"""What an act at a placement must say (docs/domain/02, 2.4)."""

from domain.placement.errors import DetailsMissing
from domain.shared.said import blank


def require_details(**texts: str) -> None:
    """Refuse what is left blank, and name all of it."""
    missing = blank(**texts)
    if missing:
        raise DetailsMissing(missing)
