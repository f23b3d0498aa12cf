"""Who was told where a child lives, or is not to be, by whom the child's record knows."""

from dataclasses import dataclass
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.case.chronology import chronology
from domain.case.in_law import in_law
from domain.placement import decider
from domain.placement.commands import NotificationCommand
from domain.placement.known_from import known_from
from domain.placement.notifying import PeopleOnRecord
from domain.placement.state import Known, Particulars


@dataclass(frozen=True)
class TellingHandlers:
    office: Office

    def record(
        self, occasion: Occasion, placement_id: UUID, command: NotificationCommand
    ) -> Receipt:
        """Record who was told, or decide who is not, of the people on the child's record."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            known = self.office.known(decider, stream, Known)
            history = self.office.streams.read(stream).events
            found = {
                "people": self._people(known.particulars),
                "known_from": known_from(history),
            }
            asked = {name: found[name] for name in found.keys() & type(command).model_fields}
            return Act([Ask(stream, decider, command.model_copy(update=asked))])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _people(self, particulars: Particulars) -> PeopleOnRecord:
        """Everybody who ever was on record, and the parents of the day on which the child came."""
        case_id, day = particulars.arrangement.case_id, particulars.begins_on
        history = self.office.streams.read(stream_of("case", case_id)).events
        connections = chronology(history).connections
        return PeopleOnRecord(
            connections=frozenset(each.connection.connection_id for each in connections),
            parents=tuple(p.connection_id for p in in_law(history).parents if p.covers(day)),
        )
