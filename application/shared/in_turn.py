"""Several commands to one stream, decided one after the other and appended together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import InstanceOf

from application.shared.casework import Ask
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


def together(asks: Sequence[Ask]) -> Sequence[Ask]:
    """The same, with what is asked of one stream joined: an act asks each stream once."""
    of_stream: dict[str, list[Ask]] = {}
    for ask in asks:
        of_stream.setdefault(ask.stream, []).append(ask)
    return [_joined(same) for same in of_stream.values()]


def _joined(asks: Sequence[Ask]) -> Ask:
    first = asks[0]
    if len(asks) == 1:
        return first
    commands = InTurn(commands=tuple(ask.command for ask in asks))
    return replace(first, decider=in_turn(first.decider), command=commands)
