"""Which editions of a set there are, and which is in force on a day."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.shared.asking import AsOf, LogTimes
from application.shared.ports import Reads
from domain.reference.chronology import EditionInForce, edition_in_force, editions
from domain.reference.sets import SetName, stream_of


@dataclass(frozen=True, kw_only=True)
class EditionsView:
    """`in_force` is the name of the edition to decide with on the day."""

    set_name: SetName
    in_force: str | None
    editions: Sequence[EditionInForce]
    position: int


@dataclass(frozen=True)
class ReferenceRecords:
    """A set's history, cut at a position and asked about a day."""

    streams: Reads
    log_times: LogTimes

    def view(self, set_name: SetName, of: AsOf) -> EditionsView:
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of(set_name), position).events
        in_force = edition_in_force(history, of.day)
        return EditionsView(
            set_name=set_name,
            in_force=in_force.edition if in_force else None,
            editions=editions(history),
            position=position,
        )
