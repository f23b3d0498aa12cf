"""What can be asked about who works with the child."""

from typing import Literal

from pydantic import Field

from domain.case.codes import WorkerChange
from domain.case.people import AllocationKind
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class Allocate(Command):
    """`who` is an officer, or the code of a team. The reason is for social workers only."""

    kind: Literal[
        AllocationKind.SOCIAL_WORKER, AllocationKind.TEAM, AllocationKind.PERSONAL_ADVISER
    ]
    who: str = Field(min_length=1)
    since: When
    handover_note: str | None = None
    reason: WorkerChange | None = None
    by: Subject


class AssignIRO(Command):
    """Name the independent reviewing officer of the case."""

    iro: Subject
    since: When
    by: Subject


class EndAllocation(Command):
    kind: AllocationKind
    on: When
    by: Subject


PeopleCommand = Allocate | AssignIRO | EndAllocation
