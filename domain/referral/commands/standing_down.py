"""What can be asked when a provider may be given nothing new."""

from pydantic import AwareDatetime

from domain.referral.codes import WithdrawnBecause
from domain.shared.messages import Command
from domain.shared.vocabulary import ProviderId


class StandProviderDown(Command):
    """Ask this provider no longer, and choose nothing of what it offered (6-48)."""

    provider_id: ProviderId
    because: WithdrawnBecause = WithdrawnBecause.PROVIDER_SUSPENDED
    now: AwareDatetime
