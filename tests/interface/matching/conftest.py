"""One service for the searches of a module: they read, and only its fixture writes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.service import Office, opened


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory, furnished_sqlite: Path) -> Iterator[Office]:
    home = tmp_path_factory.mktemp("council") / "home"
    shutil.copytree(furnished_sqlite, home)
    with opened(home, f"sqlite:///{home / 'placements.db'}") as service:
        yield service
