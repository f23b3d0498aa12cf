"""`placements`: the service and its hands."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from pydantic_core import to_json

from application.access.principal import Principal, Role
from application.imports.ssda903 import CollectionYear
from application.reference.editions import Editions, NoEdition
from domain.shared.envelope import GssCode, StreamId
from domain.shared.vocabulary import ProviderId
from infrastructure.database import connect
from infrastructure.event_store.envelopes import exported
from infrastructure.event_store.grants import grant_service_role
from infrastructure.migrations import is_at_head
from infrastructure.read_models.rebuilding import RebuildStopped
from interface import logs
from interface.bootstrap import Running, bootstrap, furnish, prepare
from interface.importing import data_officer, last_collected, run_import
from interface.replay import replay as replay_stream
from interface.serving import Served
from interface.settings import Settings

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)

DERBY = "E06000015"
Dev = Annotated[bool, typer.Option("--dev", help="Development: own issuer, movable clock.")]


@contextmanager
def running(*, dev: bool) -> Iterator[Running]:
    """A prepared service with its read models built and its first editions on record."""
    settings = Settings.read(dev=dev)
    prepare(settings)
    with bootstrap(settings) as service:
        furnish(service, GssCode(DERBY))
        yield service


@app.command()
def migrate(
    grant_to: Annotated[str | None, typer.Option(help="The service's own role.")] = None,
) -> None:
    """Make or bring up to date the tables of the log."""
    settings = Settings.read()
    prepare(settings)
    if grant_to:
        database = connect(settings.database_url)
        grant_service_role(database, grant_to)
        database.dispose()


@app.command()
def serve(host: str = "127.0.0.1", port: int = 8000, *, dev: Dev = False) -> None:
    """Answer over HTTP, with projector, policies and clocks in the same process."""
    with running(dev=dev) as service:
        Served.at(service, host, port).run()


@app.command()
def demo(
    port: int = 8000,
    folder: Annotated[Path, typer.Option(help="Made anew each time.")] = Path(".var/demo"),
    *,
    once: Annotated[bool, typer.Option("--once", help="End after the journey.")] = False,
) -> None:
    """Show a whole council and one whole journey over HTTP, and leave the service up."""
    from interface.demo.show import show  # noqa: PLC0415  # nothing else needs the demonstration

    logs.quieten()
    raise typer.Exit(show(folder.resolve(), port, typer.echo, once=once))


@app.command()
def work() -> None:
    """Run projector, policies and clocks without HTTP, beside any number of others."""
    with running(dev=False) as service, service.worker.running():
        asked_to_stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: asked_to_stop.set())
        asked_to_stop.wait()


@app.command()
def token(
    role: Role,
    subject: Annotated[str | None, typer.Option(help="Who; the role's name if left out.")] = None,
    authority: str = DERBY,
    organisation: Annotated[UUID | None, typer.Option(help="A provider user's provider.")] = None,
    *,
    funder: Annotated[str | None, typer.Option(help="A partner funder's body.")] = None,
    hours: int = 12,
) -> None:
    """Print a development token for a role."""
    settings = Settings.read(dev=True)
    prepare(settings)
    with bootstrap(settings) as service:
        assert service.issuer is not None  # noqa: S101  # --dev has one
        who = Principal(
            subject=subject or f"demo-{role}",
            role=role,
            authority=GssCode(authority),
            organisation=ProviderId(organisation) if organisation else None,
            funder=funder,
        )
        typer.echo(service.issuer.token(who, timedelta(hours=hours)))


@app.command()
def rebuild(names: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Build read models anew, in shadow, and swap them in; reads go on meanwhile."""
    settings = Settings.read(dev=True)
    with bootstrap(settings) as service:
        known = [model.name for model in service.shelf.models]
        if unknown := sorted(set(names or ()) - set(known)):
            raise typer.BadParameter(f"no read model {', '.join(unknown)}; there are {known}")
        wanted = names or known
        try:
            service.shelf.rebuild(wanted)
        except RebuildStopped as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from None
        typer.echo(f"rebuilt: {', '.join(wanted)}")


@app.command()
def replay(
    stream: Annotated[str, typer.Argument(help="As `placement-0198…`.")],
    to: Annotated[int | None, typer.Option(help="Up to this position of the log.")] = None,
    as_known_at: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%dT%H:%M:%S%z"], help="With its offset.")
    ] = None,
) -> None:
    """Tell one stream again, event by event, with the state that each one led to."""
    with bootstrap(Settings.read(dev=True)) as service:
        for line in replay_stream(service, StreamId(stream), to if to is not None else as_known_at):
            typer.echo(line)


@app.command()
def export(
    after: Annotated[int, typer.Option(help="From beyond this position of the log.")] = 0,
    *,
    events: Annotated[bool, typer.Option("--events", help="The log, a line of JSON each.")] = False,
) -> None:
    """Write out what is kept. What is sealed stays so: a mark stands in its place."""
    if not events:
        raise typer.BadParameter("say what is to be written out: --events")
    with bootstrap(Settings.read(dev=True)) as service:
        for event in exported(service.streams.recorder, after):
            typer.echo(to_json(event))


@app.command()
def doctor() -> None:
    """Say how a service is: migrations, read models, key ring, reference data. 1 if it is ill."""
    settings = Settings.read(dev=True)
    with bootstrap(settings) as service:
        found = {
            "migrated": is_at_head(service.database),
            "read models behind": sum(service.shelf.lag().values()) == 0,
            "no read model stopped": not service.shelf.freshness(0).stopped,
            "reference data in force": _has_reference_data(service),
        }
    for what, well in found.items():
        typer.echo(f"{'ok ' if well else 'ILL'}  {what}")
    raise typer.Exit(0 if all(found.values()) else 1)


def _has_reference_data(service: Running) -> bool:
    try:
        Editions(service.streams).clock_terms(service.office.today())
    except NoEdition:
        return False
    return True


imports = typer.Typer(no_args_is_help=True, help="Bring records in from elsewhere.")
app.add_typer(imports, name="import")


@imports.command()
def ssda903(
    folder: Annotated[Path, typer.Argument(help="The return's CSV files.", exists=True)],
    authority: Annotated[str, typer.Option(help="Whose return it is.")] = DERBY,
    year: Annotated[int | None, typer.Option(help="Its last year; the last ended if not.")] = None,
    report: Annotated[Path | None, typer.Option(help="Where to write what was refused.")] = None,
) -> None:
    """Import a children looked-after return (SSDA903). 0 if all of it was, 1 if lines were refused.

    A run that was stopped may be started again, and a folder imported again changes nothing.
    """
    with running(dev=True) as service:
        collected = CollectionYear(year) if year else last_collected(service)
        by = data_officer(GssCode(authority))
        raise typer.Exit(run_import(service, folder, collected, by, report))


def main() -> None:
    """Run the command line."""
    # What is written here is for nobody else on this machine.
    os.umask(0o077)
    logs.configure()
    app()
