"""The search, in house first and then among providers."""

from typing import ClassVar

from pydantic import AwareDatetime

from domain.referral.codes import Code, InvitationId
from domain.referral.considered import ConsideredInHouse
from domain.referral.pack import RedactedPack
from domain.referral.spoken import Spoken
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.money import Amount
from domain.shared.terms import Tier
from domain.shared.vocabulary import ContractId, ProviderId, Subject


class InHouseSearchStarted(Event):
    stored_as: ClassVar[str] = "referral.in_house_search_started.v1"

    by: Subject


class InHouseSearchExhausted(Event):
    """None of the council's own homes and carers will do, each for its reason."""

    stored_as: ClassVar[str] = "referral.in_house_search_exhausted.v1"

    considered: tuple[ConsideredInHouse, ...]
    none_exists: Code | None
    by: Subject


class ExternalSearchApproved(Event):
    """The market may be asked. `indicative_weekly` is whole pence a week."""

    stored_as: ClassVar[str] = "referral.external_search_approved.v1"

    budget_heading: Code
    indicative_weekly: Amount
    by: Subject
    spoken: Spoken | None = None


class ReferralPublished(Event):
    """A pack certified free of identifiers was released; `sha256` proves which.

    Each provider may read it for `access_hours` after its own outcome: the contract says so.
    """

    stored_as: ClassVar[str] = "referral.published.v1"

    pack: RedactedPack
    sha256: str
    certified_by: Subject
    contract_id: ContractId
    contract_version: int
    lot: str
    access_hours: int = 24
    at: AwareDatetime
    by: Subject

    def effective(self) -> When:
        return self.at


class ProviderInvited(Event):
    """One provider was asked, and given until `deadline`, that instant included.

    `lot` is the one it was asked under where the search was widened; none is the search's own.
    """

    stored_as: ClassVar[str] = "referral.provider_invited.v1"

    invitation_id: InvitationId
    provider_id: ProviderId
    tier: Tier
    invited_at: AwareDatetime
    deadline: AwareDatetime
    lot: str | None = None

    def effective(self) -> When:
        return self.invited_at


SearchEvent = (
    InHouseSearchStarted
    | InHouseSearchExhausted
    | ExternalSearchApproved
    | ReferralPublished
    | ProviderInvited
)
