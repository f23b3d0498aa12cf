"""Contracts over HTTP: versions in order, read by every council, published by the owner."""

from application.access.principal import Role
from tests.support.market import DPS
from tests.support.registers import (
    MANAGER,
    NOTTINGHAM,
    VERSION,
    contract,
    done,
    etag,
    read,
    refused,
)
from tests.support.service import Office

NEXT = {**VERSION, "in_force_from": "2026-10-01", "title": "Supported accommodation, revised"}


def test_a_new_contract_is_in_force_from_its_day(office: Office) -> None:
    path = contract(office)

    assert read(office, path, as_at="2026-03-31")["in_force"] is None
    seen = read(office, path, as_at="2026-04-01")
    assert seen["in_force"] == 1
    terms = seen["versions"][0]["terms"]
    assert (terms["version"], terms["response_minutes"]["urgent"]) == (1, 60)
    assert seen["versions"][0]["approved_by"] == "hollis-head-of-service"


def test_the_next_version_takes_its_place_and_the_first_one_stays(office: Office) -> None:
    path = contract(office)
    done(office.post(f"{path}/versions", NEXT, if_match=etag(office, path), **MANAGER))

    def listed(day: str) -> tuple[int | None, str]:
        found = read(office, "/contracts", as_at=day)["contracts"]
        mine = next(each for each in found if path.endswith(each["contract_id"]))
        assert mine["in_force"] == read(office, path, as_at=day)["in_force"]
        return mine["in_force"], mine["title"]

    assert listed("2026-09-30") == (1, "Supported accommodation, revised")
    assert listed("2026-10-01") == (2, "Supported accommodation, revised")
    assert [each["terms"]["version"] for each in read(office, path)["versions"]] == [1, 2]


def test_a_version_rests_on_the_one_that_was_seen(sqlite_office: Office) -> None:
    path = contract(sqlite_office)
    seen = etag(sqlite_office, path)
    done(sqlite_office.post(f"{path}/versions", NEXT, if_match=seen, **MANAGER))

    stale = sqlite_office.post(f"{path}/versions", NEXT, if_match=seen, **MANAGER)

    assert refused(stale) == (412, "VERSION_CONFLICT")


def test_a_version_does_not_go_back_before_the_last(sqlite_office: Office) -> None:
    path = contract(sqlite_office)
    earlier = {**NEXT, "in_force_from": "2026-03-01"}

    answer = sqlite_office.post(
        f"{path}/versions", earlier, if_match=etag(sqlite_office, path), **MANAGER
    )

    assert refused(answer) == (422, "EFFECTIVE_BEFORE_STREAM")


def test_terms_do_not_say_two_things_of_one_lot(sqlite_office: Office) -> None:
    twice = {**VERSION, "lots": [*VERSION["lots"], *VERSION["lots"]]}

    answer = sqlite_office.post("/contracts", twice, **MANAGER)

    assert refused(answer) == (422, "TERMS_CONTRADICT")
    assert answer.json()["lots"] == ["2.2"]


def test_what_was_published_is_read_as_it_was_known(office: Office) -> None:
    path = contract(office)
    known = office.running.clock.now().isoformat()
    done(office.post(f"{path}/versions", NEXT, if_match=etag(office, path), **MANAGER))

    then = read(office, path, as_at="2026-10-01", as_known_at=known)

    assert (then["in_force"], len(then["versions"])) == (1, 1)


def test_another_council_reads_a_contract_and_publishes_nothing_in_it(office: Office) -> None:
    path = contract(office)
    elsewhere = {**MANAGER, "authority": NOTTINGHAM}

    seen = office.get(path, authority=NOTTINGHAM)
    listed = office.get("/contracts", authority=NOTTINGHAM).json()["contracts"]
    changed = office.post(f"{path}/versions", NEXT, if_match='"1"', **elsewhere)

    assert seen.status_code == 200
    assert str(DPS) in {each["contract_id"] for each in listed}
    assert {each["owner"] for each in listed} == {"E06000015"}
    assert refused(changed) == (404, "NOT_FOUND")


def test_pages_of_contracts(sqlite_office: Office) -> None:
    everything = read(sqlite_office, "/contracts")["contracts"]
    first = read(sqlite_office, "/contracts", limit=3)
    rest = read(sqlite_office, "/contracts", limit=100, cursor=first["next"])

    assert [*first["contracts"], *rest["contracts"]] == everything
    assert len(everything) > 3


def test_a_contract_that_nobody_published_is_not_found(sqlite_office: Office) -> None:
    unknown = "/contracts/0198c0de-0000-7000-8000-00000000dead"

    assert sqlite_office.get(unknown).status_code == 404
    answer = sqlite_office.post(f"{unknown}/versions", NEXT, if_match='"0"', **MANAGER)
    assert refused(answer) == (404, "NOT_FOUND")


def test_a_broker_publishes_no_contract(sqlite_office: Office) -> None:
    answer = sqlite_office.post("/contracts", VERSION, role=Role.BROKER)

    assert refused(answer) == (403, "NOT_PERMITTED")
