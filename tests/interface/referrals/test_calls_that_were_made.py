"""A call that was made closes the task that asked for it, and no other's."""

from datetime import datetime
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, Seller, ready_to_publish, seller, suspend
from tests.support.service import Office


def calls(office: Office, search: Search) -> int:
    """How many providers of this search wait to be telephoned."""
    office.quiet()
    params = {"about": f"referral-{search.referral_id}", "limit": 50}
    listed = office.get("/tasks", params, role=Role.BROKER).json()["tasks"]
    return [each["code"] for each in listed].count("TELEPHONE_PROVIDER")


def telephoned(search: Search, who: Seller, outcome: str, at: datetime | None = None) -> None:
    said = (at or search.office.running.clock.now()).isoformat()
    call: Any = {"provider_id": str(who.provider_id), "at": said, "outcome": outcome}
    search.done("telephone-contacts", call)


@pytest.mark.covers("R-122", "R-72")
def test_who_was_spoken_to_is_waited_for_no_more(sqlite_office: Office) -> None:
    office = sqlite_office
    one, other, third = seller(office), seller(office), seller(office)
    search = ready_to_publish(office)
    search.publish()
    for each in (one, other):
        suspend(office, each)
    office.quiet()
    before_it = office.running.clock.now()
    search.done("pack-withdrawals", {"field": "summary", "reason": "names_somebody"})
    before = calls(office, search)

    telephoned(search, third, "spoke")
    telephoned(search, one, "no_answer")
    assert calls(office, search) == before
    # It was told of being suspended by then, and of no withdrawal that came after.
    telephoned(search, one, "spoke", before_it)
    assert calls(office, search) == before - 1
    telephoned(search, one, "spoke")
    assert 0 < calls(office, search) < before
    telephoned(search, other, "spoke")
    assert calls(office, search) == 0
