"""The money over HTTP: shared to the penny, answered by each funder, seen by each as it may."""

from collections.abc import Mapping
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, ready_to_publish, seller
from tests.support.service import Office

ICB = "derby_and_derbyshire_icb"
PARTNER: Mapping[str, Any] = {"role": Role.PARTNER_FUNDER, "subject": "ivy-icb", "funder": ICB}


def chosen(office: Office, weekly: int, kinds: tuple[str, ...] = ("accommodation",)) -> Search:
    """A search with one offer preferred, at so many pence a week for each kind."""
    provider = seller(office)
    found = ready_to_publish(office)
    found.publish()
    price = [{"kind": kind, "weekly_pence": weekly} for kind in kinds]
    offer_id = found.offer(provider, price=price).json()["ids"]["offer_id"]
    office.quiet()
    found.done("preferred-offers", found.choice(offer_id))
    return found


def asked_of(found: Search, weekly: int, *shares: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "price": [{"kind": "accommodation", "weekly_pence": weekly}],
        "shares": list(shares),
        "starts_on": found.today.isoformat(),
        "planned_weeks": 26,
    }


def money_of(found: Search, **who: Any) -> Any:
    answer = found.office.get(f"{found.path}/funding", **(who or {"role": Role.BROKER}))
    assert answer.status_code == 200, answer.text
    return answer.json()


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.covers("6-72", "R-11", "4-064", "4-093")
def test_a_split_in_parts_comes_to_the_price_exactly(sqlite_office: Office) -> None:
    found = chosen(sqlite_office, 100_001)
    thirds = [
        {"heading": "social_care", "basis_points": 3333, "lead": True},
        {"heading": "health", "payer": ICB, "basis_points": 3333},
        {"heading": "education", "basis_points": 3334},
    ]
    short = [{**thirds[0], "basis_points": 3332}, *thirds[1:]]

    unbalanced = found.act("funding-requests", asked_of(found, 100_001, *short))
    found.done("funding-requests", asked_of(found, 100_001, *thirds))

    assert refused(unbalanced) == (422, "FUNDING_SPLIT_UNBALANCED")
    shown = money_of(found)
    assert [each["weekly_pence"] for each in shown["plan"]["shares"]] == [33_331, 33_330, 33_340]
    assert shown["plan"]["planned_pence"] == 26 * 100_001
    assert (shown["expected"], shown["absent"]) == (["housing_benefit"], ["housing_benefit"])
    assert shown["plan"]["budget_heading"] == "external_16_plus"


def test_a_funder_without_a_part_learns_nothing_of_how_a_search_stands(
    sqlite_office: Office,
) -> None:
    found = ready_to_publish(sqlite_office)
    said: Mapping[str, Mapping[str, Any]] = {
        "agreements": {"funder": ICB},
        "refusals": {"funder": ICB, "reason": "x"},
        "withdrawals": {"funder": ICB, "since": found.today.isoformat(), "reason": "x"},
    }

    for what, body in said.items():
        answer = found.act(f"funding-share-{what}", body, **PARTNER)
        assert refused(answer) == (404, "NOT_FOUND"), what
        assert "state" not in answer.json()


@pytest.mark.covers("6-73", "2-085", "3-007", "3-032")
def test_a_funder_agrees_to_its_own_share_and_leaves_mid_way(sqlite_office: Office) -> None:
    found = chosen(sqlite_office, 90_000)
    care = {"heading": "social_care", "weekly_pence": 50_000, "lead": True}
    health = {"heading": "health", "payer": ICB, "weekly_pence": 40_000, "agreement": "none"}
    found.done("funding-requests", asked_of(found, 90_000, care, health))

    waiting = found.act("funding-authorisations", {}, Role.FUNDING_AUTHORISER)
    stranger = found.act("funding-share-agreements", {"funder": ICB}, **{**PARTNER, "funder": "x"})
    ours = found.act("funding-share-agreements", {"funder": ICB}, Role.BROKER)
    own = money_of(found, **PARTNER)
    agreed = found.act("funding-share-agreements", {"funder": ICB}, **PARTNER)
    conditions = {"conditions": [{"code": "review_at_six_weeks", "text": "By the head."}]}
    found.done("funding-authorisations", conditions, Role.FUNDING_AUTHORISER)

    assert refused(waiting) == (422, "FUNDING_NOT_AUTHORISED")
    assert waiting.json()["waiting"] == [ICB]
    assert (refused(stranger), refused(ours)) == ((404, "NOT_FOUND"), (403, "NOT_PERMITTED"))
    assert agreed.status_code == 201
    assert own["plan"]["price"] == []
    sums = ("weekly_pence", "planned_pence", "requested_by", "answered_by")
    assert {own["plan"][each] for each in sums} == {None}
    assert [each["funder"] for each in own["plan"]["shares"]] == [ICB]
    assert own["plan"]["shares"][0]["agreement"] == "none"
    assert [each["lead"] for each in money_of(found)["plan"]["shares"]] == [True, False]

    leave = {"funder": ICB, "since": found.today.isoformat(), "reason": "no_longer_eligible"}
    left = found.act("funding-share-withdrawals", {**leave, "text": "A note."}, **PARTNER)
    assert left.json()["caused"] == ["referral.funding_share_withdrawn.v1"]
    now = money_of(found)
    assert now["standing"] == "authorised"
    paying = [(s["funder"], s["weekly_pence"], s["status"]) for s in now["plan"]["shares"]]
    assert paying == [
        ("social_care", 50_000, "agreed"),
        ("social_care", 40_000, "underwritten"),
    ]
    seen = money_of(found, role=Role.FINANCE_OFFICER)["plan"]
    assert (seen["withdrawals"][0]["text"], seen["conditions"][0]["text"]) == (None, None)
    assert seen["conditions"][0]["code"] == "review_at_six_weeks"
    before = money_of(found, **PARTNER)["plan"]
    assert [s["underwrites"] for s in before["shares"]] == [ICB]
    sqlite_office.quiet()
    case = sqlite_office.get(f"/cases/{found.case_id}", role=Role.BROKER).json()
    (money,) = [each["money"] for each in case["referrals"]]
    assert (money["standing"], money["weekly_pence"]) == ("authorised", 90_000)
    assert [each["underwrites"] for each in money["paid_by"]] == [None, ICB]
    (task,) = sqlite_office.get("/tasks", role=Role.BROKER).json()["tasks"]
    assert (task["policy"], task["code"]) == ("leave-to-people", "FUNDING_NOT_AUTHORISED")


def test_the_council_underwrites_what_a_funder_refuses(sqlite_office: Office) -> None:
    found = chosen(sqlite_office, 90_000)
    care = {"heading": "social_care", "basis_points": 5000, "lead": True}
    health = {"heading": "health", "payer": ICB, "basis_points": 5000}
    found.done("funding-requests", asked_of(found, 90_000, care, health))
    refusal = {"funder": ICB, "reason": "not_a_health_need", "text": "See our letter."}

    found.act("funding-share-refusals", refusal, **PARTNER)
    disputed = money_of(found)["plan"]["shares"][1]["status"]
    underwritten = found.act("funding-share-underwritings", {"funder": ICB}, Role.DCS)
    found.done(
        "funding-authorisations",
        {"conditions": [{"code": "panel_review"}]},
        Role.FUNDING_AUTHORISER,
    )
    met = {"condition": "panel_review", "on": found.today.isoformat()}
    found.done("funding-conditions-met", met)

    assert (disputed, underwritten.status_code) == ("disputed", 201)
    shown = money_of(found)["plan"]
    assert shown["shares"][1]["status"] == "underwritten"
    assert shown["conditions"][0]["met_on"] == found.today.isoformat()
    assert found.read()["funding"]["authorised"] is True
