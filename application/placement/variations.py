"""Variations of an agreement: what each step has to know from elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.placement.evidence import Evidence
from application.placement.money_of_search import plan_paid
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.agreement import Outcome, Party
from domain.placement.commands import (
    AgreeVariation,
    AuthoriseVariation,
    CostVariation,
    RefuseVariation,
    RequestVariation,
    VariationCommand,
    WithdrawVariation,
)
from domain.placement.outcome_of_variation import as_things_stand, highest
from domain.placement.state import Known
from domain.placement.varying import Asker, Change, MatrixSeen, Variation
from domain.shared.errors import NotFound
from domain.shared.moments import When, london_day
from domain.shared.money import PriceLine, Share
from domain.shared.terms import LotTerms
from domain.shared.vocabulary import Pence, Subject

BROKER = "broker"
"""The one role that authorises no money, and may authorise what costs no more (2.5, A)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """What a variation would cost; what is none stays as it is in the agreement."""

    lines: tuple[PriceLine, ...]
    shares: tuple[Share, ...]
    outcomes: tuple[Outcome, ...] | None
    services: tuple[str, ...] | None


@dataclass(frozen=True)
class VariationHandlers:
    evidence: Evidence

    def request(
        self, occasion: Occasion, placement_id: UUID, change: Change, asker: Asker, reason: str
    ) -> Receipt:
        """Ask for something to be otherwise (4-217, 4-229). The answer names its number."""

        def asked(known: Known) -> RequestVariation:
            return RequestVariation(
                change=change,
                asker=asker,
                reason=reason,
                born_on=self.evidence.registers.born_on(known.particulars.arrangement.case_id),
                lot=self._lot(known),
                matrix=self._matrix(known, change.effective_on),
                by=Subject(occasion.actor.subject),
            )

        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            known = self.evidence.known(placement_id)
            number = len(known.particulars.variations) + 1
            return Act([Ask(stream, decider, asked(known))], {"variation": str(number)})

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def cost(
        self, occasion: Occasion, placement_id: UUID, number: int, said: Reckoning, expecting: int
    ) -> Receipt:
        def costed(known: Known) -> CostVariation:
            variation = _variation(known, number)
            return CostVariation(
                variation=number,
                lines=said.lines,
                shares=said.shares,
                outcomes=said.outcomes,
                services=said.services,
                lot=self._lot(known),
                matrix=self._matrix(known, variation.change.effective_on),
                shares_before=self._shares_before(known),
                today=london_day(occasion.now),
                by=Subject(occasion.actor.subject),
            )

        return self._do(occasion, placement_id, costed, expecting)

    def authorise(
        self,
        occasion: Occasion,
        placement_id: UUID,
        number: int,
        retrospective_reason: str | None,
        expecting: int,
    ) -> Receipt:
        """Authorise within the role's own limit; a broker what costs no more."""

        def authorised(known: Known) -> AuthoriseVariation:
            actor, today = occasion.actor, london_day(occasion.now)
            council, kind = actor.authority, known.particulars.arrangement.provision
            registers, terms = self.evidence.registers, self.evidence.agreed_under(known)
            weekly = _highest(known, _variation(known, number))
            return AuthoriseVariation(
                variation=number,
                may_spend=actor.role != BROKER,
                reduces=terms is None or terms.framework.brokers_reduce,
                limit=registers.funding_limit(council, actor.role, today, kind),
                would_do=registers.roles_able(council, weekly, today, kind),
                retrospective_reason=retrospective_reason,
                shares_before=self._shares_before(known),
                today=today,
                by=Subject(actor.subject),
            )

        return self._do(occasion, placement_id, authorised, expecting)

    def agree(
        self,
        occasion: Occasion,
        placement_id: UUID,
        number: int,
        *,
        party: Party,
        costing: int,
        weekly: Pence,
        on: When,
    ) -> Receipt:
        command = AgreeVariation(
            variation=number,
            costing=costing,
            weekly=weekly,
            party=party,
            signatory=Subject(occasion.actor.subject),
            on=on,
            today=london_day(occasion.now),
        )
        return self._do(occasion, placement_id, lambda _: command)

    def refuse(
        self, occasion: Occasion, placement_id: UUID, number: int, party: Party, reason: str
    ) -> Receipt:
        by = Subject(occasion.actor.subject)
        command = RefuseVariation(variation=number, party=party, reason=reason, by=by)
        return self._do(occasion, placement_id, lambda _: command)

    def withdraw(
        self, occasion: Occasion, placement_id: UUID, number: int, party: Party, reason: str
    ) -> Receipt:
        by = Subject(occasion.actor.subject)
        command = WithdrawVariation(variation=number, party=party, reason=reason, by=by)
        return self._do(occasion, placement_id, lambda _: command)

    def _do(
        self,
        occasion: Occasion,
        placement_id: UUID,
        command: Callable[[Known], VariationCommand],
        expecting: int | None = None,
    ) -> Receipt:
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            known = self.evidence.known(placement_id)
            return Act([Ask(stream, decider, command(known), expecting=expecting)])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def _lot(self, known: Known) -> LotTerms | None:
        """The lot as the contract version words it that the agreement names."""
        agreement, terms = known.particulars.agreement, self.evidence.agreed_under(known)
        code = agreement.terms.lot if agreement else None
        return terms.lot(code) if terms and code else None

    def _matrix(self, known: Known, day: date) -> MatrixSeen | None:
        child = self.evidence.registers.child(known.particulars.arrangement.case_id)
        matrix = child.matrix_on(day)
        if matrix is None:
            return None
        return MatrixSeen(
            half_hours=matrix.half_hours,
            since=london_day(matrix.since),
            bespoke_24_7=matrix.bespoke_24_7,
        )

    def _shares_before(self, known: Known) -> tuple[Share, ...]:
        plan = plan_paid(self.evidence.office.streams, known.particulars.arrangement.referral_id)
        return plan.shares if plan else ()


def _variation(known: Known, number: int) -> Variation:
    for each in known.particulars.variations:
        if each.number == number:
            return each
    raise NotFound("This placement has no such variation.")


def _highest(known: Known, variation: Variation) -> Pence:
    """What is to be authorised; nothing while it is not costed, which the decision refuses."""
    versions = known.particulars.versions
    if variation.costed is None or not versions:
        return Pence(0)
    return highest(as_things_stand(versions, variation, variation.costed), variation)
