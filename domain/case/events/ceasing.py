"""What can happen before a council stops looking after a child."""

from datetime import date
from typing import ClassVar

from domain.case.codes import CeasingReason
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName


class CeasingRequested(Event):
    """Somebody is asked to approve it. The day may lie ahead, so it is no business time."""

    stored_as: ClassVar[str] = "case.ceasing_requested.v1"

    on: date
    reason: CeasingReason
    because: Sealed[str]
    assessed_on: When | None
    assessment: Sealed[str | None]
    by: Subject


class CeasingApproved(Event):
    """Approved by name and role, for the day and the reason that were asked for."""

    stored_as: ClassVar[str] = "case.ceasing_approved.v1"

    on: date
    reason: CeasingReason
    by: Subject
    role: RoleName


class CeasingRefused(Event):
    stored_as: ClassVar[str] = "case.ceasing_refused.v1"

    because: Sealed[str]
    by: Subject
    role: RoleName


CeasingEvent = CeasingRequested | CeasingApproved | CeasingRefused
