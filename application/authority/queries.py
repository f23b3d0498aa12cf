"""What can be read of a council on one day."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.authority.handlers import entry_of
from application.shared.asking import AsOf, LogTimes
from application.shared.ports import Reads
from domain.authority import decider
from domain.authority.chronology import BoundariesPeriod, FundingLimitPeriod, chronology
from domain.authority.events import AuthorityEstablished, OfficerListed
from domain.authority.state import officers_on
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound


@dataclass(frozen=True, kw_only=True)
class AuthorityView:
    """The boundaries and limits of one day; no boundaries before the first edition."""

    gss: GssCode
    name: str
    boundaries: BoundariesPeriod | None
    funding_limits: Sequence[FundingLimitPeriod]
    version: int
    position: int


@dataclass(frozen=True)
class AuthorityRecords:
    """A council's history, cut at a position and asked about a day."""

    streams: Reads
    log_times: LogTimes

    def officers(self, gss: GssCode, of: AsOf, role: str | None) -> Sequence[OfficerListed]:
        """Who acts for the council on a day, and in which roles."""
        position = self.log_times.newest() if of.position is None else of.position
        history = self.streams.read(entry_of(gss), position)
        return officers_on(decider.replay(history.facts), of.day, role)

    def view(self, gss: GssCode, of: AsOf) -> AuthorityView:
        position = of.position_of(self.log_times)
        history = self.streams.read(entry_of(gss), position)
        entry = next((e for e in history.facts if isinstance(e, AuthorityEstablished)), None)
        if entry is None:
            raise NotFound
        held = chronology(history.events)
        return AuthorityView(
            gss=gss,
            name=entry.name,
            boundaries=next((each for each in held.boundaries if each.covers(of.day)), None),
            funding_limits=[each for each in held.limits if each.covers(of.day)],
            version=history.version,
            position=position,
        )
