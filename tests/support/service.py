"""A whole service in a temporary folder, spoken to as people do: over HTTP, with tokens."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
from fastapi import FastAPI

from application.access.principal import Principal, Role
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import ProviderId
from interface.bootstrap import Running, bootstrap, prepare
from interface.bootstrap import furnish as furnish_running
from interface.serving import app_of
from interface.settings import Settings
from tests.support.documented import require_documented
from tests.support.in_process import client_of

DERBY = GssCode("E06000015")


@dataclass
class Office:
    """A service and everybody who may call it. `post` brings a new key each time."""

    running: Running
    app: FastAPI
    client: httpx2.Client
    keys: Iterator[int] = field(default_factory=count)

    def token(
        self,
        role: Role = Role.BROKER,
        subject: str | None = None,
        authority: str = DERBY,
        organisation: UUID | None = None,
        teams: frozenset[str] = frozenset(),
        *,
        funder: str | None = None,
    ) -> str:
        assert self.running.issuer is not None
        who = Principal(
            subject=subject or f"demo-{role}",
            role=role,
            authority=GssCode(authority),
            teams=teams,
            organisation=ProviderId(organisation) if organisation else None,
            funder=funder,
        )
        return self.running.issuer.token(who)

    def post(
        self,
        path: str,
        body: Mapping[str, Any],
        *,
        key: str | None = None,
        if_match: str | None = None,
        headers: Mapping[str, str] | None = None,
        **who: Any,
    ) -> Any:
        """POST as somebody; `who` as for `token`."""
        sent = {
            "Authorization": f"Bearer {self.token(**who)}",
            "Idempotency-Key": key or f"test-key-{next(self.keys):06d}",
            **({"If-Match": if_match} if if_match is not None else {}),
            **(headers or {}),
        }
        return self.client.post(f"/v1{path}", json=body, headers=sent)

    def get(
        self,
        path: str,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        **who: Any,
    ) -> Any:
        sent = {"Authorization": f"Bearer {self.token(**who)}", **(headers or {})}
        return self.client.get(f"/v1{path}", params=params, headers=sent)

    def quiet(self) -> None:
        """Wait until every event has been projected and every policy has answered."""
        self.running.worker.until_quiet()

    def move_clock(self, now: datetime) -> Any:
        token = self.token(role=Role.SYSTEM_ADMINISTRATOR)
        headers = {"Authorization": f"Bearer {token}"}
        answer = self.client.put("/dev/clock", json={"now": now.isoformat()}, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()


def settings_of(home: Path, database_url: str) -> Settings:
    told = {"PLACEMENTS_HOME_FOLDER": str(home), "PLACEMENTS_DATABASE_URL": database_url}
    return Settings.read(told, dev=True)


def furnish(home: Path, database_url: str, starting_at: datetime | None = None) -> None:
    """Make a service ready to open: tables, keys, read models, first editions."""
    settings = settings_of(home, database_url)
    prepare(settings)
    with bootstrap(settings) as running:
        _start_at(running, starting_at)
        furnish_running(running, DERBY)
        running.worker.until_quiet()


@contextmanager
def opened(
    home: Path, database_url: str, *, starting_at: datetime | None = None
) -> Iterator[Office]:
    """A furnished service, answering. A clock that starts in the past was furnished there too."""
    with bootstrap(settings_of(home, database_url)) as running:
        _start_at(running, starting_at)
        app = app_of(running)
        with client_of(app) as client:
            client.event_hooks["response"].append(require_documented)
            yield Office(running, app, client)


def _start_at(running: Running, instant: datetime | None) -> None:
    if instant is not None:
        running.clock.offset = instant - datetime.now(UTC)
