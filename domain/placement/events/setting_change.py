"""What can happen when a provider moves a child to another of its homes."""

from datetime import date
from typing import ClassVar

from domain.placement.new_home import NewHome
from domain.placement.schooling import KeyStage4
from domain.shared.breaches import Breach
from domain.shared.geography import ApprovalNeeded
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import SettingId, Subject


class SettingChangeApproved(Event):
    """A broker approved, before it happened, that the provider moves the child from a day on."""

    stored_as: ClassVar[str] = "placement.setting_change_approved.v1"

    to: NewHome
    from_: date
    asked_by: Sealed[str]
    asked_on: When
    reason: Sealed[str]
    residents_weighed: bool
    key_stage_4: KeyStage4 | None
    by: Subject
    childs_views: Sealed[str | None] = None
    iro_informed: bool = False


class SettingChanged(Event):
    """The child lives in another home of the same provider, with every rule that this broke.

    `same_area`: in the district of the one before, whose approvals stand. `approval_needed` is
    whose word the home needs for where it lies.
    """

    stored_as: ClassVar[str] = "placement.setting_changed.v1"

    was: SettingId
    to: NewHome
    at: When
    same_area: bool
    approval_needed: ApprovalNeeded | None
    by: Subject
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.at


SettingChangeEvent = SettingChangeApproved | SettingChanged
