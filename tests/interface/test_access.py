"""Who may do what: every route says it, every token proves it, every list keeps to it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from joserfc import jwt
from joserfc.jwk import OctKey, OKPKey

from application.access.actions import Action
from application.access.policy import ONLY_ONES_OWN
from application.access.principal import PROVIDER_ROLES, Principal, Role
from application.access.who import WHO
from domain.shared.vocabulary import ProviderId
from interface.http.dependencies import Permitted, PermittedByAddress, PermittedCommand
from interface.http.routers import ROUTERS
from interface.http.security import TokenIssuer
from tests.support.children import open_child
from tests.support.service import DERBY, Office

OPEN = {"/healthz", "/readyz"}
PEOPLE = sorted(set(Role) - {Role.SYSTEM} - PROVIDER_ROLES)
WHOEVER = Principal("casey", Role.BROKER, DERBY)


def routes(office: Office) -> Iterator[APIRoute]:
    """Every route that answers, however deep it is included."""
    pending: list[Any] = list(office.app.routes)
    while pending:
        route = pending.pop()
        if isinstance(route, APIRoute):
            yield route
        pending += getattr(getattr(route, "original_router", None), "routes", [])


def actions_of(dependant: Dependant) -> Iterator[Action]:
    if isinstance(dependant.call, Permitted | PermittedByAddress | PermittedCommand):
        yield dependant.call.action
    for inner in dependant.dependencies:
        yield from actions_of(inner)


def test_every_route_asks_for_one_action(sqlite_office: Office) -> None:
    found = {
        (*sorted(route.methods or ()), route.path): list(actions_of(route.dependant))
        for route in routes(sqlite_office)
        if route.path not in OPEN
    }

    assert len(found) >= sum(len(router.routes) for router in ROUTERS) > 40
    assert {route: actions for route, actions in found.items() if len(actions) != 1} == {}


def test_what_acts_asks_as_a_command_and_what_reads_does_not(sqlite_office: Office) -> None:
    """A command brings its key. To search is a reading, though it is sent."""
    readings = {"find_children", "preview_copy"}
    for route in routes(sqlite_office):
        if route.path in OPEN or route.path.startswith("/dev/"):
            continue
        called = [type(inner.call) for inner in route.dependant.dependencies]
        expected: type[Any] = PermittedCommand if "POST" in (route.methods or ()) else Permitted
        if route.name in readings or route.name.startswith("search"):
            expected = Permitted
        if route.name == "read_feed":
            expected = PermittedByAddress
        assert expected in called, route.name


@pytest.mark.parametrize("action", Action)
def test_every_action_has_somebody_who_may_and_the_service_itself_never(action: Action) -> None:
    assert WHO[action]
    assert Role.SYSTEM not in WHO[action]


def tampered(token: str) -> str:
    header, claims, signature = token.split(".")
    flipped = "A" if signature[10] != "A" else "B"
    return f"{header}.{claims}.{signature[:10]}{flipped}{signature[11:]}"


def exchanged(token: str, other: str) -> str:
    """The claims of one token under the signature of another."""
    header, _, signature = token.split(".")
    return f"{header}.{other.split('.')[1]}.{signature}"


def unsigned(issuer: TokenIssuer) -> str:
    """As in the old attack: `alg` is none, and there is no signature."""
    claims = issuer.token(WHOEVER).split(".")[1]
    return f"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{claims}."


def by_shared_secret(issuer: TokenIssuer) -> str:
    """Signed with the public key as if it were a secret."""
    public = str(issuer.key.as_dict(private=False)["x"])
    return _signed({"alg": "HS256"}, issuer, OctKey.import_key(public), ["HS256"])


def _signed(header: Any, issuer: TokenIssuer, key: Any, algorithms: Sequence[str]) -> str:
    claims = {
        "iss": issuer.issuer,
        "aud": issuer.audience,
        "sub": "casey",
        "role": "broker",
        "authority": DERBY,
        "exp": 4_102_444_800,
    }
    return jwt.encode(header, claims, key, algorithms=list(algorithms))


FORGED: dict[str, Callable[[TokenIssuer], str]] = {
    "expired": lambda i: i.token(WHOEVER, timedelta(minutes=-5)),
    "of another issuer": lambda i: TokenIssuer(i.key, "elsewhere", i.audience).token(WHOEVER),
    "for another service": lambda i: TokenIssuer(i.key, i.issuer, "elsewhere").token(WHOEVER),
    "signed by somebody else": lambda i: TokenIssuer(
        OKPKey.generate_key("Ed25519"), i.issuer, i.audience
    ).token(WHOEVER),
    "tampered": lambda i: tampered(i.token(WHOEVER)),
    "with the claims of another": lambda i: exchanged(
        i.token(WHOEVER), i.token(Principal("dora", Role.DCS, DERBY))
    ),
    "unsigned": unsigned,
    "signed with the public key": by_shared_secret,
    "of the service itself": lambda i: i.token(Principal("policy", Role.SYSTEM, DERBY)),
    "of a provider user of no provider": lambda i: i.token(
        Principal("pat", Role.PROVIDER_RESPONDER, DERBY)
    ),
    "no token": lambda _: "not-a-token",
    "empty": lambda _: "",
}


@pytest.mark.parametrize("kind", FORGED)
def test_only_a_valid_token_of_the_issuer_for_this_service_is_taken(
    sqlite_office: Office, kind: str
) -> None:
    issuer = sqlite_office.running.issuer
    assert issuer is not None
    good, forged = issuer.token(WHOEVER), FORGED[kind](issuer)

    def ask(token: str) -> Any:
        headers = {"Authorization": f"Bearer {token}"}
        return sqlite_office.client.post("/v1/cases/searches", json={"name": "x"}, headers=headers)

    refused = ask(forged)

    assert ask(good).status_code == 200
    assert (refused.status_code, refused.json()["code"]) == (401, "UNAUTHENTICATED")
    assert refused.headers["WWW-Authenticate"] == "Bearer"


def test_who_brings_no_token_is_told_to(sqlite_office: Office) -> None:
    answer = sqlite_office.client.get(f"/v1/cases/{uuid4()}")

    assert (answer.status_code, answer.json()["code"]) == (401, "UNAUTHENTICATED")


def test_a_role_is_refused_whatever_it_has_no_part_in(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    readers = {
        role
        for role in PEOPLE
        if sqlite_office.get(f"/cases/{case_id}", role=role).status_code == 200
    }

    assert readers == WHO[Action.READ_CASE]
    finance = sqlite_office.get(f"/cases/{case_id}", role=Role.FINANCE_OFFICER)
    assert (finance.status_code, finance.json()["code"]) == (403, "NOT_PERMITTED")


@pytest.mark.covers("R-41")
def test_another_authoritys_child_is_not_there(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    known = sqlite_office.get(f"/cases/{case_id}", authority="E06000016")
    unknown = sqlite_office.get(f"/cases/{uuid4()}", authority="E06000016")

    assert known.status_code == unknown.status_code == 404
    assert {**known.json(), "instance": ""} == {**unknown.json(), "instance": ""}


def referrals_of_three_children(office: Office) -> dict[str, str]:
    """Searches for a child of Casey's, one of another's, and one of nobody's; by referral."""
    found = {}
    for name, worker in (("Ash", "casey"), ("Birch", "robin"), ("Cedar", None)):
        case_id = open_child(office, f"Demo-Child {name}")
        if worker:
            allocation = {"kind": "social_worker", "who": worker, "since": "2026-03-02"}
            assert office.post(f"/cases/{case_id}/allocations", allocation).status_code == 201
        drafted = office.post(
            "/referrals",
            {
                "case_id": case_id,
                "scope": "both",
                "tier": "standard",
                "reason_code": "homeless_16_17",
                "needed_from": "2026-12-01",
            },
            role=Role.BROKER,
        )
        assert drafted.status_code == 201, drafted.text
        found[drafted.json()["ids"]["referral_id"]] = case_id
    office.quiet()
    return found


@pytest.mark.parametrize("role", sorted(WHO[Action.READ_BOARD] & WHO[Action.READ_REFERRAL]))
def test_a_referral_is_on_the_board_of_whoever_may_read_it_and_of_nobody_else(
    sqlite_office: Office, role: Role
) -> None:
    referrals = referrals_of_three_children(sqlite_office)

    board = sqlite_office.get("/referrals", role=role, subject="casey")
    assert board.status_code == 200, board.text
    listed = {each["referral_id"] for each in board.json()["referrals"]}

    may_read = {
        referral_id
        for referral_id in referrals
        if sqlite_office.get(f"/referrals/{referral_id}", role=role, subject="casey").status_code
        == 200
    }
    assert listed == may_read
    assert len(listed) == (2 if role in ONLY_ONES_OWN else 3)


def test_a_provider_sees_nothing_of_the_councils_lists(sqlite_office: Office) -> None:
    referrals_of_three_children(sqlite_office)
    someone: dict[str, Any] = {
        "role": Role.PROVIDER_MANAGER,
        "organisation": ProviderId(uuid4()),
    }

    assert sqlite_office.get("/referrals", **someone).status_code == 403
    assert sqlite_office.get("/clocks", **someone).status_code == 403
    assert sqlite_office.get("/invitations", **someone).json()["invitations"] == []
