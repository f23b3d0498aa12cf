"""One provider's own invitation, told without a word of the child's record or of any other.

What is remembered here is all that a provider's portal is made from: its invitation, the
published pack, its own answer, and after a decision what became of its own offer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from application.referral.judgement import ShownJudgement, judgement_of
from domain.referral.chronology import ProviderStanding, responses
from domain.referral.codes import DeselectionReason
from domain.referral.events import (
    AnswerTakenBack,
    CategoryDifferenceAgreed,
    CategoryDifferenceProposed,
    ConfidentialityAccepted,
    DirectAwardMade,
    InformationSupplied,
    InformationTakenBack,
    InvitationQuestionAnswered,
    InvitationQuestionAsked,
    InvitationWithdrawn,
    LateOfferAdmitted,
    LateOfferReceived,
    OfferAmended,
    OfferAmendmentRequested,
    OfferDeclined,
    OfferLapsed,
    OfferModerated,
    OfferNotSelected,
    OfferScored,
    OfferShortlisted,
    OfferSubmitted,
    OfferWithdrawn,
    PackDeletionAcknowledged,
    PackReleased,
    PackViewed,
    PackWithdrawn,
    PlacementJoined,
    PreferredOfferDeselected,
    PreferredOfferSelected,
    ProviderInvited,
    ReferralAmended,
    ReferralClosedUnfilled,
    ReferralEvent,
    ReferralFulfilled,
    ReferralPublished,
    ReferralWithdrawn,
    RelationshipDeclared,
    ResponseDeadlineExtended,
    SuitabilityJudged,
    TelephoneContactRecorded,
)
from domain.referral.field_matrix import PackStage
from domain.referral.offer import Offer
from domain.referral.pack import RedactedPack
from domain.referral.sections import SectionText
from domain.referral.triage import QuestionId
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.shared.personal import Erased
from domain.shared.vocabulary import ProviderId

SHARED: Final[frozenset[type[Event]]] = frozenset(
    {
        ReferralPublished,
        ReferralAmended,
        ResponseDeadlineExtended,
        PackWithdrawn,
        PreferredOfferDeselected,
        ReferralWithdrawn,
        ReferralClosedUnfilled,
        ReferralFulfilled,
    }
)
"""What concerns every invitation without naming any provider."""


class OfferStatus(StrEnum):
    """What became of a provider's own offer."""

    OPEN = "open"
    LATE = "late"
    PREFERRED = "preferred"
    NOT_CHOSEN = "not_chosen"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    ACCEPTED = "accepted"


TOLD = frozenset({OfferStatus.PREFERRED, OfferStatus.NOT_CHOSEN, OfferStatus.ACCEPTED})
"""When a provider may learn how its own offer was judged."""

COUNCILS_OWN: Final[frozenset[type[Event]]] = frozenset(
    {
        DirectAwardMade,
        OfferScored,
        OfferModerated,
        SuitabilityJudged,
        OfferShortlisted,
        RelationshipDeclared,
        TelephoneContactRecorded,
    }
)
"""What the council notes for itself must not show, not even as a number."""

DECIDED = frozenset({OfferStatus.PREFERRED, OfferStatus.NOT_CHOSEN})


OfPack = (
    PackViewed
    | ConfidentialityAccepted
    | PackDeletionAcknowledged
    | PackReleased
    | InformationSupplied
    | ReferralAmended
    | ResponseDeadlineExtended
    | PackWithdrawn
    | AnswerTakenBack
    | InformationTakenBack
)

Difference = CategoryDifferenceProposed | CategoryDifferenceAgreed


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOffer:
    """`reason` is the provider's own, and there is one only once another was preferred.

    `changes` is what the broker asked to have changed; `differences` the words of both sides
    about what goes beyond the category.
    """

    offer: Offer
    received_at: datetime
    status: OfferStatus
    reason: str | Erased | None = None
    changes: OfferAmendmentRequested | None = None
    differences: tuple[Difference, ...] = ()
    judgement: ShownJudgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question that may be read, and its answer. `own` ones this provider asked itself."""

    question_id: QuestionId
    own: bool
    text: str | Erased
    answer: str | Erased | None = None


@dataclass(frozen=True, slots=True)
class ToldAlone:
    """A pack that this provider alone is shown, once it has opened it."""

    release: PackReleased
    opened_at: datetime | None = None

    @property
    def for_the_chosen(self) -> bool:
        """A matching pack is read while offers are compared; the others by the home chosen."""
        return self.release.pack.stage is not PackStage.MATCHING


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnInvitation:
    """`version` counts what happened to this invitation alone.

    `pack` is the version that is shown now, none while it is withdrawn; `opened` is about
    that version, and `holds_pack` about any that is not acknowledged as deleted; one of them
    was withdrawn where it `must_delete`. `over_at`
    is when the outcome was recorded: its own decline, or the end of the search; never for the
    provider whose offer was accepted, which keeps what it was told of the child. One that
    `may_return` declined, or took its offer back, while the search went on. `passed_over_at`
    is since when another offer is preferred to its own. From `closes_at` on the pack is read
    no more. `alone` is what no other provider is told, and `confidential_at` since when it is
    bound to keep it to itself.
    """

    invited: ProviderInvited
    pack: RedactedPack | None
    sha256: str | None
    standing: ProviderStanding
    version: int = 1
    opened: bool = False
    may_return: bool = False
    emergency: PackReleased | None = None
    alone: tuple[ToldAlone, ...] = ()
    confidential_at: datetime | None = None
    information: tuple[SectionText, ...] = ()
    holds_pack: bool = False
    must_delete: bool = False
    deleted_at: datetime | None = None
    questions: tuple[OwnQuestion, ...] = ()
    offer: OwnOffer | None = None
    over_at: datetime | None = None
    passed_over_at: datetime | None = None
    closes_at: datetime | None = None

    @property
    def outcome_at(self) -> datetime | None:
        """Since when it knows its outcome, and so has the pack for a while only (5.3)."""
        known = [each for each in (self.over_at, self.passed_over_at) if each is not None]
        return min(known, default=None)


def own_invitation(
    history: Sequence[Recorded[ReferralEvent]], provider_id: ProviderId
) -> OwnInvitation | None:
    """A provider's invitation after a referral's history, or none if it was not asked."""
    theirs = [recorded for recorded in history if _concerns(recorded.event, provider_id)]
    own, shown = None, None
    for recorded in theirs:
        event = recorded.event
        if own is None and isinstance(event, ReferralPublished | ReferralAmended):
            shown = event
        elif isinstance(event, ProviderInvited) and shown is not None:
            own = _invited(event, shown)
        elif own is not None:
            own = _counted(own, _after(own, recorded), event)
    if own is None:
        return None
    return replace(
        _told_how(own, history),
        standing=responses(theirs)[-1].standing,
        closes_at=own.outcome_at and _closes_at(own.outcome_at, history),
    )


def pack_is_open(closes_at: datetime | None, now: datetime) -> bool:
    """Whether the pack may still be read: not for long once the outcome is known (5.3)."""
    return closes_at is None or now <= closes_at


def _closes_at(outcome_at: datetime, history: Sequence[Recorded[ReferralEvent]]) -> datetime:
    """So long after its outcome as the contract said when the search was published."""
    events = (recorded.event for recorded in history)
    hours = [each.access_hours for each in events if isinstance(each, ReferralPublished)]
    return outcome_at + timedelta(hours=hours[-1])


def _invited(event: ProviderInvited, shown: ReferralPublished | ReferralAmended) -> OwnInvitation:
    return OwnInvitation(
        invited=event, pack=shown.pack, sha256=shown.sha256, standing=ProviderStanding.INVITED
    )


def _told_how(own: OwnInvitation, history: Sequence[Recorded[ReferralEvent]]) -> OwnInvitation:
    """After a decision, and only then, a provider learns how its own offer was judged (5.4)."""
    if own.offer is None or own.offer.status not in TOLD:
        return own
    facts = [recorded.event for recorded in history]
    judgement = judgement_of(facts, own.offer.offer.offer_id)
    return replace(own, offer=replace(own.offer, judgement=judgement))


def _concerns(event: ReferralEvent, provider_id: ProviderId) -> bool:
    kind = type(event)  # looked up, for a search has thousands of events and hundreds of readers
    if kind in COUNCILS_OWN:
        return False
    if kind in SHARED:
        return True
    if isinstance(event, PackReleased):
        return provider_id in event.providers
    if isinstance(event, AnswerTakenBack):
        return provider_id in event.shown_to
    to_all = isinstance(event, InvitationQuestionAnswered) and event.to_all
    return to_all or _provider_of(event) == provider_id


def _provider_of(event: Any) -> ProviderId | None:
    named: ProviderId | None = getattr(event, "provider_id", None)
    return named


def _counted(before: OwnInvitation, after: OwnInvitation, event: ReferralEvent) -> OwnInvitation:
    # What others' offers went through must not show, not even as a number.
    touched = _provider_of(event) is not None or after != before
    return replace(after, version=before.version + touched)


def _after(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    event = recorded.event
    if isinstance(event, OfPack):
        return _of_pack(own, event)
    if isinstance(event, InvitationQuestionAsked | InvitationQuestionAnswered):
        return replace(own, questions=_asked(own, event))
    return _answered(own, recorded)


def _of_pack(own: OwnInvitation, event: OfPack) -> OwnInvitation:
    """What this provider can read of the child, and whether it has opened it."""
    match event:
        case PackViewed():
            return _read(own, event)
        case PackDeletionAcknowledged(at=at):
            return replace(own, holds_pack=False, must_delete=False, deleted_at=at)
        case PackReleased(offer_id=None):
            return replace(own, emergency=event)
        case PackReleased(pack=pack):
            others = [each for each in own.alone if each.release.pack.stage is not pack.stage]
            return replace(own, alone=(*others, ToldAlone(event)))
        case ConfidentialityAccepted(at=at):
            return replace(own, confidential_at=at)
        case InformationSupplied(sections=sections):
            return replace(own, information=(*own.information, *sections))
        case AnswerTakenBack() | InformationTakenBack():
            return _shown_no_more(own, event)
        case ReferralAmended() | ResponseDeadlineExtended() | PackWithdrawn():
            return _repacked(own, event)


def _shown_no_more(
    own: OwnInvitation, event: AnswerTakenBack | InformationTakenBack
) -> OwnInvitation:
    """Gone at once; whoever was shown it is to delete it, and says so as of a pack (R-98)."""
    told = replace(own, holds_pack=True, must_delete=True)
    if isinstance(event, InformationTakenBack):
        left = tuple(each for each in own.information if each.name is not event.section)
        return replace(told, information=left)
    questions = (
        replace(each, answer=None) if each.question_id == event.question_id else each
        for each in own.questions
        if each.own or each.question_id != event.question_id
    )
    return replace(told, questions=tuple(questions))


def _read(own: OwnInvitation, event: PackViewed) -> OwnInvitation:
    """Each pack is opened by itself; the minimum pack of all goes with the published one."""
    if event.sha256 not in {each.release.sha256 for each in own.alone}:
        return replace(own, opened=True, holds_pack=True)
    alone = tuple(
        replace(each, opened_at=event.at) if each.release.sha256 == event.sha256 else each
        for each in own.alone
    )
    return replace(own, alone=alone, holds_pack=True)


def _answered(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    match recorded.event:
        case OfferSubmitted() as offered:
            return _returned(replace(own, offer=_received(offered, OfferStatus.OPEN)))
        case OfferAmended(offer=offer) if own.offer is not None:
            return replace(own, offer=replace(own.offer, offer=offer, changes=None))
        case LateOfferReceived() as offered:
            return _returned(replace(own, offer=_received(offered, OfferStatus.LATE)))
        case OfferDeclined():
            return _left(own, recorded)
        case InvitationWithdrawn():
            return replace(own, may_return=False, over_at=recorded.recorded_at)
        case OfferWithdrawn():
            return _decided(_left(own, recorded), recorded.event)
        case ReferralWithdrawn() | ReferralClosedUnfilled():
            return replace(own, may_return=False, over_at=own.over_at or recorded.recorded_at)
        case ReferralFulfilled():
            return _fulfilled(own, recorded)
        case event:
            return _decided(_passed_over(own, recorded), event) if own.offer else own


def _passed_over(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    own = _let_go(own) if isinstance(recorded.event, PreferredOfferDeselected) else own
    match recorded.event:
        case OfferNotSelected():
            return replace(own, passed_over_at=recorded.recorded_at)
        case PreferredOfferDeselected() if own.passed_over_at is not None:
            # Asked again, it may read again; what it has deleted, once it opens it again.
            return replace(own, passed_over_at=None, opened=own.opened and own.holds_pack)
        case _:
            return own


def _let_go(own: OwnInvitation) -> OwnInvitation:
    """What it was told as the home chosen goes with the choice, and is to be deleted (5.3.4)."""
    gone = [each for each in own.alone if each.for_the_chosen]
    read = any(each.opened_at for each in gone) or bool(own.information)
    kept = tuple(each for each in own.alone if not each.for_the_chosen)
    return replace(own, alone=kept, information=(), must_delete=own.must_delete or read)


def _fulfilled(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    """It is over for all but the home where the child lives now (R-93)."""
    told = _decided(own, recorded.event) if own.offer else own
    if told.offer is not None and told.offer.status is OfferStatus.ACCEPTED:
        return replace(told, over_at=None)
    return replace(told, may_return=False, over_at=told.over_at or recorded.recorded_at)


def _left(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    """It wants no more of this search, and may think again while that goes on."""
    may_return = own.may_return or own.over_at is None
    return replace(own, may_return=may_return, over_at=recorded.recorded_at)


def _returned(own: OwnInvitation) -> OwnInvitation:
    """It has a place after all, and must be able to read whom it is for (R-94)."""
    return replace(own, may_return=False, over_at=None) if own.may_return else own


def _repacked(
    own: OwnInvitation, event: ReferralAmended | ResponseDeadlineExtended | PackWithdrawn
) -> OwnInvitation:
    match event:
        case PackWithdrawn():
            must = own.must_delete or own.invited.provider_id in event.opened_by
            told = replace(own, must_delete=must)
            if event.superseded or event.shown_to:
                left = tuple(each for each in own.alone if each.release.sha256 != event.sha256)
                return replace(told, alone=left)
            left = tuple(
                each for each in own.alone if each.release.pack.stage is not PackStage.EMERGENCY
            )
            gone = replace(told, pack=None, sha256=None, emergency=None, opened=False)
            return replace(gone, alone=left)
        case ResponseDeadlineExtended(deadline=deadline):
            return replace(own, invited=own.invited.model_copy(update={"deadline": deadline}))
        case ReferralAmended(pack=pack, sha256=sha256, deadline=deadline):
            again = replace(own, pack=pack, sha256=sha256, opened=False)
            if deadline is None:
                return again
            # Who declined may think again, and must be able to read what is new.
            reopened = replace(again, over_at=None if own.may_return else own.over_at)
            return replace(reopened, invited=own.invited.model_copy(update={"deadline": deadline}))


def _asked(
    own: OwnInvitation, event: InvitationQuestionAsked | InvitationQuestionAnswered
) -> tuple[OwnQuestion, ...]:
    """Its own questions in its own words; others' only as the council chose to share them."""
    if isinstance(event, InvitationQuestionAsked):
        question = OwnQuestion(question_id=event.question_id, own=True, text=event.text)
        return (*own.questions, question)
    if event.provider_id == own.invited.provider_id:
        return tuple(
            replace(each, answer=event.text) if each.question_id == event.question_id else each
            for each in own.questions
        )
    shared = event.shared_as or ""
    told = OwnQuestion(question_id=event.question_id, own=False, text=shared, answer=event.text)
    return (*own.questions, told)


def _received(offered: OfferSubmitted | LateOfferReceived, status: OfferStatus) -> OwnOffer:
    return OwnOffer(offer=offered.offer, received_at=offered.at, status=status)


def _decided(own: OwnInvitation, event: ReferralEvent) -> OwnInvitation:
    assert own.offer is not None  # noqa: S101  # asked before
    return replace(own, offer=_outcome(own.offer, event))


def _outcome(held: OwnOffer, event: ReferralEvent) -> OwnOffer:
    match event:
        case PreferredOfferSelected() | PlacementJoined():
            return replace(held, status=OfferStatus.PREFERRED, reason=None)
        case OfferNotSelected(reason=reason):
            return replace(held, status=OfferStatus.NOT_CHOSEN, reason=reason)
        case PreferredOfferDeselected(reason=why) if held.status in DECIDED:
            return _reopened(held, why)
        case OfferWithdrawn():
            return replace(held, status=OfferStatus.WITHDRAWN, reason=None)
        case LateOfferAdmitted():
            return replace(held, status=OfferStatus.OPEN)
        case OfferAmendmentRequested():
            return replace(held, changes=event)
        case CategoryDifferenceProposed() | CategoryDifferenceAgreed():
            return _negotiated(held, event)
        case OfferLapsed():
            return replace(held, status=OfferStatus.LAPSED)
        case ReferralFulfilled() if held.status is OfferStatus.PREFERRED:
            return replace(held, status=OfferStatus.ACCEPTED)
        case _:
            return held


def _negotiated(held: OwnOffer, said: Difference) -> OwnOffer:
    told = (*held.differences, said)
    if isinstance(said, CategoryDifferenceProposed):
        return replace(held, differences=told)
    priced = held.offer.model_copy(update={"price": said.price})
    return replace(held, offer=priced, differences=told)


def _reopened(held: OwnOffer, why: DeselectionReason) -> OwnOffer:
    """The choice was undone: nothing is decided about anybody, but for who withdrew."""
    withdrew = held.status is OfferStatus.PREFERRED and why is DeselectionReason.PROVIDER_WITHDREW
    status = OfferStatus.WITHDRAWN if withdrew else OfferStatus.OPEN
    return replace(held, status=status, reason=None)
