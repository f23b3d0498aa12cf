"""What an agreement must satisfy (docs/domain/02, 2.5; seed 004, 3.8.1)."""

from collections.abc import Mapping
from datetime import date

from domain.placement.agreement import Party
from domain.placement.arrangement import FundingAuthorisation
from domain.placement.errors import FundingNotAuthorised, MatrixMissing, MatrixOutOfRange
from domain.shared.errors import ConflictOfInterest
from domain.shared.terms import LotTerms
from domain.shared.vocabulary import Pence, Subject


def require_matrix(lot: LotTerms | None, matrix_half_hours: int | None) -> None:
    """Refuse a lot that carries support without the matrix that says how much."""
    if lot is not None and lot.half_hours > 0 and matrix_half_hours is None:
        raise MatrixMissing(f"Lot {lot.code} carries support; record the matrix first.")


def require_hours_within(lot: LotTerms | None, half_hours: int) -> None:
    """Refuse more hours than the lot may carry (6-76)."""
    if lot is not None and half_hours > lot.half_hours:
        raise MatrixOutOfRange(
            f"{half_hours / 2:g} hours a week; lot {lot.code} carries {lot.half_hours / 2:g}."
        )


def require_funded(
    funding: FundingAuthorisation | None, weekly: Pence, since: date, until: date | None
) -> None:
    """Refuse a price, or a time, that no authorisation covers (6-71)."""
    authorised(funding, weekly, since, until)


def authorised(
    funding: FundingAuthorisation | None, weekly: Pence, since: date, until: date | None
) -> FundingAuthorisation:
    """The authorisation, if it carries this price for all of this time (4-214)."""
    if funding is None:
        raise FundingNotAuthorised("No funding has been authorised.")
    if not funding.covers(weekly, since, until):
        raise FundingNotAuthorised(
            f"{weekly} pence a week from {since} until {until or 'further notice'} "
            "is not within what was authorised."
        )
    return funding


def require_another_signatory(
    signed: Mapping[Party, Subject], party: Party, signatory: Subject
) -> None:
    """Refuse one person's hand for both sides."""
    if any(who == signatory for side, who in signed.items() if side is not party):
        raise ConflictOfInterest("Each side signs by a person of its own.")
