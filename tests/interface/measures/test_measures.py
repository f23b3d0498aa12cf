"""Measures over HTTP: made again from the log each time, and again as it was known."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from application.access.principal import Role
from domain.shared.moments import london_day
from infrastructure.event_store.log import EventLog
from tests.support.market import ready_to_publish, seller
from tests.support.registers import NOTTINGHAM, refused
from tests.support.service import Office


def quarter_of(day: str) -> str:
    """The quarter of an instant, as it is asked for."""
    year, month = map(int, london_day(datetime.fromisoformat(day)).isoformat().split("-")[:2])
    return f"{year}-{month - (month - 1) % 3:02d}"


def measure(office: Office, code: str, quarter: str, **more: Any) -> Any:
    answer = office.get(f"/measures/{code}", {"quarter": quarter, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def by_raw_events(office: Office, quarter: str) -> tuple[int, int]:
    """K-01 once more, in ten lines that share nothing with the service but the log."""
    streams = office.running.streams
    log: list[Any] = list(EventLog(streams.recorder, streams.codec).after(0, 10_000))
    raw = [(each.event.stored_as, each.event) for each in log]
    invited = [e for name, e in raw if name == "referral.provider_invited.v1"]
    due = [e for e in invited if quarter_of(e.deadline.isoformat()) == quarter]
    due = [e for e in due if e.deadline <= office.running.clock.now()]
    answered = {
        (e.invitation_id, e.provider_id)
        for name, e in raw
        if name in ("referral.offer_submitted.v1", "referral.offer_declined.v1")
        and not getattr(e, "late", False)
    }
    return sum((e.invitation_id, e.provider_id) in answered for e in due), len(due)


@pytest.mark.covers("K-01", "6-62", "6-63")
def test_answers_in_time_are_counted_as_an_independent_count_of_the_log_does(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    offers, declines, silent, late = [seller(office) for _ in range(4)]
    found = ready_to_publish(office)
    found.publish()
    assert found.offer(offers).status_code == 201
    declined = {"reason": "no_vacancy"}
    assert found.answer(declines, "declines", declined).status_code == 201
    deadline = found.read()["invitations"][0]["deadline"]
    quarter = quarter_of(deadline)
    before = measure(office, "K-01a", quarter)
    found.pass_deadline()
    office.move_clock(datetime.fromisoformat(deadline) + timedelta(minutes=4))
    assert found.offer(late).status_code == 201

    counted = measure(office, "K-01a", quarter)

    total = counted["figure"]["total"]
    assert before["figure"]["total"]["percent"] == "n/a"
    assert (total["numerator"], total["denominator"], total["percent"]) == (2, 4, "50.0")
    assert (total["numerator"], total["denominator"]) == by_raw_events(office, quarter)
    told = ((offers, "100.0"), (declines, "100.0"), (silent, "0.0"), (late, "0.0"))
    assert percents(counted) == {str(each.provider_id): percent for each, percent in told}
    behind = [event for each in counted["figure"]["behind"] for event in each["events"]]
    assert len(behind) == 4 + 2
    assert measure(office, "K-08", quarter)["figure"]["total"]["percent"] == "100.0"
    assert measure(office, "K-07", quarter)["figure"]["total"]["numerator"] == 0

    known = datetime.fromisoformat(deadline).astimezone(UTC) - timedelta(hours=1)
    then = measure(office, "K-01a", quarter, as_known_at=known.isoformat().replace("+00:00", "Z"))
    assert then["figure"]["total"] == before["figure"]["total"]
    published = measure(office, "K-01a", quarter, published=True)["figure"]
    assert (published["total"]["suppressed"], published["behind"]) == (True, [])


def percents(counted: Any) -> dict[str, str]:
    """The percentage of each provider, by its id."""
    cuts = counted["figure"]["cuts"]["provider"]
    return {each["value"]: each["ratio"]["percent"] for each in cuts}


@pytest.mark.covers("R-39")
def test_a_measure_whose_act_is_not_captured_says_so(sqlite_office: Office) -> None:
    listed = {each["code"]: each for each in sqlite_office.get("/measures").json()}

    found = measure(sqlite_office, "K-09", "2026-04")

    assert listed["K-09"]["not_captured"] == found["not_captured"] is not None
    assert found["figure"] is None
    assert listed["K-01a"]["not_captured"] is None
    assert (found["first"], found["last"]) == ("2026-04-01", "2026-06-30")


def test_who_may_not_read_measures_and_what_cannot_be_asked(sqlite_office: Office) -> None:
    office, asked = sqlite_office, {"quarter": "2026-04"}

    assert refused(office.get("/measures/K-03", asked, role=Role.CASEWORKER))[0] == 403
    assert office.get("/measures/K-99", asked).status_code == 404
    assert office.get("/measures/K-03", {"quarter": "2026-05"}).status_code == 422
    elsewhere = office.get("/measures/K-03", asked, authority=NOTTINGHAM).json()
    assert elsewhere["figure"]["total"] == {
        "numerator": 0,
        "denominator": 0,
        "percent": "n/a",
        "suppressed": False,
    }
    assert (elsewhere["placement_days"], elsewhere["per_thousand_days"]) == (0, "n/a")
