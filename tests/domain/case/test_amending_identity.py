"""Putting right who the child is, so that nothing they were known by is lost."""

from datetime import date
from typing import Any

import pytest

from domain.case.amending import amended
from domain.case.chronology import chronology
from domain.case.commands import AmendIdentity, RecordUnaccompanied
from domain.case.events import CaseEvent, IdentityAmended, UnaccompaniedRecorded
from domain.case.identity import (
    BirthDate,
    BirthDateKind,
    Identifier,
    IdentityChange,
    Unaccompanied,
)
from domain.case.marks import MarkKind, marks_of_identity
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, RecordErased
from domain.shared.personal import ERASED, Erased
from domain.shared.vocabulary import Subject
from tests.support.cases import (
    BORN,
    MONDAY,
    WORKER,
    became,
    become,
    birth,
    case,
    case_opened,
    identity,
)
from tests.support.clocks import log

OLDER = date(2008, 1, 1)


def amend(change: IdentityChange) -> AmendIdentity:
    return AmendIdentity(change=change, reason="Deed poll seen.", by=WORKER)


def amendment(change: IdentityChange) -> IdentityAmended:
    return IdentityAmended(change=change, reason="Deed poll seen.", amended_by=WORKER)


def test_a_new_name_is_recorded() -> None:
    change = IdentityChange(full_name="Amina Shah")

    case.given(case_opened()).when(amend(change)).then(amendment(change))


def test_a_change_of_nothing_is_refused() -> None:
    case.given(case_opened()).when(amend(IdentityChange())).then_refused(MissingInformation)


@pytest.mark.covers("R-28")
def test_the_name_and_postcode_that_were_replaced_still_identify_the_child() -> None:
    nhs = Identifier(kind="nhs", value="943 476 5919")
    change = IdentityChange(
        full_name="Amina Shah",
        known_as=("Ami",),
        home_postcode="de22 3fx",
        identifiers=(nhs,),
    )

    marks = list(marks_of_identity(amended(identity(), change)))
    terms = [mark.text for mark in marks if mark.kind is not MarkKind.BIRTH]

    assert set(terms) == {
        "Amina Shah",
        "Amina Yusuf Khan",
        "Mina",
        "Ami",
        "DE22 3FX",
        "DE1 2FS",
        "566910",
        "943 476 5919",
    }


@pytest.mark.covers("6-46a")
def test_facts_are_judged_by_the_date_of_birth_accepted_last() -> None:
    assessed = amendment(IdentityChange(birth_date=birth(OLDER, BirthDateKind.ASSESSED)))
    claimed = amendment(IdentityChange(birth_date=birth(OLDER, accepted=False)))

    case.given(case_opened(), assessed).when(become()).then(became(born_on=OLDER))
    case.given(case_opened(), claimed).when(become()).then(became(born_on=BORN))


@pytest.mark.covers("6-46a")
def test_the_date_of_birth_that_was_accepted_before_is_kept() -> None:
    assessed = birth(OLDER, BirthDateKind.ASSESSED)
    history: list[CaseEvent] = [case_opened(), amendment(IdentityChange(birth_date=assessed))]

    known = chronology(log(*history)).identity

    assert known is not None
    assert known.accepted_birth == assessed
    assert known.birth_dates == (birth(accepted=False), assessed)


ALONE = UnaccompaniedRecorded(until=None)
YOUNGER = BORN.replace(year=BORN.year + 1)


def told(given: BirthDate, **more: Any) -> IdentityAmended:
    return amendment(IdentityChange(birth_date=given, **more))


def tell(given: BirthDate, **more: Any) -> AmendIdentity:
    return amend(IdentityChange(birth_date=given, **more))


@pytest.mark.covers("6-46a", "R-247")
def test_no_paper_makes_a_child_who_came_alone_older() -> None:
    paper, kept = birth(OLDER), birth(OLDER, accepted=False)
    alone = case.given(case_opened(), ALONE)

    alone.when(tell(paper)).then(told(kept))
    alone.when(tell(birth(YOUNGER))).then(told(birth(YOUNGER)))
    case.given(case_opened()).when(tell(paper)).then(told(paper))


@pytest.mark.covers("R-247")
def test_that_it_came_alone_may_come_to_light_with_the_paper() -> None:
    kept = told(birth(OLDER, accepted=False), unaccompanied=Unaccompanied())

    now = tell(birth(OLDER), unaccompanied=Unaccompanied())
    case.given(case_opened()).when(now).then(kept)
    case.given(case_opened(), kept).when(tell(birth(OLDER))).then(
        told(birth(OLDER, accepted=False))
    )
    known = chronology(log(case_opened(), kept)).identity
    assert known is not None
    assert known.unaccompanied == Unaccompanied()


@pytest.mark.covers("6-46a", "R-247")
@pytest.mark.parametrize("by", [(), ("ada",), ("ada", "ada"), ("ada", "ADA")])
def test_an_assessment_that_makes_it_older_names_two_people(by: tuple[str, ...]) -> None:
    assessed = birth(OLDER, BirthDateKind.ASSESSED)
    alone = case.given(case_opened(), ALONE)
    short = assessed.model_copy(update={"assessed_by": tuple(map(Subject, by))})
    whole = assessed.model_copy(update={"assessed_by": (Subject("ada"), Subject("ben"))})

    alone.when(tell(short)).then_refused(MissingInformation)
    alone.when(tell(whole)).then(told(whole))


@pytest.mark.covers("2-103")
def test_an_unaccompanied_child_is_recorded_when_it_comes_to_light() -> None:
    eighteenth = date(2030, 5, 17)
    history: list[CaseEvent] = [case_opened(), UnaccompaniedRecorded(until=eighteenth)]

    case.given(case_opened()).when(RecordUnaccompanied(until=eighteenth)).then(history[-1])
    known = chronology(log(*history)).identity
    assert known is not None
    assert known.unaccompanied == Unaccompanied(until=eighteenth)


def test_nobody_was_unaccompanied_before_birth() -> None:
    case.given(case_opened()).when(RecordUnaccompanied(until=date(2010, 1, 1))).then_refused(
        EffectiveBeforeStream
    )


@pytest.mark.covers("R-01")
def test_an_erased_record_is_shown_but_nothing_is_decided_on_it() -> None:
    erased_birth = birth().model_copy(update={"born_on": ERASED, "source": ERASED})
    gone = identity().model_copy(
        update={
            "full_name": ERASED,
            "known_as": ERASED,
            "former_names": ERASED,
            "home_postcode": ERASED,
            "former_postcodes": ERASED,
            "birth_dates": (erased_birth,),
        }
    )
    change = IdentityChange().model_copy(update={"full_name": ERASED, "known_as": ERASED})
    history: list[CaseEvent] = [case_opened(gone), amendment(change), became(MONDAY)]

    record = chronology(log(*history))

    assert record.looked_after_on(MONDAY)
    assert record.identity is not None
    assert isinstance(record.identity.known_as, Erased)
    for event in history:
        assert type(event).model_validate_json(event.model_dump_json()) == event
    with pytest.raises(RecordErased):
        list(marks_of_identity(record.identity))
    case.given(*history[:1]).when(become()).then_refused(RecordErased)
    case.given(*history[:1]).when(amend(IdentityChange(full_name="X"))).then_refused(RecordErased)
