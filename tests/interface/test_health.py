"""Whoever sends requests here is told whether to, even when everybody else has to wait."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any

import pytest

from application.access.principal import Role
from interface.http.app import THREADS
from interface.http.health import LAG_LIMIT, Readiness
from tests.support.service import Office

CHILD = {
    "full_name": "Demo-Wait Elder",
    "birth_date": {"born_on": "2011-02-03", "source": "birth certificate"},
    "sex": "F",
    "not_a_duplicate_because": "a test of many",
}


def readiness(
    lag: Mapping[str, int] | None = None, *, at_head: bool = True, leaving: bool = False
) -> Readiness:
    return Readiness(
        at_head=lambda: at_head,
        lag=lambda: lag or {"stays": 0},
        stopped=lambda: ("worklist",),
        leaving=lambda: leaving,
    )


def test_a_service_at_rest_is_ready_and_says_how_far_each_read_model_is(office: Office) -> None:
    office.quiet()
    told = office.client.get("/readyz")
    assert told.status_code == 200
    said = told.json()
    assert (said["ready"], said["migrated"], said["leaving"], said["stopped"]) == (
        True,
        True,
        False,
        [],
    )
    assert set(said["lag"]) == {model.name for model in office.running.shelf.models}
    assert set(said["lag"].values()) == {0}


def test_it_lives_whatever_else_is_wrong(sqlite_office: Office) -> None:
    assert sqlite_office.client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.parametrize(
    ("of", "ready"),
    [
        (lambda: readiness({"stays": LAG_LIMIT, "owners": 0}), True),
        (lambda: readiness({"stays": LAG_LIMIT + 1, "owners": 0}), False),
        (lambda: readiness(at_head=False), False),
        (lambda: readiness(leaving=True), False),
    ],
    ids=["behind", "too far behind", "not migrated", "leaving"],
)
def test_it_is_ready_only_if_it_can_answer_for_the_present(
    of: Callable[[], Readiness],
    ready: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    told = of().told()
    assert (told.ready, told.stopped) == (ready, ["worklist"])


def test_a_service_that_is_not_ready_answers_503(sqlite_office: Office) -> None:
    sqlite_office.app.state.readiness = readiness(leaving=True)
    told = sqlite_office.client.get("/readyz")
    assert (told.status_code, told.json()["leaving"]) == (503, True)


def test_it_answers_while_commands_hold_every_thread(sqlite_office: Office) -> None:
    answers: list[Any] = []
    asking = [
        threading.Thread(
            target=lambda: answers.append(sqlite_office.post("/cases", CHILD, role=Role.CASEWORKER))
        )
        for _ in range(THREADS + 2)
    ]
    with nobody_else_writes(sqlite_office):
        for thread in asking:
            thread.start()
        until(lambda: routes_at_work() >= THREADS)
        told = [sqlite_office.client.get("/readyz").status_code for _ in range(3)]
        answered_meanwhile = len(answers)
    for thread in asking:
        thread.join()

    assert (told, answered_meanwhile) == ([200, 200, 200], 0)
    assert {answer.status_code for answer in answers} == {201}


def routes_at_work() -> int:
    return sum(thread.name.startswith("AnyIO worker") for thread in threading.enumerate())


def until(holds: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@contextmanager
def nobody_else_writes(office: Office) -> Iterator[None]:
    path = str(office.running.settings.home / "placements.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")
