"""The stays of a child told to their placements: that they began, and that they ended."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from application.imports.ssda903.carrying_out.endings import end_of
from application.imports.ssda903.carrying_out.home_keys import unlisted
from application.imports.ssda903.carrying_out.listing import HomeAtHand
from application.imports.ssda903.carrying_out.ports import Country
from application.imports.ssda903.carrying_out.retelling import Retelling
from application.imports.ssda903.carrying_out.stays import StayThere
from application.imports.ssda903.findings import Line
from application.imports.ssda903.plan import ChildPlan, PlannedPlacement
from domain.placement.arrangement import Arrangement
from domain.placement.commands import RecordStart
from domain.placement.state import Begun, Current, Ended
from domain.shared.envelope import GssCode
from domain.shared.errors import Refused
from domain.shared.moments import london_day
from domain.shared.vocabulary import CaseId, Locality, PlacementId, SettingId


class LineTurnedAway(Refused):
    """A line is taken whole or not at all."""

    code = "LINE_TURNED_AWAY"
    title = "The line on which the placement begins was refused"


Placed = Callable[[GssCode | None, date], Locality]
"""Where a district lies, seen from the authority, on a day."""


@dataclass(frozen=True)
class Whereabouts:
    """What a start needs to know of homes and of the country."""

    homes: Mapping[PlacementId, HomeAtHand]
    country: Country
    locality: Placed

    def arrangement(self, stay: PlannedPlacement, case_id: CaseId) -> Arrangement:
        home = self.homes.get(stay.placement_id)
        district = self.country.district(stay.postcode) if stay.postcode else None
        return Arrangement(
            placement_id=stay.placement_id,
            case_id=case_id,
            setting_id=home.setting_id if home else unlisted(stay.placement_id),
            provider_id=home.provider_on(stay.started) if home else None,
            provision=stay.provision,
            distance_tenths=self.country.tenths(stay.home_postcode, stay.postcode),
            locality=self.locality(district, stay.started),
        )


@dataclass(frozen=True)
class Stay:
    """A stay of the return, and the placement that holds it or will."""

    planned: PlannedPlacement
    telling: Retelling

    @property
    def is_held(self) -> bool:
        return isinstance(self.telling.state, Begun)

    def where(self) -> tuple[SettingId, StayThere] | None:
        """The nights of it, as the placement now has them."""
        placement = self.telling.state
        if not isinstance(placement, Begun):
            return None
        arrangement = placement.particulars.arrangement
        left = london_day(placement.ended_at) if isinstance(placement, Ended) else None
        came, line = london_day(placement.started_at), self.planned.rows[-1]
        there = StayThere(arrangement.placement_id, came, left, line)
        return arrangement.setting_id, there


def is_same_stay(placement: Begun, planned: PlannedPlacement) -> bool:
    """Whether a placement that was recorded here is the one the return tells of."""
    started = london_day(placement.started_at)
    if started == planned.started:
        return True
    ended = london_day(placement.ended_at) if isinstance(placement, Ended) else None
    return (
        planned.began_earlier
        and started < planned.started
        and (ended is None or planned.started < ended)
    )


@dataclass(frozen=True)
class Placing:
    """The stays of one child. `others` are placements of the child that the return is not about."""

    plan: ChildPlan
    case_id: CaseId
    born_on: date
    where: Whereabouts
    others: Collection[Begun]

    def tell(self, stays: Sequence[Stay], turned_away: AbstractSet[Line]) -> None:
        """Begin and end them in order, but for those whose first line was turned away."""
        for stay in stays:
            first = stay.planned.rows[0]
            if first in turned_away:
                left = [line for line in stay.planned.rows if line not in turned_away]
                stay.telling.decline(LineTurnedAway(), *left)
            elif stay.is_held or stay.telling.tell(self._start(stay.planned), *stay.planned.rows):
                self._end(stay)

    def _end(self, stay: Stay) -> None:
        ended = stay.planned.ended
        if ended is not None and isinstance(stay.telling.state, Current):
            looked_after = self.plan.looked_after_on(ended)
            end = end_of(stay.planned, ended, looked_after=looked_after)
            stay.telling.tell(end, stay.planned.rows[-1])

    def _start(self, stay: PlannedPlacement) -> RecordStart:
        home = self.where.homes.get(stay.placement_id)
        over = home.nights_over(stay.started, stay.ended) if home else ()
        return RecordStart(
            at=stay.started,
            born_on=self.born_on,
            home=home.on(stay.started) if home else None,
            other_open_placements=tuple(_open_on(stay.started, self.others)),
            over_capacity_nights=tuple(over),
            national_code=stay.place_code,
            arrangement=self.where.arrangement(stay, self.case_id),
            decided_elsewhere=True,
        )


def _open_on(day: date, others: Collection[Begun]) -> Iterator[PlacementId]:
    for placement in others:
        left = london_day(placement.ended_at) if isinstance(placement, Ended) else None
        if london_day(placement.started_at) <= day and (left is None or day < left):
            yield placement.particulars.arrangement.placement_id
