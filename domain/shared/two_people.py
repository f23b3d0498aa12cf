"""What one person enters, another approves (docs/domain/05, 5.2)."""

from domain.shared.errors import ConflictOfInterest
from domain.shared.vocabulary import Subject


def is_same_person(one: Subject | None, other: Subject | None) -> bool:
    """Whether two names are one person's; capitals make nobody else (R-165)."""
    if one is None or other is None:
        return one is other
    return one.strip().casefold() == other.strip().casefold()


def require_second_person(by: Subject, approved_by: Subject, what: str = "a correction") -> None:
    """Refuse what is approved by the person who enters it."""
    if is_same_person(by, approved_by):
        raise ConflictOfInterest(f"Somebody else must approve {what}.")
