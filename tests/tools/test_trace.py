"""The trace: what is claimed, what is not, and what cannot be."""

from pathlib import Path

import pytest

from tests.tools.catalogue import rows
from tests.tools.trace import UnreadableClaim, claims, claims_in, main, unknown

PAGE = """# A page

| ID | § | T | Says | Implies |
|---|---|---|---|---|
| 4-233 | 3.8.1 | N | Thirty days | NOTICE |
| 4-017 | 3.1.3 | R | Longer-term relations | CTX commercial intent |
| C-REG45 / C-REG32 | six-monthly | previous | report | QA |
| C-DRAFT (added) | 28 days | a draft | its end | |
| P-01, P-02 | a source, which nothing proves | | | |
"""

TEST = """
import pytest
pytestmark = pytest.mark.covers("C-REG32")
CASES = [pytest.param(1, marks=pytest.mark.covers("R-16"))]

@pytest.mark.covers("4-233", "C-REG45")
def test_thirty_days():
    '''pytest.mark.covers("4-999")'''

class TestNotice:
    @pytest.mark.covers("4-233")
    def test_again(self): ...
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "pages" / "01.md").write_text(PAGE)
    return tmp_path


def trace(house: Path, test: str, *ids: str) -> int:
    (house / "tests" / "test_it.py").write_text(test)
    return main(ids, house / "pages", house / "tests")


def test_rows_are_found_by_their_first_cell_and_sources_are_not_rows(house: Path) -> None:
    assert list(rows(house / "pages")) == ["4-233", "4-017", "C-REG45", "C-REG32", "C-DRAFT"]


def test_a_seed_row_that_asks_nothing_of_a_system_is_context(house: Path) -> None:
    found = rows(house / "pages")

    assert found["4-017"].context
    assert not found["4-233"].context


def test_marks_are_read_wherever_they_stand_and_text_is_not_a_mark() -> None:
    assert list(claims_in(TEST, "t.py")) == [
        ("C-REG32", "t.py"),
        ("R-16", "t.py"),
        ("4-233", "t.py::test_thirty_days"),
        ("C-REG45", "t.py::test_thirty_days"),
        ("4-233", "t.py::TestNotice::test_again"),
    ]


def test_a_claim_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UnreadableClaim):
        list(claims_in("import pytest\npytestmark = pytest.mark.covers(ROW)", "t.py"))


def test_a_claimed_row_is_shown_with_its_tests(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trace(house, TEST.replace("R-16", "4-017"), "4-233") == 0

    out = capsys.readouterr().out
    assert "Thirty days" in out
    assert "tests/test_it.py::test_thirty_days" in out
    assert "tests/test_it.py::TestNotice::test_again" in out


def test_a_row_that_no_test_claims_is_listed(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trace(house, "") == 0

    out = capsys.readouterr().out
    assert "seed rows: 0 of 2 claimed by a test; 1 are context only" in out
    assert "no test: 4-233\n" in out


def test_claiming_an_id_that_does_not_exist_fails(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trace(house, TEST) == 1
    assert "claims R-16, which no page of docs/domain has" in capsys.readouterr().err


def test_asking_for_an_id_that_does_not_exist_fails(house: Path) -> None:
    assert trace(house, "", "4-998") == 1


def test_every_claim_in_this_house_is_of_a_row_that_exists() -> None:
    assert unknown(rows(), claims()) == []
