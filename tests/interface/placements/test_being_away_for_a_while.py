"""A child who is away for a while: whose word, what is asked of people, and what stays as it is."""

from datetime import date
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.placements.test_visits import moved_in, visit_clocks
from tests.support.placing import Placing, clocks, done, refused
from tests.support.service import Office

AWAY = {"kind": "other", "since": "2026-03-20", "told_by": "provider", "where": "At a friend's."}


def act(living: Placing, what: str, body: dict[str, Any], **who: Any) -> Any:
    answer = living.office.post(f"/placements/{living.placement_id}/{what}", body, **who)
    living.office.quiet()
    return answer


def report(living: Placing, **said: Any) -> Any:
    return act(living, "provider-reports", said, **living.house.signatory)


def asked(living: Placing) -> int:
    """How often people are asked whether an absence was a new placement."""
    listed = living.office.get("/tasks", {"about": f"placement-{living.placement_id}"})
    return [each["code"] for each in listed.json()["tasks"]].count("DECIDE_ON_ABSENCE")


@pytest.mark.covers("R-195")
def test_more_than_seven_days_away_for_no_reason_is_asked_about_and_ends_nothing(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    before = visit_clocks(living)
    never = AWAY | {"expected_back": "9999-12-31"}
    assert act(living, "temporary-absences", never, role=Role.CASEWORKER).status_code == 422
    told = {"what": "absent", "at": "2026-03-20", "absence": "other"}
    assert report(living, **told, expected_back="9999-12-31").status_code == 422

    done(act(living, "temporary-absences", AWAY, role=Role.CASEWORKER))
    assert visit_clocks(living) == before, "visits go on as if the child were there"
    assert asked(living) == 1
    registers = sqlite_office.running.service.placement.starts.evidence.registers
    home = registers.setting(living.house.setting_id)
    assert home.places().free_on(date(2026, 3, 21)) == 1, "of two: the bed is held"

    back = {"at": "2026-03-25"}
    done(act(living, "temporary-absence-ends", back, role=Role.CASEWORKER))
    assert asked(living) == 0, "it was over in time after all"
    again = AWAY | {"since": "2026-04-01"}
    done(act(living, "temporary-absences", again, role=Role.CASEWORKER))
    assert asked(living) == 1
    late = {"at": "2026-04-09"}
    done(act(living, "temporary-absence-ends", late, role=Role.CASEWORKER))
    assert asked(living) == 1, "eight days: somebody says what it was"
    shown, _ = living.read()["absences"]
    assert (shown["national_code"], shown["until"]) == ("T4", "2026-03-25")
    assert shown["where"] == "At a friend's."
    finance = living.read(role=Role.FINANCE_OFFICER)
    assert finance["absences"][0]["where"] is None
    assert finance["stage"] == "active"
    told = sqlite_office.get(f"/cases/{living.case_id}/timeline").text
    assert "away for a while" in told
    assert "friend" not in told


@pytest.mark.covers("R-196")
@pytest.mark.refuses("NOT_FOUND", "MISSING_INFORMATION", "WRONG_STATE", "NOT_PERMITTED")
def test_a_provider_says_itself_what_happened_to_the_child_with_it(sqlite_office: Office) -> None:
    living = moved_in(sqlite_office, "2026-03-02")

    said = report(living, what="absent", at="2026-03-20", absence="holiday")
    assert done(said) == {"placement_id": living.placement_id, "what": "absent"}
    assert "ETag" not in said.headers
    done(report(living, what="back", at="2026-03-27"))
    changed = {"what": "significant_change", "at": "2026-03-28", "change": "excluded_from_school"}
    done(report(living, **changed))
    done(report(living, what="missing", at="2026-03-30T22:00:00Z", text="Her key worker"))
    done(report(living, what="returned", at="2026-03-31T06:00:00Z"))

    shown = living.read()
    assert [(each["kind"], each["told_by"]) for each in shown["absences"]] == [
        ("holiday", "provider")
    ]
    assert shown["stability"]["changes"][0]["told_by"] == "provider"
    assert "C-PKG-TRIG" in {each["code"] for each in clocks(sqlite_office, living.case_id)}
    told = sqlite_office.get(f"/cases/{living.case_id}/timeline").text
    assert "The child went missing." in told

    gap = report(living, what="absent", at="2026-04-02")
    assert refused(gap)[:2] == (422, "MISSING_INFORMATION")
    twice = report(living, what="returned", at="2026-04-02")
    assert refused(twice)[:2] == (409, "WRONG_STATE")
    before = report(living, what="missing", at="2026-03-01")
    assert refused(before)[:2] == (422, "EFFECTIVE_BEFORE_STREAM")
    stranger = {"role": Role.PROVIDER_SIGNATORY, "organisation": living.house.setting_id}
    elsewhere = act(living, "provider-reports", changed, **stranger)
    assert refused(elsewhere)[:2] == (404, "NOT_FOUND")
    council = act(living, "provider-reports", changed, role=Role.CASEWORKER)
    assert refused(council)[:2] == (403, "NOT_PERMITTED")
