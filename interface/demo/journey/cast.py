"""Who plays in the journey: a token for each role, and the providers that may be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.access.principal import Role


@dataclass(frozen=True)
class Seller:
    """An active provider on the lot, and a home of its own with a free place."""

    provider_id: UUID
    setting_id: UUID
    responder: str
    signatory: str
    """Tokens of its users."""


@dataclass(frozen=True)
class Cast:
    """At least four sellers: two that offer, one that declines, one that is late."""

    tokens: Mapping[Role, str]
    subjects: Mapping[Role, str]
    contract_id: UUID
    lot: str
    sellers: Sequence[Seller]
