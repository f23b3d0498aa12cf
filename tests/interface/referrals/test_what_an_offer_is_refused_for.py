"""Every refusal that an offer may meet: its home, its price, and how it was judged."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.interface.contracts.test_a_second_version import second_version
from tests.interface.referrals.test_judging_offers import CRITERIA, scores
from tests.support.market import (
    DPS,
    Seller,
    another_home,
    offer_content,
    ready_to_publish,
    seller,
)
from tests.support.registers import MANAGER, done, etag, home, organisation, refused
from tests.support.service import Office

CLOSED_LOT = {"contract_id": str(DPS), "lot": "2.2"}


def with_a_tariff(office: Office) -> None:
    """A version in force from today: lot 2.1 has a ceiling, and lot 2.2 is joined no more."""
    version = second_version(office, office.running.office.today().isoformat())
    for lot in version["lots"]:
        lot["half_hours"] = 50
        lot["weekly_ceiling_pence"] = 100_000
        lot["joined_between"] = [{"since": "2024-01-01", "last": "2024-02-01"}]
    seen = etag(office, f"/contracts/{DPS}")
    done(office.post(f"/contracts/{DPS}/versions", version, if_match=seen, **MANAGER))


def home_like(office: Office, of: Seller, what: str) -> str:
    """Another home of the provider: restricted, closed for a time, or of another kind."""
    if what == "of another kind":
        path = home(office, provider_id=str(of.provider_id))
        return path.rpartition("/")[2]
    path = f"/settings/{another_home(office, of).setting_id}"
    since = {"since": office.running.office.today().isoformat()}
    if what == "restricted":
        done(office.post(f"{path}/restrictions", {**since, "source": "ofsted_s22b"}))
    else:
        done(office.post(f"{path}/closures", since))
    return path.rpartition("/")[2]


def priced(kind: str, weekly: int) -> list[Mapping[str, Any]]:
    return [{"kind": kind, "weekly_pence": weekly}]


@pytest.mark.refuses(
    "TARIFF_EXCEEDED",
    "PRICE_CONTRADICTS",
    "HOME_NOT_OF_LOT",
    "SETTING_RESTRICTED",
    "SETTING_NOT_OPEN",
    "MATRIX_OUT_OF_RANGE",
)
def test_an_offer_is_refused_for_its_price_its_hours_and_its_home(sqlite_office: Office) -> None:
    office, asked = sqlite_office, seller(sqlite_office)
    with_a_tariff(office)
    found = ready_to_publish(office)
    found.publish()
    homes = {
        what: home_like(office, asked, what) for what in ("of another kind", "restricted", "closed")
    }
    at_a_rate = {
        "content": offer_content(hourly_rate_pence=2500),
        "price": priced("support_hours", 24_000),
    }

    for changed, code in (
        ({"price": priced("accommodation", 100_001)}, "TARIFF_EXCEEDED"),
        (at_a_rate, "PRICE_CONTRADICTS"),
        ({"half_hours": 51}, "MATRIX_OUT_OF_RANGE"),
        ({"setting_id": homes["of another kind"]}, "HOME_NOT_OF_LOT"),
        ({"setting_id": homes["restricted"]}, "SETTING_RESTRICTED"),
        ({"setting_id": homes["closed"]}, "SETTING_NOT_OPEN"),
    ):
        assert refused(found.offer(asked, **changed)) == (422, code)

    assert found.offer(asked).status_code == 201


@pytest.mark.refuses("LOT_CLOSED")
def test_a_lot_that_takes_no_applications_today_refuses_one(sqlite_office: Office) -> None:
    with_a_tariff(sqlite_office)
    path = organisation(sqlite_office)

    answer = sqlite_office.post(f"{path}/lot-applications", CLOSED_LOT, **MANAGER)

    assert refused(answer) == (422, "LOT_CLOSED")


@pytest.mark.refuses("ESSENTIAL_NOT_MET")
def test_an_offer_that_fails_an_essential_is_not_called_suitable(
    sqlite_office: Office,
) -> None:
    asked = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    found.done("criteria", CRITERIA)
    offer_id = found.offer(asked).json()["ids"]["offer_id"]
    sqlite_office.quiet()
    failed = scores(offer_id, 4)
    failed["findings"][0]["met"] = False
    assert found.act("offer-scores", failed, subject="anne").status_code == 201

    said = {"offer_id": offer_id, "suitable": True, "reason": "Meets every need."}
    called = found.act("suitability-judgements", said)

    assert refused(called) == (422, "ESSENTIAL_NOT_MET")
    assert called.json()["essentials"] == ["hard_risk"]
