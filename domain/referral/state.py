"""How each event moves a referral from stage to stage. No rule is checked here."""

from dataclasses import replace

from domain.referral import facts as remembered
from domain.referral import paying
from domain.referral.amended import amended, questioned
from domain.referral.approvals import after as approvals_after
from domain.referral.children import after
from domain.referral.codes import DeselectionReason
from domain.referral.events import (
    AnswerEvent,
    AnswerTakenBack,
    AwardEvent,
    ChildHoused,
    ChoiceEvent,
    ClosingEvent,
    ConfidentialityAccepted,
    CopyEvent,
    CopyReleased,
    CopyWithdrawn,
    DisclosureEvent,
    DraftExpired,
    EmergencyEvent,
    EvaluationEvent,
    ExternalSearchApproved,
    FundingEvent,
    HousedEvent,
    InformationSupplied,
    InformationTakenBack,
    InHouseBypassApproved,
    InHouseEvent,
    InHouseMatchFound,
    InHouseMatchReleased,
    InHouseSearchExhausted,
    InHouseSearchStarted,
    MarketEvent,
    NoViableOffer,
    OfferEvent,
    OfferLapsed,
    OfferNotSelected,
    PackReleased,
    PausingEvent,
    PlacementJoined,
    PreferredOfferDeselected,
    PreferredOfferSelected,
    ProviderInvited,
    QuestionAnswered,
    QuestionAsked,
    ReferralAccepted,
    ReferralAmended,
    ReferralClosedUnfilled,
    ReferralDrafted,
    ReferralEvent,
    ReferralFulfilled,
    ReferralPaused,
    ReferralPublished,
    ReferralResumed,
    ReferralReturned,
    ReferralSubmitted,
    ReferralWithdrawn,
    RequestAmended,
    RequestEvent,
    ResponsesClosed,
    SearchEvent,
    SearchNarrowed,
    SearchWidened,
    SectionAmended,
    SectionsWritten,
    SiblingEvent,
    SiblingLeft,
    SiblingMovedIn,
    SiblingSplitApproved,
    SpokenApprovalConfirmed,
    SpokenApprovalDenied,
    SpokenEvent,
    TakingBackEvent,
    TriageEvent,
)
from domain.referral.events.ending import EndingEvent
from domain.referral.judging import judged
from domain.referral.market_facts import on_the_market, taken_back
from domain.referral.offer import Standing
from domain.referral.payers import keeping_homes
from domain.referral.stages import (
    Accepted,
    ApprovedForExternalSearch,
    Asked,
    Authorised,
    AwaitingFunding,
    BeforeMarket,
    Chosen,
    ClosedUnfilled,
    Draft,
    Evaluating,
    Expired,
    Fulfilled,
    InHouseBypassed,
    InHouseExhausted,
    MatchedInHouse,
    NoneViable,
    NotDrafted,
    Preferred,
    Published,
    Referral,
    Returned,
    SearchingInHouse,
    Stage,
    Submitted,
    Withdrawn,
)
from domain.shared.errors import CorruptHistory

BesideEvent = CopyEvent | PausingEvent | DisclosureEvent | SpokenEvent | TakingBackEvent


def evolve(referral: Referral, event: ReferralEvent) -> Referral:
    """Remember an event. What happened is not argued with."""
    try:
        return _approved(_after(referral, event), event)
    except KeyError:
        # It speaks of an invitation or an offer that was never made.
        raise CorruptHistory(referral, event) from None


def _approved(referral: Referral, event: ReferralEvent) -> Referral:
    """Who let it happen, and whether they have owned to their word."""
    if not isinstance(referral, Stage):
        return referral
    known = referral.facts.approvals
    approvals = approvals_after(known, event)
    if approvals is known:
        return referral
    return replace(referral, facts=replace(referral.facts, approvals=approvals))


def _after(referral: Referral, event: ReferralEvent) -> Referral:
    if isinstance(event, RequestEvent | SearchEvent):
        return _towards_publication(referral, event)
    if isinstance(event, TriageEvent):
        return _triaged(referral, event)
    if isinstance(event, InHouseEvent):
        return _in_house(referral, event)
    if isinstance(event, AnswerEvent):
        return _answered(referral, event)
    if isinstance(event, OfferEvent):
        return _of_offer(referral, event)
    if isinstance(event, MarketEvent | EmergencyEvent):
        return _on_the_market(referral, event)
    if isinstance(event, EvaluationEvent | AwardEvent):
        return _evaluated(referral, event)
    if isinstance(event, ChoiceEvent | SiblingEvent):
        return _chosen(referral, event)
    if isinstance(event, FundingEvent):
        return paying.funded(referral, event)
    if isinstance(event, BesideEvent):
        return _beside(referral, event)
    if isinstance(event, ClosingEvent | HousedEvent):
        return _closed(referral, event)
    return _ended(referral, event)


def _towards_publication(referral: Referral, event: RequestEvent | SearchEvent) -> Referral:
    match referral, event:
        case NotDrafted(), ReferralDrafted():
            return Draft(remembered.drafted(event))
        case Draft(facts), SectionsWritten():
            return replace(referral, facts=remembered.written(facts, event))
        case Draft(facts), ReferralSubmitted():
            return Submitted(remembered.submitted(facts, event))
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
            return Published(remembered.published(facts, event))
        case Published(facts), ProviderInvited():
            return Published(remembered.invited(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def _triaged(referral: Referral, event: TriageEvent) -> Referral:
    match referral, event:
        case Submitted(facts), ReferralReturned():
            return Returned(facts)
        case BeforeMarket(facts), RequestAmended() | SectionAmended():
            return replace(referral, facts=amended(facts, event))
        case Stage(facts), QuestionAsked() | QuestionAnswered():
            return replace(referral, facts=questioned(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def _in_house(referral: Referral, event: InHouseEvent) -> Referral:
    match referral, event:
        case SearchingInHouse(facts), InHouseMatchFound():
            return MatchedInHouse(facts, event.offer_id)
        case MatchedInHouse(facts), InHouseMatchReleased():
            return SearchingInHouse(facts)
        case Accepted(facts) | SearchingInHouse(facts), InHouseBypassApproved():
            return InHouseBypassed(facts)
        case _:
            raise CorruptHistory(referral, event)


def _in_an_emergency(referral: Referral, event: EmergencyEvent) -> Referral:
    match referral, event:
        case Asked(facts), InformationSupplied():
            return replace(referral, facts=remembered.supplied(facts, event))
        case Asked(facts), PackReleased():
            return replace(referral, facts=remembered.released(facts, event))
        case Asked(), _:
            return referral
        case _:
            raise CorruptHistory(referral, event)


def _on_the_market(referral: Referral, event: MarketEvent | EmergencyEvent) -> Referral:
    if isinstance(event, EmergencyEvent):
        return _in_an_emergency(referral, event)
    match referral, event:
        case Published(facts) | Evaluating(facts), SearchWidened():
            tried = replace(facts, judging=replace(facts.judging, rung_tried=True))
            return Published(on_the_market(tried, event))
        case Evaluating(facts), ReferralAmended():
            return Published(on_the_market(facts, event))
        case Asked(facts), _:
            return replace(referral, facts=on_the_market(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def _answered(referral: Referral, event: AnswerEvent) -> Referral:
    match referral, event:
        case Published(facts), ResponsesClosed():
            return Evaluating(facts)
        case _, ResponsesClosed():
            raise CorruptHistory(referral, event)
        case Asked(facts), answer:
            return replace(referral, facts=remembered.answered(facts, answer))
        case _:
            raise CorruptHistory(referral, event)


def _of_offer(referral: Referral, event: OfferEvent) -> Referral:
    match referral:
        case Asked(facts):
            return replace(referral, facts=remembered.of_offer(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def _evaluated(referral: Referral, event: EvaluationEvent | AwardEvent) -> Referral:
    if isinstance(event, EvaluationEvent):
        if not isinstance(referral, ApprovedForExternalSearch | Asked):
            raise CorruptHistory(referral, event)
        judging = judged(referral.facts.judging, event)
        return replace(referral, facts=replace(referral.facts, judging=judging))
    match referral, event:
        case Evaluating(facts), NoViableOffer(next_rung=rung):
            judging = replace(facts.judging, rung=rung, rung_tried=False)
            return NoneViable(replace(facts, judging=judging))
        case Evaluating(), _:
            return referral
        case _:
            raise CorruptHistory(referral, event)


def _chosen(referral: Referral, event: ChoiceEvent | SiblingEvent) -> Referral:
    match referral, event:
        case (
            Stage(facts),
            SiblingSplitApproved() | SearchNarrowed() | SiblingMovedIn() | SiblingLeft(),
        ):
            return replace(referral, facts=replace(facts, children=after(facts.children, event)))
        case Evaluating(facts), PreferredOfferSelected():
            return Preferred(facts, event.offer_id)
        case Preferred(), OfferNotSelected():
            return referral
        case (
            Preferred(facts, offer_id)
            | AwaitingFunding(facts, offer_id)
            | Authorised(facts, offer_id),
            PreferredOfferDeselected(),
        ):
            facts = keeping_homes(referral).facts
            if event.reason is DeselectionReason.PROVIDER_WITHDREW:
                facts = remembered.standing(facts, offer_id, Standing.WITHDRAWN)
            let_go = facts.offers[offer_id].provider_id if offer_id in facts.offers else None
            return Evaluating(remembered.not_chosen(remembered.deleted_is_unread(facts), let_go))
        case _:
            raise CorruptHistory(referral, event)


def _beside(referral: Referral, event: BesideEvent) -> Referral:
    """What leaves the stage as it is."""
    match referral, event:
        case Stage(), SpokenApprovalConfirmed() | SpokenApprovalDenied():
            return referral
        case Stage(facts), ReferralPaused() | ReferralResumed():
            return replace(referral, facts=remembered.paused(facts, event))
        case Stage(facts), CopyReleased() | CopyWithdrawn():
            return replace(referral, facts=remembered.copied(facts, event))
        case Asked(facts), ConfidentialityAccepted():
            return replace(referral, facts=remembered.confidential(facts, event))
        case Asked(facts), AnswerTakenBack() | InformationTakenBack():
            return replace(referral, facts=taken_back(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def _housed(referral: Referral, event: HousedEvent) -> Referral:
    match referral, event:
        case Stage(facts), ChildHoused():
            housed = {**facts.housed, event.child: event.placement_id}
            return replace(referral, facts=replace(facts, housed=housed))
        case Published(facts) | Evaluating(facts), PlacementJoined():
            return Preferred(facts, event.offer_id)
        case Chosen(offer_id=chosen), PlacementJoined(offer_id=joined) if chosen == joined:
            return referral
        case _:
            raise CorruptHistory(referral, event)


def _closed(referral: Referral, event: ClosingEvent | HousedEvent) -> Referral:
    if isinstance(event, HousedEvent):
        return _housed(referral, event)
    match referral, event:
        case Fulfilled() | Withdrawn(), _:
            raise CorruptHistory(referral, event)
        case Stage(facts), ReferralClosedUnfilled():
            kept = keeping_homes(referral).facts if isinstance(referral, Chosen) else facts
            return ClosedUnfilled(kept)
        case Draft(facts), DraftExpired():
            return Expired(facts)
        case _:
            raise CorruptHistory(referral, event)


def _ended(referral: Referral, event: EndingEvent) -> Referral:
    match referral, event:
        case Fulfilled() | Withdrawn(), ReferralFulfilled() | ReferralWithdrawn():
            raise CorruptHistory(referral, event)
        case Chosen(facts, offer_id), ReferralFulfilled():
            pending = referral.pending if isinstance(referral, AwaitingFunding) else None
            funded = isinstance(referral, Authorised | MatchedInHouse)
            money = referral.money if isinstance(referral, Authorised) else None
            return Fulfilled(facts, offer_id, funded=funded, money=money, pending=pending)
        case Stage(facts), ReferralWithdrawn():
            kept = keeping_homes(referral).facts if isinstance(referral, Chosen) else facts
            return Withdrawn(kept)
        case Asked(facts), OfferLapsed():
            return replace(
                referral, facts=remembered.standing(facts, event.offer_id, Standing.LAPSED)
            )
        case _:
            raise CorruptHistory(referral, event)
