"""Statutory reviews over HTTP: in two sittings, confirmed, written down, disputed, asked for."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.placing import child, clocks, done, looked_after, refused
from tests.support.service import Office

MANAGER: dict[str, Any] = {"role": Role.TEAM_MANAGER, "subject": "morgan-manager"}
IRO: dict[str, Any] = {"role": Role.IRO, "subject": "iris-iro"}


class Reviewed:
    """A child in care, and its reviews."""

    def __init__(self, office: Office) -> None:
        self.office, self.case_id = office, child(office)
        looked_after(office, self.case_id)

    @property
    def path(self) -> str:
        return f"/cases/{self.case_id}"

    def tell(self, what: str, body: dict[str, Any], who: dict[str, Any] = IRO) -> Any:
        return self.office.post(f"{self.path}/{what}", body, **who)

    def planned(self, on: str) -> str:
        return str(done(self.tell("statutory-reviews", {"on": on}))["ids"]["review_id"])

    def held(self, on: str, review_id: str | None = None) -> Any:
        body = {"on": on, "participation": "PN1", "views": "I like it.", "review_id": review_id}
        return done(self.tell("statutory-reviews-held", body))

    def shown(self, **times: Any) -> Any:
        answer = self.office.get(f"{self.path}/reviews", times, **IRO)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def clocks(self, code: str) -> list[Any]:
        found = clocks(self.office, self.case_id)
        return [each for each in found if each["code"] == code]


@pytest.mark.covers("6-32", "R-215", "C-IRO-5WD", "C-SREV-20")
@pytest.mark.refuses("REVIEW_ADJOURNED_TOO_LONG", "CONFLICT_OF_INTEREST")
def test_a_review_in_two_sittings_counts_when_completed_and_is_closed_when_all_is_done(
    sqlite_office: Office,
) -> None:
    case = Reviewed(sqlite_office)
    review_id = case.planned("2026-04-02")
    assert case.shown()["statutory"][0]["planned_late"] is True
    on_it = f"statutory-reviews/{review_id}"
    begun = {"first_sat_on": "2026-03-27", "because": "parent_ill"}
    late = case.tell(f"{on_it}/adjournments", {**begun, "resumes_on": "2026-04-30"})
    assert refused(late)[:2] == (422, "REVIEW_ADJOURNED_TOO_LONG")
    done(case.tell(f"{on_it}/adjournments", {**begun, "resumes_on": "2026-04-10"}))
    assert case.clocks("C-SREV-20")[0]["outcome"] == "running"
    case.held("2026-04-10", review_id)

    first = case.clocks("C-SREV-20")[0]
    assert (first["outcome"], first["closed_at"], first["breached"]) == ("met", "2026-04-10", True)
    decided = {
        "on": "2026-04-14",
        "actions": [{"code": "mentor", "whose": "social_worker", "by": "2026-05-01"}],
    }
    own = case.tell(f"{on_it}/confirmations", decided, {**MANAGER, "subject": "iris-iro"})
    assert refused(own)[:2] == (403, "CONFLICT_OF_INTEREST")
    done(case.tell(f"{on_it}/confirmations", decided, MANAGER))
    done(case.tell(f"{on_it}/records", {"step": "issued", "on": "2026-05-05"}))
    done(case.tell(f"{on_it}/records", {"step": "distributed", "on": "2026-05-06"}))
    followed = [(each["due"][:10], each["breached"]) for each in case.clocks("C-IRO-5WD")]
    assert followed == [("2026-04-17", False), ("2026-05-01", True), ("2026-05-11", False)]
    assert case.shown()["statutory"][0]["closed"] is False

    done(case.tell(f"{on_it}/finished-actions", {"action": "mentor", "on": "2026-04-30"}))
    (shown,) = case.shown()["statutory"]
    assert (shown["first_sat_on"], shown["held_on"]) == ("2026-03-27", "2026-04-10")
    assert (shown["standing"], shown["closed"], shown["views"]) == ("held", True, "I like it.")
    told = sqlite_office.get(f"{case.path}/timeline", role=Role.CASEWORKER).text
    assert "I like it." not in told
    assert "goes on on 10 April 2026" in told


@pytest.mark.covers("6-28", "C-SREV-6M", "R-216", "C-SREV-EARLY", "R-36")
def test_a_review_due_on_a_sunday_is_planned_for_the_friday_and_may_be_asked_for_sooner(
    sqlite_office: Office,
) -> None:
    case = Reviewed(sqlite_office)
    for on in ("2026-03-20", "2026-06-01", "2026-08-31"):
        case.held(on)
    next_one = case.clocks("C-SREV-6M")[-1]
    assert (next_one["due"], next_one["plan_by"]) == ("2027-02-28T23:59:59Z", "2027-02-26")

    wish = {"because": "childs_wish", "on": "2026-09-01", "before": "2026-09-15", "words": "Now."}
    done(case.tell("early-reviews", wish, {"role": Role.CASEWORKER}))
    (sooner,) = case.clocks("C-SREV-EARLY")
    assert (sooner["due"], sooner["breached"]) == ("2026-09-15T22:59:59Z", True)
    off = case.planned("2026-09-14")
    done(case.tell(f"statutory-reviews/{off}/cancellations", {"because": "interpreter_ill"}))
    assert case.clocks("C-SREV-EARLY")[0]["outcome"] == "running"
    case.held("2026-09-21")
    assert case.clocks("C-SREV-EARLY")[0]["outcome"] == "met"
    shown = case.shown()
    assert [each["standing"] for each in shown["statutory"]][-2:] == ["cancelled", "held"]
    assert shown["asked_early"][0]["words"] == "Now."


@pytest.mark.covers("R-217", "C-IRODISP-20WD")
def test_the_reviewing_officers_dispute_goes_up_until_it_is_over(sqlite_office: Office) -> None:
    case = Reviewed(sqlite_office)
    raised = {"about": "no_school_place", "tier": "team_manager", "on": "2026-04-20"}
    dispute_id = done(case.tell("iro-disputes", {**raised, "words": "She waits."}))["ids"][
        "dispute_id"
    ]
    by_manager = case.tell("iro-disputes", raised, MANAGER)
    assert refused(by_manager)[:2] == (403, "NOT_PERMITTED")
    on_it = f"iro-disputes/{dispute_id}"
    done(case.tell(f"{on_it}/escalations", {"tier": "cafcass", "on": "2026-04-22"}))
    done(case.tell(f"{on_it}/escalations", {"tier": "dcs", "on": "2026-05-05"}))
    assert case.clocks("C-IRODISP-20WD")[0]["breached"] is True
    done(case.tell(f"{on_it}/resolutions", {"on": "2026-05-12", "outcome": "place_found"}))

    (clock,) = case.clocks("C-IRODISP-20WD")
    assert (clock["due"][:10], clock["outcome"], clock["breached"]) == ("2026-05-19", "met", False)
    (shown,) = case.shown()["disputes"]
    assert shown["tiers"] == ["team_manager", "cafcass", "dcs"]
    before = case.shown(as_at="2026-05-06")["disputes"]
    assert (before[0]["resolved_on"], before[0]["words"]) == (None, "She waits.")
