"""A provider is visited and met, asked for things by a day, seen in a colour; and its page."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.registers import MANAGER, NOTTINGHAM, done, home, organisation, refused
from tests.support.service import Office

QUALITY: dict[str, Any] = {"role": Role.QA_OFFICER, "subject": "quin-quality"}


def tasks(office: Office, about: str) -> set[str]:
    office.quiet()
    found = office.get("/tasks", {"about": about}, **MANAGER).json()["tasks"]
    return {each["code"] for each in found}


@pytest.mark.covers("R-32", "R-231", "R-232", "4-152", "4-167", "2-048", "2-049", "3-023")
@pytest.mark.refuses("MISSING_INFORMATION")
def test_what_was_seen_what_is_owed_and_a_colour_stand_on_one_page(sqlite_office: Office) -> None:
    office = sqlite_office
    path = organisation(office)
    provider_id = path.rpartition("/")[2]
    of_quality = f"quality-{provider_id}"
    place = home(office, provider_id=provider_id).rpartition("/")[2]
    other = home(office, name="Elsewhere").rpartition("/")[2]

    def act(what: str, body: dict[str, Any]) -> Any:
        return office.post(f"{path}/{what}", body, **QUALITY)

    def page(**who: Any) -> Any:
        return office.get(f"{path}/quality", **(who or QUALITY))

    assert (page().json()["status"], page().headers["ETag"]) == (None, '"0"')
    visit = {"kind": "quality_visit", "on": "2026-06-10", "setting_id": place}
    assert act("engagements", {**visit, "setting_id": other}).status_code == 404
    planned = done(act("engagements", visit))["ids"]["engagement_id"]
    found = {**visit, "engagement_id": planned, "findings": ["homely"], "text": "Warm rooms."}
    done(act("engagements-held", found))
    asked = {"kind": "information", "code": "rosters", "doer": "provider", "due": "2026-06-24"}
    action = done(act("quality-actions", {**asked, "engagement_id": planned}))["ids"]["action_id"]
    assert tasks(office, of_quality) == {"ACTION_OVERDUE"}
    close = {"engagement_id": planned}
    assert act("engagements-closed", close).json()["missing"] == ["actions"]
    done(
        act(
            "quality-actions-done",
            {"action_id": action, "on": "2026-07-01", "evidence": "sent"},
        )
    )
    assert tasks(office, of_quality) == set()
    done(act("engagements-closed", close))
    off = done(act("engagements", {"kind": "contract_meeting", "on": "2026-07-02"}))
    ended = {"engagement_id": off["ids"]["engagement_id"], "called_off_because": "staff_ill"}
    done(act("engagements-closed", ended))
    done(act("engagements-held", {"kind": "contract_meeting", "on": "2026-03-02"}))
    assert tasks(office, of_quality) == {"MEET_PROVIDER"}

    follows(office, path, place)


def follows(office: Office, path: str, place: str) -> None:
    """What ran out and what failed becomes a task; red asks for a decision; the page has it all."""
    provider_id = path.rpartition("/")[2]
    of_provider = f"provider-{provider_id}"

    def page(**who: Any) -> Any:
        return office.get(f"{path}/quality", **(who or QUALITY))

    insured = {"kind": "insurance", "reference": "POL 1", "since": "2025-01-01"}
    done(office.post(f"{path}/assurances", {**insured, "until": "2026-01-01"}, **MANAGER))
    assert "RENEW_ASSURANCE" in tasks(office, of_provider)
    done(office.post(f"{path}/assurances", {**insured, "since": "2026-01-01"}, **MANAGER))
    assert "RENEW_ASSURANCE" not in tasks(office, of_provider)

    fails = {
        "kind": "service_failure",
        "categories": ["staffing"],
        "source": "social_care",
        "setting_id": place,
        "account": "Nobody came for the night shift.",
    }
    done(office.post("/concerns", fails, **MANAGER))
    assert "VISIT_PROVIDER" in tasks(office, of_provider)
    visit = {"kind": "quality_visit", "on": "2026-07-06", "setting_id": place}
    done(office.post(f"{path}/engagements-held", visit, **QUALITY))
    assert "VISIT_PROVIDER" not in tasks(office, of_provider)
    red = {"status": "red", "reasons": ["service_failure"], "since": "2026-07-06"}
    seen = page().headers["ETag"]
    status = f"{path}/quality-statuses"
    assert refused(office.post(status, red, if_match=seen, **QUALITY)) == (403, "NOT_PERMITTED")
    unsaid = office.post(status, red, if_match=seen, **MANAGER)
    assert unsaid.json()["missing"] == ["review_on"]
    done(office.post(status, {**red, "review_on": "2026-08-06"}, if_match=seen, **MANAGER))
    assert "DECIDE_ON_SUSPENSION" in tasks(office, of_provider)
    suspended = {"scope": "new_placements", "since": "2026-07-06", "review_on": "2026-08-06"}
    suspended |= {"reason": "Two nights unstaffed."}
    done(office.post(f"{path}/suspensions", suspended, **MANAGER))
    assert "DECIDE_ON_SUSPENSION" not in tasks(office, of_provider)

    shown = page().json()
    assert (shown["status"], shown["stage"]) == ("red", "suspended_new_placements")
    assert [each["stage"] for each in shown["engagements"]] == [
        "held",
        "closed",
        "called_off",
        "held",
    ]
    assert [each["kind"] for each in shown["concerns"]] == ["service_failure"]
    assert [each["holds"] for each in shown["assurances"]] == [True]
    assert (shown["actions"][0]["overdue"], shown["actions"][0]["evidence"]) == (False, "sent")
    before = office.get(f"{path}/quality", {"as_at": "2026-07-05"}, **QUALITY).json()
    assert (before["status"], before["statuses"], before["actions"]) == (None, [], [])
    assert [each["kind"] for each in before["engagements"]] == ["contract_meeting"]
    assert page(**{**QUALITY, "authority": NOTTINGHAM}).status_code == 404
    theirs = {"role": Role.PROVIDER_MANAGER, "organisation": provider_id}
    assert page(**theirs).status_code == 403
