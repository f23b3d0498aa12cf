"""What the record of a package review must hold (docs/domain/02, 2.7)."""

from collections.abc import Sequence

from domain.placement.agreement import Outcome
from domain.placement.commands import RecordPackageReviewHeld
from domain.placement.errors import RatingsContradict
from domain.placement.state import Particulars


def missing_from(particulars: Particulars, command: RecordPackageReviewHeld) -> Sequence[str]:
    """What a record lacks of how the child took part, the matrix and the ratings (4-225).

    Each outcome that was agreed is rated (R-220).
    """
    agreed = {each.code for each in _outcomes(particulars)}
    unrated = sorted(agreed - {each.code for each in command.ratings})
    present = {
        "participation": command.participation is not None,
        "matrix_half_hours": command.matrix_half_hours is not None,
        "ratings": bool(command.ratings) or not agreed,
    }
    missing = [name for name, there in present.items() if not there]
    return missing if "ratings" in missing else [*missing, *(f"ratings.{each}" for each in unrated)]


def require_rated_once(command: RecordPackageReviewHeld) -> None:
    """Refuse two ratings of one outcome: it is one thing or the other."""
    codes = [each.code for each in command.ratings]
    if len(set(codes)) != len(codes):
        raise RatingsContradict


def _outcomes(particulars: Particulars) -> Sequence[Outcome]:
    return particulars.agreement.terms.outcomes if particulars.agreement else ()
