"""What is told in stages. A test names only what it is about."""

from datetime import datetime, timedelta
from typing import Any

from domain.referral.commands.disclosure import (
    AcceptConfidentiality,
    NameInMinimumPack,
    ReleaseFullPack,
    ReleaseMatchingPack,
)
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import PackViewed
from domain.referral.events.disclosure import ConfidentialityAccepted
from domain.referral.events.emergency import PackReleased
from domain.referral.events.evaluation import OfferShortlisted
from domain.referral.field_matrix import PackField, PackStage
from domain.referral.pack import digest
from domain.referral.staged_pack import PackLine, StagedPack
from domain.shared.vocabulary import ProviderId
from tests.support.referrals import (
    BROKER,
    CERTIFIER,
    CONTRACT,
    DEADLINE,
    OAK,
    invitation_of,
    offer_of,
    until_evaluating,
)

SOON = DEADLINE + timedelta(hours=1)
WRITTEN = (PackField.NEEDS, PackField.RISKS)


def staged(stage: PackStage, *fields: PackField, text: str = "What is known.") -> StagedPack:
    lines = tuple(PackLine(field=field, text=text) for field in fields or WRITTEN)
    return StagedPack(stage=stage, lines=lines)


MATCHING = staged(PackStage.MATCHING)
FULL = staged(PackStage.FULL, PackField.NAME, *WRITTEN)
NAMED = staged(PackStage.EMERGENCY, PackField.NAME, *WRITTEN, PackField.HEALTH)


def accept_terms(provider_id: ProviderId = OAK, at: datetime = SOON) -> AcceptConfidentiality:
    return AcceptConfidentiality(
        provider_id=provider_id, contract_id=CONTRACT, contract_version=2, at=at, by=BROKER
    )


def terms_accepted(provider_id: ProviderId = OAK, at: datetime = SOON) -> ConfidentialityAccepted:
    said = dict(accept_terms(provider_id, at))
    return ConfidentialityAccepted(**said, invitation_id=invitation_of(provider_id))


def _release(**changed: Any) -> dict[str, Any]:
    return {"certified_by": CERTIFIER, "now": SOON, "by": BROKER, **changed}


def release_matching(provider_id: ProviderId = OAK, **changed: Any) -> ReleaseMatchingPack:
    plain = {"pack": MATCHING, "offer_id": offer_of(provider_id)}
    return ReleaseMatchingPack(**_release(**plain | changed))


def release_full(*, start_agreed: bool = True, **changed: Any) -> ReleaseFullPack:
    return ReleaseFullPack(**_release(**{"pack": FULL, "start_agreed": start_agreed} | changed))


def name_in_minimum(**changed: Any) -> NameInMinimumPack:
    return NameInMinimumPack(**_release(**{"pack": NAMED} | changed))


def told(
    pack: StagedPack = MATCHING, provider_id: ProviderId = OAK, at: datetime = SOON
) -> PackReleased:
    """A pack that went to one provider alone."""
    return PackReleased(
        pack=pack,
        sha256=digest(pack),
        certified_by=CERTIFIER,
        providers=(provider_id,),
        offer_id=offer_of(provider_id),
        at=at,
        by=BROKER,
    )


def read(pack: StagedPack = MATCHING, provider_id: ProviderId = OAK) -> PackViewed:
    return PackViewed(
        invitation_id=invitation_of(provider_id),
        provider_id=provider_id,
        at=SOON,
        sha256=digest(pack),
    )


def shortlisted(provider_id: ProviderId = OAK) -> OfferShortlisted:
    return OfferShortlisted(offer_id=offer_of(provider_id), provider_id=provider_id, by=BROKER)


def until_shortlisted(*providers: ProviderId) -> list[ReferralEvent]:
    """Bound to confidentiality, with a shortlisted offer each."""
    asked = providers or (OAK,)
    bound = [event for each in asked for event in (terms_accepted(each), shortlisted(each))]
    return [*until_evaluating(*asked), *bound]
