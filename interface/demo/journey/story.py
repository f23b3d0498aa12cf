"""The story, from a child nobody knows to a placement that has ended."""

from datetime import timedelta

from application.access.principal import Role
from interface.demo.journey.asking import ask_for_a_home
from interface.demo.journey.child import open_the_case
from interface.demo.journey.living import live_there
from interface.demo.journey.market import ask_the_market
from interface.demo.journey.settling import agree_and_start
from interface.demo.journey.teller import JourneyStuck, Teller


def play(teller: Teller) -> str:
    """Play the whole journey at a running service, and return the case's id."""
    started = teller.now
    case_id = open_the_case(teller, started)
    referral_id = ask_for_a_home(teller, case_id, started)
    placement_id = ask_the_market(teller, referral_id, started)
    moved_in = started + timedelta(days=7)
    agree_and_start(teller, referral_id, placement_id, moved_in)
    live_there(teller, case_id, placement_id, moved_in)
    _look_back(teller, case_id)
    return case_id


def _look_back(teller: Teller, case_id: str) -> None:
    teller.chapter("What anybody who may can read of it")
    timeline = teller.read(Role.CASEWORKER, f"/cases/{case_id}/timeline")
    milestones = [entry for entry in timeline["entries"] if entry["milestone"]]
    for entry in milestones:
        teller.say(f"  {entry['milestone']:<10} {entry['sentence']}")
    reached = {entry["milestone"] for entry in milestones}
    if reached != {"referred", "offered", "placed", "reviewed", "ended"}:
        raise JourneyStuck(f"of the five milestones, only {sorted(reached)}")
