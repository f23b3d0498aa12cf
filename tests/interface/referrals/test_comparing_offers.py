"""Over HTTP: offers side by side, and what was seen kept with the choice to the letter."""

from functools import partial
from hashlib import sha256
from typing import Any

import pytest

from application.access.principal import Role
from domain.shared.envelope import FileId
from tests.support.market import CANARIES, Search, ready_to_publish, seller
from tests.support.racing import at_once
from tests.support.service import Office


def two_offers(office: Office) -> tuple[Search, str, str]:
    one, other = seller(office), seller(office)
    found = ready_to_publish(office)
    found.publish()
    first, second = (found.offer(each).json()["ids"]["offer_id"] for each in (one, other))
    office.quiet()
    return found, first, second


@pytest.mark.covers("1-043", "R-77")
def test_what_is_compared_is_what_is_kept_with_the_choice(sqlite_office: Office) -> None:
    office = sqlite_office
    found, first, second = two_offers(office)

    compared = office.get(f"{found.path}/comparison", role=Role.BROKER)
    none_yet = office.get(f"{found.path}/decision-packet", role=Role.BROKER)
    found.done("preferred-offers", found.choice(first, others_not_chosen={second: "Further."}))
    packet = office.get(f"{found.path}/decision-packet", role=Role.AUDITOR).json()

    told = compared.json()
    assert compared.headers["ETag"] == f'"{told["version"]}"'
    assert [each["offer_id"] for each in told["offers"]] == [first, second]
    (home,) = told["offers"][0]["homes"]
    assert (home["locality"], home["local"], home["gates_not_met"]) == ("in_area", True, [])
    assert "distance_tenths" in home
    assert none_yet.status_code == 404
    assert sha256(packet["content"].encode()).hexdigest() == packet["sha256"]
    assert first in packet["content"]
    assert [each for each in CANARIES if each in packet["content"].casefold()] == []


def test_a_packet_dies_with_the_childs_key(sqlite_office: Office) -> None:
    office = sqlite_office
    found, first, second = two_offers(office)
    found.done("preferred-offers", found.choice(first, others_not_chosen={second: "Further."}))

    running = office.running
    running.ring.destroy(FileId(f"case-{found.case_id}"), running.clock.now())

    gone = office.get(f"{found.path}/decision-packet", role=Role.BROKER)
    assert gone.json()["code"] == "ERASED"


@pytest.mark.covers("6-07")
def test_two_brokers_choose_at_once_and_one_is_told_that_something_newer_stands(
    office: Office,
) -> None:
    found, first, second = two_offers(office)
    seen = found.etag()
    choices = [
        found.choice(first, others_not_chosen={second: "Further."}),
        found.choice(second, others_not_chosen={first: "Dearer."}),
    ]
    path = f"{found.path}/preferred-offers"
    answers: Any = at_once(
        *(
            partial(office.post, path, body, if_match=seen, subject=f"broker-{number}")
            for number, body in enumerate(choices)
        )
    )

    assert sorted(each.status_code for each in answers) == [201, 412]
    (late,) = [each.json() for each in answers if each.status_code == 412]
    assert late["code"] == "VERSION_CONFLICT"
    shown = found.read()
    assert [each["status"] for each in shown["offers"]].count("preferred") == 1


@pytest.mark.covers("R-76")
def test_no_offer_will_do_and_a_broker_awards_nothing_alone(sqlite_office: Office) -> None:
    office = sqlite_office
    found, first, second = two_offers(office)
    direct = {
        **found.choice(first, others_not_chosen={second: "Further."}),
        "reason": "only_provider_able",
        "compared_weekly_pence": 90_000,
        "price_check": "Held against the last three.",
    }
    why = [{"offer_id": each, "reason": "location", "text": "Far."} for each in (first, second)]

    as_broker = found.act("direct-awards", direct)
    unjudged = found.act("direct-awards", direct, Role.COMMISSIONING_MANAGER)
    found.done("no-viable-offers", {"wanting": why})

    assert (as_broker.status_code, as_broker.json()["code"]) == (403, "NOT_PERMITTED")
    assert unjudged.json()["missing"] == ["criteria"]
    assert found.read()["stage"] == "no_viable_offer"
