"""What can happen to a child because of how its foster carers are approved."""

from datetime import date
from typing import ClassVar

from domain.shared.messages import Event


class CarersApproved(Event):
    """The council's register says that who cares for this child is approved, from a day on.

    `temporary` is a connected person, for a while (SI 2010/959, reg. 24); otherwise for good
    and on terms that take this child. The day may lie ahead.
    """

    stored_as: ClassVar[str] = "placement.carers_approved.v1"

    temporary: bool
    from_: date
