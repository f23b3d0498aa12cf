"""The board as one queue: for every kind of request and every age, the most urgent first."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from application.access.principal import Role
from application.referral.board import AgeBand, band_of
from tests.support.service import Office


def child(office: Office, name: str, born_on: str) -> str:
    told = {
        "full_name": name,
        "sex": "F",
        "birth_date": {"born_on": born_on, "source": "birth certificate"},
    }
    opened = office.post("/cases", told, role=Role.CASEWORKER)
    assert opened.status_code == 201, opened.text
    found: str = opened.json()["ids"]["case_id"]
    return found


def asked_for(office: Office, case_id: str, needed_in: int, **changed: Any) -> str:
    day = office.running.office.today() + timedelta(days=needed_in)
    told = {
        "case_id": case_id,
        "scope": "both",
        "tier": "standard",
        "emergency": False,
        "reason_code": "homeless_16_17",
        "needed_from": day.isoformat(),
        **changed,
    }
    drafted = office.post("/referrals", told, role=Role.CASEWORKER)
    assert drafted.status_code == 201, drafted.text
    found: str = drafted.json()["ids"]["referral_id"]
    return found


def board(office: Office, params: Any = None, **who: Any) -> Any:
    answer = office.get("/referrals", params, **({"role": Role.BROKER} | who))
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(page: Any) -> list[str]:
    return [line["referral_id"] for line in page["referrals"]]


def submitted(office: Office, referral_id: str) -> None:
    """An emergency, with its minimum."""
    names = ("request", "child", "contacts", "risk", "family", "views")
    details = {
        "provision": "supported_accommodation",
        "lot_wanted": "2.1",
        "duration": "short",
        "location": "in_area",
        "sharing": "either",
    }
    texts = {name: f"What is known of {name}." for name in names}
    written = {"sections": texts, "request": details}
    path = f"/referrals/{referral_id}"
    answer = office.post(f"{path}/sections", written, role=Role.CASEWORKER)
    assert answer.status_code == 201, answer.text
    told = {"team_manager_approval": "morgan-manager", "assessment_reference": "A-17"}
    answer = office.post(f"{path}/submissions", told, role=Role.CASEWORKER)
    assert answer.status_code == 201, answer.text


@pytest.mark.covers("2-037", "2-038", "R-90")
def test_every_kind_and_age_stands_in_one_queue_the_most_urgent_first(
    sqlite_office: Office,
) -> None:
    baby = child(sqlite_office, "Demo-Wren Alderbrook", "2026-01-20")
    brother = child(sqlite_office, "Demo-Rook Alderbrook", "2016-05-02")
    adult = child(sqlite_office, "Demo-Finch Larkfield", "2005-02-02")
    youth = child(sqlite_office, "Demo-Heron Thistlewick", "2009-09-14")
    group = asked_for(sqlite_office, baby, 3, siblings=[brother])
    support = asked_for(sqlite_office, adult, 1, scope="support", tier="urgent")
    night = asked_for(sqlite_office, youth, 9, emergency=True)
    submitted(sqlite_office, night)
    sqlite_office.quiet()

    page = board(sqlite_office)

    first, second, third = page["referrals"]
    assert ids(page) == [night, support, group]
    assert (first["route"], first["waits_for"], first["waits_on"]) == (
        "emergency",
        "triage",
        "broker",
    )
    assert (first["clock"]["code"], first["age_bands"]) == ("C-TRIAGE", ["16_to_17"])
    assert (second["route"], second["scope"], second["age_bands"]) == (
        "urgent",
        "support",
        ["18_and_over"],
    )
    assert (third["route"], len(third["siblings"])) == ("standard", 1)
    assert third["waiting_since"] is not None
    assert third["clock"]["code"] == "C-DRAFT"

    for wanted, kept in (
        ({"route": "emergency"}, [night]),
        ({"route": ["urgent", "standard"]}, [support, group]),
        ({"waits_on": "caseworker"}, [support, group]),
        ({"overdue": True}, []),
        ({"mine": True}, []),
        ({"lot": "2.1"}, []),
    ):
        assert ids(board(sqlite_office, wanted)) == kept

    allocation = {"kind": "social_worker", "who": "casey", "since": date(2026, 1, 1).isoformat()}
    sqlite_office.post(f"/cases/{youth}/allocations", allocation, role=Role.TEAM_MANAGER)
    sqlite_office.quiet()
    casey = {"role": Role.CASEWORKER, "subject": "casey"}
    assert ids(board(sqlite_office, {"mine": True}, **casey)) == [night]
    other = {"role": Role.CASEWORKER, "subject": "robin"}
    assert night not in ids(board(sqlite_office, **other))
    assert ids(board(sqlite_office, authority="E06000018")) == []
    theirs: dict[str, Any] = {"role": Role.PROVIDER_RESPONDER, "organisation": uuid4()}
    provider = sqlite_office.get("/referrals", **theirs)
    assert provider.status_code == 403

    sqlite_office.move_clock(sqlite_office.running.clock.now() + timedelta(hours=2))
    sqlite_office.quiet()
    late = board(sqlite_office, {"overdue": True})
    assert ids(late) == [night]
    assert (late["referrals"][0]["clock"]["breached"]) is True


def test_pages_stay_with_the_position_of_the_first(office: Office) -> None:
    found = [
        asked_for(office, child(office, f"Demo-{name} Quillmere", born), n)
        for n, (name, born) in enumerate(
            (("Wren", "2010-01-01"), ("Teal", "2011-02-02"), ("Lark", "2012-03-03"))
        )
    ]
    office.quiet()

    first = board(office, {"limit": 2})
    another = child(office, "Demo-Swift Quillmere", "2013-04-04")
    asked_for(office, another, 0)
    office.quiet()
    second = board(office, {"limit": 2, "cursor": first["next"]})

    assert sorted(ids(first) + ids(second)) == sorted(found)
    assert (second["position"], second["next"]) == (first["position"], None)
    assert len(ids(board(office))) == 4


@pytest.mark.covers("2-037")
@pytest.mark.parametrize(
    ("age", "band"),
    [
        (0, AgeBand.UNDER_1),
        (4, AgeBand.FROM_1_TO_4),
        (9, AgeBand.FROM_5_TO_9),
        (10, AgeBand.FROM_10_TO_15),
        (16, AgeBand.FROM_16_TO_17),
        (18, AgeBand.ADULT),
        (24, AgeBand.ADULT),
    ],
)
def test_every_age_has_a_band(age: int, band: AgeBand) -> None:
    assert band_of(age) is band
