"""Told in stages: who is shortlisted, who is chosen, and each only what its stage allows (5.4)."""

from collections.abc import Sequence

from domain.referral.commands.disclosure import (
    AcceptConfidentiality,
    DisclosureCommand,
    NameInMinimumPack,
    ReleaseFullPack,
    ReleaseMatchingPack,
    ReleasePack,
)
from domain.referral.decisions.invited import OVER, invitation_of
from domain.referral.decisions.offers import open_offer
from domain.referral.events.disclosure import ConfidentialityAccepted, DisclosureEvent
from domain.referral.events.emergency import PackReleased
from domain.referral.field_matrix import PackField
from domain.referral.pack import digest
from domain.referral.rules.disclosure import (
    MATCHING_ESSENTIALS,
    require_a_choice,
    require_confidential,
    require_news,
    require_shortlisted,
    require_still_to_come,
    require_written,
)
from domain.referral.rules.emergency import require_emergency
from domain.referral.rules.evaluation import require_no_ties
from domain.referral.rules.publishing import require_redaction
from domain.referral.stages import (
    Asked,
    Authorised,
    AwaitingFunding,
    Chosen,
    Evaluating,
    Fulfilled,
    Preferred,
    Published,
    Referral,
    Withdrawn,
)
from domain.shared.errors import NotFound, WrongState
from domain.shared.vocabulary import OfferId

Disclosure = Sequence[DisclosureEvent | PackReleased]


def decide(referral: Referral, command: DisclosureCommand) -> Disclosure:
    match referral, command:
        case Fulfilled() | Withdrawn(), AcceptConfidentiality():
            invitation_of(referral, command.provider_id)
            raise WrongState(OVER)
        case Asked(), AcceptConfidentiality():
            return accept(referral, command)
        case _, AcceptConfidentiality():
            # Who was not asked does not learn that there is anything to be asked about.
            raise NotFound
        case (
            Evaluating() | Preferred() | AwaitingFunding() | Authorised(),
            ReleaseMatchingPack(),
        ) if _may_be_chosen(referral, command.offer_id):
            return release_matching(referral, command)
        case Chosen(facts, offer_id), ReleaseFullPack() if offer_id in facts.offers:
            return release_full(referral, offer_id, command)
        case Chosen(facts, offer_id), NameInMinimumPack() if offer_id in facts.offers:
            return name_in_minimum(referral, offer_id, command)
        case Published(facts) | Evaluating(facts), ReleaseFullPack() | NameInMinimumPack():
            require_a_choice(facts)
            raise WrongState.of(referral, command)
        case _:
            raise WrongState.of(referral, command)


def _may_be_chosen(asked: Asked, offer_id: OfferId) -> bool:
    return not isinstance(asked, Chosen) or asked.offer_id == offer_id


def accept(asked: Asked, command: AcceptConfidentiality) -> Disclosure:
    """Said once for each search; said again it is no news."""
    invitation = invitation_of(asked, command.provider_id, command.at)
    if invitation.keeps_confidence:
        return []
    return [ConfidentialityAccepted(**dict(command), invitation_id=invitation.invitation_id)]


def release_matching(asked: Asked, command: ReleaseMatchingPack) -> Disclosure:
    facts, held = asked.facts, open_offer(asked.facts, command.offer_id)
    require_no_ties(facts.judging, command.by)
    require_shortlisted(facts, command.offer_id)
    require_confidential(facts, held.provider_id)
    require_written(command.pack, *MATCHING_ESSENTIALS)
    (release,) = released(asked, command.offer_id, command)
    return [release.model_copy(update={"lived_in": bool(command.lived_in)})]


def release_full(asked: Asked, offer_id: OfferId, command: ReleaseFullPack) -> Disclosure:
    """Everything at once; in an emergency it comes in parts, with a deadline (R-70)."""
    if asked.facts.emergency:
        raise WrongState("In an emergency the full information is supplied in parts.")
    if not command.start_agreed:
        raise WrongState("No start has been agreed; the full pack goes with the agreed start.")
    require_written(command.pack, PackField.NAME, *MATCHING_ESSENTIALS)
    return released(asked, offer_id, command)


def name_in_minimum(asked: Asked, offer_id: OfferId, command: NameInMinimumPack) -> Disclosure:
    """The first name waits until an offer is accepted, and goes to its provider alone."""
    require_emergency(asked.facts)
    require_written(command.pack, PackField.NAME)
    return released(asked, offer_id, command)


def released(asked: Asked, offer_id: OfferId, command: ReleasePack) -> Sequence[PackReleased]:
    """To the provider of this offer alone, certified, and never the same words twice."""
    if not isinstance(asked, Fulfilled):
        require_still_to_come(asked.facts, offer_id)
    provider_id = asked.facts.offers[offer_id].provider_id
    certified_by = require_redaction(command)
    require_news(asked.facts, provider_id, command)
    event = PackReleased(
        pack=command.pack,
        sha256=digest(command.pack),
        certified_by=certified_by,
        providers=(provider_id,),
        offer_id=offer_id,
        at=command.now,
        by=command.by,
    )
    return [event]
