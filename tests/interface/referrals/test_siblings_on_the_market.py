"""What providers are shown of brothers and sisters, and what they may offer."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Seller, led_to_market, seller
from tests.support.service import Office
from tests.support.siblings import CANARIES, Group, group, lines


def offered(search: Group, who: Seller, **siblings: Any) -> Any:
    return search.offer(who, siblings=siblings, price=lines(1, 2, 3))


@pytest.mark.covers("R-56", "2-032")
def test_a_provider_is_told_of_each_sibling_and_of_none_by_name(sqlite_office: Office) -> None:
    oak = seller(sqlite_office)
    search = group(sqlite_office)
    led_to_market(search)
    for first in ("Lark", "Finch"):
        told = search.publication()
        naming = {**told, "pack": {**told["pack"], "summary": f"Demo-{first} likes cooking."}}
        refused = search.act("publications", naming)
        assert refused.json()["code"] == "REDACTION_NOT_CONFIRMED"
        assert refused.json()["fields"] == ["summary"]
    search.publish()

    search.answer(oak, "views", {})
    seen = sqlite_office.get(f"/invitations/{search.invitation(oak)}", **oak.user)
    pack = seen.json()["pack"]
    assert (pack["sibling_group_size"], pack["together"]) == (3, True)
    assert [set(each) for each in pack["siblings"]] == [
        {"number", "age_in_years", "sex", "legal_status"}
    ] * 3
    assert [each["number"] for each in pack["siblings"]] == [1, 2, 3]
    assert not [name for name in CANARIES if name in seen.text.lower()]
    assert not [case_id for case_id in search.case_ids if case_id in seen.text]


@pytest.mark.refuses("SIBLINGS_MISMATCH")
def test_an_offer_says_whom_it_takes_and_is_shown_with_it(sqlite_office: Office) -> None:
    oak, elm = seller(sqlite_office), seller(sqlite_office)
    search = group(sqlite_office)
    led_to_market(search)
    search.publish()

    silent = search.offer(oak, price=lines(1, 2, 3))
    assert silent.json()["missing"] == ["offer.siblings"]
    strange = offered(search, oak, extent="partial", children=[1, 7])
    assert (strange.status_code, strange.json()["code"]) == (422, "SIBLINGS_MISMATCH")
    homes = [{"child": n, "setting_id": str(elm.setting_id)} for n in (1, 2)]
    homes.append({"child": 3, "setting_id": str(oak.setting_id)})
    theirs = search.offer(
        oak, setting_id=None, siblings={"extent": "split", "homes": homes}, price=lines(1, 2, 3)
    )
    assert theirs.status_code == 404, theirs.text

    made = search.offer(oak, siblings={"extent": "partial", "children": [1, 3]}, price=lines(1, 3))
    assert made.status_code == 201, made.text
    own = sqlite_office.get(f"/invitations/{search.invitation(oak)}", **oak.user).json()
    assert own["offer"]["siblings"]["children"] == [1, 3]
    (shown,) = search.read(Role.BROKER)["offers"]
    assert (shown["siblings"]["extent"], shown["weekly"]) == ("partial", 180_000)
