"""The service that two councils and health pay for (seed 003), over HTTP."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.buying import FINANCE, done
from tests.support.placing import refused
from tests.support.registers import MANAGER, NOTTINGHAM
from tests.support.service import Office

HEALTH = "derby_and_derbyshire_icb"
SERVICE: dict[str, Any] = {
    "title": "Emotional health of children in care",
    "since": "2020-09-01",
    "until": "2025-09-01",
    "yearly_pence": 153_300_000,
    "told_total_pence": 766_500_000,
    "funders": [
        {
            "funder": "derby",
            "name": "Derby City Council",
            "heading": "social_care",
            "yearly_pence": 23_600_000,
        },
        {
            "funder": "derbyshire",
            "name": "Derbyshire County Council",
            "heading": "other_authority",
            "lead": True,
            "yearly_pence": 45_000_000,
        },
        {
            "funder": HEALTH,
            "name": "Derby and Derbyshire Clinical Commissioning Group",
            "heading": "health",
            "yearly_pence": 84_700_000,
        },
    ],
    "on": "2019-11-04",
}


@pytest.mark.covers("3-008", "3-019", "3-029", "3-030", "3-032", "R-38", "R-111")
def test_three_funders_split_a_year_exactly_and_a_difference_of_593_pounds_is_shown(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    short = office.post("/joint-services", {**SERVICE, "yearly_pence": 153_299_999}, **MANAGER)
    assert refused(short)[:2] == (422, "FUNDING_SPLIT_UNBALANCED")
    made = done(office.post("/joint-services", SERVICE, **MANAGER))
    path = f"/joint-services/{made['ids']['joint_service_id']}"

    def tell(year: int, pence: int, *, estimated: bool = False) -> Any:
        told = {"funder": "derby", "year": year, "pence": pence, "estimated": estimated}
        return office.post(f"{path}/spending", {**told, "on": "2023-03-30"}, **FINANCE)

    def read(**asked: str) -> Any:
        answer = office.get(path, asked, **FINANCE)
        assert answer.status_code == 200, answer.text
        return answer.json()

    for year, pence in ((2020, 13_707_400), (2021, 23_659_300)):
        done(tell(year, pence))
    done(tell(2022, 23_600_000, estimated=True))

    view = read()
    assert (view["due_pence"], view["told_total_pence"]) == (766_500_000, 766_500_000)
    assert (view["difference_pence"], view["lead"], view["standing"]) == (0, "derbyshire", "none")
    assert [(y["year"], y["months"]) for y in view["years"]][::5] == [
        ("2020/21", 7),
        ("2025/26", 5),
    ]
    assert sum(y["due_pence"] for y in view["years"]) == 766_500_000
    derby = [next(f for f in y["funders"] if f["funder"] == "derby") for y in view["years"][:3]]
    assert [f["due_pence"] for f in derby] == [13_766_666, 23_600_000, 23_600_000]
    assert [f["difference_pence"] for f in derby] == [-59_266, 59_300, 0]
    assert [f["estimated"] for f in derby] == [False, False, True]
    assert view["reconciled"][0] == {
        "funder": "derby",
        "due_pence": 37_366_666,
        "spent_pence": 37_366_700,
        "difference_pence": 34,
    }

    named = {
        "funder": HEALTH,
        "name": "Derby and Derbyshire Integrated Care Board",
        "since": "2022-07-01",
    }
    done(office.post(f"{path}/funder-names", named, **MANAGER))
    stands = {"standing": "in_preparation", "since": "2023-03-30"}
    done(office.post(f"{path}/agreements", stands, **MANAGER))
    before, after = read(as_at="2022-06-30"), read(as_at="2023-03-30")
    assert [v["funders"][2]["name"].rpartition(" ")[2] for v in (before, after)] == [
        "Group",
        "Board",
    ]
    assert after["funders"][2]["names"][0]["name"].endswith("Group")
    assert [v["standing"] for v in (before, after)] == ["none", "in_preparation"]
    assert before["years"][0]["funders"][0]["spent_pence"] is None


@pytest.mark.covers("3-005", "3-006")
def test_a_service_of_three_years_runs_on_for_two_more_as_was_approved(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    term = {"until": "2023-09-01", "extendable_until": "2025-09-01"}
    made = done(office.post("/joint-services", {**SERVICE, **term}, **MANAGER))
    path = f"/joint-services/{made['ids']['joint_service_id']}"
    longer = {
        "until": "2025-09-01",
        "approved_by": "dana-director",
        "reference": "Leadership team, 23 February 2023",
        "on": "2023-02-23",
    }
    seen = office.get(path, **FINANCE).headers["ETag"]

    further = {**longer, "until": "2026-09-01"}
    refusal = office.post(f"{path}/extensions", further, if_match=seen, **MANAGER)
    done(office.post(f"{path}/extensions", longer, if_match=seen, **MANAGER))
    before, after = (
        office.get(path, {"as_at": day}, **FINANCE).json() for day in ("2023-02-22", "2023-02-23")
    )

    assert refused(refusal)[0] == 422
    assert (before["until"], before["extensions"]) == ("2023-09-01", [])
    assert (after["until"], after["due_pence"]) == ("2025-09-01", 766_500_000)
    assert after["extensions"][0]["approved_by"] == "dana-director"
    (listed,) = office.get("/joint-services", **MANAGER).json()["joint_services"]
    assert listed["until"] == "2025-09-01"


@pytest.mark.covers("6-05", "R-111")
def test_a_figure_is_put_right_by_two_people_and_the_wrong_one_stays_to_be_seen(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    made = done(office.post("/joint-services", SERVICE, **MANAGER))
    path = f"/joint-services/{made['ids']['joint_service_id']}"
    told = {"funder": "derby", "year": 2021, "pence": 23_695_300, "estimated": False}
    done(office.post(f"{path}/spending", {**told, "on": "2022-05-02"}, **FINANCE))
    again = office.post(f"{path}/spending", {**told, "on": "2022-05-03"}, **FINANCE)
    assert refused(again)[:2] == (409, "WRONG_STATE")

    right = {
        "funder": "derby",
        "year": 2021,
        "pence": 23_659_300,
        "reason": "Two figures changed places.",
        "approved_by": "fin-finance",
    }
    seen = office.get(path, **FINANCE).headers["ETag"]
    alone = office.post(f"{path}/spending-corrections", right, if_match=seen, **FINANCE)
    assert refused(alone)[:2] == (403, "CONFLICT_OF_INTEREST")
    right["approved_by"] = "finn-finance"
    done(office.post(f"{path}/spending-corrections", right, if_match=seen, **FINANCE))
    stale = office.post(f"{path}/spending-corrections", right, if_match=seen, **FINANCE)
    assert stale.status_code == 412

    line = office.get(path, **FINANCE).json()["years"][1]["funders"][0]
    assert (line["spent_pence"], line["told_on"]) == (23_659_300, "2022-05-02")
    assert [(c["was_pence"], c["approved_by"]) for c in line["corrections"]] == [
        (23_695_300, "finn-finance")
    ]

    more = {
        "since": "2023-04-01",
        "yearly_pence": 153_700_000,
        "parts": [
            {"funder": "derby", "yearly_pence": 24_000_000},
            {"funder": "derbyshire", "yearly_pence": 45_000_000},
            {"funder": HEALTH, "yearly_pence": 84_700_000},
        ],
        "reason": "Uplift.",
        "on": "2023-01-11",
    }
    seen = office.get(path, **FINANCE).headers["ETag"]
    done(office.post(f"{path}/contributions", more, if_match=seen, **MANAGER))
    view = office.get(path, **FINANCE).json()
    assert [y["due_pence"] for y in view["years"]][2:4] == [153_300_000, 153_700_000]
    assert view["difference_pence"] == 400_000 * 29 // 12

    listed = office.get("/joint-services", **MANAGER).json()["joint_services"]
    assert [each["title"] for each in listed] == [SERVICE["title"]]
    elsewhere = {**MANAGER, "authority": NOTTINGHAM}
    assert office.get(path, **elsewhere).status_code == 404
    assert office.get("/joint-services", **elsewhere).json()["joint_services"] == []
    broker = office.post("/joint-services", SERVICE, role=Role.BROKER)
    assert refused(broker)[:2] == (403, "NOT_PERMITTED")
