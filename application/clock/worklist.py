"""The worklist as it is shown: what runs, how near it has come, and whose it is to meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from application.clock.queries import DueClock, OfRole, Place, Running, Wanted, Whose
from application.reference.editions import Editions, NoEdition
from application.shared.as_it_stood import AsItStood
from application.shared.asking import AsOf, LogTimes
from application.shared.ports import Reads
from domain.shared.calendar import Calendar
from domain.shared.moments import london_day
from domain.shared.warnings import OTHERWISE, Warnings, Window, warned


@dataclass(frozen=True)
class Worklist:
    """Warnings go by the editions in force on the day asked about, as they were known then."""

    running: Running
    streams: Reads
    log_times: LogTimes

    def due(
        self, whose: Whose, of: AsOf, wanted: Wanted, *, after: Place | None, limit: int
    ) -> Sequence[DueClock]:
        """Running clocks that are wanted, most urgent first, from a place in the list on.

        Nothing before the first edition: no clock was computed then.
        """
        if (editions := self._editions(of)) is None:
            return []
        warnings, calendar = editions
        theirs = None if wanted.role is None else _of_role(wanted.role, warnings)
        found = self.running.running(whose, of, wanted, theirs, after=after, limit=limit)
        return [_shown(each, of, warnings, calendar) for each in found]

    def of_each(self, streams: Sequence[str], of: AsOf) -> Mapping[str, Sequence[DueClock]]:
        """Of each of these streams what runs, the one that is due first with its warning first."""
        if (editions := self._editions(of)) is None:
            return {}
        warnings, calendar = editions
        found: dict[str, list[DueClock]] = {}
        for each in self.running.of_streams(streams, of):
            others = found.setdefault(each.stream, [])
            others.append(each if others else _shown(each, of, warnings, calendar))
        return found

    def _editions(self, of: AsOf) -> tuple[Warnings, Calendar] | None:
        position = of.position_of(self.log_times)
        editions = Editions(AsItStood(self.streams, position))
        day = london_day(of.judged_at)
        try:
            return editions.warnings(day), editions.clock_terms(day).calendar
        except NoEdition:
            return None


def _of_role(role: str, warnings: Warnings) -> OfRole:
    named = {code for code, roles in warnings.worked_by.items() if role in roles}
    others = warnings.worked_by.keys() - named
    return OfRole(frozenset(named), frozenset(others) if role in OTHERWISE else None)


def _shown(clock: DueClock, of: AsOf, warnings: Warnings, calendar: Calendar) -> DueClock:
    window = Window(
        anchored_at=clock.anchored_at,
        due=clock.due,
        counted_in_days=clock.plan_by is not None,
    )
    still = clock.paused_until is not None
    newest = None if still else warned(window, of.judged_at, warnings, calendar)
    return replace(clock, warned=newest, worked_by=warnings.roles(clock.code))
