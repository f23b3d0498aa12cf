"""K-03 to K-08, K-42, K-43: counted from searches and stays."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.placement.arrangement import Arrangement
from domain.placement.endings import Instigator
from domain.referral.codes import BypassReason, OutcomeForChild, WithdrawalReason
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.ending import ReferralWithdrawn
from domain.referral.events.evaluation import SuitabilityJudged
from domain.referral.events.in_house import InHouseBypassApproved
from domain.shared.messages import Event
from domain.shared.vocabulary import CaseId, PlacementId, ProviderId, SettingId
from tests.support import placements as stay
from tests.support.measures import SPRING, counted, ratio, told
from tests.support.referrals import (
    ASH,
    BROKER,
    ELM,
    NOW,
    OAK,
    REFERRAL,
    accepted,
    declined,
    drafted,
    offer_of,
    offered,
    published,
    submitted,
    until_approved,
    until_published,
    until_submitted,
    written,
)

BROTHER, ANOTHER = CaseId(UUID(int=20)), PlacementId(UUID(int=21))
ELSEWHERE = SettingId(UUID(int=22))


def ended(on: date, by: Instigator, *, planned: bool = False) -> list[Event]:
    return [stay.started(), stay.ended(on, planned=planned, instigator=by)]


@pytest.mark.covers("K-03", "K-04")
def test_endings_are_unexpected_by_who_ended_them() -> None:
    stays: list[list[Event]] = [
        ended(date(2026, 5, 1), Instigator.PROVIDER),
        ended(date(2026, 5, 2), Instigator.COUNCIL),
        ended(date(2026, 5, 3), Instigator.PROVIDER, planned=True),
        ended(date(2026, 7, 1), Instigator.PROVIDER),
        [stay.started()],
    ]
    of = told(placements=stays, quarter=SPRING)

    assert ratio("K-03", of) == (1, 3, "33.3")
    assert ratio("K-04", of) == (1, 3, "33.3")


@pytest.mark.covers("K-06", "R-86")
def test_a_child_waits_from_the_first_submission_to_the_start_as_corrected() -> None:
    from_search = stay.arrangement().model_copy(update={"referral_id": REFERRAL})
    moved_in = [stay.started(date(2026, 3, 9), where=from_search)]
    corrected = [*moved_in, stay.start_corrected(date(2026, 3, 10), was=date(2026, 3, 9))]

    at_first = counted("K-06", told(until_submitted(), placements=[moved_in])).times
    then = counted("K-06", told(until_submitted(), placements=[corrected])).times

    assert at_first is not None
    assert then is not None
    assert (at_first.median_hours, then.median_hours) == (158.0, 182.0)
    assert counted("K-06", told(until_submitted(), placements=[[stay.started()]])).times is None


@pytest.mark.covers("K-07", "6-66", "R-86")
def test_a_child_who_went_home_is_no_unmet_need_and_one_for_whom_none_was_found_is() -> None:
    def withdrawn(reason: WithdrawalReason) -> ReferralWithdrawn:
        return ReferralWithdrawn(reason=reason, text=None, by=BROKER)

    went_home = [*until_published(OAK), offered(OAK), withdrawn(WithdrawalReason.RETURNED_HOME)]
    none_found = [*until_submitted(), withdrawn(WithdrawalReason.NONE_FOUND)]

    closed = ReferralClosedUnfilled(
        outcome=next(iter(OutcomeForChild)), text="Stays where she is.", by=BROKER
    )
    unfilled = [*until_published(OAK), closed]
    of = told(went_home, none_found, unfilled, until_submitted(), [drafted()])

    assert ratio("K-07", of) == (2, 4, "50.0")


@pytest.mark.covers("K-08")
def test_a_publication_is_preceded_by_what_came_of_the_search_in_house() -> None:
    bypass = InHouseBypassApproved(reason=next(iter(BypassReason)), text="Tonight.", by=BROKER)
    before = [drafted(), written(), submitted(), accepted()]

    looked = [*until_approved(), published()]
    bypassed = [*before, bypass, published()]
    skipped = [*before, published(), bypass]

    assert ratio("K-08", told(looked, bypassed, skipped)) == (2, 3, "66.7")


@pytest.mark.covers("K-42", "2-030", "1-004")
def test_unmet_need_is_counted_by_need_area_age_and_reason() -> None:
    declined_twice = [*until_published(OAK, ELM), declined(OAK), declined(ELM), ResponsesClosed()]
    answered = [*until_published(OAK), offered(OAK), ResponsesClosed()]

    found = counted("K-42", told(declined_twice, answered))

    assert (found.total.numerator, found.total.denominator) == (3, None)
    told_by = {name: [(c.value, c.ratio.numerator) for c in c_] for name, c_ in found.cuts.items()}
    assert told_by["need"] == [("trauma", 3)]
    assert told_by["area"] == [("derby_south", 3)]
    assert told_by["age"] == [("16", 3)]
    assert told_by["what"] == [("declined", 2), ("no_offer", 1)]
    assert sum(count or 0 for _, count in told_by["reason"]) == 2


@pytest.mark.covers("K-43")
def test_siblings_are_together_when_all_live_in_one_home_by_their_search() -> None:
    group = [
        drafted().model_copy(update={"case_id": stay.CASE, "siblings": (BROTHER,)}),
        *until_submitted()[1:],
    ]
    hers = stay.arrangement().model_copy(update={"referral_id": REFERRAL})
    his = hers.model_copy(update={"case_id": BROTHER, "placement_id": ANOTHER})
    elsewhere = his.model_copy(update={"setting_id": ELSEWHERE})

    def placed(*where: Arrangement) -> list[list[Event]]:
        return [[stay.started(where=each)] for each in where]

    assert ratio("K-43", told(group, placements=placed(hers, his))) == (1, 1, "100.0")
    assert ratio("K-43", told(group, placements=placed(hers, elsewhere))) == (0, 1, "0.0")
    assert ratio("K-43", told(group, placements=placed(hers))) == (0, 1, "0.0")
    assert ratio("K-43", told(until_submitted(), placements=[])) == (0, 0, "n/a")


def test_no_word_on_an_offer_is_no_suitable_offer() -> None:
    of = told([*until_published(OAK), offered(OAK)])

    assert ratio("K-02a", of) == (0, 1, "0.0")
    assert ratio("K-02b", of) == (0, 1, "0.0")
    assert counted("K-05", of).times is None


@pytest.mark.covers("K-02a", "K-02b", "K-05", "6-63", "R-86")
def test_an_offer_is_suitable_by_the_last_word_on_it() -> None:
    asked = until_published(OAK, ELM, ASH)
    six_hours_on = NOW + timedelta(hours=6)
    answers = [offered(OAK), offered(ELM, six_hours_on), declined(ASH)]
    search = [*asked, *answers, judged(OAK), judged(ELM), judged(OAK, suitable=False)]
    nothing = [*until_published(OAK), declined(OAK)]

    of = told(search, nothing)

    assert ratio("K-02a", of) == (1, 2, "50.0")
    assert ratio("K-02b", of) == (1, 2, "50.0") == count_again(search, nothing)
    times = counted("K-05", of).times
    assert times is not None
    assert times.median_hours == 6.0


def count_again(*searches: Sequence[Event]) -> tuple[int, int, str]:
    """K-02b once more, sharing nothing with the service but the names of events."""
    offers, words = [], {}
    for event in (event for search in searches for event in search):
        if event.stored_as == "referral.offer_submitted.v1":
            offers.append(event.model_dump()["offer"]["offer_id"])
        if event.stored_as == "referral.suitability_judged.v1":
            words[event.model_dump()["offer_id"]] = event.model_dump()["suitable"]
    good = sum(words.get(each, False) for each in offers)
    return good, len(offers), f"{100 * good / len(offers):.1f}"


def judged(provider_id: ProviderId, *, suitable: bool = True) -> SuitabilityJudged:
    return SuitabilityJudged(
        offer_id=offer_of(provider_id),
        provider_id=provider_id,
        suitable=suitable,
        reason="Near college.",
        by=BROKER,
    )
