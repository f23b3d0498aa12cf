"""What must be so before a provider is told more of a child than was published (5.4, R-100)."""

from collections.abc import Iterable

from domain.referral.commands.disclosure import ReleasePack
from domain.referral.errors import ConfidentialityNotAccepted, RedactionNotConfirmed
from domain.referral.facts import Facts
from domain.referral.field_matrix import PackField, PackStage, allowed_at
from domain.referral.pack import digest
from domain.referral.staged_pack import TAKEN_FROM_RECORD, StagedPack
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.personal import legible
from domain.shared.vocabulary import OfferId, ProviderId

MATCHING_ESSENTIALS = (PackField.NEEDS, PackField.RISKS)
"""Without these nobody can weigh a child against who lives there (7.3)."""


def require_shortlisted(facts: Facts, offer_id: OfferId) -> None:
    if not facts.judging.of(offer_id).shortlisted:
        raise WrongState("This offer is not shortlisted; shortlist it first.")


def require_still_to_come(facts: Facts, offer_id: OfferId) -> None:
    """Refuse to tell a chosen home of children who live in another since (R-105).

    Where one of several is still to come, or lives there, its home is told.
    """
    taken = facts.offers[offer_id].offer.homes_for(facts.children.sought)
    if taken and facts.elsewhere.issuperset(taken):
        raise WrongState(
            "The child lives in another home since this one was chosen: let the choice go, and "
            "join its placement to this search if that home offered here, or choose anew."
        )


def require_a_choice(facts: Facts) -> None:
    """Say what is to be done before anybody can be told all, where the child has a home already."""
    if facts.housed:
        raise WrongState(
            "No offer is chosen, so nobody is told more. The child lives somewhere since: "
            "join its placement to this search if that home offered here."
        )


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


def require_none_but_fields_of(stage: PackStage, fields: Iterable[PackField]) -> None:
    """Refuse what this stage does not show, or what is taken from the record and never sent."""
    written = allowed_at(stage) - TAKEN_FROM_RECORD
    kept_out = sorted(set(fields) - written)
    if kept_out:
        raise RedactionNotConfirmed("This stage does not show these fields.", fields=kept_out)
