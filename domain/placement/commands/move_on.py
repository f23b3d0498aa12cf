"""What can be asked about where a young person goes at 18."""

from domain.shared.code_lists import Code
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class ConfirmMoveOn(Command):
    """Record that the plan for moving on was gone through: six months before, three, 28 days."""

    on: When
    to: Code
    plan: str
    by: Subject
