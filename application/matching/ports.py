"""What a search looks up across streams."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from domain.shared.envelope import GssCode
from domain.shared.vocabulary import Provision


@dataclass(frozen=True, slots=True)
class OnRegister:
    """A home that was on the register."""

    setting_id: UUID
    provision: Provision


class HomesOnRegister(Protocol):
    def known_by(self, authority: GssCode, position: int) -> Sequence[OnRegister]:
        """Every home that an authority had listed when the log stood at a position."""
        ...
