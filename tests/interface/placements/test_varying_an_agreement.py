"""An agreement is varied over HTTP: asked, costed, authorised, agreed by both, and read."""

from typing import Any
from uuid import uuid4

import pytest

from application.access.principal import Role
from tests.support.placing import Placing, done, proposed, refused
from tests.support.service import Office

MANAGER = {"role": Role.COMMISSIONING_MANAGER, "subject": "morgan-manager"}


def ask(placing: Placing, kind: str, on: str, **more: Any) -> Any:
    said = {"kind": kind, "effective_on": on, "reason": "She cooks for herself now."}
    return placing.act("variations", said | more, role=Role.CASEWORKER)


def cost(placing: Placing, number: int, accommodation: int, support: int, **more: Any) -> Any:
    lines = {"accommodation": accommodation, "support_hours": support}
    own = {"heading": "social_care", "weekly_pence": accommodation + support, "lead": True}
    said = {
        "price": [{"kind": kind, "weekly_pence": pence} for kind, pence in lines.items()],
        "shares": [own],
    }
    return placing.act(f"variations/{number}/costings", said | more)


def authorise(placing: Placing, number: int, reason: str | None = None, **who: Any) -> Any:
    said = {"retrospective_reason": reason} if reason else {}
    by = {"role": Role.DCS, "subject": "dana-dcs"} | who
    return placing.act(f"variations/{number}/authorisations", said, **by)


def sign_both(
    placing: Placing,
    number: int,
    weekly: int,
    *,
    costing: int = 1,
    provider: bool = True,
    both: bool = True,
) -> Any:
    """Each side agrees, the provider first; or one of them alone."""
    said = {"costing": costing, "weekly_pence": weekly, "on": "2026-11-01"}
    path = f"variations/{number}/agreements"
    if provider:
        hand = {**placing.house.signatory, "subject": "sam-signatory"}
        first = placing.act(path, said, **hand)
        if not both:
            return first
    return placing.act(path, said, **MANAGER)


def matrix(placing: Placing, half_hours: int, on: str) -> None:
    said = {"half_hours": half_hours, "on": on}
    done(placing.office.post(f"/cases/{placing.case_id}/matrices", said, role=Role.CASEWORKER))


def agreement(placing: Placing, role: Role = Role.BROKER, **times: Any) -> Any:
    answer = placing.office.get(f"{placing.path}/agreement", times, role=role)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.covers("6-34", "4-217", "4-226", "4-121", "4-103", "C-VAR")
def test_fewer_hours_that_a_review_recommends_change_nothing_until_both_have_agreed(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office).started()
    done(placing.review("2026-03-20", matrix_half_hours=10))
    matrix(placing, 10, "2026-03-21")
    fewer = {"half_hours": 10, "for_young_person": True}
    assert placing.read()["agreement"]["warnings"] == []

    asked = done(ask(placing, "hours", "2027-01-04", **fewer))
    assert (asked["variation"], asked["varied"]) == (1, False)
    assert refused(sign_both(placing, 1, 77_500, both=False))[:2] == (409, "WRONG_STATE")
    done(cost(placing, 1, 65_000, 12_500))
    own = authorise(placing, 1, role=Role.BROKER, subject="demo-broker")
    assert refused(own)[:2] == (403, "CONFLICT_OF_INTEREST")
    done(authorise(placing, 1, role=Role.BROKER, subject="bo-broker"))
    assert not done(sign_both(placing, 1, 77_500, both=False))["varied"]
    assert [each["weekly_pence"] for each in agreement(placing)["versions"]] == [90_000]
    assert placing.clock("C-VAR")["outcome"] == "running"

    assert done(sign_both(placing, 1, 77_500, provider=False))["varied"]
    shown = agreement(placing)
    assert [(e["since"], e["weekly_pence"]) for e in shown["versions"]] == [
        ("2026-03-09", 90_000),
        ("2027-01-04", 77_500),
    ]
    assert shown["versions"][1]["terms"]["half_hours"] == 10
    (variation,) = shown["variations"]
    assert (variation["standing"], variation["asker"]) == ("agreed", "young_person")
    assert placing.read()["agreement"]["weekly_pence"] == 90_000
    assert placing.read(as_at="2027-02-01")["agreement"]["weekly_pence"] == 77_500
    assert placing.clock("C-VAR")["outcome"] == "met"
    finance = agreement(placing, Role.FINANCE_OFFICER)
    assert finance["variations"][0]["reason"] is None
    timeline = sqlite_office.get(f"/cases/{placing.case_id}/timeline").json()
    told = [each["sentence"] for each in timeline["entries"]]
    assert any("holds from 4 January 2027, at £775.00 a week" in each for each in told)


@pytest.mark.covers("4-229", "6-75", "R-193", "R-194")
def test_a_provider_asks_reads_only_its_own_and_agrees_to_the_price_it_reads(
    sqlite_office: Office,
) -> None:
    placing = proposed(sqlite_office).started()
    theirs = {**placing.house.signatory, "subject": "sam-signatory"}
    path = f"{placing.path}/variations"
    said = {"kind": "price", "effective_on": "2027-02-01", "reason": "Energy costs more."}

    elsewhere: dict[str, Any] = {**theirs, "organisation": uuid4(), "subject": "x"}
    assert sqlite_office.post(path, said, **elsewhere).status_code == 404
    own = f"{placing.path}/own-agreement"
    assert sqlite_office.get(own, **elsewhere).status_code == 404
    assert sqlite_office.get(f"{placing.path}/agreement", **theirs).status_code == 403
    asked = sqlite_office.post(path, said, **theirs)
    assert (done(asked)["variation"], "ETag" in asked.headers) == (1, False)
    health = {"heading": "health", "weekly_pence": 20_000, "lead": False}
    lead = {"heading": "social_care", "weekly_pence": 75_000, "lead": True}
    done(cost(placing, 1, 70_000, 25_000, shares=[lead, health]))
    (working,) = sqlite_office.get(own, **theirs).json()["variations"]
    assert (working["standing"], working["costing"], working["terms"]) == ("requested", None, None)
    broker = authorise(placing, 1, role=Role.BROKER, subject="bo-broker")
    assert refused(broker)[:2] == (403, "NOT_PERMITTED")
    done(authorise(placing, 1))
    wrong = sign_both(placing, 1, 99_000, both=False)
    assert refused(wrong)[:2] == (409, "WRONG_STATE")

    answer = sqlite_office.get(own, **theirs)
    (shown,) = answer.json()["variations"]
    assert (shown["costing"], shown["reason"]) == (1, "Energy costs more.")
    assert shown["terms"]["weekly_pence"] == 95_000
    (whom,) = shown["terms"]["invoice"]
    assert (whom["funder"], "ETag" in answer.headers) == ("social_care", False)
    assert not {"health", "20000", "75000", "dana-dcs", "demo-broker"} & set(answer.text.split('"'))
    assert "shares" not in answer.text

    done(cost(placing, 1, 95_000, 0))
    done(authorise(placing, 1))
    unseen = sign_both(placing, 1, 95_000, both=False)
    assert refused(unseen)[:2] == (409, "WRONG_STATE")
    assert not done(sign_both(placing, 1, 95_000, costing=2, both=False))["varied"]
    back = sqlite_office.post(f"{path}/1/withdrawals", {"reason": "Not needed."})
    assert refused(back)[:2] == (403, "NOT_PERMITTED")
    no = sqlite_office.post(f"{path}/1/refusals", {"reason": "Too dear."})
    assert not done(no)["varied"]
    (asked_for,) = agreement(placing)["variations"]
    assert (asked_for["standing"], asked_for["costing"]) == ("refused", 2)
    assert refused(authorise(placing, 1))[:2] == (409, "WRONG_STATE")
