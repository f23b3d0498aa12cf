"""Who works with the children: invented names for them, and officers who never were."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from application.access.principal import Role
from application.imports.ssda903 import ChildPlan
from application.imports.ssda903.carrying_out.run import batches
from application.imports.ssda903.years import CollectionYear
from application.shared.casework import Ask
from domain.case.codes import Participation
from domain.case.commands import Allocate, AmendIdentity, AssignIRO, RecordStatutoryReviewHeld
from domain.case.identity import IdentityChange
from domain.case.people import AllocationKind
from domain.shared.messages import Command
from domain.shared.vocabulary import CaseId, Subject, age_on, birthday
from interface.demo.acting import Acting, ask, subject_of
from interface.demo.council import demo_name

TEAMS = ("derby-north", "derby-south", "derby-east", "derby-west", "leaving-care")
CHILDREN_TO_A_WORKER = 18
CHILDREN_TO_AN_IRO = 75
SINCE = date(2026, 4, 1)

LATEST_REVIEW, SPREAD = 5, 150
TAKES_PART = 4
ADULT = 18


@dataclass(frozen=True)
class Roll:
    """The children of the return, in its order, and those of them still in care."""

    children: Sequence[ChildPlan]
    year: CollectionYear

    @property
    def in_care(self) -> Sequence[ChildPlan]:
        return [child for child in self.children if child.care and child.care[-1].ceased is None]


@dataclass(frozen=True)
class Staff:
    """Names for every child; for those in care, people and the review held last.

    `without_worker` is left to nobody; `reviewed` has, for some children, how many days ago
    the review was held.
    """

    acting: Acting
    without_worker: ChildPlan
    reviewed: Mapping[CaseId, int]

    def take_on(self, roll: Roll) -> None:
        # Many at once: whoever waits for eight hundred commits waits a quarter of a minute.
        for some in batches(list(self._asks(roll))):
            self.acting.act(Role.TEAM_MANAGER, some)

    def _asks(self, roll: Roll) -> Iterator[Ask]:
        in_care = {child.child: number for number, child in enumerate(roll.in_care)}
        for number, child in enumerate(roll.children):
            commands = [self._name(number)]
            if child.child in in_care:
                commands += self._people(child, in_care[child.child])
            yield ask("case", child.case_id, *commands)

    def _name(self, number: int) -> Command:
        change = IdentityChange(full_name=" ".join(demo_name(number)))
        by = Subject(subject_of(Role.TEAM_MANAGER))
        return AmendIdentity(change=change, reason="Named for the demonstration", by=by)

    def _people(self, child: ChildPlan, number: int) -> Iterator[Command]:
        iro = _nth(Role.IRO, number // CHILDREN_TO_AN_IRO)
        if child is not self.without_worker:
            yield from _allocations(number)
        yield AssignIRO(iro=iro, since=SINCE, by=Subject(subject_of(Role.QA_OFFICER)))
        yield from self._review(child, number, iro)

    def _review(self, child: ChildPlan, number: int, iro: Subject) -> Iterator[Command]:
        ago = self.reviewed.get(child.case_id, LATEST_REVIEW + number * 7 % SPREAD)
        day = self.acting.today() - timedelta(days=ago)
        if birthday(child.born_on, ADULT) > day:
            part = Participation.SPOKE
            if age_on(child.born_on, day) < TAKES_PART:
                part = Participation.UNDER_4
            yield RecordStatutoryReviewHeld(on=day, participation=part, chaired_by=iro)


def _allocations(number: int) -> Iterator[Command]:
    by = Subject(subject_of(Role.TEAM_MANAGER))
    worker = _nth(Role.CASEWORKER, number // CHILDREN_TO_A_WORKER)
    team = TEAMS[number // CHILDREN_TO_A_WORKER % len(TEAMS)]
    for kind, who in ((AllocationKind.SOCIAL_WORKER, worker), (AllocationKind.TEAM, team)):
        yield Allocate(kind=kind, who=who, since=SINCE, by=by)


def _nth(role: Role, number: int) -> Subject:
    """The first of a role is the one with a token."""
    return Subject(subject_of(role) if number == 0 else f"{subject_of(role)}-{number + 1}")
