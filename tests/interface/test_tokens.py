"""Who may come in at all."""

import time
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OKPKey

from application.access.principal import Role
from interface.http.security import ALGORITHMS
from tests.support.service import DERBY, Office


def claims(**other: Any) -> dict[str, Any]:
    now = int(time.time())
    return {
        "iss": "placement-casework-development",
        "aud": "placement-casework",
        "sub": "demo-broker",
        "role": "broker",
        "authority": DERBY,
        "exp": now + 600,
        **other,
    }


def asked_with(office: Office, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    status: int = office.client.get("/v1/clocks", headers=headers).status_code
    return status


def test_nobody_comes_in_without_a_token(sqlite_office: Office) -> None:
    answer = sqlite_office.client.get("/v1/clocks")

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "wrong",
    [
        {"exp": int(time.time()) - 3600},
        {"iss": "somebody-else"},
        {"aud": "another-service"},
        {"role": "system"},
        {"role": "emperor"},
        {"role": "provider_responder"},
        {"sub": None},
    ],
)
def test_a_token_that_says_something_wrong_is_refused(
    sqlite_office: Office, wrong: dict[str, Any]
) -> None:
    issuer = sqlite_office.running.issuer
    assert issuer is not None
    said = {name: value for name, value in claims(**wrong).items() if value is not None}
    token = jwt.encode({"alg": "Ed25519"}, said, issuer.key, algorithms=ALGORITHMS)

    assert asked_with(sqlite_office, token) == 401


def test_a_token_of_another_key_is_refused(sqlite_office: Office) -> None:
    stranger = OKPKey.generate_key("Ed25519")
    token = jwt.encode({"alg": "Ed25519"}, claims(), stranger, algorithms=ALGORITHMS)

    assert asked_with(sqlite_office, token) == 401


def test_a_token_without_a_signature_is_refused(sqlite_office: Office) -> None:
    head, body, _ = sqlite_office.token(Role.BROKER).split(".")

    assert asked_with(sqlite_office, f"{head}.{body}.") == 401
    assert asked_with(sqlite_office, "nonsense") == 401
