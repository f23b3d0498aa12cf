"""How much may be sent at once: pages of text by anybody, a document by who may put one there."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from application.access.actions import Action
from application.access.principal import Principal
from application.access.who import WHO
from interface.http.problems import BodyTooLarge, Unauthenticated, refusal

LARGEST_BODY = 1_000_000
"""Bytes: room for fifty pages of text."""

LARGEST_WITH_DOCUMENT = 14_000_000
"""Bytes: room for ten million of content in base 64, and for what is said of it."""


class BodyLimits:
    """Two limits. Which one holds is told by path and token, before anything is read."""

    def __init__(self, app: ASGIApp, principal: Callable[[str], Principal]) -> None:
        self.principal = principal
        self.text = RequestBodyLimitMiddleware(app, max_body_size=LARGEST_BODY)
        self.document = RequestBodyLimitMiddleware(app, max_body_size=LARGEST_WITH_DOCUMENT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        limited = self.document if self.may_bring_a_document(scope) else self.text
        if _said_to_be(scope) > limited.max_body_size:
            await refusal(BodyTooLarge(), str(scope["path"]))(scope, receive, send)
            return
        await limited(scope, receive, send)

    def may_bring_a_document(self, scope: Scope) -> bool:
        """Whether it goes where a document is put, from somebody who may put one there."""
        path = str(scope.get("path", ""))
        if not (path.startswith("/v1/cases/") and path.endswith("/documents")):
            return False
        scheme, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return False
        try:
            return self.principal(token).role in WHO[Action.KEEP_DOCUMENTS]
        except Unauthenticated:
            return False


def _said_to_be(scope: Scope) -> int:
    """How long a body is, in bytes, where its sender says so; what is not said is counted."""
    said = Headers(scope=scope).get("content-length", "") if scope["type"] == "http" else ""
    return int(said) if said.isdecimal() else 0
