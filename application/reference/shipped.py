"""Puts the shipped first editions on record, once: nobody decides with an unrecorded constant."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from application.reference.completing import completed
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Once
from domain import authority, contract, reference
from domain.authority.commands import AuthorityCommand, EstablishAuthority
from domain.contract.commands import PublishContractVersion
from domain.reference.commands import PublishClockLimits, ReferenceCommand
from domain.reference.sets import stream_of as set_stream
from domain.shared.envelope import Actor, Channel, GssCode, StreamId

PATIENCE = 60.0


class Shipped(Protocol):
    """The editions that come with the service, each with its source."""

    def reference(self) -> Sequence[ReferenceCommand]: ...

    def contracts(self) -> Sequence[PublishContractVersion]: ...

    def authorities(self) -> Sequence[Sequence[AuthorityCommand]]: ...


@dataclass(frozen=True)
class FirstEditions:
    office: Office
    shipped: Shipped

    def publish(self, by: Actor) -> None:
        """Record what is not on record yet; what is stays as it is."""
        for command in self.shipped.reference():
            self._once(by, Ask(set_stream(command.set_name), reference.decider, command))
            if isinstance(command, PublishClockLimits):
                self._complete(by, command)
        for version in self.shipped.contracts():
            stream = stream_of("contract", version.terms.contract_id)
            self._once(by, Ask(stream, contract.decider, version))
        for first, *others in self.shipped.authorities():
            self._authority(by, first, others)

    def _complete(self, by: Actor, shipped: PublishClockLimits) -> None:
        stream = set_stream(shipped.set_name)
        for command in completed(self.office.streams.read(stream).facts, shipped):
            occasion = self._occasion(by, f"shipped:{stream}:{command.edition}")
            act = Act([Ask(stream, reference.decider, command)])
            self.office.casework.do(occasion, partial(_as_it_is, act))

    def _authority(
        self, by: Actor, first: AuthorityCommand, others: Sequence[AuthorityCommand]
    ) -> None:
        if not isinstance(first, EstablishAuthority):
            raise TypeError("an authority's entry comes before what is said of it")
        stream = StreamId(f"authority-{first.gss}")
        begun_here = self._occasion(by, f"shipped:{stream}:0")
        begun = self.office.streams.read(stream).events
        if begun and self.office.streams.done_before(begun_here) is None:
            return  # somebody else put it on record, and what they said stands
        for number, command in enumerate((first, *others)):
            occasion = self._occasion(by, f"shipped:{stream}:{number}")
            act = Act([Ask(stream, authority.decider, command)])
            self.office.casework.do(occasion, partial(_as_it_is, act))

    def _once(self, by: Actor, ask: Ask) -> None:
        if not self.office.streams.read(ask.stream).events:
            occasion = self._occasion(by, f"shipped:{ask.stream}")
            self.office.casework.do(occasion, lambda: Act([ask]))

    def _occasion(self, by: Actor, key: str) -> Occasion:
        return Occasion(
            actor=by,
            now=self.office.now(),
            channel=Channel.SYSTEM,
            correlation=self.office.ids.new(),
            give_up_at=time.monotonic() + PATIENCE,
            once=Once(key, key.encode()),
        )


def _as_it_is(act: Act) -> Act:
    return act


def service_itself(authority_code: GssCode) -> Actor:
    return Actor(subject="service", role="system", authority=authority_code)
