"""Calling panels together, putting searches to them, recording what they decide."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain import referral
from domain.panel import PanelCommand, decider
from domain.panel.agenda import PanelKind, Seat
from domain.panel.commands import ConveneMeeting, PutItem
from domain.referral.stages import AwaitingFunding, Fulfilled, Stage
from domain.shared.vocabulary import AgendaItemId, PanelId, Pence, ReferralId, Subject


@dataclass(frozen=True)
class PanelHandlers:
    office: Office

    def convene(
        self, occasion: Occasion, kind: PanelKind, sits_on: date, seats: tuple[Seat, ...]
    ) -> Receipt:
        panel_id = PanelId(self.office.ids.new())
        by = Subject(occasion.actor.subject)
        command = ConveneMeeting(panel_id=panel_id, kind=kind, sits_on=sits_on, seats=seats, by=by)
        ids = {"panel_id": str(panel_id)}
        return self.office.act(occasion, stream_of("panel", panel_id), decider, command, ids=ids)

    def put(self, occasion: Occasion, panel_id: UUID, referral_id: UUID) -> Receipt:
        """Put a search on the agenda, with the price that is asked for it now."""
        item_id, stream = AgendaItemId(self.office.ids.new()), stream_of("panel", panel_id)

        def plan() -> Act:
            command = PutItem(
                item_id=item_id,
                referral_id=ReferralId(referral_id),
                weekly=self._asked(referral_id),
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command)], {"item_id": str(item_id)})

        return self.office.casework.do(occasion, plan, turn=stream)

    def do(
        self,
        occasion: Occasion,
        panel_id: UUID,
        command: PanelCommand,
        expecting: int | None = None,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream = stream_of("panel", panel_id)
        return self.office.act(occasion, stream, decider, command, expecting=expecting)

    def _asked(self, referral_id: UUID) -> Pence | None:
        stream = stream_of("referral", referral_id)
        state = self.office.known(referral.decider, stream, Stage)
        pending = state.pending if isinstance(state, AwaitingFunding | Fulfilled) else None
        return pending.plan.weekly if pending else None
