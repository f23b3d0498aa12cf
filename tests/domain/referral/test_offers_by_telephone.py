"""What a provider offers by telephone in an emergency is its offer, from when it said so."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from domain import referral
from domain.referral.chronology import ProviderStanding, responses
from domain.referral.clocks import clocks
from domain.referral.codes import OfferWithdrawalReason
from domain.referral.commands.answers import SubmitOffer
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import LateOfferReceived, OfferSubmitted
from domain.referral.events.offers import OfferWithdrawn
from domain.referral.offer import Entered
from domain.shared.clock_catalogue import C_RESP_24
from domain.shared.clocks import Outcome
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    EffectiveInFuture,
    MissingInformation,
    NotFound,
    WrongState,
)
from domain.shared.vocabulary import Subject
from tests.support.clocks import TERMS
from tests.support.referrals import (
    ASH,
    DEADLINE,
    ELM,
    NOW,
    OAK,
    declined,
    late_offer,
    offer,
    offer_of,
    offered,
    recorded,
    select,
    silent,
    submit_offer,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
CARELINE = Subject("olly")
SAID_AT = NOW + timedelta(minutes=20)
WRITTEN = SAID_AT + timedelta(minutes=5)
NIGHT = until_published(OAK, ELM, emergency=True)
ANOTHER = offer().model_copy(update={"offer_id": offer_of(ASH)})


def entered(at: datetime = SAID_AT, said_by: str = "The manager on call") -> Entered:
    return Entered(said_by=said_by, said_at=at, by=CARELINE)


def enter(at: datetime = WRITTEN, **changed: Any) -> SubmitOffer:
    said = changed.pop("entered", entered())
    return submit_offer(at=at, **changed).model_copy(update={"entered": said})


OFFERED = offered(at=SAID_AT).model_copy(update={"entered": entered()})


@pytest.mark.covers("R-125", "C-RESP-24")
def test_it_counts_from_when_it_was_said_and_meets_the_clock() -> None:
    case.given(*NIGHT).when(enter()).then(OFFERED)
    after_the_deadline = enter(DEADLINE + timedelta(minutes=3))
    case.given(*NIGHT).when(after_the_deadline).then(OFFERED)
    history: list[ReferralEvent] = [*NIGHT, OFFERED]

    windows = {each.key: each.outcome for each in clocks(list(recorded(history)), TERMS)}

    assert windows[f"{C_RESP_24}:{OAK}"] is Outcome.MET


@pytest.mark.covers("R-125", "R-09")
def test_once_its_silence_is_on_record_it_is_late_and_silent_no_more() -> None:
    at = DEADLINE + timedelta(minutes=3)
    late = late_offer(at=at).model_copy(update={"entered": entered()})
    history: list[ReferralEvent] = [*NIGHT, silent(), late]

    case.given(*NIGHT, silent()).when(enter(at)).then(late)
    assert isinstance(late, LateOfferReceived)
    assert not isinstance(late, OfferSubmitted)
    stood = [e.standing for e in responses(list(recorded(history))) if e.provider_id == OAK]
    assert stood[-1] is ProviderStanding.OFFERED_LATE


@pytest.mark.covers("R-170", "R-125", "R-103")
def test_one_person_is_not_provider_and_writer_and_second_chooser() -> None:
    night = case.given(*NIGHT)
    for itself in ("olly", " OLLY "):
        night.when(enter(entered=entered(said_by=itself))).then_refused(ConflictOfInterest)
    careline: dict[str, Any] = {"jointly_with": Subject("Olly")}
    case.given(*NIGHT, OFFERED).when(select(**careline)).then_refused(ConflictOfInterest)
    its_own = referral.decider.replay([*NIGHT, offered()])
    assert referral.decider.decide(its_own, select(**careline))


@pytest.mark.covers("R-171", "R-125", "R-94")
def test_what_the_provider_said_last_counts() -> None:
    said_no = SAID_AT + timedelta(minutes=2)
    taken_back = OfferWithdrawn(
        offer_id=offer_of(OAK),
        provider_id=OAK,
        reason=OfferWithdrawalReason.PLACE_TAKEN,
        text=None,
        at=said_no,
        by=CARELINE,
    )
    for no in ([declined(at=said_no)], [offered(), taken_back]):
        since = case.given(*NIGHT, *no)
        since.when(enter(offer=ANOTHER)).then_refused(EffectiveBeforeStream)
        after = entered(said_no)
        again = offered(at=said_no).model_copy(update={"entered": after, "offer": ANOTHER})
        since.when(enter(offer=ANOTHER, entered=after)).then(again)


@pytest.mark.covers("R-125")
def test_by_day_a_provider_answers_for_itself_and_nobody_says_what_nobody_said() -> None:
    night = case.given(*NIGHT)
    case.given(*until_published(OAK)).when(enter()).then_refused(WrongState)
    night.when(enter(entered=entered(said_by=" "))).then_refused(MissingInformation)
    to_come = enter(entered=entered(WRITTEN + timedelta(minutes=1)))
    night.when(to_come).then_refused(EffectiveInFuture)
    before = enter(entered=entered(NOW - timedelta(minutes=1)))
    night.when(before).then_refused(EffectiveBeforeStream)
    night.when(enter(provider_id=ASH)).then_refused(NotFound)
    case.given(*NIGHT, OFFERED).when(enter()).then_refused(WrongState)
