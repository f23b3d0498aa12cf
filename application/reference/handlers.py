"""Publishing the next edition of a set of reference data."""

from dataclasses import dataclass

from application.shared.office import Office
from application.shared.ports import Occasion, Receipt
from domain.reference import ReferenceCommand, decider
from domain.reference.commands import PublishClockLimits
from domain.reference.sets import stream_of
from domain.shared.clock_catalogue import FIRST_EDITION
from domain.shared.errors import MissingInformation


@dataclass(frozen=True)
class ReferenceHandlers:
    office: Office

    def publish(self, occasion: Occasion, command: ReferenceCommand) -> Receipt:
        """Put an edition on record. One of the limits has to name every clock that is kept."""
        if isinstance(command, PublishClockLimits):
            require_every_clock(command)
        return self.office.act(occasion, stream_of(command.set_name), decider, command)


def require_every_clock(command: PublishClockLimits) -> None:
    """Refuse an edition of limits by which some clock could not be computed, and name it."""
    missing = sorted(FIRST_EDITION.keys() - command.limits.keys())
    if missing:
        raise MissingInformation(missing)
