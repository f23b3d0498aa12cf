"""In an emergency the first offer that will do is chosen at once; no gate is skipped for it."""

from datetime import timedelta
from typing import Any

import pytest

from domain import referral
from domain.referral.chronology import ProviderStanding, responses
from domain.referral.clocks import clocks
from domain.referral.codes import DIRECT_AWARD, DeselectionReason
from domain.referral.commands.choice import DirectAward, SelectPreferredOffer
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import NoResponseRecorded, ResponsesClosed
from domain.referral.events.choice import (
    OfferNotSelected,
    PreferredOfferDeselected,
    PreferredOfferSelected,
    Skipped,
)
from domain.referral.events.offers import LateOfferAdmitted
from domain.shared.admission import Registration, UnregisteredAt16Or17
from domain.shared.clock_catalogue import C_RESP_24
from domain.shared.clocks import Outcome
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    EffectiveInFuture,
    MissingInformation,
    WrongState,
)
from domain.shared.officers import OfficerNotListed
from domain.shared.vocabulary import ProviderId
from tests.support.clocks import TERMS
from tests.support.referrals import (
    ASH,
    BROKER,
    CASEWORKER,
    DEADLINE,
    ELM,
    HEAD,
    LATE,
    NOW,
    OAK,
    heard,
    home,
    late_offer,
    offer_of,
    offered,
    recorded,
    select,
    selected,
    setting_of,
    silent,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
SOON = NOW + timedelta(minutes=20)
CARELINE = CASEWORKER
FIRST = [*until_published(OAK, ELM, ASH, emergency=True), offered(), offered(ASH)]
NOT_ASH = {offer_of(ASH): "Further away."}
night = case.given(*FIRST)


def at_once(**changed: Any) -> SelectPreferredOffer:
    return select(now=SOON, others_not_chosen=NOT_ASH, **changed)


def chosen(**changed: Any) -> PreferredOfferSelected:
    said = {"skipped": (Skipped.COMPETITION_TIMING,), "cut_short": (ELM,), **changed}
    return selected().model_copy(update=said)


@pytest.mark.covers("R-103", "4-126")
def test_the_first_offer_that_will_do_is_chosen_though_others_might_still_answer() -> None:
    not_ash = OfferNotSelected(offer_id=offer_of(ASH), provider_id=ASH, reason="Further away.")

    night.when(at_once()).then(ResponsesClosed(), chosen(), not_ash)


@pytest.mark.covers("R-103")
def test_what_is_no_emergency_waits_for_every_answer_and_so_does_a_direct_award() -> None:
    ordinary = [*until_published(OAK, ELM, ASH), offered(), offered(ASH)]
    case.given(*ordinary).when(at_once()).then_refused(WrongState)
    award = {"reason": "sole_provider", "compared_weekly": 1, "price_check": "Checked."}
    plain = dict(at_once(award_route=DIRECT_AWARD)) | award
    night.when(DirectAward(**plain)).then_refused(WrongState)


@pytest.mark.covers("R-103")
def test_no_gate_is_skipped() -> None:
    unregistered = home(registration=Registration.NONE)
    night.when(at_once(home=unregistered)).then_refused(UnregisteredAt16Or17)
    night.when(at_once(jointly_with=BROKER)).then_refused(ConflictOfInterest)


def test_who_let_its_time_pass_was_silent_and_the_others_were_cut_short() -> None:
    caused = referral.decider.decide(
        referral.decider.replay(FIRST), at_once().model_copy(update={"now": LATE})
    )

    assert [type(each) for each in caused[:2]] == [NoResponseRecorded, ResponsesClosed]
    assert caused[2] == chosen(skipped=(), cut_short=())


@pytest.mark.covers("R-103", "C-RESP-24")
def test_nobody_who_was_cut_short_is_waited_for_or_late() -> None:
    history: list[ReferralEvent] = [*FIRST, ResponsesClosed(), chosen()]

    windows = {c.key: c.outcome for c in clocks(list(recorded(history)), TERMS)}
    (stood,) = [each for each in responses(list(recorded(history))) if each.provider_id == ELM]

    assert windows[f"{C_RESP_24}:{ELM}"] is Outcome.STOPPED
    assert (stood.standing, stood.until is None) == (ProviderStanding.INVITED, False)


@pytest.mark.covers("R-117")
def test_a_home_in_which_another_child_lives_is_weighed_afterwards_and_said_to_be() -> None:
    caused = referral.decider.decide(
        referral.decider.replay(FIRST), at_once(lived_in=(setting_of(OAK),))
    )

    hurried = (Skipped.COMPETITION_TIMING, Skipped.IMPACT_ASSESSMENT)
    assert caused[1] == chosen(skipped=hurried, lived_in=True)


@pytest.mark.covers("R-103")
def test_a_broker_chooses_by_telephone_and_somebody_else_writes_it_down() -> None:
    said = heard(CARELINE, SOON, now=SOON)
    caused = referral.decider.decide(referral.decider.replay(FIRST), at_once(spoken=said))

    assert caused[1] == chosen(spoken=said.word)
    night.when(at_once(spoken=heard(BROKER, SOON, now=SOON))).then_refused(ConflictOfInterest)


@pytest.mark.covers("R-121")
def test_who_chooses_by_telephone_is_a_broker_on_the_councils_list() -> None:
    said = heard(CARELINE, SOON, now=SOON)
    for roles, refused in ((frozenset({"broker"}), False), (frozenset({"team_manager"}), True)):
        word = at_once(spoken=said.model_copy(update={"roles": roles}))
        if refused:
            night.when(word).then_refused(OfficerNotListed)
        else:
            assert referral.decider.decide(referral.decider.replay(FIRST), word)
    together = {"joint_roles": frozenset({"out_of_hours"})}
    night.when(at_once(**together)).then_refused(OfficerNotListed)
    by_night = at_once(spoken=said, **together)
    assert referral.decider.decide(referral.decider.replay(FIRST), by_night)


@pytest.mark.covers("R-104")
def test_a_word_is_no_older_than_the_request_and_not_to_come() -> None:
    first_moment = NOW.replace(hour=0)
    to_come = heard(CARELINE, DEADLINE, now=SOON)
    older = heard(CARELINE, first_moment - timedelta(microseconds=1))
    night.when(at_once(spoken=to_come)).then_refused(EffectiveInFuture)
    night.when(at_once(spoken=older)).then_refused(EffectiveBeforeStream)
    same_day = heard(CARELINE, first_moment)
    case.given(*FIRST).when(at_once(spoken=same_day)).then(
        ResponsesClosed(),
        chosen(spoken=same_day.word),
        OfferNotSelected(offer_id=offer_of(ASH), provider_id=ASH, reason="Further away."),
    )


@pytest.mark.covers("R-104")
def test_who_let_the_market_be_asked_does_not_choose_among_the_offers_as_well() -> None:
    head = at_once(by=HEAD, spoken=heard(CARELINE, SOON, now=SOON))

    night.when(head).then_refused(ConflictOfInterest)


def admitted(*late: ProviderId) -> list[LateOfferAdmitted]:
    told: dict[str, Any] = {
        "reason": "Chosen from at once, in an emergency.",
        "by": BROKER,
        "at_once": True,
    }
    return [LateOfferAdmitted(offer_id=offer_of(each), provider_id=each, **told) for each in late]


AFTER_THE_HOUR = [*until_published(OAK, ELM, emergency=True), silent(OAK), silent(ELM)]
TOO_LATE = [*AFTER_THE_HOUR, ResponsesClosed(), late_offer(), late_offer(ELM)]
NOT_ELM = {offer_of(ELM): "Further away."}


@pytest.mark.covers("R-103", "R-09", "6-62")
def test_once_the_hour_is_over_the_first_late_offer_that_will_do_is_chosen() -> None:
    """Nobody is awake who would admit it: all are, and the choice says that it did not wait."""
    named = selected().model_copy(update={"skipped": (Skipped.LATE_OFFER_ADMISSION,)})
    not_elm = OfferNotSelected(offer_id=offer_of(ELM), provider_id=ELM, reason="Further away.")
    choose = select(now=LATE, others_not_chosen=NOT_ELM)

    case.given(*TOO_LATE).when(choose).then(*admitted(OAK, ELM), named, not_elm)
    case.given(*TOO_LATE).when(select(now=LATE)).then_refused(MissingInformation)


@pytest.mark.covers("R-103")
def test_a_late_offer_is_named_as_such_in_every_choice_and_one_in_time_never() -> None:
    let_go = PreferredOfferDeselected(
        offer_id=offer_of(ELM), reason=DeselectionReason.CHILD_REFUSED, by=BROKER
    )
    again = [*TOO_LATE, *admitted(OAK, ELM), selected(ELM), let_go]
    by_then = referral.decider.replay(again)
    still_to_answer = [*until_published(OAK, ELM, emergency=True), offered(), late_offer(ELM)]

    (second, _) = referral.decider.decide(by_then, select(now=LATE, others_not_chosen=NOT_ELM))
    (_, _, in_time, _) = referral.decider.decide(
        referral.decider.replay(still_to_answer), select(now=LATE, others_not_chosen=NOT_ELM)
    )

    assert isinstance(second, PreferredOfferSelected)
    assert second.skipped == (Skipped.LATE_OFFER_ADMISSION,)
    assert isinstance(in_time, PreferredOfferSelected)
    assert in_time.skipped == ()


@pytest.mark.covers("6-62")
def test_elsewhere_a_late_offer_waits_and_the_refusal_says_for_whom() -> None:
    ordinary = [*until_published(OAK), silent(), ResponsesClosed(), late_offer()]

    with pytest.raises(WrongState, match="commissioning manager admits"):
        referral.decider.decide(referral.decider.replay(ordinary), select(now=LATE))
