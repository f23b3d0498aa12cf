"""What can be asked of an authority's entry."""

from datetime import date

from domain.authority.boundaries import Boundaries
from domain.shared.envelope import GssCode
from domain.shared.messages import Command
from domain.shared.money import Amount
from domain.shared.vocabulary import Provision, Subject


class EstablishAuthority(Command):
    """List a council with the first edition of its boundaries."""

    gss: GssCode
    name: str
    boundaries: Boundaries
    source: str
    approved_by: Subject | None


class ChangeBoundaries(Command):
    """A later edition, or a correction of the one from the same day."""

    boundaries: Boundaries
    source: str
    approved_by: Subject | None


class SetFundingLimit(Command):
    """The highest weekly price, in whole pence, that a role may authorise from a day on.

    Without `limit` there is no highest. A limit for a provision holds for it instead of the
    role's general one (P-17: fostering by the Head of Service, residential by the director).
    """

    role: str
    provision: Provision | None = None
    limit: Amount | None
    from_: date
    source: str
    by_role: str | None = None
    """In which role it is asked, if by a person: nobody raises the limit of their own."""


class ListOfficer(Command):
    """Say in which roles somebody acts for the council from a day on; in none, no more.

    `approved_by` is neither the officer nor who writes it (R-165).
    """

    officer: Subject
    roles: tuple[str, ...]
    from_: date
    source: str
    approved_by: Subject
    by: Subject


AuthorityCommand = EstablishAuthority | ChangeBoundaries | SetFundingLimit | ListOfficer
