"""What can be asked of an incoming notification."""

from datetime import date

from domain.incoming.vocabulary import Age, Code, IncomingId
from domain.shared.envelope import GssCode
from domain.shared.messages import Command
from domain.shared.vocabulary import Provision, SettingId, Subject


class ReceiveNotification(Command):
    """Put on record what another authority told; `council` is the one that was told."""

    incoming_id: IncomingId
    council: GssCode
    placing_authority: GssCode
    reference: str
    age: Age
    provision: Provision | None
    since: date
    where: str | None
    worker: str
    school: str | None
    gp: str | None
    risks: tuple[Code, ...]
    youth_justice: bool
    received_on: date
    by: Subject


class Acknowledge(Command):
    """Record that the other authority was told that we know."""

    on: date
    by: Subject


class EnterInRegister(Command):
    """Enter the child among those placed here; `counted` as the event has it."""

    setting_id: SettingId | None
    from_: date
    counted: bool
    by: Subject


class EndNotification(Command):
    """Record that the child lives here no more; a fact at any stage."""

    left_on: date
    by: Subject


IncomingCommand = ReceiveNotification | Acknowledge | EnterInRegister | EndNotification
