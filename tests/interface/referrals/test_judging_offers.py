"""Over HTTP: offers judged by criteria that were said beforehand, and a shared home weighed."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, Seller, offer_content, ready_to_publish, seller
from tests.support.service import Office

CRITERIA = {
    "essentials": ["hard_risk"],
    "weights": [
        {"criterion": "needs_fit", "percent": 70},
        {"criterion": "price", "percent": 30},
    ],
    "scorers": 2,
}
SHARED = offer_content(
    shared=True, co_residents="Two of 17, at college.", impact_statement="A settled group."
)


def scores(offer_id: str, points: int) -> dict[str, Any]:
    found = [{"essential": "hard_risk", "met": True, "reason": "Nobody there is at risk."}]
    given = [
        {"criterion": name, "points": points, "reason": f"Of {name}."}
        for name in ("needs_fit", "price")
    ]
    return {"offer_id": offer_id, "findings": found, "scores": given}


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def judged(found: Search, offer_id: str) -> None:
    for who in ("anne", "ben"):
        answer = found.act("offer-scores", scores(offer_id, 4), subject=who)
        assert answer.status_code == 201, answer.text
    brought = {key: value for key, value in scores(offer_id, 3).items() if key != "findings"}
    by_scorer = found.act("offer-moderations", brought, subject="ben")
    assert refused(by_scorer) == (403, "CONFLICT_OF_INTEREST")
    assert found.act("offer-moderations", brought, subject="clare").status_code == 201
    said = {"offer_id": offer_id, "suitable": True, "reason": "Meets every need."}
    found.done("suitability-judgements", said)
    found.done("shortlistings", {"offer_id": offer_id})


@pytest.mark.covers("1-011", "4-113", "R-75")
def test_an_offer_is_judged_weighed_and_preferred_and_its_provider_learns_its_own_scores(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    one, other = seller(office), seller(office)
    found = ready_to_publish(office)
    found.publish()
    found.done("criteria", CRITERIA)
    mine = found.offer(one, content=SHARED).json()["ids"]["offer_id"]
    theirs = found.offer(other).json()["ids"]["offer_id"]
    office.quiet()
    too_late = found.act("criteria", CRITERIA)
    choice = found.choice(mine, others_not_chosen={theirs: "Further."})
    unjudged = found.act("preferred-offers", choice)
    judged(found, mine)
    before = portal(office, found, one)
    as_responder = found.answer(one, "impact-assessments", {"acceptable": True})
    manager = {**one.user, "role": Role.PROVIDER_MANAGER}
    path = f"/invitations/{found.invitation(one)}/impact-assessments"
    half = office.post(path, {"on_child": "Alone at first.", "acceptable": True}, **manager)
    both = {"on_child": "Alone at first.", "on_residents": "Settled.", "strengths": "All cook."}
    whole = office.post(path, {**both, "acceptable": True}, **manager)
    found.done("preferred-offers", choice)

    assert refused(too_late) == (409, "WRONG_STATE")
    assert refused(unjudged) == (422, "MISSING_INFORMATION")
    assert unjudged.json()["missing"] == ["scores", "suitability", "impact_assessment"]
    assert before["offer"]["judgement"] is None
    assert refused(as_responder) == (403, "NOT_PERMITTED")
    assert half.json()["missing"] == ["on_residents", "strengths"]
    assert whole.json()["caused"] == ["referral.impact_risk_assessed.v1"]
    after = portal(office, found, one)["offer"]["judgement"]
    assert (after["weighted"], after["suitable"], len(after["scores"])) == (300, True, 2)
    assert portal(office, found, other)["offer"]["judgement"] is None


def portal(office: Office, found: Search, who: Seller) -> Any:
    return office.get(f"/invitations/{found.invitation(who)}", **who.user).json()
