"""What an edition of reference data must show, one function for each rule.

Source: R-31 (dated records with source and approver); SI 2010/959, reg. 11, for adjoining.
"""

from domain.authority.boundaries import Boundaries
from domain.authority.commands import ListOfficer, SetFundingLimit
from domain.authority.errors import BoundariesContradict
from domain.shared.errors import ConflictOfInterest
from domain.shared.two_people import is_same_person, require_second_person


def require_another_role(command: SetFundingLimit) -> None:
    """Refuse somebody who would set how much their own role may spend (docs/domain/05, 5.2)."""
    if command.by_role == command.role:
        raise ConflictOfInterest("Another role sets what yours may authorise.")


def require_somebody_else(command: ListOfficer) -> None:
    """Refuse who would say in which roles they themselves act, or say so alone (5.2, R-165)."""
    if is_same_person(command.by, command.officer):
        raise ConflictOfInterest("Somebody else says in which roles you act.")
    require_second_person(command.by, command.approved_by, "who acts for the council")
    if is_same_person(command.officer, command.approved_by):
        raise ConflictOfInterest("Nobody approves in which roles they themselves act.")


def require_consistent(boundaries: Boundaries) -> None:
    """Refuse boundaries in which a district is the council's own and adjoining as well."""
    both = sorted(set(boundaries.districts) & set(boundaries.adjoining_districts))
    if both:
        raise BoundariesContradict(f"Both own and adjoining: {', '.join(both)}.", districts=both)
