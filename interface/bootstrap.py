"""The composition root: a whole service over one database and one key ring."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from joserfc.jwk import KeySet

from application.reference.shipped import FirstEditions, service_itself
from application.shared.office import Office
from domain.shared.envelope import GssCode
from infrastructure.clock import ServiceClock
from infrastructure.database import Database, connect
from infrastructure.event_store.streams import LogStreams
from infrastructure.keys.master_key import create_master_key
from infrastructure.keys.ring import KeyRing
from infrastructure.migrations import migrate
from infrastructure.read_models.shelf import Shelf
from infrastructure.reference.shipped import ShippedEditions
from interface.http.security import KeyFile, TokenIssuer, TokenReader, development_key
from interface.service import Service
from interface.settings import Settings
from interface.wiring.rooms import service_of
from interface.wiring.stores import stores_of
from interface.wiring.work import worker_of
from interface.worker import Worker


@dataclass(frozen=True)
class Running:
    """Everything that is wired together, for those who serve, work, import or look inside."""

    settings: Settings
    database: Database
    ring: KeyRing
    streams: LogStreams
    shelf: Shelf
    clock: ServiceClock
    office: Office
    worker: Worker
    service: Service
    issuer: TokenIssuer | None


def prepare(settings: Settings) -> None:
    """Make what must exist before a service can start: folder, keys, tables."""
    settings.home.mkdir(parents=True, exist_ok=True)
    # In earnest a missing key is a wrong path: a new one could read nothing that is sealed.
    if settings.dev and not settings.master_key.exists():
        create_master_key(settings.master_key)
    migrate(settings.database_url)


@contextmanager
def bootstrap(settings: Settings) -> Iterator[Running]:
    """Wire a service to its stores, and let go of them at the end of the block."""
    database = connect(settings.database_url)
    ring = KeyRing.open(settings.key_ring_url, settings.master_key, settings.erasures)
    try:
        yield wire(settings, database, ring)
    finally:
        ring.close()
        database.dispose()


def furnish(running: Running, council: GssCode) -> None:
    """Build the read models that are missing, and put the first editions on record, once."""
    running.shelf.ensure()
    FirstEditions(running.office, ShippedEditions()).publish(service_itself(council))


def wire(settings: Settings, database: Database, ring: KeyRing) -> Running:
    """Join every layer over one database and one key ring."""
    stores = stores_of(database, ring)
    keys, issuer = _identity(settings)
    return Running(
        settings=settings,
        database=database,
        ring=ring,
        streams=stores.streams,
        shelf=stores.shelf,
        clock=stores.clock,
        office=stores.office,
        worker=worker_of(stores, settings.telling),
        service=service_of(stores, TokenReader(keys, settings.issuer, settings.audience)),
        issuer=issuer,
    )


def _identity(settings: Settings) -> tuple[Callable[[], KeySet], TokenIssuer | None]:
    """The keys that tokens are verified with; in development also the issuer that has them."""
    if settings.jwks is not None:
        return KeyFile(settings.jwks).keys, None
    if not settings.dev:
        raise ValueError("Name the identity issuer's keys in PLACEMENTS_JWKS_FILE, or use --dev.")
    key = development_key(settings.home / "issuer.json")
    return (lambda: KeySet([key])), TokenIssuer(key, settings.issuer, settings.audience)
