"""One child: what is planned for it, what befalls it, and how well the council keeps up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

from application.access.principal import Role
from tests.support.life.desk import Desk
from tests.support.life.diary import Deed, Diary
from tests.support.life.rates import A_DAY, LATE, MEETS_AFTER_A_BREAKDOWN, NEVER, NIGHTS_AWAY

SEEN = {"place": "home", "seen": True, "seen_alone": True}
IN_VAIN = {"place": "home", "seen": False, "not_seen": "child_out"}
TOLD_OF_START = ("child", "parent", "gp", "education", "health", "iro")
TOLD_OF_END = (*TOLD_OF_START, "carer")
THERE = {"attended": True}
REVIEW = {
    "young_person": THERE,
    "provider": THERE,
    "council": THERE,
    "participation": "PN1",
    "ratings": [{"code": "item_4", "progress": "improved", "evidence": "keywork_notes"}],
    "matrix_half_hours": 20,
}


@dataclass
class Childhood:
    """A child who lives somewhere. `homes` are where it may live next."""

    desk: Desk
    diary: Diary
    chance: Random
    homes: Sequence[str]
    case_id: str
    placement_id: str = ""
    away: bool = False
    in_care: bool = True
    done_in_care: int = field(default=0)

    def moves_in(self, today: date) -> None:
        home = self.chance.choice(self.homes)
        asked = {"case_id": self.case_id, "setting_id": home, "at": today.isoformat()}
        self.placement_id = self.desk.told("/placements/starts", asked, Role.BROKER)["placement_id"]
        here = self.placement_id
        self._plan(today, "visit", 7, partial(self._visited, here))
        self._plan(today, "package", 14, partial(self._reviewed, here))
        self._plan(today, "plan", 6, partial(self._signed, here))
        for whom in TOLD_OF_START:
            self._plan(today, "told", 6, partial(self._notified, "notifications", whom, here))

    def comes_into_care(self, today: date) -> None:
        told = {"legal_status": "accommodated", "on": today.isoformat(), "category_of_need": "N1"}
        self.desk.told(f"/cases/{self.case_id}/periods-of-care", told)
        self._plan(today, "care_plan", 13, self._care_planned)
        self._plan(today, "statutory", 27, self._statutory)

    def a_day(self, today: date) -> None:
        """What chance has in store."""
        if not self.in_care:
            return
        for what, deed in (
            ("missing", self._goes_missing),
            ("change", self._changes),
            ("breaks_down", self._moves),
            ("comes_home", self._leaves_care),
        ):
            if self.chance.random() < A_DAY[what]:
                deed(today)
                return

    def _plan(self, since: date, what: str, within: int, deed: Deed) -> None:
        """Within so many days, or some days too late, or not before the next would be due."""
        drawn = self.chance.random()
        if drawn < NEVER[what]:
            days = within * 2 + 3
        elif drawn < NEVER[what] + LATE[what]:
            days = within + self.chance.randint(2, 9)
        else:
            days = self.chance.randint(max(1, within * 2 // 3), max(1, within - 1))
        self.diary.plan(since + timedelta(days=days), deed)

    def _lives(self, placement_id: str) -> bool:
        return self.in_care and self.placement_id == placement_id

    def _visited(self, here: str, today: date) -> None:
        if not self._lives(here):
            return
        if self.away:
            self._tell(here, "visits", IN_VAIN | {"on": today.isoformat()})
            self.diary.plan(today + timedelta(days=2), partial(self._visited, here))
            return
        self._tell(here, "visits", SEEN | {"on": today.isoformat()})
        self._plan(today, "visit", 42, partial(self._visited, here))

    def _reviewed(self, here: str, today: date) -> None:
        if self._lives(here):
            self._tell(here, "package-reviews", REVIEW | {"on": today.isoformat()}, Role.BROKER)
            self._plan(today, "package", 89, partial(self._reviewed, here))

    def _signed(self, here: str, today: date) -> None:
        if self._lives(here):
            self._tell(here, "plans", {"on": today.isoformat()})
            signed = {"on": today.isoformat(), "signatory": "Robin Larkspur"}
            self._tell(here, "plan-signatures", signed)

    def _notified(self, what: str, whom: str, here: str, today: date) -> None:
        told = {"to": whom, "on": today.isoformat(), "means": "letter"}
        self._tell(here, what, told)

    def _care_planned(self, today: date) -> None:
        if self.in_care:
            told = {"on": today.isoformat(), "agreed_with": ["parent", "young_person"]}
            self.desk.told(f"/cases/{self.case_id}/care-plans", told)

    def _statutory(self, today: date) -> None:
        if self.in_care:
            held = {"on": today.isoformat(), "participation": "PN1", "views": "I like it here."}
            path = f"/cases/{self.case_id}/statutory-reviews-held"
            self.desk.told(path, held, Role.IRO)
            self.done_in_care += 1
            self._plan(today, "statutory", 89 if self.done_in_care == 1 else 181, self._statutory)

    def _goes_missing(self, today: date) -> None:
        if self.away:
            return
        since = f"{today.isoformat()}T07:30:00+01:00"
        told = {"kind": "missing", "since": since}
        self.desk.told(f"/cases/{self.case_id}/absences", told)
        self.away = True
        nights = self.chance.choice(NIGHTS_AWAY)
        self.diary.plan(today + timedelta(days=nights), self._returns)

    def _returns(self, today: date) -> None:
        at = {"at": f"{today.isoformat()}T06:00:00+01:00"}
        self.desk.told(f"/cases/{self.case_id}/returns", at)
        self.away = False

    def _changes(self, today: date) -> None:
        told = {
            "kind": "excluded_from_school",
            "on": today.isoformat(),
            "text": "At home since this morning.",
            "told_by": "provider",
        }
        self._tell(self.placement_id, "significant-changes", told)

    def _moves(self, today: date) -> None:
        """An unplanned end, and another home on the same day."""
        if self.away:
            return
        left = self.placement_id
        self._ends(today, "provider")
        self.moves_in(today)
        if self.chance.random() < MEETS_AFTER_A_BREAKDOWN:
            met = timedelta(days=self.chance.randint(10, 40))
            self.diary.plan(today + met, partial(self._looked_back, left))

    def _looked_back(self, left: str, today: date) -> None:
        told = {
            "on": today.isoformat(),
            "attendees": ["carer", "social_worker"],
            "findings": "Nobody had asked how the nights were.",
            "learning": "Ask in the first week.",
        }
        self._tell(left, "disruption-meetings", told)

    def _leaves_care(self, today: date) -> None:
        """Home to its family: the placement ends, and so does the period of care."""
        if self.away:
            return
        self._ends(today, "other")
        told = {"on": today.isoformat(), "reason": "E4A"}
        self.desk.told(f"/cases/{self.case_id}/care-ends", told)
        self.in_care = False

    def _ends(self, today: date, instigator: str) -> None:
        told = {"at": today.isoformat(), "reason": "moved_on", "instigator": instigator}
        left = self.placement_id
        self._tell(left, "ends", told, Role.BROKER)
        for whom in TOLD_OF_END:
            self._plan(
                today, "told", 13, partial(self._notified, "termination-notices", whom, left)
            )

    def _tell(self, here: str, what: str, body: Any, role: Role = Role.CASEWORKER) -> None:
        self.desk.told(f"/placements/{here}/{what}", body, role)
