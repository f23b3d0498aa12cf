"""One home as a search looks at it: everything that is asked of it, gathered."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.shared.distances import LocationRisk
from domain.setting.codes import Code
from domain.setting.nights import Claim, Places
from domain.setting.questions import needs_met_on
from domain.setting.state import Block, Listed
from domain.shared.admission import Home
from domain.shared.geography import ApprovalNeeded
from domain.shared.personal import Erased
from domain.shared.vocabulary import Locality


@dataclass(frozen=True, slots=True)
class Ways:
    """Straight lines in tenths of a mile; none where either end is not known, and never nought.

    `from_centre` and `from_home` are the two tests of what is local, which differ (C-01).
    Those of a withheld address sort nothing, and of the one only whether it is local is told.
    """

    from_home: int | None
    from_centre: int | None
    near: Mapping[Code, int | None]
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """`own` is the council's own; `on_lot` is none where no lot was asked for."""

    listed: Listed
    home: Home
    name: str | Erased
    own: bool
    on_lot: bool | None
    locality: Locality
    approval: ApprovalNeeded
    ways: Ways
    location_risk: LocationRisk


def co_residents(places: Places, arrives: Claim) -> int:
    """How many young people are to live there on the first night, of whichever authority."""
    living = (each for each in places.claims if not isinstance(each, Block))
    return sum(each.count for each in living if each.covers(arrives.from_))


def needs_stated(candidate: Candidate, arrives: Claim) -> frozenset[Code] | None:
    return needs_met_on(candidate.listed, arrives.from_)
