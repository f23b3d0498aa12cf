"""What funders read, and what was said by telephone, is looked through as a pack is (R-97)."""

from collections.abc import Mapping
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_what_a_pack_must_not_hold import PLANTED, known
from tests.interface.referrals.test_what_providers_are_told_beside_the_pack import (
    given_away,
    hidden,
)
from tests.interface.referrals.test_who_pays import ICB, PARTNER, asked_of, money_of
from tests.support.market import Search, seller
from tests.support.service import Office

SLIP = f"Her aunt, {PLANTED[0]}, said so."


def breaches(found: Search) -> int:
    """How often the child's record says that somebody was told too much."""
    found.office.quiet()
    listed = found.office.get(f"/cases/{found.case_id}/breaches", role=Role.BROKER).json()
    return [each["code"] for each in listed["breaches"]].count("REDACTION_NOT_CONFIRMED")


@pytest.mark.covers("R-97")
@pytest.mark.refuses("REDACTION_NOT_CONFIRMED")
def test_decisions_in_such_words_are_refused_and_what_was_said_is_recorded(
    sqlite_office: Office,
) -> None:
    prompt, late = seller(sqlite_office), seller(sqlite_office)
    found = known(sqlite_office)
    found.publish()
    mine = found.offer(prompt).json()["ids"]["offer_id"]
    found.pass_deadline()
    found.offer(late)

    admitted = found.act("late-offer-admissions", {"reason": SLIP}, Role.COMMISSIONING_MANAGER)
    call = {
        "provider_id": str(late.provider_id),
        "at": sqlite_office.running.clock.now().isoformat(),
        "outcome": "spoke",
        "note": SLIP,
    }
    assert given_away(admitted) == hidden("reason")
    assert breaches(found) == 0
    found.done("telephone-contacts", call)
    assert breaches(found) == 1

    found.done("preferred-offers", found.choice(mine))
    care = {"heading": "social_care", "basis_points": 5000, "lead": True}
    health: Mapping[str, Any] = {"heading": "health", "payer": ICB, "basis_points": 5000}
    named = {**health, "agreement_reference": "Brambleshade/14"}
    asked = found.act("funding-requests", asked_of(found, 90_000, care, named))
    found.done("funding-requests", asked_of(found, 90_000, care, health))
    declined = found.act("funding-refusals", {"reason": "too_dear", "text": SLIP}, Role.DCS)
    noted = {"funder": ICB, "reason": "not_a_health_need", "text": SLIP}
    disputed = found.act("funding-share-refusals", noted)
    found.act("funding-share-agreements", {"funder": ICB}, **PARTNER)
    conditions = {"conditions": [{"code": "panel_review"}, {"code": "review", "text": SLIP}]}
    authorised = found.act("funding-authorisations", conditions, Role.FUNDING_AUTHORISER)

    assert given_away(asked) == hidden("shares.1.agreement_reference")
    assert given_away(declined) == hidden("text")
    assert given_away(disputed) == hidden("text")
    assert given_away(authorised) == hidden("conditions.1.text")
    said = [each.text for each in (admitted, asked, declined, disputed, authorised)]
    assert not [word for word in PLANTED if word.lower() in "".join(said).lower()]

    found.done("funding-authorisations", {"conditions": []}, Role.FUNDING_AUTHORISER)
    gone = {"funder": ICB, "since": found.today.isoformat(), "reason": "other", "text": SLIP}
    found.done("funding-share-withdrawals", gone)
    assert breaches(found) == 2
    assert money_of(found, **PARTNER)["plan"]["withdrawals"][0]["text"] == SLIP
