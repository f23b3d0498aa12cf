"""The placement is reviewed, notice is given, the child leaves."""

from datetime import datetime, timedelta

from application.access.principal import Role
from interface.demo.journey.teller import JourneyStuck, Teller

ATTENDED = {"attended": True}


def live_there(teller: Teller, case_id: str, placement_id: str, moved_in: datetime) -> None:
    placement = f"/placements/{placement_id}"
    _review(teller, case_id, placement, moved_in)
    teller.chapter("Notice, read from the contract version")
    given = moved_in + timedelta(days=60)
    teller.move_clock(given)
    teller.act(
        Role.BROKER,
        f"{placement}/notices",
        {
            "reason": "any_general_reason",
            "served_at": given.date().isoformat(),
            "options_explored": "Two stability meetings; more hours were tried.",
            "manager_approval": teller.cast.subjects[Role.TEAM_MANAGER],
            "written": True,
        },
        seen=teller.read(Role.BROKER, placement)["etag"],
    )
    _leave(teller, placement)


def _review(teller: Teller, case_id: str, placement: str, moved_in: datetime) -> None:
    teller.chapter("Package review within two weeks; statutory review by the IRO")
    reviewed = moved_in + timedelta(days=13)
    teller.move_clock(reviewed)
    teller.act(
        Role.BROKER,
        f"{placement}/package-reviews",
        {
            "on": reviewed.date().isoformat(),
            "young_person": ATTENDED,
            "provider": ATTENDED,
            "council": ATTENDED,
            "participation": "PN1",
            "childs_views": "It is all right here.",
            "ratings": [{"code": "item_4", "progress": "improved", "evidence": "keyworker_report"}],
            "matrix_half_hours": 20,
        },
    )
    planned = {"on": (reviewed + timedelta(days=3)).date().isoformat()}
    scheduled = teller.act(Role.IRO, f"/cases/{case_id}/statutory-reviews", planned)
    teller.move_clock(reviewed + timedelta(days=3))
    held = {
        **planned,
        "review_id": scheduled["ids"]["review_id"],
        "participation": "PN1",
        "views": "I want to stay until summer.",
    }
    teller.act(Role.IRO, f"/cases/{case_id}/statutory-reviews-held", held)


def _leave(teller: Teller, placement: str) -> None:
    teller.chapter("The child leaves on the day that notice runs out")
    notice = teller.read(Role.BROKER, placement)["notices"][0]
    last_day = datetime.fromisoformat(f"{notice['earliest_end']}T12:00:00+00:00")
    teller.move_clock(last_day)
    teller.act(
        Role.CASEWORKER,
        f"{placement}/ends",
        {
            "at": last_day.isoformat(),
            "reason": "moved_on",
            "instigator": "council",
            "destination": "independent_living",
        },
    )
    ended = teller.read(Role.BROKER, placement)["end"]
    if ended["notice_outcome"] != "on_time":
        raise JourneyStuck(f"notice came out {ended['notice_outcome']}")
    planned = "planned" if ended["planned"] else "unplanned"
    teller.say(f"{'':23}ended {planned}, notice {ended['notice_outcome']}")
