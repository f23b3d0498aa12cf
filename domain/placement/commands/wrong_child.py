"""What can be asked about a start that was recorded for the wrong child."""

from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import EventId, PlacementId, SettingId, Subject


class VoidStart(Command):
    """Say that it was another child; `corrects` is the start or its last correction."""

    corrects: EventId
    reason: str
    approved_by: Subject
    by: Subject


class NameRightStart(Command):
    """Say under which placement it was recorded anew: there, and at the same time."""

    as_placement: PlacementId
    setting_id: SettingId
    at: When
    by: Subject


WrongChildCommand = VoidStart | NameRightStart
