"""Returns brought in: from a folder to the log, and what is said of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from application.access.principal import Role
from application.imports.ssda903 import CollectionYear, ReturnPlan, plan_return, write_report
from application.imports.ssda903.applying import Imported, ReturnImport, silent
from application.imports.ssda903.applying import Progress as Tell
from application.imports.ssda903.report import summary_text
from domain.shared.envelope import Actor, GssCode
from infrastructure.geography.distances import GazetteerDistances
from infrastructure.geography.gazetteer import Gazetteer
from infrastructure.keys.sealing import FieldSealer
from infrastructure.keys.search import PersonHasher
from infrastructure.read_models.owners import StoredOwners
from infrastructure.read_models.person_index import StoredPersonIndex
from infrastructure.read_models.registered_homes import StoredRegisteredHomes
from interface.bootstrap import Running

HOMES_OF_RETURNS = "homes-of-returns"
"""What the key that blinds addresses is derived for."""

log = structlog.get_logger()


@dataclass(frozen=True)
class GazetteerCountry:
    """`Country` of the imports, on the gazetteer."""

    gazetteer: Gazetteer

    def district(self, postcode: str) -> GssCode | None:
        entry = self.gazetteer.locate(postcode)
        return entry.district if entry else None

    def tenths(self, home_postcode: str | None, setting_postcode: str | None) -> int | None:
        return GazetteerDistances(self.gazetteer).tenths(home_postcode, setting_postcode)


def importer(running: Running) -> ReturnImport:
    """What carries plans out on this service."""
    reading = running.shelf.open
    hasher = PersonHasher(running.ring.derive("search-index"))
    return ReturnImport(
        office=running.office,
        keys=running.ring,
        children=StoredPersonIndex(reading, hasher, FieldSealer(running.ring)),
        homes=StoredRegisteredHomes(reading),
        streams_of_case=StoredOwners(reading),
        country=GazetteerCountry(Gazetteer.installed()),
        secret=running.ring.derive(HOMES_OF_RETURNS),
    )


def data_officer(authority: GssCode, subject: str = "data-officer") -> Actor:
    return Actor(subject=subject, role=Role.DATA_STEWARD, authority=authority)


def import_return(
    running: Running,
    folder: Path,
    year: CollectionYear,
    by: Actor,
    tell: Tell = silent,
) -> Imported:
    """Read, plan and carry out a return.

    What follows from it, the worklist and its deadlines, is left to whoever runs the
    worker: `worker.until_quiet()` where no service does.
    """
    return carry_out(running, read_return(running, folder, year, by.authority), by, tell)


def read_return(
    running: Running, folder: Path, year: CollectionYear, authority: GssCode
) -> ReturnPlan:
    gazetteer = Gazetteer.installed()
    return plan_return(
        folder,
        year=year,
        authority=authority,
        today=running.office.today(),
        knows_postcode=lambda postcode: gazetteer.locate(postcode) is not None,
    )


def carry_out(running: Running, plan: ReturnPlan, by: Actor, tell: Tell = silent) -> Imported:
    """Tell the log what it does not hold; first, what is looked up is brought up to the log."""
    while running.worker.project():
        pass
    return importer(running).carry_out(plan, by, tell)


def run_import(
    running: Running, folder: Path, year: CollectionYear, by: Actor, report: Path | None
) -> int:
    """The command: import, bring everything up to date, report. 1 where a line was refused."""
    with progress("Importing") as tell:
        imported = import_return(running, folder, year, by, tell)
    with progress("Deadlines and lists"):
        running.worker.until_quiet()
    plan = imported.plan
    sys.stdout.write(summary_text(plan))
    sys.stdout.write(f"{imported.events} new events\n")
    if report is not None:
        for path in write_report(plan, report):
            sys.stdout.write(f"{path}\n")
    counts = plan.counts
    log.info("imported", read=counts.read, refused=counts.refused, events=imported.events)
    return 1 if counts.refused else 0


@contextmanager
def progress(what: str) -> Iterator[Tell]:
    """A bar on a terminal's standard error; nothing at all where there is no terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def last_collected(running: Running) -> CollectionYear:
    """The collection year that ended last."""
    today = running.office.today()
    year = CollectionYear(today.year)
    return year if year.last < today else CollectionYear(today.year - 1)
