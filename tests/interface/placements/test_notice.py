"""Notice over HTTP: by the contract version agreed under, and how it came out."""

from datetime import date

import pytest

from application.access.principal import Role
from domain.shared.terms import NoticeClass, NoticeParty, NoticeRule
from tests.support.placing import (
    Placing,
    done,
    open_house,
    proposed,
    publish_next_version,
)
from tests.support.service import Office


def rule(party: NoticeParty, notice_class: NoticeClass, days: int, reason: str) -> NoticeRule:
    return NoticeRule(party=party, notice_class=notice_class, days=days, reasons=(reason,))


def notice_of(placing: Placing) -> tuple[str, int | None, str | None]:
    (shown,) = placing.read()["notices"]
    return shown["party"], shown["days"], shown["earliest_end"]


@pytest.mark.covers("4-233", "4-234", "4-235", "R-16", "6-22")
def test_notice_runs_by_the_version_that_was_agreed_under(sqlite_office: Office) -> None:
    office, house = sqlite_office, open_house(sqlite_office, places=9)
    general, specific, given = (proposed(office, house).started() for _ in range(3))
    publish_next_version(
        office,
        rule(NoticeParty.COUNCIL, NoticeClass.GENERAL, 45, "any_general_reason"),
        rule(NoticeParty.COUNCIL, NoticeClass.SPECIFIC, 20, "more_specific_reason"),
        rule(NoticeParty.PROVIDER, NoticeClass.GENERAL, 28, "cannot_meet_needs"),
    )
    newer = proposed(office, house)
    done(newer.agreed(contract_version=2).introduced().agree_start())
    done(newer.start())

    done(general.notice("2026-05-01"))
    done(specific.notice("2026-05-01", "more_specific_reason"))
    done(newer.notice("2026-05-01"))
    done(given.provider_notice("2026-05-01", end_named="2026-05-02"))

    assert notice_of(general) == ("council", 30, "2026-05-31")
    assert notice_of(specific) == ("council", 14, "2026-05-15")
    assert notice_of(newer) == ("council", 45, "2026-06-15")
    assert notice_of(given) == ("provider", None, "2026-05-02")

    done(newer.provider_notice("2026-05-01", end_named="2026-05-02"))
    (theirs,) = [each for each in newer.read()["notices"] if each["party"] == "provider"]
    assert (theirs["days"], theirs["earliest_end"]) == (28, "2026-05-29")
    assert [each["code"] for each in theirs["breaches"]] == ["NOTICE_TOO_SHORT"]


@pytest.mark.covers("6-17", "C-NOT-30")
def test_a_move_on_day_twelve_of_thirty_is_early_and_the_bed_is_free(
    sqlite_office: Office,
) -> None:
    house = open_house(sqlite_office, places=1)
    placing = proposed(sqlite_office, house).started()
    done(placing.notice("2026-05-01"))
    assert placing.clock("C-NOT-30")["due"] == "2026-05-31T22:59:59Z"

    done(placing.end("2026-05-13"))

    assert placing.read()["end"]["notice_outcome"] == "early"
    assert placing.clock("C-NOT-30")["outcome"] == "met"
    registers = sqlite_office.running.service.placement.starts.evidence.registers
    assert registers.setting(house.setting_id).places().free_on(date(2026, 5, 13)) == 1


@pytest.mark.covers("R-16", "6-18")
def test_the_end_is_early_on_time_or_late_against_the_notice(sqlite_office: Office) -> None:
    office, house = sqlite_office, open_house(sqlite_office, places=9)

    def outcome(left_on: str) -> str | None:
        placing = proposed(office, house, funded=False)
        done(placing.start())
        done(placing.provider_notice("2026-05-01T16:40:00+01:00", end_named="2026-05-29"))
        assert placing.read()["stage"] == "under_notice"
        done(placing.end(left_on))
        found: str | None = placing.read()["end"]["notice_outcome"]
        return found

    assert outcome("2026-05-28") == "early"
    assert outcome("2026-05-29") == "on_time"
    assert outcome("2026-05-30") == "late"


@pytest.mark.covers("6-18")
def test_notice_that_ran_out_ends_nothing_by_itself(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office).started()
    done(placing.notice("2026-05-01"))

    shown = placing.read(as_at="2026-07-01")

    assert (shown["stage"], shown["lives_here"]) == ("under_notice", True)
    assert placing.clock("C-NOT-30")["breached"] is True


def test_only_a_broker_serves_the_councils_notice(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office, funded=False)
    done(placing.start())

    said = {"reason": "any_general_reason", "served_at": "2026-05-01"}
    answer = placing.act("notices", said, role=Role.CASEWORKER)

    assert answer.status_code == 403
