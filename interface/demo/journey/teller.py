"""Speaks to the service over HTTP and tells what each call was answered, caused and started."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import uuid4

import httpx2

from application.access.principal import Role
from interface.demo.journey.cast import Cast, Seller

OK = 300


class JourneyStuck(Exception):
    """A call was answered otherwise than the story has it."""


@dataclass
class Teller:
    client: httpx2.Client
    cast: Cast
    say: Callable[[str], None]
    now: datetime = field(
        default_factory=lambda: datetime.now(UTC).replace(second=0, microsecond=0)
    )
    """The service's time to the minute, as far as the story has moved it."""
    run: str = field(default_factory=lambda: uuid4().hex[:8])
    """Keys are new for each telling, so that it can be told again to the same service."""
    keys: Any = field(default_factory=count)
    case_id: str | None = None
    running: dict[str, str] = field(default_factory=dict)

    def chapter(self, title: str) -> None:
        self.say(f"\n{title}")

    def silent(self) -> "Teller":
        """The same teller, whose calls are not told one by one."""
        return replace(self, say=_nothing)

    def act(
        self,
        role: Role,
        path: str,
        body: Mapping[str, Any],
        *,
        seen: str | None = None,
        seller: Seller | None = None,
        refused: str | None = None,
    ) -> dict[str, Any]:
        """A command. `seen` is the ETag it rests on; `refused` the code expected in refusal."""
        headers = {
            "Authorization": f"Bearer {self._token(role, seller)}",
            "Idempotency-Key": f"journey-{self.run}-{next(self.keys)}",
        }
        if seen is not None:
            headers["If-Match"] = seen
        answer = self.client.post(f"/v1{path}", json=body, headers=headers)
        told: dict[str, Any] = answer.json()
        self._tell(role, path, answer.status_code, told)
        self._check(path, answer.status_code, told, refused)
        self._tell_clocks()
        return told | {"etag": answer.headers.get("ETag")}

    def read(self, role: Role, path: str, seller: Seller | None = None) -> Any:
        headers = {"Authorization": f"Bearer {self._token(role, seller)}"}
        answer = self.client.get(f"/v1{path}", headers=headers)
        if answer.status_code >= OK:
            raise JourneyStuck(f"GET {path}: {answer.status_code} {answer.text}")
        return answer.json() | {"etag": answer.headers.get("ETag")}

    def search(self, role: Role, sought: Mapping[str, str]) -> list[dict[str, Any]]:
        headers = {"Authorization": f"Bearer {self.cast.tokens[role]}"}
        answer = self.client.post("/v1/cases/searches", json=sought, headers=headers)
        found: list[dict[str, Any]] = answer.json()
        self.say(f"  {role:<20} POST /v1/cases/searches → {len(found)} found")
        return found

    def move_clock(self, to: datetime) -> None:
        token = self.cast.tokens[Role.SYSTEM_ADMINISTRATOR]
        answer = self.client.put(
            "/dev/clock",
            json={"now": to.isoformat()},
            headers={"Authorization": f"Bearer {token}"},
        )
        if answer.status_code >= OK:
            raise JourneyStuck(f"the clock: {answer.status_code} {answer.text}")
        self.now = to
        noted = answer.json()["breaches"]
        self.say(f"  the clock moves to {to:%a %d %b %Y %H:%M}; {noted} breaches on the way")

    def _token(self, role: Role, seller: Seller | None) -> str:
        if seller is None:
            return self.cast.tokens[role]
        return seller.signatory if role is Role.PROVIDER_SIGNATORY else seller.responder

    def _tell(self, role: Role, path: str, status: int, told: Mapping[str, Any]) -> None:
        what = ", ".join(told.get("caused", ())) or told.get("code", "")
        self.say(f"  {role:<20} POST /v1{path} → {status} {what}")
        for missing in told.get("missing", ()):
            self.say(f"{'':23}missing: {missing}")

    def _check(self, path: str, status: int, told: Mapping[str, Any], refused: str | None) -> None:
        as_told = told.get("code") == refused if refused else status < OK
        if not as_told:
            raise JourneyStuck(f"POST {path}: {status} {told}")

    def _tell_clocks(self) -> None:
        """What has started, moved or ended among the child's clocks since the last call."""
        if self.case_id is None:
            return
        clocks = self.read(Role.BROKER, f"/cases/{self.case_id}/clocks")["clocks"]
        now = {clock["key"]: clock["due"] for clock in clocks}
        for clock in clocks:
            if self.running.get(clock["key"]) != clock["due"]:
                plan_by = f", plan by {clock['plan_by']}" if clock["plan_by"] else ""
                self.say(f"{'':23}clock {clock['code']} due {clock['due']}{plan_by}")
        for key in self.running.keys() - now.keys():
            self.say(f"{'':23}clock {key.partition(':')[0]} ends")
        self.running = now


def _nothing(_line: str) -> None:
    """What is not told."""
