"""Several commands to one stream, decided one after the other and appended together."""

from typing import Any

from pydantic import InstanceOf

from domain.shared.decider import Decider
from domain.shared.messages import Command, Event


class InTurn(Command):
    """What is asked of one stream, in this order; each is decided on what the one before left."""

    commands: tuple[InstanceOf[Command], ...]


def in_turn(decider: Decider[Any, Any, Any]) -> Decider[Any, Any, Any]:
    """The same capability, asked for several things at once. One refusal refuses them all."""

    def decide(state: Any, asked: InTurn) -> list[Event]:
        events: list[Event] = []
        for command in asked.commands:
            caused = decider.decide(state, command)
            for event in caused:
                state = decider.evolve(state, event)
            events += caused
        return events

    return Decider(initial=decider.initial, decide=decide, evolve=decider.evolve)
