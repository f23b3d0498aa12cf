"""Returns imported into a whole service, and what the log holds of them."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from application.imports.ssda903.applying import Imported, silent
from application.imports.ssda903.applying import Progress as Tell
from application.shared.office import stream_of
from domain.case.chronology import CaseChronology
from domain.case.chronology import chronology as case_chronology
from domain.placement.events import PlacementStarted
from domain.shared.envelope import Recorded, StreamId
from infrastructure.event_store.log import EventLog
from interface.bootstrap import Running
from interface.importing import carry_out, data_officer
from tests.support.returns import DERBY, Line, plan_of, planned

EVERYTHING = 1_000_000


class Killed(Exception):
    """The run ended here."""


def bring_in(
    running: Running, folder: Path, *episodes: Line, tell: Tell = silent, **files: Any
) -> Imported:
    """Write a return and import it."""
    return carry_out(running, plan_of(folder, *episodes, **files), data_officer(DERBY), tell)


def bring_in_again(running: Running, folder: Path) -> Imported:
    return carry_out(running, planned(folder), data_officer(DERBY))


def killed_at(step: int) -> Tell:
    """A progress that ends the run once so many steps are done."""

    def tell(done: int, _of: int) -> None:
        if done >= step:
            raise Killed

    return tell


def log_of(running: Running) -> list[Recorded[Any]]:
    log = EventLog(running.streams.recorder, running.streams.codec)
    return list(log.after(0, EVERYTHING))


def newest(running: Running) -> int:
    return running.streams.recorder.max_notification_id() or 0


def told_in(running: Running) -> list[Recorded[Any]]:
    """The log without what deadlines came to."""
    return [each for each in log_of(running) if not each.stream.startswith("clock-")]


def facts_by_stream(running: Running) -> Mapping[StreamId, Counter[str]]:
    """What each stream was told, in whatever order; every fact has its own date in it.

    What deadlines came to is left out: that follows from the facts, and names them by their ids.
    """
    told: dict[StreamId, Counter[str]] = {}
    for recorded in told_in(running):
        fact = f"{recorded.event.stored_as} {recorded.event.model_dump_json()}"
        told.setdefault(recorded.stream, Counter())[fact] += 1
    return told


def child_in(running: Running, case_id: UUID) -> CaseChronology:
    return case_chronology(running.streams.read(stream_of("case", case_id)).events)


def starts_in(running: Running) -> list[PlacementStarted]:
    events = (recorded.event for recorded in log_of(running))
    return [event for event in events if isinstance(event, PlacementStarted)]
