"""The timeline and its extract: every event told, in business order, with id and position."""

import csv
import time
from io import StringIO
from typing import Any

import pytest

from application.access.principal import Role
from interface.http.spreadsheet import guarded, wants_csv
from tests.interface.cases.test_reading_a_case import MONDAY, in_care
from tests.support.children import move_in, open_child
from tests.support.service import Office

FORMULA = "=HYPERLINK(1)"


def told(office: Office) -> str:
    """A child whose start was told before the period of care that it lies in."""
    case_id = open_child(office)
    move_in(office.running, case_id, MONDAY)
    care = {"legal_status": "accommodated", "on": "2026-03-01", "category_of_need": "N1"}
    office.post(f"/cases/{case_id}/periods-of-care", care, role=Role.CASEWORKER)
    worker = {"kind": "social_worker", "who": FORMULA, "since": "2026-03-02"}
    office.post(f"/cases/{case_id}/allocations", worker, role=Role.TEAM_MANAGER)
    return case_id


def entries(office: Office, case_id: str, **params: str) -> list[dict[str, Any]]:
    answer = office.get(f"/cases/{case_id}/timeline", params)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["entries"]
    return found


def test_facts_stand_in_business_order_whenever_they_were_told(office: Office) -> None:
    case_id = told(office)

    names = [each["name"] for each in entries(office, case_id, as_at="2026-03-02")]

    assert names == ["case.became_looked_after.v1", "placement.started.v1", "case.allocated.v1"]


def test_every_entry_says_who_in_which_role_and_where_in_the_log(sqlite_office: Office) -> None:
    case_id = told(sqlite_office)

    for entry in entries(sqlite_office, case_id):
        word = entry["word"]
        history = sqlite_office.running.streams.read(word["stream"]).events
        (kept,) = [each for each in history if str(each.event_id) == word["event_id"]]
        assert (word["position"], word["role"]) == (kept.position, kept.actor.role)


def codes(breached: list[dict[str, Any]]) -> set[str]:
    return {each["sentence"].split()[0] for each in breached}


@pytest.mark.covers("C-SREV-20")
def test_deadlines_that_ran_out_are_on_it(sqlite_office: Office) -> None:
    case_id = told(sqlite_office)

    ran_out = {"C-SREV-20", "C-SREV-3M", "C-PKG-2W", "C-PKG-3M", "C-VISIT-1W", "C-PLAN-5WD"}
    give_up, breached = time.monotonic() + 10, list[dict[str, Any]]()
    while not ran_out <= codes(breached) and time.monotonic() < give_up:
        told_now = entries(sqlite_office, case_id)
        breached = [each for each in told_now if each["name"] == "clock.breached.v1"]

    assert codes(breached) >= ran_out
    assert all(each["word"]["stream"].startswith("clock-") for each in breached)


def test_nothing_sealed_is_told(sqlite_office: Office) -> None:
    case_id = told(sqlite_office)

    text = str(entries(sqlite_office, case_id))

    assert "Brambleshade" not in text
    assert "birth certificate" not in text


def test_it_is_extracted_as_csv_that_excel_reads_and_runs_nothing_of(office: Office) -> None:
    case_id = told(office)

    answer = office.get(
        f"/cases/{case_id}/chronology",
        {"as_at": "2026-03-02"},
        headers={"Accept": "text/csv"},
        role=Role.AUDITOR,
    )

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.content.count(b"\r\n") == answer.content.count(b"\n") == 4
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["effective_at"] for row in rows] == ["2026-03-01", "2026-03-02", "2026-03-02"]
    assert rows[2]["sentence"] == f"'{FORMULA} became the child's social worker."
    assert all(row["event_id"] and int(row["position"]) for row in rows)


def test_it_is_extracted_as_json_with_the_same_lines(sqlite_office: Office) -> None:
    case_id = told(sqlite_office)

    asked = {"as_at": "2026-03-02"}
    answer = sqlite_office.get(f"/cases/{case_id}/chronology", asked, role=Role.DPO).json()

    assert [line["event_id"] for line in answer["lines"]] == [
        entry["word"]["event_id"] for entry in entries(sqlite_office, case_id, **asked)
    ]


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.BROKER, Role.TEAM_MANAGER])
def test_only_scrutiny_extracts_it(sqlite_office: Office, role: Role) -> None:
    case_id = in_care(sqlite_office)

    assert sqlite_office.get(f"/cases/{case_id}/chronology", role=role).status_code == 403


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", "\tx", "\rx"])
def test_a_cell_that_would_be_computed_is_text(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("accept", "csv_wanted"),
    [
        (None, False),
        ("*/*", False),
        ("application/json", False),
        ("text/csv", True),
        ("text/csv;q=0.5, application/json", False),
        ("application/json;q=0.1, text/csv", True),
        ("text/csv;q=0", False),
        ("text/csv;q=nonsense", False),
    ],
)
def test_the_form_is_the_one_that_is_preferred(accept: str | None, *, csv_wanted: bool) -> None:
    assert wants_csv(accept) is csv_wanted
