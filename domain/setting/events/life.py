"""What can happen in a home's life: it is made ready, opens, is looked at, and closes."""

from datetime import date
from typing import ClassVar

from domain.setting.assurance import CheckKind
from domain.setting.codes import Code
from domain.shared.breaches import Breach
from domain.shared.inspection import Grade
from domain.shared.messages import Event
from domain.shared.moments import When


class HomeMobilised(Event):
    """The home is staffed, furnished and ready."""

    stored_as: ClassVar[str] = "setting.mobilised.v1"

    on: date

    def effective(self) -> When:
        return self.on


class HomeOpened(Event):
    """The home takes children from a day on, which may lie ahead."""

    stored_as: ClassVar[str] = "setting.opened.v1"

    from_: date


class HomeClosing(Event):
    """The home takes nobody new from a day on, and those who live there are to move."""

    stored_as: ClassVar[str] = "setting.closing.v1"

    from_: date
    reason: Code


class HomeClosed(Event):
    """The home closed for good. Whoever was still there is in its breaches."""

    stored_as: ClassVar[str] = "setting.closed.v1"

    on: date
    reason: Code
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.on


class PremisesChecked(Event):
    """A check was passed or failed; failed, the home takes nobody new (4-107)."""

    stored_as: ClassVar[str] = "setting.premises_checked.v1"

    kind: CheckKind
    on: date
    passed: bool
    expires_on: date | None

    def effective(self) -> When:
        return self.on


class InspectionRecorded(Event):
    """A regulator's grade, and whether it is below what the contract asks for.

    `threshold` is the contract's as it stood on the day; none where none asks for any.
    """

    stored_as: ClassVar[str] = "setting.inspection_recorded.v1"

    on: date
    grade: Grade
    threshold: Grade | None
    below_threshold: bool

    def effective(self) -> When:
        return self.on


LifeEvent = (
    HomeMobilised | HomeOpened | HomeClosing | HomeClosed | PremisesChecked | InspectionRecorded
)
