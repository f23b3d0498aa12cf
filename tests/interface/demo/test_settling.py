"""The demonstration's council, made once: who is in it, and that the service shows each fault."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from application.access.principal import Role
from application.shared.office import stream_of
from domain import provider
from domain.provider.state import is_member, is_suspended
from interface.bootstrap import bootstrap
from interface.demo.faults import Fault
from interface.demo.settling import DemoCouncil, settle
from tests.support.service import Office, opened, settings_of

pytestmark = pytest.mark.xdist_group("settled")


@dataclass(frozen=True)
class Settled:
    office: Office
    council: DemoCouncil

    def fault(self, name: str) -> Fault:
        return next(fault for fault in self.council.faults if fault.name == name)

    def path(self, name: str) -> str:
        """Where the fault says that it is to be seen."""
        found = re.search(r"/v1(/[a-z]+/[0-9a-f-]{36}(/[a-z]+)?)", self.fault(name).where)
        assert found is not None
        return found[1]

    def seen(self, name: str, **params: Any) -> Any:
        answer = self.office.get(self.path(name), params or None, role=Role.AUDITOR)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory, furnished_sqlite: Path) -> Iterator[Settled]:
    home = tmp_path_factory.mktemp("settled") / "home"
    shutil.copytree(furnished_sqlite, home)
    url = f"sqlite:///{home / 'placements.db'}"
    with bootstrap(settings_of(home, url)) as running:
        council = settle(running)
    with opened(home, url) as office:
        yield Settled(office, council)


def test_ten_things_are_wrong_and_each_has_a_name(settled: Settled) -> None:
    names = [fault.name for fault in settled.council.faults]
    assert len(set(names)) == len(names) == 10


def test_it_is_a_council_of_598_children_and_25_providers(settled: Settled) -> None:
    assert settled.council.told.startswith("598 children in care and 212 who left, 25 providers")
    found = settled.office.client.post(
        "/v1/cases/searches",
        json={"identifier": "DEMO00001"},
        headers={"Authorization": f"Bearer {settled.office.token(Role.BROKER)}"},
    ).json()
    assert [child["name"].startswith("Demo-") for child in found] == [True]


def test_sellers_are_active_on_the_lot_with_free_flats(settled: Settled) -> None:
    running, council = settled.office.running, settled.council
    today = running.office.today()
    assert len(council.sellers) >= 4
    for each in council.sellers:
        held = settled.office.running.office.state(
            provider.decider, stream_of("provider", each.provider_id)
        )
        assert is_member(held, council.contract_id, council.lot, today)
        assert not is_suspended(held, today)
        nights = settled.office.get(f"/settings/{each.setting_id}/occupancy").json()["nights"]
        assert nights[0]["free"] > 0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("fifteen-in-supported-accommodation", "AGE_UNDER_16_OTHER_ARRANGEMENTS"),
        ("two-open-placements", "OVERLAPPING_PLACEMENT"),
        ("unregistered-at-16", "AGE_16_17_UNREGISTERED"),
        ("registration-expired", "SETTING_NOT_REGISTERED"),
    ],
)
def test_a_start_against_the_rules_is_among_the_childs_breaches(
    settled: Settled, name: str, code: str
) -> None:
    assert code in [breach["code"] for breach in settled.seen(name)["breaches"]]


def test_an_overdue_review_is_on_the_worklist_and_noted(settled: Settled) -> None:
    clocks = settled.seen("overdue-review")["clocks"]
    assert [clock["code"] for clock in clocks if clock["breached"]] == ["C-SREV-6M"]


def test_a_child_without_a_social_worker_is_seen_to_have_none(settled: Settled) -> None:
    kinds = [person["kind"] for person in settled.seen("unallocated-child")["people"]]
    assert "social_worker" not in kinds


def test_a_home_with_too_many_children_is_over_by_one(settled: Settled) -> None:
    (night,) = settled.seen("over-capacity")["nights"]
    assert (night["occupied"], night["over"]) == (3, 1)


def test_a_suspended_provider_still_has_a_child(settled: Settled) -> None:
    fault = settled.fault("suspended-provider")
    setting_id = fault.where.rpartition("/settings/")[2].partition("/")[0]
    nights = settled.office.get(f"/settings/{setting_id}/occupancy").json()["nights"]
    view = settled.office.get(settled.path("suspended-provider"), role=Role.AUDITOR).json()
    assert nights[0]["occupied"] == 1
    assert view["suspensions"][-1]["until"] is None


def test_an_agreement_that_one_side_has_not_signed_is_waited_for(settled: Settled) -> None:
    assert "C-IPASIGN" in codes_due(settled, "unsigned-agreement")


def test_notice_that_has_run_out_is_past_due(settled: Settled) -> None:
    due = clocks_of(settled, "notice-expired")
    assert [clock["breached"] for clock in due if clock["code"] == "C-NOT-30"] == [True]


def codes_due(settled: Settled, name: str) -> list[str]:
    return [clock["code"] for clock in clocks_of(settled, name)]


def clocks_of(settled: Settled, name: str) -> list[Any]:
    stream = settled.path(name).replace("/placements/", "placement-")
    found, asked = list[Any](), dict[str, Any](limit=100)
    while asked:
        answer = settled.office.get("/clocks", asked, role=Role.BROKER).json()
        found += [clock for clock in answer["clocks"] if clock["stream"] == stream]
        asked = {"limit": 100, "cursor": answer["next"]} if answer["next"] else {}
    return found
