"""Where a child is to live outside the area waits for who may approve it (SI 2010/959, reg. 11)."""

from datetime import date, datetime
from typing import Any

import pytest

from application.access.principal import Role
from domain.placement.approving import ASKED, ApprovalKind, Matter
from domain.setting.registration import RegistrationKind
from domain.shared.vocabulary import Provision
from tests.support.approving import (
    CAREWORKER,
    DIRECTOR,
    HEAD,
    approve,
    approved,
    ask,
    away,
    proposed_away,
    record,
    shown,
    waiting,
)
from tests.support.matching import CHESTERFIELD, LEICESTERSHIRE, NEAR_BY, NOTTINGHAM
from tests.support.placing import Placing, child, clocks, done, open_house, proposed, refused
from tests.support.service import Office

DISTANT = (422, "DISTANT_NOT_APPROVED_BY_DCS", "SI 2010/959, reg. 11; docs/domain/02, 2.11")
OUTSIDE = (422, "OUT_OF_AREA_NOT_APPROVED", "SI 2010/959, reg. 11; docs/domain/02, 2.11")


def breaches(office: Office, case_id: str) -> set[str]:
    found = office.get(f"/cases/{case_id}/breaches").json()["breaches"]
    return {each["code"] for each in found}


def moved_in(office: Office, setting_id: object, **more: Any) -> tuple[str, str]:
    case_id = child(office)
    said = {"case_id": case_id, "setting_id": str(setting_id), "at": "2026-03-07T02:10:00Z", **more}
    placement_id = done(office.post("/placements/starts", said))["ids"]["placement_id"]
    return case_id, placement_id


@pytest.mark.covers("6-54", "C-OOA-APPR", "1-032")
@pytest.mark.refuses("DISTANT_NOT_APPROVED_BY_DCS", "MISSING_INFORMATION", "NOT_PERMITTED")
def test_nottingham_is_near_by_miles_and_waits_for_the_director(
    sqlite_office: Office,
) -> None:
    placing = proposed_away(sqlite_office, NOTTINGHAM).agreed().introduced()
    where = placing.read()["arrangement"]
    assert (where["locality"], placing.read()["approval"]["needed"]) == ("at_a_distance", "dcs")
    assert refused(placing.agree_start()) == DISTANT

    done(ask(placing, "at_a_distance"))
    about = f"placement-{placing.placement_id}"
    assert ("DISTANT_NOT_APPROVED_BY_DCS", about) in waiting(sqlite_office, Role.DCS)
    unsettled = approve(placing, "at_a_distance")
    assert refused(unsettled)[:2] == (422, "MISSING_INFORMATION")
    assert unsettled.json()["missing"] == [e.value for e in ASKED[ApprovalKind.AT_A_DISTANCE]]
    done(record(placing, *ASKED[ApprovalKind.AT_A_DISTANCE]))
    assert refused(approve(placing, "at_a_distance", **HEAD))[:2] == (403, "NOT_PERMITTED")

    done(approve(placing, "at_a_distance"))

    found = shown(placing, "at_a_distance")
    assert (found["standing"], found["decided_by"], found["role"]) == (
        "given",
        "dana-director",
        "dcs",
    )
    assert waiting(sqlite_office, Role.DCS) == []
    assert placing.clock("C-OOA-APPR")["outcome"] == "met"
    done(placing.agree_start())
    done(placing.start("2026-03-09T11:30:00Z"))
    assert placing.read()["start"]["breaches"] == []
    told = sqlite_office.get(f"/cases/{placing.case_id}/timeline").json()["entries"]
    assert "dana-director (dcs) approved: at a distance." in [each["sentence"] for each in told]


@pytest.mark.covers("6-55")
@pytest.mark.refuses("OUT_OF_AREA_NOT_APPROVED", "CONFLICT_OF_INTEREST")
def test_chesterfield_is_far_by_miles_and_adjoining_and_a_nominated_officer_approves_it(
    sqlite_office: Office,
) -> None:
    placing = proposed_away(sqlite_office, CHESTERFIELD).agreed().introduced()
    assert placing.read()["approval"]["needed"] == "nominated_officer"
    assert refused(placing.agree_start()) == OUTSIDE
    done(record(placing, *ASKED[ApprovalKind.OUT_OF_AREA]))
    done(ask(placing, "out_of_area"))
    own = approve(
        placing, "out_of_area", role=Role.NOMINATED_OFFICER, subject=CAREWORKER["subject"]
    )
    assert refused(own)[:2] == (403, "CONFLICT_OF_INTEREST")

    done(approve(placing, "out_of_area", **HEAD))

    done(placing.agree_start())
    finance = placing.read(Role.FINANCE_OFFICER)["approval"]
    assert (finance["considered"], finance["approvals"][0]["asked_because"]) == ([], None)


@pytest.mark.covers("6-56")
def test_carers_whom_the_council_approved_need_no_approval_and_still_live_outside(
    sqlite_office: Office,
) -> None:
    outside: dict[str, Any] = {**LEICESTERSHIRE, "bought": False}
    for kind in (RegistrationKind.FOSTER_APPROVAL, RegistrationKind.TEMPORARY_APPROVAL):
        carers = open_house(
            sqlite_office,
            provision=Provision.FOSTERING,
            registered=kind,
            **outside,
        )
        case_id, placement_id = moved_in(sqlite_office, carers.setting_id)

        read = sqlite_office.get(f"/placements/{placement_id}").json()
        assert (read["arrangement"]["locality"], read["approval"]["needed"]) == (
            "at_a_distance",
            "nobody",
        )
        assert not breaches(sqlite_office, case_id) & {DISTANT[1], OUTSIDE[1]}
        assert "C-OOA-APPR" not in [e["code"] for e in clocks(sqlite_office, case_id)]


@pytest.mark.covers("6-57")
def test_another_councils_child_is_not_approved_here(sqlite_office: Office) -> None:
    placing = proposed_away(sqlite_office, NOTTINGHAM)

    elsewhere = {**DIRECTOR, "authority": "E06000018"}
    answer = placing.act("approvals", {"kind": "at_a_distance"}, **elsewhere)

    assert refused(answer)[:2] == (404, "NOT_FOUND")


@pytest.mark.covers("C-OOA-APPR")
@pytest.mark.parametrize(
    ("where", "broken"), [(NOTTINGHAM, DISTANT[1]), (CHESTERFIELD, OUTSIDE[1])]
)
def test_a_child_who_is_there_unapproved_is_a_fact_with_a_breach_and_late(
    sqlite_office: Office, where: dict[str, Any], broken: str
) -> None:
    case_id, _ = moved_in(sqlite_office, away(sqlite_office, where).setting_id)
    near, _ = moved_in(sqlite_office, away(sqlite_office, NEAR_BY).setting_id)

    assert broken in breaches(sqlite_office, case_id)
    assert not breaches(sqlite_office, near) & {DISTANT[1], OUTSIDE[1]}
    (late,) = [e for e in clocks(sqlite_office, case_id) if e["code"] == "C-OOA-APPR"]
    assert (late["due"], late["breached"]) == ("2026-03-07T02:10:00Z", True)


@pytest.mark.covers("R-128")
def test_at_night_the_director_approves_by_telephone_and_in_full_within_five_days(
    sqlite_office: Office,
) -> None:
    placing = proposed_away(sqlite_office, NOTTINGHAM, emergency=True)
    done(record(placing, Matter.WISHES_AND_FEELINGS, Matter.MOST_APPROPRIATE))
    done(ask(placing, "at_a_distance"))
    said = {
        "kind": "at_a_distance",
        "officer": "dana-director",
        "role": "dcs",
        "given_at": sqlite_office.running.clock.now().isoformat(),
    }
    careline = {"role": Role.OUT_OF_HOURS, "subject": "olly-out-of-hours"}
    not_enough = placing.act("spoken-approvals", {**said, "role": "nominated_officer"}, **careline)
    assert refused(not_enough)[:2] == (403, "NOT_PERMITTED")

    done(placing.act("spoken-approvals", said, **careline))

    found = shown(placing, "at_a_distance")
    by_telephone = datetime.fromisoformat(found["by_telephone"])
    assert (found["standing"], by_telephone) == (
        "given_in_emergency",
        datetime.fromisoformat(said["given_at"]),
    )
    assert found["outstanding"] == [e.value for e in ASKED[ApprovalKind.AT_A_DISTANCE][2:]]
    assert placing.clock("C-APPR-5WD")["outcome"] == "running"
    done(placing.agree_start())
    done(record(placing, *ASKED[ApprovalKind.AT_A_DISTANCE]))
    done(approve(placing, "at_a_distance"))
    assert placing.clock("C-APPR-5WD")["outcome"] == "met"


def test_a_refusal_is_told_and_waits_for_another_request(sqlite_office: Office) -> None:
    placing = proposed_away(sqlite_office, NOTTINGHAM)
    done(ask(placing, "at_a_distance"))

    no = {"kind": "at_a_distance", "because": "Two homes in the city were not asked."}
    done(placing.act("approval-refusals", no, **DIRECTOR))

    found = shown(placing, "at_a_distance")
    assert (found["standing"], found["refused_because"]) == ("refused", no["because"])
    assert waiting(sqlite_office, Role.DCS) == []
    assert refused(approve(placing, "at_a_distance"))[:2] == (409, "WRONG_STATE")


@pytest.mark.covers("6-58")
def test_the_boundaries_are_those_of_the_day_on_which_the_child_would_move_in(
    sqlite_office: Office,
) -> None:
    """A reorganisation between the proposal and the start makes one council of two."""
    day = date(2026, 3, 9)
    placing = proposed_away(sqlite_office, CHESTERFIELD, starts_on=day).agreed().introduced()
    merged = {
        "districts": ["E06000015", "E07000034"],
        "adjoining": ["E06000018"],
        "adjoining_districts": ["E06000018"],
        "since": "2026-03-10",
        "source": "An order of reorganisation",
        "approved_by": "dana-director",
    }
    changed = sqlite_office.post("/authorities/E06000015/boundaries", merged, role=Role.DCS)
    done(changed)

    assert refused(placing.agree_start("2026-03-09")) == OUTSIDE
    done(placing.agree_start("2026-03-10"))


def test_a_home_in_the_city_asks_nobody(sqlite_office: Office) -> None:
    placing: Placing = proposed(sqlite_office)

    assert placing.read()["approval"]["needed"] == "nobody"
    done(approved(placing, "out_of_area").agreed().introduced().agree_start())
