"""A child is looked for, a case opened, people allocated; the child becomes looked after."""

from datetime import datetime, timedelta

from application.access.principal import Role
from domain.shared.vocabulary import birthday
from interface.demo.journey.teller import Teller

NAME = "Demo-Otter Brambleshade"


def open_the_case(teller: Teller, now: datetime) -> str:
    today, cast = now.date(), teller.cast
    name = f"{NAME} {teller.run}"
    teller.chapter("A child is found, or a case opened")
    teller.search(Role.CASEWORKER, {"name": name})
    born_on = birthday(today, -16) - timedelta(days=120)
    child = {
        "full_name": name,
        "known_as": [f"Otty {teller.run}"],
        "birth_date": {"born_on": born_on.isoformat(), "source": "birth certificate"},
        "sex": "F",
        "ethnicity": "WBRI",
        "identifiers": [{"kind": "demo_id", "value": f"DEMO {teller.run}"}],
        "home_postcode": "DE23 6UJ",
    }
    opened = teller.act(Role.CASEWORKER, "/cases", child)
    case_id: str = opened["ids"]["case_id"]
    teller.act(Role.OUT_OF_HOURS, "/cases", child, refused="POSSIBLE_DUPLICATE")
    teller.case_id = case_id
    day = today.isoformat()
    for kind, who in (("social_worker", cast.subjects[Role.CASEWORKER]), ("team", "derby-north")):
        teller.act(
            Role.TEAM_MANAGER,
            f"/cases/{case_id}/allocations",
            {"kind": kind, "who": who, "since": day},
        )
    iro = {"iro": cast.subjects[Role.IRO], "since": day}
    teller.act(Role.QA_OFFICER, f"/cases/{case_id}/iro-assignments", iro)
    teller.act(
        Role.CASEWORKER,
        f"/cases/{case_id}/periods-of-care",
        {"legal_status": "accommodated", "on": day, "category_of_need": "N5"},
    )
    teller.act(
        Role.CASEWORKER,
        f"/cases/{case_id}/matrices",
        {"half_hours": 20, "score": 31, "on": day},
    )
    return case_id
