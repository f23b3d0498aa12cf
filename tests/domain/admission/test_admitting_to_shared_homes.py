"""Homes that councils buy together: what is indicated refuses nobody; each council has its word."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.admission import Admission, AdmissionCommand, AdmissionEvent, decider
from domain.admission import commands as ask
from domain.admission import events as came
from domain.admission.chronology import chronology
from domain.admission.rules import breakdowns_within
from domain.admission.state import Asked
from domain.placement import Placement, PlacementCommand, PlacementEvent
from domain.placement import decider as of_placements
from domain.shared.envelope import Actor, Channel, FileId, GssCode, Recorded, StreamId
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, NotFound, WrongState
from domain.shared.moments import begins
from domain.shared.specialist import Admission as Known
from domain.shared.specialist import (
    AdmissionNotAgreed,
    LegalStatusNotEligible,
)
from domain.shared.vocabulary import AdmissionId, BlockId, CaseId, ReferralId, Subject
from tests.support.placements import (
    agree_start,
    prepared,
    record_start,
    started,
)
from tests.support.scenario import Case

placement: Case[PlacementCommand, Placement, PlacementEvent] = Case(of_placements)
admission: Case[AdmissionCommand, Admission, AdmissionEvent] = Case(decider)

DERBY, DERBYSHIRE = GssCode("E06000015"), GssCode("E10000007")
MORGAN = Subject("morgan")
ASKED_ON = date(2026, 3, 2)
LATER = date(2026, 3, 5)


def consider(*, in_care: bool = True, indications: tuple[str, ...] = ()) -> ask.AskAdmission:
    return ask.AskAdmission(
        admission_id=AdmissionId(UUID(int=1)),
        case_id=CaseId(UUID(int=2)),
        referral_id=ReferralId(UUID(int=3)),
        block_id=BlockId(UUID(int=4)),
        referred_on=ASKED_ON,
        purchasers=(DERBY, DERBYSHIRE),
        indications=indications,
        in_care_only=True,
        in_care=in_care,
        on=ASKED_ON,
        by=MORGAN,
    )


def asked(**changed: Any) -> came.AdmissionAsked:
    said = consider().model_dump(exclude={"in_care_only", "in_care"})
    return came.AdmissionAsked(**{**said, "warnings": (), **changed})


def yes(council: GssCode, on: date = LATER) -> came.PurchaserAgreed:
    return came.PurchaserAgreed(council=council, answered_by="A head there", on=on, by=MORGAN)


def no(council: GssCode, on: date = LATER) -> came.PurchaserObjected:
    return came.PurchaserObjected(
        council=council, answered_by="A head there", reason="Too far.", on=on, by=MORGAN
    )


@pytest.mark.covers("0-025", "R-15")
def test_nothing_that_a_child_presents_with_is_asked_for_or_refuses_it() -> None:
    admission.when(consider()).then(asked())


@pytest.mark.covers("6-43", "0-027")
def test_a_child_who_is_not_in_care_is_warned_of_and_considered_all_the_same() -> None:
    warned = asked(warnings=("LEGAL_STATUS_NOT_ELIGIBLE",))

    admission.when(consider(in_care=False)).then(warned)


def test_what_a_child_presents_with_is_said_anew() -> None:
    anew = ask.RecordIndications(indications=("trauma",), by=MORGAN)
    recorded = came.IndicationsRecorded(indications=("trauma",), by=MORGAN)

    admission.given(asked(indications=("autism_traits",))).when(anew).then(recorded)
    state = decider.replay([asked(indications=("autism_traits",)), recorded])
    assert isinstance(state, Asked)
    assert state.indications == ("trauma",)


@pytest.mark.covers("6-44")
def test_a_breakdown_elsewhere_is_added_with_its_evidence_or_not_at_all() -> None:
    added = {"on": date(2025, 11, 2), "by": MORGAN}

    admission.given(asked()).when(
        ask.AddOutsideBreakdown(evidence="Letter on file.", **added)
    ).then(came.OutsideBreakdownAdded(evidence="Letter on file.", **added))
    admission.given(asked()).when(ask.AddOutsideBreakdown(evidence=" ", **added)).then_refused(
        MissingInformation
    )


@pytest.mark.covers("6-44", "R-88")
@pytest.mark.parametrize(
    ("referred_on", "ended_on", "counts"),
    [
        (date(2026, 3, 2), date(2025, 3, 2), False),
        (date(2026, 3, 2), date(2025, 3, 3), True),
        (date(2026, 3, 2), date(2026, 3, 2), True),
        (date(2026, 3, 2), date(2026, 3, 3), False),
        (date(2028, 2, 29), date(2027, 2, 28), False),
        (date(2028, 2, 29), date(2027, 3, 1), True),
    ],
)
def test_breakdowns_count_within_the_twelve_months_to_the_referral(
    referred_on: date, ended_on: date, *, counts: bool
) -> None:
    assert list(breakdowns_within([ended_on], referred_on)) == [ended_on] * counts


def test_each_purchaser_agrees_or_objects() -> None:
    agree = ask.AgreeAdmission(council=DERBYSHIRE, answered_by="A head there", on=LATER, by=MORGAN)
    object_ = ask.ObjectToAdmission(
        council=DERBYSHIRE, answered_by="A head there", reason="Too far.", on=LATER, by=MORGAN
    )

    admission.given(asked()).when(agree).then(yes(DERBYSHIRE))
    admission.given(asked(), yes(DERBYSHIRE)).when(object_).then(no(DERBYSHIRE))
    admission.when(agree).then_refused(WrongState)


def test_who_objects_says_why() -> None:
    silent = ask.ObjectToAdmission(
        council=DERBYSHIRE, answered_by="A head", reason="", on=LATER, by=MORGAN
    )

    admission.given(asked()).when(silent).then_refused(MissingInformation)


def test_a_council_that_does_not_buy_has_no_word() -> None:
    stranger = ask.AgreeAdmission(
        council=GssCode("E06000018"), answered_by="A head", on=LATER, by=MORGAN
    )

    admission.given(asked()).when(stranger).then_refused(NotFound)


def test_no_word_is_dated_before_the_question_or_the_word_before() -> None:
    early = ask.AgreeAdmission(council=DERBY, answered_by="A head", on=date(2026, 3, 1), by=MORGAN)

    admission.given(asked()).when(early).then_refused(EffectiveBeforeStream)
    admission.given(asked(), no(DERBY)).when(
        early.model_copy(update={"on": ASKED_ON})
    ).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("R-87")
def test_the_last_word_by_the_day_counts() -> None:
    state = decider.replay([asked(), yes(DERBY), yes(DERBYSHIRE), no(DERBYSHIRE, date(2026, 3, 9))])

    assert isinstance(state, Asked)
    assert state.not_agreed_on(ASKED_ON) == (DERBY, DERBYSHIRE)
    assert state.not_agreed_on(LATER) == ()
    assert state.not_agreed_on(date(2026, 3, 9)) == (DERBYSHIRE,)


def test_words_are_told_by_date() -> None:
    said: list[AdmissionEvent] = [asked(), yes(DERBYSHIRE), no(DERBYSHIRE)]
    history = [
        Recorded(
            event=event,
            event_id=UUID(int=n),
            stream=StreamId("admission-1"),
            version=n,
            position=n,
            effective_at=event.effective() or ASKED_ON,
            recorded_at=begins(LATER),
            actor=Actor(subject="morgan", role="broker", authority=DERBY),
            channel=Channel.API,
            file=FileId("file"),
        )
        for n, event in enumerate(said, start=1)
    ]

    told = [(each.since, each.until, each.agrees) for each in chronology(history)]
    assert told == [(LATER, LATER, True), (LATER, None, False)]


NOT_IN_CARE = Known(in_care_only=True, in_care=False)
NOT_AGREED = Known(not_agreed=(DERBYSHIRE,))
BOTH = Known(in_care_only=True, in_care=False, not_agreed=(DERBYSHIRE,))


@pytest.mark.covers("6-43", "R-15")
def test_a_start_is_not_agreed_for_a_child_who_is_not_in_care_on_that_day() -> None:
    asked_for = agree_start().model_copy(update={"admission": NOT_IN_CARE})

    placement.given(*prepared()).when(asked_for).then_refused(LegalStatusNotEligible)


@pytest.mark.covers("R-87")
def test_a_start_is_not_agreed_before_every_purchaser_is() -> None:
    asked_for = agree_start().model_copy(update={"admission": NOT_AGREED})

    placement.given(*prepared()).when(asked_for).then_refused(AdmissionNotAgreed)


@pytest.mark.covers("6-43", "R-87")
def test_a_child_who_moved_in_all_the_same_is_a_fact_with_both_breaches() -> None:
    decide = placement.decider.decide
    history = placement.decider.replay(prepared())

    (event,) = decide(history, record_start(admission=BOTH))

    codes = [breach.code for breach in getattr(event, "breaches", ())]
    assert isinstance(event, type(started()))
    assert codes[:2] == ["LEGAL_STATUS_NOT_ELIGIBLE", "ADMISSION_NOT_AGREED"]
