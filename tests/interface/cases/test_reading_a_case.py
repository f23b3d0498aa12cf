"""The view of one child: who, where, on whose word, with whom, and what is due."""

import time
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from application.access.principal import Role
from domain.shared.envelope import FileId
from infrastructure.event_store.tables import access_log
from tests.support.children import list_setting, move_in, open_child, placement_stream
from tests.support.service import Office

MONDAY = date(2026, 3, 2)
WEDNESDAY = "2026-03-04"


def in_care(office: Office) -> str:
    """A child who became looked after on 2 March 2026 and moved in that day."""
    case_id = open_child(office)
    care = {"legal_status": "accommodated", "on": "2026-03-02", "category_of_need": "N1"}
    office.post(f"/cases/{case_id}/periods-of-care", care, role=Role.CASEWORKER)
    return case_id


def view(office: Office, case_id: str, day: str = WEDNESDAY, **who: Any) -> Any:
    answer = office.get(f"/cases/{case_id}", {"as_at": day}, **who)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.covers("6-01")
def test_it_says_where_the_child_lives_and_on_whose_word(office: Office) -> None:
    case_id = in_care(office)
    home = list_setting(office.running)
    placement_id = move_in(office.running, case_id, MONDAY, home)

    seen = view(office, case_id)

    where = seen["lives_at"]
    assert (where["placement_id"], where["setting_id"]) == (str(placement_id), str(home))
    assert (where["setting_name"], where["since"]) == ("The Limes", "2026-03-02")
    assert (where["word"]["recorded_by"], where["word"]["role"]) == ("demo-broker", "broker")
    start = office.running.streams.read(placement_stream(placement_id)).events[0]
    assert where["word"]["event_id"] == str(start.event_id)
    assert where["word"]["position"] == start.position


def test_it_says_who_the_child_is_and_how_the_child_is_cared_for(sqlite_office: Office) -> None:
    case_id = in_care(sqlite_office)

    seen = view(sqlite_office, case_id)

    assert seen["identity"]["full_name"] == "Demo-Otter Brambleshade"
    assert seen["identity"]["born_on"] == "2010-09-14"
    assert seen["identity"]["age_in_years"] == 15
    assert seen["legal_status"]["legal_status"] == "accommodated"
    assert seen["looked_after"] is True
    assert seen["period_of_care"]["since"] == "2026-03-02"
    assert view(sqlite_office, case_id, "2026-03-01")["looked_after"] is False
    assert view(sqlite_office, case_id, "2026-03-01")["period_of_care"] is None


@pytest.mark.covers("R-27")
def test_it_says_who_works_with_the_child_and_who_is_missing(
    sqlite_office: Office,
) -> None:
    case_id = in_care(sqlite_office)
    worker = {"kind": "social_worker", "who": "casey", "since": "2026-03-03"}
    sqlite_office.post(f"/cases/{case_id}/allocations", worker, role=Role.TEAM_MANAGER)
    sqlite_office.post(f"/cases/{case_id}/absences", {"since": "2026-03-04T22:30:00+00:00"})

    seen = view(sqlite_office, case_id)

    assert [(each["kind"], each["who"]) for each in seen["people"]] == [("social_worker", "casey")]
    assert seen["absence"]["absence"] == "missing"
    assert view(sqlite_office, case_id, "2026-03-03")["absence"] is None


@pytest.mark.covers("6-04")
def test_placements_that_overlap_are_all_shown_and_none_is_closed(office: Office) -> None:
    case_id = in_care(office)
    first = move_in(office.running, case_id, MONDAY)
    second = move_in(office.running, case_id, date(2026, 3, 4))

    seen = view(office, case_id)

    assert [each["placement_id"] for each in seen["placements"]] == [str(first), str(second)]
    assert seen["lives_at"]["placement_id"] == str(second)


@pytest.mark.covers("C-SREV-20", "C-PKG-2W")
def test_it_says_what_is_due_and_by_which_working_day(sqlite_office: Office) -> None:
    case_id = in_care(sqlite_office)
    move_in(sqlite_office.running, case_id, MONDAY)

    due = {each["code"]: each for each in view(sqlite_office, case_id)["due"]}

    assert due["C-SREV-20"]["due"] == "2026-03-30T22:59:59Z"
    assert (due["C-PKG-2W"]["plan_by"], due["C-PKG-2W"]["breached"]) == ("2026-03-16", False)
    late = {each["code"]: each for each in view(sqlite_office, case_id, "2026-03-17")["due"]}
    assert late["C-PKG-2W"]["breached"] is True


def test_breaches_of_rules_are_shown_with_the_event_that_broke_them(sqlite_office: Office) -> None:
    case_id = in_care(sqlite_office)
    move_in(sqlite_office.running, case_id, MONDAY)

    breaches = sqlite_office.get(f"/cases/{case_id}/breaches", {"as_at": WEDNESDAY}).json()[
        "breaches"
    ]

    assert [(each["kind"], each["code"]) for each in breaches] == [("rule", "WRONG_STATE")]
    assert breaches == view(sqlite_office, case_id)["breaches"]


def test_its_etag_is_weak_and_changes_with_any_of_its_streams(sqlite_office: Office) -> None:
    case_id = in_care(sqlite_office)
    asked = {"as_at": WEDNESDAY}
    before = sqlite_office.get(f"/cases/{case_id}", asked)
    move_in(sqlite_office.running, case_id, MONDAY)

    after = sqlite_office.get(f"/cases/{case_id}", asked)

    assert before.headers["ETag"].startswith('W/"')
    assert after.headers["ETag"] != before.headers["ETag"]
    assert after.json()["versions"][f"case-{case_id}"] == 2
    assert after.json()["position"] > before.json()["position"]


def test_another_authoritys_child_is_not_found(sqlite_office: Office) -> None:
    case_id = in_care(sqlite_office)

    assert sqlite_office.get(f"/cases/{case_id}", authority="E06000018").status_code == 404


def test_a_caseworker_sees_no_child_of_others_but_in_an_emergency(sqlite_office: Office) -> None:
    case_id = in_care(sqlite_office)
    worker = {"kind": "social_worker", "who": "casey", "since": "2026-03-03"}
    sqlite_office.post(f"/cases/{case_id}/allocations", worker, role=Role.TEAM_MANAGER)
    other: dict[str, Any] = {"role": Role.CASEWORKER, "subject": "nosey"}

    assert sqlite_office.get(f"/cases/{case_id}", **other).status_code == 403
    emergency = sqlite_office.get(f"/cases/{case_id}", headers={"Purpose": "break-glass"}, **other)
    assert emergency.status_code == 200


def test_what_was_erased_is_shown_as_erased(sqlite_office: Office) -> None:
    case_id = in_care(sqlite_office)
    sqlite_office.running.ring.destroy(FileId(f"case-{case_id}"), sqlite_office.running.clock.now())

    seen = view(sqlite_office, case_id)

    assert seen["identity"]["full_name"] == {"erased": True}
    assert seen["identity"]["born_on"] == {"erased": True}
    assert seen["identity"]["age_in_years"] is None
    assert seen["looked_after"] is True


@pytest.mark.parametrize("path", ["", "/timeline", "/clocks", "/breaches", "/chronology"])
def test_every_reading_is_in_the_access_log_within_a_second(office: Office, path: str) -> None:
    case_id = in_care(office)

    read = office.get(
        f"/cases/{case_id}{path}",
        headers={"Purpose": "complaint"},
        role=Role.QA_OFFICER,
        subject="quinn",
    )

    assert read.status_code == 200, read.text
    noted = select(access_log.c.purpose).where(
        access_log.c.subject == "quinn", access_log.c.resource == f"case-{case_id}"
    )
    give_up, found = time.monotonic() + 1, list[str]()
    while not found and time.monotonic() < give_up:
        with office.running.database.read() as connection:
            found = list(connection.scalars(noted))
    assert found == ["complaint"]
