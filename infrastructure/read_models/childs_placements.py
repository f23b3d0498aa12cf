"""`application.referral.ports.PlacementsOfChild`: which placements a child has ever had."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.referral.ports import NotYetProjected
from domain.shared.envelope import StreamId
from infrastructure.read_models.owners import NAME, StoredOwners


@dataclass(frozen=True)
class StoredPlacementsOfChild:
    """`behind` names the read models behind a position."""

    owners: StoredOwners
    behind: Callable[[int], Sequence[str]]

    def placements_of(self, case_id: UUID, as_known_at: int) -> Sequence[StreamId]:
        if NAME in self.behind(as_known_at):
            raise NotYetProjected(as_known_at)
        return [each for each in self.owners.streams_of(case_id) if each.startswith("placement-")]
