"""Brothers and sisters find a home among the council's own, together or apart, over HTTP."""

from typing import Any

import pytest

from application.access.principal import Role
from domain.setting.events.places import PlaceReserved
from domain.shared.envelope import StreamId
from tests.support.in_house import own_home
from tests.support.service import Office
from tests.support.siblings import Group, group, split_approval

NOTES = {"match_notes": "The carers know the school of child 1 and child 2."}


def searching(office: Office, number: int) -> Group:
    search = group(office, number)
    search.write()
    search.submit()
    search.accept()
    search.done("in-house-searches", {})
    return search


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def held(office: Office, home: object) -> int:
    facts = office.running.streams.read(StreamId(f"setting-{home}")).facts
    return sum(isinstance(fact, PlaceReserved) for fact in facts)


@pytest.mark.covers("2-039", "2-032", "R-56")
def test_a_home_takes_all_of_them_or_nobody(sqlite_office: Office) -> None:
    roomy, small = own_home(sqlite_office, places=2), own_home(sqlite_office)
    search = searching(sqlite_office, 2)
    together = {"siblings": {"extent": "together"}, **NOTES}

    unsaid = search.act("in-house-matches", {"setting_id": str(roomy), **NOTES})
    full = search.act("in-house-matches", {"setting_id": str(small), **together})
    taken = search.done("in-house-matches", {"setting_id": str(roomy), **together})
    sqlite_office.quiet()

    assert refused(unsaid) == (422, "MISSING_INFORMATION")
    assert refused(full) == (422, "OVER_CAPACITY")
    assert held(sqlite_office, small) == 0
    assert set(taken.json()["ids"]) == {"placement_id_1", "placement_id_2"}
    assert held(sqlite_office, roomy) == 2
    shown = search.read()
    assert (shown["stage"], len(shown["in_house_match"]["siblings"])) == ("preferred", 2)

    today = search.today.isoformat()
    for placement_id in taken.json()["ids"].values():
        moved = sqlite_office.post(f"/placements/{placement_id}/starts", {"at": today})
        assert moved.status_code == 201, moved.text
    sqlite_office.quiet()
    assert search.read()["stage"] == "fulfilled"


@pytest.mark.covers("6-67", "R-57")
def test_a_child_for_whom_there_is_no_room_in_house_is_searched_for_at_once(
    sqlite_office: Office,
) -> None:
    home = own_home(sqlite_office)
    search = searching(sqlite_office, 2)
    one = {"extent": "partial", "children": [1]}
    sent = {"setting_id": str(home), "siblings": one, **NOTES}

    assert refused(search.act("in-house-matches", sent)) == (422, "SIBLING_SPLIT_NOT_APPROVED")
    search.done("sibling-split-approvals", split_approval(2), Role.TEAM_MANAGER)
    ids = search.done("in-house-matches", sent).json()["ids"]
    sqlite_office.quiet()

    assert set(ids) == {"placement_id_1", "successor_id"}
    own = sqlite_office.get(f"/referrals/{ids['successor_id']}").json()
    assert (own["case_id"], own["stage"]) == (search.case_ids[1], "submitted")
