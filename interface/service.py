"""What the routes reach: the service in the application's words, whatever it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from application.access.audit import Audit
from application.access.ports import AccessLog, Tenancy
from application.admission.handlers import AdmissionHandlers
from application.admission.queries import AdmissionRecords
from application.authority.handlers import AuthorityHandlers
from application.authority.queries import AuthorityRecords
from application.block.handlers import BlockHandlers
from application.block.queries import BlockList, BlockRecords
from application.case.avoidance import AvoidedAreas
from application.case.documents import DocumentHandlers
from application.case.handlers import CaseHandlers
from application.case.interviewing import InterviewHandlers
from application.case.queries import CaseRecords
from application.case.reviewing import ReviewHandlers
from application.case.search import PersonIndex
from application.clock.worklist import Worklist
from application.concern.handlers import ConcernHandlers
from application.concern.queries import ConcernList, ConcernRecords
from application.contract.handlers import ContractHandlers
from application.contract.queries import ContractList, ContractRecords
from application.feed.addresses import Addresses
from application.feed.handlers import FeedHandlers
from application.incoming.handlers import IncomingHandlers
from application.incoming.queries import IncomingList, IncomingRecords
from application.joint_service.handlers import JointServiceHandlers
from application.joint_service.queries import JointServiceList, JointServiceRecords
from application.matching.for_referral import SoughtByReferral
from application.matching.searching import HomeSearch
from application.measures.costs import Costing
from application.measures.queries import Measuring
from application.panel.handlers import PanelHandlers
from application.panel.queries import PanelList, PanelRecords
from application.panel.words import PanelWords
from application.placement.agreement_view import AgreementRecords
from application.placement.approvals import ApprovalHandlers
from application.placement.costs import PlacementCosts
from application.placement.ending import EndHandlers
from application.placement.ends_put_right import EndWordHandlers
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
from application.provider.queries import ProviderList, ProviderRecords
from application.quality.handlers import QualityHandlers
from application.quality.queries import QualityRecords
from application.reference.handlers import ReferenceHandlers
from application.reference.queries import ReferenceRecords
from application.setting.handlers import SettingHandlers
from application.setting.queries import Occupancy, OverfullHomes, SettingList, SettingRecords
from application.shared.asking import LogTimes
from application.shared.casework import Casework
from application.shared.ports import Clock, Ids
from application.task.handlers import TaskHandlers
from application.task.queries import TaskRecords
from interface.http.security import TokenReader
from interface.search_rooms import SearchRooms


class Freshness(Protocol):
    """How the read models stand against a position of the log."""

    @property
    def behind(self) -> tuple[str, ...]: ...

    @property
    def stopped(self) -> tuple[str, ...]: ...


class ReadModels(Protocol):
    def wait_for(self, position: int, seconds: float = 2.0) -> Freshness: ...

    def lag(self) -> Mapping[str, int]: ...


@dataclass(frozen=True)
class RegisterRooms:
    """The registers: homes, providers, contracts, councils, reference data."""

    settings: SettingHandlers
    setting_records: SettingRecords
    setting_list: SettingList
    occupancy: Occupancy
    overfull: OverfullHomes
    providers: ProviderHandlers
    provider_records: ProviderRecords
    provider_list: ProviderList
    contracts: ContractHandlers
    contract_records: ContractRecords
    contract_list: ContractList
    authorities: AuthorityHandlers
    authority_records: AuthorityRecords
    reference: ReferenceHandlers
    reference_records: ReferenceRecords
    blocks: BlockHandlers
    block_records: BlockRecords
    block_list: BlockList
    admissions: AdmissionHandlers
    admission_records: AdmissionRecords
    joint_services: JointServiceHandlers
    joint_service_records: JointServiceRecords
    joint_service_list: JointServiceList
    panels: PanelHandlers
    panel_records: PanelRecords
    panel_list: PanelList
    panel_words: PanelWords


@dataclass(frozen=True)
class MatchingRooms:
    """Finding homes that would do: what a referral looks for, and the search."""

    sought: SoughtByReferral
    homes: HomeSearch


@dataclass(frozen=True)
class PlacementRooms:
    """Living there: proposal and agreement, start, notice, end."""

    handlers: PlacementHandlers
    approvals: ApprovalHandlers
    setting_changes: SettingChangeHandlers
    starts: StartHandlers
    start_dates: StartDateHandlers
    notices: NoticeHandlers
    notice_changes: NoticeChangeHandlers
    own_notices: OwnNotices
    ends: EndHandlers
    end_words: EndWordHandlers
    visits: VisitHandlers
    provider_reports: ProviderReports
    plans: PlanHandlers
    package_reviews: PackageReviewHandlers
    telling: TellingHandlers
    variations: VariationHandlers
    records: PlacementRecords
    agreements: AgreementRecords
    costs: PlacementCosts
    settling: SettlingHandlers


@dataclass(frozen=True)
class TaskRooms:
    """What waits for people, and closing it."""

    handlers: TaskHandlers
    records: TaskRecords


@dataclass(frozen=True)
class ConcernRooms:
    """Concerns, and what a provider may read of them."""

    handlers: ConcernHandlers
    records: ConcernRecords
    listed: ConcernList


@dataclass(frozen=True)
class IncomingRooms:
    """Children placed here by other authorities."""

    handlers: IncomingHandlers
    records: IncomingRecords
    listed: IncomingList


@dataclass(frozen=True)
class FeedRooms:
    """Addresses under which calendars read somebody's own deadlines."""

    handlers: FeedHandlers
    addresses: Addresses


@dataclass(frozen=True)
class QualityRooms:
    """What is seen and agreed of providers."""

    handlers: QualityHandlers
    records: QualityRecords


@dataclass(frozen=True)
class Service:
    """Everything that a request may use. `interface.wiring` makes it."""

    clock: Clock
    ids: Ids
    tokens: TokenReader
    tenancy: Tenancy
    access_log: AccessLog
    casework: Casework
    read_models: ReadModels
    log_times: LogTimes
    idempotency_key: bytes
    people: PersonIndex
    cases: CaseHandlers
    interviews: InterviewHandlers
    reviews: ReviewHandlers
    documents: DocumentHandlers
    records: CaseRecords
    areas_to_avoid: AvoidedAreas
    search: SearchRooms
    matching: MatchingRooms
    placement: PlacementRooms
    registers: RegisterRooms
    worklist: Worklist
    feeds: FeedRooms
    tasks: TaskRooms
    concerns: ConcernRooms
    incoming: IncomingRooms
    quality: QualityRooms
    measuring: Measuring
    costing: Costing
    audit: Audit
