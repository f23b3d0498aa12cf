"""When a child moves in by a start that came from no search, its open searches say so (R-105)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from application.referral.seeking import open_referrals
from application.referral.telephone import asked_on
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from domain import placement, referral
from domain.placement.events import (
    EndCorrected,
    PlacementEnded,
    PlacementEndVoided,
    PlacementStarted,
    PlacementStartVoided,
    StartCorrected,
)
from domain.placement.state import Begun, Ended, Known, Voided
from domain.referral.commands.housed import NoteHomeless, NoteHoused
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day
from domain.shared.vocabulary import ReferralId

STARTS = PlacementStarted | StartCorrected
ENDS = PlacementEnded | EndCorrected | PlacementEndVoided | PlacementStartVoided


@dataclass(frozen=True)
class NoteHousedChildren:
    """A search that goes on for a child with a home is one that a person must decide on.

    The home is one since the request, by the day, and for as long as the child lives there: what
    is typed up later of a stay that is over, or of a home that was there before, is none.
    """

    office: Office
    name: str = "notice-housed"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, STARTS | ENDS)

    def react(self, recorded: Recorded[Any]) -> Act | None:
        stay = self.office.known(placement.decider, recorded.stream, Known)
        if not isinstance(stay, Begun | Voided):
            return None
        if stay.particulars.arrangement.referral_id is not None:
            return None
        asks = list(self._noticed(stay))
        return Act(asks) if asks else None

    def _noticed(self, stay: Begun | Voided) -> Iterator[Ask]:
        for referral_id in open_referrals(self.office, [stay.particulars.arrangement.case_id]):
            stream, command = stream_of("referral", referral_id), self._notice(stay, referral_id)
            if referral.decider.decide(self.office.state(referral.decider, stream), command):
                yield Ask(stream, referral.decider, command)

    def _notice(self, stay: Begun | Voided, referral_id: ReferralId) -> NoteHoused | NoteHomeless:
        arranged = stay.particulars.arrangement
        lives = (arranged.case_id, arranged.placement_id)
        if isinstance(stay, Voided):
            return NoteHomeless(case_id=lives[0], placement_id=lives[1], at=stay.was)
        if isinstance(stay, Ended):
            return NoteHomeless(case_id=lives[0], placement_id=lives[1], at=stay.ended_at)
        if london_day(stay.started_at) < asked_on(self.office, referral_id):
            return NoteHomeless(case_id=lives[0], placement_id=lives[1], at=stay.started_at)
        return NoteHoused(
            case_id=lives[0],
            placement_id=lives[1],
            setting_id=arranged.setting_id,
            at=stay.started_at,
        )
