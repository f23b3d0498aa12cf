"""Providers over HTTP: lots, suspensions by one person and lifts by another."""

import pytest

from application.access.principal import Role
from tests.support.market import DPS
from tests.support.registers import (
    ANOTHER_MANAGER,
    HARBOUR,
    MANAGER,
    MEMBERSHIP,
    NOTTINGHAM,
    done,
    erase,
    etag,
    organisation,
    read,
    refused,
)
from tests.support.service import Office

SUSPENSION = {
    "scope": "new_placements",
    "since": "2026-06-01",
    "reason": "Inspection found too few staff at night.",
    "review_on": "2026-07-01",
}
LIFT = {"on": "2026-07-02", "evidence": "Rotas seen for four weeks."}


def test_a_provider_is_listed_and_read_again(office: Office) -> None:
    listed = office.post("/providers", HARBOUR, **MANAGER)
    path = listed.headers["Location"].removeprefix("/v1")

    seen = read(office, path)

    assert (seen["name"], seen["sector"]) == ("Harbour Homes Ltd", "PR4")
    assert seen["contact"] == "referrals@harbour.example"
    erase(office, path)
    assert read(office, path)["contact"] == {"erased": True}


def test_the_mailbox_is_sealed_in_the_log(sqlite_office: Office) -> None:
    organisation(sqlite_office)

    with sqlite_office.running.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM events").all()
    assert "referrals@harbour.example" not in str(rows)


def test_a_lot_is_joined_and_left_from_a_day_on(office: Office) -> None:
    path = organisation(office)
    organisation(office, name="Nobody Asks Us Ltd")
    done(office.post(f"{path}/lot-memberships", MEMBERSHIP, **MANAGER))
    departure = {"contract_id": str(DPS), "lot": "2.2", "on": "2026-06-01"}
    done(office.post(f"{path}/lot-departures", departure, **MANAGER))

    def members(day: str, lot: str = "2.2") -> list[str]:
        asked = {"contract_id": str(DPS), "lot": lot, "as_at": day}
        return [each["name"] for each in read(office, "/providers", **asked)["providers"]]

    assert members("2023-12-31") == []
    assert members("2026-05-31") == ["Harbour Homes Ltd"]
    assert members("2026-05-31", lot="2.1") == []
    assert members("2026-06-01") == []


@pytest.mark.covers("4-134")
def test_a_lot_is_not_joined_until_everything_has_been_seen(office: Office) -> None:
    path = organisation(office)
    short = {**MEMBERSHIP, "evidence": ["insurance", "policies", "references"]}

    answer = office.post(f"{path}/lot-memberships", short, **MANAGER)

    assert refused(answer) == (422, "MISSING_INFORMATION")
    assert answer.json()["missing"] == [
        "information_sharing_agreement",
        "out_of_hours_numbers",
        "registration",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"lot": "9.9"},
        {"contract_id": "0198c0de-0000-7000-8000-00000000dead"},
        {"since": "2019-01-01"},
    ],
)
def test_a_lot_that_the_contract_has_not_is_not_joined(
    sqlite_office: Office, wrong: dict[str, str]
) -> None:
    path = organisation(sqlite_office)

    answer = sqlite_office.post(f"{path}/lot-memberships", {**MEMBERSHIP, **wrong}, **MANAGER)

    assert refused(answer) == (404, "NOT_FOUND")


@pytest.mark.covers("6-48")
def test_a_suspended_provider_is_listed_as_suspended_and_joins_no_lot(office: Office) -> None:
    path = organisation(office)
    done(office.post(f"{path}/suspensions", SUSPENSION, **MANAGER))

    def suspended(day: str) -> str | None:
        listed = read(office, "/providers", as_at=day)["providers"][0]["suspended"]
        assert listed == read(office, path, as_at=day)["suspended"]
        found: str | None = listed
        return found

    assert suspended("2026-05-31") is None
    assert suspended("2026-06-01") == "new_placements"
    joined = office.post(f"{path}/lot-memberships", MEMBERSHIP, **MANAGER)
    assert refused(joined) == (409, "WRONG_STATE")


def test_whoever_suspended_does_not_lift(office: Office) -> None:
    path = organisation(office)
    done(office.post(f"{path}/suspensions", SUSPENSION, **MANAGER))
    seen = etag(office, path)

    own = office.post(f"{path}/suspension-lifts", LIFT, if_match=seen, **MANAGER)
    anothers = office.post(f"{path}/suspension-lifts", LIFT, if_match=seen, **ANOTHER_MANAGER)

    assert refused(own) == (403, "CONFLICT_OF_INTEREST")
    done(anothers)
    assert read(office, path, as_at="2026-07-01")["suspended"] == "new_placements"
    assert read(office, path, as_at="2026-07-02")["suspended"] is None


def test_a_suspension_that_nobody_had_seen_is_not_lifted(sqlite_office: Office) -> None:
    path = organisation(sqlite_office)
    done(sqlite_office.post(f"{path}/suspensions", SUSPENSION, **MANAGER))
    seen = etag(sqlite_office, path)
    wider = {**SUSPENSION, "scope": "all", "since": "2026-06-10"}
    done(sqlite_office.post(f"{path}/suspensions", wider, **MANAGER))

    stale = sqlite_office.post(f"{path}/suspension-lifts", LIFT, if_match=seen, **ANOTHER_MANAGER)

    assert refused(stale) == (412, "VERSION_CONFLICT")


def test_what_was_suspended_is_read_as_it_was_known(office: Office) -> None:
    path = organisation(office)
    known = office.running.clock.now().isoformat()
    done(office.post(f"{path}/suspensions", SUSPENSION, **MANAGER))
    then = {"as_at": "2026-06-02", "as_known_at": known}

    assert read(office, "/providers", **then)["providers"][0]["suspended"] is None
    assert read(office, path, **then)["suspended"] is None


def test_pages_of_providers(office: Office) -> None:
    for name in ("A Ltd", "B Ltd", "C Ltd"):
        organisation(office, name=name)

    first = read(office, "/providers", limit=2)
    organisation(office, name="D Ltd")
    second = read(office, "/providers", limit=2, cursor=first["next"])

    names = [each["name"] for page in (first, second) for each in page["providers"]]
    assert (sorted(names), second["next"]) == (["A Ltd", "B Ltd", "C Ltd"], None)


@pytest.mark.covers("R-41")
def test_another_authoritys_provider_is_not_found(office: Office) -> None:
    path = organisation(office)

    assert office.get(path, authority=NOTTINGHAM).status_code == 404
    assert office.get("/providers", authority=NOTTINGHAM).json()["providers"] == []
    elsewhere = {**MANAGER, "authority": NOTTINGHAM}
    assert office.post(f"{path}/suspensions", SUSPENSION, **elsewhere).status_code == 404


def test_a_broker_admits_no_provider(sqlite_office: Office) -> None:
    answer = sqlite_office.post("/providers", HARBOUR, role=Role.BROKER)

    assert refused(answer) == (403, "NOT_PERMITTED")


def test_a_lot_is_asked_for_with_its_contract(sqlite_office: Office) -> None:
    assert refused(sqlite_office.get("/providers", {"lot": "2.2"})) == (422, "LOT_OF_NO_CONTRACT")
