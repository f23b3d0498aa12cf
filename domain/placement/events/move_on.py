"""What can happen about where a young person goes at 18."""

from typing import ClassVar

from domain.shared.code_lists import Code
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class MoveOnConfirmed(Event):
    """The plan for where the young person goes from here was gone through, and stands (4-092).

    `to` is a local code of the kind of home.
    """

    stored_as: ClassVar[str] = "placement.move_on_confirmed.v1"

    on: When
    to: Code
    plan: Sealed[str]
    by: Subject

    def effective(self) -> When:
        return self.on
