"""The counts add up; the report is for a data officer to work through."""

import csv
from pathlib import Path

import pytest

from application.imports.ssda903 import RefusedRow, write_report
from application.imports.ssda903.counts import CountsDoNotAddUp, FileCount
from application.imports.ssda903.findings import CATALOGUE, Finding
from tests.support.returns import episode, header, plan_of, planned, review


def test_counts_that_do_not_add_up_are_an_error_of_ours() -> None:
    with pytest.raises(CountsDoNotAddUp):
        FileCount(file="a.csv", read=3, imported=1, refused=1, not_held=0)


def test_the_report_has_a_line_for_everything_refused_or_noted(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(URN=""), episode(LS="C9"))
    report, _ = write_report(plan, tmp_path / "out")

    rows = list(csv.DictReader(report.read_text(encoding="utf-8").splitlines()))

    assert [(row["line"], row["outcome"], row["code"]) for row in rows] == [
        ("2", "imported, with a note", "URN_CONTRADICTS_TYPE"),
        ("3", "refused", "CODE_UNKNOWN"),
    ]
    assert rows[1]["child"] == "C1"
    assert rows[1]["field"] == "LS"


def test_the_report_quotes_no_cell(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path,
        episode(LS="03/05/2014", PL_POST="NG1 5DTX"),
        headers=(header(), header(CHILD="=CMD", UPN="SECRET")),
        reviews=(review(DOB="04/05/2014"),),
    )
    text = "".join(path.read_text(encoding="utf-8") for path in write_report(plan, tmp_path / "o"))

    for cell in ("03/05/2014", "04/05/2014", "NG1", "SECRET", "=CMD"):
        assert cell not in text


def test_personal_cells_are_not_in_the_plans_representation(tmp_path: Path) -> None:
    text = repr(plan_of(tmp_path, episode(), reviews=(review(),)).children)

    for cell in ("2014, 5, 3", "NG1 5DT", "DE1 2FS", "A99900001234"):
        assert cell not in text


def test_a_file_whose_name_is_a_formula_is_made_inert(tmp_path: Path) -> None:
    plan_of(tmp_path, episode(LS="C9"))
    (tmp_path / "episodes.csv").rename(tmp_path / "=1.csv")
    report, _ = write_report(planned(tmp_path), tmp_path / "out")

    assert "\n'=1.csv," in report.read_text(encoding="utf-8")


def test_the_summary_says_what_was_read_and_what_was_not(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("words", encoding="utf-8")
    _, summary = write_report(plan_of(tmp_path, episode(LS="C9")), tmp_path / "out")

    text = summary.read_text(encoding="utf-8")
    assert "2 lines read: 1 imported, 1 refused" in text
    assert "LICENSE" in text
    assert "not read by this importer" in text
    assert CATALOGUE["CODE_UNKNOWN"].title in text


def test_a_folder_without_children_says_why_nothing_was_used(tmp_path: Path) -> None:
    _, summary = write_report(planned(tmp_path), tmp_path / "out")

    assert "No file has the Header's columns" in summary.read_text(encoding="utf-8")


def test_what_is_refused_when_the_plan_is_carried_out_joins_the_refused(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(URN=""), reviews=(review(REVIEW=""),))
    finding = Finding("SETTING_NOT_OPEN", "The home was closed")
    line = plan.children[0].placements[0].rows[0]

    after = plan.refusing([RefusedRow(line=line, finding=finding, child="C1", reason="Closed.")])
    again = after.refusing([RefusedRow(line=line, finding=finding, child="C1", reason="Closed.")])

    assert (plan.counts.imported, after.counts.imported) == (2, 1)
    assert [row.code for row in after.refused] == ["SETTING_NOT_OPEN", "DATE_MISSING"]
    assert after.notes == ()
    assert again.refused == after.refused
