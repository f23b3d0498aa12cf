"""While providers are asked: the pack changes, time is added, more are asked, questions come."""

from datetime import timedelta

import pytest

from domain import referral
from domain.referral.chronology import ProviderStanding, StageName, responses, stages
from domain.referral.clocks import clocks
from domain.referral.commands.answers import CloseResponses, OpenPack, RecordSilence
from domain.referral.commands.market import AcknowledgeDeletion, RecordTelephoneContact
from domain.referral.errors import (
    DeadlinePassed,
    NotOnLot,
    RedactionNotConfirmed,
    TariffExceeded,
)
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.market import TelephoneContactRecorded
from domain.referral.pack import digest
from domain.referral.questions import ContactOutcome
from domain.shared.clock_catalogue import C_RESP_24
from domain.shared.clocks import Outcome
from domain.shared.errors import MissingInformation, NotFound, WrongState
from domain.shared.terms import Tier
from tests.support.clocks import TERMS
from tests.support.on_the_market import (
    AMENDED,
    ANEW,
    QUESTION,
    SOON,
    amend,
    amended,
    answer,
    answered,
    ask,
    asked,
    deleted,
    extend,
    extended,
    pack_withdrawn,
    viewed_anew,
    widen,
    widened,
    withdraw_pack,
)
from tests.support.referrals import (
    ASH,
    BROKER,
    DEADLINE,
    ELM,
    LATE,
    NOW,
    OAK,
    decline,
    declined,
    invitation_of,
    invited,
    invitee,
    lot,
    offered,
    pack,
    recorded,
    silent,
    submit_offer,
    terms,
    until_evaluating,
    until_published,
    viewed,
)
from tests.support.scenario import Case

case = Case(referral.decider)
MOVED = timedelta(hours=30)


@pytest.mark.covers("6-64")
def test_a_material_change_gives_everybody_a_whole_new_window() -> None:
    case.given(*until_published(OAK, ELM)).when(amend()).then(amended())


@pytest.mark.covers("6-64")
def test_what_is_not_material_moves_no_deadline() -> None:
    unmoved = amended(material=False, deadline=None)
    case.given(*until_published()).when(amend(material=False)).then(unmoved)


@pytest.mark.covers("6-64", "4-110")
def test_an_amended_pack_is_certified_and_scanned_like_the_first() -> None:
    published = case.given(*until_published())

    published.when(amend(certified_by=None)).then_refused(RedactionNotConfirmed)
    published.when(amend(identifiers_found=("summary",))).then_refused(RedactionNotConfirmed)
    published.when(amend(pack=pack())).then_refused(MissingInformation)
    case.given(*until_evaluating()).when(amend()).then_refused(WrongState)


@pytest.mark.covers("R-68")
def test_who_declined_may_think_again_and_who_offered_has_answered() -> None:
    declined_first = case.given(*until_published(OAK, ELM), declined(), offered(ELM), amended())

    declined_first.when(submit_offer(OAK, at=ANEW)).then(offered(OAK, at=ANEW))
    declined_first.when(submit_offer(ELM, at=ANEW)).then_refused(WrongState)
    declined_first.when(CloseResponses(now=SOON)).then(ResponsesClosed())
    case.given(*until_published(OAK), declined()).when(decline()).then_refused(WrongState)


@pytest.mark.covers("6-64", "R-06")
def test_silence_is_waited_for_again() -> None:
    anew = case.given(*until_published(OAK, ELM), silent(OAK), amended())

    anew.when(CloseResponses(now=LATE)).then_refused(WrongState)


def test_a_new_version_is_opened_anew() -> None:
    read_before = case.given(*until_published(ELM), viewed(ELM), amended())

    read_before.when(OpenPack(provider_id=ELM, at=ANEW)).then(viewed_anew())


@pytest.mark.covers("R-69")
def test_time_is_added_for_all_before_any_deadline_and_never_taken() -> None:
    published = case.given(*until_published(OAK, ELM))

    published.when(extend(DEADLINE + MOVED)).then(extended(DEADLINE + MOVED))
    published.when(extend(DEADLINE + MOVED, now=DEADLINE)).then(
        extended(DEADLINE + MOVED).model_copy(update={"at": DEADLINE})
    )
    published.when(extend(DEADLINE + MOVED, now=LATE)).then_refused(DeadlinePassed)
    published.when(extend(DEADLINE)).then_refused(WrongState)


def test_an_offer_in_the_added_time_is_in_time() -> None:
    longer = case.given(*until_published(OAK), extended(DEADLINE + MOVED))

    longer.when(submit_offer(OAK, at=LATE)).then(offered(OAK, at=LATE))


def test_only_the_added_providers_are_given_a_window() -> None:
    given = invited(ASH).model_copy(update={"invited_at": SOON, "deadline": ANEW})
    published = case.given(*until_published(OAK))

    published.when(widen(invitee(OAK), invitee(ASH))).then(widened(), given)
    published.when(widen(invitee(OAK))).then_refused(MissingInformation)
    published.when(widen(invitee(ASH, on_lot=False))).then_refused(NotOnLot)
    published.when(widen(lots=("no-lot",))).then_refused(NotFound)


def test_an_offer_from_another_lot_is_held_against_that_lot() -> None:
    dear = lot(ceiling=10).model_copy(update={"code": "lot-2"})
    from_lot_2 = invited(ASH).model_copy(update={"lot": "lot-2"})
    asked_wider = case.given(*until_published(OAK), widened(("lot-2",)), from_lot_2)

    under_both = terms(lot(), dear)
    asked_wider.when(submit_offer(OAK, terms=under_both)).then(offered(OAK))
    asked_wider.when(submit_offer(ASH, terms=under_both)).then_refused(TariffExceeded)


def test_a_search_with_no_viable_offer_is_published_again_when_it_is_widened() -> None:
    history = [*until_evaluating(OAK), widened(), invited(ASH)]

    case.given(*history).when(CloseResponses(now=NOW)).then_refused(WrongState)
    reached = [held.stage for held in stages(list(recorded(history)))]
    assert reached[-3:] == [StageName.PUBLISHED, StageName.EVALUATING, StageName.PUBLISHED]


def test_a_question_is_asked_before_the_answers_are_closed() -> None:
    case.given(*until_published()).when(ask()).then(asked())
    case.given(*until_published()).when(ask(ASH)).then_refused(NotFound)
    case.given(*until_evaluating()).when(ask()).then_refused(WrongState)


def test_an_answer_goes_to_who_asked_or_to_all_in_other_words() -> None:
    waiting = case.given(*until_published(), asked())

    waiting.when(answer()).then(answered())
    waiting.when(answer(to_all=True)).then_refused(MissingInformation)
    shared = answer(to_all=True, shared_as="On the ground floor?")
    waiting.when(shared).then(answered(to_all=True))
    waiting.when(answer(would_tell=("text",))).then_refused(RedactionNotConfirmed)
    case.given(*until_published(), asked(), answered()).when(answer()).then_refused(WrongState)
    case.given(*until_published()).when(answer(question_id=QUESTION)).then_refused(NotFound)


@pytest.mark.covers("6-65")
def test_a_pack_that_told_too_much_is_gone_at_once_and_says_who_opened_it() -> None:
    published = case.given(*until_published(OAK, ELM), viewed(OAK))
    published.when(withdraw_pack()).then(pack_withdrawn(OAK))

    gone = case.given(*until_published(OAK, ELM), viewed(OAK), pack_withdrawn(OAK))
    gone.when(OpenPack(provider_id=ELM, at=SOON)).then_refused(WrongState)
    gone.when(withdraw_pack()).then_refused(WrongState)
    gone.when(AcknowledgeDeletion(provider_id=OAK, at=SOON)).then(deleted())
    case.given(*until_published(OAK, ELM), viewed(OAK), pack_withdrawn(OAK), deleted()).when(
        AcknowledgeDeletion(provider_id=OAK, at=SOON)
    ).then()


@pytest.mark.covers("6-65", "R-68")
def test_what_is_published_in_its_place_gives_a_whole_window_whatever_it_is_called() -> None:
    gone = case.given(*until_published(OAK), pack_withdrawn())

    gone.when(amend(material=False)).then(amended(material=False))


@pytest.mark.covers("6-64")
def test_how_providers_stood_is_told_with_each_window() -> None:
    history = list(recorded([*until_published(OAK, ELM), viewed(OAK), offered(ELM), amended()]))

    stood = responses(history)

    now = {each.provider_id: each for each in stood if each.until is None}
    assert (now[OAK].standing, now[OAK].deadline) == (ProviderStanding.INVITED, ANEW)
    assert (now[ELM].standing, now[ELM].deadline) == (ProviderStanding.OFFERED, DEADLINE)
    before = [each.standing for each in stood if each.provider_id == OAK]
    assert before == [ProviderStanding.INVITED, ProviderStanding.VIEWED, ProviderStanding.INVITED]
    assert invited(OAK).tier is Tier.STANDARD
    assert invitation_of(OAK) == now[OAK].invitation_id
    assert AMENDED.summary != pack().summary


@pytest.mark.covers("4-126")
def test_an_invited_provider_is_telephoned_and_nobody_else() -> None:
    call = {"at": SOON, "outcome": ContactOutcome.SPOKE, "by": BROKER}
    noted = TelephoneContactRecorded(provider_id=OAK, **call)

    called = case.given(*until_published(OAK))
    called.when(RecordTelephoneContact(provider_id=OAK, **call)).then(noted)
    called.when(RecordTelephoneContact(provider_id=ASH, **call)).then_refused(NotFound)


@pytest.mark.covers("6-65")
def test_a_leak_found_in_an_earlier_version_is_recorded_and_what_is_shown_stays() -> None:
    later = case.given(*until_published(OAK, ELM), viewed(OAK), amended(), viewed_anew(ELM))

    earlier = withdraw_pack().model_copy(update={"sha256": digest(pack())})
    gone = pack_withdrawn(OAK).model_copy(update={"superseded": True})
    later.when(earlier).then(gone)
    after = case.given(*later.history, gone)
    after.when(earlier).then_refused(WrongState)
    after.when(withdraw_pack()).then(
        pack_withdrawn(ELM).model_copy(update={"sha256": digest(AMENDED)})
    )
    after.when(earlier.model_copy(update={"sha256": "0" * 64})).then_refused(NotFound)
    after.when(OpenPack(provider_id=OAK, at=ANEW)).then(viewed_anew(OAK))


@pytest.mark.covers("6-65", "6-63")
def test_nobody_is_silent_about_a_pack_that_is_gone() -> None:
    gone = case.given(*until_published(OAK, ELM), offered(ELM), pack_withdrawn())

    gone.when(CloseResponses(now=LATE)).then_refused(WrongState)
    gone.when(RecordSilence(provider_id=OAK, now=LATE)).then_refused(WrongState)
    gone.when(widen()).then_refused(WrongState)
    all_said = case.given(*until_published(ELM), offered(ELM), pack_withdrawn())
    all_said.when(CloseResponses(now=LATE)).then(ResponsesClosed())


@pytest.mark.covers("6-65", "R-68")
def test_a_pack_withdrawn_after_the_answers_were_closed_is_replaced_and_they_open_again() -> None:
    history = [*until_evaluating(OAK), pack_withdrawn()]

    case.given(*history).when(amend(material=False)).then(amended(material=False))
    again = case.given(*history, amended(material=False))
    again.when(OpenPack(provider_id=OAK, at=ANEW)).then(viewed_anew(OAK))
    reached = [held.stage for held in stages(list(recorded([*history, amended()])))]
    assert reached[-2:] == [StageName.EVALUATING, StageName.PUBLISHED]


@pytest.mark.covers("6-65", "C-RESP-24")
def test_the_clock_of_an_answer_stops_with_the_pack_and_begins_anew_with_the_next() -> None:
    gone = [*until_published(OAK, ELM), offered(ELM), pack_withdrawn()]

    def outcomes(history: list[ReferralEvent]) -> list[Outcome]:
        found = clocks(recorded(history), TERMS)
        return [each.outcome for each in found if each.code == C_RESP_24]

    assert outcomes(gone) == [Outcome.STOPPED, Outcome.MET]
    assert outcomes([*gone, amended()]) == [Outcome.RUNNING, Outcome.MET]
