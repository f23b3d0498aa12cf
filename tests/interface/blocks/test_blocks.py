"""Beds are bought together over HTTP, called off by placements, and counted by the night."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.buying import FINANCE, done, proposed_block, running_block
from tests.support.placing import START, open_house, proposed, refused
from tests.support.racing import at_once
from tests.support.registers import MANAGER, NOTTINGHAM
from tests.support.service import Office

NOT_AGREED = (422, "FUNDING_NOT_AUTHORISED")


@pytest.mark.covers("6-77", "4-098", "4-099", "4-100", "2-079", "2-104", "R-10", "R-82")
def test_five_beds_bought_keep_the_discount_when_one_is_released_next_week(
    sqlite_office: Office,
) -> None:
    house = open_house(sqlite_office, places=6)
    five = running_block(sqlite_office, house, 5)
    released = {
        "since": "2026-03-08",
        "homes": [{"setting_id": str(house.setting_id), "beds": 4}],
        "reason": "one_not_needed",
    }
    done(five.act("variations", released))

    before, after = five.read(as_at="2026-03-07"), five.read(as_at="2026-03-08")
    assert (before["stage"], after["stage"]) == ("active", "varied")
    assert [each["homes"][0]["beds"] for each in (before, after)] == [5, 4]
    assert after["price"]["discounted"] is True
    assert [line["weekly"] for line in after["price"]["bed"]] == [61_750, 25_000]
    assert after["price"]["weekly_pence"] == 4 * 86_750

    pages = [
        sqlite_office.get("/blocks", {"as_at": d}, role=Role.FINANCE_OFFICER).json()
        for d in ("2026-01-31", "2026-02-01", "2026-02-10", "2026-03-08")
    ]
    stages = [[each["stage"] for each in page["blocks"]] for page in pages]
    assert stages == [[], ["proposed"], ["awarded"], ["varied"]]
    assert pages[-1]["blocks"][0]["provider_id"] == str(house.provider_id)
    elsewhere = {**MANAGER, "authority": NOTTINGHAM}
    assert sqlite_office.get(five.path, **elsewhere).status_code == 404
    assert sqlite_office.get("/blocks", **elsewhere).json()["blocks"] == []
    by_broker = sqlite_office.post("/blocks", {}, role=Role.BROKER)
    assert refused(by_broker)[:2] == (403, "NOT_PERMITTED")


@pytest.mark.covers("6-77", "R-10")
def test_two_awards_on_one_day_that_come_to_four_or_to_five_earn_no_discount(
    sqlite_office: Office,
) -> None:
    house = open_house(sqlite_office, places=5)
    three, two = (proposed_block(sqlite_office).compete() for _ in range(2))
    done(three.award(house, 3))
    third_too_many = two.award(house, 3)
    assert refused(third_too_many)[:2] == (422, "OVER_CAPACITY")
    done(two.award(house, 2))

    for block, beds in ((three, 3), (two, 2)):
        price = block.read(as_at="2026-03-02")["price"]
        assert price["discounted"] is False
        assert price["weekly_pence"] == beds * 90_000


@pytest.mark.covers("6-78")
def test_a_four_bed_emergency_block_has_no_discount_whatever_was_offered(
    sqlite_office: Office,
) -> None:
    four = running_block(sqlite_office, open_house(sqlite_office, places=6), 4)

    price = four.read(as_at="2026-03-02")["price"]
    assert (price["discount_basis_points"], price["discounted"]) == (500, False)
    assert price["bed"] == price["award"]


@pytest.mark.covers("1-049", "R-11")
def test_two_councils_share_the_price_to_the_penny_or_not_at_all(sqlite_office: Office) -> None:
    house = open_house(sqlite_office, places=6)
    shared = proposed_block(sqlite_office).compete(void_basis_points=5_000)
    derby = {"council": "E06000015", "basis_points": 3_333, "lead": True}
    derbyshire = {"council": "E10000007", "basis_points": 6_666}
    unbalanced = shared.award(house, 1, purchasers=[derby, derbyshire])
    assert refused(unbalanced)[:2] == (422, "FUNDING_SPLIT_UNBALANCED")
    derbyshire["basis_points"] = 6_667
    done(shared.award(house, 1, purchasers=[derby, derbyshire]))

    price = shared.read(as_at="2026-03-02")["price"]
    assert price["by_council_pence"] == {"E06000015": 29_997, "E10000007": 60_003}
    voids = shared.read("/voids", FINANCE, as_at="2026-03-08")
    assert (voids["nights"]["bought"], voids["nights"]["void"]) == (7, 7)
    assert voids["nights"]["void_pence"] == 45_000 == sum(voids["by_council_pence"].values())


@pytest.mark.covers("4-098", "R-82")
def test_placements_call_off_beds_and_still_need_everything_else(sqlite_office: Office) -> None:
    house = open_house(sqlite_office, places=4)
    block = running_block(sqlite_office, house, 1)
    first = proposed(sqlite_office, house, funded=False)
    second = proposed(sqlite_office, house)
    elsewhere = proposed(sqlite_office)
    assert refused(block.call_off(elsewhere))[:2] == (422, "HOME_NOT_OF_BLOCK")
    done(block.call_off(first))

    full = block.call_off(second)
    assert refused(full)[:2] == (422, "OVER_CAPACITY")
    assert full.json()["night"] == "2026-03-09"
    assert refused(first.agree_start())[:2] == NOT_AGREED
    held = block.read(as_at="2026-03-10")
    assert held["homes"][0] | {"setting_id": ""} == {
        "setting_id": "",
        "beds": 1,
        "called_off": 1,
        "free": 0,
    }
    assert [each["placement_id"] for each in held["allocations"]] == [first.placement_id]

    done(first.act("cancellations", {"reason": "not_needed"}))
    sqlite_office.quiet()
    done(block.call_off(second))
    done(second.ready().start())
    done(second.end("2026-03-20"))
    sqlite_office.quiet()
    told = block.read("/voids", FINANCE, first="2026-03-05", as_at="2026-03-25")["nights"]
    assert (told["bought"], told["called_off"], told["lived_in"]) == (20, 11, 11)
    assert (told["void"], told["held"], told["void_pence"]) == (9, 0, 9 * 90_000 // 7)
    assert START == date(2026, 3, 9) == date(2026, 3, 20) - timedelta(days=told["lived_in"])


@pytest.mark.covers("R-82")
def test_a_block_that_ends_moves_nobody_and_names_who_is_left_without_a_bed(
    sqlite_office: Office,
) -> None:
    house = open_house(sqlite_office)
    block = running_block(sqlite_office, house, 1)
    lives = proposed(sqlite_office, house)
    done(block.call_off(lives))
    stale = sqlite_office.post(
        f"{block.path}/ends", {"on": "2026-06-01", "reason": "unused"}, if_match='"1"', **MANAGER
    )
    assert stale.status_code == 412
    done(block.act("ends", {"on": "2026-06-01", "reason": "unused"}))

    assert block.read(as_at="2026-05-31")["stage"] == "active"
    over = block.read(as_at="2026-06-01")
    assert (over["stage"], over["homes"][0]["beds"], over["allocations"]) == ("ended", 0, [])
    assert lives.read()["stage"] == "proposed"


@pytest.mark.covers("R-82")
def test_of_two_who_call_off_the_last_bed_at_once_one_is_refused(office: Office) -> None:
    house = open_house(office, places=4)
    block = running_block(office, house, 1)
    wanting = [proposed(office, house, funded=False) for _ in range(2)]

    answers: Sequence[Any] = at_once(*(partial(block.call_off, each) for each in wanting))

    assert sorted(each.status_code for each in answers) == [201, 422], [a.text for a in answers]
    assert block.read(as_at="2026-03-10")["homes"][0]["called_off"] == 1
