"""The composition root: the one place that knows every layer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from joserfc.jwk import KeySet

from application.access.audit import Audit
from application.authority.handlers import AuthorityHandlers
from application.authority.queries import AuthorityRecords
from application.case.handlers import CaseHandlers
from application.case.queries import CaseRecords
from application.clock.breaches import BreachRunner
from application.contract.handlers import ContractHandlers
from application.contract.queries import ContractRecords
from application.placement.ending import EndHandlers
from application.placement.evidence import Evidence
from application.placement.handlers import PlacementHandlers
from application.placement.notice import NoticeHandlers
from application.placement.start import StartHandlers
from application.placement.view import PlacementRecords
from application.policies.close_responses import CloseResponsesWhenAllIsSaid
from application.policies.follow import Follower
from application.policies.fulfil_referral import FulfilReferralWhenPlacementStarts
from application.policies.keep_clocks import KeepClocks
from application.policies.release_reservations import ReleaseReservations
from application.provider.handlers import ProviderHandlers
from application.provider.queries import ProviderRecords
from application.reference.editions import Editions
from application.reference.handlers import ReferenceHandlers
from application.reference.queries import ReferenceRecords
from application.reference.shipped import FirstEditions, service_itself
from application.referral.answering import AnsweringHandlers
from application.referral.choice import ChoiceHandlers
from application.referral.money import MoneyHandlers
from application.referral.proposing import Proposing
from application.referral.publishing import PublishingHandlers
from application.referral.request import RequestHandlers
from application.referral.view import ReferralViews
from application.setting.handlers import SettingHandlers
from application.setting.queries import SettingRecords
from application.shared.casework import Casework
from application.shared.distances import HomeDistances
from application.shared.office import Office
from application.shared.registers import Registers
from domain.shared.envelope import GssCode
from infrastructure.access_log import StoredAccessLog
from infrastructure.clock import ServiceClock, TimeOrderedIds, stored_offset
from infrastructure.database import Database, connect
from infrastructure.event_store.catalogue import SHIPPED
from infrastructure.event_store.codec import Codec
from infrastructure.event_store.envelopes import StoredEnvelopes
from infrastructure.event_store.log import EventLog, StoredPolicyPositions
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.streams import LogStreams
from infrastructure.geography.distances import GazetteerDistances
from infrastructure.geography.gazetteer import Gazetteer
from infrastructure.keys.master_key import create_master_key
from infrastructure.keys.ring import KeyRing
from infrastructure.keys.sealing import FieldSealer
from infrastructure.keys.search import PersonHasher
from infrastructure.migrations import migrate
from infrastructure.read_models import (
    allocations,
    contract_versions,
    homes,
    invitations,
    legal_statuses,
    log_times,
    lot_members,
    occupancy,
    owners,
    providers_register,
    referral_board,
    registered_homes,
    settings_register,
    stays,
    suspensions,
    worklist,
)
from infrastructure.read_models.allocations import StoredTenancy
from infrastructure.read_models.base import ReadModel
from infrastructure.read_models.contract_versions import StoredContractList
from infrastructure.read_models.log_times import StoredLogTimes
from infrastructure.read_models.lot_members import StoredLotMembers
from infrastructure.read_models.occupancy_by_night import StoredOccupancy
from infrastructure.read_models.own_invitations import StoredInvitations
from infrastructure.read_models.owners import StoredOwners
from infrastructure.read_models.person_index import PersonProjection, StoredPersonIndex
from infrastructure.read_models.projector import Projector
from infrastructure.read_models.providers_register import StoredProviderList
from infrastructure.read_models.referral_board import StoredBoard
from infrastructure.read_models.settings_register import StoredSettingList
from infrastructure.read_models.shelf import Shelf
from infrastructure.read_models.worklist import StoredWorklist
from infrastructure.reference.shipped import ShippedEditions
from infrastructure.tasks import StoredTasks
from interface.http.security import KeyFile, TokenIssuer, TokenReader, development_key
from interface.service import RegisterRooms, Service
from interface.settings import Settings
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
    clock, ids = ServiceClock(stored_offset(database)), TimeOrderedIds()
    sealer, hasher = FieldSealer(ring), PersonHasher(ring.derive("search-index"))
    recorder = LogRecorder(database)
    streams = LogStreams(recorder, Codec(SHIPPED, sealer), ids)
    shelf = Shelf(database, Projector(database, streams, sealer), _models(hasher))
    office = Office(Casework(streams, ring), streams, clock, ids)
    stored_owners = StoredOwners(shelf.open)
    live_clocks = StoredWorklist(shelf.open)
    access_log = StoredAccessLog(database, clock.now)
    tasks = StoredTasks(database, clock.now)
    known = StoredLogTimes(shelf.open)
    editions = Editions(streams)
    people = StoredPersonIndex(shelf.open, hasher, sealer)
    registers = Registers(office)
    distances = HomeDistances(registers, GazetteerDistances(Gazetteer.installed()))
    evidence = Evidence(registers, stored_owners, distances)
    requests, asked = RequestHandlers(registers), StoredInvitations(shelf.open, sealer)
    keys, issuer = _identity(settings)
    worker = Worker(
        project=shelf.step,
        follower=Follower(
            log=EventLog(recorder, streams.codec),
            positions=StoredPolicyPositions(database, recorder),
            casework=office.casework,
            clock=clock,
            ids=ids,
            tasks=tasks,
        ),
        policies=(
            KeepClocks(streams, editions, clock),
            ReleaseReservations(office),
            CloseResponsesWhenAllIsSaid(streams, clock),
            FulfilReferralWhenPlacementStarts(streams),
        ),
        breaches=BreachRunner(live_clocks, office.casework, clock, ids),
        access_log=access_log,
        appended=recorder.appended,
        projected=shelf.projected,
        forget=streams.remembered.sweep,
        behind=lambda position: bool(shelf.freshness(position).behind),
    )
    service = Service(
        clock=clock,
        ids=ids,
        tokens=TokenReader(keys, settings.issuer, settings.audience),
        tenancy=StoredTenancy(shelf.open, stored_owners, streams),
        access_log=access_log,
        casework=office.casework,
        read_models=shelf,
        log_times=known,
        idempotency_key=ring.derive("idempotency"),
        people=people,
        cases=CaseHandlers(office, people),
        requests=requests,
        publishing=PublishingHandlers(registers, requests, StoredLotMembers(shelf.open)),
        answering=AnsweringHandlers(registers, requests, asked),
        choices=ChoiceHandlers(
            registers, requests, Proposing(registers, requests, editions, stored_owners, distances)
        ),
        money=MoneyHandlers(registers, requests),
        board=StoredBoard(shelf.open),
        referral_views=ReferralViews(streams, known),
        invitations=asked,
        placements=PlacementHandlers(evidence),
        starts=StartHandlers(evidence),
        notices=NoticeHandlers(evidence),
        ends=EndHandlers(evidence),
        placement_records=PlacementRecords(office),
        registers=_register_rooms(registers, shelf, known, sealer),
        records=CaseRecords(streams, stored_owners, known),
        worklist=live_clocks,
        audit=Audit(StoredEnvelopes(recorder, sealer), access_log, tasks),
    )
    return Running(settings, database, ring, streams, shelf, clock, office, worker, service, issuer)


def _register_rooms(
    registers: Registers, shelf: Shelf, known: StoredLogTimes, sealer: FieldSealer
) -> RegisterRooms:
    office = registers.office
    streams = office.streams
    return RegisterRooms(
        settings=SettingHandlers(office),
        setting_records=SettingRecords(streams, known),
        setting_list=StoredSettingList(shelf.open, sealer),
        occupancy=StoredOccupancy(shelf.open, sealer),
        providers=ProviderHandlers(registers),
        provider_records=ProviderRecords(streams, known),
        provider_list=StoredProviderList(shelf.open),
        contracts=ContractHandlers(office),
        contract_records=ContractRecords(streams, known),
        contract_list=StoredContractList(shelf.open),
        authorities=AuthorityHandlers(office),
        authority_records=AuthorityRecords(streams, known),
        reference=ReferenceHandlers(office),
        reference_records=ReferenceRecords(streams, known),
    )


def _models(hasher: PersonHasher) -> list[ReadModel]:
    return [
        log_times.MODEL,
        owners.MODEL,
        allocations.MODEL,
        PersonProjection(hasher).model(),
        worklist.MODEL,
        legal_statuses.MODEL,
        stays.MODEL,
        registered_homes.MODEL,
        lot_members.MODEL,
        referral_board.MODEL,
        invitations.MODEL,
        homes.MODEL,
        settings_register.MODEL,
        occupancy.MODEL,
        providers_register.MODEL,
        suspensions.MODEL,
        contract_versions.MODEL,
    ]


def _identity(settings: Settings) -> tuple[Callable[[], KeySet], TokenIssuer | None]:
    """The keys that tokens are verified with; in development also the issuer that has them."""
    if settings.jwks is not None:
        return KeyFile(settings.jwks).keys, None
    if not settings.dev:
        raise ValueError("Name the identity issuer's keys in PLACEMENTS_JWKS_FILE, or use --dev.")
    key = development_key(settings.home / "issuer.json")
    return (lambda: KeySet([key])), TokenIssuer(key, settings.issuer, settings.audience)
