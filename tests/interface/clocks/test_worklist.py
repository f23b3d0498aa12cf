"""The worklist: the most urgent first, of both times, page by page, each to their own children."""

import json
from base64 import urlsafe_b64encode
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from application.access.principal import Role
from tests.support.children import move_in, open_child
from tests.support.service import Office

NOON = datetime(2028, 3, 6, 12, tzinfo=UTC)


def looked_after(office: Office, since: str, worker: str | None = None) -> str:
    case_id = open_child(office)
    care = {"legal_status": "accommodated", "on": since, "category_of_need": "N1"}
    office.post(f"/cases/{case_id}/periods-of-care", care, role=Role.CASEWORKER, subject="starter")
    if worker is not None:
        part = {"kind": "social_worker", "who": worker, "since": since}
        office.post(f"/cases/{case_id}/allocations", part, role=Role.TEAM_MANAGER)
    return case_id


@pytest.fixture(scope="module")
def three(shared_office: Office) -> tuple[Office, list[str]]:
    return shared_office, three_children(shared_office)


def three_children(office: Office) -> list[str]:
    """Looked after from days in 2028: Ann's, Bob's and nobody's."""
    office.move_clock(NOON)
    found = [
        looked_after(office, "2028-03-03", "ann"),
        looked_after(office, "2028-03-02", "bob"),
        looked_after(office, "2028-03-06"),
    ]
    office.move_clock(datetime(2028, 3, 6, 13, tzinfo=UTC))
    return found


def clocks(office: Office, **asked: Any) -> Any:
    who = {key: asked.pop(key) for key in ("role", "subject", "authority") if key in asked}
    if of := asked.pop("of", None):
        asked["role"] = of
    answer = office.get("/clocks", asked, **who)
    assert answer.status_code == 200, answer.text
    return answer.json()


def first_reviews(page: Any) -> list[str]:
    return [each["case_id"] for each in page["clocks"] if each["code"] == "C-SREV-20"]


@pytest.mark.covers("R-166")
def test_before_the_first_edition_no_clock_ran(three: tuple[Office, list[str]]) -> None:
    office, _ = three
    for long_ago in ({"as_known_at": "2020-01-01T00:00:00Z"}, {"as_at": "1990-01-01"}):
        assert clocks(office, **long_ago)["clocks"] == []
        for path in ("/referrals", "/tasks", "/settings", "/occupancy"):
            assert office.get(path, long_ago, role=Role.BROKER).status_code < 500, path


@pytest.mark.covers("C-SREV-20")
def test_the_most_urgent_comes_first(three: tuple[Office, list[str]]) -> None:
    office, (anns, bobs, nobodys) = three

    page = clocks(office)

    dues = [each["due"] for each in page["clocks"]]
    assert dues == sorted(dues)
    assert first_reviews(page) == [bobs, anns, nobodys]
    assert page["next"] is None


@pytest.mark.covers("R-27", "R-49")
@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.IRO])
def test_those_with_children_of_their_own_see_theirs_and_nobodys(
    three: tuple[Office, list[str]], role: Role
) -> None:
    office, (anns, _, nobodys) = three

    assert first_reviews(clocks(office, role=role, subject="ann")) == [anns, nobodys]
    assert first_reviews(clocks(office, role=role, subject="eve")) == [nobodys]


def test_another_authority_sees_none(three: tuple[Office, list[str]]) -> None:
    office, _ = three

    assert clocks(office, authority="E06000018")["clocks"] == []


def test_pages_are_pinned_to_the_position_of_the_first(office: Office) -> None:
    three_children(office)
    whole = clocks(office)
    first = clocks(office, limit=2)
    looked_after(office, "2028-03-01")
    office.move_clock(datetime(2028, 3, 6, 14, tzinfo=UTC))

    seen, cursor = list(first["clocks"]), first["next"]
    while cursor is not None:
        page = clocks(office, limit=2, cursor=cursor)
        assert page["position"] == first["position"]
        seen, cursor = [*seen, *page["clocks"]], page["next"]

    assert seen == whole["clocks"]
    assert len(clocks(office)["clocks"]) > len(seen)


def test_it_can_be_read_as_at_a_day_and_as_known_at_an_instant(
    three: tuple[Office, list[str]],
) -> None:
    office, (anns, bobs, nobodys) = three

    assert first_reviews(clocks(office, as_at="2028-03-02")) == [bobs]
    assert first_reviews(clocks(office, as_known_at="2028-03-05T12:00:00Z")) == []
    late = clocks(office, as_at="2028-03-06")["clocks"]
    assert not any(each["breached"] for each in late)
    assert {anns, bobs, nobodys} == {each["case_id"] for each in late}


WRITTEN = {
    "position": 1,
    "day": "2028-03-06",
    "at": "2028-03-06T12:00:00Z",
    "known_at": None,
    "due": "2028-03-06T12:00:00Z",
    "stream": "case-1",
    "key": "C-SREV-20",
}


def forged(**changed: Any) -> str:
    return urlsafe_b64encode(json.dumps({**WRITTEN, **changed}).encode()).decode().rstrip("=")


def test_a_cursor_gives_no_rights(three: tuple[Office, list[str]]) -> None:
    office, (_, _, nobodys) = three
    cursor = forged(position=10_000, due="2020-01-01T00:00:00Z")

    page = clocks(office, role=Role.CASEWORKER, subject="eve", cursor=cursor)

    assert first_reviews(page) == [nobodys]


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "e30",
        "%%%",
        "a" * 1000,
        forged(position=2**63),
        forged(position=-1),
        forged(key="\x00"),
        forged(due="0001-01-01T00:00:00+14:00"),
        forged(at="2028-03-06T12:00:00"),
    ],
)
def test_what_is_no_cursor_is_refused(sqlite_office: Office, cursor: str) -> None:
    answer = sqlite_office.get("/clocks", {"cursor": cursor})

    assert (answer.status_code, answer.json()["code"]) == (422, "BAD_CURSOR")


@pytest.mark.covers("C-PKG-2W", "C-PKG-3M", "C-SREV-20")
def test_the_worklist_and_the_case_agree(office: Office) -> None:
    office.move_clock(NOON)
    case_id = looked_after(office, "2028-03-02", "ann")
    move_in(office.running, case_id, date(2028, 3, 3))
    office.move_clock(datetime(2028, 3, 20, 12, tzinfo=UTC))

    listed = clocks(office)["clocks"]
    computed = office.get(f"/cases/{case_id}/clocks").json()["clocks"]

    brief = ("stream", "code", "key", "due", "plan_by", "breached")
    running = [each for each in computed if each["outcome"] == "running"]
    assert [[each[k] for k in brief] for each in listed] == [
        [each[k] for k in brief] for each in running
    ]
    assert {each["code"] for each in running if each["breached"]} == {
        "C-AGE-18",
        "C-VISIT-1W",
        "C-PLAN-5WD",
        "C-NOTIF-5WD",
        "C-CAREPLAN-10",
        "C-PKG-2W",
    }


@pytest.mark.covers("R14")
def test_each_role_has_its_own_deadlines(three: tuple[Office, list[str]]) -> None:
    office, (anns, bobs, nobodys) = three

    for_officers = clocks(office, of="iro")

    assert first_reviews(for_officers) == [bobs, anns, nobodys]
    assert clocks(office, of="broker")["clocks"] == []
    assert {tuple(each["worked_by"]) for each in for_officers["clocks"]} == {("iro", "caseworker")}
    assert {each["warned"] for each in for_officers["clocks"]} == {None}


@pytest.mark.covers("R14", "R-31")
def test_a_deadline_that_comes_nearer_says_so_by_the_steps_of_the_edition_in_force(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    office.move_clock(NOON)
    case_id = looked_after(office, "2028-03-02")
    office.move_clock(datetime(2028, 3, 17, 9, tzinfo=UTC))

    def left() -> Any:
        (due,) = clocks(office)["clocks"]
        (in_the_case,) = office.get(f"/cases/{case_id}/clocks").json()["clocks"]
        assert in_the_case["warned"] == due["warned"]
        return due["warned"]["working_days_left"]

    assert left() == 10
    edition = {
        "edition": "2028-1",
        "in_force_from": "2028-03-01",
        "source": "team meeting",
        "approved_by": "cam-commissioning",
        "percents": [75],
        "working_days": [9],
        "worked_by": {"C-SREV-20": ["team_manager"]},
    }
    office.post("/reference/clock-warnings/editions", edition, role=Role.COMMISSIONING_MANAGER)

    assert left() == 9
    assert clocks(office, of="iro")["clocks"] == []
    assert len(clocks(office, of="team_manager")["clocks"]) == 1


@pytest.mark.covers("R-27", "R-239")
def test_a_manager_reads_the_list_of_one_person_one_team_one_child(
    three: tuple[Office, list[str]],
) -> None:
    office, (anns, bobs, nobodys) = three
    manager: dict[str, Any] = {"role": Role.TEAM_MANAGER}

    assert first_reviews(clocks(office, **manager, who="ann")) == [anns]
    assert first_reviews(clocks(office, **manager, who="nobody-here")) == []
    assert first_reviews(clocks(office, **manager, subject="bob", mine=True)) == [bobs]
    assert first_reviews(clocks(office, **manager, subject="bob", mine=True, who="ann")) == []
    assert first_reviews(clocks(office, **manager, case_id=nobodys)) == [nobodys]
    # Asking for somebody else's list opens nothing that is not one's own.
    assert first_reviews(clocks(office, role=Role.CASEWORKER, subject="eve", who="ann")) == []
    assert first_reviews(clocks(office, role=Role.CASEWORKER, subject="eve", case_id=anns)) == []


@pytest.mark.covers("R-239")
def test_what_should_have_happened_is_on_the_list_of_its_day_and_overdue_the_day_after(
    three: tuple[Office, list[str]],
) -> None:
    office, (anns, bobs, nobodys) = three
    office.move_clock(datetime(2028, 4, 4, 9, tzinfo=UTC))

    on_its_day = clocks(office, due_from="2028-03-30", due_by="2028-03-30")
    overdue = clocks(office, overdue=True, limit=1)

    assert first_reviews(on_its_day) == [bobs]
    assert first_reviews(overdue) == [bobs]
    assert first_reviews(clocks(office, cursor=overdue["next"])) == [anns, nobodys]
    assert all(each["breached"] for each in overdue["clocks"])
    assert clocks(office, overdue=True, as_at="2028-03-30")["clocks"] == []
    with_role = clocks(office, overdue=True, of="iro", due_by="2028-03-30")
    assert first_reviews(with_role) == [bobs]


@pytest.mark.covers("R-239")
def test_a_provider_s_list_is_what_is_due_in_its_homes(sqlite_office: Office) -> None:
    office = sqlite_office
    office.move_clock(NOON)
    theirs, others = (looked_after(office, "2028-03-02") for _ in range(2))
    provider = uuid4()
    stay = move_in(office.running, theirs, date(2028, 3, 3), provider_id=provider)
    move_in(office.running, others, date(2028, 3, 3), provider_id=uuid4())
    office.quiet()

    found = clocks(office, provider_id=str(provider))["clocks"]

    assert {each["stream"] for each in found} == {f"placement-{stay}"}
    assert "C-VISIT-1W" in {each["code"] for each in found}
