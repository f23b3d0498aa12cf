"""What can be asked in a home's life."""

from datetime import date

from domain.setting.assurance import CheckKind
from domain.setting.codes import Code
from domain.shared.inspection import Grade
from domain.shared.messages import Command


class RecordMobilised(Command):
    """A fact: the home is staffed, furnished and ready."""

    on: date


class OpenHome(Command):
    """Take children from a day on: registered, mobilised and checked by then (1-008, 4-107)."""

    from_: date


class AnnounceClosing(Command):
    """Take nobody new from a day on; those who live there are to move."""

    from_: date
    reason: Code


class RecordClosed(Command):
    """A fact: the home closed for good, even if somebody is still said to live there."""

    on: date
    reason: Code


class RecordCheck(Command):
    """A fact: premises or people were checked. `expires_on` is the first day without it."""

    kind: CheckKind
    on: date
    passed: bool
    expires_on: date | None = None


class RecordInspection(Command):
    """A fact: the regulator's grade. `threshold` is the contract's, as a handler reads it."""

    on: date
    grade: Grade
    threshold: Grade | None = None


LifeCommand = (
    RecordMobilised | OpenHome | AnnounceClosing | RecordClosed | RecordCheck | RecordInspection
)
