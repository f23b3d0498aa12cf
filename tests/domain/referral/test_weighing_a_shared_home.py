"""C-IRA: a shared home weighs the child within a working day, or before the child comes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.referral.clocks import clocks
from domain.referral.codes import DeselectionReason
from domain.referral.events.answers import OfferAmended
from domain.referral.events.choice import OfferNotSelected, PreferredOfferDeselected
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.evaluation import OfferShortlisted
from domain.shared.clock_catalogue import C_IRA
from domain.shared.clocks import Clock, Outcome, is_breached
from domain.shared.moments import When, end_of_day
from domain.shared.vocabulary import PlacementId
from tests.support.clocks import TERMS
from tests.support.disclosure import MATCHING, SOON, told
from tests.support.judging import assessed
from tests.support.on_the_market import pack_withdrawn
from tests.support.referrals import (
    BROKER,
    ELM,
    NEEDED,
    NOW,
    OAK,
    content,
    invitation_of,
    offer,
    offer_of,
    offered,
    recorded,
    selected,
    until_published,
)

SHARED = content(shared=True, co_residents="Two of 17.", impact_statement="A settled group.")
TUESDAY = SOON.date()


def asked(**said: Any) -> list[Any]:
    return [*until_published(OAK, ELM, **said), offered(OAK, content=SHARED), offered(ELM)]


def running(*history: Any, code: str = C_IRA) -> list[Clock]:
    return [each for each in clocks(recorded(list(history)), TERMS) if each.code == code]


def one(*history: Any) -> Clock:
    (found,) = running(*history)
    return found


def moved_in(at: When) -> ReferralFulfilled:
    return ReferralFulfilled(placement_id=PlacementId(UUID(int=9)), offer_id=offer_of(OAK), at=at)


def weighed(at: datetime) -> Any:
    return assessed().model_copy(update={"at": at})


@pytest.mark.covers("C-IRA", "R-101")
@pytest.mark.parametrize(
    ("released", "due"),
    [
        (datetime(2026, 3, 3, 11, tzinfo=UTC), date(2026, 3, 4)),
        (datetime(2026, 3, 6, 16, 59, tzinfo=UTC), date(2026, 3, 9)),
        (datetime(2026, 3, 7, 9, tzinfo=UTC), date(2026, 3, 9)),
        (datetime(2026, 4, 2, 10, tzinfo=UTC), date(2026, 4, 7)),
    ],
    ids=["Tuesday", "Friday", "Saturday", "before Easter"],
)
def test_a_shared_home_has_one_working_day_from_the_release(released: datetime, due: date) -> None:
    clock = one(*asked(), told(at=released))

    assert (clock.outcome, clock.due.at) == (Outcome.RUNNING, end_of_day(due))


@pytest.mark.covers("C-IRA")
def test_it_is_met_by_the_assessment_in_time_and_breached_after_it() -> None:
    due = one(*asked(), told()).due.at

    in_time = one(*asked(), told(), weighed(due))
    assert (in_time.outcome, is_breached(in_time, due + timedelta(days=9))) == (Outcome.MET, False)
    late = one(*asked(), told(), weighed(due + timedelta(seconds=1)))
    assert (late.outcome, is_breached(late, due + timedelta(days=9))) == (Outcome.MET, True)


@pytest.mark.covers("C-IRA")
def test_it_runs_for_shared_homes_only_and_not_for_what_was_weighed_before() -> None:
    assert running(*asked(), told(provider_id=ELM)) == []
    assert running(*asked(), weighed(SOON), told()) == []
    assert running(*asked()) == []
    no_longer = OfferAmended(
        invitation_id=invitation_of(OAK), provider_id=OAK, at=SOON, offer=offer(OAK)
    )
    assert running(*asked(), no_longer, told()) == []


@pytest.mark.covers("C-IRA")
def test_more_told_while_it_runs_gives_nobody_more_time() -> None:
    later = told(at=SOON + timedelta(days=3))
    gone = pack_withdrawn(OAK).model_copy(update={"sha256": told().sha256, "shown_to": (OAK,)})

    assert one(*asked(), told(), gone, later) == one(*asked(), told())


@pytest.mark.covers("C-IRA")
@pytest.mark.parametrize(
    "ends",
    [
        OfferNotSelected(offer_id=offer_of(OAK), provider_id=OAK, reason="Further."),
        PreferredOfferDeselected(
            offer_id=offer_of(OAK), reason=DeselectionReason.CHILD_REFUSED, by=BROKER
        ),
        ReferralWithdrawn(reason="returned_home", text=None, by=BROKER),
    ],
    ids=["another chosen", "let go", "called off"],
)
def test_it_stops_when_nobody_needs_to_know_any_more(ends: Any) -> None:
    assert one(*asked(), told(at=NOW), ends).outcome is Outcome.STOPPED


@pytest.mark.covers("C-IRA", "R-101")
def test_in_an_emergency_the_chosen_home_has_until_the_child_comes() -> None:
    chosen = [*asked(emergency=True), selected(OAK)]

    assert one(*chosen).due.at == end_of_day(NEEDED)
    assert running(*asked(), selected(OAK)) == []
    early = datetime(2026, 3, 5, 23, tzinfo=UTC)
    there = one(*chosen, moved_in(early))
    assert (there.due.at, there.outcome) == (early, Outcome.RUNNING)
    assert is_breached(there, early + timedelta(seconds=1))
    assert one(*chosen, moved_in(date(2026, 3, 5))).due.at == end_of_day(date(2026, 3, 5))
    before = one(*chosen, weighed(early), moved_in(early))
    assert (before.outcome, is_breached(before, early + timedelta(days=9))) == (Outcome.MET, False)
    mended = one(*chosen, moved_in(early), weighed(early + timedelta(hours=1)))
    assert (mended.outcome, is_breached(mended, early + timedelta(days=9))) == (Outcome.MET, True)


@pytest.mark.covers("C-IRA", "R-117")
def test_a_home_in_which_another_child_lives_is_weighed_whatever_its_provider_says() -> None:
    by_register = {"lived_in": True}
    not_shared = told(provider_id=ELM)
    assert one(*asked(), not_shared.model_copy(update=by_register)).due == one(*asked(), told()).due

    chosen = selected(ELM).model_copy(update=by_register)
    assert one(*asked(emergency=True), chosen).due.at == end_of_day(NEEDED)
    assert running(*asked(emergency=True), selected(ELM)) == []
    assert running(*asked(), chosen) == []


def test_other_providers_clocks_end_when_the_child_lives_somewhere() -> None:
    both = [*until_published(OAK, ELM), offered(OAK), offered(ELM, content=SHARED)]
    shortlisted = OfferShortlisted(offer_id=offer_of(ELM), provider_id=ELM, by=BROKER)

    clock = one(*both, shortlisted, told(MATCHING, ELM, NOW), selected(OAK), moved_in(TUESDAY))
    assert clock.outcome is Outcome.STOPPED


def test_an_edition_without_its_limit_runs_none() -> None:
    limits = {code: limit for code, limit in TERMS.limits.items() if code != C_IRA}
    terms = type(TERMS)(calendar=TERMS.calendar, limits=limits)

    found = clocks(recorded([*asked(), told()]), terms)
    assert C_IRA not in {each.code for each in found}
