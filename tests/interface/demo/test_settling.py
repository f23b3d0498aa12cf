"""The demonstration's council, made once: who is in it, and that the service shows each fault."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from application.access.principal import Role
from interface.demo.faults import Fault
from interface.demo.settling import DemoCouncil, settle
from tests.support.service import Office, opened

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

    def breaches(self, name: str) -> list[str]:
        return [breach["code"] for breach in self.seen(name)["breaches"]]


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory, furnished_sqlite: Path) -> Iterator[Settled]:
    home = tmp_path_factory.mktemp("settled") / "home"
    shutil.copytree(furnished_sqlite, home)
    with opened(home, f"sqlite:///{home / 'placements.db'}") as office:
        yield Settled(office, settle(office.running))


def test_ten_things_are_wrong_and_each_has_a_name(settled: Settled) -> None:
    names = [fault.name for fault in settled.council.faults]
    assert len(set(names)) == len(names) == 10
