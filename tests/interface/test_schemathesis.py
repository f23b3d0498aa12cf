"""Whatever is sent, the service answers as its description says, and never breaks."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from application.access.actions import Action
from application.access.principal import PROVIDER_ROLES, Role
from application.access.who import WHO
from domain.shared.vocabulary import ProviderId
from tests.interface.test_access import actions_of, routes
from tests.support.market import Seller, ready_to_publish, seller
from tests.support.service import opened
from tests.support.serving import Server, serving

CHECKS = [
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
PARTS = 4
FEW, MANY = 4, 200

Operation = Any


@dataclass(frozen=True)
class Ground:
    """A running service with a search in it, what may be named in it, and who may act."""

    server: Server
    schema: Any
    ids: Mapping[str, Sequence[str]]
    actions: Mapping[tuple[str, str], Action]
    provider: Seller

    def token_for(self, operation: Operation, place: int) -> str:
        """Somebody who may: another each time."""
        action = self.actions[operation.method.upper(), operation.path]
        allowed = sorted(WHO[action])
        role = allowed[place % len(allowed)]
        of = ProviderId(self.provider.provider_id) if role in PROVIDER_ROLES else None
        return self.server.token(role, organisation=of)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory, furnished_sqlite: Path) -> Iterator[Ground]:
    home = tmp_path_factory.mktemp("schemathesis") / "home"
    shutil.copytree(furnished_sqlite, home)
    url = f"sqlite:///{home / 'placements.db'}"
    with opened(home, url) as office:
        market = seller(office)
        search = ready_to_publish(office)
        search.publish()
        search.offer(market)
        office.quiet()
        ids = {
            "case_id": [search.case_id],
            "referral_id": [search.referral_id],
            "invitation_id": [search.invitation(market)],
            "setting_id": [str(market.setting_id)],
            "provider_id": [str(market.provider_id)],
            "authority": ["E06000015"],
        }
        actions = {
            (
                method,
                route.path_format if "/v1" in route.path_format else f"/v1{route.path_format}",
            ): action
            for route in routes(office)
            for method in route.methods or ()
            for action in actions_of(route.dependant)
        }
    with serving(home, url) as server, trusting_proxies_not():
        schema = schemathesis.openapi.from_url(f"{server.url}/openapi.json")
        yield Ground(server, schema, ids, actions, market)


@contextmanager
def trusting_proxies_not() -> Iterator[None]:
    """A proxy of the environment must not stand between us and loopback."""
    before = os.environ.get("NO_PROXY")
    os.environ["NO_PROXY"] = "127.0.0.1"
    try:
        yield
    finally:
        os.environ.pop("NO_PROXY")
        if before is not None:
            os.environ["NO_PROXY"] = before


def operations(ground: Ground, part: int) -> Sequence[Operation]:
    found = [result.ok() for result in ground.schema.get_all_operations()]
    asked = [each for each in found if (each.method.upper(), each.path) in ground.actions]
    assert len(asked) > 40
    return asked[part::PARTS]


def probe(ground: Ground, operation: Operation, examples: int) -> None:
    """Send what the description allows and what it does not, to records that are there or not."""
    cases = st.one_of(
        operation.as_strategy(generation_mode=GenerationMode.POSITIVE),
        operation.as_strategy(generation_mode=GenerationMode.NEGATIVE),
    )

    @settings(
        max_examples=examples,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases, real=st.booleans(), who=st.integers(0, 20), version=st.integers(1, 14))
    def sent(case: Any, real: bool, who: int, version: int) -> None:  # noqa: FBT001  # drawn
        if real and case.path_parameters:
            for name in set(case.path_parameters) & set(ground.ids):
                case.path_parameters[name] = ground.ids[name][0]
        headers = {"Authorization": f"Bearer {ground.token_for(operation, who)}"}
        if real and "POST" in operation.method.upper():
            headers["If-Match"] = f'"{version}"'
        response = case.call(base_url=ground.server.url, headers=headers)
        assert response.status_code < 500 or response.status_code == 503, response.text
        case.validate_response(response, checks=CHECKS)

    sent()


def probe_all(ground: Ground, part: int, examples: int) -> None:
    broken: list[str] = []
    for operation in operations(ground, part):
        try:
            probe(ground, operation, examples)
        except (Exception, ExceptionGroup) as error:  # noqa: BLE001  # each is to be heard of
            broken.append(f"{operation.label}: {told(error)}")
    assert not broken, "\n\n".join(broken)


def told(error: Exception) -> str:
    inner = error.exceptions if isinstance(error, ExceptionGroup) else [error]
    return "; ".join(f"{type(each).__name__} {each}" for each in inner)[:1200]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_operation_answers_as_described(ground: Ground, part: int) -> None:
    probe_all(ground, part, FEW)


@pytest.mark.endurance
@pytest.mark.parametrize("part", range(PARTS))
def test_every_operation_answers_as_described_for_long(ground: Ground, part: int) -> None:
    probe_all(ground, part, MANY)


def test_nothing_that_is_served_is_left_out(ground: Ground) -> None:
    described = {
        (result.ok().method.upper(), result.ok().path)
        for result in ground.schema.get_all_operations()
    }
    served = {place for place in ground.actions if place[1] != "/v1/dev/clock"}
    assert served - described == set()
    assert Role.SYSTEM not in {role for roles in WHO.values() for role in roles}
