"""What holds for every search, whatever is asked of it and in whatever order."""

from collections.abc import Sequence
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from domain.referral import ReferralCommand, ReferralEvent, decider
from domain.referral.codes import DeselectionReason, OfferWithdrawalReason, WithdrawalReason
from domain.referral.commands.answers import CloseResponses, OpenPack, RecordSilence
from domain.referral.commands.choice import DeselectPreferred
from domain.referral.commands.ending import FulfilReferral, WithdrawReferral
from domain.referral.commands.funding import AuthoriseFunding, DeclineFunding
from domain.referral.commands.offers import WithdrawOffer
from domain.referral.events.answers import (
    LateOfferReceived,
    NoResponseRecorded,
    OfferDeclined,
    OfferSubmitted,
    PackViewed,
)
from domain.referral.events.choice import PreferredOfferDeselected, PreferredOfferSelected
from domain.referral.events.funding import FundingAuthorised
from domain.referral.offer import Standing
from domain.referral.stages import Asked, Withdrawn
from domain.shared.errors import CaseworkError
from domain.shared.money import FundingHeading, Share, weekly_total
from domain.shared.vocabulary import Pence, PlacementId, ProviderId
from tests.support.referrals import (
    ASH,
    BROKER,
    CASE,
    CASEWORKER,
    DEADLINE,
    ELM,
    HEAD,
    LATE,
    NEEDED,
    NOW,
    OAK,
    PROVIDERS,
    WEEKLY,
    decline,
    invitee,
    offer_of,
    plan,
    publish,
    request_funding,
    select,
    submit_offer,
    until_approved,
)

providers = st.sampled_from(PROVIDERS)
moments = st.sampled_from([NOW, DEADLINE, LATE])
people = st.sampled_from([BROKER, HEAD, CASEWORKER])
shares = st.sampled_from([WEEKLY, WEEKLY, WEEKLY - 1]).map(
    lambda weekly: Share(heading=FundingHeading.SOCIAL_CARE, weekly=Pence(weekly), lead=True)
)
offering = st.builds(submit_offer, providers, moments)
answering = st.one_of(
    offering,
    st.builds(OpenPack, provider_id=providers, at=moments),
    st.builds(decline, providers, moments),
    st.builds(RecordSilence, provider_id=providers, now=moments),
)
closing = st.builds(CloseResponses, now=st.just(LATE))
choosing = st.sampled_from(
    [
        select(OAK),
        select(ELM),
        select(OAK, others_not_chosen={offer_of(ELM): "Further away."}),
        select(ELM, others_not_chosen={offer_of(OAK): "Too far."}),
    ]
)
requesting = shares.map(lambda share: request_funding(plan(WEEKLY, share)))
authorising = st.builds(AuthoriseFunding, by=people, limit=st.sampled_from([None, WEEKLY]))
declining = st.builds(DeclineFunding, reason=st.just("too_dear"), by=people)
paying = st.one_of(requesting, authorising, declining)
letting_go = st.builds(DeselectPreferred, reason=st.sampled_from(DeselectionReason), by=people)
taking_back = st.builds(
    WithdrawOffer,
    provider_id=providers,
    reason=st.sampled_from(OfferWithdrawalReason),
    bound=st.booleans(),
    at=st.just(LATE),
    by=people,
)
ending = st.one_of(
    st.builds(WithdrawReferral, reason=st.sampled_from(WithdrawalReason), by=people),
    st.builds(FulfilReferral, placement_id=st.just(PlacementId(CASE)), at=st.just(NEEDED)),
)
called_off = WithdrawReferral(reason=WithdrawalReason.RETURNED_HOME, by=CASEWORKER)


def answers_of(provider_id: ProviderId) -> st.SearchStrategy[list[ReferralCommand]]:
    """How one invited provider may first answer: mostly with an offer in time."""
    in_time, late = submit_offer(provider_id), submit_offer(provider_id, LATE)
    return st.sampled_from([[in_time], [in_time], [late], [decline(provider_id)], []])


# Each part is asked in its season, and some of it out of season, or few of the stories
# would get as far as the decisions worth testing.
stories: st.SearchStrategy[list[ReferralCommand]] = st.builds(
    lambda *parts: [command for part in parts for command in part],
    st.lists(answering, max_size=2),
    answers_of(OAK),
    answers_of(ELM),
    st.sampled_from([[], [], [], [called_off]]),
    st.lists(closing, min_size=1, max_size=1),
    st.lists(st.one_of(choosing, choosing, choosing, offering), min_size=3, max_size=6),
    st.tuples(requesting, authorising),
    st.lists(paying, max_size=3),
    st.lists(st.one_of(letting_go, taking_back, choosing), max_size=3),
    st.lists(ending, max_size=2),
    st.lists(st.one_of(answering, paying), max_size=3),
    answers_of(OAK),
    answers_of(ELM),
)
PUBLISHED = [
    *until_approved(),
    *decider.decide(decider.replay(until_approved()), publish(invitee(OAK), invitee(ELM))),
]


def history_of(story: Sequence[ReferralCommand]) -> list[ReferralEvent]:
    """Ask for everything in turn, and keep what was not refused. Ash is never invited."""
    history, state = list(PUBLISHED), decider.replay(PUBLISHED)
    for command in story:
        try:
            decided = decider.decide(state, command)
        except CaseworkError:
            continue
        history += decided
        state = reduce(decider.evolve, decided, state)
    return history


@given(stories)
def test_at_most_one_offer_is_preferred_at_any_time(story: Sequence[ReferralCommand]) -> None:
    preferred = 0
    for event in history_of(story):
        preferred += isinstance(event, PreferredOfferSelected)
        preferred -= isinstance(event, PreferredOfferDeselected)
        assert preferred in (0, 1)


@given(stories)
def test_only_an_offer_made_in_time_is_ever_preferred(story: Sequence[ReferralCommand]) -> None:
    history = history_of(story)
    in_time = {event.offer.offer_id for event in history if isinstance(event, OfferSubmitted)}
    for event in history:
        if isinstance(event, PreferredOfferSelected):
            assert event.offer_id in in_time


@given(stories)
def test_no_offer_is_open_once_the_search_is_called_off(
    story: Sequence[ReferralCommand],
) -> None:
    state = decider.replay(history_of(story))
    if isinstance(state, Withdrawn):
        assert not any(held.is_open() for held in state.facts.offers.values())


@given(stories)
def test_every_invited_provider_has_one_standing(story: Sequence[ReferralCommand]) -> None:
    history = history_of(story)
    state = decider.replay(history)
    assert isinstance(state, Asked)
    for provider_id, invitation in state.facts.invitations.items():
        answers = [
            event
            for event in history
            if isinstance(event, OfferSubmitted | LateOfferReceived | OfferDeclined)
            and event.provider_id == provider_id
        ]
        silences = [
            event
            for event in history
            if isinstance(event, NoResponseRecorded) and event.provider_id == provider_id
        ]
        offers = [each for each in state.facts.offers.values() if each.provider_id == provider_id]
        assert sum(isinstance(each, OfferDeclined) for each in answers) <= 1
        assert sum(each.standing in (Standing.OPEN, Standing.LATE) for each in offers) <= 1
        assert len(silences) <= 1
        assert invitation.is_answered() == bool(answers)
        assert (invitation.answer is not None) == bool(answers or silences)


@given(stories)
def test_authorised_shares_are_the_price_of_the_offer(story: Sequence[ReferralCommand]) -> None:
    history = history_of(story)
    offers = {
        event.offer.offer_id: event.offer for event in history if isinstance(event, OfferSubmitted)
    }
    for event in history:
        if isinstance(event, FundingAuthorised):
            shared = sum(share.weekly for share in event.plan.shares)
            assert shared == weekly_total(offers[event.offer_id].price)


@given(stories)
def test_a_provider_never_invited_never_appears(story: Sequence[ReferralCommand]) -> None:
    for event in history_of(story):
        if isinstance(event, PackViewed | OfferSubmitted | LateOfferReceived | OfferDeclined):
            assert event.provider_id != ASH


@given(stories)
def test_every_event_survives_its_own_json(story: Sequence[ReferralCommand]) -> None:
    for event in history_of(story):
        assert type(event).model_validate_json(event.model_dump_json()) == event
