"""Brothers and sisters for tests: their cases, and one search for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from application.access.principal import Role
from domain.setting.events.places import PlaceReserved, ReservationReleased
from domain.shared.envelope import StreamId
from tests.support.market import LOT, SECTIONS, Search, Seller
from tests.support.service import Office

SURNAME = "Fernwhistle"
FIRST = ("Demo-Lark", "Demo-Wren", "Demo-Finch", "Demo-Swift")
CANARIES = ("fernwhistle", "lark", "wren", "finch", "swift", "de1 2gq", "de12gq")
DAYS_OLD = (6180, 6460, 6500, 6140)
"""All are 16 or 17 on whatever day this runs, and for months after."""


@dataclass
class Group(Search):
    """A search for several children, led from stage to stage over HTTP."""

    case_ids: Sequence[str] = ()

    def write(self, names: Sequence[str] = SECTIONS, **said: Any) -> None:
        texts = {name: f"What is known of {name}, of child 1 and child 2." for name in names}
        details = {
            "provision": "supported_accommodation",
            "lot_wanted": LOT,
            "duration": "long",
            "location": "in_area",
            "sharing": "shared",
            "indicative_weekly": 95000,
            "together": True,
            **said,
        }
        self.done("sections", {"sections": texts, "request": details}, Role.CASEWORKER)

    def submit(self) -> None:
        matrix = {"half_hours": 20, "on": self.today.isoformat()}
        for case_id in self.case_ids[:-1]:
            path = f"/cases/{case_id}/matrices"
            assert self.office.post(path, matrix, role=Role.CASEWORKER).status_code == 201
        last = Search(self.office, self.case_ids[-1], self.referral_id)
        last.submit()


def open_siblings(office: Office, number: int = 3) -> Sequence[str]:
    today = office.running.office.today()
    born = [(today - timedelta(days=old)).isoformat() for old in DAYS_OLD]
    return [_opened(office, first, day) for first, day in list(zip(FIRST, born))[:number]]  # noqa: B905


def _opened(office: Office, first: str, born_on: str) -> str:
    child = {
        "full_name": f"{first} {SURNAME}",
        "birth_date": {"born_on": born_on, "source": "birth certificate"},
        "sex": "F",
        "home_postcode": "DE1 2GQ",
        "not_a_duplicate_because": "A sister",
    }
    opened = office.post("/cases", child, role=Role.CASEWORKER)
    assert opened.status_code == 201, opened.text
    case_id: str = opened.json()["ids"]["case_id"]
    return case_id


def referral_of(office: Office, case_ids: Sequence[str]) -> Mapping[str, Any]:
    needed = office.running.office.today() + timedelta(days=7)
    return {
        "case_id": case_ids[0],
        "siblings": case_ids[1:],
        "scope": "both",
        "tier": "standard",
        "reason_code": "cannot_stay_at_home",
        "needed_from": needed.isoformat(),
    }


def group(office: Office, number: int = 3) -> Group:
    """A search that has just been drafted, for so many siblings of 16 or 17."""
    case_ids = open_siblings(office, number)
    drafted = office.post("/referrals", referral_of(office, case_ids), role=Role.CASEWORKER)
    assert drafted.status_code == 201, drafted.text
    return Group(office, case_ids[0], drafted.json()["ids"]["referral_id"], case_ids)


def lines(*children: int, weekly: int = 90_000) -> Sequence[Mapping[str, Any]]:
    """A price for each of these children."""
    kind = "accommodation"
    return [{"kind": kind, "weekly_pence": weekly, "child": child} for child in children]


def chosen(search: Group, offer_id: str, **changed: Any) -> Any:
    return search.act("preferred-offers", search.choice(offer_id, **changed))


def reserved_at(office: Office, who: Seller) -> int:
    """How many places of a home were ever reserved and not let go."""
    facts = office.running.streams.read(StreamId(f"setting-{who.setting_id}")).facts
    kept = [isinstance(fact, PlaceReserved) for fact in facts]
    gone = [isinstance(fact, ReservationReleased) for fact in facts]
    return sum(kept) - sum(gone)


def split_approval(*children: int) -> Mapping[str, Any]:
    text = "No home that is near takes all of them."
    return {"parted": [{"child": n, "reason": "no_home_for_all", "text": text} for n in children]}
