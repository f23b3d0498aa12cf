"""What a search answers: homes that would do and why, homes that would not and why not.

A home is named, and nobody who lives in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.shared.distances import LocationRisk
from domain.setting.codes import Code
from domain.shared.admission import Registration
from domain.shared.envelope import GssCode
from domain.shared.geography import LOCAL_TENTHS, ApprovalNeeded
from domain.shared.personal import Erased
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import Locality, ProviderId, Provision

NOT_KNOWN = "not known"
WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Way:
    """A straight line on the national grid, in miles to one decimal; or `not known`, never 0.

    It is `withheld` where it would lead to a confidential address (6-61).
    """

    miles: str
    within_20_miles: bool | None


def way(tenths: int | None) -> Way:
    if tenths is None:
        return Way(NOT_KNOWN, None)
    return Way(f"{tenths // 10}.{tenths % 10}", tenths <= LOCAL_TENTHS)


def withheld(tenths: int | None) -> Way:
    return Way(WITHHELD, way(tenths).within_20_miles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a home lies: both tests of what is local, and the council's boundaries (C-01).

    `approval_needed` is whose decision a placement there needs first.
    """

    locality: Locality
    approval_needed: ApprovalNeeded
    from_home: Way
    from_centre: Way
    near: Mapping[Code, Way]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A rule that leaves the home out, and what would cure it.

    `gate` tells what a placement would be refused for from what only this search asked.
    """

    code: str
    gate: bool
    cites: str
    detail: str
    cure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHome:
    """A home that was looked at. `own` is the council's own."""

    setting_id: UUID
    name: str | Erased
    provision: Provision
    provider_id: ProviderId | None
    own: bool
    district: GssCode
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class FittingHome:
    """It would do: these gates are passed, on these facts. Choosing it is a person's decision.

    `free` are the places left on the fullest of the nights, without this stay; `co_residents`
    live there on the first night. `needs_not_stated` are asked of the home, and shut nothing.
    Where `location_risk` is not known, a person looks before anybody is placed; where it is
    `withheld`, and `lived_here_before` none, somebody who may read of every child does (R-95).
    """

    home: ShownHome
    gates_passed: Sequence[str]
    registration: Registration
    ages: AgeRange | None
    free: int
    co_residents: int
    needs_met: Sequence[Code]
    needs_not_stated: Sequence[Code]
    lived_here_before: bool | None
    location_risk: LocationRisk


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeLeftOut:
    home: ShownHome
    reasons: Sequence[Reason]


@dataclass(frozen=True, kw_only=True)
class Matches:
    """All homes that were looked at, in the order of the facts named; no order of merit."""

    arrives: date
    leaves: date | None
    position: int
    looked_at: int
    ordered_by: Sequence[str]
    fitting: Sequence[FittingHome]
    left_out: Sequence[HomeLeftOut]
