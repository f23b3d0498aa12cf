"""Invited providers read, offer, decline or stay silent."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain import referral
from domain.referral.codes import OfferWithdrawalReason, Scope, WithdrawalReason
from domain.referral.commands.answers import (
    CloseResponses,
    DeclineReferral,
    OpenPack,
    RecordSilence,
    SubmitOffer,
)
from domain.referral.errors import MatrixOutOfRange, TariffExceeded
from domain.referral.events.answers import LateOfferReceived, OfferSubmitted, ResponsesClosed
from domain.referral.events.ending import ReferralWithdrawn
from domain.referral.events.offers import OfferWithdrawn
from domain.shared.admission import (
    AgeOutsideCategory,
    Registration,
    SettingNotRegistered,
    SettingRestricted,
    Under16InOtherArrangements,
    UnregisteredAt16Or17,
)
from domain.shared.errors import (
    CaseworkError,
    EffectiveBeforeStream,
    MissingInformation,
    NotFound,
    WrongState,
)
from domain.shared.vocabulary import Provision
from tests.support.referrals import (
    ASH,
    CASEWORKER,
    DEADLINE,
    ELM,
    LATE,
    NOW,
    OAK,
    decline,
    declined,
    drafted,
    home,
    late_offer,
    lot,
    offer,
    offered,
    price,
    silent,
    submit_offer,
    terms,
    until_approved,
    until_evaluating,
    until_preferred,
    until_published,
    viewed,
)
from tests.support.scenario import Case

case = Case(referral.decider)
asked = case.given(*until_published(OAK, ELM))
WITHDRAWN = ReferralWithdrawn(reason=WithdrawalReason.RETURNED_HOME, text=None, by=CASEWORKER)


def test_the_first_reading_of_the_pack_is_recorded() -> None:
    asked.when(OpenPack(provider_id=OAK, at=NOW)).then(viewed())
    case.given(*until_published(), viewed()).when(OpenPack(provider_id=OAK, at=LATE)).then()


def test_a_pack_is_closed_once_the_search_is_over() -> None:
    over = case.given(*until_published(), WITHDRAWN)
    over.when(OpenPack(provider_id=OAK, at=NOW)).then_refused(WrongState)


@pytest.mark.parametrize(
    "command",
    [
        OpenPack(provider_id=ASH, at=NOW),
        submit_offer(ASH),
        decline(ASH),
        RecordSilence(provider_id=ASH, now=LATE),
    ],
)
def test_who_was_not_asked_learns_nothing(command: OpenPack | SubmitOffer) -> None:
    for history in ([], [drafted()], until_approved(), until_published(OAK), until_preferred()):
        case.given(*history).when(command).then_refused(NotFound)
    case.given(*until_published(OAK), WITHDRAWN).when(command).then_refused(NotFound)


@pytest.mark.covers("R-05")
def test_the_deadline_itself_is_in_time() -> None:
    asked.when(submit_offer(at=DEADLINE)).then(offered(at=DEADLINE))
    asked.when(submit_offer(at=LATE)).then(late_offer())


@pytest.mark.covers("6-62", "R-09")
def test_a_late_offer_is_kept_with_what_it_breaks() -> None:
    dear = offer(price=price(250_000))
    (event,) = referral.decider.decide(
        referral.decider.replay(until_published()), submit_offer(at=LATE, offer=dear)
    )

    assert isinstance(event, LateOfferReceived)
    assert [breach.code for breach in event.breaches] == ["TARIFF_EXCEEDED"]


@pytest.mark.covers("R-09")
@pytest.mark.parametrize(
    "history",
    [
        [*until_published(OAK, ELM), offered(ELM), silent(), ResponsesClosed()],
        [*until_published(OAK, ELM), WITHDRAWN],
    ],
)
def test_a_late_offer_is_a_fact_at_any_later_stage(
    history: list[referral.ReferralEvent],
) -> None:
    case.given(*history).when(submit_offer(at=LATE)).then(late_offer())
    case.given(*history).when(decline(at=LATE)).then(declined(at=LATE, late=True))


@pytest.mark.covers("R-46")
def test_nothing_is_in_time_once_the_search_was_called_off() -> None:
    over = case.given(*until_published(), WITHDRAWN)
    over.when(submit_offer(at=NOW)).then(late_offer(at=NOW))


def test_an_offer_made_in_time_and_entered_later_is_in_time() -> None:
    silenced = case.given(*until_published(), silent())
    silenced.when(submit_offer(at=NOW)).then(offered())


@pytest.mark.covers("6-63", "2-031")
def test_a_decline_is_an_answer() -> None:
    asked.when(decline()).then(declined())
    answered = case.given(*until_published(), declined())
    answered.when(CloseResponses(now=NOW)).then(ResponsesClosed())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (offered(), submit_offer(at=NOW)),
        (offered(), decline(at=NOW)),
        (late_offer(), submit_offer(at=NOW)),
        (late_offer(), decline(at=NOW)),
        (declined(), decline(at=NOW)),
    ],
)
def test_an_invitation_takes_one_answer(
    first: referral.ReferralEvent, second: SubmitOffer | DeclineReferral
) -> None:
    case.given(*until_published(), first).when(second).then_refused(WrongState)


def test_an_answer_does_not_precede_its_invitation() -> None:
    before = NOW - timedelta(seconds=1)
    asked.when(submit_offer(at=before)).then_refused(EffectiveBeforeStream)
    asked.when(decline(at=before)).then_refused(EffectiveBeforeStream)
    asked.when(OpenPack(provider_id=OAK, at=before)).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("4-112", "R-12", "6-35")
@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"offer": offer(price=price(200_001))}, TariffExceeded),
        ({"offer": offer(half_hours=51)}, MatrixOutOfRange),
        ({"home": home(registration=Registration.LAPSED)}, UnregisteredAt16Or17),
        (
            {"home": home(registration=Registration.NONE, provision=Provision.CHILDRENS_HOME)},
            SettingNotRegistered,
        ),
        ({"home": home(admissions_restricted=True)}, SettingRestricted),
        ({"born_on": date(2010, 3, 10)}, Under16InOtherArrangements),
        ({"born_on": date(2005, 3, 9)}, AgeOutsideCategory),
    ],
)
def test_an_offer_passes_the_gates_of_its_start(
    changed: dict[str, Any], refusal: type[CaseworkError]
) -> None:
    asked.when(submit_offer(**changed)).then_refused(refusal)


def test_an_offer_at_the_edges_is_taken() -> None:
    edges: dict[str, Any] = {
        "price": price(200_000),
        "half_hours": 50,
        "earliest_start": date(2026, 5, 17),
    }
    young = date(2010, 3, 9)

    asked.when(submit_offer(offer=offer(**edges), born_on=young)).then(offered(**edges))


def test_a_lot_without_a_ceiling_takes_any_price() -> None:
    dear: dict[str, Any] = {"price": price(900_000)}
    open_terms = terms(lot(ceiling=None))
    asked.when(submit_offer(offer=offer(**dear), terms=open_terms)).then(offered(**dear))


@pytest.mark.covers("4-113")
def test_an_offer_says_where_how_and_for_how_much() -> None:
    empty = offer(setting_id=None, price=(), outcomes=" ")
    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(
            referral.decider.replay(until_published()), submit_offer(offer=empty, home=None)
        )
    assert refusal.value.details["missing"] == [
        "offer.setting_id",
        "offer.price",
        "offer.outcomes",
    ]


@pytest.mark.covers("R-13")
def test_support_alone_needs_no_home() -> None:
    support = case.given(*until_published(scope=Scope.SUPPORT))
    visiting = submit_offer(offer=offer(setting_id=None), home=None)

    support.when(visiting).then(offered(setting_id=None))
    too_old = visiting.model_copy(update={"born_on": date(2005, 3, 9)})
    support.when(too_old).then_refused(AgeOutsideCategory)


def test_a_provider_offers_its_own_home() -> None:
    asked.when(submit_offer(OAK, home=home(ELM))).then_refused(NotFound)
    asked.when(submit_offer(OAK, home=home(OAK, provider_id=ELM))).then_refused(NotFound)
    asked.when(submit_offer(OAK, home=None)).then_refused(NotFound)


def test_the_same_offer_is_not_received_twice() -> None:
    copied = submit_offer(ELM, offer=offer(ELM, offer_id=offer(OAK).offer_id))
    case.given(*until_published(OAK, ELM), offered(OAK)).when(copied).then_refused(WrongState)


@pytest.mark.covers("C-RESP-24", "R-05")
def test_silence_is_recorded_once_the_deadline_has_passed() -> None:
    asked.when(RecordSilence(provider_id=OAK, now=DEADLINE)).then_refused(WrongState)
    asked.when(RecordSilence(provider_id=OAK, now=LATE)).then(silent())


def test_who_answered_or_was_noted_before_is_not_silent() -> None:
    for before in (offered(), declined(), silent()):
        noted = case.given(*until_published(), before)
        noted.when(RecordSilence(provider_id=OAK, now=LATE)).then()


def test_nobody_is_silent_about_a_search_that_was_called_off() -> None:
    over = case.given(*until_published(), WITHDRAWN)
    over.when(RecordSilence(provider_id=OAK, now=LATE)).then_refused(WrongState)


def test_responses_close_early_when_all_have_answered() -> None:
    all_in = case.given(*until_published(OAK, ELM), offered(OAK), declined(ELM))
    all_in.when(CloseResponses(now=NOW)).then(ResponsesClosed())


def test_responses_do_not_close_on_a_provider_that_has_time() -> None:
    waiting = case.given(*until_published(OAK, ELM), offered(OAK))
    waiting.when(CloseResponses(now=DEADLINE)).then_refused(WrongState)


def test_closing_records_every_silence_in_one_step() -> None:
    waiting = case.given(*until_published(OAK, ELM, ASH), offered(OAK))
    waiting.when(CloseResponses(now=LATE)).then(silent(ELM), silent(ASH), ResponsesClosed())


def test_responses_close_once() -> None:
    case.given(*until_evaluating()).when(CloseResponses(now=LATE)).then_refused(WrongState)


@pytest.mark.covers("R-94", "R-09")
def test_a_place_after_all_is_a_fact_from_who_declined_or_took_its_offer_back() -> None:
    again = submit_offer(OAK, offer=offer(OAK, offer_id=offer(ELM).offer_id))
    late = again.model_copy(update={"at": LATE})
    took_back = OfferWithdrawn(
        provider_id=OAK,
        offer_id=offer(OAK).offer_id,
        reason=OfferWithdrawalReason.PLACE_TAKEN,
        text=None,
        at=NOW,
        by=CASEWORKER,
    )
    for before in ([declined()], [offered(), took_back], [late_offer(), took_back]):
        told = case.given(*until_published(OAK), *before)

        (in_time,) = referral.decider.decide(referral.decider.replay(told.history), again)
        assert isinstance(in_time, OfferSubmitted)
        (too_late,) = referral.decider.decide(referral.decider.replay(told.history), late)
        assert isinstance(too_late, LateOfferReceived)
        told_again = case.given(*told.history, in_time)
        told_again.when(
            submit_offer(OAK, offer=offer(OAK, offer_id=offer(ASH).offer_id))
        ).then_refused(WrongState)
