"""Links: what they reach, and what a page must not hold."""

from pathlib import Path

import pytest

from tests.tools.links import anchors, problems


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "there.md").write_text("# A page\n\n## Two times: as at, as known\n")
    return tmp_path


def wrong(root: Path, text: str) -> list[str]:
    (root / "README.md").write_text(text)
    return [problem.removeprefix("README.md: ") for problem in problems(root)]


@pytest.mark.parametrize(
    "link",
    [
        "[a page](docs/there.md)",
        "[a heading](docs/there.md#two-times-as-at-as-known)",
        "# Here\n[below](#here)",
        "[a folder](docs)",
        "[elsewhere](https://www.legislation.gov.uk/uksi/2010/959)",
        "```\n[not a link](nowhere.md)\n```",
        "`[not a link](nowhere.md)`",
    ],
)
def test_a_link_that_leads_somewhere_is_right(root: Path, link: str) -> None:
    assert wrong(root, link) == []


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("[a page](docs/nowhere.md)", "docs/nowhere.md leads nowhere"),
        ("[a heading](docs/there.md#three-times)", "docs/there.md#three-times names no heading"),
        ("[here](#there)", "#there names no heading"),
        ("[out](../../elsewhere.md)", "../../elsewhere.md leads out of the project"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(root: Path, link: str, problem: str) -> None:
    assert wrong(root, link) == [problem]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("cd /ho" + "me/somebody/placements", "a path of one machine"),
        ("see py" + "pi.org", "a package registry"),
        ("TO" + "DO: finish", "something left undone"),
    ],
)
def test_what_belongs_to_one_machine_is_named(root: Path, text: str, what: str) -> None:
    assert wrong(root, f"# Here\n{text}") == [f"line 2 has {what}"]


def test_headings_of_one_name_are_counted() -> None:
    assert anchors("# Notice\n# Notice\n```\n# no heading\n```\n") == {"notice", "notice-1"}


def test_the_documents_of_this_house_lead_where_they_say() -> None:
    assert list(problems()) == []
