"""What is remembered of a referral whatever stage it has reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.referral.approvals import Approvals
from domain.referral.children import Children, asked_for
from domain.referral.codes import Scope
from domain.referral.copies import Copy, CopyId
from domain.referral.events import (
    ConfidentialityAccepted,
    CopyReleased,
    CopyWithdrawn,
    InformationSupplied,
    InvitationWithdrawn,
    LateOfferReceived,
    NoResponseRecorded,
    OfferAmended,
    OfferDeclined,
    OfferEvent,
    OfferSubmitted,
    PackReleased,
    PackViewed,
    PausingEvent,
    ProviderInvited,
    ReferralDrafted,
    ReferralPaused,
    ReferralPublished,
    ReferralSubmitted,
    SectionsWritten,
)
from domain.referral.events.offers import (
    CategoryDifferenceAgreed,
    CategoryDifferenceProposed,
    LateOfferAdmitted,
    OfferAmendmentRequested,
    OfferWithdrawn,
)
from domain.referral.field_matrix import PackStage
from domain.referral.invitation import Answer, Invitation
from domain.referral.judging import Judging, changed
from domain.referral.living import Living
from domain.referral.offer import HeldOffer, Offer, Proposed, Standing
from domain.referral.questions import Question
from domain.referral.sections import RequestDetails, SectionName
from domain.referral.triage import QuestionId
from domain.shared.personal import Erased
from domain.shared.terms import Tier
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import OfferId, PlacementId, ProviderId, Subject


@dataclass(frozen=True)
class ToldAlone:
    """A pack that is shown to one provider alone, and whether that one has opened it."""

    sha256: str
    opened: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The request, who took which step, and every invitation and offer.

    `questions` are those asked of the referrer, and whether they have been answered.
    """

    scope: Scope
    tier: Tier
    emergency: bool
    needed_from: date
    drafted_by: Subject
    children: Children = field(default_factory=Children)
    submitted_by: Subject | None = None
    bespoke_24_7: bool = False
    lot: str | None = None
    in_education: bool = False
    request: RequestDetails = field(default_factory=RequestDetails)
    sections: Mapping[SectionName, str | Erased] = field(default_factory=dict)
    questions: Mapping[QuestionId, bool] = field(default_factory=dict)
    invitations: Mapping[ProviderId, Invitation] = field(default_factory=dict)
    offers: Mapping[OfferId, HeldOffer] = field(default_factory=dict)
    copies: Mapping[CopyId, Copy] = field(default_factory=dict)
    pack: str | None = None
    """The digest of the published pack that may be opened; none while there is none."""
    minimum: str | None = None
    """The digest of the emergency minimum pack that is shown beside it."""
    minimum_released: bool = False
    openers: Mapping[str, tuple[ProviderId, ...]] = field(default_factory=dict)
    """Who opened which version, by its digest."""
    withdrawn_packs: frozenset[str] = frozenset()
    alone: Mapping[tuple[ProviderId, PackStage], ToldAlone] = field(default_factory=dict)
    """What one provider alone is shown, of each stage."""
    supplied: Mapping[ProviderId, frozenset[SectionName]] = field(default_factory=dict)
    invitation_questions: Mapping[QuestionId, Question] = field(default_factory=dict)
    judging: Judging = field(default_factory=Judging)
    words: Mapping[OfferId, VerbalAuthority] = field(default_factory=dict)
    living: Living = ()
    """Who moved in by an offer that was let go since, and the money of their home (R-106)."""
    housed: frozenset[tuple[int, PlacementId]] = frozenset()
    """Which child who is looked for lives where since, by a start that came from no search."""
    elsewhere: frozenset[int] = frozenset()
    """Who of them lives, since the choice was made, in another home than the one chosen."""
    approvals: Approvals = ()
    """Who let it go further, in person or by word of mouth (R-104)."""
    paused_until: date | None = None
    """The day on which a paused search goes on by itself; none while it is not paused."""

    def told_alone(self, provider_id: ProviderId) -> Mapping[PackStage, ToldAlone]:
        return {stage: told for (who, stage), told in self.alone.items() if who == provider_id}


def drafted(event: ReferralDrafted) -> Facts:
    return Facts(
        scope=event.scope,
        tier=event.tier,
        emergency=event.emergency,
        needed_from=event.needed_from,
        drafted_by=event.by,
        children=asked_for(event),
    )


def written(facts: Facts, event: SectionsWritten) -> Facts:
    texts = {section.name: section.text for section in event.sections}
    return replace(
        facts, sections={**facts.sections, **texts}, request=event.request or facts.request
    )


def submitted(facts: Facts, event: ReferralSubmitted) -> Facts:
    bespoke = event.bespoke_24_7_approved_by is not None
    return replace(facts, submitted_by=event.by, bespoke_24_7=bespoke)


def supplied(facts: Facts, event: InformationSupplied) -> Facts:
    before = facts.supplied.get(event.provider_id, frozenset())
    now = before | {section.name for section in event.sections}
    told = replace(facts, supplied={**facts.supplied, event.provider_id: now})
    return _marked(told, replace(facts.invitations[event.provider_id], holds_pack=True))


def published(facts: Facts, event: ReferralPublished) -> Facts:
    return shown(facts, event.sha256)


def shown(facts: Facts, sha256: str) -> Facts:
    """Another version of the pack is the one that is opened."""
    return replace(_released(facts, sha256), pack=sha256)


def released(facts: Facts, event: PackReleased) -> Facts:
    """The minimum pack is opened with the published one; what one provider is told, by itself."""
    now = _released(facts, event.sha256)
    if event.offer_id is None:
        return replace(now, minimum=event.sha256, minimum_released=True)
    alone = {(each, event.pack.stage): ToldAlone(event.sha256) for each in event.providers}
    return replace(now, alone={**facts.alone, **alone})


def confidential(facts: Facts, event: ConfidentialityAccepted) -> Facts:
    return _marked(facts, replace(facts.invitations[event.provider_id], keeps_confidence=True))


def _released(facts: Facts, sha256: str) -> Facts:
    openers = {**facts.openers, sha256: facts.openers.get(sha256, ())}
    return replace(facts, openers=openers, withdrawn_packs=facts.withdrawn_packs - {sha256})


def _opened(facts: Facts, event: PackViewed) -> Facts:
    alone = _read_alone(facts, event)
    read = {event.sha256} if alone else {event.sha256 or facts.pack, facts.minimum}
    openers = {
        sha256: (*facts.openers.get(sha256, ()), event.provider_id)
        for sha256 in read
        if sha256 is not None
    }
    return replace(facts, openers={**facts.openers, **openers}, alone={**facts.alone, **alone})


def _read_alone(
    facts: Facts, event: PackViewed
) -> Mapping[tuple[ProviderId, PackStage], ToldAlone]:
    """What was told to this provider alone and was opened, if it was that."""
    return {
        (event.provider_id, stage): replace(told, opened=True)
        for stage, told in facts.told_alone(event.provider_id).items()
        if told.sha256 == event.sha256
    }


def invited(facts: Facts, event: ProviderInvited) -> Facts:
    invitation = Invitation(
        invitation_id=event.invitation_id,
        provider_id=event.provider_id,
        invited_at=event.invited_at,
        deadline=event.deadline,
        lot=event.lot,
    )
    return replace(facts, invitations={**facts.invitations, event.provider_id: invitation})


def answered(
    facts: Facts,
    event: PackViewed
    | OfferSubmitted
    | OfferAmended
    | LateOfferReceived
    | OfferDeclined
    | NoResponseRecorded
    | InvitationWithdrawn,
) -> Facts:
    """What a provider did about its invitation, or left undone."""
    match event:
        case PackViewed():
            reader = facts.invitations[event.provider_id]
            viewed = reader.viewed or not _read_alone(facts, event)
            opened = replace(reader, viewed=viewed, holds_pack=True)
            return _marked(_opened(facts, event), opened)
        case OfferSubmitted():
            return _offered(facts, event.provider_id, event.offer, Standing.OPEN)
        case OfferAmended():
            held = replace(facts.offers[event.offer.offer_id], offer=event.offer)
            offers = {**facts.offers, event.offer.offer_id: held}
            judging = changed(facts.judging, event.offer.offer_id)
            return replace(facts, offers=offers, judging=judging)
        case LateOfferReceived():
            return _offered(facts, event.provider_id, event.offer, Standing.LATE)
        case OfferDeclined():
            return _answer(facts, event.provider_id, Answer.DECLINED)
        case NoResponseRecorded():
            return _answer(facts, event.provider_id, Answer.NO_RESPONSE)
        case InvitationWithdrawn():
            return _answer(facts, event.provider_id, Answer.WITHDRAWN)


def of_offer(facts: Facts, event: OfferEvent) -> Facts:
    """What became of an offer between its arrival and the choice."""
    held = facts.offers[event.offer_id]
    match event:
        case OfferWithdrawn():
            held = replace(held, standing=Standing.WITHDRAWN)
        case LateOfferAdmitted(at_once=at_once):
            held = replace(held, standing=Standing.OPEN, admitted=True, at_once=at_once)
        case OfferAmendmentRequested(until=until):
            held = replace(held, changeable_until=until)
        case CategoryDifferenceProposed(side=side, price=price):
            held = replace(held, proposed=Proposed(side, price))
        case CategoryDifferenceAgreed(price=price):
            offer = held.offer.model_copy(update={"price": price})
            held = replace(held, offer=offer, proposed=None, price_agreed=True)
    now = replace(facts, offers={**facts.offers, event.offer_id: held})
    if isinstance(event, CategoryDifferenceAgreed):
        return replace(now, judging=changed(facts.judging, event.offer_id))
    return now


def standing(facts: Facts, offer_id: OfferId, now: Standing) -> Facts:
    held = replace(facts.offers[offer_id], standing=now)
    return replace(facts, offers={**facts.offers, offer_id: held})


def housed(
    facts: Facts, child: int, placement_id: PlacementId, *, elsewhere: bool = False
) -> Facts:
    """Where a child lives since, and whether a home is chosen for it that is another."""
    others = facts.elsewhere - {child}
    return replace(
        facts,
        housed=facts.housed | {(child, placement_id)},
        elsewhere=others | {child} if elsewhere else others,
    )


def all_as_chosen(facts: Facts) -> Facts:
    """Whoever chooses or joins, or lets a choice go, knows where the children live by then."""
    return replace(facts, elsewhere=frozenset())


def not_chosen(facts: Facts, provider_id: ProviderId | None) -> Facts:
    """What only the chosen provider is told goes with the choice; it is told anew to the next."""
    alone = {
        key: told
        for key, told in facts.alone.items()
        if key[0] != provider_id or key[1] is PackStage.MATCHING
    }
    supplied = {who: names for who, names in facts.supplied.items() if who != provider_id}
    return replace(facts, alone=alone, supplied=supplied)


def _offered(facts: Facts, provider_id: ProviderId, offer: Offer, now: Standing) -> Facts:
    answer = Answer.OFFERED if now is Standing.OPEN else Answer.OFFERED_LATE
    held = HeldOffer(offer, provider_id, now)
    with_offer = replace(facts, offers={**facts.offers, offer.offer_id: held})
    return _answer(with_offer, provider_id, answer)


def _answer(facts: Facts, provider_id: ProviderId, answer: Answer) -> Facts:
    invitation = facts.invitations[provider_id]
    return _marked(facts, replace(invitation, answer=answer, may_answer_again=False))


def _marked(facts: Facts, invitation: Invitation) -> Facts:
    return replace(facts, invitations={**facts.invitations, invitation.provider_id: invitation})


def copied(facts: Facts, event: CopyReleased | CopyWithdrawn) -> Facts:
    """The copies that those invited may read now."""
    if isinstance(event, CopyReleased):
        return replace(facts, copies={**facts.copies, event.copied.copy_id: event.copied})
    left = {key: copy for key, copy in facts.copies.items() if key != event.copy_id}
    return replace(facts, copies=left)


def paused(facts: Facts, event: PausingEvent) -> Facts:
    """Until which day the search is held, if it is."""
    until = event.resume_on if isinstance(event, ReferralPaused) else None
    return replace(facts, paused_until=until)


def homeless(facts: Facts, child: int, placement_id: PlacementId) -> Facts:
    """What was noted of that home is taken back; another where the child lives still counts."""
    homes = facts.housed - {(child, placement_id)}
    lives = child in {each for each, _ in homes}
    return replace(facts, housed=homes, elsewhere=facts.elsewhere - (set() if lives else {child}))
