"""How much may be sent at once: pages of text anywhere, and a document where one is sent."""

from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

LARGEST_BODY = 1_000_000
"""Bytes: room for fifty pages of text."""

LARGEST_WITH_DOCUMENT = 14_000_000
"""Bytes: room for ten million of content in base 64, and for what is said of it."""


class BodyLimits:
    """Two limits. Which one holds is told by the path alone, before anything is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.text = RequestBodyLimitMiddleware(app, max_body_size=LARGEST_BODY)
        self.document = RequestBodyLimitMiddleware(app, max_body_size=LARGEST_WITH_DOCUMENT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope.get("path", ""))
        of_document = path.startswith("/v1/cases/") and path.endswith("/documents")
        await (self.document if of_document else self.text)(scope, receive, send)
