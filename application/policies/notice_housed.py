"""When a child moves in by a start that came from no search, its open searches say so (R-105)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from application.referral.seeking import open_referrals
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from domain import referral
from domain.placement.events import PlacementStarted
from domain.referral.commands import NoticeHoused
from domain.shared.envelope import Recorded


@dataclass(frozen=True)
class NoticeHousedChildren:
    """A search that goes on for a child with a home is one that a person must decide on."""

    office: Office
    name: str = "notice-housed"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, PlacementStarted) and recorded.event.referral_id is None

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._noticed(recorded.event))
        return Act(asks) if asks else None

    def _noticed(self, started: PlacementStarted) -> Iterator[Ask]:
        command = NoticeHoused(
            case_id=started.case_id,
            placement_id=started.placement_id,
            setting_id=started.setting_id,
            at=started.at,
        )
        for referral_id in open_referrals(self.office, [started.case_id]):
            stream = stream_of("referral", referral_id)
            if referral.decider.decide(self.office.state(referral.decider, stream), command):
                yield Ask(stream, referral.decider, command)
