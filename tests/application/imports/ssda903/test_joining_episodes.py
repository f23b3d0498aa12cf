"""Episodes become placements and periods of care; dates outrank codes."""

from datetime import date
from pathlib import Path

from application.imports.ssda903 import ChildPlan, CollectionYear, plan_return
from application.imports.ssda903.files import FileKind
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import LegalStatus
from tests.support.returns import (
    TODAY,
    YEAR,
    Line,
    episode,
    missing,
    notes,
    plan_of,
    planned,
    refusals,
    review,
    write_file,
)

ENTERED = episode(DEC="01/08/2025", REC="X1")
ORDERED = episode(DECOM="01/08/2025", RNE="L", LS="C2")
MOVED = episode(DECOM="01/08/2025", RNE="P", PL_POST="DE1 3AA")
BACK_AGAIN = episode(DECOM="01/12/2025", RNE="S", LS="V2")


def only_child(folder: Path, *episodes: Line) -> ChildPlan:
    return plan_of(folder, *episodes).children[0]


def test_a_change_of_legal_status_alone_is_the_same_placement(tmp_path: Path) -> None:
    child = only_child(tmp_path, ENTERED, ORDERED)

    (stay,), (period,) = child.placements, child.care
    assert (stay.started, stay.ended) == (date(2025, 6, 10), None)
    assert [row.number for row in stay.rows] == [2, 3]
    assert [(status.on, status.status) for status in period.statuses] == [
        (date(2025, 6, 10), LegalStatus.INTERIM_CARE_ORDER),
        (date(2025, 8, 1), LegalStatus.CARE_ORDER),
    ]


def test_a_move_is_another_placement_in_the_same_period_of_care(tmp_path: Path) -> None:
    child = only_child(tmp_path, ENTERED, MOVED)

    assert [stay.ended for stay in child.placements] == [date(2025, 8, 1), None]
    assert len(child.care) == 1


def test_a_move_between_carers_who_share_every_cell_is_believed(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, ENTERED, episode(DECOM="01/08/2025", RNE="P"))

    assert len(plan.children[0].placements) == 2
    assert notes(plan) == [("episodes.csv", 3, "RNE_CONTRADICTS")]


def test_a_change_of_status_that_changes_the_home_too_is_a_move(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, ENTERED, {**MOVED, "RNE": "L"})

    assert len(plan.children[0].placements) == 2
    assert ("episodes.csv", 3, "RNE_CONTRADICTS") in notes(plan)


def test_care_that_starts_on_the_day_it_ended_never_ended(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, {**ENTERED, "REC": "E4A"}, {**ORDERED, "RNE": "S"})

    assert [period.ceased for period in plan.children[0].care] == [None]
    assert len(plan.children[0].placements) == 1
    assert [code for _, _, code in notes(plan)] == ["REC_CONTRADICTS", "RNE_CONTRADICTS"]


def test_a_child_who_comes_back_has_two_periods_of_care(tmp_path: Path) -> None:
    child = only_child(tmp_path, {**ENTERED, "REC": "E4A"}, BACK_AGAIN)

    first, second = child.care
    assert (first.ceased, first.ceased_code) == (date(2025, 8, 1), "E4A")
    assert (second.started, second.ceased) == (date(2025, 12, 1), None)


def test_across_a_gap_care_goes_on_if_both_sides_say_so(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, ENTERED, {**BACK_AGAIN, "RNE": "B", "PL_POST": "DE1 3AA"})

    assert len(plan.children[0].care) == 1
    assert notes(plan) == [("episodes.csv", 2, "X1_WITHOUT_NEXT")]


def test_a_last_episode_that_claims_a_successor_leaves_the_child_in_care(tmp_path: Path) -> None:
    child = only_child(tmp_path, ENTERED)

    assert child.care[0].ceased is None
    assert child.placements[0].ended == date(2025, 8, 1)


def test_a_return_that_opens_in_the_middle_says_so(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(DECOM="10/06/2021", RNE="L"))

    assert plan.children[0].care[0].began_earlier
    assert plan.children[0].placements[0].began_earlier
    assert notes(plan) == []


def test_a_move_before_the_year_began_the_placement_but_not_the_care(tmp_path: Path) -> None:
    child = only_child(tmp_path, episode(DECOM="10/06/2021", RNE="P"))

    assert child.care[0].began_earlier
    assert not child.placements[0].began_earlier


def test_an_open_episode_that_another_follows_ended_then(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(), MOVED)

    first, _ = plan.children[0].placements
    assert (first.ended, first.end_taken_from_next) == (date(2025, 8, 1), True)
    assert notes(plan) == [("episodes.csv", 2, "OPEN_EPISODE_NOT_LAST")]


def test_of_two_episodes_that_overlap_the_first_stands(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, ENTERED, {**MOVED, "DECOM": "31/07/2025"})

    assert refusals(plan) == [("episodes.csv", 3, "EPISODE_OVERLAPS")]
    assert len(plan.children[0].placements) == 1


def test_of_two_open_episodes_from_one_day_one_is_refused(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(), episode(PL_POST="DE1 3AA"))

    assert refusals(plan) == [("episodes.csv", 3, "EPISODE_OVERLAPS")]


def test_a_line_that_repeats_another_is_refused_wherever_it_stands(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path, ORDERED, ENTERED, ORDERED, reviews=(review(), review(), review(REVIEW_CODE="PN2"))
    )

    assert refusals(plan) == [
        ("episodes.csv", 4, "DUPLICATE_ROW"),
        ("reviews.csv", 3, "DUPLICATE_ROW"),
        ("reviews.csv", 4, "REVIEW_TWICE_IN_A_DAY"),
    ]


def test_the_category_of_need_is_the_periods_first(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, ENTERED, {**ORDERED, "CIN": "N5"})

    assert plan.children[0].care[0].category_of_need == "N1"
    assert notes(plan) == [("episodes.csv", 3, "CIN_CHANGES")]


def test_of_two_absences_that_overlap_the_later_is_refused(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path,
        episode(),
        absences=(missing(MIS_START="03/08/2025"), missing(MIS_END="04/08/2025")),
    )

    assert refusals(plan) == [("missing.csv", 2, "MISSING_PERIOD_OVERLAPS")]


def test_what_happened_outside_care_is_imported_and_noted(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path,
        {**ENTERED, "REC": "E4A"},
        reviews=(review(REVIEW="02/08/2025"),),
        absences=(missing(MIS_END="02/08/2025"),),
    )

    assert notes(plan) == [
        ("missing.csv", 2, "MISSING_OUTSIDE_CARE"),
        ("reviews.csv", 2, "REVIEW_OUTSIDE_CARE"),
    ]


def test_participation_is_for_those_of_four_and_over(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(), reviews=(review(REVIEW_CODE="PN0"),))

    assert notes(plan) == [("reviews.csv", 2, "PARTICIPATION_CONTRADICTS_AGE")]


def test_a_child_with_no_episode_is_still_a_child(tmp_path: Path) -> None:
    plan = plan_of(tmp_path)

    assert [child.child for child in plan.children] == ["C1"]
    assert notes(plan) == [("header.csv", 2, "CHILD_WITHOUT_EPISODES")]


def test_next_years_return_repeats_the_open_episode_under_the_same_id(tmp_path: Path) -> None:
    this_year = only_child(tmp_path, ENTERED, MOVED)
    write_file(tmp_path, FileKind.EPISODES, {**MOVED, "DEC": "09/05/2026", "REC": "E4A"})
    (next_year,) = planned(tmp_path, year=CollectionYear(2027)).children

    assert next_year.case_id == this_year.case_id
    assert next_year.placements[0].placement_id == this_year.placements[1].placement_id


def test_next_years_return_may_open_inside_a_placement_and_it_is_known_by_its_key(
    tmp_path: Path,
) -> None:
    (held,) = only_child(tmp_path, ENTERED, ORDERED).placements
    (met_again,) = only_child(tmp_path, ORDERED).placements

    assert met_again.placement_id != held.placement_id
    assert met_again.placement_id in held.episode_keys


def test_of_two_stays_that_began_on_one_day_the_last_keeps_its_id_when_alone(
    tmp_path: Path,
) -> None:
    fleeting = episode(DEC="10/06/2025", REC="X1", PL_POST="DE1 3AA")
    settled = episode(RNE="P")
    both = only_child(tmp_path, fleeting, settled).placements
    (alone,) = only_child(tmp_path, settled).placements

    assert len({stay.placement_id for stay in both}) == 2
    assert both[1].placement_id == alone.placement_id


def test_one_child_id_in_two_authorities_is_two_children(tmp_path: Path) -> None:
    ours = only_child(tmp_path, ENTERED)
    (theirs,) = plan_return(
        tmp_path, year=YEAR, authority=GssCode("E06000018"), today=TODAY
    ).children

    assert ours.case_id != theirs.case_id
    assert ours.placements[0].placement_id != theirs.placements[0].placement_id
