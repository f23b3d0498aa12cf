"""How long providers have, through nights and clock changes (docs/domain/03, T20 to T23)."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from tests.support.databases import SqliteDatabases
from tests.support.market import Search, ready_to_publish, seller
from tests.support.service import Office, furnish, opened

SETTING_UP = timedelta(hours=1)


class StartedAt(Protocol):
    def __call__(self, instant: datetime) -> AbstractContextManager[Office]: ...


@pytest.fixture
def started_at(tmp_path: Path, sqlite_databases: SqliteDatabases) -> StartedAt:
    """A service whose clock begins at an instant of the past."""

    @contextmanager
    def start(instant: datetime) -> Iterator[Office]:
        home = tmp_path / "past"
        home.mkdir()
        url = sqlite_databases.fresh(home)
        furnish(home, url, instant)
        with opened(home, url, starting_at=instant + timedelta(minutes=1)) as office:
            yield office

    return start


def published_at(office: Office, instant: datetime, tier: str) -> Search:
    found = ready_to_publish(office, tier=tier)
    office.move_clock(instant)
    found.publish()
    return found


@pytest.mark.parametrize(
    ("published", "tier", "deadline"),
    [
        pytest.param(
            "2026-03-28T10:00:00+00:00",
            "standard",
            "2026-03-29T11:00:00+01:00",
            marks=pytest.mark.covers("T20"),
        ),
        pytest.param(
            "2026-10-24T10:00:00+01:00",
            "standard",
            "2026-10-25T09:00:00+00:00",
            marks=pytest.mark.covers("T21"),
        ),
        pytest.param(
            "2026-03-29T00:30:00+00:00",
            "urgent",
            "2026-03-29T02:30:00+01:00",
            marks=pytest.mark.covers("T22", "6-13"),
        ),
        pytest.param(
            "2026-10-25T01:30:00+01:00",
            "urgent",
            "2026-10-25T01:30:00+00:00",
            marks=pytest.mark.covers("T23", "6-12"),
        ),
    ],
)
def test_a_window_is_elapsed_time_through_a_clock_change(
    started_at: StartedAt, published: str, tier: str, deadline: str
) -> None:
    at, due = datetime.fromisoformat(published), datetime.fromisoformat(deadline)
    with started_at(at.astimezone(UTC) - SETTING_UP) as office:
        asked = seller(office)

        found = published_at(office, at, tier)

        (invitation,) = office.get("/invitations", **asked.user).json()["invitations"]
        told = datetime.fromisoformat(invitation["deadline"])
        assert timedelta() <= told - due < timedelta(seconds=30)
        assert found.read()["invitations"][0]["deadline"] == invitation["deadline"]


@pytest.mark.covers("R-05")
def test_the_answers_close_just_after_the_deadline_and_not_before(started_at: StartedAt) -> None:
    with started_at(datetime(2026, 3, 28, 9, tzinfo=UTC)) as office:
        seller(office)
        found = published_at(office, datetime(2026, 3, 28, 10, tzinfo=UTC), "standard")
        due = datetime.fromisoformat(found.read()["invitations"][0]["deadline"])

        office.move_clock(due - timedelta(seconds=5))
        before = found.read()["stage"]
        office.move_clock(due + timedelta(seconds=5))

        assert (before, found.read()["stage"]) == ("published", "evaluating")


@pytest.mark.covers("6-10", "K-01")
def test_what_was_published_on_31_march_and_falls_due_on_1_april_is_the_new_quarters(
    started_at: StartedAt,
) -> None:
    published = datetime.fromisoformat("2026-03-31T00:10:00+01:00")
    with started_at(published.astimezone(UTC) - SETTING_UP) as office:
        seller(office)
        found = published_at(office, published, "standard")
        assert found.today == date(2026, 3, 31)
        office.move_clock(published + timedelta(days=1, minutes=1))

        def asked_in(quarter: str) -> int:
            figure = office.get("/measures/K-01a", {"quarter": quarter}).json()["figure"]
            counted: int = figure["total"]["denominator"]
            return counted

        assert (asked_in("2026-01"), asked_in("2026-04")) == (0, 1)
