"""Messages that are due are sent, at least once each, and what became of them is noted.

A message is put off as it is taken, sent, noted, and then forgotten by the outbox. Stopped
anywhere between, it is taken again later with the same reference (R-72).
"""

import time
from dataclasses import dataclass

from application.shared.ports import Occasion
from application.shared.registers import Registers
from application.telling.letters import letter
from application.telling.ports import Due, Messenger, NotSent, Outbox
from application.telling.streams import search_of
from domain import referral, telling
from domain.referral.stages import Stage
from domain.shared.envelope import Actor, Channel
from domain.shared.terms import Tier
from domain.telling.commands import NoteDelivered, NoteNotDelivered
from domain.telling.state import Fate
from domain.telling.vocabulary import About, NotToldBecause

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
        if self._is_over(due) or self._is_seen_off(due):
            self.outbox.done(due)

    def _is_seen_off(self, due: Due) -> bool:
        """Whether it was sent, or is tried no more. What hurries is said to be undelivered at once.

        Somebody telephones meanwhile, and it goes on being tried (R-72).
        """
        try:
            self._send(due)
        except NotSent as refusal:
            given_up = refusal.for_good or due.attempts >= self.most
            if given_up or self._hurries(due):
                self._note(due, self._not_delivered(due, refusal.why))
            return given_up
        self._note(due, self._delivered(due))
        return True

    def _is_over(self, due: Due) -> bool:
        messages = self.registers.office.state(telling.decider, due.stream)
        fate = messages.fates[due.message_id]
        return fate is Fate.DELIVERED or (
            fate is Fate.NOT_DELIVERED and (due.attempts > self.most or not self._hurries(due))
        )

    def _hurries(self, due: Due) -> bool:
        """Whether a home is asked for within the hour: two hours of trying are too long."""
        search = self.registers.office.state(referral.decider, search_of(due.stream))
        urgent = isinstance(search, Stage) and (
            search.facts.emergency or search.facts.tier is Tier.URGENT
        )
        return urgent and due.about is About.INVITED

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

    def _not_delivered(self, due: Due, why: NotToldBecause) -> NoteNotDelivered:
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
        office.act(occasion, due.stream, telling.decider, command)
