"""What is looked for: a home for somebody of this age, on these nights, with these needs."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.case.avoidance import AreaToAvoid
from domain.setting.codes import Code
from domain.shared.vocabulary import ContractId, Locality, Provision


@dataclass(frozen=True, slots=True)
class InLot:
    """Bought under this lot; the council's own homes are on none."""

    contract_id: ContractId
    lot: str


@dataclass(frozen=True, slots=True)
class Connection:
    """Somewhere that the child should stay near to: a school, a clinic, somebody (2-075)."""

    kind: Code
    postcode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a search asks beyond what law and contract ask. Nothing here is a gate of theirs.

    A need that is not essential leaves no home out, however many there are of it (2-092).
    `within_tenths` are tenths of a mile from the child's home.
    """

    needs: tuple[Code, ...] = ()
    essential_needs: tuple[Code, ...] = ()
    within_tenths: int | None = None
    localities: frozenset[Locality] = frozenset()
    max_co_residents: int | None = None
    near: tuple[Connection, ...] = ()


NOTHING_MORE = Wishes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Somebody, or brothers and sisters who are to live together: a birthday for each.

    `leaves` is the day of leaving, whose night is free (R-04); without it, for good.
    """

    born_on: tuple[date, ...]
    arrives: date
    leaves: date | None = None
    provisions: frozenset[Provision] = frozenset()
    in_lot: InLot | None = None
    home_postcode: str | None = None
    lived_before: frozenset[UUID] = frozenset()
    """Homes in which this child has lived; having left one shuts no door (4-023)."""

    avoid: tuple[AreaToAvoid, ...] = ()
    untold: bool = False
    """Whether areas to avoid and homes of before are left out that the asker may not read of."""

    wishes: Wishes = NOTHING_MORE
