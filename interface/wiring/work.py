"""What moves by itself over the stores: projector, policies and clocks."""

from application.clock.breaches import BreachRunner
from application.policies.follow import Follower
from application.telling.ports import Messenger
from application.telling.sending import Sending
from infrastructure.event_store.log import EventLog, StoredPolicyPositions
from infrastructure.messengers.log import LogMessenger
from infrastructure.messengers.mail import MailMessenger
from infrastructure.outbox import StoredOutbox
from interface.settings import Telling
from interface.wiring.policies import policies_of
from interface.wiring.stores import Stores
from interface.worker import Worker


def worker_of(stores: Stores, telling: Telling) -> Worker:
    shelf = stores.shelf
    return Worker(
        project=shelf.step,
        follower=_follower(stores),
        policies=policies_of(stores),
        breaches=BreachRunner(stores.worklist, stores.office.casework, stores.clock, stores.ids),
        tell=_sending(stores, telling).step,
        access_log=stores.access_log,
        appended=stores.recorder.appended,
        projected=shelf.projected,
        forget=stores.streams.remembered.sweep,
        behind=lambda position: bool(shelf.freshness(position).behind),
    )


def _follower(stores: Stores) -> Follower:
    return Follower(
        log=EventLog(stores.recorder, stores.streams.codec),
        positions=StoredPolicyPositions(stores.database, stores.recorder),
        casework=stores.office.casework,
        clock=stores.clock,
        ids=stores.ids,
    )


def _sending(stores: Stores, telling: Telling) -> Sending:
    return Sending(
        outbox=StoredOutbox(stores.database),
        messenger=_messenger(telling),
        registers=stores.registers,
        portal=telling.portal,
        most=telling.attempts,
    )


def _messenger(telling: Telling) -> Messenger:
    return LogMessenger() if telling.mail is None else MailMessenger(telling.mail)
