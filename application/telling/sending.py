"""Messages that are due are sent, at least once each, and what became of them is noted.

A message is put off as it is taken, sent, noted, and then forgotten by the outbox. Stopped
anywhere between, it is taken again later with the same reference (R-72).
"""

import time
from dataclasses import dataclass

from application.shared.casework import Act, Ask
from application.shared.ports import Occasion
from application.shared.registers import Registers
from application.telling.letters import letter
from application.telling.ports import Due, Messenger, NotSent, Outbox
from domain import telling
from domain.shared.envelope import Actor, Channel
from domain.telling.commands import NoteDelivered, NoteNotDelivered
from domain.telling.state import Fate
from domain.telling.vocabulary import NotToldBecause

BATCH = 50
PATIENCE = 30.0
SENDER = "service:telling"


@dataclass(frozen=True)
class Sending:
    """`portal` is where links lead; after `most` attempts a message is given up."""

    outbox: Outbox
    messenger: Messenger
    registers: Registers
    portal: str
    most: int

    def step(self) -> int:
        """Send what is due. Returns how many were tried."""
        for tried in range(BATCH):
            due = self.outbox.take(self.registers.office.now())
            if due is None:
                return tried
            self._see_to(due)
        return BATCH

    def _see_to(self, due: Due) -> None:
        if not self._is_noted(due):
            try:
                self._send(due)
            except NotSent as refusal:
                if due.attempts < self.most and not refusal.for_good:
                    return
                self._note(due, self._given_up(due, refusal.why))
            else:
                self._note(due, self._delivered(due))
        self.outbox.done(due)

    def _is_noted(self, due: Due) -> bool:
        messages = self.registers.office.state(telling.decider, due.stream)
        return messages.fates[due.message_id] is not Fate.WAITING

    def _send(self, due: Due) -> None:
        if self.registers.is_suspended(due.provider_id):
            # A person tells it what it must know, above all what it must delete.
            raise NotSent(NotToldBecause.SUSPENDED, for_good=True)
        address = self.registers.mailbox(due.provider_id)
        if address is None:
            raise NotSent(NotToldBecause.NO_ADDRESS)
        self.messenger.send(letter(due, address, self.portal))

    def _delivered(self, due: Due) -> NoteDelivered:
        return NoteDelivered(
            message_id=due.message_id,
            via=self.messenger.via,
            attempts=due.attempts,
            at=self.registers.office.now(),
        )

    def _given_up(self, due: Due, why: NotToldBecause) -> NoteNotDelivered:
        return NoteNotDelivered(
            message_id=due.message_id,
            why=why,
            attempts=due.attempts,
            at=self.registers.office.now(),
        )

    def _note(self, due: Due, command: NoteDelivered | NoteNotDelivered) -> None:
        office = self.registers.office
        occasion = Occasion(
            actor=Actor(subject=SENDER, role="system", authority=due.authority),
            now=office.now(),
            channel=Channel.SYSTEM,
            correlation=due.message_id,
            give_up_at=time.monotonic() + PATIENCE,
        )
        ask = Ask(due.stream, telling.decider, command)
        office.casework.do(occasion, lambda: Act([ask]))
