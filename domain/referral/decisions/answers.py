"""What providers answer. An answer is a fact at every stage; only an offer in time is gated."""

from collections.abc import Sequence
from functools import partial

from domain.referral.commands.answers import (
    AmendOffer,
    AnswerCommand,
    CloseResponses,
    DeclineReferral,
    OpenPack,
    RecordSilence,
    SubmitOffer,
)
from domain.referral.decisions.invited import GONE, OVER, invitation_of, too_late, unanswered
from domain.referral.decisions.offering import amend_offer, submit_offer
from domain.referral.events.answers import (
    AnswerEvent,
    NoResponseRecorded,
    OfferDeclined,
    PackViewed,
    ResponsesClosed,
)
from domain.referral.invitation import Invitation
from domain.referral.stages import Asked, Fulfilled, Published, Referral, Withdrawn
from domain.shared.breaches import broken
from domain.shared.code_lists import require_codes_in_force
from domain.shared.errors import NotFound, WrongState
from domain.shared.vocabulary import ProviderId


def decide(referral: Referral, command: AnswerCommand) -> Sequence[AnswerEvent]:
    match referral, command:
        case Asked(), OpenPack():
            return open_pack(referral, command)
        case Asked(), AmendOffer():
            return amend_offer(referral, command)
        case Asked(), SubmitOffer():
            return submit_offer(referral, command)
        case Asked(), DeclineReferral():
            return decline(referral, command)
        case Asked(), RecordSilence():
            return record_silence(referral, command)
        case Published(), CloseResponses():
            return close_responses(referral, command)
        case _, OpenPack() | SubmitOffer() | AmendOffer() | DeclineReferral() | RecordSilence():
            # Who was not asked does not learn that there is anything to be asked about.
            raise NotFound
        case _:
            raise WrongState(OVER)


def open_pack(asked: Asked, command: OpenPack) -> Sequence[AnswerEvent]:
    """The first reading of each is recorded; the invitation closes with the search (5.3).

    The home where the child lives reads on what it alone is told (R-93).
    """
    invitation, facts = invitation_of(asked, command.provider_id, command.at), asked.facts
    alone = facts.told_alone(command.provider_id).values()
    unread = [told.sha256 for told in alone if not told.opened]
    lives_there = isinstance(asked, Fulfilled) and _is_chosen(asked, command.provider_id)
    if isinstance(asked, Withdrawn) or (isinstance(asked, Fulfilled) and not lives_there):
        raise WrongState(OVER)
    if lives_there and not unread:
        raise WrongState(OVER)
    if facts.pack is None and not unread:
        raise WrongState(GONE)
    if facts.pack is not None and not invitation.viewed and not lives_there:
        unread = [facts.pack, *unread]
    return [
        PackViewed(
            invitation_id=invitation.invitation_id,
            provider_id=command.provider_id,
            at=command.at,
            sha256=sha256,
        )
        for sha256 in unread
    ]


def _is_chosen(asked: Fulfilled, provider_id: ProviderId) -> bool:
    held = asked.facts.offers.get(asked.offer_id)
    return held is not None and held.provider_id == provider_id


def decline(asked: Asked, command: DeclineReferral) -> Sequence[AnswerEvent]:
    invitation = unanswered(asked, command)
    declined = OfferDeclined(
        invitation_id=invitation.invitation_id,
        late=too_late(asked, invitation, command.at),
        breaches=broken([partial(require_codes_in_force, command.not_in_force)]),
        **command.told(),
    )
    return [declined]


def record_silence(asked: Asked, command: RecordSilence) -> Sequence[AnswerEvent]:
    """Say it once; a provider that answered meanwhile was not silent."""
    invitation = invitation_of(asked, command.provider_id)
    unread = asked.facts.pack is None
    if isinstance(asked, Withdrawn) or unread or not invitation.is_late(command.now):
        raise WrongState(OVER)
    return [silence(invitation)] if invitation.answer is None else []


def close_responses(published: Published, command: CloseResponses) -> Sequence[AnswerEvent]:
    silent = [
        invitation
        for invitation in published.facts.invitations.values()
        if invitation.answer is None
    ]
    waited_for = sum(not invitation.is_late(command.now) for invitation in silent)
    if waited_for:
        raise WrongState(f"{waited_for} providers still have time to answer.")
    if silent and published.facts.pack is None:
        raise WrongState(GONE)
    return [*(silence(invitation) for invitation in silent), ResponsesClosed()]


def silence(invitation: Invitation) -> NoResponseRecorded:
    return NoResponseRecorded(
        invitation_id=invitation.invitation_id,
        provider_id=invitation.provider_id,
        deadline=invitation.deadline,
    )
