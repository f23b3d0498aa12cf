"""Social work visits as people record them, and what is owed where nobody came."""

from datetime import date
from typing import Any

import pytest

from application.access.principal import Role
from domain.shared.vocabulary import Provision
from tests.interface.placements.test_clock_vectors import until
from tests.support.placing import (
    House,
    Placing,
    child,
    clocks,
    done,
    looked_after,
    open_house,
    refused,
)
from tests.support.service import Office

SEEN = {"place": "home", "seen": True, "seen_alone": True, "wishes": "More pocket money."}
IN_VAIN = {"place": "home", "seen": False, "not_seen": "child_out"}


def moved_in(
    office: Office, at: str, house: House | None = None, *, since: str = "2026-02-02"
) -> Placing:
    """A child who is looked after and came to live somewhere, as a fact."""
    house = house or open_house(office)
    case_id = child(office, date(2010, 5, 17))
    looked_after(office, case_id, since)
    body = {"case_id": case_id, "setting_id": str(house.setting_id), "at": at}
    placement_id = done(office.post("/placements/starts", body))["ids"]["placement_id"]
    office.quiet()
    return Placing(office, case_id, house, "", placement_id)


def with_parents(office: Office) -> House:
    return open_house(office, provision=Provision.WITH_PARENTS, registered=None, bought=False)


def tell_visit(living: Placing, what: dict[str, Any], on: str) -> Any:
    path = f"/placements/{living.placement_id}/visits"
    answer = living.office.post(path, what | {"on": on}, role=Role.CASEWORKER)
    living.office.quiet()
    return answer


def visit_clocks(living: Placing) -> list[tuple[str, str, str]]:
    found = [c for c in clocks(living.office, living.case_id) if c["code"].startswith("C-VISIT")]
    return [(each["code"], each["due"][:10], each["outcome"]) for each in found]


def owed(living: Placing) -> tuple[str, str]:
    (running,) = [each for each in visit_clocks(living) if each[2] == "running"]
    return running[:2]


def breaches(living: Placing) -> list[str]:
    register = living.office.get(f"/cases/{living.case_id}/breaches").json()["breaches"]
    return [each["code"] for each in register if each["code"].startswith("C-VISIT")]


@pytest.mark.covers("T29", "C-VISIT-1W", "C-VISIT-6W")
def test_a_child_is_seen_within_a_week_and_then_every_six(sqlite_office: Office) -> None:
    until(sqlite_office, "2026-03-04")
    living = moved_in(sqlite_office, "2026-02-25")

    done(tell_visit(living, IN_VAIN, "2026-03-03"))
    assert visit_clocks(living) == [("C-VISIT-1W", "2026-03-04", "running")]
    done(tell_visit(living, SEEN, "2026-03-04"))

    assert visit_clocks(living) == [
        ("C-VISIT-1W", "2026-03-04", "met"),
        ("C-VISIT-6W", "2026-04-15", "running"),
    ]
    lives_at = sqlite_office.get(f"/cases/{living.case_id}").json()["lives_at"]
    assert lives_at["visiting"] == {"seen_on": "2026-03-04", "seen_alone": True, "in_vain_since": 0}
    assert [each["wishes"] for each in living.read()["visits"]] == [None, "More pocket money."]
    finance = sqlite_office.get(f"/placements/{living.placement_id}", role=Role.FINANCE_OFFICER)
    assert {each["wishes"] for each in finance.json()["visits"]} == {None}
    told = sqlite_office.get(f"/cases/{living.case_id}/timeline").text
    assert "did not see the child" in told
    assert "pocket money" not in told


@pytest.mark.covers("C-VISIT-1W")
def test_a_visit_that_nobody_made_is_a_breach_once_and_stays_one(sqlite_office: Office) -> None:
    until(sqlite_office, "2026-05-01")
    living = moved_in(sqlite_office, "2026-02-25")
    assert breaches(living) == ["C-VISIT-1W"]

    done(tell_visit(living, SEEN, "2026-03-06"))
    sqlite_office.running.worker.until_quiet()
    assert breaches(living) == ["C-VISIT-1W", "C-VISIT-6W"]

    made = living.read()["visits"][0]["event_id"]
    right = {"now": SEEN | {"on": "2026-03-03"}, "reason": "Typed late", "approved_by": "a-manager"}
    path, seen = (
        f"/placements/{living.placement_id}/visit-corrections",
        f'"{living.read()["version"]}"',
    )
    body = {"corrects": made, **right}
    done(sqlite_office.post(path, body, if_match=seen, role=Role.CASEWORKER))
    sqlite_office.quiet()

    assert visit_clocks(living)[0] == ("C-VISIT-1W", "2026-03-04", "met")
    assert visit_clocks(living)[1][:2] == ("C-VISIT-6W", "2026-04-14")
    assert "C-VISIT-1W" in breaches(living), "what was known then stays on the register"


@pytest.mark.covers("6-41", "C-VISIT-WEEKLY")
def test_an_order_made_while_the_child_lives_with_parents_changes_its_visits(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-03-02", with_parents(sqlite_office))
    done(tell_visit(living, SEEN, "2026-03-05"))
    review = {"on": "2026-03-10", "participation": "PN1"}
    done(
        sqlite_office.post(f"/cases/{living.case_id}/statutory-reviews-held", review, role=Role.IRO)
    )
    sqlite_office.quiet()
    assert owed(living) == ("C-VISIT-WEEKLY", "2026-04-16")

    order = {"legal_status": "interim_care_order", "on": "2026-03-20"}
    done(sqlite_office.post(f"/cases/{living.case_id}/legal-statuses", order, role=Role.CASEWORKER))
    sqlite_office.quiet()

    assert owed(living) == ("C-VISIT-WEEKLY", "2026-04-02")
    assert living.read()["stage"] == "active"


@pytest.mark.refuses("MISSING_INFORMATION", "NOT_PERMITTED", "CONFLICT_OF_INTEREST", "NOT_FOUND")
def test_what_a_visit_is_refused_for(sqlite_office: Office) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    path = f"/placements/{living.placement_id}"
    open_ended = SEEN | {"seen_alone": False, "on": "2026-03-05"}

    assert refused(tell_visit(living, open_ended, "2026-03-05"))[:2] == (422, "MISSING_INFORMATION")
    as_broker = sqlite_office.post(f"{path}/visits", SEEN | {"on": "2026-03-05"})
    assert refused(as_broker)[:2] == (403, "NOT_PERMITTED")
    made = done(tell_visit(living, SEEN, "2026-03-05"))
    wrong = {"corrects": living.read()["start"]["event_id"], "reason": "x", "approved_by": "other"}
    corrections, seen = f"{path}/visit-corrections", f'"{made["version"]}"'
    assert refused(sqlite_office.post(corrections, wrong, if_match=seen))[:2] == (404, "NOT_FOUND")
    own = {
        "corrects": living.read()["visits"][0]["event_id"],
        "reason": "x",
        "approved_by": "demo-broker",
    }
    answer = sqlite_office.post(corrections, own, if_match=seen)
    assert refused(answer)[:2] == (403, "CONFLICT_OF_INTEREST")


@pytest.mark.covers("R-160")
def test_who_came_to_visit_is_told_to_those_who_work_with_the_child_and_stored_sealed(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    came = SEEN | {"visitor": "Maud Larkspur"}
    done(tell_visit(living, came, "2026-03-05"))
    path, placement = f"/cases/{living.case_id}/timeline", f"/placements/{living.placement_id}"

    assert living.read()["visits"][0]["visitor"] == "Maud Larkspur"
    assert "Larkspur" not in sqlite_office.get(path).text
    assert "Larkspur" not in sqlite_office.get(placement, role=Role.FINANCE_OFFICER).text
    raw = f"/streams/placement-{living.placement_id}/events"
    assert "Larkspur" not in sqlite_office.get(raw, role=Role.AUDITOR).text

    seen = f'"{living.read()["version"]}"'
    named = {"corrects": living.read()["visits"][0]["event_id"], "reason": "x"}
    by_name = sqlite_office.post(
        f"{placement}/visit-corrections", named | {"approved_by": "Maud Larkspur"}, if_match=seen
    )
    assert refused(by_name)[:2] == (422, "INVALID_REQUEST")


@pytest.mark.covers("C-VISIT-3M")
def test_a_home_meant_to_last_until_18_is_visited_every_three_months_after_a_year(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2024-03-04", since="2024-03-04")
    meant = {"until_18": True, "on": "2026-02-10"}
    path = f"/placements/{living.placement_id}/intended-lengths"
    done(sqlite_office.post(path, meant, role=Role.CASEWORKER))
    done(tell_visit(living, SEEN, "2026-02-11"))

    assert owed(living) == ("C-VISIT-3M", "2026-05-11")
    assert living.read()["until_18"] is True
