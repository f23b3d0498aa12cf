"""A second version of a contract: what was begun under the first goes on under the first."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import DPS, ready_to_publish, seller
from tests.support.registers import MANAGER, done, etag, read, refused
from tests.support.service import Office

FRAMEWORK = {
    "reference": "TD1527/2",
    "lead_authority": "E06000015",
    "members": ["E06000015", "E10000007", "E06000018", "E10000024"],
    "documents": [
        {
            "kind": "deed_of_variation",
            "title": "Deed of variation 2026, Schedule Four",
            "reference": "TD1527/2/4",
        }
    ],
    "award_routes": ["mini_competition", "direct_award"],
    "usual_months": {"least": 1, "most": 6},
}


def second_version(office: Office, in_force_from: str) -> dict[str, Any]:
    """As the first, but without any support in lot 2.1, and an hour for a standard answer."""
    (first,) = read(office, f"/contracts/{DPS}")["versions"]
    kept = ("code", "title", "provision", "ages", "half_hours", "ends_before_age")
    lots = [{name: each[name] for name in kept} for each in first["terms"]["lots"]]
    for each in lots:
        each["half_hours"] = 0
    return {
        "title": first["terms"]["title"],
        "in_force_from": in_force_from,
        "lots": lots,
        "response_minutes": {"standard": 60, "urgent": 60},
        "notice_rules": first["terms"]["notice_rules"],
        "framework": FRAMEWORK,
        "source": "Agreed variation after consultation, minute 12",
        "approved_by": "hollis-chief-officer",
    }


@pytest.mark.covers("4-005", "4-246", "4-247", "2-054", "2-055", "R-31")
def test_a_search_keeps_the_version_it_was_published_under(sqlite_office: Office) -> None:
    who = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    today = sqlite_office.running.office.today()
    path, body = f"/contracts/{DPS}/versions", second_version(sqlite_office, today.isoformat())
    seen = etag(sqlite_office, f"/contracts/{DPS}")
    nobody = sqlite_office.post(path, {**body, "source": " "}, if_match=seen, **MANAGER)
    assert nobody.status_code == 422
    broker = sqlite_office.post(path, body, if_match=seen, role=Role.BROKER)
    assert refused(broker) == (403, "NOT_PERMITTED")
    done(sqlite_office.post(path, body, if_match=seen, **MANAGER))

    held = read(sqlite_office, f"/contracts/{DPS}")
    assert held["in_force"] == 2
    assert held["versions"][1]["approved_by"] == "hollis-chief-officer"
    assert held["versions"][1]["terms"]["framework"] == {
        **FRAMEWORK,
        "ends_on": None,
        "brokers_reduce": True,
    }
    first = held["versions"][0]["terms"]["framework"]["documents"]
    assert [each["kind"] for each in first] == [
        "service_agreement",
        "individual_agreement",
        "specification",
    ]
    # Under version 2 lot 2.1 carries no support at all; this search goes on under version 1.
    offer_id = done(found.offer(who, half_hours=20))["ids"]["offer_id"]
    sqlite_office.quiet()
    done(found.act("preferred-offers", found.choice(offer_id)))
    assert found.read()["acceptance"]["contract_version"] == 1

    later = found.again()
    later.publish()
    (invited,) = later.read()["invitations"]
    shown = sqlite_office.get(f"/invitations/{later.invitation(who)}", **who.user).json()
    assert later.read()["acceptance"]["contract_version"] == 2
    assert shown["deadline"] == invited["deadline"]
    refusal = later.offer(who, half_hours=20)
    assert refused(refusal) == (422, "MATRIX_OUT_OF_RANGE")


def test_a_version_to_come_changes_nothing_until_its_day(sqlite_office: Office) -> None:
    seller(sqlite_office)
    tomorrow = sqlite_office.running.office.today() + timedelta(days=1)
    body = second_version(sqlite_office, tomorrow.isoformat())
    seen = etag(sqlite_office, f"/contracts/{DPS}")
    done(sqlite_office.post(f"/contracts/{DPS}/versions", body, if_match=seen, **MANAGER))

    found = ready_to_publish(sqlite_office)
    found.publish()

    assert found.read()["acceptance"]["contract_version"] == 1
