"""Opening a case: who the child is, and whether they have one already."""

import pytest
from pydantic import ValidationError

from domain.case.commands import RecordMatrix
from domain.case.errors import PossibleDuplicate
from domain.case.events import CaseOpened
from domain.case.identity import BirthDateKind
from domain.shared.errors import WrongState
from tests.support.cases import (
    BORN,
    CASE,
    DERBY,
    LOOKALIKE,
    WORKER,
    birth,
    case,
    case_opened,
    identity,
    open_case,
    record_matrix,
)


def test_a_case_is_opened_for_a_child() -> None:
    case.when(open_case()).then(case_opened())


def test_a_child_from_a_return_may_have_no_name() -> None:
    nameless = identity(full_name=None)

    case.when(open_case(nameless)).then(case_opened(nameless))


@pytest.mark.covers("R-28")
@pytest.mark.parametrize("because", [None, "", "  "])
def test_a_child_who_may_have_a_case_needs_a_reason_for_another(because: str | None) -> None:
    case.when(
        open_case(possible_duplicates=(LOOKALIKE,), not_a_duplicate_because=because)
    ).then_refused(PossibleDuplicate)


def test_the_refusal_names_the_cases_that_look_alike() -> None:
    assert PossibleDuplicate([LOOKALIKE]).details == {"possible_duplicates": [str(LOOKALIKE)]}


def test_twins_are_opened_with_the_reason_that_tells_them_apart() -> None:
    case.when(
        open_case(possible_duplicates=(LOOKALIKE,), not_a_duplicate_because="Her twin sister.")
    ).then(
        CaseOpened(
            case_id=CASE,
            authority=DERBY,
            identity=identity(),
            not_duplicates=(LOOKALIKE,),
            not_a_duplicate_because="Her twin sister.",
            opened_by=WORKER,
        )
    )


def test_a_case_is_opened_once() -> None:
    case.given(case_opened()).when(open_case()).then_refused(WrongState)


def test_nothing_is_recorded_of_a_child_without_a_case() -> None:
    asked: RecordMatrix = record_matrix(10)

    case.when(asked).then_refused(WrongState)


@pytest.mark.covers("6-46a")
def test_every_date_of_birth_is_kept_and_exactly_one_is_accepted() -> None:
    claimed = birth(BORN, BirthDateKind.CLAIMED, accepted=False)
    assessed = birth(BORN.replace(year=2010), BirthDateKind.ASSESSED)

    assert identity(claimed, assessed).accepted_birth == assessed
    with pytest.raises(ValidationError):
        identity(claimed)
    with pytest.raises(ValidationError):
        identity(assessed, birth())
