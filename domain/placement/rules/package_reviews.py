"""What the record of a package review must hold (docs/domain/02, 2.7)."""

from collections.abc import Sequence

from domain.placement.commands import RecordPackageReviewHeld
from domain.placement.state import Particulars


def missing_from(particulars: Particulars, command: RecordPackageReviewHeld) -> Sequence[str]:
    """What a record lacks of how the child took part, the matrix and the ratings (4-225)."""
    outcomes = particulars.agreement.terms.outcomes if particulars.agreement else ()
    present = {
        "participation": command.participation is not None,
        "matrix_half_hours": command.matrix_half_hours is not None,
        "ratings": bool(command.ratings) or not outcomes,
    }
    return [name for name, there in present.items() if not there]
