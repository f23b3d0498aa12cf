"""Words to a provider outside the pack are scanned as the pack is, and refused by their field."""

from datetime import timedelta
from typing import Any

import pytest

from tests.interface.referrals.test_what_a_pack_must_not_hold import PLANTED, known
from tests.support.market import seller
from tests.support.service import Office

WHOLLY_BY_NEEDS = {
    "essentials": ["hard_risk"],
    "weights": [{"criterion": "needs_fit", "percent": 100}],
    "scorers": 1,
}


def given_away(answer: Any) -> tuple[int, str, list[str]]:
    told = answer.json()
    return answer.status_code, told["code"], told["fields"]


def hidden(*fields: str) -> tuple[int, str, list[str]]:
    return 422, "REDACTION_NOT_CONFIRMED", list(fields)


@pytest.mark.refuses("REDACTION_NOT_CONFIRMED")
def test_no_provider_is_told_in_other_words_what_no_pack_may_hold(sqlite_office: Office) -> None:
    office = sqlite_office
    one, other = seller(office), seller(office)
    found = known(office)
    found.publish()
    found.done("criteria", WHOLLY_BY_NEEDS)
    mine, theirs = (found.offer(who).json()["ids"]["offer_id"] for who in (one, other))
    office.quiet()
    slip = f"Too near to {PLANTED[0]}, her aunt."
    soon = (office.running.clock.now() + timedelta(days=1)).isoformat()
    word = {
        "offer_id": mine,
        "difference": slip,
        "extra_services": slip,
        "price": [{"kind": "accommodation", "weekly_pence": 99_000}],
    }

    negotiated = found.act("category-differences", word)
    asked = found.act("offer-amendment-requests", {"offer_id": mine, "what": slip, "until": soon})
    judged = {"offer_id": mine, "suitable": True, "reason": slip}
    called = found.act("suitability-judgements", judged)
    found_none = {"essential": "hard_risk", "met": True, "reason": "Nobody there is at risk."}
    score = {"criterion": "needs_fit", "points": 4, "reason": slip}
    sheet = {"offer_id": mine, "findings": [found_none], "scores": [score]}
    scored = found.act("offer-scores", sheet, subject="anne")
    plain_sheet = {**sheet, "scores": [{**score, "reason": "Two key workers."}]}
    assert found.act("offer-scores", plain_sheet, subject="anne").status_code == 201
    assert found.act("suitability-judgements", {**judged, "reason": "Near."}).status_code == 201
    chosen = found.act("preferred-offers", found.choice(mine, others_not_chosen={theirs: slip}))

    assert given_away(negotiated) == hidden("difference", "extra_services")
    assert given_away(asked) == hidden("what")
    assert given_away(called) == hidden("reason")
    assert given_away(scored) == hidden("scores.needs_fit")
    assert given_away(chosen) == hidden(f"others_not_chosen.{theirs}")
    for who in (one, other):
        read = office.get(f"/invitations/{found.invitation(who)}", **who.user)
        assert not [planted for planted in PLANTED if planted.lower() in read.text.lower()]
    plain = found.choice(mine, others_not_chosen={theirs: "Further from college."})
    assert found.act("preferred-offers", plain).status_code == 201
