"""What a search looks up across streams."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from domain.referral.codes import InvitationId
from domain.shared.envelope import GssCode, StreamId
from domain.shared.vocabulary import ContractId, PlacementId, ProviderId, ReferralId


@dataclass(frozen=True, slots=True)
class InvitedTo:
    """Where an invitation leads: known to its own provider only."""

    referral_id: ReferralId
    provider_id: ProviderId
    authority: GssCode


class Invitations(Protocol):
    def led_to(self, invitation_id: InvitationId, provider_id: ProviderId) -> InvitedTo | None:
        """None where there is no such invitation, or it is another provider's."""
        ...


class LotMembers(Protocol):
    def on(self, contract_id: ContractId, lot: str, day: date) -> Sequence[ProviderId]:
        """Who was on a lot on a day, suspended or not."""
        ...


class NotYetProjected(Exception):
    """The lists are behind what is acted upon: it is tried again once they have caught up."""


class Dealings(Protocol):
    """What a provider is still in with a council: looked up, then read from the streams."""

    def searches(self, provider_id: ProviderId, as_known_at: int) -> Sequence[ReferralId]:
        """Searches that it was asked in and that are not over for it; or `NotYetProjected`."""
        ...

    def placements(self, provider_id: ProviderId, as_known_at: int) -> Sequence[PlacementId]:
        """Placements that a child lives in with it or in a home it runs, or has a place kept in."""
        ...


class PlacementsOfChild(Protocol):
    """A child's placements: looked up, then read from the streams."""

    def placements_of(self, case_id: UUID, as_known_at: int) -> Sequence[StreamId]:
        """Every placement that was ever proposed or begun; or `NotYetProjected`."""
        ...


class StreamsOfCase(Protocol):
    def streams_of(self, case_id: UUID, up_to: int | None = None) -> Sequence[StreamId]: ...
