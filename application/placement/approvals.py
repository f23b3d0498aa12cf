"""Approvals: asked for, given, refused, and noted from the telephone in an emergency."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.placement.evidence import Evidence
from application.reference.editions import Editions
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.approving import AT_ONCE, ApprovalKind, Considered, Matter
from domain.placement.commands import GrantApproval, RecordMatters, RefuseApproval
from domain.placement.events import ApprovalRequested
from domain.placement.history import of_kind
from domain.shared.clock_catalogue import C_REG24_16W
from domain.shared.clocks import due_after
from domain.shared.code_lists import ListName
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenApproval:
    """Which officer, in which role, approved by telephone, and when."""

    officer: Subject
    role: str
    given_at: datetime


@dataclass(frozen=True)
class ApprovalHandlers:
    evidence: Evidence
    editions: Editions

    def record(
        self, occasion: Occasion, placement_id: UUID, matters: tuple[Considered, ...]
    ) -> Receipt:
        """Record what was seen to, by whoever did it."""

        def command() -> RecordMatters:
            case_id = self.evidence.arrangement(placement_id).case_id
            born_on = self.evidence.registers.born_on(case_id)
            by = Subject(occasion.actor.subject)
            return RecordMatters(matters=matters, by=by, born_on=born_on)

        return self._do(occasion, placement_id, command)

    def grant(
        self,
        occasion: Occasion,
        placement_id: UUID,
        kind: ApprovalKind,
        *,
        emergency: bool,
        weeks: int | None,
        expecting: int,
    ) -> Receipt:
        """Approve, signed in."""

        def command() -> GrantApproval:
            return GrantApproval(
                kind=kind,
                emergency=emergency,
                placed_in_emergency=self._in_emergency(placement_id),
                at_once=self._at_once(),
                by=Subject(occasion.actor.subject),
                role=occasion.actor.role,
                weeks=weeks,
                too_late=self._is_over(placement_id),
            )

        return self._do(occasion, placement_id, command, expecting)

    def note(
        self, occasion: Occasion, placement_id: UUID, kind: ApprovalKind, said: SpokenApproval
    ) -> Receipt:
        """Write down what an officer approved by telephone."""
        noted_by = Subject(occasion.actor.subject)
        word = VerbalAuthority(officer=said.officer, given_at=said.given_at, noted_by=noted_by)

        def command() -> GrantApproval:
            return GrantApproval(
                kind=kind,
                emergency=True,
                placed_in_emergency=self._in_emergency(placement_id),
                at_once=self._at_once(),
                by=said.officer,
                role=said.role,
                word=word,
                asked_at=self._asked_at(placement_id, kind),
                officer_roles=self.evidence.roles_of(word, occasion),
            )

        return self._do(occasion, placement_id, command)

    def refuse(
        self,
        occasion: Occasion,
        placement_id: UUID,
        kind: ApprovalKind,
        because: str,
        expecting: int,
    ) -> Receipt:
        """Do not approve. Of a child who lives there already it is a breach."""

        def command() -> RefuseApproval:
            known = self.evidence.known(placement_id).particulars
            where = known.arrangement
            return RefuseApproval(
                kind=kind,
                because=because,
                needed=self.evidence.entries.approval_needed(where, known.begins_on),
                by=Subject(occasion.actor.subject),
                role=occasion.actor.role,
            )

        return self._do(occasion, placement_id, command, expecting)

    def _do(
        self,
        occasion: Occasion,
        placement_id: UUID,
        command: Callable[[], RecordMatters | GrantApproval | RefuseApproval],
        expecting: int | None = None,
    ) -> Receipt:
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            return Act([Ask(stream, decider, command(), expecting=expecting)])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def _asked_at(self, placement_id: UUID, kind: ApprovalKind) -> datetime | None:
        """When the approval was last asked for, as that was recorded."""
        events = self.evidence.office.streams.read(stream_of("placement", placement_id)).events
        asked = [each for each in of_kind(events, ApprovalRequested) if each.event.kind is kind]
        return asked[-1].recorded_at if asked else None

    def _at_once(self) -> frozenset[Matter]:
        """By the code lists in force today; what they do not know of is not asked (R-128)."""
        today = self.evidence.office.today()
        held = self.evidence.registers.code_lists(today).held(
            ListName.APPROVAL_MATTERS_AT_ONCE, today
        )
        return frozenset(each for each in Matter if each.value in held) or AT_ONCE

    def _is_over(self, placement_id: UUID) -> bool:
        """Whether the weeks for which a connected person was approved are over."""
        carers = self.evidence.known(placement_id).particulars.carers
        if carers is None:
            return False
        terms = self.editions.clock_terms(self.evidence.office.today())
        due = due_after(terms.limits[C_REG24_16W], carers.since, terms.calendar)
        return due.at < self.evidence.office.now()

    def _in_emergency(self, placement_id: UUID) -> bool:
        """What no search led to was planned by nobody."""
        where = self.evidence.arrangement(placement_id)
        return where.referral_id is None or self.evidence.search_behind(where).emergency
