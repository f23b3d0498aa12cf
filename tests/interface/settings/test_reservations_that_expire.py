"""A reservation lapses by C-RESERVE while the placement is still to come."""

from datetime import timedelta

import pytest

from domain import setting
from domain.setting.commands.places import ReleaseReservation, ReservePlace
from domain.shared.envelope import StreamId
from tests.support.children import tell
from tests.support.market import Search, Seller, ready_to_publish, seller
from tests.support.registers import read
from tests.support.service import Office


def preferred(office: Office) -> tuple[Search, Seller]:
    """A search with a preferred offer, whose home holds a place for it."""
    chosen = seller(office)
    found = ready_to_publish(office)
    found.publish()
    offer_id = found.offer(chosen).json()["ids"]["offer_id"]
    office.quiet()
    found.done("preferred-offers", found.choice(offer_id))
    return found, chosen


def reserved(office: Office, found: Search, who: Seller) -> int:
    """On the night of the arrival."""
    arrives = (found.today + timedelta(days=7)).isoformat()
    path = f"/settings/{who.setting_id}/occupancy"
    count: int = read(office, path, night=arrives)["nights"][0]["reserved"]
    return count


def home_of(who: Seller) -> StreamId:
    return StreamId(f"setting-{who.setting_id}")


@pytest.mark.covers("C-RESERVE", "R-17")
def test_a_place_is_free_again_once_its_reservation_has_run_out(office: Office) -> None:
    found, who = preferred(office)
    asked = office.running.clock.now()
    assert reserved(office, found, who) == 1

    office.move_clock(asked + timedelta(hours=71))
    assert reserved(office, found, who) == 1

    office.move_clock(asked + timedelta(hours=73))
    assert reserved(office, found, who) == 0
    released = office.running.streams.read(home_of(who)).events[-1]
    assert released.event.why == "expired"
    assert released.actor.subject == "policy:release-reservations"


def test_a_reservation_that_was_made_to_last_longer_stays(sqlite_office: Office) -> None:
    found, who = preferred(sqlite_office)
    asked = sqlite_office.running.clock.now()
    held = sqlite_office.running.streams.read(home_of(who)).facts[-1]
    longer = ReservePlace(
        placement_id=held.placement_id,
        arrives=held.arrives,
        leaves=held.leaves,
        expires_at=asked + timedelta(hours=100),
    )
    tell(sqlite_office.running, home_of(who), setting.decider, longer)

    sqlite_office.move_clock(asked + timedelta(hours=73))

    assert reserved(sqlite_office, found, who) == 1


def test_a_reservation_that_has_gone_already_leaves_nobody_a_task(sqlite_office: Office) -> None:
    found, who = preferred(sqlite_office)
    asked = sqlite_office.running.clock.now()
    mine = sqlite_office.running.streams.read(home_of(who)).facts[-1].placement_id
    gone = ReleaseReservation(placement_id=mine, why="offer_withdrawn")
    tell(sqlite_office.running, home_of(who), setting.decider, gone)

    sqlite_office.move_clock(asked + timedelta(hours=73))

    assert reserved(sqlite_office, found, who) == 0
    assert sqlite_office.get("/tasks").json()["tasks"] == []


def test_a_choice_is_let_go_after_its_reservation_has_run_out(sqlite_office: Office) -> None:
    found, _ = preferred(sqlite_office)
    sqlite_office.move_clock(sqlite_office.running.clock.now() + timedelta(hours=73))

    let_go = found.done("preferred-offer-deselections", {"reason": "child_refused"})

    assert "placement.not_started.v1" in let_go.json()["caused"]
