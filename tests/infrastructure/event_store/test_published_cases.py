"""The recorders pass the cases that the eventsourcing library publishes, guards in place.

A stream here is text, so the ids are; nothing else is overridden.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from eventsourcing.tests import persistence

from infrastructure.database import Database, connect
from infrastructure.event_store.process_recorder import LogProcessRecorder
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.tracker import LogTracker


class WithDatabase:
    database: Database

    def new_originator_id(self) -> str:
        return f"case-{uuid4()}"


@contextmanager
def connected(url: str) -> Iterator[Database]:
    """The published cases leave threads that read: wait for these before hanging up."""
    others = set(threading.enumerate())
    database = connect(url)
    yield database
    for thread in set(threading.enumerate()) - others:
        thread.join(timeout=10)
    database.dispose()


class OnSqlite(WithDatabase):
    @pytest.fixture(autouse=True)
    def given_a_database(self, sqlite_url: str) -> Iterator[None]:
        with connected(sqlite_url) as self.database:
            yield


class OnPostgres(WithDatabase):
    @pytest.fixture(autouse=True)
    def given_a_database(self, postgres_url: str) -> Iterator[None]:
        with connected(postgres_url) as self.database:
            yield


class RecordsLog(WithDatabase):
    def create_recorder(self) -> LogRecorder:
        return LogRecorder(self.database)


class Tracks(WithDatabase):
    def create_recorder(self) -> LogTracker:
        return LogTracker(self.database)


class RecordsProcess(WithDatabase):
    def create_recorder(self) -> LogProcessRecorder:
        return LogProcessRecorder(self.database)


class TestLogOnSqlite(RecordsLog, OnSqlite, persistence.ApplicationRecorderTestCase[LogRecorder]):
    pass


class TestLogOnPostgres(
    RecordsLog, OnPostgres, persistence.ApplicationRecorderTestCase[LogRecorder]
):
    pass


class TestOrderOnSqlite(RecordsLog, OnSqlite, persistence.NonInterleavingNotificationIDsBaseCase):
    pass


class TestOrderOnPostgres(
    RecordsLog, OnPostgres, persistence.NonInterleavingNotificationIDsBaseCase
):
    pass


class TestTrackingOnSqlite(Tracks, OnSqlite, persistence.TrackingRecorderTestCase):
    pass


class TestTrackingOnPostgres(Tracks, OnPostgres, persistence.TrackingRecorderTestCase):
    pass


class TestProcessOnSqlite(RecordsProcess, OnSqlite, persistence.ProcessRecorderTestCase):
    pass


class TestProcessOnPostgres(RecordsProcess, OnPostgres, persistence.ProcessRecorderTestCase):
    pass
