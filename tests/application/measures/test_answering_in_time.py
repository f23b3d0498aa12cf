"""K-01: who was asked until when, and answered in time."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.provider import Provider, decider
from domain.provider.events import ProviderRegistered, ProviderSuspended
from domain.provider.vocabulary import Sector, SuspensionScope
from domain.referral.codes import WithdrawalReason, WithdrawnBecause
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import (
    ByProvider,
    LateOfferReceived,
    NoResponseRecorded,
    ResponsesClosed,
)
from domain.referral.events.ending import ReferralWithdrawn
from domain.referral.events.market import ResponseDeadlineExtended
from domain.referral.events.search import ProviderInvited
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.shared.terms import Tier
from tests.support.measures import SPRING, WINTER, counted, items, ratio, told
from tests.support.referrals import (
    ASH,
    BROKER,
    DEADLINE,
    ELM,
    LATE,
    NOW,
    OAK,
    PROVIDERS,
    declined,
    invitation_of,
    invited,
    late_offer,
    offered,
    silent,
    until_published,
)


def until(deadline: datetime) -> ProviderInvited:
    """An invitation with another deadline."""
    return invited(OAK).model_copy(update={"deadline": deadline})


def search_until(deadline: datetime, *answers: ReferralEvent) -> list[ReferralEvent]:
    return [*until_published(OAK)[:-1], until(deadline), *answers]


@pytest.mark.covers("K-01", "6-62", "6-63", "R-09")
def test_an_offer_and_a_decline_in_time_count_and_a_late_offer_and_silence_do_not() -> None:
    asked = until_published(OAK, ELM, ASH)
    answered = told([*asked, offered(OAK), declined(ELM), silent(ASH), late_offer(ASH)])

    assert ratio("K-01a", answered) == (2, 3, "66.7")
    assert ratio("K-01b", answered) == (0, 0, "n/a")


@pytest.mark.covers("R-05")
def test_the_deadline_itself_is_in_time() -> None:
    assert ratio("K-01a", told([*until_published(OAK), offered(OAK, DEADLINE)])) == (1, 1, "100.0")
    assert ratio("K-01a", told([*until_published(OAK), offered(OAK, LATE)])) == (0, 1, "0.0")


@pytest.mark.covers("6-10")
def test_a_deadline_at_ten_past_midnight_on_1_april_is_the_new_quarters() -> None:
    """00:10 in London is 23:10 the evening before in UTC."""
    asked = search_until(datetime(2026, 3, 31, 23, 10, tzinfo=UTC), offered(OAK))

    assert ratio("K-01a", told(asked, quarter=WINTER)) == (0, 0, "n/a")
    assert ratio("K-01a", told(asked, quarter=SPRING)) == (1, 1, "100.0")


@pytest.mark.covers("R-06")
def test_an_invitation_restarted_counts_once_by_its_last_deadline() -> None:
    restarted = until(DEADLINE + timedelta(days=40))
    asked = [*until_published(OAK), restarted, offered(OAK, DEADLINE + timedelta(days=1))]

    assert ratio("K-01a", told(asked, quarter=WINTER)) == (0, 0, "n/a")
    assert ratio("K-01a", told(asked, quarter=SPRING)) == (1, 1, "100.0")


@pytest.mark.covers("R-06", "6-64")
def test_a_deadline_extended_or_begun_anew_for_all_is_the_one_that_counts() -> None:
    later = DEADLINE + timedelta(days=40)
    extended = ResponseDeadlineExtended(
        deadline=later, reason="holiday", at=NOW + timedelta(hours=1), by=BROKER
    )
    at_first = offered(OAK, NOW)
    after = offered(ELM, DEADLINE + timedelta(days=2))
    asked = [*until_published(OAK, ELM, ASH), at_first, extended, after]

    found = counted("K-01a", told(asked, quarter=SPRING))

    assert (found.total.numerator, found.total.denominator) == (2, 3)
    assert [len(each.events) for each in found.behind] == [3, 3, 2]
    assert ratio("K-01a", told(asked, quarter=WINTER)) == (0, 0, "n/a")


@pytest.mark.covers("6-62")
def test_what_was_late_when_it_came_stays_late_whatever_is_extended_then() -> None:
    late = declined(OAK, LATE).model_copy(update={"late": True})
    anew = until(DEADLINE + timedelta(days=1))

    assert ratio("K-01a", told([*until_published(OAK), late, anew])) == (0, 1, "0.0")


@pytest.mark.covers("R-06", "R-86")
def test_one_taken_back_or_called_off_before_its_deadline_is_not_counted() -> None:
    taken_back = InvitationWithdrawn(
        invitation_id=invitation_of(OAK), provider_id=OAK, reason=next(iter(WithdrawnBecause))
    )
    called_off = ReferralWithdrawn(reason=WithdrawalReason.RETURNED_HOME, text=None, by=BROKER)

    assert ratio("K-01a", told([*until_published(OAK, ELM), taken_back])) == (0, 1, "0.0")
    assert ratio("K-01a", told([*until_published(OAK, ELM), called_off])) == (0, 0, "n/a")


@pytest.mark.covers("R-06")
def test_a_provider_suspended_at_its_deadline_is_not_counted() -> None:
    listed = ProviderRegistered(
        provider_id=OAK, name="Oak", company_number=None, contact="a@b", sector=Sector.PRIVATE
    )
    suspended = ProviderSuspended(
        scope=SuspensionScope.ALL,
        from_=NOW.date(),
        reason="Too few staff.",
        review_on=NOW.date(),
        by=BROKER,
    )
    providers: dict[UUID, Provider] = {OAK: decider.replay([listed, suspended])}

    assert ratio("K-01a", told(until_published(OAK, ELM), providers=providers)) == (0, 1, "0.0")


def test_what_is_not_yet_due_is_not_counted_yet() -> None:
    before = DEADLINE - timedelta(minutes=1)

    assert ratio("K-01a", told(until_published(OAK), judged_at=before)) == (0, 0, "n/a")
    assert ratio("K-01a", told(until_published(OAK), judged_at=DEADLINE)) == (0, 1, "0.0")


def test_it_is_cut_by_provider_and_lot_and_names_the_events_behind_it() -> None:
    answered = told([*until_published(OAK, ELM), offered(OAK)])
    found = counted("K-01a", answered)

    assert [(c.value, c.ratio.percent) for c in found.cuts["provider"]] == [
        (str(OAK), "100.0"),
        (str(ELM), "0.0"),
    ]
    assert [(c.value, c.ratio.denominator) for c in found.cuts["lot"]] == [("lot-1", 2)]
    assert [len(each.events) for each in found.behind] == [2, 1]


@given(
    st.lists(
        st.sampled_from(
            [make(each) for make in (offered, declined, silent, late_offer) for each in PROVIDERS]
        ),
        max_size=6,
        unique_by=lambda answer: answer.provider_id,
    )
)
def test_whatever_is_answered_every_provider_counts_once_and_late_is_late(
    answers: list[ByProvider | NoResponseRecorded],
) -> None:
    of = told([*until_published(*PROVIDERS), *answers, ResponsesClosed()])
    found = counted("K-01a", of)
    late = [each for each in answers if isinstance(each, LateOfferReceived)]

    assert found.total.denominator == len(PROVIDERS) == len(items("K-01a", of))
    assert (found.total.numerator or 0) <= len(PROVIDERS) - len(late)
    assert found.total.numerator == sum(c.ratio.numerator or 0 for c in found.cuts["provider"])


def test_urgent_and_standard_are_two_measures() -> None:
    urgent = [*until_published(OAK)[:-1], invited(OAK, Tier.URGENT), offered(OAK, NOW)]

    assert ratio("K-01b", told(urgent)) == (1, 1, "100.0")
    assert ratio("K-01a", told(urgent)) == (0, 0, "n/a")
