"""The whole messy return, told to a service on SQLite: killed half-way, begun again, and again."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from application.imports.ssda903 import CollectionYear, ReturnPlan, plan_return
from interface.importing import carry_out, data_officer
from tests.application.imports.ssda903.test_the_sample_return import SAMPLE
from tests.support.imports import Killed, killed_at, newest
from tests.support.returns import DERBY
from tests.support.service import Office, opened

pytestmark = [
    pytest.mark.skipif(
        not SAMPLE.is_dir(), reason="the sample return is kept beside the repository, not in it"
    ),
    pytest.mark.xdist_group("sample"),
]

HALF_WAY = 4_000
"""Homes are listed by then, and half of the children told."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, furnished_sqlite: Path) -> Iterator[Office]:
    home = tmp_path_factory.mktemp("sample") / "home"
    shutil.copytree(furnished_sqlite, home)
    with opened(home, f"sqlite:///{home / 'placements.db'}") as service:
        service.running.worker.stopping.set()
        yield service


@pytest.fixture(scope="module")
def plan() -> ReturnPlan:
    return plan_return(SAMPLE, year=CollectionYear(2018), authority=DERBY, today=date(2026, 11, 20))


def test_it_comes_in_whole_though_it_was_killed_and_a_second_time_adds_nothing(
    office: Office, plan: ReturnPlan
) -> None:
    by, running = data_officer(DERBY), office.running
    with pytest.raises(Killed):
        carry_out(running, plan, by, killed_at(HALF_WAY))
    half = newest(running)

    whole = carry_out(running, plan, by)

    counts = whole.plan.counts
    assert half < newest(running)
    assert counts.read == counts.imported + counts.refused + counts.not_held == 25_945
    assert len(whole.plan.refused) == len(plan.refused)
    before = newest(running)
    again = carry_out(running, plan, by)
    assert (again.events, newest(running)) == (0, before)
