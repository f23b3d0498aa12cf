"""What becomes of a notice over HTTP: agreed otherwise, given again, taken back, or run out."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, referral_of
from tests.support.placing import Placing, done, open_house, proposed, refused
from tests.support.service import Office


def on_notice(placing: Placing, what: str, said: dict[str, Any]) -> Any:
    return placing.act(f"notices/1/{what}", said)


def agreed(placing: Placing, what: str, end: str, **said: Any) -> Any:
    told = {
        "agreed_on": "2026-05-04",
        "earliest_end": end,
        "pay_until": end,
        "reason": "A place nearer to the college is free.",
        "provider_agreed": "priya-provider",
        "manager_approval": "morgan-manager",
    }
    return on_notice(placing, what, told | said)


def tasks(placing: Placing) -> list[str]:
    placing.office.quiet()
    about = {"about": f"placement-{placing.placement_id}"}
    found = placing.office.get("/tasks", about).json()["tasks"]
    return sorted(each["code"] for each in found)


@pytest.mark.covers("6-16", "C-NOT-30")
def test_a_notice_of_thirty_days_is_shortened_to_ten_by_both(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office).started()
    done(placing.notice("2026-05-01"))

    alone = agreed(placing, "shortenings", "2026-05-11", provider_agreed=None)
    unpaid = agreed(placing, "shortenings", "2026-05-11", pay_until="2026-05-10")
    assert refused(alone)[:2] == (403, "NOT_PERMITTED")
    assert refused(unpaid)[:2] == (422, "NOTICE_END_NOT_POSSIBLE")
    done(agreed(placing, "shortenings", "2026-05-11", pay_until="2026-05-20"))
    sqlite_office.quiet()

    (shown,) = placing.read()["notices"]
    assert (shown["days"], shown["given_end"]) == (30, "2026-05-31")
    assert (shown["earliest_end"], shown["pay_until"]) == ("2026-05-11", "2026-05-20")
    assert placing.clock("C-NOT-30")["due"] == "2026-05-11T22:59:59Z"
    (before,) = placing.read(as_at="2026-05-02")["notices"]
    assert (before["earliest_end"], before["agreed"]) == ("2026-05-31", [])
    (priced,) = placing.read(role=Role.FINANCE_OFFICER)["notices"]
    assert priced["agreed"][0]["reason"] is None
    done(placing.end("2026-05-11"))
    assert placing.read()["end"]["notice_outcome"] == "on_time"


@pytest.mark.covers("6-18", "R-149")
def test_a_child_who_is_there_still_is_told_of_and_a_longer_notice_settles_it(
    sqlite_office: Office,
) -> None:
    office, house = sqlite_office, open_house(sqlite_office, places=2)
    placing = proposed(office, house).started()
    done(placing.notice("2026-05-01"))

    assert tasks(placing) == ["CHILD_STILL_PLACED", "FIND_NEXT_HOME"]
    (shown,) = placing.read()["notices"]
    assert (shown["standing"], placing.read()["lives_here"]) == ("expired", True)
    timeline = office.get(f"/cases/{placing.case_id}/timeline").json()
    assert any("lives there still" in each["sentence"] for each in timeline["entries"])

    done(agreed(placing, "extensions", "2027-01-31"))
    assert tasks(placing) == ["FIND_NEXT_HOME"]
    assert placing.read()["notices"][0]["standing"] == "running"
    placing.end("2026-06-20")
    assert tasks(placing) == []


@pytest.mark.covers("6-19")
def test_a_second_notice_on_the_tenth_day_ends_it_on_day_twenty_four(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office).started()
    done(placing.notice("2026-05-01"))

    again = {
        "reason": "more_specific_reason",
        "served_at": "2026-05-11",
        "options_explored": "A stability meeting; one to one at night.",
        "manager_approval": "morgan-manager",
    }
    second_time = placing.notice("2026-05-11", "more_specific_reason")
    assert refused(second_time)[:2] == (409, "WRONG_STATE")
    done(on_notice(placing, "replacements", again))
    sqlite_office.quiet()

    first, second = placing.read()["notices"]
    assert (first["standing"], first["reason"]) == ("replaced", "any_general_reason")
    assert (second["standing"], second["earliest_end"]) == ("expired", "2026-05-25")
    assert placing.clock("C-NOT-30")["outcome"] == "stopped"
    assert placing.clock("C-NOT-14")["due"] == "2026-05-25T22:59:59Z"


@pytest.mark.covers("6-20", "R-149")
def test_a_notice_that_is_taken_back_asks_whether_the_search_is_still_wanted(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    placing = proposed(office).started()
    done(placing.notice("2026-05-01"))
    assert "FIND_NEXT_HOME" in tasks(placing)
    asked = referral_of(office, placing.case_id)
    search = done(office.post("/referrals", asked, role=Role.CASEWORKER))
    assert "FIND_NEXT_HOME" in tasks(placing)
    looked_for = Search(office, placing.case_id, search["ids"]["referral_id"])
    looked_for.write()
    looked_for.submit()
    assert "FIND_NEXT_HOME" not in tasks(placing)

    said = {"on": "2026-05-06", "reason": "The stability meeting agreed on more hours."}
    assert refused(on_notice(placing, "withdrawals", said))[:2] == (403, "NOT_PERMITTED")
    done(
        on_notice(
            placing,
            "withdrawals",
            said | {"provider_agreed": "priya-provider", "manager_approval": "morgan-manager"},
        )
    )

    assert tasks(placing) == ["RECONSIDER_SEARCH"]
    shown = placing.read()
    assert (shown["stage"], shown["notices"][0]["standing"]) == ("active", "withdrawn")
    assert placing.read(as_at="2026-05-03")["stage"] == "under_notice"
    assert placing.clock("C-NOT-30")["outcome"] == "stopped"
    path = f"/referrals/{search['ids']['referral_id']}"
    done(office.post(f"{path}/withdrawals", {"reason": "returned_home"}, role=Role.CASEWORKER))
    assert tasks(placing) == []


@pytest.mark.covers("R-149", "R-13")
def test_a_search_for_support_alone_looks_for_no_home(sqlite_office: Office) -> None:
    office = sqlite_office
    placing = proposed(office).started()
    done(placing.notice("2026-05-01"))
    asked = referral_of(office, placing.case_id, scope="support")
    search = done(office.post("/referrals", asked, role=Role.CASEWORKER))
    looked_for = Search(office, placing.case_id, search["ids"]["referral_id"])
    looked_for.write()
    looked_for.submit()

    assert "FIND_NEXT_HOME" in tasks(placing)


@pytest.mark.covers("C-NOT-PROV", "6-22")
def test_a_providers_day_and_night_is_a_deadline_for_the_council(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office, funded=False)
    done(placing.start())
    done(placing.provider_notice("2026-05-01T16:40:00+01:00", end_named="2026-05-02"))
    sqlite_office.quiet()

    assert placing.clock("C-NOT-PROV")["due"] == "2026-05-02T22:59:59Z"
    assert tasks(placing) == ["CHILD_STILL_PLACED", "FIND_NEXT_HOME"]


def test_only_a_broker_changes_a_notice(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office, funded=False)
    done(placing.start())

    said = {"on": "2026-05-01", "reason": "No.", "provider_agreed": "priya-provider"}
    answer = placing.act("notices/1/withdrawals", said, role=Role.CASEWORKER)

    assert answer.status_code == 403
