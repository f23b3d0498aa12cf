"""The service over HTTP: one process with its workers inside, gone quietly when asked to."""

import socket
import time
from dataclasses import dataclass, field
from threading import Event

import structlog
import uvicorn
from fastapi import FastAPI

from infrastructure.clock import store_offset
from infrastructure.migrations import is_at_head
from interface.bootstrap import Running
from interface.http import dev_clock, health
from interface.http.app import create_app
from interface.http.health import Readiness
from interface.http.request_log import RequestLog
from interface.time_travel import TimeTravel

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
DRAIN_SECONDS = 10

log = structlog.get_logger()


@dataclass
class Leaving:
    """Set when the service has been asked to stop: `readyz` says so before the door closes."""

    asked: Event = field(default_factory=Event)


class DevelopmentStaysHome(ValueError):
    """`--dev` signs tokens for anybody who asks: it never leaves loopback."""


def app_of(running: Running, leaving: Leaving | None = None) -> FastAPI:
    """The whole service as an ASGI app, with its workers running while it is open."""
    leaving = leaving or Leaving()
    app = create_app(running.service, running.worker.running)
    app.include_router(health.router)
    app.state.readiness = Readiness(
        at_head=lambda: is_at_head(running.database),
        lag=running.shelf.lag,
        stopped=lambda: running.shelf.freshness(0).stopped,
        leaving=leaving.asked.is_set,
    )
    if running.settings.dev:
        app.include_router(dev_clock.router)
        app.state.move_clock = _time_travel(running).to
    app.add_middleware(RequestLog)
    return app


@dataclass(frozen=True)
class Served:
    """A service bound to an address: it answers until it is told to stop."""

    server: "_Server"
    socket: socket.socket

    @classmethod
    def at(cls, running: Running, host: str, port: int) -> "Served":
        """Bind, and refuse to let development leave loopback. Port 0 takes a free one."""
        if running.settings.dev and host not in LOOPBACK:
            raise DevelopmentStaysHome("--dev serves on loopback only.")
        leaving = Leaving()
        config = uvicorn.Config(
            app_of(running, leaving),
            host=host,
            port=port,
            access_log=False,
            log_config=None,
            timeout_graceful_shutdown=DRAIN_SECONDS,
        )
        return cls(_Server(config, leaving), _answering_at_once(config.bind_socket()))

    def run(self) -> None:
        """Answer; once asked to stop, finish what is under way and let go."""
        log.info("serving", address=self._address())
        self.server.run(sockets=[self.socket])
        log.info("stopped")

    def stop(self) -> None:
        self.server.should_exit = True

    def address(self, seconds: float) -> str:
        """Where it answers, once it does; `TimeoutError` if that takes too long."""
        deadline = time.monotonic() + seconds
        while not self.server.started:
            if time.monotonic() > deadline:
                raise TimeoutError("the service did not start")
            time.sleep(0.05)
        return f"http://{self._address()}"

    def _address(self) -> str:
        host, port = self.socket.getsockname()[:2]
        return f"{host}:{port}"


def _answering_at_once(listening: socket.socket) -> socket.socket:
    # Or the body of every answer waits until its head has been acknowledged: 40 ms. Those
    # accepted inherit it; asyncio would set it only where the protocol was named.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, leaving: Leaving) -> None:
        super().__init__(config)
        self.leaving = leaving

    def handle_exit(self, sig: int, frame: object) -> None:
        self.leaving.asked.set()
        super().handle_exit(sig, frame)  # type: ignore[arg-type]  # a frame, or none


def _time_travel(running: Running) -> TimeTravel:
    return TimeTravel(
        clock=running.clock,
        worker=running.worker,
        breaches=running.worker.breaches,
        remember=lambda offset: store_offset(running.database, offset),
    )
