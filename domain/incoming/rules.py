"""What incoming notifications obey, one function for each rule. Source: docs/domain/02, 2.14."""

from datetime import date

from domain.incoming.commands import EnterInRegister, ReceiveNotification
from domain.incoming.errors import NotAnotherAuthority
from domain.incoming.events import NotificationReceived
from domain.shared.errors import EffectiveBeforeStream, MissingInformation
from domain.shared.said import require_said


def require_another_authority(command: ReceiveNotification) -> None:
    if command.placing_authority == command.council:
        raise NotAnotherAuthority


def require_reachable(command: ReceiveNotification) -> None:
    """Whose child it is there, and whom to call, is never left out."""
    require_said(reference=command.reference, worker=command.worker)


def require_home_counted(command: EnterInRegister) -> None:
    """Nights count in a home that the register knows, and in no other."""
    if command.counted and command.setting_id is None:
        raise MissingInformation(["setting_id"])


def require_since_told(received: NotificationReceived, on: date) -> None:
    if on < received.received_on:
        raise EffectiveBeforeStream(f"We were told on {received.received_on}.")


def require_after_coming(received: NotificationReceived, left_on: date) -> None:
    if left_on < received.since:
        raise EffectiveBeforeStream(f"The child lives here from {received.since} on.")
