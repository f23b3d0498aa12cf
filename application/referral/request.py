"""Asking for a home: drafted, written, submitted, accepted, looked for in house first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application.access.principal import Role
from application.reference.editions import Editions
from application.referral.seeking import noting, open_referrals
from application.referral.siblings import Siblings
from application.referral.telephone import heard, roles_of
from application.shared.casework import Act, Ask
from application.shared.office import NO_IDS, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain import placement
from domain.case.chronology.periods import MatrixPeriod
from domain.case.matrix import matrix_in_force
from domain.placement.state import Known
from domain.referral import decider
from domain.referral.codes import Code, Scope, ViewsNotObtainable
from domain.referral.commands import ReferralCommand
from domain.referral.commands.request import (
    AcceptReferral,
    DraftReferral,
    SubmitReferral,
    UpdateSections,
)
from domain.referral.events.market import ReferralAmended
from domain.referral.events.search import ReferralPublished
from domain.referral.sections import RequestDetails, SectionName
from domain.referral.spoken import Heard
from domain.shared.clock_catalogue import MATRIX_VALIDITY
from domain.shared.code_lists import Coded
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.shared.terms import Tier
from domain.shared.vocabulary import CaseId, PlacementId, ReferralId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReferral:
    """What is known when a search begins: for one child, or for siblings together."""

    case_id: CaseId
    siblings: tuple[CaseId, ...] = ()
    scope: Scope
    tier: Tier
    emergency: bool
    reason_code: Code
    needed_from: date
    predecessor_placement: PlacementId | None = None
    beside_because: str | None = None
    referred_by: Code | None = None
    received_on: date | None = None


@dataclass(frozen=True)
class RequestHandlers:
    registers: Registers
    editions: Editions

    @property
    def siblings(self) -> Siblings:
        return Siblings(self.registers)

    def draft(self, occasion: Occasion, new: NewReferral) -> Receipt:
        """Begin to ask for a home. The referral of one child is part of the child's own file.

        That of several has a file of its own, which outlives the file of each (R-56).
        """
        office, children = self.registers.office, (new.case_id, *new.siblings)
        for case_id in children:
            self.registers.born_on(case_id)  # an open case of a child who is not erased
        referral_id = ReferralId(office.ids.new())
        command = self.registers.looked_up(self._drafting(occasion, new, referral_id))
        file = None if new.siblings else office.file_of(stream_of("case", new.case_id))
        ids = {"referral_id": str(referral_id)}

        def plan() -> Act:
            noted = noting(office, children, referral_id)
            asked = command.model_copy(update={"beside": open_referrals(office, children)})
            ask = Ask(stream_of("referral", referral_id), decider, asked, file=file)
            return Act([ask, *noted], ids)

        return office.casework.do(occasion, plan)

    def _drafting(
        self, occasion: Occasion, new: NewReferral, referral_id: ReferralId
    ) -> DraftReferral:
        children = (new.case_id, *new.siblings)
        return DraftReferral(
            referral_id=referral_id,
            case_id=new.case_id,
            scope=new.scope,
            tier=new.tier,
            emergency=new.emergency,
            reason_code=new.reason_code,
            needed_from=new.needed_from,
            by=Subject(occasion.actor.subject),
            siblings=new.siblings,
            predecessor_placement=self._placement_of(children, new.predecessor_placement),
            beside_because=new.beside_because,
            referred_by=new.referred_by,
            received_on=new.received_on,
            today=self.registers.office.today(),
        )

    def _placement_of(
        self, children: Sequence[CaseId], placement_id: PlacementId | None
    ) -> PlacementId | None:
        """The placement that is to be followed: one of these children's, or `NotFound`."""
        if placement_id is None:
            return None
        stream = stream_of("placement", placement_id)
        held = self.registers.office.known(placement.decider, stream, Known)
        if held.particulars.arrangement.case_id not in children:
            raise NotFound("This is no placement of the child.")
        return placement_id

    def write(
        self,
        occasion: Occasion,
        referral_id: UUID,
        sections: Mapping[SectionName, str],
        request: RequestDetails | None,
    ) -> Receipt:
        """Write sections anew. Of several children none is named in them (R-56)."""
        command = UpdateSections(
            sections=dict(sections),
            request=request,
            by=Subject(occasion.actor.subject),
        )
        return self.do(occasion, referral_id, command)

    def submit(
        self,
        occasion: Occasion,
        referral_id: UUID,
        *,
        team_manager_approval: Subject | None,
        assessment_reference: str | None,
        views_not_obtainable: ViewsNotObtainable | None,
        bespoke_24_7_approved_by: Subject | None,
        approval_given_at: datetime | None = None,
    ) -> Receipt:
        """Hand the request to the brokers; the cases show whether each has a current matrix."""
        matrices, by = self._matrices(referral_id), Subject(occasion.actor.subject)
        said = approval_given_at
        command = SubmitReferral(
            by=by,
            team_manager_approval=team_manager_approval,
            spoken=self._heard(occasion, referral_id, said, team_manager_approval),
            approver_roles=roles_of(
                self.registers, occasion, team_manager_approval, said and london_day(said)
            ),
            assessment_reference=assessment_reference,
            matrix_current=all(matrices),
            matrix_half_hours=max((each.half_hours for each in matrices if each), default=0),
            bespoke_24_7_approved_by=bespoke_24_7_approved_by,
            by_manager=occasion.actor.role == Role.TEAM_MANAGER,
            views_not_obtainable=views_not_obtainable,
        )
        return self.do(occasion, referral_id, command)

    def _heard(
        self, occasion: Occasion, referral_id: UUID, at: datetime | None, officer: Subject | None
    ) -> Heard | None:
        return heard(self.registers, occasion, referral_id, at, officer) if at else None

    def _matrices(self, referral_id: UUID) -> Sequence[MatrixPeriod | None]:
        """What speaks for the needs of each child today: none where a matrix has run out."""
        today = self.registers.office.today()
        terms = self.editions.clock_terms(today)
        limit, calendar = terms.limits.get(MATRIX_VALIDITY), terms.calendar
        return [
            matrix_in_force(self.registers.child(case_id), today, limit, calendar)
            for case_id in self.siblings.of(referral_id).sought.values()
        ]

    def accept(
        self,
        occasion: Occasion,
        referral_id: UUID,
        *,
        contract_id: UUID,
        lot: str,
        education_evidence: str | None,
        expecting: int,
    ) -> Receipt:
        """Take the request on in a lot, under the contract version in force today."""
        first, *others = self.siblings.of(referral_id).sought.values()
        command = AcceptReferral(
            terms=self.registers.terms(contract_id, self.registers.office.today()),
            lot=lot,
            born_on=self.registers.born_on(first),
            siblings_born_on=tuple(map(self.registers.born_on, others)),
            education_evidence=education_evidence,
            by=Subject(occasion.actor.subject),
            out_of_hours=occasion.actor.role == Role.OUT_OF_HOURS,
        )
        return self.do(occasion, referral_id, command, expecting)

    def do(
        self,
        occasion: Occasion,
        referral_id: UUID,
        command: ReferralCommand,
        expecting: int | None = None,
        ids: Mapping[str, str] = NO_IDS,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream = stream_of("referral", referral_id)
        if isinstance(command, Coded):
            command = self.registers.looked_up(command)
        return self.registers.office.act(
            occasion, stream, decider, command, expecting=expecting, ids=ids
        )

    def published(self, referral_id: UUID) -> ReferralPublished:
        """The publication, with the pack as last amended and the contract version it goes by."""
        found: ReferralPublished | None = None
        amended: ReferralAmended | None = None
        # Once over the whole history: of answers there may be hundreds.
        for told in self.registers.office.streams.read(stream_of("referral", referral_id)).events:
            if isinstance(told.event, ReferralPublished):
                found = told.event
            elif isinstance(told.event, ReferralAmended):
                amended = told.event
        if found is None:
            raise NotFound
        return found.model_copy(update={"pack": amended.pack}) if amended else found
