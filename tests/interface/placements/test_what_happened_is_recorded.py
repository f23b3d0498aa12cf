"""Facts of a placement: never refused for the rules they break, which are recorded with them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.access.principal import Role
from domain.shared.vocabulary import PlacementId
from tests.support.placing import (
    House,
    Placing,
    advance,
    child,
    clocks,
    done,
    home_of,
    looked_after,
    open_house,
    proposed,
    refused,
    review_planned,
    settled,
    stay_of,
)
from tests.support.service import Office

AT_NIGHT = "2026-03-07T02:10:00Z"


def moved_in(office: Office, case_id: str, house: House, at: str = AT_NIGHT) -> Placing:
    """Nobody had proposed it."""
    body = {"case_id": case_id, "setting_id": str(house.setting_id), "at": at}
    answer = office.post("/placements/starts", body, role=Role.OUT_OF_HOURS)
    placement_id = settled(office, answer)["ids"]["placement_id"]
    assert answer.headers["Location"] == f"/v1/placements/{placement_id}"
    return Placing(office, case_id, house, "", placement_id)


def broken(placing: Placing) -> list[str]:
    return [breach["code"] for breach in placing.read()["start"]["breaches"]]


@pytest.mark.covers("6-01", "6-36", "6-51")
def test_a_night_move_is_recorded_with_every_rule_it_broke(office: Office) -> None:
    full = open_house(office, places=1, registered=None)
    moved_in(office, child(office), full, "2026-03-01")
    case_id = child(office)
    moved_in(office, case_id, open_house(office), "2026-03-02")

    placing = moved_in(office, case_id, full)

    assert broken(placing) == [
        "AGE_16_17_UNREGISTERED",
        "OVER_CAPACITY",
        "OVERLAPPING_PLACEMENT",
        "WRONG_STATE",
        "FUNDING_NOT_AUTHORISED",
    ]
    shown = placing.read()
    assert (shown["stage"], shown["start"]["at"]) == ("active", AT_NIGHT)
    register = office.get(f"/cases/{case_id}/breaches").json()["breaches"]
    assert {each["code"] for each in register} >= set(broken(placing))
    assert all(each["cites"] for each in shown["start"]["breaches"])
    assert home_of(office, full).places().taken_on(date(2026, 3, 7)) == 2


@pytest.mark.covers("6-36")
def test_a_child_of_fifteen_in_an_unregistered_place_is_not_hidden(sqlite_office: Office) -> None:
    case_id = child(sqlite_office, date(2010, 9, 14))
    unregistered = open_house(sqlite_office, registered=None)

    placing = moved_in(sqlite_office, case_id, unregistered)

    assert broken(placing)[:2] == ["AGE_UNDER_16_OTHER_ARRANGEMENTS", "SETTING_NOT_REGISTERED"]


@pytest.mark.covers("6-01")
def test_verbal_authority_stands_in_for_money_authorised_beforehand(
    sqlite_office: Office,
) -> None:
    house, case_id = open_house(sqlite_office), child(sqlite_office)
    said = {"officer": "nora-officer", "given_at": "2026-03-07T01:30:00Z"}
    body = {
        "case_id": case_id,
        "setting_id": str(house.setting_id),
        "at": AT_NIGHT,
        "verbal_authority": said,
        "emergency": True,
    }
    placement_id = done(sqlite_office.post("/placements/starts", body))["ids"]["placement_id"]

    placing = Placing(sqlite_office, case_id, house, "", placement_id)

    assert broken(placing) == ["WRONG_STATE"]


def test_a_start_names_a_child_and_a_home_of_this_council(sqlite_office: Office) -> None:
    house, case_id = open_house(sqlite_office), child(sqlite_office)
    unknown = "00000000-0000-4000-8000-000000000000"
    body = {"case_id": case_id, "setting_id": str(house.setting_id), "at": AT_NIGHT}

    for wrong in ({"case_id": unknown}, {"setting_id": unknown}):
        answer = sqlite_office.post("/placements/starts", body | wrong)
        assert refused(answer)[:2] == (404, "NOT_FOUND")
    elsewhere = sqlite_office.post("/placements/starts", body, authority="E06000018")
    assert refused(elsewhere)[:2] == (404, "NOT_FOUND")


@pytest.mark.covers("6-01", "6-02", "6-05", "C-PKG-2W")
def test_a_corrected_start_moves_clocks_and_nights_and_leaves_the_old_answer(
    office: Office,
) -> None:
    case_id, house = child(office), open_house(office)
    placing = moved_in(office, case_id, house, "2026-03-03")
    done(placing.review("2026-03-20", ratings=[]))
    office.quiet()
    before = office.running.clock.now()
    assert placing.clock("C-PKG-2W")["due"] == "2026-03-17T23:59:59Z"
    first = placing.read()["start"]
    advance(office, before + timedelta(minutes=5))

    done(placing.correct("2026-03-13"))
    office.quiet()

    now = placing.clock("C-PKG-2W")
    assert (now["due"], now["plan_by"], now["breached"]) == (
        "2026-03-27T23:59:59Z",
        "2026-03-27",
        False,
    )
    then = placing.clock("C-PKG-2W", as_known_at=before.isoformat())
    assert (then["due"], then["breached"]) == ("2026-03-17T23:59:59Z", True)

    assert placing.read()["start"]["at"] == "2026-03-13"
    assert placing.read()["start"]["recorded_first_as"] == "2026-03-03"
    assert placing.read(as_known_at=before.isoformat())["start"] == first
    stay = stay_of(office, house, placing.placement_id)
    assert stay is not None
    assert stay.from_ == date(2026, 3, 13)
    the_day_before = office.get(placing.path, {"as_at": "2026-03-12"})
    assert refused(the_day_before)[:2] == (404, "NOT_FOUND")

    logged = office.get(
        f"/streams/clock-placement-{placing.placement_id}/events", role=Role.AUDITOR
    ).json()["events"]
    (moved,) = [
        each["envelope"]["payload"]
        for each in logged
        if each["name"] == "clock.due_moved.v1"
        and each["envelope"]["payload"]["key"].startswith("C-PKG-2W")
    ]
    assert (moved["old_due"], moved["new_due"], moved["why"]) == (
        "2026-03-17T23:59:59Z",
        "2026-03-27T23:59:59Z",
        "anchor_corrected",
    )


@pytest.mark.covers("6-05")
def test_a_correction_names_the_start_or_the_last_word_on_it(sqlite_office: Office) -> None:
    placing = moved_in(sqlite_office, child(sqlite_office), open_house(sqlite_office))
    unknown = "00000000-0000-4000-8000-000000000000"
    assert refused(placing.correct("2026-03-08", unknown))[:2] == (404, "NOT_FOUND")

    done(placing.correct("2026-03-08"))
    done(placing.correct("2026-03-09"))

    shown = placing.read()["start"]
    assert (shown["at"], shown["recorded_first_as"]) == ("2026-03-09", AT_NIGHT)


def test_the_nights_of_a_child_who_has_left_are_put_right_too(sqlite_office: Office) -> None:
    placing = moved_in(sqlite_office, child(sqlite_office), open_house(sqlite_office))
    done(placing.end("2026-04-01"))

    done(placing.correct("2026-03-10"))

    stay = stay_of(sqlite_office, placing.house, placing.placement_id)
    assert stay is not None
    assert (stay.from_, stay.until) == (date(2026, 3, 10), date(2026, 4, 1))
    assert placing.read(as_at="2026-03-31")["stay"]["since"] == "2026-03-10"


def test_a_placement_is_shown_as_it_stood_on_the_day(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)
    done(placing.start("2026-03-09"))
    done(placing.end("2026-04-01"))

    assert [placing.read(as_at=day)["stage"] for day in ("2026-03-09", "2026-03-31")] == [
        "active",
        "active",
    ]
    on_the_way = placing.read(as_at="2026-03-31")
    assert (on_the_way["lives_here"], on_the_way["end"]) == (True, None)
    assert placing.read(as_at="2026-04-01")["stage"] == "ended"


@pytest.mark.covers("R-04")
def test_one_may_leave_and_another_come_on_the_same_day(sqlite_office: Office) -> None:
    house = open_house(sqlite_office, places=1)
    first = moved_in(sqlite_office, child(sqlite_office), house)
    done(first.end("2026-04-01"))

    second = moved_in(sqlite_office, child(sqlite_office), house, "2026-04-01")

    assert "OVER_CAPACITY" not in broken(second)


@pytest.mark.covers("6-25")
def test_two_placements_of_one_night_are_both_kept(sqlite_office: Office) -> None:
    case_id = child(sqlite_office)
    first = moved_in(sqlite_office, case_id, open_house(sqlite_office))
    done(first.end("2026-03-07T05:20:00Z"))

    second = moved_in(sqlite_office, case_id, open_house(sqlite_office), "2026-03-07T06:00:00Z")

    assert "OVERLAPPING_PLACEMENT" not in broken(second)
    found = clocks(sqlite_office, case_id)
    assert sorted(each["outcome"] for each in found if each["code"] == "C-PKG-2W") == [
        "running",
        "stopped",
    ]


@pytest.mark.covers("6-31", "C-PKG-2W")
def test_an_end_before_the_first_review_stops_its_clock(sqlite_office: Office) -> None:
    placing = moved_in(sqlite_office, child(sqlite_office), open_house(sqlite_office), "2026-03-03")
    done(placing.end("2026-03-12"))

    clock = placing.clock("C-PKG-2W")

    assert (clock["outcome"], clock["breached"]) == ("stopped", False)


@pytest.mark.covers("6-23")
def test_a_council_that_ended_it_without_a_review_has_that_on_record(
    sqlite_office: Office,
) -> None:
    placing = moved_in(sqlite_office, child(sqlite_office), open_house(sqlite_office))
    looked_after(sqlite_office, placing.case_id)
    review_planned(sqlite_office, placing.case_id, "2026-03-30")

    done(placing.end("2026-04-01", instigator="council"))

    assert [each["code"] for each in placing.read()["end"]["breaches"]] == ["REVIEW_REQUIRED"]


@pytest.mark.covers("6-26")
def test_an_end_is_planned_or_not_by_the_evidence(sqlite_office: Office) -> None:
    office = sqlite_office
    house = open_house(office, places=9)

    def ended(**told: Any) -> tuple[bool, str]:
        placing = moved_in(office, child(office), house, "2026-03-01")
        done(placing.provider_notice("2026-03-20", end_named="2026-04-01"))
        done(placing.end("2026-04-01", **told))
        end = placing.read()["end"]
        return end["planned"], end["planned_basis"]

    assert ended() == (False, "no_evidence")
    assert ended(plan={"source": "care_plan", "on": "2026-03-10"}) == (True, "in_plan")
    assert ended(plan={"source": "care_plan", "on": "2026-03-21"}) == (False, "no_evidence")
    said = {"planned": True, "reason": "agreed_by_phone"}
    assert ended(override=said) == (True, "overridden")


@pytest.mark.covers("6-26")
def test_an_expected_end_that_was_reached_is_planned(sqlite_office: Office) -> None:
    body = {
        "case_id": child(sqlite_office),
        "setting_id": str(open_house(sqlite_office).setting_id),
        "at": "2026-03-01",
        "planned_end": "2026-04-01",
    }
    placement = done(sqlite_office.post("/placements/starts", body))["ids"]["placement_id"]
    path = f"/placements/{placement}"
    said = {"at": "2026-04-01", "reason": "moved_on", "instigator": "child"}
    done(sqlite_office.post(f"{path}/ends", said))

    end = sqlite_office.get(path).json()["end"]

    assert (end["planned"], end["planned_basis"]) == (True, "expected_end_reached")


def test_two_days_late_is_recorded_as_it_was(sqlite_office: Office) -> None:
    """Entered at half past nine on Monday; true since ten past two on Saturday."""
    advance(sqlite_office, datetime(2027, 3, 8, 9, 30, tzinfo=UTC))
    case_id = child(sqlite_office, date(2010, 9, 14))
    placing = moved_in(sqlite_office, case_id, open_house(sqlite_office), "2027-03-06T02:10:00Z")

    stream = f"placement-{placing.placement_id}"
    logged = sqlite_office.get(f"/streams/{stream}/events", role=Role.AUDITOR).json()["events"]

    assert [each["name"] for each in logged] == ["placement.started.v1"]
    envelope = logged[0]["envelope"]
    assert envelope["effective_at"] == "2027-03-06T02:10:00Z"
    assert envelope["recorded_at"] > "2027-03-08T09:29"
    assert placing.clock("C-PKG-2W")["due"] == "2027-03-20T23:59:59Z"
    assert home_of(sqlite_office, placing.house).places().taken_on(date(2027, 3, 6)) == 1


def test_a_child_cannot_be_ended_out_of_a_home_it_never_entered(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office)

    assert refused(placing.end("2026-04-01"))[:2] == (409, "WRONG_STATE")
    held = home_of(sqlite_office, placing.house).held(PlacementId(UUID(placing.placement_id)))
    assert held is not None
