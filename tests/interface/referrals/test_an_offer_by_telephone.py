"""At 22:00 a provider offers by telephone: the Careline writes it down as the provider's own."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_a_choice_at_night import by_telephone
from tests.interface.referrals.test_an_emergency_at_night import NIGHT, publication, taken_on
from tests.support.market import offer_content, seller
from tests.support.service import Office


@pytest.mark.covers("R-125", "R-176", "R-170", "R-171", "4-126")
@pytest.mark.refuses("CONFLICT_OF_INTEREST")
def test_the_careline_enters_an_offer_and_the_provider_finds_it_as_its_own(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    calls, other = seller(office), seller(office)
    search = taken_on(office)
    search.done("emergency-publications", publication(search), NIGHT)
    office.quiet()
    said: dict[str, Any] = {
        **search.offer_of(calls, content=offer_content(shared=False)),
        "earliest_start": search.today.isoformat(),
        "provider_id": str(calls.provider_id),
        "said_by": "The manager on call",
        "at": office.running.clock.now().isoformat(),
    }
    path = f"{search.path}/telephoned-offers"
    assert office.post(path, said, role=Role.CASEWORKER).status_code == 403
    elsewhere = {**said, "setting_id": str(other.setting_id)}
    assert office.post(path, elsewhere, role=NIGHT).status_code == 404
    itself = office.post(path, {**said, "said_by": "Demo-out_of_hours"}, role=NIGHT)
    assert (itself.status_code, itself.json()["code"]) == (403, "CONFLICT_OF_INTEREST")
    elsewhere = {**said, "setting_id": str(other.setting_id), "provider_id": str(other.provider_id)}
    office.move_clock(office.running.clock.now() + timedelta(minutes=2))
    assert search.answer(other, "declines", {"reason": "no_vacancy"}).status_code == 201
    assert office.post(path, elsewhere, role=NIGHT).json()["code"] == "EFFECTIVE_BEFORE_STREAM"
    offer_id = office.post(path, said, role=NIGHT).json()["ids"]["offer_id"]
    office.quiet()

    (shown,) = search.read()["offers"]
    assert (shown["offer_id"], shown["late"]) == (offer_id, False)
    assert shown["entered"]["by"] == "demo-out_of_hours"
    own = office.get(f"/invitations/{search.invitation(calls)}", **calls.user).json()
    assert own["offer_status"] == "open"
    entered = own["offer"]["entered"]
    assert (entered["said_by"], entered["owned"]) == ("The manager on call", None)
    assert search.answer(calls, "entered-offer-answers", {"ours": True}).status_code == 201
    twice = search.answer(calls, "entered-offer-answers", {"ours": True})
    assert twice.json()["code"] == "WRONG_STATE"
    office.quiet()
    (shown,) = search.read()["offers"]
    assert shown["owned"] is True
    office.move_clock(office.running.clock.now() + timedelta(hours=2))
    office.quiet()
    standing = {e["provider_id"]: e["standing"] for e in search.read()["invitations"]}
    assert standing[str(calls.provider_id)] == "offered"
    alone = by_telephone(search, offer_id, jointly_with="demo-out_of_hours")
    refused = search.act("spoken-preferred-offers", alone, NIGHT)
    assert (refused.status_code, refused.json()["code"]) == (403, "CONFLICT_OF_INTEREST")
    search.done("spoken-preferred-offers", by_telephone(search, offer_id), NIGHT)


@pytest.mark.covers("R-176", "R-125")
def test_what_the_provider_never_said_is_let_go_and_somebody_looks_into_it(
    sqlite_office: Office,
) -> None:
    office, calls = sqlite_office, seller(sqlite_office)
    search = taken_on(office)
    search.done("emergency-publications", publication(search), NIGHT)
    office.quiet()
    said: dict[str, Any] = {
        **search.offer_of(calls, content=offer_content(shared=False)),
        "earliest_start": search.today.isoformat(),
        "provider_id": str(calls.provider_id),
        "said_by": "The manager on call",
        "at": office.running.clock.now().isoformat(),
    }
    entered = search.done("telephoned-offers", said, NIGHT).json()["ids"]["offer_id"]
    office.quiet()
    chosen = search.done("spoken-preferred-offers", by_telephone(search, entered), NIGHT)
    office.quiet()

    denied = {"ours": False, "text": "We said that we would call back."}
    assert search.answer(calls, "entered-offer-answers", denied).status_code == 201
    office.quiet()

    shown = search.read()
    (offer,) = shown["offers"]
    assert (shown["stage"], offer["status"], offer["owned"]) == ("evaluating", "withdrawn", False)
    path = f"/placements/{chosen.json()['ids']['placement_id']}"
    assert office.get(path, role=Role.BROKER).json()["stage"] == "not_started"
    tasks = office.get("/tasks", role=Role.BROKER).json()["tasks"]
    assert "ENTERED_OFFER_DENIED" in {each["code"] for each in tasks}
