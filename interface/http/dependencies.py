"""What routes may ask for: the caller, already permitted, and the occasion of a command.

A route declares its action, and nothing else has to be remembered: the dependency finds
what the path names, asks the policy about it, and notes the reading of a child's record.
"""

import hashlib
import hmac
import time
from dataclasses import dataclass, replace
from typing import Annotated, Any, cast
from uuid import UUID

from fastapi import Depends, Header, Request
from fastapi.exceptions import RequestValidationError
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from application.access.actions import Action
from application.access.policy import ANYTHING, Decision, Resource, decide
from application.access.ports import Dealings
from application.access.principal import PROVIDER_ROLES, Principal
from application.shared.ports import Occasion, Once
from domain.shared.envelope import Channel, GssCode, StreamId
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from interface.http.problems import Unauthenticated, UnknownParameter, VersionNotNamed
from interface.service import Service

PATIENCE = 10.0
LISTS = frozenset({Action.READ_BOARD, Action.READ_TASKS, Action.READ_WORKLIST, Action.FIND_CHILD})
"""Reading these shows something of many children: that it was read is noted, once."""

# What needs the request and the issuer's keys alone is `async`, and so costs no turn of another
# thread; what asks the database must not be.
BEARER = HTTPBearer(auto_error=False, description="A token of the configured issuer")
COUNCIL = "gss"
STREAMS = (
    "case",
    "referral",
    "placement",
    "setting",
    "provider",
    "contract",
    "block",
    "admission",
    "joint_service",
    "panel",
)


async def service(request: Request) -> Service:
    return cast("Service", request.app.state.service)


ServiceOf = Annotated[Service, Depends(service)]


async def principal(
    service: ServiceOf,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)],
) -> Principal:
    if credentials is None:
        raise Unauthenticated
    return service.tokens.principal(credentials.credentials)


async def raw_body(request: Request) -> bytes:
    return await request.body()


Purpose = Annotated[
    str,
    Header(
        alias="Purpose",
        pattern=r"^[a-z][a-z-]{1,39}$",
        description="Why a child's record is read or changed: a code, noted in the access log. "
        "`break-glass` opens a record in an emergency and is reviewed.",
    ),
]
IdempotencyKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[A-Za-z0-9_.:-]{8,80}$",
        description="Chosen by the caller, kept for good: the same key with the same request "
        "is carried out once and answered the same.",
    ),
]


@dataclass(frozen=True)
class Caller:
    """A person who may do this, to what the path names."""

    principal: Principal
    action: Action
    purpose: str
    service: Service

    def reach(self, stream: StreamId) -> None:
        """Refuse unless the policy allows this action on this stream; note the reading."""
        resource = self._resource(stream)
        decision = decide(self.principal, self.action, resource, self.purpose)
        self._hold(decision, stream, resource.authority)

    def would_reach(self, action: Action, stream: StreamId) -> bool:
        """Whether the policy would allow another action on a stream; nothing is noted."""
        return decide(self.principal, action, self._resource(stream)).allow

    def may_also(self, action: Action) -> bool:
        """Whether the role may do another thing at all; nothing is noted."""
        return decide(self.principal, action).allow

    def reach_council(self, gss: GssCode) -> None:
        """Refuse unless the policy allows this action on what a council says of itself."""
        resource = Resource(authority=gss)
        decision = decide(self.principal, self.action, resource, self.purpose)
        self._hold(decision, f"authority-{gss}", gss)

    def shown(self, stream: StreamId) -> None:
        """Note that something of a child's record was shown in a list, as a search does."""
        decision = Decision(allow=True, rule="shown_in_list")
        self.service.access_log.note(self.principal, self.action, stream, self.purpose, decision)

    def may(self, about: str) -> None:
        """Refuse unless the role may do this at all; `about` is what the path names."""
        decision = decide(self.principal, self.action, ANYTHING, self.purpose)
        if decision.allow and self.action in LISTS and not about:
            decision = replace(decision, obligations=("log",))
        self._hold(decision, about or "list", None)

    def _resource(self, stream: StreamId) -> Resource:
        owner = self.service.tenancy.owner(stream)
        if owner is None:
            raise NotFound
        today = london_day(self.service.clock.now())
        dealings = Dealings()
        for case_id in owner.children:
            dealings = dealings.and_with(self.service.tenancy.dealings(case_id, today))
        return Resource(
            authority=owner.authority,
            is_case=owner.case_id is not None,
            related=dealings.related,
            ever_allocated=dealings.ever_allocated,
            provider=owner.provider_id,
        )

    def _hold(self, decision: Decision, resource: str, of: GssCode | None) -> None:
        log = self.service.access_log
        if "log" in decision.obligations or not decision.allow:
            log.note(self.principal, self.action, resource, self.purpose, decision, of=of)
        if "log_first" in decision.obligations:
            log.settle()
        if not decision.allow:
            raise decision.refusal


@dataclass(frozen=True)
class Commanding(Caller):
    """A caller with a command: the occasion is what the log will remember of it."""

    occasion: Occasion


@dataclass(frozen=True)
class Permitted:
    """A dependency that lets only permitted callers through. It names the route's action."""

    action: Action

    def __call__(
        self,
        *,
        request: Request,
        service: ServiceOf,
        who: Annotated[Principal, Depends(principal)],
        purpose: Purpose = "casework",
    ) -> Caller:
        caller = Caller(who, self.action, purpose, service)
        caller.may(" ".join(_named(request)))
        for stream in _named(request):
            caller.reach(stream)
        if COUNCIL in request.path_params:
            caller.reach_council(GssCode(request.path_params[COUNCIL]))
        return caller


@dataclass(frozen=True)
class PermittedCommand:
    """As `Permitted`, for a command: it must bring an idempotency key."""

    action: Action

    def __call__(
        self,
        *,
        request: Request,
        service: ServiceOf,
        who: Annotated[Principal, Depends(principal)],
        body: Annotated[bytes, Depends(raw_body)],
        key: IdempotencyKey,
        purpose: Purpose = "casework",
    ) -> Commanding:
        caller = Permitted(self.action)(request=request, service=service, who=who, purpose=purpose)
        said = (request.method, request.url.path, who.role, request.headers.get("If-Match", ""))
        asked = b"\0".join((*(part.encode() for part in said), body))
        once = Once(key, hmac.digest(service.idempotency_key, asked, hashlib.sha256))
        return Commanding(who, self.action, caller.purpose, service, _occasion(service, who, once))


def reading(action: Action) -> Any:
    """The caller of a route that reads."""
    return Depends(Permitted(action))


def commanding(action: Action) -> Any:
    """The caller of a route that acts."""
    return Depends(PermittedCommand(action))


async def version_seen(
    if_match: Annotated[
        str | None, Header(alias="If-Match", description='The ETag that was decided on, as `"3"`')
    ] = None,
) -> int:
    """The version a decision rests on; a decision without one is not taken (428)."""
    text = (if_match or "").strip().removeprefix("W/").strip('"')
    if not text.isdecimal() or len(text) > 9:  # noqa: PLR2004  # longer is no version of ours
        raise VersionNotNamed
    return int(text)


VersionSeen = Annotated[int, Depends(version_seen)]


def _occasion(service: Service, who: Principal, once: Once) -> Occasion:
    return Occasion(
        actor=who.actor,
        now=service.clock.now(),
        channel=Channel.PORTAL if who.role in PROVIDER_ROLES else Channel.API,
        correlation=service.ids.new(),
        give_up_at=time.monotonic() + PATIENCE,
        once=once,
    )


def _named(request: Request) -> list[StreamId]:
    """The streams that a path names by their ids."""
    named = request.path_params
    return [
        StreamId(f"{kind}-{_uuid(named[f'{kind}_id'], f'{kind}_id')}")
        for kind in STREAMS
        if f"{kind}_id" in named
    ]


def _uuid(told: object, name: str) -> UUID:
    try:
        return UUID(str(told))
    except ValueError:
        fault = {"loc": ("path", name), "type": "uuid_parsing"}
        raise RequestValidationError([fault]) from None


async def known_parameters(request: Request) -> None:
    """Refuse query parameters that the route does not have."""
    route: Any = request.scope["route"]
    known = {field.alias for field in _query_fields(route.dependant)}
    unknown = set(request.query_params) - known
    if unknown:
        raise UnknownParameter(f"{len(unknown)} of the parameters are not known here.")


def _query_fields(dependant: Any) -> list[Any]:
    fields = list(dependant.query_params)
    for inner in dependant.dependencies:
        fields += _query_fields(inner)
    return fields
