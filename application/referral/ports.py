"""What a search looks up across streams."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from domain.referral.codes import InvitationId
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import ContractId, ProviderId, ReferralId


@dataclass(frozen=True, slots=True)
class InvitedTo:
    """Where an invitation leads: known to its own provider only."""

    referral_id: ReferralId
    provider_id: ProviderId


class Invitations(Protocol):
    def led_to(self, invitation_id: InvitationId, provider_id: ProviderId) -> InvitedTo | None:
        """None where there is no such invitation, or it is another provider's."""
        ...


class LotMembers(Protocol):
    def on(self, contract_id: ContractId, lot: str, day: date) -> Sequence[ProviderId]:
        """Who was on a lot on a day, suspended or not."""
        ...


class StreamsOfCase(Protocol):
    def streams_of(self, case_id: UUID, up_to: int | None = None) -> Sequence[StreamId]: ...
