"""`placements import ssda903`, as a data officer runs it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from interface.cli import app
from tests.support.returns import episode, header, plan_of, review

runner = CliRunner()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("PLACEMENTS_HOME_FOLDER", str(folder))
    return folder


def run(folder: Path, *options: str) -> tuple[int, str]:
    result = runner.invoke(app, ["import", "ssda903", str(folder), *options])
    return result.exit_code, result.output


def write(folder: Path, **files: object) -> Path:
    folder.mkdir(exist_ok=True)
    plan_of(folder, episode(), **files)  # type: ignore[arg-type]  # as named there
    return folder


def test_a_whole_return_comes_in_and_the_summary_says_so(home: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "return")

    code, told = run(folder, "--year", "2026")

    assert code == 0
    assert "2 lines read: 2 imported, 0 refused" in told
    assert "0 new events" in run(folder, "--year", "2026")[1]


def test_refused_lines_make_it_1_and_are_written_to_the_report(home: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "return", reviews=(review(REVIEW_CODE=""),))

    code, _ = run(folder, "--year", "2026", "--report", str(tmp_path / "report"))

    report = (tmp_path / "report" / "import-report.csv").read_text()
    assert code == 1
    assert "reviews.csv,2,C1,refused,MISSING_INFORMATION" in report


def test_nothing_that_is_said_holds_a_cell(home: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "return", headers=(header(UPN="A999000012345"),))

    _, told = run(folder, "--year", "2026")

    for cell in ("A999000012345", "03/05/2014", "2014-05-03", "NG1 5DT", "SC990001"):
        assert cell not in told
