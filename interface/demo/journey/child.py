"""A child is looked for, a case opened, people allocated; the child becomes looked after."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from application.access.principal import Role
from domain.shared.vocabulary import birthday
from interface.demo.journey.teller import Teller

NAME = "Demo-Otter Brambleshade"


def open_the_case(teller: Teller, now: datetime) -> str:
    """The case is opened once, though the night desk would open it again."""
    teller.chapter("A child is found, or a case opened")
    teller.search(Role.CASEWORKER, {"name": f"{NAME} {teller.run}"})
    child = _particulars(teller, now)
    opened = teller.act(Role.CASEWORKER, "/cases", child)
    case_id: str = opened["ids"]["case_id"]
    teller.act(Role.OUT_OF_HOURS, "/cases", child, refused="POSSIBLE_DUPLICATE")
    teller.case_id = case_id
    day = now.date().isoformat()
    _allocate(teller, f"/cases/{case_id}", day)
    _look_after(teller, f"/cases/{case_id}", day)
    return case_id


def _particulars(teller: Teller, now: datetime) -> Mapping[str, Any]:
    born_on = birthday(now.date(), -16) - timedelta(days=120)
    return {
        "full_name": f"{NAME} {teller.run}",
        "known_as": [f"Otty {teller.run}"],
        "birth_date": {"born_on": born_on.isoformat(), "source": "birth certificate"},
        "sex": "F",
        "ethnicity": "WBRI",
        "identifiers": [{"kind": "demo_id", "value": f"DEMO {teller.run}"}],
        "home_postcode": "DE23 6UJ",
    }


def _allocate(teller: Teller, case: str, day: str) -> None:
    subjects = teller.cast.subjects
    for kind, who in (("social_worker", subjects[Role.CASEWORKER]), ("team", "derby-north")):
        allocation = {"kind": kind, "who": who, "since": day}
        teller.act(Role.TEAM_MANAGER, f"{case}/allocations", allocation)
    iro = {"iro": subjects[Role.IRO], "since": day}
    teller.act(Role.QA_OFFICER, f"{case}/iro-assignments", iro)


def _look_after(teller: Teller, case: str, day: str) -> None:
    period = {"legal_status": "accommodated", "on": day, "category_of_need": "N5"}
    teller.act(Role.CASEWORKER, f"{case}/periods-of-care", period)
    matrix = {"half_hours": 20, "score": 31, "on": day}
    teller.act(Role.CASEWORKER, f"{case}/matrices", matrix)
