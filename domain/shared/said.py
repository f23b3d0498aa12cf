"""What must be said is not left blank; what comes from outside says from where, and on whose word.

Source: docs/domain/07, 7.1 (all that is missing is named at once); docs/domain/10, R-31.
"""

from collections.abc import Sequence

from domain.shared.errors import MissingInformation
from domain.shared.vocabulary import Subject


def blank(**texts: str | None) -> Sequence[str]:
    """The names of what is left out, or says nothing."""
    return [name for name, text in texts.items() if not (text and text.strip())]


def require_said(**texts: str | None) -> None:
    """Refuse what is left blank, and name all of it."""
    missing = blank(**texts)
    if missing:
        raise MissingInformation(missing)


def require_provenance(source: str, approved_by: Subject | None) -> Subject:
    """Refuse what has no source or no approver, and name both where both are missing (R-31)."""
    missing = blank(source=source, approved_by=approved_by)
    if missing or approved_by is None:
        raise MissingInformation(missing)
    return approved_by
