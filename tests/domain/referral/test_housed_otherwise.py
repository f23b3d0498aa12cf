"""A child moves in by a start that came from no search, while a home is looked for."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain import referral
from domain.referral.chronology import StageName, stages
from domain.referral.clocks import clocks
from domain.referral.codes import Scope
from domain.referral.commands.housed import NoteHomeless
from domain.referral.events import ReferralEvent
from domain.referral.events.emergency import FullInformationSupplied
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.funding import FundingRequested
from domain.referral.events.housed import ChildHoused, PlacementJoined, StayJoined
from domain.referral.events.request import ReferralDrafted
from domain.referral.events.siblings import SiblingMovedIn
from domain.referral.stages import Published
from domain.referral.sufficiency import Sufficiency
from domain.shared.clock_catalogue import C_EMERG_SAMEDAY, C_FUND_RETRO, C_INFO_72
from domain.shared.clocks import Clock, ClockCode, Outcome
from domain.shared.errors import (
    EffectiveBeforeStream,
    MissingInformation,
    NotFound,
    WrongState,
)
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import CaseId, PlacementId
from tests.domain.referral.test_in_an_emergency import released
from tests.support.clocks import TERMS
from tests.support.housed import (
    HOMELESS,
    HOUSED,
    JOINED,
    LEFT_AT,
    MOVED_IN,
    PLACEMENT,
    SISTER,
    join,
    joined,
    noticed,
    sisters,
)
from tests.support.referrals import (
    BROKER,
    CASE,
    CASEWORKER,
    ELM,
    HEAD,
    NOW,
    OAK,
    REFERRAL,
    drafted,
    funding_authorised,
    lot,
    offer_of,
    offered,
    plan,
    recorded,
    request_funding,
    selected,
    setting_of,
    terms,
    until_evaluating,
    until_preferred,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
night = [*until_published(OAK, ELM, emergency=True), released(), offered()]


@pytest.mark.covers("R-105")
def test_a_search_says_once_that_its_child_lives_somewhere() -> None:
    case.given(*night).when(noticed()).then(HOUSED)
    case.given(*night, HOUSED).when(noticed()).then()
    case.given(*night).when(noticed(case_id=CaseId(REFERRAL))).then()
    case.given(drafted()).when(noticed()).then(HOUSED)


@pytest.mark.covers("R-105")
def test_what_was_noted_is_taken_back_once_the_child_lives_there_no_more() -> None:
    left = NoteHomeless(case_id=CASE, placement_id=PLACEMENT, at=LEFT_AT)

    case.given(*night, HOUSED).when(left).then(HOMELESS)
    case.given(*night, HOUSED, HOMELESS).when(left).then()
    case.given(*night).when(left).then()
    case.given(*night, HOUSED, *joined([*night, HOUSED])).when(left).then()
    case.given(*night, HOUSED, HOMELESS).when(noticed()).then(HOUSED)


@pytest.mark.covers("R-105", "R-13")
def test_support_alone_is_looked_for_wherever_the_child_lives() -> None:
    case.given(drafted(scope=Scope.SUPPORT)).when(noticed()).then()


@pytest.mark.covers("R-105", "R-47")
def test_the_home_is_joined_to_its_search_and_its_money_can_be_asked_for() -> None:
    caused = joined([*night, HOUSED])

    assert caused[0] == JOINED
    (fulfilled,) = caused[1:]
    assert isinstance(fulfilled, ReferralFulfilled)
    assert (fulfilled.at, fulfilled.offer_id) == (MOVED_IN, offer_of(OAK))
    assert [each.code for each in fulfilled.breaches] == ["FUNDING_NOT_AUTHORISED"]
    asked = FundingRequested(offer_id=offer_of(OAK), plan=plan(), by=BROKER)
    case.given(*night, *caused).when(request_funding()).then(asked)


def test_a_word_that_the_start_went_ahead_on_goes_with_it() -> None:
    word = VerbalAuthority(officer=HEAD, given_at=MOVED_IN, noted_by=CASEWORKER)

    fulfilled = joined(night, verbal_authority=word)[-1]

    assert isinstance(fulfilled, ReferralFulfilled)
    assert (fulfilled.breaches, fulfilled.verbal_authority) == ((), word)


@pytest.mark.covers("R-105")
def test_what_a_choice_would_have_asked_is_a_breach_and_no_refusal() -> None:
    (first, *_) = joined(night, terms=terms(lot(ceiling=1)), born_on=date(2000, 1, 1))

    assert isinstance(first, PlacementJoined)
    assert [each.code for each in first.breaches] == ["AGE_OUTSIDE_CATEGORY", "TARIFF_EXCEEDED"]


STEPS = Sufficiency(steps="Every home in the city was asked.", prioritised=("same_school",))


@pytest.mark.covers("R-105", "2-088")
def test_a_home_outside_the_area_says_what_was_tried_or_carries_the_breach() -> None:
    away = {"outside_area": (setting_of(OAK),)}

    for wordless in (None, STEPS.model_copy(update={"steps": " "})):
        (unsaid, *_) = joined(night, **away, sufficiency=wordless)
        assert isinstance(unsaid, PlacementJoined)
        assert [each.code for each in unsaid.breaches] == ["NOT_LOCAL_UNEXPLAINED"]

    (said, *_) = joined(night, **away, sufficiency=STEPS)
    assert said == JOINED.model_copy(update={"sufficiency": STEPS})
    (chosen_before, *_) = joined(list(until_preferred()), **away)
    assert chosen_before == JOINED


@pytest.mark.covers("R-105")
def test_only_what_came_of_this_search_is_joined_to_it() -> None:
    ready = case.given(*night)
    ready.when(join(setting_id=setting_of(ELM))).then_refused(NotFound)
    ready.when(join(offer_id=offer_of(ELM))).then_refused(NotFound)
    ready.when(join(case_id=CaseId(REFERRAL))).then_refused(NotFound)
    ready.when(join(reasons=" ")).then_refused(MissingInformation)
    case.given(*until_preferred(ELM, OAK)[:-1], selected(ELM)).when(join()).then_refused(WrongState)
    case.given(*night, *joined(night)).when(join()).then_refused(WrongState)
    before = join(at=NOW - timedelta(days=1))
    ready.when(before).then_refused(EffectiveBeforeStream)


def test_the_home_that_was_chosen_is_joined_though_another_start_was_recorded() -> None:
    (first, second) = joined(list(until_preferred()))

    assert (first, type(second)) == (JOINED, ReferralFulfilled)


def test_brothers_and_sisters_are_not_chosen_for_by_where_one_of_them_lives() -> None:
    two = ReferralDrafted(**dict(drafted()) | {"siblings": (CaseId(REFERRAL),)})
    case.given(two, *until_evaluating()[1:]).when(join()).then_refused(WrongState)


@pytest.mark.covers("R-120")
def test_where_all_of_them_live_in_the_home_offered_for_all_there_is_nothing_to_choose() -> None:
    history = sisters()

    joining, moved_in = joined(history, living_there=(CASE, SISTER))
    assert isinstance(joining, PlacementJoined)
    assert isinstance(moved_in, SiblingMovedIn)
    assert joining.breaches == ()
    case.given(*history).when(join(living_there=(CASE,))).then_refused(WrongState)
    case.given(*history).when(join()).then_refused(WrongState)


def clock_of(
    history: list[ReferralEvent], code: ClockCode, every: timedelta = timedelta()
) -> Clock:
    told = list(recorded(history, every))
    (found,) = [each for each in clocks(told, TERMS) if each.code == code]
    return found


@pytest.mark.covers("R-105", "C-EMERG-SAMEDAY", "C-INFO-72")
def test_nothing_is_urgent_any_more_from_when_the_child_is_housed() -> None:
    housed = [*night, HOUSED]

    assert clock_of(housed, C_EMERG_SAMEDAY).outcome is Outcome.MET
    assert clock_of(housed, C_EMERG_SAMEDAY).closed_at == MOVED_IN
    assert clock_of(housed, C_INFO_72).outcome is Outcome.STOPPED


@pytest.mark.covers("R-105", "C-INFO-72")
def test_the_home_that_it_was_joined_to_is_told_in_full_all_the_same() -> None:
    history = [*night, HOUSED, *joined([*night, HOUSED])]
    told = FullInformationSupplied(provider_id=OAK, at=MOVED_IN, by=CASEWORKER)

    assert clock_of(history, C_INFO_72).outcome is Outcome.RUNNING
    assert clock_of([*history, told], C_INFO_72).outcome is Outcome.MET
    assert clock_of(history, C_FUND_RETRO).due.at == datetime(2026, 3, 4, 17, tzinfo=UTC)


@pytest.mark.covers("R-105", "C-EMERG-SAMEDAY")
def test_of_several_the_last_who_is_housed_stops_it() -> None:
    two = ReferralDrafted(**dict(night[0]) | {"siblings": (CaseId(REFERRAL),)})
    one_of_two: list[ReferralEvent] = [two, *night[1:], HOUSED]
    other = ChildHoused(child=2, placement_id=PLACEMENT, at=MOVED_IN)

    assert clock_of(one_of_two, C_EMERG_SAMEDAY).outcome is Outcome.RUNNING
    assert clock_of([*one_of_two, other], C_EMERG_SAMEDAY).outcome is Outcome.MET


@pytest.mark.covers("R-105", "C-EMERG-SAMEDAY", "C-INFO-72")
def test_what_was_urgent_is_urgent_again_once_the_child_has_no_home() -> None:
    later = NOW + timedelta(days=5)
    second = ChildHoused(child=1, placement_id=PlacementId(CASE), at=later)
    hours = timedelta(hours=3)
    left: list[ReferralEvent] = [*night, HOUSED, HOMELESS]

    assert clock_of(left, C_EMERG_SAMEDAY, hours).outcome is Outcome.RUNNING
    assert clock_of(left, C_INFO_72, hours).outcome is Outcome.RUNNING
    both: list[ReferralEvent] = [*night, HOUSED, second, HOMELESS]
    assert clock_of(both, C_EMERG_SAMEDAY, hours).outcome is Outcome.MET
    assert clock_of([*left, second], C_EMERG_SAMEDAY, hours).closed_at == later


STAYED = StayJoined(
    child=1,
    placement_id=PLACEMENT,
    offer_id=offer_of(OAK),
    provider_id=OAK,
    setting_id=setting_of(OAK),
    at=MOVED_IN,
    left_at=LEFT_AT,
    reasons="They took her in.",
    by=BROKER,
)
OVER = {"left_at": LEFT_AT}


@pytest.mark.covers("R-119", "R-105")
def test_a_stay_that_is_over_is_joined_and_fulfils_nothing() -> None:
    case.given(*night).when(join(**OVER)).then(STAYED)
    case.given(*night, HOUSED, HOMELESS).when(join(**OVER)).then(STAYED)
    elsewhere = [*until_preferred(ELM, OAK)[:-1], selected(ELM)]
    case.given(*elsewhere).when(join(**OVER)).then(STAYED)
    (outside,) = joined(night, **OVER, outside_area=(setting_of(OAK),))
    assert isinstance(outside, StayJoined)
    assert [each.code for each in outside.breaches] == ["NOT_LOCAL_UNEXPLAINED"]


@pytest.mark.covers("R-119")
def test_of_the_chosen_offer_or_of_several_children_it_is_not() -> None:
    case.given(*until_preferred()).when(join(**OVER)).then_refused(WrongState)
    case.given(*night).when(join(**OVER, reasons=" ")).then_refused(MissingInformation)
    case.given(*night).when(join(**OVER, offer_id=offer_of(ELM))).then_refused(NotFound)
    two = ReferralDrafted(**dict(drafted()) | {"siblings": (CaseId(REFERRAL),)})
    case.given(two, *until_evaluating()[1:]).when(join(**OVER)).then_refused(WrongState)


@pytest.mark.covers("R-119", "R-106", "C-FUND-RETRO")
def test_its_nights_are_paid_and_the_search_stays_where_it_is() -> None:
    history = [*night, STAYED]
    asked = FundingRequested(offer_id=offer_of(OAK), plan=plan(), by=BROKER)
    named = request_funding().model_copy(update={"offer_id": offer_of(OAK)})
    case.given(*history).when(named).then(asked)
    case.given(*history).when(request_funding()).then(asked)
    unknown = request_funding().model_copy(update={"offer_id": offer_of(ELM)})
    case.given(*history).when(unknown).then_refused(NotFound)
    case.given(*night).when(named).then_refused(NotFound)

    assert clock_of(history, C_FUND_RETRO).outcome is Outcome.RUNNING
    paid = [*history, asked, funding_authorised()]
    assert clock_of(paid, C_FUND_RETRO).outcome is Outcome.MET
    assert isinstance(referral.decider.replay(paid), Published)
    assert stages(list(recorded(paid)))[-1].stage is StageName.PUBLISHED
    assert clock_of(history, C_EMERG_SAMEDAY).outcome is Outcome.RUNNING


@pytest.mark.covers("R-119")
def test_with_another_offer_chosen_it_is_said_whose_money_is_asked_for() -> None:
    chosen = [*until_preferred(ELM, OAK)[:-1], selected(ELM), STAYED]
    for who in (OAK, ELM):
        named = request_funding().model_copy(update={"offer_id": offer_of(who)})
        asked = FundingRequested(offer_id=offer_of(who), plan=plan(), by=BROKER)
        case.given(*chosen).when(named).then(asked)
