"""The people of a council at their desks: requests that must be taken, and are counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from application.access.principal import Role
from tests.support.service import Office

LONDON = ZoneInfo("Europe/London")
NINE = time(9)


@dataclass
class Desk:
    office: Office
    done: Counter[str] = field(default_factory=Counter)

    def told(self, path: str, body: Mapping[str, Any], role: Role = Role.CASEWORKER) -> Any:
        answer = self.office.post(path, body, role=role, subject=f"life-{role}")
        assert answer.status_code == 201, (path, body, answer.text)
        self.done[path.rpartition("/")[2]] += 1
        return answer.json()["ids"]

    def morning(self, today: date) -> None:
        self.office.move_clock(datetime.combine(today, NINE, LONDON))
