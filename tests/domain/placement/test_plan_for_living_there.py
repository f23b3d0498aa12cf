"""The plan for living somewhere is prepared and signed, before the start or five days after."""

from datetime import date, timedelta

import pytest

from domain.placement import Placement, PlacementCommand, decider
from domain.placement.case_clocks import case_clocks
from domain.placement.commands import RecordPlacementPlan, RecordPlanSigned
from domain.placement.errors import DetailsMissing
from domain.placement.events import PlacementEvent, PlacementPlanPrepared, PlacementPlanSigned
from domain.placement.planning import AppropriatePerson, appropriate_person
from domain.shared.child_in_law import ChildInLaw
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import london_day
from domain.shared.vocabulary import LegalStatus, Provision
from tests.support.cases import became, ceased
from tests.support.clocks import TERMS
from tests.support.placements import (
    START,
    agree_start,
    ended,
    history,
    prepared,
    proposed,
    start_agreed,
    started,
)
from tests.support.scenario import Case
from tests.support.visits import WORKER, child

placement: Case[PlacementCommand, Placement, PlacementEvent] = Case(decider)
PLAN = RecordPlacementPlan(on=START, document_id=None, by=WORKER)
FIRST = PlacementPlanPrepared(version=1, on=START, document_id=None, by=WORKER)
SECOND = FIRST.model_copy(update={"version": 2})
NEXT_DAY = START + timedelta(days=1)


def sign(on: date = NEXT_DAY, signatory: str = "Robin Larkspur") -> RecordPlanSigned:
    return RecordPlanSigned(on=on, signatory=signatory, by=WORKER)


def signed(on: date = NEXT_DAY, version: int = 1) -> PlacementPlanSigned:
    return PlacementPlanSigned(
        version=version,
        on=on,
        signatory="Robin Larkspur",
        as_=AppropriatePerson.PERSON_RESPONSIBLE,
        by=WORKER,
    )


def planned(
    *events: PlacementEvent, of: ChildInLaw | None = None
) -> list[tuple[date, str, date | None]]:
    """C-PLAN-5WD: the London days on which it was due, how it stands, and since when."""
    found = case_clocks(history(*events), TERMS, of or child())
    mine = [each for each in found if each.code == "C-PLAN-5WD"]
    return [
        (
            london_day(each.due.at),
            each.outcome.value,
            london_day(each.closed_at) if each.closed_at else None,
        )
        for each in mine
    ]


def test_a_plan_is_prepared_before_the_child_comes_or_after_and_version_by_version() -> None:
    placement.given(proposed()).when(PLAN).then(FIRST)
    placement.given(started(), FIRST).when(PLAN).then(SECOND)


def test_the_newest_version_is_signed_once_and_a_new_one_has_to_be_signed_anew() -> None:
    placement.given(started(), FIRST).when(sign()).then(signed())
    placement.given(started(), FIRST, signed()).when(sign()).then_refused(WrongState)
    placement.given(started(), FIRST, signed(), SECOND).when(sign()).then(signed(version=2))


def test_nothing_is_signed_that_was_not_prepared_or_not_yet() -> None:
    placement.given(started()).when(sign()).then_refused(WrongState)
    placement.given(started(), FIRST).when(sign(START - timedelta(days=1))).then_refused(
        EffectiveBeforeStream
    )
    placement.given(started(), FIRST).when(sign(signatory=" ")).then_refused(DetailsMissing)


@pytest.mark.covers("R-140")
@pytest.mark.parametrize(
    ("provision", "who"),
    [
        (Provision.WITH_PARENTS, AppropriatePerson.PARENT),
        (Provision.FOSTERING, AppropriatePerson.FOSTER_CARER),
        (Provision.CHILDRENS_HOME, AppropriatePerson.REGISTERED_PERSON),
        (Provision.SUPPORTED_ACCOMMODATION, AppropriatePerson.PERSON_RESPONSIBLE),
    ],
)
def test_the_home_says_whose_signature_it_takes(
    provision: Provision, who: AppropriatePerson
) -> None:
    assert appropriate_person(provision) is who


def test_a_plan_on_record_opens_the_gate_of_an_agreed_start() -> None:
    unsaid = agree_start(placement_plan_prepared=False)
    placement.given(*prepared(), FIRST).when(unsaid).then(start_agreed())


@pytest.mark.covers("T6", "T7", "C-PLAN-5WD")
@pytest.mark.parametrize(
    ("start", "due"),
    [(date(2026, 4, 2), date(2026, 4, 13)), (date(2026, 12, 24), date(2027, 1, 5))],
)
def test_five_working_days_from_the_start(start: date, due: date) -> None:
    assert planned(started(start)) == [(due, "running", None)]


@pytest.mark.covers("C-PLAN-5WD", "R-140")
def test_prepared_alone_meets_nothing_and_signed_does() -> None:
    due = date(2026, 3, 9)

    assert planned(started(), FIRST) == [(due, "running", None)]
    assert planned(started(), FIRST, signed()) == [(due, "met", NEXT_DAY)]
    assert planned(proposed(), FIRST, signed(START), started()) == [(due, "met", START)]
    assert planned(started(), ended(NEXT_DAY)) == [(due, "stopped", NEXT_DAY)]


@pytest.mark.covers("6-40")
def test_no_plan_is_owed_for_who_is_not_looked_after() -> None:
    assert planned(started(), of=child(legal_status=LegalStatus.SHORT_BREAKS)) == []


def test_who_comes_back_into_care_in_the_same_home_has_a_plan_made_anew() -> None:
    again = child(ceased(date(2026, 3, 20)), became(date(2026, 3, 27)))
    found = planned(started(), FIRST, signed(), of=again)

    assert [standing for _, standing, _ in found] == ["met", "running"]
