"""The same request, however often and however many times at once, is carried out once."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest

from application.access.principal import Role
from domain.shared.envelope import StreamId
from tests.support.children import open_child
from tests.support.racing import at_once
from tests.support.service import Office

THREADS = 8
ALLOCATION: Mapping[str, Any] = {
    "kind": "social_worker",
    "who": "casey",
    "since": "2026-03-02",
}
CARE: Mapping[str, Any] = {
    "legal_status": "accommodated",
    "on": "2026-03-02",
    "category_of_need": "N1",
}
OTTER: Mapping[str, Any] = {
    "full_name": "Demo-Otter Brambleshade",
    "birth_date": {"born_on": "2009-09-14", "source": "birth certificate"},
    "sex": "F",
}


def answered(answer: Any) -> Any:
    """What must be alike in every answer; whether reading shows it yet may differ."""
    assert answer.status_code == 201, answer.text
    body = answer.json()
    headers = {name: answer.headers.get(name) for name in ("ETag", "Location")}
    return {
        name: body[name] for name in ("stream", "version", "position", "ids", "caused")
    }, headers


@pytest.mark.parametrize("attempt", range(3))
def test_eight_at_once_with_one_key_open_one_case(office: Office, attempt: int) -> None:
    """The others would be refused, had they not been the same request: the child is known."""
    came = at_once(*[partial(office.post, "/cases", OTTER, key="open-otter-1")] * THREADS)

    first, *others = map(answered, came)
    assert others == [first] * (THREADS - 1)
    assert office.running.streams.read(StreamId(first[0]["stream"])).version == 1


@pytest.mark.parametrize("attempt", range(3))
def test_eight_at_once_with_one_key_begin_one_period_of_care(office: Office, attempt: int) -> None:
    """The second would be refused: nobody becomes looked after twice."""
    case_id = open_child(office)
    become = partial(
        office.post, f"/cases/{case_id}/periods-of-care", CARE, key="care-otter-1",
        role=Role.CASEWORKER,
    )  # fmt: skip

    first, *others = map(answered, at_once(*[become] * THREADS))

    assert others == [first] * (THREADS - 1)
    assert office.running.streams.read(StreamId(f"case-{case_id}")).version == 2


def test_a_key_used_for_another_body_is_refused_and_nothing_is_done(office: Office) -> None:
    case_id = open_child(office)
    path = f"/cases/{case_id}/allocations"
    office.post(path, ALLOCATION, key="allocate-1")

    other = office.post(path, {**ALLOCATION, "who": "another"}, key="allocate-1")

    assert (other.status_code, other.json()["code"]) == (422, "IDEMPOTENCY_MISMATCH")
    assert office.running.streams.read(StreamId(f"case-{case_id}")).version == 2


def test_a_key_used_for_another_child_is_refused(sqlite_office: Office) -> None:
    first, second = open_child(sqlite_office), open_child(sqlite_office, "Demo-Vole Ash")
    sqlite_office.post(f"/cases/{first}/allocations", ALLOCATION, key="allocate-1")

    other = sqlite_office.post(f"/cases/{second}/allocations", ALLOCATION, key="allocate-1")

    assert other.json()["code"] == "IDEMPOTENCY_MISMATCH"


def test_another_persons_key_is_another_key(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    path = f"/cases/{case_id}/allocations"
    sqlite_office.post(path, ALLOCATION, key="allocate-1", subject="broker-1")

    other = sqlite_office.post(
        path, {**ALLOCATION, "kind": "team"}, key="allocate-1", subject="broker-2"
    )

    assert other.status_code == 201
    assert sqlite_office.running.streams.read(StreamId(f"case-{case_id}")).version == 3


def test_the_key_is_looked_at_before_the_version(office: Office) -> None:
    """Who asks again has not seen that their first request came through."""
    case_id = open_child(office)
    path, change = f"/cases/{case_id}/identity-amendments", {"known_as": ["Bram"], "reason": "hers"}
    amend = partial(office.post, path, change, key="amend-otter-1", if_match='"1"')

    first = answered(amend())

    assert answered(amend()) == first
    assert first[1]["ETag"] == '"2"'


def test_a_refusal_is_not_kept_and_is_decided_again(office: Office) -> None:
    case_id = open_child(office)
    path, change = f"/cases/{case_id}/identity-amendments", {"known_as": ["Bram"], "reason": "hers"}
    refused = office.post(path, change, key="amend-otter-1", if_match='"7"')
    assert refused.status_code == 412

    again = office.post(path, change, key="amend-otter-1", if_match='"1"')

    assert again.status_code == 201


def test_a_command_without_a_key_is_refused(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    headers = {"Authorization": f"Bearer {sqlite_office.token()}"}

    answer = sqlite_office.client.post(
        f"/v1/cases/{case_id}/allocations", json=ALLOCATION, headers=headers
    )

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": "/header/Idempotency-Key", "code": "MISSING"}]
