"""Homes on the register, over HTTP: listed, registered, run with so many places, by whom."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.registers import (
    LIMES,
    NOTTINGHAM,
    REGISTERED,
    done,
    erase,
    home,
    organisation,
    read,
    refused,
)
from tests.support.service import Office

DAY = "2026-05-01"


def test_a_listed_home_is_read_with_its_registration_and_places(office: Office) -> None:
    listed = office.post("/settings", LIMES)
    path = listed.headers["Location"].removeprefix("/v1")
    done(office.post(f"{path}/registrations", {**REGISTERED, "ages": {"first": 10, "before": 18}}))

    seen = read(office, path, as_at=DAY)

    assert (seen["name"], seen["postcode"]) == ("The Limes", "DE1 1AA")
    assert seen["home"]["registration"] == "valid"
    assert seen["home"]["ages"] == {"first": 10, "before": 18}
    assert (seen["limit"], seen["free"], seen["over"]) == (2, 2, [])
    assert [each["urn"] for each in seen["registrations"]] == ["SC000001"]


def test_a_home_is_not_registered_before_or_after_its_registration(office: Office) -> None:
    path = home(office)
    ended = {"kind": "childrens_home", "on": "2026-06-01", "reason": "cancelled"}
    done(office.post(f"{path}/registration-ends", ended))

    def registration(day: str) -> str:
        found: str = read(office, path, as_at=day)["home"]["registration"]
        return found

    assert registration("2023-12-31") == "none"
    assert registration("2026-05-31") == "valid"
    assert registration("2026-06-01") == "lapsed"


def test_the_end_of_a_registration_that_is_not_there_is_not_found(sqlite_office: Office) -> None:
    path = done(sqlite_office.post("/settings", LIMES))["stream"].removeprefix("setting-")
    ended = {"kind": "childrens_home", "on": "2026-06-01", "reason": "cancelled"}

    answer = sqlite_office.post(f"/settings/{path}/registration-ends", ended)

    assert refused(answer) == (404, "NOT_FOUND")


@pytest.mark.covers("R-14")
def test_a_foster_household_takes_three_unless_it_is_exempted(office: Office) -> None:
    household = {**LIMES, "provision": "fostering", "places": 5}
    path = f"/settings/{done(office.post('/settings', household))['ids']['setting_id']}"
    approval = {
        "kind": "foster_approval",
        "foster_terms": {"siblings_only": True},
        "since": "2024-01-01",
    }
    done(office.post(f"{path}/registrations", approval))
    exempted = {"places": 4, "since": "2026-06-01", "source": "siblings"}
    done(office.post(f"{path}/fostering-exemptions", exempted))

    assert read(office, path, as_at="2026-05-31")["limit"] == 3
    assert read(office, path, as_at="2026-06-01")["limit"] == 4


@pytest.mark.covers("6-53")
def test_another_provider_takes_a_home_over_on_a_day(office: Office) -> None:
    path, provider = home(office), organisation(office)
    provider_id = provider.removeprefix("/providers/")
    change = {"provider_id": provider_id, "since": "2026-06-01"}
    done(office.post(f"{path}/operators", change))

    assert read(office, path, as_at="2026-05-31")["home"]["provider_id"] is None
    assert read(office, path, as_at="2026-06-01")["home"]["provider_id"] == provider_id


def test_a_home_is_not_run_by_a_provider_that_nobody_knows(sqlite_office: Office) -> None:
    unknown = "0198c0de-0000-7000-8000-00000000dead"

    answer = sqlite_office.post("/settings", {**LIMES, "provider_id": unknown})

    assert refused(answer) == (404, "NOT_FOUND")


def test_the_list_shows_places_that_are_free_on_the_night(office: Office) -> None:
    limes, elms = home(office), home(office, name="The Elms", places=3)
    counted = {"count": 1, "since": DAY, "until": "2026-05-03"}
    done(office.post(f"{elms}/other-authority-occupancies", counted))

    def free(day: str) -> dict[str, int]:
        return {
            each["name"]: each["free"] for each in read(office, "/settings", as_at=day)["settings"]
        }

    assert free("2026-04-30") == {"The Limes": 2, "The Elms": 3}
    assert free("2026-05-02") == {"The Limes": 2, "The Elms": 2}
    assert free("2026-05-03") == {"The Limes": 2, "The Elms": 3}
    assert free("2023-12-31") == {}
    assert limes != elms


def test_the_list_is_of_one_provision_if_it_is_asked_for(office: Office) -> None:
    home(office)
    done(office.post("/settings", {**LIMES, "name": "The Elms", "provision": "fostering"}))

    found = read(office, "/settings", provision="fostering")["settings"]

    assert [each["name"] for each in found] == ["The Elms"]


def test_pages_are_pinned_to_where_the_log_stood_at_the_first(office: Office) -> None:
    names = ["The Limes", "The Elms", "The Oaks"]
    for name in names:
        home(office, name=name)

    first = read(office, "/settings", limit=2)
    home(office, name="The Yews")
    second = read(office, "/settings", limit=2, cursor=first["next"])

    seen = [each["name"] for page in (first, second) for each in page["settings"]]
    assert sorted(seen) == sorted(names)
    assert (second["next"], second["position"]) == (None, first["position"])


def test_the_list_is_as_it_was_known_then(office: Office) -> None:
    path = home(office)
    known = office.running.clock.now().isoformat()
    done(office.post(f"{path}/capacities", {"places": 1, "since": "2026-01-01"}))

    now = read(office, "/settings", as_at=DAY)["settings"][0]
    then = read(office, "/settings", as_at=DAY, as_known_at=known)["settings"][0]

    assert (then["places"], now["places"]) == (2, 1)
    assert read(office, path, as_at=DAY, as_known_at=known)["limit"] == 2


@pytest.mark.covers("R-41")
def test_another_authoritys_home_is_not_found(office: Office) -> None:
    path = home(office)
    elsewhere: dict[str, Any] = {"authority": NOTTINGHAM}

    assert office.get(path, **elsewhere).status_code == 404
    assert office.get(f"{path}/occupancy", **elsewhere).status_code == 404
    assert (
        office.post(f"{path}/capacities", {"places": 1, "since": DAY}, **elsewhere).status_code
        == 404
    )
    assert office.get("/settings", **elsewhere).json()["settings"] == []
    assert office.get("/occupancy", **elsewhere).json()["settings"] == []


def test_a_caseworker_may_not_keep_the_register(sqlite_office: Office) -> None:
    answer = sqlite_office.post("/settings", LIMES, role=Role.CASEWORKER)

    assert refused(answer) == (403, "NOT_PERMITTED")


def test_a_provider_may_not_read_it(sqlite_office: Office) -> None:
    who: dict[str, Any] = {
        "role": Role.PROVIDER_MANAGER,
        "organisation": "0198c0de-0000-7000-8000-000000000005",
    }

    assert sqlite_office.get("/settings", **who).status_code == 403


def test_an_erased_home_is_listed_without_its_name(office: Office) -> None:
    path = home(office)
    erase(office, path)

    assert read(office, path)["name"] == {"erased": True}
    assert read(office, "/settings")["settings"][0]["name"] == {"erased": True}

    office.running.shelf.rebuild(["homes"])
    assert read(office, "/settings")["settings"][0]["name"] == {"erased": True}
