"""The council's own homes and carers: one taken, with its place reserved in the same stroke."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.proposing import Chosen, Proposing
from application.referral.request import RequestHandlers
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.codes import MatchReleaseReason
from domain.referral.commands import RecordInHouseMatch, ReleaseInHouseMatch
from domain.referral.considered import ConsideredInHouse
from domain.referral.stages import Stage
from domain.shared.vocabulary import OfferId, PlacementId, ReferralId, SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class InHouseMatch:
    """Which home, from when a place in it is free, and why it suits; the others considered."""

    setting_id: SettingId
    free_from: date | None
    planned_end: date | None
    considered: Sequence[ConsideredInHouse]
    match_notes: str
    childs_views: str | None


@dataclass(frozen=True)
class InHouseHandlers:
    registers: Registers
    requests: RequestHandlers
    proposing: Proposing

    @property
    def office(self) -> Office:
        return self.registers.office

    def match(
        self, occasion: Occasion, referral_id: UUID, found: InHouseMatch, expecting: int
    ) -> Receipt:
        """Take a home, propose the placement and reserve its place, all at once or not."""
        stream = stream_of("referral", referral_id)
        placement_id, offer_id = (self.office.ids.new() for _ in range(2))

        def plan() -> Act:
            state = self.office.known(decider, stream, Stage)
            needed = state.facts.needed_from
            chosen = Chosen(
                referral_id=ReferralId(referral_id),
                case_id=self.requests.case_of(referral_id),
                placement_id=PlacementId(placement_id),
                setting_id=found.setting_id,
                offer_id=OfferId(offer_id),
                lot=None,
                starts_on=max(found.free_from or needed, needed),
                planned_end=found.planned_end,
            )
            command = self.registers.looked_up(self._match(occasion, found, chosen))
            asks = [Ask(stream, decider, command, expecting=expecting)]
            asks += self.proposing.asks(occasion, chosen)
            return Act(asks, {"placement_id": str(placement_id)})

        return self.office.casework.do(occasion, plan, turn=stream)

    def release(
        self,
        occasion: Occasion,
        referral_id: UUID,
        reason: MatchReleaseReason,
        text: str | None,
        expecting: int,
    ) -> Receipt:
        """Let the home go again, and with it the placement proposed and its place."""
        command = ReleaseInHouseMatch(reason=reason, text=text, by=Subject(occasion.actor.subject))
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            ask = Ask(stream, decider, command, expecting=expecting)
            return Act([ask, *self.proposing.calling_off(referral_id, reason)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _match(self, occasion: Occasion, found: InHouseMatch, chosen: Chosen) -> RecordInHouseMatch:
        return RecordInHouseMatch(
            offer_id=chosen.offer_id,
            home=self.registers.home(found.setting_id, chosen.starts_on),
            free_from=chosen.starts_on,
            born_on=self.registers.born_on(chosen.case_id),
            considered=tuple(found.considered),
            match_notes=found.match_notes,
            childs_views=found.childs_views,
            by=Subject(occasion.actor.subject),
        )
