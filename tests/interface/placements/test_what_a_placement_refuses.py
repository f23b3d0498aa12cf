"""Every refusal of a placement's decisions, with its code, its status and what it rests on."""

from datetime import date, timedelta
from typing import Any

import pytest

from application.access.principal import Role
from domain.setting.registration import RegistrationKind
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import Provision
from tests.support.placing import (
    BORN,
    DPS,
    START,
    child,
    choose,
    done,
    looked_after,
    offered,
    open_house,
    proposed,
    publish_next_version,
    refused,
    review_planned,
    stay_of,
)
from tests.support.service import Office

SIXTEEN_ON_THE_START = date(2010, 3, 9)


@pytest.mark.covers("4-214")
def test_a_start_says_everything_it_lacks_at_once(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)

    answer = placing.agree_start(iro_informed=False, placement_plan_prepared=False)

    assert refused(answer)[:2] == (422, "MISSING_INFORMATION")
    assert answer.json()["missing"] == [
        "provider_meeting",
        "introductory_visit",
        "agreement_in_force",
        "iro_informed",
        "placement_plan",
    ]
    assert placing.read()["stage"] == "proposed"


@pytest.mark.covers("4-214", "6-71")
def test_nothing_is_issued_or_agreed_on_money_nobody_authorised(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office, funded=False)
    done(placing.draft())

    unfunded = (422, "FUNDING_NOT_AUTHORISED", "seed row 4-214; docs/domain/02, 2.5")
    assert refused(placing.act("agreement-issues", {})) == unfunded
    assert refused(placing.agree_start()) == unfunded


@pytest.mark.covers("4-214")
def test_money_for_less_or_for_a_shorter_time_does_not_do(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office, weeks=26, planned_end=date(2026, 12, 1))
    done(placing.draft())

    assert refused(placing.act("agreement-issues", {}))[1] == "FUNDING_NOT_AUTHORISED"

    dearer = [{"kind": "accommodation", "weekly_pence": 90_001}]
    paid = [{"heading": "social_care", "weekly_pence": 90_001, "lead": True}]
    longer = proposed(sqlite_office)
    done(longer.draft(price=dearer, shares=paid))
    assert refused(longer.act("agreement-issues", {}))[1] == "FUNDING_NOT_AUTHORISED"


@pytest.mark.covers("6-35")
@pytest.mark.refuses("AGE_UNDER_16_OTHER_ARRANGEMENTS")
def test_other_arrangements_begin_on_the_sixteenth_birthday_and_not_a_day_before(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office, born_on=SIXTEEN_ON_THE_START).agreed().introduced()

    answer = placing.agree_start("2026-03-08")

    assert refused(answer) == (
        422,
        "AGE_UNDER_16_OTHER_ARRANGEMENTS",
        "SI 2010/959, reg. 27A",
    )
    done(placing.agree_start("2026-03-09"))


@pytest.mark.refuses("AGE_16_17_UNREGISTERED")
def test_registration_is_judged_on_the_start_date(sqlite_office: Office) -> None:
    lapsing = open_house(sqlite_office, registered_until=date(2026, 3, 16))
    placing = proposed(sqlite_office, lapsing).agreed().introduced()

    answer = placing.agree_start("2026-03-16")

    assert refused(answer) == (
        422,
        "AGE_16_17_UNREGISTERED",
        "SI 2010/959, reg. 27; SI 2023/416",
    )
    done(placing.agree_start("2026-03-15"))


def test_a_home_outside_its_registered_ages_is_refused(sqlite_office: Office) -> None:
    for_seventeen = open_house(sqlite_office, ages=AgeRange(first=17, before=18))
    seventeen = BORN.replace(year=BORN.year + 17)
    placing = proposed(sqlite_office, for_seventeen, starts_on=seventeen).agreed().introduced()

    refusal = placing.agree_start((seventeen - timedelta(days=1)).isoformat())

    assert refused(refusal) == (422, "AGE_OUTSIDE_CATEGORY", "docs/domain/10, R-02")
    assert done(placing.agree_start(seventeen.isoformat()))


@pytest.mark.refuses("SETTING_NOT_REGISTERED")
def test_a_childrens_home_without_registration_is_refused(sqlite_office: Office) -> None:
    publish_next_version(sqlite_office, buys=Provision.CHILDRENS_HOME)
    lapsing = open_house(
        sqlite_office,
        provision=Provision.CHILDRENS_HOME,
        registered=RegistrationKind.CHILDRENS_HOME,
        registered_until=date(2026, 3, 16),
    )
    placing = proposed(sqlite_office, lapsing).agreed().introduced()

    answer = placing.agree_start("2026-03-16")

    assert refused(answer) == (422, "SETTING_NOT_REGISTERED", "Care Standards Act 2000, s. 11")


@pytest.mark.covers("6-08", "R-17", "R-04")
def test_the_second_of_two_searches_does_not_get_the_last_bed(office: Office) -> None:
    house = open_house(office, places=1)
    first, second = child(office), child(office)
    won = offered(office, first, house, BORN)
    lost = offered(office, second, house, BORN)
    done(choose(office, *won))

    answer = choose(office, *lost)

    assert refused(answer) == (422, "OVER_CAPACITY", "docs/domain/02, 2.9")
    found = office.get(f"/referrals/{lost[0]}").json()
    assert found["stage"] == "evaluating"


@pytest.mark.covers("6-08")
def test_a_start_cannot_be_agreed_for_nights_that_someone_else_has(sqlite_office: Office) -> None:
    house = open_house(sqlite_office, places=1)
    placing = proposed(sqlite_office, house, planned_end=date(2026, 9, 1)).agreed().introduced()
    moved_in = {
        "case_id": child(sqlite_office),
        "setting_id": str(house.setting_id),
        "at": "2026-03-01",
    }
    other = done(sqlite_office.post("/placements/starts", moved_in))["ids"]["placement_id"]
    left = {"at": "2026-03-08", "reason": "moved_on", "instigator": "child"}
    done(sqlite_office.post(f"/placements/{other}/ends", left))

    assert refused(placing.agree_start("2026-03-07"))[:2] == (422, "OVER_CAPACITY")
    done(placing.agree_start("2026-03-08"))
    stay = stay_of(sqlite_office, house, placing.placement_id)
    assert stay is not None
    assert stay.from_ == date(2026, 3, 8)


@pytest.mark.covers("6-76", "R-12")
def test_more_hours_than_the_lot_carries_are_refused(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)

    answer = placing.draft(half_hours=51)

    assert refused(answer)[:2] == (422, "MATRIX_OUT_OF_RANGE")
    done(placing.draft(half_hours=50))


@pytest.mark.covers("6-76")
def test_27_hours_that_were_approved_as_bespoke_are_bought_though_the_lot_carries_fewer(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office, matrix=None)
    assert refused(placing.draft())[:2] == (422, "MATRIX_MISSING")
    matrix = {"half_hours": 54, "bespoke_24_7_approved_by": "demo-head", "on": "2026-02-20"}
    case = f"/cases/{placing.case_id}"
    done(sqlite_office.post(f"{case}/matrices", matrix, role=Role.CASEWORKER))

    done(placing.draft(half_hours=54))


def test_an_agreement_needs_a_contract_version_that_there_is(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)

    assert refused(placing.draft(contract_version=99))[:2] == (404, "NOT_FOUND")
    nowhere = "00000000-0000-4000-8000-000000000000"
    assert refused(placing.draft(contract_id=nowhere))[:2] == (404, "NOT_FOUND")


@pytest.mark.covers("R-18")
def test_an_agreement_after_an_emergency_start_names_its_lot(sqlite_office: Office) -> None:
    house, case_id = open_house(sqlite_office), child(sqlite_office)
    moved_in = {"case_id": case_id, "setting_id": str(house.setting_id), "at": "2026-03-07"}
    placement = done(sqlite_office.post("/placements/starts", moved_in))["ids"]["placement_id"]
    content = {
        "contract_id": str(DPS),
        "contract_version": 1,
        "price": [{"kind": "accommodation", "weekly_pence": 65_000}],
        "half_hours": 60,
    }
    path = f"/placements/{placement}/agreements"

    without = sqlite_office.post(path, content)
    assert refused(without)[:2] == (422, "MISSING_INFORMATION")
    assert without.json()["missing"] == ["lot"]
    unknown = sqlite_office.post(path, content | {"lot": "9.9"})
    assert refused(unknown)[:2] == (404, "NOT_FOUND")
    too_much = sqlite_office.post(path, content | {"lot": "2.2"})
    assert refused(too_much)[:2] == (422, "MATRIX_OUT_OF_RANGE")
    done(sqlite_office.post(path, content | {"lot": "2.2", "half_hours": 50}))


def test_one_person_cannot_sign_for_both_sides(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)
    done(placing.draft())
    done(placing.act("agreement-issues", {}))
    done(placing.sign("council", subject="one-hand"))

    answer = placing.sign("provider", subject="one-hand")

    assert refused(answer)[:2] == (403, "CONFLICT_OF_INTEREST")
    done(placing.sign("provider", subject="another-hand"))


@pytest.mark.covers("6-05")
def test_nobody_approves_their_own_correction(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)
    done(placing.start())

    answer = placing.correct("2026-03-10", approved_by="demo-broker")

    assert refused(answer)[:2] == (403, "CONFLICT_OF_INTEREST")


@pytest.mark.covers("4-232", "6-23")
def test_notice_needs_its_grounds_its_reason_and_a_review(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office).started()
    looked_after(sqlite_office, placing.case_id)

    bare = placing.notice("2026-05-01", options_explored=None, manager_approval=None, written=False)
    assert refused(bare)[:2] == (422, "MISSING_INFORMATION")
    assert bare.json()["missing"] == ["written", "options_explored", "manager_approval"]

    unmapped = placing.notice("2026-05-01", "not_in_the_contract")
    assert refused(unmapped) == (422, "NOTICE_REASON_UNMAPPED", "docs/domain/02, 2.6")

    own = placing.notice("2026-05-01", manager_approval="demo-broker")
    assert refused(own)[:2] == (403, "CONFLICT_OF_INTEREST")

    unreviewed = placing.notice("2026-05-01")
    assert refused(unreviewed) == (
        422,
        "REVIEW_REQUIRED",
        "SI 2010/959, reg. 14; docs/domain/06, 6-23",
    )

    review_planned(sqlite_office, placing.case_id, "2026-06-01")
    assert refused(placing.notice("2026-05-01"))[1] == "REVIEW_REQUIRED"
    review_planned(sqlite_office, placing.case_id, "2026-05-31")
    done(placing.notice("2026-05-01"))


@pytest.mark.covers("6-23")
def test_immediate_risk_needs_no_review_first(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office).started()
    looked_after(sqlite_office, placing.case_id)

    done(placing.notice("2026-05-01", risk_ground="harm_to_child"))

    assert placing.read()["stage"] == "under_notice"


def test_no_step_is_taken_out_of_turn(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)

    wrong = (409, "WRONG_STATE")
    assert refused(placing.act("agreement-issues", {}))[:2] == wrong
    assert refused(placing.sign("council"))[:2] == wrong
    assert refused(placing.notice("2026-05-01"))[:2] == wrong
    assert refused(placing.end("2026-05-01"))[:2] == wrong
    assert refused(placing.review("2026-05-01"))[:2] == wrong
    assert refused(placing.provider_notice("2026-05-01"))[:2] == wrong

    placing.started()
    assert refused(placing.start())[:2] == wrong
    assert refused(placing.agree_start())[:2] == wrong
    assert refused(placing.act("cancellations", {"reason": "child_declined"}))[:2] == wrong
    done(placing.notice("2026-05-01"))
    assert refused(placing.notice("2026-05-02"))[:2] == wrong

    done(placing.end("2026-06-01"))
    assert refused(placing.end("2026-06-02"))[:2] == wrong
    assert refused(placing.draft())[:2] == wrong


def test_a_decision_on_an_older_version_learns_what_came_since_and_by_whom(
    office: Office,
) -> None:
    placing = proposed(office)
    seen = placing.etag()
    done(placing.draft())
    body = {"starts_at": START.isoformat(), "iro_informed": True, "placement_plan_prepared": True}

    stale = office.post(f"{placing.path}/start-agreements", body, if_match=seen)
    assert refused(stale)[:2] == (412, "VERSION_CONFLICT")
    problem = stale.json()
    assert problem["newest_event"] == "placement.agreement_drafted.v1"
    assert (problem["newest_by"], problem["current"]) == ("demo-broker", 2)

    unnamed = office.post(f"{placing.path}/start-agreements", body)
    assert refused(unnamed)[:2] == (428, "IF_MATCH_REQUIRED")


def test_every_decision_names_the_version_it_rests_on(sqlite_office: Office) -> None:
    start = {"starts_at": "2026-03-09", "iro_informed": True, "placement_plan_prepared": True}
    correction = {
        "corrects": "00000000-0000-4000-8000-000000000000",
        "at": "2026-03-09",
        "reason": "Typed wrongly.",
        "approved_by": "morgan-manager",
    }
    decisions: dict[str, dict[str, Any]] = {
        "agreement-issues": {},
        "start-agreements": start,
        "start-corrections": correction,
        "notices": {"reason": "any_general_reason", "served_at": "2026-05-01"},
        "cancellations": {"reason": "child_declined"},
    }
    house, case_id = open_house(sqlite_office), child(sqlite_office)
    moved_in = {"case_id": case_id, "setting_id": str(house.setting_id), "at": "2026-03-07"}
    placement = done(sqlite_office.post("/placements/starts", moved_in))["ids"]["placement_id"]
    path = f"/placements/{placement}"

    found = {what: sqlite_office.post(f"{path}/{what}", body) for what, body in decisions.items()}

    assert {what: refused(answer)[:2] for what, answer in found.items()} == dict.fromkeys(
        decisions, (428, "IF_MATCH_REQUIRED")
    )


def test_what_is_still_to_come_is_no_fact(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)
    now = sqlite_office.running.clock.now()
    tomorrow = (now.date() + timedelta(days=2)).isoformat()
    in_a_while = (now + timedelta(minutes=10)).isoformat(timespec="seconds")

    assert refused(placing.start(tomorrow))[:2] == (422, "EFFECTIVE_IN_FUTURE")
    assert refused(placing.start(in_a_while))[:2] == (422, "EFFECTIVE_IN_FUTURE")
    met = {"on": tomorrow, "attendees": ["provider"]}
    assert refused(placing.act("provider-meetings", met))[1] == "EFFECTIVE_IN_FUTURE"
    done(placing.start())
    assert refused(placing.review(tomorrow))[1] == "EFFECTIVE_IN_FUTURE"
    assert refused(placing.end(tomorrow))[1] == "EFFECTIVE_IN_FUTURE"
    assert refused(placing.correct(tomorrow))[1] == "EFFECTIVE_IN_FUTURE"
    assert placing.read()["stage"] == "active"


def test_nothing_happened_here_before_the_child_moved_in(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)
    done(placing.start())

    early = (422, "EFFECTIVE_BEFORE_STREAM")
    assert refused(placing.review("2026-03-08"))[:2] == early
    assert refused(placing.end("2026-03-08"))[:2] == early
    assert refused(placing.provider_notice("2026-03-08"))[:2] == early


@pytest.mark.covers("R-20", "4-224", "4-225")
def test_a_package_review_needs_the_childs_part_the_matrix_the_ratings_and_every_absence(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office).started()

    bare = placing.review("2026-03-20", participation=None, ratings=[], matrix_half_hours=None)
    assert refused(bare)[:2] == (422, "MISSING_INFORMATION")
    assert bare.json()["missing"] == ["participation", "matrix_half_hours", "ratings"]

    unexplained = placing.review("2026-03-20", young_person={"attended": False})
    assert refused(unexplained)[:2] == (422, "INVALID_REQUEST")
    explained = {"attended": False, "absence_reason": "declined"}
    done(placing.review("2026-03-20", young_person=explained))
