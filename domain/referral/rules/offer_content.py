"""What an offer must say before it can be compared (R-73), every gap at once."""

from collections.abc import Iterator

from domain.referral.codes import Scope
from domain.referral.criteria import Criterion
from domain.referral.facts import Facts
from domain.referral.offer import Offer
from domain.referral.offer_content import OfferContent
from domain.shared.errors import MissingInformation
from domain.shared.personal import Erased, legible

ALWAYS = ("staffing", "risk_management", "signatory")
OF_A_HOME = ("vacant_from", "night_cover", "shared")
OF_A_SHARED_HOME = ("co_residents", "impact_statement")
UNLESS_AN_EMERGENCY = ("education_and_transport", "introductions")


def require_offer_complete(offer: Offer, facts: Facts) -> None:
    """Refuse an offer without home, price, outcomes or evidence, and name all gaps (4-113)."""
    gaps = [*_bare(offer, facts.scope), *_unsaid(offer, facts)]
    if gaps:
        raise MissingInformation(gaps)


def _bare(offer: Offer, scope: Scope) -> Iterator[str]:
    if not offer.homes and scope is not Scope.SUPPORT:
        yield "offer.setting_id"
    if not offer.price:
        yield "offer.price"
    if not legible(offer.outcomes).strip():
        yield "offer.outcomes"


def _unsaid(offer: Offer, facts: Facts) -> Iterator[str]:
    content = offer.content or OfferContent()
    for name in _needed(offer, content, facts):
        if _is_blank(getattr(content, name)):
            yield f"offer.content.{name}"


def _needed(offer: Offer, content: OfferContent, facts: Facts) -> Iterator[str]:
    yield from ALWAYS
    if offer.homes:
        yield from OF_A_HOME
    if content.shared:
        yield from OF_A_SHARED_HOME
    if facts.judging.criteria and Criterion.SOCIAL_VALUE in facts.judging.criteria.asked:
        yield "social_value"
    # The emergency path skips introductions, and school waits for the day (2.2).
    if not facts.emergency:
        yield from UNLESS_AN_EMERGENCY


def _is_blank(said: object) -> bool:
    return said is None or isinstance(said, Erased) or (isinstance(said, str) and not said.strip())
