"""A month of twenty children, one move of the clock a day, and all that was owed counted again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic_core import to_json

from infrastructure.event_store.envelopes import exported
from tests.support.databases import SqliteDatabases
from tests.support.life.council import Council
from tests.support.service import furnish, opened
from tools.recount.__main__ import differences

FIRST = date(2026, 4, 1)
BEFORE_IT = datetime(2026, 4, 1, 7, tzinfo=UTC)
CHILDREN, DAYS = 20, 30


@dataclass(frozen=True)
class Month:
    council: Council
    log: list[bytes]

    def without(self, name: str) -> list[bytes]:
        """The log as it would be if one event of this name had never been written down."""
        lost = next(line for line in self.log if name.encode() in line)
        return [line for line in self.log if line is not lost]


@pytest.fixture(scope="module")
def month(
    tmp_path_factory: pytest.TempPathFactory, sqlite_databases: SqliteDatabases
) -> Iterator[Month]:
    home: Path = tmp_path_factory.mktemp("month")
    url = sqlite_databases.fresh(home)
    furnish(home, url, BEFORE_IT)
    with opened(home, url, starting_at=BEFORE_IT) as office:
        council = Council.of(office, seed=20260401, first=FIRST, children=CHILDREN)
        council.live(DAYS)
        office.quiet()
        yield Month(council, [to_json(each) for each in exported(office.running.streams.recorder)])


def test_every_deadline_of_a_month_is_what_an_independent_count_makes_of_the_log(
    month: Month,
) -> None:
    found, compared = differences(month.log)

    assert found == []
    assert compared > 10 * CHILDREN
    assert {"starts", "visits", "notifications", "statutory-reviews-held"} <= set(
        month.council.desk.done
    )


@pytest.mark.parametrize(
    "lost",
    [
        "placement.child_visited.v1",
        "placement.package_review_held.v1",
        "case.statutory_review_held.v1",
        "clock.breached.v1",
        "clock.met.v1",
    ],
)
def test_what_the_service_missed_or_made_up_is_named(month: Month, lost: str) -> None:
    found, _ = differences(month.without(lost))

    assert found
