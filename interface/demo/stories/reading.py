"""What the stories read of a child's record, in words of a line."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from application.access.principal import Role
from domain.shared.moments import LONDON
from interface.demo.journey import Teller


def by(clock: Mapping[str, Any]) -> str:
    """The instant by which, as people say it."""
    return f"by {datetime.fromisoformat(clock['due']).astimezone(LONDON):%a %d %b}"


def by_the_minute(clock: Mapping[str, Any]) -> str:
    """The same of a deadline by the hour."""
    return f"by {datetime.fromisoformat(clock['due']).astimezone(LONDON):%a %d %b %H:%M}"


def clocks(teller: Teller, case_id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = teller.read(Role.BROKER, f"/cases/{case_id}/clocks")["clocks"]
    return found


def clock(teller: Teller, case_id: str, code: str) -> dict[str, Any]:
    """The newest deadline of a code."""
    return max(
        (each for each in clocks(teller, case_id) if each["code"] == code),
        key=lambda each: str(each["due"]),
    )
