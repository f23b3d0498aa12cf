"""From the first draft to the day on which the market may be asked."""

from dataclasses import replace

from domain.referral.children import asked_for
from domain.referral.events.in_house import (
    InHouseBypassApproved,
    InHouseEvent,
    InHouseMatchFound,
    InHouseMatchReleased,
)
from domain.referral.events.request import (
    ReferralAccepted,
    ReferralDrafted,
    ReferralSubmitted,
    RequestEvent,
    SectionsWritten,
)
from domain.referral.events.search import (
    ExternalSearchApproved,
    InHouseSearchExhausted,
    InHouseSearchStarted,
    ProviderInvited,
    ReferralPublished,
    SearchEvent,
)
from domain.referral.events.triage import (
    QuestionAnswered,
    QuestionAsked,
    ReferralReturned,
    RequestAmended,
    SectionAmended,
    TriageEvent,
)
from domain.referral.facts import Facts
from domain.referral.stages import (
    Accepted,
    ApprovedForExternalSearch,
    BeforeMarket,
    Draft,
    Evaluating,
    InHouseBypassed,
    InHouseExhausted,
    MatchedInHouse,
    NotDrafted,
    Published,
    Referral,
    Returned,
    SearchingInHouse,
    Stage,
    Submitted,
)
from domain.referral.state import housing, invitations, packs
from domain.referral.state.amending import amended, questioned
from domain.shared.errors import CorruptHistory


def towards_publication(referral: Referral, event: RequestEvent | SearchEvent) -> Referral:
    match referral, event:
        case NotDrafted(), ReferralDrafted():
            return Draft(_drafted(event))
        case Draft(facts), SectionsWritten():
            return replace(referral, facts=_written(facts, event))
        case Draft(facts), ReferralSubmitted():
            return Submitted(_submitted(facts, event))
        case Submitted(facts), ReferralAccepted():
            in_education = event.education_evidence is not None
            return Accepted(replace(facts, lot=event.lot, in_education=in_education))
        case Accepted(facts), InHouseSearchStarted():
            return SearchingInHouse(facts)
        case SearchingInHouse(facts), InHouseSearchExhausted():
            return InHouseExhausted(facts)
        case InHouseExhausted(facts) | InHouseBypassed(facts), ExternalSearchApproved():
            return ApprovedForExternalSearch(facts)
        case ApprovedForExternalSearch(facts), ReferralPublished():
            return Published(packs.published(facts, event))
        case Published(facts), ProviderInvited():
            return Published(invitations.invited(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def triaged(referral: Referral, event: TriageEvent) -> Referral:
    match referral, event:
        case Submitted(facts), ReferralReturned():
            return Returned(facts)
        case BeforeMarket(facts), RequestAmended() | SectionAmended():
            return replace(referral, facts=amended(facts, event))
        case Published(facts) | Evaluating(facts), RequestAmended():
            return replace(referral, facts=amended(facts, event))
        case Stage(facts), QuestionAsked() | QuestionAnswered():
            return replace(referral, facts=questioned(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def in_house(referral: Referral, event: InHouseEvent) -> Referral:
    match referral, event:
        case SearchingInHouse(facts), InHouseMatchFound():
            return MatchedInHouse(housing.at_home(facts, event.siblings), event.offer_id)
        case MatchedInHouse(facts), InHouseMatchReleased():
            return SearchingInHouse(facts)
        case Accepted(facts) | SearchingInHouse(facts), InHouseBypassApproved():
            return InHouseBypassed(facts)
        case _:
            raise CorruptHistory(referral, event)


def _drafted(event: ReferralDrafted) -> Facts:
    return Facts(
        scope=event.scope,
        tier=event.tier,
        emergency=event.emergency,
        needed_from=event.needed_from,
        drafted_by=event.by,
        children=asked_for(event),
    )


def _written(facts: Facts, event: SectionsWritten) -> Facts:
    texts = {section.name: section.text for section in event.sections}
    return replace(
        facts, sections={**facts.sections, **texts}, request=event.request or facts.request
    )


def _submitted(facts: Facts, event: ReferralSubmitted) -> Facts:
    bespoke = event.bespoke_24_7_approved_by is not None
    return replace(facts, submitted_by=event.by, bespoke_24_7=bespoke, called=None)
