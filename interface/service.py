"""What the routes reach: the service in the application's words, whatever it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from application.access.audit import Audit
from application.access.ports import AccessLog, Tenancy
from application.case.avoidance import AvoidedAreas
from application.case.documents import DocumentHandlers
from application.case.handlers import CaseHandlers
from application.case.interviewing import InterviewHandlers
from application.case.presence import PresenceHandlers
from application.case.queries import CaseRecords
from application.case.reviewing import ReviewHandlers
from application.case.search import PersonIndex
from application.clock.worklist import Worklist
from application.concern.handlers import ConcernHandlers
from application.concern.queries import ConcernList, ConcernRecords
from application.feed.addresses import Addresses
from application.feed.handlers import FeedHandlers
from application.incoming.handlers import IncomingHandlers
from application.incoming.queries import IncomingList, IncomingRecords
from application.matching.for_referral import SoughtByReferral
from application.matching.searching import HomeSearch
from application.measures.costs import Costing
from application.measures.queries import Measuring
from application.quality.handlers import QualityHandlers
from application.quality.queries import QualityRecords
from application.shared.asking import LogTimes
from application.shared.casework import Casework
from application.shared.ports import Clock, Ids
from application.task.handlers import TaskHandlers
from application.task.queries import TaskRecords
from interface.http.security import TokenReader
from interface.placement_rooms import PlacementRooms
from interface.register_rooms import RegisterRooms
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
class MatchingRooms:
    """Finding homes that would do: what a referral looks for, and the search."""

    sought: SoughtByReferral
    homes: HomeSearch


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
class Ground:
    """What every request stands on."""

    clock: Clock
    ids: Ids
    tokens: TokenReader
    tenancy: Tenancy
    access_log: AccessLog
    casework: Casework
    read_models: ReadModels
    log_times: LogTimes
    idempotency_key: bytes


@dataclass(frozen=True)
class CaseRooms:
    """The child's own record, and whose it is."""

    people: PersonIndex
    cases: CaseHandlers
    presence: PresenceHandlers
    interviews: InterviewHandlers
    reviews: ReviewHandlers
    documents: DocumentHandlers
    records: CaseRecords
    areas_to_avoid: AvoidedAreas


@dataclass(frozen=True)
class Service(Ground, CaseRooms):
    """Everything that a request may use. `interface.wiring` makes it."""

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
