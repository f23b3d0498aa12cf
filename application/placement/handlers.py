"""What is done with a placement until it starts, and with its agreement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.placement.entries import Said
from application.placement.evidence import Evidence
from application.shared.casework import Act, Ask
from application.shared.office import NO_IDS, Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.agreement import Outcome
from domain.placement.commands import (
    AgreeStart,
    CancelPlacement,
    DraftAgreement,
    IssueAgreement,
    PlacementCommand,
    Recategorise,
)
from domain.placement.entry import asked_of
from domain.placement.schooling import KeyStage4
from domain.shared.moments import When, end_of_day, london_day
from domain.shared.money import PriceLine, Share
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import ContractId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementContent:
    """What the broker writes into an agreement; the terms come from the contract version.

    `lot` is for a placement that came from no search: any other has its lot already.
    """

    contract_id: ContractId
    contract_version: int
    lot: str | None
    lines: tuple[PriceLine, ...]
    half_hours: int
    outcomes: tuple[Outcome, ...]
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartAgreement:
    """When the child is to move in, and what has been prepared."""

    starts_at: When
    exception_reason: str | None
    verbal_authority: VerbalAuthority | None
    iro_informed: bool
    placement_plan_prepared: bool
    key_stage_4: KeyStage4 | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryChange:
    """Into which lot of which contract, and from which day on."""

    contract_id: ContractId
    lot: str
    on: date


@dataclass(frozen=True)
class PlacementHandlers:
    evidence: Evidence

    @property
    def office(self) -> Office:
        return self.evidence.office

    def do(
        self,
        occasion: Occasion,
        placement_id: UUID,
        command: PlacementCommand,
        expecting: int | None = None,
        ids: Mapping[str, str] = NO_IDS,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream = stream_of("placement", placement_id)
        return self.office.act(occasion, stream, decider, command, expecting=expecting, ids=ids)

    def draft_agreement(
        self, occasion: Occasion, placement_id: UUID, content: AgreementContent
    ) -> Receipt:
        """Draft the agreement under a contract version, with the hours the matrix gives."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            command = self._draft(occasion, placement_id, content)
            return Act([Ask(stream, decider, command)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def issue_agreement(self, occasion: Occasion, placement_id: UUID, expecting: int) -> Receipt:
        """Send the draft to be signed, on the strength of the funding authorised for it."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            funding = self.evidence.search_behind(self.evidence.arrangement(placement_id)).funding
            command = IssueAgreement(authorised=funding)
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def agree_start(
        self, occasion: Occasion, placement_id: UUID, agreed: StartAgreement, expecting: int
    ) -> Receipt:
        """Agree the start: every gate is asked for that day, and the place is held from it."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            arrangement, day = self.evidence.arrangement(placement_id), london_day(agreed.starts_at)
            command = AgreeStart(
                **asked_of(
                    self.evidence.entries.on(arrangement, day, self._said(agreed, occasion))
                ),
                starts_at=agreed.starts_at,
                exception_reason=agreed.exception_reason,
                iro_informed=agreed.iro_informed,
                placement_plan_prepared=agreed.placement_plan_prepared,
                by=Subject(occasion.actor.subject),
            )
            expires_at = end_of_day(max(day, london_day(occasion.now)))
            place = self.evidence.places.reservation(arrangement, day, expires_at)
            return Act([Ask(stream, decider, command, expecting=expecting), *place])

        return self.office.casework.do(occasion, plan, turn=stream)

    def recategorise(
        self, occasion: Occasion, placement_id: UUID, change: CategoryChange, expecting: int
    ) -> Receipt:
        """Go on in another lot, under the version of the contract in force on the day."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            arrangement = self.evidence.arrangement(placement_id)
            registers = self.evidence.registers
            command = Recategorise(
                terms=registers.terms(change.contract_id, change.on),
                lot=change.lot,
                on=change.on,
                born_on=registers.born_on(arrangement.case_id),
                provision=arrangement.provision,
                on_lot=arrangement.provider_id is None
                or registers.is_on_lot(
                    arrangement.provider_id, change.contract_id, change.lot, change.on
                ),
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def cancel(
        self, occasion: Occasion, placement_id: UUID, reason: str, expecting: int
    ) -> Receipt:
        """Call a placement off before it starts; its place is free again."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            arrangement = self.evidence.arrangement(placement_id)
            cancelled = Ask(stream, decider, CancelPlacement(reason=reason), expecting=expecting)
            return Act([cancelled, *self.evidence.places.release(arrangement, reason)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _said(self, agreed: StartAgreement, occasion: Occasion) -> Said:
        return Said(
            verbal_authority=agreed.verbal_authority,
            officer_roles=self.evidence.roles_of(agreed.verbal_authority, occasion),
            key_stage_4=agreed.key_stage_4,
        )

    def _draft(
        self, occasion: Occasion, placement_id: UUID, content: AgreementContent
    ) -> DraftAgreement:
        arrangement, registers = self.evidence.arrangement(placement_id), self.evidence.registers
        matrix = registers.child(arrangement.case_id).matrix_on(self.office.today())
        terms = registers.terms_of_version(content.contract_id, content.contract_version)
        search = self.evidence.search_behind(arrangement)
        return DraftAgreement(
            contract_id=content.contract_id,
            contract_version=content.contract_version,
            lot=self.evidence.lot(arrangement, terms, content.lot),
            lines=content.lines,
            half_hours=content.half_hours,
            outcomes=content.outcomes,
            shares=content.shares,
            matrix_half_hours=matrix.half_hours if matrix else None,
            usual_months=terms.framework.usual_months,
            bespoke_24_7=(matrix is not None and matrix.bespoke_24_7) or search.bespoke_24_7,
            rests_on=search.rests_on,
            emergency=search.emergency,
            by=Subject(occasion.actor.subject),
        )
