"""A refusal says where in the request it is, and never a word that was sent."""

from hypothesis import given
from hypothesis import strategies as st

from application.access.principal import Role
from interface.http.pointers import names_in, pointer
from tests.support.service import Office

DESCRIBED = {
    "paths": {"/cases": {"get": {"parameters": [{"name": "as_at", "in": "query"}]}}},
    "components": {
        "schemas": {
            "Case": {
                "properties": {"known_as": {"items": {"type": "string"}}},
                "example": {"properties": {"Brambleshade": 1}},
            }
        }
    },
}
KNOWN = names_in(DESCRIBED)


def test_declared_names_and_places_in_a_list_are_told() -> None:
    assert pointer(["body", "known_as", 3], KNOWN) == "/body/known_as/3"
    assert pointer(["query", "as_at"], KNOWN) == "/query/as_at"


@given(st.text().filter(lambda name: name not in KNOWN))
def test_no_other_name_is(name: str) -> None:
    assert pointer(["body", name], KNOWN) == "/body/*"


def test_what_stands_in_an_example_is_not_declared() -> None:
    assert "Brambleshade" not in KNOWN


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
