"""A refusal says where in the request it is, and never a word that was sent."""

import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from application.access.principal import Role
from interface.http.pointers import names_in, pointer
from interface.http.routers import ROUTERS
from tests.support.service import Office

KNOWN = names_in(ROUTERS)


def test_declared_names_and_places_in_a_list_are_told() -> None:
    assert pointer(["body", "known_as", 3], KNOWN) == "/body/known_as/3"
    assert pointer(["query", "as_at"], KNOWN) == "/query/as_at"


@given(st.text().filter(lambda name: name not in KNOWN))
def test_no_other_name_is(name: str) -> None:
    assert pointer(["body", name], KNOWN) == "/body/*"


def test_every_name_that_may_be_sent_is_known(sqlite_office: Office) -> None:
    described = sqlite_office.client.get("/openapi.json").json()

    sent = set(names_sent(described)) - {"now"}  # of the development clock alone

    assert {"full_name", "born_on", "weekly_pence", "as_at", "case_id", "If-Match"} <= sent <= KNOWN


def names_sent(described: Any) -> Iterator[str]:
    """Parameters, and the fields of every body with all that is within them."""
    schemas, pending = described["components"]["schemas"], set[str]()
    for operation in (each for path in described["paths"].values() for each in path.values()):
        yield from (each["name"] for each in operation.get("parameters", []))
        pending |= referred(operation.get("requestBody", {}))
    seen = set[str]()
    while pending - seen:
        name = (pending - seen).pop()
        seen.add(name)
        yield from schemas[name].get("properties", {})
        pending |= referred(schemas[name])


def referred(node: Any) -> set[str]:
    return set(re.findall(r"#/components/schemas/([\w.-]+)", json.dumps(node)))


def test_a_field_nobody_declared_is_refused_without_its_name(sqlite_office: Office) -> None:
    body = {"name": "otty", "Brambleshade": True}
    headers = {"Authorization": f"Bearer {sqlite_office.token()}"}

    answer = sqlite_office.client.post("/v1/cases/searches", json=body, headers=headers)

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": "/body/*", "code": "EXTRA_FORBIDDEN"}]


def test_nor_is_a_parameter(sqlite_office: Office) -> None:
    answer = sqlite_office.get("/clocks", {"Brambleshade": "otty"})

    assert (answer.status_code, answer.json()["code"]) == (422, "UNKNOWN_PARAMETER")
    assert "Brambleshade" not in answer.text


def test_a_body_that_is_not_even_text_is_refused_as_any_other(sqlite_office: Office) -> None:
    headers = {
        "Authorization": f"Bearer {sqlite_office.token()}",
        "Idempotency-Key": "not-even-text",
        "Content-Type": "application/json",
    }

    answer = sqlite_office.client.post("/v1/cases", content=b"\xa5\xff", headers=headers)

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": "/body", "code": "JSON_INVALID"}]


def test_an_id_that_is_none_is_refused_before_anything_is_looked_for(
    sqlite_office: Office,
) -> None:
    answer = sqlite_office.get("/cases/brambleshade", role=Role.BROKER)

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": "/path/case_id", "code": "UUID_PARSING"}]
