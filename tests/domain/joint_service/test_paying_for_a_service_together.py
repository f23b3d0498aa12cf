"""A service paid for by the year: sums balance, the past stays, figures are put right."""

from datetime import date

import pytest

from domain.joint_service import commands as ask
from domain.joint_service import decider
from domain.joint_service import events as came
from domain.joint_service.errors import ServiceContradicts
from domain.joint_service.state import Agreed
from domain.shared.errors import (
    CaseworkError,
    ConflictOfInterest,
    EffectiveBeforeStream,
    MissingInformation,
    NotFound,
    WrongState,
)
from domain.shared.money import AgreementStanding, FundingSplitUnbalanced
from tests.support.joint_services import (
    CAM,
    DERBY,
    FIN,
    FUNDERS,
    HEALTH,
    LATER,
    SINCE,
    UNTIL,
    agree,
    agreed,
    correct,
    extend,
    joint,
    record,
    recorded,
    spend,
    sums,
)

NEXT_APRIL = date(2023, 4, 1)
UPLIFT = sums(NEXT_APRIL, derby=24_000_000)


def of(*history: object) -> Agreed:
    state = decider.replay(history)  # type: ignore[arg-type]
    assert isinstance(state, Agreed)
    return state


@pytest.mark.covers("3-007")
def test_funders_agree_under_one_lead_and_without_a_formal_agreement() -> None:
    joint.when(agree()).then(agreed())
    assert (of(agreed()).lead, of(agreed()).standing_on(LATER)) == ("derbyshire", "none")


@pytest.mark.covers("3-008", "R-111")
def test_parts_that_are_not_the_whole_or_leave_a_funder_out_are_refused() -> None:
    joint.when(agree(contributions=sums(total=153_300_001))).then_refused(FundingSplitUnbalanced)
    two = sums().model_copy(update={"parts": sums().parts[:2], "total": 68_600_000})
    joint.when(agree(contributions=two)).then_refused(FundingSplitUnbalanced)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"title": " ", "funders": ()}, MissingInformation),
        ({"until": SINCE}, ServiceContradicts),
        ({"funders": (*FUNDERS, FUNDERS[0])}, ServiceContradicts),
        ({"funders": FUNDERS[::2]}, FundingSplitUnbalanced),
    ],
)
def test_an_agreement_that_contradicts_itself_or_has_gaps_is_refused(
    changed: dict[str, object], refusal: type[CaseworkError]
) -> None:
    joint.when(agree(**changed)).then_refused(refusal)


def test_other_sums_are_agreed_from_a_later_day_and_those_before_stay() -> None:
    command = ask.AgreeContributions(contributions=UPLIFT, reason="Uplift.", on=LATER, by=CAM)
    other = came.ContributionsAgreed(**dict(command))

    joint.given(agreed()).when(command).then(other)
    state = of(agreed(), other)
    days = (date(2020, 8, 31), SINCE, date(2023, 3, 31), NEXT_APRIL, UNTIL)
    assert [state.in_force(day) for day in days] == [None, sums(), sums(), UPLIFT, None]


@pytest.mark.parametrize(
    ("since", "refusal"), [(SINCE, EffectiveBeforeStream), (UNTIL, ServiceContradicts)]
)
def test_sums_from_a_day_that_others_begin_on_or_after_the_end_are_refused(
    since: date, refusal: type[CaseworkError]
) -> None:
    command = ask.AgreeContributions(contributions=sums(since), reason="Why.", on=LATER, by=CAM)

    joint.given(agreed()).when(command).then_refused(refusal)


THREE_YEARS = agreed(until=date(2023, 9, 1), extendable_until=date(2025, 9, 1))


@pytest.mark.covers("3-005", "3-006")
def test_three_years_are_extended_by_two_on_somebody_elses_approval() -> None:
    longer = came.ServiceExtended(**dict(extend()))

    joint.given(THREE_YEARS).when(extend()).then(longer)
    state = of(THREE_YEARS, longer)
    assert state.in_force(date(2025, 8, 31)) == sums()
    assert of(THREE_YEARS).in_force(date(2023, 9, 1)) is None
    joint.given(THREE_YEARS, longer).when(extend()).then_refused(ServiceContradicts)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"until": date(2025, 9, 2)}, ServiceContradicts),
        ({"until": date(2023, 9, 1)}, ServiceContradicts),
        ({"approved_by": CAM}, ConflictOfInterest),
        ({"reference": " "}, MissingInformation),
        ({"on": date(2019, 11, 3)}, EffectiveBeforeStream),
    ],
)
def test_no_more_time_than_was_agreed_and_none_that_nobody_approved(
    changed: dict[str, object], refusal: type[CaseworkError]
) -> None:
    joint.given(THREE_YEARS).when(extend(**changed)).then_refused(refusal)


def test_what_was_agreed_without_an_option_is_not_extended() -> None:
    joint.given(agreed()).when(extend(until=date(2026, 9, 1))).then_refused(ServiceContradicts)
    joint.when(agree(extendable_until=UNTIL)).then_refused(ServiceContradicts)


def test_a_figure_takes_the_place_of_an_estimate_and_not_of_a_figure() -> None:
    joint.given(agreed()).when(record(2022, 23_600_000, estimated=True)).then(
        recorded(2022, 23_600_000, estimated=True)
    )
    joint.given(agreed(), recorded(2022, 23_600_000, estimated=True)).when(
        record(2022, 23_700_000)
    ).then(recorded(2022, 23_700_000))
    joint.given(agreed(), recorded(2022, 23_700_000)).when(record(2022, 23_600_000)).then_refused(
        WrongState
    )


def test_a_figure_is_put_right_by_two_people_and_the_old_one_stays_in_the_record() -> None:
    told = agreed(), recorded(2021, 23_695_300)
    right = came.SpendCorrected(
        spend=spend(2021, 23_659_300),
        was=23_695_300,
        reason="Two figures changed places.",
        approved_by="finn-finance",
        by=FIN,
    )

    joint.given(*told).when(correct(2021, 23_659_300)).then(right)
    joint.given(*told).when(correct(2021, 23_659_300, approved_by=FIN)).then_refused(
        ConflictOfInterest
    )
    joint.given(*told).when(correct(2021, 23_695_300)).then_refused(WrongState)
    joint.given(*told).when(correct(2020, 1)).then_refused(NotFound)
    assert [each.pence for each in of(*told, right).told[DERBY, 2021]] == [23_695_300, 23_659_300]


@pytest.mark.covers("3-019")
def test_a_funder_that_is_renamed_keeps_what_it_was_called() -> None:
    told = {"funder": HEALTH, "name": "Integrated Care Board", "since": date(2022, 7, 1)}
    renamed = came.FunderRenamed(**told, by=CAM)

    joint.given(agreed()).when(ask.RenameFunder(**told, by=CAM)).then(renamed)
    state = of(agreed(), renamed)
    names = [state.name_on(HEALTH, day) for day in (date(2022, 6, 30), date(2022, 7, 1))]
    assert names == ["Clinical Commissioning Group", "Integrated Care Board"]


def test_nobody_who_pays_nothing_is_told_of() -> None:
    stranger = {"funder": "nobody", "by": FIN}

    joint.given(agreed()).when(record(2021, 1, **stranger)).then_refused(NotFound)
    joint.given(agreed()).when(correct(2021, 1, **stranger)).then_refused(NotFound)
    joint.given(agreed()).when(ask.RenameFunder(name="Who", since=LATER, **stranger)).then_refused(
        NotFound
    )
    joint.when(record(2021, 1)).then_refused(WrongState)


@pytest.mark.covers("3-032")
def test_how_the_formal_agreement_stands_is_told_from_day_to_day() -> None:
    noted = came.AgreementNoted(
        standing=AgreementStanding.IN_FORCE, reference="PA/7", since=NEXT_APRIL, by=CAM
    )

    joint.given(agreed()).when(ask.NoteAgreement(**dict(noted))).then(noted)
    state = of(agreed(), noted)
    assert [state.standing_on(day) for day in (LATER, NEXT_APRIL)] == ["none", "in_force"]


def test_nothing_is_dated_before_the_agreement() -> None:
    early = date(2019, 11, 3)

    for command in (
        record(2020, 1, on=early),
        ask.NoteAgreement(standing=AgreementStanding.NONE, reference=None, since=early, by=CAM),
        ask.RenameFunder(funder=HEALTH, name="Health", since=early, by=CAM),
        ask.AgreeContributions(contributions=UPLIFT, reason="Why.", on=early, by=CAM),
    ):
        joint.given(agreed()).when(command).then_refused(EffectiveBeforeStream)
