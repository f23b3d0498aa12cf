"""Calling panels together, putting searches to them, recording what they decide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain import case, referral
from domain.case.panels import NotePanelDecision
from domain.panel import PanelCommand, decider
from domain.panel.agenda import PanelKind, Seat
from domain.panel.commands import ConveneMeeting, DecideItem, PutChildren, PutItem
from domain.panel.events import ChildPut
from domain.panel.state import Held
from domain.referral.stages import AwaitingFunding, Fulfilled, Stage
from domain.shared.envelope import GssCode
from domain.shared.moments import london_day
from domain.shared.vocabulary import (
    AgendaItemId,
    CaseId,
    PanelId,
    Pence,
    PlacementId,
    ReferralId,
    Subject,
)


class InResidentialCare(Protocol):
    def residents(self, council: GssCode, day: date) -> Sequence[tuple[CaseId, PlacementId]]:
        """Who lives in residential care on a day, by what is known now."""
        ...


@dataclass(frozen=True)
class PanelHandlers:
    office: Office
    in_care: InResidentialCare

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

    def put_residents(self, occasion: Occasion, panel_id: UUID) -> Receipt:
        """Put every child in residential care on the agenda who is not on it yet."""
        stream = stream_of("panel", panel_id)

        def plan() -> Act:
            there = self.in_care.residents(occasion.actor.authority, london_day(occasion.now))
            new = self.office.ids.new
            command = PutChildren(
                children=tuple((AgendaItemId(new()), child, home) for child, home in there),
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def decide(
        self, occasion: Occasion, panel_id: UUID, command: DecideItem, expecting: int
    ) -> Receipt:
        """Record a decision; one on a child is kept in the child's file as well."""
        stream = stream_of("panel", panel_id)

        def plan() -> Act:
            decided = Ask(stream, decider, command, expecting=expecting)
            return Act([decided, *self._of_child(panel_id, command)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _of_child(self, panel_id: UUID, command: DecideItem) -> Iterator[Ask]:
        panel = self.office.state(decider, stream_of("panel", panel_id))
        if not isinstance(panel, Held) or command.item_id not in panel.items:
            return
        put = panel.items[command.item_id].put
        if isinstance(put, ChildPut) and command.step_down is not None:
            note = NotePanelDecision(
                panel_id=PanelId(panel_id),
                item_id=command.item_id,
                on=panel.on,
                outcome=command.outcome,
                step_down=command.step_down,
                by=command.by,
            )
            yield Ask(stream_of("case", put.case_id), case.decider, note)

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
