"""A home in which another child lives is shared, whatever the offer says of it (R-117)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_a_choice_at_night import offered_tonight
from tests.interface.referrals.test_an_emergency_at_night import NIGHT
from tests.interface.referrals.test_housed_otherwise import broken, clocks
from tests.support.market import Search, Seller, ready_to_publish, seller
from tests.support.placing import child
from tests.support.service import Office

WEIGHED = {"on_child": "Alone at first.", "on_residents": "Settled.", "strengths": "All cook."}


def lives_there(office: Office, setting_id: Any, ago: timedelta = timedelta()) -> str:
    """Another child of the council's, of whom no search and no offer knows."""
    case_id = child(office)
    at = (office.running.clock.now() - ago).isoformat()
    body = {"case_id": case_id, "setting_id": str(setting_id), "at": at}
    answer = office.post("/placements/starts", body, role=Role.CASEWORKER)
    assert answer.status_code == 201, answer.text
    office.quiet()
    return case_id


def weigh(office: Office, found: Search, who: Seller, *, acceptable: bool = True) -> None:
    manager: Mapping[str, Any] = {**who.user, "role": Role.PROVIDER_MANAGER}
    path = f"/invitations/{found.invitation(who)}/impact-assessments"
    answer = office.post(path, {**WEIGHED, "acceptable": acceptable}, **manager)
    assert answer.status_code == 201, answer.text


@pytest.mark.covers("R-117", "C-IRA", "4-113")
@pytest.mark.refuses("MISSING_INFORMATION")
def test_where_another_child_lives_the_home_is_weighed_before_it_is_chosen(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    one = seller(office)
    other = lives_there(office, one.setting_id, ago=timedelta(days=2))
    found = ready_to_publish(office)
    found.publish()
    offer_id = found.offer(one).json()["ids"]["offer_id"]

    compared = office.get(f"{found.path}/comparison", role=Role.BROKER)
    assert [home["lived_in"] for home in compared.json()["offers"][0]["homes"]] == [True]
    assert other not in compared.text
    unweighed = found.act("preferred-offers", found.choice(offer_id))
    assert unweighed.status_code == 422
    assert unweighed.json()["missing"] == ["impact_assessment"]

    found.done("shortlistings", {"offer_id": offer_id})
    assert found.answer(one, "confidentiality-acceptances", {}).status_code == 201
    fields = {"needs": "Steady adults.", "risks": "Went missing twice."}
    told = {"offer_id": offer_id, "fields": fields, "certified_by": "cert-certifier"}
    found.done("matching-packs", told)
    office.quiet()
    assert clocks(office, found)["C-IRA"] == "running"
    assert other not in office.get(f"/invitations/{found.invitation(one)}", **one.user).text
    weigh(office, found, one)
    office.quiet()
    assert clocks(office, found)["C-IRA"] == "met"
    found.done("preferred-offers", found.choice(offer_id))


@pytest.mark.covers("R-117", "R-101")
def test_who_moved_in_since_the_choice_makes_the_start_a_breach(sqlite_office: Office) -> None:
    office = sqlite_office
    found, offer_id = offered_tonight(office)
    home = found.read()["offers"][0]["setting_id"]
    office.quiet()
    chosen = found.done("preferred-offers", found.choice(offer_id)).json()["ids"]
    assert "C-IRA" not in clocks(office, found)
    lives_there(office, home)
    word = {"officer": "hollis-head", "given_at": office.running.clock.now().isoformat()}
    found.done("verbal-authorities", word, NIGHT)

    path = f"/placements/{chosen['placement_id']}"
    said = {
        "starts_at": found.today.isoformat(),
        "iro_informed": True,
        "placement_plan_prepared": True,
    }
    etag = office.get(path, role=Role.BROKER).headers["ETag"]
    agreed = office.post(f"{path}/start-agreements", said, if_match=etag, role=Role.BROKER)
    assert agreed.json()["missing"] == ["impact_assessment"], agreed.text
    moved = {"at": office.running.clock.now().isoformat()}
    assert office.post(f"{path}/starts", moved, role=NIGHT).status_code == 201
    office.quiet()
    assert "IMPACT_NOT_ASSESSED" in broken(office, found)
