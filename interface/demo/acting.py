"""Acting in the council's name without HTTP: the same handlers and deciders, in this process."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_DNS, UUID, uuid5

from application.access.principal import Role
from application.shared.casework import Act, Ask
from application.shared.in_turn import InTurn, in_turn
from application.shared.office import stream_of
from application.shared.ports import Occasion
from domain import case, placement, provider, setting
from domain.shared.decider import Decider
from domain.shared.envelope import Actor, Channel, GssCode
from domain.shared.messages import Command
from interface.bootstrap import Running

DERBY = GssCode("E06000015")
PATIENCE = 60.0

DECIDERS: dict[str, Decider[object, object, object]] = {
    "case": case.decider,  # type: ignore[dict-item]  # each is asked only for what is its own
    "placement": placement.decider,  # type: ignore[dict-item]  # as above
    "provider": provider.decider,  # type: ignore[dict-item]  # as above
    "setting": setting.decider,  # type: ignore[dict-item]  # as above
}


def demo_id(name: str) -> UUID:
    """An id that is the same each time the council is made."""
    return uuid5(NAMESPACE_DNS, f"demo.placement-casework/{name}")


def subject_of(role: Role) -> str:
    """The one officer of each role that the demonstration gives a token to."""
    return f"demo-{role}"


@dataclass(frozen=True)
class Acting:
    """Officers of the demonstration's council, at work."""

    running: Running

    def today(self) -> date:
        return self.running.office.today()

    def occasion(self, role: Role) -> Occasion:
        office = self.running.office
        return Occasion(
            actor=Actor(subject=subject_of(role), role=role, authority=DERBY),
            now=office.now(),
            channel=Channel.API,
            correlation=office.ids.new(),
            give_up_at=time.monotonic() + PATIENCE,
        )

    def act(self, role: Role, asks: Sequence[Ask]) -> None:
        """Everything together or nothing."""
        self.running.office.casework.do(self.occasion(role), lambda: Act(asks))

    def quiet(self) -> None:
        self.running.worker.until_quiet()


def ask(capability: str, identity: UUID, *commands: Command) -> Ask:
    """One stream, asked for several things in turn."""
    decider = in_turn(DECIDERS[capability])
    return Ask(stream_of(capability, identity), decider, InTurn(commands=commands))
