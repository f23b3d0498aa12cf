"""What must be so before a child's needs are shown to providers."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from domain.referral.commands.disclosure import ReleasePack
from domain.referral.commands.market import AmendPublishedReferral
from domain.referral.commands.search import PublishReferral, RecordInHouseExhausted
from domain.referral.errors import NotOnLot, OwnHomeNotConsidered, RedactionNotConfirmed
from domain.referral.facts import Facts
from domain.referral.field_matrix import PackField
from domain.referral.pack import Invitee, RedactedPack
from domain.shared.admission import ProviderSuspended
from domain.shared.errors import ConflictOfInterest, MissingInformation
from domain.shared.terms import ContractTerms, Tier
from domain.shared.vocabulary import Subject


def require_considered(command: RecordInHouseExhausted) -> None:
    """Refuse "nothing in house" without saying what was looked at, or why nothing was (2-039)."""
    if not command.considered and command.none_exists is None:
        raise MissingInformation(["considered"])


def require_each_considered(command: RecordInHouseExhausted) -> None:
    """Refuse to go past a home of one's own that would take the child, unsaid why (2-039)."""
    said = {each.setting_id for each in command.considered}
    unsaid = [str(each) for each in command.would_do if each not in said]
    if unsaid:
        raise OwnHomeNotConsidered(
            f"{len(unsaid)} of the council's own homes would take the child: take one, or say of "
            "each why it will not do.",
            homes=unsaid,
        )


def require_not_full(command: RecordInHouseExhausted) -> None:
    """Refuse "no place is free" of a home in which the register holds one for the child (R-110)."""
    full = [each.setting_id for each in command.considered if each.says_full()]
    free = [str(each) for each in command.would_do if each in full]
    if free:
        raise OwnHomeNotConsidered(
            f"{len(free)} of the homes that are said to be full have a place free for the child: "
            "take one, put right its places in the register, or say why else it will not do.",
            homes=free,
        )


def require_another_person(facts: Facts, by: Subject) -> None:
    """Refuse an approval by who wrote or submitted the request (2.2)."""
    if by in (facts.drafted_by, facts.submitted_by):
        raise ConflictOfInterest("Whoever wrote or submitted the request cannot approve it.")


def require_redaction(command: PublishReferral | AmendPublishedReferral | ReleasePack) -> Subject:
    """The certifier of a pack free of identifiers; a finding is counted, never echoed (5.4)."""
    found = command.identifiers_found
    if found:
        fields = sorted(set(found) & {*RedactedPack.model_fields, *PackField})
        text = f"The scan found {len(found)} identifiers."
        raise RedactionNotConfirmed(text, findings=len(found), fields=fields)
    if command.certified_by is None:
        raise RedactionNotConfirmed("Nobody has certified this pack.")
    return command.certified_by


def require_eligible(audience: Sequence[Invitee]) -> None:
    """Refuse to ask nobody, or anybody off the lot or suspended (4-094, 2.8)."""
    if not audience:
        raise MissingInformation(["audience"])
    off_lot = [str(invitee.provider_id) for invitee in audience if not invitee.on_lot]
    if off_lot:
        raise NotOnLot(providers=off_lot)
    suspended = [str(invitee.provider_id) for invitee in audience if invitee.suspended]
    if suspended:
        raise ProviderSuspended(providers=suspended)


def response_deadline(terms: ContractTerms, tier: Tier, now: datetime) -> datetime:
    """The contract's window from now, in elapsed time through nights and clock changes (R8)."""
    minutes = terms.response_minutes.get(tier)
    if minutes is None:
        raise MissingInformation([f"terms.response_minutes.{tier.value}"])
    # A zone's own arithmetic counts wall time; only in UTC is an hour always an hour.
    return now.astimezone(UTC) + timedelta(minutes=minutes)
