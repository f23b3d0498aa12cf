"""The whole messy return, told to a service on SQLite: killed half-way, begun again, and again."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from application.imports.ssda903 import CollectionYear, plan_return
from interface.bootstrap import Running, bootstrap
from interface.importing import data_officer, importer
from tests.application.imports.ssda903.test_the_sample_return import SAMPLE
from tests.support.imports import Killed, killed_at, newest
from tests.support.returns import DERBY
from tests.support.service import settings_of

pytestmark = pytest.mark.skipif(
    not SAMPLE.is_dir(), reason="the sample return is kept beside the repository, not in it"
)

HALF_WAY = 4_000
"""Of about eight thousand steps: homes are listed by then, and half of the children told."""


@pytest.fixture
def running(tmp_path: Path, furnished_sqlite: Path) -> Iterator[Running]:
    home = tmp_path / "home"
    shutil.copytree(furnished_sqlite, home)
    with bootstrap(settings_of(home, f"sqlite:///{home / 'placements.db'}")) as service:
        yield service


def test_it_comes_in_whole_though_it_was_killed_and_a_second_time_adds_nothing(
    running: Running,
) -> None:
    year, today = CollectionYear(2018), date(2026, 11, 20)
    plan = plan_return(SAMPLE, year=year, authority=DERBY, today=today)
    by, imports = data_officer(DERBY), importer(running)
    with pytest.raises(Killed):
        imports.carry_out(plan, by, killed_at(HALF_WAY))
    half = newest(running)

    whole = imports.carry_out(plan, by)

    counts = whole.plan.counts
    assert half < newest(running)
    assert counts.read == counts.imported + counts.refused + counts.not_held == 25_945
    assert len(whole.plan.refused) == len(plan.refused)
    before = newest(running)
    again = imports.carry_out(plan, by)
    assert (again.events, newest(running)) == (0, before)
