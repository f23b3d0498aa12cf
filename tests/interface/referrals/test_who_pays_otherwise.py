"""Money that is paid, over HTTP: a wrong day of leaving, another split, an answer on paper."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_who_pays import (
    ICB,
    PARTNER,
    asked_of,
    chosen,
    money_of,
    refused,
)
from tests.support.buying import FINANCE
from tests.support.market import Search
from tests.support.service import Office


def paid(office: Office) -> Search:
    """A search whose money health and the council pay; health answered on paper."""
    found = chosen(office, 90_000)
    care = {"heading": "social_care", "weekly_pence": 50_000, "lead": True}
    health = {"heading": "health", "payer": ICB, "weekly_pence": 40_000}
    found.done("funding-requests", asked_of(found, 90_000, care, health))
    paper = {"funder": ICB, "answered_by": "Head of continuing care"}
    bare = found.act("funding-share-agreements", paper, Role.BROKER)
    assert refused(bare) == (422, "MISSING_INFORMATION")
    signed = {**paper, "agreement_reference": "CC/26/7"}
    assert found.act("funding-share-agreements", signed, Role.BROKER).status_code == 201
    share = money_of(found)["plan"]["shares"][1]
    assert (share["status"], share["agreed_by"]) == ("agreed", "Head of continuing care")
    found.done("funding-authorisations", {}, Role.FUNDING_AUTHORISER)
    return found


def by_what_was_seen(found: Search, what: str, body: Any, **who: Any) -> Any:
    seen = found.office.get(f"{found.path}/funding", **who).headers["ETag"]
    return found.office.post(f"{found.path}/{what}", body, if_match=seen, **who)


@pytest.mark.covers("6-73", "6-05", "R-112", "R-79")
def test_a_wrong_day_of_leaving_is_put_right_and_health_comes_back_with_another_part(
    sqlite_office: Office,
) -> None:
    found = paid(sqlite_office)
    today, may, june = (found.today + timedelta(weeks=n) for n in (0, 4, 8))
    leave = {"funder": ICB, "since": today.isoformat(), "reason": "no_longer_eligible"}
    assert found.act("funding-share-withdrawals", leave, **PARTNER).status_code == 201
    right = {
        "funder": ICB,
        "since": may.isoformat(),
        "reason": "Their letter names a later day.",
        "approved_by": "fin-finance",
    }
    path = "funding-share-withdrawal-corrections"
    alone = by_what_was_seen(found, path, right, **FINANCE)
    stale = found.office.post(f"{found.path}/{path}", right, if_match='"1"', **FINANCE)
    right["approved_by"] = "hollis-head-of-service"
    done = by_what_was_seen(found, path, right, **FINANCE)

    assert (refused(alone), stale.status_code) == ((403, "CONFLICT_OF_INTEREST"), 412)
    assert done.json()["caused"] == ["referral.funding_withdrawal_corrected.v1"]
    plan = money_of(found)["plan"]
    (left,) = plan["withdrawals"]
    assert left["since"] == may.isoformat()
    assert [(c["was"], c["now"], c["approved_by"]) for c in left["corrections"]] == [
        (today.isoformat(), may.isoformat(), "hollis-head-of-service")
    ]
    assert [(s["funder"], s["underwrites"], s["since"]) for s in plan["shares"]] == [
        ("social_care", None, today.isoformat()),
        (ICB, None, today.isoformat()),
        ("social_care", ICB, may.isoformat()),
    ]
    partner = money_of(found, **PARTNER)["plan"]["withdrawals"][0]["corrections"][0]
    assert (partner["was"], partner["reason"], partner["by"]) == (today.isoformat(), None, None)
    assert money_of(found, **FINANCE)["plan"]["withdrawals"][0]["corrections"][0]["reason"] is None

    other = {
        "since": june.isoformat(),
        "shares": [
            {"heading": "social_care", "basis_points": 8000, "lead": True},
            {"heading": "health", "payer": ICB, "basis_points": 2000},
        ],
    }
    short = {**other, "shares": [{"heading": "social_care", "weekly_pence": 1, "lead": True}]}
    assert refused(found.act("funding-split-requests", short, Role.BROKER)) == (
        422,
        "FUNDING_SPLIT_UNBALANCED",
    )
    found.done("funding-split-requests", other)
    asked = money_of(found, **PARTNER)["plan"]["split_asked"]
    assert [(s["funder"], s["weekly_pence"], s["status"]) for s in asked["shares"]] == [
        (ICB, 18_000, "expected")
    ]
    authoriser = {"role": Role.FUNDING_AUTHORISER, "subject": "hollis-head-of-service"}
    waiting = by_what_was_seen(found, "funding-split-authorisations", {}, **authoriser)
    assert refused(waiting) == (422, "FUNDING_NOT_AUTHORISED")
    assert found.act("funding-share-agreements", {"funder": ICB}, **PARTNER).status_code == 201
    agreed = by_what_was_seen(found, "funding-split-authorisations", {}, **authoriser)
    assert agreed.status_code == 201, agreed.text
    sqlite_office.quiet()
    assert sqlite_office.get("/tasks", role=Role.BROKER).json()["tasks"] == []

    shown = found.office.get(
        f"{found.path}/funding", {"as_at": today.isoformat()}, role=Role.BROKER
    ).json()["plan"]
    assert shown["split_asked"] is None
    assert [
        (s["funder"], s["since"], s["until"], s["weekly_pence"]) for s in shown["shares"][:-2]
    ] == [
        ("social_care", today.isoformat(), june.isoformat(), 50_000),
        (ICB, today.isoformat(), may.isoformat(), 40_000),
        ("social_care", may.isoformat(), june.isoformat(), 40_000),
    ]
    assert [(s["funder"], s["weekly_pence"], s["status"]) for s in shown["shares"][-2:]] == [
        ("social_care", 72_000, "agreed"),
        (ICB, 18_000, "agreed"),
    ]
    again = found.act("funding-split-refusals", {"reason": "too_dear"}, Role.FUNDING_AUTHORISER)
    assert refused(again) == (409, "WRONG_STATE")
