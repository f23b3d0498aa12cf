"""The description is OpenAPI 3.1, the same text every time, and shows a body for every call."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel

from interface.http.routers import ROUTERS
from tests.tools import openapi
from tests.tools.openapi import bodies, description, written


def example_of(body: type[BaseModel]) -> object:
    schema = body.model_json_schema()
    return schema["example"] if "example" in schema else schema["examples"][0]


def test_it_is_openapi_3_1(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1.")


def test_it_is_the_same_text_every_time(described: dict[str, Any]) -> None:
    assert written(described) == written(description())


def test_every_operation_has_a_name_of_its_own(described: dict[str, Any]) -> None:
    operations = [
        operation["operationId"]
        for item in described["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict)
    ]

    assert len(operations) == len(set(operations))


def test_a_refusal_is_described_as_problem_details(described: dict[str, Any]) -> None:
    assert "code" in described["components"]["schemas"]["Problem"]["properties"]


def test_every_body_has_an_example(described: dict[str, Any]) -> None:
    without = [
        call
        for call, media_type, schema in bodies(described)
        if media_type == "application/json" and not {"example", "examples"} & schema.keys()
    ]

    assert without == []


def test_every_example_is_a_body_that_its_route_reads() -> None:
    read = 0
    for route in (route for router in ROUTERS for route in router.routes):
        if isinstance(route, APIRoute) and route.body_field is not None:
            body = route.body_field.field_info.annotation
            if isinstance(body, type) and issubclass(body, BaseModel):
                body.model_validate_json(json.dumps(example_of(body)))
                read += 1

    assert read > 20


def test_a_description_that_differs_is_noticed(
    described: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    committed = tmp_path / "openapi.json"
    monkeypatch.setattr(openapi, "description", lambda: described)

    assert openapi.main(["--check"], committed) == 1
    assert openapi.main([], committed) == 0
    assert openapi.main(["--check"], committed) == 0
    assert "make openapi" in capsys.readouterr().err
