"""Which stage a search was at, and how its providers stood, on any day."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from domain.referral import ReferralEvent
from domain.referral.chronology import (
    ProviderStanding,
    ProviderStood,
    StageName,
    responses,
    stage_on,
    stages,
)
from domain.referral.chronology.turns import OVER
from domain.referral.codes import DeselectionReason, WithdrawalReason
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.shared.vocabulary import PlacementId
from tests.support.referrals import (
    BROKER,
    CASEWORKER,
    DEADLINE,
    ELM,
    LATE,
    NOW,
    OAK,
    declined,
    funding_authorised,
    funding_requested,
    late_offer,
    offer_of,
    offered,
    recorded,
    silent,
    until_approved,
    until_authorised,
    until_preferred,
    until_published,
    viewed,
)

DAY = timedelta(days=1)
WITHDRAWN = ReferralWithdrawn(reason=WithdrawalReason.DUPLICATE, text=None, by=CASEWORKER)
STARTED = ReferralFulfilled(
    placement_id=PlacementId(UUID(int=7)), offer_id=offer_of(OAK), at=NOW.date() + 90 * DAY
)


def names(history: Sequence[ReferralEvent]) -> list[StageName]:
    return [held.stage for held in stages(recorded(history))]


def standings(history: Sequence[ReferralEvent]) -> list[ProviderStanding]:
    return [stood.standing for stood in stood_of(history)]


def stood_of(history: Sequence[ReferralEvent]) -> list[ProviderStood]:
    found = responses(recorded(history, every=timedelta(minutes=1)))
    return [stood for stood in found if stood.provider_id == OAK]


def test_a_search_passes_through_its_stages_in_order() -> None:
    aside = {StageName.RETURNED, StageName.IN_HOUSE_BYPASSED, StageName.NO_VIABLE_OFFER, *OVER} - {
        StageName.FULFILLED
    }
    assert names([*until_authorised(), STARTED]) == [s for s in StageName if s not in aside]


def test_each_stage_ends_where_the_next_begins() -> None:
    held = stages(recorded(until_authorised(), every=timedelta(minutes=1)))
    assert [period.until for period in held] == [period.since for period in held[1:]] + [None]
    assert [period.ended_by for period in held[:-1]] == [period.source for period in held[1:]]


def test_a_preferred_offer_let_go_returns_to_evaluation() -> None:
    let_go = PreferredOfferDeselected(
        offer_id=offer_of(OAK), reason=DeselectionReason.CHILD_REFUSED, by=BROKER
    )
    assert names([*until_preferred(), let_go])[-2:] == [StageName.PREFERRED, StageName.EVALUATING]


def test_money_authorised_after_the_start_reopens_nothing() -> None:
    history = [*until_preferred(), funding_requested(), STARTED, funding_authorised()]
    held = stages(recorded(history, every=20 * DAY))
    assert held[-1].stage is StageName.FULFILLED


def test_the_board_can_be_asked_about_any_day() -> None:
    history = list(recorded(until_approved(), every=DAY))
    day = NOW.date()

    assert stage_on(history, day - DAY) is None
    assert stage_on(history, day) is StageName.DRAFT
    assert stage_on(history, day + DAY) is StageName.DRAFT
    assert stage_on(history, day + 2 * DAY) is StageName.SUBMITTED
    assert stage_on(history, day + 60 * DAY) is StageName.APPROVED_FOR_EXTERNAL_SEARCH


def test_a_provider_is_invited_views_and_answers() -> None:
    answered = [*until_published(OAK, ELM), viewed(), offered(at=DEADLINE)]
    assert standings(answered) == [
        ProviderStanding.INVITED,
        ProviderStanding.VIEWED,
        ProviderStanding.OFFERED,
    ]
    assert standings([*until_published(), declined()])[-1] is ProviderStanding.DECLINED
    late = declined(at=LATE, late=True)
    assert standings([*until_published(), late])[-1] is ProviderStanding.DECLINED_LATE


def test_silence_begins_at_the_deadline_and_a_late_offer_ends_it() -> None:
    history = [*until_published(), silent(), late_offer(at=NOW + 2 * DAY)]
    _, silence, late = stood_of(history)

    assert (silence.since, silence.until) == (DEADLINE, NOW + 2 * DAY)
    assert late.standing is ProviderStanding.OFFERED_LATE


def test_an_answer_is_not_undone_by_a_silence_noted_too_soon() -> None:
    history = [*until_published(), silent(), ResponsesClosed(), offered(at=NOW)]
    assert standings(history)[-1] is ProviderStanding.OFFERED


def test_nobody_is_waited_for_once_the_search_is_called_off() -> None:
    (stood,) = stood_of([*until_published(), WITHDRAWN])
    assert stood.until is not None
    (_, answered) = stood_of([*until_published(), declined(), WITHDRAWN])
    assert answered.until is None
