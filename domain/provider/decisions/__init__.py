"""The steps a provider may take; each topic's `decide` is its table of transitions."""

from collections.abc import Sequence

from domain.provider.commands import LifeCommand, ProviderCommand
from domain.provider.decisions import life, lots
from domain.provider.events import ProviderEvent
from domain.provider.state import Engaged, Provider, Suspended
from domain.shared.errors import WrongState


def decide(provider: Provider, command: ProviderCommand) -> Sequence[ProviderEvent]:
    """Turn a command into the events it causes, or refuse it."""
    if not isinstance(command, LifeCommand):
        return lots.decide(provider, command)
    if not isinstance(provider, Engaged | Suspended):
        raise WrongState.of(provider, command)
    return life.decide(provider.life, command)


__all__ = ["decide"]
