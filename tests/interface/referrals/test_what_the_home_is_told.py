"""What the home was told of the child who lives there stays readable, to it alone (5.4)."""

from datetime import timedelta

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_an_emergency_at_night import (
    NIGHT,
    PARTS,
    publication,
    read,
    taken_on,
)
from tests.support.market import seller
from tests.support.service import Office


@pytest.mark.covers("6-70", "R-70", "R-93")
def test_full_information_after_an_emergency_move_is_read_by_the_home(
    sqlite_office: Office,
) -> None:
    office, home, other = sqlite_office, seller(sqlite_office), seller(sqlite_office)
    search = taken_on(office)
    search.done("emergency-publications", publication(search), NIGHT)
    office.quiet()
    search.answer(home, "views", {})
    search.answer(other, "views", {})
    offered = search.offer(home, earliest_start=search.today.isoformat())
    office.quiet()
    search.pass_deadline()
    office.quiet()
    chosen = search.done("preferred-offers", search.choice(offered.json()["ids"]["offer_id"]))
    placement_id = chosen.json()["ids"]["placement_id"]
    now = office.running.clock.now()
    said = {"officer": "hollis-head", "given_at": now.isoformat()}
    search.done("verbal-authorities", said, NIGHT)
    moved = office.post(f"/placements/{placement_id}/starts", {"at": now.isoformat()}, role=NIGHT)
    assert moved.status_code == 201, moved.text
    office.quiet()

    office.move_clock(now + timedelta(hours=60))
    office.quiet()
    for part in PARTS:
        sections = dict.fromkeys(part, "Allergic to penicillin.")
        search.done("information-parts", {"sections": sections}, Role.CASEWORKER)
    office.quiet()

    told = read(office, search, home)
    assert told["released"]["information"]["health"] == "Allergic to penicillin."
    assert told["released"]["packs"][0]["fields"]["health"] == "Carries an inhaler."
    assert (told["closed"], told["offer_status"], told["to_delete"]) == (False, "accepted", False)
    lost = read(office, search, other)
    assert (lost["closed"], lost["pack"], lost["released"]) == (True, None, None)
    assert lost["to_delete"] is True
