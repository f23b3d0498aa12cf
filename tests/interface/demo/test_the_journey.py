"""The whole journey through the public API, on both databases, each step an event in the log."""

import pytest

from application.access.principal import Role
from interface.demo.journey import Cast, Seller, Teller, play
from interface.demo.journey.settling import ICB
from interface.demo.stories import STORIES
from interface.demo.stories.homeless import LOT as EMERGENCY
from tests.support.market import DPS, seller
from tests.support.service import Office

LOT = "2.2"


def cast_of(office: Office) -> Cast:
    """A token for each role, and five providers on the lot, and on that of an emergency."""
    sellers = [seller(office, lot=LOT, also=[EMERGENCY], places=3) for _ in range(5)]
    return Cast(
        tokens={
            role: office.token(role, funder=ICB)
            for role in Role
            if role is not Role.SYSTEM and "provider" not in role
        },
        subjects={role: f"demo-{role}" for role in Role},
        contract_id=DPS,
        lot=LOT,
        sellers=[
            Seller(
                provider_id=each.provider_id,
                setting_id=each.setting_id,
                responder=office.token(Role.PROVIDER_RESPONDER, organisation=each.provider_id),
                signatory=office.token(Role.PROVIDER_SIGNATORY, organisation=each.provider_id),
            )
            for each in sellers
        ],
    )


@pytest.mark.covers("C-RESP-24", "C-PKG-2W", "C-PKG-3M", "C-SREV-20", "C-NOT-30", "R-17", "R-18")
def test_a_broker_lives_the_whole_journey(office: Office) -> None:
    told: list[str] = []
    teller = Teller(office.client, cast_of(office), told.append)

    case_id = play(teller)

    view = office.get(f"/cases/{case_id}", role=Role.AUDITOR).json()
    assert view["looked_after"]
    assert view["placements"] == []


@pytest.mark.covers("2-032", "R-57", "R-58")
def test_each_of_the_other_stories_is_told_in_ten_plain_lines(sqlite_office: Office) -> None:
    told: list[str] = []
    teller = Teller(sqlite_office.client, cast_of(sqlite_office), told.append).silent()
    for story in STORIES:
        told.clear()
        story.tell(teller, told.append)

        assert 7 <= len(told) <= 10, story.title
        assert not any("\n" in line for line in told)
