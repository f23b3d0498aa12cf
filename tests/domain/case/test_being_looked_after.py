"""Becoming looked after, changes of legal status, and ceasing. These are facts."""

from datetime import date

import pytest
from pydantic import ValidationError

from domain.case.codes import CategoryOfNeed, CeasingReason
from domain.case.commands import RecordBecameLookedAfter
from domain.case.events import CeasedLookedAfter
from domain.shared.breaches import Breach
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.vocabulary import LegalStatus
from tests.support.cases import (
    BORN,
    MONDAY,
    became,
    become,
    case,
    case_opened,
    cease,
    ceased,
    change,
    changed,
)

APRIL = date(2026, 4, 1)
MAY = date(2026, 5, 1)
LAST_YEAR = date(2025, 1, 1)
LAST_SUMMER = date(2025, 7, 1)
CUSTODY = CeasingReason.SENTENCED_TO_CUSTODY


@pytest.mark.covers("4-011")
def test_a_child_becomes_looked_after_at_an_age() -> None:
    case.given(case_opened()).when(become()).then(became(MONDAY))
    assert became(MONDAY).age_in_years == 13


@pytest.mark.covers("6-39")
def test_a_child_born_on_29_february_is_a_year_older_on_1_march() -> None:
    leap = date(2008, 2, 29)

    assert became(date(2025, 2, 28), born_on=leap).age_in_years == 16
    case.given(case_opened(born_on=leap)).when(become(date(2025, 3, 1))).then(
        became(date(2025, 3, 1), born_on=leap).model_copy(update={"age_in_years": 17})
    )


def test_nobody_becomes_looked_after_before_birth() -> None:
    case.given(case_opened()).when(become(date(2012, 5, 16))).then_refused(EffectiveBeforeStream)
    case.given(case_opened()).when(become(BORN)).then(became(BORN))


def test_nobody_becomes_looked_after_twice() -> None:
    case.given(case_opened(), became(MONDAY)).when(become(APRIL)).then_refused(WrongState)
    case.given(case_opened(), became(MONDAY)).when(become(MONDAY)).then_refused(WrongState)


@pytest.mark.parametrize("status", [LegalStatus.CHILD_IN_NEED, LegalStatus.CARE_LEAVER])
def test_nobody_becomes_looked_after_under_a_status_that_is_not_care(status: LegalStatus) -> None:
    with pytest.raises(ValidationError):
        RecordBecameLookedAfter(
            legal_status=status, on=MONDAY, category_of_need=CategoryOfNeed.LOW_INCOME
        )


@pytest.mark.covers("6-30")
def test_a_child_who_ceased_may_become_looked_after_again() -> None:
    case.given(case_opened(), became(MONDAY), ceased(APRIL)).when(become(MAY)).then(became(MAY))


def test_a_whole_period_of_care_can_be_told_years_afterwards() -> None:
    told_late = case.given(case_opened(), became(MONDAY))

    told_late.when(become(LAST_YEAR)).then(became(LAST_YEAR))
    case.given(case_opened(), became(MONDAY), became(LAST_YEAR)).when(cease(LAST_SUMMER)).then(
        ceased(LAST_SUMMER)
    )


@pytest.mark.covers("6-41")
def test_the_legal_status_changes_while_looked_after() -> None:
    case.given(case_opened(), became(MONDAY)).when(change(APRIL)).then(changed(APRIL))


def test_a_status_change_that_is_told_late_is_judged_by_its_day() -> None:
    told_late = case.given(case_opened(), became(MONDAY), ceased(MAY))

    told_late.when(change(APRIL)).then(changed(APRIL))
    told_late.when(change(MAY)).then_refused(WrongState)


def test_nobody_goes_under_a_care_order_who_is_not_looked_after() -> None:
    case.given(case_opened()).when(change(APRIL)).then_refused(WrongState)


def test_nobody_slips_out_of_care_by_a_change_of_status() -> None:
    in_need = change(APRIL, LegalStatus.CHILD_IN_NEED)

    case.given(case_opened(), became(MONDAY)).when(in_need).then_refused(WrongState)
    case.given(case_opened()).when(in_need).then(changed(APRIL, LegalStatus.CHILD_IN_NEED))


def test_no_status_is_dated_before_birth() -> None:
    early = change(date(2010, 1, 1), LegalStatus.CHILD_IN_NEED)

    case.given(case_opened()).when(early).then_refused(EffectiveBeforeStream)


def test_a_child_ceases_to_be_looked_after() -> None:
    case.given(case_opened(), became(MONDAY)).when(cease(APRIL)).then(ceased(APRIL))


def test_nobody_ceases_who_is_not_looked_after() -> None:
    case.given(case_opened()).when(cease(APRIL)).then_refused(WrongState)
    case.given(case_opened(), became(MONDAY), ceased(APRIL)).when(cease(MAY)).then_refused(
        WrongState
    )


def test_nobody_ceases_before_becoming_looked_after() -> None:
    case.given(case_opened(), became(APRIL)).when(cease(MONDAY)).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("R-21")
def test_custody_ends_accommodation_under_section_20() -> None:
    case.given(case_opened(), became(MONDAY)).when(cease(APRIL, CUSTODY)).then(
        ceased(APRIL, CUSTODY)
    )


@pytest.mark.covers("R-21")
@pytest.mark.parametrize(
    "order", [LegalStatus.CARE_ORDER, LegalStatus.INTERIM_CARE_ORDER, LegalStatus.PLACEMENT_ORDER]
)
def test_ceasing_for_custody_under_a_care_order_is_recorded_as_a_breach(order: LegalStatus) -> None:
    (
        case.given(case_opened(), became(MONDAY), changed(date(2026, 3, 9), order))
        .when(cease(APRIL, CUSTODY))
        .then(
            CeasedLookedAfter(
                on=APRIL,
                reason=CUSTODY,
                age_in_years=13,
                breaches=(
                    Breach(
                        code="LEGAL_STATUS_NOT_ELIGIBLE",
                        cites="docs/domain/10, R-21",
                        detail="The care order is still in force.",
                    ),
                ),
            )
        )
    )


@pytest.mark.covers("R-21", "6-81")
def test_a_remanded_child_is_looked_after() -> None:
    case.given(case_opened()).when(become(MONDAY, LegalStatus.REMAND)).then(
        became(MONDAY, LegalStatus.REMAND)
    )
