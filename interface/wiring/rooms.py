"""What routes reach, capability by capability."""

from application.access.audit import Audit
from application.case.avoidance import AvoidedAreas
from application.case.documents import DocumentHandlers
from application.case.handlers import CaseHandlers
from application.case.interviewing import InterviewHandlers
from application.case.presence import PresenceHandlers
from application.case.queries import CaseRecords
from application.case.reviewing import ReviewHandlers
from application.matching.for_referral import SoughtByReferral
from application.matching.searching import HomeSearch
from application.measures.costs import Costing
from application.measures.queries import Measuring
from application.shared.distances import Distances, HomeDistances
from infrastructure.event_store.envelopes import StoredEnvelopes
from infrastructure.geography.distances import GazetteerDistances
from infrastructure.geography.gazetteer import Gazetteer
from infrastructure.read_models.allocations import StoredTenancy
from infrastructure.read_models.homes import StoredHomesOnRegister
from infrastructure.read_models.person_index import StoredPersonIndex
from interface.http.security import TokenReader
from interface.service import CaseRooms, Ground, MatchingRooms, Service
from interface.wiring.oversight import (
    concern_rooms,
    feed_rooms,
    incoming_rooms,
    quality_rooms,
    task_rooms,
)
from interface.wiring.placements import placement_rooms
from interface.wiring.registers import register_rooms
from interface.wiring.search import search_rooms, worklist
from interface.wiring.stores import Stores


def service_of(stores: Stores, tokens: TokenReader) -> Service:
    places = GazetteerDistances(Gazetteer.installed())
    distances = HomeDistances(stores.registers, places)
    return Service(
        **vars(_ground(stores, tokens)),
        **vars(_cases(stores)),
        search=search_rooms(stores, distances, places),
        matching=_matching(stores, places),
        placement=placement_rooms(stores, distances),
        registers=register_rooms(stores),
        worklist=worklist(stores),
        measuring=Measuring(stores.streams, stores.log_times, stores.owners),
        costing=Costing(stores.streams, stores.log_times, stores.owners),
        audit=Audit(StoredEnvelopes(stores.recorder, stores.sealer), stores.access_log),
        feeds=feed_rooms(stores),
        tasks=task_rooms(stores),
        concerns=concern_rooms(stores),
        incoming=incoming_rooms(stores),
        quality=quality_rooms(stores),
    )


def _ground(stores: Stores, tokens: TokenReader) -> Ground:
    return Ground(
        clock=stores.clock,
        ids=stores.ids,
        tokens=tokens,
        tenancy=StoredTenancy(stores.shelf.open, stores.owners, stores.streams),
        access_log=stores.access_log,
        casework=stores.office.casework,
        read_models=stores.shelf,
        log_times=stores.log_times,
        idempotency_key=stores.ring.derive("idempotency"),
    )


def _cases(stores: Stores) -> CaseRooms:
    office = stores.office
    people = StoredPersonIndex(stores.shelf.open, stores.hasher, stores.sealer)
    return CaseRooms(
        people=people,
        cases=CaseHandlers(office, people),
        presence=PresenceHandlers(office, stores.owners),
        interviews=InterviewHandlers(office),
        reviews=ReviewHandlers(office, stores.editions),
        documents=DocumentHandlers(office, stores.documents),
        records=CaseRecords(stores.streams, stores.owners, stores.log_times),
        areas_to_avoid=AvoidedAreas(stores.streams),
    )


def _matching(stores: Stores, distances: Distances) -> MatchingRooms:
    homes = StoredHomesOnRegister(stores.shelf.open)
    return MatchingRooms(
        sought=SoughtByReferral(stores.streams, stores.owners),
        homes=HomeSearch(stores.streams, stores.log_times, homes, distances),
    )
