"""Before more than the published pack is told: a provider binds itself to keep it confidential."""

from typing import ClassVar

from domain.referral.events.answers import ByProvider
from domain.shared.vocabulary import ContractId, Subject


class ConfidentialityAccepted(ByProvider):
    """A provider accepted, for this search, the confidentiality terms of its contract version."""

    stored_as: ClassVar[str] = "referral.confidentiality_accepted.v1"

    contract_id: ContractId
    contract_version: int
    by: Subject


DisclosureEvent = ConfidentialityAccepted
