"""When something waits for providers, each is to be sent a link to it (R-29, R-72)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any
from uuid import UUID, uuid5

from application.shared.casework import Act, Ask
from application.shared.ports import History, Streams, ToBeSent
from application.telling.streams import telling_stream
from domain import referral, telling
from domain.referral.codes import Side
from domain.referral.events import (
    answers,
    choice,
    closing,
    copies,
    emergency,
    ending,
    market,
    offers,
    search,
    standing_down,
    taking_back,
)
from domain.referral.invitation import Invitation
from domain.referral.stages import Stage
from domain.shared.envelope import Recorded, StreamId
from domain.shared.messages import Event
from domain.shared.vocabulary import EventId, ProviderId
from domain.telling.commands import TellProviders
from domain.telling.vocabulary import About, Addressed, MessageId

OF_ALL_ASKED: Mapping[type[Event], About] = {
    market.ResponseDeadlineExtended: About.WINDOW_CHANGED,
    market.PackWithdrawn: About.PACK_WITHDRAWN,
    copies.CopyReleased: About.PACK_RELEASED,
    copies.CopyWithdrawn: About.PACK_WITHDRAWN,
    choice.PreferredOfferDeselected: About.OUTCOME,
    ending.ReferralWithdrawn: About.OUTCOME,
    closing.ReferralClosedUnfilled: About.OUTCOME,
}

OF_ONE: Mapping[type[Event], About] = {
    choice.PreferredOfferSelected: About.OUTCOME,
    choice.OfferNotSelected: About.OUTCOME,
    ending.OfferLapsed: About.OUTCOME,
    standing_down.InvitationWithdrawn: About.OUTCOME,
    emergency.InformationSupplied: About.PACK_RELEASED,
    taking_back.InformationTakenBack: About.PACK_WITHDRAWN,
    answers.OfferSubmitted: About.OFFER_ENTERED,
    answers.LateOfferReceived: About.OFFER_ENTERED,
    offers.OfferAmendmentRequested: About.OFFER_DISCUSSED,
    offers.CategoryDifferenceProposed: About.OFFER_DISCUSSED,
    offers.CategoryDifferenceAgreed: About.OFFER_DISCUSSED,
}

ASKING = (search.ReferralPublished, market.SearchWidened)

SAID = offers.CategoryDifferenceProposed | offers.CategoryDifferenceAgreed

OFFERED = answers.OfferSubmitted | answers.LateOfferReceived
"""Of those that the council wrote down the provider is told, and answers for them (R-176)."""

TAKEN_BACK = market.PackWithdrawn | copies.CopyWithdrawn
"""Who is asked no longer may hold it all the same, and must hear of it."""


@dataclass(frozen=True)
class TellProvidersWhatWaits:
    """Whom, is read from the search. Each is told of its own invitation and of no other's."""

    streams: Streams
    name: str = "tell-providers"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        if isinstance(recorded.event, OFFERED):
            return recorded.event.entered is not None
        some = (
            market.ReferralAmended,
            market.InvitationQuestionAnswered,
            emergency.PackReleased,
            taking_back.AnswerTakenBack,
        )
        return isinstance(recorded.event, (*ASKING, *OF_ALL_ASKED, *OF_ONE, *some))

    def react(self, recorded: Recorded[Any]) -> Act | None:
        history = self.streams.read(recorded.stream)
        about = _about(recorded.event)
        messages = [_addressed(recorded, each) for each in _whom(recorded, history)]
        if not messages:
            return None
        command = TellProviders(
            about=about, because=EventId(recorded.event_id), messages=tuple(messages)
        )
        stream = telling_stream(recorded.stream)
        sent = [_to_be_sent(recorded, stream, about, each) for each in messages]
        return Act([Ask(stream, telling.decider, command, file=history.file, messages=sent)])


def _about(event: Any) -> About:
    match event:
        case search.ReferralPublished() | market.SearchWidened():
            return About.INVITED
        case market.ReferralAmended(deadline=deadline):
            return About.PACK_CHANGED if deadline is None else About.WINDOW_CHANGED
        case market.InvitationQuestionAnswered():
            return About.QUESTION_ANSWERED
        case emergency.PackReleased():
            return About.PACK_RELEASED
        case taking_back.AnswerTakenBack():
            return About.PACK_WITHDRAWN
        case _:
            return {**OF_ALL_ASKED, **OF_ONE}[type(event)]


def _whom(recorded: Recorded[Any], history: History[Any]) -> Iterable[Invitation]:
    """Their invitations, as they stand by now."""
    state = history.folded(referral.decider)
    if not isinstance(state, Stage):
        return []
    asked, event = state.facts.invitations, recorded.event
    if isinstance(event, ASKING):
        return [asked[each] for each in _just_asked(recorded, history)]
    if isinstance(event, emergency.PackReleased):
        return [asked[each] for each in event.providers] if _by_itself(recorded, history) else []
    if isinstance(event, taking_back.AnswerTakenBack):
        return [asked[each] for each in event.shown_to]
    if isinstance(event, market.PackWithdrawn) and event.shown_to:
        # What was told to some alone is nobody else's business, nor that it was.
        return [asked[each] for each in event.shown_to]
    if isinstance(event, market.InvitationQuestionAnswered):
        return _answered(event, asked)
    if isinstance(event, choice.PreferredOfferDeselected):
        # Who declined is not to learn that a choice was made, and so not that it was undone.
        return [asked[each.provider_id] for each in state.facts.offers.values() if each.is_open()]
    if isinstance(event, SAID) and event.side is Side.PROVIDER:
        return []
    if type(event) in OF_ONE:
        return [asked[each] for each in (event.provider_id,) if each in asked]
    everybody = isinstance(event, TAKEN_BACK)
    return [each for each in asked.values() if everybody or not each.is_withdrawn()]


def _answered(
    event: market.InvitationQuestionAnswered, asked: Mapping[ProviderId, Invitation]
) -> Iterable[Invitation]:
    """All who are shown the answer: nobody who was out of the search by then (R-116)."""
    to = [each for each in asked.values() if not each.is_withdrawn()]
    to = to if event.to_all else [asked[event.provider_id]]
    return [each for each in to if each.provider_id not in event.not_shown_to]


def _just_asked(recorded: Recorded[Any], history: History[Any]) -> Sequence[ProviderId]:
    """Those invited in the same stroke: their invitations follow it in the stream."""
    invited = takewhile(
        lambda each: isinstance(each.event, search.ProviderInvited),
        history.events[recorded.version :],
    )
    return [each.event.provider_id for each in invited]


def _by_itself(recorded: Recorded[Any], history: History[Any]) -> bool:
    """Not together with what tells of it already: invitations, or another pack."""
    before = history.events[recorded.version - 2]
    return not isinstance(before.event, search.ProviderInvited | market.ReferralAmended)


def _addressed(recorded: Recorded[Any], invitation: Invitation) -> Addressed:
    # The same cause gives the same reference, however often it is looked at.
    reference = uuid5(recorded.event_id, str(invitation.provider_id))
    return Addressed(
        message_id=MessageId(reference),
        provider_id=invitation.provider_id,
        invitation_id=UUID(str(invitation.invitation_id)),
    )


def _to_be_sent(recorded: Recorded[Any], stream: StreamId, about: About, to: Addressed) -> ToBeSent:
    body = {**to.model_dump(mode="json"), "authority": recorded.actor.authority}
    return ToBeSent(kind=about, subject=stream, body=json.dumps(body))
