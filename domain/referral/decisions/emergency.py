"""The emergency path: the whole lot at once; full information in as many parts as it takes."""

from collections.abc import Sequence

from domain.referral.commands.emergency import (
    AmendEmergency,
    EmergencyCommand,
    PublishEmergency,
    SupplyInformation,
)
from domain.referral.decisions.market import amended
from domain.referral.decisions.search import publish
from domain.referral.errors import InHouseNotExhausted
from domain.referral.events.emergency import (
    EmergencyEvent,
    FullInformationSupplied,
    InformationSupplied,
    PackReleased,
)
from domain.referral.events.market import ReferralAmended
from domain.referral.events.search import ProviderInvited, SearchEvent
from domain.referral.facts import Facts
from domain.referral.pack import digest
from domain.referral.rules.disclosure import require_a_choice, require_still_to_come
from domain.referral.rules.emergency import (
    outstanding,
    require_emergency,
    require_essentials,
    require_nobody_else_named,
    require_written_anew,
)
from domain.referral.rules.publishing import require_redaction
from domain.referral.rules.words_that_stand import require_words_stand
from domain.referral.sections import SectionText
from domain.referral.spoken import SpokenAct
from domain.referral.stages import (
    Accepted,
    ApprovedForExternalSearch,
    Authorised,
    AwaitingFunding,
    Evaluating,
    Fulfilled,
    Preferred,
    Published,
    Referral,
    SearchingInHouse,
)
from domain.shared.errors import WrongState
from domain.shared.vocabulary import ProviderId


def decide(
    referral: Referral, command: EmergencyCommand
) -> Sequence[EmergencyEvent | SearchEvent | ReferralAmended]:
    match referral, command:
        case ApprovedForExternalSearch(facts), PublishEmergency():
            return publish_emergency(facts, command)
        case Accepted() | SearchingInHouse(), PublishEmergency():
            # Nothing skips that somebody went past the council's own homes, and said why.
            raise InHouseNotExhausted
        case Published(facts), AmendEmergency():
            return amend_emergency(facts, command)
        case Evaluating(facts), AmendEmergency() if facts.pack is None or _is_first(facts):
            return amend_emergency(facts, command)
        case (
            Preferred(facts, offer_id)
            | AwaitingFunding(facts, offer_id)
            | Authorised(facts, offer_id)
            | Fulfilled(facts, offer_id),
            SupplyInformation(),
        ) if offer_id in facts.offers:
            if not isinstance(referral, Fulfilled):
                require_still_to_come(facts, offer_id)
            return supply(facts, facts.offers[offer_id].provider_id, command)
        case Published(facts) | Evaluating(facts), SupplyInformation():
            require_a_choice(facts)
            raise WrongState.of(referral, command)
        case _:
            raise WrongState.of(referral, command)


def publish_emergency(
    facts: Facts, command: PublishEmergency
) -> Sequence[EmergencyEvent | SearchEvent]:
    require_emergency(facts)
    require_essentials(command)
    published = publish(facts, command.publication)
    asked = tuple(each.provider_id for each in published if isinstance(each, ProviderInvited))
    released = PackReleased(
        pack=command.pack,
        sha256=digest(command.pack),
        certified_by=require_redaction(command.publication),
        providers=asked,
        at=command.publication.now,
        by=command.publication.by,
    )
    return [*published, released]


def amend_emergency(
    facts: Facts, command: AmendEmergency
) -> Sequence[EmergencyEvent | ReferralAmended]:
    """Both packs anew, to everybody who is asked still (6-65)."""
    require_emergency(facts)
    if _is_first(facts):
        require_words_stand(facts.approvals, (SpokenAct.URGENCY,))
    require_essentials(command)
    require_written_anew(facts, command)
    # The first minimum pack is news to everybody: each has a whole window, by the hour.
    first = {"material": True} if _is_first(facts) else {}
    shown = amended(facts, command.amendment.model_copy(update=first))
    still = [each for each in facts.invitations.values() if not each.is_withdrawn()]
    released = PackReleased(
        pack=command.pack,
        sha256=digest(command.pack),
        certified_by=shown.certified_by,
        providers=tuple(each.provider_id for each in still),
        at=shown.at,
        by=shown.by,
    )
    return [shown, released]


def _is_first(facts: Facts) -> bool:
    """Whether it became an emergency on the market, and no minimum pack was ever shown."""
    return facts.emergency and not facts.minimum_released


def supply(
    facts: Facts, provider_id: ProviderId, command: SupplyInformation
) -> Sequence[EmergencyEvent]:
    """A part more; with the last that must come, the information is full (6-70)."""
    require_emergency(facts)
    require_nobody_else_named(command)
    before = facts.supplied.get(provider_id, frozenset())
    lacking = outstanding({*before, *command.sections})
    supplied = InformationSupplied(
        provider_id=provider_id,
        sections=tuple(SectionText(name=n, text=text) for n, text in command.sections.items()),
        outstanding=tuple(lacking),
        at=command.now,
        by=command.by,
    )
    if lacking or not outstanding(before):
        return [supplied]
    full = FullInformationSupplied(provider_id=provider_id, at=command.now, by=command.by)
    return [supplied, full]
