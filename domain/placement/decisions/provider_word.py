"""Keeping a provider's word. A fact: it is dated since the child came, and else never refused."""

from collections.abc import Sequence

from domain.placement.commands.provider_word import KeepProviderWord
from domain.placement.events.provider_word import ProviderWordKept
from domain.placement.rules.start import require_not_before
from domain.placement.state import Begun


def keep(placement: Begun, command: KeepProviderWord) -> Sequence[ProviderWordKept]:
    require_not_before(placement.started_at, command.at)
    return [ProviderWordKept(**dict(command))]
