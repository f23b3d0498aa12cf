"""Every read model is told of every event once, whoever carries them and whatever breaks."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import delete, make_url, select
from sqlalchemy.exc import TimeoutError as SqlTimeoutError

from infrastructure.database import Database, connect
from infrastructure.event_store.tables import projection_positions, stopped_projections
from infrastructure.keys.ring import KeyRing
from infrastructure.read_models.base import Build, ReadModel
from infrastructure.read_models.projector import BATCH
from infrastructure.read_models.rebuilding import RebuildStopped
from infrastructure.read_models.sheets import Sheet
from infrastructure.read_models.shelf import Freshness
from tests.support.notebook import (
    POISON,
    Notebook,
    carry_until,
    counting,
    keep_carrying,
    ring_in,
)
from tests.support.processes import PROCESSES
from tests.support.racing import at_once

RUNNERS = 2


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[KeyRing]:
    with closing(ring_in(tmp_path)) as opened:
        yield opened


@pytest.fixture
def notebook(database: Database, ring: KeyRing) -> Notebook:
    """Two read models of every note, of which one cannot bear the poison."""
    return opened(database, ring, counting("plain"), counting("delicate", poisoned_by=POISON))


def opened(database: Database, ring: KeyRing, *models: ReadModel) -> Notebook:
    notebook = Notebook.open(database, ring, *models)
    notebook.shelf.ensure()
    return notebook


@contextmanager
def meanwhile(work: Callable[[], object]) -> Iterator[Thread]:
    thread = Thread(target=work)
    thread.start()
    try:
        yield thread
    finally:
        thread.join()


def write_notes(notebook: Notebook) -> None:
    for number in range(60):
        notebook.note(f"test-{number % 5}", *range(number % 4 + 1))


def is_over(notebook: Notebook, writing: Thread) -> bool:
    return not writing.is_alive() and not any(notebook.shelf.lag().values())


def test_two_runners_in_one_process_apply_each_event_once(
    database_url: str, database: Database, ring: KeyRing
) -> None:
    other = connect(database_url)
    both = [opened(each, ring, counting("plain"), counting("second")) for each in (database, other)]
    mine, _ = both
    with meanwhile(lambda: write_notes(mine)) as writing:
        carried = at_once(
            *(partial(keep_carrying, each, partial(is_over, each, writing)) for each in both)
        )
    other.dispose()

    assert carried == [None, None]
    assert len(mine.positions()) == 150
    assert mine.told("plain") == mine.positions()
    assert mine.told("second") == mine.positions()


def test_runners_of_two_processes_apply_each_event_once(
    database_url: str, database: Database, ring: KeyRing, tmp_path: Path
) -> None:
    notebook = opened(database, ring, counting("plain"), counting("second"))
    write_notes(notebook)
    newest = notebook.positions()[-1]
    told = (database_url, str(tmp_path), ["plain", "second"], newest + 4)
    runners = [PROCESSES.Process(target=carry_until, args=told) for _ in range(RUNNERS)]

    for runner in runners:
        runner.start()
    notebook.note("test-late", 1, 2, 3, 4)
    for runner in runners:
        runner.join(60)

    assert [runner.exitcode for runner in runners] == [0, 0]
    assert notebook.told("plain") == notebook.positions()
    assert notebook.told("second") == notebook.positions()


def test_a_batch_is_not_the_end_of_the_log(notebook: Notebook) -> None:
    notebook.note("test-1", *range(BATCH + 5))

    notebook.carry()

    assert notebook.told("plain") == notebook.positions()


def test_one_that_lags_catches_up_while_the_others_are_told_nothing_twice(
    database: Database, ring: KeyRing
) -> None:
    early = opened(database, ring, counting("plain"))
    early.note("test-1", 1, 2)
    early.carry()

    both = opened(database, ring, counting("plain"), counting("new"))
    both.note("test-1", 3)
    both.carry()

    assert both.told("plain") == both.positions()
    assert both.told("new") == both.positions()


def test_poison_stops_the_read_model_that_it_poisons_and_no_other(notebook: Notebook) -> None:
    notebook.note("test-1", 1, 2, POISON, 4)
    notebook.carry()
    notebook.note("test-1", 5)
    notebook.carry()

    assert notebook.told("plain") == notebook.positions()
    assert notebook.told("delicate") == notebook.positions()[:2]
    assert notebook.shelf.lag() == {"plain": 0, "delicate": 3}


def test_a_stopped_read_model_says_where_and_by_what_and_never_what_was_in_it(
    notebook: Notebook,
) -> None:
    notebook.note("test-1", 1, POISON)
    notebook.carry()

    with notebook.database.read() as connection:
        (stopped,) = connection.execute(select(stopped_projections)).all()
    assert stopped.projection.startswith("delicate@")
    assert (stopped.position, stopped.error) == (notebook.positions()[1], "ValueError")


def test_who_waits_is_told_of_what_has_stopped_and_does_not_wait_for_it(
    notebook: Notebook,
) -> None:
    receipt = notebook.note("test-1", POISON, 2)
    notebook.carry()

    assert receipt.position is not None
    assert notebook.shelf.wait_for(receipt.position, seconds=0) == Freshness(stopped=("delicate",))


def test_who_waits_for_one_that_only_lags_hears_which(notebook: Notebook) -> None:
    receipt = notebook.note("test-1", 1)

    assert receipt.position is not None
    waited = notebook.shelf.wait_for(receipt.position, seconds=0.05)
    assert sorted(waited.behind) == ["delicate", "plain"]


def test_two_runners_stop_at_the_same_poison_once(database_url: str, ring: KeyRing) -> None:
    databases = [connect(database_url) for _ in range(RUNNERS)]
    runners = [opened(each, ring, counting("delicate", POISON)) for each in databases]
    runners[0].note("test-1", 1, 2, POISON, 4)

    assert at_once(*(runner.carry for runner in runners)) == [None, None]

    assert runners[0].told("delicate") == runners[0].positions()[:2]
    for each in databases:
        each.dispose()


def test_a_rebuild_after_the_cure_takes_a_stopped_read_model_on(
    database: Database, ring: KeyRing
) -> None:
    sick = opened(database, ring, counting("delicate", POISON))
    sick.note("test-1", 1, POISON, 3)
    sick.carry()

    cured = Notebook.open(database, ring, counting("delicate"))
    cured.shelf.rebuild(["delicate"])
    cured.note("test-1", 4)
    cured.carry()

    assert cured.told("delicate") == cured.positions()
    assert cured.shelf.freshness(0).stopped == ()


def test_a_rebuild_goes_on_in_the_shadow_of_reads_and_writes(
    database_url: str, database: Database, ring: KeyRing
) -> None:
    """What anybody reads meanwhile is all there, and never less than before."""
    notebook = opened(database, ring, counting("plain"))
    before = 6 * BATCH
    notebook.note("test-1", *range(before))
    notebook.carry()
    builder = connect(database_url)
    shadow = Notebook.open(builder, ring, counting("plain", pace=0.0002))
    seen: list[int] = []

    with meanwhile(lambda: shadow.shelf.rebuild(["plain"])) as rebuilding:
        while rebuilding.is_alive():
            notebook.note("test-2", 1)
            notebook.carry()
            seen.append(len(notebook.told("plain")))
    notebook.carry()
    builder.dispose()

    assert len(seen) > 1
    assert seen == [before + n for n in range(1, len(seen) + 1)]
    assert notebook.told("plain") == notebook.positions()
    (build,) = notebook.shelf.live()
    assert build.number == 1001


def test_what_a_rebuild_has_replaced_is_carried_no_further_and_stands_for_nothing(
    notebook: Notebook,
) -> None:
    notebook.note("test-1", 1)
    notebook.carry()
    replaced = notebook.shelf.live()
    stood = {build.key: notebook.positions()[0] for build in replaced}
    notebook.shelf.rebuild(["plain", "delicate"])
    notebook.note("test-1", 2)

    late = notebook.shelf.projector.carry(replaced, stood)

    assert (late.events, late.whole) == (1, False)
    assert notebook.told("plain") == notebook.positions()[:1]


def test_a_new_build_that_stops_does_not_take_the_place_of_one_that_goes_on(
    database: Database, ring: KeyRing
) -> None:
    notebook = opened(database, ring, counting("plain"))
    notebook.note("test-1", 1, 2, 3)
    notebook.carry()
    broken = Notebook.open(database, ring, counting("plain", poisoned_by=2))

    with pytest.raises(RebuildStopped, match="plain@1001"):
        broken.shelf.rebuild(["plain"])

    notebook.note("test-1", 4)
    notebook.carry()
    assert notebook.told("plain") == notebook.positions()
    assert notebook.shelf.freshness(0).stopped == ()


def test_a_new_revision_that_stops_takes_over_all_the_same_and_says_where(
    database: Database, ring: KeyRing
) -> None:
    """Its code cannot read the tables of the revision before; the others must go on."""
    notebook = opened(database, ring, counting("plain"))
    notebook.note("test-1", 1, 2, 3)
    notebook.carry()
    changed = replace(counting("plain", poisoned_by=2), revision=2)

    upgraded = Notebook.open(database, ring, changed)

    assert upgraded.shelf.ensure() == ["plain"]
    assert upgraded.shelf.freshness(0).stopped == ("plain",)
    assert upgraded.told("plain") == upgraded.positions()[:1]


def test_whoever_waits_hears_of_a_build_that_took_over_behind_the_others(
    database: Database, ring: KeyRing
) -> None:
    """A cured build takes over from a stopped one where that one stood, and not further."""
    notebook = opened(database, ring, counting("plain"), counting("delicate", poisoned_by=POISON))
    notebook.note("test-1", 1, POISON)
    notebook.carry()
    cured = Notebook.open(database, ring, counting("plain"), counting("delicate"))
    last_step = cured.shelf.projector.step

    def then_more_comes(builds: Sequence[Build]) -> int:
        carried = last_step(builds)
        if not carried and len(notebook.positions()) == 2:
            notebook.note("test-1", 3)
            notebook.carry()
        return carried

    object.__setattr__(cured.shelf.projector, "step", then_more_comes)
    cured.shelf.rebuild(["delicate"])

    newest = notebook.positions()[-1]
    assert notebook.shelf.wait_for(newest, seconds=0) == Freshness(behind=("delicate",))


def test_whoever_waits_hears_of_what_another_process_has_seen_stop(
    database_url: str, notebook: Notebook, ring: KeyRing
) -> None:
    first = notebook.note("test-1", 1).position
    notebook.carry()
    other = connect(database_url)
    elsewhere = opened(other, ring, counting("plain"), counting("delicate", poisoned_by=POISON))
    elsewhere.note("test-1", POISON)
    elsewhere.carry()
    other.dispose()

    assert notebook.shelf.step() == 0
    assert first is not None
    assert notebook.shelf.wait_for(first) == Freshness(stopped=("delicate",))


def test_a_live_build_whose_position_is_missing_is_built_anew(
    database: Database, ring: KeyRing
) -> None:
    notebook = opened(database, ring, counting("plain"))
    with database.write() as connection:
        connection.execute(delete(projection_positions))
    notebook.note("test-1", 1, 2)

    assert notebook.shelf.ensure() == ["plain"]
    notebook.carry()
    assert notebook.told("plain") == notebook.positions()


def test_a_database_that_cannot_be_reached_is_no_poison(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook.note("test-1", 1)
    busy = partial(raising, SqlTimeoutError("no connection is free"))
    with monkeypatch.context() as patched:
        patched.setattr(Sheet, "write_down", busy)
        with pytest.raises(SqlTimeoutError):
            notebook.shelf.step()

    notebook.carry()
    assert notebook.told("plain") == notebook.positions()
    assert notebook.shelf.freshness(0).stopped == ()


def raising(error: Exception, *_: object) -> None:
    raise error


def test_a_batch_that_takes_longer_than_an_idle_transaction_may_is_carried_all_the_same(
    postgres_url: str, ring: KeyRing
) -> None:
    impatient = make_url(postgres_url).update_query_dict(
        {"options": "-c idle_in_transaction_session_timeout=200ms"}
    )
    slow = opened(connect(impatient), ring, counting("plain", pace=0.02))
    slow.note("test-1", *range(40))

    slow.carry()

    assert slow.told("plain") == slow.positions()
    slow.database.dispose()


def test_a_batch_is_whole_only_if_every_build_was_carried_through_it(notebook: Notebook) -> None:
    builds = notebook.shelf.live()
    notebook.note("test-1", 1)
    told = notebook.shelf.projector.carry(builds, {build.key: 0 for build in builds})
    notebook.note("test-1", POISON)
    stood = {build.key: told.position for build in builds}
    poisoned = notebook.shelf.projector.carry(builds, stood)

    assert (told.whole, poisoned.whole) == (True, False)


def test_a_rebuild_begun_and_left_is_begun_anew(database: Database, ring: KeyRing) -> None:
    notebook = opened(database, ring, counting("plain"))
    notebook.note("test-1", 1, 2, 3)
    notebook.carry()
    halted = opened(database, ring, counting("plain", poisoned_by=2))
    with pytest.raises(RebuildStopped):
        halted.shelf.rebuild(["plain"])

    notebook.shelf.rebuild(["plain"])

    assert notebook.told("plain") == notebook.positions()


def test_services_that_start_together_build_what_is_missing_between_them(
    database_url: str, ring: KeyRing
) -> None:
    databases = [connect(database_url) for _ in range(4)]
    first, *others = (Notebook.open(each, ring, counting("plain")) for each in databases)
    first.note("test-1", *range(300))

    built = at_once(*(each.shelf.ensure for each in (first, *others)))
    first.carry()

    assert sorted(map(str, built)) == ["['plain']", "[]", "[]", "[]"]
    assert first.told("plain") == first.positions()
    for each in databases:
        each.dispose()


def test_a_command_is_read_as_soon_as_it_is_answered(notebook: Notebook) -> None:
    stop: list[bool] = []
    with meanwhile(lambda: keep_carrying(notebook, lambda: bool(stop))):
        for number in range(20):
            receipt = notebook.note("test-1", number)
            assert receipt.position is not None
            assert notebook.shelf.wait_for(receipt.position) == Freshness()
            assert notebook.told("plain")[-1] == receipt.position
        stop.append(True)
