"""Whom something waits for: each is told of its own invitation, and of nothing else."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

import pytest

from application.policies.tell_providers import TellProvidersWhatWaits
from application.shared.ports import History, Writing
from domain.referral.codes import DeselectionReason, Side, WithdrawnBecause
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.emergency import InformationSupplied
from domain.referral.events.offers import CategoryDifferenceProposed, OfferAmendmentRequested
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.referral.events.taking_back import AnswerTakenBack, InformationTakenBack
from domain.referral.offer import Entered
from domain.referral.sections import SectionName, SectionText
from domain.shared.envelope import FileId, StreamId
from domain.shared.vocabulary import ProviderId
from domain.telling.commands import TellProviders
from domain.telling.vocabulary import About
from tests.support.memory import MemoryStreams, occasion
from tests.support.on_the_market import (
    QUESTION,
    SOON,
    amended,
    answered,
    asked,
    pack_withdrawn,
    widened,
)
from tests.support.referrals import (
    ASH,
    BROKER,
    ELM,
    NOW,
    OAK,
    declined,
    invitation_of,
    invited,
    late_offer,
    offer_of,
    offered,
    price,
    selected,
    until_evaluating,
    until_published,
)

SEARCH = StreamId("referral-search")
FILE = FileId(SEARCH)


def told(
    before: Sequence[ReferralEvent], *after: ReferralEvent
) -> tuple[About, set[ProviderId]] | None:
    """What the first of the last events has providers told, and which."""
    streams = MemoryStreams()
    nothing: History[ReferralEvent] = History(SEARCH, (), 0, b"", None)
    streams.append([Writing(nothing, [*before, *after], FILE)], occasion(), {})
    policy = TellProvidersWhatWaits(streams)
    cause = streams.log[len(before)]
    act = policy.react(cause) if policy.concerns(cause) else None
    if act is None:
        return None
    (ask,) = act.asks
    assert isinstance(ask.command, TellProviders)
    assert len(ask.messages) == len(ask.command.messages)
    assert all(
        each.invitation_id == invitation_of(each.provider_id) for each in ask.command.messages
    )
    return ask.command.about, {each.provider_id for each in ask.command.messages}


published = until_published(OAK, ELM)
evaluating = until_evaluating(OAK, ELM)
stood_down = InvitationWithdrawn(
    invitation_id=invitation_of(ELM),
    provider_id=ELM,
    reason=WithdrawnBecause.PROVIDER_SUSPENDED,
)
change = OfferAmendmentRequested(
    offer_id=offer_of(OAK),
    provider_id=OAK,
    what="Two awake at night, please.",
    until=SOON + timedelta(days=1),
    by=BROKER,
)
differ = partial(
    CategoryDifferenceProposed,
    offer_id=offer_of(OAK),
    provider_id=OAK,
    difference="More at night.",
    extra_services="A second waking adult.",
    price=price(160_000),
    by=BROKER,
)


@pytest.mark.covers("R-45", "R-72")
def test_who_is_let_go_and_who_may_be_chosen_again_hear_of_it_and_who_declined_does_not() -> None:
    undone = PreferredOfferDeselected(
        offer_id=offer_of(OAK), reason=DeselectionReason.CHILD_REFUSED, by=BROKER
    )
    chosen = [*until_published(OAK, ELM), offered(OAK), declined(ELM), ResponsesClosed()]
    assert told([*chosen, selected()], undone) == (About.OUTCOME, {OAK})


@pytest.mark.covers("R-29", "R-72")
def test_who_was_just_asked_is_told_and_who_was_asked_before_is_not() -> None:
    assert told(published, widened(), invited(ASH)) == (About.INVITED, {ASH})


def test_an_answer_goes_to_who_asked_or_to_all() -> None:
    waiting = [*published, asked(OAK)]
    assert told(waiting, answered()) == (About.QUESTION_ANSWERED, {OAK})
    assert told(waiting, answered(to_all=True)) == (About.QUESTION_ANSWERED, {OAK, ELM})
    without_elm = answered(to_all=True).model_copy(update={"not_shown_to": (ELM,)})
    assert told(waiting, without_elm) == (About.QUESTION_ANSWERED, {OAK})
    to_nobody = answered().model_copy(update={"not_shown_to": (OAK,)})
    assert told(waiting, to_nobody) is None


def test_who_is_asked_no_longer_hears_of_nothing_but_what_it_may_hold() -> None:
    still = [*published, stood_down]
    assert told(still, amended()) == (About.WINDOW_CHANGED, {OAK})
    assert told(still, pack_withdrawn(ELM)) == (About.PACK_WITHDRAWN, {OAK, ELM})


def test_who_offered_is_told_what_is_asked_of_it_and_not_what_it_said_itself() -> None:
    assert told(evaluating, change) == (About.OFFER_DISCUSSED, {OAK})
    assert told(evaluating, differ(side=Side.COUNCIL)) == (About.OFFER_DISCUSSED, {OAK})
    assert told(evaluating, differ(side=Side.PROVIDER)) is None


def test_what_the_council_keeps_to_itself_is_told_to_nobody() -> None:
    assert told(published, offered(OAK)) is None


@pytest.mark.covers("R-176")
def test_who_is_said_to_have_offered_by_telephone_is_told_what_was_written_down() -> None:
    said = Entered(said_by="The manager on call", said_at=NOW, by=BROKER)
    for event in (offered(OAK), late_offer(OAK)):
        entered = event.model_copy(update={"entered": said})
        assert told(published, entered) == (About.OFFER_ENTERED, {OAK})


def test_what_was_told_to_some_alone_is_taken_back_from_them_and_nobody_else_hears_of_it() -> None:
    alone = pack_withdrawn(OAK).model_copy(update={"shown_to": (OAK,)})

    assert told(until_published(OAK, ELM), alone) == (About.PACK_WITHDRAWN, {OAK})
    assert told(until_published(OAK, ELM), pack_withdrawn(OAK)) == (
        About.PACK_WITHDRAWN,
        {OAK, ELM},
    )


@pytest.mark.covers("R-98")
def test_of_what_is_taken_back_all_hear_who_were_shown_it_and_nobody_else() -> None:
    answered_to_all = [*published, asked(OAK), answered(to_all=True), widened(), invited(ASH)]
    taken_back = AnswerTakenBack(
        question_id=QUESTION, reason="name", shown_to=(OAK, ELM), at=SOON, by=BROKER
    )
    assert told(answered_to_all, taken_back) == (About.PACK_WITHDRAWN, {OAK, ELM})
    part = InformationTakenBack(
        provider_id=OAK, section=SectionName.HISTORY, reason="name", at=SOON, by=BROKER
    )
    supplied = InformationSupplied(
        provider_id=OAK,
        sections=(SectionText(name=SectionName.HISTORY, text="Long."),),
        outstanding=(),
        at=SOON,
        by=BROKER,
    )
    assert told([*evaluating, supplied], part) == (About.PACK_WITHDRAWN, {OAK})
