"""A search for two sisters is called off with one of them moved in: her home is paid for."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_siblings_live_somewhere import HERS, agreement_of, share
from tests.support.market import led_to_market, seller
from tests.support.placing import House, Placing, done
from tests.support.service import Office
from tests.support.siblings import Group, chosen, group, lines


def retro(office: Office, case_id: str) -> list[str]:
    listed = office.get(f"/cases/{case_id}/clocks", role=Role.BROKER).json()["clocks"]
    return [each["outcome"] for each in listed if each["code"] == "C-FUND-RETRO"]


def one_moved_in(office: Office) -> tuple[Group, Placing]:
    """Chosen for both, and the elder is there before anybody asked for the money."""
    oak = seller(office)
    search = group(office, 2)
    led_to_market(search)
    search.publish()
    today = search.today.isoformat()
    price = [*lines(1, weekly=HERS[1]), *lines(2, weekly=HERS[2])]
    whole = {"siblings": {"extent": "together"}, "price": price}
    offer = done(search.offer(oak, earliest_start=today, **whole))
    office.quiet()
    ids = done(chosen(search, offer["ids"]["offer_id"]))["ids"]
    house = House(oak.setting_id, oak.provider_id)
    hers = Placing(office, search.case_ids[0], house, search.referral_id, ids["placement_id_1"])
    done(hers.start(today))
    office.quiet()
    return search, hers


@pytest.mark.covers("R-106", "R-47", "C-FUND-RETRO")
def test_who_moved_in_is_paid_for_though_the_search_is_called_off(sqlite_office: Office) -> None:
    office = sqlite_office
    search, hers = one_moved_in(office)
    assert retro(office, hers.case_id) == ["running"]

    search.done("withdrawals", {"reason": "returned_home"}, Role.CASEWORKER)
    office.quiet()
    assert (search.read()["stage"], retro(office, hers.case_id)) == ("withdrawn", ["running"])

    plan: Any = {"starts_on": search.today.isoformat()}
    both = [*lines(1, weekly=HERS[1]), *lines(2, weekly=HERS[2])]
    whole = {"price": both, "shares": share(sum(HERS.values())), **plan}
    assert search.act("funding-requests", whole).json()["code"] == "FUNDING_SPLIT_UNBALANCED"
    own = {"price": lines(1, weekly=HERS[1]), "shares": share(HERS[1]), **plan}
    search.done("funding-requests", own)
    search.done("funding-authorisations", {}, Role.DCS)
    office.quiet()

    assert (search.read()["stage"], retro(office, hers.case_id)) == ("withdrawn", ["met"])
    shown = office.get(f"{search.path}/funding", role=Role.FINANCE_OFFICER).json()
    assert shown["standing"] == "authorised"
    done(hers.draft(**agreement_of(HERS[1])))
    done(hers.act("agreement-issues", {}))
