"""What can happen last."""

from typing import ClassVar

from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class ChildDied(Event):
    """The child died. Every deadline of its care ends here; what is on record stays (6-46)."""

    stored_as: ClassVar[str] = "case.child_died.v1"

    on: When
    by: Subject

    def effective(self) -> When:
        return self.on
