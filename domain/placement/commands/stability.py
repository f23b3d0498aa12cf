"""What can be asked about a placement that shakes, or has broken down."""

from domain.placement.stability import ToldBy
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class ReportSignificantChange(Command):
    """Record that something changed for which the package is to be reviewed."""

    on: When
    kind: str
    told_by: ToldBy
    text: str | None
    by: Subject


class RecordStabilityMeeting(Command):
    """Record that a stability meeting was held while the child lived there."""

    on: When
    attendees: tuple[str, ...]
    childs_views: str | None
    plan: str
    by: Subject


class RecordDisruptionMeeting(Command):
    """Record that a disruption meeting was held after the child had left."""

    on: When
    attendees: tuple[str, ...]
    childs_views: str | None
    findings: str
    learning: str
    by: Subject


StabilityCommand = ReportSignificantChange | RecordStabilityMeeting | RecordDisruptionMeeting
