"""A joint-funding panel over HTTP, and money that is authorised on its word."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_who_pays import asked_of, chosen, money_of
from tests.support.buying import done
from tests.support.placing import refused
from tests.support.registers import MANAGER, NOTTINGHAM
from tests.support.service import Office

HEAD: dict[str, Any] = {"role": Role.NOMINATED_OFFICER, "subject": "hollis-head-of-service"}
SEATS = [
    {"who": "hollis-head-of-service", "body": "derby", "chairs": True},
    {"who": "ivy-icb", "body": "derby_and_derbyshire_icb"},
]


class Sitting:
    """A panel, led from step to step."""

    def __init__(self, office: Office, sits_on: str) -> None:
        called = {"kind": "joint_funding", "sits_on": sits_on, "seats": SEATS}
        self.office, self.sits_on = office, sits_on
        self.panel_id = done(office.post("/panels", called, **MANAGER))["ids"]["panel_id"]
        self.path = f"/panels/{self.panel_id}"

    def put(self, referral_id: str, **who: Any) -> str:
        put = self.office.post(f"{self.path}/items", {"referral_id": referral_id}, **who)
        return str(done(put)["ids"]["item_id"])

    def meet(self, *present: str) -> Any:
        body = {"on": self.sits_on, "present": present or ("hollis-head-of-service", "ivy-icb")}
        return self.office.post(f"{self.path}/meetings", body, **MANAGER)

    def decide(self, item_id: str, outcome: str, **told: Any) -> Any:
        seen = self.office.get(self.path, **MANAGER).headers["ETag"]
        body = {"item_id": item_id, "outcome": outcome, **told}
        return self.office.post(f"{self.path}/decisions", body, if_match=seen, **HEAD)


@pytest.mark.covers("R-35", "R-113", "3-027")
def test_money_is_authorised_on_the_yes_of_a_panel_and_its_conditions_are_tracked(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    found = chosen(office, 90_000)
    own = {"heading": "social_care", "weekly_pence": 90_000, "lead": True}
    found.done("funding-requests", asked_of(found, 90_000, own))
    referral_id, today = found.path.rpartition("/")[2], found.today.isoformat()

    first, second = Sitting(office, today), Sitting(office, today)
    items = [each.put(referral_id, role=Role.BROKER) for each in (first, second)]
    assert refused(first.meet("hollis-head-of-service"))[:2] == (422, "MISSING_INFORMATION")
    for each in (first, second):
        done(each.meet())
    silent = first.decide(items[0], "defer")
    assert refused(silent)[:2] == (422, "MISSING_INFORMATION")
    in_words = first.decide(items[0], "defer", reason="Otty's care plan is not there yet.")
    assert in_words.status_code == 422
    done(first.decide(items[0], "defer", reason="no_care_plan_yet"))
    seen = office.get(f"{found.path}/funding", role=Role.BROKER).headers["ETag"]

    def authorised(panel_id: str, **who: Any) -> Any:
        path = f"{found.path}/funding-authorisations"
        body = {"panel_id": panel_id}
        return office.post(path, body, if_match=seen, role=Role.FUNDING_AUTHORISER, **who)

    assert refused(authorised(second.panel_id))[:2] == (404, "NOT_FOUND")
    assert refused(authorised(first.panel_id))[:2] == (422, "FUNDING_NOT_AUTHORISED")
    told_in_words = [{"code": "review", "text": "Otty is to see the clinic."}]
    wordy = second.decide(items[1], "conditions", conditions=told_in_words)
    assert wordy.status_code == 422
    conditions = [{"code": "review_at_six_weeks", "by": today}]
    done(second.decide(items[1], "conditions", conditions=conditions))
    own_record = authorised(second.panel_id, subject=HEAD["subject"])
    assert refused(own_record)[:2] == (403, "CONFLICT_OF_INTEREST")
    done(authorised(second.panel_id))

    word = money_of(found)["plan"]["rests_on"]
    assert word == {
        "panel_id": second.panel_id,
        "item_id": items[1],
        "agrees": True,
        "weekly": 90_000,
        "recorded_by": HEAD["subject"],
    }
    office.quiet()
    listed = {p["panel_id"]: p for p in office.get("/panels", **HEAD).json()["panels"]}
    told = [(p["stage"], p["undecided"], p["open_conditions"]) for p in listed.values()]
    assert sorted(told) == [("held", 0, 0), ("held", 0, 1)]
    met = {"item_id": items[1], "condition": "review_at_six_weeks", "on": today}
    done(office.post(f"{second.path}/conditions-met", met, role=Role.BROKER))
    shown = office.get(second.path, **HEAD).json()
    assert shown["items"][0]["conditions"][0]["met_on"] == today
    assert [seat["body"] for seat in shown["seats"]] == ["derby", "derby_and_derbyshire_icb"]
    assert shown["items"][0]["weekly_pence"] == 90_000
    office.running.service.access_log.settle()
    of_child = {"case_id": found.case_id}
    lines = office.get("/access-log", of_child, role=Role.AUDITOR).json()["lines"]
    read = [line["resource"] for line in lines if line["action"] == "panel.read"]
    assert f"referral-{referral_id}" in read

    elsewhere = {**HEAD, "authority": NOTTINGHAM}
    assert office.get(second.path, **elsewhere).status_code == 404
    assert office.get("/panels", **elsewhere).json()["panels"] == []
    by_broker = office.post(
        f"{second.path}/decisions",
        {"item_id": items[1], "outcome": "agree"},
        if_match='"1"',
        role=Role.BROKER,
    )
    assert refused(by_broker)[:2] == (403, "NOT_PERMITTED")
