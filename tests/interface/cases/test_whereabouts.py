"""Where is she? Asked over HTTP, of a day and as it was known."""

from datetime import UTC, datetime
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.placements.test_being_away_for_a_while import act, report
from tests.interface.placements.test_visits import SEEN, moved_in, tell_visit
from tests.support.placing import Placing, done
from tests.support.service import Office


def where(living: Placing, day: str, **asked: Any) -> Any:
    answer = living.office.get(f"/cases/{living.case_id}/whereabouts", {"as_at": day} | asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def codes(found: Any) -> list[str]:
    return [each["code"] for each in found["contradictions"]]


@pytest.mark.covers("R-197", "6-80")
def test_where_a_child_is_and_what_speaks_against_it(sqlite_office: Office) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    done(tell_visit(living, SEEN, "2026-03-06"))
    done(report(living, what="absent", at="2026-03-10", absence="hospital"))
    known = datetime.now(UTC).isoformat()
    gone = {"kind": "missing", "since": "2026-03-12T21:00:00Z"}
    done(sqlite_office.post(f"/cases/{living.case_id}/absences", gone))
    done(sqlite_office.post(f"/cases/{living.case_id}/returns", {"at": "2026-03-17"}))
    sqlite_office.quiet()

    at_home = where(living, "2026-03-07")
    assert (at_home["standing"], at_home["days_unseen"]) == ("in_placement", 1)
    assert at_home["home"]["setting_name"] == "The Limes"
    assert at_home["home"]["word"]["role"] == "broker"
    assert at_home["last_confirmed"]["how"] == "seen"
    assert codes(at_home) == []

    away = where(living, "2026-03-11")
    assert (away["standing"], away["away"]["told_by"]) == ("temporarily_away", "provider")
    assert away["away"]["word"]["role"] == "provider_signatory"

    missing = where(living, "2026-03-14")
    assert (missing["standing"], codes(missing)[0]) == ("missing", "MISSING")
    (word,) = missing["contradictions"][0]["because"]
    assert word["stream"] == f"case-{living.case_id}"
    assert missing["home"] is not None, "five nights gone, and the placement stays (6-80)"

    as_known_then = where(living, "2026-03-14", as_known_at=known)
    assert as_known_then["standing"] == "temporarily_away"
    assert as_known_then["as_known_at"] is not None

    done(act(living, "temporary-absence-ends", {"at": "2026-03-18"}, role=Role.CASEWORKER))
    back = where(living, "2026-03-18")
    assert (back["standing"], back["last_confirmed"]["how"]) == ("in_placement", "came_back")
    assert "NOT_SEEN_SINCE_RETURN" in codes(back)
    finance = sqlite_office.get(f"/cases/{living.case_id}/whereabouts", role=Role.FINANCE_OFFICER)
    assert finance.status_code == 403
