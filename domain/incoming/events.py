"""What can happen to an incoming notification."""

from datetime import date
from typing import ClassVar

from domain.incoming.vocabulary import Age, Code, IncomingId
from domain.shared.envelope import GssCode
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Provision, SettingId, Subject


class NotificationReceived(Event):
    """Another authority told us of a child that lives in our area from `since` on, or is to.

    `reference` is theirs, `worker` whom of theirs to reach; `where`, `school` and `gp` as they
    gave them (P-18). `youth_justice` is whether such services are involved.
    """

    stored_as: ClassVar[str] = "incoming.received.v1"

    incoming_id: IncomingId
    placing_authority: GssCode
    reference: Sealed[str]
    age: Age
    provision: Provision | None
    since: date
    where: Sealed[str] | None
    worker: Sealed[str]
    school: Sealed[str] | None
    gp: Sealed[str] | None
    risks: tuple[Code, ...]
    youth_justice: bool
    received_on: date
    by: Subject

    def effective(self) -> date:
        return self.received_on


class NotificationAcknowledged(Event):
    """The other authority was told that we know."""

    stored_as: ClassVar[str] = "incoming.acknowledged.v1"

    on: date
    by: Subject

    def effective(self) -> date:
        return self.on


class EnteredInRegister(Event):
    """Entered among the children placed here: in which home, if the register knows it.

    `counted` is whether the home's nights count one more because of it; not where its own
    statement has the child already.
    """

    stored_as: ClassVar[str] = "incoming.entered_in_register.v1"

    setting_id: SettingId | None
    from_: date
    counted: bool
    by: Subject


class NotificationEnded(Event):
    """The child lives here no more, from a day on."""

    stored_as: ClassVar[str] = "incoming.ended.v1"

    left_on: date
    by: Subject

    def effective(self) -> date:
        return self.left_on


IncomingEvent = (
    NotificationReceived | NotificationAcknowledged | EnteredInRegister | NotificationEnded
)
