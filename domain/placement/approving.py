"""Which approvals a placement can need, whose they are, and what has to be settled for each.

Source: docs/domain/02, 2.11; SI 2010/959, regs. 10 and 11; docs/domain/10, R-127 to R-129.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.placement.notifying import AreaContent
from domain.shared.geography import ApprovalNeeded
from domain.shared.messages import Value
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName


class ApprovalKind(StrEnum):
    """What somebody other than who asks has to approve before it is put into effect."""

    OUT_OF_AREA = "out_of_area"
    AT_A_DISTANCE = "at_a_distance"
    KEY_STAGE_4 = "key_stage_4"
    """A move that disrupts education in key stage 4 (reg. 10)."""
    TEMPORARY_CARERS = "temporary_carers"
    """More weeks for a connected person who is approved for a while (reg. 25)."""
    WITH_PARENTS = "with_parents"
    """A child in care who is to live with a parent (regs. 15 to 20)."""


class Matter(StrEnum):
    """What an approver has to be satisfied of."""

    WISHES_AND_FEELINGS = "wishes_and_feelings"
    MOST_APPROPRIATE = "most_appropriate"
    """The most appropriate placement, and consistent with the care plan."""
    RELATIVES_CONSULTED = "relatives_consulted"
    AREA_AUTHORITY_NOTIFIED = "area_authority_notified"
    AREA_AUTHORITY_CONSULTED = "area_authority_consulted"
    CARE_PLAN_GIVEN = "care_plan_given"
    """The area authority has been given a copy of the care plan."""
    IRO_CONSULTED = "iro_consulted"
    EDUCATION_SERVED = "education_served"
    """Education there promotes achievement, and fits the personal education plan."""
    DESIGNATED_TEACHER_CONSULTED = "designated_teacher_consulted"
    PARENTS_ASSESSED = "parents_assessed"
    """The assessment of Schedule 3: whether the parents can care for the child."""
    REVIEW_HELD = "review_held"
    PLAN_MADE = "plan_made"


MAY_BE_LEFT: Final = frozenset({Matter.RELATIVES_CONSULTED})
"""What is asked where it is appropriate: saying why it was not settles it as well."""


class Considered(Value):
    """That a matter was seen to: when, and how. Where it was not `done`, `how` says why."""

    matter: Matter
    on: When
    how: Sealed[str]
    done: bool = True

    @property
    def settles(self) -> bool:
        return self.done or self.matter in MAY_BE_LEFT


_M = Matter
_ALWAYS: Final = (_M.WISHES_AND_FEELINGS, _M.MOST_APPROPRIATE, _M.RELATIVES_CONSULTED)

ASKED: Final[Mapping[ApprovalKind, tuple[Matter, ...]]] = {
    ApprovalKind.OUT_OF_AREA: (*_ALWAYS, _M.AREA_AUTHORITY_NOTIFIED, _M.IRO_CONSULTED),
    ApprovalKind.AT_A_DISTANCE: (
        *_ALWAYS,
        _M.AREA_AUTHORITY_CONSULTED,
        _M.CARE_PLAN_GIVEN,
        _M.IRO_CONSULTED,
    ),
    ApprovalKind.KEY_STAGE_4: (
        _M.WISHES_AND_FEELINGS,
        _M.EDUCATION_SERVED,
        _M.DESIGNATED_TEACHER_CONSULTED,
        _M.IRO_CONSULTED,
    ),
    ApprovalKind.TEMPORARY_CARERS: (_M.IRO_CONSULTED,),
    ApprovalKind.WITH_PARENTS: (_M.PARENTS_ASSESSED, _M.REVIEW_HELD, _M.PLAN_MADE),
}
"""All that an approver has to be satisfied of, by what is approved."""

AT_ONCE: Final = frozenset(
    {_M.WISHES_AND_FEELINGS, _M.MOST_APPROPRIATE, _M.EDUCATION_SERVED, _M.PLAN_MADE}
)
"""What an emergency does not put off either, where no edition of the code lists says so (R-128)."""

_OFFICER, _DIRECTOR = "nominated_officer", "dcs"

APPROVERS: Final[Mapping[ApprovalKind, frozenset[RoleName]]] = {
    ApprovalKind.OUT_OF_AREA: frozenset({_OFFICER, _DIRECTOR}),
    ApprovalKind.AT_A_DISTANCE: frozenset({_DIRECTOR}),
    ApprovalKind.KEY_STAGE_4: frozenset({_OFFICER, _DIRECTOR}),
    ApprovalKind.TEMPORARY_CARERS: frozenset({_OFFICER, _DIRECTOR}),
    ApprovalKind.WITH_PARENTS: frozenset({_OFFICER, _DIRECTOR}),
}
"""Who may approve what: for a home at a distance a nominated officer's word is not enough."""

SUFFICE: Final[Mapping[ApprovalNeeded, frozenset[ApprovalKind]]] = {
    ApprovalNeeded.NOMINATED_OFFICER: frozenset(
        {ApprovalKind.OUT_OF_AREA, ApprovalKind.AT_A_DISTANCE}
    ),
    ApprovalNeeded.DCS: frozenset({ApprovalKind.AT_A_DISTANCE}),
}
"""Which approvals open the gate of where a home lies; nothing else needs one."""


class Standing(StrEnum):
    ASKED = "asked"
    IN_EMERGENCY = "given_in_emergency"
    GIVEN = "given"
    REFUSED = "refused"


GRANTED: Final = frozenset({Standing.IN_EMERGENCY, Standing.GIVEN})


@dataclass(frozen=True)
class Approval:
    """How one approval stands, who asked for it, and whether it was ever refused."""

    standing: Standing
    asked_by: Subject
    refused: bool = False


NONE: Final[Mapping[ApprovalKind, Approval]] = MappingProxyType({})
BY_NOBODY: Final[Mapping[Matter, Subject]] = MappingProxyType({})


@dataclass(frozen=True)
class Approvals:
    """What was asked for one child in one home, what was decided, and what has been settled.

    `considered_by` is who recorded the last word on each matter.
    """

    by_kind: Mapping[ApprovalKind, Approval] = field(default_factory=lambda: NONE)
    settled: frozenset[Matter] = frozenset()
    area_told: frozenset[AreaContent] = frozenset()
    considered_by: Mapping[Matter, Subject] = field(default_factory=lambda: BY_NOBODY)

    def granted(self, kind: ApprovalKind) -> bool:
        held = self.by_kind.get(kind)
        return held is not None and held.standing in GRANTED

    def with_standing(self, kind: ApprovalKind, approval: Approval) -> "Approvals":
        return replace(self, by_kind={**self.by_kind, kind: approval})

    def with_area_told(self, contents: Iterable[AreaContent]) -> "Approvals":
        """What the area authority was told counts here too, and need not be recorded twice."""
        told = self.area_told | set(contents)
        settled = set(self.settled)
        if told >= set(AreaContent):
            settled.add(Matter.AREA_AUTHORITY_NOTIFIED)
        if AreaContent.CARE_PLAN in told:
            settled.add(Matter.CARE_PLAN_GIVEN)
        return replace(self, settled=frozenset(settled), area_told=told)

    def without(self, kind: ApprovalKind) -> "Approvals":
        others = {each: held for each, held in self.by_kind.items() if each is not kind}
        return replace(self, by_kind=others)

    def with_matters(self, told: tuple[Considered, ...], by: Subject) -> "Approvals":
        """The last word on each matter holds."""
        said = {each.matter: each.settles for each in told}
        settled = {matter for matter, settles in said.items() if settles}
        return replace(
            self,
            settled=(self.settled - said.keys()) | settled,
            considered_by={**self.considered_by, **dict.fromkeys(said, by)},
        )
