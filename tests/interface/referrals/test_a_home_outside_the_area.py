"""A home outside the area is chosen on evidence of what was tried within it (2-088)."""

from uuid import UUID

import pytest

from domain.shared.vocabulary import SettingId
from tests.interface.referrals.test_housed_otherwise import moved_in
from tests.support.market import Seller, ready_to_publish, seller
from tests.support.matching import NOTTINGHAM
from tests.support.registers import done
from tests.support.service import Office

SAID = {
    "steps": "Every home in the city was asked, and two foster carers; none could take her.",
    "prioritised": ["safety_from_exploitation", "same_school"],
}


def in_nottingham(office: Office) -> Seller:
    """A provider of the lot, offering a home beyond the council's boundaries."""
    runs = seller(office)
    listed = {
        "provider_id": str(runs.provider_id),
        "provision": "supported_accommodation",
        "name": "The Poplars",
        "address": "3 Poplar Walk, Nottingham",
        "places": 2,
        "since": "2024-01-01",
        **NOTTINGHAM,
    }
    setting_id = done(office.post("/settings", listed))["ids"]["setting_id"]
    entry = {"kind": "supported_accommodation", "urn": "SC9", "places": 2, "since": "2024-01-01"}
    done(office.post(f"/settings/{setting_id}/registrations", entry))
    return Seller(runs.provider_id, SettingId(UUID(setting_id)))


@pytest.mark.covers("2-088", "R-83")
@pytest.mark.refuses("NOT_LOCAL_UNEXPLAINED")
def test_a_home_beyond_the_boundaries_is_chosen_with_the_steps_that_were_taken(
    sqlite_office: Office,
) -> None:
    away = in_nottingham(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    offer_id = done(found.offer(away))["ids"]["offer_id"]
    found.pass_deadline()

    unsaid = [
        found.act("preferred-offers", found.choice(offer_id, **said))
        for said in (
            {},
            {"sufficiency": {**SAID, "steps": " "}},
            {"sufficiency": {**SAID, "prioritised": []}},
        )
    ]
    done(found.act("preferred-offers", found.choice(offer_id, sufficiency=SAID)))

    for answer in unsaid:
        assert (answer.status_code, answer.json()["code"]) == (422, "NOT_LOCAL_UNEXPLAINED")
        assert answer.json()["homes"] == [str(away.setting_id)]
    assert found.read()["choice"]["sufficiency"] == SAID
    packet = sqlite_office.get(f"{found.path}/decision-packet").text
    assert str(SAID["steps"]) in packet
    assert (
        SAID["steps"]
        not in sqlite_office.get(f"/invitations/{found.invitation(away)}", **away.user).text
    )


@pytest.mark.covers("2-088", "R-105")
@pytest.mark.parametrize("said", [True, False])
def test_a_home_outside_the_area_is_joined_with_the_steps_or_with_the_breach(
    sqlite_office: Office, *, said: bool
) -> None:
    away = in_nottingham(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    offer_id = done(found.offer(away))["ids"]["offer_id"]
    found.pass_deadline()
    placement = moved_in(sqlite_office, found, str(away.setting_id))
    came_of = {"placement_id": placement, "offer_id": offer_id, "reasons": "They took her in."}

    found.done("joined-placements", {**came_of, **({"sufficiency": SAID} if said else {})})
    sqlite_office.quiet()

    listed = sqlite_office.get(f"/cases/{found.case_id}/breaches").json()["breaches"]
    assert ("NOT_LOCAL_UNEXPLAINED" in {each["code"] for each in listed}) is not said
    assert found.read()["end"]["sufficiency"] == (SAID if said else None)
