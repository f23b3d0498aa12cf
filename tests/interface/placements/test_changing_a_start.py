"""A start that was agreed is put to another day; its place at the home goes with it."""

from datetime import date
from uuid import uuid4

import pytest

from application.access.principal import Role
from domain import setting
from domain.setting.commands.places import BlockPlaces
from domain.shared.envelope import StreamId
from tests.support.children import tell
from tests.support.placing import done, open_house, proposed, refused, stay_of
from tests.support.service import Office

LATER = {"starts_at": "2026-03-12", "reason": "Her room is painted until the 11th."}


@pytest.mark.covers("R-179")
@pytest.mark.refuses("OVER_CAPACITY")
def test_the_place_is_held_from_the_new_day_or_the_old_one_stands(sqlite_office: Office) -> None:
    house = open_house(sqlite_office, places=1)
    placing = proposed(sqlite_office, house).ready()
    full = BlockPlaces(
        block_id=uuid4(), count=1, from_=date(2026, 2, 1), until=date(2026, 3, 9), reason="repairs"
    )
    stream = StreamId(f"setting-{house.setting_id}")
    tell(sqlite_office.running, stream, setting.decider, full)

    early = placing.act("start-changes", LATER | {"starts_at": "2026-03-08"})
    assert refused(early)[1] == "OVER_CAPACITY"
    assert placing.read()["start_agreed_for"] == "2026-03-09"
    own = placing.act("start-changes", LATER, role=Role.CASEWORKER)
    assert refused(own)[:2] == (403, "NOT_PERMITTED")

    done(placing.act("start-changes", LATER))

    shown = placing.read()
    assert (shown["stage"], shown["start_agreed_for"]) == ("start_agreed", "2026-03-12")
    assert shown["start_changes"] == [LATER | {"was": "2026-03-09", "by": "demo-broker"}]
    held = stay_of(sqlite_office, house, placing.placement_id)
    assert held is not None
    assert held.from_ == date(2026, 3, 12)
    done(placing.start("2026-03-12"))
    assert [each["code"] for each in placing.read()["start"]["breaches"]] == []
