"""What a set of reference data must remember: which set it is, and the names it has used."""

from dataclasses import dataclass

from domain.reference.events import ReferenceEvent
from domain.reference.sets import SetName
from domain.shared.errors import CorruptHistory


@dataclass(frozen=True)
class Unpublished:
    """No edition has been published yet."""


@dataclass(frozen=True)
class Published:
    """At least one edition has been, in the order of publication."""

    set_name: SetName
    editions: tuple[ReferenceEvent, ...]

    @property
    def latest(self) -> ReferenceEvent:
        """The edition published last, whether or not it is in force yet."""
        return self.editions[-1]


Reference = Unpublished | Published


def evolve(reference: Reference, event: ReferenceEvent) -> Reference:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match reference:
        case Unpublished():
            return Published(event.set_name, (event,))
        case Published(set_name=set_name) if set_name is event.set_name:
            return Published(set_name, (*reference.editions, event))
        case _:
            raise CorruptHistory(reference, event)
