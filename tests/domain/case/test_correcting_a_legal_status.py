"""Putting a recorded legal status right, by two people."""

from datetime import date
from uuid import UUID

import pytest

from domain.case.corrections import standing_fact
from domain.case.errors import UnknownLegalFact
from domain.case.events import CaseEvent
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    MissingInformation,
    WrongState,
)
from domain.shared.vocabulary import EventId, LegalStatus
from tests.support.cases import (
    MONDAY,
    WORKER,
    altering,
    became,
    began,
    case,
    case_opened,
    ceased,
    changed,
    correct,
    corrected,
    ending,
    reviewed,
)
from tests.support.clocks import log

FEBRUARY = date(2026, 2, 13)
APRIL = date(2026, 4, 1)
MAY = date(2026, 5, 1)
JUNE = date(2026, 6, 1)
JULY = date(2026, 7, 1)
ICO = LegalStatus.INTERIM_CARE_ORDER

in_care = case.given(case_opened(), became(MONDAY))
left_care = case.given(case_opened(), became(MONDAY), ceased(MAY))


def test_a_start_is_moved_and_the_age_reckoned_again() -> None:
    in_care.when(correct(began(), on=FEBRUARY)).then(corrected(began(), began(FEBRUARY)))


def test_the_first_legal_status_is_put_right() -> None:
    in_care.when(correct(began(), legal_status=ICO)).then(
        corrected(began(), began(legal_status=ICO))
    )


def test_another_status_does_not_keep_the_old_national_code() -> None:
    remand = began(legal_status=LegalStatus.REMAND).model_copy(update={"national_code": "J1"})
    remanded = case.given(case_opened(), became(MONDAY, LegalStatus.REMAND, national_code="J1"))

    remanded.when(correct(remand, legal_status=ICO)).then(
        corrected(remand, began(legal_status=ICO))
    )
    remanded.when(correct(remand, on=FEBRUARY)).then(
        corrected(remand, remand.model_copy(update={"since": FEBRUARY}))
    )


def test_nobody_approves_their_own_correction() -> None:
    in_care.when(correct(began(), on=FEBRUARY, approved_by=WORKER)).then_refused(ConflictOfInterest)


def test_a_correction_must_change_something() -> None:
    in_care.when(correct(began())).then_refused(MissingInformation)
    in_care.when(correct(began(), on=MONDAY)).then_refused(MissingInformation)


def test_only_what_is_believed_can_be_corrected() -> None:
    in_care.when(correct(began(APRIL), on=FEBRUARY)).then_refused(UnknownLegalFact)


def test_a_correction_is_not_dated_before_birth() -> None:
    in_care.when(correct(began(), on=date(2012, 5, 16))).then_refused(EffectiveBeforeStream)


def test_a_period_of_care_cannot_be_made_to_begin_after_it_ended() -> None:
    left_care.when(correct(began(), on=JUNE)).then_refused(EffectiveBeforeStream)
    left_care.when(correct(ending(MAY), on=FEBRUARY)).then_refused(EffectiveBeforeStream)


def test_a_period_of_care_cannot_be_made_to_end_within_the_next() -> None:
    twice = case.given(case_opened(), became(MONDAY), ceased(MAY), became(JUNE))

    twice.when(correct(ending(MAY), on=JULY)).then_refused(EffectiveBeforeStream)
    twice.when(correct(began(JUNE), on=APRIL)).then_refused(WrongState)


def test_a_correction_does_not_turn_care_into_something_else() -> None:
    in_care.when(correct(began(), legal_status=LegalStatus.CHILD_IN_NEED)).then_refused(WrongState)
    left_care.when(correct(ending(MAY), legal_status=ICO)).then_refused(WrongState)


def test_a_change_of_status_stays_within_care() -> None:
    ordered = case.given(case_opened(), became(MONDAY), changed(APRIL), ceased(MAY))

    ordered.when(correct(altering(APRIL), on=JUNE)).then_refused(WrongState)
    ordered.when(correct(altering(APRIL), on=FEBRUARY)).then_refused(WrongState)
    ordered.when(correct(altering(APRIL), on=MONDAY)).then(
        corrected(altering(APRIL), altering(MONDAY))
    )


@pytest.mark.covers("6-05")
def test_a_correction_can_be_corrected() -> None:
    once = corrected(began(), began(FEBRUARY))
    again = correct(began(FEBRUARY), on=date(2026, 2, 20))

    case.given(case_opened(), became(MONDAY), once).when(again).then(
        corrected(began(FEBRUARY), began(date(2026, 2, 20)))
    )
    case.given(case_opened(), became(MONDAY), once).when(correct(began(), on=APRIL)).then_refused(
        UnknownLegalFact
    )


@pytest.mark.covers("6-05")
def test_what_stands_on_an_events_word_is_the_latest_correction_of_it() -> None:
    history: list[CaseEvent] = [
        case_opened(),
        became(MONDAY),
        corrected(began(), began(FEBRUARY), corrects=EventId(UUID(int=102))),
        corrected(began(FEBRUARY), began(FEBRUARY, ICO), corrects=EventId(UUID(int=103))),
        reviewed(APRIL),
    ]

    assert standing_fact(log(*history[:2]), UUID(int=102)) == began()
    assert standing_fact(log(*history), UUID(int=102)) == began(FEBRUARY, ICO)
    assert standing_fact(log(*history), UUID(int=104)) == began(FEBRUARY, ICO)
    with pytest.raises(UnknownLegalFact):
        standing_fact(log(*history), UUID(int=105))
