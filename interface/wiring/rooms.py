"""What routes reach, capability by capability."""

from application.access.audit import Audit
from application.admission.handlers import AdmissionHandlers
from application.admission.queries import AdmissionRecords
from application.authority.handlers import AuthorityHandlers
from application.authority.queries import AuthorityRecords
from application.block.handlers import BlockHandlers
from application.block.queries import BlockRecords
from application.case.avoidance import AvoidedAreas
from application.case.documents import DocumentHandlers
from application.case.handlers import CaseHandlers
from application.case.interviewing import InterviewHandlers
from application.case.queries import CaseRecords
from application.case.reviewing import ReviewHandlers
from application.concern.handlers import ConcernHandlers
from application.concern.queries import ConcernRecords
from application.contract.handlers import ContractHandlers
from application.contract.queries import ContractRecords
from application.feed.addresses import Addresses
from application.feed.handlers import FeedHandlers
from application.incoming.handlers import IncomingHandlers
from application.incoming.queries import IncomingRecords
from application.joint_service.handlers import JointServiceHandlers
from application.joint_service.queries import JointServiceRecords
from application.matching.for_referral import SoughtByReferral
from application.matching.searching import HomeSearch
from application.measures.costs import Costing
from application.measures.queries import Measuring
from application.panel.handlers import PanelHandlers
from application.panel.queries import PanelRecords
from application.panel.words import PanelWords
from application.placement.agreement_view import AgreementRecords
from application.placement.approvals import ApprovalHandlers
from application.placement.costs import PlacementCosts
from application.placement.ending import EndHandlers
from application.placement.ends_put_right import EndWordHandlers
from application.placement.evidence import Evidence
from application.placement.handlers import PlacementHandlers
from application.placement.notice import NoticeHandlers
from application.placement.notice_changes import NoticeChangeHandlers
from application.placement.own_notices import OwnNotices
from application.placement.package_reviews import PackageReviewHandlers
from application.placement.plans import PlanHandlers
from application.placement.provider_reports import ProviderReports
from application.placement.setting_changes import SettingChangeHandlers
from application.placement.settling import SettlingHandlers
from application.placement.start import StartHandlers
from application.placement.start_dates import StartDateHandlers
from application.placement.telling import TellingHandlers
from application.placement.variations import VariationHandlers
from application.placement.view import PlacementRecords
from application.placement.visits import VisitHandlers
from application.provider.handlers import ProviderHandlers
from application.provider.queries import ProviderRecords
from application.quality.handlers import QualityHandlers
from application.quality.queries import QualityRecords
from application.reference.handlers import ReferenceHandlers
from application.reference.queries import ReferenceRecords
from application.setting.handlers import SettingHandlers
from application.setting.queries import SettingRecords
from application.shared.distances import Distances, HomeDistances
from application.task.handlers import TaskHandlers
from application.task.queries import TaskRecords
from infrastructure.event_store.envelopes import StoredEnvelopes
from infrastructure.geography.distances import GazetteerDistances
from infrastructure.geography.gazetteer import Gazetteer
from infrastructure.read_models.allocations import StoredTenancy
from infrastructure.read_models.block_stages import StoredBlockList
from infrastructure.read_models.concerns import StoredConcerns
from infrastructure.read_models.contract_versions import StoredContractList
from infrastructure.read_models.homes import StoredHomesOnRegister
from infrastructure.read_models.incoming import StoredIncoming
from infrastructure.read_models.joint_services import StoredJointServices
from infrastructure.read_models.occupancy_by_night import StoredOccupancy
from infrastructure.read_models.over_capacity import StoredOverfullHomes
from infrastructure.read_models.panel_meetings import StoredPanels
from infrastructure.read_models.person_index import StoredPersonIndex
from infrastructure.read_models.placement_costs import StoredDailyCosts
from infrastructure.read_models.providers_register import StoredProviderList
from infrastructure.read_models.settings_register import StoredSettingList
from infrastructure.read_models.stays import StoredStays
from infrastructure.read_models.tasks import StoredTaskList
from infrastructure.read_models.told_of_concerns import StoredTellings
from interface.http.security import TokenReader
from interface.service import (
    ConcernRooms,
    FeedRooms,
    IncomingRooms,
    MatchingRooms,
    PlacementRooms,
    QualityRooms,
    RegisterRooms,
    Service,
    TaskRooms,
)
from interface.wiring.search import search_rooms, worklist
from interface.wiring.stores import Stores


def service_of(stores: Stores, tokens: TokenReader) -> Service:
    office = stores.office
    people = StoredPersonIndex(stores.shelf.open, stores.hasher, stores.sealer)
    places = GazetteerDistances(Gazetteer.installed())
    distances = HomeDistances(stores.registers, places)
    return Service(
        clock=stores.clock,
        ids=stores.ids,
        tokens=tokens,
        tenancy=StoredTenancy(stores.shelf.open, stores.owners, stores.streams),
        access_log=stores.access_log,
        casework=office.casework,
        read_models=stores.shelf,
        log_times=stores.log_times,
        idempotency_key=stores.ring.derive("idempotency"),
        people=people,
        cases=CaseHandlers(office, people),
        interviews=InterviewHandlers(office),
        reviews=ReviewHandlers(office, stores.editions),
        documents=DocumentHandlers(office, stores.documents),
        records=CaseRecords(stores.streams, stores.owners, stores.log_times),
        areas_to_avoid=AvoidedAreas(stores.streams),
        search=search_rooms(stores, distances, places),
        matching=_matching(stores, places),
        placement=_placement(stores, distances),
        registers=_registers(stores),
        worklist=worklist(stores),
        measuring=Measuring(stores.streams, stores.log_times, stores.owners),
        costing=Costing(stores.streams, stores.log_times, stores.owners),
        audit=Audit(StoredEnvelopes(stores.recorder, stores.sealer), stores.access_log),
        feeds=_feeds(stores),
        tasks=_tasks(stores),
        concerns=_concerns(stores),
        incoming=_incoming(stores),
        quality=_quality(stores),
    )


def _feeds(stores: Stores) -> FeedRooms:
    addresses = Addresses(stores.streams, stores.ring.derive("calendar-feeds"))
    return FeedRooms(FeedHandlers(stores.office, stores.editions), addresses)


def _tasks(stores: Stores) -> TaskRooms:
    listed = StoredTaskList(stores.shelf.open)
    return TaskRooms(TaskHandlers(stores.office), TaskRecords(listed, stores.streams))


def _concerns(stores: Stores) -> ConcernRooms:
    told = StoredTellings(stores.shelf.open)
    return ConcernRooms(
        handlers=ConcernHandlers(stores.registers),
        records=ConcernRecords(stores.streams, stores.log_times, told),
        listed=StoredConcerns(stores.shelf.open),
    )


def _incoming(stores: Stores) -> IncomingRooms:
    return IncomingRooms(
        handlers=IncomingHandlers(stores.office),
        records=IncomingRecords(stores.streams, stores.log_times),
        listed=StoredIncoming(stores.shelf.open),
    )


def _quality(stores: Stores) -> QualityRooms:
    concerns = StoredConcerns(stores.shelf.open)
    return QualityRooms(
        handlers=QualityHandlers(stores.registers),
        records=QualityRecords(stores.streams, stores.log_times, concerns),
    )


def _matching(stores: Stores, distances: Distances) -> MatchingRooms:
    homes = StoredHomesOnRegister(stores.shelf.open)
    return MatchingRooms(
        sought=SoughtByReferral(stores.streams, stores.owners),
        homes=HomeSearch(stores.streams, stores.log_times, homes, distances),
    )


def _placement(stores: Stores, distances: HomeDistances) -> PlacementRooms:
    evidence = Evidence(stores.registers, stores.owners, distances)
    costs = PlacementCosts(stores.streams, StoredDailyCosts(stores.shelf.open))
    return PlacementRooms(
        handlers=PlacementHandlers(evidence),
        approvals=ApprovalHandlers(evidence, stores.editions),
        setting_changes=SettingChangeHandlers(evidence),
        starts=StartHandlers(evidence),
        start_dates=StartDateHandlers(evidence),
        notices=NoticeHandlers(evidence),
        notice_changes=NoticeChangeHandlers(evidence),
        own_notices=OwnNotices(NoticeHandlers(evidence)),
        ends=EndHandlers(evidence),
        end_words=EndWordHandlers(EndHandlers(evidence)),
        visits=VisitHandlers(stores.office),
        provider_reports=ProviderReports(stores.office),
        plans=PlanHandlers(stores.office),
        package_reviews=PackageReviewHandlers(evidence),
        telling=TellingHandlers(stores.office),
        variations=VariationHandlers(evidence),
        records=PlacementRecords(stores.office),
        agreements=AgreementRecords(evidence),
        costs=costs,
        settling=SettlingHandlers(stores.office, costs),
    )


def _registers(stores: Stores) -> RegisterRooms:
    office, streams, known = stores.office, stores.streams, stores.log_times
    opened, sealer = stores.shelf.open, stores.sealer
    return RegisterRooms(
        settings=SettingHandlers(stores.registers),
        setting_records=SettingRecords(streams, known),
        setting_list=StoredSettingList(opened, sealer),
        occupancy=StoredOccupancy(opened, sealer),
        overfull=StoredOverfullHomes(opened, sealer),
        providers=ProviderHandlers(stores.registers),
        provider_records=ProviderRecords(streams, known),
        provider_list=StoredProviderList(opened),
        contracts=ContractHandlers(office),
        contract_records=ContractRecords(streams, known),
        contract_list=StoredContractList(opened),
        authorities=AuthorityHandlers(office),
        authority_records=AuthorityRecords(streams, known),
        reference=ReferenceHandlers(office),
        reference_records=ReferenceRecords(streams, known),
        blocks=BlockHandlers(stores.registers),
        block_records=BlockRecords(streams, known),
        block_list=StoredBlockList(opened),
        admissions=AdmissionHandlers(stores.registers),
        admission_records=AdmissionRecords(stores.registers, stores.owners, known),
        joint_services=JointServiceHandlers(stores.registers.office),
        joint_service_records=JointServiceRecords(streams, known),
        joint_service_list=StoredJointServices(opened),
        panels=PanelHandlers(stores.registers.office, StoredStays(opened)),
        panel_records=PanelRecords(streams, known),
        panel_list=StoredPanels(opened),
        panel_words=PanelWords(stores.registers.office),
    )
