"""The homes that two councils buy together: whom they warn of, who must agree, what is counted."""

from datetime import date, timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.buying import Buying, done, running_block
from tests.support.placing import (
    BORN,
    House,
    Placing,
    child,
    looked_after,
    offered,
    open_house,
    proposed,
    refused,
)
from tests.support.registers import MANAGER, NOTTINGHAM
from tests.support.service import Office

BOTH = [
    {"council": "E06000015", "basis_points": 5_000, "lead": True},
    {"council": "E10000007", "basis_points": 5_000},
]
ADMISSION: dict[str, Any] = {
    "in_care_only": True,
    "joint": True,
    "indications": [
        "adhd_diagnosed",
        "aggression_or_damage",
        "autism_traits",
        "camhs_or_hospital",
        "discharged_from_hospital_or_secure",
        "dysregulation_despite_support",
        "self_harm_hospital_stay",
        "severe_distress",
        "significant_difficulties",
        "three_breakdowns_in_twelve_months",
        "trauma",
        "unregistered_home",
    ],
}
AGREES = {"agrees": True, "answered_by": "Head of placements there"}


def specialist(office: Office, house: House, *, joint: bool = False) -> Buying:
    proposal = {"emergency": False, "admission": {**ADMISSION, "joint": joint}}
    return running_block(office, house, 2, proposal=proposal, purchasers=BOTH)


def considered(office: Office, referral_id: str, block: Buying, *codes: str) -> str:
    sent = {"block_id": block.block_id, "indications": list(codes)}
    answer = office.post(f"/referrals/{referral_id}/admissions", sent, role=Role.CASEWORKER)
    return f"/admissions/{done(answer)['ids']['admission_id']}"


def shown(office: Office, referral_id: str, **asked: Any) -> Any:
    answer = office.get(f"/referrals/{referral_id}/admissions", asked)
    assert answer.status_code == 200, answer.text
    (found,) = answer.json()["admissions"]
    return found


def start_codes(placing: Placing) -> set[str]:
    return {each["code"] for each in placing.read()["start"]["breaches"]}


@pytest.mark.covers("6-43", "0-002", "0-003", "0-025", "0-027", "R-15", "R-87")
def test_a_child_on_section_17_is_warned_of_refused_at_the_start_and_a_breach_if_it_moves(
    sqlite_office: Office,
) -> None:
    house = open_house(sqlite_office)
    block = specialist(sqlite_office, house)
    lives = proposed(sqlite_office, house)
    in_need = {"legal_status": "child_in_need", "on": "2026-02-20"}
    done(
        sqlite_office.post(f"/cases/{lives.case_id}/legal-statuses", in_need, role=Role.CASEWORKER)
    )
    considered(sqlite_office, lives.referral_id, block)
    assert shown(sqlite_office, lives.referral_id)["warnings"] == ["LEGAL_STATUS_NOT_ELIGIBLE"]

    lives.agreed().introduced()
    not_yet = lives.agree_start()
    assert refused(not_yet)[:2] == (422, "LEGAL_STATUS_NOT_ELIGIBLE")
    assert "R-15" in not_yet.json()["cites"]
    done(lives.start())
    assert "LEGAL_STATUS_NOT_ELIGIBLE" in start_codes(lives)

    in_care = proposed(sqlite_office, house)
    looked_after(sqlite_office, in_care.case_id)
    considered(sqlite_office, in_care.referral_id, block)
    done(in_care.agreed().introduced().agree_start())


@pytest.mark.covers("0-001", "0-002", "R-87")
def test_nobody_is_admitted_before_each_purchaser_has_agreed(sqlite_office: Office) -> None:
    house = open_house(sqlite_office)
    block = specialist(sqlite_office, house, joint=True)
    lives = proposed(sqlite_office, house)
    looked_after(sqlite_office, lives.case_id)
    path = considered(sqlite_office, lives.referral_id, block)
    lives.agreed().introduced()
    today = sqlite_office.running.office.today()
    starts = (today + timedelta(days=1)).isoformat()

    silent = lives.agree_start(starts)
    assert refused(silent)[:2] == (422, "ADMISSION_NOT_AGREED")
    assert silent.json()["not_agreed"] == ["E06000015", "E10000007"]
    by_caseworker = sqlite_office.post(
        f"{path}/words",
        {**AGREES, "council": "E06000015", "on": today.isoformat()},
        role=Role.CASEWORKER,
    )
    assert refused(by_caseworker)[:2] == (403, "NOT_PERMITTED")
    for council in ("E06000015", "E10000007"):
        word = {**AGREES, "council": council, "on": today.isoformat()}
        done(sqlite_office.post(f"{path}/words", word, **MANAGER))
    objection = {
        "council": "E10000007",
        "agrees": False,
        "answered_by": "Their director",
        "reason": "Known to another child there.",
        "on": today.isoformat(),
    }
    done(sqlite_office.post(f"{path}/words", objection, **MANAGER))
    assert refused(lives.agree_start(starts))[:2] == (422, "ADMISSION_NOT_AGREED")
    told = shown(sqlite_office, lives.referral_id)
    assert [each["agrees"] for each in told["words"]] == [True, False]
    elsewhere = {**MANAGER, "authority": NOTTINGHAM}
    assert sqlite_office.post(f"{path}/words", objection, **elsewhere).status_code == 404

    again = {**AGREES, "council": "E10000007", "on": today.isoformat()}
    done(sqlite_office.post(f"{path}/words", again, **MANAGER))
    assert shown(sqlite_office, lives.referral_id)["agreed_by_all"] is True
    done(lives.agree_start(starts))
    with sqlite_office.running.database.read() as connection:
        log = str(connection.exec_driver_sql("SELECT * FROM events").all())
    assert "Known to another child" not in log


def stay(office: Office, case_id: str, house: House, began: date, ended: date) -> None:
    sent = {
        "case_id": case_id,
        "setting_id": str(house.setting_id),
        "at": began.isoformat(),
    }
    answer = done(office.post("/placements/starts", sent, role=Role.CASEWORKER))
    left = Placing(office, case_id, house, "", answer["ids"]["placement_id"])
    done(left.end(ended.isoformat(), reason="broke_down", instigator="provider"))


@pytest.mark.covers("6-44", "0-011", "0-013", "0-015", "0-017", "0-018", "0-019", "0-020")
@pytest.mark.covers("0-021", "0-022", "0-024", "0-026", "R-88")
def test_three_breakdowns_in_twelve_months_are_counted_with_those_elsewhere(
    sqlite_office: Office,
) -> None:
    house, today = open_house(sqlite_office), sqlite_office.running.office.today()
    block, case_id = specialist(sqlite_office, house), child(sqlite_office)
    for began, ended in ((500, 400), (300, 200), (190, 100)):
        first, last = (today - timedelta(days=days) for days in (began, ended))
        stay(sqlite_office, case_id, house, first, last)
    referral_id, _ = offered(sqlite_office, case_id, house, BORN)
    path = considered(sqlite_office, referral_id, block, "trauma", "likes_horses")

    def counted() -> tuple[int, set[str]]:
        told = shown(sqlite_office, referral_id)
        present = {each["code"] for each in told["indications"] if each["present"]}
        named = {each["code"] for each in told["indications"] if each["named_by_homes"]}
        assert named == set(ADMISSION["indications"])
        return len(told["breakdowns"]), present

    three = "three_breakdowns_in_twelve_months"
    assert counted() == (2, {"trauma", "likes_horses"})
    elsewhere = {"on": (today - timedelta(days=250)).isoformat(), "evidence": " "}
    bare = sqlite_office.post(f"{path}/outside-breakdowns", elsewhere, role=Role.CASEWORKER)
    assert refused(bare)[:2] == (422, "MISSING_INFORMATION")
    elsewhere["evidence"] = "Letter of the former council."
    done(sqlite_office.post(f"{path}/outside-breakdowns", elsewhere, role=Role.CASEWORKER))
    assert counted() == (3, {three, "trauma", "likes_horses"})
    anew = {"indications": ["self_harm_hospital_stay"]}
    done(sqlite_office.post(f"{path}/indications", anew, role=Role.CASEWORKER))
    assert counted() == (3, {"self_harm_hospital_stay", three})
