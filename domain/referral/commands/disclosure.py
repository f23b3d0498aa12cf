"""What is asked before a provider is told more, and when it is: stage by stage (5.4)."""

from pydantic import AwareDatetime

from domain.referral.codes import Code
from domain.referral.staged_pack import StagedPack
from domain.shared.messages import Command
from domain.shared.vocabulary import ContractId, OfferId, ProviderId, SettingId, Subject


class AcceptConfidentiality(Command):
    """Bind oneself to the confidentiality terms of the contract version of this search."""

    provider_id: ProviderId
    contract_id: ContractId
    contract_version: int
    at: AwareDatetime
    by: Subject


class ReleasePack(Command):
    """A pack of one stage, scanned, and the person who certifies it; nobody is a refusal."""

    pack: StagedPack
    certified_by: Subject | None
    identifiers_found: tuple[Code, ...] = ()
    now: AwareDatetime
    by: Subject


class ReleaseMatchingPack(ReleasePack):
    """Tell a shortlisted provider what it needs to weigh the match (5.4, column Mat).

    `lived_in` are those homes of the offer in which another child lives, by the register.
    """

    offer_id: OfferId
    lived_in: tuple[SettingId, ...] = ()


class ReleaseFullPack(ReleasePack):
    """Tell the chosen provider everything (column Full), once a day is agreed to move in."""

    start_agreed: bool


class NameInMinimumPack(ReleasePack):
    """Tell the chosen provider the first name in its emergency minimum pack (column Emg)."""


DisclosureCommand = (
    AcceptConfidentiality | ReleaseMatchingPack | ReleaseFullPack | NameInMinimumPack
)
