"""What everything else stands on: the log, its keys, its read models, the clock."""

from dataclasses import dataclass

from application.reference.editions import Editions
from application.referral.naming import NobodyNamed
from application.shared.casework import Casework
from application.shared.office import Office
from application.shared.registers import Registers
from infrastructure.access_log import StoredAccessLog
from infrastructure.clock import ServiceClock, TimeOrderedIds, stored_offset
from infrastructure.database import Database
from infrastructure.documents.kept import KeptDocuments
from infrastructure.event_store.catalogue import SHIPPED
from infrastructure.event_store.codec import Codec
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.streams import LogStreams
from infrastructure.keys.ring import KeyRing
from infrastructure.keys.sealing import FieldSealer
from infrastructure.keys.search import PersonHasher
from infrastructure.read_models.log_times import StoredLogTimes
from infrastructure.read_models.owners import StoredOwners
from infrastructure.read_models.projector import Projector
from infrastructure.read_models.shelf import Shelf
from infrastructure.read_models.worklist import StoredWorklist
from interface.wiring.read_models import every_read_model


@dataclass(frozen=True)
class Stores:
    database: Database
    ring: KeyRing
    clock: ServiceClock
    ids: TimeOrderedIds
    sealer: FieldSealer
    hasher: PersonHasher
    recorder: LogRecorder
    streams: LogStreams
    shelf: Shelf
    owners: StoredOwners
    log_times: StoredLogTimes
    worklist: StoredWorklist
    access_log: StoredAccessLog
    documents: KeptDocuments
    editions: Editions
    office: Office
    registers: Registers


def stores_of(database: Database, ring: KeyRing) -> Stores:
    """One of each: whoever shares them sees the same keys, bells and memory."""
    clock, ids = ServiceClock(stored_offset(database)), TimeOrderedIds()
    sealer, hasher = FieldSealer(ring), PersonHasher(ring.derive("search-index"))
    recorder = LogRecorder(database)
    streams = LogStreams(recorder, Codec(SHIPPED, sealer), ids)
    shelf = Shelf(database, Projector(database, streams, sealer), every_read_model(hasher))
    office = Office(Casework(streams, ring, inspection=NobodyNamed(streams)), streams, clock, ids)
    return Stores(
        database=database,
        ring=ring,
        clock=clock,
        ids=ids,
        sealer=sealer,
        hasher=hasher,
        recorder=recorder,
        streams=streams,
        shelf=shelf,
        owners=StoredOwners(shelf.open),
        log_times=StoredLogTimes(shelf.open),
        worklist=StoredWorklist(shelf.open),
        access_log=StoredAccessLog(database, clock.now),
        documents=KeptDocuments(database, sealer),
        editions=Editions(streams),
        office=office,
        registers=Registers(office),
    )
