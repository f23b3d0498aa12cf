"""What is paid for where children live, by budget heading, agency beside internal, over HTTP."""

import pytest

from application.access.principal import Role
from tests.support.buying import FINANCE, done
from tests.support.in_house import own_home
from tests.support.placing import PRICE, START, child, on_referral, open_house, proposed, refused
from tests.support.registers import NOTTINGHAM
from tests.support.service import Office


@pytest.mark.covers("R-114")
def test_agencies_are_told_by_heading_and_our_own_homes_as_without_a_price(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    house = open_house(office, places=3)
    one, two = proposed(office, house).started(), proposed(office, house, funded=False)
    care = {"heading": "social_care", "weekly_pence": 80_000, "lead": True}
    benefit = {"heading": "housing_benefit", "weekly_pence": 10_000}
    plan = {"price": PRICE, "shares": [care, benefit], "starts_on": "2026-03-01"}
    done(on_referral(office, two.referral_id, "funding-requests", plan))
    done(on_referral(office, two.referral_id, "funding-authorisations", {}, role=Role.DCS))
    two.started()
    for setting_id in (own_home(office), house.setting_id):
        moved = {"case_id": child(office), "setting_id": str(setting_id), "at": "2026-03-09"}
        done(office.post("/placements/starts", moved, role=Role.CASEWORKER))
    office.quiet()

    def read(day: str) -> dict[str, object]:
        answer = office.get("/costs", {"as_at": day}, **FINANCE)
        assert answer.status_code == 200, answer.text
        found: dict[str, object] = answer.json()
        return found

    on = read(START.isoformat())
    assert on["agency"] == [
        {
            "budget_heading": "external_16_plus",
            "children": 2,
            "weekly_pence": 180_000,
            "council_pence": 170_000,
        }
    ]
    assert (on["without_money"], on["internal"]) == (1, {"supported_accommodation": 1})
    assert "own homes" in str(on["internal_cost"])
    assert read("2026-03-08")["agency"] == []

    done(two.end("2026-03-20"))
    done(one.end("2026-03-21"))
    office.quiet()
    assert [len(read(day)["agency"]) for day in ("2026-03-20", "2026-03-22")] == [1, 0]  # type: ignore[arg-type]
    elsewhere = office.get("/costs", authority=NOTTINGHAM, role=Role.FINANCE_OFFICER).json()
    assert (elsewhere["agency"], elsewhere["internal"]) == ([], {})
    worker = office.get("/costs", role=Role.CASEWORKER)
    assert refused(worker)[:2] == (403, "NOT_PERMITTED")
