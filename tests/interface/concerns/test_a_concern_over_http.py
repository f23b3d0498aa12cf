"""An alert, told by a provider after midnight, followed to what was learned; and who reads what."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from application.access.principal import Role
from domain.shared.moments import LONDON
from tests.support.placing import child
from tests.support.registers import MANAGER, NOTTINGHAM, done, home, organisation, refused
from tests.support.service import Office

LEAD: dict[str, Any] = {"role": Role.TEAM_MANAGER, "subject": "tam-manager"}
SUBJECT = "Morgan Underhill"


class Lived:
    """A child in a provider's home, and people of that provider and of another."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.provider_id = organisation(office).rpartition("/")[2]
        other = organisation(office, name="Elsewhere Ltd").rpartition("/")[2]
        self.home = home(office, provider_id=self.provider_id).rpartition("/")[2]
        self.case_id = child(office)
        start = {"case_id": self.case_id, "setting_id": self.home, "at": "2026-03-09"}
        self.placement_id = done(office.post("/placements/starts", start, role=Role.CASEWORKER))[
            "stream"
        ].removeprefix("placement-")
        whose: dict[str, Any] = {"role": Role.PROVIDER_MANAGER}
        self.theirs = {**whose, "organisation": self.provider_id}
        self.others = {**whose, "organisation": other}
        self.other_id = other

    def alert(self, **changed: Any) -> dict[str, Any]:
        return {
            "kind": "safeguarding_alert",
            "categories": ["restraint"],
            "source": "child",
            "placements": [self.placement_id],
            "aware_at": "2026-03-10T22:50:00Z",
            "account": f"She says that {SUBJECT} held her.",
            "subject": SUBJECT,
            **changed,
        }

    def act(self, path: str, what: str, body: dict[str, Any]) -> Any:
        seen = self.office.get(path, **LEAD).headers["ETag"]
        return self.office.post(f"{path}/{what}", body, if_match=seen, **LEAD)

    def tasks(self, about: str) -> set[str]:
        self.office.quiet()
        found = self.office.get("/tasks", {"about": about}, **MANAGER).json()["tasks"]
        return {each["code"] for each in found}


@pytest.mark.covers("6-14", "4-150", "4-241", "R-203", "R-227", "R-228")
@pytest.mark.refuses(
    "CODE_NOT_IN_FORCE", "SAFEGUARDING_NOT_REFERRED", "NAMED_IN_SHARED_TEXT", "MISSING_INFORMATION"
)
def test_an_alert_after_midnight_is_followed_and_nobody_is_named_to_the_provider(
    sqlite_office: Office,
) -> None:
    lived = Lived(sqlite_office)
    own_id, path = told_late(lived)
    looked_at(lived, path)
    shared(lived, path, own_id)
    closed(lived, path)
    opened_again(lived, path)


def told_late(lived: Lived) -> tuple[str, str]:
    """Once by the provider itself, and once by telephone; the id of the first."""
    office = lived.office
    # The provider's own word counts from when it is sent, and of its own placements only.
    assert office.post("/concerns", lived.alert(), **lived.others).status_code == 404
    elsewhere = home(office, name="Elsewhere").rpartition("/")[2]
    mixed = lived.alert(setting_id=elsewhere)
    assert office.post("/concerns", mixed, **lived.theirs).status_code == 404
    # A code of its own making would be free text that nothing erases.
    named = lived.alert(categories=["morgan_underhill_hit_otter"])
    assert refused(office.post("/concerns", named, **lived.theirs)) == (422, "CODE_NOT_IN_FORCE")
    own = done(office.post("/concerns", lived.alert(told_at="2026-03-10"), **lived.theirs))
    by_provider = f"/concerns/{own['ids']['concern_id']}"
    assert office.get(by_provider, **lived.theirs).status_code == 403
    # By telephone: known at 22:50, told twenty minutes later, on the same day in London or not.
    aware = datetime(2026, 3, 10, 23, 50, tzinfo=LONDON)
    told = aware + timedelta(minutes=20)
    sent = lived.alert(aware_at=_utc(aware), told_at=_utc(told), provider_id=lived.provider_id)
    raised = done(office.post("/concerns", sent, role=Role.CASEWORKER))
    path = f"/concerns/{raised['ids']['concern_id']}"
    stream = path.replace("/concerns/", "concern-")
    shown = office.get(path, **LEAD).json()
    assert [each["code"] for each in shown["breaches"]] == ["ALERT_NOT_SAME_DAY"]
    assert (shown["minutes_to_tell"], shown["stage"]) == (20, "raised")
    assert (shown["subject"], shown["children"]) == (SUBJECT, [lived.case_id])
    for_worker = office.get(path, role=Role.CASEWORKER).json()
    assert (for_worker["subject"], for_worker["subject_named"]) == (None, True)
    assert lived.tasks(stream) == {"TRIAGE_CONCERN"}
    assert "VISIT_PROVIDER" in lived.tasks(f"provider-{lived.provider_id}")
    return str(own["ids"]["concern_id"]), path


def looked_at(lived: Lived, path: str) -> None:
    office, stream = lived.office, path.replace("/concerns/", "concern-")
    looked = {"serious": True, "refer": True, "investigate": True, "lead": "tam-manager"}
    done(lived.act(path, "triage", looked))
    assert lived.tasks(stream) == set()
    begin = {"investigator": "quin-quality", "at": "2026-03-11"}
    early = office.post(f"{path}/investigations", begin, **LEAD)
    assert refused(early) == (422, "SAFEGUARDING_NOT_REFERRED")
    referral = {"to": "designated_officer", "at": "2026-03-11T09:00:00Z"}
    done(office.post(f"{path}/safeguarding-referrals", referral, **LEAD))
    done(office.post(f"{path}/investigations", begin, **LEAD))


def shared(lived: Lived, path: str, own_id: str) -> None:
    """In words that name nobody; and what each of the two providers then reads."""
    office = lived.office
    words = {"party": "provider", "provider_id": lived.other_id}
    for text in (f"It is said of {SUBJECT}.", "Demo-Otter was held.", "We ask underhill."):
        naming = office.post(f"{path}/sharings", {**words, "text": text}, **LEAD)
        assert refused(naming) == (422, "NAMED_IN_SHARED_TEXT")
    plain = {**words, "text": "Somebody who has worked for you is looked into."}
    assert office.get("/own-concerns", **lived.others).json()["concerns"] == []
    done(office.post(f"{path}/sharings", plain, **LEAD))
    (theirs,) = office.get("/own-concerns", **lived.others).json()["concerns"]
    assert theirs["told"][0]["text"] == plain["text"]
    assert (theirs["setting_id"], theirs["categories"]) == (None, [])
    (ours,) = office.get("/own-concerns", **lived.theirs).json()["concerns"]
    assert (ours["raised_by_us"], ours["setting_id"]) == (True, lived.home)
    for who in (lived.theirs, lived.others):
        said = office.get("/own-concerns", **who).text
        assert "Underhill" not in said
        assert "Otter" not in said
    follow = {"text": "The rota was changed.", "finding": "upheld"}
    mine = f"/own-concerns/{own_id}/follow-ups"
    assert office.post(mine, follow, **lived.others).status_code == 404
    done(office.post(mine, follow, **lived.theirs))


def closed(lived: Lived, path: str) -> None:
    office, stream = lived.office, path.replace("/concerns/", "concern-")
    found = {"finding": "substantiated", "on": "2026-03-20", "text": "Two accounts agree."}
    done(lived.act(path, "findings", found))
    due = {"code": "restraint_training", "doer": "provider", "due": "2026-04-20"}
    action = done(office.post(f"{path}/actions", due, **LEAD))["ids"]["action_id"]
    assert lived.tasks(stream) == {"ACTION_OVERDUE"}
    assert "DECIDE_ON_SUSPENSION" in lived.tasks(f"provider-{lived.provider_id}")
    close = {"learning": ["staff_training"], "text": "Agency staff are briefed."}
    open_still = lived.act(path, "closures", close)
    assert open_still.json()["missing"] == ["actions", "national_panel"]
    done(office.post(f"{path}/actions-done", {"action_id": action, "on": "2026-04-17"}, **LEAD))
    done(office.post(f"{path}/national-panel-notifications", {"at": "2026-03-12"}, **LEAD))
    done(lived.act(path, "closures", close))
    assert lived.tasks(stream) == set()


def opened_again(lived: Lived, path: str) -> None:
    """What the child's case shows of it, and that it may be taken up again."""
    office = lived.office
    case = office.get(f"/cases/{lived.case_id}", role=Role.CASEWORKER).json()
    assert [each["stage"] for each in case["concerns"]] == ["raised", "closed"]
    told_of = office.get(f"/cases/{lived.case_id}/timeline", role=Role.CASEWORKER).text
    assert "A concern was found to be substantiated." in told_of
    assert "Underhill" not in told_of
    codes = {
        each["code"]: each["outcome"]
        for each in office.get(f"/cases/{lived.case_id}/clocks").json()["clocks"]
    }
    assert (codes["C-ALERT"], codes["C-SCIN-5WD"], codes["C-ACTION"]) == ("met", "met", "met")
    listed = office.get("/concerns", **LEAD).json()["concerns"]
    assert sorted(each["stage"] for each in listed) == ["closed", "raised"]
    done(office.post(f"{path}/reopenings", {"reason": "new_account"}, **LEAD))
    assert office.get(path, **LEAD).json()["stage"] == "reopened"
    assert office.get(path, authority=NOTTINGHAM, **LEAD).status_code == 404


@pytest.mark.covers("4-240", "4-248", "R-229")
def test_a_home_that_cannot_give_its_service_is_a_concern_without_a_child(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    provider_id = organisation(office).rpartition("/")[2]
    place = home(office, provider_id=provider_id).rpartition("/")[2]
    fails = {
        "kind": "service_failure",
        "categories": ["staffing"],
        "source": "anonymous",
        "setting_id": place,
        "aware_at": "2026-03-10T06:00:00Z",
        "told_at": "2026-03-10T09:00:00Z",
        "account": "Nobody came for the night shift.",
    }
    raised = done(office.post("/concerns", fails, **MANAGER))
    path = f"/concerns/{raised['ids']['concern_id']}"
    shown = office.get(path, **MANAGER).json()
    assert (shown["about_provider"], shown["children"]) == (provider_id, [])
    office.quiet()
    about = {"about": path.replace("/concerns/", "concern-")}
    found = office.get("/tasks", about, **MANAGER).json()["tasks"]
    assert {each["code"] for each in found} == {"TRIAGE_CONCERN", "COVER_SERVICE"}
    of_provider = {"about": f"provider-{provider_id}"}
    visits = office.get("/tasks", of_provider, **MANAGER).json()["tasks"]
    assert "VISIT_PROVIDER" in {each["code"] for each in visits}
    office.running.service.access_log.settle()
    lines = office.get("/access-log", role=Role.AUDITOR).json()["lines"]
    assert ("concern.read", about["about"]) in {(e["action"], e["resource"]) for e in lines}


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")
