"""What must be so before a provider is told more of a child than was published (5.4, R-100)."""

from domain.referral.commands.disclosure import ReleasePack
from domain.referral.errors import ConfidentialityNotAccepted
from domain.referral.facts import Facts
from domain.referral.field_matrix import PackField
from domain.referral.pack import digest
from domain.referral.staged_pack import StagedPack
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.personal import legible
from domain.shared.vocabulary import OfferId, ProviderId

MATCHING_ESSENTIALS = (PackField.NEEDS, PackField.RISKS)
"""Without these nobody can weigh a child against who lives there (7.3)."""


def require_shortlisted(facts: Facts, offer_id: OfferId) -> None:
    if not facts.judging.of(offer_id).shortlisted:
        raise WrongState("This offer is not shortlisted; shortlist it first.")


def require_confidential(facts: Facts, provider_id: ProviderId) -> None:
    """Refuse to tell more to who has not accepted to keep it to itself (2.3)."""
    if not facts.invitations[provider_id].keeps_confidence:
        raise ConfidentialityNotAccepted(
            "The provider has not accepted the confidentiality terms; it does so in its invitation."
        )


def require_written(pack: StagedPack, *fields: PackField) -> None:
    """Refuse a pack without these, and name all that lack."""
    written = {line.field for line in pack.lines if legible(line.text).strip()}
    missing = [f"pack.{field}" for field in fields if field not in written]
    if missing:
        raise MissingInformation(missing)


def require_news(facts: Facts, provider_id: ProviderId, command: ReleasePack) -> None:
    """Refuse the same words again, above all once they were withdrawn (6-65)."""
    now, before = digest(command.pack), facts.told_alone(provider_id).get(command.pack.stage)
    if now in facts.withdrawn_packs or (before is not None and before.sha256 == now):
        raise MissingInformation(["pack"])
