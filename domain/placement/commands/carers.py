"""What can be asked of a placement because of how its foster carers are approved."""

from datetime import date

from domain.shared.messages import Command


class RecordCarersApproval(Command):
    """A fact of the register: for a while, or for good and on terms that take this child."""

    temporary: bool
    from_: date
