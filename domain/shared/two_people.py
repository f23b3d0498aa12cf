"""What one person enters, another approves (docs/domain/05, 5.2)."""

from domain.shared.errors import ConflictOfInterest
from domain.shared.vocabulary import Subject


def require_second_person(by: Subject, approved_by: Subject, what: str = "a correction") -> None:
    """Refuse what is approved by the person who enters it."""
    if by == approved_by:
        raise ConflictOfInterest(f"Somebody else must approve {what}.")
