"""Nottingham's child lives in Derby: Derby has the notification and the bed, and no case."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.registers import NOTTINGHAM, done, home, refused
from tests.support.service import Office

TOLD: dict[str, Any] = {
    "placing_authority": NOTTINGHAM,
    "reference": "NCC 4471",
    "age": 15,
    "provision": "childrens_home",
    "since": "2026-03-09",
    "worker": "Nottingham duty team",
    "risks": ["exploitation"],
    "received_on": "2026-03-06",
}


@pytest.mark.covers("6-57", "2-035", "R-230")
@pytest.mark.refuses("NOT_ANOTHER_AUTHORITY")
def test_derby_sees_the_notification_and_a_bed_and_nothing_of_the_case(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    theirs = done(
        office.post(
            "/cases",
            {
                "full_name": "Demo-Heron Thistlewick",
                "birth_date": {"born_on": "2010-09-14", "source": "birth certificate"},
                "sex": "F",
            },
            authority=NOTTINGHAM,
        )
    )["ids"]["case_id"]
    assert office.get(f"/cases/{theirs}").status_code == 404
    place = home(office)
    own = office.post("/incoming", {**TOLD, "placing_authority": "E06000015"})
    assert refused(own) == (422, "NOT_ANOTHER_AUTHORITY")
    path = f"/incoming/{done(office.post('/incoming', TOLD))['ids']['incoming_id']}"
    done(office.post(f"{path}/acknowledgements", {"on": "2026-03-06"}))
    entry = {"setting_id": place.rpartition("/")[2]}
    done(office.post(f"{path}/register-entries", entry))

    def nights(first: str, until: str) -> list[tuple[int, int]]:
        shown = office.get(f"{place}/occupancy", {"night": first, "until": until}).json()
        return [(each["other_authorities"], each["free"]) for each in shown["nights"]]

    assert nights("2026-03-08", "2026-03-10") == [(0, 2), (1, 1)]
    done(office.post(f"{path}/endings", {"left_on": "2026-05-01"}))
    assert nights("2026-04-30", "2026-05-02") == [(1, 1), (0, 2)]

    shown = office.get(path).json()
    assert (shown["stage"], shown["reference"], shown["left_on"]) == (
        "ended",
        "NCC 4471",
        "2026-05-01",
    )
    (line,) = office.get("/incoming", {"as_at": "2026-04-01"}).json()["incoming"]
    assert (line["stage"], "reference" in line) == ("acknowledged", False)
    assert office.get(path, authority=NOTTINGHAM).status_code == 404
    office.running.service.access_log.settle()
    lines = office.get("/access-log", role=Role.AUDITOR).json()["lines"]
    assert ("incoming.read", path[1:].replace("/", "-")) in {
        (each["action"], each["resource"]) for each in lines
    }
