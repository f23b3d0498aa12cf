"""A document is large, and only who may put one on record sends as much."""

import base64
from typing import Any

import pytest

from application.access.principal import Role
from interface.http.body_limits import LARGEST_BODY, BodyLimits
from tests.support.children import open_child
from tests.support.service import Office

DOCUMENTS = "/v1/cases/0198c0de-0000-7000-8000-000000000001/documents"


@pytest.mark.covers("R-30")
def test_a_large_document_is_taken_from_who_may_keep_documents(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    large = {
        "kind": "care_plan",
        "title": "Care plan",
        "media_type": "text/plain",
        "content": base64.b64encode(b"She cooks. " * 100_000).decode(),
    }

    answer = sqlite_office.post(f"/cases/{case_id}/documents", large, role=Role.CASEWORKER)

    assert answer.status_code == 201, answer.text


def test_nobody_else_makes_the_service_read_as_much(sqlite_office: Office) -> None:
    limits = BodyLimits(sqlite_office.app, sqlite_office.running.service.tokens.principal)

    def may(path: str, authorization: str | None) -> bool:
        headers = [] if authorization is None else [(b"authorization", authorization.encode())]
        scope: dict[str, Any] = {"type": "http", "path": path, "headers": headers}
        return limits.may_bring_a_document(scope)

    caseworker = f"Bearer {sqlite_office.token(Role.CASEWORKER)}"
    assert may(DOCUMENTS, caseworker)
    assert not may("/v1/cases", caseworker)
    assert not may(DOCUMENTS, None)
    assert not may(DOCUMENTS, "Bearer nonsense")
    assert not may(DOCUMENTS, f"Bearer {sqlite_office.token(Role.FINANCE_OFFICER)}")


@pytest.mark.refuses("BODY_TOO_LARGE")
def test_too_much_is_refused_like_everything_else(sqlite_office: Office) -> None:
    much = b" " * (LARGEST_BODY + 1)
    asked = {
        "Authorization": f"Bearer {sqlite_office.token(Role.CASEWORKER)}",
        "Idempotency-Key": "too-much-at-once",
        "Content-Type": "application/json",
    }

    in_one = sqlite_office.client.post("/v1/cases", content=much, headers=asked)
    unsaid = {**asked, "Transfer-Encoding": "chunked"}
    in_parts = sqlite_office.client.post("/v1/cases", content=much, headers=unsaid)

    assert "content-length" not in in_parts.request.headers
    for answer in (in_one, in_parts):
        assert answer.headers["content-type"] == "application/problem+json"
        assert (answer.status_code, answer.json()["code"]) == (413, "BODY_TOO_LARGE")
        assert answer.json()["instance"] == "/v1/cases"
