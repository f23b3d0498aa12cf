"""An HTTP client of an app in the same process, at a fraction of Starlette's own cost.

Starlette's test client goes to the event loop and back for each part of an answer. This one
hands over a whole request and takes a whole answer, by the library's ASGI transport.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2
from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI


@dataclass(frozen=True)
class InProcess(httpx2.BaseTransport):
    portal: BlockingPortal
    app: httpx2.ASGITransport

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.portal.call(self._answer, request)

    async def _answer(self, request: httpx2.Request) -> httpx2.Response:
        answer = await self.app.handle_async_request(request)
        stream = httpx2.ByteStream(await answer.aread())
        return httpx2.Response(answer.status_code, headers=answer.headers, stream=stream)


@contextmanager
def client_of(app: FastAPI) -> Iterator[httpx2.Client]:
    """A client for as long as the app lives. What breaks inside is answered, not raised."""
    transport = httpx2.ASGITransport(app, raise_app_exceptions=False)
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(app.router.lifespan_context(app)),
        httpx2.Client(
            transport=InProcess(portal, transport), base_url="http://testserver"
        ) as client,
    ):
        yield client
