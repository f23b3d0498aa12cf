"""A messy return made by others, which the councils' validator exercises its rules on."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from application.imports.ssda903 import CollectionYear, ReturnPlan, plan_return
from application.imports.ssda903.report import report_csv
from domain.shared.envelope import GssCode

ROOT = Path(__file__).resolve().parents[4]
SAMPLE = ROOT.parent / "shared" / "data" / "ssda903-sample"

pytestmark = pytest.mark.skipif(
    not SAMPLE.is_dir(), reason="the sample return is kept beside the repository, not in it"
)


def read_sample() -> ReturnPlan:
    return plan_return(
        SAMPLE,
        year=CollectionYear(2018),
        authority=GssCode("E06000015"),
        today=date(2026, 11, 20),
    )


@pytest.fixture(scope="module")
def plan() -> ReturnPlan:
    return read_sample()


def test_every_line_is_imported_refused_or_in_a_file_not_held(plan: ReturnPlan) -> None:
    counts = plan.counts
    assert counts.read == counts.imported + counts.refused + counts.not_held == 25_945
    assert {file.file: file.read for file in counts.files if not file.not_held} == {
        "LICENSE": 0,
        "episodes.csv": 5_050,
        "header.csv": 2_675,
        "missing.csv": 43,
        "reviews.csv": 12_582,
        "uasc.csv": 132,
    }


def test_few_lines_are_refused_and_each_for_what_makes_it_useless(plan: ReturnPlan) -> None:
    by_code: dict[str, int] = {}
    for row in plan.refused:
        by_code[row.code] = by_code.get(row.code, 0) + 1
    assert by_code == {
        "DATE_IN_FUTURE": 68,
        "EPISODE_OVERLAPS": 65,
        "REVIEW_TWICE_IN_A_DAY": 12,
        "DUPLICATE_ROW": 2,
        "MISSING_PERIOD_OVERLAPS": 1,
    }


def test_no_placements_of_a_child_overlap_and_none_is_planned_twice(plan: ReturnPlan) -> None:
    for child in plan.children:
        stays = child.placements
        for one, other in pairwise(stays):
            assert one.ended is not None
            assert one.ended <= other.started
    ids = [stay.placement_id for child in plan.children for stay in child.placements]
    assert len(ids) == len(set(ids)) == 4_213


def test_every_stay_lies_in_a_period_of_care(plan: ReturnPlan) -> None:
    for child in plan.children:
        for stay in child.placements:
            assert child.looked_after_on(stay.started)
            assert stay.ended is None or child.looked_after_on(stay.ended)


def test_reading_it_again_gives_the_same_plan_and_report(plan: ReturnPlan) -> None:
    again = read_sample()

    assert again.children == plan.children
    assert report_csv(again) == report_csv(plan)
