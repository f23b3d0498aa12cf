"""A search for next week is one for tonight: its offers are there, and the first is chosen."""

from datetime import timedelta

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_a_choice_at_night import by_telephone
from tests.interface.referrals.test_an_emergency_at_night import ESSENTIALS, NIGHT
from tests.interface.referrals.test_housed_otherwise import clocks
from tests.support.market import offer_content, ready_to_publish, seller
from tests.support.service import Office


@pytest.mark.covers("R-126", "R-174", "R-103", "C-EMERG-SAMEDAY", "C-INFO-72")
def test_what_is_published_becomes_an_emergency_and_keeps_its_offers(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    one, other = seller(office), seller(office)
    search = ready_to_publish(office)
    search.publish()
    offer_id = search.offer(one, content=offer_content(shared=False)).json()["ids"]["offer_id"]
    early = by_telephone(search, offer_id)
    assert search.act("spoken-preferred-offers", early, NIGHT).json()["code"] == "WRONG_STATE"

    tonight = {"emergency": True, "needed_from": search.today.isoformat()}
    why = {"sections": {}, "why": "She was put out at nine."}
    word = {"officer": "morgan-manager", "at": office.running.clock.now().isoformat()}
    unsaid = {"request": tonight, **why}
    assert search.act("amendments", unsaid, NIGHT).json()["missing"] == ["urgency"]
    told = {**unsaid, "urgency": word}
    calmer = {**told, "request": {"duration": "short"}}
    assert search.act("amendments", calmer, NIGHT).json()["code"] == "WRONG_STATE"
    search.done("amendments", told, NIGHT)
    office.quiet()
    running = clocks(office, search)
    assert (running["C-EMERG-SAMEDAY"], running["C-INFO-72"]) == ("running", "running")
    assert search.read()["spoken_approvals"][-1]["act"] == "urgency"
    hasty = search.act("spoken-preferred-offers", by_telephone(search, offer_id), NIGHT).json()
    assert "essentials.needs" in hasty["missing"]
    pack = {**search.publication()["pack"], "needed_from": search.today.isoformat()}
    packs = {"pack": pack, "essentials": ESSENTIALS, "certified_by": "olly"}
    anew = {**packs, "material": True, "reason": "needs_changed"}
    over = (search.today - timedelta(days=1)).isoformat()
    early = search.act(
        "emergency-amendments", {**anew, "pack": {**pack, "needed_from": over}}, NIGHT
    )
    assert (early.status_code, early.json()["code"]) == (409, "WRONG_STATE")
    search.done("emergency-amendments", anew, NIGHT)
    office.quiet()

    shown = search.read()
    assert (shown["stage"], shown["request"]["emergency"]) == ("published", True)
    assert [each["offer_id"] for each in shown["offers"]] == [offer_id]
    calmer = {"request": {"emergency": False}, "why": "Her aunt has her until then."}
    assert search.act("amendments", calmer, Role.CASEWORKER).json()["code"] == "NOT_PERMITTED"
    search.answer(other, "views", {})
    office.quiet()
    invited = f"/invitations/{search.invitation(other)}"
    (minimum,) = office.get(invited, **other.user).json()["released"]["packs"]
    assert minimum["stage"] == "emergency"
    listed = office.get("/referrals", {"limit": 5}, role=Role.BROKER).json()["referrals"]
    assert listed[0]["emergency"] is True

    chosen = search.done("spoken-preferred-offers", by_telephone(search, offer_id), NIGHT)
    assert chosen.json()["ids"]["placement_id"]
    search.done(
        "spoken-preferred-offer-deselections",
        {**word, "officer": "blake-broker", "reason": "child_refused"},
        NIGHT,
    )
    search.done("amendments", calmer, Role.TEAM_MANAGER)
    office.quiet()
    assert clocks(office, search)["C-EMERG-SAMEDAY"] == "stopped"
    now = search.read()["request"]
    assert (now["emergency"], now["tier"]) == (False, "standard")
