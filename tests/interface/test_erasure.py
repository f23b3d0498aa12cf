"""Once the key of a child's file is destroyed nothing personal is left, and nothing breaks."""

from datetime import UTC, date, datetime
from typing import Any

from application.access.principal import Role
from domain.shared.envelope import FileId, StreamId
from domain.shared.personal import ERASED
from tests.support.children import move_in, open_child
from tests.support.market import CANARIES, CHILD, Search, ready_to_publish, seller
from tests.support.service import Office

NOW = datetime(2026, 3, 2, tzinfo=UTC)
AMENDMENT = {"known_as": ["Bramble"], "reason": "the child asked"}


def erase(office: Office, case_id: str) -> None:
    office.running.ring.destroy(FileId(f"case-{case_id}"), NOW)


def erased_search(office: Office) -> Search:
    """A child with an answered referral and a placement, of whom nothing personal is left."""
    market = seller(office)
    search = ready_to_publish(office)
    search.publish()
    assert search.offer(market).status_code == 201
    move_in(office.running, search.case_id, date(2026, 3, 2))
    erase(office, search.case_id)
    return search


def rebuilt(office: Office) -> None:
    office.running.shelf.rebuild([model.name for model in office.running.shelf.models])
    office.quiet()


def test_what_was_personal_in_the_log_reads_erased(office: Office) -> None:
    case_id = open_child(office)
    erase(office, case_id)

    opened: Any = office.running.streams.read(StreamId(f"case-{case_id}")).facts[0]

    assert opened.identity.full_name == ERASED
    assert opened.identity.accepted_birth.born_on == ERASED
    assert opened.identity.sex == "F"


def test_every_read_model_goes_on_and_can_be_built_anew(office: Office) -> None:
    search = erased_search(office)

    rebuilt(office)

    assert office.running.shelf.freshness(0).stopped == ()
    assert set(office.running.shelf.lag().values()) == {0}
    assert search.read()["referral_id"] == search.referral_id


def test_nobody_reads_the_name_again(office: Office) -> None:
    search = erased_search(office)
    paths = [
        f"/cases/{search.case_id}",
        f"/cases/{search.case_id}/timeline",
        search.path,
        "/referrals",
        "/clocks",
    ]

    for path in paths:
        answer = office.get(path, role=Role.BROKER)
        assert answer.status_code == 200, (path, answer.text)
        assert not [canary for canary in CANARIES if canary in answer.text.lower()], path
    found = office.client.post(
        "/v1/cases/searches",
        json={"name": CHILD["known_as"][0]},
        headers={"Authorization": f"Bearer {office.token()}"},
    )
    assert all(child["name"] is None for child in found.json())


def test_nothing_is_decided_on_what_is_erased(office: Office) -> None:
    case_id = open_child(office)
    erase(office, case_id)

    amended = office.post(
        f"/cases/{case_id}/identity-amendments", AMENDMENT, if_match='"1"', role=Role.BROKER
    )

    assert (amended.status_code, amended.json()["code"]) == (409, "ERASED")
    assert office.running.streams.read(StreamId(f"case-{case_id}")).version == 1


def test_a_search_for_an_erased_child_goes_no_further(office: Office) -> None:
    seller(office)
    search = ready_to_publish(office)
    erase(office, search.case_id)

    answer = search.act("publications", search.publication())

    assert (answer.status_code, answer.json()["code"]) == (409, "ERASED")


def test_another_childs_file_is_left_alone(sqlite_office: Office) -> None:
    erased, kept = open_child(sqlite_office), open_child(sqlite_office, "Demo-Vole Ash")
    erase(sqlite_office, erased)

    seen = sqlite_office.get(f"/cases/{kept}", role=Role.BROKER).json()

    assert seen["identity"]["full_name"] == "Demo-Vole Ash"
