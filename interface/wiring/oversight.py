"""The rooms of what is watched over: tasks, concerns, quality, children placed here by others."""

from application.concern.handlers import ConcernHandlers
from application.concern.queries import ConcernRecords
from application.feed.addresses import Addresses
from application.feed.handlers import FeedHandlers
from application.incoming.handlers import IncomingHandlers
from application.incoming.queries import IncomingRecords
from application.quality.handlers import QualityHandlers
from application.quality.queries import QualityRecords
from application.task.handlers import TaskHandlers
from application.task.queries import TaskRecords
from infrastructure.read_models.concerns import StoredConcerns
from infrastructure.read_models.incoming import StoredIncoming
from infrastructure.read_models.tasks import StoredTaskList
from infrastructure.read_models.told_of_concerns import StoredTellings
from interface.service import ConcernRooms, FeedRooms, IncomingRooms, QualityRooms, TaskRooms
from interface.wiring.stores import Stores


def feed_rooms(stores: Stores) -> FeedRooms:
    addresses = Addresses(stores.streams, stores.ring.derive("calendar-feeds"))
    return FeedRooms(FeedHandlers(stores.office, stores.editions), addresses)


def task_rooms(stores: Stores) -> TaskRooms:
    listed = StoredTaskList(stores.shelf.open)
    return TaskRooms(TaskHandlers(stores.office), TaskRecords(listed, stores.streams))


def concern_rooms(stores: Stores) -> ConcernRooms:
    told = StoredTellings(stores.shelf.open)
    return ConcernRooms(
        handlers=ConcernHandlers(stores.registers),
        records=ConcernRecords(stores.streams, stores.log_times, told, stores.registers),
        listed=StoredConcerns(stores.shelf.open),
    )


def incoming_rooms(stores: Stores) -> IncomingRooms:
    return IncomingRooms(
        handlers=IncomingHandlers(stores.office),
        records=IncomingRecords(stores.streams, stores.log_times),
        listed=StoredIncoming(stores.shelf.open),
    )


def quality_rooms(stores: Stores) -> QualityRooms:
    concerns = StoredConcerns(stores.shelf.open)
    return QualityRooms(
        handlers=QualityHandlers(stores.registers),
        records=QualityRecords(stores.streams, stores.log_times, concerns),
    )
