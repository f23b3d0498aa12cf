"""What can be asked about a move to another home of the same provider."""

from datetime import date

from domain.placement.entry import Entry
from domain.placement.new_home import NewHome
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class MovingWithin(Command, Entry):
    """A move, approved or as it happened.

    `same_area` says that the home lies in the district of the one before, `lived_in` that other
    children live there on the day, `over_capacity_nights` on which nights it has too many.
    """

    to: NewHome
    same_area: bool = False
    lived_in: bool = False
    over_capacity_nights: tuple[date, ...] = ()
    by: Subject


class ApproveSettingChange(MovingWithin):
    """Approve beforehand, from a day on, what the provider asked for on a day.

    `residents_weighed` says that who lives there was weighed against the child, both ways;
    `iro_informed` that the reviewing officer knows.
    """

    from_: date
    asked_by: str
    asked_on: When
    reason: str
    childs_views: str | None = None
    iro_informed: bool = False
    residents_weighed: bool = False


class RecordSettingChange(MovingWithin):
    """Record that the provider moved the child."""

    at: When


SettingChangeCommand = ApproveSettingChange | RecordSettingChange
