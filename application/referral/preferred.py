"""Whether a provider's own offer is the preferred one."""

from uuid import UUID

from application.shared.office import Office, stream_of
from domain.referral import decider
from domain.referral.stages import Chosen
from domain.shared.vocabulary import OfferId, ProviderId


def preferred_of(office: Office, referral_id: UUID, provider_id: ProviderId) -> OfferId | None:
    """The provider's own offer, if it is the preferred one."""
    state = office.state(decider, stream_of("referral", referral_id))
    if not isinstance(state, Chosen):
        return None
    held = state.facts.offers.get(state.offer_id)
    return state.offer_id if held and held.provider_id == provider_id else None
